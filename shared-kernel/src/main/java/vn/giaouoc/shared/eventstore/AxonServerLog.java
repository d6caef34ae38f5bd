package vn.giaouoc.shared.eventstore;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import org.jspecify.annotations.Nullable;

/**
 * The log on Axon Server as the query side may have it: to be read from its beginning to its end,
 * in the one order that the server gave it. Nothing can be appended by it. Not for several threads.
 */
public final class AxonServerLog implements AutoCloseable {

  private static final Duration ANSWER = Duration.ofSeconds(5);

  /** How many events the server may send ahead. */
  private static final int AHEAD = 2000;

  private final AxonServerConfiguration settings;
  private final AxonServerConnectionManager connections;
  private final EventSerializer serializer = EventSerializer.create();
  private final GrpcMetaDataConverter metadata = new GrpcMetaDataConverter(serializer);
  private volatile Runnable news = () -> {};
  private @Nullable EventStream stream;
  private long read;

  /** The log on this server; nothing is opened yet. */
  public AxonServerLog(Engine.AxonServer server) {
    settings = Connections.settings(server, "giaouoc-query-side");
    connections = Connections.open(settings);
  }

  /** Has something done whenever events may have come; it must be quick. */
  public void onNews(Runnable then) {
    news = then;
  }

  /**
   * The place of the last event; -1 where there is none.
   *
   * @throws IllegalStateException if the server does not answer
   */
  public long head() {
    try {
      return channel().getLastToken().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Axon Server does not answer", e);
    }
  }

  /**
   * What is there after a place, in order; it does not wait for more.
   *
   * @param after the place; -1 for the beginning
   * @param limit how many at most
   * @throws IllegalStateException if the server was lost; the next call connects again
   */
  public List<StoredEvent> after(long after, int limit) {
    EventStream open = stream;
    if (open == null || read != after) {
      close(open);
      open = channel().openStream(after, AHEAD, AHEAD / 4);
      stream = open;
      read = after;
      open.onAvailable(() -> news.run());
    }
    List<StoredEvent> events = new ArrayList<>();
    while (events.size() < limit) {
      EventWithToken next = open.nextIfAvailable();
      if (next == null) {
        break;
      }
      read = next.getToken();
      events.add(stored(next));
    }
    if (events.isEmpty() && open.isClosed()) {
      stream = null;
      throw new IllegalStateException(
          "The stream from Axon Server has ended", open.getError().orElse(null));
    }
    return events;
  }

  /**
   * The event at a place; none if the log does not reach so far.
   *
   * @throws IllegalStateException if the server does not answer
   */
  public @Nullable StoredEvent at(long place) {
    if (head() < place) {
      return null;
    }
    try (EventStream one = channel().openStream(place - 1, 1, 1)) {
      EventWithToken found = one.nextIfAvailable(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      if (found == null) {
        throw new IllegalStateException("Axon Server does not answer", one.getError().orElse(null));
      }
      return stored(found);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends the reading; a later call begins anew. */
  public void release() {
    close(stream);
    stream = null;
  }

  @Override
  public void close() {
    release();
    connections.shutdown();
  }

  private EventChannel channel() {
    return connections.getConnection().eventChannel();
  }

  private StoredEvent stored(EventWithToken found) {
    Event event = found.getEvent();
    return new StoredEvent(
        found.getToken(),
        event.getMessageIdentifier(),
        event.getAggregateIdentifier(),
        event.getAggregateSequenceNumber(),
        event.getPayload().getType(),
        event.getPayload().getRevision(),
        event.getPayload().getData().toStringUtf8(),
        metadata(event.getMetaDataMap(), metadata, serializer),
        Instant.ofEpochMilli(event.getTimestamp()));
  }

  /** The server keeps each entry by itself; written together they are as on the other engine. */
  static String metadata(
      Map<String, MetaDataValue> entries,
      GrpcMetaDataConverter converter,
      EventSerializer serializer) {
    return serializer.serialize(converter.convert(entries), String.class).getData();
  }

  private static void close(@Nullable EventStream stream) {
    if (stream != null) {
      stream.close();
    }
  }
}
