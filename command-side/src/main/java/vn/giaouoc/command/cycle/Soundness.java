package vn.giaouoc.command.cycle;

import static vn.giaouoc.command.cycle.CycleRejection.REGULATION_CONTRADICTS_ITSELF;
import static vn.giaouoc.command.cycle.CycleRejection.REGULATION_DEADLINES_OUT_OF_ORDER;
import static vn.giaouoc.command.cycle.CycleRejection.REGULATION_INCOMPLETE;
import static vn.giaouoc.command.cycle.CycleRejection.REGULATION_STATES_TWICE;
import static vn.giaouoc.command.cycle.CycleRejection.REGULATION_VALUE_CANNOT_BE;

import vn.giaouoc.shared.regulation.Finding;
import vn.giaouoc.shared.regulation.Regulation;

/** Refuses a regulation that cannot be decided by. Each refusal names the place and the clause. */
final class Soundness {

  private Soundness() {}

  static void check(Regulation regulation) {
    for (Finding finding : vn.giaouoc.shared.regulation.Soundness.of(regulation)) {
      CycleRejection reason =
          switch (finding.kind()) {
            case INCOMPLETE -> REGULATION_INCOMPLETE;
            case TWICE -> REGULATION_STATES_TWICE;
            case IMPOSSIBLE -> REGULATION_VALUE_CANNOT_BE;
            case OUT_OF_ORDER -> REGULATION_DEADLINES_OUT_OF_ORDER;
            case CONTRADICTORY -> REGULATION_CONTRADICTS_ITSELF;
            case UNKNOWN -> null;
          };
      if (reason != null) {
        reason.unless(false, finding.place(), finding.clause());
      }
    }
  }
}
