package vn.giaouoc.query.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.shared.eventstore.StoredEvent;

/**
 * Reads the log in PostgreSQL, in passes. Each pass reads <em>one</em> snapshot of the log and
 * hands over, in the order of {@code global_index}, what is not in the journal yet.
 *
 * <p>Nothing is lost: a pass starts at a watermark, the oldest transaction that was still under way
 * in the snapshot of the pass before. Every older transaction was over in that snapshot, so that
 * pass saw all that it wrote. Whatever becomes visible later was written by this transaction or a
 * younger one, and a later pass sees it. So a hole in the log need not be watched, and no
 * transaction, however long it stays open, holds back the events of others.
 *
 * <p>Why one snapshot, and not one per page: the version n+1 of a stream is only written by who saw
 * n, so a snapshot that has n+1 has n as well, and n has the smaller {@code global_index}; the
 * journal keeps the order of every stream. Pages with snapshots of their own, or the order of
 * transaction ids, would not: a transaction may get its id, and wait, before the one that it
 * appends after gets its own.
 */
final class FollowingPostgres implements Following {

  private static final String ANY_TRANSACTION = "'18446744073709551615'::xid8";

  /**
   * Whether an event is not in the journal. A scalar subquery, because it then stays a look-up for
   * each row, whatever the planner believes about the number of rows.
   */
  private static final String NOT_TAKEN =
      "(SELECT j.position FROM read_model.journal j WHERE j.global_index = e.global_index) IS"
          + " NULL";

  /** xmin and the rows come from one statement, and so from one snapshot. */
  private static final String PASS =
      """
      SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS settled, e.global_index, e.event_identifier,
             e.aggregate_identifier, e.sequence_number, e.payload_type, e.payload_revision, e.payload, e.meta_data,
             e.time_stamp
      FROM event_store.domain_event_entry e
      WHERE e.transaction_id >= ?::xid8 AND e.transaction_id < %s
        AND %s
      ORDER BY e.global_index
      """;

  /**
   * Rows of a restored log carry transaction ids of another cluster. Their pass has no upper bound;
   * after it, a bound keeps those with ids that this cluster has yet to give out from being looked
   * at again and again.
   */
  private static final String USUAL_PASS =
      PASS.formatted("pg_snapshot_xmax(pg_current_snapshot())", NOT_TAKEN);

  /** Asked each time: a restored database may be put under a running program. */
  private static final String WATERMARK =
      """
      SELECT coalesce(w.settled::text, '0') AS settled, coalesce(w.system_identifier, 0) AS stored_identifier,
             c.system_identifier, p.settles::text AS settles, p.reached
      FROM pg_control_system() c LEFT JOIN read_model.journal_watermark w ON true
      LEFT JOIN read_model.journal_pass p ON true
      """;

  private static final String SAME_LOG =
      """
      SELECT NOT EXISTS (
        SELECT 1 FROM (SELECT event_id FROM read_model.journal ORDER BY position DESC LIMIT 1) last
        WHERE NOT EXISTS (SELECT 1 FROM event_store.domain_event_entry e WHERE e.event_identifier = last.event_id))
      """;

  private static final int COUNTED = 100_000;

  /** What a pass would take; not more than {@link #COUNTED}, which is enough to know. */
  private static final String WAITING =
      """
      SELECT count(*) AS events, min(waiting.time_stamp)::timestamptz AS since FROM (
        SELECT e.time_stamp FROM event_store.domain_event_entry e
        WHERE e.transaction_id >= :settled::xid8
          AND %s
        LIMIT :most) waiting
      """
          .formatted(NOT_TAKEN);

  /** The same in the middle of a pass: what it has yet to reach, and what came late meanwhile. */
  private static final String WAITING_IN_PASS =
      """
      SELECT count(*) AS events, min(waiting.time_stamp)::timestamptz AS since FROM (
        (SELECT e.time_stamp FROM event_store.domain_event_entry e
         WHERE e.global_index > :reached AND e.transaction_id >= :settled::xid8
           AND %s
         ORDER BY e.global_index LIMIT :most)
        UNION ALL
        SELECT e.time_stamp FROM event_store.domain_event_entry e
        WHERE e.global_index <= :reached AND e.transaction_id >= :settles::xid8
          AND %s
        LIMIT :most) waiting
      """
          .formatted(NOT_TAKEN, NOT_TAKEN);

  private static final String PASS_AFTER_RESTORE = PASS.formatted(ANY_TRANSACTION, NOT_TAKEN);

  private final JdbcClient jdbc;
  private final int page;

  FollowingPostgres(JdbcClient jdbc, int page) {
    this.jdbc = jdbc;
    this.page = page;
  }

  /**
   * How far the log is read.
   *
   * @param settles what will be settled by a pass that is under way, or was cut short
   * @param reached how far that pass is
   */
  private record Watermark(
      String settled,
      long storedIdentifier,
      long systemIdentifier,
      @Nullable String settles,
      @Nullable Long reached) {

    private boolean isOfThisCluster() {
      return storedIdentifier == systemIdentifier;
    }

    /** The first transaction that may have written what is not in the journal. */
    private String from() {
      return isOfThisCluster() ? settled : "0";
    }
  }

  @Override
  public void sameLog(Connection session) {
    boolean known = jdbc.sql(SAME_LOG).query(Boolean.class).single();
    if (!known) {
      throw new IllegalStateException(ANOTHER_LOG);
    }
  }

  @Override
  public void pass(Connection session, Journaling journal) throws SQLException {
    Watermark stored = watermark();
    session.setAutoCommit(false);
    try (PreparedStatement statement =
        session.prepareStatement(stored.isOfThisCluster() ? USUAL_PASS : PASS_AFTER_RESTORE)) {
      statement.setString(1, stored.from());
      statement.setFetchSize(page);
      try (ResultSet rows = statement.executeQuery()) {
        List<StoredEvent> appending = new ArrayList<>();
        String settled = "";
        while (rows.next()) {
          if (appending.size() == page) {
            String settles = settled;
            long reached = appending.getLast().index();
            journal.append(List.copyOf(appending), () -> reach(settles, reached));
            appending.clear();
          }
          appending.add(event(rows));
          settled = rows.getString("settled");
        }
        // in the transaction of the last page: whoever sees the watermark sees what lies below it
        if (!appending.isEmpty()) {
          String all = settled;
          journal.append(appending, () -> settle(all, stored.systemIdentifier()));
        }
      }
    }
    session.commit();
    session.setAutoCommit(true);
  }

  @Override
  public Waiting waiting() {
    Watermark stored = watermark();
    return jdbc.sql(stored.reached() == null ? WAITING : WAITING_IN_PASS)
        .param("settled", stored.from())
        .param("settles", stored.settles())
        .param("reached", stored.reached())
        .param("most", COUNTED)
        .query(
            (row, number) -> {
              OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
              return new Waiting(row.getLong("events"), since == null ? null : since.toInstant());
            })
        .single();
  }

  private Watermark watermark() {
    return jdbc.sql(WATERMARK).query(Watermark.class).single();
  }

  private void reach(String settles, long reached) {
    jdbc.sql(
            """
            INSERT INTO journal_pass (settles, reached) VALUES (?::xid8, ?)
            ON CONFLICT (one) DO UPDATE SET settles = excluded.settles, reached = excluded.reached
            """)
        .params(settles, reached)
        .update();
  }

  private void settle(String settled, long systemIdentifier) {
    jdbc.sql(
            """
            WITH over AS (DELETE FROM journal_pass)
            INSERT INTO journal_watermark (settled, system_identifier) VALUES (?::xid8, ?)
            ON CONFLICT (one) DO UPDATE
            SET settled = excluded.settled, system_identifier = excluded.system_identifier
            """)
        .params(settled, systemIdentifier)
        .update();
  }

  private static StoredEvent event(ResultSet row) throws SQLException {
    return new StoredEvent(
        row.getLong("global_index"),
        row.getString("event_identifier"),
        row.getString("aggregate_identifier"),
        row.getLong("sequence_number"),
        row.getString("payload_type"),
        row.getString("payload_revision"),
        row.getString("payload"),
        row.getString("meta_data"),
        Instant.parse(row.getString("time_stamp")));
  }
}
