package vn.giaouoc.query.cycle;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.cycle.Cycle.TurnKind;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.conference.ConferenceEvent.AttendanceRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceAdjourned;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceClosed;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceConvened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceHeld;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceOpened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferencePostponed;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceResumed;
import vn.giaouoc.shared.conference.ConferenceEvent.DelegationPresented;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.FollowUpReminded;
import vn.giaouoc.shared.conference.ConferenceEvent.FollowUpReported;
import vn.giaouoc.shared.conference.ConferenceEvent.MinutesApproved;
import vn.giaouoc.shared.conference.ConferenceEvent.PaperTabled;
import vn.giaouoc.shared.conference.ConferenceEvent.PresidingRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.PresidingReplaced;
import vn.giaouoc.shared.conference.ConferenceEvent.Resolved;
import vn.giaouoc.shared.conference.ConferenceEvent.VersionTabled;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AssessorsAppointed;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.ConductEvent;
import vn.giaouoc.shared.cycle.CycleEvent.CycleClosed;
import vn.giaouoc.shared.cycle.CycleEvent.CycleEndedEarly;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.CycleReopened;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineExtended;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineFollowed;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineSet;
import vn.giaouoc.shared.cycle.CycleEvent.ExclusionReasoned;
import vn.giaouoc.shared.cycle.CycleEvent.MattersPutToVote;
import vn.giaouoc.shared.cycle.CycleEvent.PeriodSet;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContentsStated;
import vn.giaouoc.shared.cycle.CycleEvent.ProposalsReasoned;
import vn.giaouoc.shared.cycle.CycleEvent.RankingDecided;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationCited;
import vn.giaouoc.shared.cycle.CycleEvent.ReminderSent;
import vn.giaouoc.shared.cycle.CycleEvent.Settlement;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepAdvanced;
import vn.giaouoc.shared.cycle.CycleEvent.StepRecorded;
import vn.giaouoc.shared.cycle.CycleEvent.StepSkipped;
import vn.giaouoc.shared.cycle.CycleEvent.UnitExcluded;
import vn.giaouoc.shared.cycle.CycleEvent.UnitReadmitted;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesCommended;
import vn.giaouoc.shared.movement.MovementEvent;
import vn.giaouoc.shared.movement.MovementEvent.MovementJoined;
import vn.giaouoc.shared.movement.MovementEvent.MovementLaunched;
import vn.giaouoc.shared.movement.MovementEvent.ThematicMovementsCounted;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.MidYearReviewSubmitted;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.pledge.PledgeEvent.YearEndReportSubmitted;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;
import vn.giaouoc.shared.report.ReportEvent.ReportPresented;
import vn.giaouoc.shared.report.ReportEvent.StatementMade;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SelfScoreEntered;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/** The emulation year: its steps, and what was done in it. */
@Component
class CycleFold implements Fold<Cycle> {

  @Override
  public String name() {
    return "cycle";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public String kind() {
    return "cycle";
  }

  @Override
  public Class<Cycle> answer() {
    return Cycle.class;
  }

  @Override
  public Cycle empty(String slug) {
    return Cycle.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(
        CycleEvent.class,
        PledgeSigned.class,
        MidYearReviewSubmitted.class,
        YearEndReportSubmitted.class,
        ConferenceHeld.class,
        ConferenceConvened.class,
        ReportPresented.class,
        MovementJoined.class,
        ThematicMovementsCounted.class,
        ExemplaryCasesCommended.class,
        SelfScoreEntered.class);
  }

  @Override
  public Cycle apply(Cycle state, Fact fact) {
    return switch (fact.event()) {
      case CycleEvent event -> own(state, event, fact);
      case PledgeEvent event ->
          switch (event) {
            case PledgeSigned(var pledge, var cycle, var party, var textDigest, var conference) ->
                submitted(state, Step.PLEDGE, party, fact)
                    .signed(
                        new Cycle.Pledge(
                            party,
                            fact.occurredOn(),
                            conference,
                            textDigest,
                            fact.remarked(Remark.About.MEMBER_INFERRED)));
            case MidYearReviewSubmitted submitted ->
                submitted(state, Step.MID_YEAR_REVIEW, submitted.party(), fact);
            case YearEndReportSubmitted submitted ->
                submitted(state, Step.YEAR_END_REVIEW, submitted.party(), fact);
            case PledgeEvent.PledgeDrafted _,
                PledgeEvent.TargetSet _,
                PledgeEvent.TargetDropped _,
                PledgeEvent.PromiseMade _,
                PledgeEvent.TargetAmended _,
                PledgeEvent.EvidenceAttached _,
                PledgeEvent.PledgeTransferred _ ->
                state;
          };
      case ConferenceEvent event ->
          switch (event) {
            case ConferenceHeld(
                    var conference,
                    var bloc,
                    var cycles,
                    var kind,
                    var title,
                    var place) ->
                state.held(
                    state
                        .held()
                        .conference(
                            new Cycle.ConferenceInYear(
                                conference, kind, title, fact.occurredOn())));
            case AttendanceRecorded attendance -> state;
            case PresidingRecorded presiding -> state;
            case PaperTabled paper -> state;
            case EntryRecorded entry -> state;
            case ConferenceConvened called ->
                state.held(
                    state
                        .held()
                        .conference(
                            new Cycle.ConferenceInYear(
                                called.conference(),
                                called.conferenceKind(),
                                called.title(),
                                Dated.on(called.planned()))));
            case ConferencePostponed postponed -> state;
            case ConferenceOpened opened -> state;
            case DelegationPresented delegation -> state;
            case PresidingReplaced presiding -> state;
            case VersionTabled paper -> state;
            case FollowUpReported report -> state;
            case FollowUpReminded reminded -> state;
            case Resolved resolution -> state;
            case ConferenceAdjourned adjourned -> state;
            case ConferenceResumed resumed -> state;
            case ConferenceClosed closed -> state;
            case MinutesApproved minutes -> state;
            case ConferenceEvent.MinutesReopened _,
                ConferenceEvent.AgendaSet _,
                ConferenceEvent.AgendaItemBegun _,
                ConferenceEvent.AgendaItemEnded _,
                ConferenceEvent.FloorRequested _,
                ConferenceEvent.FloorRequestWithdrawn _,
                ConferenceEvent.FloorGiven _,
                ConferenceEvent.FloorEnded _ ->
                state;
          };
      case ReportEvent event ->
          switch (event) {
            case ReportPresented(
                    var report,
                    var cycle,
                    var stage,
                    var draft,
                    var by,
                    var capacity,
                    var conference) ->
                state.held(
                    state
                        .held()
                        .report(
                            new Cycle.Report(
                                report,
                                stage,
                                draft,
                                by,
                                capacity,
                                conference,
                                fact.occurredOn())));
            case StatementMade statement -> state;
            case FigureReported figure -> state;
            case ReportEvent.ReportDrafted _,
                ReportEvent.CountStated _,
                ReportEvent.ReportAmended _,
                ReportEvent.ReportFinalised _,
                ReportEvent.ReportTabled _ ->
                state;
          };
      case MovementEvent event ->
          switch (event) {
            case MovementJoined(var movement, var bloc, var cycle) ->
                state.held(state.held().joined(movement));
            case ThematicMovementsCounted(
                    var movement,
                    var bloc,
                    var cycle,
                    var units,
                    var count,
                    var perUnit) ->
                state.held(
                    state
                        .held()
                        .counted(new Cycle.ThematicMovements(movement, units, count, perUnit)));
            case MovementLaunched launched -> state;
            case MovementEvent.MovementResultReported _, MovementEvent.MovementClosed _ -> state;
          };
      case ExemplaryCasesEvent event ->
          switch (event) {
            case ExemplaryCasesCommended(
                    var cases,
                    var bloc,
                    var cycle,
                    var collectives,
                    var individuals,
                    var ofWhich) ->
                state.held(
                    state
                        .held()
                        .commended(
                            new Cycle.ExemplaryCases(
                                cases, collectives, individuals, ofWhich, fact.occurredOn())));
            case ExemplaryCasesEvent.ExemplaryCasesNamed _ -> state;
          };
      case SelfScoreEntered entered -> submitted(state, Step.SCORING, entered.unit(), fact);
      default -> state;
    };
  }

  private static Cycle own(Cycle state, CycleEvent event, Fact fact) {
    return switch (event) {
      case CycleOpened(var cycle, var bloc, var year) -> state.opened(bloc, year);
      case StepRecorded(var cycle, var step, var told, var conference) ->
          state.step(step, each -> each.told(told, fact.occurredOn(), conference));
      case RegulationCited(var cycle, var number, var title, var dated, var draft) ->
          state.cited(new Cycle.Regulation(number, title, dated, draft, fact.occurredOn()));
      case PledgeContentsStated(var cycle, var stated, var contents) ->
          state.contents(new Cycle.PledgeContents(stated, contents));
      case RankingDecided decided -> state;
      case BlocScored scored -> state;
      case AwardsProposed proposed -> state;
      case ProposalsReasoned reasoned -> state;
      case ConductEvent conduct -> conduct(state, conduct, fact.occurredOn());
    };
  }

  private static Cycle conduct(Cycle state, ConductEvent event, Dated on) {
    return switch (event) {
      case PeriodSet(var cycle, var from, var to) ->
          state.course(state.course().period(new Cycle.Period(from, to)));
      case RegulationAdopted(var cycle, var regulation) ->
          state.adopted(new Cycle.Adopted(regulation, on));
      case DeadlineSet(var cycle, var step, var due) ->
          state.step(step, each -> each.due(due, on, null));
      case DeadlineExtended(var cycle, var step, var before, var due, var reason) ->
          state.step(step, each -> each.due(due, on, reason));
      case DeadlineFollowed deadline ->
          state.step(deadline.step(), each -> each.followed(deadline));
      case AssessorsAppointed(var cycle, var units) -> state.course(state.course().assessed(units));
      case StepAdvanced advanced -> state.step(advanced.step(), each -> each.done(advanced, on));
      case StepSkipped skipped -> state.step(skipped.step(), each -> each.skipped(skipped, on));
      case UnitExcluded(var cycle, var unit, var clause) -> state.excluded(unit, on, clause);
      case ExclusionReasoned(var cycle, var unit, var finding) -> state.reasoned(unit, finding);
      case UnitReadmitted(var cycle, var unit, var clause) -> state.readmitted(unit, on, clause);
      // the polls tell it themselves
      case MattersPutToVote _ -> state;
      case ReminderSent(var cycle, var step, var due, var units) ->
          state.course(state.course().reminded(new Cycle.Reminder(step, due, units, on)));
      case CycleEndedEarly(var cycle, var into, var reason, var settled) ->
          turned(state, TurnKind.ENDED_EARLY, on, reason, List.of(), into, settled);
      case CycleClosed(var cycle, var pending) ->
          turned(state, TurnKind.CLOSED, on, null, pending, null, List.of());
      case CycleReopened(var cycle, var reason) ->
          turned(state, TurnKind.REOPENED, on, reason, List.of(), null, List.of());
    };
  }

  private static Cycle turned(
      Cycle state,
      TurnKind kind,
      Dated on,
      @Nullable Words reason,
      List<Step> pending,
      @Nullable BlocId into,
      List<Settlement> settled) {
    return state.course(
        state.course().turn(new Cycle.Turn(kind, on, reason, pending, into, settled)));
  }

  /** That one member has done what a step asks of each; the bloc itself owes nothing. */
  private static Cycle submitted(Cycle state, Step step, @Nullable UnitId unit, Fact fact) {
    return unit == null
        ? state
        : state.course(
            state.course().submitted(new Cycle.Submission(step, unit, fact.occurredOn())));
  }
}
