package vn.giaouoc.shared.spreadsheet;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.report.Figure.Direction;

/** The words that stand in cells, which both who gives a form out and who takes it back knows. */
public final class Say {

  /** Something is done. */
  public static final String YES = "có";

  /** Something is expressly not done. */
  public static final String NO = "không";

  /** A criterion is not assigned to the unit. */
  public static final String NOT_ASSIGNED = "không giao";

  /** The unit expressly has no target; that is not a target nobody knows. */
  public static final String NO_TARGET = "không có chỉ tiêu";

  /** Which way is better. */
  public static final Map<String, Direction> DIRECTIONS = directions();

  /** How a target adds up. */
  public static final Map<String, Target.Kind> KINDS = kinds();

  private Say() {}

  private static Map<String, Direction> directions() {
    Map<String, Direction> words = new LinkedHashMap<>();
    words.put("tăng", Direction.HIGHER);
    words.put("giảm", Direction.LOWER);
    words.put("trong khoảng", Direction.WITHIN);
    words.put("hoàn thành hay không", Direction.DONE_OR_NOT);
    words.put("chỉ đếm", Direction.COUNT);
    return words;
  }

  private static Map<String, Target.Kind> kinds() {
    Map<String, Target.Kind> words = new LinkedHashMap<>();
    words.put("cộng dồn cả năm", Target.Kind.FLOW);
    words.put("tại thời điểm", Target.Kind.STOCK);
    return words;
  }

  /** The word for a value; nothing where there is none. */
  public static <T> Optional<String> of(Map<String, T> words, T value) {
    return words.entrySet().stream()
        .filter(each -> each.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** A text as words are compared. */
  public static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
