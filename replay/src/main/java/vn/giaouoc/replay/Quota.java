package vn.giaouoc.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.award.AllotmentEvent.ShareTaken;
import vn.giaouoc.shared.award.AwardEvent.ProposalWithdrawn;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.Drawing;
import vn.giaouoc.shared.cycle.CycleEvent.Proposal;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.regulation.AwardRule;
import vn.giaouoc.shared.regulation.CountRule.Fixed;
import vn.giaouoc.shared.regulation.CountRule.Places;
import vn.giaouoc.shared.regulation.CountRule.Ratio;
import vn.giaouoc.shared.regulation.CountRule.Ratio.Of;
import vn.giaouoc.shared.regulation.Proposals;
import vn.giaouoc.shared.regulation.Proposals.Contender;
import vn.giaouoc.shared.regulation.Proposals.Drawn;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The rank of each proposal, and how many there may be. Who is drawn depends on conditions that
 * other years, reports and people tell: that is decided again, and not worked out here.
 */
final class Quota {

  private final Past past;

  Quota(Past past) {
    this.past = past;
  }

  @Nullable Event computed(AwardsProposed proposed, Told told) {
    Basis basis = Basis.of(proposed.basis());
    List<Told> cycle = basis.of(proposed.cycle().stream(), past);
    BlocScored ranking =
        Past.last(cycle, BlocScored.class, each -> each.contest().equals(proposed.contest()));
    Map<UnitId, Integer> ranks = new HashMap<>();
    if (ranking != null) {
      ranking.settled().forEach(each -> ranks.put(each.unit(), each.rank()));
    }
    Regulation regulation = Points.regulationOn(cycle, told.day());
    return new AwardsProposed(
        proposed.cycle(),
        proposed.title(),
        proposed.authority(),
        proposed.track(),
        proposed.contest(),
        proposed.yearOfMerit(),
        regulation == null ? null : regulation.number(),
        proposed.proposals().stream()
            .map(
                each ->
                    new Proposal(each.award(), each.unit(), ranks.get(each.unit()), each.reason()))
            .toList(),
        proposed.basis(),
        proposed.drawing() == null || regulation == null
            ? null
            : drawing(proposed, proposed.drawing(), regulation, ranking, cycle, basis));
  }

  private Drawing drawing(
      AwardsProposed proposed,
      Drawing told,
      Regulation regulation,
      @Nullable BlocScored ranking,
      List<Told> cycle,
      Basis basis) {
    AwardRule rule =
        regulation.awards().stream()
            .filter(each -> each.clause().equals(told.clause()))
            .filter(each -> each.title() == proposed.title() && each.track() == proposed.track())
            .filter(each -> each.isGivenIn(proposed.contest()))
            .findFirst()
            .orElseThrow();
    if (rule.spansBlocs()) {
      return told; // rests on the rankings of all these blocs
    }
    int before =
        (int)
            cycle.stream()
                .map(Told::event)
                .filter(
                    each ->
                        each instanceof AwardsProposed earlier
                            && isOfTheSame(earlier, proposed, told))
                .flatMap(each -> ((AwardsProposed) each).proposals().stream())
                .filter(each -> stands(basis.of(each.award().stream(), past)))
                .count();
    boolean counts =
        switch (rule.count()) {
          case Fixed _, Places _ -> true;
          case Ratio ratio -> ratio.of() != Of.ELIGIBLE;
          case null, default -> false;
        };
    if (!counts) {
      return new Drawing(told.how(), rule.clause(), told.number(), told.count(), before);
    }
    Drawn drawn =
        Proposals.draw(regulation, proposed.contest(), field(ranking, told), List.of(), Map.of())
            .stream()
            .filter(each -> each.rule().equals(rule))
            .findFirst()
            .orElseThrow();
    return new Drawing(told.how(), rule.clause(), drawn.number(), drawn.count(), before);
  }

  private static boolean isOfTheSame(
      AwardsProposed earlier, AwardsProposed proposed, Drawing told) {
    return earlier.title() == proposed.title()
        && earlier.track() == proposed.track()
        && earlier.contest().equals(proposed.contest())
        && earlier.drawing() != null
        && earlier.drawing().clause().equals(told.clause());
  }

  private static boolean stands(List<Told> award) {
    return Past.last(award, ProposalWithdrawn.class) == null;
  }

  /**
   * Those who are ranked, and as many members besides as the event tells: how many a bloc has on a
   * day is in its roll and not in the basis.
   */
  private static List<Contender> field(@Nullable BlocScored ranking, Drawing told) {
    List<Contender> field = new ArrayList<>();
    for (Settled each : ranking == null ? List.<Settled>of() : ranking.settled()) {
      field.add(contender(each.unit(), each.rank(), each.points()));
    }
    int members =
        Stream.ofNullable(told.count().isEmpty() ? null : told.count().getFirst().inputs())
            .map(inputs -> inputs.getOrDefault("whole", BigDecimal.ZERO))
            .mapToInt(BigDecimal::intValue)
            .sum();
    for (int i = field.size(); i < members; i++) {
      field.add(contender(UnitId.of("member-" + i), null, null));
    }
    return field;
  }

  private static Contender contender(
      UnitId unit, @Nullable Integer rank, @Nullable BigDecimal points) {
    return new Contender(unit, rank, points, null, null, false, null, Map.of(), Map.of());
  }

  @Nullable Event computed(ShareTaken share, Told told) {
    List<AwardId> taken =
        past.before(told).stream()
            .map(Told::event)
            .filter(ShareTaken.class::isInstance)
            .flatMap(each -> ((ShareTaken) each).awards().stream())
            .toList();
    return new ShareTaken(
        share.allotment(),
        share.bloc(),
        share.cycle(),
        share.rule(),
        share.rule().number() == null ? share.number() : share.rule().number(),
        (int) taken.stream().filter(each -> stands(past.before(each.stream(), told))).count(),
        share.awards());
  }
}
