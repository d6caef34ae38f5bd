package vn.giaouoc.command.poll;

import org.axonframework.modelling.command.AggregateRoot;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.poll.PollEvent;

/**
 * A decision of a conference. So far it only takes history: how a paper says that it was reached,
 * and what was chosen.
 */
@AggregateRoot(type = "poll")
class Poll extends Recordable<PollEvent> {

  @Override
  protected void reset() {}

  @Override
  protected void evolve(PollEvent event, Since since) {}
}
