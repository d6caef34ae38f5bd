package vn.giaouoc.command.cycle;

import org.axonframework.modelling.command.AggregateRoot;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.cycle.CycleEvent;

/**
 * The emulation year of a bloc. So far it only takes history: that it was opened, which steps were
 * taken, what its regulation and its pledge are said to be, and how the members were ranked.
 */
@AggregateRoot(type = "cycle")
class Cycle extends Recordable<CycleEvent> {

  @Override
  protected void reset() {}

  @Override
  protected void evolve(CycleEvent event, Since since) {}
}
