package vn.giaouoc.command.poll;

import static vn.giaouoc.command.poll.PollRejection.CANDIDATE_EXCLUDED;
import static vn.giaouoc.command.poll.PollRejection.CANDIDATE_NOT_A_MEMBER;
import static vn.giaouoc.command.poll.PollRejection.METHOD_NOT_OFFERED;
import static vn.giaouoc.command.poll.PollRejection.ONLY_THE_TIED_GO_ON;
import static vn.giaouoc.command.poll.PollRejection.OPTIONS_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.QUESTIONS_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.SEATS_OR_CHOICES_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.THRESHOLD_UNUSABLE;
import static vn.giaouoc.command.poll.PollRejection.TWO_TELLERS_NEEDED;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.giaouoc.command.poll.PollCommand.Asked;
import vn.giaouoc.command.poll.PollCommand.Choice;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Slug;
import vn.giaouoc.shared.poll.Outcome;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.Question.Option;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What can be put to the vote: questions with options that can be chosen.
 *
 * @param method how it is decided
 * @param rules what the regulation says
 * @param candidates who can be chosen
 * @param excluded who takes no part in ranking and awards
 */
record Calling(Method method, Rules rules, Set<UnitId> candidates, Set<UnitId> excluded) {

  private static final int MOST_QUESTIONS = 20;
  private static final int MOST_OPTIONS = 200;

  /** The questions, with the rules by which each is decided. */
  List<Question> questions(List<Asked> asked, Keeper keeper) {
    Set<String> keys = new HashSet<>();
    QUESTIONS_UNUSABLE.unless(!asked.isEmpty() && asked.size() <= MOST_QUESTIONS);
    for (Asked each : asked) {
      QUESTIONS_UNUSABLE.unless(
          keys.add(each.key()) && Slug.isChosen(each.key()) && !each.subjects().isEmpty(),
          each.key());
      mustBeUsable(each);
    }
    return asked.stream().map(each -> question(each, keeper)).toList();
  }

  private Question question(Asked asked, Keeper keeper) {
    Threshold threshold = rules.threshold(asked);
    THRESHOLD_UNUSABLE.unless(
        threshold.isAShare()
            && (!threshold.ofPapers() || method == Method.CONSENSUS || isOnPaper(method)),
        threshold.base().code(),
        threshold.clause());
    return new Question(
        asked.key(),
        asked.subjects(),
        asked.contest(),
        keeper.words(asked.text()),
        asked.formOrUsual(),
        asked.options().stream().map(choice -> option(choice, keeper)).toList(),
        asked.seats(),
        asked.choices(),
        threshold,
        rules.rounds(asked),
        rules.ties(asked));
  }

  private static Option option(Choice choice, Keeper keeper) {
    return new Option(
        choice.key(), choice.unit(), choice.text() == null ? null : keeper.words(choice.text()));
  }

  private void mustBeUsable(Asked asked) {
    Set<String> keys = new HashSet<>();
    for (Choice choice : asked.options()) {
      OPTIONS_UNUSABLE.unless(
          keys.add(choice.key())
              && Slug.isChosen(choice.key())
              && (choice.unit() == null) != (choice.text() == null),
          choice.key());
      UnitId unit = choice.unit();
      if (unit != null) {
        CANDIDATE_NOT_A_MEMBER.unless(candidates.contains(unit), unit.slug());
        CANDIDATE_EXCLUDED.unless(
            !excluded.contains(unit)
                || !(asked.subjects().contains(Subject.RANKING)
                    || asked.subjects().contains(Subject.AWARDS)),
            unit.slug());
      }
    }
    OPTIONS_UNUSABLE.unless(!keys.isEmpty() && keys.size() <= MOST_OPTIONS, asked.key());
    SEATS_OR_CHOICES_UNUSABLE.unless(
        asked.seats() >= 1
            && asked.seats() <= keys.size()
            && asked.choices() >= 1
            && asked.choices() <= asked.seats(),
        asked.key());
  }

  /** Refuses a method that does not exist or lacks the people who count. */
  static void mustBeOffered(Method method, List<UnitId> tellers, Set<UnitId> members) {
    METHOD_NOT_OFFERED.unless(
        method != Method.DELIBERATION && method != Method.SCORING, method.code());
    TWO_TELLERS_NEEDED.unless(
        !needsTellers(method)
            || (new HashSet<>(tellers).size() >= 2 && members.containsAll(tellers)));
  }

  /** Whether people must count. */
  static boolean needsTellers(Method method) {
    return method == Method.SHOW_OF_HANDS || method == Method.BALLOT;
  }

  /**
   * In which way it is voted where somebody objects to agreement: the first that the regulation
   * states, or where it states none by name or else on paper, for which there are people who count
   * and which the majority can be taken of.
   */
  static Optional<Method> instead(
      List<Method> stated, List<Question> questions, List<UnitId> tellers) {
    List<Method> possible =
        stated.isEmpty() ? List.of(Method.NAMED_VOTE, Method.BALLOT, Method.SECRET_BALLOT) : stated;
    return possible.stream()
        .filter(method -> !needsTellers(method) || new HashSet<>(tellers).size() > 1)
        .filter(method -> fits(method, questions))
        .findFirst();
  }

  /** Whether the majority of each question can be taken of this kind of vote. */
  static boolean fits(Method method, List<Question> questions) {
    return isOnPaper(method)
        || questions.stream().noneMatch(question -> question.threshold().ofPapers());
  }

  /** Whether it is voted on papers, of which some may come back and some be invalid. */
  static boolean isOnPaper(Method method) {
    return method == Method.BALLOT || method == Method.SECRET_BALLOT;
  }

  /**
   * Refuses another question than the one that was not decided; of one that is tied, other options
   * than those that are equal, and other seats than those that are left.
   */
  static void mustGoOn(Question earlier, Outcome reached, Asked asked) {
    List<String> tied = reached.tied();
    ONLY_THE_TIED_GO_ON.unless(
        asked.subjects().equals(earlier.subjects())
            && asked.contest().equals(earlier.contest())
            && (tied.isEmpty() || isOnlyOf(earlier, reached, asked)),
        earlier.key());
  }

  private static boolean isOnlyOf(Question earlier, Outcome reached, Asked asked) {
    Set<String> keys = new HashSet<>();
    for (Choice choice : asked.options()) {
      keys.add(choice.key());
      UnitId before = earlier.units(List.of(choice.key())).stream().findFirst().orElse(null);
      if (!Objects.equals(before, choice.unit())) {
        return false;
      }
    }
    return keys.equals(new HashSet<>(reached.tied()))
        && asked.seats() == reached.seats() - reached.chosen().size();
  }
}
