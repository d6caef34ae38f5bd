package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    return byPoints(points).values().stream().filter(equal -> equal.size() > 1).toList();
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
    for (Set<UnitId> equal : byPoints(points).values()) {
      boolean ordered = order.containsAll(equal);
      int within = 0;
      for (UnitId unit : ordered ? inOrder(equal, order) : equal) {
        ranks.put(unit, ordered ? rank + within++ : rank);
      }
      rank += equal.size();
    }
    return ranks;
  }

  private static List<UnitId> inOrder(Collection<UnitId> units, List<UnitId> order) {
    List<UnitId> sorted = new ArrayList<>(units);
    sorted.sort(Comparator.comparingInt(order::indexOf));
    return sorted;
  }

  private static NavigableMap<BigDecimal, Set<UnitId>> byPoints(Map<UnitId, BigDecimal> points) {
    NavigableMap<BigDecimal, Set<UnitId>> groups = new TreeMap<>(Comparator.reverseOrder());
    points.forEach(
        (unit, each) ->
            groups
                .computeIfAbsent(each, none -> new TreeSet<>(Comparator.comparing(UnitId::slug)))
                .add(unit));
    return groups;
  }
}
