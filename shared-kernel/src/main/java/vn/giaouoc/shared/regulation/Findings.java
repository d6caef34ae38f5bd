package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.regulation.Finding.Kind;

/**
 * What is found about a document, and the small checks that the large ones are made of. Each says
 * what is wrong and where, and none throws.
 */
final class Findings {

  static final int MOST_PARTS = 100;

  private static final int LONGEST_TEXT = 500;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<Finding> all = new ArrayList<>();
  private @Nullable String clause;

  /** All that was found, in the order in which it was. */
  List<Finding> all() {
    return List.copyOf(all);
  }

  /** From now on it is about this clause. */
  void about(@Nullable String clause) {
    this.clause = clause;
  }

  void text(@Nullable String text, String place) {
    if (text == null || text.isBlank()) {
      add(place, Kind.INCOMPLETE, "Thiếu mục này", "This is missing");
      return;
    }
    possible(
        text.length() <= LONGEST_TEXT
            && text.codePoints()
                .noneMatch(sign -> sign == 0 || Character.getType(sign) == Character.SURROGATE),
        place,
        "dài quá " + LONGEST_TEXT + " ký tự, hoặc có ký tự không thể lưu",
        "is longer than " + LONGEST_TEXT + " signs, or has one that cannot be kept");
  }

  void id(@Nullable String id, Set<Object> seen, String place) {
    text(id, place);
    if (id != null) {
      once(seen.add(id), place, id);
    }
  }

  void number(@Nullable BigDecimal number, String place) {
    possible(
        number == null || Sheet.isWellFormed(number),
        place,
        "có quá nhiều chữ số",
        "has too many digits");
  }

  void positive(@Nullable BigDecimal number, String place) {
    number(number, place);
    possible(number == null || number.signum() > 0, place, "phải lớn hơn 0", "must be more than 0");
  }

  void percent(@Nullable BigDecimal number, String place) {
    number(number, place);
    possible(
        number == null || (number.signum() >= 0 && number.compareTo(HUNDRED) <= 0),
        place,
        "phải từ 0 đến 100",
        "must be from 0 to 100");
  }

  void within(@Nullable BigDecimal part, @Nullable BigDecimal cap, String place, String whose) {
    holds(
        part == null || cap == null || part.compareTo(cap) <= 0,
        place,
        "Lớn hơn trần bao trùm nó (" + whose + ": " + cap + ")",
        "More than the cap above it (" + whose + ": " + cap + ")");
  }

  void most(List<?> several, int most, String place) {
    possible(several.size() <= most, place, "nhiều quá " + most, "are more than " + most);
  }

  boolean there(@Nullable Object value, String place) {
    if (value == null) {
      add(place, Kind.INCOMPLETE, "Thiếu mục này", "This is missing");
    }
    return value != null;
  }

  void once(boolean first, String place, String what) {
    if (!first) {
      add(place, Kind.TWICE, "'" + what + "' được nêu hai lần", "'" + what + "' is there twice");
    }
  }

  void possible(boolean possible, String place, String vietnamese, String english) {
    if (!possible) {
      add(place, Kind.IMPOSSIBLE, "Giá trị này " + vietnamese, "This " + english);
    }
  }

  void holds(boolean holds, String place, String vietnamese, String english) {
    if (!holds) {
      add(place, Kind.CONTRADICTORY, vietnamese, english);
    }
  }

  boolean stated(@Nullable Object value, String place, String vietnamese, String english) {
    if (value == null) {
      add(
          place,
          Kind.UNKNOWN,
          "Không nêu " + vietnamese + "; phần cần đến điều này chưa chấm hay quyết định được",
          "Not stated: " + english + "; what needs it cannot score or decide");
    }
    return value != null;
  }

  void add(String place, Kind kind, String vietnamese, String english) {
    all.add(new Finding(place, kind, clause, vietnamese, english));
  }
}
