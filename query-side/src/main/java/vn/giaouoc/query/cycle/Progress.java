package vn.giaouoc.query.cycle;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.query.fold.Remarked;
import vn.giaouoc.query.pledge.Pledge;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.ReportEvent.ReportTabled;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.report.ReportEvent.StatementKind;
import vn.giaouoc.shared.report.ReportId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What was reported of what was promised, as the reports have it.
 *
 * @param cycle which cycle
 * @param reports the reports whose stage is told
 * @param rows the figures, in the order of the reports
 * @param statements what the reports say in words
 * @param pledges what the parties promised, target by target, with what they reached of it
 */
record Progress(
    CycleId cycle,
    List<Report> reports,
    List<Row> rows,
    List<Statement> statements,
    List<Pledge> pledges) {

  record Report(ReportId report, Stage stage) {}

  /**
   * A figure.
   *
   * @param stage of which stage the report is, where it is told that it was presented
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

  record Statement(
      ReportId report,
      StatementKind statementKind,
      List<UnitId> units,
      @Nullable Integer content,
      Words text) {}

  static Progress unknown(String slug) {
    return new Progress(CycleId.of(slug), List.of(), List.of(), List.of(), List.of());
  }

  Progress presented(ReportId report, Stage stage) {
    return new Progress(
        cycle,
        Lists.withOnce(reports, new Report(report, stage)),
        Lists.changed(
            rows,
            row -> row.report().equals(report),
            row -> new Row(report, stage, row.unit(), row.content(), row.figure(), row.remarks())),
        statements,
        pledges);
  }

  Progress reported(
      ReportId report,
      UnitId unit,
      @Nullable Integer content,
      Figure figure,
      List<Remarked> remarks) {
    Stage stage =
        reports.stream()
            .filter(each -> each.report().equals(report))
            .findFirst()
            .map(Report::stage)
            .orElse(null);
    return new Progress(
        cycle,
        reports,
        Lists.with(rows, new Row(report, stage, unit, content, figure, remarks)),
        statements,
        pledges);
  }

  Progress stated(Statement statement) {
    return new Progress(cycle, reports, rows, Lists.with(statements, statement), pledges);
  }

  /** What was tabled takes the place of what is known of the draft. */
  Progress tabled(ReportTabled tabled) {
    Stream<Row> told =
        tabled.figures().stream()
            .map(
                each ->
                    new Row(
                        tabled.report(),
                        tabled.stage(),
                        each.unit(),
                        each.content(),
                        each.figure(),
                        List.of()));
    Stream<Statement> said =
        tabled.statements().stream()
            .map(
                each ->
                    new Statement(
                        tabled.report(),
                        each.statementKind(),
                        each.units(),
                        each.content(),
                        each.text()));
    return new Progress(
        cycle,
        Lists.withOnce(reports, new Report(tabled.report(), tabled.stage())),
        Stream.concat(rows.stream().filter(row -> !row.report().equals(tabled.report())), told)
            .toList(),
        Stream.concat(
                statements.stream().filter(each -> !each.report().equals(tabled.report())), said)
            .toList(),
        pledges);
  }

  Progress pledged(PledgeEvent event, Fact fact) {
    boolean known = pledges.stream().anyMatch(each -> each.pledge().equals(event.pledge()));
    return new Progress(
        cycle,
        reports,
        rows,
        statements,
        Lists.changed(
            known ? pledges : Lists.with(pledges, Pledge.unknown(event.pledge().slug())),
            each -> each.pledge().equals(event.pledge()),
            each -> each.after(event, fact)));
  }
}
