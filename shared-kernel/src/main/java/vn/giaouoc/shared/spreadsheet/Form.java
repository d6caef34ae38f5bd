package vn.giaouoc.shared.spreadsheet;

import static vn.giaouoc.shared.spreadsheet.Column.*;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;

/** A form that offices fill in as a spreadsheet: it is given out and taken back at one address. */
public enum Form implements Code {
  /** The targets of a pledge that is drafted. */
  TARGETS(
      "Chỉ tiêu giao ước thi đua",
      List.of(
          UNIT,
          UNIT_NAME,
          TARGET,
          CONTENT,
          INDICATOR,
          MEASURE,
          DIRECTION,
          KIND,
          PROMISED,
          PROMISED_UP_TO,
          BASELINE),
      List.of(UNIT, INDICATOR, MEASURE, DIRECTION, KIND, PROMISED)),
  /** What was reached by the middle of the year. */
  MID_YEAR_REVIEW("Số liệu sơ kết 6 tháng", Columns.REPORT, List.of(UNIT, TARGET, ACTUAL)),
  /** What was reached by the end of the year. */
  YEAR_END_REPORT("Số liệu tổng kết năm", Columns.REPORT, List.of(UNIT, TARGET, ACTUAL)),
  /** What a unit scores itself by. */
  SELF_SCORES("Bảng tự chấm điểm", Columns.SCORES, List.of(UNIT)),
  /** What another member scores it by. */
  CROSS_CHECKS("Bảng chấm chéo", Columns.SCORES, List.of(UNIT)),
  /** What the leader or a deputy scores the units of the bloc by. */
  BLOC_SCORES("Bảng khối chấm điểm", Columns.SCORES, List.of(UNIT)),
  /** What the board verifies. */
  VERIFICATIONS("Bảng thẩm định điểm", Columns.SCORES, List.of(UNIT));

  private final String title;
  private final List<Column> columns;
  private final List<Column> needed;

  Form(String title, List<Column> columns, List<Column> needed) {
    this.title = title;
    this.columns = columns;
    this.needed = needed;
  }

  /** The form of this code; nothing if there is none. */
  public static Optional<Form> of(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /** What it is called, in Vietnamese. */
  public String title() {
    return title;
  }

  /** Its columns, in the order in which it is given out. */
  public List<Column> columns() {
    return columns;
  }

  /** The columns without which it cannot be read. */
  public List<Column> needed() {
    return needed;
  }

  /** The layer of the score sheets that it enters; nothing where it enters none. */
  public @Nullable Layer layer() {
    return switch (this) {
      case TARGETS, MID_YEAR_REVIEW, YEAR_END_REPORT -> null;
      case SELF_SCORES -> Layer.SELF;
      case CROSS_CHECKS -> Layer.CROSS_CHECK;
      case BLOC_SCORES -> Layer.BLOC;
      case VERIFICATIONS -> Layer.VERIFIED;
    };
  }

  private static final class Columns {
    private static final List<Column> REPORT =
        List.of(
            UNIT, UNIT_NAME, TARGET, INDICATOR, MEASURE, PROMISED, ACTUAL, PERCENT, REPORTED_ON);
    private static final List<Column> SCORES =
        List.of(
            UNIT,
            UNIT_NAME,
            CRITERION,
            CRITERION_NAME,
            ITEM,
            ITEM_NAME,
            STANDARD,
            HOW,
            PLANNED,
            PLANNED_UP_TO,
            ACTUAL,
            POINTS,
            NOTE);
  }
}
