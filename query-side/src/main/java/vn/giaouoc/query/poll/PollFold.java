package vn.giaouoc.query.poll;

import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.conference.ConferenceEvent.Resolved;
import vn.giaouoc.shared.poll.PollEvent;
import vn.giaouoc.shared.poll.PollEvent.ConsensusRecorded;
import vn.giaouoc.shared.poll.PollEvent.HandsCounted;
import vn.giaouoc.shared.poll.PollEvent.ObjectionRaised;
import vn.giaouoc.shared.poll.PollEvent.PollCalled;
import vn.giaouoc.shared.poll.PollEvent.PollClosed;
import vn.giaouoc.shared.poll.PollEvent.PollOpened;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.poll.PollEvent.PollVoided;
import vn.giaouoc.shared.poll.PollEvent.TallyCertified;
import vn.giaouoc.shared.poll.PollEvent.TallyRecorded;
import vn.giaouoc.shared.poll.PollEvent.TieDecided;

/** What was put to the vote, who may vote, what was counted, and what came of it. */
@Component
class PollFold implements Fold<Poll> {

  @Override
  public String name() {
    return "poll";
  }

  @Override
  public int version() {
    return 1;
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
                  case TieDecided tie -> parts.tie = tie;
                  case PollVoided voided -> parts.voided = voided;
                }
              });
      case Resolved resolved -> state.with(parts -> parts.resolvedIn(resolved.conference()));
      default -> state;
    };
  }
}
