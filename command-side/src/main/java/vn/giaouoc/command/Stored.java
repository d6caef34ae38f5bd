package vn.giaouoc.command;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;

/**
 * What is stored of an act, beside the event that it begins with.
 *
 * @param act who acted and when, as whoever asked told it
 * @param version the number of that event in its stream
 * @param following the events after it in its stream that tell the same actor and day, in order; an
 *     act's own and perhaps those of further acts
 * @param elsewhere the events that stand in another stream from this act on
 */
public record Stored(
    Envelope act,
    long version,
    List<Following> following,
    Function<String, List<Event>> elsewhere) {

  /**
   * An event that follows.
   *
   * @param envelope what stands beside it
   */
  public record Following(Event event, Envelope envelope) {}

  /** The event that comes next, if it is of this type; nothing if it is not. */
  public <T extends Event> @Nullable T next(Class<T> type) {
    return following.isEmpty() || !type.isInstance(following.getFirst().event())
        ? null
        : type.cast(following.getFirst().event());
  }

  /** The first event of this type that comes next or later. */
  public <T extends Event> @Nullable T first(Class<T> type) {
    return following.stream()
        .map(Following::event)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElse(null);
  }
}
