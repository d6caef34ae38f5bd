package vn.giaouoc.query.answer;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Cut;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Reconstruction;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceConvened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceHeld;
import vn.giaouoc.shared.eventstore.EventTypes;
import vn.giaouoc.shared.movement.MovementEvent.MovementLaunched;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsRecorded;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;

/** How things are called at a moment, from their own streams. */
final class Names {

  /** The events that {@link #given} takes a name of, by their types in the log. */
  private static final List<String> GIVE_NAMES =
      Stream.of(
              UnitRegistered.class,
              UnitRenamed.class,
              BlocEstablished.class,
              MovementLaunched.class,
              ConferenceHeld.class,
              ConferenceConvened.class,
              ProceedingsRecorded.class)
          .map(event -> requireNonNull(EventTypes.checkedIn().of(event)).name())
          .toList();

  private Names() {}

  /**
   * The names of these streams' things. What had no name yet by the effective moment goes by its
   * first one: it is better to call a unit by the name it has since than not at all.
   */
  static SortedMap<String, String> of(
      Collection<String> streams, Reconstruction reconstruction, Cut moment) {
    SortedMap<String, String> names = new TreeMap<>();
    if (streams.isEmpty()) {
      return names;
    }
    for (Map.Entry<String, List<Fact>> each :
        reconstruction.factsOfStreams(streams, GIVE_NAMES, moment).entrySet()) {
      String name = null;
      for (Fact fact : each.getValue()) {
        String given = given(fact.event());
        if (given != null
            && (name == null || !fact.appliesFrom().earliest().isAfter(moment.applying()))) {
          name = given;
        }
      }
      if (name != null) {
        names.put(each.getKey(), name);
      }
    }
    return names;
  }

  private static @Nullable String given(Event event) {
    return switch (event) {
      case UnitRegistered registered -> registered.name();
      case UnitRenamed renamed -> renamed.name();
      case BlocEstablished established -> established.name();
      case MovementLaunched launched -> launched.theme();
      case ConferenceHeld held -> held.title();
      case ConferenceConvened convened -> convened.title();
      case ProceedingsRecorded recorded -> recorded.title();
      default -> null;
    };
  }
}
