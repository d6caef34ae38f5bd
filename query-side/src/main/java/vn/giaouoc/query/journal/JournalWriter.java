package vn.giaouoc.query.journal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.query.QuerySettings;
import vn.giaouoc.shared.eventstore.StoredEvent;

/**
 * Copies the log into the journal: every event once, under the next position. How the log is read
 * depends on its engine: {@link Following}.
 *
 * <p>One writer is active, whoever holds the advisory lock; the others wait for it. That two of
 * them write at once after a lost connection can still not spoil anything: position and {@code
 * global_index} are unique.
 */
@Component
public class JournalWriter extends Follower {

  /** The advisory lock of the one that writes; who holds it has a query side at work. */
  public static final long LOCK = 0x6769616F756F63L;

  private final SessionLock lock;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Following following;
  private volatile Runnable appended = () -> {};

  @Autowired
  JournalWriter(
      @Qualifier("queryDataSource") DataSource dataSource,
      @Qualifier("queryJdbcClient") JdbcClient jdbc,
      @Qualifier("queryTransactions") TransactionTemplate transactions,
      Following following,
      QuerySettings settings) {
    super("journal-writer", settings.journal().poll());
    lock = new SessionLock(dataSource, LOCK);
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.following = following;
    following.onNews(this::wake);
  }

  /** Has something done, on the writer's thread, whenever the journal has grown. */
  public void onAppend(Runnable then) {
    appended = then;
  }

  /** Whether this node is the one that writes. */
  public boolean active() {
    return lock.session() != null;
  }

  /**
   * Counts what is in the log and not in the journal, whoever writes it.
   *
   * @throws RuntimeException if the log does not answer
   */
  public Waiting waiting() {
    return following.waiting();
  }

  @Override
  protected void follow() throws SQLException {
    if (takeLock()) {
      following.pass(Objects.requireNonNull(lock.session()), this::append);
    }
  }

  @Override
  protected void letGo() {
    following.letGo();
    lock.release();
  }

  private boolean takeLock() throws SQLException {
    boolean held = lock.session() != null;
    if (!lock.take()) {
      return false;
    }
    if (!held) {
      following.sameLog(Objects.requireNonNull(lock.session()));
    }
    return true;
  }

  private void append(List<StoredEvent> events, Runnable alongside) {
    transactions.executeWithoutResult(
        status -> {
          Head head =
              jdbc.sql("SELECT position, recorded_at FROM journal ORDER BY position DESC LIMIT 1")
                  .query(Head.class)
                  .optional()
                  .orElse(new Head(0, Instant.EPOCH.atOffset(ZoneOffset.UTC)));
          int count = events.size();
          Long[] positions = new Long[count];
          Long[] globalIndexes = new Long[count];
          Long[] versions = new Long[count];
          String[] recordedAt = new String[count];
          String[][] texts = new String[7][count];
          Instant last = head.recordedAt().toInstant();
          for (int i = 0; i < count; i++) {
            StoredEvent event = events.get(i);
            // as finely as the journal can keep it, or the next comparison would not be with what
            // is stored
            Instant appended = event.timeStamp().truncatedTo(ChronoUnit.MICROS);
            last = appended.isAfter(last) ? appended : last;
            positions[i] = head.position() + 1 + i;
            globalIndexes[i] = event.index();
            versions[i] = event.version();
            recordedAt[i] = last.toString();
            texts[0][i] = event.eventId();
            texts[1][i] = event.stream();
            texts[2][i] = event.type();
            texts[3][i] = event.revision();
            texts[4][i] = event.payload();
            texts[5][i] = event.metadata();
            texts[6][i] = Reader.named(event.metadata());
          }
          jdbc.sql(
                  """
                  INSERT INTO journal (position, global_index, version, recorded_at, event_id, stream, type, revision,
                                       payload, metadata, audience)
                  SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[],
                                       ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                  """)
              .params(positions, globalIndexes, versions, recordedAt)
              .params(texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6])
              .update();
          events.forEach(this::place);
          alongside.run();
        });
    moved();
    appended.run();
  }

  /** What stands in the place of another event sorts where that does. */
  private void place(StoredEvent event) {
    Long corrected = Reader.corrected(event.metadata());
    if (corrected != null) {
      jdbc.sql(
              """
              UPDATE journal j SET place = coalesce(c.place, c.position) FROM journal c
              WHERE j.event_id = ? AND c.stream = j.stream AND c.version = ?
              """)
          .params(event.eventId(), corrected)
          .update();
    }
  }

  private record Head(long position, OffsetDateTime recordedAt) {}
}
