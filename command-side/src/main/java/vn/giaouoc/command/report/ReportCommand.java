package vn.giaouoc.command.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.report.ReportEvent.Count;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.report.ReportEvent.StatementKind;
import vn.giaouoc.shared.report.ReportEvent.UnitFigure;
import vn.giaouoc.shared.report.ReportId;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of a bloc's report at one stage of a cycle. */
sealed interface ReportCommand extends Command {

  CycleId cycle();

  Stage stage();

  default ReportId report() {
    return ReportEvent.idOf(cycle(), stage());
  }

  @Override
  default String stream() {
    return report().stream();
  }

  /** Begins the report. */
  record DraftReport(CycleId cycle, Stage stage, Envelope envelope) implements ReportCommand {}

  /**
   * Lets the draft say something: in words, in figures, in counts, or in all of these.
   *
   * @param units about whom; empty where it is about the bloc
   */
  record MakeStatement(
      CycleId cycle,
      Stage stage,
      StatementKind statementKind,
      List<UnitId> units,
      @Nullable Integer content,
      @Nullable String text,
      List<UnitFigure> figures,
      List<Count> counts,
      Envelope envelope)
      implements ReportCommand {}

  /**
   * Presents the draft.
   *
   * @param by the leader or a deputy
   */
  record PresentReport(
      CycleId cycle,
      Stage stage,
      UnitId by,
      @Nullable ConferenceId conference,
      @Nullable FileId file,
      Envelope envelope)
      implements ReportCommand {}

  /** Changes what was presented. */
  record AmendReport(
      CycleId cycle, Stage stage, @Nullable Integer content, String text, Envelope envelope)
      implements ReportCommand {}

  /**
   * Ends the work on it.
   *
   * @param by the leader or a deputy
   */
  record FinaliseReport(
      CycleId cycle, Stage stage, UnitId by, @Nullable FileId file, Envelope envelope)
      implements ReportCommand {}
}
