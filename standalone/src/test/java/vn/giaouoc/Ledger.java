package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.Desk.Answered;
import vn.giaouoc.shared.eventstore.AxonServerLog;
import vn.giaouoc.shared.eventstore.StoredEvent;

/** What is really in the log and in the journal, read past the API, to hold it against. */
final class Ledger {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);

  private static final String LOG =
      "SELECT event_identifier, aggregate_identifier, sequence_number, payload_type, payload,"
          + " meta_data FROM event_store.domain_event_entry ORDER BY global_index";
  private static final String VERSION_IN_LOG =
      "SELECT coalesce(max(sequence_number), -1) FROM event_store.domain_event_entry WHERE"
          + " aggregate_identifier = ?";
  private static final String VERSION_IN_JOURNAL =
      "SELECT coalesce(max(version), -1) FROM read_model.journal WHERE stream = ?";
  private static final String JOURNAL =
      "SELECT event_id, stream, version, type, payload, metadata FROM read_model.journal ORDER BY"
          + " position";

  private final DataSource owner;
  private final @Nullable AxonServerLog server;

  /**
   * An event as it is stored.
   *
   * @param request the key under which it was asked for, and the digest of what was asked
   */
  record Entry(
      String id, String stream, long version, String type, String payload, String metadata) {

    String tag() {
      return stream + "@" + version;
    }

    String key() {
      return JSON.readTree(metadata).path("request").asString("").split(" ", 2)[0];
    }
  }

  /**
   * The ledger of an installation.
   *
   * @param server where the log is, if it is not in the database
   */
  Ledger(DataSource owner, @Nullable AxonServerLog server) {
    this.owner = owner;
    this.server = server;
  }

  /** How many events the log has. */
  long size() {
    return server == null
        ? number("SELECT count(*) FROM event_store.domain_event_entry")
        : server.head() + 1;
  }

  /** The version of a stream; -1 where nothing stands in it. */
  long version(String stream) {
    String sql = VERSION_IN_LOG;
    if (server != null) {
      await();
      sql = VERSION_IN_JOURNAL;
    }
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, stream);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many texts are kept beside the log. */
  long texts() {
    return number("SELECT count(*) FROM command_side.words");
  }

  /** Waits until all of the log is in the journal and folded. */
  void await() {
    long end = System.nanoTime() + PATIENCE;
    while (number("SELECT position FROM read_model.folded") < size()) {
      assertThat(System.nanoTime()).as("waiting for the journal").isLessThan(end);
      pause();
    }
  }

  /** The journal, by position from 1. */
  List<Entry> journal() {
    return entries(JOURNAL);
  }

  private List<Entry> log() {
    if (server == null) {
      return entries(LOG);
    }
    List<Entry> log = new ArrayList<>();
    long end = System.nanoTime() + PATIENCE;
    for (long after = -1; after < server.head(); ) {
      for (StoredEvent event : server.after(after, 500)) {
        after = event.index();
        log.add(
            new Entry(
                event.eventId(),
                event.stream(),
                event.version(),
                event.type(),
                event.payload(),
                event.metadata()));
      }
      assertThat(System.nanoTime()).as("reading the log").isLessThan(end);
      pause();
    }
    server.release();
    return log;
  }

  /**
   * Every event of the log is in the journal once, as it is in the log, and each stream is whole.
   * Returns the journal.
   */
  List<Entry> whole() {
    await();
    List<Entry> journal = journal();
    assertThat(numbers("SELECT position FROM read_model.journal ORDER BY position"))
        .as("positions without gaps")
        .isEqualTo(LongStream.rangeClosed(1, journal.size()).boxed().toList());
    assertThat(new HashSet<>(journal))
        .as("the journal is the log")
        .hasSameSizeAs(journal)
        .isEqualTo(new HashSet<>(log()));
    Map<String, Long> next = new HashMap<>();
    for (Entry entry : journal) {
      assertThat(entry.version())
          .as(entry.stream() + " without gaps, in order")
          .isEqualTo(next.getOrDefault(entry.stream(), 0L));
      next.put(entry.stream(), entry.version() + 1);
    }
    return journal;
  }

  /**
   * What was accepted stands there once, under its key; nothing that was refused does, and nothing
   * that nobody sent.
   */
  void holds(List<Entry> journal, Collection<Desk> desks) {
    Map<String, List<Entry>> byKey = new HashMap<>();
    for (Entry entry : journal) {
      byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry);
    }
    Set<String> tags = new HashSet<>(journal.stream().map(Entry::tag).toList());
    for (Desk desk : desks) {
      for (Answered answered : desk.answered()) {
        List<Entry> came = byKey.remove(answered.key());
        if (answered.tag() == null) {
          assertThat(came).as("nothing came of what was refused: " + answered).isNull();
        } else {
          assertThat(tags).as("accepted: " + answered).contains(answered.tag());
        }
        if (came != null) {
          String stream = answered.tag().substring(0, answered.tag().indexOf('@'));
          List<Entry> there = came.stream().filter(entry -> entry.stream().equals(stream)).toList();
          assertThat(there.getLast().tag())
              .as("answered with what came of it: " + answered)
              .isEqualTo(answered.tag());
          assertThat(there.getLast().version() - there.getFirst().version())
              .as("came at once: " + answered)
              .isEqualTo(there.size() - 1L);
        }
      }
    }
    assertThat(byKey).as("what nobody was told of").isEmpty();
  }

  /** The texts for which digests stand in the journal are kept. */
  void textsAreKept(List<Entry> journal) {
    Set<String> kept = new HashSet<>();
    strings("SELECT digest FROM command_side.words").forEach(kept::add);
    for (Entry entry : journal) {
      for (JsonNode words : JSON.readTree(entry.payload()).findValues("words")) {
        assertThat(kept).as("the text of " + entry).contains(words.asString());
      }
    }
  }

  /**
   * What came of each thing that was sent, stream by stream: types and contents, but for what is
   * drawn by lot.
   *
   * @param naming takes the names of a province out of it
   */
  static Map<String, List<String>> told(
      List<Entry> journal, Desk desk, Function<String, String> naming) {
    Map<String, Integer> order = new HashMap<>();
    desk.answered().forEach(answered -> order.put(answered.key(), order.size()));
    Map<String, List<String>> told = new LinkedHashMap<>();
    for (Entry entry : journal) {
      Integer which = order.get(entry.key());
      if (which != null) {
        told.computeIfAbsent(naming.apply(entry.stream()), stream -> new ArrayList<>())
            .add(
                which
                    + " "
                    + entry.version()
                    + " "
                    + entry.type()
                    + " "
                    + withoutLots(naming.apply(entry.payload())));
      }
    }
    return told;
  }

  /** A text without the digests in it: their salt is drawn by lot. */
  static String withoutLots(String text) {
    return DIGEST.matcher(text).replaceAll("*");
  }

  private List<Entry> entries(String sql) {
    return rows(
        sql,
        row ->
            new Entry(
                text(row, 1),
                text(row, 2),
                Long.parseLong(text(row, 3)),
                text(row, 4),
                text(row, 5),
                text(row, 6)));
  }

  private long number(String sql) {
    return numbers(sql).getFirst();
  }

  private List<Long> numbers(String sql) {
    return rows(sql, row -> Long.valueOf(text(row, 1)));
  }

  private List<String> strings(String sql) {
    return rows(sql, row -> text(row, 1));
  }

  private <T> List<T> rows(String sql, Function<ResultSet, T> one) {
    List<T> all = new ArrayList<>();
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(one.apply(rows));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  private static String text(ResultSet row, int column) {
    try {
      return Objects.requireNonNull(row.getString(column));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
