package vn.giaouoc.command.ballot;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Digests;
import vn.giaouoc.shared.poll.Answer;
import vn.giaouoc.shared.poll.Flaw;
import vn.giaouoc.shared.poll.PollEvent.BoxAnswers;
import vn.giaouoc.shared.poll.PollEvent.Flawed;
import vn.giaouoc.shared.poll.PollEvent.ReturnedPaper;
import vn.giaouoc.shared.poll.PollEvent.SameAnswer;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.StampingKey;

/**
 * Opens a box. The same papers give the same result in whatever order they lie, and nothing in it
 * joins an answer to a paper, or to the other answers of the same paper.
 */
final class Opening {

  private Opening() {}

  /**
   * All that is in a box.
   *
   * @param poll whose box it is
   * @param questions what was on the papers
   * @param blankIsValid what the regulation says of a blank paper; null where it says nothing
   * @param stamping by which stamps are known
   * @param key that opens the papers
   * @param length how long a paper is
   * @param box what is in it; no token twice
   */
  static Opened of(
      PollId poll,
      List<Question> questions,
      @Nullable Boolean blankIsValid,
      StampingKey stamping,
      BoxKey key,
      int length,
      List<StampedPaper> box) {
    List<StampedPaper> stamped =
        box.stream()
            .filter(paper -> stamping.hasStamped(paper.token(), paper.stamp()))
            .sorted(Comparator.comparing(paper -> Digests.sha256(paper.token())))
            .toList();
    List<Optional<Paper>> papers =
        stamped.stream()
            .map(
                paper ->
                    key.open(poll, paper.token(), paper.sealed())
                        .filter(written -> written.length == length)
                        .flatMap(Paper::read))
            .toList();
    Set<String> asked = new HashSet<>();
    questions.forEach(question -> asked.add(question.key()));
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return new Opened(
        stamped.stream()
            .map(
                paper ->
                    new ReturnedPaper(
                        base64.encodeToString(paper.token()), base64.encodeToString(paper.stamp())))
            .toList(),
        box.size() - stamped.size(),
        questions.stream().map(each -> answers(each, blankIsValid, asked, papers)).toList());
  }

  private static BoxAnswers answers(
      Question question,
      @Nullable Boolean blankIsValid,
      Set<String> asked,
      List<Optional<Paper>> papers) {
    Map<Answer, Integer> valid = new TreeMap<>(Comparator.comparing(Opening::line));
    Map<Flaw, Integer> invalid = new EnumMap<>(Flaw.class);
    for (Optional<Paper> paper : papers) {
      Answer answer = paper.map(read -> answer(question, read)).orElse(null);
      Flaw flaw =
          answer == null
              ? Flaw.UNREADABLE
              : isMarked(paper.orElseThrow(), asked)
                  ? Flaw.SIGNED_OR_MARKED
                  : answer.flaw(question, blankIsValid);
      if (flaw == null && answer != null) {
        valid.merge(answer, 1, Integer::sum);
      } else if (flaw != null) {
        invalid.merge(flaw, 1, Integer::sum);
      }
    }
    List<SameAnswer> said = new ArrayList<>();
    valid.forEach(
        (answer, count) -> said.add(new SameAnswer(answer.inFavour(), answer.against(), count)));
    List<Flawed> flawed = new ArrayList<>();
    invalid.forEach((flaw, count) -> flawed.add(new Flawed(flaw, count)));
    return new BoxAnswers(question.key(), List.copyOf(said), List.copyOf(flawed));
  }

  /** What a paper says to a question; nothing chosen where it does not speak of it. */
  private static Answer answer(Question question, Paper paper) {
    // in what order options were chosen says nothing, and must tell nothing
    return paper
        .answers()
        .getOrDefault(question.key(), Answer.of(question.key()))
        .inOrderOf(question);
  }

  private static boolean isMarked(Paper paper, Set<String> asked) {
    return paper.marked() || !asked.containsAll(paper.answers().keySet());
  }

  /** By which answers are put in order. */
  private static String line(Answer answer) {
    return String.join("\n", answer.inFavour()) + "\n\n" + String.join("\n", answer.against());
  }
}
