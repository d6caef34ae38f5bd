package vn.giaouoc.query.poll;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.poll.PollEvent.AbsentVoiceAdmitted;
import vn.giaouoc.shared.poll.PollEvent.BallotBoxOpened;
import vn.giaouoc.shared.poll.PollEvent.BoxCounted;
import vn.giaouoc.shared.poll.PollEvent.ConsensusRecorded;
import vn.giaouoc.shared.poll.PollEvent.Decided;
import vn.giaouoc.shared.poll.PollEvent.HandsCounted;
import vn.giaouoc.shared.poll.PollEvent.ObjectionRaised;
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
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A poll, as far as it has come. Its parts are what was told of it, as it was told.
 *
 * @param poll which one
 * @param state how far it is
 * @param recorded what a paper tells, where it is history
 * @param called what was put to the vote
 * @param opened who may vote
 * @param absent who takes part without attending
 * @param objections who objected to agreement is not known, only that somebody did
 * @param consensus what all agree on
 * @param hands the hands counted
 * @param named what each unit says by name, as it last said
 * @param tally the papers, as a teller typed them
 * @param certified the papers, as another found them
 * @param box keys and papers of a secret ballot
 * @param issued the units that were issued their paper
 * @param castingEnded whether no further paper is issued or taken
 * @param papers the papers that were in the box, without what they say
 * @param counted what they say, without the papers
 * @param boxDestroyed whether keys and box are destroyed
 * @param closed its outcome
 * @param ties what was decided where it was tied
 * @param lots the lots that were drawn where it was tied
 * @param again what is voted on again, and in which poll
 * @param voided why it does not count
 * @param resolvedIn the conferences that resolved on it
 */
record Poll(
    PollId poll,
    State state,
    @Nullable PollRecorded recorded,
    @Nullable PollCalled called,
    @Nullable PollOpened opened,
    List<AbsentVoiceAdmitted> absent,
    List<ObjectionRaised> objections,
    @Nullable ConsensusRecorded consensus,
    @Nullable HandsCounted hands,
    List<VoteCast> named,
    @Nullable TallyRecorded tally,
    @Nullable TallyCertified certified,
    @Nullable BallotBoxOpened box,
    List<UnitId> issued,
    boolean castingEnded,
    List<ReturnedPaper> papers,
    @Nullable BoxCounted counted,
    boolean boxDestroyed,
    @Nullable PollClosed closed,
    List<TieDecided> ties,
    List<Drawing> lots,
    List<VotedOnAgain> again,
    @Nullable PollVoided voided,
    List<ConferenceId> resolvedIn) {

  /** How far a poll is. */
  enum State implements Code {
    /** Nothing is known but that something refers to it. */
    UNKNOWN,
    /** A paper tells its result. */
    RECORDED,
    CALLED,
    OPEN,
    DECIDED,
    NOT_DECIDED,
    TIED,
    VOID
  }

  static Poll unknown(String slug) {
    return new Poll(
        PollId.of(slug),
        State.UNKNOWN,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        null,
        null,
        null,
        List.of(),
        false,
        List.of(),
        null,
        false,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of());
  }

  /** The poll while a fact changes one part of it. */
  static final class Parts {
    @Nullable PollRecorded recorded;
    @Nullable PollCalled called;
    @Nullable PollOpened opened;
    List<AbsentVoiceAdmitted> absent;
    List<ObjectionRaised> objections;
    @Nullable ConsensusRecorded consensus;
    @Nullable HandsCounted hands;
    List<VoteCast> named;
    @Nullable TallyRecorded tally;
    @Nullable TallyCertified certified;
    @Nullable BallotBoxOpened box;
    List<UnitId> issued;
    boolean castingEnded;
    List<ReturnedPaper> papers;
    @Nullable BoxCounted counted;
    boolean boxDestroyed;
    @Nullable PollClosed closed;
    List<TieDecided> ties;
    List<Drawing> lots;
    List<VotedOnAgain> again;
    @Nullable PollVoided voided;
    List<ConferenceId> resolvedIn;

    private Parts(Poll whole) {
      recorded = whole.recorded;
      called = whole.called;
      opened = whole.opened;
      absent = whole.absent;
      objections = whole.objections;
      consensus = whole.consensus;
      hands = whole.hands;
      named = whole.named;
      tally = whole.tally;
      certified = whole.certified;
      box = whole.box;
      issued = whole.issued;
      castingEnded = whole.castingEnded;
      papers = whole.papers;
      counted = whole.counted;
      boxDestroyed = whole.boxDestroyed;
      closed = whole.closed;
      ties = whole.ties;
      lots = whole.lots;
      again = whole.again;
      voided = whole.voided;
      resolvedIn = whole.resolvedIn;
    }

    void objected(ObjectionRaised objection) {
      objections = Lists.with(objections, objection);
      consensus = null;
    }

    void resolvedIn(ConferenceId conference) {
      resolvedIn = Lists.withOnce(resolvedIn, conference);
    }

    private State state() {
      if (voided != null) {
        return State.VOID;
      }
      if (closed != null) {
        return closed.decided().stream()
            .map(this::state)
            .max(Comparator.naturalOrder())
            .orElse(State.NOT_DECIDED);
      }
      if (opened != null) {
        return State.OPEN;
      }
      return called != null ? State.CALLED : recorded != null ? State.RECORDED : State.UNKNOWN;
    }

    /** A question is as far as its outcome; the poll is as far as the one that is least settled. */
    private State state(Decided question) {
      return switch (question.outcome().result()) {
        case DECIDED -> State.DECIDED;
        case NOT_DECIDED -> State.NOT_DECIDED;
        case TIED ->
            ties.stream().anyMatch(tie -> tie.question().equals(question.question()))
                ? State.DECIDED
                : State.TIED;
      };
    }

    void drawn(String question, UnaryOperator<Drawing> change) {
      lots = Lists.changed(lots, each -> each.isFor(question), change);
    }

    void voted(VoteCast vote) {
      named =
          Lists.with(
              named.stream().filter(each -> !each.unit().equals(vote.unit())).toList(), vote);
    }

    private Poll of(PollId poll) {
      return new Poll(
          poll,
          state(),
          recorded,
          called,
          opened,
          absent,
          objections,
          consensus,
          hands,
          named,
          tally,
          certified,
          box,
          issued,
          castingEnded,
          papers,
          counted,
          boxDestroyed,
          closed,
          ties,
          lots,
          again,
          voided,
          resolvedIn);
    }
  }

  Poll with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.of(poll);
  }
}
