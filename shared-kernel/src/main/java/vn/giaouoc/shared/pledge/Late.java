package vn.giaouoc.shared.pledge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * That something was done after its deadline. It counts all the same; how late it was is part of
 * the record.
 *
 * @param due the last day on which it would have been in time
 * @param days how many days after it
 */
public record Late(LocalDate due, int days) {

  /**
   * How late something is that is done on a day.
   *
   * @return nothing if it is in time, or there is no deadline
   */
  public static @Nullable Late on(LocalDate day, @Nullable LocalDate due) {
    return due == null || !day.isAfter(due)
        ? null
        : new Late(due, Math.toIntExact(ChronoUnit.DAYS.between(due, day)));
  }
}
