package vn.giaouoc.command;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.giaouoc.shared.Envelope.Manner;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;

/** What stands for a text, a file, a fact or a request without telling it. */
public final class Digests {

  private Digests() {}

  /** SHA-256 of these bytes, one after the other, in hexadecimal. */
  public static String sha256(byte[]... parts) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        sha256.update(part);
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same for the same fact, whoever tells it, in whatever words its date is written. */
  public static String ofFact(Event event, Manner manner, Dated occurredOn, When appliesFrom) {
    String canonical =
        Wire.mapper()
            .writeValueAsString(
                Stream.of(
                        event.getClass().getSimpleName(),
                        event,
                        manner,
                        manner == Manner.HAPPENED ? occurredOn.on() : "",
                        appliesFrom)
                    .toList());
    return sha256(canonical.getBytes(StandardCharsets.UTF_8));
  }

  /** HMAC-SHA-256 of these bytes in hexadecimal: it tells nothing to who does not have the key. */
  public static String hmac(byte[] key, byte[] bytes) {
    try {
      Mac hmac = Mac.getInstance("HmacSHA256");
      hmac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(hmac.doFinal(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
