package vn.giaouoc.command.movement;

import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.movement.MovementCommand.CloseMovement;
import vn.giaouoc.command.movement.MovementCommand.JoinMovement;
import vn.giaouoc.command.movement.MovementCommand.LaunchMovement;
import vn.giaouoc.command.movement.MovementCommand.ReportMovementResult;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.movement.MovementEvent;
import vn.giaouoc.shared.movement.MovementEvent.MovementClosed;
import vn.giaouoc.shared.movement.MovementEvent.MovementJoined;
import vn.giaouoc.shared.movement.MovementEvent.MovementLaunched;
import vn.giaouoc.shared.movement.MovementEvent.MovementResultReported;
import vn.giaouoc.shared.movement.MovementEvent.ThematicMovementsCounted;

/** What was asked of a movement. */
final class MovementAsked {

  private MovementAsked() {}

  static AskedFor of(MovementEvent event, Stored stored) {
    Envelope act = stored.act();
    return switch (event) {
      case MovementLaunched(var movement, var theme, var by, _, var period) ->
          by == null
              ? AskedFor.Not.RECORDED_LATER
              : AskedFor.by(new LaunchMovement(movement, theme, by, period, act));
      case MovementJoined(var movement, _, var cycle) ->
          AskedFor.by(new JoinMovement(movement, cycle, act));
      case MovementResultReported(var movement, _, var cycle, var unit, var text, var figures) ->
          AskedFor.by(new ReportMovementResult(movement, cycle, unit, text.words(), figures, act));
      case MovementClosed(var movement, var summary) ->
          AskedFor.by(new CloseMovement(movement, summary == null ? null : summary.words(), act));
      case ThematicMovementsCounted _ -> AskedFor.Not.RECORDED_LATER;
    };
  }
}
