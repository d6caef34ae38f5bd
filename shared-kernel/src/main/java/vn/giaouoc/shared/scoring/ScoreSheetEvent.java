package vn.giaouoc.shared.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
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
   * @param points its points; zero is a score, and negative points are a penalty
   * @param note why, in the words of who scored
   */
  record Line(String criterion, BigDecimal points, @Nullable Words note) {}

  /**
   * The unit scored itself. A further one replaces it within its layer.
   *
   * @param lines its lines; none where only the total is known
   * @param total the points altogether
   * @param late whether it came after the deadline of the step
   */
  record SelfScoreEntered(
      ScoreSheetId sheet,
      CycleId cycle,
      UnitId unit,
      List<Line> lines,
      BigDecimal total,
      boolean late)
      implements ScoreSheetEvent {}

  /**
   * Another member checked the sheet and scored it.
   *
   * @param by which one
   * @param lines its lines; none where only the total is known
   * @param total the points altogether
   * @param late whether it came after the deadline of the step
   */
  record CrossChecked(
      ScoreSheetId sheet,
      CycleId cycle,
      UnitId unit,
      UnitId by,
      List<Line> lines,
      BigDecimal total,
      boolean late)
      implements ScoreSheetEvent {}

  /**
   * The leader or a deputy scored the unit for the bloc.
   *
   * @param by which one; never the unit itself
   * @param lines its lines; none where only the total is known
   * @param total the points altogether
   * @param late whether it came after the deadline of the step
   */
  record BlocScoreEntered(
      ScoreSheetId sheet,
      CycleId cycle,
      UnitId unit,
      UnitId by,
      List<Line> lines,
      BigDecimal total,
      boolean late)
      implements ScoreSheetEvent {}

  /**
   * The board verified the points.
   *
   * @param lines its lines; none where only the total is known
   * @param total the points altogether
   * @param late whether it came after the deadline of the step
   */
  record Verified(
      ScoreSheetId sheet,
      CycleId cycle,
      UnitId unit,
      List<Line> lines,
      BigDecimal total,
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
   */
  record SheetFrozen(ScoreSheetId sheet, CycleId cycle, UnitId unit, Contest contest)
      implements ScoreSheetEvent {}

  /** Points can be entered again. A ranking that was made stands until another is. */
  record SheetReopened(ScoreSheetId sheet, CycleId cycle, UnitId unit, Words reason)
      implements ScoreSheetEvent {}
}
