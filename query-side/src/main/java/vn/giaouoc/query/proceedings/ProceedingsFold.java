package vn.giaouoc.query.proceedings;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.query.proceedings.Proceedings.Withdrawal;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.proceedings.ProceedingsEvent;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsRecorded;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsWithdrawn;

/** A source, every recording of it, and what was taken back. */
@Component
class ProceedingsFold implements Fold<Proceedings> {

  @Override
  public String name() {
    return "proceedings";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String kind() {
    return "proceedings";
  }

  @Override
  public Class<Proceedings> answer() {
    return Proceedings.class;
  }

  @Override
  public Proceedings empty(String slug) {
    return Proceedings.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(ProceedingsEvent.class);
  }

  @Override
  public Proceedings apply(Proceedings state, Fact fact) {
    if (!(fact.event() instanceof ProceedingsEvent event)) {
      return state;
    }
    return switch (event) {
      case ProceedingsRecorded recorded -> state.recorded(recorded, fact.occurredOn());
      case ProceedingsWithdrawn withdrawn ->
          state.withdrawn(
              withdrawn.recording(), new Withdrawal(fact.occurredOn(), withdrawn.reason()));
    };
  }
}
