package vn.giaouoc.command.scoring;

import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_NOT_WELL_FORMED;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_OUT_OF_RANGE;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.unit.UnitId;

/** Which points can be. */
final class Scale {

  private static final int DIGITS = 9;
  private static final int DECIMALS = 6;

  private Scale() {}

  /** Refuses figures that no scale has, before anything is computed with them. */
  static void mustBeWellFormed(BigDecimal points) {
    POINTS_NOT_WELL_FORMED.unless(
        points.scale() <= DECIMALS
            && points.scale() >= -DIGITS
            && (long) points.precision() - points.scale() <= DIGITS);
  }

  /**
   * Refuses points below nothing, or above the maximum of the regulation in force, if it has one.
   */
  static void mustFit(BigDecimal points, @Nullable Regulation regulation, UnitId unit) {
    ScoringRule rule = regulation == null ? null : regulation.scoring();
    POINTS_OUT_OF_RANGE.unless(
        points.signum() >= 0 && (rule == null || points.compareTo(rule.maximum()) <= 0),
        unit.slug(),
        rule == null ? null : rule.clause());
  }
}
