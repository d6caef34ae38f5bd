package vn.giaouoc.query.poll;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.poll.PollEvent.ObjectionRaised;
import vn.giaouoc.shared.poll.PollEvent.PollCalled;
import vn.giaouoc.shared.unit.UnitId;

/** Which polls a unit counts. */
@Component
class TellingFold implements Fold<Telling> {

  @Override
  public String name() {
    return "telling";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String kind() {
    return "unit";
  }

  @Override
  public Class<Telling> answer() {
    return Telling.class;
  }

  @Override
  public Telling empty(String slug) {
    return new Telling(UnitId.of(slug), List.of());
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(PollCalled.class, ObjectionRaised.class);
  }

  @Override
  public Telling apply(Telling state, Fact fact) {
    return switch (fact.event()) {
      case PollCalled called when called.tellers().contains(state.unit()) ->
          state.and(called.poll());
      case ObjectionRaised objection when objection.tellers().contains(state.unit()) ->
          state.and(objection.poll());
      default -> state;
    };
  }
}
