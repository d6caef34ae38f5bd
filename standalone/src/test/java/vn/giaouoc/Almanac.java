package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.command.Acting;
import vn.giaouoc.command.CommandSide;
import vn.giaouoc.command.Rejection;
import vn.giaouoc.command.RequestRejection;
import vn.giaouoc.query.QuerySide;
import vn.giaouoc.replay.ReplayConfiguration;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Both sides at work on a day that is said here, for somebody who is named here: so a year passes
 * in a moment. What is done is accepted, or refused by a rule and then leaves nothing; anything
 * else is a fault.
 */
final class Almanac implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  /** What a rule may refuse; how a request is made is no such thing. */
  private static final Set<String> RULES =
      ArchitectureTest.PROGRAM.stream()
          .filter(type -> type.isAssignableTo(Rejection.class) && type.isEnum())
          .map(JavaClass::reflect)
          .flatMap(type -> Arrays.stream(type.getEnumConstants()))
          // what was not begun yet is not there, which is no fault of the request
          .filter(each -> !(each instanceof RequestRejection) || each == RequestRejection.NOT_FOUND)
          .map(rejection -> "/problems/" + ((Rejection) rejection).problem())
          .collect(Collectors.toSet());

  private final TestDatabase database = TestDatabase.create();
  private final Hand hand = new Hand();
  private final ConfigurableApplicationContext context;
  private final JdbcClient owner = JdbcClient.create(database.owner());
  private final String url;
  private final Set<Class<?>> handled = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> accepted = new HashSet<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private volatile Actor actor = new Actor("nobody", null, "nobody");
  private JsonNode refusal = JSON.createObjectNode();
  private int keys;

  /** Who acts: an account in an office, and for a unit if for any. */
  record Who(String account, String office, @Nullable String unit) {}

  /** A clock whose hand is moved. */
  static final class Hand extends Clock {

    private volatile Instant now =
        LocalDate.of(2020, 1, 3).atTime(8, 0).atZone(When.ZONE).toInstant();

    void moveTo(Instant moment) {
      now = moment;
    }

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
      return now;
    }
  }

  /**
   * Starts both sides on a database of their own.
   *
   * @param keys where the keys of secret ballots are kept
   */
  Almanac(Path keys) {
    GenericEventMessage.clock = hand;
    context =
        start(
            database,
            Map.of("giaouoc.ballots.keys", keys.toString()),
            beans -> {
              replace(beans, "commandClock", Clock.class, hand);
              replace(beans, "queryClock", Clock.class, hand);
              replace(beans, "acting", Acting.class, () -> actor);
            },
            CommandSide.class,
            QuerySide.class,
            ReplayConfiguration.class,
            Standalone.class);
    url = url(context);
    context
        .getBean(Configuration.class)
        .getComponent(CommandBus.class)
        .registerHandlerInterceptor(
            (unitOfWork, chain) -> {
              Object answer = chain.proceed();
              handled.add(unitOfWork.getMessage().getPayloadType());
              return answer;
            });
  }

  /** Starts sides of the program on a database of a test, with parts of it replaced. */
  static ConfigurableApplicationContext start(
      TestDatabase database,
      Map<String, Object> more,
      Consumer<GenericApplicationContext> replacing,
      Class<?>... sides) {
    Map<String, Object> settings = new TreeMap<>(more);
    settings.put("server.address", Installation.LOOPBACK);
    settings.put("server.port", 0);
    settings.put("server.shutdown", "immediate");
    for (String side : List.of("command", "query")) {
      settings.put("giaouoc." + side + ".database.url", database.url());
      settings.put("giaouoc." + side + ".database.user", "giaouoc_" + side);
      settings.put("giaouoc." + side + ".database.password", "test");
    }
    return new SpringApplicationBuilder(sides)
        .properties("spring.config.name=command-side,query-side,standalone")
        .initializers(
            starting -> {
              starting
                  .getEnvironment()
                  .getPropertySources()
                  .addFirst(new MapPropertySource("test", settings));
              starting.addBeanFactoryPostProcessor(
                  beans -> replacing.accept((GenericApplicationContext) starting));
            })
        .registerShutdownHook(false)
        .run();
  }

  /** Puts another part in the place of one. */
  static <T> void replace(GenericApplicationContext beans, String name, Class<T> type, T part) {
    beans.removeBeanDefinition(name);
    beans.registerBean(name, type, () -> part);
  }

  static String url(ConfigurableApplicationContext context) {
    return "http://"
        + Installation.LOOPBACK
        + ":"
        + context.getEnvironment().getProperty("local.server.port");
  }

  /** What day it is. */
  LocalDate today() {
    return LocalDate.ofInstant(hand.instant(), When.ZONE);
  }

  /** Lets time pass. */
  void pass(Duration time) {
    hand.moveTo(hand.instant().plus(time));
  }

  /** Lets time pass until the morning of a day, unless that is over. */
  void await(LocalDate day) {
    Instant morning = day.atTime(8, 0).atZone(When.ZONE).toInstant();
    if (morning.isAfter(hand.instant())) {
      hand.moveTo(morning);
    }
  }

  /**
   * Does something.
   *
   * @param stream what its sender has seen as it is; null where it begins something
   * @return what was answered; empty where a rule refused it
   */
  Optional<HttpResponse<String>> act(
      Who who, String path, String type, String body, @Nullable String stream) {
    actor =
        new Actor(who.account(), who.unit() == null ? null : UnitId.of(who.unit()), who.office());
    handled.clear();
    long before = size();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    if (!path.endsWith("/ballots")) {
      // a paper comes from nobody
      request.header("Idempotency-Key", "act-" + ++keys);
    }
    boolean stands = stream != null && stands(stream);
    if (stands) {
      request.header("If-Match", "\"" + stream + "@" + version(stream) + "\"");
    }
    HttpResponse<String> answer = Api.send(request.build());
    String told =
        "%s %s %s\n%s\n%d %s"
            .formatted(today(), who, path, body, answer.statusCode(), answer.body());
    if (answer.statusCode() / 100 == 2) {
      if (size() > before) {
        accepted.addAll(handled);
      }
      return Optional.of(answer);
    }
    JsonNode problem = JSON.readTree(answer.body());
    if (stream != null && !stands && answer.statusCode() == 428) {
      return Optional.empty(); // nobody can have seen what was not begun
    }
    assertThat(isByRules(problem)).as("is refused by a rule: " + told).isTrue();
    assertThat(size()).as("is refused without a trace: " + told).isEqualTo(before);
    refused.merge(
        path.replaceAll("[a-z0-9-]+\\.[a-z0-9.-]+", "*") + " " + problem.path("type").asString(),
        1,
        Integer::sum);
    refusal = problem;
    return Optional.empty();
  }

  /** A spreadsheet is refused by the rules that refuse its cells. */
  private static boolean isByRules(JsonNode problem) {
    return problem.path("type").asString().equals("/problems/spreadsheet-refused")
        ? problem
            .path("errors")
            .valueStream()
            .allMatch(each -> RULES.contains("/problems/" + each.path("type").asString()))
        : RULES.contains(problem.path("type").asString());
  }

  /** The last problem document. */
  JsonNode refusal() {
    return refusal;
  }

  /** Reads as somebody who sees everything, whether there is such a thing or not. */
  HttpResponse<String> read(String path) {
    return Api.send(HttpRequest.newBuilder(URI.create(url + path)).build());
  }

  /** Waits until all that was done can be read. */
  void readable() {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (position() < events()) {
      assertThat(System.nanoTime()).as("folded " + position()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  long position() {
    return owner.sql("SELECT position FROM read_model.folded").query(Long.class).single();
  }

  private long events() {
    return owner
        .sql("SELECT count(*) FROM event_store.domain_event_entry")
        .query(Long.class)
        .single();
  }

  private long size() {
    return owner
        .sql("SELECT coalesce(max(global_index), 0) FROM event_store.domain_event_entry")
        .query(Long.class)
        .single();
  }

  private boolean stands(String stream) {
    return owner
            .sql(
                "SELECT count(*) FROM event_store.domain_event_entry WHERE aggregate_identifier ="
                    + " ?")
            .param(stream)
            .query(Long.class)
            .single()
        > 0;
  }

  private long version(String stream) {
    return owner
        .sql(
            "SELECT coalesce(max(sequence_number), 0) FROM event_store.domain_event_entry WHERE"
                + " aggregate_identifier = ?")
        .param(stream)
        .query(Long.class)
        .single();
  }

  /** The log and what was made of it, as the owner of the database sees it. */
  JdbcClient owner() {
    return owner;
  }

  TestDatabase database() {
    return database;
  }

  String url() {
    return url;
  }

  /** The commands that led to something. */
  Set<Class<?>> accepted() {
    return accepted;
  }

  /** How often what was refused, and why. */
  Map<String, Integer> refused() {
    return refused;
  }

  /** The account of somebody who is called so. */
  static String account(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Override
  public void close() {
    context.close();
    GenericEventMessage.clock = Clock.systemUTC();
  }
}
