package vn.giaouoc.query.answer;

import org.jspecify.annotations.Nullable;

/**
 * Of which moment a question is asked, as its parameters have it.
 *
 * @param asOf what was recorded by then: a position of the journal, or an instant
 * @param effective what applied by then: an instant, a local date-time of Vietnam, or a day,
 *     meaning its end
 * @param after an event, {@code <stream>@<version>}, that must be in the answer
 */
public record Moment(@Nullable String asOf, @Nullable String effective, @Nullable String after) {

  /** The same, of the end of a day, if one is given. */
  public Moment on(@Nullable String day) {
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
