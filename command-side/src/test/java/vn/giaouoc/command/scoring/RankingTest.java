package vn.giaouoc.command.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER;
import static vn.giaouoc.command.scoring.Scored.BLOC;
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
import static vn.giaouoc.command.scoring.Scored.frozen;
import static vn.giaouoc.command.scoring.Scored.regulation;
import static vn.giaouoc.command.scoring.Scored.scores;
import static vn.giaouoc.command.scoring.Scored.self;
import static vn.giaouoc.command.scoring.Scored.sheet;
import static vn.giaouoc.command.scoring.ScoringRejection.ALREADY_SCORED;
import static vn.giaouoc.command.scoring.ScoringRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.scoring.ScoringRejection.EQUAL_POINTS;
import static vn.giaouoc.command.scoring.ScoringRejection.NOBODY_TO_RANK;
import static vn.giaouoc.command.scoring.ScoringRejection.NOTHING_REOPENED;
import static vn.giaouoc.command.scoring.ScoringRejection.NOT_ON_THE_ROLL;
import static vn.giaouoc.command.scoring.ScoringRejection.NO_REGULATION_IN_FORCE;
import static vn.giaouoc.command.scoring.ScoringRejection.ORDER_OF_UNEQUALS;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_MISSING;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_OUT_OF_RANGE;
import static vn.giaouoc.command.scoring.ScoringRejection.RANKING_SKIPPED;
import static vn.giaouoc.command.scoring.ScoringRejection.SHEET_RETURNED;
import static vn.giaouoc.command.scoring.ScoringRejection.UNIT_EXCLUDED;
import static vn.giaouoc.command.scoring.ScoringRejection.UNIT_NAMED_TWICE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.scoring.RankingCommand.Given;
import vn.giaouoc.command.scoring.RankingCommand.ScoreBloc;
import vn.giaouoc.command.scoring.RankingCommand.Ties;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.CycleClosed;
import vn.giaouoc.shared.cycle.CycleEvent.Excluded;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepRecorded;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.cycle.CycleEvent.TieOrder;
import vn.giaouoc.shared.cycle.CycleEvent.UnitExcluded;
import vn.giaouoc.shared.cycle.CycleEvent.Unranked;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.BlocScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReopened;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReturned;
import vn.giaouoc.shared.unit.UnitId;

class RankingTest {

  private static final ScoreBloc BY_SHEETS = rank(List.of(), null, null);

  private static ScoreBloc rank(List<Given> settled, @Nullable Ties ties, @Nullable String reason) {
    return new ScoreBloc(CYCLE, Contest.WHOLE_BLOC, settled, List.of(), ties, reason, BY_LEADER);
  }

  private static Given given(UnitId unit, String points) {
    return new Given(unit, new BigDecimal(points));
  }

  private static Settled settled(UnitId unit, String points, int rank, @Nullable Layer layer) {
    return new Settled(unit, new BigDecimal(points), rank, layer);
  }

  private static BlocScored scored(Living living) {
    return living.appended().stream()
        .filter(BlocScored.class::isInstance)
        .map(BlocScored.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("not ranked: " + living.appended()));
  }

  private static Living allScored() {
    return bloc().given((Object[]) scores("950", "940.5", "940.49", "0"));
  }

  @Test
  void a_bloc_is_ranked_by_the_points_of_its_sheets_which_freeze_in_the_same_decision() {
    Living living =
        allScored()
            .given(
                new BlocScoreEntered(
                    sheet(LEADER), CYCLE, LEADER, DEPUTY, List.of(), new BigDecimal("900"), false))
            .when(BY_SHEETS);
    living.then(
        new BlocScored(
            CYCLE,
            Contest.WHOLE_BLOC,
            "3387/QĐ-KTĐ4",
            List.of(
                settled(DEPUTY, "940.5", 1, Layer.SELF),
                settled(HEALTH, "940.49", 2, Layer.SELF),
                settled(LEADER, "900", 3, Layer.BLOC),
                settled(LABOUR, "0", 4, Layer.SELF)),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of(
                "bloc:kien-giang.khoi-4@4",
                "cycle:kien-giang.khoi-4.2026@1",
                "leadership:kien-giang.khoi-4@1",
                sheet(LEADER).stream() + "@1",
                sheet(DEPUTY).stream() + "@0",
                sheet(LABOUR).stream() + "@0",
                sheet(HEALTH).stream() + "@0")),
        frozen(LEADER),
        frozen(DEPUTY),
        frozen(LABOUR),
        frozen(HEALTH));
  }

  @Test
  void points_that_the_bloc_settled_itself_go_before_those_of_the_sheet() {
    BlocScored scored =
        scored(allScored().when(rank(List.of(given(LABOUR, "999.99")), null, null)));
    assertThat(scored.settled().getFirst()).isEqualTo(settled(LABOUR, "999.99", 1, null));
  }

  @Test
  void a_sheet_in_which_nothing_stands_is_frozen_too_so_that_nothing_can_slip_in() {
    Living living =
        bloc()
            .when(
                rank(
                    List.of(
                        given(LEADER, "4"),
                        given(DEPUTY, "3"),
                        given(HEALTH, "2"),
                        given(LABOUR, "1")),
                    null,
                    null));
    assertThat(living.appended())
        .contains(frozen(LEADER), frozen(DEPUTY), frozen(HEALTH), frozen(LABOUR));
  }

  @Test
  void a_member_without_points_is_not_ranked_with_zero() {
    bloc()
        .given(self(LEADER, "1"), self(DEPUTY, "2"), self(HEALTH, "3"))
        .when(BY_SHEETS)
        .refused(POINTS_MISSING);
  }

  @Test
  void a_member_is_not_ranked_for_a_reason_that_is_kept() {
    BlocScored scored =
        scored(
            bloc()
                .given(self(LEADER, "1"), self(DEPUTY, "2"), self(HEALTH, "3"))
                .when(
                    new ScoreBloc(
                        CYCLE,
                        Contest.WHOLE_BLOC,
                        List.of(),
                        List.of(new RankingCommand.Unranked(LABOUR, "mới vào khối")),
                        null,
                        null,
                        BY_LEADER)));
    assertThat(scored.unranked())
        .containsExactly(new Unranked(LABOUR, Living.words("mới vào khối")));
    assertThat(scored.settled()).extracting(Settled::unit).doesNotContain(LABOUR);
  }

  @Test
  void an_excluded_member_is_shown_with_its_clause_and_cannot_be_ranked() {
    Living living = allScored().given(new UnitExcluded(CYCLE, HEALTH, "Điều 11"));
    living.when(rank(List.of(given(HEALTH, "10")), null, null)).refused(UNIT_EXCLUDED);
    assertThat(living.clause()).isEqualTo("Điều 11");

    BlocScored scored = scored(living.when(BY_SHEETS));
    assertThat(scored.excluded()).containsExactly(new Excluded(HEALTH, "Điều 11"));
    assertThat(scored.settled()).extracting(Settled::unit).doesNotContain(HEALTH);
  }

  @Test
  void a_bloc_is_ranked_by_its_roll_of_the_day() {
    allScored().when(rank(List.of(given(STRANGER, "10")), null, null)).refused(NOT_ON_THE_ROLL);
    Living left = allScored().given(new MemberReleased(BLOC, HEALTH));
    left.when(rank(List.of(given(HEALTH, "10")), null, null)).refused(NOT_ON_THE_ROLL);
    assertThat(scored(left.when(BY_SHEETS)).settled())
        .extracting(Settled::unit)
        .containsExactly(LEADER, DEPUTY, LABOUR);
  }

  @Test
  void a_unit_is_named_once() {
    allScored()
        .when(rank(List.of(given(HEALTH, "10"), given(HEALTH, "11")), null, null))
        .refused(UNIT_NAMED_TWICE);
  }

  @Test
  void a_contest_of_some_ranks_those_alone() {
    ScoreBloc some =
        new ScoreBloc(
            CYCLE,
            new Contest("nhom-1"),
            List.of(new Given(HEALTH, null), given(LABOUR, "1")),
            List.of(),
            null,
            null,
            BY_LEADER);
    assertThat(scored(allScored().when(some)).settled())
        .containsExactly(settled(HEALTH, "940.49", 1, Layer.SELF), settled(LABOUR, "1", 2, null));
    allScored()
        .when(
            new ScoreBloc(
                CYCLE, new Contest("nhom-1"), List.of(), List.of(), null, null, BY_LEADER))
        .refused(NOBODY_TO_RANK);
  }

  @Test
  void a_tie_is_refused_with_the_clause_until_its_order_is_decided() {
    Living living = bloc().given((Object[]) scores("950", "940", "940.0", "0"));
    living.when(BY_SHEETS).refused(EQUAL_POINTS);
    assertThat(living.clause()).isEqualTo(SCALE);

    BlocScored scored =
        scored(
            living.when(
                rank(List.of(), new Ties(List.of(HEALTH, DEPUTY), "nội dung 1 cao hơn"), null)));
    assertThat(scored.settled())
        .extracting(Settled::unit)
        .containsExactly(LEADER, HEALTH, DEPUTY, LABOUR);
    assertThat(scored.settled()).extracting(Settled::rank).containsExactly(1, 2, 3, 4);
    assertThat(scored.ties())
        .isEqualTo(new TieOrder(List.of(HEALTH, DEPUTY), Living.words("nội dung 1 cao hơn")));
  }

  @Test
  void equal_ranks_are_shared_only_where_the_regulation_provides_for_them() {
    BlocScored scored =
        scored(
            bloc(regulation(true))
                .given((Object[]) scores("950", "940", "940.0", "0"))
                .when(BY_SHEETS));
    assertThat(scored.settled()).extracting(Settled::rank).containsExactly(1, 2, 2, 4);
  }

  @Test
  void the_order_of_units_with_different_points_is_not_for_deciding() {
    allScored()
        .when(rank(List.of(), new Ties(List.of(HEALTH, DEPUTY), "vì"), null))
        .refused(ORDER_OF_UNEQUALS);
  }

  @Test
  void settled_points_keep_to_the_scale() {
    Living living = allScored();
    living.when(rank(List.of(given(HEALTH, "1000.5")), null, null)).refused(POINTS_OUT_OF_RANGE);
    assertThat(living.clause()).isEqualTo(SCALE);
  }

  @Test
  void a_sheet_that_was_returned_and_not_answered_does_not_count_by_itself() {
    Living living =
        allScored().given(new SheetReturned(sheet(HEALTH), CYCLE, HEALTH, Living.words("vì")));
    living.when(BY_SHEETS).refused(SHEET_RETURNED);
    assertThat(scored(living.when(rank(List.of(given(HEALTH, "1")), null, null))).settled())
        .hasSize(4);
  }

  @Test
  void only_the_leader_ranks() {
    allScored()
        .when(
            new ScoreBloc(
                CYCLE,
                Contest.WHOLE_BLOC,
                List.of(),
                List.of(),
                null,
                null,
                Living.by(DEPUTY, DAY)))
        .refused(NOT_THE_LEADER);
  }

  @Test
  void nobody_is_ranked_without_a_regulation_in_a_closed_year_or_where_ranking_is_skipped() {
    bloc(null)
        .given((Object[]) scores("4", "3", "2", "1"))
        .when(BY_SHEETS)
        .refused(NO_REGULATION_IN_FORCE);
    allScored().given(new CycleClosed(CYCLE, List.of())).when(BY_SHEETS).refused(CYCLE_NOT_OPEN);
    allScored()
        .given(new StepRecorded(CYCLE, Step.RANKING, StepState.SKIPPED, null))
        .when(BY_SHEETS)
        .refused(RANKING_SKIPPED);
    Living.on(DAY).when(BY_SHEETS).refused(CYCLE_NOT_OPEN);
  }

  @Test
  void it_is_ranked_again_for_a_reason_when_a_sheet_was_reopened() {
    Living living = allScored().given(allScored().when(BY_SHEETS).appended().toArray());
    living.when(BY_SHEETS).refused(ALREADY_SCORED);
    living.when(rank(List.of(), null, "tính lại")).refused(NOTHING_REOPENED);

    living.given(
        new SheetReopened(sheet(LABOUR), CYCLE, LABOUR, Living.words("vì")), self(LABOUR, "999"));
    living.when(BY_SHEETS).refused(ALREADY_SCORED);
    BlocScored again = scored(living.when(rank(List.of(), null, "tính lại")));
    assertThat(again.reason()).isEqualTo(Living.words("tính lại"));
    assertThat(again.settled().getFirst()).isEqualTo(settled(LABOUR, "999", 1, Layer.SELF));
  }

  @Test
  void who_was_ranked_and_takes_no_part_any_more_is_named() {
    Living living =
        allScored()
            .given(allScored().when(BY_SHEETS).appended().toArray())
            .given(new MemberReleased(BLOC, HEALTH));
    BlocScored again = scored(living.when(rank(List.of(), null, "đơn vị đã rời khối")));
    assertThat(again.dropped()).containsExactly(HEALTH);
  }

  @Test
  void the_same_request_twice_ranks_once() {
    Map<String, String> key = Map.of(Commands.REQUEST, "key-1 digest");
    Living living = allScored().when(BY_SHEETS, key);
    Long version = living.version();
    assertThat(living.appended()).hasSize(5);
    living.when(BY_SHEETS, key);
    assertThat(living.appended()).isEmpty();
    assertThat(living.version()).isEqualTo(version);
  }
}
