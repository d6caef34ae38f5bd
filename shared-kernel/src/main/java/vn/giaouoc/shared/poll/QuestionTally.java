package vn.giaouoc.shared.poll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.poll.PollEvent.Votes;

/**
 * What was counted of one question.
 *
 * @param question which question
 * @param valid the papers, or voices, that count
 * @param invalid those that do not
 * @param votes what the valid ones say of each option; in an order, the points of its places: as
 *     many for the first as there are options, one less for each place after it
 */
public record QuestionTally(String question, int valid, int invalid, List<Votes> votes) {

  /** Whether no count is less than nothing. */
  public boolean countsNothingNegative() {
    return valid >= 0 && invalid >= 0 && !Votes.anyNegative(votes);
  }

  /** Whether the valid papers can have said so much. */
  public boolean votesFit(Question asked) {
    return votes.stream()
            .allMatch(each -> each.all() <= Math.multiplyFull(valid, asked.mostForOne()))
        && votes.stream().mapToLong(Votes::inFavour).sum()
            <= Math.multiplyFull(valid, asked.mostForAll());
  }

  /**
   * Counts answers to a question.
   *
   * @param papers what each paper says; null where it says nothing that can be read
   * @param blankIsValid what the regulation says of a blank paper; null where it says nothing
   */
  public static QuestionTally of(
      Question asked, List<? extends @Nullable Answer> papers, @Nullable Boolean blankIsValid) {
    Map<String, Integer> inFavour = new HashMap<>();
    Map<String, Integer> against = new HashMap<>();
    int valid = 0;
    for (Answer paper : papers) {
      if (paper == null || !paper.isValidFor(asked, blankIsValid)) {
        continue;
      }
      valid++;
      int points = asked.mostForOne();
      for (String option : paper.inFavour()) {
        inFavour.merge(option, points, Integer::sum);
        points -= asked.form() == Question.Form.ORDER ? 1 : 0;
      }
      paper.against().forEach(option -> against.merge(option, 1, Integer::sum));
    }
    List<Votes> votes = new ArrayList<>();
    for (String option : asked.keys()) {
      int yes = inFavour.getOrDefault(option, 0);
      int no = against.getOrDefault(option, 0);
      votes.add(
          asked.form() == Question.Form.JUDGE
              ? new Votes(option, yes, no, valid - yes - no)
              : new Votes(option, yes, null, null));
    }
    return new QuestionTally(asked.key(), valid, papers.size() - valid, List.copyOf(votes));
  }
}
