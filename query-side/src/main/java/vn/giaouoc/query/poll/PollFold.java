package vn.giaouoc.query.poll;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.conference.ConferenceEvent.Resolved;
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
import vn.giaouoc.shared.poll.VotingPaperEvent.PaperIssued;

/** What was put to the vote, who may vote, what was counted, and what came of it. */
@Component
class PollFold implements Fold<Poll> {

  @Override
  public String name() {
    return "poll";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public String kind() {
    return "poll";
  }

  @Override
  public Class<Poll> answer() {
    return Poll.class;
  }

  @Override
  public Poll empty(String slug) {
    return Poll.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(PollEvent.class, PaperIssued.class, Resolved.class);
  }

  @Override
  public Poll apply(Poll state, Fact fact) {
    return switch (fact.event()) {
      // a poll that a later one follows is told of in the later one's events too
      case PollEvent event when !event.poll().equals(state.poll()) -> state;
      case PollEvent event ->
          state.with(
              parts -> {
                switch (event) {
                  case PollRecorded recorded -> parts.recorded = recorded;
                  case PollCalled called -> parts.called = called;
                  case PollOpened opened -> parts.opened = opened;
                  case ConsensusRecorded consensus -> parts.consensus = consensus;
                  case ObjectionRaised objection -> parts.objected(objection);
                  case HandsCounted hands -> parts.hands = hands;
                  case TallyRecorded tally -> parts.tally = tally;
                  case TallyCertified certified -> parts.certified = certified;
                  case PollClosed closed -> parts.closed = closed;
                  case TieDecided tie -> parts.ties = Lists.with(parts.ties, tie);
                  case AbsentVoiceAdmitted voice -> parts.absent = Lists.with(parts.absent, voice);
                  case VoteCast vote -> parts.voted(vote);
                  case VotedOnAgain again -> parts.again = Lists.with(parts.again, again);
                  case LotsCalled lots -> parts.lots = Lists.with(parts.lots, new Drawing(lots));
                  case LotCommitted lot -> parts.drawn(lot.question(), each -> each.and(lot));
                  case LotRevealed lot -> parts.drawn(lot.question(), each -> each.and(lot));
                  case LotsAbandoned lots -> parts.drawn(lots.question(), each -> each.and(lots));
                  case BallotBoxOpened box -> parts.box = box;
                  case CastingEnded _ -> parts.castingEnded = true;
                  case PapersListed list ->
                      parts.papers = Lists.withAll(parts.papers, list.papers());
                  case BoxCounted counted -> parts.counted = counted;
                  case BoxDestroyed _ -> parts.boxDestroyed = true;
                  case PollVoided voided -> parts.voided = voided;
                }
              });
      case PaperIssued issued ->
          state.with(parts -> parts.issued = Lists.withOnce(parts.issued, issued.unit()));
      case Resolved resolved -> state.with(parts -> parts.resolvedIn(resolved.conference()));
      default -> state;
    };
  }
}
