package vn.giaouoc.shared.poll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The public half of the key by which the papers of one secret poll are stamped: a blind signature
 * (RFC 9474, RSABSSA-SHA384-PSS-Randomized). Anyone can tell by it that a token was stamped, and
 * nobody which of the issued papers it was.
 *
 * @param encoded an RSA key of at least {@value #FEWEST_BITS} bits as a SubjectPublicKeyInfo in
 *     base64url
 */
public record StampingKey(@JsonValue String encoded) {

  /** As strong as the sealing of the papers. */
  public static final int FEWEST_BITS = 3072;

  /**
   * How long a token is: the 32 random bytes that the RFC puts before the message, and a message of
   * 32 random bytes.
   */
  public static final int TOKEN_BYTES = 64;

  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1);

  /** Refuses what is no such key. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public StampingKey {
    if (parsed(encoded).getModulus().bitLength() < FEWEST_BITS) {
      throw new IllegalArgumentException("A stamping key has at least " + FEWEST_BITS + " bits");
    }
  }

  /** The public half of a pair. */
  public static StampingKey of(RSAPublicKey key) {
    return new StampingKey(
        Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded()));
  }

  /** How many bytes a stamp has, and a blinded token. */
  public int length() {
    return (parsed(encoded).getModulus().bitLength() + 7) / 8;
  }

  /** Whether a blinded token is one that can be stamped: of the key's length, and in its range. */
  public boolean canStamp(byte[] blinded) {
    BigInteger modulus = parsed(encoded).getModulus();
    BigInteger message = new BigInteger(1, blinded);
    return blinded.length == (modulus.bitLength() + 7) / 8
        // 0, 1 and -1 stay what they are whatever the key is
        && message.compareTo(BigInteger.ONE) > 0
        && message.compareTo(modulus.subtract(BigInteger.ONE)) < 0;
  }

  /** Whether this is the stamp of a token. Neither need be of any form. */
  public boolean hasStamped(byte[] token, byte[] stamp) {
    try {
      Signature pss = Signature.getInstance("RSASSA-PSS");
      pss.setParameter(PSS);
      pss.initVerify(parsed(encoded));
      pss.update(token);
      return stamp.length == length() && pss.verify(stamp);
    } catch (GeneralSecurityException e) {
      // the JDK has the algorithm and the key is one: it is the stamp
      return false;
    }
  }

  private static RSAPublicKey parsed(String encoded) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(encoded);
      if (KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes))
          instanceof RSAPublicKey key) {
        return key;
      }
      throw new IllegalArgumentException("Not an RSA key");
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("Not a stamping key", e);
    }
  }
}
