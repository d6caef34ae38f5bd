package vn.giaouoc.command.reminder;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the program itself reminds of what is due.
 *
 * @param daysBefore how many days before; several with commas. Without any it never does
 * @param at not before this time of the day, in Vietnam
 * @param poll how often it is looked whether that has come
 */
@ConfigurationProperties("giaouoc.reminders")
public record ReminderSettings(
    @DefaultValue List<Integer> daysBefore,
    @DefaultValue("07:00") LocalTime at,
    @DefaultValue("10m") Duration poll) {

  /**
   * Refuses what could not work.
   *
   * @throws IllegalArgumentException if a number of days is negative
   */
  public ReminderSettings {
    if (daysBefore.stream().anyMatch(each -> each < 0)) {
      throw new IllegalArgumentException("giaouoc.reminders.days-before cannot be negative");
    }
  }
}
