package vn.giaouoc.query.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.shared.Envelope;

/** Which events belong to which keys, within whatever transaction the caller has. */
@Component
class KeyIndex {

  /**
   * The keys between two, in their order, each with its first position. It leaps from one key to
   * the next, because a key may have any number of events: so it costs by the number of keys, which
   * DISTINCT does not.
   */
  private static final String KEYS_OF_KIND =
      """
      WITH RECURSIVE found AS (
        (SELECT key, position FROM journal_key WHERE key > ? AND key < ? ORDER BY key, position LIMIT 1)
        UNION ALL
        SELECT next.key, next.position FROM found CROSS JOIN LATERAL (
          SELECT key, position FROM journal_key WHERE key > found.key AND key < ? ORDER BY key, position LIMIT 1
        ) next
      )
      """;

  private final JdbcClient jdbc;

  KeyIndex(@Qualifier("queryJdbcClient") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Notes that the event at each position belongs to these keys. */
  void add(Map<Long, ? extends Collection<String>> keysByPosition) {
    List<String> keys = new ArrayList<>();
    List<Long> positions = new ArrayList<>();
    keysByPosition.forEach(
        (position, ofPosition) ->
            ofPosition.forEach(
                key -> {
                  keys.add(key);
                  positions.add(position);
                }));
    if (!keys.isEmpty()) {
      jdbc.sql(
              "INSERT INTO journal_key (key, position) SELECT * FROM unnest(?::text[], ?::bigint[])"
                  + " ON CONFLICT DO NOTHING")
          .params(keys.toArray(String[]::new), positions.toArray(Long[]::new))
          .update();
    }
  }

  /** The first position of each of these keys that has any. */
  Map<String, Long> firsts(Collection<String> keys) {
    Map<String, Long> firsts = new HashMap<>();
    if (!keys.isEmpty()) {
      jdbc.sql(
              "SELECT key, min(position) AS first FROM journal_key WHERE key = ANY(?) GROUP BY key")
          .param(keys.toArray(String[]::new))
          .query((row, number) -> firsts.put(row.getString("key"), row.getLong("first")))
          .list();
    }
    return firsts;
  }

  /** The documents' keys of all events that have a key, up to a position. */
  List<String> sharing(String key, long upTo) {
    return jdbc.sql(
            """
            SELECT DISTINCT other.key
            FROM journal_key found JOIN journal_key other USING (position)
            WHERE found.key = ? AND found.position <= ? AND position(' ' IN other.key) = 0
            ORDER BY other.key
            """)
        .params(key, upTo)
        .query(String.class)
        .list();
  }

  /** The same, of one kind only. */
  List<String> sharing(String key, String kind, long upTo) {
    return jdbc.sql(
            """
            SELECT DISTINCT other.key
            FROM journal_key found JOIN journal_key other USING (position)
            WHERE found.key = ? AND found.position <= ? AND other.key > ? AND other.key < ?
            """)
        .params(key, upTo, kind + ":", kind + ";")
        .query(String.class)
        .list();
  }

  /** The documents' keys of the events at these positions. */
  List<String> at(Collection<Long> positions) {
    return positions.isEmpty()
        ? List.of()
        : jdbc.sql(
                "SELECT DISTINCT key FROM journal_key WHERE position = ANY(?) AND position(' ' IN"
                    + " key) = 0")
            .param(positions.toArray(Long[]::new))
            .query(String.class)
            .list();
  }

  /** The documents' keys of one event. */
  List<String> ofEvent(String stream, long version) {
    return jdbc.sql(
            """
            SELECT k.key FROM journal j JOIN journal_key k USING (position)
            WHERE j.stream = ? AND j.version = ? AND position(' ' IN k.key) = 0
            ORDER BY k.key
            """)
        .params(stream, version)
        .query(String.class)
        .list();
  }

  /**
   * The readable events of these keys up to a position, in order of position; keys without any are
   * not in it.
   */
  Map<String, List<Visible.Read>> read(Collection<String> keys, long upTo) {
    return read(keys, null, upTo);
  }

  /**
   * The same, of some streams only.
   *
   * @param kinds the words in front of the identifiers of these streams; absent for all
   */
  Map<String, List<Visible.Read>> read(
      Collection<String> keys, @Nullable Collection<String> kinds, long upTo) {
    Map<Long, Visible.Read> read = new HashMap<>();
    Map<String, Envelope> envelopes = new HashMap<>();
    Map<String, List<Visible.Read>> byKey = new HashMap<>();
    if (keys.isEmpty()) {
      return byKey;
    }
    jdbc.sql(
            "SELECT k.key, "
                + Entry.COLUMNS
                + " FROM journal_key k JOIN journal j ON j.position = k.position"
                + " WHERE k.key = ANY(?) AND k.position <= ?"
                + (kinds == null ? "" : " AND split_part(j.stream, ':', 1) = ANY(?)")
                + " ORDER BY k.position")
        .params(
            kinds == null
                ? List.of(keys.toArray(String[]::new), upTo)
                : List.of(keys.toArray(String[]::new), upTo, kinds.toArray(String[]::new)))
        .query(
            row -> {
              Visible.Read event = read.get(row.getLong("position"));
              if (event == null) {
                event = Visible.Read.of(Entry.of(row, 0), envelopes);
                if (event == null) {
                  return;
                }
                read.put(event.entry().position(), event);
              }
              byKey.computeIfAbsent(row.getString("key"), key -> new ArrayList<>()).add(event);
            });
    return byKey;
  }

  /** The keys of a kind that had an event by a position, sorted, after one of them. */
  List<String> ofKind(String kind, String after, long upTo, int limit) {
    return jdbc.sql(KEYS_OF_KIND + "SELECT key FROM found WHERE position <= ? LIMIT ?")
        .params(after.isEmpty() ? kind + ":" : after, kind + ";", kind + ";", upTo, limit)
        .query(String.class)
        .list();
  }
}
