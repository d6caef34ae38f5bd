package vn.giaouoc.command.movement;

import org.axonframework.modelling.command.AggregateRoot;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent;

/** The exemplary cases of a cycle. So far it only takes history: how many were commended. */
@AggregateRoot(type = "exemplary")
class ExemplaryCases extends Recordable<ExemplaryCasesEvent> {

  @Override
  protected void reset() {}

  @Override
  protected void evolve(ExemplaryCasesEvent event, Since since) {}
}
