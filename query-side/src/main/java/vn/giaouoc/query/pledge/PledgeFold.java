package vn.giaouoc.query.pledge;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.pledge.PledgeEvent;

/** One pledge, from its draft to its last report. */
@Component
public class PledgeFold implements Fold<Pledge> {

  @Override
  public String name() {
    return "pledge";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String kind() {
    return "pledge";
  }

  @Override
  public Class<Pledge> answer() {
    return Pledge.class;
  }

  @Override
  public Pledge empty(String slug) {
    return Pledge.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(PledgeEvent.class);
  }

  @Override
  public Pledge apply(Pledge state, Fact fact) {
    return fact.event() instanceof PledgeEvent event ? state.after(event, fact) : state;
  }
}
