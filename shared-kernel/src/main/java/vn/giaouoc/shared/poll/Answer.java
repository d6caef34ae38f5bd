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

  /** What it says, without the order in which it says it where that means nothing. */
  public Answer inOrderOf(Question asked) {
    return asked.form() == Question.Form.ORDER
        ? this
        : new Answer(
            question, inFavour.stream().sorted().toList(), against.stream().sorted().toList());
  }

  /**
   * Whether it answers the question in a way that counts.
   *
   * @param blankIsValid what the regulation says of a blank paper; null where it says nothing
   */
  public boolean isValidFor(Question asked, @Nullable Boolean blankIsValid) {
    return flaw(asked, blankIsValid) == null;
  }

  /**
   * Why it does not count ({@code domain.md} §6.2): only what stands on the paper counts, each
   * once, no more than may be chosen. One that says nothing counts only where there is but one
   * option, or where each is judged by itself; unless the regulation says otherwise.
   *
   * @param blankIsValid what the regulation says of a blank paper; null where it says nothing
   * @return null if it counts
   */
  public @Nullable Flaw flaw(Question asked, @Nullable Boolean blankIsValid) {
    Set<String> named = new HashSet<>(inFavour);
    named.addAll(against);
    if (named.size() != inFavour.size() + against.size()
        || (!against.isEmpty() && asked.form() != Question.Form.JUDGE)) {
      return Flaw.UNREADABLE;
    }
    if (!new HashSet<>(asked.keys()).containsAll(named)) {
      return Flaw.OUTSIDE_THE_LIST;
    }
    if (asked.form() != Question.Form.ORDER && inFavour.size() > asked.choices()) {
      return Flaw.TOO_MANY;
    }
    boolean blankCounts =
        blankIsValid != null
            ? blankIsValid
            : asked.options().size() == 1 || asked.form() == Question.Form.JUDGE;
    return named.isEmpty() && !blankCounts ? Flaw.BLANK : null;
  }
}
