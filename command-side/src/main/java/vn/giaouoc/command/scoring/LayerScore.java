package vn.giaouoc.command.scoring;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.scoring.ScoringRejection.CRITERION_NAMED_TWICE;
import static vn.giaouoc.command.scoring.ScoringRejection.FIGURE_DOES_NOT_FIT;
import static vn.giaouoc.command.scoring.ScoringRejection.FIGURE_IS_ON_RECORD;
import static vn.giaouoc.command.scoring.ScoringRejection.NOTHING_ENTERED;
import static vn.giaouoc.command.scoring.ScoringRejection.NOT_A_CRITERION;
import static vn.giaouoc.command.scoring.ScoringRejection.NO_SCALE;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_ARE_COMPUTED;
import static vn.giaouoc.command.scoring.ScoringRejection.TOTAL_DIFFERS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Enter;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Points;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Scores;
import vn.giaouoc.shared.regulation.Method;
import vn.giaouoc.shared.regulation.Method.RelativeToBest;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Scoring;
import vn.giaouoc.shared.regulation.Sheet;
import vn.giaouoc.shared.regulation.Standing;
import vn.giaouoc.shared.regulation.Standing.CriterionScore;
import vn.giaouoc.shared.regulation.Standing.UnitScore;
import vn.giaouoc.shared.regulation.Standing.Unknown;
import vn.giaouoc.shared.regulation.Standing.Why;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;

/**
 * What somebody enters in a layer, with its points: those that the scale of the regulation makes of
 * the figures, or where it has none, those that are given by hand.
 *
 * @param recorded the lines that the record tells
 * @param total absent where some figure is not entered yet, or depends on other units
 */
record LayerScore(List<Points> lines, List<Line> recorded, @Nullable BigDecimal total) {

  /** Figures that this layer will never make fit, whatever else is entered. */
  private static final Set<Why> DOES_NOT_FIT =
      EnumSet.of(Why.OF_ANOTHER_KIND, Why.OUT_OF_RANGE, Why.IN_NO_BAND);

  /**
   * What somebody enters.
   *
   * @param recorded the lines that the record tells
   */
  static LayerScore of(Enter command, @Nullable Regulation regulation, List<Line> recorded) {
    Scores scores = command.scores();
    NOTHING_ENTERED.unless(
        scores.total() != null || !scores.lines().isEmpty() || !recorded.isEmpty());
    Set<String> criteria = new HashSet<>();
    scores
        .lines()
        .forEach(
            line -> CRITERION_NAMED_TWICE.unless(criteria.add(line.criterion()), line.criterion()));
    return regulation == null || regulation.scale() == null
        ? byHand(command, scores, regulation)
        : byScale(command, scores, regulation, recorded);
  }

  private static LayerScore byHand(Enter command, Scores scores, @Nullable Regulation regulation) {
    for (Points line : scores.lines()) {
      NO_SCALE.unless(line.figure() == null, line.criterion());
      NOTHING_ENTERED.unless(line.points() != null, line.criterion());
    }
    Stream.concat(scores.lines().stream().map(Points::points), Stream.ofNullable(scores.total()))
        .forEach(points -> Scale.mustBeWellFormed(requireNonNull(points)));
    BigDecimal sum =
        scores.lines().stream()
            .map(line -> requireNonNull(line.points()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    TOTAL_DIFFERS.unless(
        scores.total() == null || scores.lines().isEmpty() || scores.total().compareTo(sum) == 0,
        sum.toPlainString());
    BigDecimal total = scores.total() == null ? sum : scores.total();
    Scale.mustFit(total, regulation, command.unit());
    return new LayerScore(scores.lines(), List.of(), total);
  }

  private static LayerScore byScale(
      Enter command, Scores scores, Regulation regulation, List<Line> recorded) {
    vn.giaouoc.shared.regulation.Scale scale = requireNonNull(regulation.scale());
    POINTS_ARE_COMPUTED.unless(scores.total() == null, "total", scale.clause());
    Map<String, Criterion> criteria = new HashMap<>();
    scale.criteria().forEach(each -> criteria.put(each.id(), each));
    Map<String, Sheet.Entry> figures = new HashMap<>();
    for (Points line : scores.lines()) {
      Criterion criterion = criteria.get(line.criterion());
      NOT_A_CRITERION.unless(criterion != null, line.criterion(), scale.clause());
      String clause = requireNonNull(criterion).clause();
      FIGURE_IS_ON_RECORD.unless(
          !scale.recorded().containsKey(line.criterion()), line.criterion(), clause);
      POINTS_ARE_COMPUTED.unless(line.points() == null, line.criterion(), clause);
      NOTHING_ENTERED.unless(line.figure() != null, line.criterion(), clause);
      if (line.figure() instanceof Sheet.Counted counted) {
        // an event is for ever, and no place for a text
        FIGURE_DOES_NOT_FIT.unless(
            items(criterion.method()).containsAll(counted.counts().keySet()),
            line.criterion(),
            clause);
      }
      figures.put(line.criterion(), requireNonNull(line.figure()));
    }
    recorded.forEach(line -> figures.put(line.criterion(), requireNonNull(line.figure())));
    UnitScore score =
        Scoring.of(regulation, List.of(new Sheet(command.unit(), figures)), List.of())
            .of(command.unit());
    Map<String, @Nullable BigDecimal> points = new HashMap<>();
    boolean dependsOnOthers = false;
    for (CriterionScore each :
        score.contents().stream().flatMap(content -> content.criteria().stream()).toList()) {
      if (requireNonNull(criteria.get(each.criterion())).method() instanceof RelativeToBest) {
        dependsOnOthers = true;
      } else {
        points.put(each.criterion(), points(each, figures.containsKey(each.criterion())));
      }
    }
    List<Points> lines = new ArrayList<>();
    for (Points line : scores.lines()) {
      lines.add(
          new Points(
              line.criterion(),
              points.get(line.criterion()),
              line.note(),
              line.figure(),
              line.evidence()));
    }
    return new LayerScore(
        lines,
        recorded.stream()
            .map(
                line ->
                    new Line(
                        line.criterion(),
                        points.get(line.criterion()),
                        null,
                        line.figure(),
                        List.of(),
                        line.recorded()))
            .toList(),
        !dependsOnOthers && score.outcome() instanceof Standing.Scored whole
            ? whole.exact().total()
            : null);
  }

  /** What a method counts. */
  private static Set<String> items(@Nullable Method method) {
    List<Method.Item> items =
        switch (method) {
          case Method.PerItem each -> each.items();
          case Method.ExternalAward each -> each.awards();
          case Method.Penalties each -> each.items();
          case Method.PlusMinus each -> each.items();
          case null, default -> List.of();
        };
    return items.stream().map(Method.Item::id).collect(Collectors.toSet());
  }

  private static @Nullable BigDecimal points(CriterionScore score, boolean entered) {
    return switch (score.outcome()) {
      case Standing.Scored scored -> scored.exact().total();
      case Standing.NotAssigned _ -> null;
      case Unknown unknown -> {
        unknown.gaps().stream()
            .filter(gap -> entered && DOES_NOT_FIT.contains(gap.why()))
            .findFirst()
            .ifPresent(gap -> FIGURE_DOES_NOT_FIT.unless(false, gap.vietnamese(), score.clause()));
        yield null;
      }
    };
  }
}
