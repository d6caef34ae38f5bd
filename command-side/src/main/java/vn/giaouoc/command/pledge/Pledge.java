package vn.giaouoc.command.pledge;

import org.axonframework.modelling.command.AggregateRoot;
import vn.giaouoc.command.cycle.Duty;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;

/** The pledge of one party for one cycle. So far it only takes history: that it was signed. */
@AggregateRoot(type = "pledge")
class Pledge extends Recordable<PledgeEvent> implements Duty {

  private boolean signed;

  @Override
  public boolean done(Step step) {
    return step == Step.PLEDGE && signed;
  }

  @Override
  public boolean isOpen() {
    return signed;
  }

  @Override
  protected void reset() {
    signed = false;
  }

  @Override
  protected void evolve(PledgeEvent event, Since since) {
    switch (event) {
      case PledgeSigned _ -> signed = true;
    }
  }
}
