package vn.giaouoc.command.reminder;

import java.time.LocalDate;

/** Something of which those who have not done it are reminded some days before it is due. */
public interface DueSoon {

  /** In which kind of stream it is told: the word in front of their identifiers. */
  String kind();

  /**
   * Reminds of all that is due soon by one stream, and of which nobody was reminded for this reason
   * yet.
   *
   * @param today the day of asking, in Vietnam
   * @param ahead how long before reminders are wanted
   */
  void remind(String stream, LocalDate today, DaysBefore ahead);
}
