package vn.giaouoc.query.answer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.time.When;

/**
 * Of which moment a question is asked, as its parameters have it.
 *
 * @param asOf what was recorded by then: a position of the journal, an instant, a local date-time
 *     of Vietnam, or a day, meaning its end
 * @param effective what applied by then: an instant, a local date-time of Vietnam, or a day,
 *     meaning its end; where it is not given, what applied at the moment of {@code asOf}
 * @param after an event, {@code <stream>@<version>}, that must be in the answer
 * @param comparedWith another moment of recording, as {@code asOf} has it: the answer also tells in
 *     what it differs from what it was then
 * @param comparedEffective another effective moment, likewise; of the two, the one that is not
 *     given is the same for both answers
 */
public record Moment(
    @Nullable String asOf,
    @Nullable String effective,
    @Nullable String after,
    @Nullable String comparedWith,
    @Nullable String comparedEffective) {

  /** What is known now of what is so now. */
  public static final Moment NOW = new Moment(null, null, null, null, null);

  /**
   * The same, of the end of a day, if one is given.
   *
   * @throws Problem if another effective moment is given beside it
   */
  public Moment on(@Nullable String day) {
    if (day != null && effective != null && !day.equals(effective)) {
      throw Problem.badParameter(
          "on",
          day,
          "'on' và 'effective' chỉ cùng một thời điểm; xin chỉ dùng một trong hai.",
          "'on' and 'effective' are the same moment; please give one of them.");
    }
    return day == null ? this : new Moment(asOf, day, after, comparedWith, comparedEffective);
  }

  /** The same where {@code after} is a position to go on from, and nothing to wait for. */
  Moment withoutCursor() {
    return cursor() == null
        ? this
        : new Moment(asOf, effective, null, comparedWith, comparedEffective);
  }

  /** The position to go on from, if {@code after} is one. */
  public @Nullable Long cursor() {
    return after != null && after.matches("\\d{1,18}") ? Long.valueOf(after) : null;
  }

  /** Whether another moment is asked for beside it. */
  boolean compares() {
    return comparedWith != null || comparedEffective != null;
  }

  /** The moment that it is compared with. */
  Moment other() {
    return new Moment(
        comparedWith == null ? asOf : comparedWith,
        comparedEffective == null ? effective : comparedEffective,
        null,
        null,
        null);
  }

  /**
   * An instant, a local date-time of Vietnam, or the end of a day.
   *
   * @param parameter where it is given
   * @param orPosition whether a position of the journal would be right in its place
   * @throws Problem if it is none of these
   */
  public static Instant instant(String parameter, String text, boolean orPosition) {
    try {
      // a plus sign in an address is a space unless it is escaped
      return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    } catch (DateTimeException noOffset) {
      try {
        return text.contains("T")
            ? LocalDateTime.parse(text).atZone(When.ZONE).toInstant()
            : LocalDate.parse(text).plusDays(1).atStartOfDay(When.ZONE).toInstant().minusNanos(1);
      } catch (DateTimeException e) {
        throw Problem.badParameter(
            parameter,
            text,
            "Cần một ngày như 2019-08-02, một giờ Việt Nam như 2019-08-02T09:41, "
                + (orPosition ? "một vị trí của nhật ký như 57, " : "")
                + "hay một thời điểm có múi giờ.",
            "A day such as 2019-08-02, a time of Vietnam such as 2019-08-02T09:41, "
                + (orPosition ? "a position of the journal such as 57, " : "")
                + "or an instant with an offset is expected.");
      }
    }
  }
}
