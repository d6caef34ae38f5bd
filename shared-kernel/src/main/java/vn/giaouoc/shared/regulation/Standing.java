package vn.giaouoc.shared.regulation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.regulation.Scale.TieStep;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What the arithmetic makes of a scale and the sheets of a bloc: points, ranks and classes, each
 * with its derivation.
 *
 * @param units the best first; who has no rank, last
 * @param ties how units with equal points or rates stand to each other
 */
public record Standing(List<UnitScore> units, List<Tie> ties) {

  /** The score of a unit that was scored. */
  public UnitScore of(UnitId unit) {
    return units.stream().filter(each -> each.unit().equals(unit)).findFirst().orElseThrow();
  }

  /**
   * A unit's score.
   *
   * @param maximum the standard points of what is assigned to it; absent where they are unknown
   * @param rate its total in percent of {@code maximum}; absent where it is unknown
   * @param rank 1 is first; absent where the total or the way of ranking is unknown
   * @param grade its class; absent where it is in none, or unknown
   */
  public record UnitScore(
      UnitId unit,
      List<ContentScore> contents,
      Outcome outcome,
      @Nullable BigDecimal maximum,
      @Nullable BigDecimal rate,
      @Nullable Integer rank,
      @Nullable String grade,
      List<Working> workings) {}

  /** The score of a content. */
  public record ContentScore(
      String content,
      String clause,
      List<CriterionScore> criteria,
      Outcome outcome,
      List<Working> workings) {}

  /** The score of a criterion. */
  public record CriterionScore(
      String criterion, String clause, Outcome outcome, List<Working> workings) {}

  /** What became of a criterion, a content or a whole unit. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Scored.class, name = "scored"),
    @JsonSubTypes.Type(value = NotAssigned.class, name = "not-assigned"),
    @JsonSubTypes.Type(value = Unknown.class, name = "unknown")
  })
  public sealed interface Outcome {}

  /**
   * It has points.
   *
   * @param exact as they count
   * @param shown as they are printed; absent where the scale does not say how to round
   */
  public record Scored(Amounts exact, @Nullable Amounts shown) implements Outcome {}

  /** It is not assigned to the unit, and left out of points and maximum. */
  public record NotAssigned(String clause) implements Outcome {}

  /** It cannot be scored, which is not zero. */
  public record Unknown(List<Gap> gaps) implements Outcome {}

  /**
   * Points with their parts. {@code points} is the sum of the parts' points and {@code pointsCut},
   * {@code bonus} likewise, and {@code total} is {@code points + bonus + totalCut}; so it is as
   * they count and as they are shown.
   *
   * @param points without bonus
   * @param bonus bonus points
   * @param pointsCut what a cap took (negative) or a floor gave
   * @param bonusCut what a cap took from the bonus (negative)
   * @param totalCut what the maximum took from points and bonus together (negative) or the floor
   *     gave
   * @param total all together
   */
  public record Amounts(
      BigDecimal points,
      BigDecimal bonus,
      BigDecimal pointsCut,
      BigDecimal bonusCut,
      BigDecimal totalCut,
      BigDecimal total) {}

  /**
   * Something that is not known.
   *
   * @param place the criterion, the content, or {@code scale}
   * @param why what kind of thing
   * @param what which one: the name of a property of the document, units, items
   */
  public record Gap(String place, Why why, @Nullable String what) {

    /** The gap as a sentence in Vietnamese. */
    public String vietnamese() {
      return place + ": " + why.vietnamese + (what == null ? "" : " (" + what + ")");
    }

    /** The gap as a sentence in English. */
    public String english() {
      return place + ": " + why.english + (what == null ? "" : " (" + what + ")");
    }
  }

  /** Why something is not known. */
  public enum Why implements Code {
    NOT_STATED("quy chế không nêu", "the regulation does not state it"),
    FIGURE_MISSING("chưa có số liệu; chưa có không phải là 0", "no figure; missing is not zero"),
    TARGET_MISSING("chưa có chỉ tiêu", "no target"),
    COUNT_MISSING("chưa có số đếm", "no count"),
    OF_ANOTHER_KIND(
        "số liệu không thuộc loại mà cách chấm cần",
        "the figure is not of the kind the method needs"),
    OUT_OF_RANGE("số liệu ngoài khoảng cho phép", "the figure is out of range"),
    IN_NO_BAND("không thuộc bậc nào", "in none of the bands"),
    EXCESS_WITHOUT_BOUND("mức vượt không có giới hạn", "the excess has no bound"),
    BEST_NOT_KNOWN("chưa biết mức tốt nhất của khối", "the best of the bloc is not known"),
    ASSESSORS_MISSING("chưa đủ lượt chấm", "not all assessors have given points"),
    NOTHING_ASSIGNED("không được giao tiêu chí nào", "nothing is assigned");

    private final String vietnamese;
    private final String english;

    Why(String vietnamese, String english) {
      this.vietnamese = vietnamese;
      this.english = english;
    }
  }

  /**
   * Units that were equal at a step of the ranking.
   *
   * @param units in the order of their ids
   * @param how what became of it
   * @param step the step of the cascade that told them apart, or that is to be taken
   */
  public record Tie(List<UnitId> units, How how, @Nullable TieStep step) {

    /** What became of a tie. */
    public enum How implements Code {
      /** A figure told them apart, at least some. */
      BY_FIGURES,
      /** People told them apart. */
      BY_DECISION,
      /** They share a rank, as the regulation allows. */
      SHARED,
      /** They are not told apart yet, and may not share a rank: the rank is provisional. */
      OPEN
    }
  }
}
