package vn.giaouoc.command.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.giaouoc.command.scoring.Scored.BLOC;
import static vn.giaouoc.command.scoring.Scored.BY_LEADER;
import static vn.giaouoc.command.scoring.Scored.CYCLE;
import static vn.giaouoc.command.scoring.Scored.DEPUTY;
import static vn.giaouoc.command.scoring.Scored.HEALTH;
import static vn.giaouoc.command.scoring.Scored.LABOUR;
import static vn.giaouoc.command.scoring.Scored.LEADER;
import static vn.giaouoc.command.scoring.Scored.bloc;
import static vn.giaouoc.command.scoring.Scored.sheet;
import static vn.giaouoc.command.scoring.ScoringRejection.ALREADY_SCORED;
import static vn.giaouoc.command.scoring.ScoringRejection.CONTEST_NOT_PROVIDED;
import static vn.giaouoc.command.scoring.ScoringRejection.EQUAL_POINTS;
import static vn.giaouoc.command.scoring.ScoringRejection.MEMBER_NOT_PLACED;
import static vn.giaouoc.command.scoring.ScoringRejection.NOTHING_REOPENED;
import static vn.giaouoc.command.scoring.ScoringRejection.NOT_IN_THE_CONTEST;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_MISSING;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_UNKNOWN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.scoring.RankingCommand.Given;
import vn.giaouoc.command.scoring.RankingCommand.ScoreBloc;
import vn.giaouoc.shared.bloc.BlocEvent.MemberPlaced;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.Beyond;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.Excluded;
import vn.giaouoc.shared.cycle.CycleEvent.UnitExcluded;
import vn.giaouoc.shared.regulation.ContestRule;
import vn.giaouoc.shared.regulation.Method.Item;
import vn.giaouoc.shared.regulation.Method.PerItem;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Scale;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.Content;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Scale.RankRule;
import vn.giaouoc.shared.regulation.Scale.TieBy;
import vn.giaouoc.shared.regulation.Scale.TieStep;
import vn.giaouoc.shared.regulation.Sheet.Counted;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SelfScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReopened;
import vn.giaouoc.shared.unit.UnitId;

/** Two groups and a track beside each other, under one scale and with the same sheets. */
class ContestRankingTest {

  private static final Contest ONE = new Contest("nhom-1");
  private static final Contest TWO = new Contest("nhom-2");
  private static final Contest TRACK = new Contest("chuyen-de");
  private static final String PLACES = "Điều 9 khoản 2";

  private static Regulation regulation() {
    Scale scale =
        new Scale(
            "Điều 6",
            null,
            null,
            null,
            null,
            null,
            new RankRule(By.POINTS, "Điều 9", List.of(new TieStep(TieBy.CHAIR, null, "Điều 10"))),
            null,
            null,
            List.of(content("I", "60"), content("II", "40")));
    return new Regulation(
        "3387/QĐ-KTĐ4",
        "Quy chế hoạt động",
        null,
        LocalDate.of(2026, 1, 15),
        List.of(),
        new ScoringRule(new BigDecimal("100"), false, "Điều 5"),
        scale,
        List.of(
            new ContestRule(ONE, "Nhóm 1", "Điều 9 khoản 1", "1", null, null, null),
            new ContestRule(TWO, "Nhóm 2", "Điều 9 khoản 1", "2", null, null, null),
            new ContestRule(TRACK, "Chuyên đề", PLACES, null, null, "II", 2)),
        List.of(),
        List.of());
  }

  private static Content content(String id, String standard) {
    return new Content(
        id,
        id,
        "Mục " + id,
        new BigDecimal(standard),
        null,
        null,
        List.of(
            new Criterion(
                id + ".1",
                id,
                "Mục " + id,
                new BigDecimal(standard),
                new PerItem(List.of(new Item("diem", "Điểm", BigDecimal.ONE, null))),
                null,
                null,
                null,
                null,
                null,
                null)));
  }

  private static SelfScoreEntered entered(UnitId unit, String first, String second) {
    return new SelfScoreEntered(
        sheet(unit), CYCLE, unit, List.of(line("I.1", first), line("II.1", second)), null, false);
  }

  private static Line line(String criterion, String count) {
    return new Line(
        criterion, null, null, new Counted(Map.of("diem", new BigDecimal(count))), List.of());
  }

  private static Living placed() {
    return bloc(regulation())
        .givenOn(
            "2026-01-20",
            new MemberPlaced(BLOC, LEADER, "1", null),
            new MemberPlaced(BLOC, DEPUTY, "1", null),
            new MemberPlaced(BLOC, HEALTH, "2", null),
            new MemberPlaced(BLOC, LABOUR, "2", null));
  }

  /** Groups: LEADER 50, DEPUTY 60; HEALTH 55, LABOUR 30. Track: 30, 10, 20, 10. */
  private static Living scored() {
    return placed()
        .given(
            entered(LEADER, "20", "30"),
            entered(DEPUTY, "50", "10"),
            entered(HEALTH, "35", "20"),
            entered(LABOUR, "20", "10"));
  }

  private static ScoreBloc rank(Contest contest) {
    return rank(contest, null);
  }

  private static ScoreBloc rank(Contest contest, @Nullable String reason, Given... named) {
    return new ScoreBloc(CYCLE, contest, List.of(named), List.of(), null, reason, BY_LEADER);
  }

  private static BlocScored ranking(Living living) {
    return living.appended().stream()
        .filter(BlocScored.class::isInstance)
        .map(BlocScored.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("not ranked: " + living.appended()));
  }

  private static List<String> places(BlocScored ranking) {
    return ranking.settled().stream()
        .map(each -> each.rank() + " " + each.unit().slug() + " " + each.points())
        .toList();
  }

  private static Living go(Living living, Contest contest) {
    ranking(living.when(rank(contest)));
    return living;
  }

  @Test
  void a_contest_takes_its_members_from_the_roll() {
    BlocScored one = ranking(scored().when(rank(ONE)));
    assertThat(places(one))
        .containsExactly("1 " + DEPUTY.slug() + " 60", "2 " + LEADER.slug() + " 50");
    assertThat(one.rule()).isEqualTo(regulation().contest(ONE).orElseThrow());
    assertThat(places(ranking(scored().when(rank(TWO)))))
        .containsExactly("1 " + HEALTH.slug() + " 55", "2 " + LABOUR.slug() + " 30");
  }

  @Test
  void a_track_ranks_by_one_content_and_tells_who_is_beyond_its_places() {
    Living living = scored().when(rank(TRACK));
    BlocScored track = ranking(living);
    assertThat(places(track))
        .containsExactly("1 " + LEADER.slug() + " 30", "2 " + HEALTH.slug() + " 20");
    // the two that are equal beyond the places need not be told apart
    assertThat(track.beyond())
        .extracting(Beyond::unit, Beyond::clause)
        .containsExactlyInAnyOrder(tuple(DEPUTY, PLACES), tuple(LABOUR, PLACES));
    assertThat(living.appended().stream().filter(SheetFrozen.class::isInstance)).hasSize(4);
    SheetFrozen frozen =
        (SheetFrozen)
            living.appended().stream()
                .filter(each -> each instanceof SheetFrozen by && by.unit().equals(LEADER))
                .findFirst()
                .orElseThrow();
    assertThat(frozen.marks().criteria()).extracting(mark -> mark.of()).containsExactly("II.1");
  }

  @Test
  void equal_units_within_the_places_must_be_told_apart() {
    placed()
        .given(
            entered(LEADER, "20", "30"),
            entered(DEPUTY, "50", "20"),
            entered(HEALTH, "35", "20"),
            entered(LABOUR, "20", "10"))
        .when(rank(TRACK))
        .refused(EQUAL_POINTS);
  }

  @Test
  void one_contest_does_not_hinder_the_others_and_each_is_made_once() {
    Living living = go(go(go(scored(), ONE), TWO), TRACK);
    living.when(rank(ONE)).refused(ALREADY_SCORED);
    living.when(rank(ONE, "vì")).refused(NOTHING_REOPENED);
    living.when(rank(TRACK, "vì")).refused(NOTHING_REOPENED);
  }

  @Test
  void a_sheet_that_was_reopened_lets_each_of_its_contests_be_made_again_and_no_other() {
    Living living = go(go(go(scored(), ONE), TWO), TRACK);
    living
        .given(new SheetReopened(sheet(LEADER), CYCLE, LEADER, Living.words("sai")))
        .given(entered(LEADER, "50", "15"));
    living.when(rank(TWO, "vì")).refused(NOTHING_REOPENED);
    living.when(rank(ONE, "sửa"));
    assertThat(places(ranking(living)).getFirst()).isEqualTo("1 " + LEADER.slug() + " 65");
    living.when(rank(ONE, "nữa")).refused(NOTHING_REOPENED);
    // frozen by the one, not yet by the other, which still rests on what was
    living.when(rank(TRACK, "sửa"));
    assertThat(places(ranking(living)))
        .containsExactly("1 " + HEALTH.slug() + " 20", "2 " + LEADER.slug() + " 15");
  }

  @Test
  void only_what_the_track_is_about_has_to_be_known() {
    Living living =
        placed()
            .given(
                new SelfScoreEntered(
                    sheet(LEADER), CYCLE, LEADER, List.of(line("II.1", "30")), null, false),
                entered(DEPUTY, "50", "10"),
                entered(HEALTH, "35", "20"),
                entered(LABOUR, "20", "5"));
    assertThat(places(ranking(living.when(rank(TRACK)))).getFirst())
        .isEqualTo("1 " + LEADER.slug() + " 30");
    living.when(rank(ONE)).refused(POINTS_UNKNOWN);
  }

  @Test
  void an_excluded_unit_is_shown_with_the_clause_where_it_would_be() {
    Living living =
        scored()
            .given(entered(LABOUR, "25", "5"))
            .given(new UnitExcluded(CYCLE, HEALTH, "Điều 11"));
    assertThat(ranking(living.when(rank(TWO))).excluded())
        .containsExactly(new Excluded(HEALTH, "Điều 11"));
    assertThat(ranking(living.when(rank(ONE))).excluded()).isEmpty();
    assertThat(ranking(living.when(rank(TRACK))).excluded())
        .containsExactly(new Excluded(HEALTH, "Điều 11"));
  }

  @Test
  void there_are_no_contests_but_those_of_the_regulation() {
    scored().when(rank(Contest.WHOLE_BLOC)).refused(CONTEST_NOT_PROVIDED);
    scored().when(rank(new Contest("nhom-3"))).refused(CONTEST_NOT_PROVIDED);
  }

  @Test
  void a_unit_of_another_group_is_not_in_it() {
    scored().when(rank(ONE, null, new Given(HEALTH, null))).refused(NOT_IN_THE_CONTEST);
  }

  @Test
  void where_a_member_stands_must_be_told_before_its_group_is_ranked() {
    Living living =
        bloc(regulation())
            .givenOn(
                "2026-01-20",
                new MemberPlaced(BLOC, LEADER, "1", null),
                new MemberPlaced(BLOC, DEPUTY, "1", null))
            .given(entered(LEADER, "1", "1"), entered(DEPUTY, "2", "2"));
    living.when(rank(ONE)).refused(MEMBER_NOT_PLACED);
    living.when(rank(TRACK)).refused(POINTS_MISSING);
  }

  @Test
  void the_place_of_the_day_counts() {
    Living living = scored().givenOn("2026-12-01", new MemberPlaced(BLOC, HEALTH, "1", null));
    assertThat(ranking(living.when(rank(ONE))).settled()).hasSize(3);
    Living later = scored().givenOn("2026-12-31", new MemberPlaced(BLOC, HEALTH, "1", null));
    assertThat(ranking(later.when(rank(ONE))).settled()).hasSize(2);
  }
}
