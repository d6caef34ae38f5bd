package vn.giaouoc.query.fold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.shared.eventstore.Wire;

/**
 * Holds the documents that are built against those that are read, one by one. What another version
 * of the fold made, or what could not be made, is explained if it differs; everything else must be
 * the same, byte for byte.
 */
@Component
public class Comparison {

  private static final int KEPT = 100;
  private static final int SHOWN = 300;

  private final JdbcClient jdbc;

  Comparison(@Qualifier("queryJdbcClient") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a page of documents has come to.
   *
   * @param last the key up to which was compared; absent behind the last
   */
  record Page(@Nullable String last, long equal, long differing, long unexplained) {}

  /**
   * A document that became other than it was.
   *
   * @param explained whether another version of the fold explains it
   * @param pointer the first place in which it differs, as a JSON pointer
   * @param before what stands there now; absent if nothing does
   * @param after what would stand there; absent if nothing would
   */
  public record OtherDocument(
      String fold,
      String key,
      boolean explained,
      String pointer,
      @Nullable String before,
      @Nullable String after) {}

  private record Pair(
      String key,
      boolean same,
      boolean explained,
      @Nullable String before,
      @Nullable String after) {}

  private static final String PAIRS =
      """
      SELECT key, (SELECT version <> ? FROM fold WHERE name = ?) OR coalesce(a.fold_version <> ?, false) AS explained,
             coalesce(a.document = b.document AND a.last_fact = b.last_fact AND a.whole_from = b.whole_from
                      AND a.made_of = b.made_of AND a.known_to = b.known_to, false) AS same,
             a.document AS before, b.document AS after
      FROM (SELECT d.* FROM document d
            JOIN fold f ON f.name = d.fold AND f.serving = d.generation WHERE d.fold = ? AND %1$s) a
      FULL JOIN
           (SELECT d.* FROM document d
            JOIN fold f ON f.name = d.fold AND f.building = d.generation WHERE d.fold = ? AND %1$s) b
      USING (key)
      """;

  /** Compares the documents of so many keys after one, within the caller's transaction. */
  Page page(Fold<?> fold, String after, int keys) {
    String last =
        jdbc.sql(
                """
                SELECT d.key FROM document d JOIN fold f ON f.name = d.fold AND f.serving = d.generation
                WHERE d.fold = ? AND d.key > ? ORDER BY d.key OFFSET ? LIMIT 1
                """)
            .params(fold.name(), after, keys - 1)
            .query(String.class)
            .optional()
            .orElse(null);
    String upTo = last == null ? "~" : last;
    return compared(
        fold,
        last,
        jdbc.sql(PAIRS.formatted("d.key > ? AND d.key <= ?"))
            .params(fold.version(), fold.name(), fold.version())
            .params(fold.name(), after, upTo, fold.name(), after, upTo)
            .query(Comparison::pair)
            .list());
  }

  /** Compares once more what has changed meanwhile, and tells only of what is not explained. */
  long unexplained(Fold<?> fold, Collection<String> changed) {
    String[] keys = changed.toArray(String[]::new);
    return compared(
            fold,
            null,
            jdbc.sql(PAIRS.formatted("d.key = ANY(?)"))
                .params(fold.version(), fold.name(), fold.version())
                .params(fold.name(), keys, fold.name(), keys)
                .query(Comparison::pair)
                .list())
        .unexplained();
  }

  /** The differences that were kept as samples, those that are not explained first. */
  List<OtherDocument> samples(String fold) {
    return jdbc.sql(
            "SELECT fold, key, explained, pointer, before, after FROM rebuild_difference WHERE fold"
                + " = ? ORDER BY explained, key")
        .param(fold)
        .query(OtherDocument.class)
        .list();
  }

  void forget(String fold) {
    jdbc.sql("DELETE FROM rebuild_difference WHERE fold = ?").param(fold).update();
  }

  private static Pair pair(ResultSet row, int number) throws SQLException {
    return new Pair(
        row.getString("key"),
        row.getBoolean("same"),
        row.getBoolean("explained"),
        row.getString("before"),
        row.getString("after"));
  }

  private Page compared(Fold<?> fold, @Nullable String last, List<Pair> pairs) {
    long differing = 0;
    long unexplained = 0;
    for (Pair pair : pairs) {
      if (pair.same()) {
        continue;
      }
      differing++;
      unexplained += pair.explained() ? 0 : 1;
      keep(difference(fold, pair));
    }
    return new Page(last, pairs.size() - differing, differing, unexplained);
  }

  private void keep(OtherDocument difference) {
    jdbc.sql(
            """
            INSERT INTO rebuild_difference (fold, key, explained, pointer, before, after)
            SELECT ?, ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM rebuild_difference WHERE fold = ? AND explained = ?) < ?
            ON CONFLICT DO NOTHING
            """)
        .param(difference.fold())
        .param(difference.key())
        .param(difference.explained())
        .param(difference.pointer())
        .param(difference.before())
        .param(difference.after())
        .param(difference.fold())
        .param(difference.explained())
        .param(KEPT)
        .update();
  }

  private static OtherDocument difference(Fold<?> fold, Pair pair) {
    StringBuilder pointer = new StringBuilder();
    JsonNode before = node(pair.before());
    JsonNode after = node(pair.after());
    boolean deeper = true;
    while (deeper) {
      deeper = false;
      if (before != null && after != null && before.getNodeType() == after.getNodeType()) {
        if (before.isObject()) {
          for (String name : names(before, after)) {
            if (!same(before.get(name), after.get(name))) {
              pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
              before = before.get(name);
              after = after.get(name);
              deeper = true;
              break;
            }
          }
        } else if (before.isArray()) {
          int at = 0;
          while (same(before.get(at), after.get(at)) && before.get(at) != null) {
            at++;
          }
          if (before.get(at) != null || after.get(at) != null) {
            pointer.append('/').append(at);
            before = before.get(at);
            after = after.get(at);
            deeper = true;
          }
        }
      }
    }
    return new OtherDocument(
        fold.name(), pair.key(), pair.explained(), pointer.toString(), shown(before), shown(after));
  }

  private static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
    return one == null ? other == null : one.equals(other);
  }

  private static List<String> names(JsonNode one, JsonNode other) {
    return Stream.concat(one.propertyNames().stream(), other.propertyNames().stream())
        .distinct()
        .toList();
  }

  /** What is no document, because it could not be made, is not read as one. */
  private static @Nullable JsonNode node(@Nullable String json) {
    return json == null || !json.startsWith("{") ? null : Wire.mapper().readTree(json);
  }

  private static @Nullable String shown(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    String text = node.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
