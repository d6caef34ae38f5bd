package vn.giaouoc.query.cycle;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.award.AwardEvent;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.AwardRecorded;
import vn.giaouoc.shared.award.AwardEvent.FateEvent;
import vn.giaouoc.shared.award.AwardStatus;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.ConductEvent;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContentsStated;
import vn.giaouoc.shared.cycle.CycleEvent.ProposalsReasoned;
import vn.giaouoc.shared.cycle.CycleEvent.RankingDecided;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationCited;
import vn.giaouoc.shared.cycle.CycleEvent.StepRecorded;
import vn.giaouoc.shared.poll.Outcome;
import vn.giaouoc.shared.poll.PollEvent;
import vn.giaouoc.shared.poll.PollEvent.AbsentVoiceAdmitted;
import vn.giaouoc.shared.poll.PollEvent.BallotBoxOpened;
import vn.giaouoc.shared.poll.PollEvent.BoxCounted;
import vn.giaouoc.shared.poll.PollEvent.BoxDestroyed;
import vn.giaouoc.shared.poll.PollEvent.CastingEnded;
import vn.giaouoc.shared.poll.PollEvent.ConsensusRecorded;
import vn.giaouoc.shared.poll.PollEvent.Decided;
import vn.giaouoc.shared.poll.PollEvent.HandsCounted;
import vn.giaouoc.shared.poll.PollEvent.LotCommitted;
import vn.giaouoc.shared.poll.PollEvent.LotRevealed;
import vn.giaouoc.shared.poll.PollEvent.LotsAbandoned;
import vn.giaouoc.shared.poll.PollEvent.LotsCalled;
import vn.giaouoc.shared.poll.PollEvent.ObjectionRaised;
import vn.giaouoc.shared.poll.PollEvent.PapersListed;
import vn.giaouoc.shared.poll.PollEvent.PollCalled;
import vn.giaouoc.shared.poll.PollEvent.PollClosed;
import vn.giaouoc.shared.poll.PollEvent.PollOpened;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.poll.PollEvent.PollVoided;
import vn.giaouoc.shared.poll.PollEvent.TallyCertified;
import vn.giaouoc.shared.poll.PollEvent.TallyRecorded;
import vn.giaouoc.shared.poll.PollEvent.TieDecided;
import vn.giaouoc.shared.poll.PollEvent.VoteCast;
import vn.giaouoc.shared.poll.PollEvent.VotedOnAgain;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;

/** Ranks, decisions and proposals of a cycle. */
@Component
class StandingFold implements Fold<Standing> {

  @Override
  public String name() {
    return "standing";
  }

  @Override
  public int version() {
    return 4;
  }

  @Override
  public String kind() {
    return "cycle";
  }

  @Override
  public Class<Standing> answer() {
    return Standing.class;
  }

  @Override
  public Standing empty(String slug) {
    return Standing.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(
        RankingDecided.class,
        BlocScored.class,
        AwardsProposed.class,
        ProposalsReasoned.class,
        PollRecorded.class,
        PollClosed.class,
        TieDecided.class,
        PollVoided.class,
        AwardProposed.class,
        FateEvent.class,
        ScoreSheetEvent.class);
  }

  @Override
  public Standing apply(Standing state, Fact fact) {
    return switch (fact.event()) {
      case CycleEvent event ->
          switch (event) {
            case RankingDecided(var cycle, var contest, var places, var decidedBy) ->
                state.ranked(contest, places, decidedBy, fact.occurredOn());
            case CycleOpened opened -> state;
            case StepRecorded step -> state;
            case RegulationCited regulation -> state;
            case PledgeContentsStated contents -> state;
            case ConductEvent conduct -> state;
            case BlocScored scored -> state.scored(scored, fact.occurredOn());
            case AwardsProposed proposed ->
                proposed(state, proposed, fact).drawn(Standing.Drawn.of(proposed));
            case ProposalsReasoned reasoned -> state.reasoned(reasoned);
          };
      case PollEvent event ->
          switch (event) {
            case PollRecorded poll -> state.decided(decision(poll, fact));
            case PollClosed closed -> decided(state, closed, fact);
            case PollCalled called -> state;
            case PollOpened opened -> state;
            case BallotBoxOpened box -> state;
            case CastingEnded ended -> state;
            case PapersListed papers -> state;
            case BoxCounted box -> state;
            case BoxDestroyed box -> state;
            case ConsensusRecorded consensus -> state;
            case ObjectionRaised objection -> state;
            case HandsCounted hands -> state;
            case TallyRecorded tally -> state;
            case TallyCertified certified -> state;
            case AbsentVoiceAdmitted absent -> state;
            case VoteCast vote -> state;
            case VotedOnAgain again -> state;
            case LotsCalled lots -> state;
            case LotCommitted lot -> state;
            case LotRevealed lot -> state;
            case LotsAbandoned lots -> state;
            case TieDecided tie -> state.tieDecided(tie);
            case PollVoided voided -> state.voided(voided.poll());
          };
      case AwardEvent event ->
          switch (event) {
            case AwardProposed award ->
                state.proposed(
                    new Standing.Proposal(
                        award.award(),
                        award.title(),
                        award.authority(),
                        award.track(),
                        award.contest(),
                        award.recipient(),
                        award.yearOfMerit(),
                        AwardStatus.PROPOSED,
                        null,
                        null,
                        award.decidedBy(),
                        fact.occurredOn()));
            case AwardRecorded recorded -> state;
            case FateEvent fate -> state.became(fate);
          };
      case ScoreSheetEvent event -> state.entered(event, fact.occurredOn());
      default -> state;
    };
  }

  private static Standing proposed(Standing state, AwardsProposed event, Fact fact) {
    Standing next = state;
    for (CycleEvent.Proposal each : event.proposals()) {
      next =
          next.proposed(
              new Standing.Proposal(
                  each.award(),
                  event.title(),
                  event.authority(),
                  event.track(),
                  event.contest(),
                  each.unit(),
                  event.yearOfMerit(),
                  AwardStatus.PROPOSED,
                  each.rank(),
                  each.reason(),
                  null,
                  fact.occurredOn()));
    }
    return next;
  }

  private static Standing decided(Standing state, PollClosed poll, Fact fact) {
    Standing next = state;
    for (Decided each : poll.decided()) {
      if (each.outcome().result() != Outcome.Result.NOT_DECIDED) {
        next =
            next.decided(
                new Standing.Decision(
                    poll.poll(),
                    each.question(),
                    poll.conference(),
                    each.subjects(),
                    each.contest(),
                    poll.methods(),
                    poll.secrecy(),
                    poll.electorate(),
                    null,
                    each.counts(),
                    each.outcome().units(),
                    fact.occurredOn()));
      }
    }
    return next;
  }

  private static Standing.Decision decision(PollRecorded poll, Fact fact) {
    return new Standing.Decision(
        poll.poll(),
        null,
        poll.conference(),
        poll.subjects(),
        poll.contest(),
        poll.methods(),
        poll.secrecy(),
        poll.electorate(),
        poll.electorateAsWritten(),
        poll.counts(),
        poll.chosen(),
        fact.occurredOn());
  }
}
