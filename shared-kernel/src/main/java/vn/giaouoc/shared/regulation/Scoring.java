package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.regulation.Marker.Mark;
import vn.giaouoc.shared.regulation.Method.Penalties;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.ClassRule;
import vn.giaouoc.shared.regulation.Scale.Content;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Scale.Grade;
import vn.giaouoc.shared.regulation.Scale.RankRule;
import vn.giaouoc.shared.regulation.Scale.TieStep;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.regulation.Standing.Amounts;
import vn.giaouoc.shared.regulation.Standing.ContentScore;
import vn.giaouoc.shared.regulation.Standing.CriterionScore;
import vn.giaouoc.shared.regulation.Standing.Gap;
import vn.giaouoc.shared.regulation.Standing.NotAssigned;
import vn.giaouoc.shared.regulation.Standing.Outcome;
import vn.giaouoc.shared.regulation.Standing.Scored;
import vn.giaouoc.shared.regulation.Standing.UnitScore;
import vn.giaouoc.shared.regulation.Standing.Unknown;
import vn.giaouoc.shared.regulation.Standing.Why;
import vn.giaouoc.shared.regulation.Working.Rule;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The one place where figures become points, ranks and classes. A pure function: the same scale and
 * sheets give the same standing, in whatever order they come.
 *
 * <ol>
 *   <li>Each criterion is marked by its method, up to its own caps; exactly, nothing is rounded.
 *   <li>Points and bonus points are added up apart, by content and over all, and cut there by cap
 *       and floor. The total is points and bonus together, cut by the maximum and the floor.
 *   <li>What is unknown makes content and total unknown, never zero, and a unit whose total is
 *       unknown has no rank.
 *   <li>Units are ranked and classed by exact totals or rates, and equal ones by the cascade.
 *   <li>Only for showing, the total is rounded half up; its parts, from contents down to criteria,
 *       are rounded down and those with the largest remainders up again until they add up to it
 *       (the first of equals first). What has no remainder is shown as it is.
 * </ol>
 */
public final class Scoring {

  private static final Comparator<UnitId> BY_SLUG = Comparator.comparing(UnitId::slug);

  private Scoring() {}

  /**
   * Scores and ranks the units of one contest.
   *
   * @param regulation whose scale it is; a sound one ({@link Soundness})
   * @param sheets one of each unit that takes part, each figure with the target that is to be
   *     reached by then; figures that the scale does not ask for do nothing
   * @param order how people told equal units apart, the better first; units that figures tell apart
   *     are not moved by it
   * @throws IllegalArgumentException if two sheets are of the same unit
   */
  public static Standing of(Regulation regulation, Collection<Sheet> sheets, List<UnitId> order) {
    SortedMap<UnitId, Sheet> byUnit = new TreeMap<>(BY_SLUG);
    for (Sheet sheet : sheets) {
      if (byUnit.put(sheet.unit(), sheet) != null) {
        throw new IllegalArgumentException("Two sheets of " + sheet.unit().slug());
      }
    }
    Scale scale = regulation.scale();
    if (scale == null) {
      return nothingStated(byUnit.keySet());
    }
    Map<String, SortedMap<UnitId, Entry>> bloc = new LinkedHashMap<>();
    scale.criteria().forEach(each -> bloc.put(each.id(), new TreeMap<>(BY_SLUG)));
    byUnit.forEach(
        (unit, sheet) ->
            sheet
                .entries()
                .forEach(
                    (criterion, entry) -> {
                      SortedMap<UnitId, Entry> entries = bloc.get(criterion);
                      if (entries != null) {
                        entries.put(unit, entry);
                      }
                    }));
    SortedSet<UnitId> units = new TreeSet<>(BY_SLUG);
    units.addAll(byUnit.keySet());
    SortedMap<UnitId, Sum> sums = new TreeMap<>(BY_SLUG);
    for (UnitId unit : units) {
      sums.put(unit, sum(scale, regulation.scoring(), unit, bloc, units));
    }
    return ranked(scale, regulation.scoring(), sums, order);
  }

  private static Standing nothingStated(Collection<UnitId> units) {
    Unknown unknown = new Unknown(List.of(new Gap("scale", Why.NOT_STATED, "scale")));
    return new Standing(
        units.stream()
            .map(unit -> new UnitScore(unit, List.of(), unknown, null, null, null, null, List.of()))
            .toList(),
        List.of());
  }

  /** Points and bonus with what caps and floors did to them. */
  private record Cut(
      Fraction points, Fraction bonus, Fraction pointsCut, Fraction bonusCut, Fraction totalCut) {

    Fraction total() {
      return points.plus(bonus).plus(totalCut);
    }
  }

  private record ContentSum(
      Content content, List<Mark> marks, Cut cut, List<Working> workings, List<Gap> gaps) {}

  private record Sum(
      List<ContentSum> contents,
      Cut cut,
      @Nullable Fraction maximum,
      List<Working> workings,
      List<Gap> gaps) {

    boolean isKnown() {
      return gaps.isEmpty();
    }

    @Nullable Fraction rate() {
      return !isKnown() || maximum == null || maximum.signum() <= 0
          ? null
          : cut.total().times(Fraction.HUNDRED).over(maximum);
    }

    @Nullable Fraction value(By by) {
      return switch (by) {
        case POINTS -> isKnown() ? cut.total() : null;
        case RATE -> rate();
      };
    }

    Stream<Mark> marks() {
      return contents.stream().flatMap(each -> each.marks().stream());
    }
  }

  private static Sum sum(
      Scale scale,
      @Nullable ScoringRule rule,
      UnitId unit,
      Map<String, SortedMap<UnitId, Entry>> bloc,
      SortedSet<UnitId> units) {
    List<ContentSum> contents = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    if (scale.contents().isEmpty()) {
      gaps.add(new Gap("scale", Why.NOT_STATED, "contents"));
    }
    Fraction points = Fraction.ZERO;
    Fraction bonus = Fraction.ZERO;
    for (Content content : scale.contents()) {
      ContentSum sum = sum(scale, content, unit, bloc, units);
      contents.add(sum);
      gaps.addAll(sum.gaps());
      points = points.plus(sum.cut().points());
      bonus = bonus.plus(sum.cut().bonus());
    }
    List<Working> workings = new ArrayList<>();
    Fraction most = cut(points, scale.standard(), null, workings);
    Fraction mostBonus = cut(bonus, scale.bonusCap(), null, workings);
    Fraction both = most.plus(mostBonus);
    workings.add(Marker.working(Rule.TOTAL, null, both, "points", most, "bonus", mostBonus));
    Fraction total = cut(both, rule == null ? null : rule.maximum(), scale.floor(), workings);
    Cut cut =
        new Cut(most, mostBonus, most.minus(points), mostBonus.minus(bonus), total.minus(both));
    Sum sum = new Sum(contents, cut, maximum(contents), workings, List.copyOf(gaps));
    Fraction rate = sum.rate();
    if (rate != null && sum.maximum() != null) {
      workings.add(
          Marker.working(
              Rule.RATE_OF_MAXIMUM, null, rate, "points", total, "maximum", sum.maximum()));
    }
    return sum;
  }

  private static ContentSum sum(
      Scale scale,
      Content content,
      UnitId unit,
      Map<String, SortedMap<UnitId, Entry>> bloc,
      SortedSet<UnitId> units) {
    List<Mark> marks = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    if (content.criteria().isEmpty()) {
      gaps.add(new Gap(content.id(), Why.NOT_STATED, "criteria"));
    }
    Fraction points = Fraction.ZERO;
    Fraction bonus = Fraction.ZERO;
    for (Criterion criterion : content.criteria()) {
      SortedMap<UnitId, Entry> entries = bloc.getOrDefault(criterion.id(), new TreeMap<>(BY_SLUG));
      Mark mark = Marker.mark(criterion, scale.notAssigned(), unit, entries, units);
      marks.add(mark);
      if (mark.gap() != null) {
        gaps.add(mark.gap());
      }
      points = points.plus(mark.points());
      bonus = bonus.plus(mark.bonus());
    }
    List<Working> workings = new ArrayList<>();
    Fraction cutPoints = cut(points, content.standard(), content.floor(), workings);
    Fraction cutBonus = cut(bonus, content.bonusCap(), null, workings);
    Cut cut =
        new Cut(cutPoints, cutBonus, cutPoints.minus(points), cutBonus.minus(bonus), Fraction.ZERO);
    return new ContentSum(content, marks, cut, workings, gaps);
  }

  private static Fraction cut(
      Fraction sum, @Nullable BigDecimal cap, @Nullable BigDecimal floor, List<Working> workings) {
    if (cap != null && sum.compareTo(Fraction.of(cap)) > 0) {
      Fraction most = Fraction.of(cap);
      workings.add(Marker.working(Rule.CAP, null, most, "sum", sum, "cap", most));
      return most;
    }
    if (floor != null && sum.compareTo(Fraction.of(floor)) < 0) {
      Fraction least = Fraction.of(floor);
      workings.add(Marker.working(Rule.FLOOR, null, least, "sum", sum, "floor", least));
      return least;
    }
    return sum;
  }

  /** The standard points of what is assigned; unknown where those of something are. */
  private static @Nullable Fraction maximum(List<ContentSum> contents) {
    Fraction maximum = Fraction.ZERO;
    for (ContentSum content : contents) {
      if (content.content().criteria().isEmpty()) {
        return null;
      }
      for (Mark mark : content.marks()) {
        if (mark.assigned() && mark.criterion().countsAsStandard()) {
          if (mark.criterion().standard() == null) {
            return null;
          }
          maximum = maximum.plus(Fraction.of(mark.criterion().standard()));
        }
      }
    }
    return maximum;
  }

  private static Standing ranked(
      Scale scale, @Nullable ScoringRule rule, SortedMap<UnitId, Sum> sums, List<UnitId> order) {
    Ranks.Ranking ranking = new Ranks.Ranking(new LinkedHashMap<>(), List.of());
    RankRule rank = scale.rank();
    if (rank != null) {
      SortedMap<UnitId, Fraction> values = new TreeMap<>(BY_SLUG);
      sums.forEach(
          (unit, sum) -> {
            Fraction value = sum.value(rank.by());
            if (value != null) {
              values.put(unit, value);
            }
          });
      ranking =
          Ranks.by(
              values,
              rank.ties(),
              (step, unit) -> tells(step, sums.get(unit)),
              rule != null && rule.equalRanks(),
              order);
    }
    List<UnitScore> scores = new ArrayList<>();
    for (Map.Entry<UnitId, Sum> each : sums.entrySet()) {
      scores.add(score(scale, each.getKey(), each.getValue(), ranking.ranks().get(each.getKey())));
    }
    scores.sort(
        Comparator.comparing(
                UnitScore::rank, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
            .thenComparing(UnitScore::unit, BY_SLUG));
    return new Standing(List.copyOf(scores), ranking.ties());
  }

  /** The number by which a step tells units apart, more being better. */
  private static @Nullable Fraction tells(TieStep step, @Nullable Sum sum) {
    if (sum == null || !sum.isKnown()) {
      return null;
    }
    return switch (step.by()) {
      case POINTS -> sum.cut().total();
      case BONUS -> sum.cut().bonus();
      case FEWER_PENALTIES ->
          sum.marks()
              .filter(mark -> mark.criterion().method() instanceof Penalties)
              .map(Mark::points)
              .reduce(Fraction.ZERO, Fraction::plus);
      case CONTENT ->
          sum.contents().stream()
              .filter(each -> each.content().id().equals(step.of()))
              .map(each -> each.cut().points().plus(each.cut().bonus()))
              .findFirst()
              .orElse(null);
      case CRITERION ->
          sum.marks()
              .filter(mark -> mark.criterion().id().equals(step.of()))
              .map(mark -> mark.points().plus(mark.bonus()))
              .findFirst()
              .orElse(null);
      case BALLOT, CHAIR, LOTS -> null;
    };
  }

  private static UnitScore score(Scale scale, UnitId unit, Sum sum, @Nullable Integer rank) {
    List<Fraction> tops = new ArrayList<>(); // what the total consists of
    sum.contents().forEach(each -> tops.add(each.cut().total()));
    tops.addAll(List.of(sum.cut().pointsCut(), sum.cut().bonusCut(), sum.cut().totalCut()));
    Integer digits = scale.rounding() == null ? null : scale.rounding().digits();
    List<BigDecimal> shown =
        digits != null && sum.isKnown() ? apportioned(sum.cut().total(), tops, digits) : List.of();

    List<ContentScore> contents = new ArrayList<>();
    List<Amounts> parts = new ArrayList<>();
    for (ContentSum content : sum.contents()) {
      BigDecimal part =
          digits == null || !content.gaps().isEmpty()
              ? null
              : shown.isEmpty()
                  ? content.cut().total().rounded(digits)
                  : shown.get(contents.size());
      ContentScore score = score(scale, content, part);
      contents.add(score);
      if (score.outcome() instanceof Scored scored && scored.shown() != null) {
        parts.add(scored.shown());
      }
    }
    int at = contents.size();
    Amounts whole =
        shown.isEmpty()
            ? null
            : amounts(parts, shown.get(at), shown.get(at + 1), shown.get(at + 2));
    Fraction rate = sum.rate();
    return new UnitScore(
        unit,
        List.copyOf(contents),
        sum.isKnown() ? new Scored(exact(sum.cut()), whole) : new Unknown(sum.gaps()),
        sum.maximum() == null ? null : sum.maximum().decimal(),
        rate == null ? null : rate.decimal(),
        rank,
        grade(scale.classes(), sum),
        List.copyOf(sum.workings()));
  }

  /**
   * @param shown the shown total of the content; absent where there is none
   */
  private static ContentScore score(Scale scale, ContentSum content, @Nullable BigDecimal shown) {
    Integer digits = scale.rounding() == null ? null : scale.rounding().digits();
    List<Fraction> leaves = new ArrayList<>();
    for (Mark mark : content.marks()) {
      leaves.add(mark.points().plus(mark.bonus()));
    }
    leaves.addAll(List.of(content.cut().pointsCut(), content.cut().bonusCut()));
    List<BigDecimal> rounded =
        digits == null ? List.of() : shown == null ? List.of() : apportioned(shown, leaves, digits);
    List<CriterionScore> criteria = new ArrayList<>();
    List<Amounts> parts = new ArrayList<>();
    for (Mark mark : content.marks()) {
      Amounts part = null;
      if (digits != null && !rounded.isEmpty()) {
        part = split(mark, rounded.get(parts.size()), digits);
        parts.add(part);
      } else if (digits != null && mark.gap() == null) {
        part = split(mark, mark.points().plus(mark.bonus()).rounded(digits), digits);
      }
      criteria.add(
          new CriterionScore(
              mark.criterion().id(),
              mark.criterion().clause(),
              outcome(scale, mark, part),
              List.copyOf(mark.workings())));
    }
    Amounts whole =
        rounded.isEmpty()
            ? null
            : amounts(
                parts, rounded.get(parts.size()), rounded.get(parts.size() + 1), BigDecimal.ZERO);
    return new ContentScore(
        content.content().id(),
        content.content().clause(),
        List.copyOf(criteria),
        content.gaps().isEmpty()
            ? new Scored(exact(content.cut()), whole)
            : new Unknown(List.copyOf(content.gaps())),
        List.copyOf(content.workings()));
  }

  /** A criterion's shown total as its points and its bonus. */
  private static Amounts split(Mark mark, BigDecimal total, int digits) {
    List<BigDecimal> two = apportioned(total, List.of(mark.points(), mark.bonus()), digits);
    return amounts(two.get(0), two.get(1));
  }

  private static Outcome outcome(Scale scale, Mark mark, @Nullable Amounts shown) {
    if (mark.gap() != null) {
      return new Unknown(List.of(mark.gap()));
    }
    if (!mark.assigned()) {
      return new NotAssigned(scale.notAssigned() == null ? "" : scale.notAssigned().clause());
    }
    return new Scored(amounts(mark.points().decimal(), mark.bonus().decimal()), shown);
  }

  private static Amounts exact(Cut cut) {
    return new Amounts(
        cut.points().decimal(),
        cut.bonus().decimal(),
        cut.pointsCut().decimal(),
        cut.bonusCut().decimal(),
        cut.totalCut().decimal(),
        cut.total().decimal());
  }

  private static Amounts amounts(BigDecimal points, BigDecimal bonus) {
    return new Amounts(
        points, bonus, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, points.add(bonus));
  }

  private static Amounts amounts(
      List<Amounts> parts, BigDecimal pointsCut, BigDecimal bonusCut, BigDecimal totalCut) {
    BigDecimal points = pointsCut;
    BigDecimal bonus = bonusCut;
    for (Amounts part : parts) {
      points = points.add(part.points());
      bonus = bonus.add(part.bonus());
      totalCut = totalCut.add(part.totalCut());
    }
    return new Amounts(
        points, bonus, pointsCut, bonusCut, totalCut, points.add(bonus).add(totalCut));
  }

  private static List<BigDecimal> apportioned(Fraction whole, List<Fraction> parts, int digits) {
    return apportioned(whole.rounded(digits), parts, digits);
  }

  /** Rounds parts so that they add up to the whole: those with the largest remainders go up. */
  private static List<BigDecimal> apportioned(BigDecimal whole, List<Fraction> parts, int digits) {
    List<BigDecimal> rounded = new ArrayList<>();
    BigDecimal left = whole;
    for (Fraction part : parts) {
      BigDecimal down = part.floor(digits);
      rounded.add(down);
      left = left.subtract(down);
    }
    List<Integer> byRemainder = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      byRemainder.add(i);
    }
    byRemainder.sort( // stable: the first of equals stays first
        Comparator.comparing(
            (Integer i) -> parts.get(i).minus(Fraction.of(rounded.get(i))),
            Comparator.reverseOrder()));
    BigDecimal step = BigDecimal.ONE.movePointLeft(digits);
    for (int i = 0; left.signum() > 0; i++) {
      int up = byRemainder.get(i);
      rounded.set(up, rounded.get(up).add(step));
      left = left.subtract(step);
    }
    return rounded;
  }

  private static @Nullable String grade(@Nullable ClassRule rule, Sum sum) {
    Fraction value = rule == null ? null : sum.value(rule.by());
    if (rule == null || value == null) {
      return null;
    }
    return rule.classes().stream()
        .filter(grade -> value.compareTo(Fraction.of(grade.from())) >= 0)
        .map(Grade::name)
        .findFirst()
        .orElse(null);
  }
}
