package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.regulation.Method.Assessed;
import vn.giaouoc.shared.regulation.Method.Band;
import vn.giaouoc.shared.regulation.Method.ExternalAward;
import vn.giaouoc.shared.regulation.Method.Item;
import vn.giaouoc.shared.regulation.Method.Lateness;
import vn.giaouoc.shared.regulation.Method.OverFulfilment;
import vn.giaouoc.shared.regulation.Method.PassFail;
import vn.giaouoc.shared.regulation.Method.Penalties;
import vn.giaouoc.shared.regulation.Method.PerItem;
import vn.giaouoc.shared.regulation.Method.PlusMinus;
import vn.giaouoc.shared.regulation.Method.Proportional;
import vn.giaouoc.shared.regulation.Method.RelativeToBest;
import vn.giaouoc.shared.regulation.Method.Stepped;
import vn.giaouoc.shared.regulation.Scale.Counting;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Scale.Excess;
import vn.giaouoc.shared.regulation.Scale.Lower;
import vn.giaouoc.shared.regulation.Sheet.Assessments;
import vn.giaouoc.shared.regulation.Sheet.Counted;
import vn.giaouoc.shared.regulation.Sheet.Delivered;
import vn.giaouoc.shared.regulation.Sheet.Done;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.regulation.Sheet.Measured;
import vn.giaouoc.shared.regulation.Sheet.Unassigned;
import vn.giaouoc.shared.regulation.Sheet.Untargeted;
import vn.giaouoc.shared.regulation.Standing.Gap;
import vn.giaouoc.shared.regulation.Standing.Why;
import vn.giaouoc.shared.regulation.Working.Rule;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.unit.UnitId;

/** Marks one criterion of one unit: the method, its caps, and every step that was taken. */
final class Marker {

  private static final Set<Rule> RATES =
      EnumSet.of(
          Rule.RATE_HIGHER,
          Rule.RATE_TARGET_OVER_ACTUAL,
          Rule.RATE_MIRRORED,
          Rule.RATE_WITHOUT_BOUND,
          Rule.MET_OR_NOT,
          Rule.MET_WITHIN);

  private final Criterion criterion;
  private final UnitId unit;
  private final SortedMap<UnitId, Entry> bloc;
  private final List<Working> workings = new ArrayList<>();
  private @Nullable Gap gap;

  /**
   * One criterion of one unit before anything is rounded.
   *
   * @param gap why it is not known; points and bonus say nothing then
   */
  record Mark(
      Criterion criterion,
      boolean assigned,
      Fraction points,
      Fraction bonus,
      List<Working> workings,
      @Nullable Gap gap) {}

  /**
   * How much of a target is reached.
   *
   * @param value 1 is all of it; never negative
   * @param bounded whether it is a number at all
   * @param told whether it is a rate, and not only reached or not
   */
  private record Rate(Fraction value, boolean bounded, boolean told) {

    static Rate of(Fraction value) {
      return new Rate(value.max(Fraction.ZERO), true, true);
    }

    static Rate met(boolean met) {
      return new Rate(met ? Fraction.ONE : Fraction.ZERO, true, false);
    }

    Fraction percent() {
      return value.times(Fraction.HUNDRED);
    }
  }

  private Marker(Criterion criterion, UnitId unit, SortedMap<UnitId, Entry> bloc) {
    this.criterion = criterion;
    this.unit = unit;
    this.bloc = bloc;
  }

  /**
   * Marks a criterion.
   *
   * @param bloc what is known of it of every unit; units of which nothing is known are in {@code
   *     units} only
   */
  static Mark mark(
      Criterion criterion,
      Scale.@Nullable NotAssigned notAssigned,
      UnitId unit,
      SortedMap<UnitId, Entry> bloc,
      SortedSet<UnitId> units) {
    return new Marker(criterion, unit, bloc).mark(notAssigned, units);
  }

  private Mark mark(Scale.@Nullable NotAssigned notAssigned, SortedSet<UnitId> units) {
    Entry entry = bloc.get(unit);
    if (entry instanceof Unassigned) {
      return notAssigned(notAssigned);
    }
    if (criterion.method() == null) {
      missing(Why.NOT_STATED, "method");
      return marked(null, null);
    }
    if (entry == null) {
      missing(Why.FIGURE_MISSING, null);
      return marked(null, null);
    }
    Fraction base = base(criterion.method(), entry, units);
    Excess over = criterion.over();
    return marked(base, base == null || over == null ? Fraction.ZERO : over(over, entry));
  }

  private Mark marked(@Nullable Fraction base, @Nullable Fraction over) {
    if (base == null || over == null) {
      return new Mark(criterion, true, Fraction.ZERO, Fraction.ZERO, workings, gap);
    }
    return criterion.givesBonus()
        ? new Mark(criterion, true, Fraction.ZERO, base.plus(over), workings, null)
        : new Mark(criterion, true, base, over, workings, null);
  }

  private Mark notAssigned(Scale.@Nullable NotAssigned rule) {
    if (rule == null) {
      missing(Why.NOT_STATED, "notAssigned");
      return marked(null, null);
    }
    if (!criterion.countsAsStandard()) { // no bonus, and nothing taken away
      boolean assigned = rule.effect() == Scale.NotAssigned.Effect.STANDARD_POINTS;
      return new Mark(criterion, assigned, Fraction.ZERO, Fraction.ZERO, workings, null);
    }
    return switch (rule.effect()) {
      case STANDARD_POINTS -> {
        Fraction standard = standard();
        if (standard != null) {
          step(Rule.NOT_ASSIGNED_STANDARD, null, standard);
        }
        yield marked(standard, Fraction.ZERO);
      }
      case OUT_OF_MAXIMUM -> {
        if (criterion.standard() != null) {
          step(
              Rule.NOT_ASSIGNED_OUT,
              null,
              Fraction.ZERO,
              "standard",
              Fraction.of(criterion.standard()));
        }
        yield new Mark(criterion, false, Fraction.ZERO, Fraction.ZERO, workings, null);
      }
    };
  }

  private @Nullable Fraction base(Method method, Entry entry, SortedSet<UnitId> units) {
    return switch (method) {
      case Proportional each -> capped(proportional(each, entry));
      case PassFail _ -> capped(passFail(entry));
      case Stepped each -> capped(stepped(each, entry));
      case PerItem each -> standard() == null ? null : capped(items(each.items(), entry, false));
      case OverFulfilment each -> capped(over(each.excess(), entry));
      case RelativeToBest each -> capped(relative(each, entry, units));
      case Lateness each -> capped(lateness(each, entry));
      case Assessed each -> assessed(each, entry);
      case ExternalAward each -> capped(awards(each, entry));
      case Penalties each -> {
        Fraction sum = items(each.items(), entry, true);
        yield sum == null || each.atMost() == null
            ? sum
            : atLeast(sum, Fraction.of(each.atMost()).negated());
      }
      case PlusMinus each -> {
        Fraction sum = items(each.items(), entry, false);
        if (sum != null && each.cap() != null) {
          sum = atMost(sum, Fraction.of(each.cap()));
        }
        yield sum == null || each.floor() == null ? sum : atLeast(sum, Fraction.of(each.floor()));
      }
    };
  }

  private @Nullable Fraction proportional(Proportional method, Entry entry) {
    Fraction standard = standard();
    Rate rate = standard == null ? null : rate(entry, true);
    if (standard == null || rate == null) {
      return null;
    }
    if (rate.bounded()
        && method.zeroBelow() != null
        && rate.percent().compareTo(Fraction.of(method.zeroBelow())) < 0) {
      return step(
          Rule.BELOW_THE_LEAST_RATE,
          null,
          Fraction.ZERO,
          "rate",
          rate.percent(),
          "least",
          Fraction.of(method.zeroBelow()));
    }
    Fraction counted = rate.bounded() ? rate.value().min(Fraction.ONE) : Fraction.ONE;
    return step(
        Rule.PROPORTIONAL,
        null,
        standard.times(counted),
        "standard",
        standard,
        "rate",
        counted.times(Fraction.HUNDRED));
  }

  private @Nullable Fraction passFail(Entry entry) {
    Fraction standard = standard();
    if (standard == null) {
      return null;
    }
    Boolean passed =
        switch (entry) {
          case Done each -> (Boolean) each.done();
          case Measured each -> isMet(each);
          case Untargeted _, Counted _, Delivered _, Assessments _, Unassigned _ -> ofAnotherKind();
        };
    if (passed == null) {
      return null;
    }
    return passed ? step(Rule.PASSED, null, standard) : step(Rule.NOT_PASSED, null, Fraction.ZERO);
  }

  private @Nullable Fraction stepped(Stepped method, Entry entry) {
    if (method.bands().isEmpty()) {
      return missing(Why.NOT_STATED, "bands");
    }
    Fraction value;
    boolean bounded = true;
    if (method.of() == Stepped.Of.RATE) {
      Rate rate = rate(entry, true);
      if (rate == null) {
        return null;
      }
      value = rate.percent();
      bounded = rate.bounded();
    } else {
      BigDecimal actual =
          switch (entry) {
            case Measured each -> each.actual();
            case Untargeted each -> each.actual();
            case Done _, Counted _, Delivered _, Assessments _, Unassigned _ -> null;
          };
      if (actual == null) {
        return entry instanceof Measured ? missing(Why.FIGURE_MISSING, null) : ofAnotherKind();
      }
      value = Fraction.of(actual);
    }
    for (Band band : method.bands()) {
      if ((!bounded || reaches(value, band.from(), true))
          && (band.below() == null || (bounded && !reaches(value, band.below(), false)))) {
        return step(Rule.BAND, range(band), Fraction.of(band.points()), "value", value);
      }
    }
    return missing(Why.IN_NO_BAND, null);
  }

  private static boolean reaches(Fraction value, @Nullable BigDecimal limit, boolean ifNone) {
    return limit == null ? ifNone : value.compareTo(Fraction.of(limit)) >= 0;
  }

  private static String range(Band band) {
    return (band.from() == null ? "…" : band.from().toPlainString())
        + " – < "
        + (band.below() == null ? "…" : band.below().toPlainString());
  }

  private @Nullable Fraction over(Excess method, Entry entry) {
    Fraction standard = standard();
    if (standard == null) {
      return null;
    }
    if (method.counting() == null || method.perPercent() == null) {
      return missing(Why.NOT_STATED, method.counting() == null ? "counting" : "perPercent");
    }
    Rate rate = rate(entry, workings.stream().noneMatch(each -> RATES.contains(each.rule())));
    if (rate == null) {
      return null;
    }
    if (!rate.bounded()) {
      return method.cap() == null
          ? missing(Why.EXCESS_WITHOUT_BOUND, "cap")
          : step(Rule.OVER_WITHOUT_BOUND, null, Fraction.of(method.cap()));
    }
    Fraction over = rate.percent().minus(Fraction.HUNDRED);
    if (!rate.told() || over.signum() <= 0) {
      return step(Rule.NOT_EXCEEDED, null, Fraction.ZERO);
    }
    Fraction perPercent = Fraction.of(method.perPercent());
    Fraction counted =
        switch (method.counting()) {
          case WHOLE_PERCENT -> over.whole();
          case PROPORTIONAL -> over;
        };
    Fraction bonus =
        step(
            method.counting() == Counting.WHOLE_PERCENT
                ? Rule.OVER_WHOLE_PERCENT
                : Rule.OVER_PROPORTIONAL,
            null,
            counted.times(perPercent).times(standard).over(Fraction.HUNDRED),
            "over",
            over,
            "counted",
            counted,
            "perPercent",
            perPercent,
            "standard",
            standard);
    return method.cap() == null ? bonus : atMost(bonus, Fraction.of(method.cap()));
  }

  private @Nullable Fraction relative(RelativeToBest method, Entry entry, SortedSet<UnitId> units) {
    Fraction standard = standard();
    if (standard == null) {
      return null;
    }
    if (entry instanceof Untargeted each) {
      return bestWithoutTarget(Fraction.of(each.actual()), standard, units);
    }
    Rate rate = rate(entry, true);
    if (rate == null) {
      return null;
    }
    Fraction part = Fraction.of(method.atTarget());
    Fraction atTarget = standard.times(part).over(Fraction.HUNDRED);
    int compared = rate.bounded() ? rate.value().compareTo(Fraction.ONE) : 1;
    if (compared < 0) {
      return step(
          Rule.UNDER_TARGET,
          null,
          atTarget.times(rate.value()),
          "part",
          part,
          "standard",
          standard,
          "rate",
          rate.percent());
    }
    if (compared == 0) {
      return step(Rule.AT_TARGET, null, atTarget, "part", part, "standard", standard);
    }
    return aboveTarget(rate, part, standard, units);
  }

  private @Nullable Fraction aboveTarget(
      Rate rate, Fraction part, Fraction standard, SortedSet<UnitId> units) {
    if (!rate.bounded()) {
      return step(Rule.BEST_OF_THE_BLOC, null, standard);
    }
    Fraction over = rate.percent().minus(Fraction.HUNDRED);
    Fraction best = over;
    UnitId bestUnit = unit;
    SortedSet<String> unknown = new TreeSet<>();
    for (UnitId other : units) {
      Entry entry = bloc.get(other);
      if (entry instanceof Unassigned || entry instanceof Untargeted) {
        continue; // can never be the measure
      }
      Marker marker = new Marker(criterion, other, bloc);
      Rate others = entry == null ? null : marker.rate(entry, false);
      if (others == null) {
        unknown.add(other.slug());
      } else if (!others.bounded()) {
        return missing(Why.EXCESS_WITHOUT_BOUND, other.slug());
      } else if (others.told()) {
        Fraction excess = others.percent().minus(Fraction.HUNDRED);
        if (excess.compareTo(best) > 0) {
          best = excess;
          bestUnit = other;
        }
      }
    }
    if (!unknown.isEmpty()) {
      return missing(Why.BEST_NOT_KNOWN, String.join(", ", unknown));
    }
    if (best.equals(over)) {
      return step(Rule.BEST_OF_THE_BLOC, null, standard, "over", over);
    }
    Fraction rest = Fraction.HUNDRED.minus(part).times(over).over(best);
    return step(
        Rule.BETWEEN_TARGET_AND_BEST,
        bestUnit.slug(),
        standard.times(part.plus(rest)).over(Fraction.HUNDRED),
        "over",
        over,
        "best",
        best,
        "part",
        part,
        "standard",
        standard);
  }

  private @Nullable Fraction bestWithoutTarget(
      Fraction actual, Fraction standard, SortedSet<UnitId> units) {
    if (criterion.direction() == null) {
      return missing(Why.NOT_STATED, "direction");
    }
    if (criterion.direction() != Direction.HIGHER && criterion.direction() != Direction.LOWER) {
      return ofAnotherKind();
    }
    boolean higher = criterion.direction() == Direction.HIGHER;
    Fraction best = actual;
    UnitId bestUnit = unit;
    SortedSet<String> unknown = new TreeSet<>();
    for (UnitId other : units) {
      Entry entry = bloc.get(other);
      if (entry == null) {
        unknown.add(other.slug());
      } else if (entry instanceof Untargeted each) {
        Fraction figure = Fraction.of(each.actual());
        if (higher ? figure.compareTo(best) > 0 : figure.compareTo(best) < 0) {
          best = figure;
          bestUnit = other;
        }
      }
    }
    if (!unknown.isEmpty()) {
      return missing(Why.BEST_NOT_KNOWN, String.join(", ", unknown));
    }
    Fraction share;
    if (higher) {
      share = best.signum() <= 0 ? Fraction.ZERO : actual.max(Fraction.ZERO).over(best);
    } else if (actual.equals(best)) {
      share = Fraction.ONE;
    } else {
      share = best.signum() <= 0 ? Fraction.ZERO : best.over(actual);
    }
    return step(
        higher ? Rule.BEST_WITHOUT_TARGET_HIGHER : Rule.BEST_WITHOUT_TARGET_LOWER,
        bestUnit.slug(),
        share.times(standard),
        "actual",
        actual,
        "best",
        best,
        "standard",
        standard);
  }

  private @Nullable Fraction lateness(Lateness method, Entry entry) {
    Fraction standard = standard();
    if (standard == null) {
      return null;
    }
    Fraction least = method.floor() == null ? Fraction.ZERO : Fraction.of(method.floor());
    if (entry instanceof Done each) {
      return each.done()
          ? missing(Why.OF_ANOTHER_KIND, "daysLate")
          : step(Rule.NEVER_CAME, null, least);
    }
    if (!(entry instanceof Delivered delivered)) {
      return ofAnotherKind();
    }
    long grace = method.grace() == null ? 0 : method.grace();
    long counted = Math.max(0, delivered.daysLate() - grace);
    if (counted == 0) {
      return step(Rule.IN_TIME, null, standard);
    }
    Fraction perDay = Fraction.of(method.perDay());
    return step(
        Rule.DAYS_LATE,
        null,
        standard.minus(perDay.times(Fraction.of(counted))).max(least),
        "days",
        Fraction.of(delivered.daysLate()),
        "counted",
        Fraction.of(counted),
        "perDay",
        perDay,
        "standard",
        standard,
        "least",
        least);
  }

  private @Nullable Fraction assessed(Assessed method, Entry entry) {
    Fraction standard = standard();
    if (standard == null) {
      return null;
    }
    if (!(entry instanceof Assessments given)) {
      return ofAnotherKind();
    }
    int count = given.points().size();
    if (count == 0 || (method.number() != null && method.number() > count)) {
      return missing(
          Why.ASSESSORS_MISSING, method.number() == null ? null : count + "/" + method.number());
    }
    if (method.number() != null && method.number() < count) {
      return missing(Why.OUT_OF_RANGE, count + "/" + method.number());
    }
    Fraction sum = Fraction.ZERO;
    Fraction lowest = standard;
    Fraction highest = Fraction.ZERO;
    for (BigDecimal each : given.points()) {
      Fraction points = Fraction.of(each);
      if (points.signum() < 0 || points.compareTo(standard) > 0) {
        return missing(Why.OUT_OF_RANGE, each.toPlainString());
      }
      sum = sum.plus(points);
      lowest = lowest.min(points);
      highest = highest.max(points);
    }
    Fraction number = Fraction.of(count);
    return switch (method.combine()) {
      case MEAN -> step(Rule.MEAN_OF_ASSESSORS, method.by(), sum.over(number), "count", number);
      case LOWEST -> step(Rule.LOWEST_OF_ASSESSORS, method.by(), lowest, "count", number);
      case HIGHEST -> step(Rule.HIGHEST_OF_ASSESSORS, method.by(), highest, "count", number);
    };
  }

  private @Nullable Fraction awards(ExternalAward method, Entry entry) {
    if (method.several() == ExternalAward.Several.ALL) {
      return items(method.awards(), entry, false);
    }
    SortedMap<String, Fraction> counts = counts(method.awards(), entry);
    if (counts == null) {
      return null;
    }
    Item highest = null;
    for (Item award : method.awards()) {
      Fraction count = counts.get(award.id());
      if (count != null
          && count.signum() > 0
          && (highest == null || award.each().compareTo(highest.each()) > 0)) {
        highest = award;
      }
    }
    return highest == null
        ? step(Rule.SUM, null, Fraction.ZERO)
        : step(Rule.HIGHEST_AWARD, highest.name(), Fraction.of(highest.each()));
  }

  private @Nullable Fraction items(List<Item> items, Entry entry, boolean penalty) {
    SortedMap<String, Fraction> counts = counts(items, entry);
    if (counts == null) {
      return null;
    }
    Fraction sum = Fraction.ZERO;
    for (Item item : items) {
      Fraction count = counts.getOrDefault(item.id(), Fraction.ZERO);
      Fraction each = Fraction.of(item.each());
      Fraction points = count.times(each);
      if (item.atMost() != null && points.compareTo(Fraction.of(item.atMost())) > 0) {
        Fraction cap = Fraction.of(item.atMost());
        points = step(Rule.ITEM_CAPPED, item.name(), cap, "count", count, "each", each, "cap", cap);
      } else if (count.signum() != 0) {
        step(
            penalty ? Rule.PENALTY : Rule.ITEM,
            item.name(),
            penalty ? points.negated() : points,
            "count",
            count,
            "each",
            each);
      }
      sum = penalty ? sum.minus(points) : sum.plus(points);
    }
    return step(Rule.SUM, null, sum);
  }

  private @Nullable SortedMap<String, Fraction> counts(List<Item> items, Entry entry) {
    if (items.isEmpty()) {
      missing(Why.NOT_STATED, "items");
      return null;
    }
    if (!(entry instanceof Counted counted)) {
      ofAnotherKind();
      return null;
    }
    SortedMap<String, Fraction> counts = new TreeMap<>();
    for (Item item : items) {
      BigDecimal count = counted.counts().get(item.id());
      if (count == null) {
        missing(Why.COUNT_MISSING, item.id());
        return null;
      }
      if (count.signum() < 0) {
        missing(Why.OUT_OF_RANGE, item.id());
        return null;
      }
      counts.put(item.id(), Fraction.of(count));
    }
    return counts;
  }

  /** Whether a figure reaches its target; unknown where one of them or the direction is. */
  private @Nullable Boolean isMet(Measured measured) {
    Rate rate = rate(measured, false);
    if (rate == null) {
      return null;
    }
    return !rate.bounded() || rate.value().compareTo(Fraction.ONE) >= 0;
  }

  private @Nullable Rate rate(Entry entry, boolean told) {
    if (!(entry instanceof Measured measured)) {
      ofAnotherKind();
      return null;
    }
    if (criterion.direction() == null) {
      missing(Why.NOT_STATED, "direction");
      return null;
    }
    if (measured.actual() == null) {
      missing(Why.FIGURE_MISSING, null);
      return null;
    }
    if (measured.target() == null) {
      missing(Why.TARGET_MISSING, null);
      return null;
    }
    Fraction actual = Fraction.of(measured.actual());
    Fraction target = Fraction.of(measured.target());
    return switch (criterion.direction()) {
      case HIGHER ->
          target.signum() > 0
              ? rate(Rule.RATE_HIGHER, actual.over(target), actual, target, told)
              : met(actual.compareTo(target) >= 0, actual, target, told);
      case LOWER -> lower(actual, target, told);
      case WITHIN -> within(measured, actual, target, told);
      case DONE_OR_NOT, COUNT, MIXED -> {
        ofAnotherKind();
        yield null;
      }
    };
  }

  private @Nullable Rate lower(Fraction actual, Fraction target, boolean told) {
    Lower lower =
        criterion.method() instanceof PassFail && criterion.over() == null
            ? Lower.MET_OR_NOT // passed or not, however a rate would be told
            : criterion.lower();
    if (lower == null) {
      missing(Why.NOT_STATED, "lower");
      return null;
    }
    boolean met = actual.compareTo(target) <= 0;
    if (lower == Lower.MET_OR_NOT || target.signum() <= 0) {
      return met(met, actual, target, told);
    }
    if (lower == Lower.MIRRORED) {
      Fraction left = target.plus(target).minus(actual);
      return rate(Rule.RATE_MIRRORED, left.over(target), actual, target, told);
    }
    if (actual.signum() <= 0) {
      if (told) {
        step(Rule.RATE_WITHOUT_BOUND, null, actual, "actual", actual, "target", target);
      }
      return new Rate(Fraction.ONE, false, true);
    }
    return rate(Rule.RATE_TARGET_OVER_ACTUAL, target.over(actual), actual, target, told);
  }

  private @Nullable Rate within(Measured measured, Fraction actual, Fraction from, boolean told) {
    if (measured.upTo() == null) {
      missing(Why.TARGET_MISSING, "upTo");
      return null;
    }
    Fraction upTo = Fraction.of(measured.upTo());
    Rate rate = Rate.met(actual.compareTo(from) >= 0 && actual.compareTo(upTo) <= 0);
    if (told) {
      step(Rule.MET_WITHIN, null, rate.percent(), "actual", actual, "target", from, "upTo", upTo);
    }
    return rate;
  }

  private Rate rate(Rule rule, Fraction value, Fraction actual, Fraction target, boolean told) {
    Rate rate = Rate.of(value);
    if (told) {
      step(rule, null, rate.percent(), "actual", actual, "target", target);
    }
    return rate;
  }

  private Rate met(boolean met, Fraction actual, Fraction target, boolean told) {
    Rate rate = Rate.met(met);
    if (told) {
      step(Rule.MET_OR_NOT, null, rate.percent(), "actual", actual, "target", target);
    }
    return rate;
  }

  private @Nullable Fraction standard() {
    return criterion.standard() == null
        ? missing(Why.NOT_STATED, "standard")
        : Fraction.of(criterion.standard());
  }

  /** No method gives more than the standard points, if there are any. */
  private @Nullable Fraction capped(@Nullable Fraction points) {
    return points == null || criterion.standard() == null
        ? points
        : atMost(points, Fraction.of(criterion.standard()));
  }

  private Fraction atMost(Fraction sum, Fraction cap) {
    return sum.compareTo(cap) <= 0 ? sum : step(Rule.CAP, null, cap, "sum", sum, "cap", cap);
  }

  private Fraction atLeast(Fraction sum, Fraction floor) {
    return sum.compareTo(floor) >= 0
        ? sum
        : step(Rule.FLOOR, null, floor, "sum", sum, "floor", floor);
  }

  private <T> @Nullable T ofAnotherKind() {
    return missing(Why.OF_ANOTHER_KIND, null);
  }

  private <T> @Nullable T missing(Why why, @Nullable String what) {
    if (gap == null) {
      gap = new Gap(criterion.id(), why, what);
    }
    return null;
  }

  private Fraction step(Rule rule, @Nullable String subject, Fraction result, Object... inputs) {
    workings.add(working(rule, subject, result, inputs));
    return result;
  }

  /** A step; the inputs are names and numbers in turn. */
  static Working working(Rule rule, @Nullable String subject, Fraction result, Object... inputs) {
    Map<String, BigDecimal> numbers = new TreeMap<>();
    for (int i = 0; i < inputs.length; i += 2) {
      numbers.put((String) inputs[i], ((Fraction) inputs[i + 1]).decimal());
    }
    return new Working(rule, subject, numbers, result.decimal());
  }
}
