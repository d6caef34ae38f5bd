package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;

/**
 * The scale (thang điểm) of a regulation. What a source does not state is absent; what is absent
 * and needed makes points unknown, never zero.
 *
 * @param clause where the regulation says so
 * @param standard the standard points of all contents together, without bonus
 * @param bonusCap the most bonus points of a unit; absent: no limit of its own
 * @param floor the least points of a unit; absent: no limit
 * @param rounding how points are shown
 * @param notAssigned what becomes of a criterion that is not assigned to a unit
 * @param rank how units are ranked
 * @param classes the classes (xuất sắc, tốt, khá), if there are any
 * @param layers who scores, and whose points count
 * @param contents its contents (nội dung)
 */
public record Scale(
    String clause,
    @Nullable BigDecimal standard,
    @Nullable BigDecimal bonusCap,
    @Nullable BigDecimal floor,
    @Nullable Rounding rounding,
    @Nullable NotAssigned notAssigned,
    @Nullable RankRule rank,
    @Nullable ClassRule classes,
    @Nullable LayerRule layers,
    List<Content> contents) {

  /** What a document does not list it does not state. */
  public Scale {
    contents = contents == null ? List.of() : List.copyOf(contents);
  }

  /** The scale with one of its contents only, without classes. */
  Scale only(String content) {
    List<Content> one = contents.stream().filter(each -> each.id().equals(content)).toList();
    return new Scale(clause, null, bonusCap, null, rounding, notAssigned, rank, null, layers, one);
  }

  /** All criteria in their order. */
  public Stream<Criterion> criteria() {
    return contents.stream().flatMap(content -> content.criteria().stream());
  }

  /**
   * How points are shown: the total of a unit half up, its parts so that they add up to it ({@link
   * Scoring}). Nothing is ranked by rounded points.
   *
   * @param digits decimals
   */
  public record Rounding(int digits, String clause) {}

  /**
   * What becomes of a criterion that is not assigned to a unit.
   *
   * @param effect what
   */
  public record NotAssigned(Effect effect, String clause) {

    /** What it does to the unit. */
    public enum Effect implements Code {
      /** It is taken out of the points and out of the maximum; units are ranked by their rate. */
      OUT_OF_MAXIMUM,
      /** The unit gets its standard points. */
      STANDARD_POINTS
    }
  }

  /** What units are compared by. */
  public enum By implements Code {
    /** Their points. */
    POINTS,
    /** Their points in percent of the standard points of what was assigned to them. */
    RATE
  }

  /**
   * How units are ranked.
   *
   * @param ties what tells units apart that are equal, in this order
   */
  public record RankRule(By by, String clause, List<TieStep> ties) {

    /** What it does not list it does not state. */
    public RankRule {
      ties = ties == null ? List.of() : List.copyOf(ties);
    }
  }

  /**
   * One step of the cascade for units that are equal.
   *
   * @param by what tells them apart
   * @param of the content or criterion, where it is by one
   */
  public record TieStep(TieBy by, @Nullable String of, String clause) {}

  /** What tells equal units apart. */
  public enum TieBy implements Code {
    /** More points in a content. */
    CONTENT,
    /** More points in a criterion. */
    CRITERION,
    /** Fewer points taken away as penalties. */
    FEWER_PENALTIES,
    /** More bonus points. */
    BONUS,
    /** More points, where units are ranked by rate. */
    POINTS,
    /** A ballot among them. */
    BALLOT,
    /** The chair decides. */
    CHAIR,
    /** Lots are drawn. */
    LOTS;

    /** Whether people decide, not figures. */
    public boolean isDecision() {
      return this == BALLOT || this == CHAIR || this == LOTS;
    }
  }

  /**
   * The classes of a scale.
   *
   * @param by by points, or by rate in percent
   * @param classes from the best down; who reaches none is in none
   */
  public record ClassRule(By by, String clause, List<Grade> classes) {

    /** What it does not list it does not state. */
    public ClassRule {
      classes = classes == null ? List.of() : List.copyOf(classes);
    }
  }

  /**
   * A class.
   *
   * @param from the least points or percents that it takes
   */
  public record Grade(String name, BigDecimal from) {}

  /**
   * The layers of a score sheet.
   *
   * @param scores who scores which
   * @param counts whose points count: those of the first of these layers that there is
   */
  public record LayerRule(String clause, List<Scorer> scores, List<Layer> counts) {

    /** What it does not list it does not state. */
    public LayerRule {
      scores = scores == null ? List.of() : List.copyOf(scores);
      counts = counts == null ? List.of() : List.copyOf(counts);
    }
  }

  /** Who scores a layer. */
  public record Scorer(Layer layer, Who by) {}

  /** Somebody who scores. */
  public enum Who implements Code {
    /** The unit itself. */
    UNIT,
    /** Another member. */
    OTHER_MEMBER,
    /** The leader; its own sheet is scored by a deputy. */
    LEADER,
    /** A deputy. */
    DEPUTY,
    /** Assessors from outside the bloc. */
    ASSESSORS,
    /** The emulation board. */
    BOARD
  }

  /**
   * A content.
   *
   * @param id its number: {@code I}
   * @param standard its standard points, without bonus
   * @param bonusCap the most bonus points in it; absent: no limit of its own
   * @param floor the least points in it; absent: no limit
   * @param criteria its criteria; none: the source does not state them
   */
  public record Content(
      String id,
      String name,
      String clause,
      @Nullable BigDecimal standard,
      @Nullable BigDecimal bonusCap,
      @Nullable BigDecimal floor,
      List<Criterion> criteria) {

    /** What it does not list it does not state. */
    public Content {
      criteria = criteria == null ? List.of() : List.copyOf(criteria);
    }
  }

  /**
   * A criterion (tiêu chí).
   *
   * @param id its number, once in the scale: {@code I.2}
   * @param standard its standard points; of a criterion that gives bonus points the most of them
   * @param method how it is scored
   * @param over the bonus for what is reached beyond the target, if there is one
   * @param counts as what its points count; absent: towards the standard points, or as bonus where
   *     the method is one that gives bonus
   * @param direction which way is better, of a figure that is held against a target
   * @param lower how the rate is told where lower is better
   * @param kind whether it adds up over the year or stands at any time
   * @param measure the unit of measure
   */
  public record Criterion(
      String id,
      String name,
      String clause,
      @Nullable BigDecimal standard,
      @Nullable Method method,
      @Nullable Excess over,
      @Nullable Counts counts,
      @Nullable Direction direction,
      @Nullable Lower lower,
      Target.@Nullable Kind kind,
      @Nullable String measure) {

    /** Whether its points are bonus points. */
    public boolean givesBonus() {
      return counts == Counts.BONUS
          || method instanceof Method.ExternalAward
          || method instanceof Method.OverFulfilment;
    }

    /** Whether its standard points belong to the standard points of its content. */
    public boolean countsAsStandard() {
      return !givesBonus()
          && !(method instanceof Method.Penalties)
          && !(method instanceof Method.PlusMinus);
    }
  }

  /**
   * Bonus points for what is reached beyond the target: for each percent so many percent of the
   * standard points. The bonus of the content and of the whole scale are capped beside it.
   *
   * @param counting whether only whole percents count
   * @param perPercent percent of the standard points for each percent
   * @param cap the most bonus points of the criterion; absent: no limit of its own
   */
  public record Excess(
      @Nullable Counting counting, @Nullable BigDecimal perPercent, @Nullable BigDecimal cap) {}

  /** Which part of a percent counts. */
  public enum Counting implements Code {
    WHOLE_PERCENT,
    PROPORTIONAL
  }

  /** As what points count. */
  public enum Counts implements Code {
    STANDARD,
    BONUS
  }

  /** The rate of achievement where lower is better ({@code domain.md} §2.4). */
  public enum Lower implements Code {
    /** Target ÷ actual. */
    TARGET_OVER_ACTUAL,
    /** (2 × target − actual) ÷ target. */
    MIRRORED,
    /** All or nothing. */
    MET_OR_NOT
  }
}
