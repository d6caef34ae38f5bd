package vn.giaouoc.command.reminder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many days before something is due those who have not done it are reminded.
 *
 * @param days each of them is a reminder of its own; none where nobody is reminded
 */
public record DaysBefore(List<Integer> days) {

  /**
   * Which of these reminders is called for on a day. One that was missed, as when nothing ran that
   * day, is made up for until the next or the due day; of several that were missed only the last.
   *
   * @param due the last day on which it is in time
   * @return how many days before it is the reminder of; nothing where none is called for
   */
  public OptionalInt calledFor(LocalDate today, LocalDate due) {
    long left = ChronoUnit.DAYS.between(today, due);
    return left < 0
        ? OptionalInt.empty()
        : days.stream().mapToInt(Integer::intValue).filter(each -> each >= left).min();
  }
}
