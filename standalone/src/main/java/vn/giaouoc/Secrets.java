package vn.giaouoc;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that nobody has to remember. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  private Secrets() {}

  /** A password that was never used before. */
  static String password() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
