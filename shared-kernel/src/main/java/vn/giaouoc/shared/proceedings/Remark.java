package vn.giaouoc.shared.proceedings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.time.When;

/**
 * What the recording has to say about a fact. Nothing is repaired: the fact stands as its source tells it, and the
 * remark stands beside it.
 *
 * @param kind doubt, note or normalisation
 * @param about what it is about
 * @param says what the source says, and what it is held against, by name; sorted by name
 * @param words the recorder's own words, if any
 * @param restsOn the batches that must stand for the remark to stand, besides the one that told the fact
 * @param since from when it can be known; absent where it belongs to the fact alone
 */
public record Remark(
    Kind kind, About about, Map<String, String> says, @Nullable Words words, List<Batch> restsOn, @Nullable When since) {

  /** How serious it is. */
  public enum Kind implements Code {
    /** Something cannot be as it is told, or contradicts another telling. */
    DOUBT,
    /** Something that a reader should know. */
    NOTE,
    /** The source's wording was brought into the form of the record. */
    NORMALISATION
  }

  /** What a remark is about; the message in words is chosen by it. */
  public enum About implements Code {
    /** The source is older than what it tells. */
    DATE_AFTER_PUBLICATION,
    /** The year, or another part of a date, is not printed and was inferred. */
    DATE_INFERRED,
    /** The printed date cannot be, and another was taken. */
    DATE_CORRECTED,
    /** A year before blocs existed, or far from the cycle's own. */
    YEAR_IMPLAUSIBLE,
    /** The stated number differs from the length of the list. */
    COUNT_DIFFERS_FROM_LIST,
    /** A member that the source does not name. */
    MEMBER_INFERRED,
    /** A name written otherwise than the unit's or bloc's own. */
    NAME_VARIES,
    /** A name that is another bloc's, or none. */
    NAME_MISMATCH,
    /** A leader or deputy who is not among the members. */
    LEADER_NOT_A_MEMBER,
    /** A recipient or a ranked unit who is not among the members. */
    NOT_A_MEMBER,
    /** The printed percentage does not follow from the printed figures. */
    PERCENTAGE_DIFFERS,
    /** A percentage without the figures that it comes from. */
    PERCENTAGE_WITHOUT_FIGURES,
    /** A target that the percentage would imply; never an input. */
    TARGET_IMPLIED,
    /** Several indicators share one figure. */
    INDICATORS_MERGED,
    /** A figure is printed in an unusual way. */
    FIGURE_NORMALISED,
    /** More awards than the regulation allows. */
    QUOTA_EXCEEDED,
    /** The paper tells candidates as winners. */
    PROPOSAL_NOT_AWARD,
    /** The same question is answered otherwise by another source. */
    SOURCES_DIFFER,
    /** The regulation is dated after what it should govern. */
    REGULATION_AFTER_PLEDGE,
    /** The source does not say. */
    NOT_STATED,
    /** It can be read in more than one way. */
    AMBIGUOUS,
    /** A slip of the pen. */
    MISPRINT,
    /** The recorder's remark, in words. */
    OTHER
  }
}
