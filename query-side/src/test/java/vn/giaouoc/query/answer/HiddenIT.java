package vn.giaouoc.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Tokens;
import vn.giaouoc.query.Vocabulary;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.complaint.ComplaintEvent;
import vn.giaouoc.shared.complaint.ComplaintId;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.ConductEvent;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent;
import vn.giaouoc.shared.movement.ExemplaryCasesId;
import vn.giaouoc.shared.movement.MovementEvent;
import vn.giaouoc.shared.movement.MovementId;
import vn.giaouoc.shared.paper.PaperEvent;
import vn.giaouoc.shared.paper.PaperId;
import vn.giaouoc.shared.paper.PaperKind;
import vn.giaouoc.shared.paper.RegisterEvent;
import vn.giaouoc.shared.paper.RegisterId;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsRecorded;
import vn.giaouoc.shared.proceedings.ProceedingsId;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/**
 * A whole bloc of which every event is for its members, beside one unit that everybody knows. Of
 * the bloc nothing at all is told to others, at no address, of no moment.
 */
class HiddenIT {

  private static final Audience MEMBERS = Audience.bloc(Vocabulary.BLOC);
  private static final PaperId PAPER = PaperId.of("kien-giang.bao-cao");
  private static final UnitId STRANGER = UnitId.of("an-giang.so-y-te");

  private static final Tokens TOKENS = new Tokens();
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Log LOG = new Log(DATABASE);
  private static Running running;
  private static long head;

  @BeforeAll
  static void given() {
    running = Running.withSettings(DATABASE, TOKENS.setting());
    LOG.happened(
        "2018-01-01",
        new UnitEvent.UnitRegistered(STRANGER, "Sở Y tế An Giang", UnitKind.DEPARTMENT, null));
    Vocabulary.facts().forEach(fact -> LOG.happened(fact.on(), MEMBERS, fact.event()));
    for (Event event :
        List.of(
            new MovementEvent.MovementJoined(
                MovementId.of("kien-giang.phong-trao"), Vocabulary.BLOC, Vocabulary.CYCLE),
            new ConductEvent.ReminderSent(
                Vocabulary.CYCLE, CycleEvent.Step.PLEDGE, null, List.of(Vocabulary.HEALTH)),
            new ExemplaryCasesEvent.ExemplaryCasesCommended(
                ExemplaryCasesId.of(Vocabulary.CYCLE.slug()),
                Vocabulary.BLOC,
                Vocabulary.CYCLE,
                1,
                null,
                List.of()),
            new ComplaintEvent.ComplaintLodged(
                ComplaintId.of("kien-giang.khieu-nai"),
                Vocabulary.BLOC,
                new ComplaintEvent.About("cycle:" + Vocabulary.CYCLE.slug(), 0),
                Vocabulary.HEALTH,
                null,
                ComplaintEvent.Handler.LEADERSHIP,
                new Words("aa")),
            new PaperEvent.PaperDrafted(
                PAPER,
                Vocabulary.BLOC,
                2019,
                PaperKind.BC,
                "Báo cáo",
                FileId.of("kien-giang.bao-cao")),
            new RegisterEvent.NumberAllotted(
                RegisterId.of(Vocabulary.BLOC, 2019, PaperKind.BC),
                Vocabulary.BLOC,
                2019,
                PaperKind.BC,
                1,
                "01/BC-KTĐ4",
                PAPER),
            new ScoreSheetEvent.SelfScoreEntered(
                ScoreSheetId.of(Vocabulary.CYCLE, Vocabulary.HEALTH),
                Vocabulary.CYCLE,
                Vocabulary.HEALTH,
                List.of(),
                BigDecimal.TEN,
                false),
            new ReportEvent.ReportTabled(
                ReportEvent.idOf(Vocabulary.CYCLE, ReportEvent.Stage.MID_YEAR),
                Vocabulary.CYCLE,
                ReportEvent.Stage.MID_YEAR,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                FileId.of("kien-giang.minh-chung")))) {
      LOG.happened("2020-02-06", MEMBERS, event);
      head++;
    }
    LOG.happened(
        "2020-02-13",
        MEMBERS,
        new ProceedingsRecorded(
            ProceedingsId.of("kien-giang-kept"),
            1,
            "00",
            "Biên bản",
            null,
            When.of("2020-02-13"),
            List.of(),
            List.of(),
            1,
            0,
            0));
    head += Vocabulary.facts().size() + 2;
    running
        .owner()
        .sql("CREATE TABLE command_side.words (digest text PRIMARY KEY, salt bytea, text text)")
        .update();
    running.owner().sql("GRANT SELECT ON command_side.words TO giaouoc_query").update();
    running
        .owner()
        .sql(
            "CREATE TABLE command_side.file (digest text, name text, media_type text, content"
                + " bytea, elsewhere boolean NOT NULL DEFAULT false)")
        .update();
    running.owner().sql("GRANT SELECT ON command_side.file TO giaouoc_query").update();
    running
        .owner()
        .sql(
            "INSERT INTO command_side.file VALUES ('kien-giang.minh-chung', 'a.txt', 'text/plain',"
                + " 'kien-giang')")
        .update();
    running
        .owner()
        .sql("INSERT INTO command_side.words VALUES ('aa', null, 'kien-giang: lời giữ kín')")
        .update();
    running
        .owner()
        .sql("CREATE TABLE command_side.contact (unit text PRIMARY KEY, address text)")
        .update();
    running.owner().sql("GRANT SELECT ON command_side.contact TO giaouoc_query").update();
    running
        .owner()
        .sql("INSERT INTO command_side.contact VALUES (?, 'y-te@example.vn')")
        .param(Vocabulary.HEALTH.slug())
        .update();
    running.caughtUp();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void every_address_of_the_api_is_looked_at_here() {
    Set<String> known = new TreeSet<>(Addresses.EXAMPLES.keySet());
    known.addAll(Addresses.OTHERS);
    assertThat(Addresses.served(running)).isEqualTo(known);
  }

  static Stream<Arguments> questions() {
    List<Arguments> all = new ArrayList<>();
    for (String address : Addresses.EXAMPLES.values()) {
      for (String moment :
          List.of(
              "",
              "asOf=" + head,
              "asOf=" + (head - 1),
              "effective=2024-01-01",
              "asOf=" + head + "&effective=2021-06-01")) {
        // the paper is recorded last
        if (!address.contains("proceedings") || !moment.contains("" + (head - 1))) {
          all.add(
              Arguments.of(
                  moment.isEmpty()
                      ? address
                      : address + (address.contains("?") ? "&" : "?") + moment));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void what_is_for_a_bloc_is_answered_to_its_members_and_the_board_only(String question) {
    for (String token :
        List.of(
            TOKENS.of(Vocabulary.HEALTH),
            TOKENS.of(Vocabulary.TOURISM),
            TOKENS.of(null, "board"),
            TOKENS.of(null, "auditor"),
            TOKENS.of(null, "administrator"))) {
      HttpResponse<String> response = running.get(question, "Authorization", "Bearer " + token);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(response.body()).contains("kien-giang");
      assertThat(response.headers().firstValue("Cache-Control")).hasValue("private");
      assertThat(response.headers().allValues("Vary")).contains("Authorization");
    }
    String missing = question.replace("kien-giang", "nowhere");
    for (String[] headers :
        List.of(
            new String[0],
            new String[] {"Authorization", "Bearer " + TOKENS.of(STRANGER)},
            new String[] {"Authorization", "Bearer " + TOKENS.of(null)},
            new String[] {"Authorization", "Bearer " + TOKENS.of(UnitId.of("nobody-knows"))})) {
      HttpResponse<String> response = running.get(question, headers);
      assertThat(response.headers().allValues("Vary")).contains("Authorization");
      if (missing.equals(question)) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("kien-giang").doesNotContain("giữ kín");
        assertThat(response.body()).doesNotContain("\"versions\":{\"");
      } else {
        // as if there were no such thing
        HttpResponse<String> none = running.get(missing, headers);
        assertThat(response.statusCode()).isEqualTo(none.statusCode());
        assertThat(response.body()).isEqualTo(none.body().replace("nowhere", "kien-giang"));
        // what a unit has to do, or a bloc has written, may be nothing, also of an unknown one
        boolean ofWhatFollows = question.matches("/api/(units/.*/due|blocs/.*/papers).*");
        assertThat(response.statusCode()).isEqualTo(ofWhatFollows ? 200 : 404);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "standing?format=xlsx",
        "standing/kien-giang.so-y-te?format=xlsx",
        "progress?format=xlsx",
        "spreadsheets/targets",
        "spreadsheets/mid-year-review?party=kien-giang.so-y-te"
      })
  void a_file_is_for_whom_the_answer_is_for(String file) {
    String address = "/api/cycles/kien-giang.khoi-4.2019/" + file;
    for (String token : List.of(TOKENS.of(Vocabulary.HEALTH), TOKENS.of(null, "board"))) {
      HttpResponse<String> response = running.get(address, "Authorization", "Bearer " + token);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(response.body()).startsWith("PK");
      assertThat(response.headers().firstValue("Cache-Control")).hasValue("private");
    }
    for (String[] headers :
        List.of(new String[0], new String[] {"Authorization", "Bearer " + TOKENS.of(STRANGER)})) {
      HttpResponse<String> response = running.get(address, headers);
      HttpResponse<String> none = running.get(address.replace("kien-giang", "nowhere"), headers);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).isEqualTo(none.body().replace("nowhere", "kien-giang"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/conferences/kien-giang.khoi-4.2019.year-end/minutes?format=html",
        "/api/polls/kien-giang.khoi-4.2019.ranking/record?format=html"
      })
  void a_page_is_for_whom_the_answer_is_for(String address) {
    HttpResponse<String> page =
        running.get(address, "Authorization", "Bearer " + TOKENS.of(Vocabulary.HEALTH));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).contains("CHỦ NGHĨA VIỆT NAM");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("private");
    for (String[] headers :
        List.of(new String[0], new String[] {"Authorization", "Bearer " + TOKENS.of(STRANGER)})) {
      HttpResponse<String> response = running.get(address, headers);
      HttpResponse<String> none = running.get(address.replace("kien-giang", "nowhere"), headers);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).isEqualTo(none.body().replace("nowhere", "kien-giang"));
    }
  }

  @Test
  void a_text_is_given_with_an_event_that_may_be_seen() {
    String pledge = "/api/cycles/kien-giang.khoi-4.2019";
    assertThat(
            running.get(pledge, "Authorization", "Bearer " + TOKENS.of(Vocabulary.HEALTH)).body())
        .contains("lời giữ kín");
    assertThat(new Words("aa").words()).isEqualTo("aa");
    assertThat(running.get("/api/journal?limit=1000").body()).doesNotContain("lời giữ kín");
  }

  @Test
  void the_address_of_a_unit_is_for_itself_and_the_board_and_others_cannot_tell_if_there_is_one() {
    String known = "/api/units/kien-giang.so-y-te/contact";
    String unknown = "/api/units/kien-giang.so-du-lich/contact";
    for (String token :
        List.of(
            TOKENS.of(Vocabulary.HEALTH),
            TOKENS.of(null, "board"),
            TOKENS.of(null, "administrator"))) {
      HttpResponse<String> response = running.get(known, "Authorization", "Bearer " + token);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(response.body()).contains("y-te@example.vn");
      assertThat(response.headers().firstValue("Cache-Control")).hasValue("private");
    }
    for (String[] headers :
        List.of(
            new String[0],
            new String[] {"Authorization", "Bearer " + TOKENS.of(STRANGER)},
            new String[] {"Authorization", "Bearer " + TOKENS.of(Vocabulary.TOURISM)})) {
      HttpResponse<String> response = running.get(known, headers);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body())
          .isEqualTo(running.get(unknown, headers).body().replace("so-du-lich", "so-y-te"));
    }
  }

  @Test
  void nobody_learns_by_waiting_that_there_is_an_event() {
    String after = "/api/units?after=bloc:kien-giang.khoi-4@0";
    String never = "/api/units?after=bloc:nowhere.khoi-4@0";
    assertThat(running.get(after).statusCode()).isEqualTo(503);
    assertThat(running.get(never).statusCode()).isEqualTo(503);
    // whoever signs in may have written it
    HttpResponse<String> waited =
        running.get(after, "Authorization", "Bearer " + TOKENS.of(STRANGER));
    assertThat(waited.statusCode()).isEqualTo(200);
    assertThat(waited.body()).doesNotContain("kien-giang");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/unreadable", "/unit/differences", "/unit/parked"})
  void how_the_system_is_doing_is_for_those_who_keep_it(String what) {
    String address = "/api/projections" + what;
    assertThat(running.get(address).statusCode()).isEqualTo(401);
    for (String token : List.of(TOKENS.of(Vocabulary.HEALTH), TOKENS.of(null, "auditor"))) {
      assertThat(running.get(address, "Authorization", "Bearer " + token).statusCode())
          .isEqualTo(403);
    }
    for (String role : List.of("administrator", "board")) {
      assertThat(
              running.get(address, "Authorization", "Bearer " + TOKENS.of(null, role)).statusCode())
          .isEqualTo(200);
    }
  }
}
