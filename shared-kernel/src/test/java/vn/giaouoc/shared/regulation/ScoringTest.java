package vn.giaouoc.shared.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.giaouoc.shared.regulation.Examples.A;
import static vn.giaouoc.shared.regulation.Examples.B;
import static vn.giaouoc.shared.regulation.Examples.C;
import static vn.giaouoc.shared.regulation.Examples.D;
import static vn.giaouoc.shared.regulation.Examples.content;
import static vn.giaouoc.shared.regulation.Examples.counted;
import static vn.giaouoc.shared.regulation.Examples.criterion;
import static vn.giaouoc.shared.regulation.Examples.criterionOf;
import static vn.giaouoc.shared.regulation.Examples.exact;
import static vn.giaouoc.shared.regulation.Examples.measured;
import static vn.giaouoc.shared.regulation.Examples.scale;
import static vn.giaouoc.shared.regulation.Examples.score;
import static vn.giaouoc.shared.regulation.Examples.sheet;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.regulation.Examples.Making;
import vn.giaouoc.shared.regulation.Method.ExternalAward;
import vn.giaouoc.shared.regulation.Method.Item;
import vn.giaouoc.shared.regulation.Method.OverFulfilment;
import vn.giaouoc.shared.regulation.Method.PassFail;
import vn.giaouoc.shared.regulation.Method.Penalties;
import vn.giaouoc.shared.regulation.Method.Proportional;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.ClassRule;
import vn.giaouoc.shared.regulation.Scale.Counting;
import vn.giaouoc.shared.regulation.Scale.Grade;
import vn.giaouoc.shared.regulation.Scale.NotAssigned.Effect;
import vn.giaouoc.shared.regulation.Scale.TieBy;
import vn.giaouoc.shared.regulation.Scale.TieStep;
import vn.giaouoc.shared.regulation.Sheet.Done;
import vn.giaouoc.shared.regulation.Sheet.Unassigned;
import vn.giaouoc.shared.regulation.Standing.Amounts;
import vn.giaouoc.shared.regulation.Standing.Gap;
import vn.giaouoc.shared.regulation.Standing.NotAssigned;
import vn.giaouoc.shared.regulation.Standing.Scored;
import vn.giaouoc.shared.regulation.Standing.Tie;
import vn.giaouoc.shared.regulation.Standing.Unknown;
import vn.giaouoc.shared.regulation.Standing.Why;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.unit.UnitId;

/** Caps, rounding, ranks and classes, with numbers worked out by hand. */
class ScoringTest {

  private static final OverFulfilment ONE_FOR_ONE =
      new OverFulfilment(Counting.WHOLE_PERCENT, BigDecimal.ONE, null);

  private static Making proportional(String id, String standard) {
    return criterion(id, standard, new Proportional(null)).direction(Direction.HIGHER);
  }

  private static Making penalties(String id, String each) {
    return criterion(
            id,
            "0",
            new Penalties(List.of(new Item("lan", "Lần", new BigDecimal(each), null)), null))
        .withoutStandard();
  }

  private static TieStep step(TieBy by) {
    return new TieStep(by, null, "Điều 6");
  }

  private static TieStep step(TieBy by, String of) {
    return new TieStep(by, of, "Điều 6");
  }

  private static String total(Standing standing, UnitId unit) {
    return exact(standing.of(unit).outcome()).total().toPlainString();
  }

  @Test
  void bonus_is_capped_by_criterion_then_content_then_in_all() {
    // domain.md §2.1: ND 1 at most 40, ND 3 at most 10, together at most 50; here 30 + 15, max 40
    Regulation regulation =
        scale(
                content(
                    "I",
                    "30",
                    proportional("I.1", "100")
                        .over(
                            new OverFulfilment(
                                Counting.WHOLE_PERCENT, BigDecimal.ONE, new BigDecimal("20"))),
                    proportional("I.2", "100").over(ONE_FOR_ONE)),
                content("II", "15", proportional("II.1", "100").over(ONE_FOR_ONE)))
            .bonusCap("40")
            .regulation();
    Standing standing =
        score(
            regulation,
            sheet(
                A,
                "I.1",
                measured("150", "100"), // 50 → 20
                "I.2",
                measured("125", "100"), // 25; content 45 → 30
                "II.1",
                measured("190", "100"))); // 90 → 15; all 45 → 40
    Amounts whole = exact(standing.of(A).outcome());
    assertThat(whole.points()).isEqualByComparingTo("300");
    assertThat(whole.bonus()).isEqualByComparingTo("40");
    assertThat(whole.bonusCut()).isEqualByComparingTo("-5");
    assertThat(whole.total()).isEqualByComparingTo("340");
    Amounts first = exact(standing.of(A).contents().getFirst().outcome());
    assertThat(first.bonus()).isEqualByComparingTo("30");
    assertThat(first.bonusCut()).isEqualByComparingTo("-15");
    assertThat(standing.of(A).contents().getFirst().workings().getFirst().vietnamese())
        .isEqualTo("45, không quá 30: 30");
  }

  @Test
  void ninety_seven_and_ten_is_a_hundred_and_seven() {
    // domain.md §2.3: may exceed the nominal maximum
    Making flag =
        criterion(
            "II.1",
            "15",
            new ExternalAward(
                List.of(new Item("thanh-pho", "Cờ Thành phố", BigDecimal.TEN, null)),
                ExternalAward.Several.HIGHEST_ONLY));
    Regulation regulation =
        scale(content("I", null, proportional("I.1", "100")), content("II", null, flag))
            .maximum("115")
            .regulation();
    assertThat(
            total(
                score(
                    regulation,
                    sheet(A, "I.1", measured("97", "100"), "II.1", counted("thanh-pho", 1))),
                A))
        .isEqualTo("107");
  }

  @Test
  void penalties_do_not_go_below_the_floor_of_the_content_and_of_the_scale() {
    Regulation regulation =
        scale(
                content("I", null, null, "0", proportional("I.1", "10"), penalties("I.2", "8")),
                content("II", null, proportional("II.1", "10"), penalties("II.2", "30")))
            .floor("0")
            .regulation();
    Standing standing =
        score(
            regulation,
            sheet(
                A,
                "I.1",
                measured("1", "1"),
                "I.2",
                counted("lan", 2), // 10 − 16 → 0
                "II.1",
                measured("1", "2"),
                "II.2",
                counted("lan", 1))); // 5 − 30 = −25; in all −25 → 0
    assertThat(exact(standing.of(A).contents().getFirst().outcome()).total())
        .isEqualByComparingTo("0");
    assertThat(exact(standing.of(A).outcome()).totalCut()).isEqualByComparingTo("25");
    assertThat(total(standing, A)).isEqualTo("0");
  }

  @Test
  void the_maximum_is_never_exceeded() {
    Regulation regulation =
        scale(content("I", null, proportional("I.1", "100").over(ONE_FOR_ONE)))
            .maximum("110")
            .regulation();
    Standing standing = score(regulation, sheet(A, "I.1", measured("130", "100")));
    assertThat(total(standing, A)).isEqualTo("110");
    assertThat(exact(standing.of(A).outcome()).totalCut()).isEqualByComparingTo("-20");
  }

  @Test
  void what_is_not_assigned_is_taken_out_of_the_maximum_and_units_are_ranked_by_rate() {
    // domain.md §2.2: total shown as X/Y; rank by achievement rate
    Regulation regulation =
        scale(content("I", null, proportional("I.1", "60"), proportional("I.2", "40")))
            .notAssigned(Effect.OUT_OF_MAXIMUM)
            .by(By.RATE)
            .regulation();
    Standing standing =
        score(
            regulation,
            sheet(A, "I.1", measured("8", "10"), "I.2", measured("10", "10")), // 88 of 100
            sheet(B, "I.1", measured("9", "10"), "I.2", new Unassigned()), // 54 of 60: 90 %
            sheet(C, "I.1", new Unassigned(), "I.2", new Unassigned()));
    assertThat(standing.of(B).maximum()).isEqualByComparingTo("60");
    assertThat(standing.of(B).rate()).isEqualByComparingTo("90");
    assertThat(standing.of(B).rank()).isEqualTo(1);
    assertThat(standing.of(A).rank()).isEqualTo(2);
    assertThat(criterionOf(standing.of(B), "I.2").outcome()).isEqualTo(new NotAssigned("Điều 3"));
    assertThat(standing.of(C).rank()).as("there is no rate of nothing").isNull();
  }

  @Test
  void or_it_is_given_its_standard_points() {
    Regulation regulation =
        scale(content("I", null, proportional("I.1", "60"), penalties("I.2", "5")))
            .notAssigned(Effect.STANDARD_POINTS)
            .regulation();
    Standing standing =
        score(regulation, sheet(A, "I.1", new Unassigned(), "I.2", new Unassigned()));
    assertThat(total(standing, A)).isEqualTo("60");
  }

  @Test
  void a_regulation_that_does_not_say_what_becomes_of_it_leaves_it_unknown() {
    Regulation regulation = scale(content("I", null, proportional("I.1", "60"))).regulation();
    Standing standing = score(regulation, sheet(A, "I.1", new Unassigned()));
    assertThat(((Unknown) standing.of(A).outcome()).gaps())
        .containsExactly(new Gap("I.1", Why.NOT_STATED, "notAssigned"));
  }

  @Test
  void contents_without_criteria_are_unknown_and_so_is_the_total() {
    Regulation regulation =
        scale(
                content("I", null, proportional("I.1", "60")),
                content("II", "200", null, null, new Making[0]))
            .regulation();
    Standing standing = score(regulation, sheet(A, "I.1", measured("1", "1")));
    assertThat(standing.of(A).contents().getFirst().outcome()).isInstanceOf(Scored.class);
    assertThat(((Unknown) standing.of(A).outcome()).gaps())
        .containsExactly(new Gap("II", Why.NOT_STATED, "criteria"));
    assertThat(standing.of(A).maximum()).isNull();
  }

  @Test
  void a_regulation_without_a_scale_scores_nobody() {
    Regulation regulation = Examples.regulation(null, null);
    assertThat(((Unknown) score(regulation, sheet(A)).of(A).outcome()).gaps().getFirst().what())
        .isEqualTo("scale");
  }

  @Test
  void ranks_are_made_before_rounding() {
    Regulation regulation =
        scale(content("I", null, proportional("I.1", "100"))).digits(0).regulation();
    Standing standing =
        score(
            regulation,
            sheet(A, "I.1", measured("94.9", "100")),
            sheet(B, "I.1", measured("95.1", "100")));
    assertThat(standing.units()).extracting(each -> each.unit()).containsExactly(B, A);
    assertThat(standing.units())
        .extracting(each -> ((Scored) each.outcome()).shown())
        .extracting(shown -> shown.total().toPlainString())
        .containsExactly("95", "95");
  }

  @Test
  void three_times_a_third_is_exactly_one() {
    Regulation regulation =
        scale(
                content(
                    "I",
                    null,
                    proportional("I.1", "10"),
                    proportional("I.2", "10"),
                    proportional("I.3", "10")))
            .sharing()
            .regulation();
    Standing standing =
        score(
            regulation,
            sheet(
                A, "I.1", measured("1", "3"), "I.2", measured("1", "3"), "I.3", measured("1", "3")),
            sheet(
                B,
                "I.1",
                measured("3", "3"),
                "I.2",
                measured("0", "3"),
                "I.3",
                measured("0", "3")));
    assertThat(total(standing, A)).isEqualTo("10");
    assertThat(standing.units()).extracting(each -> each.rank()).containsExactly(1, 1);
    assertThat(standing.ties()).containsExactly(new Tie(List.of(A, B), Tie.How.SHARED, null));
  }

  @Test
  void shown_parts_add_up_to_the_shown_total() {
    // 3.333… + 3.333… + 3.333… = 10: the first of the equal remainders is rounded up
    Regulation regulation =
        scale(
                content(
                    "I",
                    null,
                    proportional("I.1", "10"),
                    proportional("I.2", "10"),
                    proportional("I.3", "10")))
            .regulation();
    Standing standing =
        score(
            regulation,
            sheet(
                A,
                "I.1",
                measured("1", "3"),
                "I.2",
                measured("1", "3"),
                "I.3",
                measured("1", "3")));
    assertThat(standing.of(A).contents().getFirst().criteria())
        .extracting(each -> ((Scored) each.outcome()).shown())
        .extracting(shown -> shown.total().toPlainString())
        .containsExactly("3.34", "3.33", "3.33");
  }

  @Test
  void equal_units_go_through_the_cascade_in_its_order() {
    // domain.md §2.4: content 1 → fewer penalties → ballot among the tied
    TieStep ballot = step(TieBy.BALLOT);
    Regulation regulation =
        scale(
                content("I", null, proportional("I.1", "50")),
                content("II", null, proportional("II.1", "60"), penalties("II.2", "1")))
            .ties(step(TieBy.CONTENT, "I"), step(TieBy.FEWER_PENALTIES), ballot)
            .regulation();
    Sheet[] sheets = {
      // all 80: A 50 + 30; B 40 + 42 − 2; C and D 40 + 41 − 1
      sheet(
          A, "I.1", measured("50", "50"), "II.1", measured("30", "60"), "II.2", counted("lan", 0)),
      sheet(
          B, "I.1", measured("40", "50"), "II.1", measured("42", "60"), "II.2", counted("lan", 2)),
      sheet(
          C, "I.1", measured("40", "50"), "II.1", measured("41", "60"), "II.2", counted("lan", 1)),
      sheet(D, "I.1", measured("40", "50"), "II.1", measured("41", "60"), "II.2", counted("lan", 1))
    };
    Standing open = score(regulation, sheets);
    assertThat(open.units()).extracting(each -> each.unit()).containsExactly(A, C, D, B);
    assertThat(open.units()).extracting(each -> each.rank()).containsExactly(1, 2, 2, 4);
    assertThat(open.ties())
        .containsExactly(
            new Tie(List.of(A, B, C, D), Tie.How.BY_FIGURES, step(TieBy.CONTENT, "I")),
            new Tie(List.of(B, C, D), Tie.How.BY_FIGURES, step(TieBy.FEWER_PENALTIES)),
            new Tie(List.of(C, D), Tie.How.OPEN, ballot));

    Standing decided = Scoring.of(regulation, List.of(sheets), List.of(D, C));
    assertThat(decided.units()).extracting(each -> each.unit()).containsExactly(A, D, C, B);
    assertThat(decided.units()).extracting(each -> each.rank()).containsExactly(1, 2, 3, 4);
    assertThat(decided.ties().getLast())
        .isEqualTo(new Tie(List.of(C, D), Tie.How.BY_DECISION, ballot));
  }

  @Test
  void a_decision_does_not_move_units_that_figures_tell_apart() {
    Regulation regulation = scale(content("I", null, proportional("I.1", "50"))).regulation();
    Standing standing =
        Scoring.of(
            regulation,
            List.of(sheet(A, "I.1", measured("50", "50")), sheet(B, "I.1", measured("49", "50"))),
            List.of(B, A));
    assertThat(standing.of(A).rank()).isEqualTo(1);
    assertThat(standing.ties()).isEmpty();
  }

  @Test
  void a_tie_that_nothing_resolves_is_open_and_never_silent() {
    Regulation regulation = scale(content("I", null, proportional("I.1", "50"))).regulation();
    Standing standing =
        score(
            regulation,
            sheet(A, "I.1", measured("50", "50")),
            sheet(B, "I.1", measured("50", "50")));
    assertThat(standing.ties()).containsExactly(new Tie(List.of(A, B), Tie.How.OPEN, null));
  }

  @Test
  void a_unit_that_is_not_known_has_no_rank_and_the_others_have() {
    Regulation regulation = scale(content("I", null, proportional("I.1", "50"))).regulation();
    Standing standing = score(regulation, sheet(A), sheet(B, "I.1", measured("0", "50")));
    assertThat(standing.of(A).rank()).isNull();
    assertThat(standing.of(B).rank()).as("zero is a score").isEqualTo(1);
    assertThat(standing.units().getLast().unit()).isEqualTo(A);
  }

  @Test
  void classes_take_who_reaches_their_least() {
    Scale scale = scale(content("I", null, proportional("I.1", "100"))).regulation().scale();
    Scale withClasses =
        new Scale(
            scale.clause(),
            scale.standard(),
            scale.bonusCap(),
            scale.floor(),
            scale.rounding(),
            scale.notAssigned(),
            null,
            new ClassRule(
                By.RATE,
                "Điều 7",
                List.of(
                    new Grade("xuất sắc", new BigDecimal("95")),
                    new Grade("tốt", new BigDecimal("80")))),
            scale.layers(),
            scale.contents());
    Standing standing =
        score(
            Examples.regulation(withClasses, null),
            sheet(A, "I.1", measured("95", "100")),
            sheet(B, "I.1", measured("94.999999", "100")),
            sheet(C, "I.1", measured("79", "100")),
            sheet(D));
    assertThat(standing.of(A).grade()).isEqualTo("xuất sắc");
    assertThat(standing.of(B).grade()).isEqualTo("tốt");
    assertThat(standing.of(C).grade()).isNull();
    assertThat(standing.of(D).grade()).isNull();
    assertThat(standing.of(A).rank()).as("classes instead of ranks").isNull();
  }

  @Test
  void two_sheets_of_one_unit_are_refused() {
    Regulation regulation = scale(content("I", null, proportional("I.1", "50"))).regulation();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> score(regulation, sheet(A), sheet(A)))
        .withMessageContaining(A.slug());
  }

  @Test
  void numbers_that_no_figure_is_are_refused_before_anything_is_computed() {
    for (String number : List.of("1e999999999", "1e-999999999", "1234567890123", "0.1234567")) {
      assertThatIllegalArgumentException().isThrownBy(() -> measured(number, "1"));
    }
  }

  @Test
  void a_standing_goes_over_the_wire_and_comes_back_the_same() throws Exception {
    Regulation regulation =
        scale(content("I", null, proportional("I.1", "50"), criterion("I.2", "10", new PassFail())))
            .notAssigned(Effect.OUT_OF_MAXIMUM)
            .regulation();
    Standing standing =
        score(
            regulation,
            sheet(A, "I.1", measured("1", "3"), "I.2", new Unassigned()),
            sheet(B, "I.1", measured("1", "3"), "I.2", new Done(true)),
            sheet(C));
    String json = Wire.mapper().writeValueAsString(standing);
    assertThat(Wire.mapper().readValue(json, Standing.class)).isEqualTo(standing);
    assertThat(json).contains("\"type\":\"scored\"", "\"rule\":\"proportional\"");
  }
}
