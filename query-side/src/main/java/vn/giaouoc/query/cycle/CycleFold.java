package vn.giaouoc.query.cycle;

import org.springframework.stereotype.Component;
import vn.giaouoc.query.cycle.Cycle.StepInYear;
import vn.giaouoc.query.cycle.Cycle.StepState;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
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
import vn.giaouoc.shared.conference.ConferenceEvent.FollowUpReported;
import vn.giaouoc.shared.conference.ConferenceEvent.MinutesApproved;
import vn.giaouoc.shared.conference.ConferenceEvent.PaperTabled;
import vn.giaouoc.shared.conference.ConferenceEvent.PresidingRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.PresidingReplaced;
import vn.giaouoc.shared.conference.ConferenceEvent.Resolved;
import vn.giaouoc.shared.conference.ConferenceEvent.VersionTabled;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContentsStated;
import vn.giaouoc.shared.cycle.CycleEvent.RankingDecided;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationCited;
import vn.giaouoc.shared.cycle.CycleEvent.StepRecorded;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesCommended;
import vn.giaouoc.shared.movement.MovementEvent;
import vn.giaouoc.shared.movement.MovementEvent.MovementJoined;
import vn.giaouoc.shared.movement.MovementEvent.MovementLaunched;
import vn.giaouoc.shared.movement.MovementEvent.ThematicMovementsCounted;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;
import vn.giaouoc.shared.report.ReportEvent.ReportPresented;
import vn.giaouoc.shared.report.ReportEvent.StatementMade;
import vn.giaouoc.shared.time.Dated;

/** The emulation year: its steps, and what was done in it. */
@Component
class CycleFold implements Fold<Cycle> {

  @Override
  public String name() {
    return "cycle";
  }

  @Override
  public int version() {
    return 1;
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
  public Cycle apply(Cycle state, Fact fact) {
    return switch (fact.event()) {
      case CycleEvent event -> own(state, event, fact);
      case PledgeEvent event ->
          switch (event) {
            case PledgeSigned(var pledge, var cycle, var party, var textDigest, var conference) ->
                state.signed(
                    new Cycle.Pledge(
                        party,
                        fact.occurredOn(),
                        conference,
                        textDigest,
                        fact.remarked(Remark.About.MEMBER_INFERRED)));
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
                state.held(new Cycle.ConferenceInYear(conference, kind, title, fact.occurredOn()));
            case AttendanceRecorded attendance -> state;
            case PresidingRecorded presiding -> state;
            case PaperTabled paper -> state;
            case EntryRecorded entry -> state;
            case ConferenceConvened called ->
                state.held(
                    new Cycle.ConferenceInYear(
                        called.conference(),
                        called.conferenceKind(),
                        called.title(),
                        Dated.on(called.planned())));
            case ConferencePostponed postponed -> state;
            case ConferenceOpened opened -> state;
            case DelegationPresented delegation -> state;
            case PresidingReplaced presiding -> state;
            case VersionTabled paper -> state;
            case FollowUpReported report -> state;
            case Resolved resolution -> state;
            case ConferenceAdjourned adjourned -> state;
            case ConferenceResumed resumed -> state;
            case ConferenceClosed closed -> state;
            case MinutesApproved minutes -> state;
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
                state.presented(
                    new Cycle.Report(
                        report, stage, draft, by, capacity, conference, fact.occurredOn()));
            case StatementMade statement -> state;
            case FigureReported figure -> state;
          };
      case MovementEvent event ->
          switch (event) {
            case MovementJoined(var movement, var bloc, var cycle) -> state.joined(movement);
            case ThematicMovementsCounted(
                    var movement,
                    var bloc,
                    var cycle,
                    var units,
                    var count,
                    var perUnit) ->
                state.counted(new Cycle.ThematicMovements(movement, units, count, perUnit));
            case MovementLaunched launched -> state;
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
                state.commended(
                    new Cycle.ExemplaryCases(
                        cases, collectives, individuals, ofWhich, fact.occurredOn()));
          };
      default -> state;
    };
  }

  private static Cycle own(Cycle state, CycleEvent event, Fact fact) {
    return switch (event) {
      case CycleOpened(var cycle, var bloc, var year) -> state.opened(bloc, year);
      case StepRecorded(var cycle, var step, var told, var conference) ->
          state.step(new StepInYear(step, StepState.of(told), fact.occurredOn(), conference));
      case RegulationCited(var cycle, var number, var title, var dated, var draft) ->
          state.cited(new Cycle.Regulation(number, title, dated, draft, fact.occurredOn()));
      case PledgeContentsStated(var cycle, var stated, var contents) ->
          state.contents(new Cycle.PledgeContents(stated, contents));
      case RankingDecided decided -> state;
    };
  }
}
