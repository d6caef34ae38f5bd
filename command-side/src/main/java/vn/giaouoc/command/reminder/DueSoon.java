package vn.giaouoc.command.reminder;

import java.time.LocalDate;

/** Something of which those who have not done it are reminded some days before it is due. */
public interface DueSoon {

  /**
   * Reminds of all that is due soon and of which nobody was reminded for this reason yet.
   *
   * @param today the day of asking, in Vietnam
   * @param ahead how long before reminders are wanted
   */
  void remind(LocalDate today, DaysBefore ahead);
}
