package vn.giaouoc.command.mail;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is sent. Without a host none is, and none is written.
 *
 * @param host the SMTP server
 * @param port its port: 587 is that for submission
 * @param from the address that mails are from
 * @param user the account there; empty where the server asks for none
 * @param password its password
 * @param starttls whether the connection must be encrypted before anything is said on it
 * @param link where people look at what is due; told in every mail, if it is set
 * @param pause how long after the first try the second comes; each further one comes after twice as
 *     long. It is longer than any try takes
 * @param tries after how many a mail is given up
 * @param poll how often it is looked for mails to send
 */
@ConfigurationProperties("giaouoc.mail")
public record MailSettings(
    @DefaultValue("") String host,
    @DefaultValue("587") int port,
    @DefaultValue("") String from,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("true") boolean starttls,
    @DefaultValue("") String link,
    @DefaultValue("5m") Duration pause,
    @DefaultValue("8") int tries,
    @DefaultValue("5s") Duration poll) {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");

  /** As long as a path in SMTP may be (RFC 5321, 4.5.3.1.3), without its brackets. */
  private static final int LONGEST_ADDRESS = 254;

  /**
   * Refuses what could not work.
   *
   * @throws IllegalArgumentException if there is a host and no address to write from
   */
  public MailSettings {
    if (!host.isBlank() && !isAddress(from)) {
      throw new IllegalArgumentException(
          "giaouoc.mail.from must be an address: mail is on, because giaouoc.mail.host is set");
    }
  }

  /** Whether mail is sent at all. */
  public boolean isOn() {
    return !host.isBlank();
  }

  /** Whether a text is an address of one mailbox, such as SMTP takes it without extensions. */
  public static boolean isAddress(String text) {
    return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
  }
}
