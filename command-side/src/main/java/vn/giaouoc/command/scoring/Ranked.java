package vn.giaouoc.command.scoring;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.scoring.ScoringRejection.EQUAL_POINTS;
import static vn.giaouoc.command.scoring.ScoringRejection.ORDER_OF_UNEQUALS;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_ARE_COMPUTED;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_MISSING;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_UNKNOWN;
import static vn.giaouoc.command.scoring.ScoringRejection.RANK_RULE_UNKNOWN;
import static vn.giaouoc.command.scoring.ScoringRejection.SHEET_RETURNED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.cycle.CycleEvent.Beyond;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.regulation.ContestRule;
import vn.giaouoc.shared.regulation.Ranks;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Scoring;
import vn.giaouoc.shared.regulation.Sheet;
import vn.giaouoc.shared.regulation.Standing;
import vn.giaouoc.shared.regulation.Standing.Gap;
import vn.giaouoc.shared.regulation.Standing.Tie;
import vn.giaouoc.shared.regulation.Standing.UnitScore;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Marks;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The points that count of each unit of a contest, and its rank.
 *
 * @param settled who has a place
 * @param beyond who has none, where the contest has only so many
 * @param marks what the points are made of, where a scale made them
 * @param recorded the lines that the record told of each unit
 */
record Ranked(
    List<Settled> settled,
    List<Beyond> beyond,
    Map<UnitId, Marks> marks,
    Map<UnitId, List<Line>> recorded) {

  /** By the points of the sheets, or those that the bloc settled itself. */
  static Ranked byPoints(
      Regulation regulation,
      @Nullable ContestRule rule,
      SortedMap<UnitId, @Nullable BigDecimal> contestants,
      SortedMap<UnitId, Aggregate<ScoreSheet>> sheets,
      List<UnitId> order) {
    Map<UnitId, BigDecimal> points = new LinkedHashMap<>();
    Map<UnitId, @Nullable Layer> layers = new HashMap<>();
    contestants.forEach(
        (unit, given) -> {
          Aggregate<ScoreSheet> sheet = requireNonNull(sheets.get(unit));
          BigDecimal counts = given;
          if (given != null) {
            Scale.mustBeWellFormed(given);
          } else {
            Layer layer = counting(sheet, unit, regulation);
            layers.put(unit, layer);
            counts = sheet.<@Nullable BigDecimal>invoke(root -> root.points(layer));
          }
          POINTS_MISSING.unless(counts != null, unit.slug());
          Scale.mustFit(requireNonNull(counts), regulation, unit);
          points.put(unit, counts);
        });
    mustBeOrdered(points, order, regulation.scoring(), places(rule));
    List<Settled> settled = new ArrayList<>();
    Ranks.of(points, order)
        .forEach(
            (unit, rank) ->
                settled.add(
                    new Settled(unit, requireNonNull(points.get(unit)), rank, layers.get(unit))));
    return placed(settled, rule, Map.of(), Map.of());
  }

  /** By the scale of the regulation, from the figures of the sheets. */
  static Ranked byScale(
      Regulation regulation,
      @Nullable ContestRule rule,
      SortedMap<UnitId, @Nullable BigDecimal> contestants,
      SortedMap<UnitId, Aggregate<ScoreSheet>> sheets,
      Map<UnitId, List<Line>> recorded,
      List<UnitId> order) {
    vn.giaouoc.shared.regulation.Scale scale = requireNonNull(regulation.scale());
    String clause = scale.clause();
    List<Sheet> figures = new ArrayList<>();
    Map<UnitId, Layer> layers = new HashMap<>();
    contestants.forEach(
        (unit, given) -> {
          POINTS_ARE_COMPUTED.unless(given == null, unit.slug(), clause);
          Aggregate<ScoreSheet> sheet = requireNonNull(sheets.get(unit));
          Layer layer = counting(sheet, unit, regulation);
          POINTS_MISSING.unless(layer != null, unit.slug());
          layers.put(unit, requireNonNull(layer));
          figures.add(
              Sheet.of(
                  unit,
                  scale.counting(
                      sheet.invoke(root -> root.lines(layer)),
                      recorded.getOrDefault(unit, List.of()))));
        });
    Regulation ranking = rule == null ? regulation : regulation.in(rule.id());
    Standing standing = Scoring.of(ranking, figures, order);
    mustBeToldApart(standing, order, clause, places(rule));
    List<Settled> settled = new ArrayList<>();
    Map<UnitId, Marks> marks = new HashMap<>();
    for (UnitScore each : standing.units()) {
      if (each.outcome() instanceof Standing.Unknown unknown) {
        POINTS_UNKNOWN.unless(
            false,
            each.unit().slug()
                + ": "
                + unknown.gaps().stream().map(Gap::vietnamese).collect(Collectors.joining("; ")),
            clause);
      }
      RANK_RULE_UNKNOWN.unless(each.rank() != null, each.unit().slug(), clause);
      Standing.Scored whole = (Standing.Scored) each.outcome();
      settled.add(
          new Settled(
              each.unit(),
              whole.exact().total(),
              requireNonNull(each.rank()),
              layers.get(each.unit()),
              whole.shown() == null ? null : whole.shown().total(),
              each.rate(),
              each.grade()));
      marks.put(each.unit(), Marks.of(each));
    }
    return placed(settled, rule, marks, recorded);
  }

  private static int places(@Nullable ContestRule rule) {
    return rule == null || rule.places() == null ? Integer.MAX_VALUE : rule.places();
  }

  private static Ranked placed(
      List<Settled> all,
      @Nullable ContestRule rule,
      Map<UnitId, Marks> marks,
      Map<UnitId, List<Line>> recorded) {
    int places = places(rule);
    return new Ranked(
        all.stream().filter(each -> each.rank() <= places).toList(),
        all.stream()
            .filter(each -> each.rank() > places)
            .map(
                each ->
                    new Beyond(
                        each.unit(),
                        each.points(),
                        each.layer(),
                        each.shown(),
                        each.rate(),
                        each.grade(),
                        requireNonNull(rule).clause()))
            .toList(),
        marks,
        recorded);
  }

  private static @Nullable Layer counting(
      Aggregate<ScoreSheet> sheet, UnitId unit, Regulation regulation) {
    SHEET_RETURNED.unless(!sheet.invoke(ScoreSheet::isReturned), unit.slug());
    return regulation.counting(sheet.invoke(ScoreSheet::entered)).orElse(null);
  }

  /** Where equal ranks are provided for, or beyond the places, ties need not be resolved. */
  private static void mustBeOrdered(
      Map<UnitId, BigDecimal> points, List<UnitId> order, @Nullable ScoringRule rule, int places) {
    String clause = rule == null ? null : rule.clause();
    Set<UnitId> resolved = new HashSet<>();
    Map<UnitId, Integer> ranks = Ranks.of(points, List.of());
    for (Set<UnitId> equal : Ranks.ties(points)) {
      boolean named = order.containsAll(equal);
      EQUAL_POINTS.unless(
          named
              || (rule != null && rule.equalRanks())
              || equal.stream().allMatch(unit -> requireNonNull(ranks.get(unit)) > places),
          slugs(equal),
          clause);
      if (named) {
        resolved.addAll(equal);
      }
    }
    ORDER_OF_UNEQUALS.unless(
        order.size() == resolved.size() && resolved.containsAll(order), null, clause);
  }

  /** What figures do not tell apart, people do, as the cascade of the regulation says. */
  private static void mustBeToldApart(
      Standing standing, List<UnitId> order, String clause, int places) {
    Set<UnitId> decided = new HashSet<>();
    for (Tie tie : standing.ties()) {
      EQUAL_POINTS.unless(
          tie.how() != Tie.How.OPEN || isBeyond(tie, standing, places),
          slugs(tie.units()),
          tie.step() == null ? clause : tie.step().clause());
      if (tie.how() == Tie.How.BY_DECISION) {
        decided.addAll(tie.units());
      }
    }
    ORDER_OF_UNEQUALS.unless(
        order.size() == new HashSet<>(order).size() && decided.containsAll(order), null, clause);
  }

  private static boolean isBeyond(Tie tie, Standing standing, int places) {
    return tie.units().stream()
        .map(unit -> standing.of(unit).rank())
        .allMatch(rank -> rank != null && rank > places);
  }

  private static String slugs(Iterable<UnitId> units) {
    List<String> slugs = new ArrayList<>();
    units.forEach(unit -> slugs.add(unit.slug()));
    return String.join(", ", slugs);
  }
}
