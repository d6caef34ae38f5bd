package vn.giaouoc.query.movement;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.movement.MovementEvent;
import vn.giaouoc.shared.movement.MovementEvent.MovementClosed;
import vn.giaouoc.shared.movement.MovementEvent.MovementJoined;
import vn.giaouoc.shared.movement.MovementEvent.MovementLaunched;
import vn.giaouoc.shared.movement.MovementEvent.MovementResultReported;
import vn.giaouoc.shared.movement.MovementEvent.ThematicMovementsCounted;

/** One emulation movement, and what came of it. */
@Component
class MovementFold implements Fold<Movement> {

  @Override
  public String name() {
    return "movement";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String kind() {
    return "movement";
  }

  @Override
  public Class<Movement> answer() {
    return Movement.class;
  }

  @Override
  public Movement empty(String slug) {
    return Movement.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(MovementEvent.class);
  }

  @Override
  public Movement apply(Movement state, Fact fact) {
    if (!(fact.event() instanceof MovementEvent event)) {
      return state;
    }
    return switch (event) {
      case MovementLaunched(_, var theme, var by, var asWritten, var period) ->
          state.launched(new Movement.Launch(theme, by, asWritten, period, fact.occurredOn()));
      case MovementJoined(_, var bloc, var cycle) ->
          state.joined(new Movement.Joined(bloc, cycle, fact.occurredOn()));
      case ThematicMovementsCounted(_, var bloc, var cycle, var units, var count, var perUnit) ->
          state.counted(new Movement.Counted(bloc, cycle, units, count, perUnit));
      case MovementResultReported(_, var bloc, var cycle, var unit, var text, var figures) ->
          state.reported(new Movement.Result(bloc, cycle, unit, text, figures, fact.occurredOn()));
      case MovementClosed(_, var summary) ->
          state.closed(new Movement.Closing(summary, fact.occurredOn()));
    };
  }
}
