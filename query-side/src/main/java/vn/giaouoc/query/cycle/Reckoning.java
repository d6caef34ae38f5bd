package vn.giaouoc.query.cycle;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.scoring.Sheet.Score;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.Beyond;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Scale;
import vn.giaouoc.shared.regulation.Scoring;
import vn.giaouoc.shared.regulation.Sheet;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.regulation.Standing;
import vn.giaouoc.shared.regulation.Standing.Gap;
import vn.giaouoc.shared.regulation.Standing.Outcome;
import vn.giaouoc.shared.regulation.Standing.UnitScore;
import vn.giaouoc.shared.regulation.Working;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Recorded;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * How the points of a unit came about: from the figures of its sheet, by the scale of the
 * regulation, step by step. It is worked out again, by the arithmetic that decided, from what the
 * ranking rested on, and says whether the same comes out as is recorded.
 *
 * @param contest among whom
 * @param regulation by which regulation, and where that was adopted
 * @param layer whose figures count
 * @param entered where they were entered
 * @param points as they count
 * @param shown as they are printed
 * @param reproduced whether what is recorded comes out again
 * @param contents content by content
 * @param steps how the contents become the total
 */
record Reckoning(
    Contest contest,
    Ruled regulation,
    @Nullable Layer layer,
    @Nullable Told entered,
    BigDecimal points,
    @Nullable BigDecimal shown,
    boolean reproduced,
    List<ContentMade> contents,
    List<Said> steps) {

  /** An event. */
  record Told(String stream, long version, String eventId, long position) {

    private static Told of(Fact fact) {
      return new Told(fact.stream(), fact.version(), fact.eventId(), fact.position());
    }
  }

  /** A regulation, and the event by which it was adopted. */
  record Ruled(String number, String title, String clause, Told adopted) {}

  /** A step of the calculation in words. */
  record Said(String says, String saysEn) {

    static List<Said> of(List<Working> workings) {
      return workings.stream().map(each -> new Said(each.vietnamese(), each.english())).toList();
    }

    static List<Said> ofGaps(List<Gap> gaps) {
      return gaps.stream().map(each -> new Said(each.vietnamese(), each.english())).toList();
    }
  }

  /**
   * How the points of a content came about.
   *
   * @param unknown what is not known of it; then it has no points
   */
  record ContentMade(
      String id,
      String name,
      String clause,
      @Nullable BigDecimal points,
      @Nullable BigDecimal shown,
      List<Said> unknown,
      List<Said> steps,
      List<CriterionMade> criteria) {}

  /**
   * How the points of a criterion came about.
   *
   * @param figure what was entered; absent where nothing was
   * @param evidence what shows it
   * @param note what was written beside it
   * @param recorded what the record tells, and by which event, where nobody entered the figure
   * @param assigned whether it was assigned to the unit
   */
  record CriterionMade(
      String id,
      String name,
      String clause,
      @Nullable Entry figure,
      List<FileId> evidence,
      @Nullable Words note,
      @Nullable Recorded recorded,
      boolean assigned,
      @Nullable BigDecimal points,
      @Nullable BigDecimal shown,
      List<Said> unknown,
      List<Said> steps) {}

  /** What a ranking says of a unit; without a rank, where it is beyond the places. */
  private record Placed(
      UnitId unit,
      BigDecimal points,
      @Nullable Integer rank,
      @Nullable Layer layer,
      @Nullable BigDecimal shown) {

    static List<Placed> of(BlocScored scored) {
      List<Placed> all = new ArrayList<>();
      for (Settled each : scored.settled()) {
        all.add(new Placed(each.unit(), each.points(), each.rank(), each.layer(), each.shown()));
      }
      for (Beyond each : scored.beyond()) {
        all.add(new Placed(each.unit(), each.points(), null, each.layer(), each.shown()));
      }
      return all;
    }
  }

  /**
   * The reckoning of a unit's points in the last ranking that a scale made of it.
   *
   * @param contest in which contest; absent: in whichever ranked it last
   * @param facts those of the cycle that can be seen
   * @return nothing where no scale ranked it, or not all that the ranking rests on can be seen
   */
  static @Nullable Reckoning of(UnitId unit, @Nullable Contest contest, List<Fact> facts) {
    Fact ranking = null;
    for (Fact fact : facts) {
      if (fact.event() instanceof BlocScored scored
          && (contest == null || scored.contest().equals(contest))
          && Placed.of(scored).stream().anyMatch(each -> each.unit().equals(unit))) {
        ranking = fact;
      }
    }
    if (ranking == null) {
      return null;
    }
    BlocScored scored = (BlocScored) ranking.event();
    Fact adopted = adopted(scored, ranking.position(), facts);
    if (adopted == null) {
      return null;
    }
    Regulation regulation = ((RegulationAdopted) adopted.event()).regulation().in(scored.contest());
    Scale scale = regulation.scale();
    if (scale == null) {
      return null;
    }
    SortedMap<String, Layers> sheets = layers(facts, versions(scored.basis()));
    List<Sheet> figures = new ArrayList<>();
    for (Placed each : Placed.of(scored)) {
      Layers layers = sheets.get(sheet(scored, each.unit()));
      if (layers == null || !layers.entered().containsKey(each.layer())) {
        return null;
      }
      figures.add(
          Sheet.of(
              each.unit(),
              scale.counting(
                  layers.lines(each.layer()),
                  recorded(each.unit(), scored.contest(), facts, ranking))));
    }
    Standing standing =
        Scoring.of(regulation, figures, scored.ties() == null ? List.of() : scored.ties().order());
    UnitScore score = standing.of(unit);
    Placed settled =
        Placed.of(scored).stream()
            .filter(each -> each.unit().equals(unit))
            .findFirst()
            .orElseThrow();
    Layers own = requireNonNull(sheets.get(sheet(scored, unit)));
    return new Reckoning(
        scored.contest(),
        new Ruled(regulation.number(), regulation.title(), scale.clause(), Told.of(adopted)),
        settled.layer(),
        Told.of(requireNonNull(own.entered().get(settled.layer()))),
        settled.points(),
        settled.shown(),
        isAsRecorded(standing, scored, facts, ranking),
        contents(
            scale,
            score,
            scale.counting(
                own.lines(settled.layer()), recorded(unit, scored.contest(), facts, ranking))),
        Said.of(score.workings()));
  }

  /** What stands in the layers of a sheet, and the event that entered each. */
  record Layers(Map<Layer, Fact> entered) {

    List<Line> lines(@Nullable Layer layer) {
      Fact fact = layer == null ? null : entered.get(layer);
      Score score =
          fact == null ? null : Score.of((ScoreSheetEvent) fact.event(), fact.occurredOn());
      return score == null ? List.of() : score.lines();
    }
  }

  /**
   * The layers of each sheet.
   *
   * @param upTo the last version of each sheet that counts; sheets that are not in it are left out
   */
  static SortedMap<String, Layers> layers(List<Fact> facts, Map<String, Long> upTo) {
    SortedMap<String, Layers> sheets = new TreeMap<>();
    for (Fact fact : facts) {
      if (fact.event() instanceof ScoreSheetEvent event
          && fact.version() <= upTo.getOrDefault(fact.stream(), -1L)) {
        Score score = Score.of(event, fact.occurredOn());
        if (score != null) {
          sheets
              .computeIfAbsent(fact.stream(), any -> new Layers(new HashMap<>()))
              .entered()
              .put(score.layer(), fact);
        }
      }
    }
    return sheets;
  }

  /** What the record told last of each unit, when its sheet was entered or frozen. */
  static Map<UnitId, List<Line>> told(List<Fact> facts) {
    Map<UnitId, List<Line>> told = new HashMap<>();
    for (Fact fact : facts) {
      if (fact.event() instanceof ScoreSheetEvent event) {
        Score score = Score.of(event, fact.occurredOn());
        if (event instanceof SheetFrozen frozen) {
          told.put(event.unit(), frozen.recorded());
        } else if (score != null) {
          told.put(
              event.unit(),
              score.lines().stream().filter(line -> line.recorded() != null).toList());
        }
      }
    }
    return told;
  }

  private static @Nullable Fact adopted(BlocScored scored, long before, List<Fact> facts) {
    Fact adopted = null;
    for (Fact fact : facts) {
      if (fact.event() instanceof RegulationAdopted adoption
          && fact.position() < before
          && adoption.regulation().number().equals(scored.regulation())
          && (adopted == null || adopted.position() < fact.position())) {
        adopted = fact;
      }
    }
    return adopted;
  }

  private static Map<String, Long> versions(List<String> basis) {
    Map<String, Long> versions = new HashMap<>();
    for (String each : basis) {
      int at = each.lastIndexOf('@');
      versions.put(each.substring(0, at), Long.parseLong(each.substring(at + 1)));
    }
    return versions;
  }

  private static String sheet(BlocScored scored, UnitId unit) {
    return ScoreSheetId.of(scored.cycle(), unit).stream();
  }

  /** Points and ranks of all units, and of each its criteria. */
  private static boolean isAsRecorded(
      Standing standing, BlocScored scored, List<Fact> facts, Fact ranking) {
    for (Placed each : Placed.of(scored)) {
      UnitScore score = standing.of(each.unit());
      boolean same =
          score.outcome() instanceof Standing.Scored made
              && made.exact().total().compareTo(each.points()) == 0
              && score.rank() != null
              && (each.rank() == null || score.rank().equals(each.rank()));
      if (!same || !marksAreAsRecorded(score, scored, facts, ranking)) {
        return false;
      }
    }
    return true;
  }

  /** The freezing of a sheet by a ranking. */
  private static @Nullable SheetFrozen frozen(
      UnitId unit, Contest contest, List<Fact> facts, Fact ranking) {
    for (Fact fact : facts) {
      if (fact.event() instanceof SheetFrozen each
          && each.unit().equals(unit)
          && each.contest().equals(contest)
          && fact.position() > ranking.position()) {
        return each;
      }
    }
    return null;
  }

  /** The lines that the record told when a ranking was made. */
  private static List<Line> recorded(UnitId unit, Contest contest, List<Fact> facts, Fact ranking) {
    SheetFrozen frozen = frozen(unit, contest, facts, ranking);
    return frozen == null ? List.of() : frozen.recorded();
  }

  private static boolean marksAreAsRecorded(
      UnitScore score, BlocScored scored, List<Fact> facts, Fact ranking) {
    SheetFrozen frozen = frozen(score.unit(), scored.contest(), facts, ranking);
    if (frozen == null || frozen.marks() == null) {
      return false;
    }
    Map<String, BigDecimal> recorded = new HashMap<>();
    frozen
        .marks()
        .criteria()
        .forEach(
            mark -> {
              if (mark.points() != null) {
                recorded.put(mark.of(), mark.points());
              }
            });
    return score.contents().stream()
        .flatMap(content -> content.criteria().stream())
        .allMatch(
            criterion -> {
              BigDecimal before = recorded.get(criterion.criterion());
              return criterion.outcome() instanceof Standing.Scored made
                  ? before != null && before.compareTo(made.exact().total()) == 0
                  : before == null;
            });
  }

  /** What was made of each content, with what was entered. */
  static List<ContentMade> contents(Scale scale, UnitScore score, List<Line> lines) {
    Map<String, Line> entered = new HashMap<>();
    lines.forEach(line -> entered.put(line.criterion(), line));
    List<ContentMade> contents = new ArrayList<>();
    for (int i = 0; i < score.contents().size(); i++) {
      Standing.ContentScore content = score.contents().get(i);
      Scale.Content rule = scale.contents().get(i);
      List<CriterionMade> criteria = new ArrayList<>();
      for (int j = 0; j < content.criteria().size(); j++) {
        criteria.add(
            criterion(
                rule.criteria().get(j),
                content.criteria().get(j),
                entered.get(content.criteria().get(j).criterion())));
      }
      contents.add(
          new ContentMade(
              content.content(),
              rule.name(),
              content.clause(),
              points(content.outcome()),
              shown(content.outcome()),
              unknown(content.outcome()),
              Said.of(content.workings()),
              criteria));
    }
    return contents;
  }

  private static CriterionMade criterion(
      Scale.Criterion rule, Standing.CriterionScore score, @Nullable Line line) {
    return new CriterionMade(
        score.criterion(),
        rule.name(),
        score.clause(),
        line == null ? null : line.figure(),
        line == null ? List.of() : line.evidence(),
        line == null ? null : line.note(),
        line == null ? null : line.recorded(),
        !(score.outcome() instanceof Standing.NotAssigned),
        points(score.outcome()),
        shown(score.outcome()),
        unknown(score.outcome()),
        Said.of(score.workings()));
  }

  private static @Nullable BigDecimal points(Outcome outcome) {
    return outcome instanceof Standing.Scored scored ? scored.exact().total() : null;
  }

  private static @Nullable BigDecimal shown(Outcome outcome) {
    return outcome instanceof Standing.Scored scored && scored.shown() != null
        ? scored.shown().total()
        : null;
  }

  private static List<Said> unknown(Outcome outcome) {
    return outcome instanceof Standing.Unknown unknown ? Said.ofGaps(unknown.gaps()) : List.of();
  }
}
