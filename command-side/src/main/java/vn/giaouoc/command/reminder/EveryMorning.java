package vn.giaouoc.command.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.giaouoc.command.Repeated;

/**
 * Reminds once a day of what is due soon. Every node does: each reminder has a key that follows from
 * what it is of, so one of them is heard.
 */
@Component
class EveryMorning extends Repeated {

  private final ReminderSettings settings;
  private final List<DueSoon> all;
  private final Clock clock;
  private @Nullable LocalDate done;

  EveryMorning(
      ReminderSettings settings, List<DueSoon> all, @Qualifier("commandClock") Clock clock) {
    super(!settings.daysBefore().isEmpty(), settings.poll());
    this.settings = settings;
    this.all = all;
    this.clock = clock;
  }

  @Override
  protected void once() {
    LocalDateTime now = LocalDateTime.now(clock);
    LocalDate today = now.toLocalDate();
    if (!today.equals(done) && !now.toLocalTime().isBefore(settings.at())) {
      DaysBefore ahead = new DaysBefore(settings.daysBefore());
      all.forEach(each -> each.remind(today, ahead));
      done = today;
    }
  }
}
