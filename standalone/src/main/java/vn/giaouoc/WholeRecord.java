package vn.giaouoc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.DateTimeUtils;
import org.flywaydb.core.Flyway;
import vn.giaouoc.command.References;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.eventstore.AxonServerFilling;
import vn.giaouoc.shared.eventstore.AxonServerLog;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.eventstore.Engine;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.eventstore.ImportUnderWay;
import vn.giaouoc.shared.eventstore.StoredEvent;

/**
 * The log on its engine and the journal in its database, as a whole and while nothing works on
 * them: written to a file, taken from one, compared with one.
 *
 * <p>Whatever its engine, a log that was taken from a file has its events in the order of their
 * positions; so a journal that is written of it anew gives every event the position that it had.
 */
final class WholeRecord implements AutoCloseable {

  private static final int PAGE = 1000;

  /** How much is appended at once, in characters: what a message to Axon Server bears. */
  private static final int LARGEST_PAGE = 2_000_000;

  private final Engine engine;
  private final Connection connection;

  private WholeRecord(Engine engine, Connection connection) {
    this.engine = engine;
    this.connection = connection;
  }

  /**
   * How much was found equal.
   *
   * @param events in the log
   * @param positions in the journal, which may not have been written yet
   */
  record Equal(long events, long positions) {}

  private interface Each {
    void event(StoredEvent event) throws SQLException, IOException;
  }

  /**
   * The record of a database, whose tables are brought to their present form.
   *
   * @param engine what keeps its log
   */
  static WholeRecord open(Engine engine, Database database) throws SQLException {
    Connection connection = database.owner().getConnection();
    try {
      // roles that are there keep their passwords: sides that run apart know them
      DatabaseSetup.prepare(
          database.owner(),
          holds(
                  connection,
                  "EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%s')"
                      .formatted(DatabaseSetup.QUERY_ROLE))
              ? Map.of()
              : Map.of(
                  DatabaseSetup.COMMAND_ROLE, Secrets.password(),
                  DatabaseSetup.QUERY_ROLE, Secrets.password()));
      tables(database, DatabaseSetup.COMMAND_ROLE, "command_side", "classpath:db/command");
      tables(database, DatabaseSetup.QUERY_ROLE, "read_model", "classpath:db/query");
      connection.setAutoCommit(false);
      return new WholeRecord(engine, connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static void tables(Database database, String role, String schema, String location) {
    Flyway.configure()
        .dataSource(database.owner())
        .initSql("SET ROLE " + role)
        .schemas(schema)
        .createSchemas(false)
        .locations(location)
        .load()
        .migrate();
  }

  /**
   * Writes it to a file that is not there yet.
   *
   * @return how many events
   * @throws StartRefused if the journal is not that of the log, or does not have all of it yet
   */
  long export(Path file) throws SQLException, IOException {
    try (LogFile.Writer writer = new LogFile.Writer(file)) {
      try (Positions positions = new Positions(true)) {
        each(
            event -> {
              if (!positions.hasNext(event)) {
                throw StartRefused.failed(
                    "Có sự kiện chưa được cấp vị trí. Hãy chạy hệ thống một lát rồi ghi lại.",
                    "An event has no position yet. Run the system for a moment, then export again.");
              }
              writer.write(event);
            });
        positions.end();
        return writer.end();
      } catch (SQLException | IOException | RuntimeException e) {
        Files.delete(file);
        throw e;
      }
    }
  }

  /**
   * Compares it with a file: every event, its number in its stream, its position.
   *
   * @throws StartRefused at the first difference
   */
  Equal compare(Path file) throws SQLException, IOException {
    LogFile.check(file);
    try (LogFile.Reader reader = new LogFile.Reader(file);
        Positions positions = new Positions(true)) {
      each(
          event -> {
            StoredEvent expected = reader.next();
            if (expected == null || !expected.equals(event.at(expected.index()))) {
              throw differs("event " + event.eventId());
            }
            positions.hasNext(event);
          });
      StoredEvent missing = reader.next();
      if (missing != null) {
        throw differs("event " + missing.eventId() + " of the file is missing");
      }
      positions.end();
      return new Equal(reader.events(), positions.count);
    }
  }

  /**
   * Takes a file into it. The log must be empty, unless it is on Axon Server and the import of this
   * very file into it was cut short; the journal must be empty or that of the file.
   *
   * @throws StartRefused if it is not, or the file is not whole, or the engine cannot keep an event
   *     as it is
   */
  Equal take(Path file) throws SQLException, IOException {
    String digest = LogFile.check(file);
    try (LogFile.Reader reader = new LogFile.Reader(file);
        Positions positions = new Positions(false)) {
      for (StoredEvent next = reader.next(); next != null; next = reader.next()) {
        if (next.timeStamp().getNano() % 1_000_000 != 0) {
          throw StartRefused.failed(
              "Thời điểm của sự kiện " + next.eventId() + " chi tiết hơn một mili giây.",
              "The moment of event " + next.eventId() + " is finer than a millisecond.");
        }
        positions.hasNext(next);
      }
      positions.end();
    }
    try (LogFile.Reader reader = new LogFile.Reader(file)) {
      switch (engine) {
        case Engine.Postgres _ -> {
          if (holds(connection, "EXISTS (SELECT 1 FROM event_store.domain_event_entry)")) {
            throw notEmpty();
          }
          fill(reader, this::append);
        }
        case Engine.AxonServer server -> {
          begin(server, reader, digest);
          try (AxonServerFilling filling = new AxonServerFilling(server)) {
            fill(reader, filling::append);
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw StartRefused.failed(
          "Axon Server không giữ được nguyên văn một sự kiện.",
          "Axon Server cannot keep an event as it is: " + e.getMessage());
    }
    place();
    Equal equal = compare(file);
    connection.commit();
    return equal;
  }

  /** Marks that an import is under way, and goes on behind what one that was cut short has done. */
  private void begin(Engine.AxonServer server, LogFile.Reader reader, String digest)
      throws SQLException, IOException {
    List<StoredEvent> there = new ArrayList<>();
    try (AxonServerLog log = new AxonServerLog(server)) {
      if (log.head() < 0) {
        ImportUnderWay.begin(connection, digest);
        connection.commit();
        return;
      }
    }
    if (!digest.equals(ImportUnderWay.of(connection))) {
      throw notEmpty();
    }
    each(
        event -> {
          StoredEvent expected = reader.next();
          if (expected == null || !expected.equals(event.at(expected.index()))) {
            throw notEmpty();
          }
        });
  }

  private interface Append {
    void events(List<StoredEvent> together) throws SQLException;
  }

  private static void fill(LogFile.Reader reader, Append append) throws SQLException, IOException {
    List<StoredEvent> page = new ArrayList<>();
    long size = 0;
    for (StoredEvent next = reader.next(); next != null; next = reader.next()) {
      page.add(next);
      size += next.payload().length() + next.metadata().length();
      if (page.size() == PAGE || size > LARGEST_PAGE) {
        append.events(page);
        page.clear();
        size = 0;
      }
    }
    if (!page.isEmpty()) {
      append.events(page);
    }
  }

  private void append(List<StoredEvent> events) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO event_store.domain_event_entry (global_index, event_identifier,"
                    + " aggregate_identifier, sequence_number, type, payload_type,"
                    + " payload_revision, payload, meta_data, time_stamp) VALUES (?, ?, ?, ?, ?, ?,"
                    + " ?, ?, ?, ?)");
        PreparedStatement note =
            connection.prepareStatement(
                "INSERT INTO command_side.reference (stream, event_identifier, of_stream) VALUES"
                    + " (?, ?, ?) ON CONFLICT DO NOTHING")) {
      for (StoredEvent event : events) {
        insert.setLong(1, event.index());
        insert.setString(2, event.eventId());
        insert.setString(3, event.stream());
        insert.setLong(4, event.version());
        insert.setString(5, event.kind());
        insert.setString(6, event.type());
        insert.setString(7, event.revision());
        insert.setString(8, event.payload());
        insert.setString(9, event.metadata());
        insert.setString(10, DateTimeUtils.formatInstant(event.timeStamp()));
        insert.addBatch();
        Event known = Envelopes.read(event.type(), event.revision(), event.payload());
        if (known != null) {
          boolean told = Envelopes.read(event.metadata()).told() != null;
          for (String other : References.spokenOf(known, told)) {
            note.setString(1, other);
            note.setString(2, event.eventId());
            note.setString(3, event.stream());
            note.addBatch();
          }
        }
      }
      insert.executeBatch();
      note.executeBatch();
    }
  }

  /** Tells a journal that was there where its events are now, and the log where to go on. */
  private void place() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // in two steps: no two rows may have the same place even for a moment
      statement.executeUpdate("UPDATE read_model.journal SET global_index = -1 - position");
      // what followed the other log begins anew: a token is of one log, and so is a pass
      statement.executeUpdate("DELETE FROM read_model.journal_pass");
      statement.executeUpdate("DELETE FROM command_side.token_entry");
      switch (engine) {
        case Engine.Postgres _ -> {
          statement.executeUpdate("UPDATE read_model.journal SET global_index = position");
          statement.execute(
              "SELECT setval(pg_get_serial_sequence('event_store.domain_event_entry',"
                  + " 'global_index'), max(global_index)) FROM event_store.domain_event_entry HAVING"
                  + " count(*) > 0");
          // or the query side would look through all of a log of which it has everything, again
          // and again until something is added
          statement.executeUpdate(
              "INSERT INTO read_model.journal_watermark (settled, system_identifier) SELECT"
                  + " (pg_current_xact_id()::text::bigint + 1)::text::xid8, system_identifier FROM"
                  + " pg_control_system() WHERE (SELECT count(*) FROM read_model.journal) = (SELECT"
                  + " count(*) FROM event_store.domain_event_entry) ON CONFLICT (one) DO UPDATE SET"
                  + " settled = excluded.settled, system_identifier = excluded.system_identifier");
        }
        case Engine.AxonServer _ -> {
          statement.executeUpdate("UPDATE read_model.journal SET global_index = position - 1");
          ImportUnderWay.end(connection);
        }
      }
    }
  }

  /** Every event of the log: those in the journal by their positions, then the others. */
  private void each(Each each) throws SQLException, IOException {
    switch (engine) {
      case Engine.Postgres _ -> inPostgres(each);
      case Engine.AxonServer server -> onAxonServer(server, each);
    }
  }

  private void inPostgres(Each each) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(PAGE);
      try (ResultSet row =
          statement.executeQuery(
              "SELECT e.global_index, event_identifier, aggregate_identifier, sequence_number,"
                  + " payload_type, payload_revision, e.payload, meta_data, time_stamp FROM"
                  + " event_store.domain_event_entry e LEFT JOIN read_model.journal j ON j.event_id"
                  + " = e.event_identifier ORDER BY j.position, e.global_index")) {
        while (row.next()) {
          each.event(
              new StoredEvent(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8),
                  Instant.parse(row.getString(9))));
        }
      }
    }
  }

  private static void onAxonServer(Engine.AxonServer server, Each each)
      throws SQLException, IOException {
    try (AxonServerLog log = new AxonServerLog(server)) {
      long head = log.head();
      for (long at = -1; at < head; ) {
        List<StoredEvent> page = log.after(at, PAGE);
        for (StoredEvent event : page) {
          each.event(event);
          at = event.index();
        }
        if (page.isEmpty()) {
          LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
      }
    }
  }

  /** Goes through the journal beside its log: the two must be the same. */
  private final class Positions implements AutoCloseable {

    private final Statement statement;
    private final ResultSet rows;
    private final boolean placed;
    private boolean ended;
    private long count;

    /**
     * Before the first position.
     *
     * @param placed whether the journal must also know where in the log its events are
     */
    Positions(boolean placed) throws SQLException {
      this.placed = placed;
      statement = connection.createStatement();
      statement.setFetchSize(PAGE);
      rows =
          statement.executeQuery(
              "SELECT position, global_index, event_id, stream, version, type, revision, payload,"
                  + " metadata FROM read_model.journal ORDER BY position");
    }

    /** Whether the next position is there; it must then be that of this event. */
    boolean hasNext(StoredEvent event) throws SQLException {
      ended = ended || !rows.next();
      if (ended) {
        return false;
      }
      count++;
      StoredEvent copy =
          new StoredEvent(
              placed ? rows.getLong(2) : event.index(),
              rows.getString(3),
              rows.getString(4),
              rows.getLong(5),
              rows.getString(6),
              rows.getString(7),
              rows.getString(8),
              rows.getString(9),
              event.timeStamp());
      if (rows.getLong(1) != count || !copy.equals(event)) {
        throw differs("position " + count + ", event " + event.eventId());
      }
      return true;
    }

    /** There must be no further position. */
    void end() throws SQLException {
      if (!ended && rows.next()) {
        throw differs("position " + (count + 1));
      }
    }

    @Override
    public void close() throws SQLException {
      statement.close();
    }
  }

  private static StartRefused differs(String where) {
    return StartRefused.failed("Có khác biệt: " + where, "There is a difference: " + where);
  }

  private static StartRefused notEmpty() {
    return StartRefused.failed(
        "Chỉ nhập được vào một nhật ký còn trống.", "Only an empty log takes a file.");
  }

  private static boolean holds(Connection connection, String condition) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + condition)) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }
}
