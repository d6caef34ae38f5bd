package vn.giaouoc.query.cycle;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.pledge.Pledge;
import vn.giaouoc.query.scoring.Sheet.Score;
import vn.giaouoc.query.spreadsheet.Table;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeId;
import vn.giaouoc.shared.pledge.Result;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.regulation.Method;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Sheet;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.spreadsheet.Column;
import vn.giaouoc.shared.spreadsheet.Form;
import vn.giaouoc.shared.spreadsheet.Say;
import vn.giaouoc.shared.unit.UnitId;

/** Forms to be filled in, with what is known already, as far as who asks may see it. */
final class Templates {

  private static final String BLOC = "bloc";
  private static final int ROWS_TO_FILL_IN = 10;

  private final CycleId cycle;
  private final Form form;
  private final @Nullable Regulation regulation;
  private final View view;
  private final List<Fact> facts;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  private Templates(CycleId cycle, Form form, @Nullable Regulation regulation, View view) {
    this.cycle = cycle;
    this.form = form;
    this.regulation = regulation;
    this.view = view;
    this.facts = view.facts(cycle);
  }

  /**
   * A form.
   *
   * @param regulation the one in force; absent where there is none
   * @param parties whose rows it has; {@code null} among them is the bloc itself
   */
  static Table of(
      CycleId cycle,
      Form form,
      @Nullable Regulation regulation,
      Collection<@Nullable UnitId> parties,
      View view) {
    Templates template = new Templates(cycle, form, regulation, view);
    Map<String, String> names = view.names(parties.stream().filter(each -> each != null).toList());
    for (UnitId party : parties) {
      String name =
          party == null ? "Khối thi đua" : names.getOrDefault(party.stream(), party.slug());
      switch (form) {
        case TARGETS -> template.targets(party, name, parties.size() == 1);
        case MID_YEAR_REVIEW -> template.report(party, name, Stage.MID_YEAR);
        case YEAR_END_REPORT -> template.report(party, name, Stage.YEAR_END);
        case SELF_SCORES, CROSS_CHECKS, BLOC_SCORES, VERIFICATIONS -> {
          if (party != null) {
            template.scores(party, name);
          }
        }
      }
    }
    return new Table(
        "Biểu mẫu",
        form.title().toUpperCase(Locale.forLanguageTag("vi")),
        List.of(
            "Năm thi đua: "
                + cycle.slug()
                + ". Điền vào các ô trống; giữ nguyên hàng tiêu đề và"
                + " các cột mã.",
            "Viết số như 1234,5 hoặc 1.234,5. Để trống là chưa có số liệu, không phải là 0.",
            Exports.taken(view.answer(cycle).asked())),
        template.columns(),
        template.rows);
  }

  private List<Table.Col> columns() {
    return form.columns().stream()
        .map(
            column ->
                switch (column) {
                  case UNIT -> new Table.Col(column.heading(), 24);
                  case UNIT_NAME -> new Table.Col(column.heading(), 24);
                  case INDICATOR, CRITERION_NAME -> new Table.Col(column.heading(), 34);
                  case ITEM_NAME, HOW, NOTE -> new Table.Col(column.heading(), 22);
                  case TARGET -> new Table.Col(column.heading(), 16);
                  case DIRECTION -> new Table.Col(column.heading(), 16, Say.DIRECTIONS.keySet());
                  case KIND -> new Table.Col(column.heading(), 16, Say.KINDS.keySet());
                  default -> new Table.Col(column.heading(), 12);
                })
        .toList();
  }

  private void add(Map<Column, ? extends @Nullable Object> cells) {
    List<@Nullable Object> row = new ArrayList<>();
    for (Column column : form.columns()) {
      row.add(cells.get(column));
    }
    rows.add(row);
  }

  private static Map<Column, @Nullable Object> of(@Nullable UnitId party, String name) {
    Map<Column, @Nullable Object> cells = new EnumMap<>(Column.class);
    cells.put(Column.UNIT, party == null ? BLOC : party.slug());
    cells.put(Column.UNIT_NAME, name);
    return cells;
  }

  private void targets(@Nullable UnitId party, String name, boolean alone) {
    List<Pledge.Goal> goals = pledge(party).goals();
    for (Pledge.Goal goal : goals) {
      Target target = goal.target();
      Map<Column, @Nullable Object> cells = target(party, name, target);
      cells.put(Column.CONTENT, target.content());
      cells.put(Column.DIRECTION, Say.of(Say.DIRECTIONS, target.direction()).orElse(null));
      cells.put(Column.KIND, Say.of(Say.KINDS, target.kind()).orElse(null));
      cells.put(Column.PROMISED, target.amount());
      cells.put(Column.PROMISED_UP_TO, target.upTo());
      cells.put(Column.BASELINE, target.baseline());
      add(cells);
    }
    for (int i = 0; i < (alone ? ROWS_TO_FILL_IN : goals.isEmpty() ? 1 : 0); i++) {
      add(of(party, name));
    }
  }

  private void report(@Nullable UnitId party, String name, Stage stage) {
    for (Pledge.Goal goal : pledge(party).goals()) {
      Map<Column, @Nullable Object> cells = target(party, name, goal.target());
      cells.put(
          Column.PROMISED,
          goal.target().upTo() == null ? goal.target().amount() : range(goal.target()));
      goal.results().stream()
          .filter(each -> each.stage() == stage)
          .map(Pledge.Goal.Reached::result)
          .forEach(
              result -> {
                cells.put(Column.ACTUAL, actual(result));
                cells.put(Column.PERCENT, result.figure().reportedPercent());
              });
      add(cells);
    }
  }

  private static @Nullable Object actual(Result result) {
    Figure.Amount actual = result.figure().actual();
    if (result.done() != null) {
      return result.done() ? Say.YES : Say.NO;
    }
    return actual == null
        ? null
        : switch (actual.bound()) {
          case EXACTLY -> actual.value();
          case OVER -> "trên " + comma(actual.value());
          case UNDER -> "dưới " + comma(actual.value());
        };
  }

  private static String range(Target target) {
    return comma(requireNonNull(target.amount())) + " đến " + comma(requireNonNull(target.upTo()));
  }

  private static String comma(BigDecimal number) {
    return number.toPlainString().replace('.', ',');
  }

  private static Map<Column, @Nullable Object> target(
      @Nullable UnitId party, String name, Target target) {
    Map<Column, @Nullable Object> cells = of(party, name);
    cells.put(Column.TARGET, target.id().name());
    cells.put(Column.INDICATOR, target.indicator());
    cells.put(Column.MEASURE, target.measure());
    return cells;
  }

  private Pledge pledge(@Nullable UnitId party) {
    PledgeId id = PledgeEvent.idOf(cycle, party);
    Pledge pledge = Pledge.unknown(id.slug());
    for (Fact fact : facts) {
      if (fact.event() instanceof PledgeEvent event && event.pledge().equals(id)) {
        pledge = pledge.after(event, fact);
      }
    }
    return pledge;
  }

  private void scores(UnitId unit, String name) {
    Layer layer = requireNonNull(form.layer());
    Map<Layer, Score> scores = new EnumMap<>(Layer.class);
    for (Fact fact : facts) {
      if (fact.event() instanceof ScoreSheetEvent event && event.unit().equals(unit)) {
        Score score = Score.of(event, fact.occurredOn());
        if (score != null) {
          scores.put(score.layer(), score);
        }
      }
    }
    Map<String, Line> lines = lines(scores.get(layer));
    if (regulation == null || regulation.scale() == null) {
      byHand(unit, name, scores.get(layer), lines);
      return;
    }
    Map<String, Line> self = lines(scores.get(Layer.SELF));
    regulation
        .scale()
        .criteria()
        .forEach(criterion -> criterion(unit, name, criterion, lines, self));
  }

  private static Map<String, Line> lines(@Nullable Score score) {
    Map<String, Line> lines = new LinkedHashMap<>();
    if (score != null) {
      score.lines().forEach(line -> lines.put(line.criterion(), line));
    }
    return lines;
  }

  private void byHand(UnitId unit, String name, @Nullable Score score, Map<String, Line> lines) {
    for (Line line : lines.values()) {
      Map<Column, @Nullable Object> cells = of(unit, name);
      cells.put(Column.CRITERION, line.criterion());
      cells.put(Column.POINTS, line.points());
      cells.put(Column.NOTE, note(line));
      add(cells);
    }
    Map<Column, @Nullable Object> cells = of(unit, name);
    cells.put(Column.CRITERION_NAME, "Tổng điểm");
    cells.put(Column.POINTS, score == null || !lines.isEmpty() ? null : score.total());
    add(cells);
  }

  private void criterion(
      UnitId unit,
      String name,
      Criterion criterion,
      Map<String, Line> lines,
      Map<String, Line> self) {
    Line line = lines.get(criterion.id());
    Sheet.Entry figure = line == null ? null : line.figure();
    SequencedMap<String, String> items = items(criterion.method());
    for (Map.Entry<String, String> item : items.entrySet()) {
      Map<Column, @Nullable Object> cells = of(unit, name);
      cells.put(Column.CRITERION, criterion.id());
      cells.put(Column.CRITERION_NAME, criterion.name());
      cells.put(Column.STANDARD, criterion.standard());
      cells.put(Column.HOW, how(criterion));
      if (!item.getKey().isEmpty()) {
        cells.put(Column.ITEM, item.getKey());
        cells.put(Column.ITEM_NAME, item.getValue());
      }
      if (figure instanceof Sheet.Counted(var counts)) {
        cells.put(Column.ACTUAL, counts.get(item.getKey()));
      } else if (figure != null && item.equals(items.firstEntry())) {
        fill(cells, figure);
      } else if (figure == null && self.get(criterion.id()) != null) {
        planned(cells, self.get(criterion.id()).figure());
      }
      if (line != null && item.equals(items.firstEntry())) {
        cells.put(Column.NOTE, note(line));
      }
      add(cells);
    }
  }

  private static void fill(Map<Column, @Nullable Object> cells, Sheet.Entry figure) {
    planned(cells, figure);
    cells.put(
        Column.ACTUAL,
        switch (figure) {
          case Sheet.Measured(var actual, _, _) -> actual;
          case Sheet.Untargeted(var actual) -> actual;
          case Sheet.Delivered(var days) -> days;
          default -> Exports.figure(figure);
        });
  }

  private static void planned(Map<Column, @Nullable Object> cells, Sheet.@Nullable Entry figure) {
    switch (figure) {
      case Sheet.Measured(_, var target, var upTo) -> {
        cells.put(Column.PLANNED, target);
        cells.put(Column.PLANNED_UP_TO, upTo);
      }
      case Sheet.Untargeted _ -> cells.put(Column.PLANNED, Say.NO_TARGET);
      case null, default -> {}
    }
  }

  /** What is counted, by its id; one without an id where nothing is. */
  private static SequencedMap<String, String> items(@Nullable Method method) {
    List<Method.Item> items =
        switch (method) {
          case Method.PerItem each -> each.items();
          case Method.ExternalAward each -> each.awards();
          case Method.Penalties each -> each.items();
          case Method.PlusMinus each -> each.items();
          case null, default -> List.of();
        };
    SequencedMap<String, String> names = new LinkedHashMap<>();
    items.forEach(item -> names.put(item.id(), item.name()));
    if (names.isEmpty()) {
      names.put("", "");
    }
    return names;
  }

  private static String how(Criterion criterion) {
    String measure = criterion.measure() == null ? "" : " (" + criterion.measure() + ")";
    return switch (criterion.method()) {
      case Method.PassFail _ -> "có, không, hoặc số liệu" + measure;
      case Method.Lateness _ -> "số ngày chậm; 0 nếu đúng hạn";
      case Method.Assessed _ -> "điểm của từng người, cách nhau bằng dấu ;";
      case Method.PerItem _, Method.ExternalAward _, Method.Penalties _, Method.PlusMinus _ ->
          "số lượng";
      case null, default -> "số liệu" + measure;
    };
  }

  private @Nullable String note(Line line) {
    Words note = line.note();
    return note == null ? null : view.answer(note).texts().get(note.words());
  }
}
