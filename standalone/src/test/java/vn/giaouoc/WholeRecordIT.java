package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.shared.TestAxonServer;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.AxonServerLog;
import vn.giaouoc.shared.eventstore.StoredEvent;
import vn.giaouoc.shared.eventstore.Wire;

/** A record is taken from one installation and from one engine to another, by the command line. */
class WholeRecordIT {

  private static final String JSON = "application/json";
  private static final String AN_GIANG = "an-giang.khoi-3.2020.year-end";
  private static final String JOURNAL =
      "SELECT position || ' ' || event_id || ' ' || recorded_at || ' ' || stream || '@' || version"
          + " || ' ' || type || revision || payload || metadata || coalesce(audience, '') ||"
          + " coalesce(place, position) FROM read_model.journal ORDER BY position";

  /** Without the page of the journal with which it was folded. */
  private static final String DOCUMENTS =
      "SELECT fold || ' ' || key || ' ' || fold_version || last_fact || whole_from || document ||"
          + " made_of || known_to FROM read_model.document ORDER BY fold, key";

  private static final String REFERENCES =
      "SELECT stream || ' ' || event_identifier || ' ' || of_stream FROM command_side.reference"
          + " ORDER BY 1";

  @TempDir static Path folder;

  private static TestDatabase lived;
  private static Path file;
  private static long events;
  private static List<String> journal;
  private static List<String> documents;
  private static int names;

  private final StringWriter said = new StringWriter();

  @BeforeAll
  static void live() {
    lived = TestDatabase.create();
    try (Installation installation = Installation.start(Api.on(lived), 0)) {
      Api api = new Api(installation.url());
      SeedsIT.IN_ORDER.forEach(api::record);
      api.withdraw(AN_GIANG);
      register(api, "kg.so-y-te", "a-key");
      assertThat(
              api.post(
                      "/api/blocs",
                      JSON,
                      "{\"id\": \"bac-kan.khoi-9\", \"name\": \"Khối 9\", \"authority\": \"bac-kan\"}")
                  .statusCode())
          .isEqualTo(201);
      assertThat(alias(api, "kg.so-y-te", "SYT \"KG\"\u2028").statusCode()).isEqualTo(204);
      settle(lived, log(lived));
    }
    events = log(lived);
    journal = journal(lived);
    documents = documents(lived);
    file = folder.resolve("lived");
    assertThat(new WholeRecordIT().run(lived, "export", file)).isZero();
    assertThat(events).isGreaterThan(100);
  }

  @Test
  void a_record_goes_from_postgresql_to_postgresql_with_its_positions() throws IOException {
    TestDatabase other = TestDatabase.create();
    assertThat(run(other, "import", file)).as(said.toString()).isZero();
    assertThat(run(other, "verify", file)).isZero();
    assertThat(said.toString()).contains(events + " sự kiện, 0 vị trí giống hệt");
    try (Installation installation = Installation.start(Api.on(other), 0)) {
      settle(other, events);
      assertThat(journal(other)).isEqualTo(journal);
      assertThat(documents(other)).isEqualTo(documents);
      assertThat(lines(other, REFERENCES)).isEqualTo(lines(lived, REFERENCES)).isNotEmpty();
    }
    assertThat(run(other, "verify", file)).isZero();
    assertThat(said.toString()).contains(events + " sự kiện, " + events + " vị trí giống hệt");
    Path again = path();
    assertThat(run(other, "export", again)).isZero();
    assertThat(again).hasSameBinaryContentAs(file);

    // as where what lies beside the log was restored without it
    withoutLog(other);
    said.getBuffer().setLength(0);
    assertThat(run(other, "import", file)).as(said.toString()).isZero();
    assertThat(said.toString()).contains(events + " sự kiện, " + events + " vị trí giống hệt");
    assertThat(journal(other)).isEqualTo(journal);
    goesOn(other, Map.of());
    assertThat(run(other, "verify", file)).as("something was added").isEqualTo(1);
  }

  @Test
  void what_is_not_empty_takes_nothing() {
    assertThat(run(lived, "import", file)).isEqualTo(1);
    assertThat(said.toString()).contains("Chỉ nhập được vào một nhật ký còn trống.");
    assertThat(run(lived, "verify", file)).isZero();
    assertThat(run(lived, "export", file)).as("a file is not written over").isEqualTo(1);
    assertThat(said.toString()).contains("Tệp này đã có");
  }

  @Test
  void a_journal_of_something_else_takes_nothing() {
    TestDatabase other = TestDatabase.create();
    try (Installation installation = Installation.start(Api.on(other), 0)) {
      register(new Api(installation.url()), "kg.so-khac", "k");
      settle(other, 1);
    }
    withoutLog(other);
    assertThat(run(other, "import", file)).isEqualTo(1);
    assertThat(said.toString()).contains("Có khác biệt: position 1");
    assertThat(log(other)).isZero();
  }

  @Test
  void half_a_file_and_an_altered_one_are_refused_and_change_nothing() throws IOException {
    TestDatabase other = TestDatabase.create();
    String whole = Files.readString(file);
    List<String> lines = whole.lines().toList();
    String withoutEnd = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
    List<String> moved = new ArrayList<>(lines);
    moved.add(2, moved.remove(3));
    for (String bad :
        List.of(
            withoutEnd,
            whole.substring(0, whole.length() / 2),
            whole.replaceFirst("Sở", "So"),
            whole.replace("\"events\":" + events, "\"events\":" + (events - 1)),
            whole + lines.get(1),
            String.join("\n", moved))) {
      said.getBuffer().setLength(0);
      Path altered = Files.writeString(path(), bad);
      assertThat(run(other, "import", altered)).isEqualTo(1);
      assertThat(said.toString()).contains("Tệp bị cắt hoặc đã bị thay đổi");
      assertThat(run(lived, "verify", altered)).isEqualTo(1);
    }
    for (String foreign : List.of("", "{}", "giaouoc\n", whole.replaceFirst("1", "2"))) {
      said.getBuffer().setLength(0);
      assertThat(run(other, "import", Files.writeString(path(), foreign))).isEqualTo(1);
      assertThat(said.toString()).contains("Không phải tệp do giaouoc export ghi");
    }
    assertThat(run(other, "import", folder.resolve("none"))).isEqualTo(1);
    assertThat(said.toString()).contains("Không có tệp này").doesNotContain("Lỗi của chương trình");
    assertThat(log(other)).isZero();
    assertThat(run(other, "import", file)).isZero();
  }

  @Test
  void a_journal_that_is_not_the_whole_log_is_not_exported() {
    TestDatabase other = TestDatabase.create();
    assertThat(run(other, "import", file)).isZero();
    Path refused = path();
    assertThat(run(other, "export", refused)).isEqualTo(1);
    assertThat(said.toString()).contains("chưa được cấp vị trí");
    try (Installation installation = Installation.start(Api.on(other), 0)) {
      settle(other, events);
    }
    JdbcClient owner = JdbcClient.create(other.owner());
    for (String change :
        List.of(
            "UPDATE read_model.journal SET event_id = 'another' WHERE position = 7",
            "UPDATE read_model.journal SET payload = payload || ' ' WHERE position = 9",
            "DELETE FROM read_model.journal WHERE position = 5")) {
      owner.sql("CREATE TABLE kept AS SELECT * FROM read_model.journal").update();
      owner.sql(change).update();
      assertThat(run(other, "verify", file)).as(change).isEqualTo(1);
      assertThat(run(other, "export", refused)).as(change).isEqualTo(1);
      owner
          .sql(
              "DELETE FROM read_model.journal; INSERT INTO read_model.journal SELECT * FROM kept;"
                  + " DROP TABLE kept")
          .update();
    }
    assertThat(refused).doesNotExist();
    assertThat(run(other, "verify", file)).isZero();
    owner
        .sql(
            "UPDATE read_model.journal SET position = -1 WHERE position = 7; UPDATE"
                + " read_model.journal SET position = 7 WHERE position = 8; UPDATE"
                + " read_model.journal SET position = 8 WHERE position = -1")
        .update();
    assertThat(run(other, "verify", file)).as("positions were exchanged").isEqualTo(1);
  }

  @Test
  void a_record_goes_to_axon_server_lives_on_there_and_comes_back() throws IOException {
    try (TestAxonServer server = TestAxonServer.emptyOrSkip()) {
      String servers = server.engine().servers();
      TestDatabase same = TestDatabase.create();
      assertThat(run(same, "import", file)).isZero();
      try (Installation installation = Installation.start(Api.on(same), 0)) {
        settle(same, events);
      }

      assertThat(run(same, "import", file, "--axon-server", servers)).as(said.toString()).isZero();
      assertThat(run(same, "verify", file, "--axon-server", servers)).isZero();
      assertThat(said.toString()).contains(events + " sự kiện, " + events + " vị trí giống hệt");
      assertThat(journal(same)).isEqualTo(journal);
      Path again = path();
      assertThat(run(same, "export", again, "--axon-server", servers)).isZero();
      assertThat(again).hasSameBinaryContentAs(file);
      assertThat(run(same, "import", file, "--axon-server", servers)).isEqualTo(1);
      assertThat(said.toString()).contains("Chỉ nhập được vào một nhật ký còn trống.");

      Map<String, Object> onAxonServer =
          Map.of("giaouoc.engine", "axon-server", "giaouoc.axon-server.servers", servers);
      goesOn(same, onAxonServer);
      assertThat(journal(same).subList(0, (int) events)).isEqualTo(journal);
      Path later = path();
      assertThat(run(same, "export", later, "--axon-server", servers)).isZero();

      TestDatabase other = TestDatabase.create();
      assertThat(run(other, "import", later)).as(said.toString()).isZero();
      try (Installation installation = Installation.start(Api.on(other), 0)) {
        settle(other, journal(same).size());
        assertThat(journal(other)).isEqualTo(journal(same));
        assertThat(documents(other)).isEqualTo(documents(same));
        assertThat(lines(other, REFERENCES)).isEqualTo(lines(same, REFERENCES));
      }
      assertThat(run(other, "verify", later)).isZero();

      server.kill();
      assertThat(run(same, "verify", later, "--axon-server", servers)).isEqualTo(1);
      assertThat(said.toString())
          .contains("Axon Server không trả lời")
          .doesNotContain("Lỗi của chương trình");
    }
  }

  @Test
  void an_import_that_was_cut_short_is_known_as_one_and_goes_on() throws Exception {
    Path many = path();
    try (LogFile.Writer writer = new LogFile.Writer(many)) {
      for (int i = 0; i < 20_000; i++) {
        writer.write(
            new StoredEvent(
                0,
                "e" + i,
                "unit:kg.don-vi-" + i,
                0,
                "unit.UnitRegistered",
                "1",
                "{\"unit\":\"kg.don-vi-%d\",\"name\":\"Sở\",\"unitKind\":\"department\"}"
                    .formatted(i),
                "{\"appliesFrom\":\"2019\"}",
                Instant.ofEpochMilli(i)));
      }
      writer.end();
    }
    try (TestAxonServer server = TestAxonServer.emptyOrSkip();
        AxonServerLog log = new AxonServerLog(server.engine())) {
      String servers = server.engine().servers();
      TestDatabase database = TestDatabase.create();
      int[] ended = {-1};
      Thread importing =
          Thread.ofPlatform()
              .start(() -> ended[0] = run(database, "import", many, "--axon-server", servers));
      until(() -> log.head() >= 0);
      importing.interrupt();
      importing.join();
      assertThat(ended[0]).as(said.toString()).isEqualTo(1);
      assertThat(said.toString()).contains("hãy chạy lại").doesNotContain("Lỗi của chương trình");
      assertThat(log.head()).isBetween(0L, 19_998L);

      assertThat(run(database, "verify", many, "--axon-server", servers)).isEqualTo(1);
      assertThat(run(database, "import", file, "--axon-server", servers)).isEqualTo(1);
      assertThat(run(TestDatabase.create(), "import", many, "--axon-server", servers)).isEqualTo(1);
      Map<String, Object> onAxonServer =
          Map.of("giaouoc.engine", "axon-server", "giaouoc.axon-server.servers", servers);
      assertThat(
              catchThrowable(() -> Installation.start(Api.on(database), 0, onAxonServer).close()))
          .rootCause()
          .hasMessageContaining("an import was cut short");

      assertThat(run(database, "import", many, "--axon-server", servers))
          .as(said.toString())
          .isZero();
      assertThat(log.head()).isEqualTo(19_999);
      try (Installation installation = Installation.start(Api.on(database), 0, onAxonServer)) {
        until(() -> journal(database).size() == 20_000);
      }
      assertThat(run(database, "verify", many, "--axon-server", servers)).isZero();
    }
  }

  private static void withoutLog(TestDatabase database) {
    JdbcClient.create(database.owner())
        .sql(
            "ALTER TABLE event_store.domain_event_entry DISABLE TRIGGER ALL; DELETE FROM"
                + " event_store.domain_event_entry")
        .update();
  }

  /** What was answered before is answered again, what rests on something keeps it, more follows. */
  private static void goesOn(TestDatabase database, Map<String, Object> settings) {
    try (Installation installation = Installation.start(Api.on(database), 0, settings)) {
      Api api = new Api(installation.url());
      // a node that has just started is unknown to Axon Server for a moment
      until(() -> alias(api, "kg.so-y-te", "Sở").statusCode() == 204);
      register(api, "kg.so-y-te", "a-key");
      settle(database, events + 1);
      assertThat(journal(database)).as("a key that was used before").hasSize((int) events + 1);
      api.record("004");
      api.withdraw(AN_GIANG);
      assertThat(
              api.post(
                      "/api/proceedings/bac-kan.khoi-van-hoa-xa-hoi.2019.year-end/withdrawal",
                      JSON,
                      "{\"reason\": \"Nhập nhầm\"}")
                  .statusCode())
          .as("a bloc rests on it")
          .isEqualTo(409);
    }
  }

  private static void register(Api api, String unit, String key) {
    assertThat(
            api.post(
                    "/api/units",
                    JSON,
                    "{\"id\": \"%s\", \"name\": \"Sở Y tế\", \"kind\": \"department\"}"
                        .formatted(unit),
                    "Idempotency-Key",
                    key)
                .statusCode())
        .isEqualTo(201);
  }

  private static HttpResponse<String> alias(Api api, String unit, String alias) {
    return api.post(
        "/api/units/" + unit + "/aliases",
        JSON,
        Wire.mapper().writeValueAsString(Map.of("alias", alias)));
  }

  private static Path path() {
    return folder.resolve("file-" + (++names));
  }

  /** Until so many events are in the documents. */
  private static void settle(TestDatabase database, long many) {
    until(
        () ->
            JdbcClient.create(database.owner())
                    .sql("SELECT position FROM read_model.folded")
                    .query(Long.class)
                    .single()
                >= many);
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static long log(TestDatabase database) {
    return JdbcClient.create(database.owner())
        .sql("SELECT count(*) FROM event_store.domain_event_entry")
        .query(Long.class)
        .single();
  }

  private static List<String> journal(TestDatabase database) {
    return lines(database, JOURNAL);
  }

  private static List<String> documents(TestDatabase database) {
    return lines(database, DOCUMENTS);
  }

  private static List<String> lines(TestDatabase database, String sql) {
    return JdbcClient.create(database.owner()).sql(sql).query(String.class).list();
  }

  private int run(TestDatabase database, String command, Path path, String... more) {
    try {
      Path password = folder.resolve("password");
      Files.writeString(password, "test", StandardCharsets.UTF_8);
      List<String> arguments = new ArrayList<>(List.of(command, path.toString()));
      arguments.addAll(List.of("--database-url", database.url(), "--database-user", "postgres"));
      arguments.addAll(List.of("--database-password-file", password.toString()));
      arguments.addAll(List.of(more));
      PrintWriter out = new PrintWriter(said, true);
      return Giaouoc.execute(out, out, arguments.toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
