package vn.giaouoc.replay;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.poll.Answer;
import vn.giaouoc.shared.poll.Lots;
import vn.giaouoc.shared.poll.Outcome;
import vn.giaouoc.shared.poll.PaperTally;
import vn.giaouoc.shared.poll.PollEvent;
import vn.giaouoc.shared.poll.PollEvent.AbsentVoiceAdmitted;
import vn.giaouoc.shared.poll.PollEvent.BoxAnswers;
import vn.giaouoc.shared.poll.PollEvent.BoxCounted;
import vn.giaouoc.shared.poll.PollEvent.ConsensusRecorded;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.Decided;
import vn.giaouoc.shared.poll.PollEvent.HandsCounted;
import vn.giaouoc.shared.poll.PollEvent.LotRevealed;
import vn.giaouoc.shared.poll.PollEvent.LotsCalled;
import vn.giaouoc.shared.poll.PollEvent.PapersListed;
import vn.giaouoc.shared.poll.PollEvent.PollCalled;
import vn.giaouoc.shared.poll.PollEvent.PollClosed;
import vn.giaouoc.shared.poll.PollEvent.PollOpened;
import vn.giaouoc.shared.poll.PollEvent.TallyCertified;
import vn.giaouoc.shared.poll.PollEvent.TieDecided;
import vn.giaouoc.shared.poll.PollEvent.Voices;
import vn.giaouoc.shared.poll.PollEvent.VoteCast;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.QuestionTally;
import vn.giaouoc.shared.poll.Quorum;
import vn.giaouoc.shared.poll.TieRule;
import vn.giaouoc.shared.unit.UnitId;

/** The quorum, the voices and the lots of a poll, from what its own stream tells before. */
final class Count {

  private final Past past;

  Count(Past past) {
    this.past = past;
  }

  @Nullable PollEvent computed(PollEvent event, Told told) {
    return switch (event) {
      case PollOpened opened -> opened(opened, past.before(told));
      case BoxCounted box ->
          new BoxCounted(
              box.poll(),
              box.issued(),
              past.before(told).stream()
                  .map(Told::event)
                  .filter(PapersListed.class::isInstance)
                  .mapToInt(each -> ((PapersListed) each).papers().size())
                  .sum(),
              box.foreign(),
              box.questions());
      case PollClosed closed -> closed(closed, past.before(told));
      case TieDecided tie -> decided(tie, past.before(told));
      default -> null;
    };
  }

  private static PollOpened opened(PollOpened opened, List<Told> before) {
    Quorum quorum = there(before, PollCalled.class).quorum();
    return new PollOpened(
        opened.poll(),
        opened.electorate(),
        opened.present(),
        quorum == null ? null : quorum.needed(opened.electorate().size()),
        opened.without(),
        opened.basis());
  }

  private static PollClosed closed(PollClosed closed, List<Told> before) {
    PollCalled called = there(before, PollCalled.class);
    PollOpened opened = there(before, PollOpened.class);
    return new PollClosed(
        closed.poll(),
        called.bloc(),
        called.cycle(),
        called.conference(),
        closed.methods(),
        opened.electorate(),
        closed.decided().stream()
            .map(
                each ->
                    decided(
                        of(called.questions(), Question::key, each.question()),
                        closed.methods().getLast(),
                        called,
                        opened,
                        before))
            .toList());
  }

  private static Decided decided(
      Question question,
      PollEvent.Method method,
      PollCalled called,
      PollOpened opened,
      List<Told> before) {
    Counts counts = Counts.NOT_STATED;
    List<Votes> votes;
    switch (method) {
      case CONSENSUS -> {
        ConsensusRecorded all = there(before, ConsensusRecorded.class);
        Outcome outcome =
            Outcome.agreed(
                of(all.agreed(), Answer::question, question.key()).inFavour(),
                question.threshold(),
                opened.electorate().size());
        return decided(question, counts, outcome);
      }
      case SHOW_OF_HANDS ->
          votes =
              of(there(before, HandsCounted.class).counted(), Voices::question, question.key())
                  .votes();
      case NAMED_VOTE -> votes = tally(question, named(question, before), called).votes();
      case BALLOT, SECRET_BALLOT -> {
        BoxCounted box = Past.last(before, BoxCounted.class);
        QuestionTally tally;
        if (box == null) {
          PaperTally papers = there(before, TallyCertified.class).tally();
          tally = of(papers.questions(), QuestionTally::question, question.key());
          counts = new Counts(papers.issued(), papers.returned(), tally.valid(), tally.invalid());
        } else {
          BoxAnswers said = of(box.questions(), BoxAnswers::question, question.key());
          tally = tally(question, answers(said), called);
          counts = new Counts(box.issued(), box.returned(), tally.valid(), said.invalidPapers());
        }
        votes = tally.votes();
      }
      default -> throw new IllegalStateException("Nothing is counted by " + method);
    }
    int total =
        switch (question.threshold().base()) {
          case ELECTORATE -> opened.electorate().size();
          case PRESENT -> opened.present().size() + admitted(before).size();
          case ISSUED -> requireNonNull(counts.issued(), "issued");
          case RETURNED -> requireNonNull(counts.returned(), "returned");
          case VALID -> requireNonNull(counts.valid(), "valid");
        };
    return decided(
        question,
        counts,
        question.form() == Question.Form.ORDER
            ? Outcome.ordered(votes, question.threshold(), total, question.seats())
            : Outcome.counted(votes, question.threshold(), total, question.seats()));
  }

  private static Decided decided(Question question, Counts counts, Outcome outcome) {
    return new Decided(
        question.key(),
        question.subjects(),
        question.contest(),
        counts,
        outcome.of(question.units(outcome.chosen())));
  }

  private static QuestionTally tally(Question question, List<Answer> answers, PollCalled called) {
    return QuestionTally.of(question, answers, called.blankIsValid());
  }

  private static List<Answer> answers(BoxAnswers said) {
    return said.valid().stream()
        .flatMap(
            same ->
                Collections.nCopies(
                    same.papers(), new Answer(said.question(), same.inFavour(), same.against()))
                    .stream())
        .toList();
  }

  /** What each unit said last. */
  private static List<Answer> named(Question question, List<Told> before) {
    Map<UnitId, Answer> said = new LinkedHashMap<>();
    for (Told each : before) {
      if (each.event() instanceof VoteCast vote) {
        said.put(vote.unit(), of(vote.answers(), Answer::question, question.key()));
      }
    }
    return List.copyOf(said.values());
  }

  private static Set<UnitId> admitted(List<Told> before) {
    Set<UnitId> admitted = new HashSet<>();
    for (Told each : before) {
      if (each.event() instanceof AbsentVoiceAdmitted voice) {
        admitted.add(voice.unit());
      }
    }
    return admitted;
  }

  /** Whom the chair prefers it says itself; the lot is drawn again. */
  private static TieDecided decided(TieDecided tie, List<Told> before) {
    PollCalled called = there(before, PollCalled.class);
    Question question = of(called.questions(), Question::key, tie.question());
    Outcome outcome =
        of(there(before, PollClosed.class).decided(), Decided::question, tie.question()).outcome();
    List<String> preferred =
        tie.by() == TieRule.By.LOTS
            ? Lots.drawn(outcome.tied(), seeds(tie.question(), before))
            : tie.chosen().stream().filter(outcome.tied()::contains).toList();
    List<String> chosen = outcome.resolved(question, preferred);
    return new TieDecided(
        tie.poll(),
        called.bloc(),
        called.cycle(),
        called.conference(),
        tie.question(),
        tie.by(),
        chosen,
        question.units(chosen),
        tie.clause());
  }

  /** The seeds of the drawing that was called last. */
  private static Map<UnitId, String> seeds(String question, List<Told> before) {
    Map<UnitId, String> seeds = new LinkedHashMap<>();
    for (Told each : before) {
      if (each.event() instanceof LotsCalled lots && lots.question().equals(question)) {
        seeds.clear();
      } else if (each.event() instanceof LotRevealed lot && lot.question().equals(question)) {
        seeds.put(lot.unit(), lot.seed());
      }
    }
    return seeds;
  }

  private static <E> E there(List<Told> before, Class<E> kind) {
    return requireNonNull(Past.last(before, kind), kind.getSimpleName());
  }

  private static <T> T of(List<T> all, Function<T, String> key, String wanted) {
    return all.stream().filter(each -> key.apply(each).equals(wanted)).findFirst().orElseThrow();
  }
}
