package vn.giaouoc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import vn.giaouoc.query.journal.JournalWriter;

/**
 * A PostgreSQL that somebody else runs. One session holds a lock for as long as this program works
 * on it: a second program would give the two roles other passwords and shut the first one out, or
 * the nodes that run apart on it.
 */
public final class ExternalDatabase implements Database {

  /** Any number, as long as it stays the same and is not that of the journal's writer. */
  private static final long LOCK = JournalWriter.LOCK + 1;

  /** Takes the lock, and only looks whether nodes that run apart hold that of the journal. */
  private static final String MINE =
      "SELECT pg_try_advisory_lock(%1$d) AND pg_try_advisory_lock(%2$d) AND pg_advisory_unlock(%2$d)"
          .formatted(LOCK, JournalWriter.LOCK);

  private final String url;
  private final PGSimpleDataSource owner;
  private final Connection lock;

  private ExternalDatabase(String url, PGSimpleDataSource owner, Connection lock) {
    this.url = url;
    this.owner = owner;
    this.lock = lock;
  }

  /**
   * Takes a database.
   *
   * @param url its address: {@code jdbc:postgresql://host:port/database}
   * @param user a role that may create roles and schemas
   * @param password of that role
   * @throws StartRefused if it cannot be reached, or another program works on it
   */
  public static ExternalDatabase open(String url, String user, String password) {
    PGSimpleDataSource owner = new PGSimpleDataSource();
    try {
      owner.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw StartRefused.failed(
          "Địa chỉ cơ sở dữ liệu phải có dạng jdbc:postgresql://máy:cổng/tên",
          "The address of the database must look like jdbc:postgresql://host:port/name");
    }
    owner.setUser(user);
    owner.setPassword(password);
    Connection lock;
    try {
      lock = owner.getConnection();
    } catch (SQLException e) {
      throw StartRefused.failed(
          "Không kết nối được cơ sở dữ liệu " + url,
          "The database cannot be reached: " + e.getMessage());
    }
    try (Statement statement = lock.createStatement();
        ResultSet mine = statement.executeQuery(MINE)) {
      if (mine.next() && mine.getBoolean(1)) {
        return new ExternalDatabase(url, owner, lock);
      }
      lock.close();
    } catch (SQLException e) {
      throw StartRefused.failed(
          "Không dùng được cơ sở dữ liệu " + url, "The database cannot be used: " + e.getMessage());
    }
    throw StartRefused.inUse(
        "Giao Ước đang chạy với cơ sở dữ liệu này: " + url,
        "Giao Ước is already running on this database: " + url);
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public DataSource owner() {
    return owner;
  }

  @Override
  public String place() {
    return url;
  }

  @Override
  public void close() {
    try (lock;
        Statement statement = lock.createStatement()) {
      // the server ends a session some time after it is told, and who comes next may be quicker
      statement.execute("SELECT pg_advisory_unlock_all()");
    } catch (SQLException e) {
      // the server is gone, and the lock with it
    }
  }
}
