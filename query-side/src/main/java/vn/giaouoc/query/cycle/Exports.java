package vn.giaouoc.query.cycle;

import static vn.giaouoc.query.spreadsheet.Table.row;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.pledge.Pledge;
import vn.giaouoc.query.scoring.Sheet;
import vn.giaouoc.query.spreadsheet.Table;
import vn.giaouoc.query.spreadsheet.Table.Col;
import vn.giaouoc.shared.Envelope.Written;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.pledge.Result;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.regulation.Sheet.Assessments;
import vn.giaouoc.shared.regulation.Sheet.Counted;
import vn.giaouoc.shared.regulation.Sheet.Delivered;
import vn.giaouoc.shared.regulation.Sheet.Done;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.regulation.Sheet.Measured;
import vn.giaouoc.shared.regulation.Sheet.Unassigned;
import vn.giaouoc.shared.regulation.Sheet.Untargeted;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Mark;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.spreadsheet.Say;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** The answers about a cycle as tables: the same that the answers say, in the words of offices. */
final class Exports {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(When.ZONE);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private Exports() {}

  /** Of which moment a table is, for who holds it in hand. */
  static String taken(Answer.Asked asked) {
    String recorded =
        asked.recordedAt() == null
            ? ""
            : ", ghi nhận lúc " + MINUTE.format(Instant.parse(asked.recordedAt()));
    String effective =
        asked.effective() == null ? "" : "; theo hiệu lực tại " + vietnamese(asked.effective());
    return "Số liệu đến mục " + asked.position() + " của nhật ký" + recorded + effective + ".";
  }

  private static String vietnamese(String moment) {
    return moment.matches("\\d{4}-\\d{2}-\\d{2}")
        ? "hết ngày " + DAY.format(LocalDate.parse(moment))
        : moment;
  }

  /** Every ranking with its layers and the points of its contents. */
  static List<Table> standing(Answer<Standing> answer, List<Fact> facts) {
    Standing standing = answer.answer();
    List<Table> tables = new ArrayList<>();
    for (Standing.Ranking ranking : standing.contests()) {
      tables.add(ranking(ranking, standing, answer, facts, tables.size() + 1));
    }
    if (tables.isEmpty()) {
      tables.add(scores(standing, answer));
    }
    return tables;
  }

  private static Table ranking(
      Standing.Ranking ranking,
      Standing standing,
      Answer<Standing> answer,
      List<Fact> facts,
      int number) {
    Map<UnitId, Map<String, Mark>> marks = marks(ranking.contest(), facts);
    SequencedMap<String, String> contents = contents(marks);
    List<Col> columns = new ArrayList<>(List.of(new Col("Hạng", 7), new Col("Đơn vị", 34)));
    columns.add(new Col("Điểm", 11));
    columns.add(new Col("Tỷ lệ %", 13));
    columns.add(new Col("Xếp loại", 12));
    for (Layer layer : Layer.values()) {
      columns.add(new Col(layer(layer), 11));
    }
    contents.forEach((id, heading) -> columns.add(new Col(heading, 11)));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Standing.Placed placed : ranking.places()) {
      List<@Nullable Object> row =
          row(
              placed.rank(),
              name(placed.unit(), answer),
              placed.shown() == null ? placed.points() : placed.shown(),
              placed.rate(),
              placed.grade());
      layers(placed.unit(), standing, row);
      for (String content : contents.keySet()) {
        Mark mark = marks.getOrDefault(placed.unit(), Map.of()).get(content);
        row.add(mark == null ? null : mark.shown() == null ? mark.points() : mark.shown());
      }
      rows.add(row);
    }
    Standing.Scoring scoring = ranking.scoring();
    if (scoring != null) {
      scoring
          .excluded()
          .forEach(
              each ->
                  rows.add(
                      outside(
                          name(each.unit(), answer),
                          "không xét" + (each.clause() == null ? "" : " (" + each.clause() + ")"),
                          columns.size())));
      scoring
          .unranked()
          .forEach(
              each ->
                  rows.add(outside(name(each.unit(), answer), "không xếp hạng", columns.size())));
    }
    List<String> says = new ArrayList<>();
    says.add("Năm thi đua: " + standing.cycle().slug());
    if (scoring != null) {
      says.add("Theo quy chế số " + scoring.regulation() + ".");
    }
    says.add(taken(answer.asked()));
    return new Table("Xếp hạng " + number, "KẾT QUẢ XẾP HẠNG", says, columns, rows);
  }

  private static List<@Nullable Object> outside(String name, String why, int columns) {
    List<@Nullable Object> row = row(null, name, null, null, why);
    while (row.size() < columns) {
      row.add(null);
    }
    return row;
  }

  /** What the sheets hold where nothing is ranked yet. */
  private static Table scores(Standing standing, Answer<Standing> answer) {
    List<Col> columns = new ArrayList<>(List.of(new Col("Đơn vị", 40)));
    for (Layer layer : Layer.values()) {
      columns.add(new Col(layer(layer), 14));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Standing.UnitScores scores : standing.scores()) {
      List<@Nullable Object> row = row(name(scores.unit(), answer));
      layers(scores.unit(), standing, row);
      rows.add(row);
    }
    return new Table(
        "Bảng điểm",
        "BẢNG ĐIỂM CÁC ĐƠN VỊ",
        List.of(
            "Năm thi đua: " + standing.cycle().slug(),
            "Chưa ghi nhận việc xếp hạng của năm thi đua này.",
            taken(answer.asked())),
        columns,
        rows);
  }

  private static void layers(UnitId unit, Standing standing, List<@Nullable Object> row) {
    Map<Layer, Sheet.Score> layers = new EnumMap<>(Layer.class);
    standing.scores().stream()
        .filter(each -> each.unit().equals(unit))
        .flatMap(each -> each.layers().stream())
        .forEach(score -> layers.put(score.layer(), score));
    for (Layer layer : Layer.values()) {
      Sheet.Score score = layers.get(layer);
      row.add(score == null ? null : score.total());
    }
  }

  /** What the last ranking of a contest made of each content, by unit. */
  private static Map<UnitId, Map<String, Mark>> marks(Contest contest, List<Fact> facts) {
    Map<UnitId, Map<String, Mark>> marks = new HashMap<>();
    for (Fact fact : facts) {
      if (fact.event() instanceof SheetFrozen frozen
          && frozen.contest().equals(contest)
          && frozen.marks() != null) {
        Map<String, Mark> contents = new LinkedHashMap<>();
        frozen.marks().contents().forEach(mark -> contents.put(mark.of(), mark));
        marks.put(frozen.unit(), contents);
      }
    }
    return marks;
  }

  private static SequencedMap<String, String> contents(Map<UnitId, Map<String, Mark>> marks) {
    SequencedMap<String, String> contents = new LinkedHashMap<>();
    marks.values().forEach(each -> each.keySet().forEach(id -> contents.put(id, "Nội dung " + id)));
    return contents;
  }

  /** What was promised and reached, and what reports say beside it. */
  static List<Table> progress(Answer<Progress> answer) {
    Progress progress = answer.answer();
    List<List<@Nullable Object>> goals = new ArrayList<>();
    for (Pledge pledge : progress.pledges()) {
      String party = pledge.party() == null ? "Khối" : name(pledge.party(), answer);
      for (Pledge.Goal goal : pledge.goals()) {
        Target target = goal.target();
        goals.add(
            row(
                party,
                target.content(),
                target.indicator(),
                target.measure(),
                promised(target),
                reached(goal, Stage.MID_YEAR),
                percent(goal, Stage.MID_YEAR),
                reached(goal, Stage.YEAR_END),
                percent(goal, Stage.YEAR_END),
                goal.flags().stream().map(Exports::flag).collect(Collectors.joining("; "))));
      }
    }
    List<String> says = List.of("Năm thi đua: " + progress.cycle().slug(), taken(answer.asked()));
    List<Table> tables = new ArrayList<>();
    tables.add(
        new Table(
            "Chỉ tiêu",
            "TIẾN ĐỘ THỰC HIỆN CHỈ TIÊU GIAO ƯỚC",
            says,
            List.of(
                new Col("Đơn vị", 28),
                new Col("Nội dung", 9),
                new Col("Chỉ tiêu", 36),
                new Col("Đơn vị tính", 11),
                new Col("Mức phấn đấu", 13),
                new Col("6 tháng", 12),
                new Col("% 6 tháng", 10),
                new Col("Cả năm", 12),
                new Col("% cả năm", 10),
                new Col("Lưu ý", 24)),
            goals));
    if (!progress.rows().isEmpty()) {
      tables.add(figures(progress, answer, says));
    }
    return tables;
  }

  private static Table figures(Progress progress, Answer<Progress> answer, List<String> says) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Progress.Row each : progress.rows()) {
      Figure figure = each.figure();
      rows.add(
          row(
              each.stage() == null ? null : stage(each.stage()),
              name(each.unit(), answer),
              each.content(),
              figure.indicator(),
              figure.measure(),
              amount(figure.target()),
              amount(figure.actual()),
              figure.reportedPercent(),
              figure.recomputedPercent()));
    }
    return new Table(
        "Số liệu báo cáo",
        "SỐ LIỆU TRONG CÁC BÁO CÁO",
        says,
        List.of(
            new Col("Kỳ", 14),
            new Col("Đơn vị", 28),
            new Col("Nội dung", 9),
            new Col("Chỉ tiêu", 36),
            new Col("Đơn vị tính", 11),
            new Col("Kế hoạch", 12),
            new Col("Thực hiện", 12),
            new Col("% báo cáo", 10),
            new Col("% tính lại", 10)),
        rows);
  }

  /** Why a unit stands where it stands. */
  static List<Table> why(Answer<Why> answer) {
    Why why = answer.answer();
    String name = name(why.unit(), answer);
    List<Table> tables = new ArrayList<>();
    List<String> says = new ArrayList<>(List.of(name, why.says()));
    Reckoning reckoning = why.reckoning();
    if (reckoning != null) {
      List<String> made = new ArrayList<>(says);
      made.add(
          "Theo quy chế số "
              + reckoning.regulation().number()
              + (reckoning.layer() == null ? "" : "; lượt: " + layer(reckoning.layer()))
              + (reckoning.reproduced()
                  ? ". Tính lại cho đúng kết quả đã ghi nhận."
                  : ". Tính lại KHÔNG cho đúng kết quả đã ghi nhận."));
      made.add(taken(answer.asked()));
      tables.add(reckoning(reckoning, made));
    }
    says.add(taken(answer.asked()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Why.Ground ground : why.grounds()) {
      rows.add(
          row(
              kind(ground.kind()),
              ground.says(),
              ground.stream() + "@" + ground.version(),
              Math.toIntExact(ground.position()),
              told(ground)));
    }
    tables.add(
        new Table(
            "Căn cứ",
            "CĂN CỨ CỦA KẾT QUẢ XẾP HẠNG",
            says,
            List.of(
                new Col("Loại", 13),
                new Col("Nội dung", 60),
                new Col("Sự kiện", 36),
                new Col("Mục nhật ký", 10),
                new Col("Nguồn", 30)),
            rows));
    return tables;
  }

  private static Table reckoning(Reckoning reckoning, List<String> says) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Reckoning.ContentMade content : reckoning.contents()) {
      rows.add(
          row(
              content.id(),
              content.name(),
              content.clause(),
              null,
              content.shown() == null ? content.points() : content.shown(),
              said(content.unknown(), content.steps())));
      for (Reckoning.CriterionMade criterion : content.criteria()) {
        rows.add(
            row(
                criterion.id(),
                criterion.name(),
                criterion.clause(),
                criterion.figure() == null ? null : figure(criterion.figure()),
                criterion.shown() == null ? criterion.points() : criterion.shown(),
                said(criterion.unknown(), criterion.steps())));
      }
    }
    rows.add(
        row(
            null,
            "TỔNG",
            null,
            null,
            reckoning.shown() == null ? reckoning.points() : reckoning.shown(),
            said(List.of(), reckoning.steps())));
    return new Table(
        "Cách tính điểm",
        "GIẢI TRÌNH ĐIỂM THI ĐUA",
        says,
        List.of(
            new Col("Mã", 8),
            new Col("Nội dung, tiêu chí", 38),
            new Col("Căn cứ", 18),
            new Col("Số liệu", 24),
            new Col("Điểm", 10),
            new Col("Cách tính", 60)),
        rows);
  }

  private static String said(List<Reckoning.Said> unknown, List<Reckoning.Said> steps) {
    return Stream.concat(unknown.stream(), steps.stream())
        .map(Reckoning.Said::says)
        .collect(Collectors.joining("\n"));
  }

  /** A figure of a sheet in words. */
  static String figure(Entry entry) {
    return switch (entry) {
      case Measured(var actual, var target, var upTo) ->
          (actual == null ? "chưa có" : number(actual))
              + (target == null ? "" : " / " + number(target))
              + (upTo == null ? "" : " đến " + number(upTo));
      case Untargeted(var actual) -> number(actual) + " (" + Say.NO_TARGET + ")";
      case Done(var done) -> done ? Say.YES : Say.NO;
      case Counted(var counts) ->
          counts.entrySet().stream()
              .map(each -> each.getKey() + ": " + number(each.getValue()))
              .collect(Collectors.joining("; "));
      case Delivered(var late) -> late <= 0 ? "đúng hạn" : "chậm " + late + " ngày";
      case Assessments(var points) ->
          points.stream().map(Exports::number).collect(Collectors.joining("; "));
      case Unassigned _ -> Say.NOT_ASSIGNED;
    };
  }

  private static String told(Why.Ground ground) {
    Written written = ground.written();
    if (written != null) {
      return "Bảng tính: ô " + String.join(", ", written.cells().values());
    }
    return ground.sources().stream()
        .map(source -> source.proceedings().slug() + ", dòng " + source.line())
        .collect(Collectors.joining("; "));
  }

  private static @Nullable Object promised(Target target) {
    return target.upTo() != null && target.amount() != null
        ? number(target.amount()) + " đến " + number(target.upTo())
        : target.amount();
  }

  private static @Nullable Object reached(Pledge.Goal goal, Stage stage) {
    Result result = result(goal, stage);
    if (result == null || result.missing()) {
      return null;
    }
    return result.done() != null
        ? (result.done() ? Say.YES : Say.NO)
        : amount(result.figure().actual());
  }

  private static @Nullable BigDecimal percent(Pledge.Goal goal, Stage stage) {
    Result result = result(goal, stage);
    return result == null
        ? null
        : result.figure().reportedPercent() == null
            ? result.figure().recomputedPercent()
            : result.figure().reportedPercent();
  }

  private static @Nullable Result result(Pledge.Goal goal, Stage stage) {
    return goal.results().stream()
        .filter(each -> each.stage() == stage)
        .map(Pledge.Goal.Reached::result)
        .reduce((_, last) -> last)
        .orElse(null);
  }

  private static @Nullable Object amount(Figure.@Nullable Amount amount) {
    return amount == null
        ? null
        : switch (amount.bound()) {
          case EXACTLY -> amount.value();
          case OVER -> "trên " + number(amount.value());
          case UNDER -> "dưới " + number(amount.value());
        };
  }

  private static String flag(Pledge.Goal.Flag flag) {
    return switch (flag) {
      case LATE -> "báo cáo muộn";
      case MISSING -> "chưa có số liệu";
      case AMENDED -> "đã điều chỉnh";
      case BEHIND -> "chậm tiến độ";
      case PERCENT_DIFFERS -> "tỷ lệ không khớp số liệu";
    };
  }

  private static String stage(Stage stage) {
    return switch (stage) {
      case MID_YEAR -> "6 tháng";
      case NINE_MONTH -> "9 tháng";
      case YEAR_END -> "cả năm";
    };
  }

  private static String layer(Layer layer) {
    return switch (layer) {
      case SELF -> "Tự chấm";
      case CROSS_CHECK -> "Chấm chéo";
      case BLOC -> "Khối chấm";
      case VERIFIED -> "Thẩm định";
    };
  }

  private static String kind(Why.Kind kind) {
    return switch (kind) {
      case RANK -> "Xếp hạng";
      case EXCLUSION -> "Không xét";
      case SCORE -> "Chấm điểm";
      case DECISION -> "Quyết định";
      case AWARD -> "Khen thưởng";
      case FIGURE -> "Số liệu";
    };
  }

  private static String number(BigDecimal number) {
    return number.toPlainString().replace('.', ',');
  }

  private static String name(UnitId unit, Answer<?> answer) {
    return answer.names().getOrDefault(unit.stream(), unit.slug());
  }
}
