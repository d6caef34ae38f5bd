package vn.giaouoc.query.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.query.fold.Remarked;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
import vn.giaouoc.shared.report.ReportEvent.Counted;
import vn.giaouoc.shared.report.ReportEvent.ReportTabled;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.report.ReportEvent.Statement;
import vn.giaouoc.shared.report.ReportEvent.UnitFigure;
import vn.giaouoc.shared.report.ReportId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A bloc's report.
 *
 * @param report which report
 * @param course how far it has come
 * @param says what it says
 */
public record Report(ReportId report, Course course, Contents says) {

  /** How far a report has come. */
  public enum State implements Code {
    UNKNOWN,
    DRAFT,
    PRESENTED,
    FINALISED
  }

  /**
   * How far a report has come.
   *
   * @param presented by whom and when it was presented, as often as that is told
   * @param finalised by whom and when it was finalised
   */
  public record Course(
      @Nullable CycleId cycle,
      @Nullable Stage stage,
      State state,
      List<Act> presented,
      @Nullable Act finalised) {}

  /** That a unit presented or finalised it. */
  public record Act(
      @Nullable UnitId by,
      @Nullable Capacity capacity,
      @Nullable ConferenceId conference,
      Dated on) {}

  /**
   * A figure of a unit.
   *
   * @param content the content of the pledge that it belongs to, if stated
   * @param remarks what is doubted, noted or normalised in it
   */
  public record Figured(
      UnitId unit, @Nullable Integer content, Figure figure, List<Remarked> remarks) {

    private static Figured of(UnitFigure tabled) {
      return new Figured(tabled.unit(), tabled.content(), tabled.figure(), List.of());
    }
  }

  /** What a report says. */
  public record Contents(
      List<Statement> statements,
      List<Figured> figures,
      List<Counted> counts,
      List<Words> amendments,
      List<FileId> files) {}

  static Report unknown(String slug) {
    return new Report(
        ReportId.of(slug),
        new Course(null, null, State.UNKNOWN, List.of(), null),
        new Contents(List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  Report drafted(CycleId cycle, Stage stage) {
    return new Report(
        report,
        new Course(cycle, stage, State.DRAFT, course.presented(), course.finalised()),
        says);
  }

  Report presented(CycleId cycle, Stage stage, boolean draft, Act act) {
    return new Report(
        report,
        new Course(
            cycle,
            stage,
            draft ? State.PRESENTED : State.FINALISED,
            Lists.withOnce(course.presented(), act),
            course.finalised()),
        says);
  }

  Report finalised(CycleId cycle, Stage stage, Act act) {
    return new Report(
        report, new Course(cycle, stage, State.FINALISED, course.presented(), act), says);
  }

  Report stated(Statement statement) {
    return saying(
        new Contents(
            Lists.with(says.statements(), statement),
            says.figures(),
            says.counts(),
            says.amendments(),
            says.files()));
  }

  Report figured(Figured figure) {
    return saying(
        new Contents(
            says.statements(),
            Lists.with(says.figures(), figure),
            says.counts(),
            says.amendments(),
            says.files()));
  }

  Report counted(Counted count) {
    return saying(
        new Contents(
            says.statements(),
            says.figures(),
            Lists.with(says.counts(), count),
            says.amendments(),
            says.files()));
  }

  Report amended(Words text) {
    return saying(
        new Contents(
            says.statements(),
            says.figures(),
            says.counts(),
            Lists.with(says.amendments(), text),
            says.files()));
  }

  /** Whoever has not seen the draft sees all of it now; whoever has, the same. */
  Report tabled(ReportTabled tabled) {
    FileId file = tabled.file();
    return saying(
        new Contents(
            tabled.statements(),
            tabled.figures().stream().map(Figured::of).toList(),
            tabled.counts(),
            tabled.amendments(),
            file == null ? says.files() : Lists.withOnce(says.files(), file)));
  }

  private Report saying(Contents contents) {
    return new Report(report, course, contents);
  }
}
