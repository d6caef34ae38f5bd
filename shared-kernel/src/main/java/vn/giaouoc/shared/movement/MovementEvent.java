package vn.giaouoc.shared.movement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Correctable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.unit.UnitId;

/** An emulation movement, and who follows it. */
public sealed interface MovementEvent extends Event {

  /** Which movement. */
  MovementId movement();

  @Override
  default String stream() {
    return movement().stream();
  }

  /**
   * A movement was launched.
   *
   * @param theme what it is called
   * @param launchedBy who launched it, where it is one known unit
   * @param launcherAsWritten who launched it, as the source writes
   * @param period for which time, as the source writes
   */
  @Correctable
  record MovementLaunched(
      MovementId movement,
      String theme,
      @Nullable UnitId launchedBy,
      @Nullable String launcherAsWritten,
      @Nullable String period)
      implements MovementEvent {}

  /** A bloc took part in it within a cycle. */
  @Correctable
  record MovementJoined(MovementId movement, BlocId bloc, CycleId cycle) implements MovementEvent {}

  /**
   * Units launched thematic movements of which a source gives the number only.
   *
   * @param units which units
   * @param count how many
   * @param perUnit whether that is the number of each; absent where the source can be read either
   *     way
   */
  @Correctable
  record ThematicMovementsCounted(
      MovementId movement,
      BlocId bloc,
      CycleId cycle,
      List<UnitId> units,
      int count,
      @Nullable Boolean perUnit)
      implements MovementEvent {}

  /**
   * It was told what came of a movement.
   *
   * @param unit in which unit; absent where it is in the bloc as a whole
   * @param text what came of it, in words
   * @param figures the same in figures, if any
   */
  @Correctable
  record MovementResultReported(
      MovementId movement,
      BlocId bloc,
      CycleId cycle,
      @Nullable UnitId unit,
      Words text,
      List<Figure> figures)
      implements MovementEvent {}

  /**
   * A movement came to its end.
   *
   * @param summary what came of it as a whole, in words, if anything was said
   */
  record MovementClosed(MovementId movement, @Nullable Words summary) implements MovementEvent {}
}
