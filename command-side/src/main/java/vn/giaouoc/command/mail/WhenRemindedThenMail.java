package vn.giaouoc.command.mail;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.giaouoc.command.Streams;
import vn.giaouoc.shared.conference.ConferenceEvent.FollowUpReminded;
import vn.giaouoc.shared.cycle.CycleEvent.ReminderSent;

/**
 * A policy: whoever is reminded gets a mail. It follows the log on either engine, from where that
 * is when mail is first set up; of several nodes one does. Where it has come to and what it wrote
 * are kept together, and a mail is known by its event and its unit: there is one, however often the
 * event is read.
 *
 * <p>History recorded later reminds nobody, nor does what is read again or comes too late, as when
 * mail was off for a while.
 */
@Component
public class WhenRemindedThenMail {

  /** What was said longer ago is not sent any more: a reminder is of use while it is new. */
  static final Duration LONGEST = Duration.ofDays(2);

  private static final String NAME = "reminder-mail";

  private final MailSettings settings;
  private final Outbox outbox;
  private final Clock clock;

  WhenRemindedThenMail(
      MailSettings settings, Outbox outbox, @Qualifier("commandClock") Clock clock) {
    this.settings = settings;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Follows the log, if mail is sent at all. */
  public void follow(Configurer axon) {
    if (settings.isOn()) {
      axon.eventProcessing()
          .registerEventHandler(
              configuration ->
                  new Policy(new Letters(configuration.getComponent(Streams.class), settings)))
          .assignHandlerTypesMatching(NAME, Policy.class::equals)
          // what cannot be done now is done again, and not left out
          .registerListenerInvocationErrorHandler(
              NAME, configuration -> PropagatingErrorHandler.instance())
          .registerTrackingEventProcessor(
              NAME,
              Configuration::eventStore,
              configuration ->
                  TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                      .andInitialTrackingToken(StreamableMessageSource::createHeadToken));
    }
  }

  /** What follows the log. */
  @DisallowReplay
  final class Policy {

    private final Letters letters;

    Policy(Letters letters) {
      this.letters = letters;
    }

    @EventHandler
    void on(ReminderSent reminder, EventMessage<?> message) {
      if (isNews(message)) {
        letters.of(reminder, message.getIdentifier()).forEach(outbox::put);
      }
    }

    @EventHandler
    void on(FollowUpReminded reminder, EventMessage<?> message) {
      if (isNews(message)) {
        letters.of(reminder, message.getIdentifier()).forEach(outbox::put);
      }
    }
  }

  private boolean isNews(EventMessage<?> message) {
    return !message.getMetaData().containsKey("told")
        && message.getTimestamp().isAfter(clock.instant().minus(LONGEST));
  }
}
