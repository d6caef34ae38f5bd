package vn.giaouoc.query.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.cycle.Reckoning.Layers;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Scale;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Scale.LayerRule;
import vn.giaouoc.shared.regulation.Scale.Who;
import vn.giaouoc.shared.regulation.Scoring;
import vn.giaouoc.shared.regulation.Sheet;
import vn.giaouoc.shared.regulation.Standing;
import vn.giaouoc.shared.regulation.Standing.Gap;
import vn.giaouoc.shared.regulation.Standing.UnitScore;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What is still missing before units can be ranked: criterion by criterion, and who has to act.
 *
 * @param cycle in which year
 * @param day the day of asking
 * @param regulation the number of the regulation in force; absent where there is no rule yet
 * @param scaled whether it has a scale; where it has none, nothing is missing by criterion
 * @param units what is missing of each
 */
record Missing(
    CycleId cycle, LocalDate day, @Nullable String regulation, boolean scaled, List<OfUnit> units) {

  /** What kind of thing is missing. */
  enum Kind implements Code {
    /** No figure, or not one that the method needs. */
    FIGURE,
    /** No file shows the figure. */
    EVIDENCE,
    /** The unit has not done what the record is to tell. */
    DUTY,
    /** The regulation does not say what is needed. */
    RULE
  }

  /**
   * What is missing of a unit.
   *
   * @param layer whose figures would count now; absent where nothing is entered
   */
  record OfUnit(UnitId unit, @Nullable Layer layer, List<Item> items) {}

  /**
   * One thing that is missing.
   *
   * @param criterion the criterion; absent where it is of a content or of the whole scale
   * @param clause where the regulation has the criterion
   * @param by who has to act
   * @param says what is missing and who has to act, in Vietnamese
   * @param saysEn the same in English
   */
  record Item(
      Kind kind,
      @Nullable String criterion,
      @Nullable String clause,
      List<Who> by,
      String says,
      String saysEn) {}

  /**
   * What is missing of units.
   *
   * @param members all members that are to be ranked: some points are held against those of others
   * @param asked those of whom it is asked
   * @param facts those of all their sheets
   */
  static Missing of(
      Cycle cycle,
      @Nullable Regulation regulation,
      Collection<UnitId> members,
      Collection<UnitId> asked,
      List<Fact> facts,
      LocalDate day) {
    Scale scale = regulation == null ? null : regulation.scale();
    if (regulation == null || scale == null) {
      return new Missing(
          cycle.cycle(), day, regulation == null ? null : regulation.number(), false, List.of());
    }
    Map<String, Long> all = new HashMap<>();
    facts.forEach(fact -> all.put(fact.stream(), Long.MAX_VALUE));
    Map<String, Layers> sheets = new TreeMap<>(Reckoning.layers(facts, all));
    Map<UnitId, List<Line>> told = Reckoning.told(facts);
    Map<UnitId, OfSheet> known = new LinkedHashMap<>();
    List<Sheet> figures = new ArrayList<>();
    for (UnitId unit : members) {
      Layers layers =
          sheets.getOrDefault(
              ScoreSheetId.of(cycle.cycle(), unit).stream(), new Layers(new HashMap<>()));
      Layer counting = regulation.counting(layers.entered().keySet()).orElse(null);
      List<Line> lines = scale.counting(layers.lines(counting), told.getOrDefault(unit, List.of()));
      known.put(unit, new OfSheet(unit, layers, counting, lines));
      figures.add(Sheet.of(unit, lines));
    }
    Standing standing = Scoring.of(regulation, figures, List.of());
    return new Missing(
        cycle.cycle(),
        day,
        regulation.number(),
        true,
        known.values().stream()
            .filter(sheet -> asked.contains(sheet.unit()))
            .map(
                sheet ->
                    new OfUnit(
                        sheet.unit(),
                        sheet.counting(),
                        items(scale, cycle, sheet, standing.of(sheet.unit()))))
            .toList());
  }

  /** A sheet with the lines that count. */
  private record OfSheet(UnitId unit, Layers layers, @Nullable Layer counting, List<Line> lines) {

    /** Whether a file shows the figure of a criterion, in whatever layer it was attached. */
    private boolean shows(String criterion) {
      return layers.entered().keySet().stream()
          .flatMap(layer -> layers.lines(layer).stream())
          .anyMatch(line -> line.criterion().equals(criterion) && !line.evidence().isEmpty());
    }
  }

  private static List<Item> items(Scale scale, Cycle cycle, OfSheet sheet, UnitScore score) {
    Map<String, Criterion> criteria = new LinkedHashMap<>();
    scale.criteria().forEach(each -> criteria.put(each.id(), each));
    Map<String, Step> recorded = scale.recorded();
    List<Item> items = new ArrayList<>();
    for (Gap gap : gaps(score)) {
      Criterion criterion = criteria.get(gap.place());
      Step step = recorded.get(gap.place());
      if (gap.why() == Standing.Why.NOT_STATED) {
        items.add(item(Kind.RULE, criterion, List.of(Who.LEADER), gap));
      } else if (criterion != null && step != null && gap.why() == Standing.Why.FIGURE_MISSING) {
        items.add(duty(criterion, step, cycle));
      } else if (criterion != null) {
        items.add(item(Kind.FIGURE, criterion, by(gap, scale.layers(), sheet), gap));
      }
    }
    for (Line line : sheet.lines()) {
      Criterion criterion = criteria.get(line.criterion());
      if (criterion != null
          && line.figure() != null
          && line.recorded() == null
          && !(line.figure() instanceof Sheet.Unassigned)
          && !sheet.shows(line.criterion())) {
        items.add(
            new Item(
                Kind.EVIDENCE,
                criterion.id(),
                criterion.clause(),
                List.of(Who.UNIT),
                named(criterion) + " chưa có minh chứng. Đơn vị cần đính kèm tệp.",
                named(criterion) + " has no evidence. The unit has to attach a file."));
      }
    }
    return items;
  }

  /** Everything that is not known of a unit, once. */
  private static Set<Gap> gaps(UnitScore score) {
    Set<Gap> gaps = new LinkedHashSet<>();
    Stream.concat(
            score.contents().stream()
                .flatMap(
                    content ->
                        Stream.concat(
                            content.criteria().stream().map(Standing.CriterionScore::outcome),
                            Stream.of(content.outcome()))),
            Stream.of(score.outcome()))
        .forEach(
            outcome -> {
              if (outcome instanceof Standing.Unknown unknown) {
                gaps.addAll(unknown.gaps());
              }
            });
    return gaps;
  }

  /** Who makes a figure known: whoever scores the layer that counts, once the unit has begun. */
  private static List<Who> by(Gap gap, @Nullable LayerRule rule, OfSheet sheet) {
    return switch (gap.why()) {
      case BEST_NOT_KNOWN -> List.of(Who.OTHER_MEMBER);
      case ASSESSORS_MISSING -> List.of(Who.ASSESSORS);
      default ->
          sheet.counting() == null || sheet.counting() == Layer.SELF
              ? List.of(Who.UNIT)
              : scorers(sheet.counting(), rule);
    };
  }

  private static List<Who> scorers(Layer layer, @Nullable LayerRule rule) {
    List<Who> named =
        rule == null
            ? List.of()
            : rule.scores().stream()
                .filter(scorer -> scorer.layer() == layer)
                .map(Scale.Scorer::by)
                .toList();
    return named.isEmpty()
        ? switch (layer) {
          case SELF -> List.of(Who.UNIT);
          case CROSS_CHECK -> List.of(Who.OTHER_MEMBER);
          case BLOC -> List.of(Who.LEADER, Who.DEPUTY);
          case VERIFIED -> List.of(Who.BOARD);
        }
        : named;
  }

  private static Item item(Kind kind, @Nullable Criterion criterion, List<Who> by, Gap gap) {
    return new Item(
        kind,
        criterion == null ? null : criterion.id(),
        criterion == null ? null : criterion.clause(),
        by,
        (criterion == null ? "" : named(criterion) + ". ")
            + gap.vietnamese()
            + ". "
            + (kind == Kind.RULE
                ? "Khối cần bổ sung quy chế."
                : "Cần "
                    + String.join(" hoặc ", by.stream().map(Missing::vietnamese).toList())
                    + "."),
        gap.english()
            + ". "
            + (kind == Kind.RULE
                ? "The bloc has to amend the regulation."
                : "To act: "
                    + String.join(" or ", by.stream().map(Missing::english).toList())
                    + "."));
  }

  /** That the record has nothing to tell yet. */
  private static Item duty(Criterion criterion, Step step, Cycle cycle) {
    LocalDate due =
        cycle.steps().stream()
            .filter(each -> each.step() == step)
            .map(StepInYear::due)
            .findFirst()
            .orElse(null);
    return new Item(
        Kind.DUTY,
        criterion.id(),
        criterion.clause(),
        List.of(Who.UNIT),
        named(criterion)
            + ". Đơn vị chưa "
            + duty(step)
            + (due == null ? "; bước này chưa có thời hạn." : "; thời hạn là " + day(due) + "."),
        named(criterion)
            + ". The unit has not done the step "
            + step.code()
            + (due == null ? "; it has no deadline." : "; it is due on " + due + "."));
  }

  private static String named(Criterion criterion) {
    return criterion.id() + " " + criterion.name();
  }

  private static String day(LocalDate day) {
    return "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  private static String duty(Step step) {
    return switch (step) {
      case PLEDGE -> "ký giao ước";
      case MID_YEAR_REVIEW -> "nộp báo cáo sơ kết";
      case SCORING -> "nộp bảng tự chấm điểm";
      case YEAR_END_REVIEW -> "nộp báo cáo tổng kết";
      case REGULATION, RANKING, AWARD_PROPOSAL, DESIGNATION, HANDOVER -> step.code();
    };
  }

  private static String vietnamese(Who who) {
    return switch (who) {
      case UNIT -> "đơn vị tự chấm và nhập số liệu";
      case OTHER_MEMBER -> "đơn vị thành viên khác nhập số liệu";
      case LEADER -> "khối trưởng nhập số liệu";
      case DEPUTY -> "khối phó nhập số liệu";
      case ASSESSORS -> "người chấm ngoài khối cho điểm";
      case BOARD -> "cơ quan thi đua nhập số liệu";
    };
  }

  private static String english(Who who) {
    return switch (who) {
      case UNIT -> "the unit itself";
      case OTHER_MEMBER -> "other members";
      case LEADER -> "the leader";
      case DEPUTY -> "a deputy";
      case ASSESSORS -> "the assessors";
      case BOARD -> "the board";
    };
  }
}
