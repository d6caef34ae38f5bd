package vn.giaouoc.shared.spreadsheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A column of a table. It is told by its heading, wherever it stands. */
public enum Column {
  /** Whose row it is. */
  UNIT("Mã đơn vị"),
  UNIT_NAME("Đơn vị"),
  TARGET("Mã chỉ tiêu"),
  /** The number of the content of the pledge. */
  CONTENT("Nội dung số"),
  INDICATOR("Chỉ tiêu"),
  MEASURE("Đơn vị tính"),
  DIRECTION("Chiều phấn đấu"),
  KIND("Cách tính"),
  PROMISED("Mức phấn đấu"),
  PROMISED_UP_TO("Mức cao nhất"),
  BASELINE("Năm trước"),
  CRITERION("Mã tiêu chí"),
  CRITERION_NAME("Tiêu chí"),
  ITEM("Mã mục"),
  ITEM_NAME("Mục"),
  STANDARD("Điểm chuẩn"),
  HOW("Cách nhập"),
  PLANNED("Chỉ tiêu giao"),
  PLANNED_UP_TO("Giao đến"),
  ACTUAL("Thực hiện"),
  PERCENT("Tỷ lệ %"),
  REPORTED_ON("Ngày báo cáo"),
  POINTS("Điểm"),
  NOTE("Ghi chú");

  private final String heading;

  Column(String heading) {
    this.heading = heading;
  }

  /** What stands above it, in Vietnamese. */
  public String heading() {
    return heading;
  }

  /** The column that a heading names, in whatever case and spacing; nothing if it names none. */
  public static Optional<Column> under(String heading) {
    String plain = plain(heading);
    return Stream.of(values()).filter(each -> plain(each.heading).equals(plain)).findFirst();
  }

  private static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFC)
        .replaceAll("[\\s\\u00a0]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
