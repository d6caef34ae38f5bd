package vn.giaouoc.shared.eventstore;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import tools.jackson.core.type.TypeReference;

/**
 * Fills a log on Axon Server with what another log had, while nothing else works on it. Everything
 * else appends through Axon.
 */
public final class AxonServerFilling implements AutoCloseable {

  private static final long LONGEST_SECONDS = 60;
  private static final TypeReference<Map<String, Object>> ENTRIES = new TypeReference<>() {};

  private final AxonServerConfiguration settings;
  private final AxonServerConnectionManager connections;
  private final EventSerializer serializer = EventSerializer.create();
  private final GrpcMetaDataConverter metadata = new GrpcMetaDataConverter(serializer);

  /** The log on this server; nothing is opened yet. */
  public AxonServerFilling(Engine.AxonServer server) {
    settings = Connections.settings(server, "giaouoc-import");
    connections = Connections.open(settings);
  }

  /**
   * Appends events as they are, together or not at all; the server gives them the next places.
   *
   * @throws IllegalArgumentException if the server cannot keep one of them to the byte
   * @throws IllegalStateException if the server does not take them
   */
  public void append(List<StoredEvent> events) {
    List<Event> sent = events.stream().map(this::sent).toList();
    AppendEventsTransaction together =
        connections
            .getConnection(settings.getContext())
            .eventChannel()
            .startAppendEventsTransaction();
    sent.forEach(together::appendEvent);
    try {
      together.commit().get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Axon Server does not take the events", e);
    }
  }

  private Event sent(StoredEvent event) {
    Event.Builder sent =
        Event.newBuilder()
            .setMessageIdentifier(event.eventId())
            .setAggregateIdentifier(event.stream())
            .setAggregateSequenceNumber(event.version())
            .setAggregateType(event.kind())
            .setTimestamp(event.timeStamp().toEpochMilli())
            .setPayload(
                SerializedObject.newBuilder()
                    .setType(event.type())
                    .setRevision(event.revision())
                    .setData(ByteString.copyFromUtf8(event.payload())));
    Wire.mapper()
        .readValue(event.metadata(), ENTRIES)
        .forEach((key, value) -> sent.putMetaData(key, metadata.convertToMetaDataValue(value)));
    if (!AxonServerLog.metadata(sent.getMetaDataMap(), metadata, serializer)
        .equals(event.metadata())) {
      // the server keeps entries, not their text: it must be the one that is written of them
      throw new IllegalArgumentException(
          "the metadata of event " + event.eventId() + " is not written as this program does");
    }
    return sent.build();
  }

  @Override
  public void close() {
    connections.shutdown();
  }
}
