package vn.giaouoc.command.paper;

import org.axonframework.modelling.command.AggregateRoot;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.paper.RegisterEvent;
import vn.giaouoc.shared.paper.RegisterEvent.NumberAllotted;
import vn.giaouoc.shared.paper.RegisterEvent.NumberCancelled;

/**
 * The register of a bloc's papers of one type in one year. Numbers run from 1 whoever leads the
 * bloc; one that was cancelled stays used.
 */
@AggregateRoot(type = "paper-register")
class Register extends Recordable<RegisterEvent> {

  private int last;

  /** The next number. */
  int next() {
    return last + 1;
  }

  @Override
  protected AskedFor asked(RegisterEvent event, Stored stored) {
    return AskedFor.Not.COMES_WITH_ANOTHER;
  }

  @Override
  protected void reset() {
    last = 0;
  }

  @Override
  protected void evolve(RegisterEvent event, Since since) {
    switch (event) {
      case NumberAllotted allotted -> last = Math.max(last, allotted.number());
      case NumberCancelled _ -> {}
    }
  }
}
