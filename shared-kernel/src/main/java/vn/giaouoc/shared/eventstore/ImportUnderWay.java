package vn.giaouoc.shared.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The mark that a log is being taken from a file into Axon Server. The server has no transaction
 * for all of it, so what is there meanwhile, or after the import was cut short, is a part of a log:
 * neither side works on it.
 */
public final class ImportUnderWay {

  private ImportUnderWay() {}

  /** The digest of the file that is being taken, if one is. */
  public static @Nullable String of(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("SELECT sha256 FROM event_store.import_under_way")) {
      return row.next() ? row.getString(1) : null;
    }
  }

  /** Sets the mark, in the transaction of the connection; it is its owner's. */
  public static void begin(Connection database, String sha256) throws SQLException {
    try (PreparedStatement mark =
        database.prepareStatement(
            "INSERT INTO event_store.import_under_way (sha256) VALUES (?) ON CONFLICT (one) DO"
                + " UPDATE SET sha256 = excluded.sha256")) {
      mark.setString(1, sha256);
      mark.executeUpdate();
    }
  }

  /** Takes the mark away, in the transaction of the connection; it is its owner's. */
  public static void end(Connection database) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.executeUpdate("DELETE FROM event_store.import_under_way");
    }
  }

  /**
   * Refuses to work on a part of a log.
   *
   * @throws IllegalStateException if the mark is there
   */
  public static void refuse(Connection database) throws SQLException {
    if (of(database) != null) {
      throw new IllegalStateException(
          "The log on Axon Server is not whole: an import was cut short. Run it again: giaouoc"
              + " import");
    }
  }
}
