package vn.giaouoc.query.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.eventstore.EventTypes;
import vn.giaouoc.shared.proceedings.HistoryEvent;

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

  private static final String DIGESTS =
      "ARRAY(SELECT hashtext(name) FROM unnest(?::text[]) AS name)";
  private static final int FIRST = 50;

  private final JdbcClient jdbc;

  KeyIndex(@Qualifier("queryJdbcClient") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record OfStream(String key, String stream, String audience) {}

  /** Notes that events belong to these keys. */
  void add(Map<Entry, ? extends Collection<String>> keysOf) {
    List<String> keys = new ArrayList<>();
    List<Long> positions = new ArrayList<>();
    List<String> types = new ArrayList<>();
    Map<OfStream, Long> streams = new HashMap<>();
    keysOf.forEach(
        (entry, ofEntry) ->
            ofEntry.forEach(
                key -> {
                  keys.add(key);
                  positions.add(entry.position());
                  types.add(entry.type());
                  if (Keys.ofDocument(key)) {
                    streams.merge(
                        new OfStream(
                            key,
                            entry.stream(),
                            entry.audience() == null ? "" : entry.audience().name()),
                        entry.position(),
                        Math::min);
                  }
                }));
    if (keys.isEmpty()) {
      return;
    }
    jdbc.sql(
            "INSERT INTO journal_key (key, position, type) SELECT key, position, hashtext(type) FROM"
                + " unnest(?::text[], ?::bigint[], ?::text[]) AS k (key, position, type)"
                + " ON CONFLICT DO NOTHING")
        .params(
            keys.toArray(String[]::new),
            positions.toArray(Long[]::new),
            types.toArray(String[]::new))
        .update();
    List<OfStream> ofStreams = List.copyOf(streams.keySet());
    jdbc.sql(
            """
            INSERT INTO journal_stream (key, stream, audience, position)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
            ON CONFLICT (key, stream, audience) DO UPDATE SET position = excluded.position
            WHERE excluded.position < journal_stream.position
            """)
        .params(
            ofStreams.stream().map(OfStream::key).toArray(String[]::new),
            ofStreams.stream().map(OfStream::stream).toArray(String[]::new),
            ofStreams.stream().map(OfStream::audience).toArray(String[]::new),
            ofStreams.stream().map(streams::get).toArray(Long[]::new))
        .update();
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

  /** The streams of a kind that have events of a key by a position, in order. */
  List<String> streams(String key, String kind, long upTo) {
    return jdbc.sql(
            "SELECT DISTINCT stream FROM journal_stream WHERE key = ? AND position <= ? AND"
                + " split_part(stream, ':', 1) = ? ORDER BY stream")
        .params(key, upTo, kind)
        .query(String.class)
        .list();
  }

  /**
   * The readable events of these keys up to a position, in order of position; keys without any are
   * not in it.
   */
  Map<String, List<Visible.Read>> read(Collection<String> keys, long upTo) {
    return keys.isEmpty()
        ? Map.of()
        : read(
            jdbc.sql(
                    "SELECT k.key, "
                        + Entry.COLUMNS
                        + " FROM journal_key k JOIN journal j ON j.position = k.position WHERE"
                        + " k.key = ANY(?) AND k.position <= ? ORDER BY k.position")
                .params(keys.toArray(String[]::new), upTo));
  }

  /**
   * The same, of those events only that are of these classes, or say something later about another
   * event.
   */
  Map<String, List<Visible.Read>> read(
      Collection<String> keys, Collection<Class<? extends Event>> events, long upTo) {
    return keys.isEmpty()
        ? Map.of()
        : read(
            jdbc.sql(
                    "SELECT k.key, "
                        + Entry.COLUMNS
                        + " FROM journal_key k JOIN journal j ON j.position = k.position WHERE"
                        + " k.key = ANY(?) AND k.position <= ? AND k.type = ANY("
                        + DIGESTS
                        + ") ORDER BY k.position")
                .params(keys.toArray(String[]::new), upTo, names(events)));
  }

  /**
   * Some of the first events of a key, and all that say something later about one: enough to know
   * whether these first ones count.
   */
  List<Visible.Read> firstOf(String key, long upTo) {
    return read(jdbc.sql(
                "SELECT ?::text AS key, "
                    + Entry.COLUMNS
                    + " FROM journal j WHERE j.position IN ((SELECT position FROM journal_key"
                    + " WHERE key = ? AND position <= ? ORDER BY position LIMIT ?) UNION SELECT"
                    + " position FROM journal_key WHERE key = ? AND position <= ? AND type ="
                    + " ANY("
                    + DIGESTS
                    + ")) ORDER BY j.position")
            .params(key, key, upTo, FIRST, key, upTo, names(List.of())))
        .getOrDefault(key, List.of());
  }

  private static String[] names(Collection<Class<? extends Event>> events) {
    List<Class<? extends Event>> all = new ArrayList<>(events);
    all.add(HistoryEvent.class);
    return EventTypes.checkedIn().names(all).toArray(String[]::new);
  }

  private static Map<String, List<Visible.Read>> read(JdbcClient.StatementSpec rows) {
    Map<Long, Entry> entries = new HashMap<>();
    Map<String, List<Long>> positions = new HashMap<>();
    rows.query(
        row -> {
          long position = row.getLong("position");
          if (!entries.containsKey(position)) {
            entries.put(position, Entry.of(row, 0));
          }
          positions.computeIfAbsent(row.getString("key"), key -> new ArrayList<>()).add(position);
        });
    Map<Long, Visible.Read> read = Visible.Read.all(entries.values());
    Map<String, List<Visible.Read>> byKey = new HashMap<>();
    positions.forEach(
        (key, all) -> {
          List<Visible.Read> ofKey = all.stream().filter(read::containsKey).map(read::get).toList();
          if (!ofKey.isEmpty()) {
            byKey.put(key, ofKey);
          }
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
