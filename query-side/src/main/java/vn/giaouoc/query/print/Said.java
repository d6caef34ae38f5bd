package vn.giaouoc.query.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * How a paper says what an answer has as ids, digests and moments. What the reader may not see, or
 * what was redacted, is not said; what is not known is left open, to be filled in by hand.
 */
public final class Said {

  /** Left open. */
  public static final String OPEN = "……";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' yyyy", Locale.ROOT);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút'", Locale.ROOT);
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final Answer<?> known;

  /** In the names and texts that come with an answer. */
  public Said(Answer<?> known) {
    this.known = known;
  }

  /** The name of what has one. */
  public String name(@Nullable Id id) {
    return id == null ? OPEN : known.names().getOrDefault(id.stream(), id.slug());
  }

  /** The names of units, one after the other. */
  public String names(Collection<UnitId> units) {
    return units.stream().map(this::name).collect(Collectors.joining("; "));
  }

  /** A text. */
  public String text(@Nullable Words words) {
    return words == null
        ? ""
        : known.texts().getOrDefault(words.words(), "[nội dung đã được lược bỏ]").strip();
  }

  /** The name of a person; empty where there is none, or it is forgotten. */
  public String person(@Nullable PersonId person) {
    return person == null ? "" : known.persons().getOrDefault(person.id().toString(), "");
  }

  /**
   * When it was, with the hour: as it is told; else, of what was recorded on the day itself, when
   * that was.
   */
  public static String hourAndDay(@Nullable Fact fact) {
    if (fact == null) {
      return OPEN + " giờ " + OPEN + " phút, ngày " + OPEN + " tháng " + OPEN + " năm " + OPEN;
    }
    String hour = hour(fact);
    return (hour.isEmpty() ? OPEN + " giờ " + OPEN + " phút" : hour)
        + ", "
        + day(fact.occurredOn().on());
  }

  /** The hour at which it was, if it is known; else nothing. */
  public static String hour(Fact fact) {
    When on = fact.occurredOn().on();
    if (on.precision() == When.Precision.MINUTE) {
      return HOUR.format(LocalDateTime.ofInstant(on.earliest(), When.ZONE));
    }
    LocalDateTime recorded = LocalDateTime.ofInstant(fact.recordedAt(), When.ZONE);
    return on.precision() == When.Precision.DAY
            && fact.sources().isEmpty()
            && recorded.toLocalDate().equals(on.firstDay())
        ? HOUR.format(recorded)
        : "";
  }

  /** A day as papers write it; the moment as it is told where it is no day. */
  public static String day(When when) {
    return switch (when.precision()) {
      case MINUTE, PART_OF_DAY, DAY -> DAY.format(when.firstDay());
      case MONTH, YEAR, INTERVAL, UNKNOWN -> "ngày " + OPEN + " tháng " + OPEN + " năm " + OPEN;
    };
  }

  /** A date in figures, where a text is one; papers write it in many ways. */
  public static String date(String text) {
    try {
      return SHORT.format(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return text;
    }
  }

  /** A share in percent with two decimals, half up. */
  public static String percent(int part, int whole) {
    return whole == 0
        ? OPEN
        : new BigDecimal(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
                .toString()
                .replace('.', ',')
            + "%";
  }

  /** A number of papers; left open where it is not stated. */
  public static String count(@Nullable Integer number) {
    return number == null ? OPEN : String.format(Locale.ROOT, "%02d", number);
  }
}
