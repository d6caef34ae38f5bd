package vn.giaouoc.command.ballot;

import java.util.List;
import java.util.Map;
import vn.giaouoc.shared.poll.Answer;

/**
 * What was in a box: the papers without what they say, and what they say without the papers.
 *
 * @param papers those that were stamped, in the order of the digests of their tokens
 * @param foreign how many were in the box without being stamped; they were not put there by the
 *     program, and count for nothing
 * @param questions in the order asked
 */
public record Opened(List<Returned> papers, int foreign, List<Question> questions) {

  /**
   * A paper that was returned.
   *
   * @param token in base64url
   * @param stamp in base64url
   */
  public record Returned(String token, String stamp) {}

  /**
   * What was answered to one question. Valid and invalid papers are together those returned.
   *
   * @param question its key
   * @param valid the answers of the valid papers, in the order of what they say
   * @param invalid how many papers had which flaw; none that no paper had
   */
  public record Question(String question, List<Answer> valid, Map<Flaw, Integer> invalid) {}

  @Override
  public String toString() {
    return "Opened[…]";
  }
}
