package vn.giaouoc.command.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.Lived.CYCLE;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;
import static vn.giaouoc.command.Lived.by;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.conference.Decision;
import vn.giaouoc.command.poll.PollCommand.AbandonLots;
import vn.giaouoc.command.poll.PollCommand.Asked;
import vn.giaouoc.command.poll.PollCommand.CallLots;
import vn.giaouoc.command.poll.PollCommand.CallPoll;
import vn.giaouoc.command.poll.PollCommand.CertifyTally;
import vn.giaouoc.command.poll.PollCommand.Choice;
import vn.giaouoc.command.poll.PollCommand.ClosePoll;
import vn.giaouoc.command.poll.PollCommand.CommitLot;
import vn.giaouoc.command.poll.PollCommand.DecideTie;
import vn.giaouoc.command.poll.PollCommand.OpenPoll;
import vn.giaouoc.command.poll.PollCommand.RecordPaperTally;
import vn.giaouoc.command.poll.PollCommand.RevealLot;
import vn.giaouoc.command.poll.PollCommand.VoidPoll;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.poll.Lots;
import vn.giaouoc.shared.poll.Outcome;
import vn.giaouoc.shared.poll.PaperTally;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.PollClosed;
import vn.giaouoc.shared.poll.PollEvent.PollVoided;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollEvent.TallyRecorded;
import vn.giaouoc.shared.poll.PollEvent.TieDecided;
import vn.giaouoc.shared.poll.PollEvent.VotedOnAgain;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.QuestionTally;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.poll.Threshold.Base;
import vn.giaouoc.shared.poll.TieRule;
import vn.giaouoc.shared.regulation.PollRule;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Polls under any rules, voted in any way, with whatever anybody tries afterwards: no tie is ever
 * silent. It stands open, or one step of the cascade is recorded that decides it.
 */
class TiePropertiesTest {

  private static final String FLAG = "flag";
  private static final String CLAUSE = "Điều 20";
  private static final List<Choice> CANDIDATES =
      List.of(
          new Choice("a", LEADER, null),
          new Choice("b", MEMBER, null),
          new Choice("c", DEPUTY, null));
  private static final Threshold HALF_OF_RETURNED =
      new Threshold(Base.RETURNED, 1, 2, true, "Điều 14");

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void every_tie_ends_in_a_recorded_step_of_the_cascade(@ForAll Random random) {
    Play play = new Play(random);
    play.poll(null, CANDIDATES.subList(0, 2 + random.nextInt(2)), 1 + random.nextInt(2));
    for (int act = 0; act < 6; act++) {
      play.something();
      play.check();
    }
    play.toTheEnd();
    play.check();
  }

  private static final class Play {

    private final Random random;
    private final Living living;
    private final List<PollId> polls = new ArrayList<>();
    private final List<String> story = new ArrayList<>();

    private Play(Random random) {
      this.random = random;
      List<TieRule> cascade = new ArrayList<>();
      List<TieRule.By> steps = new ArrayList<>(List.of(TieRule.By.values()));
      Collections.shuffle(steps, random);
      steps.subList(0, random.nextInt(4)).forEach(by -> cascade.add(new TieRule(by, "Điều 15")));
      PollRule rule =
          PollRulesTest.rule(
              List.of(),
              null,
              HALF_OF_RETURNED,
              random.nextBoolean() ? null : 1 + random.nextInt(3),
              cascade,
              null,
              List.of());
      story.add(rule.toString());
      living = random.nextInt(4) == 0 ? PollRulesTest.under() : PollRulesTest.under(rule);
    }

    private boolean done(Command command) {
      boolean accepted = living.when(command).accepted();
      story.add((accepted ? "done: " : "refused: ") + command);
      return accepted;
    }

    /** Calls a poll and, if it may be called, has it voted on and closed. */
    private boolean poll(@Nullable PollId after, List<Choice> options, int seats) {
      PollId poll = PollId.of("kien-giang.khoi-4.2026.bieu-quyet-" + polls.size());
      Asked asked =
          new Asked(
              FLAG,
              List.of(Subject.AWARDS),
              Contest.WHOLE_BLOC,
              "Câu hỏi",
              null,
              options,
              seats,
              seats,
              HALF_OF_RETURNED);
      if (!done(
          new CallPoll(
              poll,
              CYCLE,
              PollRulesTest.HALL,
              List.of(asked),
              Method.BALLOT,
              PollRulesTest.TELLERS,
              List.of(),
              after,
              by(LEADER)))) {
        return false;
      }
      polls.add(poll);
      assertThat(done(new OpenPoll(poll, List.of(), by(LEADER)))).isTrue();
      PaperTally tally = papers(options, seats);
      assertThat(done(new RecordPaperTally(poll, tally, DEPUTY, by(DEPUTY)))).isTrue();
      assertThat(done(new CertifyTally(poll, tally, MEMBER, by(MEMBER)))).isTrue();
      assertThat(done(new ClosePoll(poll, by(LEADER)))).isTrue();
      return true;
    }

    /** Three papers, some of them invalid, each with as many names as there are seats or fewer. */
    private PaperTally papers(List<Choice> options, int seats) {
      int[] voices = new int[options.size()];
      int valid = 1 + random.nextInt(3);
      boolean single = options.size() == 1;
      for (int paper = 0; paper < valid; paper++) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
          order.add(i);
        }
        Collections.shuffle(order, random);
        order
            .subList(
                0, single ? random.nextInt(2) : 1 + random.nextInt(Math.min(seats, options.size())))
            .forEach(option -> voices[option]++);
      }
      List<Votes> votes = new ArrayList<>();
      for (int i = 0; i < options.size(); i++) {
        votes.add(
            single
                ? new Votes(options.get(i).key(), voices[i], valid - voices[i], 0)
                : PollRulesTest.votes(options.get(i).key(), voices[i]));
      }
      return new PaperTally(
          3, 3, List.of(PollRulesTest.tally(FLAG, valid, 3 - valid, votes.toArray(Votes[]::new))));
    }

    private PollId some() {
      return polls.get(random.nextInt(polls.size()));
    }

    /** Whatever anybody may try, in any order. */
    private void something() {
      PollId poll = some();
      switch (random.nextInt(7)) {
        case 0 -> chair(poll, random.nextBoolean() ? CLAUSE : null);
        case 1 -> done(new CallLots(poll, FLAG, List.of(MEMBER, LEADER), clause(), by(DEPUTY)));
        case 2 -> draw(poll);
        case 3 -> runOff(poll);
        case 4 -> poll(null, CANDIDATES.subList(0, 2), 1);
        case 5 -> done(new AbandonLots(poll, FLAG, "Không công bố", by(LEADER)));
        default -> {
          if (random.nextInt(4) == 0) {
            done(new VoidPoll(poll, "Gọi nhầm", by(LEADER)));
          }
        }
      }
    }

    private @Nullable String clause() {
      return random.nextBoolean() ? CLAUSE : null;
    }

    private boolean chair(PollId poll, @Nullable String clause) {
      Outcome outcome = outcome(poll);
      List<String> tied = new ArrayList<>(outcome.tied());
      Collections.shuffle(tied, random);
      int open = Math.max(0, outcome.seats() - outcome.chosen().size());
      return done(
          new DecideTie(
              poll, FLAG, tied.subList(0, Math.min(open, tied.size())), clause, by(DEPUTY)));
    }

    private boolean draw(PollId poll) {
      for (UnitId unit : List.of(MEMBER, LEADER)) {
        done(
            new CommitLot(
                poll, FLAG, unit, Lots.commitment(poll, FLAG, unit, seed(unit)), by(unit)));
      }
      done(new RevealLot(poll, FLAG, MEMBER, seed(MEMBER), by(MEMBER)));
      return done(new RevealLot(poll, FLAG, LEADER, seed(LEADER), by(LEADER)));
    }

    private static String seed(UnitId unit) {
      return (unit.equals(MEMBER) ? "1" : "2").repeat(64);
    }

    private boolean runOff(PollId poll) {
      Outcome outcome = outcome(poll);
      return poll(
          poll,
          CANDIDATES.stream().filter(each -> outcome.tied().contains(each.key())).toList(),
          Math.max(1, outcome.seats() - outcome.chosen().size()));
    }

    private Outcome outcome(PollId poll) {
      return closed(poll).decided().getFirst().outcome();
    }

    private PollClosed closed(PollId poll) {
      return (PollClosed) events(poll, PollClosed.class).getFirst();
    }

    private List<Event> events(PollId poll, Class<? extends Event> type) {
      return living.stream(poll.stream()).stream().filter(type::isInstance).toList();
    }

    private boolean open(PollId poll) {
      return outcome(poll).result() == Outcome.Result.TIED
          && events(poll, TieDecided.class).isEmpty()
          && events(poll, VotedOnAgain.class).isEmpty()
          && events(poll, PollVoided.class).isEmpty();
    }

    /** What can be decided is: by the next step that the rule provides, else by a clause. */
    private void toTheEnd() {
      for (int i = 0; i < polls.size(); i++) {
        PollId poll = polls.get(i);
        if (open(poll)) {
          assertThat(
                  draw(poll)
                      || chair(poll, null)
                      || done(new CallLots(poll, FLAG, List.of(MEMBER, LEADER), null, by(DEPUTY)))
                          && draw(poll)
                      || runOff(poll)
                      || chair(poll, CLAUSE))
              .as(() -> "some step is next after\n" + String.join("\n", story))
              .isTrue();
        }
        assertThat(open(poll)).isFalse();
      }
    }

    private void check() {
      for (PollId poll : polls) {
        Outcome outcome = outcome(poll);
        QuestionTally tally =
            ((TallyRecorded) events(poll, TallyRecorded.class).getFirst())
                .tally()
                .questions()
                .getFirst();
        assertThat(outcome.of(List.of()))
            .as("its arithmetic can be done again")
            .isEqualTo(
                Outcome.counted(
                    tally.votes(), outcome.threshold(), outcome.total(), outcome.seats()));
        assertThat(outcome.chosen().size()).isLessThanOrEqualTo(outcome.seats());
        List<Event> steps = new ArrayList<>(events(poll, TieDecided.class));
        steps.addAll(events(poll, VotedOnAgain.class));
        boolean isVoid = !events(poll, PollVoided.class).isEmpty();
        boolean tied = outcome.result() == Outcome.Result.TIED;
        if (!isVoid) {
          assertThat(steps.size()).as("one step decides").isLessThanOrEqualTo(1);
        }
        boolean settled =
            !isVoid
                && (outcome.result() == Outcome.Result.DECIDED
                    || !events(poll, TieDecided.class).isEmpty());
        Decision decision = living.streams().peek(Decision.class, poll.stream());
        assertThat(decision.settles(Subject.AWARDS)).isEqualTo(settled);
        assertThat(decision.isDecided()).isEqualTo(settled);
        if (settled && tied) {
          TieDecided step = (TieDecided) events(poll, TieDecided.class).getFirst();
          assertThat(decision.chosen(Subject.AWARDS)).hasSize(outcome.seats());
          assertThat(step.clause()).isNotBlank();
        }
      }
    }
  }
}
