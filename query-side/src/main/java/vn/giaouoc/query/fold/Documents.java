package vn.giaouoc.query.fold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.eventstore.Wire;

/** The stored documents, within whatever transaction the caller has. */
@Component
class Documents {

  private static final String COLUMNS =
      "fold, key, fold_version, position, last_fact, whole_from, made_of, known_to, document";

  private final JdbcClient jdbc;

  Documents(@Qualifier("queryJdbcClient") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A document as it is stored.
   *
   * @param fold which fold made it
   * @param key of what it is
   * @param foldVersion in which version
   * @param position the last event that it takes account of and that concerned it
   * @param last where the last of its facts stands
   * @param wholeFrom from when on everything in it applies
   * @param madeOf whom the facts are for that it is made of, or that are not the same to everybody
   * @param knownTo whom the facts of its key are for
   * @param json the document
   */
  record Stored(
      String fold,
      String key,
      int foldVersion,
      long position,
      Fact.Place last,
      Instant wholeFrom,
      SortedSet<Audience> madeOf,
      SortedSet<Audience> knownTo,
      String json) {

    static SortedSet<Audience> audiences() {
      return new TreeSet<>(Comparator.comparing(Audience::name));
    }

    private static Stored of(ResultSet row, int number) throws SQLException {
      return new Stored(
          row.getString("fold"),
          row.getString("key"),
          row.getInt("fold_version"),
          row.getLong("position"),
          Wire.mapper().readValue(row.getString("last_fact"), Fact.Place.class),
          row.getObject("whole_from", OffsetDateTime.class).toInstant(),
          audiences(row.getString("made_of")),
          audiences(row.getString("known_to")),
          row.getString("document"));
    }

    private static SortedSet<Audience> audiences(String names) {
      SortedSet<Audience> audiences = audiences();
      names.lines().map(Audience::of).forEach(audiences::add);
      return audiences;
    }

    private static String names(SortedSet<Audience> audiences) {
      return audiences.stream().map(Audience::name).collect(Collectors.joining("\n"));
    }
  }

  /** Which document. */
  record Name(String fold, String key) {}

  Optional<Stored> find(String fold, String key) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM document WHERE fold = ? AND key = ?")
        .params(fold, key)
        .query(Stored::of)
        .optional();
  }

  List<Stored> ofFold(String fold) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM document WHERE fold = ? ORDER BY key")
        .param(fold)
        .query(Stored::of)
        .list();
  }

  List<Stored> ofKeys(Collection<String> keys) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM document WHERE key = ANY(?)")
        .param(keys.toArray(String[]::new))
        .query(Stored::of)
        .list();
  }

  void write(List<Stored> documents) {
    if (documents.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO document (fold, key, fold_version, position, last_fact, whole_from, made_of, known_to,
                                  document)
            SELECT * FROM unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[],
                                 ?::text[], ?::text[])
            ON CONFLICT (fold, key) DO UPDATE
            SET fold_version = excluded.fold_version, position = excluded.position, last_fact = excluded.last_fact,
                whole_from = excluded.whole_from, made_of = excluded.made_of, known_to = excluded.known_to,
                document = excluded.document
            """)
        .params(
            documents.stream().map(Stored::fold).toArray(String[]::new),
            documents.stream().map(Stored::key).toArray(String[]::new),
            documents.stream().map(Stored::foldVersion).toArray(Integer[]::new),
            documents.stream().map(Stored::position).toArray(Long[]::new),
            documents.stream()
                .map(stored -> Wire.mapper().writeValueAsString(stored.last()))
                .toArray(String[]::new),
            documents.stream().map(stored -> stored.wholeFrom().toString()).toArray(String[]::new),
            documents.stream().map(each -> Stored.names(each.madeOf())).toArray(String[]::new),
            documents.stream().map(each -> Stored.names(each.knownTo())).toArray(String[]::new),
            documents.stream().map(Stored::json).toArray(String[]::new))
        .update();
  }

  void remove(List<Name> names) {
    if (names.isEmpty()) {
      return;
    }
    jdbc.sql(
            "DELETE FROM document WHERE (fold, key) IN (SELECT * FROM unnest(?::text[],"
                + " ?::text[]))")
        .params(
            names.stream().map(Name::fold).toArray(String[]::new),
            names.stream().map(Name::key).toArray(String[]::new))
        .update();
  }
}
