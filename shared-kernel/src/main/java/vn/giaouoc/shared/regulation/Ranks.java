package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.regulation.Scale.TieStep;
import vn.giaouoc.shared.regulation.Standing.Tie;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The one place where points become ranks: the more points the better, compared exactly. Both sides
 * may call it; only the command side decides by it.
 */
public final class Ranks {

  private Ranks() {}

  /**
   * The units that have the same points, group by group, the most points first.
   *
   * @param points the settled points of each unit
   */
  public static List<Set<UnitId>> ties(Map<UnitId, BigDecimal> points) {
    return groups(points).stream().filter(equal -> equal.size() > 1).toList();
  }

  /**
   * The rank of each unit, the best first. Units with the same points stand in the given order, and
   * share a rank if it does not name them; the next rank is left out then: 1, 1, 3.
   *
   * @param points the settled points of each unit
   * @param order which of units with the same points goes first
   */
  public static Map<UnitId, Integer> of(Map<UnitId, BigDecimal> points, List<UnitId> order) {
    Map<UnitId, Integer> ranks = new LinkedHashMap<>();
    int rank = 1;
    for (Set<UnitId> equal : groups(points)) {
      boolean ordered = order.containsAll(equal);
      int within = 0;
      for (UnitId unit : ordered ? inOrder(equal, order) : equal) {
        ranks.put(unit, ordered ? rank + within++ : rank);
      }
      rank += equal.size();
    }
    return ranks;
  }

  /** Ranks, and what became of each tie. */
  record Ranking(Map<UnitId, Integer> ranks, List<Tie> ties) {}

  /**
   * Ranks units by their values, and equal ones by the cascade of the regulation: each step of it
   * splits those who are still equal, and what people decided comes last. Who is still equal then
   * shares a rank if the regulation allows it; else the tie is open and the shared rank
   * provisional.
   *
   * @param values more is better
   * @param cascade the steps in their order
   * @param tells the number by which a step tells a unit apart, more being better; a step that has
   *     none for one of the equal units is left out
   * @param equalRanks whether units may share a rank
   * @param order what people decided, the better first
   */
  static Ranking by(
      SortedMap<UnitId, Fraction> values,
      List<TieStep> cascade,
      BiFunction<TieStep, UnitId, @Nullable Fraction> tells,
      boolean equalRanks,
      List<UnitId> order) {
    List<Tie> ties = new ArrayList<>();
    Map<UnitId, Integer> ranks = new LinkedHashMap<>();
    int rank = 1;
    for (Set<UnitId> equal : groups(values)) {
      for (Set<UnitId> still : apart(equal, cascade, tells, equalRanks, order, ties)) {
        for (UnitId unit : still) {
          ranks.put(unit, rank);
        }
        rank += still.size();
      }
    }
    return new Ranking(ranks, List.copyOf(ties));
  }

  private static List<Set<UnitId>> apart(
      Set<UnitId> equal,
      List<TieStep> cascade,
      BiFunction<TieStep, UnitId, @Nullable Fraction> tells,
      boolean equalRanks,
      List<UnitId> order,
      List<Tie> ties) {
    if (equal.size() == 1) {
      return List.of(equal);
    }
    TieStep step = cascade.isEmpty() ? null : cascade.getFirst();
    if (step != null && !step.by().isDecision()) {
      List<Set<UnitId>> groups = groups(numbers(equal, step, tells));
      if (groups.size() > 1) {
        ties.add(new Tie(List.copyOf(equal), Tie.How.BY_FIGURES, step));
      }
      List<TieStep> rest = cascade.subList(1, cascade.size());
      List<Set<UnitId>> result = new ArrayList<>();
      for (Set<UnitId> still : groups.isEmpty() ? List.of(equal) : groups) {
        result.addAll(apart(still, rest, tells, equalRanks, order, ties));
      }
      return result;
    }
    if (order.containsAll(equal)) {
      ties.add(new Tie(List.copyOf(equal), Tie.How.BY_DECISION, step));
      return inOrder(equal, order).stream().map(Set::of).toList();
    }
    ties.add(
        new Tie(
            List.copyOf(equal), equalRanks && step == null ? Tie.How.SHARED : Tie.How.OPEN, step));
    return List.of(equal);
  }

  /** The number of each unit; none at all if one of them has none. */
  private static SortedMap<UnitId, Fraction> numbers(
      Set<UnitId> units, TieStep step, BiFunction<TieStep, UnitId, @Nullable Fraction> tells) {
    SortedMap<UnitId, Fraction> numbers = new TreeMap<>(Comparator.comparing(UnitId::slug));
    for (UnitId unit : units) {
      Fraction number = tells.apply(step, unit);
      if (number == null) {
        return Collections.emptySortedMap();
      }
      numbers.put(unit, number);
    }
    return numbers;
  }

  private static List<UnitId> inOrder(Collection<UnitId> units, List<UnitId> order) {
    List<UnitId> sorted = new ArrayList<>(units);
    sorted.sort(Comparator.comparingInt(order::indexOf));
    return sorted;
  }

  private static <N extends Comparable<N>> List<Set<UnitId>> groups(Map<UnitId, N> values) {
    NavigableMap<N, Set<UnitId>> groups = new TreeMap<>(Comparator.reverseOrder());
    values.forEach(
        (unit, each) ->
            groups
                .computeIfAbsent(each, none -> new TreeSet<>(Comparator.comparing(UnitId::slug)))
                .add(unit));
    return List.copyOf(groups.values());
  }
}
