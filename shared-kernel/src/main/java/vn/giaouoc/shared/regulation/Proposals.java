package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.regulation.Condition.InClass;
import vn.giaouoc.shared.regulation.Condition.LeastIn;
import vn.giaouoc.shared.regulation.Condition.LeastPoints;
import vn.giaouoc.shared.regulation.CountRule.Across;
import vn.giaouoc.shared.regulation.CountRule.Fixed;
import vn.giaouoc.shared.regulation.CountRule.Parts;
import vn.giaouoc.shared.regulation.CountRule.Places;
import vn.giaouoc.shared.regulation.CountRule.Ratio;
import vn.giaouoc.shared.regulation.CountRule.TheRest;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.Grade;
import vn.giaouoc.shared.regulation.Working.Rule;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The one place where a ranking becomes proposals. A pure function: the same regulation and facts
 * draw the same, in whatever order they come.
 *
 * <ol>
 *   <li>Awards are drawn in the order of the document, each down the ranking. Who is excluded, does
 *       not fulfil a condition or is proposed for another award of the same track is passed over.
 *   <li>What is not known neither fulfils nor fails a condition: such a unit is not drawn, and its
 *       place is kept, so that nobody who ranks worse is drawn in its stead.
 *   <li>Of units with the same rank all are drawn or none: where not all of them fit, people
 *       decide.
 * </ol>
 */
public final class Proposals {

  private static final Comparator<UnitId> BY_SLUG = Comparator.comparing(UnitId::slug);

  private Proposals() {}

  /** Whether something is so. */
  public enum Known implements Code {
    YES,
    NO,
    /** The record does not tell; only a person can decide by it. */
    UNKNOWN
  }

  /**
   * A member that the contest is for, with what is known of it.
   *
   * @param rank absent where it is not ranked
   * @param points its points in the contest; absent where it has none
   * @param rate its points in percent of what was assigned to it
   * @param grade its class; absent where it is in none
   * @param excluded whether it takes no part
   * @param excludedBy the clause by which
   * @param percents by content and criterion: its points there in percent of the standard points
   * @param record what the record and people tell of conditions that points do not tell; what is
   *     not there is not known
   */
  public record Contender(
      UnitId unit,
      @Nullable Integer rank,
      @Nullable BigDecimal points,
      @Nullable BigDecimal rate,
      @Nullable String grade,
      boolean excluded,
      @Nullable String excludedBy,
      Map<String, BigDecimal> percents,
      Map<Condition, Known> record) {}

  /**
   * An award that was proposed.
   *
   * @param takenBack whether the proposal was taken back since; it makes room, but not for the same
   */
  public record Standing(AwardRule rule, UnitId unit, boolean takenBack) {

    /** One that stands. */
    public Standing(AwardRule rule, UnitId unit) {
      this(rule, unit, false);
    }
  }

  /**
   * What several blocs have of one number.
   *
   * @param leading how many units lead one of them, as far as they are ranked
   * @param taken how many are proposed in all of them
   */
  public record Shared(int leading, int taken) {}

  /**
   * What was drawn of one award.
   *
   * @param number how many may be proposed altogether; absent where the regulation does not say
   * @param count how that number came about
   * @param before how many were proposed before
   * @param proposed who is drawn, the best first
   * @param passed who is not, though it does not rank worse than the last place, and why
   */
  public record Drawn(
      AwardRule rule,
      @Nullable Integer number,
      List<Working> count,
      int before,
      List<UnitId> proposed,
      List<Passed> passed) {}

  /**
   * A unit that was not drawn.
   *
   * @param why what kind of reason
   * @param condition the condition that it does not fulfil, or of which it is not known
   * @param clause where the regulation says so
   */
  public record Passed(
      UnitId unit,
      @Nullable Integer rank,
      Why why,
      @Nullable Condition condition,
      @Nullable String clause) {

    /** The reason as a sentence in Vietnamese. */
    public String vietnamese() {
      return why.vietnamese
          + (condition == null ? "" : ": " + Conditions.vietnamese(condition))
          + (clause == null ? "" : " (" + clause + ")");
    }

    /** The reason as a sentence in English. */
    public String english() {
      return why.english
          + (condition == null ? "" : ": " + Conditions.english(condition))
          + (clause == null ? "" : " (" + clause + ")");
    }
  }

  /** Why a unit was not drawn. */
  public enum Why implements Code {
    EXCLUDED("Không được xét trong năm", "Excluded from this year"),
    NOT_RANKED("Không được xếp hạng", "Not ranked"),
    CONDITION_NOT_MET("Không đạt điều kiện", "Does not fulfil a condition"),
    PROPOSED_OTHERWISE(
        "Đã được đề nghị hình thức khác cùng diện", "Proposed for another award of the track"),
    TAKEN_BACK("Đề nghị đã được rút", "The proposal was taken back"),
    NOT_KNOWN("Chưa biết có đạt điều kiện không", "Not known whether it fulfils a condition"),
    TIE(
        "Đồng hạng ở chỗ cuối cùng, phải quyết định",
        "Equal at the last place, which must be decided"),
    WAITS(
        "Tùy thuộc đơn vị xếp trên mà việc đề nghị chưa rõ",
        "Depends on a unit that ranks better and is not decided yet"),
    CHOICE(
        "Cơ quan thi đua chọn trong các đơn vị dẫn đầu nhiều khối",
        "The board chooses among the units that lead several blocs"),
    NUMBER_NOT_STATED(
        "Quy chế không nêu được đề nghị bao nhiêu", "The regulation does not say how many"),
    /** People proposed another one instead, and said why. */
    BY_DECISION("Đã quyết định đề nghị đơn vị khác", "Another one was proposed by decision");

    private final String vietnamese;
    private final String english;

    Why(String vietnamese, String english) {
      this.vietnamese = vietnamese;
      this.english = english;
    }
  }

  /**
   * Draws the awards of a contest.
   *
   * @param contest which one
   * @param field every member that it is for, once
   * @param standing what was proposed in it
   * @param shared by the name of a number for several blocs: what they have of it
   * @return each award of the contest, in the order of the document
   */
  public static List<Drawn> draw(
      Regulation regulation,
      Contest contest,
      Collection<Contender> field,
      Collection<Standing> standing,
      Map<String, Shared> shared) {
    SortedMap<UnitId, Contender> byUnit = new TreeMap<>(BY_SLUG);
    field.forEach(each -> byUnit.put(each.unit(), each));
    Drawing drawing = new Drawing(regulation.in(contest), byUnit, standing, shared);
    return regulation.awards().stream()
        .filter(rule -> rule.isGivenIn(contest))
        .map(drawing::of)
        .toList();
  }

  /** Whether a unit fulfils a condition. */
  static Known known(Regulation regulation, Contender unit, Condition condition) {
    return switch (condition) {
      case LeastPoints least ->
          atLeast(least.by() == By.POINTS ? unit.points() : unit.rate(), least.from());
      case LeastIn least -> atLeast(unit.percents().get(least.of()), least.percent());
      case InClass in -> inClass(regulation.scale(), unit, in.name());
      case Condition.PledgeSigned _,
          Condition.StepInTime _,
          Condition.PriorTitle _,
          Condition.NotAgain _,
          Condition.FoundByPeople _ ->
          unit.record().getOrDefault(condition, Known.UNKNOWN);
    };
  }

  private static Known atLeast(@Nullable BigDecimal number, BigDecimal least) {
    return number == null ? Known.UNKNOWN : number.compareTo(least) >= 0 ? Known.YES : Known.NO;
  }

  private static Known inClass(@Nullable Scale scale, Contender unit, String name) {
    if (scale == null || scale.classes() == null || unit.points() == null) {
      return Known.UNKNOWN;
    }
    List<String> names = scale.classes().classes().stream().map(Grade::name).toList();
    int at = unit.grade() == null ? -1 : names.indexOf(unit.grade());
    return at >= 0 && at <= names.indexOf(name) ? Known.YES : Known.NO;
  }

  /** How far one award after the other has come. */
  private static final class Drawing {

    private final Regulation regulation;
    private final SortedMap<UnitId, Contender> field;
    private final Collection<Standing> standing;
    private final Map<String, Shared> shared;
    private final Map<Track, Map<UnitId, AwardRule>> taken = new EnumMap<>(Track.class);
    private final Map<Track, Set<UnitId>> pending = new EnumMap<>(Track.class);

    private Drawing(
        Regulation regulation,
        SortedMap<UnitId, Contender> field,
        Collection<Standing> standing,
        Map<String, Shared> shared) {
      this.regulation = regulation;
      this.field = field;
      this.standing = standing;
      this.shared = shared;
      for (Standing each : standing) {
        if (!each.takenBack() && !each.rule().spansBlocs()) {
          taken(each.rule().track()).put(each.unit(), each.rule());
        }
      }
    }

    private Map<UnitId, AwardRule> taken(Track track) {
      return taken.computeIfAbsent(track, any -> new HashMap<>());
    }

    private Set<UnitId> pending(Track track) {
      return pending.computeIfAbsent(track, any -> new HashSet<>());
    }

    private Drawn of(AwardRule rule) {
      List<Passed> passed = new ArrayList<>();
      for (Contender each : field.values()) {
        if (each.excluded()) {
          passed.add(new Passed(each.unit(), null, Why.EXCLUDED, null, each.excludedBy()));
        }
      }
      return switch (rule.count()) {
        case null -> withoutNumber(rule, passed);
        case Across across -> across(rule, across, passed);
        case TheRest _ -> theRest(rule, passed);
        case Fixed fixed ->
            downTheRanking(
                rule,
                fixed.number(),
                fixed.number(),
                List.of(step(Rule.NUMBER_FIXED, Map.of(), fixed.number())),
                1,
                Integer.MAX_VALUE,
                passed);
        case Ratio ratio -> {
          List<Working> count = share(rule, ratio, false);
          yield downTheRanking(
              rule,
              number(count),
              number(share(rule, ratio, true)),
              count,
              1,
              Integer.MAX_VALUE,
              passed);
        }
        case Places places -> {
          int number = places.to() - places.from() + 1;
          Working count =
              step(
                  Rule.NUMBER_OF_PLACES,
                  Map.of(
                      "from",
                      BigDecimal.valueOf(places.from()),
                      "to",
                      BigDecimal.valueOf(places.to())),
                  number);
          yield downTheRanking(
              rule, number, number, List.of(count), places.from(), places.to(), passed);
        }
      };
    }

    private Drawn withoutNumber(AwardRule rule, List<Passed> passed) {
      for (Contender each :
          byRank(1, Integer.MAX_VALUE).values().stream().flatMap(List::stream).toList()) {
        if (!isProposed(rule, each)) {
          passed.add(
              new Passed(each.unit(), each.rank(), Why.NUMBER_NOT_STATED, null, rule.clause()));
        }
      }
      return new Drawn(rule, null, List.of(), before(rule), List.of(), List.copyOf(passed));
    }

    /**
     * @param number how many may be proposed
     * @param most how many if everything that is not known turned out well
     */
    private Drawn downTheRanking(
        AwardRule rule,
        int number,
        int most,
        List<Working> count,
        int from,
        int to,
        List<Passed> passed) {
      int before = before(rule);
      int slots = number - before;
      int sure = 0; // would be drawn if nothing that is not known turned out well
      int possible = 0; // would be drawn if all of it did
      List<UnitId> proposed = new ArrayList<>();
      for (List<Contender> equal : byRank(from, to).values()) {
        if (sure >= most - before) {
          break;
        }
        List<Contender> able = new ArrayList<>();
        List<Passed> unclear = new ArrayList<>();
        for (Contender each : equal) {
          Passed not = isProposed(rule, each) ? null : passed(rule, each);
          if (not != null) {
            (isUnclear(not) ? unclear : passed).add(not);
          } else if (!isProposed(rule, each)) {
            able.add(each);
          }
        }
        int more = able.size() + unclear.size();
        boolean fits = possible + more <= slots;
        boolean tie = possible == sure && sure < slots && able.size() > slots - sure;
        for (Contender each : able) {
          if (fits) {
            proposed.add(each.unit());
          } else {
            unclear.add(
                new Passed(
                    each.unit(), each.rank(), tie ? Why.TIE : Why.WAITS, null, rule.clause()));
          }
        }
        sure += able.size();
        possible += more;
        unclear.sort(Comparator.comparing(Passed::unit, BY_SLUG));
        passed.addAll(unclear);
        unclear.forEach(each -> pending(rule.track()).add(each.unit()));
      }
      return drawn(rule, number, count, before, proposed, passed);
    }

    private Drawn theRest(AwardRule rule, List<Passed> passed) {
      List<UnitId> proposed = new ArrayList<>();
      List<Contender> all =
          field.values().stream()
              .filter(each -> !each.excluded() && !isProposed(rule, each))
              .sorted(
                  Comparator.comparing(
                      Contender::rank, Comparator.nullsLast(Comparator.<Integer>naturalOrder())))
              .toList();
      for (Contender each : all) {
        Passed not =
            each.points() == null
                ? new Passed(each.unit(), null, Why.NOT_RANKED, null, null)
                : passed(rule, each);
        if (not == null) {
          proposed.add(each.unit());
        } else {
          passed.add(not);
          if (isUnclear(not)) {
            pending(rule.track()).add(each.unit());
          }
        }
      }
      int before = before(rule);
      int number = before + proposed.size();
      return drawn(
          rule,
          number,
          List.of(step(Rule.NUMBER_OF_THE_REST, Map.of(), proposed.size())),
          before,
          proposed,
          passed);
    }

    /** Nobody is drawn: the board chooses among those that lead. */
    private Drawn across(AwardRule rule, Across across, List<Passed> passed) {
      Shared all = shared.getOrDefault(across.id(), new Shared(0, 0));
      List<Working> count = new ArrayList<>();
      int number;
      if (across.number() != null) {
        number = across.number();
      } else if (across.percent() != null && across.parts() != null) {
        count.addAll(
            share(across.percent(), all.leading(), Rule.NUMBER_OF_LEADING, across.parts()));
        number = number(count);
      } else {
        return withoutNumber(rule, passed);
      }
      count.add(
          step(
              Rule.NUMBER_ACROSS,
              Map.of(
                  "blocs",
                  BigDecimal.valueOf(across.blocs().size()),
                  "taken",
                  BigDecimal.valueOf(all.taken())),
              number));
      for (List<Contender> equal : byRank(1, Integer.MAX_VALUE).values()) {
        boolean leads = false;
        for (Contender each : equal) {
          Passed not = condition(rule, each);
          if (!isProposed(rule, each)) {
            passed.add(
                not == null
                    ? new Passed(each.unit(), each.rank(), Why.CHOICE, null, rule.clause())
                    : not);
          }
          leads |= not == null;
        }
        if (leads) {
          break;
        }
      }
      return new Drawn(
          rule, number, List.copyOf(count), all.taken(), List.of(), List.copyOf(passed));
    }

    private Drawn drawn(
        AwardRule rule,
        int number,
        List<Working> count,
        int before,
        List<UnitId> proposed,
        List<Passed> passed) {
      proposed.forEach(unit -> taken(rule.track()).put(unit, rule));
      return new Drawn(rule, number, count, before, List.copyOf(proposed), List.copyOf(passed));
    }

    /** Those who are ranked, rank by rank. */
    private SortedMap<Integer, List<Contender>> byRank(int from, int to) {
      SortedMap<Integer, List<Contender>> ranks = new TreeMap<>();
      for (Contender each : field.values()) {
        Integer rank = each.rank();
        if (rank != null && rank >= from && rank <= to && !each.excluded()) {
          ranks.computeIfAbsent(rank, any -> new ArrayList<>()).add(each);
        }
      }
      return ranks;
    }

    private int before(AwardRule rule) {
      return (int)
          standing.stream().filter(each -> each.rule().equals(rule) && !each.takenBack()).count();
    }

    private boolean isProposed(AwardRule rule, Contender unit) {
      return standing.contains(new Standing(rule, unit.unit()));
    }

    /** Why a unit is not drawn for an award, or not yet; nothing where it is. */
    private @Nullable Passed passed(AwardRule rule, Contender unit) {
      AwardRule other = taken(rule.track()).get(unit.unit());
      if (other != null) {
        return new Passed(unit.unit(), unit.rank(), Why.PROPOSED_OTHERWISE, null, other.clause());
      }
      if (standing.contains(new Standing(rule, unit.unit(), true))) {
        return new Passed(unit.unit(), unit.rank(), Why.TAKEN_BACK, null, null);
      }
      Passed not = condition(rule, unit);
      return not == null && pending(rule.track()).contains(unit.unit())
          ? new Passed(unit.unit(), unit.rank(), Why.WAITS, null, null)
          : not;
    }

    private @Nullable Passed condition(AwardRule rule, Contender unit) {
      Condition unknown = null;
      for (Condition condition : rule.conditions()) {
        switch (known(regulation, unit, condition)) {
          case NO -> {
            return new Passed(
                unit.unit(), unit.rank(), Why.CONDITION_NOT_MET, condition, condition.clause());
          }
          case UNKNOWN -> unknown = unknown == null ? condition : unknown;
          case YES -> {}
        }
      }
      return unknown == null
          ? null
          : new Passed(unit.unit(), unit.rank(), Why.NOT_KNOWN, unknown, unknown.clause());
    }

    private static boolean isUnclear(Passed passed) {
      return passed.why() == Why.NOT_KNOWN || passed.why() == Why.WAITS;
    }

    // the number

    private List<Working> share(AwardRule rule, Ratio ratio, boolean all) {
      return share(ratio.percent(), whole(rule, ratio, all), of(ratio), ratio.parts());
    }

    private static int number(List<Working> count) {
      return count.getLast().result().intValueExact();
    }

    /**
     * @param all also those of whom it is not known
     */
    private int whole(AwardRule rule, Ratio ratio, boolean all) {
      return switch (ratio.of()) {
        case MEMBERS -> field.size();
        case RANKED -> (int) field.values().stream().filter(each -> each.rank() != null).count();
        case ELIGIBLE ->
            (int)
                field.values().stream()
                    .filter(each -> !each.excluded() && each.rank() != null)
                    .map(each -> condition(rule, each))
                    .filter(not -> not == null || (all && not.why() == Why.NOT_KNOWN))
                    .count();
      };
    }

    private static Rule of(Ratio ratio) {
      return switch (ratio.of()) {
        case MEMBERS -> Rule.NUMBER_OF_MEMBERS;
        case RANKED -> Rule.NUMBER_OF_RANKED;
        case ELIGIBLE -> Rule.NUMBER_OF_ELIGIBLE;
      };
    }

    private static List<Working> share(BigDecimal percent, int whole, Rule of, Parts parts) {
      Fraction exact = Fraction.of(percent).times(Fraction.of(whole)).over(Fraction.HUNDRED);
      BigDecimal number =
          switch (parts) {
            case DOWN -> exact.floor(0);
            case UP -> exact.negated().floor(0).negate();
            case HALF_UP -> exact.rounded(0);
          };
      Rule rounding =
          switch (parts) {
            case DOWN -> Rule.NUMBER_DOWN;
            case UP -> Rule.NUMBER_UP;
            case HALF_UP -> Rule.NUMBER_HALF_UP;
          };
      return List.of(
          new Working(
              of,
              null,
              Map.of("percent", percent, "whole", BigDecimal.valueOf(whole)),
              exact.decimal()),
          new Working(rounding, null, Map.of("exact", exact.decimal()), number));
    }

    private static Working step(Rule rule, Map<String, BigDecimal> inputs, int result) {
      return new Working(rule, null, inputs, BigDecimal.valueOf(result));
    }
  }
}
