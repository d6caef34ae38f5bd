package vn.giaouoc.query.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What only one node does at a time: whoever's session holds an advisory lock. It is free again
 * when that session ends, in whatever way.
 */
public final class SessionLock {

  private final DataSource dataSource;
  private final long number;
  private volatile @Nullable Connection session;

  /** The lock of a number, held by nobody here yet. */
  public SessionLock(DataSource dataSource, long number) {
    this.dataSource = dataSource;
    this.number = number;
  }

  /** The session that holds it; nothing while this node does not. */
  public @Nullable Connection session() {
    return session;
  }

  /** Takes it if nobody else holds it; returns whether this node does then. */
  public boolean take() throws SQLException {
    if (session != null) {
      return true;
    }
    Connection connection = dataSource.getConnection();
    try (Statement statement = connection.createStatement();
        ResultSet locked = statement.executeQuery("SELECT pg_try_advisory_lock(" + number + ")")) {
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

  /** Lets go of it, if this node holds it; what its session has not committed is rolled back. */
  public void release() {
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
      statement.execute("SELECT pg_advisory_unlock(" + number + ")");
    } catch (SQLException e) {
      // the session is gone, and its lock with it
    }
  }
}
