package vn.giaouoc.command.cycle;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.award.AwardAsked;
import vn.giaouoc.command.cycle.CycleCommand.AdoptPledgeContents;
import vn.giaouoc.command.cycle.CycleCommand.AdoptRegulation;
import vn.giaouoc.command.cycle.CycleCommand.AdvanceStep;
import vn.giaouoc.command.cycle.CycleCommand.AppointAssessors;
import vn.giaouoc.command.cycle.CycleCommand.CloseCycle;
import vn.giaouoc.command.cycle.CycleCommand.EndEarly;
import vn.giaouoc.command.cycle.CycleCommand.ExcludeUnit;
import vn.giaouoc.command.cycle.CycleCommand.ExtendDeadline;
import vn.giaouoc.command.cycle.CycleCommand.OpenCycle;
import vn.giaouoc.command.cycle.CycleCommand.ReadmitUnit;
import vn.giaouoc.command.cycle.CycleCommand.Remind;
import vn.giaouoc.command.cycle.CycleCommand.ReopenCycle;
import vn.giaouoc.command.cycle.CycleCommand.SetDeadline;
import vn.giaouoc.command.cycle.CycleCommand.SkipStep;
import vn.giaouoc.command.scoring.RankingAsked;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AssessorsAppointed;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
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
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepAdvanced;
import vn.giaouoc.shared.cycle.CycleEvent.StepRecorded;
import vn.giaouoc.shared.cycle.CycleEvent.StepSkipped;
import vn.giaouoc.shared.cycle.CycleEvent.UnitExcluded;
import vn.giaouoc.shared.cycle.CycleEvent.UnitReadmitted;
import vn.giaouoc.shared.cycle.CycleId;

/** What was asked of a year. */
final class CycleAsked {

  private CycleAsked() {}

  static AskedFor of(CycleEvent event, Stored stored) {
    CycleId cycle = event.cycle();
    Envelope act = stored.act();
    return switch (event) {
      case CycleOpened(_, var bloc, var year) -> {
        PeriodSet period = stored.next(PeriodSet.class);
        yield AskedFor.by(
            new OpenCycle(
                cycle,
                bloc,
                year,
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                act));
      }
      case RegulationAdopted(_, var regulation) ->
          AskedFor.by(new AdoptRegulation(cycle, regulation, conferenceOf(stored), act));
      case PledgeContentsStated(_, _, var contents) ->
          AskedFor.by(
              new AdoptPledgeContents(
                  cycle, contents.stream().map(each -> each.text().words()).toList(), act));
      case DeadlineSet(_, var step, var due) -> AskedFor.by(new SetDeadline(cycle, step, due, act));
      case DeadlineExtended(_, var step, _, var due, var reason) ->
          AskedFor.by(new ExtendDeadline(cycle, step, due, reason.words(), act));
      case AssessorsAppointed(_, var units) -> AskedFor.by(new AppointAssessors(cycle, units, act));
      case StepAdvanced(_, var step, var conference, _, _, _, _, var reorderedBy) ->
          AskedFor.by(new AdvanceStep(cycle, step, conference, reorderedBy, act));
      case StepSkipped(_, var step, _, var clause, var reason) ->
          AskedFor.by(new SkipStep(cycle, step, clause, reason.words(), act));
      case UnitExcluded(_, var unit, var clause) -> {
        ExclusionReasoned reasoned = stored.next(ExclusionReasoned.class);
        yield AskedFor.by(
            new ExcludeUnit(
                cycle, unit, clause, reasoned == null ? "" : reasoned.finding().words(), act));
      }
      case UnitReadmitted(_, var unit, var clause) ->
          AskedFor.by(new ReadmitUnit(cycle, unit, clause, act));
      case ReminderSent(_, var step, _, _) -> AskedFor.by(new Remind(cycle, step, act));
      case CycleEndedEarly(_, var into, var reason, var settled) ->
          AskedFor.by(new EndEarly(cycle, into, reason.words(), settled, act));
      case CycleClosed _ -> AskedFor.by(new CloseCycle(cycle, act));
      case CycleReopened(_, var reason) -> AskedFor.by(new ReopenCycle(cycle, reason.words(), act));
      case BlocScored scored -> AskedFor.by(RankingAsked.of(scored, act));
      case AwardsProposed proposed -> AskedFor.by(AwardAsked.of(proposed, stored));
      case PeriodSet _,
          MattersPutToVote _,
          DeadlineFollowed _,
          ExclusionReasoned _,
          ProposalsReasoned _ ->
          AskedFor.Not.COMES_WITH_ANOTHER;
      case StepRecorded _, RegulationCited _, RankingDecided _ -> AskedFor.Not.RECORDED_LATER;
    };
  }

  /** Where a regulation was adopted: the step that is taken with it says so. */
  private static @Nullable ConferenceId conferenceOf(Stored stored) {
    StepAdvanced taken = stored.first(StepAdvanced.class);
    return taken == null || taken.step() != Step.REGULATION ? null : taken.conference();
  }
}
