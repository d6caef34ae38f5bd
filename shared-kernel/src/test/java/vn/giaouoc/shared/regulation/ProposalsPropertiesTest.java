package vn.giaouoc.shared.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.shared.regulation.Drawings.award;
import static vn.giaouoc.shared.regulation.Drawings.contender;
import static vn.giaouoc.shared.regulation.Drawings.excluded;
import static vn.giaouoc.shared.regulation.Drawings.name;
import static vn.giaouoc.shared.regulation.Drawings.told;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.regulation.Condition.FoundByPeople;
import vn.giaouoc.shared.regulation.CountRule.Fixed;
import vn.giaouoc.shared.regulation.CountRule.Parts;
import vn.giaouoc.shared.regulation.CountRule.Places;
import vn.giaouoc.shared.regulation.CountRule.Ratio;
import vn.giaouoc.shared.regulation.CountRule.TheRest;
import vn.giaouoc.shared.regulation.Proposals.Contender;
import vn.giaouoc.shared.regulation.Proposals.Drawn;
import vn.giaouoc.shared.regulation.Proposals.Known;
import vn.giaouoc.shared.regulation.Proposals.Passed;
import vn.giaouoc.shared.regulation.Proposals.Standing;
import vn.giaouoc.shared.regulation.Proposals.Why;
import vn.giaouoc.shared.unit.UnitId;

/** What holds of every drawing. */
class ProposalsPropertiesTest {

  private static final int TRIES = 3000;
  private static final List<Condition> CONDITIONS =
      List.of(
          new FoundByPeople("mot", "Điều kiện một", "Điều 1"),
          new FoundByPeople("hai", "Điều kiện hai", "Điều 2"));

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  /** A regulation, and a bloc with some proposals that stand. */
  private record Case(Regulation regulation, List<Contender> field, List<Standing> standing) {

    static Case of(long seed) {
      Random random = new Random(seed);
      List<AwardRule> awards = new ArrayList<>();
      for (Title title : Title.values()) {
        List<Condition> conditions =
            CONDITIONS.stream().filter(each -> random.nextInt(3) == 0).toList();
        awards.add(award(title, count(random), conditions.toArray(Condition[]::new)));
      }
      List<Contender> field = new ArrayList<>();
      int rank = 0;
      int units = random.nextInt(9);
      for (int i = 0; i < units; i++) {
        rank = rank == 0 || random.nextInt(3) > 0 ? i + 1 : rank;
        boolean isRanked = random.nextInt(8) > 0;
        Contender unit =
            contender(name(i), isRanked ? rank : null, isRanked ? "" + (100 - rank) : null);
        for (Condition condition : CONDITIONS) {
          unit = told(unit, condition, Known.values()[Math.max(0, random.nextInt(6) - 3)]);
        }
        field.add(random.nextInt(8) == 0 ? excluded(unit, "Điều 14") : unit);
      }
      return new Case(
          Drawings.regulation(awards.toArray(AwardRule[]::new)),
          field,
          standing(awards, field, random));
    }

    private static List<Standing> standing(
        List<AwardRule> awards, List<Contender> field, Random random) {
      List<Standing> standing = new ArrayList<>();
      for (Contender each : field) {
        if (random.nextInt(6) == 0) {
          standing.add(
              new Standing(
                  awards.get(random.nextInt(awards.size())), each.unit(), random.nextInt(4) == 0));
        }
      }
      return standing;
    }

    private static CountRule count(Random random) {
      return switch (random.nextInt(6)) {
        case 0, 1 -> new Fixed(random.nextInt(4));
        case 2, 3 ->
            new Ratio(
                BigDecimal.valueOf(1 + random.nextInt(100)),
                Ratio.Of.values()[random.nextInt(3)],
                Parts.values()[random.nextInt(3)]);
        case 4 -> new Places(1 + random.nextInt(3), 3 + random.nextInt(3));
        default -> new TheRest();
      };
    }

    List<Drawn> drawn() {
      return Proposals.draw(regulation, Contest.WHOLE_BLOC, field, standing, Map.of());
    }

    Map<UnitId, Contender> byUnit() {
      return field.stream().collect(Collectors.toMap(Contender::unit, Function.identity()));
    }
  }

  @Property(tries = TRIES)
  void never_more_than_the_number(@ForAll("seeds") long seed) {
    for (Drawn drawn : Case.of(seed).drawn()) {
      if (!drawn.proposed().isEmpty()) {
        assertThat(drawn.before() + drawn.proposed().size()).isLessThanOrEqualTo(drawn.number());
      }
      assertThat(drawn.proposed()).doesNotHaveDuplicates();
    }
  }

  @Property(tries = TRIES)
  void nobody_is_drawn_who_is_excluded_fails_or_is_not_known(@ForAll("seeds") long seed) {
    Case given = Case.of(seed);
    Map<UnitId, Contender> units = given.byUnit();
    for (Drawn drawn : given.drawn()) {
      for (UnitId each : drawn.proposed()) {
        Contender unit = units.get(each);
        assertThat(unit.excluded()).isFalse();
        assertThat(drawn.rule().conditions())
            .allSatisfy(
                condition ->
                    assertThat(Proposals.known(given.regulation(), unit, condition))
                        .isEqualTo(Known.YES));
      }
    }
  }

  @Property(tries = TRIES)
  void nobody_is_proposed_twice_in_a_track(@ForAll("seeds") long seed) {
    Case given = Case.of(seed);
    Set<UnitId> proposed =
        given.standing().stream()
            .filter(each -> !each.takenBack())
            .map(Standing::unit)
            .collect(Collectors.toCollection(HashSet::new));
    for (Drawn drawn : given.drawn()) {
      drawn.proposed().forEach(unit -> assertThat(proposed.add(unit)).isTrue());
    }
  }

  /** Whoever ranks at least as well is drawn too, or it is told why not. */
  @Property(tries = TRIES)
  void the_drawing_follows_the_ranking_and_passes_over_nobody_silently(@ForAll("seeds") long seed) {
    Case given = Case.of(seed);
    Map<UnitId, Contender> units = given.byUnit();
    for (Drawn drawn : given.drawn()) {
      int from = drawn.rule().count() instanceof Places places ? places.from() : 1;
      Set<UnitId> told = drawn.passed().stream().map(Passed::unit).collect(Collectors.toSet());
      for (UnitId each : drawn.proposed()) {
        int rank = units.get(each).rank();
        for (Contender better : given.field()) {
          if (better.rank() != null && better.rank() <= rank && better.rank() >= from) {
            assertThat(
                    drawn.proposed().contains(better.unit())
                        || told.contains(better.unit())
                        || given.standing().contains(new Standing(drawn.rule(), better.unit())))
                .as(better.unit().slug())
                .isTrue();
          }
        }
      }
    }
  }

  /** However what is not known turns out, what was drawn stays drawn. */
  @Property(tries = TRIES)
  void what_is_drawn_does_not_depend_on_what_is_not_known(
      @ForAll("seeds") long seed, @ForAll Random random) {
    Case given = Case.of(seed);
    List<Contender> known = new ArrayList<>();
    for (Contender unit : given.field()) {
      Contender turned = unit;
      for (Condition condition : CONDITIONS) {
        if (unit.record().get(condition) == Known.UNKNOWN) {
          turned = told(turned, condition, random.nextBoolean() ? Known.YES : Known.NO);
        }
      }
      known.add(turned);
    }
    List<Drawn> before = given.drawn();
    List<Drawn> after = new Case(given.regulation(), known, given.standing()).drawn();
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).proposed()).containsAll(before.get(i).proposed());
    }
  }

  @Property(tries = TRIES)
  void the_order_of_entry_does_not_matter_and_drawing_twice_is_the_same(
      @ForAll("seeds") long seed, @ForAll Random random) {
    Case given = Case.of(seed);
    List<Contender> field = new ArrayList<>(given.field());
    List<Standing> standing = new ArrayList<>(given.standing());
    Collections.shuffle(field, random);
    Collections.shuffle(standing, random);
    assertThat(new Case(given.regulation(), field, standing).drawn()).isEqualTo(given.drawn());
    assertThat(given.drawn()).isEqualTo(given.drawn());
  }

  /** What was drawn and then stands leaves nothing more to draw of the same award. */
  @Property(tries = TRIES)
  void after_the_drawing_stands_nobody_else_is_drawn(@ForAll("seeds") long seed) {
    Case given = Case.of(seed);
    List<Standing> standing = new ArrayList<>(given.standing());
    Map<AwardRule, Drawn> first = new HashMap<>();
    for (Drawn drawn : given.drawn()) {
      first.put(drawn.rule(), drawn);
      drawn.proposed().forEach(unit -> standing.add(new Standing(drawn.rule(), unit)));
    }
    for (Drawn again : new Case(given.regulation(), given.field(), standing).drawn()) {
      assertThat(again.proposed()).as(again.rule().title().code()).isEmpty();
      assertThat(again.passed().stream().filter(each -> each.why() == Why.TIE).map(Passed::unit))
          .containsExactlyElementsOf(
              first.get(again.rule()).passed().stream()
                  .filter(each -> each.why() == Why.TIE)
                  .map(Passed::unit)
                  .toList());
    }
  }
}
