package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.command.ballot.SecretBallots;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.Threshold;

/** Whatever is broken for real behind a command side is told by its health; what is mended too. */
class CommandHealthIT {

  private static final Path DIRECTORY = Here.directory();
  private static final Path KEYS = DIRECTORY.resolveSibling("keys");
  private static FallibleDatabase database;
  private static int units;

  private final HttpClient http = HttpClient.newHttpClient();
  private ConfigurableApplicationContext node;

  @BeforeAll
  static void open() throws Exception {
    database = new FallibleDatabase(DIRECTORY);
    DatabaseSetup.prepare(
        database.owner(),
        Map.of(DatabaseSetup.COMMAND_ROLE, "test", DatabaseSetup.QUERY_ROLE, "test"));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void start() {
    node =
        new SpringApplicationBuilder(Side.COMMAND.program())
            .properties("spring.config.name=command-side")
            .run(
                "--server.port=0",
                "--giaouoc.ballots.keys=" + KEYS,
                "--" + Side.COMMAND.database("url") + "=" + database.url(),
                "--" + Side.COMMAND.database("password") + "=test");
  }

  @AfterEach
  void end() {
    node.close();
    http.close();
  }

  @Test
  void without_its_database_it_is_alive_and_not_ready_and_so_again_when_that_is_back() {
    assertThat(status("/readiness")).isEqualTo(200);
    database.kill();
    // each waits for a connection as long as it may
    CompletableFuture<String> registered = CompletableFuture.supplyAsync(this::registered);
    assertThat(status("/readiness")).isEqualTo(503);
    assertThat(registered.join()).startsWith("503 ");
    assertThat(status("/liveness")).isEqualTo(200);
    database.start();
    awaitUntil(() -> status("/readiness") == 200);
    awaitUntil(() -> part("recording").at("/status").asString().equals("UP"));
    assertThat(registered()).startsWith("201 ");
  }

  @Test
  void a_database_that_answers_and_takes_nothing_is_told_and_refuses_nobody_for_good()
      throws Exception {
    assertThat(part("recording").at("/status").asString()).isEqualTo("UP");
    sessionsBegin("SET default_transaction_read_only = on");
    awaitUntil(() -> part("recording").at("/status").asString().equals("OUT_OF_SERVICE"));
    assertThat(part("db").at("/status").asString()).isEqualTo("UP");
    assertThat(status("")).isEqualTo(503);
    // no other node would take it
    assertThat(status("/readiness")).isEqualTo(200);
    assertThat(registered()).startsWith("503 ").contains("/problems/unavailable");
    sessionsBegin("RESET default_transaction_read_only");
    awaitUntil(() -> part("recording").at("/status").asString().equals("UP"));
    assertThat(registered()).startsWith("201 ");
  }

  @Test
  void a_directory_of_keys_that_is_gone_is_told() throws Exception {
    assertThat(part("ballotKeys").at("/status").asString()).isEqualTo("UP");
    Path away = Files.move(KEYS, KEYS.resolveSibling("away"));
    assertThat(part("ballotKeys").at("/status").asString()).isEqualTo("OUT_OF_SERVICE");
    assertThat(status("/readiness")).isEqualTo(200);
    Files.move(away, KEYS);
    assertThat(part("ballotKeys").at("/status").asString()).isEqualTo("UP");
  }

  @Test
  void a_box_that_nobody_can_open_any_more_is_told_while_the_poll_is_open() throws Exception {
    assertThat(part("repeated").at("/status").asString()).isEqualTo("UP");
    assertThat(figure()).isEqualTo("0.0");
    node.getBean(SecretBallots.class)
        .prepare(
            PollId.of("an-giang.khoi-3.2026.year-end.leader"),
            List.of(
                new Question(
                    "leader",
                    List.of(Subject.LEADERSHIP),
                    Contest.WHOLE_BLOC,
                    new Words("0".repeat(64)),
                    Question.Form.CHOOSE,
                    List.of(
                        new Question.Option("a", null, null), new Question.Option("b", null, null)),
                    1,
                    1,
                    Threshold.MORE_THAN_HALF,
                    null,
                    List.of())));
    try (Stream<Path> keys = Files.list(KEYS)) {
      for (Path each : keys.toList()) {
        Files.delete(each);
      }
    }
    // boxes are looked at when it starts, and every minute
    node.close();
    start();
    awaitUntil(() -> part("repeated").at("/details/Boxes").asString("").equals("failed"));
    assertThat(part("repeated").at("/status").asString()).isEqualTo("OUT_OF_SERVICE");
    assertThat(status("/readiness")).isEqualTo(200);
    assertThat(figure()).isEqualTo("1.0");
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM command_side.ballot_box");
    }
  }

  /** Changes how the sessions of the role begin, and has them begin anew. */
  private static void sessionsBegin(String setting) throws Exception {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE " + DatabaseSetup.COMMAND_ROLE + " " + setting);
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"
              + DatabaseSetup.COMMAND_ROLE
              + "'");
    }
  }

  private String registered() {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(address("/api/units"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"id\":\"an-giang.so-%d\",\"name\":\"Sở\",\"kind\":\"department\"}"
                            .formatted(++units))));
    return answer.statusCode() + " " + answer.body();
  }

  private String figure() {
    return send(HttpRequest.newBuilder(address("/actuator/prometheus")))
        .body()
        .lines()
        .filter(line -> line.startsWith("giaouoc_repeated_failing{work=\"Boxes\"} "))
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .findFirst()
        .orElseThrow();
  }

  private int status(String group) {
    return send(HttpRequest.newBuilder(address("/actuator/health" + group))).statusCode();
  }

  private JsonNode part(String name) {
    return Wire.mapper()
        .readTree(send(HttpRequest.newBuilder(address("/actuator/health"))).body())
        .at("/components/" + name);
  }

  private URI address(String path) {
    return URI.create(
        "http://127.0.0.1:" + node.getEnvironment().getProperty("local.server.port") + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitUntil(BooleanSupplier there) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!there.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it never came").isLessThan(end);
      LockSupport.parkNanos(50_000_000);
    }
  }
}
