package vn.giaouoc.query.conference;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferencePostponed;
import vn.giaouoc.shared.conference.ConferenceEvent.DraftName;
import vn.giaouoc.shared.conference.ConferenceEvent.Signing;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * How a conference sat, as those tell it who were there.
 *
 * @param state how far it is; it follows from the rest, in whatever order its facts come
 * @param planned when it is to be held
 * @param postponements how often it was put off, and why
 * @param opened when it began
 * @param adjournments when it was interrupted
 * @param resumed how often it went on
 * @param closed when it ended
 * @param presidedBefore who presided before others did
 * @param delegations who was sent with a letter
 * @param followUps what became of assignments
 * @param resolutions what it resolved
 * @param minutes who approved which minutes
 * @param reopenings what had been approved before it was put right, and why
 * @param hall its agenda, and who has the floor
 */
record Session(
    State state,
    @Nullable When planned,
    List<Postponement> postponements,
    @Nullable Dated opened,
    List<Adjournment> adjournments,
    int resumed,
    @Nullable Dated closed,
    List<Attendee> presidedBefore,
    List<Delegation> delegations,
    List<FollowUp> followUps,
    List<Resolution> resolutions,
    List<Approval> minutes,
    List<PutRight> reopenings,
    Hall hall) {

  /** Nothing is known of it. */
  static final Session NONE =
      new Session(
          State.NOT_CONVENED,
          null,
          List.of(),
          null,
          List.of(),
          0,
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Hall.EMPTY);

  /** How far it is. */
  enum State implements Code {
    NOT_CONVENED,
    CONVENED,
    OPEN,
    ADJOURNED,
    CLOSED,
    MINUTES_APPROVED
  }

  record Postponement(When planned, Words reason) {}

  record Adjournment(@Nullable When until, Words reason, Dated on) {}

  record Delegation(UnitId unit, @Nullable PersonId person, FileId letter) {}

  record FollowUp(Words assignment, UnitId by, boolean done, Words report, Dated on) {}

  record Resolution(Words text, PollId decidedBy) {}

  /**
   * An approval of the minutes from one side.
   *
   * @param draft the draft that they were made from, if one is told
   */
  record Approval(
      Signing signing, UnitId unit, FileId minutes, Dated on, @Nullable DraftName draft) {}

  /** That approved minutes were reopened, and what both sides had approved. */
  record PutRight(Words reason, Dated on, List<Approval> before) {}

  Session convened(When on) {
    return made(
            postponements.isEmpty() ? on : planned,
            postponements,
            opened,
            adjournments,
            resumed,
            closed)
        .after();
  }

  Session postponed(ConferencePostponed event) {
    return made(
            event.planned(),
            Lists.with(postponements, new Postponement(event.planned(), event.reason())),
            opened,
            adjournments,
            resumed,
            closed)
        .after();
  }

  Session opened(Dated on) {
    return made(planned, postponements, on, adjournments, resumed, closed).after();
  }

  Session adjourned(Adjournment adjournment) {
    return made(
            planned, postponements, opened, Lists.with(adjournments, adjournment), resumed, closed)
        .after();
  }

  Session wentOn() {
    return made(planned, postponements, opened, adjournments, resumed + 1, closed).after();
  }

  Session closed(Dated on) {
    return made(planned, postponements, opened, adjournments, resumed, on).hall(Hall::over).after();
  }

  Session presidedBefore(List<Attendee> who) {
    List<Attendee> all = presidedBefore;
    for (Attendee each : who) {
      all = Lists.withOnce(all, each);
    }
    return told(all, delegations, followUps, resolutions, minutes, reopenings);
  }

  Session delegated(Delegation delegation) {
    return told(
        presidedBefore,
        Lists.withOnce(delegations, delegation),
        followUps,
        resolutions,
        minutes,
        reopenings);
  }

  Session followedUp(FollowUp followUp) {
    return told(
        presidedBefore,
        delegations,
        Lists.with(followUps, followUp),
        resolutions,
        minutes,
        reopenings);
  }

  Session resolved(Resolution resolution) {
    return told(
        presidedBefore,
        delegations,
        followUps,
        Lists.with(resolutions, resolution),
        minutes,
        reopenings);
  }

  /** Each side's last approval counts. */
  Session approved(Approval approval) {
    List<Approval> others =
        minutes.stream().filter(each -> each.signing() != approval.signing()).toList();
    return told(
            presidedBefore,
            delegations,
            followUps,
            resolutions,
            Lists.with(others, approval),
            reopenings)
        .after();
  }

  /** What was approved is to be read, and counts no more. */
  Session reopened(Words reason, Dated on) {
    return told(
            presidedBefore,
            delegations,
            followUps,
            resolutions,
            List.of(),
            Lists.with(reopenings, new PutRight(reason, on, minutes)))
        .after();
  }

  /** What goes on in the hall is changed. */
  Session hall(UnaryOperator<Hall> change) {
    Hall next = change.apply(hall);
    return new Session(
        state,
        planned,
        postponements,
        opened,
        adjournments,
        resumed,
        closed,
        presidedBefore,
        delegations,
        followUps,
        resolutions,
        minutes,
        reopenings,
        // whatever day its end is dated: after it nobody speaks
        closed == null ? next : next.over());
  }

  private Session made(
      @Nullable When when,
      List<Postponement> putOff,
      @Nullable Dated began,
      List<Adjournment> interrupted,
      int wentOn,
      @Nullable Dated ended) {
    return new Session(
        state,
        when,
        putOff,
        began,
        interrupted,
        wentOn,
        ended,
        presidedBefore,
        delegations,
        followUps,
        resolutions,
        minutes,
        reopenings,
        hall);
  }

  private Session told(
      List<Attendee> before,
      List<Delegation> sent,
      List<FollowUp> reports,
      List<Resolution> resolved,
      List<Approval> approvals,
      List<PutRight> again) {
    return new Session(
        state,
        planned,
        postponements,
        opened,
        adjournments,
        resumed,
        closed,
        before,
        sent,
        reports,
        resolved,
        approvals,
        again,
        hall);
  }

  private Session after() {
    return new Session(
        reached(),
        planned,
        postponements,
        opened,
        adjournments,
        resumed,
        closed,
        presidedBefore,
        delegations,
        followUps,
        resolutions,
        minutes,
        reopenings,
        hall);
  }

  private State reached() {
    boolean same = minutes.stream().map(Approval::minutes).distinct().count() == 1;
    if (closed != null) {
      return minutes.size() == Signing.values().length && same
          ? State.MINUTES_APPROVED
          : State.CLOSED;
    }
    if (opened != null) {
      return adjournments.size() > resumed ? State.ADJOURNED : State.OPEN;
    }
    return planned == null ? State.NOT_CONVENED : State.CONVENED;
  }
}
