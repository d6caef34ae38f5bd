package vn.giaouoc.command.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.unit.UnitId;

/** What the bloc can ask of its members' points. */
sealed interface RankingCommand extends Command {

  CycleId cycle();

  @Override
  default String stream() {
    return cycle().stream();
  }

  /**
   * Settles the points of a contest and ranks its units by them.
   *
   * @param settled who is ranked; in the contest of the whole bloc, members that it does not name
   *     are ranked with the points of their sheets
   * @param unranked who is not ranked, and why
   * @param ties how units with the same points are told apart
   * @param reason why it is done again
   */
  record ScoreBloc(
      CycleId cycle,
      Contest contest,
      List<Given> settled,
      List<Unranked> unranked,
      @Nullable Ties ties,
      @Nullable String reason,
      Envelope envelope)
      implements RankingCommand {}

  /**
   * A unit to be ranked.
   *
   * @param points its points as the bloc settled them; absent where those of its sheet count
   */
  record Given(UnitId unit, @Nullable BigDecimal points) {}

  /** A unit that is not ranked. */
  record Unranked(UnitId unit, String reason) {}

  /**
   * The order of units with the same points.
   *
   * @param order the better first
   * @param decision how that was decided
   */
  record Ties(List<UnitId> order, String decision) {}
}
