package vn.giaouoc.command.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.ballot.Opened;
import vn.giaouoc.command.ballot.SecretBallots;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.poll.Absence;
import vn.giaouoc.shared.poll.Answer;
import vn.giaouoc.shared.poll.PaperTally;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollEvent.Voices;
import vn.giaouoc.shared.poll.PollEvent.WithoutVote;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question.Form;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.poll.VotingPaperEvent;
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

  /**
   * One question of the paper.
   *
   * @param form what a voter may answer; absent: yes or no to a single option, else to choose
   * @param threshold how many voices it needs; absent: as the regulation says, else more than half
   *     of all
   */
  record Asked(
      String key,
      List<Subject> subjects,
      Contest contest,
      String text,
      @Nullable Form form,
      List<Choice> options,
      int seats,
      int choices,
      @Nullable Threshold threshold) {

    Form formOrUsual() {
      return form != null ? form : options.size() == 1 ? Form.JUDGE : Form.CHOOSE;
    }
  }

  /** Puts something to the vote in a conference. */
  record CallPoll(
      PollId poll,
      CycleId cycle,
      ConferenceId conference,
      List<Asked> questions,
      Method method,
      List<UnitId> tellers,
      List<BlocId> council,
      @Nullable PollId after,
      Envelope envelope)
      implements PollCommand {}

  /**
   * Opens it; who may vote is fixed by that.
   *
   * @param box keys and box of a secret ballot, made before
   */
  record OpenPoll(
      PollId poll,
      List<WithoutVote> without,
      SecretBallots.@Nullable Prepared box,
      Envelope envelope)
      implements PollCommand {

    /** Opens one that is not secret. */
    OpenPoll(PollId poll, List<WithoutVote> without, Envelope envelope) {
      this(poll, without, null, envelope);
    }
  }

  /**
   * Asks how far it is with a secret ballot; nothing happens by it.
   *
   * @param instead in which way it would be voted if somebody objected now
   */
  record AskBallot(PollId poll, @Nullable Method instead, Envelope envelope)
      implements PollCommand {}

  /** Issues the paper of a unit. */
  record IssuePaper(PollId poll, UnitId unit, String blinded, Envelope envelope)
      implements PollCommand {

    @Override
    public String stream() {
      return VotingPaperEvent.streamOf(poll, unit);
    }
  }

  /** Counts the papers of a box that is sealed. */
  record CountBox(PollId poll, Opened box, Envelope envelope) implements PollCommand {}

  /** Notes that keys and box are destroyed. */
  record NoteDestruction(PollId poll, Envelope envelope) implements PollCommand {}

  /** Lets a unit take part that does not attend. */
  record AdmitAbsentVoice(
      PollId poll,
      UnitId unit,
      Absence how,
      @Nullable UnitId holder,
      FileId letter,
      Envelope envelope)
      implements PollCommand {}

  /** Notes that all agree on these. */
  record RecordConsensus(PollId poll, List<Answer> agreed, Envelope envelope)
      implements PollCommand {}

  /**
   * Objects, or notes that somebody does; it is put to a vote instead.
   *
   * @param method in which way; absent: the next that the regulation provides, else by name
   * @param tellers who counts; absent: those that were called
   * @param box keys and box of a secret ballot, made before
   */
  record RaiseObjection(
      PollId poll,
      @Nullable Method method,
      @Nullable List<UnitId> tellers,
      @Nullable String reason,
      SecretBallots.@Nullable Prepared box,
      Envelope envelope)
      implements PollCommand {

    /** Objects where nothing secret follows. */
    RaiseObjection(
        PollId poll,
        @Nullable Method method,
        @Nullable List<UnitId> tellers,
        @Nullable String reason,
        Envelope envelope) {
      this(poll, method, tellers, reason, null, envelope);
    }
  }

  /** Notes the hands that two counted. */
  record RecordShowOfHands(
      PollId poll, List<Voices> counted, List<UnitId> countedBy, Envelope envelope)
      implements PollCommand {}

  /** Votes by name, for a unit. */
  record CastVote(PollId poll, UnitId unit, List<Answer> answers, Envelope envelope)
      implements PollCommand {}

  /** Types in what the papers say, for one teller. */
  record RecordPaperTally(PollId poll, PaperTally tally, UnitId by, Envelope envelope)
      implements PollCommand {}

  /** Finds the same, for another teller. */
  record CertifyTally(PollId poll, PaperTally tally, UnitId by, Envelope envelope)
      implements PollCommand {}

  /** Closes it with its outcome. */
  record ClosePoll(PollId poll, Envelope envelope) implements PollCommand {}

  /**
   * Decides between options with equal voices, for the chair.
   *
   * @param chosen those of the tied that are chosen, the preferred first
   * @param clause where the regulation says so, if the rule kept with the poll does not
   */
  record DecideTie(
      PollId poll, String question, List<String> chosen, @Nullable String clause, Envelope envelope)
      implements PollCommand {}

  /** Has lots drawn between options with equal voices, by these units. */
  record CallLots(
      PollId poll, String question, List<UnitId> units, @Nullable String clause, Envelope envelope)
      implements PollCommand {}

  /** Commits a unit to a seed, by its digest. */
  record CommitLot(PollId poll, String question, UnitId unit, String commitment, Envelope envelope)
      implements PollCommand {}

  /** Reveals the seed of a unit. The last one draws. */
  record RevealLot(PollId poll, String question, UnitId unit, String seed, Envelope envelope)
      implements PollCommand {}

  /** Gives up lots that a unit does not reveal. */
  record AbandonLots(PollId poll, String question, String reason, Envelope envelope)
      implements PollCommand {}

  /** Lets it count no longer. */
  record VoidPoll(PollId poll, String reason, Envelope envelope) implements PollCommand {}
}
