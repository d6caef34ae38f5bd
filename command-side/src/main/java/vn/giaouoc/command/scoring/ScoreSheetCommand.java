package vn.giaouoc.command.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of the score sheet of one unit in one cycle. */
sealed interface ScoreSheetCommand extends Command {

  CycleId cycle();

  /** Whose sheet it is. */
  UnitId unit();

  default ScoreSheetId sheet() {
    return ScoreSheetId.of(cycle(), unit());
  }

  @Override
  default String stream() {
    return sheet().stream();
  }

  /**
   * What is entered in a layer.
   *
   * @param lines the lines; none where only the total is known
   * @param total the points altogether; absent where they follow from the lines
   */
  record Scores(List<Points> lines, @Nullable BigDecimal total) {}

  /**
   * A line, with its note as it was typed.
   *
   * @param criterion the content or criterion
   * @param points its points, where they are given by hand
   * @param figure what its points are computed from, where the regulation has a scale
   * @param evidence the files that show it
   */
  record Points(
      String criterion,
      @Nullable BigDecimal points,
      @Nullable String note,
      @Nullable Entry figure,
      List<FileId> evidence) {

    /** Points given by hand. */
    Points(String criterion, BigDecimal points, @Nullable String note) {
      this(criterion, points, note, null, List.of());
    }
  }

  /**
   * Enters a layer.
   *
   * @param by the unit that scores; absent where the board verifies
   */
  record Enter(
      CycleId cycle,
      UnitId unit,
      Layer layer,
      @Nullable UnitId by,
      Scores scores,
      Envelope envelope)
      implements ScoreSheetCommand {}

  /** Sends the sheet back to the unit. */
  record Return(CycleId cycle, UnitId unit, String reason, Envelope envelope)
      implements ScoreSheetCommand {}

  /** Explains the unit's points. */
  record Explain(CycleId cycle, UnitId unit, String explanation, Envelope envelope)
      implements ScoreSheetCommand {}

  /** Asks for the points to be looked at again. */
  record LodgeAppeal(CycleId cycle, UnitId unit, String grounds, Envelope envelope)
      implements ScoreSheetCommand {}

  /** Answers the appeal. */
  record DecideAppeal(CycleId cycle, UnitId unit, boolean upheld, String reason, Envelope envelope)
      implements ScoreSheetCommand {}

  /** Opens a frozen sheet again. */
  record Reopen(CycleId cycle, UnitId unit, String reason, Envelope envelope)
      implements ScoreSheetCommand {}
}
