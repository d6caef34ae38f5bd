package vn.giaouoc.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.query.fold.Folder;
import vn.giaouoc.query.fold.Head;
import vn.giaouoc.query.journal.JournalWriter;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.eventstore.Wire;

/** The query side as it runs, on a database of a test. */
public final class Running implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final DataSource ownerDataSource;
  private final JdbcClient owner;
  private final HttpClient http = HttpClient.newHttpClient();

  private Running(
      TestDatabase database, WebApplicationType web, List<String> settings, Class<?>... more) {
    this(database, database.url(), web, settings, more);
  }

  private Running(
      TestDatabase database,
      String url,
      WebApplicationType web,
      List<String> settings,
      Class<?>... more) {
    ownerDataSource = database.owner();
    owner = JdbcClient.create(database.owner());
    context =
        new SpringApplicationBuilder(QuerySide.class)
            .sources(more)
            .web(web)
            .properties(
                "spring.config.name=query-side",
                "spring.main.banner-mode=off",
                "logging.level.root=warn",
                "spring.main.allow-bean-definition-overriding=true")
            .run(
                Stream.concat(
                        Stream.of(
                            "--server.port=0",
                            "--server.address=127.0.0.1",
                            "--server.shutdown=immediate",
                            "--giaouoc.query.journal.poll=5ms",
                            "--giaouoc.query.database.url=" + url,
                            "--giaouoc.query.database.user=" + DatabaseSetup.QUERY_ROLE,
                            "--giaouoc.query.database.password=test"),
                        settings.stream())
                    .toArray(String[]::new));
  }

  public static Running withoutWeb(TestDatabase database, Class<?>... more) {
    return new Running(database, WebApplicationType.NONE, List.of(), more);
  }

  public static Running withWeb(TestDatabase database, Class<?>... more) {
    return new Running(database, WebApplicationType.SERVLET, List.of(), more);
  }

  /** Without a server, with settings of its own. */
  public static Running withoutWeb(TestDatabase database, List<String> settings, Class<?>... more) {
    return new Running(database, WebApplicationType.NONE, settings, more);
  }

  /** With settings of its own, such as {@code --giaouoc.identity.keys=…}. */
  public static Running withSettings(TestDatabase database, String... settings) {
    return new Running(database, WebApplicationType.SERVLET, List.of(settings));
  }

  /** The same, with another address of the database: what stands there hands it on. */
  public static Running through(TestDatabase database, String url, String... settings) {
    return new Running(database, url, WebApplicationType.SERVLET, List.of(settings));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  public DataSource dataSource() {
    return context.getBean("queryDataSource", DataSource.class);
  }

  public JdbcClient owner() {
    return owner;
  }

  /** Waits until everything in the log is folded. */
  public Running caughtUp() {
    long events =
        owner.sql("SELECT count(*) FROM event_store.domain_event_entry").query(Long.class).single();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      long folded = owner.sql("SELECT position FROM read_model.folded").query(Long.class).single();
      if (folded >= events && bean(Head.class).position() == folded) {
        break;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("Folded up to " + folded + " of " + events);
      }
      LockSupport.parkNanos(2_000_000);
    }
    return this;
  }

  /** An empty log and nothing read of it, without starting again. */
  public void reset() {
    bean(Folder.class).stop();
    bean(JournalWriter.class).stop();
    // the owner alone can pass by the trigger that keeps the log
    new TransactionTemplate(new JdbcTransactionManager(ownerDataSource))
        .executeWithoutResult(
            status -> {
              JdbcClient client = JdbcClient.create(ownerDataSource);
              client.sql("SET LOCAL session_replication_role = replica").update();
              client
                  .sql(
                      "TRUNCATE event_store.domain_event_entry, read_model.journal,"
                          + " read_model.journal_key, read_model.journal_stream, read_model.document, read_model.unreadable,"
                          + " read_model.journal_watermark, read_model.journal_pass")
                  .update();
              client.sql("UPDATE read_model.folded SET position = 0").update();
            });
    bean(JournalWriter.class).start();
    bean(Folder.class).start();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
  }

  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.GET());
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public HttpClient http() {
    return http;
  }

  /** The body of an answer that must be 200. */
  public JsonNode answer(String path) {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return Wire.mapper().readTree(response.body());
  }

  @Override
  public void close() {
    context.close();
  }
}
