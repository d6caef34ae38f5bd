package vn.giaouoc.command.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.giaouoc.command.References;
import vn.giaouoc.command.Repeated;

/**
 * Reminds once a day of what is due soon. Every node does: each reminder has a key that follows
 * from what it is of, so one of them is heard. What fails is looked at again, until a whole look
 * went well.
 */
@Component
class EveryMorning extends Repeated {

  private static final Logger LOG = LoggerFactory.getLogger(EveryMorning.class);

  private final ReminderSettings settings;
  private final List<DueSoon> all;
  private final Function<String, List<String>> streams;
  private final Clock clock;
  private @Nullable LocalDate done;

  @Autowired
  EveryMorning(
      ReminderSettings settings,
      List<DueSoon> all,
      References references,
      @Qualifier("commandClock") Clock clock) {
    this(settings, all, references::speaking, clock);
  }

  /**
   * One that looks at these streams.
   *
   * @param streams those of a kind
   */
  EveryMorning(
      ReminderSettings settings,
      List<DueSoon> all,
      Function<String, List<String>> streams,
      Clock clock) {
    super(!settings.daysBefore().isEmpty(), settings.poll());
    this.settings = settings;
    this.all = all;
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  protected boolean once() {
    LocalDateTime now = LocalDateTime.now(clock);
    LocalDate today = now.toLocalDate();
    if (!today.equals(done) && !now.toLocalTime().isBefore(settings.at())) {
      if (!remind(today, new DaysBefore(settings.daysBefore()))) {
        return false;
      }
      done = today;
    }
    return true;
  }

  /** Looks at everything; whether all went well. */
  boolean remind(LocalDate today, DaysBefore ahead) {
    boolean well = true;
    for (DueSoon each : all) {
      for (String stream : streams.apply(each.kind())) {
        try {
          each.remind(stream, today, ahead);
        } catch (RuntimeException e) {
          // one that cannot be read must not keep the others waiting
          LOG.warn("Nobody could be reminded of what is due by {}", stream, e);
          well = false;
        }
      }
    }
    return well;
  }
}
