package vn.giaouoc.query.movement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.movement.MovementId;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/**
 * An emulation movement.
 *
 * @param movement which one
 * @param launch who launched it; absent where only its following is told
 * @param blocs who takes part in it, year by year
 * @param results what came of it
 * @param counts movements of which only the number is told
 * @param closing its end, if it has one
 */
record Movement(
    MovementId movement,
    @Nullable Launch launch,
    List<Joined> blocs,
    List<Result> results,
    List<Counted> counts,
    @Nullable Closing closing) {

  record Launch(
      String theme,
      @Nullable UnitId by,
      @Nullable String byAsWritten,
      @Nullable String period,
      Dated on) {}

  record Joined(BlocId bloc, CycleId cycle, Dated on) {}

  record Result(
      BlocId bloc,
      CycleId cycle,
      @Nullable UnitId unit,
      Words text,
      List<Figure> figures,
      Dated on) {}

  record Counted(
      BlocId bloc, CycleId cycle, List<UnitId> units, int count, @Nullable Boolean perUnit) {}

  record Closing(@Nullable Words summary, Dated on) {}

  static Movement unknown(String slug) {
    return new Movement(MovementId.of(slug), null, List.of(), List.of(), List.of(), null);
  }

  Movement launched(Launch begun) {
    return new Movement(movement, begun, blocs, results, counts, closing);
  }

  Movement joined(Joined bloc) {
    return new Movement(movement, launch, Lists.withOnce(blocs, bloc), results, counts, closing);
  }

  Movement reported(Result result) {
    return new Movement(movement, launch, blocs, Lists.with(results, result), counts, closing);
  }

  Movement counted(Counted count) {
    return new Movement(movement, launch, blocs, results, Lists.withOnce(counts, count), closing);
  }

  Movement closed(Closing end) {
    return new Movement(movement, launch, blocs, results, counts, end);
  }
}
