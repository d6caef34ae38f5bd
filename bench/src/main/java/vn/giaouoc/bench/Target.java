package vn.giaouoc.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.serialization.SerializedObject;
import org.postgresql.ds.PGSimpleDataSource;
import vn.giaouoc.Database;
import vn.giaouoc.EmbeddedDatabase;
import vn.giaouoc.ExternalDatabase;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.eventstore.EventSerializer;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** The database that everything is measured on, filled with lawful streams of ten events. */
final class Target implements AutoCloseable {

  /** Events in each stream before anything is measured. */
  static final int EVENTS = 10;

  /** The table of {@link Limit}: the columns and indexes of the log, the same rows. */
  static final String TWIN = "bench.twin";

  private static final String PASSWORD = "bench-on-loopback";
  private static final UnitId PLACEHOLDER = UnitId.of("bench.unit-placeholder");
  private static final LocalDate DAY = LocalDate.of(1901, 1, 1);

  private final Database database;
  private final int streams;

  private Target(Database database, int streams) {
    this.database = database;
    this.streams = streams;
    // an interrupted run leaves no server behind
    Runtime.getRuntime().addShutdownHook(new Thread(database::close, "close"));
  }

  /** The PostgreSQL that the program brings with it, durable as there, with more memory. */
  static Target embedded(Path directory, int streams) throws SQLException {
    try (Database first = EmbeddedDatabase.open(directory);
        Connection connection = first.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET shared_buffers = '1GB'");
      statement.execute("ALTER SYSTEM SET max_wal_size = '4GB'");
    }
    return new Target(EmbeddedDatabase.open(directory), streams).prepared();
  }

  /** A PostgreSQL that somebody else runs, as it is set there. */
  static Target external(String url, String user, String password, int streams)
      throws SQLException {
    return new Target(ExternalDatabase.open(url, user, password), streams).prepared();
  }

  private Target prepared() throws SQLException {
    try {
      DatabaseSetup.prepare(
          database.owner(),
          Map.of(DatabaseSetup.COMMAND_ROLE, PASSWORD, DatabaseSetup.QUERY_ROLE, PASSWORD));
      return this;
    } catch (SQLException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** How many streams there are. */
  int streams() {
    return streams;
  }

  /** The slug of a stream, counted from 1. */
  static String slug(int number) {
    return "bench.unit-" + number;
  }

  /** Its address for the driver. */
  String url() {
    return database.url();
  }

  /** Connections of its owner. */
  DataSource owner() {
    return database.owner();
  }

  /** Connections of one of the two roles. */
  PGSimpleDataSource as(String role) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url());
    dataSource.setUser(role);
    dataSource.setPassword(PASSWORD);
    return dataSource;
  }

  /** The password of both roles: the server listens on loopback and lives as long as the run. */
  String password() {
    return PASSWORD;
  }

  /** Settings for a side's Spring context. */
  Map<String, Object> settings(String side, String role) {
    Map<String, Object> settings = new HashMap<>();
    String prefix = "giaouoc." + side + ".database.";
    settings.put(prefix + "url", url());
    settings.put(prefix + "user", role);
    settings.put(prefix + "password", PASSWORD);
    settings.put("server.address", "127.0.0.1");
    settings.put("server.port", 0);
    return settings;
  }

  /**
   * Writes the streams: each registered once and renamed nine times, as the program itself would
   * write it.
   */
  void fill() throws SQLException {
    Row registered =
        new Row(
            new UnitRegistered(PLACEHOLDER, "Sở Y tế tỉnh Kiên Giang", UnitKind.DEPARTMENT, null));
    Row renamed =
        new Row(new UnitRenamed(PLACEHOLDER, "Sở Y tế tỉnh Kiên Giang, lần đổi tên thứ #"));
    List<String> log = new ArrayList<>();
    log.add(
        "INSERT INTO event_store.domain_event_entry (event_identifier, aggregate_identifier,"
            + " sequence_number, type, payload_type, payload_revision, payload, meta_data,"
            + " time_stamp) SELECT gen_random_uuid(), 'unit:bench.unit-' || s, n, 'unit', CASE n"
            + " WHEN 0 THEN "
            + quoted(registered.type)
            + " ELSE "
            + quoted(renamed.type)
            + " END, '1', replace(replace(CASE n WHEN 0 THEN "
            + quoted(registered.payload)
            + " ELSE "
            + quoted(renamed.payload)
            + " END, 'unit-placeholder', 'unit-' || s), '#', n::text),"
            + " replace("
            + quoted(registered.metaData)
            + ", '"
            + DAY
            + "', (2000 + n) || '-01-01'), to_char(now() AT TIME ZONE 'UTC' + n * interval '1 ms',"
            + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
            // in the order of time, as streams grow side by side
            + " FROM generate_series(0, "
            + (EVENTS - 1)
            + ") n, generate_series(1, "
            + streams
            + ") s ORDER BY n, s");
    log.add("DROP SCHEMA IF EXISTS bench CASCADE");
    log.add("CREATE SCHEMA bench");
    log.add("CREATE TABLE " + TWIN + " (LIKE event_store.domain_event_entry INCLUDING ALL)");
    log.add(
        "INSERT INTO "
            + TWIN
            + " OVERRIDING SYSTEM VALUE SELECT * FROM event_store.domain_event_entry ORDER BY"
            + " global_index");
    log.add(
        "SELECT setval(pg_get_serial_sequence('"
            + TWIN
            + "', 'global_index'), (SELECT max(global_index) FROM "
            + TWIN
            + "))");
    log.add("GRANT USAGE ON SCHEMA bench TO " + DatabaseSetup.COMMAND_ROLE);
    log.add("GRANT SELECT, INSERT ON " + TWIN + " TO " + DatabaseSetup.COMMAND_ROLE);
    log.add("VACUUM (ANALYZE) event_store.domain_event_entry");
    log.add("VACUUM (ANALYZE) " + TWIN);
    log.add("CHECKPOINT");
    try (Connection connection = owner().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet count =
          statement.executeQuery("SELECT count(*) FROM event_store.domain_event_entry")) {
        if (count.next() && count.getLong(1) > 0) {
          throw new IllegalStateException(
              "The log is not empty: the benchmark writes into it and wants a database of its own");
        }
      }
      for (String sql : log) {
        statement.execute(sql);
      }
    }
  }

  /** The process that all its server processes belong to; 0 if it is not on this machine. */
  long postmaster() throws SQLException {
    try (Connection connection = owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet backend = statement.executeQuery("SELECT pg_backend_pid()")) {
      return backend.next() ? Processes.parent(backend.getLong(1)) : 0;
    }
  }

  /** What the server is and how it is set. */
  Map<String, String> description() throws SQLException {
    Map<String, String> description = new LinkedHashMap<>();
    try (Connection connection = owner().getConnection();
        Statement statement = connection.createStatement()) {
      for (String name :
          List.of(
              "server_version",
              "fsync",
              "synchronous_commit",
              "full_page_writes",
              "data_checksums",
              "wal_sync_method",
              "shared_buffers",
              "max_wal_size",
              "max_connections")) {
        try (ResultSet value = statement.executeQuery("SHOW " + name)) {
          description.put(name, value.next() ? value.getString(1) : "?");
        }
      }
    }
    return description;
  }

  /** How many events the log holds. */
  long events() throws SQLException {
    try (Connection connection = owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery("SELECT count(*) FROM event_store.domain_event_entry")) {
      return count.next() ? count.getLong(1) : 0;
    }
  }

  /** Has the owner of the database do these, one after another. */
  void execute(String... statements) throws SQLException {
    try (Connection connection = owner().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() {
    database.close();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** An event as the serializer of the log writes it. */
  private static final class Row {

    private final String type;
    private final String payload;
    private final String metaData;

    private Row(Event event) {
      EventSerializer serializer = EventSerializer.create();
      SerializedObject<String> written = serializer.serialize(event, String.class);
      type = written.getType().getName();
      payload = written.getData();
      Envelope envelope =
          Envelope.firstHand(When.on(DAY), new Actor("administrator", null, "administrator"));
      String origin = "00000000-0000-0000-0000-000000000000";
      metaData =
          serializer
              .serialize(
                  // as the bus does: every event names the message that it comes from
                  Envelopes.metaData(envelope).and("traceId", origin).and("correlationId", origin),
                  String.class)
              .getData();
    }
  }

  /** Deletes a directory that the benchmark made. */
  static void delete(Path directory) {
    try (var files = java.nio.file.Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        java.nio.file.Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
