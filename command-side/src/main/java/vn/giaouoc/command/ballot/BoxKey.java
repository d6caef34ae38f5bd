package vn.giaouoc.command.ballot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import vn.giaouoc.shared.poll.PollId;

/**
 * Opens the papers of one poll: HPKE (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256),
 * HKDF-SHA256 and AES-128-GCM, which every browser computes by itself. A sealed paper is the
 * encapsulated key followed by the ciphertext; the poll and the token are bound to it, so that it
 * opens in no other poll and under no other token.
 */
final class BoxKey {

  /** How many bytes of a sealed paper are not the paper. */
  static final int SEAL_BYTES = 65 + 16;

  private static final int SECRET_BYTES = 32;
  private static final int POINT_BYTES = 65;

  private final AsymmetricCipherKeyPair pair;

  private BoxKey(AsymmetricCipherKeyPair pair) {
    this.pair = pair;
  }

  /** A key that there was not before. */
  static BoxKey make() {
    return new BoxKey(hpke().generatePrivateKey());
  }

  /**
   * The key that was kept.
   *
   * @throws IllegalArgumentException if these bytes are none
   */
  static BoxKey of(byte[] kept) {
    if (kept.length != SECRET_BYTES + POINT_BYTES) {
      throw new IllegalArgumentException("Not a box key");
    }
    return new BoxKey(
        hpke()
            .deserializePrivateKey(
                Arrays.copyOf(kept, SECRET_BYTES),
                Arrays.copyOfRange(kept, SECRET_BYTES, kept.length)));
  }

  /** All of it: the secret number, then the public point. */
  byte[] kept() {
    byte[] kept = Arrays.copyOf(hpke().serializePrivateKey(pair.getPrivate()), 32 + POINT_BYTES);
    System.arraycopy(publicHalf(), 0, kept, SECRET_BYTES, POINT_BYTES);
    return kept;
  }

  /** The point to which papers are sealed, uncompressed. */
  byte[] publicHalf() {
    return hpke().serializePublicKey(pair.getPublic());
  }

  /** What a sealed paper says; nothing if it was not sealed to this key, poll and token. */
  Optional<byte[]> open(PollId poll, byte[] token, byte[] sealed) {
    if (sealed.length < SEAL_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          hpke()
              .setupBaseR(Arrays.copyOf(sealed, POINT_BYTES), pair, info(poll))
              .open(token, Arrays.copyOfRange(sealed, POINT_BYTES, sealed.length)));
    } catch (InvalidCipherTextException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What binds a paper to its poll. */
  static byte[] info(PollId poll) {
    return ("giaouoc ballot 1 " + poll.slug()).getBytes(StandardCharsets.US_ASCII);
  }

  static HPKE hpke() {
    return new HPKE(
        HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
  }
}
