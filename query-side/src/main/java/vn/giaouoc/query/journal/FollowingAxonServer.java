package vn.giaouoc.query.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.shared.eventstore.AxonServerLog;
import vn.giaouoc.shared.eventstore.ImportUnderWay;
import vn.giaouoc.shared.eventstore.StoredEvent;

/**
 * Reads the log on Axon Server. It is dense and has one order, in which events become visible; the
 * last place that is in the journal tells where to go on.
 */
final class FollowingAxonServer implements Following {

  private final AxonServerLog log;
  private final JdbcClient jdbc;
  private final int page;

  FollowingAxonServer(AxonServerLog log, JdbcClient jdbc, int page) {
    this.log = log;
    this.jdbc = jdbc;
    this.page = page;
  }

  private record Last(long globalIndex, String eventId) {}

  @Override
  public void sameLog(Connection session) throws SQLException {
    ImportUnderWay.refuse(session);
    Last last = last(session);
    if (last == null) {
      return;
    }
    StoredEvent there = log.at(last.globalIndex());
    if (there == null || !there.eventId().equals(last.eventId())) {
      throw new IllegalStateException(ANOTHER_LOG);
    }
  }

  @Override
  public void pass(Connection session, Journaling journal) throws SQLException {
    Last last = last(session);
    long after = last == null ? -1 : last.globalIndex();
    List<StoredEvent> events = log.after(after, page);
    while (!events.isEmpty()) {
      journal.append(events, () -> {});
      events = log.after(events.getLast().index(), page);
    }
  }

  /** Asked on the connection that holds the lock: if that is lost, this is not the writer. */
  private static @Nullable Last last(Connection session) throws SQLException {
    try (Statement statement = session.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT global_index, event_id FROM read_model.journal ORDER BY global_index DESC"
                    + " LIMIT 1")) {
      return row.next() ? new Last(row.getLong(1), row.getString(2)) : null;
    }
  }

  @Override
  public void onNews(Runnable then) {
    log.onNews(then);
  }

  @Override
  public void reach() {
    log.head();
  }

  @Override
  public Waiting waiting() {
    // the journal first: what comes meanwhile waits, and nothing is there that the log has not
    long last =
        jdbc.sql("SELECT coalesce(max(global_index), -1) FROM journal").query(Long.class).single();
    long events = Math.max(0, log.head() - last);
    StoredEvent oldest = events == 0 ? null : log.at(last + 1);
    return new Waiting(events, oldest == null ? null : oldest.timeStamp());
  }

  @Override
  public void letGo() {
    log.release();
  }

  @Override
  public void close() {
    log.close();
  }
}
