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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Digests;
import vn.giaouoc.shared.poll.Answer;
import vn.giaouoc.shared.poll.PollId;
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
   * @param stamping by which stamps are known
   * @param key that opens the papers
   * @param length how long a paper is
   * @param box what is in it; no token twice
   */
  static Opened of(
      PollId poll,
      List<Asked> questions,
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
    questions.forEach(question -> asked.add(question.question()));
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return new Opened(
        stamped.stream()
            .map(
                paper ->
                    new Opened.Returned(
                        base64.encodeToString(paper.token()), base64.encodeToString(paper.stamp())))
            .toList(),
        box.size() - stamped.size(),
        questions.stream().map(question -> question(question, asked, papers)).toList());
  }

  private static Opened.Question question(
      Asked asked, Set<String> questions, List<Optional<Paper>> papers) {
    List<Answer> valid = new ArrayList<>();
    Map<Flaw, Integer> invalid = new EnumMap<>(Flaw.class);
    for (Optional<Paper> paper : papers) {
      Answer answer = paper.map(read -> answer(asked, read)).orElse(null);
      Flaw flaw = flaw(asked, questions, paper, answer);
      if (flaw == null && answer != null) {
        valid.add(answer);
      } else if (flaw != null) {
        invalid.merge(flaw, 1, Integer::sum);
      }
    }
    valid.sort(null);
    return new Opened.Question(asked.question(), List.copyOf(valid), invalid);
  }

  /** What a paper says to a question; nothing chosen where it does not speak of it. */
  private static Answer answer(Asked asked, Paper paper) {
    Answer answer = paper.answers().get(asked.question());
    return switch (answer) {
      case null ->
          asked.form() == Asked.Form.MARK
              ? new Answer.Marked(Map.of())
              : new Answer.Named(List.of());
      // in what order options were chosen says nothing, and must tell nothing
      case Answer.Named named when asked.form() == Asked.Form.CHOOSE ->
          new Answer.Named(named.options().stream().sorted().toList());
      default -> answer;
    };
  }

  private static @Nullable Flaw flaw(
      Asked asked, Set<String> questions, Optional<Paper> paper, @Nullable Answer answer) {
    if (paper.isEmpty() || answer == null) {
      return Flaw.UNREADABLE;
    }
    if (paper.get().marked() || !questions.containsAll(paper.get().answers().keySet())) {
      return Flaw.SIGNED_OR_MARKED;
    }
    return switch (answer) {
      case Answer.Named(List<String> options) -> {
        Set<String> different = new TreeSet<>(options);
        yield asked.form() == Asked.Form.MARK || different.size() < options.size()
            ? Flaw.UNREADABLE
            : flaw(asked, different, asked.most());
      }
      case Answer.Marked(Map<String, Answer.Mark> marks) ->
          asked.form() != Asked.Form.MARK
              ? Flaw.UNREADABLE
              : flaw(asked, marks.keySet(), asked.options().size());
    };
  }

  private static @Nullable Flaw flaw(Asked asked, Set<String> named, int most) {
    if (!asked.options().containsAll(named)) {
      return Flaw.OUTSIDE_THE_LIST;
    }
    if (named.size() > most) {
      return Flaw.TOO_MANY;
    }
    return named.isEmpty() && asked.options().size() > 1 ? Flaw.BLANK : null;
  }
}
