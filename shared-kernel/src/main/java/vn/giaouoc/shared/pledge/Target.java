package vn.giaouoc.shared.pledge;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.report.ReportEvent.Stage;

/**
 * A target (chỉ tiêu) of a pledge: what is to be reached by the end of the year.
 *
 * @param id its name within the pledge
 * @param content the content of the pledge that it belongs to, if any
 * @param indicator what is measured
 * @param measure the unit of measure
 * @param direction which way is better
 * @param kind whether it adds up over the year or stands at any time
 * @param amount what is promised; the lower end where it is a range; absent where it is done or
 *     not, or counted without a target
 * @param upTo the upper end, where it is a range
 * @param baseline what it was before, if stated
 * @param comparisons what it is compared with beside the target
 * @param ratio what is divided by what, where the measure is a share
 * @param items the things promised, where they are listed
 */
public record Target(
    TargetId id,
    @Nullable Integer content,
    String indicator,
    String measure,
    Direction direction,
    Kind kind,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal upTo,
    @Nullable BigDecimal baseline,
    List<Comparison> comparisons,
    @Nullable Ratio ratio,
    List<String> items) {

  /** What part of the year should show: it decides what is expected before its end. */
  public enum Kind implements Code {
    /** It adds up over the year: classes held, money spent. */
    FLOW,
    /** It stands at any time: a share, a level, a number of members. */
    STOCK
  }

  /** With what a figure is compared. */
  public enum Basis implements Code {
    PREVIOUS_YEAR,
    SAME_PERIOD_OF_PREVIOUS_YEAR,
    STATUTORY_TARGET,
    AVERAGE_OF_THE_BLOC
  }

  /** A further amount that the figure is held against. */
  public record Comparison(Basis basis, BigDecimal amount) {}

  /** What is divided by what. */
  public record Ratio(String numerator, String denominator) {}

  /**
   * The part of an amount of this target that should be there at a stage: of a flow half at
   * mid-year and three quarters after nine months, of a stock the whole at any time. Exact, nothing
   * is rounded.
   */
  public BigDecimal expected(BigDecimal whole, Stage stage) {
    BigDecimal part =
        whole.multiply(kind == Kind.STOCK ? BigDecimal.ONE : share(stage)).stripTrailingZeros();
    return part.setScale(Math.max(part.scale(), 0));
  }

  private static BigDecimal share(Stage stage) {
    return switch (stage) {
      case MID_YEAR -> new BigDecimal("0.5");
      case NINE_MONTH -> new BigDecimal("0.75");
      case YEAR_END -> BigDecimal.ONE;
    };
  }
}
