package vn.giaouoc.command.proceedings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.command.CommandSide;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/** Recording and withdrawing over HTTP, on a real PostgreSQL. */
class RecordingIT {

  private static final String MID_YEAR = "kien-giang.khoi-4.2019.mid-year";
  private static final String YEAR_END = "kien-giang.khoi-4.2019.year-end";
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static TestDatabase database;
  private static ConfigurableApplicationContext commandSide;
  private static String url;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    commandSide =
        new SpringApplicationBuilder(CommandSide.class)
            .run(
                "--spring.config.name=command-side",
                "--server.port=0",
                "--giaouoc.command.database.url=" + database.url(),
                "--giaouoc.command.database.user=" + DatabaseSetup.COMMAND_ROLE,
                "--giaouoc.command.database.password=test");
    url =
        "http://localhost:" + ((WebServerApplicationContext) commandSide).getWebServer().getPort();
  }

  @AfterAll
  static void stop() {
    commandSide.close();
  }

  @BeforeEach
  void emptyLog() {
    JdbcClient owner = JdbcClient.create(database.owner());
    owner.sql("ALTER TABLE event_store.domain_event_entry DISABLE TRIGGER ALL").update();
    owner.sql("DELETE FROM event_store.domain_event_entry").update();
    owner.sql("ALTER TABLE event_store.domain_event_entry ENABLE TRIGGER ALL").update();
    owner.sql("TRUNCATE command_side.reference, command_side.words, command_side.person").update();
  }

  @Test
  void a_file_is_recorded_as_one_batch_and_answered_fact_by_fact() {
    HttpResponse<String> answer = record(file(MID_YEAR, "2019-08-02T14:00", "2019-08-05", ""));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"proceedings:" + MID_YEAR + "@0\"");
    JsonNode body = JSON.readTree(answer.body());
    assertThat(body.at("/outcome").asString()).isEqualTo("recorded");
    assertThat(body.at("/counts/new").asInt())
        .isEqualTo(body.at("/counts/facts").asInt())
        .isPositive();
    assertThat(rows("SELECT DISTINCT transaction_id::text FROM event_store.domain_event_entry"))
        .hasSize(1);
    assertThat(types())
        .contains("unit.UnitRegistered", "bloc.RollAttested", "proceedings.ProceedingsRecorded");
  }

  @Test
  void a_dry_run_answers_the_same_and_leaves_nothing() {
    String file = file(MID_YEAR, "2019-08-02T14:00", "2019-08-05", "");
    JsonNode dry = JSON.readTree(post("/api/proceedings?dryRun=true", file).body());
    assertThat(dry.at("/outcome").asString()).isEqualTo("would-be-recorded");
    assertThat(types()).isEmpty();
    assertThat(rows("SELECT digest FROM command_side.words")).isEmpty();

    JsonNode real = JSON.readTree(record(file).body());
    assertThat(dry.at("/facts")).isEqualTo(real.at("/facts"));
  }

  @Test
  void the_same_file_twice_changes_nothing() {
    String file = file(MID_YEAR, "2019-08-02T14:00", "2019-08-05", "");
    record(file);
    List<String> before = types();

    HttpResponse<String> again = record(file);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(again.body()).at("/outcome").asString()).isEqualTo("already-recorded");
    assertThat(types()).isEqualTo(before);
  }

  @Test
  void another_file_under_the_same_name_is_refused() {
    record(file(MID_YEAR, "2019-08-02T14:00", "2019-08-05", ""));
    List<String> before = types();

    HttpResponse<String> other = record(file(MID_YEAR, "2019-08-02T14:00", "2019-08-06", ""));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(JSON.readTree(other.body()).at("/type").asString())
        .isEqualTo("/problems/proceedings-recorded-otherwise");
    assertThat(types()).isEqualTo(before);
  }

  @Test
  void a_fact_that_is_recorded_already_gains_a_source_and_no_second_event() {
    record(file(MID_YEAR, "2019-08-02T14:00", "2019-08-05", ""));
    JsonNode second =
        JSON.readTree(record(file(YEAR_END, "2020-02-05T08:00", "2020-02-13", "")).body());

    assertThat(second.at("/counts/confirmed").asInt()).isPositive();
    assertThat(types().stream().filter("unit.UnitRegistered"::equals)).hasSize(3);
    assertThat(types()).contains("history.SourceAdded");
  }

  @Test
  void a_fact_that_another_source_tells_otherwise_is_recorded_with_a_doubt_that_names_both() {
    record(
        file(
            MID_YEAR,
            "2019-08-02T14:00",
            "2019-08-05",
            "leadership:\n- attested: {term: 2019, leader: kg.y-te}\n"));
    JsonNode second =
        JSON.readTree(
            record(
                    file(
                        YEAR_END,
                        "2020-02-05T08:00",
                        "2020-02-13",
                        "leadership:\n- attested: {term: 2019, leader: kg.du-lich}\n"))
                .body());

    assertThat(second.at("/counts/doubts").asInt()).isEqualTo(1);
    assertThat(
            rows("SELECT meta_data FROM event_store.domain_event_entry WHERE payload_type ="
                    + " 'leadership.LeadershipAttested' ORDER BY global_index")
                .getLast())
        .contains("sources-differ", MID_YEAR, YEAR_END);
  }

  @Test
  void a_withdrawal_touches_every_stream_of_the_batch_and_the_file_can_be_recorded_again() {
    String file = file(MID_YEAR, "2019-08-02T14:00", "2019-08-05", "");
    record(file);
    int streams =
        rows("SELECT DISTINCT aggregate_identifier FROM event_store.domain_event_entry").size();

    HttpResponse<String> withdrawn =
        post("/api/proceedings/" + MID_YEAR + "/withdrawal", "{\"reason\": \"Nhập nhầm\"}");
    assertThat(withdrawn.statusCode()).isEqualTo(204);
    assertThat(types().stream().filter("history.RecordWithdrawn"::equals)).hasSize(streams - 1);
    assertThat(
            post("/api/proceedings/" + MID_YEAR + "/withdrawal", "{\"reason\": \"lần nữa\"}")
                .statusCode())
        .isEqualTo(404);

    JsonNode again = JSON.readTree(record(file).body());
    assertThat(again.at("/recording").asInt()).isEqualTo(2);
    assertThat(again.at("/counts/confirmed").asInt()).isZero();
  }

  @Test
  void a_withdrawal_needs_a_reason() {
    record(file(MID_YEAR, "2019-08-02T14:00", "2019-08-05", ""));
    HttpResponse<String> refused =
        post("/api/proceedings/" + MID_YEAR + "/withdrawal", "{\"reason\": \" \"}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("reason");
  }

  @Test
  void a_batch_on_which_a_later_event_of_its_stream_rests_is_not_withdrawn() {
    record(file(MID_YEAR, "2019-08-02T14:00", "2019-08-05", ""));
    assertThat(post("/api/units/kg.y-te/aliases", "{\"alias\": \"SYT\"}").statusCode())
        .isEqualTo(204);

    HttpResponse<String> refused =
        post("/api/proceedings/" + MID_YEAR + "/withdrawal", "{\"reason\": \"Nhập nhầm\"}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(JSON.readTree(refused.body()).at("/detail").asString()).isEqualTo("unit:kg.y-te");
    assertThat(types()).doesNotContain("history.RecordWithdrawn");
  }

  @Test
  void a_batch_on_which_a_later_event_of_another_stream_rests_is_not_withdrawn() {
    record(file(MID_YEAR, "2019-08-02T14:00", "2019-08-05", ""));
    assertThat(
            post(
                    "/api/blocs",
                    "{\"id\": \"kg.khoi-9\", \"name\": \"Khối 9\", \"authority\": \"kg.y-te\"}")
                .statusCode())
        .isEqualTo(201);

    HttpResponse<String> refused =
        post("/api/proceedings/" + MID_YEAR + "/withdrawal", "{\"reason\": \"Nhập nhầm\"}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(JSON.readTree(refused.body()).at("/detail").asString()).isEqualTo("unit:kg.y-te");
  }

  @Test
  void what_another_source_tells_too_can_be_withdrawn_although_later_events_rest_on_it() {
    record(file(MID_YEAR, "2019-08-02T14:00", "2019-08-05", ""));
    record(file(YEAR_END, "2020-02-05T08:00", "2020-02-13", ""));
    post("/api/units/kg.y-te/aliases", "{\"alias\": \"SYT\"}");

    assertThat(
            post("/api/proceedings/" + MID_YEAR + "/withdrawal", "{\"reason\": \"Nhập nhầm\"}")
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void a_wrong_file_is_refused_with_its_place_and_changes_nothing() {
    HttpResponse<String> refused = record(file(MID_YEAR, "2019-02-30", "2019-08-05", ""));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode error = JSON.readTree(refused.body()).at("/errors/0");
    assertThat(error.at("/line").asInt()).isEqualTo(22);
    assertThat(types()).isEmpty();
  }

  @Test
  void files_that_tell_the_same_at_once_tell_the_same_facts_in_the_same_words() throws Exception {
    int files = 6;
    String person = "  presiding:\n  - {person: Nguyễn Văn Thử}\n";
    List<Callable<HttpResponse<String>>> recordings = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      String file =
          file(MID_YEAR, "2019-08-02T14:00", "2019-08-05", person)
              .replace("proceedings: " + MID_YEAR, "proceedings: " + MID_YEAR + "." + i);
      recordings.add(() -> record(file));
    }
    int withNewFacts = 0;
    try (ExecutorService together = Executors.newFixedThreadPool(files)) {
      for (Future<HttpResponse<String>> recording : together.invokeAll(recordings)) {
        assertThat(recording.get().statusCode()).isEqualTo(201);
        withNewFacts += JSON.readTree(recording.get().body()).at("/counts/new").asInt() > 0 ? 1 : 0;
      }
    }
    assertThat(withNewFacts).isEqualTo(1);
    assertThat(rows("SELECT text FROM command_side.words")).doesNotHaveDuplicates();
    assertThat(rows("SELECT id::text FROM command_side.person")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/units | {",
        "/api/units | null",
        "/api/units | []",
        "/api/units | {\"id\": \"a\", \"name\": \"A\", \"kind\": 3}",
        "/api/units | {\"id\": \"a\", \"name\": \"A\", \"kind\": \"x\"}",
        "/api/units | {\"id\": \"Sở\", \"name\": \"A\", \"kind\": \"department\"}",
        "/api/units | {\"id\": \"a\", \"name\": \"A\\u0000\", \"kind\": \"department\"}",
        "/api/units/a/names | {\"name\": \"A\"}",
        "/api/proceedings/a/withdrawal | {\"reason\": \"A\\u0000\"}",
        "/api/blocs/a/leadership/designations | {\"term\": {\"from\": \"2026-01-01\"}, \"leader\": \"a\"}",
        "/api/blocs/a/leadership/designations | {\"term\": {\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"},"
            + " \"leader\": \"a\", \"deputies\": [null]}",
        "/api/blocs/a/leadership/designations | {\"term\": {\"from\": \"2026-01-01\", \"to\": \"2026-12-31\"},"
            + " \"leader\": \"a\", \"deputies\": [{}]}",
      })
  void a_body_that_cannot_be_read_is_refused_in_both_languages(String path, String body) {
    HttpResponse<String> refused = post(path, body, "If-Match", "\"unit:a@99999999999999999999\"");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertRefusedInBothLanguages(refused);
  }

  @Test
  void what_comes_in_parts_is_refused_as_any_other_type() {
    HttpResponse<String> refused = post("/api/units", "{}", "Content-Type", "multipart/form-data");
    assertThat(refused.statusCode()).isEqualTo(415);
    assertRefusedInBothLanguages(refused);
  }

  @Test
  void an_unknown_address_is_refused_in_both_languages() {
    HttpResponse<String> refused = post("/api/nothing", "{}");
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(refused.body()).at("/title").asString())
        .isEqualTo("Không có địa chỉ này (There is no such address)");
  }

  @Test
  void too_large_a_body_is_refused() {
    HttpResponse<String> refused = post("/api/proceedings", "#".repeat(9_000_000));
    assertThat(refused.statusCode()).isEqualTo(413);
    assertRefusedInBothLanguages(refused);
  }

  private static void assertRefusedInBothLanguages(HttpResponse<String> refused) {
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = JSON.readTree(refused.body());
    assertThat(problem.at("/title").asString()).isNotBlank().isNotEqualTo("Bad Request");
    assertThat(problem.at("/titleEn").asString()).isNotBlank();
    assertThat(refused.body()).doesNotContain("vn.giaouoc", "java.");
  }

  @Test
  void no_persons_name_is_in_the_log() {
    record(
        file(
            MID_YEAR,
            "2019-08-02T14:00",
            "2019-08-05",
            "  presiding:\n  - {unit: kg.y-te, person: Nguyễn Văn Thử, capacity: Phó Giám đốc}\n"));

    assertThat(rows("SELECT payload || meta_data FROM event_store.domain_event_entry").toString())
        .contains("Phó Giám đốc")
        .doesNotContain("Nguyễn Văn Thử");
    assertThat(rows("SELECT encode(name, 'escape') FROM command_side.person").toString())
        .doesNotContain("Thử");
  }

  @Test
  void a_stale_version_is_refused_and_a_missing_one_is_asked_for() {
    post(
        "/api/units", "{\"id\": \"kg\", \"name\": \"UBND tỉnh\", \"kind\": \"peoples-committee\"}");
    assertThat(post("/api/units/kg/names", "{\"name\": \"UBND\"}").statusCode()).isEqualTo(428);
    assertThat(
            post("/api/units/kg/names", "{\"name\": \"UBND\"}", "If-Match", "\"unit:kg@0\"")
                .statusCode())
        .isEqualTo(204);
    assertThat(
            post("/api/units/kg/names", "{\"name\": \"Uỷ ban\"}", "If-Match", "\"unit:kg@0\"")
                .statusCode())
        .isEqualTo(412);
    assertThat(
            post("/api/units/kg/names", "{\"name\": \"Uỷ ban\"}", "If-Match", "\"unit:x@0\"")
                .statusCode())
        .isEqualTo(400);
  }

  private static String file(String id, String on, String published, String more) {
    return """
        proceedings: %1$s
        source: {title: Một bài báo, published: %3$s}
        units:
          kg: {name: Ủy ban nhân dân tỉnh, kind: peoples-committee}
          kg.y-te: {name: Sở Y tế, kind: department, authority: kg}
          kg.du-lich: {name: Sở Du lịch, kind: department, authority: kg}
        bloc:
          id: kg.khoi-4
          name: Khối thi đua 4
          kind: khối
          authority: kg
          members:
            stated: 2
            named: [kg.y-te, kg.du-lich]
        cycles:
        - id: kg.khoi-4.2019
          year: 2019
        conference:
          id: %1$s
          kind: mid-year
          title: Hội nghị
          on: %2$s
          place: Hội trường
          entries:
          - {kind: comment, text: Một ý kiến}
          attendance:
            present: [{role: guest, capacity: đại diện}]
        %4$s"""
        .formatted(id, on, published, more);
  }

  private static HttpResponse<String> record(String yaml) {
    return post("/api/proceedings", yaml);
  }

  private static HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header(
                "Content-Type",
                path.matches("/api/proceedings(\\?.*)?") ? "application/yaml" : "application/json")
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      for (int i = 0; i < headers.length; i += 2) {
        request.setHeader(headers[i], headers[i + 1]);
      }
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> types() {
    return rows("SELECT payload_type FROM event_store.domain_event_entry ORDER BY global_index");
  }

  private static List<String> rows(String sql) {
    return JdbcClient.create(database.owner()).sql(sql).query(String.class).list();
  }
}
