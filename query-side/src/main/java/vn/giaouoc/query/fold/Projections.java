package vn.giaouoc.query.fold;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the folds are doing. */
@Component
public class Projections {

  private static final int SHOWN = 1_000;

  private final JdbcClient jdbc;
  private final Folds folds;
  private final Documents documents;
  private final Unreadable unreadable;
  private final Rebuilds rebuilds;

  Projections(
      @Qualifier("queryJdbcClient") JdbcClient jdbc,
      Folds folds,
      Documents documents,
      Unreadable unreadable,
      Rebuilds rebuilds) {
    this.jdbc = jdbc;
    this.folds = folds;
    this.documents = documents;
    this.unreadable = unreadable;
    this.rebuilds = rebuilds;
  }

  /**
   * How the folds are doing.
   *
   * @param head the last position of the journal
   * @param folded the last position that is folded
   * @param lag how many events lie between
   * @param unreadable how many events this program cannot read
   * @param folds each of them
   */
  public record Overview(long head, long folded, long lag, long unreadable, List<State> folds) {}

  /**
   * One fold.
   *
   * @param version of it in this program
   * @param documents how many documents it has
   * @param parked how many of its documents cannot be made
   * @param canTakeBack whether the documents before the last switch are kept
   * @param rebuild its last rebuild, on whichever node
   */
  public record State(
      String name,
      int version,
      String kind,
      long documents,
      long parked,
      boolean canTakeBack,
      Rebuilds.@Nullable Progress rebuild) {}

  /**
   * A document that cannot be made.
   *
   * @param position the event that the fold cannot take
   * @param cause the kind of the error, and where it is thrown
   */
  public record Parked(String key, long position, String cause) {}

  /**
   * An event that this program cannot read. Its stream is told without it.
   *
   * @param position where it is in the journal
   * @param cause what it is
   */
  public record Unread(String stream, long position, String cause) {}

  private record Count(String fold, long documents, long parked, boolean canTakeBack) {}

  private record Positions(long head, long folded, long unreadable) {}

  /** How they are doing now. */
  public Overview now() {
    Positions positions =
        jdbc.sql(
                "SELECT (SELECT coalesce(max(position), 0) FROM journal) AS head, position AS"
                    + " folded, (SELECT count(*) FROM unreadable) AS unreadable FROM folded")
            .query(Positions.class)
            .single();
    // each count from an index alone: the documents themselves are many and long
    Map<String, Count> counts =
        jdbc
            .sql(
                """
                SELECT f.name AS fold, f.former IS NOT NULL AS can_take_back,
                       (SELECT count(*) FROM document d WHERE d.fold = f.name AND d.generation = f.serving) AS documents,
                       (SELECT count(*) FROM document d WHERE d.fold = f.name AND d.generation = f.serving
                                                          AND d.fold_version = ? AND d.fold_version <= 0) AS parked
                FROM fold f
                """)
            .param(Documents.Stored.PARKED)
            .query(Count.class)
            .list()
            .stream()
            .collect(Collectors.toMap(Count::fold, count -> count));
    Map<String, Rebuilds.Progress> last = rebuilds.all();
    return new Overview(
        positions.head(),
        positions.folded(),
        positions.head() - positions.folded(),
        positions.unreadable(),
        folds.all().stream()
            .map(
                fold -> {
                  Count count =
                      counts.getOrDefault(fold.name(), new Count(fold.name(), 0, 0, false));
                  return new State(
                      fold.name(),
                      fold.version(),
                      fold.kind(),
                      count.documents(),
                      count.parked(),
                      count.canTakeBack(),
                      last.get(fold.name()));
                })
            .toList());
  }

  /** How many documents of a fold cannot be made, of those that have any. */
  public Map<String, Long> parked() {
    Map<String, Long> parked = new HashMap<>();
    jdbc.sql(
            "SELECT d.fold, count(*) AS number FROM document d JOIN fold f ON f.name = d.fold AND"
                + " f.serving = d.generation WHERE d.fold_version <= 0 AND d.fold_version = ? GROUP"
                + " BY d.fold")
        .param(Documents.Stored.PARKED)
        .query((row, number) -> parked.put(row.getString("fold"), row.getLong("number")))
        .list();
    return parked;
  }

  /** The first thousand documents of a fold that cannot be made, in order of their keys. */
  public List<Parked> parked(Fold<?> fold) {
    return documents
        .without(Documents.Shelf.SERVING, fold.name(), Documents.Stored.PARKED, "", SHOWN)
        .stream()
        .map(each -> new Parked(each.key(), each.position(), each.json()))
        .toList();
  }

  /** The first thousand events that this program cannot read, in order. */
  public List<Unread> unreadable() {
    return unreadable.first(SHOWN);
  }
}
