package vn.giaouoc.shared.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Correctable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.unit.UnitId;

/** A bloc's report at one stage of a cycle, statement by statement. */
public sealed interface ReportEvent extends Event {

  /** Which report. */
  ReportId report();

  @Override
  default String stream() {
    return report().stream();
  }

  /** The bloc's report at this stage of this cycle. */
  static ReportId idOf(CycleId cycle, Stage stage) {
    return ReportId.of(cycle.slug() + "." + stage.code());
  }

  /** At which stage of the cycle a report is given. */
  enum Stage implements Code {
    MID_YEAR,
    NINE_MONTH,
    YEAR_END
  }

  /** In which capacity a unit acts for the bloc. */
  enum Capacity implements Code {
    LEADER,
    DEPUTY,
    MEMBER
  }

  /** What a statement tells. */
  enum StatementKind implements Code {
    RESULT,
    LIMITATION,
    DIRECTION
  }

  /**
   * A report was presented to a conference.
   *
   * @param draft whether it was still to be finalised
   * @param presentedBy the unit that presented it, if stated
   * @param capacity as what it did so
   */
  record ReportPresented(
      ReportId report,
      CycleId cycle,
      Stage stage,
      boolean draft,
      @Nullable UnitId presentedBy,
      @Nullable Capacity capacity,
      @Nullable ConferenceId conference)
      implements ReportEvent {}

  /**
   * The report says something in words.
   *
   * @param units about whom; empty where it is about the bloc
   * @param content the content of the pledge that it belongs to, if stated
   */
  @Correctable
  record StatementMade(
      ReportId report,
      CycleId cycle,
      StatementKind statementKind,
      List<UnitId> units,
      @Nullable Integer content,
      Words text)
      implements ReportEvent {}

  /**
   * The report gives a figure of one unit.
   *
   * @param content the content of the pledge that it belongs to, if stated
   */
  @Correctable
  record FigureReported(
      ReportId report, CycleId cycle, UnitId unit, @Nullable Integer content, Figure figure)
      implements ReportEvent {}

  /** A report was begun; until it is tabled it is for the leadership of the bloc. */
  record ReportDrafted(ReportId report, CycleId cycle, Stage stage) implements ReportEvent {}

  /**
   * The report counts something.
   *
   * @param units of whom; empty where it is of the bloc
   * @param content the content of the pledge that it belongs to, if any
   */
  @Correctable
  record CountStated(
      ReportId report, CycleId cycle, List<UnitId> units, @Nullable Integer content, Count count)
      implements ReportEvent {}

  /**
   * How many, and parts of it that need not add up to it.
   *
   * @param what what is counted
   */
  record Count(String what, int number, List<OfWhich> ofWhich) {}

  /** A part of a count. */
  record OfWhich(String what, int number) {}

  /**
   * After the report was presented it was changed.
   *
   * @param content the content of the pledge that the change is about, if any
   * @param text what is changed, in words
   */
  record ReportAmended(ReportId report, CycleId cycle, @Nullable Integer content, Words text)
      implements ReportEvent {}

  /**
   * The report says no more than it does now.
   *
   * @param finalisedBy the unit that saw to it
   * @param capacity as what it did so
   */
  record ReportFinalised(
      ReportId report, CycleId cycle, Stage stage, UnitId finalisedBy, Capacity capacity)
      implements ReportEvent {}

  /**
   * What the report said when it was presented or finalised: it comes with that, for the members of
   * the bloc, who have not seen the draft.
   *
   * @param finalised whether it was finalised, or only presented
   * @param file the report as a paper, if there is a file of it
   */
  record ReportTabled(
      ReportId report,
      CycleId cycle,
      Stage stage,
      boolean finalised,
      List<Statement> statements,
      List<UnitFigure> figures,
      List<Counted> counts,
      List<Words> amendments,
      @Nullable FileId file)
      implements ReportEvent {}

  /** A statement of a tabled report. */
  record Statement(
      StatementKind statementKind, List<UnitId> units, @Nullable Integer content, Words text) {}

  /** A figure of a tabled report. */
  record UnitFigure(UnitId unit, @Nullable Integer content, Figure figure) {}

  /** A count of a tabled report. */
  record Counted(List<UnitId> units, @Nullable Integer content, Count count) {}
}
