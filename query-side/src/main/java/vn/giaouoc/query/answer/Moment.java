package vn.giaouoc.query.answer;

import org.jspecify.annotations.Nullable;

/**
 * Of which moment a question is asked, as its parameters have it.
 *
 * @param asOf what was recorded by then: a position of the journal, an instant, a local date-time of
 *     Vietnam, or a day, meaning its end
 * @param effective what applied by then: an instant, a local date-time of Vietnam, or a day,
 *     meaning its end; where it is not given, what applied at the moment of {@code asOf}
 * @param after an event, {@code <stream>@<version>}, that must be in the answer
 */
public record Moment(@Nullable String asOf, @Nullable String effective, @Nullable String after) {

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
    return day == null ? this : new Moment(asOf, day, after);
  }

  /** The same where {@code after} is a position to go on from, and nothing to wait for. */
  Moment withoutCursor() {
    return cursor() == null ? this : new Moment(asOf, effective, null);
  }

  /** The position to go on from, if {@code after} is one. */
  public @Nullable Long cursor() {
    return after != null && after.matches("\\d{1,18}") ? Long.valueOf(after) : null;
  }
}
