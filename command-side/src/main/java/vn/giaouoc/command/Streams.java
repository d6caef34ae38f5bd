package vn.giaouoc.command;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Id;

/**
 * The streams, for a decision that spans several: it sources them here, never from a read model.
 *
 * <p>Whoever appends to more than one takes them in the order of their identifiers, so that no two
 * such decisions wait for each other. Whoever only has to know something of another stream peeks
 * into it without holding it.
 */
public final class Streams {

  private final Supplier<EventStore> log;
  private final Map<String, Kind> kinds;

  /**
   * One kind of stream.
   *
   * @param begin makes an aggregate to which nothing has happened
   * @param repository sources and holds its aggregates
   */
  public record Kind(Callable<?> begin, Supplier<? extends Repository<?>> repository) {}

  /**
   * Streams in a log.
   *
   * @param kinds every kind of stream, by the word in front of its identifier
   */
  public Streams(Supplier<EventStore> log, Map<String, Kind> kinds) {
    this.log = log;
    this.kinds = kinds;
  }

  /** Whether something stands in a stream: it has begun, and not all of it was withdrawn. */
  public boolean exists(Id id) {
    return peek(id.stream()).stands();
  }

  /**
   * What stands in a stream now, by the face that its aggregate shows to other contexts; the stream
   * is not held.
   *
   * @param face an interface that the aggregate of this kind of stream implements
   */
  public <F> F peek(Class<F> face, String stream) {
    return face.cast(peek(stream));
  }

  /** What stands in a stream now; the stream is not held. */
  public Recordable<?> peek(String stream) {
    try {
      Recordable<?> aggregate = (Recordable<?>) kindOf(stream).begin().call();
      log.get()
          .readEvents(stream)
          .forEachRemaining(event -> aggregate.on((Event) event.getPayload(), event.getMetaData()));
      return aggregate;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Could not source " + stream, e);
    }
  }

  /** The aggregate of a stream, begun if it has not; it is held until the unit of work ends. */
  @SuppressWarnings("unchecked")
  public <T> Aggregate<T> hold(String stream) {
    Kind kind = kindOf(stream);
    try {
      return ((Repository<T>) kind.repository().get())
          .loadOrCreate(stream, (Callable<T>) kind.begin());
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Could not begin " + stream, e);
    }
  }

  /**
   * One event of a stream, with what stands beside it.
   *
   * @param version its number there, from 0
   * @return nothing if there is no such event
   */
  public @Nullable DomainEventMessage<?> event(String stream, long version) {
    int colon = stream.indexOf(':');
    if (colon < 0 || version < 0 || !kinds.containsKey(stream.substring(0, colon))) {
      return null;
    }
    DomainEventStream events = log.get().readEvents(stream, version);
    DomainEventMessage<?> found = events.hasNext() ? events.next() : null;
    return found != null && found.getSequenceNumber() == version ? found : null;
  }

  private Kind kindOf(String stream) {
    Kind kind = kinds.get(stream.substring(0, stream.indexOf(':')));
    if (kind == null) {
      throw new IllegalArgumentException("No kind of stream is called as in " + stream);
    }
    return kind;
  }
}
