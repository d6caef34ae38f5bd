package vn.giaouoc.query.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.query.QuerySettings;

/**
 * Copies the log into the journal, in passes. Each pass reads <em>one</em> snapshot of the log and
 * appends, in the order of {@code global_index}, what is not in the journal yet.
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
 *
 * <p>One writer is active, whoever holds the advisory lock; the others wait for it. That two of
 * them write at once after a lost connection can still not spoil anything: position and {@code
 * global_index} are unique.
 */
@Component
public class JournalWriter extends Follower {

  /** The advisory lock of the one that writes; who holds it has a query side at work. */
  public static final long LOCK = 0x6769616F756F63L;

  private static final String ANY_TRANSACTION = "'18446744073709551615'::xid8";

  /**
   * xmin and the rows come from one statement, and so from one snapshot. The look into the journal
   * is a scalar subquery because it then stays a look-up for each row, whatever the planner
   * believes about the number of rows.
   */
  private static final String PASS =
      """
      SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS settled, e.global_index, e.event_identifier,
             e.aggregate_identifier, e.sequence_number, e.payload_type, e.payload_revision, e.payload, e.meta_data,
             e.time_stamp
      FROM event_store.domain_event_entry e
      WHERE e.transaction_id >= ?::xid8 AND e.transaction_id < %s
        AND (SELECT j.position FROM read_model.journal j WHERE j.global_index = e.global_index) IS NULL
      ORDER BY e.global_index
      """;

  /**
   * Rows of a restored log carry transaction ids of another cluster. Their pass has no upper bound;
   * after it, a bound keeps those with ids that this cluster has yet to give out from being looked
   * at again and again.
   */
  private static final String USUAL_PASS =
      PASS.formatted("pg_snapshot_xmax(pg_current_snapshot())");

  /** Asked each time: a restored database may be put under a running program. */
  private static final String WATERMARK =
      """
      SELECT coalesce(w.settled::text, '0') AS settled, coalesce(w.system_identifier, 0) AS stored_identifier,
             c.system_identifier
      FROM pg_control_system() c LEFT JOIN read_model.journal_watermark w ON true
      """;

  private static final String PASS_AFTER_RESTORE = PASS.formatted(ANY_TRANSACTION);

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final int page;
  private volatile @Nullable Connection session;
  private volatile Runnable appended = () -> {};

  private record Watermark(String settled, long storedIdentifier, long systemIdentifier) {

    private Watermark at(String transaction) {
      return new Watermark(transaction, systemIdentifier, systemIdentifier);
    }
  }

  @Autowired
  JournalWriter(
      @Qualifier("queryDataSource") DataSource dataSource,
      @Qualifier("queryJdbcClient") JdbcClient jdbc,
      @Qualifier("queryTransactions") TransactionTemplate transactions,
      QuerySettings settings) {
    super("journal-writer", settings.journal().poll());
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.page = settings.journal().page();
  }

  /** Has something done, on the writer's thread, whenever the journal has grown. */
  public void onAppend(Runnable then) {
    appended = then;
  }

  /** Whether this node is the one that writes. */
  public boolean active() {
    return session != null;
  }

  @Override
  protected void follow() throws SQLException {
    if (session == null && !takeLock()) {
      return;
    }
    pass(session);
  }

  @Override
  protected void letGo() {
    Connection held = session;
    session = null;
    if (held == null) {
      return;
    }
    try (held;
        Statement statement = held.createStatement()) {
      if (!held.getAutoCommit()) {
        held.rollback();
        held.setAutoCommit(true);
      }
      statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
    } catch (SQLException e) {
      // the session is gone, and its lock with it
    }
  }

  private boolean takeLock() throws SQLException {
    Connection connection = dataSource.getConnection();
    try (Statement statement = connection.createStatement();
        ResultSet locked = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
      if (locked.next() && locked.getBoolean(1)) {
        session = connection;
        return true;
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    connection.close();
    return false;
  }

  private void pass(@Nullable Connection log) throws SQLException {
    if (log == null) {
      return;
    }
    Watermark stored = jdbc.sql(WATERMARK).query(Watermark.class).single();
    boolean sameCluster = stored.storedIdentifier() == stored.systemIdentifier();
    log.setAutoCommit(false);
    try (PreparedStatement statement =
        log.prepareStatement(sameCluster ? USUAL_PASS : PASS_AFTER_RESTORE)) {
      statement.setString(1, sameCluster ? stored.settled() : "0");
      statement.setFetchSize(page);
      try (ResultSet rows = statement.executeQuery()) {
        List<Row> appending = new ArrayList<>();
        while (rows.next()) {
          if (appending.size() == page) {
            append(appending, null);
            appending.clear();
          }
          appending.add(Row.of(rows));
        }
        // in the transaction of the last page: whoever sees the watermark sees what lies below it
        if (!appending.isEmpty()) {
          append(appending, stored.at(appending.getLast().settled()));
        }
      }
    }
    log.commit();
    log.setAutoCommit(true);
  }

  private void append(List<Row> rows, @Nullable Watermark watermark) {
    transactions.executeWithoutResult(
        status -> {
          Head head =
              jdbc.sql("SELECT position, recorded_at FROM journal ORDER BY position DESC LIMIT 1")
                  .query(Head.class)
                  .optional()
                  .orElse(new Head(0, Instant.EPOCH.atOffset(ZoneOffset.UTC)));
          int count = rows.size();
          Long[] positions = new Long[count];
          Long[] globalIndexes = new Long[count];
          Long[] versions = new Long[count];
          String[] recordedAt = new String[count];
          String[][] texts = new String[6][count];
          Instant last = head.recordedAt().toInstant();
          for (int i = 0; i < count; i++) {
            Row row = rows.get(i);
            last = row.timeStamp().isAfter(last) ? row.timeStamp() : last;
            positions[i] = head.position() + 1 + i;
            globalIndexes[i] = row.globalIndex();
            versions[i] = row.version();
            recordedAt[i] = last.toString();
            texts[0][i] = row.eventId();
            texts[1][i] = row.stream();
            texts[2][i] = row.type();
            texts[3][i] = row.revision();
            texts[4][i] = row.payload();
            texts[5][i] = row.metadata();
          }
          jdbc.sql(
                  """
                  INSERT INTO journal (position, global_index, version, recorded_at, event_id, stream, type, revision,
                                       payload, metadata)
                  SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[],
                                       ?::text[], ?::text[], ?::text[], ?::text[])
                  """)
              .params(positions, globalIndexes, versions, recordedAt)
              .params(texts[0], texts[1], texts[2], texts[3], texts[4], texts[5])
              .update();
          if (watermark != null) {
            jdbc.sql(
                    """
                    INSERT INTO journal_watermark (settled, system_identifier) VALUES (?::xid8, ?)
                    ON CONFLICT (one) DO UPDATE
                    SET settled = excluded.settled, system_identifier = excluded.system_identifier
                    """)
                .params(watermark.settled(), watermark.systemIdentifier())
                .update();
          }
        });
    appended.run();
  }

  private record Head(long position, OffsetDateTime recordedAt) {}

  private record Row(
      String settled,
      long globalIndex,
      String eventId,
      String stream,
      long version,
      String type,
      String revision,
      String payload,
      String metadata,
      Instant timeStamp) {

    private static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getString("settled"),
          row.getLong("global_index"),
          row.getString("event_identifier"),
          row.getString("aggregate_identifier"),
          row.getLong("sequence_number"),
          row.getString("payload_type"),
          row.getString("payload_revision"),
          row.getString("payload"),
          row.getString("meta_data"),
          // as finely as the journal can keep it, or the next comparison would not be with what is
          // stored
          Instant.parse(row.getString("time_stamp")).truncatedTo(ChronoUnit.MICROS));
    }
  }
}
