package vn.giaouoc.shared.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/**
 * Connections of a side to the database. Apart, a side may be started before the database is, and
 * before it is prepared: it asks once a second, and gives up after {@link #PATIENCE}.
 */
public final class Pool {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A request that gets no connection in this time is told so. */
  private static final Duration WAIT = Duration.ofSeconds(8);

  /**
   * The database lets go of what a vanished machine holds, a lock or an open transaction, after
   * some ten seconds. That a process ends it learns at once.
   */
  private static final String KEEPALIVE =
      "SET tcp_keepalives_idle = 4; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3";

  private Pool() {}

  /**
   * Connections of a role; the first is opened when first asked for.
   *
   * @param name under which it appears in metrics
   * @param url of the database, for the driver
   */
  public static HikariDataSource of(String name, String url, String user, String password) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName(name);
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setConnectionInitSql(KEEPALIVE);
    pool.setConnectionTimeout(WAIT.toMillis());
    pool.setInitializationFailTimeout(PATIENCE.toMillis());
    return pool;
  }
}
