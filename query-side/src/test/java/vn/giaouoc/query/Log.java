package vn.giaouoc.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.eventstore.EventTypes;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.proceedings.HistoryEvent.FactCorrected;
import vn.giaouoc.shared.proceedings.ProceedingsId;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;

/** The log as the command side writes it, for tests that have no command side. */
public final class Log {

  private static final Actor ACTOR = new Actor("somebody", null, "administrator");

  private final DataSource command;
  private final Map<String, Long> versions = new HashMap<>();

  public Log(TestDatabase database) {
    command = database.as(DatabaseSetup.COMMAND_ROLE);
  }

  /** First-hand, when it happens. */
  public void happened(String on, Event event) {
    append(event, Envelope.firstHand(When.of(on), ACTOR));
  }

  /** First-hand, when it happens, for these to read. */
  public void happened(String on, Audience audience, Event event) {
    append(event, Envelope.firstHand(When.of(on), ACTOR).forAudience(audience));
  }

  /** The fact of a version is taken back; what is right, if anything is, stands in its place. */
  public void correct(String stream, long version, String on, Optional<Event> right) {
    Map<Event, Envelope> events = new LinkedHashMap<>();
    Envelope now = Envelope.firstHand(When.of("2026-11-22"), ACTOR);
    events.put(new FactCorrected(stream, version, new Words("reason")), now);
    right.ifPresent(event -> events.put(event, now.inPlaceOf(version, When.of(on))));
    together(events);
  }

  /** The version of the last event of a stream. */
  public long last(String stream) {
    return versions.get(stream);
  }

  /** A version of a stream was written otherwise. */
  public void skip(String stream) {
    next(stream);
  }

  /** Told later by a source: see {@link #told}. */
  public void told(Source source, String on, Event event, Remark... remarks) {
    append(event, history(source, on, event, remarks));
  }

  public static Envelope history(Source source, String on, Event event, Remark... remarks) {
    When when = When.of(on);
    return new Envelope(
        Dated.on(when),
        when,
        Envelope.Manner.HAPPENED,
        ACTOR,
        Audience.PUBLIC,
        new Envelope.Told(fact(on, event), source, List.of(remarks)),
        null);
  }

  /** A digest of the fact would do; what it stands for is easier to read. */
  public static String fact(String on, Event event) {
    return Integer.toHexString((on + event).hashCode());
  }

  public static Source source(String proceedings, int recording, String published, int line) {
    return new Source(ProceedingsId.of(proceedings), recording, When.of(published), line, line);
  }

  public void append(Event event, Envelope envelope) {
    try (Connection connection = command.getConnection()) {
      append(connection, event, envelope);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Several events in one transaction. */
  public void together(Map<Event, Envelope> events) {
    try (Connection connection = command.getConnection()) {
      connection.setAutoCommit(false);
      for (Map.Entry<Event, Envelope> each : events.entrySet()) {
        append(connection, each.getKey(), each.getValue());
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public Connection open() throws SQLException {
    Connection connection = command.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  public void append(Connection connection, Event event, Envelope envelope) throws SQLException {
    EventTypes.Type type = EventTypes.checkedIn().of(event.getClass());
    append(
        connection,
        event.stream(),
        next(event.stream()),
        type.name(),
        type.revision(),
        Wire.mapper().writeValueAsString(event),
        Wire.mapper().writeValueAsString(envelope));
  }

  public void append(
      Connection connection,
      String stream,
      long version,
      String type,
      String payload,
      String metadata)
      throws SQLException {
    append(connection, stream, version, type, "1", payload, metadata);
  }

  private static void append(
      Connection connection,
      String stream,
      long version,
      String type,
      String revision,
      String payload,
      String metadata)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO event_store.domain_event_entry (event_identifier, aggregate_identifier,"
                + " sequence_number, type, payload_type, payload_revision, payload, meta_data,"
                + " time_stamp) VALUES (?, ?, ?, 'T', ?, ?, ?, ?, ?)")) {
      insert.setString(1, UUID.randomUUID().toString());
      insert.setString(2, stream);
      insert.setLong(3, version);
      insert.setString(4, type);
      insert.setString(5, revision);
      insert.setString(6, payload);
      insert.setString(7, metadata);
      insert.setString(8, Instant.now().toString());
      insert.executeUpdate();
    }
  }

  private synchronized long next(String stream) {
    return versions.merge(stream, 0L, (present, zero) -> present + 1);
  }
}
