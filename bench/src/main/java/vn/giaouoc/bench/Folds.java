package vn.giaouoc.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.giaouoc.query.QuerySide;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.query.fold.Folder;
import vn.giaouoc.query.fold.Rebuilds;
import vn.giaouoc.query.journal.JournalWriter;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;

/**
 * The real query side on the same database: how fast it copies a log into an empty journal, folds
 * the journal into empty read models, and makes one fold anew; beside the same work by hand.
 */
final class Folds implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int PAGE = 2000;

  private final Target target;
  private final Report report;
  private final Machine machine;
  private final ConfigurableApplicationContext context;
  private final JournalWriter writer;
  private final Folder folder;
  private final Rebuilds rebuilds;
  private final Fold<?> units;
  private final long events;

  Folds(Target target, Report report, Machine machine) throws Exception {
    this.target = target;
    this.report = report;
    this.machine = machine;
    events = target.events();
    context =
        new SpringApplicationBuilder(QuerySide.class)
            .web(WebApplicationType.NONE)
            .properties("spring.config.name=query-side", "spring.main.banner-mode=off")
            .initializers(
                starting ->
                    starting
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(
                            new MapPropertySource(
                                "bench", target.settings("query", DatabaseSetup.QUERY_ROLE))))
            .registerShutdownHook(false)
            .run();
    writer = context.getBean(JournalWriter.class);
    folder = context.getBean(Folder.class);
    rebuilds = context.getBean(Rebuilds.class);
    units = context.getBean("unitFold", Fold.class);
    // the first time is the warm-up, and takes as long as it takes
    await("SELECT position FROM read_model.folded");
    writer.stop();
    folder.stop();
    target.execute(
        "DROP SCHEMA IF EXISTS bench CASCADE",
        "CREATE SCHEMA bench",
        "CREATE TABLE bench.journal (LIKE read_model.journal INCLUDING ALL)",
        "CREATE TABLE bench.document (key text PRIMARY KEY, position bigint, document text)");
  }

  /** Each of them, one after another. */
  void measure(int rounds) throws Exception {
    for (int round = 1; round <= rounds; round++) {
      target.execute("TRUNCATE bench.journal, bench.document", "CHECKPOINT");
      one("limit: journal in one statement", round, this::journalInOneStatement);
      target.execute(
          "TRUNCATE read_model.journal, read_model.journal_watermark, read_model.journal_pass, read_model.journal_key,"
              + " read_model.journal_stream, read_model.document, read_model.unreadable",
          "UPDATE read_model.folded SET position = 0",
          "CHECKPOINT");
      one(
          "log into the journal",
          round,
          () -> {
            writer.start();
            await("SELECT coalesce(max(position), 0) FROM read_model.journal");
            return null;
          });
      writer.stop();
      target.execute("VACUUM (ANALYZE) read_model.journal", "CHECKPOINT");
      one("limit: fold by hand", round, this::foldByHand);
      one(
          "journal into documents",
          round,
          () -> {
            folder.start();
            await("SELECT position FROM read_model.folded");
            return null;
          });
      folder.stop();
      target.execute(
          "VACUUM (ANALYZE) read_model.document",
          "VACUUM (ANALYZE) read_model.journal_key",
          "CHECKPOINT");
      one("one fold made anew", round, this::rebuild);
    }
  }

  private void one(String what, int round, Callable<?> measure) throws Exception {
    Machine.Moment before = machine.now();
    long start = System.nanoTime();
    measure.call();
    double seconds = (System.nanoTime() - start) / 1e9;
    Machine.Shares shares = machine.since(before);
    Map<String, Double> more = new LinkedHashMap<>();
    more.put("java µs", shares.java() * seconds / events * 1e6);
    more.put("postgres µs", shares.postgres() * seconds / events * 1e6);
    more.put("others", shares.others());
    report.add(new Report.Sample(what, 0, round, events / seconds, "events/s", more));
  }

  private Void journalInOneStatement() throws SQLException {
    target.execute(
        "INSERT INTO bench.journal (position, event_id, global_index, recorded_at, stream, version,"
            + " type, revision, payload, metadata) SELECT row_number() OVER (ORDER BY"
            + " global_index), event_identifier, global_index, time_stamp::timestamptz,"
            + " aggregate_identifier, sequence_number, payload_type, payload_revision, payload,"
            + " meta_data FROM event_store.domain_event_entry ORDER BY global_index");
    return null;
  }

  private record Names(String registered, Map<String, String> later) {}

  /**
   * Reads pages, decodes event and envelope, keeps the state in memory, writes the documents of
   * each page in one batch.
   */
  private Void foldByHand() throws SQLException {
    Map<String, Names> states = new HashMap<>();
    try (Connection connection = target.owner().getConnection();
        PreparedStatement read =
            connection.prepareStatement(
                "SELECT position, stream, type, revision, payload, metadata FROM read_model.journal"
                    + " WHERE position > ? ORDER BY position LIMIT "
                    + PAGE);
        PreparedStatement write =
            connection.prepareStatement(
                "INSERT INTO bench.document (key, position, document) VALUES (?, ?, ?)"
                    + " ON CONFLICT (key) DO UPDATE SET position = excluded.position,"
                    + " document = excluded.document")) {
      connection.setAutoCommit(false);
      long position = 0;
      while (position < events) {
        read.setLong(1, position);
        try (ResultSet rows = read.executeQuery()) {
          while (rows.next()) {
            position = rows.getLong("position");
            String key = rows.getString("stream");
            Event event =
                Envelopes.read(
                    rows.getString("type"), rows.getString("revision"), rows.getString("payload"));
            Envelope envelope = Envelopes.read(rows.getString("metadata"));
            Names names =
                switch (event) {
                  case UnitRegistered registered ->
                      new Names(registered.name(), new LinkedHashMap<>());
                  case UnitRenamed renamed -> {
                    Names present = states.get(key);
                    if (present == null) {
                      throw new IllegalStateException(key);
                    }
                    present.later.put(envelope.appliesFrom().text(), renamed.name());
                    yield present;
                  }
                  case null, default -> throw new IllegalStateException(String.valueOf(event));
                };
            states.put(key, names);
            write.setString(1, key);
            write.setLong(2, position);
            write.setString(3, Wire.mapper().writeValueAsString(names));
            write.addBatch();
          }
        }
        write.executeBatch();
        connection.commit();
      }
    }
    return null;
  }

  private Void rebuild() throws InterruptedException {
    rebuilds.begin(List.of(units), true);
    while (rebuilds.of(units.name()).orElseThrow().stage().running()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    if (rebuilds.of(units.name()).orElseThrow().stage() != Rebuilds.Stage.SWITCHED) {
      throw new IllegalStateException("The rebuild failed");
    }
    return null;
  }

  private void await(String position) throws SQLException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (Connection connection = target.owner().getConnection();
        PreparedStatement statement = connection.prepareStatement(position)) {
      while (System.nanoTime() < end) {
        try (ResultSet row = statement.executeQuery()) {
          if (row.next() && row.getLong(1) >= events) {
            return;
          }
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
    throw new IllegalStateException("The query side did not come to an end");
  }

  @Override
  public void close() {
    context.close();
  }
}
