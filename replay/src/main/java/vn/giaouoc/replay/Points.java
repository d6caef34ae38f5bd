package vn.giaouoc.replay;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.cycle.CycleEvent.Beyond;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.regulation.ContestRule;
import vn.giaouoc.shared.regulation.Method.RelativeToBest;
import vn.giaouoc.shared.regulation.Ranks;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.WindowRule.Act;
import vn.giaouoc.shared.regulation.Scale;
import vn.giaouoc.shared.regulation.Scoring;
import vn.giaouoc.shared.regulation.Sheet;
import vn.giaouoc.shared.regulation.Standing;
import vn.giaouoc.shared.regulation.Standing.Outcome;
import vn.giaouoc.shared.regulation.Standing.UnitScore;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.BlocScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.CrossChecked;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Marks;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Recorded;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SelfScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Verified;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.unit.UnitId;

/** The points of score sheets and what a bloc makes of them, from the figures that they tell. */
final class Points {

  private final Past past;

  /** The ranking that was worked out last: every sheet that it freezes rests on it. */
  private @Nullable Told ranking;

  private @Nullable Standing standing;

  Points(Past past) {
    this.past = past;
  }

  /** A regulation that was adopted: of two from the same day the later. */
  static @Nullable Regulation regulation(List<Told> cycle, Predicate<Regulation> which) {
    return cycle.stream()
        .map(Told::event)
        .filter(RegulationAdopted.class::isInstance)
        .map(each -> ((RegulationAdopted) each).regulation())
        .filter(which)
        .reduce((one, next) -> next.validFrom().isBefore(one.validFrom()) ? one : next)
        .orElse(null);
  }

  /** The one in force on a day. */
  static @Nullable Regulation regulationOn(List<Told> cycle, LocalDate day) {
    return regulation(cycle, each -> !each.validFrom().isAfter(day));
  }

  // a sheet

  @Nullable Event computed(ScoreSheetEvent event, Told told) {
    Entered entered = Entered.of(event);
    if (entered == null && !(event instanceof SheetFrozen)) {
      return null;
    }
    Regulation regulation = regulationOn(past.before(event.cycle().stream(), told), told.day());
    if (event instanceof SheetFrozen frozen) {
      return regulation == null ? null : computed(frozen, regulation, told);
    }
    Scored scored = scored(requireNonNull(entered), event.unit(), regulation);
    var explain = regulation == null ? null : regulation.window(Act.EXPLAIN, told.day());
    return switch (event) {
      case SelfScoreEntered self ->
          new SelfScoreEntered(
              self.sheet(),
              self.cycle(),
              self.unit(),
              scored.lines(),
              scored.total(),
              self.late(),
              self.due());
      case CrossChecked check ->
          new CrossChecked(
              check.sheet(),
              check.cycle(),
              check.unit(),
              check.by(),
              scored.lines(),
              scored.total(),
              check.late(),
              explain);
      case BlocScoreEntered bloc ->
          new BlocScoreEntered(
              bloc.sheet(),
              bloc.cycle(),
              bloc.unit(),
              bloc.by(),
              scored.lines(),
              scored.total(),
              bloc.late(),
              explain);
      case Verified verified ->
          new Verified(
              verified.sheet(),
              verified.cycle(),
              verified.unit(),
              scored.lines(),
              scored.total(),
              verified.late(),
              explain);
      default -> null;
    };
  }

  /** What somebody entered in a layer. */
  private record Entered(Layer layer, List<Line> lines, @Nullable BigDecimal total) {

    static @Nullable Entered of(Event event) {
      return switch (event) {
        case SelfScoreEntered self -> new Entered(Layer.SELF, self.lines(), self.total());
        case CrossChecked check -> new Entered(Layer.CROSS_CHECK, check.lines(), check.total());
        case BlocScoreEntered bloc -> new Entered(Layer.BLOC, bloc.lines(), bloc.total());
        case Verified verified -> new Entered(Layer.VERIFIED, verified.lines(), verified.total());
        default -> null;
      };
    }
  }

  private record Scored(List<Line> lines, @Nullable BigDecimal total) {}

  private static Scored scored(Entered entered, UnitId unit, @Nullable Regulation regulation) {
    Scale scale = regulation == null ? null : regulation.scale();
    if (scale == null) { // points are given by hand, and only added up
      return new Scored(
          entered.lines(),
          entered.lines().isEmpty()
              ? entered.total()
              : entered.lines().stream()
                  .map(line -> requireNonNull(line.points(), line.criterion()))
                  .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
    List<Line> lines = entered.lines().stream().map(Points::delivered).toList();
    UnitScore score =
        Scoring.of(requireNonNull(regulation), List.of(Sheet.of(unit, lines)), List.of()).of(unit);
    boolean dependsOnOthers =
        scale.criteria().anyMatch(each -> each.method() instanceof RelativeToBest);
    Map<String, @Nullable BigDecimal> points = new HashMap<>();
    scale
        .criteria()
        .filter(each -> !(each.method() instanceof RelativeToBest))
        .forEach(each -> points.put(each.id(), points(score, each.id())));
    return new Scored(
        lines.stream()
            .map(line -> with(line, points.get(line.criterion()), line.figure()))
            .toList(),
        dependsOnOthers ? null : total(score.outcome()));
  }

  private static @Nullable BigDecimal points(UnitScore score, String criterion) {
    return score.contents().stream()
        .flatMap(content -> content.criteria().stream())
        .filter(each -> each.criterion().equals(criterion))
        .findFirst()
        .map(each -> total(each.outcome()))
        .orElse(null);
  }

  private static @Nullable BigDecimal total(Outcome outcome) {
    return outcome instanceof Standing.Scored scored ? scored.exact().total() : null;
  }

  /** How late something came that the record tells, from the two days beside it. */
  private static Line delivered(Line line) {
    Recorded recorded = line.recorded();
    return recorded == null || recorded.on() == null || !(line.figure() instanceof Sheet.Delivered)
        ? line
        : with(
            line,
            line.points(),
            new Sheet.Delivered(
                recorded.due() == null
                    ? 0
                    : Math.toIntExact(
                        Math.max(0, ChronoUnit.DAYS.between(recorded.due(), recorded.on())))));
  }

  private static Line with(Line line, @Nullable BigDecimal points, Sheet.@Nullable Entry figure) {
    return new Line(
        line.criterion(), points, line.note(), figure, line.evidence(), line.recorded());
  }

  // a ranking

  @Nullable Event computed(BlocScored scored, Told told) {
    Basis basis = Basis.of(scored.basis());
    Regulation regulation = regulationOn(basis.of(scored.cycle().stream(), past), told.day());
    if (regulation == null) {
      return null;
    }
    ContestRule rule = regulation.contest(scored.contest()).orElse(null);
    List<Settled> all =
        regulation.scale() == null
            ? byPoints(scored, basis, regulation)
            : byScale(scored, basis, regulation, told);
    int places = rule == null || rule.places() == null ? Integer.MAX_VALUE : rule.places();
    return new BlocScored(
        scored.cycle(),
        scored.contest(),
        regulation.number(),
        all.stream().filter(each -> each.rank() <= places).toList(),
        scored.excluded(),
        scored.unranked(),
        scored.dropped(),
        scored.ties(),
        scored.reason(),
        scored.basis(),
        rule,
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
            .toList());
  }

  /** Who is ranked, with the points that the bloc settled itself. */
  private static SortedMap<UnitId, @Nullable BigDecimal> ranked(BlocScored scored) {
    SortedMap<UnitId, @Nullable BigDecimal> ranked =
        new TreeMap<>(Comparator.comparing(UnitId::slug));
    scored
        .settled()
        .forEach(each -> ranked.put(each.unit(), each.layer() == null ? each.points() : null));
    scored
        .beyond()
        .forEach(each -> ranked.put(each.unit(), each.layer() == null ? each.points() : null));
    return ranked;
  }

  private static List<UnitId> order(BlocScored scored) {
    return scored.ties() == null ? List.of() : scored.ties().order();
  }

  private List<Settled> byPoints(BlocScored scored, Basis basis, Regulation regulation) {
    Map<UnitId, BigDecimal> points = new LinkedHashMap<>();
    Map<UnitId, Layer> layers = new HashMap<>();
    ranked(scored)
        .forEach(
            (unit, given) -> {
              if (given == null) {
                Entered counting = counting(scored, unit, basis, regulation);
                layers.put(unit, counting.layer());
                points.put(unit, requireNonNull(counting.total(), unit.slug()));
              } else {
                points.put(unit, given);
              }
            });
    List<Settled> settled = new ArrayList<>();
    Ranks.of(points, order(scored))
        .forEach(
            (unit, rank) ->
                settled.add(
                    new Settled(unit, requireNonNull(points.get(unit)), rank, layers.get(unit))));
    return settled;
  }

  private List<Settled> byScale(BlocScored scored, Basis basis, Regulation regulation, Told told) {
    return standing(scored, basis, regulation, told).units().stream()
        .map(
            each -> {
              Standing.Scored whole = (Standing.Scored) each.outcome();
              return new Settled(
                  each.unit(),
                  whole.exact().total(),
                  requireNonNull(each.rank(), each.unit().slug()),
                  counting(scored, each.unit(), basis, regulation).layer(),
                  whole.shown() == null ? null : whole.shown().total(),
                  each.rate(),
                  each.grade());
            })
        .toList();
  }

  private Standing standing(BlocScored scored, Basis basis, Regulation regulation, Told told) {
    if (standing == null || !told.equals(ranking)) {
      List<Sheet> sheets = new ArrayList<>();
      for (UnitId unit : ranked(scored).keySet()) {
        sheets.add(
            Sheet.of(
                unit,
                requireNonNull(regulation.scale())
                    .counting(
                        counting(scored, unit, basis, regulation).lines(),
                        recorded(scored, unit, basis))));
      }
      standing = Scoring.of(regulation.in(scored.contest()), sheets, order(scored));
      ranking = told;
    }
    return standing;
  }

  /** What was entered in the layer that counts. */
  private Entered counting(BlocScored scored, UnitId unit, Basis basis, Regulation regulation) {
    Map<Layer, Entered> layers = new EnumMap<>(Layer.class);
    for (Told each : basis.of(ScoreSheetId.of(scored.cycle(), unit).stream(), past)) {
      Entered entered = Entered.of(each.event());
      if (entered != null) {
        layers.put(entered.layer(), entered);
      }
    }
    return requireNonNull(
        layers.get(regulation.counting(layers.keySet()).orElse(null)), unit.slug());
  }

  /** The figures that the record told when it was ranked: the sheet that it froze keeps them. */
  private List<Line> recorded(BlocScored scored, UnitId unit, Basis basis) {
    String sheet = ScoreSheetId.of(scored.cycle(), unit).stream();
    Told frozen = past.at(sheet, basis.version(sheet) + 1);
    return frozen != null && frozen.event() instanceof SheetFrozen froze
        ? froze.recorded().stream().map(Points::delivered).toList()
        : List.of();
  }

  /** The points that a sheet was frozen with are those of the ranking that froze it. */
  private @Nullable Event computed(SheetFrozen frozen, Regulation regulation, Told told) {
    Told by =
        requireNonNull(
            Past.lastTold(
                past.before(frozen.cycle().stream(), told),
                event -> event instanceof BlocScored scored && freezes(scored, frozen, told)),
            "No ranking froze it");
    BlocScored scored = (BlocScored) by.event();
    return new SheetFrozen(
        frozen.sheet(),
        frozen.cycle(),
        frozen.unit(),
        frozen.contest(),
        regulation.scale() == null
            ? null
            : Marks.of(
                standing(scored, Basis.of(scored.basis()), regulation, by).of(frozen.unit())),
        frozen.recorded().stream().map(Points::delivered).toList(),
        regulation.window(Act.APPEAL, told.day()));
  }

  private static boolean freezes(BlocScored scored, SheetFrozen frozen, Told told) {
    return scored.contest().equals(frozen.contest())
        && Basis.of(scored.basis()).version(told.entry().stream()) + 1 == told.entry().version();
  }
}
