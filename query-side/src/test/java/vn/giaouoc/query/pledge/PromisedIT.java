package vn.giaouoc.query.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.query.Vocabulary.BLOC;
import static vn.giaouoc.query.Vocabulary.CYCLE;
import static vn.giaouoc.query.Vocabulary.HEALTH;
import static vn.giaouoc.query.Vocabulary.MOVEMENT;
import static vn.giaouoc.query.Vocabulary.SCIENCE;
import static vn.giaouoc.query.Vocabulary.TOURISM;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Tokens;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent;
import vn.giaouoc.shared.movement.ExemplaryCasesId;
import vn.giaouoc.shared.movement.MovementEvent;
import vn.giaouoc.shared.pledge.Late;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeId;
import vn.giaouoc.shared.pledge.Result;
import vn.giaouoc.shared.pledge.Result.Reported;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.pledge.TargetId;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.Figure.Amount;
import vn.giaouoc.shared.report.Figure.Bound;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.report.ReportId;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** What was promised, reported and shown, as its readers see it. */
class PromisedIT {

  private static final PledgeId PLEDGE = PledgeEvent.idOf(CYCLE, HEALTH);
  private static final TargetId CLASSES = new TargetId("dao-tao");
  private static final TargetId SHARE = new TargetId("bao-hiem");
  private static final FileId FILE = FileId.of("f1");
  private static final FileId EMPTIED = FileId.of("f2");
  private static final FileId NAMED_BY_NOBODY = FileId.of("f3");
  private static final Audience MEMBERS = Audience.bloc(BLOC);
  private static final ReportId REPORT = ReportEvent.idOf(CYCLE, Stage.MID_YEAR);
  private static final String OF_HEALTH =
      "/api/cycles/kien-giang.khoi-4.2019/pledges/kien-giang.so-y-te";

  private static final Tokens TOKENS = new Tokens();
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Log LOG = new Log(DATABASE);
  private static Running running;

  @BeforeAll
  static void given() {
    running = Running.withSettings(DATABASE, TOKENS.setting());
    for (UnitId unit : List.of(HEALTH, TOURISM, SCIENCE)) {
      LOG.happened(
          "2018-01-01",
          new UnitEvent.UnitRegistered(unit, "Sở " + unit.slug(), UnitKind.DEPARTMENT, null));
    }
    LOG.happened("2018-01-01", new BlocEvent.BlocEstablished(BLOC, "Khối thi đua 4", "khối", null));
    LOG.happened("2018-01-01", new BlocEvent.MemberAdmitted(BLOC, HEALTH));
    LOG.happened("2018-01-01", new BlocEvent.MemberAdmitted(BLOC, TOURISM));
    LOG.happened(
        "2018-01-01",
        new LeadershipEvent.LeadershipInstalled(BLOC, Term.year(2019), HEALTH, List.of()));
    LOG.happened("2019-01-02", new CycleEvent.CycleOpened(CYCLE, BLOC, 2019));
    pledged();
    reported();
    moved();
    running
        .owner()
        .sql(
            "CREATE TABLE command_side.file (digest text PRIMARY KEY, salt bytea, name text,"
                + " media_type text, content bytea, elsewhere boolean NOT NULL DEFAULT false)")
        .update();
    running.owner().sql("GRANT SELECT ON command_side.file TO giaouoc_query").update();
    for (FileId file : List.of(FILE, EMPTIED, NAMED_BY_NOBODY)) {
      running
          .owner()
          .sql("INSERT INTO command_side.file VALUES (?, null, 'Giấy khen.pdf', ?, ?)")
          .params(
              file.slug(),
              "application/pdf",
              file.equals(EMPTIED) ? null : new byte[] {'%', 'P', 'D', 'F', '-'})
          .update();
    }
    running.caughtUp();
  }

  private static void pledged() {
    Audience draft = Audience.unit(HEALTH);
    Target ten = target(CLASSES, Direction.HIGHER, Target.Kind.FLOW, "10");
    Target twelve = target(CLASSES, Direction.HIGHER, Target.Kind.FLOW, "12");
    Target share = target(SHARE, Direction.HIGHER, Target.Kind.STOCK, "95");
    Late late = new Late(LocalDate.of(2019, 7, 5), 5);
    LOG.happened("2019-02-01", draft, new PledgeEvent.PledgeDrafted(PLEDGE, CYCLE, HEALTH, null));
    LOG.happened("2019-02-01", draft, new PledgeEvent.TargetSet(PLEDGE, CYCLE, HEALTH, ten));
    LOG.happened("2019-02-01", draft, new PledgeEvent.TargetSet(PLEDGE, CYCLE, HEALTH, share));
    LOG.happened("2019-03-11", new PledgeEvent.PledgeSigned(PLEDGE, CYCLE, HEALTH, "f1", null));
    LOG.happened(
        "2019-03-11",
        MEMBERS,
        new PledgeEvent.PromiseMade(
            PLEDGE, CYCLE, HEALTH, null, null, null, FILE, List.of(ten, share), null));
    LOG.happened(
        "2019-05-01",
        MEMBERS,
        new PledgeEvent.TargetAmended(
            PLEDGE, CYCLE, HEALTH, twelve, new Words("aa"), TOURISM, null));
    LOG.happened(
        "2019-07-10",
        MEMBERS,
        new PledgeEvent.MidYearReviewSubmitted(
            PLEDGE,
            CYCLE,
            HEALTH,
            List.of(
                Result.of(
                    twelve,
                    Stage.MID_YEAR,
                    new Reported(
                        CLASSES,
                        new Amount(new BigDecimal("5"), Bound.EXACTLY),
                        null,
                        null,
                        List.of())),
                Result.of(share, Stage.MID_YEAR, Reported.nothing(SHARE))),
            late));
    LOG.happened(
        "2019-07-11",
        MEMBERS,
        new PledgeEvent.EvidenceAttached(PLEDGE, CYCLE, HEALTH, CLASSES, Stage.MID_YEAR, EMPTIED));
    // a draft of another that never leaves its desk
    LOG.happened(
        "2019-02-01",
        Audience.unit(TOURISM),
        new PledgeEvent.PledgeDrafted(PledgeEvent.idOf(CYCLE, TOURISM), CYCLE, TOURISM, null));
  }

  private static void reported() {
    Audience leadership = Audience.leadership(BLOC);
    Figure figure =
        Figure.checked(
            "Lớp đào tạo",
            "lớp",
            Direction.HIGHER,
            new Amount(new BigDecimal("5"), Bound.EXACTLY),
            null,
            null,
            List.of(),
            null);
    ReportEvent.UnitFigure ofHealth = new ReportEvent.UnitFigure(HEALTH, 1, figure);
    LOG.happened(
        "2019-07-20", leadership, new ReportEvent.ReportDrafted(REPORT, CYCLE, Stage.MID_YEAR));
    LOG.happened(
        "2019-07-20", leadership, new ReportEvent.FigureReported(REPORT, CYCLE, HEALTH, 1, figure));
    LOG.happened(
        "2019-08-02",
        new ReportEvent.ReportPresented(
            REPORT, CYCLE, Stage.MID_YEAR, true, HEALTH, ReportEvent.Capacity.LEADER, null));
    LOG.happened(
        "2019-08-02",
        MEMBERS,
        new ReportEvent.ReportTabled(
            REPORT,
            CYCLE,
            Stage.MID_YEAR,
            false,
            List.of(),
            List.of(ofHealth),
            List.of(
                new ReportEvent.Counted(
                    List.of(),
                    null,
                    new ReportEvent.Count(
                        "Tập thể", 12, List.of(new ReportEvent.OfWhich("huyện", 7))))),
            List.of(),
            null));
  }

  private static void moved() {
    LOG.happened(
        "2019-01-10",
        new MovementEvent.MovementLaunched(MOVEMENT, "Nông thôn mới", HEALTH, null, "2019"));
    LOG.happened("2019-01-11", new MovementEvent.MovementJoined(MOVEMENT, BLOC, CYCLE));
    LOG.happened(
        "2019-11-11",
        MEMBERS,
        new MovementEvent.MovementResultReported(
            MOVEMENT, BLOC, CYCLE, HEALTH, new Words("bb"), List.of()));
    LOG.happened("2019-12-11", new MovementEvent.MovementClosed(MOVEMENT, null));
    ExemplaryCasesId cases = ExemplaryCasesId.of(CYCLE.slug());
    LOG.happened(
        "2019-12-12",
        new ExemplaryCasesEvent.ExemplaryCasesCommended(cases, BLOC, CYCLE, 1, null, List.of()));
    LOG.happened(
        "2019-12-12",
        MEMBERS,
        new ExemplaryCasesEvent.ExemplaryCasesNamed(
            cases, BLOC, CYCLE, List.of(HEALTH), List.of()));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void a_member_sees_targets_actual_percent_direction_expected_and_flags() {
    JsonNode pledge = body(OF_HEALTH, TOKENS.of(TOURISM)).at("/answer");
    JsonNode classes = pledge.at("/goals/0");
    assertThat(classes.at("/target/amount").asString()).isEqualTo("12");
    assertThat(classes.at("/amendments/0/before/amount").asString()).isEqualTo("10");
    assertThat(classes.at("/target/direction").asString()).isEqualTo("higher");
    JsonNode result = classes.at("/results/0/result");
    assertThat(result.at("/figure/actual/value").asString()).isEqualTo("5");
    assertThat(result.at("/figure/recomputedPercent").asString()).isEqualTo("41.67");
    assertThat(result.at("/expected").asString()).isEqualTo("6");
    assertThat(result.at("/onTrack").asBoolean()).isFalse();
    assertThat(classes.at("/flags").toString()).isEqualTo("[\"amended\",\"late\",\"behind\"]");
    assertThat(classes.at("/evidence/0/file").asString()).isEqualTo("f2");
    JsonNode share = pledge.at("/goals/1");
    assertThat(share.at("/results/0/result/figure").has("actual")).isFalse();
    assertThat(share.at("/results/0/result/expected").asString()).isEqualTo("95");
    assertThat(share.at("/flags").toString()).isEqualTo("[\"late\",\"missing\"]");
    assertThat(pledge.at("/submissions/0/late/days").asInt()).isEqualTo(5);
    assertThat(pledge.at("/signing/file").asString()).isEqualTo("f1");
  }

  @Test
  void others_see_that_it_was_signed_and_not_what() {
    for (String token : new String[] {null, TOKENS.of(SCIENCE)}) {
      JsonNode pledge = body(OF_HEALTH, token).at("/answer");
      assertThat(pledge.at("/signing/on").isMissingNode()).isFalse();
      assertThat(pledge.at("/goals").isEmpty()).isTrue();
    }
  }

  @Test
  void a_draft_is_for_its_party_alone() {
    String path = "/api/cycles/kien-giang.khoi-4.2019/pledges/kien-giang.so-du-lich";
    assertThat(get(path, TOKENS.of(TOURISM)).statusCode()).isEqualTo(200);
    assertThat(get(path, TOKENS.of(HEALTH)).statusCode()).isEqualTo(404);
    assertThat(get(path, TOKENS.of(null, "board")).statusCode()).isEqualTo(404);
  }

  @Test
  void progress_has_the_pledges_beside_the_figures_of_reports_once() {
    String path = "/api/cycles/kien-giang.khoi-4.2019/progress";
    for (UnitId reader : List.of(HEALTH, TOURISM)) {
      JsonNode progress = body(path, TOKENS.of(reader)).at("/answer");
      List<String> expected = new ArrayList<>();
      for (JsonNode pledge : progress.at("/pledges")) {
        if (pledge.at("/pledge").asString().equals(PLEDGE.slug())) {
          expected.add(pledge.at("/goals/0/results/0/result/expected").asString());
        }
      }
      assertThat(expected).containsExactly("6");
      assertThat(progress.at("/rows").size()).isEqualTo(1);
      assertThat(progress.at("/rows/0/stage").asString()).isEqualTo("mid-year");
    }
    assertThat(body(path, null).at("/answer/rows").isEmpty()).isTrue();
  }

  @Test
  void a_report_is_read_by_members_when_it_was_presented() {
    String path = "/api/cycles/kien-giang.khoi-4.2019/reports/mid-year";
    JsonNode report = body(path, TOKENS.of(TOURISM)).at("/answer");
    assertThat(report.at("/course/state").asString()).isEqualTo("presented");
    assertThat(report.at("/course/presented/0/capacity").asString()).isEqualTo("leader");
    assertThat(report.at("/says/counts/0/count/ofWhich/0/number").asInt()).isEqualTo(7);
    assertThat(report.at("/says/figures").size()).isEqualTo(1);
    assertThat(body(path, null).at("/answer/says/figures").isEmpty()).isTrue();
    assertThat(get(path + "?effective=2019-07-25", TOKENS.of(TOURISM)).statusCode()).isEqualTo(404);
  }

  @Test
  void a_movement_from_its_launch_to_its_end() {
    JsonNode movement = body("/api/movements/nong-thon-moi", TOKENS.of(TOURISM)).at("/answer");
    assertThat(movement.at("/launch/theme").asString()).isEqualTo("Nông thôn mới");
    assertThat(movement.at("/blocs/0/bloc").asString()).isEqualTo(BLOC.slug());
    assertThat(movement.at("/results").size()).isEqualTo(1);
    assertThat(movement.has("closing")).isTrue();
    assertThat(body("/api/movements", null).at("/answer/movements").size()).isEqualTo(1);
  }

  @Test
  void exemplary_cases_are_numbers_for_all_and_names_for_members() {
    String path = "/api/cycles/kien-giang.khoi-4.2019/exemplary-cases";
    assertThat(body(path, null).at("/answer/commendations/0/collectives").asInt()).isEqualTo(1);
    assertThat(body(path, null).at("/answer/named").isEmpty()).isTrue();
    assertThat(body(path, TOKENS.of(TOURISM)).at("/answer/named").size()).isEqualTo(1);
  }

  @Test
  void a_file_is_given_to_be_saved_to_who_may_see_an_event_that_names_it() {
    HttpResponse<String> given = get("/api/files/f1", TOKENS.of(TOURISM));
    assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
    assertThat(given.body()).isEqualTo("%PDF-");
    assertThat(given.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(given.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(given.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(
            how ->
                assertThat(how)
                    .startsWith("attachment;")
                    .contains("filename*=UTF-8''Gi%E1%BA%A5y%20khen.pdf"));
  }

  @Test
  void a_file_that_is_not_for_a_reader_is_as_if_it_were_not_there() {
    for (String path : List.of("/api/files/f1", "/api/files/f3", "/api/files/0000")) {
      HttpResponse<String> refused = get(path, TOKENS.of(SCIENCE));
      assertThat(refused.statusCode()).as(path).isEqualTo(404);
      assertThat(Wire.mapper().readTree(refused.body()).at("/type").asString())
          .isEqualTo("/problems/not-recorded");
    }
    assertThat(get("/api/files/f1", null).statusCode()).isEqualTo(404);
  }

  @Test
  void a_file_whose_content_was_taken_away_says_so() {
    HttpResponse<String> gone = get("/api/files/f2", TOKENS.of(TOURISM));
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(Wire.mapper().readTree(gone.body()).at("/title").asString()).isEqualTo("Đã lược bỏ");
  }

  private static Target target(TargetId id, Direction direction, Target.Kind kind, String amount) {
    return new Target(
        id,
        1,
        "Chỉ tiêu " + id.name(),
        "lớp",
        direction,
        kind,
        new BigDecimal(amount),
        null,
        null,
        List.of(),
        null,
        List.of());
  }

  private static JsonNode body(String path, @Nullable String token) {
    HttpResponse<String> response = get(path, token);
    assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
    return Wire.mapper().readTree(response.body());
  }

  private static HttpResponse<String> get(String path, @Nullable String token) {
    return token == null
        ? running.get(path)
        : running.get(path, "Authorization", "Bearer " + token);
  }
}
