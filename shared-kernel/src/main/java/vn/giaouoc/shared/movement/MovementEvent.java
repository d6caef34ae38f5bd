package vn.giaouoc.shared.movement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
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
  record MovementLaunched(
      MovementId movement,
      String theme,
      @Nullable UnitId launchedBy,
      @Nullable String launcherAsWritten,
      @Nullable String period)
      implements MovementEvent {}

  /** A bloc took part in it within a cycle. */
  record MovementJoined(MovementId movement, BlocId bloc, CycleId cycle) implements MovementEvent {}

  /**
   * Units launched thematic movements of which a source gives the number only.
   *
   * @param units which units
   * @param count how many
   * @param perUnit whether that is the number of each; absent where the source can be read either
   *     way
   */
  record ThematicMovementsCounted(
      MovementId movement,
      BlocId bloc,
      CycleId cycle,
      List<UnitId> units,
      int count,
      @Nullable Boolean perUnit)
      implements MovementEvent {}
}
