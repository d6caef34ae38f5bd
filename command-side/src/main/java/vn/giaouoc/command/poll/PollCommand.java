package vn.giaouoc.command.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.poll.PaperTally;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.poll.PollEvent.WithoutVote;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of a poll. */
sealed interface PollCommand extends Command {

  PollId poll();

  @Override
  default String stream() {
    return poll().stream();
  }

  /** What can be chosen: a unit, or something said in words. */
  record Choice(String key, @Nullable UnitId unit, @Nullable String text) {}

  /** Puts something to the vote in a conference. */
  record CallPoll(
      PollId poll,
      CycleId cycle,
      ConferenceId conference,
      List<Subject> subjects,
      Contest contest,
      String question,
      List<Choice> options,
      Method method,
      Threshold threshold,
      int seats,
      int choices,
      List<UnitId> tellers,
      @Nullable PollId after,
      Envelope envelope)
      implements PollCommand {}

  /** Opens it; who may vote is fixed by that. */
  record OpenPoll(PollId poll, List<WithoutVote> without, Envelope envelope)
      implements PollCommand {}

  /** Notes that all agree on these. */
  record RecordConsensus(PollId poll, List<String> agreed, Envelope envelope)
      implements PollCommand {}

  /** Notes that somebody objects, without saying who; it is put to a vote instead. */
  record RaiseObjection(
      PollId poll, Method method, List<UnitId> tellers, @Nullable String reason, Envelope envelope)
      implements PollCommand {}

  /** Notes the hands that two counted. */
  record RecordShowOfHands(
      PollId poll, List<Votes> votes, List<UnitId> countedBy, Envelope envelope)
      implements PollCommand {}

  /** Types in what the papers say, for one teller. */
  record RecordPaperTally(PollId poll, PaperTally tally, UnitId by, Envelope envelope)
      implements PollCommand {}

  /** Finds the same, for another teller. */
  record CertifyTally(PollId poll, PaperTally tally, UnitId by, Envelope envelope)
      implements PollCommand {}

  /** Closes it with its outcome. */
  record ClosePoll(PollId poll, Envelope envelope) implements PollCommand {}

  /** Decides between options with equal voices, for the chair. */
  record DecideTie(PollId poll, List<String> chosen, String clause, Envelope envelope)
      implements PollCommand {}

  /** Lets it count no longer. */
  record VoidPoll(PollId poll, String reason, Envelope envelope) implements PollCommand {}
}
