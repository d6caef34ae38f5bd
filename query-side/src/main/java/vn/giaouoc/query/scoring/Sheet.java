package vn.giaouoc.query.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.regulation.Regulation.Window;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.AppealDecided;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.AppealLodged;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.BlocScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.CrossChecked;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Explained;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Marks;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SelfScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReopened;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReturned;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Verified;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The score sheet of a unit.
 *
 * @param sheet which one
 * @param cycle in which year; absent where nothing is recorded
 * @param unit whose; absent where nothing is recorded
 * @param layers its scores, side by side, one of each layer
 * @param frozen whether a ranking was made with it, and nobody reopened it
 * @param marks what its points in the last ranking are made of, where a scale made them
 * @param returned why it was sent back; absent where the unit has scored itself since
 * @param explanations what the unit explained
 * @param appeals what the unit asked to be looked at again, and what came of it
 * @param reopened why it was reopened, each time
 * @param windows until when the unit may answer
 */
public record Sheet(
    ScoreSheetId sheet,
    @Nullable CycleId cycle,
    @Nullable UnitId unit,
    List<Score> layers,
    boolean frozen,
    @Nullable Marks marks,
    @Nullable Remarked returned,
    List<Remarked> explanations,
    List<Appeal> appeals,
    List<Remarked> reopened,
    Windows windows) {

  /**
   * The score of one layer.
   *
   * @param by the unit that scored, where it is not its own
   * @param total the points altogether; absent where they cannot be told yet
   * @param lines its lines; none where only the total is known
   * @param late whether it came after the deadline
   * @param due that deadline, where the unit's own score came after it
   */
  public record Score(
      Layer layer,
      @Nullable UnitId by,
      @Nullable BigDecimal total,
      List<Line> lines,
      boolean late,
      Dated on,
      @Nullable LocalDate due) {

    /** The score that an event enters; nothing where it enters none. */
    public static @Nullable Score of(ScoreSheetEvent event, Dated on) {
      return switch (event) {
        case SelfScoreEntered e ->
            new Score(Layer.SELF, null, e.total(), e.lines(), e.late(), on, e.due());
        case CrossChecked e ->
            new Score(Layer.CROSS_CHECK, e.by(), e.total(), e.lines(), e.late(), on, null);
        case BlocScoreEntered e ->
            new Score(Layer.BLOC, e.by(), e.total(), e.lines(), e.late(), on, null);
        case Verified e ->
            new Score(Layer.VERIFIED, null, e.total(), e.lines(), e.late(), on, null);
        case SheetReturned _,
            Explained _,
            AppealLodged _,
            AppealDecided _,
            SheetFrozen _,
            SheetReopened _ ->
            null;
      };
    }

    /** The scores with this one in its layer. */
    public List<Score> among(List<Score> scores) {
      return Lists.with(scores.stream().filter(each -> each.layer() != layer).toList(), this)
          .stream()
          .sorted(Comparator.comparing(Score::layer))
          .toList();
    }
  }

  /**
   * Until when the unit may answer.
   *
   * @param explain until when it may explain itself; absent where there is no limit
   * @param appeal until when it may appeal; absent where there is no limit
   */
  public record Windows(@Nullable Window explain, @Nullable Window appeal) {}

  /** What somebody wrote. */
  public record Remarked(Words text, Dated on) {}

  /**
   * An appeal.
   *
   * @param upheld whether the unit is right; absent where it is not answered yet
   */
  public record Appeal(
      Words grounds,
      Dated on,
      @Nullable Boolean upheld,
      @Nullable Words reason,
      @Nullable Dated answered) {}

  static Sheet unknown(ScoreSheetId sheet) {
    return new Sheet(
        sheet,
        null,
        null,
        List.of(),
        false,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        new Windows(null, null));
  }

  Sheet after(ScoreSheetEvent event, Fact fact) {
    Dated on = fact.occurredOn();
    Sheet known =
        new Sheet(
            sheet,
            event.cycle(),
            event.unit(),
            layers,
            frozen,
            marks,
            returned,
            explanations,
            appeals,
            reopened,
            windows);
    return switch (event) {
      case SelfScoreEntered score -> known.scored(score, on).sentBack(null);
      case CrossChecked score -> known.scored(score, on).explaining(score.explain());
      case BlocScoreEntered score -> known.scored(score, on).explaining(score.explain());
      case Verified score -> known.scored(score, on).explaining(score.explain());
      case SheetReturned back -> known.sentBack(new Remarked(back.reason(), on));
      case Explained explained -> known.explained(new Remarked(explained.explanation(), on));
      case AppealLodged lodged ->
          known.appealed(Lists.with(appeals, new Appeal(lodged.grounds(), on, null, null, null)));
      case AppealDecided decided ->
          known.appealed(
              Lists.changed(
                  appeals,
                  each -> each.upheld() == null,
                  each ->
                      new Appeal(
                          each.grounds(), each.on(), decided.upheld(), decided.reason(), on)));
      case SheetFrozen froze -> known.frozen(true, froze.marks(), reopened, froze.appeal());
      case SheetReopened opened ->
          known.frozen(false, marks, Lists.with(reopened, new Remarked(opened.reason(), on)), null);
    };
  }

  private Sheet scored(ScoreSheetEvent event, Dated on) {
    Score score = Score.of(event, on);
    return new Sheet(
        sheet,
        cycle,
        unit,
        score == null ? layers : score.among(layers),
        frozen,
        marks,
        returned,
        explanations,
        appeals,
        reopened,
        windows);
  }

  private Sheet explaining(@Nullable Window until) {
    return new Sheet(
        sheet,
        cycle,
        unit,
        layers,
        frozen,
        marks,
        returned,
        explanations,
        appeals,
        reopened,
        new Windows(until, windows.appeal()));
  }

  private Sheet sentBack(@Nullable Remarked why) {
    return new Sheet(
        sheet, cycle, unit, layers, frozen, marks, why, explanations, appeals, reopened, windows);
  }

  private Sheet explained(Remarked explanation) {
    return new Sheet(
        sheet,
        cycle,
        unit,
        layers,
        frozen,
        marks,
        returned,
        Lists.with(explanations, explanation),
        appeals,
        reopened,
        windows);
  }

  private Sheet appealed(List<Appeal> all) {
    return new Sheet(
        sheet, cycle, unit, layers, frozen, marks, returned, explanations, all, reopened, windows);
  }

  private Sheet frozen(
      boolean still, @Nullable Marks made, List<Remarked> why, @Nullable Window appeal) {
    return new Sheet(
        sheet,
        cycle,
        unit,
        layers,
        still,
        made,
        returned,
        explanations,
        appeals,
        why,
        new Windows(windows.explain(), appeal));
  }
}
