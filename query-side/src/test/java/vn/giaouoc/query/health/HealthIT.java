package vn.giaouoc.query.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Tokens;
import vn.giaouoc.query.journal.JournalWriter;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;
import vn.giaouoc.shared.unit.UnitId;

/** Whatever is broken for real is told by health, and what is mended too. */
class HealthIT {

  private static final String PATIENCE = "--giaouoc.query.journal.patience=1s";

  private final TestDatabase database = TestDatabase.create();
  private final Log log = new Log(database);
  private final JdbcClient owner = JdbcClient.create(database.owner());
  private Running running = Running.withSettings(database, PATIENCE);

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void what_works_is_healthy_and_says_how_far_it_is() {
    happens();
    running.caughtUp();
    awaitStatus("", 200);
    awaitUntil(() -> part("journal").at("/details/position").asLong() == 1);
    awaitUntil(() -> part("documents").at("/details/position").asLong() == 1);
    assertThat(part("documents").at("/details/waiting").asLong()).isZero();
    assertThat(part("journal").at("/details/writer").asString()).isEqualTo("here");
    assertThat(status("/liveness")).isEqualTo(200);
    assertThat(status("/readiness")).isEqualTo(200);
  }

  @Test
  void a_reader_whose_thread_has_died_is_not_alive() {
    // an error that cannot even be logged takes the thread with it
    running
        .bean(JournalWriter.class)
        .onAppend(
            () -> {
              throw new Error() {
                @Override
                public String getMessage() {
                  throw new IllegalStateException("nor can this");
                }
              };
            });
    happens();
    awaitStatus("/liveness", 503);
    assertThat(part("threads").at("/details/journal-writer").asString()).isEqualTo("dead");
    assertThat(part("journal").at("/status").asString()).isEqualTo("DOWN");
    assertThat(status("/readiness")).isEqualTo(503);
  }

  @Test
  void a_folder_that_hangs_is_told_and_keeps_nobody_from_being_ready() throws Exception {
    happens();
    running.caughtUp();
    try (Connection holding = database.owner().getConnection()) {
      holding.setAutoCommit(false);
      holding.createStatement().execute("SELECT position FROM read_model.folded FOR UPDATE");
      happens();
      awaitStatus("", 503);
      awaitUntil(() -> part("documents").at("/status").asString().equals("OUT_OF_SERVICE"));
      assertThat(part("documents").at("/details/waiting").asLong()).isEqualTo(1);
      assertThat(part("journal").at("/status").asString()).isEqualTo("UP");
      // all nodes wait for the same: none of them answers worse than another
      assertThat(status("/readiness")).isEqualTo(200);
      assertThat(status("/liveness")).isEqualTo(200);
      holding.rollback();
    }
    awaitStatus("", 200);
  }

  @Test
  void a_log_that_grows_while_the_journal_does_not_is_told_whoever_should_write_it()
      throws Exception {
    happens();
    running.caughtUp();
    try (Connection other = database.owner().getConnection()) {
      // the writer loses its session, and with it the lock, to one that does not write
      other
          .createStatement()
          .execute(
              "SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid ="
                  + " l.database WHERE l.locktype = 'advisory' AND d.datname = current_database()");
      other.createStatement().execute("SELECT pg_advisory_lock(" + JournalWriter.LOCK + ")");
      happens();
      awaitUntil(() -> part("journal").at("/status").asString().equals("OUT_OF_SERVICE"));
      assertThat(part("journal").at("/details/writer").asString()).isEqualTo("elsewhere");
      assertThat(part("journal").at("/details/waiting").asLong()).isEqualTo(1);
      // what is in the journal is folded: by itself that would look fresh
      assertThat(part("documents").at("/status").asString()).isEqualTo("UP");
      assertThat(status("")).isEqualTo(503);
      assertThat(status("/liveness")).isEqualTo(200);
    }
    awaitStatus("", 200);
    assertThat(part("journal").at("/details/writer").asString()).isEqualTo("here");

    running.bean(JournalWriter.class).stop();
    happens();
    awaitUntil(() -> part("journal").at("/details/writer").asString().equals("nobody"));
    assertThat(status("")).isEqualTo(503);
  }

  @Test
  void an_event_that_cannot_be_read_is_told_and_keeps_nobody_from_being_ready() throws Exception {
    try (Connection connection = log.open()) {
      log.append(connection, "unit:odd", 0, "unit.Unheard", "{}", "{}");
      connection.commit();
    }
    running.caughtUp();
    awaitStatus("", 503);
    assertThat(part("parked").at("/details/unreadable").asLong()).isEqualTo(1);
    assertThat(part("parked").at("/status").asString()).isEqualTo("OUT_OF_SERVICE");
    assertThat(status("/readiness")).isEqualTo(200);
  }

  @Test
  void a_database_that_swallows_everything_leaves_a_node_alive_and_not_ready() throws Exception {
    running.close();
    try (BlackHole hole = new BlackHole(database.url())) {
      running = Running.through(database, hole.url(), PATIENCE);
      happens();
      running.caughtUp();
      awaitStatus("", 200);

      hole.open();
      awaitUntil(
          () -> {
            // one answer says both: to ask again takes as long as the database may take to answer
            JsonNode journal = part("journal");
            return journal.at("/details/seen").isString()
                && journal.at("/status").asString().equals("OUT_OF_SERVICE");
          });
      assertThat(status("/readiness")).isEqualTo(503);
      assertThat(status("/liveness")).isEqualTo(200);
      assertThat(running.get("/actuator/prometheus").body())
          .contains("giaouoc_lag_seconds{of=\"journal\"} NaN");

      hole.shut();
      awaitStatus("", 200);
      // without its database it would wait for that before it ends
      running.close();
    }
  }

  @Test
  void the_details_are_for_who_keeps_the_system() {
    running.close();
    Tokens tokens = new Tokens();
    running = Running.withSettings(database, PATIENCE, tokens.setting());
    awaitStatus("", 200);
    assertThat(running.get("/actuator/health").body()).doesNotContain("details", "journal");
    assertThat(
            running
                .get("/actuator/health", "Authorization", "Bearer " + tokens.of(UnitId.of("good")))
                .body())
        .doesNotContain("details", "journal");
    assertThat(
            running
                .get(
                    "/actuator/health",
                    "Authorization",
                    "Bearer " + tokens.of(null, "administrator"))
                .body())
        .contains("details", "journal");
  }

  private void happens() {
    log.happened("2020", new UnitRenamed(UnitId.of("good"), "name"));
  }

  private int status(String group) {
    return running.get("/actuator/health" + group).statusCode();
  }

  private JsonNode part(String name) {
    HttpResponse<String> health = running.get("/actuator/health");
    return Wire.mapper().readTree(health.body()).at("/components/" + name);
  }

  private void awaitStatus(String group, int status) {
    awaitUntil(() -> status(group) == status);
  }

  private static void awaitUntil(BooleanSupplier true_) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!true_.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it never came").isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** Between a program and its database: hands everything on, or swallows it and says nothing. */
  private static final class BlackHole implements AutoCloseable {

    private final String url;
    private final int target;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean swallows;

    private BlackHole(String url) throws IOException {
      this.url = url;
      target = Integer.parseInt(url.replaceAll("^.*?:(\\d+)/.*$", "$1"));
      accept();
    }

    private String url() {
      return url.replace(":" + target + "/", ":" + server.getLocalPort() + "/");
    }

    private void open() {
      swallows = true;
    }

    /** What was swallowed is gone, and its connections with it; new ones are handed on. */
    private void shut() throws IOException {
      swallows = false;
      for (Socket socket : sockets) {
        socket.close();
      }
    }

    private void accept() {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  while (true) {
                    Socket from = server.accept();
                    Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
                    sockets.addAll(List.of(from, to));
                    pump(from, to);
                    pump(to, from);
                  }
                } catch (IOException e) {
                  // closed
                }
              });
    }

    private void pump(Socket from, Socket to) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (from;
                    to) {
                  InputStream in = from.getInputStream();
                  OutputStream out = to.getOutputStream();
                  byte[] bytes = new byte[8192];
                  for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    if (!swallows) {
                      out.write(bytes, 0, read);
                    }
                  }
                } catch (IOException e) {
                  // closed
                }
              });
    }

    @Override
    public void close() throws IOException {
      server.close();
      shut();
    }
  }
}
