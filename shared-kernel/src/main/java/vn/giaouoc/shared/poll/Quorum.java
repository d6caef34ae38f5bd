package vn.giaouoc.shared.poll;

/**
 * How many of those who may vote must attend, so that it can be voted.
 *
 * @param share how many parts of them
 * @param of of how many parts
 * @param moreThan whether just that share is not enough yet
 * @param clause where the regulation says so
 */
public record Quorum(int share, int of, boolean moreThan, String clause) {

  /** The fewest that are enough. */
  public int needed(int electorate) {
    return new Threshold(Threshold.Base.ELECTORATE, share, of, moreThan, clause).needed(electorate);
  }
}
