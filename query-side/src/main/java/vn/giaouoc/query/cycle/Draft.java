package vn.giaouoc.query.cycle;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.cycle.Reckoning.ContentMade;
import vn.giaouoc.query.cycle.Reckoning.Layers;
import vn.giaouoc.query.cycle.Reckoning.Said;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Scale;
import vn.giaouoc.shared.regulation.Scoring;
import vn.giaouoc.shared.regulation.Sheet;
import vn.giaouoc.shared.regulation.Standing;
import vn.giaouoc.shared.regulation.Standing.Tie;
import vn.giaouoc.shared.regulation.Standing.UnitScore;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What the standing would be: under the regulation in force, as the sheets are now, or under a
 * draft. Nothing is recorded by it. What is still missing of each unit is named.
 *
 * @param contest among whom
 * @param regulation the number of the regulation that it is worked out by
 * @param inForce whether that is the one in force, and not a draft
 * @param units the best first; who cannot be ranked yet, last
 * @param ties units that are equal, and what becomes of that
 */
record Draft(
    CycleId cycle,
    Contest contest,
    String regulation,
    boolean inForce,
    List<Line> units,
    List<Tie> ties) {

  /**
   * A unit.
   *
   * @param rank its rank in this standing; absent where its points are not known
   * @param points its points as they count
   * @param shown its points as they are printed
   * @param rate its points in percent of what was assigned to it
   * @param grade its class
   * @param rankRecorded its rank in the ranking that is recorded
   * @param pointsRecorded its points there
   * @param differs whether rank or points are other than recorded
   * @param layer whose figures these are
   * @param missing what is not known of it
   * @param contents its points content by content, criterion by criterion
   */
  record Line(
      UnitId unit,
      @Nullable Integer rank,
      @Nullable BigDecimal points,
      @Nullable BigDecimal shown,
      @Nullable BigDecimal rate,
      @Nullable String grade,
      @Nullable Integer rankRecorded,
      @Nullable BigDecimal pointsRecorded,
      boolean differs,
      @Nullable Layer layer,
      List<Said> missing,
      List<ContentMade> contents) {}

  /** The events that a standing rests on. */
  static final Set<Class<? extends Event>> RESTS_ON =
      Set.of(CycleEvent.class, ScoreSheetEvent.class);

  /**
   * The standing of a cycle under a regulation.
   *
   * @param inForce whether the regulation is the one in force
   * @param isFor whom the contest is for, where none of it is recorded
   * @param facts those of the cycle that can be seen
   * @return nothing where the regulation has no scale to go by
   */
  static @Nullable Draft of(
      CycleId cycle,
      Contest contest,
      Regulation whole,
      boolean inForce,
      Predicate<UnitId> isFor,
      List<Fact> facts) {
    Regulation regulation = whole.in(contest);
    Scale scale = regulation.scale();
    if (scale == null) {
      return null;
    }
    Map<UnitId, Settled> recorded = new HashMap<>();
    Set<UnitId> ranked = new HashSet<>();
    recorded(contest, facts, recorded, ranked);
    SortedMap<UnitId, Layers> sheets = sheets(facts);
    sheets.keySet().removeIf(unit -> ranked.isEmpty() ? !isFor.test(unit) : !ranked.contains(unit));
    Map<UnitId, List<ScoreSheetEvent.Line>> told = Reckoning.told(facts);
    Map<UnitId, List<ScoreSheetEvent.Line>> counting = new HashMap<>();
    Map<UnitId, @Nullable Layer> layers = new HashMap<>();
    List<Sheet> figures = new ArrayList<>();
    sheets.forEach(
        (unit, sheet) -> {
          Layer layer = regulation.counting(sheet.entered().keySet()).orElse(null);
          List<ScoreSheetEvent.Line> counts =
              scale.counting(sheet.lines(layer), told.getOrDefault(unit, List.of()));
          layers.put(unit, layer);
          counting.put(unit, counts);
          figures.add(Sheet.of(unit, counts));
        });
    Standing standing = Scoring.of(regulation, figures, List.of());
    List<Line> lines = new ArrayList<>();
    for (UnitScore score : standing.units()) {
      lines.add(
          line(
              scale,
              score,
              recorded.get(score.unit()),
              layers.get(score.unit()),
              requireNonNull(counting.get(score.unit()))));
    }
    return new Draft(cycle, contest, regulation.number(), inForce, lines, standing.ties());
  }

  private static Line line(
      Scale scale,
      UnitScore score,
      @Nullable Settled recorded,
      @Nullable Layer layer,
      List<ScoreSheetEvent.Line> counting) {
    BigDecimal points =
        score.outcome() instanceof Standing.Scored made ? made.exact().total() : null;
    return new Line(
        score.unit(),
        score.rank(),
        points,
        score.outcome() instanceof Standing.Scored made && made.shown() != null
            ? made.shown().total()
            : null,
        score.rate(),
        score.grade(),
        recorded == null ? null : recorded.rank(),
        recorded == null ? null : recorded.points(),
        recorded != null
            && (points == null
                || points.compareTo(recorded.points()) != 0
                || score.rank() == null
                || score.rank() != recorded.rank()),
        layer,
        score.outcome() instanceof Standing.Unknown unknown
            ? Said.ofGaps(unknown.gaps())
            : List.of(),
        Reckoning.contents(scale, score, counting));
  }

  /** The places that are recorded, and all who took part: also those beyond the places. */
  private static void recorded(
      Contest contest, List<Fact> facts, Map<UnitId, Settled> recorded, Set<UnitId> ranked) {
    for (Fact fact : facts) {
      if (fact.event() instanceof BlocScored scored && scored.contest().equals(contest)) {
        recorded.clear();
        ranked.clear();
        scored.settled().forEach(each -> recorded.put(each.unit(), each));
        ranked.addAll(recorded.keySet());
        scored.beyond().forEach(each -> ranked.add(each.unit()));
      }
    }
  }

  private static SortedMap<UnitId, Layers> sheets(List<Fact> facts) {
    Map<String, Long> all = new HashMap<>();
    Map<String, UnitId> units = new HashMap<>();
    for (Fact fact : facts) {
      if (fact.event() instanceof ScoreSheetEvent event) {
        all.put(fact.stream(), Long.MAX_VALUE);
        units.put(fact.stream(), event.unit());
      }
    }
    SortedMap<UnitId, Layers> sheets = new TreeMap<>(Comparator.comparing(UnitId::slug));
    Reckoning.layers(facts, all)
        .forEach((stream, layers) -> sheets.put(requireNonNull(units.get(stream)), layers));
    return sheets;
  }
}
