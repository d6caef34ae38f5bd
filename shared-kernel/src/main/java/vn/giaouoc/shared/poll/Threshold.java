package vn.giaouoc.shared.poll;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;

/**
 * How many voices a decision needs: a share of a base that is named, because agencies differ in
 * what they count from.
 *
 * @param base what the share is of
 * @param share how many parts of the base
 * @param of of how many parts
 * @param moreThan whether just that share is not enough yet
 * @param clause where the regulation says so; absent where it does not state a rule
 */
public record Threshold(Base base, int share, int of, boolean moreThan, @Nullable String clause) {

  /** What a share is counted from. */
  public enum Base implements Code {
    /** All that may vote, whether they came or not. */
    ELECTORATE,
    /**
     * Those of them that attend when the poll opens, or take part in writing or through another.
     */
    PRESENT,
    /** The papers issued. */
    ISSUED,
    /** The papers returned, invalid ones too. */
    RETURNED,
    /** The valid papers. */
    VALID
  }

  /** More than half of all that may vote: where the regulation states nothing. */
  public static final Threshold MORE_THAN_HALF = new Threshold(Base.ELECTORATE, 1, 2, true, null);

  /** Whether it is a share that can be reached and is not nothing. */
  @JsonIgnore // early events have it written out; it is neither written nor read any more
  public boolean isAShare() {
    return share > 0 && (moreThan ? share < of : share <= of);
  }

  /** Whether it is a share of papers, and so only of a vote that is taken on paper. */
  public boolean ofPapers() {
    return base == Base.ISSUED || base == Base.RETURNED || base == Base.VALID;
  }

  /** Whether another one asks for the same, wherever it is stated. */
  public boolean asksTheSameAs(Threshold other) {
    return base == other.base
        && share == other.share
        && of == other.of
        && moreThan == other.moreThan;
  }

  /** The fewest voices that are enough; never none, whatever the share of nothing is. */
  public int needed(int total) {
    long parts = Math.multiplyFull(share, total);
    long whole = moreThan ? parts / of + 1 : (parts + of - 1) / of;
    return Math.max(1, Math.toIntExact(whole));
  }
}
