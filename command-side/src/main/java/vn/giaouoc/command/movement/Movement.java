package vn.giaouoc.command.movement;

import org.axonframework.modelling.command.AggregateRoot;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.movement.MovementEvent;

/**
 * An emulation movement. So far it only takes history: who launched it, and which blocs followed
 * it.
 */
@AggregateRoot(type = "movement")
class Movement extends Recordable<MovementEvent> {

  @Override
  protected void reset() {}

  @Override
  protected void evolve(MovementEvent event, Since since) {}
}
