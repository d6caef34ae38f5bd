package vn.giaouoc.shared.poll;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import tools.jackson.databind.JsonNode;

/**
 * The voter's half of a secret ballot, written again from nothing but what a poll tells in public:
 * it makes a token, has it stamped, and seals a paper.
 */
public final class Voter {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String poll;
  private final byte[] boxKey;
  private final int paperLength;
  private final RSAPublicKey stamping;
  private final byte[] token = new byte[64];
  private final BigInteger blinding;
  private final String blinded;
  private byte[] stamp = new byte[0];

  /**
   * Somebody with a paper to be stamped.
   *
   * @param poll the slug of the poll
   * @param stampingKey by which its stamps are known
   * @param boxKey to which its papers are sealed, in base64url
   * @param paperLength how many bytes a paper has before it is sealed
   */
  public Voter(String poll, StampingKey stampingKey, String boxKey, int paperLength) {
    this.poll = poll;
    this.boxKey = Base64.getUrlDecoder().decode(boxKey);
    this.paperLength = paperLength;
    try {
      stamping =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(
                      new X509EncodedKeySpec(Base64.getUrlDecoder().decode(stampingKey.encoded())));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
    RANDOM.nextBytes(token);
    BigInteger modulus = stamping.getModulus();
    blinding = new BigInteger(modulus.bitLength() - 1, RANDOM);
    BigInteger number =
        encoded(token, modulus.bitLength() - 1)
            .multiply(blinding.modPow(stamping.getPublicExponent(), modulus))
            .mod(modulus);
    blinded = base64(bytes(number));
  }

  /**
   * Somebody with a paper to be stamped.
   *
   * @param box what the poll's document says of its box
   */
  public static Voter of(String poll, JsonNode box) {
    return new Voter(
        poll,
        new StampingKey(box.path("stampingKey").asString()),
        box.path("boxKey").asString(),
        box.path("paperLength").asInt());
  }

  /** The token as it is shown to be stamped, in base64url. */
  public String blinded() {
    return blinded;
  }

  /** The token in base64url. */
  public String token() {
    return base64(token);
  }

  /** The stamp in base64url; empty as long as none was taken. */
  public String stamp() {
    return base64(stamp);
  }

  /** Takes the stamp of what was blinded. */
  public Voter stamped(String blindStamp) {
    BigInteger modulus = stamping.getModulus();
    stamp =
        bytes(
            new BigInteger(1, Base64.getUrlDecoder().decode(blindStamp))
                .multiply(blinding.modInverse(modulus))
                .mod(modulus));
    return this;
  }

  /** A paper that can be returned, as JSON; each call seals it anew. */
  public String paper(String answers) {
    byte[] written =
        ("{\"version\":1,\"answers\":" + answers + "}").getBytes(StandardCharsets.UTF_8);
    byte[] filled = Arrays.copyOf(written, paperLength);
    Arrays.fill(filled, written.length, paperLength, (byte) ' ');
    return "{\"token\":\"%s\",\"stamp\":\"%s\",\"sealed\":\"%s\"}"
        .formatted(token(), stamp(), sealed(filled));
  }

  /** What is written on a paper, sealed to the box, in base64url. */
  public String sealed(byte[] written) {
    return base64(seal(boxKey, poll, token, written));
  }

  /** What is written on a paper, sealed to a box. */
  public static byte[] seal(byte[] boxKey, String poll, byte[] token, byte[] written) {
    HPKE hpke =
        new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
    try {
      HPKEContextWithEncapsulation context =
          hpke.setupBaseS(
              hpke.deserializePublicKey(boxKey),
              ("giaouoc ballot 1 " + poll).getBytes(StandardCharsets.US_ASCII));
      byte[] ciphertext = context.seal(token, written);
      byte[] sealed = Arrays.copyOf(context.getEncapsulation(), 65 + ciphertext.length);
      System.arraycopy(ciphertext, 0, sealed, 65, ciphertext.length);
      return sealed;
    } catch (InvalidCipherTextException e) {
      throw new AssertionError(e);
    }
  }

  /** EMSA-PSS with SHA-384 and a salt of 48 bytes (RFC 8017, 9.1.1). */
  private static BigInteger encoded(byte[] message, int bits) {
    try {
      int length = (bits + 7) / 8;
      byte[] salt = new byte[48];
      RANDOM.nextBytes(salt);
      MessageDigest sha = MessageDigest.getInstance("SHA-384");
      byte[] digest = sha.digest(message);
      sha.update(new byte[8]);
      sha.update(digest);
      byte[] hash = sha.digest(salt);
      byte[] block = new byte[length - hash.length - 1];
      block[block.length - salt.length - 1] = 1;
      System.arraycopy(salt, 0, block, block.length - salt.length, salt.length);
      for (int at = 0, counter = 0; at < block.length; counter++) {
        sha.update(hash);
        byte[] mask = sha.digest(new byte[] {0, 0, 0, (byte) counter});
        for (int i = 0; i < mask.length && at < block.length; i++, at++) {
          block[at] ^= mask[i];
        }
      }
      block[0] &= (byte) (0xff >> (8 * length - bits));
      byte[] whole = Arrays.copyOf(block, length);
      System.arraycopy(hash, 0, whole, block.length, hash.length);
      whole[length - 1] = (byte) 0xbc;
      return new BigInteger(1, whole);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] bytes(BigInteger number) {
    byte[] bytes = new byte[(stamping.getModulus().bitLength() + 7) / 8];
    byte[] signed = number.toByteArray();
    int from = signed[0] == 0 ? 1 : 0;
    System.arraycopy(
        signed, from, bytes, bytes.length - (signed.length - from), signed.length - from);
    return bytes;
  }

  /** Bytes in base64url, as they are sent. */
  public static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
