package vn.giaouoc.command.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.scoring.Scored.BY_BOARD;
import static vn.giaouoc.command.scoring.Scored.BY_LEADER;
import static vn.giaouoc.command.scoring.Scored.CYCLE;
import static vn.giaouoc.command.scoring.Scored.DAY;
import static vn.giaouoc.command.scoring.Scored.DEPUTY;
import static vn.giaouoc.command.scoring.Scored.HEALTH;
import static vn.giaouoc.command.scoring.Scored.LABOUR;
import static vn.giaouoc.command.scoring.Scored.LEADER;
import static vn.giaouoc.command.scoring.Scored.STRANGER;
import static vn.giaouoc.command.scoring.ScoringRejection.APPEAL_WINDOW_CLOSED;
import static vn.giaouoc.command.scoring.ScoringRejection.EXPLAIN_WINDOW_CLOSED;
import static vn.giaouoc.command.scoring.ScoringRejection.FIGURE_IS_ON_RECORD;
import static vn.giaouoc.command.scoring.ScoringRejection.NOT_AN_ASSESSOR;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_UNKNOWN;
import static vn.giaouoc.command.scoring.ScoringRejection.STEP_NOT_BEGUN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.scoring.RankingCommand.ScoreBloc;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Enter;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Explain;
import vn.giaouoc.command.scoring.ScoreSheetCommand.LodgeAppeal;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Points;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Scores;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.AssessorsAppointed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineExtended;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineSet;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepSkipped;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.YearEndReportSubmitted;
import vn.giaouoc.shared.regulation.Method;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Regulation.StepRule;
import vn.giaouoc.shared.regulation.Regulation.Window;
import vn.giaouoc.shared.regulation.Regulation.WindowRule;
import vn.giaouoc.shared.regulation.Regulation.WindowRule.Act;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.Content;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Scale.LayerRule;
import vn.giaouoc.shared.regulation.Scale.NotAssigned;
import vn.giaouoc.shared.regulation.Scale.RankRule;
import vn.giaouoc.shared.regulation.Scale.Rounding;
import vn.giaouoc.shared.regulation.Scale.Scorer;
import vn.giaouoc.shared.regulation.Scale.TieBy;
import vn.giaouoc.shared.regulation.Scale.TieStep;
import vn.giaouoc.shared.regulation.Scale.Who;
import vn.giaouoc.shared.regulation.Sheet.Delivered;
import vn.giaouoc.shared.regulation.Sheet.Done;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.regulation.Sheet.Unassigned;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.CrossChecked;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Explained;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Recorded;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SelfScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Verified;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What a sheet has from the record of the year, and until when a unit may answer what others made
 * of it: of 100 points 90 for what is done, and ten less one for each day that the year-end report
 * is late.
 */
class OnRecordTest {

  private static final LocalDate DUE = LocalDate.of(2026, 12, 1);
  private static final LocalDate TODAY = LocalDate.parse(DAY);

  private static Regulation regulation(
      @Nullable Step step, @Nullable LocalDate from, List<UnitId> assessors) {
    return new Regulation(
        "3387/QĐ-KTĐ4",
        "Quy chế hoạt động",
        null,
        LocalDate.of(2026, 1, 15),
        List.of(
            new StepRule(Step.SCORING, "Điều 8", null, false, from, null),
            new StepRule(Step.YEAR_END_REVIEW, "Điều 7", DUE, true)),
        new ScoringRule(new BigDecimal("100"), true, "Điều 9"),
        new vn.giaouoc.shared.regulation.Scale(
            "Điều 9",
            new BigDecimal("100"),
            null,
            null,
            new Rounding(1, "Điều 9"),
            new NotAssigned(NotAssigned.Effect.STANDARD_POINTS, "Điều 9"),
            new RankRule(
                By.POINTS, "Điều 10", List.of(new TieStep(TieBy.CRITERION, "I.1", "Điều 10"))),
            null,
            new LayerRule(
                "Điều 8",
                List.of(
                    new Scorer(Layer.SELF, Who.UNIT),
                    new Scorer(Layer.CROSS_CHECK, Who.OTHER_MEMBER),
                    new Scorer(Layer.CROSS_CHECK, Who.ASSESSORS),
                    new Scorer(Layer.VERIFIED, Who.BOARD)),
                List.of(Layer.SELF),
                assessors),
            List.of(
                new Content(
                    "I",
                    "Nội dung",
                    "Điều 9",
                    new BigDecimal("100"),
                    null,
                    null,
                    List.of(
                        criterion("I.1", "90", new Method.PassFail()),
                        criterion(
                            "I.2", "10", new Method.Lateness(BigDecimal.ONE, null, null, step)))))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(
            new WindowRule(Act.EXPLAIN, 3, "Điều 11"), new WindowRule(Act.APPEAL, 5, "Điều 12")));
  }

  private static Criterion criterion(String id, String standard, Method method) {
    return new Criterion(
        id,
        "Tiêu chí " + id,
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

  private static Living bloc() {
    return Scored.bloc(regulation(Step.YEAR_END_REVIEW, null, List.of()));
  }

  private static YearEndReportSubmitted report(UnitId unit) {
    return new YearEndReportSubmitted(PledgeEvent.idOf(CYCLE, unit), CYCLE, unit, List.of(), null);
  }

  private static Points done() {
    return new Points("I.1", null, null, new Done(true), List.of());
  }

  private static Enter self(UnitId unit, Points... lines) {
    return new Enter(
        CYCLE, unit, Layer.SELF, null, new Scores(List.of(lines), null), Living.by(unit, DAY));
  }

  private static Enter check(UnitId by, UnitId unit) {
    return new Enter(
        CYCLE, unit, Layer.CROSS_CHECK, by, new Scores(List.of(done()), null), Living.by(by, DAY));
  }

  private static ScoreBloc rank() {
    return new ScoreBloc(CYCLE, Contest.WHOLE_BLOC, List.of(), List.of(), null, null, BY_LEADER);
  }

  private static Line told(Entry figure, @Nullable String points, Recorded recorded) {
    return new Line(
        "I.2", points == null ? null : new BigDecimal(points), null, figure, List.of(), recorded);
  }

  private static Line last(Living living) {
    return ((SelfScoreEntered) living.appended().getLast()).lines().getLast();
  }

  private static Recorded onThe(LocalDate day, LocalDate due) {
    return new Recorded(
        Step.YEAR_END_REVIEW, due, day, PledgeEvent.idOf(CYCLE, HEALTH).stream() + "@0");
  }

  @Test
  void days_late_come_from_the_record_with_the_event_that_tells_them() {
    Living living = bloc().givenOn("2026-12-04", report(HEALTH)).when(self(HEALTH, done()));
    assertThat(last(living))
        .isEqualTo(told(new Delivered(3), "7", onThe(LocalDate.of(2026, 12, 4), DUE)));
    assertThat(((SelfScoreEntered) living.appended().getLast()).total()).isEqualByComparingTo("97");
  }

  @Test
  void on_the_last_day_it_is_in_time_and_on_the_next_a_day_late() {
    assertThat(last(bloc().givenOn("2026-12-01", report(HEALTH)).when(self(HEALTH, done()))))
        .isEqualTo(told(new Delivered(0), "10", onThe(DUE, DUE)));
    assertThat(last(bloc().givenOn("2026-12-02", report(HEALTH)).when(self(HEALTH, done()))))
        .isEqualTo(told(new Delivered(1), "9", onThe(DUE.plusDays(1), DUE)));
  }

  @Test
  void an_extension_counts_also_of_what_came_before_it() {
    LocalDate later = LocalDate.of(2026, 12, 20);
    Living living =
        bloc()
            .givenOn("2026-12-04", report(HEALTH))
            .given(
                new DeadlineExtended(CYCLE, Step.YEAR_END_REVIEW, DUE, later, Living.words("bão")))
            .when(self(HEALTH, done()));
    assertThat(last(living))
        .isEqualTo(told(new Delivered(0), "10", onThe(LocalDate.of(2026, 12, 4), later)));
  }

  @Test
  void what_did_not_come_by_its_deadline_did_not_come_and_what_still_can_is_not_known() {
    assertThat(last(bloc().when(self(HEALTH, done()))))
        .isEqualTo(told(new Done(false), "0", new Recorded(Step.YEAR_END_REVIEW, DUE, null, null)));
    Living waiting =
        bloc()
            .given(new DeadlineSet(CYCLE, Step.YEAR_END_REVIEW, TODAY))
            .when(self(HEALTH, done()));
    assertThat(((SelfScoreEntered) waiting.appended().getLast()).lines()).hasSize(1);
    assertThat(((SelfScoreEntered) waiting.appended().getLast()).total()).isNull();
  }

  @Test
  void nobody_owes_a_step_that_the_bloc_left_out() {
    Living living =
        bloc()
            .given(
                new StepSkipped(
                    CYCLE, Step.YEAR_END_REVIEW, "3387/QĐ-KTĐ4", "Điều 7", Living.words("why")))
            .when(self(HEALTH, done()));
    assertThat(last(living).figure()).isEqualTo(new Unassigned());
  }

  @Test
  void how_late_the_sheet_itself_is_counts_from_the_day_on_which_it_is_first_handed_in() {
    Living living =
        Scored.bloc(regulation(Step.SCORING, null, List.of()))
            .given(new DeadlineSet(CYCLE, Step.SCORING, TODAY.minusDays(2)))
            .when(self(HEALTH, done()));
    Recorded first =
        new Recorded(Step.SCORING, TODAY.minusDays(2), TODAY, Scored.sheet(HEALTH).stream() + "@0");
    assertThat(last(living)).isEqualTo(told(new Delivered(2), "8", first));
    SelfScoreEntered entered = (SelfScoreEntered) living.appended().getLast();
    assertThat(entered.late()).isTrue();
    assertThat(entered.due()).isEqualTo(TODAY.minusDays(2));
    assertThat(last(living.when(self(HEALTH, done()))))
        .isEqualTo(told(new Delivered(2), "8", first));
  }

  @Test
  void a_figure_that_the_record_tells_is_not_entered_by_hand_and_its_clause_is_cited() {
    Points typed = new Points("I.2", null, null, new Delivered(0), List.of());
    Living refused =
        bloc()
            .givenOn("2026-12-04", report(HEALTH))
            .when(self(HEALTH, done(), typed))
            .refused(FIGURE_IS_ON_RECORD);
    assertThat(refused.subject()).isEqualTo("I.2");
    assertThat(refused.clause()).isEqualTo("Điều 9, mục I.2");
    Living byHand =
        Scored.bloc(regulation(null, null, List.of())).when(self(HEALTH, done(), typed));
    assertThat(last(byHand).figure()).isEqualTo(new Delivered(0));
  }

  @Test
  void the_ranking_asks_the_record_again_and_freezes_what_it_tells_then() {
    Living living = bloc().givenOn("2026-12-04", report(HEALTH));
    for (UnitId unit : List.of(LEADER, DEPUTY, HEALTH, LABOUR)) {
      living.when(self(unit, done()));
    }
    living.when(rank());
    BlocScored scored = (BlocScored) living.appended().getFirst();
    assertThat(scored.settled().getFirst().unit()).isEqualTo(HEALTH);
    assertThat(scored.settled().getFirst().points()).isEqualByComparingTo("97");
    assertThat(scored.settled().getLast().points()).isEqualByComparingTo("90");
    assertThat(scored.basis()).contains(PledgeEvent.idOf(CYCLE, HEALTH).stream() + "@0");
    SheetFrozen frozen =
        living.appended().stream()
            .filter(SheetFrozen.class::isInstance)
            .map(SheetFrozen.class::cast)
            .filter(each -> each.unit().equals(HEALTH))
            .findFirst()
            .orElseThrow();
    assertThat(frozen.recorded())
        .containsExactly(told(new Delivered(3), null, onThe(LocalDate.of(2026, 12, 4), DUE)));
    assertThat(frozen.appeal()).isEqualTo(new Window(TODAY.plusDays(5), "Điều 12"));
  }

  @Test
  void what_came_after_the_sheet_was_entered_counts_in_the_ranking() {
    Living living = bloc();
    for (UnitId unit : List.of(LEADER, DEPUTY, HEALTH, LABOUR)) {
      living.when(self(unit, done()));
    }
    living.given(report(HEALTH)).when(rank());
    BlocScored scored = (BlocScored) living.appended().getFirst();
    assertThat(scored.settled().getFirst().unit()).isEqualTo(HEALTH);
    // nine days late: one point of ten
    assertThat(scored.settled().getFirst().points()).isEqualByComparingTo("91");
  }

  @Test
  void what_can_still_come_in_time_cannot_be_ranked_yet() {
    Living living = bloc().given(new DeadlineSet(CYCLE, Step.YEAR_END_REVIEW, TODAY));
    for (UnitId unit : List.of(LEADER, DEPUTY, HEALTH, LABOUR)) {
      living.when(self(unit, done()));
    }
    living.when(rank()).refused(POINTS_UNKNOWN);
  }

  @Test
  void nobody_scores_before_the_first_day_of_scoring() {
    Scored.bloc(regulation(null, TODAY, List.of())).when(self(HEALTH, done()));
    Living early =
        Scored.bloc(regulation(null, TODAY.plusDays(1), List.of()))
            .when(self(HEALTH, done()))
            .refused(STEP_NOT_BEGUN);
    assertThat(early.subject()).isEqualTo("2026-12-11");
  }

  // windows

  private static Verified verified(LocalDate until) {
    return new Verified(
        Scored.sheet(HEALTH),
        CYCLE,
        HEALTH,
        List.of(),
        new BigDecimal("80"),
        false,
        new Window(until, "Điều 11"));
  }

  private static Explain explain() {
    return new Explain(CYCLE, HEALTH, "vì bão", Living.by(HEALTH, DAY));
  }

  private static LodgeAppeal appeal() {
    return new LodgeAppeal(CYCLE, HEALTH, "chấm sai", Living.by(HEALTH, DAY));
  }

  @Test
  void a_score_of_others_opens_a_window_for_explaining_it() {
    Living living = bloc().when(self(HEALTH, done())).when(check(LABOUR, HEALTH));
    assertThat(((CrossChecked) living.appended().getLast()).explain())
        .isEqualTo(new Window(TODAY.plusDays(3), "Điều 11"));
    living.when(explain());
    assertThat(living.appended().getLast()).isInstanceOf(Explained.class);
  }

  @Test
  void it_is_explained_until_the_last_day_and_not_after_it() {
    bloc()
        .given(verified(TODAY))
        .when(explain())
        .then(new Explained(Scored.sheet(HEALTH), CYCLE, HEALTH, Living.words("vì bão")));
    Living late =
        bloc().given(verified(TODAY.minusDays(1))).when(explain()).refused(EXPLAIN_WINDOW_CLOSED);
    assertThat(late.subject()).isEqualTo("2026-12-09");
    assertThat(late.clause()).isEqualTo("Điều 11");
  }

  @Test
  void a_further_score_opens_the_window_again() {
    Enter again =
        new Enter(CYCLE, HEALTH, Layer.VERIFIED, null, new Scores(List.of(done()), null), BY_BOARD);
    Living living = bloc().given(verified(TODAY.minusDays(1))).when(again).when(explain());
    assertThat(living.appended().getLast()).isInstanceOf(Explained.class);
  }

  @Test
  void a_ranking_is_appealed_until_the_last_day_and_not_after_it() {
    bloc().given(verified(TODAY), frozenUntil(TODAY)).when(appeal());
    Living late =
        bloc()
            .given(verified(TODAY), frozenUntil(TODAY.minusDays(1)))
            .when(appeal())
            .refused(APPEAL_WINDOW_CLOSED);
    assertThat(late.subject()).isEqualTo("2026-12-09");
    assertThat(late.clause()).isEqualTo("Điều 12");
  }

  private static SheetFrozen frozenUntil(LocalDate day) {
    return new SheetFrozen(
        Scored.sheet(HEALTH),
        CYCLE,
        HEALTH,
        Contest.WHOLE_BLOC,
        null,
        List.of(),
        new Window(day, "Điều 12"));
  }

  // assessors

  @Test
  void an_assessor_is_named_by_the_regulation_or_appointed_by_the_year() {
    Living nobody = bloc().when(self(HEALTH, done())).when(check(STRANGER, HEALTH));
    nobody.refused(NOT_AN_ASSESSOR);
    assertThat(nobody.subject()).isEqualTo(STRANGER.slug());
    assertThat(nobody.clause()).isEqualTo("Điều 8");
    nobody.given(new AssessorsAppointed(CYCLE, List.of(STRANGER))).when(check(STRANGER, HEALTH));
    assertThat(nobody.appended().getLast()).isInstanceOf(CrossChecked.class);
  }

  @Test
  void where_the_regulation_names_assessors_the_year_appoints_no_others() {
    Scored.bloc(regulation(null, null, List.of(Scored.PROVINCE)))
        .given(new AssessorsAppointed(CYCLE, List.of(STRANGER)))
        .when(self(HEALTH, done()))
        .when(check(STRANGER, HEALTH))
        .refused(NOT_AN_ASSESSOR);
    Living named =
        Scored.bloc(regulation(null, null, List.of(STRANGER)))
            .when(self(HEALTH, done(), new Points("I.2", null, null, new Delivered(0), List.of())))
            .when(check(STRANGER, HEALTH));
    assertThat(named.appended().getLast()).isInstanceOf(CrossChecked.class);
  }
}
