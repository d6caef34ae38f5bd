package vn.giaouoc.command.ballot;

import java.util.List;
import vn.giaouoc.shared.poll.PollEvent.BoxAnswers;
import vn.giaouoc.shared.poll.PollEvent.ReturnedPaper;

/**
 * What was in a box: the papers without what they say, and what they say without the papers.
 *
 * @param papers those that were stamped, in the order of the digests of their tokens
 * @param foreign how many were in the box without being stamped; they were not put there by the
 *     program, and count for nothing
 * @param questions in the order asked
 */
public record Opened(List<ReturnedPaper> papers, int foreign, List<BoxAnswers> questions) {

  @Override
  public String toString() {
    return "Opened[…]";
  }
}
