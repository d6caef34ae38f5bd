package vn.giaouoc.query.cycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.query.fold.Remarked;
import vn.giaouoc.query.pledge.Pledge;
import vn.giaouoc.query.report.Report;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.report.ReportEvent.StatementKind;
import vn.giaouoc.shared.report.ReportId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What was promised in a cycle and reached of it, and the figures of its reports: put together from
 * its pledges and reports as they are, because a document of all of them would have to be written
 * again at every figure.
 *
 * @param cycle which cycle
 * @param reports the reports whose stage is told
 * @param rows the figures, in the order of the reports
 * @param statements what the reports say in words
 * @param pledges what the parties promised, target by target, with what they reached of it
 */
record Progress(
    CycleId cycle,
    List<Presented> reports,
    List<Row> rows,
    List<Statement> statements,
    List<Pledge> pledges) {

  private static final Comparator<Report> BY_STAGE =
      Comparator.comparing(
              (Report report) -> report.course().stage(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(report -> report.report().slug());

  /** A report, and of which stage it is. */
  record Presented(ReportId report, Stage stage) {}

  /**
   * A figure.
   *
   * @param stage of which stage the report is, where that is told
   * @param content the content of the pledge that it belongs to, if stated
   * @param remarks what is doubted, noted or normalised in it
   */
  record Row(
      ReportId report,
      @Nullable Stage stage,
      UnitId unit,
      @Nullable Integer content,
      Figure figure,
      List<Remarked> remarks) {}

  /** What a report says in words. */
  record Statement(
      ReportId report,
      StatementKind statementKind,
      List<UnitId> units,
      @Nullable Integer content,
      Words text) {}

  /** The progress of a cycle that has these reports and pledges. */
  static Document<Progress> of(
      CycleId cycle, List<Document<Report>> reports, List<Document<Pledge>> pledges) {
    List<Presented> presented = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    for (Report report : reports.stream().map(Document::answer).sorted(BY_STAGE).toList()) {
      ReportId id = report.report();
      Stage stage = report.course().stage();
      if (stage != null) {
        presented.add(new Presented(id, stage));
      }
      for (Report.Figured each : report.says().figures()) {
        rows.add(new Row(id, stage, each.unit(), each.content(), each.figure(), each.remarks()));
      }
      for (var each : report.says().statements()) {
        statements.add(
            new Statement(id, each.statementKind(), each.units(), each.content(), each.text()));
      }
    }
    List<Document<?>> parts = new ArrayList<>(reports);
    parts.addAll(pledges);
    return Document.joined(
        new Progress(
            cycle, presented, rows, statements, pledges.stream().map(Document::answer).toList()),
        parts);
  }
}
