package vn.giaouoc.command.pledge;

import org.axonframework.modelling.command.AggregateRoot;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.pledge.PledgeEvent;

/** The pledge of one party for one cycle. So far it only takes history: that it was signed. */
@AggregateRoot(type = "pledge")
class Pledge extends Recordable<PledgeEvent> {

  @Override
  protected void reset() {}

  @Override
  protected void evolve(PledgeEvent event, Since since) {}
}
