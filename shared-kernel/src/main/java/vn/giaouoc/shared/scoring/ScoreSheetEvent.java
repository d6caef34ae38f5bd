package vn.giaouoc.shared.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.regulation.Regulation.Window;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.regulation.Standing;
import vn.giaouoc.shared.regulation.Standing.Outcome;
import vn.giaouoc.shared.regulation.Standing.UnitScore;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The score sheet of one unit in one cycle. Its four layers stand side by side: the unit's own
 * score, that of another member who checked it, that of the bloc, and the one that the board
 * verified. None overwrites another; points and ranks that count are not here but in the ranking of
 * the cycle.
 */
public sealed interface ScoreSheetEvent extends Event {

  /** Which sheet. */
  ScoreSheetId sheet();

  /** In which cycle. */
  CycleId cycle();

  /** Whose sheet. */
  UnitId unit();

  @Override
  default String stream() {
    return sheet().stream();
  }

  /** A layer of a sheet, in the order in which a later one goes before an earlier one. */
  enum Layer implements Code {
    /** Tự chấm: by the unit itself. */
    SELF,
    /** Chấm chéo: by another member. */
    CROSS_CHECK,
    /** Khối chấm: by the leader or a deputy, for the bloc. */
    BLOC,
    /** Thẩm định: by the emulation board. */
    VERIFIED
  }

  /**
   * One line of a layer.
   *
   * @param criterion the content or criterion, as the scale calls it
   * @param points its points; zero is a score, and negative points are a penalty. Absent where they
   *     depend on other units, or cannot be told from the figure
   * @param note why, in the words of who scored
   * @param figure what the points are computed from; absent where they are given by hand
   * @param evidence the files that show it
   * @param recorded where the figure is from, if nobody entered it: the record tells it
   */
  record Line(
      String criterion,
      @Nullable BigDecimal points,
      @Nullable Words note,
      @Nullable Entry figure,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FileId> evidence,
      @Nullable Recorded recorded) {

    /** What is not attached is not there. */
    public Line {
      evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** Points given by hand. */
    public Line(String criterion, BigDecimal points, @Nullable Words note) {
      this(criterion, points, note, null, List.of());
    }

    /** A figure that was entered. */
    public Line(
        String criterion,
        @Nullable BigDecimal points,
        @Nullable Words note,
        @Nullable Entry figure,
        List<FileId> evidence) {
      this(criterion, points, note, figure, evidence, null);
    }
  }

  /**
   * What the record tells of when a unit did what a step asks of it.
   *
   * @param step the step
   * @param due the last day on which it was in time; absent where it had no deadline
   * @param on the day on which the unit did it; absent where it has not
   * @param event the event that tells so, as {@code <stream>@<version>}; absent likewise
   */
  record Recorded(
      Step step, @Nullable LocalDate due, @Nullable LocalDate on, @Nullable String event) {}

  /**
   * The unit scored itself. A further one replaces it within its layer.
   *
   * @param lines its lines; none where only the total is known
   * @param total the points altogether; absent where they cannot be told yet
   * @param late whether it came after the deadline of the step
   * @param due that deadline, where it came after it
   */
  record SelfScoreEntered(
      ScoreSheetId sheet,
      CycleId cycle,
      UnitId unit,
      List<Line> lines,
      @Nullable BigDecimal total,
      boolean late,
      @Nullable LocalDate due)
      implements ScoreSheetEvent {

    /** A score that came in time. */
    public SelfScoreEntered(
        ScoreSheetId sheet,
        CycleId cycle,
        UnitId unit,
        List<Line> lines,
        @Nullable BigDecimal total,
        boolean late) {
      this(sheet, cycle, unit, lines, total, late, null);
    }
  }

  /**
   * Another member checked the sheet and scored it.
   *
   * @param by which one
   * @param lines its lines; none where only the total is known
   * @param total the points altogether; absent where they cannot be told yet
   * @param late whether it came after the deadline of the step
   * @param explain until when the unit may explain itself; absent where there is no limit
   */
  record CrossChecked(
      ScoreSheetId sheet,
      CycleId cycle,
      UnitId unit,
      UnitId by,
      List<Line> lines,
      @Nullable BigDecimal total,
      boolean late,
      @Nullable Window explain)
      implements ScoreSheetEvent {

    /** A score that may be explained at any time. */
    public CrossChecked(
        ScoreSheetId sheet,
        CycleId cycle,
        UnitId unit,
        UnitId by,
        List<Line> lines,
        @Nullable BigDecimal total,
        boolean late) {
      this(sheet, cycle, unit, by, lines, total, late, null);
    }
  }

  /**
   * The leader or a deputy scored the unit for the bloc.
   *
   * @param by which one; never the unit itself
   * @param lines its lines; none where only the total is known
   * @param total the points altogether; absent where they cannot be told yet
   * @param late whether it came after the deadline of the step
   * @param explain until when the unit may explain itself; absent where there is no limit
   */
  record BlocScoreEntered(
      ScoreSheetId sheet,
      CycleId cycle,
      UnitId unit,
      UnitId by,
      List<Line> lines,
      @Nullable BigDecimal total,
      boolean late,
      @Nullable Window explain)
      implements ScoreSheetEvent {

    /** A score that may be explained at any time. */
    public BlocScoreEntered(
        ScoreSheetId sheet,
        CycleId cycle,
        UnitId unit,
        UnitId by,
        List<Line> lines,
        @Nullable BigDecimal total,
        boolean late) {
      this(sheet, cycle, unit, by, lines, total, late, null);
    }
  }

  /**
   * The board verified the points.
   *
   * @param lines its lines; none where only the total is known
   * @param total the points altogether; absent where they cannot be told yet
   * @param late whether it came after the deadline of the step
   * @param explain until when the unit may explain itself; absent where there is no limit
   */
  record Verified(
      ScoreSheetId sheet,
      CycleId cycle,
      UnitId unit,
      List<Line> lines,
      @Nullable BigDecimal total,
      boolean late,
      @Nullable Window explain)
      implements ScoreSheetEvent {

    /** A score that may be explained at any time. */
    public Verified(
        ScoreSheetId sheet,
        CycleId cycle,
        UnitId unit,
        List<Line> lines,
        @Nullable BigDecimal total,
        boolean late) {
      this(sheet, cycle, unit, lines, total, late, null);
    }
  }

  /** The sheet went back to the unit, which is to score itself anew. */
  record SheetReturned(ScoreSheetId sheet, CycleId cycle, UnitId unit, Words reason)
      implements ScoreSheetEvent {}

  /** The unit explained itself (giải trình). */
  record Explained(ScoreSheetId sheet, CycleId cycle, UnitId unit, Words explanation)
      implements ScoreSheetEvent {}

  /** The unit asked for its points to be looked at again (kiến nghị). */
  record AppealLodged(ScoreSheetId sheet, CycleId cycle, UnitId unit, Words grounds)
      implements ScoreSheetEvent {}

  /**
   * The board answered the appeal.
   *
   * @param upheld whether the unit is right; the sheet is reopened and scored anew by that only
   *     where somebody does so
   */
  record AppealDecided(ScoreSheetId sheet, CycleId cycle, UnitId unit, boolean upheld, Words reason)
      implements ScoreSheetEvent {}

  /**
   * A ranking of the bloc was made with the sheet as it was; it stays so until it is reopened.
   *
   * @param contest in which contest
   * @param marks what the points of the unit are made of; absent where the regulation has no scale
   * @param recorded the figures that the record told when it was ranked; they count in the place of
   *     those that it told when the sheet was entered
   * @param appeal until when the unit may appeal; absent where there is no limit
   */
  record SheetFrozen(
      ScoreSheetId sheet,
      CycleId cycle,
      UnitId unit,
      Contest contest,
      @Nullable Marks marks,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Line> recorded,
      @Nullable Window appeal)
      implements ScoreSheetEvent {

    /** What the record does not tell is not there. */
    public SheetFrozen {
      recorded = recorded == null ? List.of() : List.copyOf(recorded);
    }

    /** A ranking that no scale made. */
    public SheetFrozen(ScoreSheetId sheet, CycleId cycle, UnitId unit, Contest contest) {
      this(sheet, cycle, unit, contest, null);
    }

    /** A ranking of which everything was entered, and that may be appealed at any time. */
    public SheetFrozen(
        ScoreSheetId sheet, CycleId cycle, UnitId unit, Contest contest, @Nullable Marks marks) {
      this(sheet, cycle, unit, contest, marks, List.of(), null);
    }
  }

  /**
   * What the points of a unit are made of.
   *
   * @param maximum the standard points of what was assigned to it
   * @param contents its points by content
   * @param criteria its points by criterion
   */
  record Marks(@Nullable BigDecimal maximum, List<Mark> contents, List<Mark> criteria) {

    /** The points of a unit in a standing. */
    public static Marks of(UnitScore score) {
      return new Marks(
          score.maximum(),
          score.contents().stream().map(each -> Mark.of(each.content(), each.outcome())).toList(),
          score.contents().stream()
              .flatMap(content -> content.criteria().stream())
              .map(each -> Mark.of(each.criterion(), each.outcome()))
              .toList());
    }
  }

  /**
   * The points of one content or criterion.
   *
   * @param of its number in the scale
   * @param points as they count, bonus included; absent where it was not assigned to the unit
   * @param shown as they are printed
   */
  record Mark(String of, @Nullable BigDecimal points, @Nullable BigDecimal shown) {

    private static Mark of(String number, Outcome outcome) {
      return outcome instanceof Standing.Scored scored
          ? new Mark(
              number,
              scored.exact().total(),
              scored.shown() == null ? null : scored.shown().total())
          : new Mark(number, null, null);
    }
  }

  /** Points can be entered again. A ranking that was made stands until another is. */
  record SheetReopened(ScoreSheetId sheet, CycleId cycle, UnitId unit, Words reason)
      implements ScoreSheetEvent {}
}
