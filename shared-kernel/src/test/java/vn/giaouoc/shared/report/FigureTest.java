package vn.giaouoc.shared.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaouoc.shared.report.Figure.Agreement;
import vn.giaouoc.shared.report.Figure.Amount;
import vn.giaouoc.shared.report.Figure.Bound;
import vn.giaouoc.shared.report.Figure.Direction;

class FigureTest {

  @ParameterizedTest
  @CsvSource({
    "17893, 35000, 51.12, 51.12, AGREES",
    "8, 10, 80, 80, AGREES",
    "8, 12, 66.7, 66.7, AGREES",
    "8, 12, 66.67, 66.67, AGREES",
    "949, 957, 99.16, 99.16, AGREES",
    "1783, 1818, 98.07, 98.07, AGREES",
    "13.1, 13.1, 100, 100, AGREES",
    "5, 4, 125, 125, AGREES",
    "8, 12, 66.6, 66.7, DIFFERS",
    "0, 12, 0, 0, AGREES"
  })
  void a_percentage_is_recomputed_to_the_precision_in_which_it_is_printed(
      BigDecimal actual,
      BigDecimal target,
      BigDecimal printed,
      BigDecimal recomputed,
      Agreement agreement) {
    Figure figure = figure(exactly(actual), exactly(target), printed);
    assertThat(figure.recomputedPercent()).isEqualTo(recomputed);
    assertThat(figure.agreement()).isEqualTo(agreement);
  }

  @Test
  void a_bound_a_missing_number_or_a_target_of_zero_cannot_be_verified() {
    BigDecimal printed = new BigDecimal("62.4");
    Amount over = new Amount(new BigDecimal("4268"), Bound.OVER);
    for (Figure figure :
        List.of(
            figure(over, exactly(new BigDecimal("6840")), printed),
            figure(over, null, printed),
            figure(null, null, printed),
            figure(exactly(BigDecimal.ONE), exactly(BigDecimal.ZERO), printed))) {
      assertThat(figure.agreement()).isEqualTo(Agreement.NOT_VERIFIABLE);
      assertThat(figure.recomputedPercent()).isNull();
    }
  }

  @Property(tries = 500)
  void a_percentage_printed_from_its_figures_agrees_and_one_digit_off_differs(
      @ForAll @IntRange(max = 100_000) int actual,
      @ForAll @IntRange(min = 1, max = 100_000) int target,
      @ForAll @IntRange(max = 4) int digits) {
    BigDecimal exact =
        new BigDecimal(actual)
            .multiply(new BigDecimal(100))
            .divide(new BigDecimal(target), 40, RoundingMode.HALF_UP);
    BigDecimal printed = exact.setScale(digits, RoundingMode.HALF_UP);
    BigDecimal off = printed.add(BigDecimal.ONE.movePointLeft(digits));
    Amount reached = exactly(new BigDecimal(actual));
    Amount promised = exactly(new BigDecimal(target));
    assertThat(figure(reached, promised, printed).agreement()).isEqualTo(Agreement.AGREES);
    assertThat(figure(reached, promised, off).agreement()).isEqualTo(Agreement.DIFFERS);
  }

  private static Figure figure(Amount actual, Amount target, BigDecimal printed) {
    return Figure.checked(
        "chỉ tiêu", "lớp", Direction.HIGHER, actual, target, printed, List.of(), null);
  }

  private static Amount exactly(BigDecimal value) {
    return new Amount(value, Bound.EXACTLY);
  }
}
