package vn.giaouoc.shared.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.giaouoc.shared.unit.UnitId;

class RanksTest {

  /** Few different points, written with different numbers of decimals, so that there are ties. */
  @Provide
  Arbitrary<Map<UnitId, BigDecimal>> points() {
    Arbitrary<BigDecimal> point =
        Arbitraries.integers()
            .between(0, 12)
            .flatMap(
                quarters ->
                    Arbitraries.integers()
                        .between(2, 6)
                        .map(scale -> new BigDecimal(quarters * 0.25).setScale(scale)));
    return Arbitraries.maps(
            Arbitraries.integers().between(1, 40).map(number -> UnitId.of("unit-" + number)), point)
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  @Property
  void more_points_are_a_better_rank_and_the_same_points_the_same(
      @ForAll("points") Map<UnitId, BigDecimal> points) {
    Map<UnitId, Integer> ranks = Ranks.of(points, List.of());
    assertThat(ranks.keySet()).isEqualTo(points.keySet());
    for (UnitId one : points.keySet()) {
      long better =
          points.values().stream().filter(each -> each.compareTo(points.get(one)) > 0).count();
      assertThat(ranks.get(one)).isEqualTo((int) better + 1);
    }
  }

  @Property
  void a_decided_order_of_ties_makes_a_total_order_consistent_with_the_points(
      @ForAll("points") Map<UnitId, BigDecimal> points, @ForAll Random random) {
    List<UnitId> order =
        Ranks.ties(points).stream().flatMap(Set::stream).collect(Collectors.toList());
    Collections.shuffle(order, random);
    Map<UnitId, Integer> ranks = Ranks.of(points, order);
    assertThat(ranks.values().stream().sorted())
        .containsExactlyElementsOf(
            java.util.stream.IntStream.rangeClosed(1, points.size()).boxed().toList());
    for (UnitId one : points.keySet()) {
      for (UnitId other : points.keySet()) {
        int compared = points.get(one).compareTo(points.get(other));
        if (compared > 0 || (compared == 0 && order.indexOf(one) < order.indexOf(other))) {
          assertThat(ranks.get(one)).isLessThan(ranks.get(other));
        }
      }
    }
  }

  @Property
  void the_order_of_entry_does_not_matter(
      @ForAll("points") Map<UnitId, BigDecimal> points, @ForAll Random random) {
    List<UnitId> entered = new ArrayList<>(points.keySet());
    Collections.shuffle(entered, random);
    Map<UnitId, BigDecimal> otherwise = new LinkedHashMap<>();
    entered.forEach(unit -> otherwise.put(unit, points.get(unit)));
    assertThat(List.copyOf(Ranks.of(otherwise, List.of()).entrySet()))
        .isEqualTo(List.copyOf(Ranks.of(new HashMap<>(points), List.of()).entrySet()));
    assertThat(Ranks.ties(otherwise)).isEqualTo(Ranks.ties(points));
  }
}
