package vn.giaouoc.shared.report;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Decimals;

/**
 * One figure of a report: what was reached of what was promised.
 *
 * @param indicator what is measured
 * @param measure the unit of measure
 * @param direction which way is better
 * @param actual what was reached, if stated
 * @param target what was promised, if stated
 * @param reportedPercent the percentage that the report prints
 * @param recomputedPercent the same computed from actual and target to the printed precision;
 *     absent unless both are there
 * @param agreement whether the two agree
 * @param items the things counted, where they are listed
 * @param asWritten the report's own wording, where it matters
 */
public record Figure(
    String indicator,
    String measure,
    Direction direction,
    @Nullable Amount actual,
    @Nullable Amount target,
    @Nullable BigDecimal reportedPercent,
    @Nullable BigDecimal recomputedPercent,
    Agreement agreement,
    List<Item> items,
    @Nullable String asWritten) {

  private static final int DIGITS_WHERE_NONE_ARE_PRINTED = 2;

  /** Which way is better. */
  public enum Direction implements Code {
    HIGHER,
    LOWER,
    WITHIN,
    DONE_OR_NOT,
    /** A count without a target. */
    COUNT,
    /** Several indicators in one figure: none of the others. */
    MIXED
  }

  /** How the printed percentage stands to the printed figures. */
  public enum Agreement implements Code {
    AGREES,
    DIFFERS,
    /** Percentage, actual or target is missing, or a bound instead of a number. */
    NOT_VERIFIABLE
  }

  /**
   * An amount as far as it is known.
   *
   * @param value the number
   * @param bound whether it is that number, more, or less
   */
  public record Amount(BigDecimal value, Bound bound) {}

  /** "8", "over 8" or "under 8". */
  public enum Bound implements Code {
    EXACTLY,
    OVER,
    UNDER
  }

  /**
   * One of the things counted.
   *
   * @param name what it is
   * @param body which body adopted or gave it, if stated
   */
  public record Item(String name, @Nullable String body) {}

  /**
   * A figure with its percentage checked: recomputed to the precision in which the report prints
   * it, for either direction as actual over target, and compared.
   */
  public static Figure checked(
      String indicator,
      String measure,
      Direction direction,
      @Nullable Amount actual,
      @Nullable Amount target,
      @Nullable BigDecimal reportedPercent,
      List<Item> items,
      @Nullable String asWritten) {
    BigDecimal recomputed = null;
    Agreement agreement = Agreement.NOT_VERIFIABLE;
    if (actual != null
        && target != null
        && actual.bound() == Bound.EXACTLY
        && target.bound() == Bound.EXACTLY
        && target.value().signum() != 0) {
      int digits =
          reportedPercent == null
              ? DIGITS_WHERE_NONE_ARE_PRINTED
              : Math.max(0, reportedPercent.scale());
      recomputed = Decimals.percent(actual.value(), target.value(), digits);
      if (reportedPercent != null) {
        agreement =
            recomputed.compareTo(reportedPercent) == 0 ? Agreement.AGREES : Agreement.DIFFERS;
      }
    }
    return new Figure(
        indicator,
        measure,
        direction,
        actual,
        target,
        reportedPercent,
        recomputed,
        agreement,
        items,
        asWritten);
  }
}
