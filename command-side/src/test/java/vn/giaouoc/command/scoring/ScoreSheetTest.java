package vn.giaouoc.command.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_BOARD;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER_OR_A_DEPUTY;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_YOUR_UNIT;
import static vn.giaouoc.command.scoring.Scored.BLOC;
import static vn.giaouoc.command.scoring.Scored.BY_BOARD;
import static vn.giaouoc.command.scoring.Scored.BY_LEADER;
import static vn.giaouoc.command.scoring.Scored.CYCLE;
import static vn.giaouoc.command.scoring.Scored.DAY;
import static vn.giaouoc.command.scoring.Scored.DEPUTY;
import static vn.giaouoc.command.scoring.Scored.HEALTH;
import static vn.giaouoc.command.scoring.Scored.LABOUR;
import static vn.giaouoc.command.scoring.Scored.LEADER;
import static vn.giaouoc.command.scoring.Scored.SCALE;
import static vn.giaouoc.command.scoring.Scored.STRANGER;
import static vn.giaouoc.command.scoring.Scored.bloc;
import static vn.giaouoc.command.scoring.Scored.enter;
import static vn.giaouoc.command.scoring.Scored.frozen;
import static vn.giaouoc.command.scoring.Scored.self;
import static vn.giaouoc.command.scoring.Scored.sheet;
import static vn.giaouoc.command.scoring.ScoringRejection.APPEAL_ALREADY_LODGED;
import static vn.giaouoc.command.scoring.ScoringRejection.CRITERION_NAMED_TWICE;
import static vn.giaouoc.command.scoring.ScoringRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.scoring.ScoringRejection.NOTHING_ENTERED;
import static vn.giaouoc.command.scoring.ScoringRejection.NOTHING_TO_CHECK;
import static vn.giaouoc.command.scoring.ScoringRejection.NOT_A_MEMBER_TODAY;
import static vn.giaouoc.command.scoring.ScoringRejection.NO_APPEAL;
import static vn.giaouoc.command.scoring.ScoringRejection.NO_SCORE_YET;
import static vn.giaouoc.command.scoring.ScoringRejection.OWN_SHEET;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_NOT_WELL_FORMED;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_OUT_OF_RANGE;
import static vn.giaouoc.command.scoring.ScoringRejection.SCORING_SKIPPED;
import static vn.giaouoc.command.scoring.ScoringRejection.SHEET_FROZEN;
import static vn.giaouoc.command.scoring.ScoringRejection.SHEET_NOT_FROZEN;
import static vn.giaouoc.command.scoring.ScoringRejection.SHEET_RETURNED;
import static vn.giaouoc.command.scoring.ScoringRejection.TOTAL_DIFFERS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.scoring.ScoreSheetCommand.DecideAppeal;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Enter;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Explain;
import vn.giaouoc.command.scoring.ScoreSheetCommand.LodgeAppeal;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Points;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Reopen;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Return;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Scores;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.cycle.CycleEvent.CycleClosed;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineExtended;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepRecorded;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipDesignated;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.AppealDecided;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.AppealLodged;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.BlocScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.CrossChecked;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Explained;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SelfScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReopened;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReturned;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Verified;

class ScoreSheetTest {

  private static final Envelope BY_HEALTH = Living.by(HEALTH, DAY);
  private static final BigDecimal POINTS = new BigDecimal("912.50");

  /** Given a deadline that has not passed. */
  private static Living inTime() {
    return bloc()
        .given(
            new DeadlineExtended(
                CYCLE,
                Step.SCORING,
                LocalDate.of(2026, 12, 5),
                LocalDate.of(2026, 12, 20),
                Living.words("why")));
  }

  private static Enter itself(String total) {
    return enter(HEALTH, Layer.SELF, null, total, BY_HEALTH);
  }

  private static Enter lines(BigDecimal total, Points... lines) {
    return new Enter(CYCLE, HEALTH, Layer.SELF, null, new Scores(List.of(lines), total), BY_HEALTH);
  }

  @Test
  void a_unit_scores_itself() {
    inTime().when(itself("912.50")).then(self(HEALTH, "912.50"));
  }

  @Test
  void zero_is_a_score() {
    inTime().when(itself("0")).then(self(HEALTH, "0"));
  }

  @Test
  void what_is_missing_is_not_zero() {
    inTime().when(lines(null)).refused(NOTHING_ENTERED);
  }

  @Test
  void lines_are_added_up_exactly_and_notes_are_kept_beside_the_log() {
    inTime()
        .when(
            lines(
                null,
                new Points("Nội dung 1", new BigDecimal("640.10"), "vượt chỉ tiêu"),
                new Points("Nội dung 2", new BigDecimal("200.2"), null),
                new Points("Trừ điểm", new BigDecimal("-5"), null)))
        .then(
            new SelfScoreEntered(
                sheet(HEALTH),
                CYCLE,
                HEALTH,
                List.of(
                    new Line("Nội dung 1", new BigDecimal("640.10"), Living.words("vượt chỉ tiêu")),
                    new Line("Nội dung 2", new BigDecimal("200.2"), null),
                    new Line("Trừ điểm", new BigDecimal("-5"), null)),
                new BigDecimal("835.30"),
                false));
  }

  @Test
  void a_stated_total_is_that_of_the_lines() {
    Points one = new Points("Nội dung 1", new BigDecimal("640.1"), null);
    inTime().when(lines(new BigDecimal("640.10"), one)).then(anEvent("640.10", one));
    inTime().when(lines(new BigDecimal("640.2"), one)).refused(TOTAL_DIFFERS);
  }

  private static SelfScoreEntered anEvent(String total, Points line) {
    return new SelfScoreEntered(
        sheet(HEALTH),
        CYCLE,
        HEALTH,
        List.of(new Line(line.criterion(), line.points(), null)),
        new BigDecimal(total),
        false);
  }

  @Test
  void a_criterion_is_scored_once() {
    Points one = new Points("Nội dung 1", BigDecimal.ONE, null);
    inTime().when(lines(null, one, one)).refused(CRITERION_NAMED_TWICE);
  }

  @Test
  void the_maximum_of_the_regulation_can_be_reached_and_not_passed() {
    inTime().when(itself("1000")).then(self(HEALTH, "1000"));
    Living beyond = inTime().when(itself("1000.01")).refused(POINTS_OUT_OF_RANGE);
    assertThat(beyond.clause()).isEqualTo(SCALE);
    inTime().when(itself("-1")).refused(POINTS_OUT_OF_RANGE);
  }

  @Test
  void before_any_regulation_there_is_no_maximum() {
    Scored.bloc(null).when(itself("1000.01")).then(self(HEALTH, "1000.01"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+9", "1E+2000000000", "1E-2000000000", "0.0000001", "1234567890"})
  void figures_that_no_scale_has_are_refused_before_anything_is_computed(String figure) {
    inTime().when(itself(figure)).refused(POINTS_NOT_WELL_FORMED);
  }

  @Test
  void what_comes_after_the_deadline_is_taken_and_flagged() {
    bloc()
        .when(itself("912.50"))
        .then(
            new SelfScoreEntered(
                sheet(HEALTH), CYCLE, HEALTH, List.of(), POINTS, true, LocalDate.of(2026, 12, 5)));
  }

  @Test
  void a_further_score_replaces_the_earlier_in_its_layer() {
    inTime().given(self(HEALTH, "900")).when(itself("912.50")).then(self(HEALTH, "912.50"));
  }

  @Test
  void nobody_scores_for_another_unit() {
    inTime()
        .when(enter(HEALTH, Layer.SELF, null, "900", Living.by(LABOUR, DAY)))
        .refused(NOT_YOUR_UNIT);
  }

  @Test
  void a_unit_that_has_left_does_not_score() {
    inTime()
        .given(new MemberReleased(BLOC, HEALTH))
        .when(itself("900"))
        .refused(NOT_A_MEMBER_TODAY);
    inTime()
        .when(enter(STRANGER, Layer.SELF, null, "900", Living.by(STRANGER, DAY)))
        .refused(NOT_A_MEMBER_TODAY);
  }

  @Test
  void nothing_is_scored_in_a_year_that_is_not_open() {
    inTime().given(new CycleClosed(CYCLE, List.of())).when(itself("900")).refused(CYCLE_NOT_OPEN);
    inTime()
        .when(
            new Enter(
                CycleId.of("kien-giang.khoi-4.2027"),
                HEALTH,
                Layer.SELF,
                null,
                new Scores(List.of(), POINTS),
                BY_HEALTH))
        .refused(CYCLE_NOT_OPEN);
  }

  @Test
  void nothing_is_scored_where_the_bloc_skips_scoring() {
    Living skipped =
        inTime()
            .given(new StepRecorded(CYCLE, Step.SCORING, StepState.SKIPPED, null))
            .when(itself("900"))
            .refused(SCORING_SKIPPED);
    assertThat(skipped.clause()).isEqualTo(SCALE);
  }

  @Test
  void a_frozen_sheet_takes_no_scores() {
    inTime()
        .given(self(HEALTH, "900"), frozen(HEALTH))
        .when(itself("912.50"))
        .refused(SHEET_FROZEN);
  }

  @Test
  void another_member_checks_a_sheet() {
    inTime()
        .given(self(HEALTH, "900"))
        .when(enter(HEALTH, Layer.CROSS_CHECK, LABOUR, "912.50", Living.by(LABOUR, DAY)))
        .then(new CrossChecked(sheet(HEALTH), CYCLE, HEALTH, LABOUR, List.of(), POINTS, false));
  }

  @Test
  void the_sheet_of_the_leader_is_checked_by_another_too() {
    inTime()
        .given(self(LEADER, "900"))
        .when(enter(LEADER, Layer.CROSS_CHECK, LEADER, "912.50", BY_LEADER))
        .refused(OWN_SHEET);
    inTime()
        .given(self(LEADER, "900"))
        .when(enter(LEADER, Layer.CROSS_CHECK, HEALTH, "912.50", BY_HEALTH))
        .then(new CrossChecked(sheet(LEADER), CYCLE, LEADER, HEALTH, List.of(), POINTS, false));
  }

  @Test
  void nobody_checks_its_own_sheet_nor_in_the_name_of_another() {
    inTime()
        .given(self(HEALTH, "900"))
        .when(enter(HEALTH, Layer.CROSS_CHECK, HEALTH, "912.50", BY_HEALTH))
        .refused(OWN_SHEET);
    inTime()
        .given(self(HEALTH, "900"))
        .when(enter(HEALTH, Layer.CROSS_CHECK, LABOUR, "912.50", BY_HEALTH))
        .refused(NOT_YOUR_UNIT);
  }

  @Test
  void a_stranger_checks_nothing() {
    inTime()
        .given(self(HEALTH, "900"))
        .when(enter(HEALTH, Layer.CROSS_CHECK, STRANGER, "912.50", Living.by(STRANGER, DAY)))
        .refused(NOT_A_MEMBER_TODAY);
  }

  @Test
  void there_is_nothing_to_check_before_the_unit_scored_itself() {
    inTime()
        .when(enter(HEALTH, Layer.CROSS_CHECK, LABOUR, "912.50", Living.by(LABOUR, DAY)))
        .refused(NOTHING_TO_CHECK);
  }

  @Test
  void the_leader_or_a_deputy_scores_for_the_bloc() {
    inTime()
        .when(enter(HEALTH, Layer.BLOC, LEADER, "912.50", BY_LEADER))
        .then(new BlocScoreEntered(sheet(HEALTH), CYCLE, HEALTH, LEADER, List.of(), POINTS, false));
    inTime()
        .when(enter(LEADER, Layer.BLOC, DEPUTY, "912.50", Living.by(DEPUTY, DAY)))
        .then(new BlocScoreEntered(sheet(LEADER), CYCLE, LEADER, DEPUTY, List.of(), POINTS, false));
  }

  @Test
  void the_leader_does_not_score_itself_for_the_bloc_and_a_member_nobody() {
    inTime().when(enter(LEADER, Layer.BLOC, LEADER, "912.50", BY_LEADER)).refused(OWN_SHEET);
    inTime()
        .when(enter(HEALTH, Layer.BLOC, LABOUR, "912.50", Living.by(LABOUR, DAY)))
        .refused(NOT_THE_LEADER_OR_A_DEPUTY);
  }

  @Test
  void a_past_leader_scores_nobody() {
    Term next = new Term(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 12, 31));
    inTime()
        .given(
            new LeadershipDesignated(BLOC, next, LABOUR, List.of(), Mode.ELECTED),
            new LeadershipInstalled(BLOC, next, LABOUR, List.of()))
        .when(enter(HEALTH, Layer.BLOC, LEADER, "912.50", BY_LEADER))
        .refused(NOT_THE_LEADER_OR_A_DEPUTY);
  }

  @Test
  void the_board_verifies_and_nobody_else() {
    inTime()
        .given(self(HEALTH, "900"))
        .when(enter(HEALTH, Layer.VERIFIED, null, "912.50", BY_BOARD))
        .then(new Verified(sheet(HEALTH), CYCLE, HEALTH, List.of(), POINTS, false));
    inTime()
        .given(self(HEALTH, "900"))
        .when(enter(HEALTH, Layer.VERIFIED, null, "912.50", BY_LEADER))
        .refused(NOT_THE_BOARD);
  }

  @Test
  void a_sheet_is_returned_with_a_reason_once_until_the_unit_scores_itself_anew() {
    SheetReturned returned =
        new SheetReturned(sheet(HEALTH), CYCLE, HEALTH, Living.words("thiếu minh chứng"));
    Return command = new Return(CYCLE, HEALTH, "thiếu minh chứng", BY_LEADER);
    inTime().given(self(HEALTH, "900")).when(command).then(returned);
    inTime().given(self(HEALTH, "900"), returned).when(command).refused(SHEET_RETURNED);
    inTime()
        .given(self(HEALTH, "900"), returned, self(HEALTH, "880"))
        .when(new Return(CYCLE, HEALTH, "thiếu minh chứng", BY_BOARD))
        .then(returned);
  }

  @Test
  void nothing_is_returned_that_was_not_entered_or_is_frozen_nor_by_a_member() {
    Return command = new Return(CYCLE, HEALTH, "vì sao", BY_LEADER);
    inTime().when(command).refused(NO_SCORE_YET);
    inTime().given(self(HEALTH, "900"), frozen(HEALTH)).when(command).refused(SHEET_FROZEN);
    inTime()
        .given(self(HEALTH, "900"))
        .when(new Return(CYCLE, HEALTH, "vì sao", Living.by(LABOUR, DAY)))
        .refused(NOT_THE_LEADER_OR_A_DEPUTY);
  }

  @Test
  void the_unit_explains_its_points_and_nobody_else_does() {
    inTime()
        .given(self(HEALTH, "900"))
        .when(new Explain(CYCLE, HEALTH, "do dịch", BY_HEALTH))
        .then(new Explained(sheet(HEALTH), CYCLE, HEALTH, Living.words("do dịch")));
    inTime()
        .given(self(HEALTH, "900"))
        .when(new Explain(CYCLE, HEALTH, "do dịch", BY_LEADER))
        .refused(NOT_YOUR_UNIT);
    inTime().when(new Explain(CYCLE, HEALTH, "do dịch", BY_HEALTH)).refused(NO_SCORE_YET);
    inTime()
        .given(self(HEALTH, "900"), frozen(HEALTH))
        .when(new Explain(CYCLE, HEALTH, "do dịch", BY_HEALTH))
        .refused(SHEET_FROZEN);
  }

  @Test
  void a_unit_appeals_against_what_others_made_of_its_points_even_when_it_has_left_since() {
    LodgeAppeal command = new LodgeAppeal(CYCLE, HEALTH, "chưa tính điểm thưởng", BY_HEALTH);
    AppealLodged lodged =
        new AppealLodged(sheet(HEALTH), CYCLE, HEALTH, Living.words("chưa tính điểm thưởng"));
    inTime().given(self(HEALTH, "900"), frozen(HEALTH)).when(command).then(lodged);
    inTime()
        .given(self(HEALTH, "900"), frozen(HEALTH), new MemberReleased(BLOC, HEALTH))
        .when(command)
        .then(lodged);
    inTime().given(self(HEALTH, "900")).when(command).refused(NO_SCORE_YET);
    inTime()
        .given(self(HEALTH, "900"), frozen(HEALTH), lodged)
        .when(command)
        .refused(APPEAL_ALREADY_LODGED);
    inTime()
        .given(self(HEALTH, "900"), frozen(HEALTH))
        .when(new LodgeAppeal(CYCLE, HEALTH, "vì sao", BY_LEADER))
        .refused(NOT_YOUR_UNIT);
  }

  @Test
  void the_board_answers_an_appeal_once() {
    AppealLodged lodged = new AppealLodged(sheet(HEALTH), CYCLE, HEALTH, Living.words("vì"));
    DecideAppeal command = new DecideAppeal(CYCLE, HEALTH, true, "đúng", BY_BOARD);
    AppealDecided decided =
        new AppealDecided(sheet(HEALTH), CYCLE, HEALTH, true, Living.words("đúng"));
    inTime().given(self(HEALTH, "900"), frozen(HEALTH), lodged).when(command).then(decided);
    inTime()
        .given(self(HEALTH, "900"), frozen(HEALTH), lodged, decided)
        .when(command)
        .refused(NO_APPEAL);
    inTime()
        .given(self(HEALTH, "900"), frozen(HEALTH), lodged)
        .when(new DecideAppeal(CYCLE, HEALTH, true, "đúng", BY_LEADER))
        .refused(NOT_THE_BOARD);
  }

  @Test
  void the_leader_or_the_board_reopens_a_frozen_sheet_and_then_it_takes_scores() {
    SheetReopened reopened =
        new SheetReopened(sheet(HEALTH), CYCLE, HEALTH, Living.words("kiến nghị đúng"));
    for (Envelope by : List.of(BY_LEADER, BY_BOARD)) {
      inTime()
          .given(self(HEALTH, "900"), frozen(HEALTH))
          .when(new Reopen(CYCLE, HEALTH, "kiến nghị đúng", by))
          .then(reopened);
    }
    inTime()
        .given(self(HEALTH, "900"), frozen(HEALTH), reopened)
        .when(itself("912.50"))
        .then(self(HEALTH, "912.50"));
  }

  @Test
  void only_a_frozen_sheet_is_reopened_and_not_by_a_deputy() {
    inTime()
        .given(self(HEALTH, "900"))
        .when(new Reopen(CYCLE, HEALTH, "vì sao", BY_LEADER))
        .refused(SHEET_NOT_FROZEN);
    inTime()
        .given(self(HEALTH, "900"), frozen(HEALTH))
        .when(new Reopen(CYCLE, HEALTH, "vì sao", Living.by(DEPUTY, DAY)))
        .refused(NOT_THE_LEADER);
  }
}
