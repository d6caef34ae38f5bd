package vn.giaouoc.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Recorder;
import vn.giaouoc.query.Recorder.Paper;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Vocabulary;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.Role;
import vn.giaouoc.shared.eventstore.EventTypes;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** The read API over HTTP. */
class ReadingIT {

  private static final UUID PERSON = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final UUID FORGOTTEN = UUID.fromString("00000000-0000-4000-8000-000000000002");

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Log LOG = new Log(DATABASE);
  private static final Recorder RECORDER = new Recorder(LOG);
  private static Running running;
  private static long facts;

  @BeforeAll
  static void given() throws Exception {
    running = Running.withWeb(DATABASE);
    RECORDER.record(new Paper("paper-000", "2020-02-13", Vocabulary.facts()));
    LOG.happened(
        "2020-02-05",
        new ConferenceEvent.PresidingRecorded(
            Vocabulary.YEAR_END,
            List.of(
                new Attendee(Role.HOST, Vocabulary.HEALTH, new PersonId(PERSON), "Giám đốc"),
                new Attendee(Role.GUEST, null, new PersonId(FORGOTTEN), null))));
    facts = Vocabulary.facts().size() + 2;
    JdbcClient owner = running.owner();
    owner
        .sql("CREATE TABLE command_side.words (digest text PRIMARY KEY, salt bytea, text text)")
        .update();
    owner
        .sql("CREATE TABLE command_side.person (id uuid PRIMARY KEY, key bytea, name bytea)")
        .update();
    owner.sql("GRANT SELECT ON command_side.words, command_side.person TO giaouoc_query").update();
    owner
        .sql(
            "INSERT INTO command_side.words VALUES ('aa', null, 'Nội dung thứ nhất'), ('bb', null,"
                + " null)")
        .update();
    byte[] key = new byte[32];
    byte[] nonce = new byte[12];
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    byte[] sealed = cipher.doFinal("Đặng Hồng Sơn".getBytes(StandardCharsets.UTF_8));
    byte[] name = new byte[12 + sealed.length];
    System.arraycopy(sealed, 0, name, 12, sealed.length);
    owner
        .sql("INSERT INTO command_side.person VALUES (?, ?, ?)")
        .params(PERSON, key, name)
        .update();
    owner
        .sql("INSERT INTO command_side.person VALUES (?, null, ?)")
        .params(FORGOTTEN, name)
        .update();
    running.caughtUp();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void an_answer_has_ids_names_texts_moment_and_versions() {
    JsonNode body = running.answer("/api/blocs/kien-giang.khoi-4");

    assertThat(body.at("/answer/bloc").asString()).isEqualTo("kien-giang.khoi-4");
    assertThat(body.at("/answer/name").asString()).isEqualTo("Khối thi đua 4");
    assertThat(body.at("/answer/sources").toString()).isEqualTo("[\"paper-000\"]");
    assertThat(body.at("/answer/remarks/0/about").asString()).isEqualTo("count-differs-from-list");
    assertThat(body.at("/names").path("unit:kien-giang.so-y-te").asString()).isEqualTo("Sở Y tế");
    assertThat(body.at("/asked/position").asLong()).isGreaterThanOrEqualTo(facts);
    assertThat(body.at("/asked/recordedAt").asString()).isNotBlank();
    assertThat(body.at("/uncertain").isEmpty()).isTrue();
    assertThat(body.at("/versions").path("bloc:kien-giang.khoi-4").asLong()).isEqualTo(6);
    assertThat(body.at("/versions").path("leadership:kien-giang.khoi-4").asLong()).isEqualTo(3);
  }

  @Test
  void the_roll_of_any_day() {
    assertThat(members("2018-03-19")).isEmpty();
    assertThat(members("2018-03-20"))
        .containsExactly("kien-giang.so-y-te", "kien-giang.so-du-lich", "kien-giang.so-khcn");
    assertThat(members("2020-02-05")).containsExactly("kien-giang.so-y-te", "kien-giang.so-khcn");
    assertThat(members("2021-01-29")).containsExactly("kien-giang.so-khcn");
  }

  @Test
  void a_unit_knows_that_a_complete_list_left_it_out() {
    JsonNode unit = running.answer("/api/units/kien-giang.so-du-lich").at("/answer");
    assertThat(unit.at("/blocs/0/since").asString()).isEqualTo("2018-03-20");
    assertThat(unit.at("/blocs/0/until").asString()).isEqualTo("2020-02-05");
    assertThat(unit.at("/names").size()).isEqualTo(2);
  }

  @Test
  void names_are_those_of_the_moment() {
    assertThat(nameOfTourism("2019-08-02")).isEqualTo("Sở Du lịch");
    assertThat(nameOfTourism("2020-08-02")).isEqualTo("Sở Văn hóa và Du lịch");
  }

  @Test
  void designated_is_not_in_office_and_a_handover_is() {
    JsonNode before =
        running.answer("/api/blocs/kien-giang.khoi-4/leadership?on=2019-12-31").at("/answer");
    assertThat(before.at("/inOffice/leader").asString()).isEqualTo("kien-giang.so-y-te");
    assertThat(before.at("/inOffice/deputies/0/unit").asString())
        .isEqualTo("kien-giang.so-du-lich");
    assertThat(before.at("/designations").isEmpty()).isTrue();

    JsonNode after = running.answer("/api/blocs/kien-giang.khoi-4/leadership").at("/answer");
    assertThat(after.at("/inOffice/leader").asString()).isEqualTo("kien-giang.so-du-lich");
    assertThat(after.at("/inOffice/deputies").isEmpty()).isTrue();
    assertThat(after.at("/designations/0/tookOffice/on").asString()).isEqualTo("2020-02-05");
    assertThat(after.at("/pastOffices").size()).isEqualTo(2);
  }

  @Test
  void a_date_too_coarse_to_decide_is_said() {
    JsonNode body = running.answer("/api/cycles/kien-giang.khoi-4.2019?effective=2019-06-01");
    assertThat(body.at("/uncertain/0/type").asString()).isEqualTo("cycle.CycleOpened");
    assertThat(body.at("/asked/effective").asString()).isEqualTo("2019-06-01");
    JsonNode step = body.at("/answer/steps/5");
    assertThat(step.at("/step").asString()).isEqualTo("ranking");
    assertThat(step.at("/state").asString()).isEqualTo("unknown");
  }

  @Test
  void the_standing_with_why() {
    JsonNode standing = running.answer("/api/cycles/kien-giang.khoi-4.2019/standing").at("/answer");
    assertThat(standing.at("/state").asString()).isEqualTo("recorded");
    assertThat(standing.at("/contests/0/places/0/unit").asString()).isEqualTo("kien-giang.so-khcn");

    JsonNode before =
        running
            .answer("/api/cycles/kien-giang.khoi-4.2019/standing?effective=2019-12-31")
            .at("/answer");
    assertThat(before.at("/state").asString()).isEqualTo("not-recorded");

    JsonNode why =
        running
            .answer("/api/cycles/kien-giang.khoi-4.2019/standing/kien-giang.so-khcn")
            .at("/answer");
    List<String> says = new ArrayList<>();
    why.at("/grounds").forEach(ground -> says.add(ground.at("/says").asString()));
    assertThat(says)
        .containsExactly(
            "Sở Khoa học và Công nghệ: Lớp đào tạo đạt 8 lớp trên chỉ tiêu 10 (80%).",
            "Khối quyết định bằng cách thảo luận, bình xét, rồi thống nhất, và chọn Sở Khoa học và"
                + " Công nghệ.",
            "Sở Khoa học và Công nghệ được xếp thứ 1.",
            "Sở Khoa học và Công nghệ được đề nghị tặng Cờ thi đua của UBND tỉnh năm 2019; đây là"
                + " đề nghị, chưa phải quyết định khen thưởng.");
    assertThat(why.at("/points").asString()).isEqualTo("not-recorded");
    assertThat(why.at("/grounds/2/position").asLong()).isPositive();
    assertThat(why.at("/grounds/2/sources/0/proceedings").asString()).isEqualTo("paper-000");
  }

  @Test
  void decimals_are_strings() {
    JsonNode row =
        running.answer("/api/cycles/kien-giang.khoi-4.2019/progress").at("/answer/rows/0");
    assertThat(row.at("/figure/actual/value").isString()).isTrue();
    assertThat(row.at("/stage").asString()).isEqualTo("mid-year");
  }

  @Test
  void texts_and_persons_are_joined_and_what_was_taken_away_is_not() {
    JsonNode cycle = running.answer("/api/cycles/kien-giang.khoi-4.2019");
    assertThat(cycle.at("/texts").toString()).isEqualTo("{\"aa\":\"Nội dung thứ nhất\"}");
    JsonNode conference = running.answer("/api/conferences/kien-giang.khoi-4.2019.year-end");
    assertThat(conference.at("/texts").isEmpty()).isTrue();
    assertThat(conference.at("/persons").toString())
        .isEqualTo("{\"" + PERSON + "\":\"Đặng Hồng Sơn\"}");
    assertThat(conference.at("/answer/awards").size()).isEqualTo(1);
    assertThat(conference.at("/answer/decisions").size()).isEqualTo(1);
  }

  @Test
  void as_of_a_position_or_an_instant() {
    assertThat(running.get("/api/blocs/kien-giang.khoi-4?asOf=0").statusCode()).isEqualTo(404);
    assertThat(
            running
                .get("/api/blocs/kien-giang.khoi-4?asOf=2001-01-01T00:00:00%2B07:00")
                .statusCode())
        .isEqualTo(404);
    JsonNode early = running.answer("/api/blocs/kien-giang.khoi-4?asOf=9");
    assertThat(early.at("/answer/roll").isEmpty()).isTrue();
    assertThat(early.at("/asked/position").asLong()).isEqualTo(9);
    String recordedAt = early.at("/asked/recordedAt").asString();
    // all of a paper is recorded in one transaction, but each event has its own instant
    assertThat(
            running
                .answer("/api/blocs/kien-giang.khoi-4?asOf=" + recordedAt)
                .at("/asked/position")
                .asLong())
        .isGreaterThanOrEqualTo(9);
    assertThat(running.answer("/api/units?asOf=2").at("/answer/units").size()).isEqualTo(2);
  }

  @Test
  void search_with_and_without_diacritics() {
    assertThat(running.answer("/api/units?q=y+te").at("/answer/units").size()).isEqualTo(1);
    assertThat(running.answer("/api/units?q=Y+t%E1%BA%BF").at("/answer/units").size()).isEqualTo(1);
    assertThat(running.answer("/api/units?q=y+t%E1%BB%87").at("/answer/units").size()).isZero();
    assertThat(running.answer("/api/blocs?q=khoi+thi+dua").at("/answer/blocs").size()).isEqualTo(1);
  }

  @Test
  void awards_by_authority_year_status_and_bloc() {
    assertThat(
            running
                .answer("/api/awards?province=kien-giang.ubnd&year=2019")
                .at("/answer/awards")
                .size())
        .isEqualTo(1);
    assertThat(
            running
                .answer(
                    "/api/awards?authority=kien-giang.ubnd&status=proposed&bloc=kien-giang.khoi-4")
                .at("/answer/awards")
                .size())
        .isEqualTo(1);
    assertThat(running.answer("/api/awards?year=2018").at("/answer/awards").size()).isZero();
    assertThat(
            running
                .answer("/api/awards/kien-giang.khoi-4.2019.flag")
                .at("/answer/status")
                .asString())
        .isEqualTo("proposed");
  }

  /** They are looked for by what they share events with: at no moment may one be lost by that. */
  @ParameterizedTest
  @CsvSource({
    "awards,authority,/proposal/authority/unit,kien-giang.ubnd",
    "awards,bloc,/proposal/bloc,kien-giang.khoi-4",
    "conferences,bloc,/bloc,kien-giang.khoi-4",
    "conferences,cycle,/cycles/0,kien-giang.khoi-4.2019"
  })
  void what_is_asked_for_by_something_is_the_same_as_all_that_have_it(
      String list, String parameter, String pointer, String value) {
    long found = 0;
    for (long position = 1; position <= facts; position++) {
      List<JsonNode> among = new ArrayList<>();
      for (JsonNode each :
          running.answer("/api/" + list + "?asOf=" + position).at("/answer/" + list)) {
        if (each.at(pointer).asString().equals(value)) {
          among.add(each);
        }
      }
      List<JsonNode> asked = new ArrayList<>();
      running
          .answer("/api/" + list + "?" + parameter + "=" + value + "&asOf=" + position)
          .at("/answer/" + list)
          .forEach(asked::add);
      assertThat(asked).isEqualTo(among);
      found += asked.size();
    }
    assertThat(found).isPositive();
  }

  @Test
  void conferences_of_a_cycle() {
    assertThat(
            running
                .answer("/api/conferences?cycle=kien-giang.khoi-4.2019")
                .at("/answer/conferences")
                .size())
        .isEqualTo(1);
    assertThat(
            running
                .answer("/api/conferences?bloc=an-giang.khoi-3")
                .at("/answer/conferences")
                .size())
        .isZero();
  }

  @Test
  void the_timeline_goes_on_from_a_position() {
    JsonNode first =
        running.answer("/api/cycles/kien-giang.khoi-4.2019/timeline?limit=5").at("/answer");
    assertThat(first.at("/entries").size()).isEqualTo(5);
    assertThat(first.at("/entries/0/label").asString()).isEqualTo("Mở năm thi đua");
    assertThat(first.at("/entries/0/sources/0/line").asInt()).isPositive();
    JsonNode next =
        running
            .answer(
                "/api/cycles/kien-giang.khoi-4.2019/timeline?limit=500&after="
                    + first.at("/next").asLong())
            .at("/answer");
    assertThat(next.at("/entries/0/position").asLong()).isGreaterThan(first.at("/next").asLong());
    assertThat(next.has("next")).isFalse();
  }

  @Test
  void a_source_tells_what_it_told() {
    JsonNode source = running.answer("/api/proceedings/paper-000").at("/answer");
    assertThat(source.at("/recordings/0/facts").asInt()).isEqualTo(Vocabulary.facts().size());
    assertThat(running.answer("/api/proceedings").at("/answer/proceedings").size()).isPositive();
  }

  @Test
  void what_is_withdrawn_is_gone_but_not_from_the_journal() {
    UnitId unit = UnitId.of("bac-kan.so-y-te");
    Batch batch =
        RECORDER.record(
            new Paper(
                "paper-003",
                "2020-01-09",
                List.of(
                    new Recorder.Told(
                        "unknown",
                        new UnitEvent.UnitRegistered(
                            unit, "Sở Y tế Bắc Kạn", UnitKind.DEPARTMENT, null),
                        List.of()))));
    long before =
        running.caughtUp().answer("/api/units/bac-kan.so-y-te").at("/asked/position").asLong();
    RECORDER.withdraw(batch);
    running.caughtUp();
    assertThat(running.get("/api/units/bac-kan.so-y-te").statusCode()).isEqualTo(404);
    assertThat(
            running
                .answer("/api/units/bac-kan.so-y-te?asOf=" + before)
                .at("/answer/name")
                .asString())
        .isEqualTo("Sở Y tế Bắc Kạn");
    assertThat(
            running
                .answer("/api/proceedings/paper-003")
                .at("/answer/recordings/0/withdrawn")
                .isObject())
        .isTrue();
  }

  @Test
  void what_lies_ahead_does_not_apply_yet() {
    UnitId unit = UnitId.of("ahead");
    LOG.happened("2020-01-01", new UnitEvent.UnitRegistered(unit, "Tên nay", UnitKind.OTHER, null));
    LOG.happened("2999-01-01", new UnitEvent.UnitRenamed(unit, "Tên mai"));
    running.caughtUp();
    assertThat(running.answer("/api/units/ahead").at("/answer/name").asString())
        .isEqualTo("Tên nay");
    assertThat(
            running.answer("/api/units/ahead?effective=2999-01-01").at("/answer/name").asString())
        .isEqualTo("Tên mai");
  }

  @Test
  void who_stands_in_a_past_moment_does_not_know_what_came_into_force_after_it() {
    UnitId unit = UnitId.of("stands");
    LOG.happened("2020-01-01", new UnitEvent.UnitRegistered(unit, "Tên nay", UnitKind.OTHER, null));
    running.caughtUp();
    JsonNode now = running.answer("/api/units/stands").at("/asked");
    LocalDate today = LocalDate.now(When.ZONE);
    // announced today for tomorrow, and read as of the announcement for ever as it was today
    LOG.happened(today.plusDays(1).toString(), new UnitEvent.UnitRenamed(unit, "Tên mai"));
    running.caughtUp();
    JsonNode announced = running.answer("/api/units/stands").at("/asked");
    assertThat(name("/api/units/stands?asOf=" + announced.at("/position").asLong()))
        .isEqualTo("Tên nay");
    assertThat(
            name(
                "/api/units/stands?asOf="
                    + announced.at("/position").asLong()
                    + "&effective="
                    + today.plusDays(1)))
        .isEqualTo("Tên mai");
    // a day means its end, also on the clock of recording; and no instant reaches behind itself
    assertThat(running.answer("/api/units/stands?asOf=" + today).at("/asked/position").asLong())
        .isEqualTo(announced.at("/position").asLong());
    assertThat(running.get("/api/units/stands?asOf=" + today.minusDays(1)).statusCode())
        .isEqualTo(404);
    String before = Instant.parse(now.at("/recordedAt").asString()).minusNanos(1).toString();
    assertThat(running.get("/api/units/stands?asOf=" + before).statusCode()).isEqualTo(404);
  }

  private static String name(String question) {
    return running.answer(question).at("/answer/name").asString();
  }

  @Test
  void a_list_tells_who_were_there_and_who_were_no_longer() {
    UnitId unit = UnitId.of("ended.so-y-te");
    LOG.happened("2016-01-01", new UnitEvent.UnitRegistered(unit, "Y", UnitKind.OTHER, null));
    LOG.happened("2017-03-01", new UnitEvent.UnitMerged(unit, Vocabulary.HEALTH, null));
    running.caughtUp();
    assertThat(running.answer("/api/units?q=ended&effective=2015-12-31").toString())
        .doesNotContain("ended.so-y-te");
    assertThat(ended("2017-02-28").has("end")).isFalse();
    assertThat(ended("2017-03-01").at("/end/successors/0").asString())
        .isEqualTo(Vocabulary.HEALTH.slug());
    assertThat(running.answer("/api/blocs?on=2018-03-20").at("/answer/blocs/0/members").asLong())
        .isEqualTo(3);
    assertThat(running.answer("/api/blocs?on=2020-02-05").at("/answer/blocs/0/members").asLong())
        .isEqualTo(2);
  }

  private static JsonNode ended(String effective) {
    for (JsonNode unit : running.answer("/api/units?effective=" + effective).at("/answer/units")) {
      if (unit.at("/unit").asString().equals("ended.so-y-te")) {
        return unit;
      }
    }
    throw new AssertionError("not in the list of " + effective);
  }

  @Test
  void the_timeline_of_a_moment_is_without_what_applies_later_and_goes_on_behind_it() {
    String timeline = "/api/cycles/kien-giang.khoi-4.2019/timeline?limit=3&effective=2019-06-01";
    int shown = 0;
    int pages = 0;
    String after = "";
    do {
      JsonNode page = running.answer(timeline + after).at("/answer");
      for (JsonNode entry : page.at("/entries")) {
        assertThat(entry.at("/appliesFrom").asString()).isLessThan("2019-06-02");
        shown++;
      }
      pages++;
      after = page.has("next") ? "&after=" + page.at("/next").asLong() : "";
    } while (!after.isEmpty());
    assertThat(shown).isPositive().isLessThan(3 * pages);
  }

  @Test
  void an_answer_waits_for_the_event_that_must_be_in_it() throws Exception {
    UnitId unit = UnitId.of("awaited");
    HttpResponse<String> refused = running.get("/api/units/awaited?after=unit:awaited@0");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
    for (int version = 0; version < 5; version++) {
      LOG.happened(
          LocalDate.of(2020, 1, 1 + version).toString(),
          version == 0
              ? new UnitEvent.UnitRegistered(unit, "Tên 0", UnitKind.OTHER, null)
              : new UnitEvent.UnitRenamed(unit, "Tên " + version));
      assertThat(
              running
                  .answer("/api/units/awaited?after=unit:awaited@" + version)
                  .at("/answer/name")
                  .asString())
          .isEqualTo("Tên " + version);
    }
  }

  @Test
  void an_answer_that_is_known_is_not_sent_again() {
    HttpResponse<String> first = running.get("/api/awards/kien-giang.khoi-4.2019.flag?asOf=30");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        running.get("/api/awards/kien-giang.khoi-4.2019.flag?asOf=30", "If-None-Match", etag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/units?asOf=yesterday",
        "/api/units?asOf=999999",
        "/api/units?asof=3",
        "/api/units?q=%FF",
        "/api/units?effective=02/05/2020",
        "/api/units?effective=2019-02-30",
        "/api/units?after=7",
        "/api/units/NOT_AN_ID",
        "/api/awards?year=next",
        "/api/awards?status=lost",
        "/api/blocs/kien-giang.khoi-4?on=today",
        "/api/blocs/kien-giang.khoi-4?on=2019-08-02&effective=2020-01-01",
        "/api/units?asOf=2019-02-30",
        "/api/journal?limit=0",
        "/api/journal?limit=many",
        "/api/cycles/kien-giang.khoi-4.2019/timeline?limit=100000"
      })
  void a_wrong_parameter_is_refused_in_two_languages(String path) {
    HttpResponse<String> response = running.get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = Wire.mapper().readTree(response.body());
    assertThat(problem.at("/type").asString()).isEqualTo("/problems/bad-parameter");
    assertThat(problem.at("/detail").asString()).isNotBlank();
    assertThat(problem.at("/detailEn").asString()).isNotBlank();
    assertThat(problem.at("/titleEn").asString()).isNotBlank();
    assertThat(response.body()).doesNotContain("Exception");
  }

  @Test
  void only_reading_is_possible() {
    HttpResponse<String> response =
        running.send(
            HttpRequest.newBuilder(URI.create(running.url("/api/units/kien-giang.so-y-te")))
                .DELETE());
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/units/nobody",
        "/api/blocs/nobody",
        "/api/blocs/nobody/leadership",
        "/api/cycles/nobody",
        "/api/cycles/nobody/standing",
        "/api/cycles/nobody/standing/nobody",
        "/api/cycles/nobody/progress",
        "/api/cycles/nobody/timeline",
        "/api/conferences/nobody",
        "/api/awards/nobody",
        "/api/proceedings/nobody"
      })
  void what_nobody_recorded_is_not_found(String path) {
    HttpResponse<String> response = running.get(path);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Wire.mapper().readTree(response.body()).at("/type").asString())
        .isEqualTo("/problems/not-recorded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"comparedWith=999999", "comparedWith=hom-qua", "comparedEffective=x"})
  void what_is_wrong_is_told_of_the_parameter_that_was_written(String parameter) {
    HttpResponse<String> response = running.get("/api/units?" + parameter);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Wire.mapper().readTree(response.body()).at("/detail").asString())
        .contains("'" + parameter.split("=")[0] + "'");
  }

  @Test
  void a_projection_is_rebuilt_on_demand() {
    HttpRequest.Builder rebuild =
        HttpRequest.newBuilder(URI.create(running.url("/api/query/projections/bloc/rebuild")));
    assertThat(running.send(rebuild.POST(HttpRequest.BodyPublishers.noBody())).statusCode())
        .isEqualTo(202);
    JsonNode bloc;
    do {
      bloc = null;
      for (JsonNode fold : running.answer("/api/projections").at("/folds")) {
        bloc = fold.at("/name").asString().equals("bloc") ? fold : bloc;
      }
    } while (!bloc.at("/rebuild/stage").asString().equals("switched"));
    // more often than there are connections: none is kept
    for (int i = 0; i < 12; i++) {
      running.answer("/api/projections");
    }
    assertThat(bloc.at("/rebuild/differing").asLong()).isZero();
    assertThat(bloc.at("/documents").asLong()).isPositive();
    assertThat(
            running
                .send(
                    HttpRequest.newBuilder(
                            URI.create(running.url("/api/query/projections/none/rebuild")))
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_journal_in_pages() {
    JsonNode page = running.answer("/api/journal?after=3&limit=2").at("/answer");
    assertThat(page.at("/entries/0/position").asLong()).isEqualTo(4);
    assertThat(page.at("/next").asLong()).isEqualTo(5);
    assertThat(page.at("/entries/0/payload/unit").asString()).isEqualTo("kien-giang.so-khcn");
  }

  @Test
  void a_listener_hears_every_position_once_and_goes_on_where_it_was() throws Exception {
    List<Long> heard = new ArrayList<>();
    heard.addAll(listen("0", 10));
    heard.addAll(listen(Long.toString(heard.getLast()), 5));
    UnitId unit = UnitId.of("heard");
    LOG.happened("2020", new UnitEvent.UnitRegistered(unit, "Nghe", UnitKind.OTHER, null));
    LOG.happened("2020", new UnitEvent.AliasAdded(unit, "Nghe thấy"));
    running.caughtUp();
    long head = running.answer("/api/projections").at("/folded").asLong();
    heard.addAll(listen("15", (int) (head - 15)));
    for (int i = 0; i < heard.size(); i++) {
      assertThat(heard.get(i)).isEqualTo(i + 1);
    }
  }

  @Test
  void an_event_that_nobody_can_read_stops_nothing() throws Exception {
    try (Connection connection = LOG.open()) {
      LOG.append(
          connection, "unit:strange", 0, "unit.FromTheFuture", "{\"unit\":\"strange\"}", "{}");
      LOG.append(connection, "unit:strange", 1, "unit.UnitRenamed", "not json", "{}");
      connection.commit();
    }
    LOG.happened(
        "2020",
        new UnitEvent.UnitRegistered(UnitId.of("after-strange"), "Sau", UnitKind.OTHER, null));
    running.caughtUp();
    assertThat(running.answer("/api/units/after-strange").at("/answer/name").asString())
        .isEqualTo("Sau");
    assertThat(running.answer("/api/projections").at("/unreadable").asLong()).isEqualTo(2);
    long head = running.answer("/api/projections").at("/head").asLong();
    JsonNode entries = running.answer("/api/journal?limit=1000").at("/answer/entries");
    assertThat(entries.size()).isEqualTo(head);
  }

  @Test
  void every_type_of_event_has_a_label() {
    Set<String> types = new HashSet<>(EventTypes.checkedIn().retired().keySet());
    for (Class<?> event : EventTypes.checkedIn().classes()) {
      types.add(EventTypes.checkedIn().of(event).name());
    }
    for (String type : types) {
      assertThat(Labels.of(type)).as(type).isNotEqualTo("Sự kiện chưa biết");
    }
  }

  private static List<Long> listen(String lastEventId, int count) throws Exception {
    HttpResponse<java.io.InputStream> response =
        running
            .http()
            .send(
                HttpRequest.newBuilder(URI.create(running.url("/api/journal")))
                    .header("Accept", "text/event-stream")
                    .header("Last-Event-ID", lastEventId)
                    .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    List<Long> ids = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String id = null;
      String line;
      while (ids.size() < count && (line = lines.readLine()) != null) {
        if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("data:")) {
          JsonNode entry = Wire.mapper().readTree(line.substring(5));
          assertThat(entry.at("/position").asString()).isEqualTo(id);
          ids.add(Long.valueOf(id));
        }
      }
    }
    return ids;
  }

  private static List<String> members(String day) {
    List<String> members = new ArrayList<>();
    for (JsonNode member :
        running.answer("/api/blocs/kien-giang.khoi-4?on=" + day).at("/answer/roll")) {
      if (!member.has("until")) {
        members.add(member.at("/unit").asString());
      }
    }
    return members;
  }

  private static String nameOfTourism(String day) {
    return running
        .answer("/api/blocs/kien-giang.khoi-4?on=" + day)
        .at("/names")
        .path("unit:kien-giang.so-du-lich")
        .asString();
  }
}
