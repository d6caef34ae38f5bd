package vn.giaouoc.query.movement;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesCommended;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesNamed;

/** The exemplary cases of one cycle. */
@Component
class ExemplaryCasesFold implements Fold<ExemplaryCases> {

  @Override
  public String name() {
    return "exemplary";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String kind() {
    return "exemplary";
  }

  @Override
  public Class<ExemplaryCases> answer() {
    return ExemplaryCases.class;
  }

  @Override
  public ExemplaryCases empty(String slug) {
    return ExemplaryCases.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(ExemplaryCasesEvent.class);
  }

  @Override
  public ExemplaryCases apply(ExemplaryCases state, Fact fact) {
    if (!(fact.event() instanceof ExemplaryCasesEvent event)) {
      return state;
    }
    return switch (event) {
      case ExemplaryCasesCommended(_, _, _, var collectives, var individuals, var ofWhich) ->
          state.commended(
              new ExemplaryCases.Commendation(
                  collectives, individuals, ofWhich, fact.occurredOn()));
      case ExemplaryCasesNamed(_, _, _, var collectives, var individuals) ->
          state.named(new ExemplaryCases.Named(collectives, individuals, fact.occurredOn()));
    };
  }
}
