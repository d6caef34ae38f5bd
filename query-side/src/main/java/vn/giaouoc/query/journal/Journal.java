package vn.giaouoc.query.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the journal, within whatever transaction the caller has. */
@Component
public class Journal {

  private static final String SELECT = "SELECT " + Entry.COLUMNS + " FROM journal j ";

  private final JdbcClient jdbc;

  Journal(@Qualifier("queryJdbcClient") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last position; 0 while there is none. */
  public long head() {
    return jdbc.sql("SELECT coalesce(max(position), 0) FROM journal").query(Long.class).single();
  }

  /** The entries after a position, in order, up to a position inclusive and at most so many. */
  public List<Entry> between(long after, long upTo, int limit) {
    return jdbc.sql(SELECT + "WHERE position > ? AND position <= ? ORDER BY position LIMIT ?")
        .params(after, upTo, limit)
        .query(Entry::of)
        .list();
  }

  /** The same, without those that the reader may not see. */
  public List<Entry> between(long after, long upTo, int limit, Reader reader) {
    List<Object> parameters = new ArrayList<>(List.of(after, upTo));
    parameters.addAll(reader.parameters());
    parameters.add(limit);
    return jdbc.sql(
            SELECT
                + "WHERE position > ? AND position <= ? AND "
                + Reader.MAY_SEE
                + " ORDER BY position LIMIT ?")
        .params(parameters)
        .query(Entry::of)
        .list();
  }

  /** The entries of a key after a position, of those that the reader may see. */
  public List<Entry> ofKey(String key, long after, long upTo, int limit, Reader reader) {
    List<Object> parameters = new ArrayList<>(List.of(key, after, upTo));
    parameters.addAll(reader.parameters());
    parameters.add(limit);
    return jdbc.sql(
            "SELECT "
                + Entry.COLUMNS
                + " FROM journal_key k JOIN journal j ON j.position = k.position WHERE k.key = ?"
                + " AND k.position > ? AND k.position <= ? AND "
                + Reader.MAY_SEE
                + " ORDER BY k.position LIMIT ?")
        .params(parameters)
        .query(Entry::of)
        .list();
  }

  /**
   * The last version of each stream that has events of this key which the reader may see. Who signs
   * in gets it as {@code If-Match} takes it; for everybody else it is the last that they may see,
   * lest they learn that something was added.
   */
  public Map<String, Long> versions(String key, long upTo, Reader reader) {
    Map<String, Long> versions = new HashMap<>();
    List<Object> parameters = new ArrayList<>(List.of(upTo));
    parameters.addAll((reader.equals(Reader.PUBLIC) ? reader : Reader.EVERYTHING).parameters());
    parameters.addAll(List.of(key, upTo));
    parameters.addAll(reader.parameters());
    jdbc.sql(
            """
            SELECT s.stream,
                   (SELECT max(j.version) FROM journal j
                    WHERE j.stream = s.stream AND j.position <= ? AND %1$s) AS version
            FROM (SELECT DISTINCT j.stream FROM journal_stream j WHERE j.key = ? AND j.position <= ? AND %1$s) s
            """
                .formatted(Reader.MAY_SEE))
        .params(parameters)
        .query((row, number) -> versions.put(row.getString("stream"), row.getLong("version")))
        .list();
    return versions;
  }

  /** Whether a key has an event by a position that the reader may see. */
  public boolean has(String key, long upTo, Reader reader) {
    List<Object> parameters = new ArrayList<>(List.of(key, upTo));
    parameters.addAll(reader.parameters());
    return jdbc.sql(
            "SELECT EXISTS (SELECT 1 FROM journal_stream j WHERE j.key = ? AND j.position <= ? AND "
                + Reader.MAY_SEE
                + ")")
        .params(parameters)
        .query(Boolean.class)
        .single();
  }

  /** The keys of documents to which the events after a position belong, up to one inclusive. */
  public Map<Long, Set<String>> keys(long after, long upTo) {
    Map<Long, Set<String>> keys = new HashMap<>();
    jdbc.sql("SELECT position, key FROM journal_key WHERE position > ? AND position <= ?")
        .params(after, upTo)
        .query(
            (row, number) ->
                keys.computeIfAbsent(row.getLong("position"), any -> new HashSet<>())
                    .add(row.getString("key")))
        .list();
    return keys;
  }

  /** The keys to which the first event of a stream belongs; none if it has not come yet. */
  public Set<String> keysOfFirst(String stream) {
    return jdbc.sql(
            "SELECT k.key FROM journal j JOIN journal_key k ON k.position = j.position"
                + " WHERE j.stream = ? AND j.version = 0")
        .param(stream)
        .query(String.class)
        .set();
  }

  /** The entries at these positions, in order. */
  public List<Entry> at(Collection<Long> positions) {
    return jdbc.sql(SELECT + "WHERE position = ANY(?) ORDER BY position")
        .param(positions.toArray(Long[]::new))
        .query(Entry::of)
        .list();
  }

  /** All entries of these streams up to a position, in order. */
  public List<Entry> ofStreams(Collection<String> streams, long upTo) {
    return jdbc.sql(SELECT + "WHERE stream = ANY(?) AND position <= ? ORDER BY position")
        .params(streams.toArray(String[]::new), upTo)
        .query(Entry::of)
        .list();
  }

  /** Those of them that are of these types, or say something later about another event. */
  public List<Entry> ofStreams(Collection<String> streams, Collection<String> types, long upTo) {
    return jdbc.sql(
            SELECT
                + "WHERE stream = ANY(?) AND position <= ? AND (type = ANY(?) OR type LIKE"
                + " 'history.%') ORDER BY position")
        .params(streams.toArray(String[]::new), upTo, types.toArray(String[]::new))
        .query(Entry::of)
        .list();
  }

  /** The entries of these streams after a position, in order, at most so many. */
  public List<Entry> ofStreams(Collection<String> streams, long after, long upTo, int limit) {
    return jdbc.sql(
            SELECT
                + "WHERE stream = ANY(?) AND position > ? AND position <= ? ORDER BY position LIMIT"
                + " ?")
        .params(streams.toArray(String[]::new), after, upTo, limit)
        .query(Entry::of)
        .list();
  }

  /** How many events of these streams there are. */
  public long count(Collection<String> streams, long upTo) {
    return jdbc.sql("SELECT count(*) FROM journal WHERE stream = ANY(?) AND position <= ?")
        .params(streams.toArray(String[]::new), upTo)
        .query(Long.class)
        .single();
  }

  /** Whether the log is in the same database, where this side may read it. */
  public boolean readsTheLog() {
    return jdbc.sql(
            "SELECT to_regclass('event_store.domain_event_entry') IS NOT NULL AND EXISTS (SELECT 1"
                + " FROM event_store.domain_event_entry)")
        .query(Boolean.class)
        .single();
  }

  /** The streams that have events of these keys, in order. */
  public List<String> streamsOf(Collection<String> keys, long upTo) {
    return jdbc.sql(
            """
            SELECT DISTINCT j.stream FROM journal_key k JOIN journal j USING (position)
            WHERE k.key = ANY(?) AND k.position <= ? ORDER BY j.stream
            """)
        .params(keys.toArray(String[]::new), upTo)
        .query(String.class)
        .list();
  }

  /**
   * An event that is not the same in the journal as in the log.
   *
   * @param position its place in the journal; absent where it is in the log alone
   * @param what what differs: {@code journal} or {@code log} where it is only in the one, else the
   *     part of it
   */
  public record Unlike(String stream, long version, @Nullable Long position, String what) {}

  /**
   * Where the events of these streams are not byte for byte those of the log. Only where the log is
   * on PostgreSQL, which this side may read.
   */
  public List<Unlike> unlikeTheLog(Collection<String> streams, long upTo) {
    Object[] asked = streams.toArray(String[]::new);
    return jdbc.sql(
            """
            SELECT coalesce(j.stream, e.aggregate_identifier) AS stream,
                   coalesce(j.version, e.sequence_number) AS version, j.position,
                   CASE WHEN e.event_identifier IS NULL THEN 'journal' WHEN j.event_id IS NULL THEN 'log'
                        WHEN e.payload <> j.payload THEN 'payload' WHEN e.meta_data <> j.metadata THEN 'metadata'
                        WHEN e.payload_type <> j.type OR e.payload_revision <> j.revision THEN 'type'
                        ELSE 'stream' END AS what
            FROM (SELECT * FROM journal WHERE stream = ANY(?) AND position <= ?) j
            FULL JOIN (SELECT * FROM event_store.domain_event_entry
                       WHERE aggregate_identifier = ANY(?)
                         AND global_index <= (SELECT max(global_index) FROM journal WHERE position <= ?)) e
              ON e.event_identifier = j.event_id
            WHERE e.event_identifier IS NULL OR j.event_id IS NULL OR e.payload <> j.payload
               OR e.meta_data <> j.metadata OR e.payload_type <> j.type OR e.payload_revision <> j.revision
               OR e.aggregate_identifier <> j.stream OR e.sequence_number <> j.version
            ORDER BY 1, 2
            """)
        .params(asked, upTo, asked, upTo)
        .query(Unlike.class)
        .list();
  }

  /** The withdrawals in a stream of proceedings up to a position, in order. */
  public List<Entry> withdrawals(String stream, long upTo) {
    return jdbc.sql(
            SELECT
                + "WHERE stream = ? AND type = 'proceedings.ProceedingsWithdrawn' AND position <= ?"
                + " ORDER BY position")
        .params(stream, upTo)
        .query(Entry::of)
        .list();
  }

  /** The last position that was recorded at this instant or before; 0 if there was none. */
  public long positionAt(Instant instant) {
    return jdbc.sql(
            "SELECT position FROM journal WHERE recorded_at <= ? ORDER BY recorded_at DESC,"
                + " position DESC LIMIT 1")
        .param(within(instant))
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** When a position was recorded. */
  public Optional<Instant> recordedAt(long position) {
    return jdbc.sql("SELECT recorded_at FROM journal WHERE position = ?")
        .param(position)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Where an event of a stream stands, once it is in the journal and if the reader may see it. */
  public Optional<Long> positionOf(String stream, long version, Reader reader) {
    List<Object> parameters = new ArrayList<>(List.of(stream, version));
    parameters.addAll(reader.parameters());
    return jdbc.sql(
            "SELECT position FROM journal j WHERE stream = ? AND version = ? AND " + Reader.MAY_SEE)
        .params(parameters)
        .query(Long.class)
        .optional();
  }

  private static OffsetDateTime within(Instant instant) {
    // PostgreSQL's timestamps end before Java's
    Instant latest = Instant.parse("9999-12-31T23:59:59Z");
    Instant earliest = Instant.parse("0001-01-01T00:00:00Z");
    Instant bounded =
        instant.isAfter(latest) ? latest : instant.isBefore(earliest) ? earliest : instant;
    // no finer than a position's own time is kept, or PostgreSQL rounds it up to what came later
    return bounded.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
