package vn.giaouoc.query.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

  /** The withdrawals of whole proceedings up to a position, in order. */
  public List<Entry> withdrawals(long upTo) {
    return jdbc.sql(
            SELECT
                + "WHERE type = 'proceedings.ProceedingsWithdrawn' AND position <= ? ORDER BY"
                + " position")
        .param(upTo)
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

  /** Where an event of a stream stands, once it is in the journal. */
  public Optional<Long> positionOf(String stream, long version) {
    return jdbc.sql("SELECT position FROM journal WHERE stream = ? AND version = ?")
        .params(stream, version)
        .query(Long.class)
        .optional();
  }

  private static OffsetDateTime within(Instant instant) {
    // PostgreSQL's timestamps end before Java's
    Instant latest = Instant.parse("9999-12-31T23:59:59Z");
    Instant earliest = Instant.parse("0001-01-01T00:00:00Z");
    Instant bounded =
        instant.isAfter(latest) ? latest : instant.isBefore(earliest) ? earliest : instant;
    return bounded.atOffset(ZoneOffset.UTC);
  }
}
