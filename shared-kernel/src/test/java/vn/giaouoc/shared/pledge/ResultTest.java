package vn.giaouoc.shared.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaouoc.shared.pledge.Result.Reported;
import vn.giaouoc.shared.pledge.Target.Kind;
import vn.giaouoc.shared.report.Figure.Agreement;
import vn.giaouoc.shared.report.Figure.Amount;
import vn.giaouoc.shared.report.Figure.Bound;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.report.ReportEvent.Stage;

class ResultTest {

  private static final TargetId ID = new TargetId("dao-tao");

  @ParameterizedTest
  @CsvSource({
    "FLOW, MID_YEAR, 10, 5",
    "FLOW, NINE_MONTH, 10, 7.5",
    "FLOW, YEAR_END, 10, 10",
    "FLOW, MID_YEAR, 13.10, 6.55",
    "FLOW, MID_YEAR, 7, 3.5",
    "STOCK, MID_YEAR, 10, 10",
    "STOCK, NINE_MONTH, 95.50, 95.5",
    "FLOW, MID_YEAR, 0, 0",
    "FLOW, MID_YEAR, 2000, 1000"
  })
  void half_a_year_shows_half_of_a_flow_and_all_of_a_stock(
      Kind kind, Stage stage, String amount, String expected) {
    Target target = target(Direction.HIGHER, kind, amount, null);
    assertThat(target.expected(new BigDecimal(amount), stage).toPlainString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "unknown",
      value = {
        "HIGHER, EXACTLY, 5, true",
        "HIGHER, EXACTLY, 4.9, false",
        "HIGHER, OVER, 5, true",
        "HIGHER, OVER, 4, unknown",
        "HIGHER, UNDER, 5, false",
        "HIGHER, UNDER, 6, unknown",
        "LOWER, EXACTLY, 5, true",
        "LOWER, EXACTLY, 5.1, false",
        "LOWER, UNDER, 5, true",
        "LOWER, UNDER, 6, unknown",
        "LOWER, OVER, 5, false",
        "LOWER, OVER, 4, unknown"
      })
  void over_and_under_decide_only_what_they_can(
      Direction direction, Bound bound, String actual, Boolean onTrack) {
    Target target = target(direction, Kind.FLOW, "10", null);
    assertThat(result(target, actual, bound, null).onTrack()).isEqualTo(onTrack);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "unknown",
      value = {
        "EXACTLY, 79, false",
        "EXACTLY, 80, true",
        "EXACTLY, 90, true",
        "EXACTLY, 91, false",
        "OVER, 85, unknown",
        "OVER, 90, false",
        "UNDER, 80, false"
      })
  void within_a_range_is_neither_below_nor_above_it(Bound bound, String actual, Boolean onTrack) {
    Target target = target(Direction.WITHIN, Kind.STOCK, "80", "90");
    Result result = result(target, actual, bound, null);
    assertThat(result.onTrack()).isEqualTo(onTrack);
    assertThat(result.figure().recomputedPercent()).isNull();
  }

  @Test
  void what_is_missing_is_missing_and_not_zero() {
    Result result =
        Result.of(
            target(Direction.HIGHER, Kind.FLOW, "10", null), Stage.MID_YEAR, Reported.nothing(ID));
    assertThat(result.missing()).isTrue();
    assertThat(result.figure().actual()).isNull();
    assertThat(result.figure().recomputedPercent()).isNull();
    assertThat(result.onTrack()).isNull();
    assertThat(result.expected()).isEqualTo("5");
  }

  @Test
  void a_percentage_without_figures_is_kept_and_cannot_be_verified() {
    Result result =
        Result.of(
            target(Direction.HIGHER, Kind.FLOW, "10", null),
            Stage.MID_YEAR,
            new Reported(ID, null, new BigDecimal("104.09"), null, List.of()));
    assertThat(result.missing()).isFalse();
    assertThat(result.figure().agreement()).isEqualTo(Agreement.NOT_VERIFIABLE);
    assertThat(result.onTrack()).isNull();
  }

  @Test
  void a_percentage_that_does_not_follow_is_told_from_one_that_does() {
    Target target = target(Direction.HIGHER, Kind.FLOW, "12", null);
    assertThat(result(target, "8", Bound.EXACTLY, "66.7").figure().agreement())
        .isEqualTo(Agreement.AGREES);
    assertThat(result(target, "8", Bound.EXACTLY, "67.7").figure().agreement())
        .isEqualTo(Agreement.DIFFERS);
  }

  @Test
  void a_target_of_zero_has_no_percentage() {
    Target target = target(Direction.LOWER, Kind.FLOW, "0", null);
    Result result = result(target, "2", Bound.EXACTLY, null);
    assertThat(result.figure().recomputedPercent()).isNull();
    assertThat(result.onTrack()).isFalse();
  }

  @Test
  void whatever_the_figures_the_percentage_and_what_is_expected_follow_from_them() {
    Random random = new Random(4_2019);
    for (int i = 0; i < 2_000; i++) {
      BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(4));
      BigDecimal actual = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(4));
      Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
      for (Stage stage : Stage.values()) {
        Target target = target(Direction.HIGHER, kind, amount.toPlainString(), null);
        Result result =
            Result.of(
                target,
                stage,
                new Reported(ID, new Amount(actual, Bound.EXACTLY), null, null, List.of()));
        BigDecimal expected = result.expected();
        assertThat(expected).isGreaterThan(BigDecimal.ZERO).isLessThanOrEqualTo(amount);
        assertThat(result.onTrack()).isEqualTo(actual.compareTo(expected) >= 0);
        // within half a unit of the last digit
        BigDecimal back = result.figure().recomputedPercent().multiply(amount).movePointLeft(2);
        assertThat(back.subtract(actual).abs())
            .isLessThanOrEqualTo(amount.multiply(new BigDecimal("0.00005")));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "2026-03-31, 2026-03-31, none",
        "2026-03-30, 2026-03-31, none",
        "2026-04-01, 2026-03-31, 1",
        "2027-03-31, 2026-03-31, 365",
        "2026-04-01, none, none"
      })
  void late_is_after_the_last_day(LocalDate day, LocalDate due, Integer days) {
    Late late = Late.on(day, due);
    assertThat(late == null ? null : Integer.valueOf(late.days())).isEqualTo(days);
  }

  private static Result result(Target target, String actual, Bound bound, String percent) {
    return Result.of(
        target,
        Stage.MID_YEAR,
        new Reported(
            ID,
            new Amount(new BigDecimal(actual), bound),
            percent == null ? null : new BigDecimal(percent),
            null,
            List.of()));
  }

  private static Target target(Direction direction, Kind kind, String amount, String upTo) {
    return new Target(
        ID,
        1,
        "Lớp đào tạo",
        "lớp",
        direction,
        kind,
        new BigDecimal(amount),
        upTo == null ? null : new BigDecimal(upTo),
        null,
        List.of(),
        null,
        List.of());
  }
}
