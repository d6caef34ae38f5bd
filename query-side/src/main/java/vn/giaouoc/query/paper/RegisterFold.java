package vn.giaouoc.query.paper;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.paper.RegisterEvent;
import vn.giaouoc.shared.paper.RegisterEvent.NumberAllotted;
import vn.giaouoc.shared.paper.RegisterEvent.NumberCancelled;

/** Which paper has which number. */
@Component
class RegisterFold implements Fold<Register> {

  @Override
  public String name() {
    return "paper-register";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String kind() {
    return "paper-register";
  }

  @Override
  public Class<Register> answer() {
    return Register.class;
  }

  @Override
  public Register empty(String slug) {
    return Register.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(RegisterEvent.class);
  }

  @Override
  public Register apply(Register state, Fact fact) {
    return fact.event() instanceof RegisterEvent event
        ? switch (event) {
          case NumberAllotted allotted -> state.allotted(allotted);
          case NumberCancelled cancelled -> state.cancelled(cancelled);
        }
        : state;
  }
}
