package vn.giaouoc.command.ballot;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import vn.giaouoc.shared.poll.Answer;
import vn.giaouoc.shared.poll.PollId;

/** What a voter's browser does, in Java: it makes a token, has it stamped, and seals a paper. */
final class Voter {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final PollId poll;
  private final SecretBallots.Prepared prepared;
  private final RSAPublicKey stamping;
  final byte[] token = new byte[64];
  private final BigInteger blinding;
  final String blinded;
  private byte[] stamp = new byte[0];

  Voter(PollId poll, SecretBallots.Prepared prepared) {
    this.poll = poll;
    this.prepared = prepared;
    try {
      stamping =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(
                      new X509EncodedKeySpec(
                          Base64.getUrlDecoder().decode(prepared.stampingKey().encoded())));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
    RANDOM.nextBytes(token);
    blinding = new BigInteger(stamping.getModulus().bitLength() - 1, RANDOM);
    BigInteger number =
        encoded(token, stamping.getModulus().bitLength() - 1)
            .multiply(blinding.modPow(stamping.getPublicExponent(), stamping.getModulus()))
            .mod(stamping.getModulus());
    blinded = base64(bytes(number));
  }

  /** Takes the stamp of what was blinded. */
  Voter stamped(String blindStamp) {
    stamp =
        bytes(
            new BigInteger(1, Base64.getUrlDecoder().decode(blindStamp))
                .multiply(blinding.modInverse(stamping.getModulus()))
                .mod(stamping.getModulus()));
    return this;
  }

  String token() {
    return base64(token);
  }

  String stamp() {
    return base64(stamp);
  }

  String sealed(Map<String, Answer> answers) {
    return sealed(new Paper(answers, false).written(prepared.paperLength()));
  }

  String sealed(byte[] paper) {
    return base64(seal(Base64.getUrlDecoder().decode(prepared.boxKey()), poll, token, paper));
  }

  /** A paper sealed to a box. */
  static byte[] seal(byte[] boxKey, PollId poll, byte[] token, byte[] paper) {
    try {
      HPKE hpke = BoxKey.hpke();
      HPKEContextWithEncapsulation context =
          hpke.setupBaseS(hpke.deserializePublicKey(boxKey), BoxKey.info(poll));
      byte[] ciphertext = context.seal(token, paper);
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
    byte[] bytes = new byte[prepared.stampingKey().length()];
    byte[] signed = number.toByteArray();
    int from = signed[0] == 0 ? 1 : 0;
    System.arraycopy(
        signed, from, bytes, bytes.length - (signed.length - from), signed.length - from);
    return bytes;
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
