package vn.giaouoc.shared.poll;

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
    /** Those of them that attend when the poll opens. */
    PRESENT,
    /** The papers returned, invalid ones too. */
    RETURNED,
    /** The valid papers. */
    VALID
  }

  /** More than half of all that may vote: where the regulation states nothing. */
  public static final Threshold MORE_THAN_HALF = new Threshold(Base.ELECTORATE, 1, 2, true, null);

  /** Whether it is a share that can be reached and is not nothing. */
  public boolean isAShare() {
    return share > 0 && (moreThan ? share < of : share <= of);
  }

  /** The fewest voices that are enough; never none, whatever the share of nothing is. */
  public int needed(int total) {
    long parts = Math.multiplyFull(share, total);
    long whole = moreThan ? parts / of + 1 : (parts + of - 1) / of;
    return Math.max(1, Math.toIntExact(whole));
  }
}
