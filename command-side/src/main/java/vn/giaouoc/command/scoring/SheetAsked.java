package vn.giaouoc.command.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.scoring.ScoreSheetCommand.DecideAppeal;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Enter;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Explain;
import vn.giaouoc.command.scoring.ScoreSheetCommand.LodgeAppeal;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Points;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Reopen;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Return;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Scores;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.AppealDecided;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.AppealLodged;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.BlocScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.CrossChecked;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Explained;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SelfScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReopened;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReturned;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Verified;
import vn.giaouoc.shared.unit.UnitId;

/** What was asked of a score sheet. */
final class SheetAsked {

  private SheetAsked() {}

  static AskedFor of(ScoreSheetEvent event, Stored stored) {
    CycleId cycle = event.cycle();
    UnitId unit = event.unit();
    Envelope act = stored.act();
    return switch (event) {
      case SelfScoreEntered(_, _, _, var lines, var total, _, _) ->
          AskedFor.by(new Enter(cycle, unit, Layer.SELF, null, scores(lines, total), act));
      case CrossChecked(_, _, _, var by, var lines, var total, _, _) ->
          AskedFor.by(new Enter(cycle, unit, Layer.CROSS_CHECK, by, scores(lines, total), act));
      case BlocScoreEntered(_, _, _, var by, var lines, var total, _, _) ->
          AskedFor.by(new Enter(cycle, unit, Layer.BLOC, by, scores(lines, total), act));
      case Verified(_, _, _, var lines, var total, _, _) ->
          AskedFor.by(new Enter(cycle, unit, Layer.VERIFIED, null, scores(lines, total), act));
      case SheetReturned returned ->
          AskedFor.by(new Return(cycle, unit, returned.reason().words(), act));
      case Explained explained ->
          AskedFor.by(new Explain(cycle, unit, explained.explanation().words(), act));
      case AppealLodged appeal ->
          AskedFor.by(new LodgeAppeal(cycle, unit, appeal.grounds().words(), act));
      case AppealDecided decided ->
          AskedFor.by(
              new DecideAppeal(cycle, unit, decided.upheld(), decided.reason().words(), act));
      case SheetReopened reopened ->
          AskedFor.by(new Reopen(cycle, unit, reopened.reason().words(), act));
      case SheetFrozen _ -> AskedFor.Not.COMES_WITH_ANOTHER;
    };
  }

  /**
   * What was entered: figures where there is a scale, points and their total where there is none.
   */
  private static Scores scores(List<Line> lines, @Nullable BigDecimal total) {
    boolean byScale =
        lines.stream().anyMatch(line -> line.figure() != null || line.recorded() != null);
    return new Scores(
        lines.stream()
            .filter(line -> line.recorded() == null)
            .map(
                line ->
                    new Points(
                        line.criterion(),
                        byScale ? null : line.points(),
                        line.note() == null ? null : line.note().words(),
                        line.figure(),
                        line.evidence()))
            .toList(),
        byScale ? null : total);
  }
}
