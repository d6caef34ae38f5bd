package vn.giaouoc.command.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;

/** Hands mails to the SMTP server that is set. */
final class Smtp {

  /** How long the server may be silent at any point, in milliseconds. */
  private static final String PATIENCE = "10000";

  private final MailSettings settings;
  private final Session session;
  private final Clock clock;

  Smtp(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    Properties properties = new Properties();
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", Integer.toString(settings.port()));
    properties.put("mail.smtp.connectiontimeout", PATIENCE);
    properties.put("mail.smtp.timeout", PATIENCE);
    properties.put("mail.smtp.writetimeout", PATIENCE);
    properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.starttls()));
    // or a password goes in clear to whoever answers without it
    properties.put("mail.smtp.starttls.required", Boolean.toString(settings.starttls()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    session = Session.getInstance(properties);
  }

  /**
   * Hands over a mail.
   *
   * @throws MessagingException if the server cannot be reached, or does not take it
   */
  void send(Mail mail, String address) throws MessagingException {
    MimeMessage message = new Named(session, id(mail));
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipient(RecipientType.TO, new InternetAddress(address, true));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setText(mail.body(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    // so that no machine answers (RFC 3834)
    message.setHeader("Auto-Submitted", "auto-generated");
    if (settings.user().isEmpty()) {
      Transport.send(message);
    } else {
      Transport.send(message, settings.user(), settings.password());
    }
  }

  /** The same whenever the same mail is sent, so that one sent twice can be told to be one. */
  private String id(Mail mail) {
    return "<"
        + mail.key().replace('/', '.')
        + settings.from().substring(settings.from().indexOf('@'))
        + ">";
  }

  /** A message whose id is not left to chance. */
  private static final class Named extends MimeMessage {

    private final String id;

    private Named(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
