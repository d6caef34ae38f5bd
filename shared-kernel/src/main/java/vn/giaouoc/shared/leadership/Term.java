package vn.giaouoc.shared.leadership;

import java.time.LocalDate;

/**
 * The time for which a bloc is led; it need not be a calendar year.
 *
 * @param from its first day
 * @param to its last day
 */
public record Term(LocalDate from, LocalDate to) {

  /** Refuses a term that ends before it begins. */
  public Term {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "A term cannot end on " + to + ", before it begins on " + from);
    }
  }

  /** A calendar year. */
  public static Term year(int year) {
    return new Term(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }
}
