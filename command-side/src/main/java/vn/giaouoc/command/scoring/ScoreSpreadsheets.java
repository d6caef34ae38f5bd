package vn.giaouoc.command.scoring;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Answers;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Enter;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Points;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Scores;
import vn.giaouoc.command.spreadsheet.Asked;
import vn.giaouoc.command.spreadsheet.Cell;
import vn.giaouoc.command.spreadsheet.Row;
import vn.giaouoc.command.spreadsheet.Wrong;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.regulation.Method;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Sheet;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.spreadsheet.Column;
import vn.giaouoc.shared.spreadsheet.Form;
import vn.giaouoc.shared.spreadsheet.Say;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A layer of the score sheets of one unit or of a whole bloc, as a table tells it: a row for each
 * criterion of each unit, and for each item of what is counted. Where the regulation has no scale
 * there are points, and a row without a criterion holds their total.
 */
public final class ScoreSpreadsheets implements Asked.Asking {

  private static final String TOTAL = "total";

  @Override
  public boolean takes(Form form) {
    return form.layer() != null;
  }

  @Override
  public List<Asked> asked(
      CycleId cycle, Form form, @Nullable UnitId by, List<Row> rows, Asked.Means means) {
    Layer layer = requireNonNull(form.layer());
    UnitId scorer =
        switch (layer) {
          case SELF, VERIFIED -> null;
          case CROSS_CHECK, BLOC ->
              Answers.required(by == null ? means.envelope().actor().unit() : by, "by");
        };
    Regulation regulation =
        means.streams().peek(Year.class, cycle.stream()).regulationOn(means.offices().today());
    Map<String, Criterion> criteria =
        regulation == null || regulation.scale() == null
            ? Map.of()
            : regulation.scale().criteria().collect(Collectors.toMap(Criterion::id, each -> each));
    SequencedMap<UnitId, Told> units = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.isEmptyIn(Column.PLANNED, Column.PLANNED_UP_TO, Column.ACTUAL, Column.POINTS)
          && row.isEmptyIn(Column.NOTE)) {
        continue;
      }
      row.required(Column.UNIT);
      UnitId unit = row.cell(Column.UNIT).isEmpty() ? null : row.id(Column.UNIT, UnitId::of);
      Told told =
          unit == null ? new Told(criteria) : units.computeIfAbsent(unit, _ -> new Told(criteria));
      told.add(row);
    }
    List<Asked> asked = new ArrayList<>();
    units.forEach(
        (unit, told) -> {
          if (!told.cells.isEmpty()) {
            asked.add(
                new Asked(
                    ScoreSheetId.of(cycle, unit).stream(),
                    told.cells,
                    (aggregate, here) -> told.stands((ScoreSheet) aggregate, layer, here),
                    (aggregate, without, here) -> {
                      ScoreSheet sheet = (ScoreSheet) aggregate;
                      sheet.handle(
                          new Enter(
                              cycle,
                              unit,
                              layer,
                              scorer,
                              told.scores(without, sheet.lines(layer)),
                              here.envelope()),
                          here.streams(),
                          here.offices(),
                          here.keeper(),
                          here.files());
                    }));
          }
        });
    return asked;
  }

  /** What the rows tell of one unit. */
  private static final class Told {

    private final Map<String, Criterion> criteria;
    private final SequencedMap<String, List<Cell>> cells = new LinkedHashMap<>();
    private final List<Points> lines = new ArrayList<>();
    private final Map<String, Map<String, BigDecimal>> counts = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private @Nullable BigDecimal total;

    Told(Map<String, Criterion> criteria) {
      this.criteria = criteria;
    }

    void add(Row row) {
      String id = row.text(Column.CRITERION);
      Criterion criterion = id == null ? null : criteria.get(id);
      BigDecimal points = row.number(Column.POINTS, false);
      String note = row.text(Column.NOTE);
      if (points == null && !row.cell(Column.POINTS).isEmpty()) {
        return;
      }
      if (id == null) {
        total(row, points);
        return;
      }
      if (!criteria.isEmpty() && criterion == null) {
        // whatever it says, it is the criterion that is refused
        cells.put(id, List.of(row.cell(Column.CRITERION)));
        lines.add(new Points(id, points, note, null, List.of()));
        return;
      }
      if (criterion != null && isCounted(criterion.method())) {
        count(row, id, note);
        return;
      }
      boolean entered = !row.isEmptyIn(Column.ACTUAL) || isUnassigned(row);
      if (!entered && points == null) {
        // a target or a note alone is no figure
        if (note != null) {
          row.complain(Wrong.MISSING.in(row.cell(Column.ACTUAL)));
        }
        return;
      }
      Entry figure = entered ? figure(row, criterion) : null;
      if (entered && figure == null) {
        return;
      }
      cells.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(filled(row));
      lines.add(new Points(id, points, note, figure, List.of()));
    }

    private void total(Row row, @Nullable BigDecimal points) {
      if (!row.isEmptyIn(Column.ACTUAL, Column.PLANNED, Column.PLANNED_UP_TO)) {
        row.required(Column.CRITERION);
      } else if (points != null) {
        if (total != null) {
          row.complain(Wrong.ROW_TWICE.in(row.cell(Column.POINTS)));
        }
        total = points;
        cells.put(TOTAL, List.of(row.cell(Column.POINTS)));
      }
    }

    private void count(Row row, String id, @Nullable String note) {
      if (note != null) {
        notes.merge(id, note, (one, other) -> one + "; " + other);
      }
      if (isUnassigned(row)) {
        cells.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(filled(row));
        lines.add(new Points(id, null, note, new Sheet.Unassigned(), List.of()));
        return;
      }
      if (row.isEmptyIn(Column.ACTUAL)) {
        return;
      }
      String item = row.required(Column.ITEM);
      BigDecimal number = row.number(Column.ACTUAL, false);
      if (item == null
          || number == null
          || read(row, () -> new Sheet.Counted(Map.of(item, number))) == null) {
        return;
      }
      Map<String, BigDecimal> counted = counts.computeIfAbsent(id, _ -> new TreeMap<>());
      if (counted.putIfAbsent(item, number) != null) {
        row.complain(Wrong.ROW_TWICE.in(row.cell(Column.ITEM)));
      }
      cells.computeIfAbsent(id, _ -> new ArrayList<>()).add(row.cell(Column.ACTUAL));
    }

    /** Whether a layer holds all this already; what was sent back is to be entered again. */
    boolean stands(ScoreSheet sheet, Layer layer, Asked.Means means) {
      List<Line> before = sheet.lines(layer);
      Scores scores = scores(Set.of(), before);
      if (!sheet.entered().contains(layer)
          || (layer == Layer.SELF && sheet.isReturned())
          || scores.lines().size() != before.size()
          || (scores.total() != null && !isSame(scores.total(), sheet.points(layer)))) {
        return false;
      }
      Map<String, Line> lines = new HashMap<>();
      before.forEach(line -> lines.put(line.criterion(), line));
      return scores.lines().stream()
          .allMatch(
              told -> {
                Line line = lines.get(told.criterion());
                return line != null
                    && Objects.equals(plain(told.figure()), plain(line.figure()))
                    && (told.figure() != null || isSame(told.points(), line.points()))
                    && Objects.equals(
                        told.note(),
                        line.note() == null ? null : means.said().apply(line.note()).orElse(null));
              });
    }

    /** What is entered, with the evidence that was there: the table has no column for it. */
    Scores scores(Set<String> without, List<Line> before) {
      Map<String, List<FileId>> evidence = new HashMap<>();
      before.forEach(line -> evidence.put(line.criterion(), line.evidence()));
      List<Points> all =
          Stream.concat(
                  lines.stream(),
                  counts.entrySet().stream()
                      .map(
                          each ->
                              new Points(
                                  each.getKey(),
                                  null,
                                  notes.get(each.getKey()),
                                  new Sheet.Counted(each.getValue()),
                                  List.of())))
              .filter(line -> !without.contains(line.criterion()))
              .map(
                  line ->
                      new Points(
                          line.criterion(),
                          line.points(),
                          line.note(),
                          line.figure(),
                          evidence.getOrDefault(line.criterion(), List.of())))
              .toList();
      return new Scores(all, without.contains(TOTAL) ? null : total);
    }
  }

  private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? one == other : one.compareTo(other) == 0;
  }

  /** A figure by its values: 95.50 is 95.5. */
  private static @Nullable Entry plain(@Nullable Entry entry) {
    return switch (entry) {
      case Sheet.Measured(var actual, var target, var upTo) ->
          new Sheet.Measured(plain(actual), plain(target), plain(upTo));
      case Sheet.Untargeted(var actual) -> new Sheet.Untargeted(actual.stripTrailingZeros());
      case Sheet.Counted(var counts) -> {
        Map<String, BigDecimal> plain = new TreeMap<>();
        counts.forEach((item, count) -> plain.put(item, count.stripTrailingZeros()));
        yield new Sheet.Counted(plain);
      }
      case Sheet.Assessments(var points) ->
          new Sheet.Assessments(points.stream().map(BigDecimal::stripTrailingZeros).toList());
      case null, default -> entry;
    };
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros();
  }

  private static @Nullable Entry figure(Row row, @Nullable Criterion criterion) {
    if (isUnassigned(row)) {
      return new Sheet.Unassigned();
    }
    return switch (criterion == null ? null : criterion.method()) {
      case Method.Lateness _ -> {
        Integer days = row.whole(Column.ACTUAL);
        yield days == null ? null : new Sheet.Delivered(days);
      }
      case Method.Assessed _ -> {
        List<BigDecimal> points = row.numbers(Column.ACTUAL);
        yield points == null ? null : read(row, () -> new Sheet.Assessments(points));
      }
      case null, default -> measured(row, criterion);
    };
  }

  private static @Nullable Entry measured(Row row, @Nullable Criterion criterion) {
    Boolean done = row.truth(Column.ACTUAL);
    if (done != null) {
      return new Sheet.Done(done);
    }
    boolean percentage =
        criterion != null && criterion.measure() != null && criterion.measure().contains("%");
    BigDecimal actual = row.number(Column.ACTUAL, percentage);
    if (row.says(Column.PLANNED, Say.NO_TARGET)) {
      return actual == null ? null : read(row, () -> new Sheet.Untargeted(actual));
    }
    BigDecimal planned = row.number(Column.PLANNED, percentage);
    BigDecimal upTo = row.number(Column.PLANNED_UP_TO, percentage);
    return actual == null
            || (planned == null && !row.cell(Column.PLANNED).isEmpty())
            || (upTo == null && !row.cell(Column.PLANNED_UP_TO).isEmpty())
        ? null
        : read(row, () -> new Sheet.Measured(actual, planned, upTo));
  }

  /** An entry, unless its numbers are too long for one. */
  private static @Nullable Entry read(Row row, Supplier<Entry> entry) {
    try {
      return entry.get();
    } catch (IllegalArgumentException e) {
      row.complain(Wrong.NUMBER_TOO_LONG.in(row.cell(Column.ACTUAL)));
      return null;
    }
  }

  private static boolean isUnassigned(Row row) {
    return row.says(Column.ACTUAL, Say.NOT_ASSIGNED) || row.says(Column.PLANNED, Say.NOT_ASSIGNED);
  }

  private static boolean isCounted(@Nullable Method method) {
    return method instanceof Method.PerItem
        || method instanceof Method.ExternalAward
        || method instanceof Method.Penalties
        || method instanceof Method.PlusMinus;
  }

  private static List<Cell> filled(Row row) {
    return Stream.of(Column.PLANNED, Column.PLANNED_UP_TO, Column.POINTS, Column.ACTUAL)
        .map(row::cell)
        .filter(cell -> !cell.isEmpty())
        .toList();
  }
}
