package vn.giaouoc.shared.poll;

import java.util.List;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.Votes;

/**
 * What the tellers counted of paper ballots (biên bản kiểm phiếu).
 *
 * @param issued papers that were issued
 * @param returned papers in the box
 * @param valid those of them that are valid
 * @param invalid those of them that are not
 * @param votes what the valid ones choose
 */
public record PaperTally(int issued, int returned, int valid, int invalid, List<Votes> votes) {

  /** Whether no count is less than nothing. */
  public boolean countsNothingNegative() {
    return issued >= 0 && returned >= 0 && valid >= 0 && invalid >= 0 && !Votes.anyNegative(votes);
  }

  /** Whether no more papers came back than were issued. */
  public boolean returnedFitsIssued() {
    return returned <= issued;
  }

  /** Whether the valid and the invalid ones are all that came back. */
  public boolean papersAddUp() {
    return (long) valid + invalid == returned;
  }

  /**
   * Whether the valid papers can have chosen so much.
   *
   * @param choices how many options one paper may choose
   */
  public boolean votesFit(int choices) {
    return votes.stream().allMatch(each -> each.all() <= valid)
        && votes.stream().mapToLong(Votes::inFavour).sum() <= Math.multiplyFull(valid, choices);
  }

  /** The papers alone. */
  public Counts counts() {
    return new Counts(issued, returned, valid, invalid);
  }

  /** Whether another count says the same, in whatever order. */
  public boolean saysTheSameAs(PaperTally other) {
    return counts().equals(other.counts())
        && votes.size() == other.votes.size()
        && votes.containsAll(other.votes)
        && other.votes.containsAll(votes);
  }
}
