package vn.giaouoc.command.award;

import org.axonframework.modelling.command.AggregateRoot;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.award.AwardEvent;

/** One award. So far it only takes history: that it was proposed. */
@AggregateRoot(type = "award")
class Award extends Recordable<AwardEvent> {

  @Override
  protected void reset() {}

  @Override
  protected void evolve(AwardEvent event, Since since) {}
}
