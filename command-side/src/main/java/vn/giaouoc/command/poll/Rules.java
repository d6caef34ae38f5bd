package vn.giaouoc.command.poll;

import static vn.giaouoc.command.poll.PollRejection.METHOD_NOT_PROVIDED;
import static vn.giaouoc.command.poll.PollRejection.ROUNDS_SPENT;
import static vn.giaouoc.command.poll.PollRejection.RULES_DIFFER;
import static vn.giaouoc.command.poll.PollRejection.THRESHOLD_NOT_THE_RULE;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.poll.PollCommand.Asked;
import vn.giaouoc.shared.poll.Absence;
import vn.giaouoc.shared.poll.Matter;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.Quorum;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.poll.TieRule;
import vn.giaouoc.shared.regulation.PollRule;
import vn.giaouoc.shared.regulation.Regulation;

/**
 * What the regulation in force says of polls about some subjects. What it does not state, whoever
 * calls the poll says.
 */
record Rules(@Nullable Regulation regulation) {

  /** The number of the regulation, if it has a rule about one of these. */
  @Nullable String number(List<Asked> questions) {
    return regulation == null || rules(questions).isEmpty() ? null : regulation.number();
  }

  /** Refuses a method that the rules about these do not provide, and one round too many. */
  void mustProvide(Method method, int round, Collection<Subject> subjects) {
    for (PollRule rule : rules(subjects)) {
      METHOD_NOT_PROVIDED.unless(
          rule.methods().isEmpty() || rule.methods().contains(method),
          method.code(),
          rule.clause());
      ROUNDS_SPENT.unless(
          rule.rounds() == null || round <= rule.rounds(),
          String.valueOf(rule.rounds()),
          rule.clause());
    }
  }

  /** In which ways it may be put to the vote where somebody objects, the first that is stated. */
  List<Method> insteadOfConsensus(Collection<Subject> subjects) {
    return rules(subjects).stream()
        .flatMap(rule -> rule.methods().stream())
        .filter(method -> method != Method.CONSENSUS)
        .distinct()
        .toList();
  }

  Threshold threshold(Asked question) {
    Threshold rule = one(rules(question.subjects()), PollRule::majority).orElse(null);
    Threshold asked = question.threshold();
    if (rule == null) {
      return asked == null ? Threshold.MORE_THAN_HALF : asked;
    }
    THRESHOLD_NOT_THE_RULE.unless(
        asked == null || asked.asksTheSameAs(rule), question.key(), rule.clause());
    return rule;
  }

  @Nullable Integer rounds(Asked question) {
    return one(rules(question.subjects()), PollRule::rounds).orElse(null);
  }

  List<TieRule> ties(Asked question) {
    return one(rules(question.subjects()), rule -> stated(rule.ties())).orElse(List.of());
  }

  @Nullable Quorum quorum(List<Asked> questions) {
    return one(rules(questions), PollRule::quorum).orElse(null);
  }

  List<Absence> absent(List<Asked> questions) {
    return one(rules(questions), rule -> stated(rule.absent())).orElse(List.of());
  }

  @Nullable Boolean blankIsValid(List<Asked> questions) {
    return one(rules(questions), PollRule::blankIsValid).orElse(null);
  }

  boolean judgedMayVote(List<Asked> questions) {
    return one(rules(questions), PollRule::judgedMayVote).orElse(true);
  }

  /** The matters of these questions for which there is a rule. */
  List<Matter> matters(List<Question> questions) {
    return Matter.of(questions).stream()
        .filter(matter -> !rules(List.of(matter.subject())).isEmpty())
        .toList();
  }

  /** The clause about polls on these, if there is one. */
  @Nullable String clause(Collection<Subject> subjects) {
    return rules(subjects).stream().findFirst().map(PollRule::clause).orElse(null);
  }

  private List<PollRule> rules(List<Asked> questions) {
    return rules(questions.stream().flatMap(each -> each.subjects().stream()).distinct().toList());
  }

  private List<PollRule> rules(Collection<Subject> subjects) {
    return regulation == null
        ? List.of()
        : subjects.stream().map(regulation::poll).flatMap(Optional::stream).distinct().toList();
  }

  /** What the rules state; they must not state it differently for what stands on one paper. */
  private static <T> Optional<T> one(List<PollRule> rules, Function<PollRule, @Nullable T> of) {
    List<T> stated = rules.stream().map(of).filter(Objects::nonNull).distinct().toList();
    RULES_DIFFER.unless(
        stated.size() <= 1, null, rules.isEmpty() ? null : rules.getLast().clause());
    return stated.stream().findFirst();
  }

  private static <T> @Nullable List<T> stated(List<T> list) {
    return list.isEmpty() ? null : list;
  }
}
