package vn.giaouoc.command.cycle;

import static vn.giaouoc.command.cycle.CycleRejection.REGULATION_DEADLINES_OUT_OF_ORDER;
import static vn.giaouoc.command.cycle.CycleRejection.REGULATION_INCOMPLETE;
import static vn.giaouoc.command.cycle.CycleRejection.REGULATION_STATES_TWICE;
import static vn.giaouoc.command.cycle.CycleRejection.REGULATION_VALUE_CANNOT_BE;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Answers;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.QuotaRule;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Regulation.StepRule;

/**
 * Whether a regulation, as a body has it, can be decided by. What it does not state is not wrong;
 * what it states must be whole, with its clause. Each refusal names the place.
 */
final class Soundness {

  private static final int LONGEST_TEXT = 500;

  private Soundness() {}

  static void check(Regulation regulation) {
    stated(regulation.number(), "number");
    stated(regulation.title(), "title");
    REGULATION_INCOMPLETE.unless((Object) regulation.validFrom() != null, "validFrom");
    steps(regulation);
    quotas(regulation);
    ScoringRule scoring = regulation.scoring();
    if (scoring != null) {
      stated(scoring.clause(), "scoring.clause");
      REGULATION_INCOMPLETE.unless((Object) scoring.maximum() != null, "scoring.maximum");
      REGULATION_VALUE_CANNOT_BE.unless(scoring.maximum().signum() > 0, "scoring.maximum");
    }
  }

  private static void steps(Regulation regulation) {
    Set<Object> seen = new HashSet<>();
    LocalDate last = LocalDate.MIN;
    for (int index = 0; index < regulation.steps().size(); index++) {
      StepRule rule = regulation.steps().get(index);
      String place = "steps[" + index + "].";
      REGULATION_INCOMPLETE.unless((Object) rule.step() != null, place + "step");
      stated(rule.clause(), place + "clause");
      REGULATION_STATES_TWICE.unless(seen.add(rule.step()), place + "step", rule.clause());
      if (rule.due() != null) {
        REGULATION_DEADLINES_OUT_OF_ORDER.unless(
            !rule.due().isBefore(last), place + "due", rule.clause());
        last = rule.due();
      }
    }
  }

  private static void quotas(Regulation regulation) {
    record Quota(Object title, Object track) {}
    Set<Quota> seen = new HashSet<>();
    for (int index = 0; index < regulation.quotas().size(); index++) {
      QuotaRule rule = regulation.quotas().get(index);
      String place = "quotas[" + index + "].";
      REGULATION_INCOMPLETE.unless((Object) rule.title() != null, place + "title");
      REGULATION_INCOMPLETE.unless((Object) rule.track() != null, place + "track");
      stated(rule.clause(), place + "clause");
      REGULATION_VALUE_CANNOT_BE.unless(rule.atMost() >= 0, place + "atMost", rule.clause());
      REGULATION_STATES_TWICE.unless(
          seen.add(new Quota(rule.title(), rule.track())), place + "title", rule.clause());
    }
  }

  private static void stated(@Nullable String text, String place) {
    REGULATION_INCOMPLETE.unless(text != null && !text.isBlank(), place);
    REGULATION_VALUE_CANNOT_BE.unless(
        text != null && text.length() <= LONGEST_TEXT && Answers.canBeKept(text), place);
  }
}
