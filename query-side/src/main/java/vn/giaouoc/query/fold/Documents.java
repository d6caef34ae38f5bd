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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.eventstore.Wire;

/** The stored documents, within whatever transaction the caller has. */
@Component
class Documents {

  private static final String COLUMNS =
      "d.fold, d.key, d.fold_version, d.position, d.last_fact, d.whole_from, d.made_of, d.known_to,"
          + " d.document";

  private final JdbcClient jdbc;

  Documents(@Qualifier("queryJdbcClient") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A generation of a fold's documents. */
  enum Shelf {
    /** What readers see, and the folder brings up to date. */
    SERVING,
    /** What is built beside it; its rebuild alone writes there. */
    BUILDING;

    private String join() {
      return " JOIN fold f ON f.name = d.fold AND d.generation = f." + column();
    }

    /** The column of the table {@code fold} that names the generation. */
    String column() {
      return this == SERVING ? "serving" : "building";
    }
  }

  /**
   * A document as it is stored.
   *
   * @param fold which fold made it
   * @param key of what it is
   * @param foldVersion in which version, or {@link #ANEW} or {@link #PARKED}
   * @param position the last event that it takes account of and that concerned it
   * @param last where the last of its facts stands; absent where it is not known
   * @param wholeFrom from when on everything in it applies
   * @param madeOf whom the facts are for that it is made of, or that are not the same to everybody
   * @param knownTo whom the facts of its key are for
   * @param json the document; of one that is parked, why
   */
  record Stored(
      String fold,
      String key,
      int foldVersion,
      long position,
      Fact.@Nullable Place last,
      Instant wholeFrom,
      SortedSet<Audience> madeOf,
      SortedSet<Audience> knownTo,
      String json) {

    /** In place of the version: it is to be made anew from all events of its key. */
    static final int ANEW = 0;

    /** In place of the version: the fold cannot take an event of its key. */
    static final int PARKED = -1;

    /** That a document is to be made anew. */
    static Stored anew(Fold<?> fold, String key) {
      return without(fold, key, ANEW, 0, audiences(), "");
    }

    /**
     * That a document cannot be made.
     *
     * @param facts those that it would be made of
     */
    static Stored parked(Fold<?> fold, String key, List<Fact> facts, RuntimeException cause) {
      SortedSet<Audience> knownTo = audiences();
      facts.forEach(fact -> knownTo.addAll(fact.audiences()));
      long position = cause instanceof CannotFold at ? at.position() : facts.getLast().position();
      return without(fold, key, PARKED, position, knownTo, CannotFold.inShort(cause));
    }

    private static Stored without(
        Fold<?> fold,
        String key,
        int instead,
        long position,
        SortedSet<Audience> knownTo,
        String json) {
      return new Stored(
          fold.name(), key, instead, position, null, Instant.EPOCH, audiences(), knownTo, json);
    }

    static SortedSet<Audience> audiences() {
      return new TreeSet<>(Comparator.comparing(Audience::name));
    }

    private static Stored of(ResultSet row, int number) throws SQLException {
      String last = row.getString("last_fact");
      return new Stored(
          row.getString("fold"),
          row.getString("key"),
          row.getInt("fold_version"),
          row.getLong("position"),
          last.isEmpty() ? null : Wire.mapper().readValue(last, Fact.Place.class),
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
  record Name(String fold, String key) {

    private static String[] folds(Collection<Name> names) {
      return names.stream().map(Name::fold).toArray(String[]::new);
    }

    private static String[] keys(Collection<Name> names) {
      return names.stream().map(Name::key).toArray(String[]::new);
    }
  }

  Optional<Stored> find(String fold, String key) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM document d"
                + Shelf.SERVING.join()
                + " WHERE d.fold = ? AND d.key = ?")
        .params(fold, key)
        .query(Stored::of)
        .optional();
  }

  /** Whether all documents of a fold are there, as its present version makes them. */
  boolean complete(Fold<?> fold) {
    return jdbc.sql("SELECT version FROM fold WHERE name = ?")
        .param(fold.name())
        .query(Integer.class)
        .optional()
        .filter(version -> version == fold.version())
        .isPresent();
  }

  List<Stored> ofFold(String fold) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM document d"
                + Shelf.SERVING.join()
                + " WHERE d.fold = ? ORDER BY d.key")
        .param(fold)
        .query(Stored::of)
        .list();
  }

  /** Those of these documents that there are. */
  List<Stored> of(Shelf shelf, Collection<Name> names) {
    return names.isEmpty()
        ? List.of()
        : jdbc.sql(
                "SELECT "
                    + COLUMNS
                    + " FROM unnest(?::text[], ?::text[]) AS n (fold, key) JOIN fold f ON f.name ="
                    + " n.fold JOIN document d ON d.fold = n.fold AND d.generation = f."
                    + shelf.column()
                    + " AND d.key = n.key")
            .params(Name.folds(names), Name.keys(names))
            .query(Stored::of)
            .list();
  }

  /**
   * The documents in place of whose version something else stands, in order of their keys, after
   * one of these.
   */
  List<Stored> without(Shelf shelf, String fold, int instead, String after, int limit) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM document d"
                + shelf.join()
                + " WHERE d.fold = ? AND d.fold_version = ? AND d.fold_version <= 0 AND d.key > ?"
                + " ORDER BY d.key LIMIT ?")
        .params(fold, instead, after, limit)
        .query(Stored::of)
        .list();
  }

  void write(Shelf shelf, List<Stored> documents) {
    if (documents.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO document (fold, key, fold_version, position, last_fact, whole_from, made_of, known_to,
                                  document, generation)
            SELECT d.*, f.%s
            FROM unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[],
                        ?::text[], ?::text[]) AS d (fold) JOIN fold f ON f.name = d.fold
            ON CONFLICT (fold, generation, key) DO UPDATE
            SET fold_version = excluded.fold_version, position = excluded.position, last_fact = excluded.last_fact,
                whole_from = excluded.whole_from, made_of = excluded.made_of, known_to = excluded.known_to,
                document = excluded.document
            """
                .formatted(shelf.column()))
        .params(
            documents.stream().map(Stored::fold).toArray(String[]::new),
            documents.stream().map(Stored::key).toArray(String[]::new),
            documents.stream().map(Stored::foldVersion).toArray(Integer[]::new),
            documents.stream().map(Stored::position).toArray(Long[]::new),
            documents.stream()
                .map(
                    each ->
                        each.last() == null ? "" : Wire.mapper().writeValueAsString(each.last()))
                .toArray(String[]::new),
            documents.stream().map(stored -> stored.wholeFrom().toString()).toArray(String[]::new),
            documents.stream().map(each -> Stored.names(each.madeOf())).toArray(String[]::new),
            documents.stream().map(each -> Stored.names(each.knownTo())).toArray(String[]::new),
            documents.stream().map(Stored::json).toArray(String[]::new))
        .update();
  }

  void remove(Shelf shelf, List<Name> names) {
    if (names.isEmpty()) {
      return;
    }
    jdbc.sql(
            "DELETE FROM document d USING fold f, unnest(?::text[], ?::text[]) AS n (fold, key)"
                + " WHERE f.name = n.fold AND d.fold = n.fold AND d.generation = f."
                + shelf.column()
                + " AND d.key = n.key")
        .params(Name.folds(names), Name.keys(names))
        .update();
  }
}
