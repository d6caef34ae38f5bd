package vn.giaouoc.shared.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.regulation.Sheet.Entry;
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
   */
  record Line(
      String criterion,
      @Nullable BigDecimal points,
      @Nullable Words note,
      @Nullable Entry figure,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FileId> evidence) {

    /** What is not attached is not there. */
    public Line {
      evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** Points given by hand. */
    public Line(String criterion, BigDecimal points, @Nullable Words note) {
      this(criterion, points, note, null, List.of());
    }
  }

  /**
   * The unit scored itself. A further one replaces it within its layer.
   *
   * @param lines its lines; none where only the total is known
   * @param total the points altogether; absent where they cannot be told yet
   * @param late whether it came after the deadline of the step
   */
  record SelfScoreEntered(
      ScoreSheetId sheet,
      CycleId cycle,
      UnitId unit,
      List<Line> lines,
      @Nullable BigDecimal total,
      boolean late)
      implements ScoreSheetEvent {}

  /**
   * Another member checked the sheet and scored it.
   *
   * @param by which one
   * @param lines its lines; none where only the total is known
   * @param total the points altogether; absent where they cannot be told yet
   * @param late whether it came after the deadline of the step
   */
  record CrossChecked(
      ScoreSheetId sheet,
      CycleId cycle,
      UnitId unit,
      UnitId by,
      List<Line> lines,
      @Nullable BigDecimal total,
      boolean late)
      implements ScoreSheetEvent {}

  /**
   * The leader or a deputy scored the unit for the bloc.
   *
   * @param by which one; never the unit itself
   * @param lines its lines; none where only the total is known
   * @param total the points altogether; absent where they cannot be told yet
   * @param late whether it came after the deadline of the step
   */
  record BlocScoreEntered(
      ScoreSheetId sheet,
      CycleId cycle,
      UnitId unit,
      UnitId by,
      List<Line> lines,
      @Nullable BigDecimal total,
      boolean late)
      implements ScoreSheetEvent {}

  /**
   * The board verified the points.
   *
   * @param lines its lines; none where only the total is known
   * @param total the points altogether; absent where they cannot be told yet
   * @param late whether it came after the deadline of the step
   */
  record Verified(
      ScoreSheetId sheet,
      CycleId cycle,
      UnitId unit,
      List<Line> lines,
      @Nullable BigDecimal total,
      boolean late)
      implements ScoreSheetEvent {}

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
   */
  record SheetFrozen(
      ScoreSheetId sheet, CycleId cycle, UnitId unit, Contest contest, @Nullable Marks marks)
      implements ScoreSheetEvent {

    /** A ranking that no scale made. */
    public SheetFrozen(ScoreSheetId sheet, CycleId cycle, UnitId unit, Contest contest) {
      this(sheet, cycle, unit, contest, null);
    }
  }

  /**
   * What the points of a unit are made of.
   *
   * @param maximum the standard points of what was assigned to it
   * @param contents its points by content
   * @param criteria its points by criterion
   */
  record Marks(@Nullable BigDecimal maximum, List<Mark> contents, List<Mark> criteria) {}

  /**
   * The points of one content or criterion.
   *
   * @param of its number in the scale
   * @param points as they count, bonus included; absent where it was not assigned to the unit
   * @param shown as they are printed
   */
  record Mark(String of, @Nullable BigDecimal points, @Nullable BigDecimal shown) {}

  /** Points can be entered again. A ranking that was made stands until another is. */
  record SheetReopened(ScoreSheetId sheet, CycleId cycle, UnitId unit, Words reason)
      implements ScoreSheetEvent {}
}
