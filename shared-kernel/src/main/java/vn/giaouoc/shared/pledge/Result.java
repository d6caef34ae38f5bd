package vn.giaouoc.shared.pledge;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.Figure.Amount;
import vn.giaouoc.shared.report.Figure.Bound;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.report.ReportEvent.Stage;

/**
 * What was reached of a target at a stage of the year.
 *
 * @param target of which target
 * @param figure what was reached, with its percentage recomputed; without an amount where none was
 *     reported: what is missing is not zero
 * @param done whether it is done, of a target that is done or not
 * @param expected what should have been reached by then; absent where nothing is to be measured
 * @param onTrack whether that is so; absent where it cannot be told
 * @param missing whether nothing at all was reported of it
 */
public record Result(
    TargetId target,
    Figure figure,
    @Nullable Boolean done,
    @Nullable BigDecimal expected,
    @Nullable Boolean onTrack,
    boolean missing) {

  /**
   * What is reported of a target.
   *
   * @param actual what was reached, as far as it is stated
   * @param percent the percentage as reported, with figures or without
   * @param done whether it is done, of a target that is done or not
   * @param items the things counted, where they are listed
   */
  public record Reported(
      TargetId target,
      @Nullable Amount actual,
      @Nullable BigDecimal percent,
      @Nullable Boolean done,
      List<Figure.Item> items) {

    /** Nothing is reported of a target. */
    public static Reported nothing(TargetId target) {
      return new Reported(target, null, null, null, List.of());
    }
  }

  /** Holds what is reported against the target, at a stage of the year. */
  public static Result of(Target target, Stage stage, Reported reported) {
    Figure figure =
        Figure.checked(
            target.indicator(),
            target.measure(),
            target.direction(),
            reported.actual(),
            oneAmount(target),
            reported.percent(),
            reported.items(),
            null);
    BigDecimal expected = target.amount() == null ? null : target.expected(target.amount(), stage);
    return new Result(
        target.id(),
        figure,
        reported.done(),
        expected,
        onTrack(target, stage, reported, expected),
        reported.actual() == null && reported.percent() == null && reported.done() == null);
  }

  /** A percentage is of one amount: of a range there is none. */
  private static @Nullable Amount oneAmount(Target target) {
    return target.amount() == null || target.direction() == Direction.WITHIN
        ? null
        : new Amount(target.amount(), Bound.EXACTLY);
  }

  private static @Nullable Boolean onTrack(
      Target target, Stage stage, Reported reported, @Nullable BigDecimal expected) {
    Amount actual = reported.actual();
    return switch (target.direction()) {
      case DONE_OR_NOT -> reported.done();
      case COUNT, MIXED -> null;
      case HIGHER -> actual == null || expected == null ? null : atLeast(actual, expected);
      case LOWER -> actual == null || expected == null ? null : atMost(actual, expected);
      case WITHIN -> {
        if (actual == null || expected == null || target.upTo() == null) {
          yield null;
        }
        Boolean enough = atLeast(actual, expected);
        Boolean notTooMuch = atMost(actual, target.expected(target.upTo(), stage));
        yield Boolean.FALSE.equals(enough) || Boolean.FALSE.equals(notTooMuch)
            ? Boolean.FALSE
            : enough == null || notTooMuch == null ? null : Boolean.TRUE;
      }
    };
  }

  /** "Over 8" is at least 8; whether it is at least 10 cannot be told. */
  private static @Nullable Boolean atLeast(Amount actual, BigDecimal expected) {
    int compared = actual.value().compareTo(expected);
    return switch (actual.bound()) {
      case EXACTLY -> compared >= 0;
      case OVER -> compared >= 0 ? Boolean.TRUE : null;
      case UNDER -> compared <= 0 ? Boolean.FALSE : null;
    };
  }

  private static @Nullable Boolean atMost(Amount actual, BigDecimal expected) {
    int compared = actual.value().compareTo(expected);
    return switch (actual.bound()) {
      case EXACTLY -> compared <= 0;
      case UNDER -> compared <= 0 ? Boolean.TRUE : null;
      case OVER -> compared >= 0 ? Boolean.FALSE : null;
    };
  }
}
