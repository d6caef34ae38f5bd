package vn.giaouoc.shared.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.shared.regulation.Examples.A;
import static vn.giaouoc.shared.regulation.Examples.B;
import static vn.giaouoc.shared.regulation.Examples.C;
import static vn.giaouoc.shared.regulation.Examples.content;
import static vn.giaouoc.shared.regulation.Examples.counted;
import static vn.giaouoc.shared.regulation.Examples.criterion;
import static vn.giaouoc.shared.regulation.Examples.criterionOf;
import static vn.giaouoc.shared.regulation.Examples.exact;
import static vn.giaouoc.shared.regulation.Examples.measured;
import static vn.giaouoc.shared.regulation.Examples.scale;
import static vn.giaouoc.shared.regulation.Examples.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.regulation.Examples.Making;
import vn.giaouoc.shared.regulation.Method.Assessed;
import vn.giaouoc.shared.regulation.Method.Band;
import vn.giaouoc.shared.regulation.Method.ExternalAward;
import vn.giaouoc.shared.regulation.Method.Item;
import vn.giaouoc.shared.regulation.Method.Lateness;
import vn.giaouoc.shared.regulation.Method.OverFulfilment;
import vn.giaouoc.shared.regulation.Method.PassFail;
import vn.giaouoc.shared.regulation.Method.Penalties;
import vn.giaouoc.shared.regulation.Method.PerItem;
import vn.giaouoc.shared.regulation.Method.PlusMinus;
import vn.giaouoc.shared.regulation.Method.Proportional;
import vn.giaouoc.shared.regulation.Method.RelativeToBest;
import vn.giaouoc.shared.regulation.Method.Stepped;
import vn.giaouoc.shared.regulation.Scale.Counting;
import vn.giaouoc.shared.regulation.Scale.Lower;
import vn.giaouoc.shared.regulation.Sheet.Assessments;
import vn.giaouoc.shared.regulation.Sheet.Delivered;
import vn.giaouoc.shared.regulation.Sheet.Done;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.regulation.Sheet.Measured;
import vn.giaouoc.shared.regulation.Sheet.Untargeted;
import vn.giaouoc.shared.regulation.Standing.CriterionScore;
import vn.giaouoc.shared.regulation.Standing.Gap;
import vn.giaouoc.shared.regulation.Standing.Unknown;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.unit.UnitId;

/** Every method at its edges, with numbers worked out by hand. */
class MethodTest {

  private static CriterionScore marked(Making criterion, Entry... entries) {
    List<UnitId> units = List.of(A, B, C);
    List<Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < entries.length; i++) {
      sheets.add(sheet(units.get(i), "I.1", entries[i]));
    }
    Regulation regulation = scale(content("I", null, criterion)).regulation();
    return criterionOf(Scoring.of(regulation, sheets, List.of()).of(A), "I.1");
  }

  private static String points(Making criterion, Entry... entries) {
    return exact(marked(criterion, entries).outcome()).points().toPlainString();
  }

  private static String bonus(Making criterion, Entry... entries) {
    return exact(marked(criterion, entries).outcome()).bonus().toPlainString();
  }

  private static Gap gap(Making criterion, Entry... entries) {
    return ((Unknown) marked(criterion, entries).outcome()).gaps().getFirst();
  }

  private static String why(Making criterion, Entry... entries) {
    return marked(criterion, entries).workings().stream()
        .map(Working::vietnamese)
        .reduce((one, other) -> one + "\n" + other)
        .orElse("");
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Nested
  @DisplayName("proportional (domain.md §2.1: under-achievement, §2.4)")
  class ProportionalMethod {

    private final Making higher =
        criterion("I.1", "60", new Proportional(null)).direction(Direction.HIGHER);

    @Test
    void four_fifths_of_the_target_are_four_fifths_of_the_points() {
      assertThat(points(higher, measured("8", "10"))).isEqualTo("48"); // 60 × 8 ÷ 10
    }

    @Test
    void the_target_exactly_is_all_points_and_more_is_not_more() {
      assertThat(points(higher, measured("10", "10"))).isEqualTo("60");
      assertThat(points(higher, measured("10.000001", "10"))).isEqualTo("60");
    }

    @Test
    void a_valid_zero_is_zero_points_and_not_missing() {
      assertThat(points(higher, measured("0", "10"))).isEqualTo("0");
    }

    @Test
    void what_is_missing_is_not_zero() {
      assertThat(gap(higher, measured(null, "10")).why()).isEqualTo(Standing.Why.FIGURE_MISSING);
      assertThat(gap(higher, measured("8", null)).why()).isEqualTo(Standing.Why.TARGET_MISSING);
    }

    @Test
    void a_negative_figure_is_no_negative_points() {
      assertThat(points(higher, measured("-3", "10"))).isEqualTo("0");
    }

    @Test
    void of_a_target_of_zero_it_only_counts_whether_it_is_reached() {
      assertThat(points(higher, measured("0", "0"))).isEqualTo("60");
      assertThat(points(higher, measured("-1", "0"))).isEqualTo("0");
    }

    @Test
    void below_the_least_rate_there_are_no_points() {
      Making half =
          criterion("I.1", "60", new Proportional(number("50"))).direction(Direction.HIGHER);
      assertThat(points(half, measured("4.9", "10"))).isEqualTo("0"); // 49 % < 50 %
      assertThat(points(half, measured("5", "10"))).isEqualTo("30");
    }

    @Test
    void thirds_are_exact() {
      assertThat(points(higher, measured("1", "9"))).isEqualTo("6.666666666667");
    }

    @Test
    void lower_is_better_as_target_over_actual() {
      Making lower = criterion("I.1", "60", new Proportional(null)).lower(Lower.TARGET_OVER_ACTUAL);
      assertThat(points(lower, measured("20", "10"))).isEqualTo("30"); // 10 ÷ 20
      assertThat(points(lower, measured("13.1", "13.1"))).isEqualTo("60"); // seed 001, by equality
      assertThat(points(lower, measured("0", "10"))).isEqualTo("60");
      assertThat(points(lower, measured("1", "0"))).isEqualTo("0");
    }

    @Test
    void lower_is_better_mirrored() {
      Making lower = criterion("I.1", "60", new Proportional(null)).lower(Lower.MIRRORED);
      assertThat(points(lower, measured("12", "10"))).isEqualTo("48"); // (20 − 12) ÷ 10 = 0.8
      assertThat(points(lower, measured("20", "10"))).isEqualTo("0");
      assertThat(points(lower, measured("25", "10"))).isEqualTo("0"); // never negative
      assertThat(points(lower, measured("9", "10"))).isEqualTo("60");
    }

    @Test
    void lower_is_better_all_or_nothing() {
      Making lower = criterion("I.1", "60", new Proportional(null)).lower(Lower.MET_OR_NOT);
      assertThat(points(lower, measured("10", "10"))).isEqualTo("60");
      assertThat(points(lower, measured("10.1", "10"))).isEqualTo("0");
      assertThat(points(lower, measured("0", "0"))).isEqualTo("60");
    }

    @Test
    void what_the_regulation_does_not_state_cannot_score() {
      Making directionless = criterion("I.1", "60", new Proportional(null));
      assertThat(gap(directionless, measured("8", "10")))
          .isEqualTo(new Gap("I.1", Standing.Why.NOT_STATED, "direction"));
      assertThat(gap(directionless.direction(Direction.LOWER), measured("8", "10")).what())
          .isEqualTo("lower");
      assertThat(gap(higher.withoutStandard(), measured("8", "10")).what()).isEqualTo("standard");
      assertThat(gap(criterion("I.1", "60", null), measured("8", "10")).what()).isEqualTo("method");
    }

    @Test
    void it_tells_how_it_came_about() {
      assertThat(why(higher, measured("17893", "35000")))
          .isEqualTo(
              "Mức đạt = thực hiện 17.893 ÷ chỉ tiêu 35.000 = 51,122857 %\n"
                  + "Điểm = điểm chuẩn 60 × mức đạt 51,122857 % (không quá 100 %) = 30,673714");
    }
  }

  @Nested
  @DisplayName("pass or fail (domain.md §2.2 leaf type 2, §2.4)")
  class PassOrFail {

    private final Making criterion = criterion("I.1", "15", new PassFail());

    @Test
    void done_is_all_and_not_done_nothing() {
      assertThat(points(criterion, new Done(true))).isEqualTo("15");
      assertThat(points(criterion, new Done(false))).isEqualTo("0");
    }

    @Test
    void a_figure_passes_at_its_target() {
      Making higher = criterion.direction(Direction.HIGHER);
      assertThat(points(higher, measured("95", "95"))).isEqualTo("15");
      assertThat(points(higher, measured("94.99", "95"))).isEqualTo("0");
      Making lower = criterion.direction(Direction.LOWER); // needs no rate
      assertThat(points(lower, measured("0", "0"))).isEqualTo("15");
      assertThat(points(lower, measured("0.1", "0"))).isEqualTo("0");
    }

    @Test
    void a_range_includes_both_its_ends() {
      Making within = criterion.direction(Direction.WITHIN);
      assertThat(points(within, new Measured(number("5"), number("5"), number("7"))))
          .isEqualTo("15");
      assertThat(points(within, new Measured(number("7"), number("5"), number("7"))))
          .isEqualTo("15");
      assertThat(points(within, new Measured(number("7.1"), number("5"), number("7"))))
          .isEqualTo("0");
      assertThat(gap(within, measured("7", "5")).why()).isEqualTo(Standing.Why.TARGET_MISSING);
    }

    @Test
    void a_count_of_something_is_of_another_kind() {
      assertThat(gap(criterion, counted("a", 1)).why()).isEqualTo(Standing.Why.OF_ANOTHER_KIND);
    }
  }

  @Nested
  @DisplayName("stepped (domain.md §2.4: step table)")
  class SteppedMethod {

    private final List<Band> bands =
        List.of(
            new Band(null, number("70"), number("0")),
            new Band(number("70"), number("90"), number("5")),
            new Band(number("90"), number("100"), number("8")),
            new Band(number("100"), null, number("10")));
    private final Making rate =
        criterion("I.1", "10", new Stepped(Stepped.Of.RATE, bands)).direction(Direction.HIGHER);

    @Test
    void a_band_begins_with_its_lower_end_and_ends_before_its_upper() {
      assertThat(points(rate, measured("69.99", "100"))).isEqualTo("0");
      assertThat(points(rate, measured("70", "100"))).isEqualTo("5");
      assertThat(points(rate, measured("89.999999", "100"))).isEqualTo("5");
      assertThat(points(rate, measured("90", "100"))).isEqualTo("8");
      assertThat(points(rate, measured("100", "100"))).isEqualTo("10");
      assertThat(points(rate, measured("500", "100"))).isEqualTo("10");
    }

    @Test
    void the_figure_itself_can_be_looked_up_without_a_target() {
      Making value = criterion("I.1", "10", new Stepped(Stepped.Of.VALUE, bands));
      assertThat(points(value, new Untargeted(number("90")))).isEqualTo("8");
      assertThat(points(value, measured("90", null))).isEqualTo("8");
    }

    @Test
    void a_hole_is_unknown_and_not_zero() {
      Making hole = criterion("I.1", "10", new Stepped(Stepped.Of.VALUE, bands.subList(2, 4)));
      assertThat(gap(hole, new Untargeted(number("89")))).isNotNull();
      assertThat(gap(hole, new Untargeted(number("89"))).why()).isEqualTo(Standing.Why.IN_NO_BAND);
    }

    @Test
    void an_excess_without_bound_is_in_the_highest_band() {
      Making lower =
          criterion("I.1", "10", new Stepped(Stepped.Of.RATE, bands))
              .lower(Lower.TARGET_OVER_ACTUAL);
      assertThat(points(lower, measured("0", "5"))).isEqualTo("10");
    }
  }

  @Nested
  @DisplayName("per item with a cap (domain.md §2.2 leaf type 3)")
  class PerItemMethod {

    private final Making criterion =
        criterion(
            "I.1",
            "10",
            new PerItem(
                List.of(
                    new Item("tinh", "Sáng kiến cấp tỉnh", number("3"), null),
                    new Item("co-so", "Sáng kiến cấp cơ sở", number("0.5"), number("2")))));

    @Test
    void so_many_points_for_each_up_to_the_cap_of_the_item_and_of_the_criterion() {
      assertThat(points(criterion, counted("tinh", 2, "co-so", 3))).isEqualTo("7.5"); // 6 + 1.5
      assertThat(points(criterion, counted("tinh", 2, "co-so", 9))).isEqualTo("8"); // 6 + 2
      assertThat(points(criterion, counted("tinh", 4, "co-so", 9))).isEqualTo("10"); // 14 → 10
    }

    @Test
    void none_of_them_is_zero_and_one_left_out_is_missing() {
      assertThat(points(criterion, counted("tinh", 0, "co-so", 0))).isEqualTo("0");
      assertThat(gap(criterion, counted("tinh", 2)))
          .isEqualTo(new Gap("I.1", Standing.Why.COUNT_MISSING, "co-so"));
    }

    @Test
    void there_is_no_count_below_zero() {
      assertThat(gap(criterion, counted("tinh", -1, "co-so", 0)).why())
          .isEqualTo(Standing.Why.OUT_OF_RANGE);
    }
  }

  @Nested
  @DisplayName("bonus for over-fulfilment (domain.md §2.1: each 1 % over earns 1 %)")
  class OverFulfilmentMethod {

    private Making over(Counting counting, String cap) {
      return criterion("I.1", "50", new Proportional(null))
          .direction(Direction.HIGHER)
          .over(new OverFulfilment(counting, BigDecimal.ONE, Examples.number(cap)));
    }

    @Test
    void only_whole_percents_count() {
      Making whole = over(Counting.WHOLE_PERCENT, null);
      assertThat(bonus(whole, measured("100", "100"))).isEqualTo("0");
      assertThat(bonus(whole, measured("100.99", "100"))).isEqualTo("0");
      assertThat(bonus(whole, measured("105.9", "100"))).isEqualTo("2.5"); // 5 × 1 % × 50
      assertThat(points(whole, measured("105.9", "100"))).isEqualTo("50");
    }

    @Test
    void or_every_part_of_a_percent_does() {
      assertThat(bonus(over(Counting.PROPORTIONAL, null), measured("105.9", "100")))
          .isEqualTo("2.95"); // 5.9 × 1 % × 50
    }

    @Test
    void never_more_than_the_cap() {
      Making capped = over(Counting.WHOLE_PERCENT, "5");
      assertThat(bonus(capped, measured("110", "100"))).isEqualTo("5"); // exactly
      assertThat(bonus(capped, measured("154", "100"))).isEqualTo("5"); // 27 → 5
      assertThat(bonus(capped, measured("90", "100"))).isEqualTo("0");
    }

    @Test
    void of_lower_is_better_down_to_nothing_at_all() {
      Making lower =
          criterion("I.1", "50", new Proportional(null))
              .lower(Lower.TARGET_OVER_ACTUAL)
              .over(new OverFulfilment(Counting.WHOLE_PERCENT, BigDecimal.ONE, number("5")));
      assertThat(bonus(lower, measured("12.9", "13.1"))).isEqualTo("0.5"); // 101.55 % → 1 %
      assertThat(bonus(lower, measured("0", "13.1"))).isEqualTo("5");
    }

    @Test
    void an_excess_without_bound_and_without_cap_is_unknown() {
      Making lower =
          criterion("I.1", "50", new Proportional(null))
              .lower(Lower.TARGET_OVER_ACTUAL)
              .over(new OverFulfilment(Counting.PROPORTIONAL, BigDecimal.ONE, null));
      assertThat(gap(lower, measured("0", "10")).why())
          .isEqualTo(Standing.Why.EXCESS_WITHOUT_BOUND);
    }

    @Test
    void of_a_target_of_zero_there_is_no_percent_and_no_bonus() {
      assertThat(bonus(over(Counting.WHOLE_PERCENT, "5"), measured("3", "0"))).isEqualTo("0");
    }

    @Test
    void it_can_be_a_criterion_of_its_own() {
      Making own =
          criterion("I.1", "20", new OverFulfilment(Counting.WHOLE_PERCENT, number("5"), null))
              .direction(Direction.HIGHER);
      assertThat(bonus(own, measured("103", "100"))).isEqualTo("3"); // 3 × 5 % × 20
      assertThat(bonus(own, measured("200", "100"))).isEqualTo("20"); // its standard is its cap
      assertThat(points(own, measured("103", "100"))).isEqualTo("0");
    }

    @Test
    void what_is_cut_off_in_the_source_cannot_score() {
      Making cutOff =
          criterion("I.1", "50", new Proportional(null))
              .direction(Direction.HIGHER)
              .over(new OverFulfilment(null, BigDecimal.ONE, null));
      assertThat(gap(cutOff, measured("105", "100")).what()).isEqualTo("counting");
    }
  }

  @Nested
  @DisplayName("relative to the best of the bloc (domain.md §2.2)")
  class RelativeMethod {

    private final Making criterion =
        criterion("I.1", "100", new RelativeToBest(number("50"))).direction(Direction.HIGHER);

    @Test
    void under_the_target_half_in_proportion() {
      assertThat(points(criterion, measured("80", "100"), measured("150", "100")))
          .isEqualTo("40"); // 0.5 × 100 × 0.8
    }

    @Test
    void at_the_target_half() {
      assertThat(points(criterion, measured("100", "100"), measured("150", "100"))).isEqualTo("50");
    }

    @Test
    void the_best_gets_all_and_so_do_two_that_are_best() {
      assertThat(points(criterion, measured("150", "100"), measured("120", "100")))
          .isEqualTo("100");
      assertThat(points(criterion, measured("150", "100"), measured("300", "200")))
          .isEqualTo("100");
    }

    @Test
    void between_them_in_proportion_of_the_excess() {
      assertThat(points(criterion, measured("120", "100"), measured("150", "100")))
          .isEqualTo("70"); // 50 + 20 ÷ 50 × 50
    }

    @Test
    void the_only_one_above_its_target_is_the_best() {
      assertThat(points(criterion, measured("100.01", "100"), measured("99", "100")))
          .isEqualTo("100");
    }

    @Test
    void without_a_target_it_is_held_against_the_best_of_such_units_and_never_the_measure() {
      assertThat(
              points(
                  criterion,
                  new Untargeted(number("30")),
                  new Untargeted(number("40")),
                  measured("500", "100")))
          .isEqualTo("75"); // 30 ÷ 40 × 100
      assertThat(
              points(
                  criterion,
                  measured("120", "100"),
                  measured("150", "100"),
                  new Untargeted(number("9999"))))
          .isEqualTo("70");
    }

    @Test
    void without_a_target_and_lower_is_better() {
      Making lower =
          criterion("I.1", "100", new RelativeToBest(number("50"))).lower(Lower.TARGET_OVER_ACTUAL);
      assertThat(points(lower, new Untargeted(number("40")), new Untargeted(number("30"))))
          .isEqualTo("75");
      assertThat(points(lower, new Untargeted(number("0")), new Untargeted(number("30"))))
          .isEqualTo("100");
      assertThat(points(lower, new Untargeted(number("30")), new Untargeted(number("0"))))
          .isEqualTo("0");
    }

    @Test
    void if_nobody_achieved_anything_nobody_gets_points() {
      assertThat(points(criterion, new Untargeted(number("0")), new Untargeted(number("0"))))
          .isEqualTo("0");
    }

    @Test
    void while_a_figure_is_missing_the_best_is_not_known() {
      assertThat(gap(criterion, measured("120", "100"), measured(null, "100")))
          .isEqualTo(new Gap("I.1", Standing.Why.BEST_NOT_KNOWN, B.slug()));
      // but up to the target it does not depend on the best
      assertThat(points(criterion, measured("80", "100"), measured(null, "100"))).isEqualTo("40");
    }

    @Test
    void it_names_the_best() {
      assertThat(why(criterion, measured("120", "100"), measured("150", "100")))
          .endsWith(
              "Vượt 20 %, đơn vị tốt nhất tinh.so-b vượt 50 %: 50 % + (100 − 50) % × 20 ÷ 50 của"
                  + " điểm chuẩn 100 = 70");
    }
  }

  @Nested
  @DisplayName("lateness by days (domain.md §2.4: late report)")
  class LatenessMethod {

    private final Making criterion =
        criterion("I.1", "10", new Lateness(number("2"), 1, number("1")));

    @Test
    void in_time_is_all_and_so_are_the_days_of_grace() {
      assertThat(points(criterion, new Delivered(-5))).isEqualTo("10");
      assertThat(points(criterion, new Delivered(0))).isEqualTo("10");
      assertThat(points(criterion, new Delivered(1))).isEqualTo("10");
    }

    @Test
    void each_further_day_costs_down_to_the_floor() {
      assertThat(points(criterion, new Delivered(2))).isEqualTo("8");
      assertThat(points(criterion, new Delivered(5))).isEqualTo("2");
      assertThat(points(criterion, new Delivered(6))).isEqualTo("1"); // 0 → 1
      assertThat(points(criterion, new Delivered(400))).isEqualTo("1");
    }

    @Test
    void what_never_came_gets_the_floor() {
      assertThat(points(criterion, new Done(false))).isEqualTo("1");
    }

    @Test
    void without_a_floor_it_is_zero() {
      Making bare = criterion("I.1", "10", new Lateness(number("3"), null, null));
      assertThat(points(bare, new Delivered(3))).isEqualTo("1");
      assertThat(points(bare, new Delivered(4))).isEqualTo("0");
    }

    @Test
    void that_it_came_does_not_say_when() {
      assertThat(gap(criterion, new Done(true)).what()).isEqualTo("daysLate");
    }
  }

  @Nested
  @DisplayName("points of assessors (domain.md §2.3, design.md §4)")
  class AssessedMethod {

    private Making by(Assessed.Combine combine, Integer number) {
      return criterion("I.1", "20", new Assessed("Sở Nội vụ", combine, number));
    }

    private static Assessments given(String... points) {
      return new Assessments(java.util.Arrays.stream(points).map(BigDecimal::new).toList());
    }

    @Test
    void mean_lowest_or_highest() {
      assertThat(points(by(Assessed.Combine.MEAN, null), given("18", "19", "20"))).isEqualTo("19");
      assertThat(points(by(Assessed.Combine.LOWEST, null), given("18", "19"))).isEqualTo("18");
      assertThat(points(by(Assessed.Combine.HIGHEST, null), given("18", "19"))).isEqualTo("19");
      assertThat(points(by(Assessed.Combine.MEAN, null), given("0"))).isEqualTo("0");
      assertThat(points(by(Assessed.Combine.MEAN, 3), given("20", "20", "19")))
          .isEqualTo("19.666666666667");
    }

    @Test
    void nobody_has_given_points_yet() {
      assertThat(gap(by(Assessed.Combine.MEAN, null), given()).why())
          .isEqualTo(Standing.Why.ASSESSORS_MISSING);
      assertThat(gap(by(Assessed.Combine.MEAN, 3), given("18", "19")).what()).isEqualTo("2/3");
    }

    @Test
    void points_beyond_the_scale_are_refused_and_not_cut() {
      assertThat(gap(by(Assessed.Combine.MEAN, null), given("20.5")).why())
          .isEqualTo(Standing.Why.OUT_OF_RANGE);
      assertThat(gap(by(Assessed.Combine.MEAN, null), given("-1")).why())
          .isEqualTo(Standing.Why.OUT_OF_RANGE);
    }
  }

  @Nested
  @DisplayName("awards from elsewhere (domain.md §2.3: +10 and +15)")
  class ExternalAwardMethod {

    private Making flags(ExternalAward.Several several) {
      return criterion(
          "I.1",
          "15",
          new ExternalAward(
              List.of(
                  new Item("thanh-pho", "Cờ thi đua của Thành phố", number("10"), null),
                  new Item("chinh-phu", "Cờ thi đua của Chính phủ", number("15"), null)),
              several));
    }

    @Test
    void only_the_highest_counts() {
      Making highest = flags(ExternalAward.Several.HIGHEST_ONLY);
      assertThat(bonus(highest, counted("thanh-pho", 1, "chinh-phu", 0))).isEqualTo("10");
      assertThat(bonus(highest, counted("thanh-pho", 1, "chinh-phu", 1))).isEqualTo("15");
      assertThat(bonus(highest, counted("thanh-pho", 0, "chinh-phu", 0))).isEqualTo("0");
      assertThat(points(highest, counted("thanh-pho", 1, "chinh-phu", 1))).isEqualTo("0");
    }

    @Test
    void or_all_of_them_up_to_the_most_of_the_criterion() {
      Making all = flags(ExternalAward.Several.ALL);
      assertThat(bonus(all, counted("thanh-pho", 1, "chinh-phu", 1))).isEqualTo("15");
      assertThat(bonus(all.withoutStandard(), counted("thanh-pho", 1, "chinh-phu", 1)))
          .isEqualTo("25");
    }

    @Test
    void whether_there_is_an_award_must_be_said() {
      assertThat(gap(flags(ExternalAward.Several.ALL), counted("thanh-pho", 1)).what())
          .isEqualTo("chinh-phu");
    }
  }

  @Nested
  @DisplayName("penalties and plus/minus (domain.md §2.2 leaf type 4, §2.4)")
  class PenaltiesMethod {

    private final List<Item> items =
        List.of(
            new Item("bao-cao", "Báo cáo chậm", number("2"), number("6")),
            new Item("ky-luat", "Có cán bộ bị kỷ luật", number("5"), null));

    @Test
    void each_takes_away_down_to_the_floor() {
      Making criterion =
          criterion("I.1", "0", new Penalties(items, number("10"))).withoutStandard();
      assertThat(points(criterion, counted("bao-cao", 0, "ky-luat", 0))).isEqualTo("0");
      assertThat(points(criterion, counted("bao-cao", 1, "ky-luat", 1))).isEqualTo("-7");
      assertThat(points(criterion, counted("bao-cao", 9, "ky-luat", 0))).isEqualTo("-6");
      assertThat(points(criterion, counted("bao-cao", 9, "ky-luat", 2))).isEqualTo("-10");
    }

    @Test
    void that_nothing_is_said_does_not_mean_that_there_was_nothing() {
      Making criterion = criterion("I.1", "0", new Penalties(items, null)).withoutStandard();
      assertThat(gap(criterion, counted("bao-cao", 1)).why()).isEqualTo(Standing.Why.COUNT_MISSING);
    }

    @Test
    void plus_and_minus_stay_between_floor_and_cap() {
      Making criterion =
          criterion(
                  "I.1",
                  "0",
                  new PlusMinus(
                      List.of(
                          new Item("sang-kien", "Sáng kiến", number("3"), null),
                          new Item("vi-pham", "Vi phạm", number("-4"), null)),
                      number("-8"),
                      number("5")))
              .withoutStandard();
      assertThat(points(criterion, counted("sang-kien", 1, "vi-pham", 1))).isEqualTo("-1");
      assertThat(points(criterion, counted("sang-kien", 3, "vi-pham", 0))).isEqualTo("5");
      assertThat(points(criterion, counted("sang-kien", 0, "vi-pham", 3))).isEqualTo("-8");
    }
  }

  @Test
  void what_nobody_entered_is_missing_whatever_the_method() {
    Regulation regulation =
        scale(content("I", null, criterion("I.1", "10", new PassFail()))).regulation();
    Standing standing = Examples.score(regulation, sheet(A));
    assertThat(((Unknown) standing.of(A).outcome()).gaps())
        .containsExactly(new Gap("I.1", Standing.Why.FIGURE_MISSING, null));
    assertThat(standing.of(A).rank()).isNull();
  }
}
