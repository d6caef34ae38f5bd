package vn.giaouoc.command.pledge;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.pledge.PledgeRejection.NUMBER_NOT_PLAUSIBLE;
import static vn.giaouoc.command.pledge.PledgeRejection.RESULT_DOES_NOT_FIT;
import static vn.giaouoc.command.pledge.PledgeRejection.TARGET_DOES_NOT_FIT;
import static vn.giaouoc.command.pledge.PledgeRejection.TARGET_NOT_PROMISED;
import static vn.giaouoc.command.pledge.PledgeRejection.TARGET_REPORTED_TWICE;
import static vn.giaouoc.command.pledge.PledgeRejection.TOO_MANY;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.pledge.Result;
import vn.giaouoc.shared.pledge.Result.Reported;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.pledge.TargetId;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.report.ReportEvent.Stage;

/** What a target may be, and what may be reported of it. */
final class Targets {

  private static final int MOST_DIGITS = 20;
  private static final int MOST_DECIMALS = 8;
  private static final int MOST_ENTRIES = 200;

  private Targets() {}

  /** Refuses a target whose amounts do not fit its direction. */
  static void mustFit(Target target) {
    mustBePlausible(target.amount());
    mustBePlausible(target.upTo());
    mustBePlausible(target.baseline());
    target.comparisons().forEach(comparison -> mustBePlausible(comparison.amount()));
    TOO_MANY.unless(
        target.items().size() <= MOST_ENTRIES && target.comparisons().size() <= MOST_ENTRIES,
        target.id().name());
    BigDecimal amount = target.amount();
    BigDecimal upTo = target.upTo();
    TARGET_DOES_NOT_FIT.unless(
        switch (target.direction()) {
          case HIGHER, LOWER -> amount != null && upTo == null;
          case WITHIN -> amount != null && upTo != null && amount.compareTo(upTo) <= 0;
          case DONE_OR_NOT, COUNT -> amount == null && upTo == null;
          case MIXED -> false;
        },
        target.id().name());
  }

  /** One result for every target: also for those of which nothing is reported. */
  static List<Result> results(Map<TargetId, Target> targets, Stage stage, List<Reported> reported) {
    Map<TargetId, Reported> byTarget = new HashMap<>();
    for (Reported each : reported) {
      TARGET_NOT_PROMISED.unless(targets.containsKey(each.target()), each.target().name());
      Target target = requireNonNull(targets.get(each.target()));
      TARGET_REPORTED_TWICE.unless(byTarget.put(each.target(), each) == null, each.target().name());
      boolean figures = each.actual() != null || each.percent() != null;
      RESULT_DOES_NOT_FIT.unless(
          target.direction() == Direction.DONE_OR_NOT ? !figures : each.done() == null,
          each.target().name());
      mustBePlausible(each.actual() == null ? null : each.actual().value());
      mustBePlausible(each.percent());
      TOO_MANY.unless(each.items().size() <= MOST_ENTRIES, each.target().name());
    }
    return targets.values().stream()
        .map(
            target ->
                Result.of(
                    target,
                    stage,
                    byTarget.getOrDefault(target.id(), Reported.nothing(target.id()))))
        .toList();
  }

  private static void mustBePlausible(@Nullable BigDecimal number) {
    NUMBER_NOT_PLAUSIBLE.unless(
        number == null
            || (number.precision() <= MOST_DIGITS
                && number.scale() >= 0
                && number.scale() <= MOST_DECIMALS));
  }
}
