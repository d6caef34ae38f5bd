package vn.giaouoc.shared.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A moment as precisely as it is known, and no more. Written as {@code 2019-08-02T14:00}, {@code
 * 2020-01-08 afternoon}, {@code 2021-01-29}, {@code 2019-03}, {@code 2019}, {@code
 * 2019-01-01/2019-03-31} or {@code unknown}, in the time of Vietnam.
 *
 * @param text the moment in this form
 * @param precision how finely it is known
 * @param earliest the first instant that it can mean; {@link Instant#MIN} if unknown
 * @param latest the last instant that it can mean, inclusive; {@link Instant#MAX} if unknown
 */
public record When(@JsonValue String text, Precision precision, Instant earliest, Instant latest) {

  /** Where every date of a proceedings is to be read. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** A moment of which nothing is known. */
  public static final When UNKNOWN =
      new When("unknown", Precision.UNKNOWN, Instant.MIN, Instant.MAX);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** How finely a moment is known. */
  public enum Precision {
    MINUTE,
    PART_OF_DAY,
    DAY,
    MONTH,
    YEAR,
    INTERVAL,
    UNKNOWN
  }

  private enum PartOfDay {
    MORNING(0, 12),
    AFTERNOON(12, 18),
    EVENING(18, 24);

    private static final Map<String, PartOfDay> WORDS =
        Map.of(
            "morning",
            MORNING,
            "afternoon",
            AFTERNOON,
            "evening",
            EVENING,
            "sáng",
            MORNING,
            "chiều",
            AFTERNOON,
            "tối",
            EVENING);
    private final int from;
    private final int until;

    PartOfDay(int from, int until) {
      this.from = from;
      this.until = until;
    }
  }

  /**
   * Reads a moment.
   *
   * @throws IllegalArgumentException if the text has none of the forms, or names a day that no
   *     calendar has
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static When of(String text) {
    String trimmed = text.strip();
    try {
      if (trimmed.equals("unknown")) {
        return UNKNOWN;
      }
      if (trimmed.contains("/")) {
        String[] ends = trimmed.split("/", 2);
        LocalDate from = day(ends[0]);
        LocalDate to = day(ends[1]);
        if (to.isBefore(from)) {
          throw new IllegalArgumentException("'" + text + "' ends before it begins");
        }
        return new When(from + "/" + to, Precision.INTERVAL, start(from), end(to));
      }
      if (trimmed.contains(" ")) {
        String[] parts = trimmed.split(" +", 2);
        PartOfDay part = PartOfDay.WORDS.get(parts[1].toLowerCase(Locale.ROOT));
        if (part == null) {
          throw notAMoment(text, null);
        }
        LocalDate day = day(parts[0]);
        Instant from = day.atTime(part.from, 0).atZone(ZONE).toInstant();
        Instant until = start(day).plus(part.until, ChronoUnit.HOURS).minusNanos(1);
        return new When(
            day + " " + part.name().toLowerCase(Locale.ROOT), Precision.PART_OF_DAY, from, until);
      }
      if (trimmed.contains("T")) {
        String[] parts = trimmed.split("T", 2);
        LocalDateTime minute =
            day(parts[0]).atTime(LocalTime.parse(parts[1]).truncatedTo(ChronoUnit.MINUTES));
        Instant instant = minute.atZone(ZONE).toInstant();
        return new When(
            minute.toString(), Precision.MINUTE, instant, instant.plusSeconds(60).minusNanos(1));
      }
      return switch (trimmed.length()) {
        case 10 -> day(trimmed, Precision.DAY);
        case 7 -> {
          YearMonth month = YearMonth.parse(trimmed);
          yield new When(
              month.toString(), Precision.MONTH, start(month.atDay(1)), end(month.atEndOfMonth()));
        }
        case 4 -> {
          Year year = Year.parse(trimmed);
          yield new When(
              trimmed, Precision.YEAR, start(year.atDay(1)), end(year.atMonth(12).atEndOfMonth()));
        }
        default -> throw notAMoment(text, null);
      };
    } catch (DateTimeException e) {
      throw notAMoment(text, e);
    }
  }

  /** The first day that it can mean, in Vietnam; {@link LocalDate#MIN} if unknown. */
  public LocalDate firstDay() {
    return precision == Precision.UNKNOWN ? LocalDate.MIN : LocalDate.ofInstant(earliest, ZONE);
  }

  /** The whole of a day. */
  public static When on(LocalDate day) {
    return day(day.toString(), Precision.DAY);
  }

  private static When day(String text, Precision precision) {
    LocalDate day = day(text);
    return new When(text, precision, start(day), end(day));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text, DAY);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  private static Instant end(LocalDate day) {
    return start(day.plusDays(1)).minusNanos(1);
  }

  private static IllegalArgumentException notAMoment(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' is not a moment. Write 2019-08-02T14:00, 2020-01-08 afternoon, 2021-01-29, 2019-03, 2019,"
            + " 2019-01-01/2019-03-31 or unknown.",
        cause);
  }
}
