package vn.giaouoc.command.report;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.report.ReportCommand.AmendReport;
import vn.giaouoc.command.report.ReportCommand.DraftReport;
import vn.giaouoc.command.report.ReportCommand.FinaliseReport;
import vn.giaouoc.command.report.ReportCommand.MakeStatement;
import vn.giaouoc.command.report.ReportCommand.PresentReport;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.report.ReportEvent.CountStated;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;
import vn.giaouoc.shared.report.ReportEvent.ReportAmended;
import vn.giaouoc.shared.report.ReportEvent.ReportDrafted;
import vn.giaouoc.shared.report.ReportEvent.ReportFinalised;
import vn.giaouoc.shared.report.ReportEvent.ReportPresented;
import vn.giaouoc.shared.report.ReportEvent.ReportTabled;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.report.ReportEvent.StatementKind;
import vn.giaouoc.shared.report.ReportEvent.StatementMade;
import vn.giaouoc.shared.report.ReportEvent.UnitFigure;
import vn.giaouoc.shared.report.ReportId;

/** What was asked of the report of a bloc. */
final class ReportAsked {

  private ReportAsked() {}

  static AskedFor of(ReportEvent event, Stored stored) {
    Envelope act = stored.act();
    return switch (event) {
      case ReportDrafted(_, var cycle, var stage) ->
          AskedFor.by(new DraftReport(cycle, stage, act));
      // what was said together is asked part by part: each part stands for itself
      case StatementMade(var report, var cycle, var kind, var units, var content, var text) ->
          AskedFor.by(
              new MakeStatement(
                  cycle,
                  stage(report, cycle),
                  kind,
                  units,
                  content,
                  text.words(),
                  List.of(),
                  List.of(),
                  act));
      case FigureReported(var report, var cycle, var unit, var content, var figure) ->
          AskedFor.by(
              new MakeStatement(
                  cycle,
                  stage(report, cycle),
                  StatementKind.RESULT,
                  List.of(),
                  content,
                  null,
                  List.of(new UnitFigure(unit, content, figure)),
                  List.of(),
                  act));
      case CountStated(var report, var cycle, var units, var content, var count) ->
          AskedFor.by(
              new MakeStatement(
                  cycle,
                  stage(report, cycle),
                  StatementKind.RESULT,
                  units,
                  content,
                  null,
                  List.of(),
                  List.of(count),
                  act));
      case ReportPresented(_, var cycle, var stage, _, var by, _, var conference) ->
          by == null
              ? AskedFor.Not.RECORDED_LATER
              : AskedFor.by(new PresentReport(cycle, stage, by, conference, file(stored), act));
      case ReportAmended(var report, var cycle, var content, var text) ->
          AskedFor.by(new AmendReport(cycle, stage(report, cycle), content, text.words(), act));
      case ReportFinalised(_, var cycle, var stage, var by, _) ->
          AskedFor.by(new FinaliseReport(cycle, stage, by, file(stored), act));
      case ReportTabled _ -> AskedFor.Not.COMES_WITH_ANOTHER;
    };
  }

  private static @Nullable FileId file(Stored stored) {
    ReportTabled tabled = stored.next(ReportTabled.class);
    return tabled == null ? null : tabled.file();
  }

  /** The stage that the name of a report ends with. */
  private static Stage stage(ReportId report, CycleId cycle) {
    return Arrays.stream(Stage.values())
        .filter(stage -> ReportEvent.idOf(cycle, stage).equals(report))
        .findFirst()
        .orElseThrow();
  }
}
