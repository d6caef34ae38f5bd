package vn.giaouoc.query.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.eventstore.Envelopes;

/**
 * One event in the journal, as it is stored.
 *
 * @param position its place in the order that readers know, dense from 1
 * @param eventId its identifier, never used again
 * @param recordedAt when it was recorded; never earlier than that of the position before
 * @param stream the stream that it belongs to
 * @param version its number in the stream, from 0
 * @param type the name of its type in the log
 * @param revision the revision it is written in
 * @param payload the event as JSON, byte for byte
 * @param metadata its envelope as JSON, byte for byte
 * @param audience whom it is for; absent where that cannot be read
 * @param place the position by which it is sorted among facts: its own, or that of the event that
 *     it corrects
 */
public record Entry(
    long position,
    String eventId,
    Instant recordedAt,
    String stream,
    long version,
    String type,
    String revision,
    String payload,
    String metadata,
    @Nullable Audience audience,
    long place) {

  /** The columns that {@link #of} reads. */
  public static final String COLUMNS =
      "j.position, j.event_id, j.recorded_at, j.stream, j.version, j.type, j.revision, j.payload,"
          + " j.metadata, j.audience, coalesce(j.place, j.position) AS place";

  /** Reads a row of the journal. */
  public static Entry of(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getLong("position"),
        row.getString("event_id"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("stream"),
        row.getLong("version"),
        row.getString("type"),
        row.getString("revision"),
        row.getString("payload"),
        row.getString("metadata"),
        Reader.audience(row.getString("audience")),
        row.getLong("place"));
  }

  /**
   * The event in its present form; nothing if this program does not know its type.
   *
   * @throws RuntimeException if it knows the type and cannot read the payload
   */
  public @Nullable Event event() {
    return Envelopes.read(type, revision, payload);
  }

  /**
   * What stands beside it.
   *
   * @throws RuntimeException if it cannot be read
   */
  public Envelope envelope() {
    return Envelopes.read(metadata);
  }
}
