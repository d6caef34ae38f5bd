package vn.giaouoc.query.fold;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the folds are doing. */
@Component
public class Projections {

  private final JdbcClient jdbc;
  private final Folds folds;
  private final Rebuilds rebuilds;

  Projections(@Qualifier("queryJdbcClient") JdbcClient jdbc, Folds folds, Rebuilds rebuilds) {
    this.jdbc = jdbc;
    this.folds = folds;
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
   * @param documents how many documents it has
   * @param parked how many of its documents could not be brought up to date
   * @param rebuild its last rebuild on this node
   */
  public record State(
      String name,
      int version,
      String kind,
      long documents,
      long parked,
      Rebuilds.@Nullable Progress rebuild) {}

  private record Count(String fold, long number) {}

  private record Positions(long head, long folded) {}

  /** How they are doing now. */
  public Overview now() {
    Positions positions =
        jdbc.sql(
                "SELECT (SELECT coalesce(max(position), 0) FROM journal) AS head, position AS"
                    + " folded FROM folded")
            .query(Positions.class)
            .single();
    Map<String, Long> documents =
        counts("SELECT fold, count(*) AS number FROM document GROUP BY fold");
    Map<String, Long> parked = counts("SELECT fold, count(*) AS number FROM parked GROUP BY fold");
    return new Overview(
        positions.head(),
        positions.folded(),
        positions.head() - positions.folded(),
        parked.getOrDefault("*", 0L),
        folds.all().stream()
            .map(
                fold ->
                    new State(
                        fold.name(),
                        fold.version(),
                        fold.kind(),
                        documents.getOrDefault(fold.name(), 0L),
                        parked.getOrDefault(fold.name(), 0L),
                        rebuilds.of(fold.name()).orElse(null)))
            .toList());
  }

  private Map<String, Long> counts(String sql) {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql(sql)
        .query(Count.class)
        .list()
        .forEach(count -> counts.put(count.fold(), count.number()));
    return counts;
  }
}
