package vn.giaouoc.query.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.query.Vocabulary.BLOC;
import static vn.giaouoc.query.Vocabulary.HEALTH;
import static vn.giaouoc.query.Vocabulary.SCIENCE;
import static vn.giaouoc.query.Vocabulary.TOURISM;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Tokens;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.regulation.Method;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Regulation.StepRule;
import vn.giaouoc.shared.regulation.Regulation.Window;
import vn.giaouoc.shared.regulation.Regulation.Within;
import vn.giaouoc.shared.regulation.Scale;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.Content;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Scale.LayerRule;
import vn.giaouoc.shared.regulation.Scale.RankRule;
import vn.giaouoc.shared.regulation.Scale.Scorer;
import vn.giaouoc.shared.regulation.Scale.Who;
import vn.giaouoc.shared.regulation.Sheet.Delivered;
import vn.giaouoc.shared.regulation.Sheet.Done;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Mark;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Marks;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Recorded;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/**
 * A year whose calendar follows from its steps, and whose sheets have figures from the record: what
 * is due, what is still missing of each unit, and why a unit has its points.
 */
class MissingIT {

  private static final Tokens TOKENS = new Tokens();
  private static final CycleId YEAR = CycleId.of("kien-giang.khoi-4.2025");
  private static final String PATH = "/api/cycles/" + YEAR.slug();
  private static final LocalDate DUE = LocalDate.of(2025, 3, 3);
  private static final ConferenceId HALL = ConferenceId.of("kien-giang.khoi-4.2025.mid-year");
  private static final FileId FILE = FileId.of("aa");

  private static Running running;
  private static long beforeTourism;

  @BeforeAll
  static void given() {
    TestDatabase database = TestDatabase.create();
    running = Running.withSettings(database, TOKENS.setting());
    Log log = new Log(database);
    for (UnitId unit : List.of(HEALTH, TOURISM, SCIENCE)) {
      log.happened(
          "2018-01-01",
          new UnitEvent.UnitRegistered(unit, "Sở " + unit.slug(), UnitKind.DEPARTMENT, null));
    }
    log.happened("2018-01-01", new BlocEvent.BlocEstablished(BLOC, "Khối thi đua 4", "khối", null));
    for (UnitId unit : List.of(HEALTH, TOURISM, SCIENCE)) {
      log.happened("2018-01-01", new BlocEvent.MemberAdmitted(BLOC, unit));
    }
    log.happened("2025-01-02", new CycleEvent.CycleOpened(YEAR, BLOC, 2025));
    log.happened("2025-02-01", new CycleEvent.RegulationAdopted(YEAR, regulation()));
    log.happened(
        "2025-02-01",
        new CycleEvent.StepAdvanced(
            YEAR, Step.REGULATION, null, null, false, "12/QC", "Điều 4", null));
    log.happened(
        "2025-02-01",
        new CycleEvent.DeadlineFollowed(
            YEAR, Step.PLEDGE, DUE, Step.REGULATION, "12/QC", "Điều 5"));
    log.happened(
        "2025-03-05",
        new PledgeEvent.PledgeSigned(PledgeEvent.idOf(YEAR, HEALTH), YEAR, HEALTH, null, null));
    sheet(log, HEALTH, true, true);
    sheet(log, SCIENCE, false, false);
    log.happened(
        "2025-11-02",
        Audience.bloc(BLOC),
        new ScoreSheetEvent.CrossChecked(
            ScoreSheetId.of(YEAR, SCIENCE),
            YEAR,
            SCIENCE,
            HEALTH,
            List.of(),
            null,
            false,
            new Window(LocalDate.of(2025, 11, 7), "Điều 11")));
    log.happened(
        "2025-11-03",
        new ConferenceEvent.ConferenceConvened(
            HALL,
            BLOC,
            List.of(YEAR),
            ConferenceEvent.ConferenceKind.MID_YEAR,
            "Hội nghị sơ kết",
            When.of("2025-11-10"),
            null));
    running.caughtUp();
    beforeTourism =
        running.owner().sql("SELECT position FROM read_model.folded").query(Long.class).single();
    sheet(log, TOURISM, true, false);
    rank(log);
    running.caughtUp();
  }

  private static void sheet(Log log, UnitId unit, boolean done, boolean shown) {
    List<Line> lines = new ArrayList<>();
    if (done) {
      lines.add(
          new Line(
              "I.1",
              new BigDecimal("80"),
              null,
              new Done(true),
              shown ? List.of(FILE) : List.of()));
    }
    if (unit.equals(HEALTH)) {
      lines.add(told());
    }
    log.happened(
        "2025-11-01",
        Audience.bloc(BLOC),
        new ScoreSheetEvent.SelfScoreEntered(
            ScoreSheetId.of(YEAR, unit),
            YEAR,
            unit,
            lines,
            null,
            true,
            LocalDate.of(2025, 10, 30)));
  }

  private static Line told() {
    return new Line(
        "I.2",
        new BigDecimal("18"),
        null,
        new Delivered(2),
        List.of(),
        new Recorded(
            Step.PLEDGE,
            DUE,
            LocalDate.of(2025, 3, 5),
            PledgeEvent.idOf(YEAR, HEALTH).stream() + "@0"));
  }

  /** Only health is ranked: it alone has all its points. */
  private static void rank(Log log) {
    ScoreSheetId sheet = ScoreSheetId.of(YEAR, HEALTH);
    log.happened(
        "2025-12-01",
        new CycleEvent.BlocScored(
            YEAR,
            Contest.WHOLE_BLOC,
            "12/QC",
            List.of(
                new CycleEvent.Settled(
                    HEALTH, new BigDecimal("98"), 1, Layer.SELF, null, null, null)),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of(sheet.stream() + "@0")));
    log.happened(
        "2025-12-01",
        Audience.bloc(BLOC),
        new ScoreSheetEvent.SheetFrozen(
            sheet,
            YEAR,
            HEALTH,
            Contest.WHOLE_BLOC,
            new Marks(
                new BigDecimal("100"),
                List.of(new Mark("I", new BigDecimal("98"), null)),
                List.of(
                    new Mark("I.1", new BigDecimal("80"), null),
                    new Mark("I.2", new BigDecimal("18"), null))),
            List.of(told()),
            new Window(LocalDate.of(2025, 12, 6), "Điều 12")));
  }

  private static Regulation regulation() {
    return new Regulation(
        "12/QC",
        "Quy chế",
        null,
        LocalDate.of(2025, 2, 1),
        List.of(
            new StepRule(Step.REGULATION, "Điều 4", null, false),
            new StepRule(
                Step.PLEDGE,
                "Điều 5",
                null,
                false,
                LocalDate.of(2025, 2, 10),
                new Within(30, Step.REGULATION))),
        List.of(),
        new ScoringRule(new BigDecimal("100"), true, "Điều 9"),
        new Scale(
            "Điều 9",
            new BigDecimal("100"),
            null,
            null,
            null,
            null,
            new RankRule(By.POINTS, "Điều 10", List.of()),
            null,
            new LayerRule(
                "Điều 8",
                List.of(
                    new Scorer(Layer.SELF, Who.UNIT),
                    new Scorer(Layer.CROSS_CHECK, Who.OTHER_MEMBER)),
                List.of(Layer.CROSS_CHECK, Layer.SELF)),
            List.of(
                new Content(
                    "I",
                    "Nội dung",
                    "Điều 9",
                    new BigDecimal("100"),
                    null,
                    null,
                    List.of(
                        criterion("I.1", "80", new Method.PassFail()),
                        criterion(
                            "I.2",
                            "20",
                            new Method.Lateness(BigDecimal.ONE, null, null, Step.PLEDGE)))))));
  }

  private static Criterion criterion(String id, String standard, Method method) {
    return new Criterion(
        id,
        "Tiêu chí",
        "Điều 9, mục " + id,
        new BigDecimal(standard),
        method,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static JsonNode read(String path) {
    HttpResponse<String> response =
        running.get(path, "Authorization", "Bearer " + TOKENS.of(TOURISM));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Wire.mapper().readTree(response.body()).get("answer");
  }

  private static List<String> items(JsonNode ofUnit) {
    List<String> items = new ArrayList<>();
    ofUnit
        .get("items")
        .forEach(
            item ->
                items.add(
                    item.get("kind").asString()
                        + " "
                        + item.path("criterion").asString()
                        + " "
                        + item.get("by").get(0).asString()));
    return items;
  }

  @Test
  void what_is_missing_is_told_criterion_by_criterion_with_who_has_to_act() {
    JsonNode missing = read(PATH + "/missing");
    assertThat(missing.get("regulation").asString()).isEqualTo("12/QC");
    assertThat(missing.get("units")).hasSize(3);
    // sorted by slug
    JsonNode tourism = missing.get("units").get(0);
    JsonNode science = missing.get("units").get(1);
    JsonNode health = missing.get("units").get(2);
    assertThat(tourism.get("unit").asString()).isEqualTo(TOURISM.slug());
    assertThat(items(tourism)).containsExactly("duty I.2 unit", "evidence I.1 unit");
    assertThat(tourism.get("items").get(0).get("says").asString())
        .isEqualTo("I.2 Tiêu chí. Đơn vị chưa ký giao ước; thời hạn là 03/03/2025.");
    assertThat(tourism.get("items").get(1).get("says").asString())
        .isEqualTo("I.1 Tiêu chí chưa có minh chứng. Đơn vị cần đính kèm tệp.");
    // what others have checked, others have to complete
    assertThat(science.get("layer").asString()).isEqualTo("cross-check");
    assertThat(items(science)).containsExactly("figure I.1 other-member", "duty I.2 unit");
    assertThat(science.get("items").get(0).get("clause").asString()).isEqualTo("Điều 9, mục I.1");
    assertThat(items(health)).isEmpty();
  }

  @Test
  void what_is_missing_of_one_unit_is_what_is_told_of_it_among_all() {
    JsonNode one = read(PATH + "/missing/" + SCIENCE.slug());
    assertThat(one.get("units")).hasSize(1);
    assertThat(one.get("units").get(0)).isEqualTo(read(PATH + "/missing").get("units").get(1));
    assertThat(read(PATH + "/missing/an-giang.so-y-te").get("units")).isEmpty();
  }

  @Test
  void at_an_earlier_moment_more_was_missing() {
    JsonNode then = read(PATH + "/missing/" + TOURISM.slug() + "?asOf=" + beforeTourism);
    assertThat(items(then.get("units").get(0))).containsExactly("figure I.1 unit", "duty I.2 unit");
    assertThat(read(PATH + "/missing?effective=2025-01-15").get("units")).isEmpty();
  }

  @Test
  void who_does_not_see_the_sheets_is_not_told_that_everything_is_missing() {
    assertThat(running.get(PATH).statusCode()).isEqualTo(200);
    assertThat(running.get(PATH + "/missing").statusCode()).isEqualTo(404);
    assertThat(
            running
                .get(
                    PATH + "/missing",
                    "Authorization",
                    "Bearer " + TOKENS.of(UnitId.of("an-giang.so-y-te")))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_deadline_that_followed_from_a_step_is_shown_with_the_first_day() {
    JsonNode step = read(PATH).get("steps").get(1);
    assertThat(step.get("step").asString()).isEqualTo("pledge");
    assertThat(step.get("due").asString()).isEqualTo("2025-03-03");
    assertThat(step.get("from").asString()).isEqualTo("2025-02-10");
    assertThat(step.get("within").get("after").asString()).isEqualTo("regulation");
    JsonNode due = read(PATH + "/due").get("steps").get(0);
    assertThat(due.get("due").asString()).isEqualTo("2025-03-03");
    assertThat(due.get("from").asString()).isEqualTo("2025-02-10");
  }

  @Test
  void a_sheet_shows_until_when_it_may_be_answered_and_how_late_it_was() {
    JsonNode science = read("/api/score-sheets/" + ScoreSheetId.of(YEAR, SCIENCE).slug());
    assertThat(science.get("windows").get("explain").get("until").asString())
        .isEqualTo("2025-11-07");
    assertThat(science.get("layers").get(0).get("due").asString()).isEqualTo("2025-10-30");
    JsonNode health = read("/api/score-sheets/" + ScoreSheetId.of(YEAR, HEALTH).slug());
    assertThat(health.get("windows").get("appeal").get("clause").asString()).isEqualTo("Điều 12");
  }

  @Test
  void why_reads_nothing_of_the_year_that_a_place_does_not_rest_on() {
    String body = running.get(PATH + "/standing/" + HEALTH.slug()).body();
    assertThat(body).contains(HEALTH.slug()).doesNotContain("Hội nghị sơ kết");
    assertThat(running.get(PATH).body()).contains("Hội nghị sơ kết");
  }

  @Test
  void why_shows_the_figure_of_the_record_with_the_event_that_tells_it() {
    JsonNode reckoning = read(PATH + "/standing/" + HEALTH.slug()).get("reckoning");
    assertThat(reckoning.get("reproduced").asBoolean()).isTrue();
    JsonNode late = reckoning.get("contents").get(0).get("criteria").get(1);
    assertThat(late.get("points").asString()).isEqualTo("18");
    assertThat(late.get("recorded").get("event").asString())
        .isEqualTo(PledgeEvent.idOf(YEAR, HEALTH).stream() + "@0");
    assertThat(late.get("recorded").get("due").asString()).isEqualTo("2025-03-03");
  }
}
