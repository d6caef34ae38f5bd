package vn.giaouoc.bench.decade;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.giaouoc.command.Acting;
import vn.giaouoc.command.CommandSide;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The real command side, where each request says by itself when it is made and by whom: a past can
 * be acted as it would have been recorded, by several at once.
 */
final class Clerk implements AutoCloseable {

  private static final String NOW = "Acted-Now";
  private static final String WHO = "Acted-By";
  private static final String NOBODY = "-";

  private final ConfigurableApplicationContext context;
  private final JdbcClient log;
  private final String base;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Clerk(Map<String, Object> settings) {
    Clock clock = new OfRequest();
    GenericEventMessage.clock = clock;
    context =
        new SpringApplicationBuilder(CommandSide.class)
            .properties("spring.config.name=command-side", "spring.main.banner-mode=off")
            .initializers(
                starting -> {
                  starting
                      .getEnvironment()
                      .getPropertySources()
                      .addFirst(new MapPropertySource("decade", settings));
                  starting.addBeanFactoryPostProcessor(
                      beans -> {
                        GenericApplicationContext whole = (GenericApplicationContext) starting;
                        whole.removeBeanDefinition("commandClock");
                        whole.removeBeanDefinition("acting");
                        whole.registerBean("commandClock", Clock.class, () -> clock);
                        whole.registerBean("acting", Acting.class, () -> Clerk::actor);
                      });
                })
            .registerShutdownHook(false)
            .run();
    log = context.getBean("commandJdbcClient", JdbcClient.class);
    base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** The moment of the request that is being answered. */
  private static final class OfRequest extends Clock {

    @Override
    public ZoneId getZone() {
      return When.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      String now = header(NOW);
      return now == null ? Instant.now() : Instant.parse(now);
    }
  }

  private static @Nullable String header(String name) {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? request.getRequest().getHeader(name)
        : null;
  }

  private static Actor actor() {
    String[] who = String.valueOf(header(WHO)).split(" ", -1);
    return new Actor(who[0], who[2].equals(NOBODY) ? null : UnitId.of(who[2]), who[1]);
  }

  /** Who acts: the account, the office, and the unit if there is one. */
  record Who(String account, String office, @Nullable String unit) {

    private String header() {
      return account + " " + office + " " + (unit == null ? NOBODY : unit);
    }
  }

  /**
   * Has something done.
   *
   * @param stream the stream that its sender has seen as it is; absent where it begins one
   * @return what is answered
   * @throws IllegalStateException if it is refused
   */
  HttpResponse<String> act(
      Instant now, Who who, String path, String type, String body, @Nullable String stream) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", type)
            .header(NOW, now.toString())
            .header(WHO, who.header())
            .POST(BodyPublishers.ofString(body));
    if (stream != null) {
      request.header("If-Match", "\"" + stream + "@" + version(stream) + "\"");
    }
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            "%s %s %s\n%s\n%d %s"
                .formatted(
                    LocalDate.ofInstant(now, When.ZONE),
                    who,
                    path,
                    body,
                    answer.statusCode(),
                    answer.body()));
      }
      return answer;
    } catch (IOException e) {
      throw new IllegalStateException("Could not act " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** The streams that begin so, sorted. */
  List<String> streams(String beginning) {
    return log.sql(
            "SELECT DISTINCT aggregate_identifier FROM event_store.domain_event_entry WHERE"
                + " aggregate_identifier >= ? AND aggregate_identifier < ? || '~' ORDER BY 1")
        .params(beginning, beginning)
        .query(String.class)
        .list();
  }

  private long version(String stream) {
    return log.sql(
            "SELECT coalesce(max(sequence_number), 0) FROM event_store.domain_event_entry WHERE"
                + " aggregate_identifier = ?")
        .param(stream)
        .query(Long.class)
        .single();
  }

  @Override
  public void close() {
    http.close();
    context.close();
    GenericEventMessage.clock = Clock.systemUTC();
  }
}
