package vn.giaouoc.shared.eventstore;

import java.time.Instant;

/**
 * An event as it is in the log.
 *
 * @param index where it is in the log: the later of two events of a stream has the greater one
 * @param eventId its identifier
 * @param stream the stream that it belongs to
 * @param version its number in the stream, from 0
 * @param type the name of its type
 * @param revision the revision it is written in
 * @param payload the event as JSON, byte for byte
 * @param metadata its envelope as JSON
 * @param timeStamp when it was appended, to the millisecond
 */
public record StoredEvent(
    long index,
    String eventId,
    String stream,
    long version,
    String type,
    String revision,
    String payload,
    String metadata,
    Instant timeStamp) {

  /** The kind of its stream: {@code unit}. */
  public String kind() {
    return stream.substring(0, stream.indexOf(':'));
  }

  /** The same event at another place. */
  public StoredEvent at(long place) {
    return new StoredEvent(
        place, eventId, stream, version, type, revision, payload, metadata, timeStamp);
  }
}
