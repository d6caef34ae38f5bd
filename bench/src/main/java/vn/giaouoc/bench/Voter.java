package vn.giaouoc.bench;

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

/** The voter's half of a secret ballot, from nothing but what the poll's reading tells. */
final class Voter {

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
   * @param box what the poll's document says of its box
   */
  Voter(String poll, JsonNode box) {
    this.poll = poll;
    boxKey = Base64.getUrlDecoder().decode(box.path("boxKey").asString());
    paperLength = box.path("paperLength").asInt();
    try {
      stamping =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(
                      new X509EncodedKeySpec(
                          Base64.getUrlDecoder().decode(box.path("stampingKey").asString())));
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

  String blinded() {
    return blinded;
  }

  String token() {
    return base64(token);
  }

  /** Takes the stamp of what was blinded. */
  void take(String blindStamp) {
    BigInteger modulus = stamping.getModulus();
    stamp =
        bytes(
            new BigInteger(1, Base64.getUrlDecoder().decode(blindStamp))
                .multiply(blinding.modInverse(modulus))
                .mod(modulus));
  }

  /** A paper that can be returned, as JSON; each call seals it anew. */
  String paper(String answers) {
    byte[] written =
        ("{\"version\":1,\"answers\":" + answers + "}").getBytes(StandardCharsets.UTF_8);
    byte[] filled = Arrays.copyOf(written, paperLength);
    Arrays.fill(filled, written.length, paperLength, (byte) ' ');
    HPKE hpke =
        new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
    try {
      HPKEContextWithEncapsulation context =
          hpke.setupBaseS(
              hpke.deserializePublicKey(boxKey),
              ("giaouoc ballot 1 " + poll).getBytes(StandardCharsets.US_ASCII));
      byte[] ciphertext = context.seal(token, filled);
      byte[] sealed = Arrays.copyOf(context.getEncapsulation(), 65 + ciphertext.length);
      System.arraycopy(ciphertext, 0, sealed, 65, ciphertext.length);
      return "{\"token\":\"%s\",\"stamp\":\"%s\",\"sealed\":\"%s\"}"
          .formatted(base64(token), base64(stamp), base64(sealed));
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

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
