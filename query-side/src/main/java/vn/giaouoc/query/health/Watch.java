package vn.giaouoc.query.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.QuerySettings;
import vn.giaouoc.query.fold.Head;
import vn.giaouoc.query.fold.Projections;
import vn.giaouoc.query.fold.Rebuilds;
import vn.giaouoc.query.journal.Follower;
import vn.giaouoc.query.journal.JournalWriter;
import vn.giaouoc.query.journal.Waiting;

/**
 * Looks again and again how log, journal and documents are doing, on a thread of its own: so who
 * asks is answered at once, also while the database hangs, and with nothing that is older than it
 * may be.
 */
@Component
class Watch extends Follower {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private static final String LOOK =
      """
      SELECT f.position AS folded, (SELECT count(*) FROM unreadable) AS unreadable,
              (SELECT coalesce(max(position), 0) FROM journal) AS position,
             (SELECT recorded_at FROM journal WHERE position > f.position ORDER BY position LIMIT 1) AS since,
             EXISTS (SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                     WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.granted
                       AND l.classid = (%1$d >> 32)::oid AND l.objid = (%1$d & 4294967295)::oid) AS writer
      FROM folded f
      """
          .formatted(JournalWriter.LOCK);

  private final JdbcClient jdbc;
  private final JournalWriter writer;
  private final Head head;
  private final Projections projections;
  private final Rebuilds rebuilds;
  private final Duration patience;
  private final Movement reading = new Movement();
  private final Movement folding = new Movement();
  private final Movement knowing = new Movement();
  private volatile @Nullable Signs signs;

  Watch(
      @Qualifier("queryJdbcClient") JdbcClient jdbc,
      JournalWriter writer,
      Head head,
      Projections projections,
      Rebuilds rebuilds,
      QuerySettings settings) {
    super("watch", pause(settings.journal().patience()));
    this.jdbc = jdbc;
    this.writer = writer;
    this.head = head;
    this.projections = projections;
    this.rebuilds = rebuilds;
    patience = settings.journal().patience();
  }

  private static Duration pause(Duration patience) {
    Duration tenth = patience.dividedBy(10);
    return tenth.compareTo(LONGEST_PAUSE) < 0 ? tenth : LONGEST_PAUSE;
  }

  /** What was seen last, unless that is too long ago to be said. */
  Optional<Signs> signs() {
    return Optional.ofNullable(signs).filter(seen -> seen.age().compareTo(patience) <= 0);
  }

  /** For how long the journal has stood still although there is more in the log. */
  Duration readingStill() {
    return reading.still();
  }

  /** For how long nothing was folded although there is more in the journal. */
  Duration foldingStill() {
    return folding.still();
  }

  /** For how long this node has not learned what others have folded. */
  Duration knowingStill() {
    return knowing.still();
  }

  @Override
  protected void follow() {
    long taken = System.nanoTime();
    // the node first: what is folded meanwhile is no lag, or the next look would tell
    long known = head.position();
    Waiting unread = unread();
    Map<String, Long> parked = projections.parked();
    Map<String, Rebuilds.Progress> last = rebuilds.all();
    Signs seen =
        jdbc.sql(LOOK).query((row, number) -> signs(row, taken, unread, parked, last)).single();
    signs = seen;
    reading.see(seen.position(), seen.unread() == null || seen.unread().events() > 0);
    folding.see(seen.folded(), seen.unfolded().events() > 0);
    knowing.see(known, seen.folded() > known);
  }

  private static Signs signs(
      ResultSet row,
      long taken,
      @Nullable Waiting unread,
      Map<String, Long> parked,
      Map<String, Rebuilds.Progress> rebuilds)
      throws SQLException {
    long position = row.getLong("position");
    long folded = row.getLong("folded");
    OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
    return new Signs(
        taken,
        position,
        unread,
        row.getBoolean("writer"),
        folded,
        new Waiting(position - folded, since == null ? null : since.toInstant()),
        row.getLong("unreadable"),
        parked,
        rebuilds);
  }

  private @Nullable Waiting unread() {
    try {
      return writer.waiting();
    } catch (RuntimeException e) {
      // it is said as not known, and health of the engine says why
      return null;
    }
  }

  /**
   * Whether something moves as long as it has work; by this machine's clock, not by any event's.
   */
  private static final class Movement {

    private long at = -1;
    private volatile long since = System.nanoTime();
    private volatile boolean still;

    private void see(long position, boolean work) {
      if (!work || position != at) {
        since = System.nanoTime();
      }
      still = work;
      at = position;
    }

    private Duration still() {
      return still ? Duration.ofNanos(System.nanoTime() - since) : Duration.ZERO;
    }
  }
}
