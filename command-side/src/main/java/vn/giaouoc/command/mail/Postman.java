package vn.giaouoc.command.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.giaouoc.command.Repeated;

/**
 * Sends the mails that wait, and counts what becomes of them ({@code giaouoc.mail}, by {@code
 * outcome}). A mail that was sent when this program ended before it could say so is sent again: at
 * least once, each time with the same Message-ID.
 */
@Component
class Postman extends Repeated {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final String NO_ADDRESS = "the unit has told no address";
  private static final int LONGEST_REASON = 500;

  private final MailSettings settings;
  private final Outbox outbox;
  private final Smtp smtp;
  private final MeterRegistry meters;

  Postman(
      MailSettings settings,
      Outbox outbox,
      MeterRegistry meters,
      @Qualifier("commandClock") Clock clock) {
    super(settings.isOn(), settings.poll());
    this.settings = settings;
    this.outbox = outbox;
    this.meters = meters;
    // from the beginning at nought, or the first one that is given up would be no increase
    List.of("sent", "failed", "given-up", "no-address").forEach(this::counter);
    smtp = new Smtp(settings, clock);
  }

  @Override
  protected boolean once() {
    Optional<Outbox.Taken> next = take();
    while (next.isPresent()) {
      send(next.get());
      next = isRunning() ? take() : Optional.empty();
    }
    // a mail that could not be sent is tried again by itself, and counted
    return true;
  }

  private Optional<Outbox.Taken> take() {
    return outbox.take(settings.pause(), WhenRemindedThenMail.LONGEST);
  }

  private void send(Outbox.Taken taken) {
    Mail mail = taken.mail();
    String address = taken.address();
    if (taken.late()) {
      giveUp(mail, "it has waited too long");
    } else if (address == null) {
      outbox.givenUp(mail, NO_ADDRESS);
      count("no-address");
      LOG.info("Mail {} is not sent: {}", mail.key(), NO_ADDRESS);
    } else if (taken.tried() > settings.tries()) {
      giveUp(mail, "nobody knows what became of the last try");
    } else {
      send(mail, address, taken.tried());
    }
  }

  private void send(Mail mail, String address, int tried) {
    try {
      smtp.send(mail, address);
    } catch (MessagingException e) {
      String reason = reason(e, address);
      if (tried >= settings.tries()) {
        giveUp(mail, reason);
      } else {
        outbox.failed(mail, reason);
        count("failed");
        LOG.warn("Try {} to send mail {}: {}", tried, mail.key(), reason);
      }
      return;
    }
    outbox.sent(mail);
    count("sent");
  }

  private void giveUp(Mail mail, String reason) {
    outbox.givenUp(mail, reason);
    count("given-up");
    LOG.error("Mail {} is not sent: {}", mail.key(), reason);
  }

  private void count(String outcome) {
    counter(outcome).increment();
  }

  private Counter counter(String outcome) {
    return meters.counter("giaouoc.mail", "outcome", outcome);
  }

  /** What went wrong, without the address: logs are read by others than it is known to. */
  private static String reason(MessagingException failure, String address) {
    StringBuilder all = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      all.append(all.isEmpty() ? "" : "; ").append(cause);
    }
    String reason = all.toString().replace(address, "…").strip();
    return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }
}
