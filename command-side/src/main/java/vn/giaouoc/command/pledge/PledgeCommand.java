package vn.giaouoc.command.pledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeId;
import vn.giaouoc.shared.pledge.Result.Reported;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.pledge.TargetId;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of a pledge. */
sealed interface PledgeCommand extends Command {

  CycleId cycle();

  /** Whose pledge; nothing for the bloc's own. */
  @Nullable UnitId party();

  default PledgeId pledge() {
    return PledgeEvent.idOf(cycle(), party());
  }

  @Override
  default String stream() {
    return pledge().stream();
  }

  /** Begins to put down what is to be promised. */
  record DraftPledge(CycleId cycle, @Nullable UnitId party, @Nullable Term term, Envelope envelope)
      implements PledgeCommand {}

  /** Puts a target into the draft, or changes it there. */
  record SetTarget(CycleId cycle, @Nullable UnitId party, Target target, Envelope envelope)
      implements PledgeCommand {}

  /** Takes a target out of the draft. */
  record DropTarget(CycleId cycle, @Nullable UnitId party, TargetId target, Envelope envelope)
      implements PledgeCommand {}

  /** Signs it, with its text as a file or as words, and freezes its targets. */
  record SignPledge(
      CycleId cycle,
      @Nullable UnitId party,
      @Nullable ConferenceId conference,
      @Nullable String text,
      @Nullable FileId file,
      @Nullable PersonId signatory,
      Envelope envelope)
      implements PledgeCommand {}

  /** Changes a target after it was signed; the leader approves it, or a conference. */
  record AmendTarget(
      CycleId cycle,
      @Nullable UnitId party,
      Target target,
      String reason,
      @Nullable ConferenceId conference,
      Envelope envelope)
      implements PledgeCommand {}

  /** Reports what was reached by the middle of the year. */
  record SubmitMidYearReview(
      CycleId cycle, @Nullable UnitId party, List<Reported> results, Envelope envelope)
      implements PledgeCommand {}

  /** Reports what was reached by the end of the year. */
  record SubmitYearEndReport(
      CycleId cycle, @Nullable UnitId party, List<Reported> results, Envelope envelope)
      implements PledgeCommand {}

  /** Puts a file beside a reported figure. Order does not matter, so no version is asked for. */
  record AttachEvidence(
      CycleId cycle,
      @Nullable UnitId party,
      TargetId target,
      Stage stage,
      FileId file,
      Envelope envelope)
      implements PledgeCommand {}

  /** Hands the pledge of a unit that has merged or was dissolved to a successor, or ends it. */
  record TransferPledge(CycleId cycle, UnitId party, @Nullable UnitId to, Envelope envelope)
      implements PledgeCommand {}
}
