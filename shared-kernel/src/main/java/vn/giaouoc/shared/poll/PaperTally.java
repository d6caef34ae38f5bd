package vn.giaouoc.shared.poll;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the tellers counted of paper ballots (biên bản kiểm phiếu).
 *
 * @param issued papers that were issued
 * @param returned papers in the box
 * @param questions what was counted of each question; a paper may be valid in one and not in
 *     another
 */
public record PaperTally(int issued, int returned, List<QuestionTally> questions) {

  /** Whether no count is less than nothing. */
  public boolean countsNothingNegative() {
    return issued >= 0
        && returned >= 0
        && questions.stream().allMatch(QuestionTally::countsNothingNegative);
  }

  /** Whether no more papers came back than were issued. */
  public boolean returnedFitsIssued() {
    return returned <= issued;
  }

  /** Whether the valid and the invalid ones are all that came back. */
  public boolean papersAddUp() {
    return questions.stream()
        .allMatch(question -> (long) question.valid() + question.invalid() == returned);
  }

  /** Whether another count says the same, in whatever order. */
  public boolean saysTheSameAs(PaperTally other) {
    return issued == other.issued
        && returned == other.returned
        && questions.size() == other.questions.size()
        && unordered().equals(other.unordered());
  }

  private Set<Object> unordered() {
    Set<Object> all = new HashSet<>();
    for (QuestionTally each : questions) {
      all.add(List.of(each.question(), each.valid(), each.invalid(), new HashSet<>(each.votes())));
    }
    return all;
  }
}
