package vn.giaouoc.command.poll;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.ballot.Opened;
import vn.giaouoc.command.ballot.SecretBallots;
import vn.giaouoc.command.poll.PollCommand.AbandonLots;
import vn.giaouoc.command.poll.PollCommand.AdmitAbsentVoice;
import vn.giaouoc.command.poll.PollCommand.CallLots;
import vn.giaouoc.command.poll.PollCommand.CallPoll;
import vn.giaouoc.command.poll.PollCommand.CastVote;
import vn.giaouoc.command.poll.PollCommand.CertifyTally;
import vn.giaouoc.command.poll.PollCommand.Choice;
import vn.giaouoc.command.poll.PollCommand.ClosePoll;
import vn.giaouoc.command.poll.PollCommand.CommitLot;
import vn.giaouoc.command.poll.PollCommand.CountBox;
import vn.giaouoc.command.poll.PollCommand.DecideTie;
import vn.giaouoc.command.poll.PollCommand.NoteDestruction;
import vn.giaouoc.command.poll.PollCommand.OpenPoll;
import vn.giaouoc.command.poll.PollCommand.RaiseObjection;
import vn.giaouoc.command.poll.PollCommand.RecordConsensus;
import vn.giaouoc.command.poll.PollCommand.RecordPaperTally;
import vn.giaouoc.command.poll.PollCommand.RecordShowOfHands;
import vn.giaouoc.command.poll.PollCommand.RevealLot;
import vn.giaouoc.command.poll.PollCommand.VoidPoll;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.poll.PollEvent;
import vn.giaouoc.shared.poll.PollEvent.AbsentVoiceAdmitted;
import vn.giaouoc.shared.poll.PollEvent.BallotBoxOpened;
import vn.giaouoc.shared.poll.PollEvent.BoxCounted;
import vn.giaouoc.shared.poll.PollEvent.BoxDestroyed;
import vn.giaouoc.shared.poll.PollEvent.CastingEnded;
import vn.giaouoc.shared.poll.PollEvent.ConsensusRecorded;
import vn.giaouoc.shared.poll.PollEvent.HandsCounted;
import vn.giaouoc.shared.poll.PollEvent.LotCommitted;
import vn.giaouoc.shared.poll.PollEvent.LotRevealed;
import vn.giaouoc.shared.poll.PollEvent.LotsAbandoned;
import vn.giaouoc.shared.poll.PollEvent.LotsCalled;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.ObjectionRaised;
import vn.giaouoc.shared.poll.PollEvent.PapersListed;
import vn.giaouoc.shared.poll.PollEvent.PollCalled;
import vn.giaouoc.shared.poll.PollEvent.PollClosed;
import vn.giaouoc.shared.poll.PollEvent.PollOpened;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.poll.PollEvent.PollVoided;
import vn.giaouoc.shared.poll.PollEvent.ReturnedPaper;
import vn.giaouoc.shared.poll.PollEvent.TallyCertified;
import vn.giaouoc.shared.poll.PollEvent.TallyRecorded;
import vn.giaouoc.shared.poll.PollEvent.TieDecided;
import vn.giaouoc.shared.poll.PollEvent.VoteCast;
import vn.giaouoc.shared.poll.PollEvent.VotedOnAgain;
import vn.giaouoc.shared.poll.PollEvent.WithoutVote;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.TieRule;
import vn.giaouoc.shared.unit.UnitId;

/** What was asked of a poll. */
final class PollAsked {

  private PollAsked() {}

  /**
   * What was asked.
   *
   * @param called the poll as it was called, once it was
   */
  static AskedFor of(PollEvent event, Stored stored, @Nullable PollCalled called) {
    PollId poll = event.poll();
    Envelope act = stored.act();
    return switch (event) {
      case PollCalled call ->
          AskedFor.by(
              new CallPoll(
                  poll,
                  call.cycle(),
                  call.conference(),
                  call.questions().stream().map(PollAsked::asked).toList(),
                  call.method(),
                  call.tellers(),
                  call.council(),
                  call.after(),
                  act));
      case PollOpened opened ->
          AskedFor.by(new OpenPoll(poll, named(opened.without(), called), box(stored), act));
      case AbsentVoiceAdmitted(_, var unit, var how, var holder, var letter, _) ->
          AskedFor.by(new AdmitAbsentVoice(poll, unit, how, holder, letter, act));
      case ConsensusRecorded(_, var agreed) -> AskedFor.by(new RecordConsensus(poll, agreed, act));
      case ObjectionRaised(_, var method, var tellers, var reason) ->
          AskedFor.by(
              new RaiseObjection(
                  poll, method, tellers, reason == null ? null : reason.words(), box(stored), act));
      case HandsCounted(_, var counted, var countedBy) ->
          AskedFor.by(new RecordShowOfHands(poll, counted, countedBy, act));
      case VoteCast(_, var unit, var answers) ->
          AskedFor.by(new CastVote(poll, unit, answers, act));
      case TallyRecorded(_, var tally, var by) ->
          AskedFor.by(new RecordPaperTally(poll, tally, by, act));
      case TallyCertified(_, var tally, var by) ->
          AskedFor.by(new CertifyTally(poll, tally, by, act));
      case CastingEnded _ -> AskedFor.by(new ClosePoll(poll, act));
      // the box was opened once and destroyed; what was in it is counted again from the record
      case PapersListed papers -> counting(poll, papers, stored);
      case BoxCounted counted ->
          AskedFor.by(
              new CountBox(
                  poll, new Opened(List.of(), counted.foreign(), counted.questions()), act));
      case BoxDestroyed _ -> AskedFor.by(new NoteDestruction(poll, act));
      case PollClosed closed ->
          closed.methods().getLast() == Method.SECRET_BALLOT
              ? AskedFor.Not.COMES_WITH_ANOTHER
              : AskedFor.by(new ClosePoll(poll, act));
      case TieDecided tie ->
          tie.by() == TieRule.By.CHAIR
              ? AskedFor.by(new DecideTie(poll, tie.question(), tie.chosen(), tie.clause(), act))
              : AskedFor.Not.COMES_WITH_ANOTHER;
      case LotsCalled(_, var question, _, var units, var clause) ->
          AskedFor.by(new CallLots(poll, question, units, clause, act));
      case LotCommitted(_, var question, var unit, var commitment) ->
          AskedFor.by(new CommitLot(poll, question, unit, commitment, act));
      case LotRevealed(_, var question, var unit, var seed) ->
          AskedFor.by(new RevealLot(poll, question, unit, seed, act));
      case LotsAbandoned(_, var question, var reason) ->
          AskedFor.by(new AbandonLots(poll, question, reason.words(), act));
      case PollVoided voided -> AskedFor.by(new VoidPoll(poll, voided.reason().words(), act));
      case BallotBoxOpened _, VotedOnAgain _ -> AskedFor.Not.COMES_WITH_ANOTHER;
      case PollRecorded _ -> AskedFor.Not.RECORDED_LATER;
    };
  }

  private static PollCommand.Asked asked(Question question) {
    return new PollCommand.Asked(
        question.key(),
        question.subjects(),
        question.contest(),
        question.text().words(),
        question.form(),
        question.options().stream()
            .map(
                option ->
                    new Choice(
                        option.key(),
                        option.unit(),
                        option.text() == null ? null : option.text().words()))
            .toList(),
        question.seats(),
        question.choices(),
        question.threshold());
  }

  /** Who was named as without a vote; whoever is judged has none without being named. */
  private static List<WithoutVote> named(List<WithoutVote> without, @Nullable PollCalled called) {
    if (called == null || called.judgedMayVote()) {
      return without;
    }
    Set<UnitId> judged =
        called.questions().stream()
            .flatMap(question -> question.units(question.keys()).stream())
            .collect(Collectors.toSet());
    return without.stream().filter(each -> !judged.contains(each.unit())).toList();
  }

  private static SecretBallots.@Nullable Prepared box(Stored stored) {
    BallotBoxOpened box = stored.next(BallotBoxOpened.class);
    return box == null
        ? null
        : new SecretBallots.Prepared(box.stampingKey(), box.boxKey(), box.paperLength());
  }

  private static AskedFor counting(PollId poll, PapersListed first, Stored stored) {
    BoxCounted counted = stored.first(BoxCounted.class);
    if (counted == null) {
      return AskedFor.Not.COMES_WITH_ANOTHER;
    }
    List<ReturnedPaper> papers =
        Stream.concat(
                Stream.of(first),
                stored.following().stream()
                    .map(Stored.Following::event)
                    .takeWhile(PapersListed.class::isInstance)
                    .map(PapersListed.class::cast))
            .flatMap(listed -> listed.papers().stream())
            .toList();
    return AskedFor.by(
        new CountBox(
            poll, new Opened(papers, counted.foreign(), counted.questions()), stored.act()));
  }
}
