package vn.giaouoc.command.scoring;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.scoring.RankingCommand.Given;
import vn.giaouoc.command.scoring.RankingCommand.ScoreBloc;
import vn.giaouoc.command.scoring.RankingCommand.Ties;
import vn.giaouoc.command.scoring.RankingCommand.Unranked;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.unit.UnitId;

/** What was asked of the ranking of a bloc. */
public final class RankingAsked {

  private RankingAsked() {}

  /** The command by which a ranking was made. */
  public static Command of(BlocScored scored, Envelope act) {
    return new ScoreBloc(
        scored.cycle(),
        scored.contest(),
        Stream.concat(
                scored.settled().stream()
                    .map(each -> given(each.unit(), each.layer(), each.points())),
                scored.beyond().stream()
                    .map(each -> given(each.unit(), each.layer(), each.points())))
            .toList(),
        scored.unranked().stream()
            .map(each -> new Unranked(each.unit(), each.reason().words()))
            .toList(),
        scored.ties() == null
            ? null
            : new Ties(scored.ties().order(), scored.ties().decision().words()),
        scored.reason() == null ? null : scored.reason().words(),
        act);
  }

  /** Points that come from a layer of the sheet are read there, and not given. */
  private static Given given(UnitId unit, @Nullable Layer layer, BigDecimal points) {
    return new Given(unit, layer == null ? points : null);
  }
}
