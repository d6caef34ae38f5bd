package vn.giaouoc.command.conference;

import org.axonframework.modelling.command.AggregateRoot;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.conference.ConferenceEvent;

/**
 * A conference. So far it only takes history: that it was held, who was there, what was tabled,
 * said and assigned.
 */
@AggregateRoot(type = "conference")
class Conference extends Recordable<ConferenceEvent> {

  @Override
  protected void reset() {}

  @Override
  protected void evolve(ConferenceEvent event, Since since) {}
}
