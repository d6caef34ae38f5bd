package vn.giaouoc.command.ballot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/**
 * The two secrets of a poll: by one its papers are stamped, by the other they are opened.
 *
 * @param stamper stamps papers
 * @param box opens them
 */
record PollKeys(Stamper stamper, BoxKey box) {

  private static final String FORM = "giaouoc poll keys 1";

  static PollKeys make() {
    return new PollKeys(Stamper.make(), BoxKey.make());
  }

  /** As they are kept in a file: three lines of ASCII. */
  byte[] kept() {
    Base64.Encoder base64 = Base64.getEncoder();
    return String.join(
            "\n",
            FORM,
            base64.encodeToString(stamper.kept()),
            base64.encodeToString(box.kept()),
            "")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** The keys in a file; nothing if there are none in it any more. */
  static Optional<PollKeys> of(byte[] kept) {
    String[] lines = new String(kept, StandardCharsets.US_ASCII).split("\n", -1);
    if (lines.length != 4 || !lines[0].equals(FORM) || !lines[3].isEmpty()) {
      return Optional.empty();
    }
    try {
      Base64.Decoder base64 = Base64.getDecoder();
      return Optional.of(
          new PollKeys(Stamper.of(base64.decode(lines[1])), BoxKey.of(base64.decode(lines[2]))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "PollKeys[…]";
  }
}
