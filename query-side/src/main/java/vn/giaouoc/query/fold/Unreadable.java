package vn.giaouoc.query.fold;

import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.journal.Entry;

/** The events that this program could not read, within whatever transaction the caller has. */
@Component
class Unreadable {

  private final JdbcClient jdbc;

  Unreadable(@Qualifier("queryJdbcClient") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void note(Entry entry) {
    jdbc.sql(
            "INSERT INTO unreadable (stream, position, cause) VALUES (?, ?, ?) ON CONFLICT DO"
                + " NOTHING")
        .params(entry.stream(), entry.position(), "unknown or unreadable: " + entry.type())
        .update();
  }

  void forget(Collection<Long> positions) {
    jdbc.sql("DELETE FROM unreadable WHERE position = ANY(?)")
        .param(positions.toArray(Long[]::new))
        .update();
  }

  /** Their positions, in order, after one and up to another. */
  List<Long> positions(long after, long upTo, int limit) {
    return jdbc.sql(
            "SELECT position FROM unreadable WHERE position > ? AND position <= ? ORDER BY position"
                + " LIMIT ?")
        .params(after, upTo, limit)
        .query(Long.class)
        .list();
  }

  /** The positions of those in a stream, up to one. */
  List<Long> ofStream(String stream, long upTo) {
    return jdbc.sql("SELECT position FROM unreadable WHERE stream = ? AND position <= ?")
        .params(stream, upTo)
        .query(Long.class)
        .list();
  }

  /** The first of them. */
  List<Projections.Unread> first(int limit) {
    return jdbc.sql("SELECT stream, position, cause FROM unreadable ORDER BY position LIMIT ?")
        .param(limit)
        .query(Projections.Unread.class)
        .list();
  }
}
