package vn.giaouoc.query.conference;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.award.AwardEvent;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.AwardRecorded;
import vn.giaouoc.shared.award.AwardEvent.FateEvent;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.ConductEvent;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContentsStated;
import vn.giaouoc.shared.cycle.CycleEvent.ProposalsReasoned;
import vn.giaouoc.shared.cycle.CycleEvent.RankingDecided;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationCited;
import vn.giaouoc.shared.cycle.CycleEvent.StepAdvanced;
import vn.giaouoc.shared.cycle.CycleEvent.StepRecorded;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
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
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;
import vn.giaouoc.shared.report.ReportEvent.ReportPresented;
import vn.giaouoc.shared.report.ReportEvent.StatementMade;

/** Who was at a conference, and what was tabled, said, decided, proposed and signed there. */
@Component
class ConferenceFold implements Fold<Conference> {

  @Override
  public String name() {
    return "conference";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public String kind() {
    return "conference";
  }

  @Override
  public Class<Conference> answer() {
    return Conference.class;
  }

  @Override
  public Conference empty(String slug) {
    return Conference.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(
        ConferenceEvent.class,
        PollRecorded.class,
        PollCalled.class,
        PollClosed.class,
        TieDecided.class,
        PollVoided.class,
        AwardProposed.class,
        PledgeSigned.class,
        ReportPresented.class,
        StepRecorded.class,
        StepAdvanced.class);
  }

  @Override
  public Conference apply(Conference state, Fact fact) {
    return switch (fact.event()) {
      case ConferenceEvent event -> own(state, event, fact);
      case PollEvent event ->
          switch (event) {
            case PollRecorded poll ->
                state.decided(
                    new Conference.Decision(
                        poll.poll(),
                        null,
                        poll.cycle(),
                        poll.subjects(),
                        poll.contest(),
                        poll.methods(),
                        poll.secrecy(),
                        poll.electorate(),
                        poll.electorateAsWritten(),
                        poll.counts(),
                        poll.chosen(),
                        null,
                        null));
            case PollCalled called -> called(state, called);
            case PollClosed closed -> closed(state, closed);
            case TieDecided tie ->
                state.polled(
                    before -> before.isOf(tie.poll(), tie.question()),
                    before -> before.became(Conference.PollState.TIE_DECIDED, tie.units()));
            case PollVoided voided ->
                state.polled(
                    before -> before.poll().equals(voided.poll()),
                    before -> before.became(Conference.PollState.VOID, before.chosen()));
            case PollOpened opened -> state;
            case BallotBoxOpened box -> state;
            case CastingEnded ended -> state;
            case PapersListed papers -> state;
            case BoxCounted box -> state;
            case BoxDestroyed box -> state;
            case AbsentVoiceAdmitted absent -> state;
            case ConsensusRecorded consensus -> state;
            case ObjectionRaised objection -> state;
            case HandsCounted hands -> state;
            case VoteCast vote -> state;
            case TallyRecorded tally -> state;
            case TallyCertified certified -> state;
            case VotedOnAgain again -> state;
            case LotsCalled lots -> state;
            case LotCommitted lot -> state;
            case LotRevealed lot -> state;
            case LotsAbandoned lots -> state;
          };
      case AwardEvent event ->
          switch (event) {
            case AwardProposed award ->
                state.proposed(
                    new Conference.Award(
                        award.award(),
                        award.title(),
                        award.authority(),
                        award.track(),
                        award.recipient(),
                        award.yearOfMerit(),
                        "proposed"));
            case AwardRecorded recorded -> state;
            case FateEvent fate -> state;
          };
      case PledgeEvent event ->
          switch (event) {
            case PledgeSigned signed ->
                state.signed(
                    new Conference.Pledge(
                        signed.cycle(),
                        signed.party(),
                        fact.remarked(Remark.About.MEMBER_INFERRED)));
            case PledgeEvent.PledgeDrafted _,
                PledgeEvent.TargetSet _,
                PledgeEvent.TargetDropped _,
                PledgeEvent.PromiseMade _,
                PledgeEvent.TargetAmended _,
                PledgeEvent.MidYearReviewSubmitted _,
                PledgeEvent.YearEndReportSubmitted _,
                PledgeEvent.EvidenceAttached _,
                PledgeEvent.PledgeTransferred _ ->
                state;
          };
      case ReportEvent event ->
          switch (event) {
            case ReportPresented report ->
                state.presented(
                    new Conference.Report(
                        report.report(),
                        report.stage(),
                        report.draft(),
                        report.presentedBy(),
                        report.capacity()));
            case StatementMade statement -> state;
            case FigureReported figure -> state;
            case ReportEvent.ReportDrafted _,
                ReportEvent.CountStated _,
                ReportEvent.ReportAmended _,
                ReportEvent.ReportFinalised _,
                ReportEvent.ReportTabled _ ->
                state;
          };
      case CycleEvent event ->
          switch (event) {
            case StepRecorded(var cycle, var step, var told, var conference) ->
                state.took(new Conference.StepTaken(cycle, step, told));
            case CycleOpened opened -> state;
            case RegulationCited regulation -> state;
            case PledgeContentsStated contents -> state;
            case StepAdvanced advanced ->
                state.took(
                    new Conference.StepTaken(
                        advanced.cycle(), advanced.step(), CycleEvent.StepState.DONE));
            case ConductEvent conduct -> state;
            case RankingDecided decided -> state;
            case BlocScored scored -> state;
            case AwardsProposed proposed -> state;
            case ProposalsReasoned reasoned -> state;
          };
      default -> state;
    };
  }

  private static Conference own(Conference state, ConferenceEvent event, Fact fact) {
    return switch (event) {
      case ConferenceEvent.ConferenceHeld held ->
          state.held(
              held.bloc(),
              held.cycles(),
              held.conferenceKind(),
              held.title(),
              held.place(),
              fact.occurredOn());
      case ConferenceEvent.AttendanceRecorded attendance ->
          state.attended(
              new Conference.Attendance(attendance.attendees(), attendance.unitsStated()));
      case ConferenceEvent.PresidingRecorded presiding -> state.presided(presiding.presiding());
      case ConferenceEvent.PaperTabled paper ->
          state.tabled(
              new Conference.Paper(
                  paper.paperType(),
                  paper.title(),
                  paper.draft(),
                  paper.presentedBy(),
                  paper.capacity(),
                  null,
                  null));
      case ConferenceEvent.EntryRecorded entry ->
          state.said(
              new Conference.Entry(
                  entry.entryKind(),
                  entry.by(),
                  entry.byAsWritten(),
                  entry.to(),
                  entry.with(),
                  entry.text(),
                  entry.due(),
                  entry.item()));
      case ConferenceEvent.ConferenceConvened called -> state.convened(called);
      case ConferenceEvent.ConferencePostponed postponed -> state.postponed(postponed);
      case ConferenceEvent.ConferenceOpened opened -> state.opened(fact.occurredOn());
      case ConferenceEvent.DelegationPresented sent ->
          state.sat(
              session ->
                  session.delegated(
                      new Session.Delegation(sent.unit(), sent.person(), sent.letter())));
      case ConferenceEvent.PresidingReplaced others -> state.presidedInstead(others.presiding());
      case ConferenceEvent.VersionTabled paper ->
          state.tabled(
              new Conference.Paper(
                  paper.paperType(),
                  paper.title(),
                  paper.draft(),
                  paper.presentedBy(),
                  paper.capacity(),
                  paper.version(),
                  paper.file()));
      case ConferenceEvent.FollowUpReported report ->
          state.sat(
              session ->
                  session.followedUp(
                      new Session.FollowUp(
                          report.assignment(),
                          report.by(),
                          report.done(),
                          report.report(),
                          fact.occurredOn())));
      case ConferenceEvent.FollowUpReminded reminded -> state;
      case ConferenceEvent.Resolved resolved ->
          state.sat(
              session ->
                  session.resolved(new Session.Resolution(resolved.text(), resolved.decidedBy())));
      case ConferenceEvent.ConferenceAdjourned adjourned ->
          state.sat(
              session ->
                  session.adjourned(
                      new Session.Adjournment(
                          adjourned.until(), adjourned.reason(), fact.occurredOn())));
      case ConferenceEvent.ConferenceResumed resumed -> state.sat(Session::wentOn);
      case ConferenceEvent.ConferenceClosed closed ->
          state.sat(session -> session.closed(fact.occurredOn()));
      case ConferenceEvent.MinutesApproved approved ->
          state.sat(
              session ->
                  session.approved(
                      new Session.Approval(
                          approved.signing(),
                          approved.unit(),
                          approved.minutes(),
                          fact.occurredOn(),
                          approved.draft())));
      case ConferenceEvent.MinutesReopened reopened ->
          state.sat(session -> session.reopened(reopened.reason(), fact.occurredOn()));
      case ConferenceEvent.AgendaSet agenda -> inHall(state, hall -> hall.set(agenda.items()));
      case ConferenceEvent.AgendaItemBegun begun -> inHall(state, hall -> hall.began(begun.item()));
      case ConferenceEvent.AgendaItemEnded _ -> inHall(state, Hall::ended);
      case ConferenceEvent.FloorRequested request ->
          inHall(state, hall -> hall.asked(request.unit()));
      case ConferenceEvent.FloorRequestWithdrawn request ->
          inHall(state, hall -> hall.askedNoMore(request.unit()));
      case ConferenceEvent.FloorGiven given -> inHall(state, hall -> hall.gave(given.unit()));
      case ConferenceEvent.FloorEnded _ -> inHall(state, Hall::silent);
    };
  }

  private static Conference inHall(Conference state, UnaryOperator<Hall> change) {
    return state.sat(session -> session.hall(change));
  }

  private static Conference called(Conference state, PollCalled called) {
    Conference next = state;
    for (Question question : called.questions()) {
      next =
          next.polled(
              new Conference.Decision(
                  called.poll(),
                  question.key(),
                  called.cycle(),
                  question.subjects(),
                  question.contest(),
                  List.of(called.method()),
                  null,
                  null,
                  null,
                  PollEvent.Counts.NOT_STATED,
                  List.of(),
                  Conference.PollState.CALLED,
                  null));
    }
    return next;
  }

  private static Conference closed(Conference state, PollClosed closed) {
    Conference next = state;
    for (Decided decided : closed.decided()) {
      next =
          next.polled(
              new Conference.Decision(
                  closed.poll(),
                  decided.question(),
                  closed.cycle(),
                  decided.subjects(),
                  decided.contest(),
                  closed.methods(),
                  closed.secrecy(),
                  closed.electorate(),
                  null,
                  decided.counts(),
                  decided.outcome().units(),
                  Conference.PollState.CLOSED,
                  decided.outcome()));
    }
    return next;
  }
}
