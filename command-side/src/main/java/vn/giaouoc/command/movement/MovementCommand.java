package vn.giaouoc.command.movement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.movement.MovementId;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of an emulation movement. */
sealed interface MovementCommand extends Command {

  MovementId movement();

  @Override
  default String stream() {
    return movement().stream();
  }

  /**
   * Launches it.
   *
   * @param by the unit that does: an authority, a leader, or a member for itself
   */
  record LaunchMovement(
      MovementId movement, String theme, UnitId by, @Nullable String period, Envelope envelope)
      implements MovementCommand {}

  /** Lets the bloc of a cycle take part in it. */
  record JoinMovement(MovementId movement, CycleId cycle, Envelope envelope)
      implements MovementCommand {}

  /**
   * Tells what came of it.
   *
   * @param unit in which unit; nothing for the bloc as a whole
   */
  record ReportMovementResult(
      MovementId movement,
      CycleId cycle,
      @Nullable UnitId unit,
      String text,
      List<Figure> figures,
      Envelope envelope)
      implements MovementCommand {}

  /** Ends it. */
  record CloseMovement(MovementId movement, @Nullable String summary, Envelope envelope)
      implements MovementCommand {}
}
