package vn.giaouoc.shared.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.regulation.Method.RelativeToBest;
import vn.giaouoc.shared.regulation.Method.Stepped;
import vn.giaouoc.shared.regulation.RandomScales.Case;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.regulation.Sheet.Measured;
import vn.giaouoc.shared.regulation.Sheet.Untargeted;
import vn.giaouoc.shared.regulation.Standing.Amounts;
import vn.giaouoc.shared.regulation.Standing.ContentScore;
import vn.giaouoc.shared.regulation.Standing.CriterionScore;
import vn.giaouoc.shared.regulation.Standing.Outcome;
import vn.giaouoc.shared.regulation.Standing.Scored;
import vn.giaouoc.shared.regulation.Standing.Tie;
import vn.giaouoc.shared.regulation.Standing.UnitScore;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.unit.UnitId;

/** What holds for every regulation and every bloc. */
class ScoringPropertiesTest {

  private static final int TRIES = 3000;

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  private static Standing scored(Case each) {
    return Scoring.of(each.regulation(), each.sheets(), each.order());
  }

  @Property(tries = TRIES)
  void the_order_of_entry_does_not_matter(@ForAll("seeds") long seed, @ForAll Random random) {
    Case given = RandomScales.of(seed);
    List<Sheet> shuffled = new ArrayList<>();
    for (Sheet sheet : given.sheets()) {
      List<String> criteria = new ArrayList<>(sheet.entries().keySet());
      Collections.shuffle(criteria, random);
      Map<String, Entry> entries = new LinkedHashMap<>();
      criteria.forEach(each -> entries.put(each, sheet.entries().get(each)));
      shuffled.add(new Sheet(sheet.unit(), entries));
    }
    Collections.shuffle(shuffled, random);
    assertThat(Scoring.of(given.regulation(), shuffled, given.order())).isEqualTo(scored(given));
  }

  @Property(tries = TRIES)
  void computing_it_again_from_what_was_stored_changes_nothing(@ForAll("seeds") long seed)
      throws Exception {
    Case given = RandomScales.of(seed);
    Case stored = Wire.mapper().readValue(Wire.mapper().writeValueAsString(given), Case.class);
    assertThat(stored).isEqualTo(given);
    assertThat(scored(stored)).isEqualTo(scored(given));
  }

  @Property(tries = TRIES)
  void a_higher_figure_that_is_better_never_lowers_the_units_own_points(
      @ForAll("seeds") long seed, @ForAll Random random) {
    Case given = RandomScales.of(seed);
    Standing before = scored(given);
    for (int i = 0; i < given.sheets().size(); i++) {
      Sheet sheet = given.sheets().get(i);
      for (Criterion criterion : scale(given).criteria().toList()) {
        Entry raised = raised(criterion, sheet.entries().get(criterion.id()), random);
        if (raised == null) {
          continue;
        }
        Map<String, Entry> entries = new LinkedHashMap<>(sheet.entries());
        entries.put(criterion.id(), raised);
        List<Sheet> sheets = new ArrayList<>(given.sheets());
        sheets.set(i, new Sheet(sheet.unit(), entries));
        Standing after = Scoring.of(given.regulation(), sheets, given.order());
        isNotLower(
            Examples.criterionOf(before.of(sheet.unit()), criterion.id()).outcome(),
            Examples.criterionOf(after.of(sheet.unit()), criterion.id()).outcome());
        isNotLower(before.of(sheet.unit()).outcome(), after.of(sheet.unit()).outcome());
      }
    }
  }

  private static @Nullable Entry raised(Criterion criterion, @Nullable Entry entry, Random random) {
    boolean higher =
        criterion.direction() == Direction.HIGHER
            || criterion.method() instanceof Stepped stepped && stepped.of() == Stepped.Of.VALUE;
    if (!higher || criterion.method() instanceof RelativeToBest) {
      return null;
    }
    if (criterion.over() != null && criterion.direction() != Direction.HIGHER) {
      return null;
    }
    BigDecimal more = new BigDecimal(random.nextInt(2000)).movePointLeft(2);
    return switch (entry) {
      case Measured each when each.actual() != null ->
          new Measured(each.actual().add(more), each.target(), each.upTo());
      case Untargeted each -> new Untargeted(each.actual().add(more));
      case null, default -> null;
    };
  }

  private static void isNotLower(Outcome before, Outcome after) {
    if (before instanceof Scored one && after instanceof Scored other) {
      assertThat(other.exact().total()).isGreaterThanOrEqualTo(one.exact().total());
    }
  }

  @Property(tries = TRIES)
  void shown_parts_add_up_and_are_no_step_away_from_what_counts(@ForAll("seeds") long seed) {
    Case given = RandomScales.of(seed);
    Scale.Rounding rounding = scale(given).rounding();
    for (UnitScore unit : scored(given).units()) {
      for (ContentScore content : unit.contents()) {
        addsUp(content.outcome(), content.criteria().stream().map(CriterionScore::outcome));
        content.criteria().forEach(each -> isNear(each.outcome(), rounding));
        isNear(content.outcome(), rounding);
      }
      addsUp(unit.outcome(), unit.contents().stream().map(ContentScore::outcome));
      if (unit.outcome() instanceof Scored scored && rounding != null) {
        assertThat(Objects.requireNonNull(scored.shown()).total())
            .isEqualByComparingTo(
                scored.exact().total().setScale(rounding.digits(), RoundingMode.HALF_UP));
      }
    }
  }

  private static void addsUp(Outcome whole, Stream<Outcome> parts) {
    if (!(whole instanceof Scored scored) || scored.shown() == null) {
      return;
    }
    Amounts shown = scored.shown();
    BigDecimal points = shown.pointsCut();
    BigDecimal bonus = shown.bonusCut();
    for (Outcome part : parts.toList()) {
      if (part instanceof Scored each) {
        points = points.add(Objects.requireNonNull(each.shown()).points());
        bonus = bonus.add(each.shown().bonus());
      }
    }
    assertThat(shown.points()).isEqualByComparingTo(points);
    assertThat(shown.bonus()).isEqualByComparingTo(bonus);
    assertThat(shown.total()).isEqualByComparingTo(points.add(bonus).add(shown.totalCut()));
  }

  private static void isNear(Outcome outcome, Scale.@Nullable Rounding rounding) {
    if (outcome instanceof Scored scored && scored.shown() != null && rounding != null) {
      BigDecimal step = BigDecimal.ONE.movePointLeft(rounding.digits());
      assertThat(scored.shown().total().subtract(scored.exact().total()).abs()).isLessThan(step);
    }
  }

  @Property(tries = TRIES)
  void ranks_are_an_order_that_agrees_with_what_units_are_ranked_by(@ForAll("seeds") long seed) {
    Case given = RandomScales.of(seed);
    Standing standing = scored(given);
    if (scale(given).rank() == null) {
      assertThat(standing.units()).allMatch(each -> each.rank() == null);
      return;
    }
    By by = scale(given).rank().by();
    List<UnitScore> ranked = standing.units().stream().filter(each -> each.rank() != null).toList();
    for (UnitScore one : ranked) {
      assertThat(one.rank())
          .isEqualTo(1 + (int) ranked.stream().filter(each -> each.rank() < one.rank()).count());
      for (UnitScore other : ranked) {
        if (value(one, by).compareTo(value(other, by)) > 0) {
          assertThat(one.rank()).isLessThan(other.rank());
        }
        if (!one.unit().equals(other.unit()) && one.rank().equals(other.rank())) {
          assertThat(standing.ties())
              .as("who shares a rank is in a tie that says so")
              .anyMatch(
                  tie ->
                      tie.units().contains(one.unit())
                          && tie.units().contains(other.unit())
                          && (tie.how() == Tie.How.SHARED || tie.how() == Tie.How.OPEN));
        }
      }
    }
  }

  @Property(tries = TRIES)
  void with_everybody_told_apart_ranks_are_a_total_order(
      @ForAll("seeds") long seed, @ForAll Random random) {
    Case given = RandomScales.of(seed);
    List<UnitId> order = new ArrayList<>(given.sheets().stream().map(Sheet::unit).toList());
    Collections.shuffle(order, random);
    List<Integer> ranks =
        Scoring.of(given.regulation(), given.sheets(), order).units().stream()
            .map(UnitScore::rank)
            .filter(Objects::nonNull)
            .toList();
    for (int i = 0; i < ranks.size(); i++) {
      assertThat(ranks.get(i)).isEqualTo(i + 1);
    }
  }

  private static BigDecimal value(UnitScore score, By by) {
    return by == By.RATE
        ? Objects.requireNonNull(score.rate())
        : Examples.exact(score.outcome()).total();
  }

  private static Scale scale(Case given) {
    return Objects.requireNonNull(given.regulation().scale());
  }
}
