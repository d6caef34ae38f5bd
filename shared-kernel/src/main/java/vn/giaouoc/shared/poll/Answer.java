package vn.giaouoc.shared.poll;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one paper, or one voice, answers to a question.
 *
 * @param question which question
 * @param inFavour the options that it is for; where options are put in an order, the best first
 * @param against the options that it is against, where that is asked
 */
public record Answer(String question, List<String> inFavour, List<String> against) {

  /** What it does not list it does not say. */
  public Answer {
    inFavour = inFavour == null ? List.of() : List.copyOf(inFavour);
    against = against == null ? List.of() : List.copyOf(against);
  }

  /** For these options, against none. */
  public static Answer of(String question, String... inFavour) {
    return new Answer(question, List.of(inFavour), List.of());
  }

  /**
   * Whether it answers the question in a way that counts ({@code domain.md} §6.2): only what stands
   * on the paper, each once, no more than may be chosen. One that says nothing counts only where
   * there is but one option, or where each is judged by itself; unless the regulation says
   * otherwise.
   *
   * @param blankIsValid what the regulation says of a blank paper; null where it says nothing
   */
  public boolean isValidFor(Question asked, @Nullable Boolean blankIsValid) {
    Set<String> named = new HashSet<>(inFavour);
    named.addAll(against);
    if (named.size() != inFavour.size() + against.size()
        || !new HashSet<>(asked.keys()).containsAll(named)) {
      return false;
    }
    if (named.isEmpty()) {
      return blankIsValid != null
          ? blankIsValid
          : asked.options().size() == 1 || asked.form() == Question.Form.JUDGE;
    }
    return switch (asked.form()) {
      case CHOOSE -> against.isEmpty() && inFavour.size() <= asked.choices();
      case JUDGE -> inFavour.size() <= asked.choices();
      case ORDER -> against.isEmpty();
    };
  }
}
