package vn.giaouoc.command.ballot;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import javax.crypto.Cipher;
import vn.giaouoc.shared.poll.StampingKey;

/** Stamps what it cannot see: the server's half of RFC 9474 (BlindSign) for one poll. */
final class Stamper {

  private final RSAPrivateCrtKey key;
  private final StampingKey publicHalf;

  private Stamper(RSAPrivateCrtKey key) throws GeneralSecurityException {
    this.key = key;
    publicHalf =
        StampingKey.of(
            (RSAPublicKey)
                KeyFactory.getInstance("RSA")
                    .generatePublic(
                        new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
  }

  /** A stamp that there was not before. */
  static Stamper make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(
          new RSAKeyGenParameterSpec(StampingKey.FEWEST_BITS, RSAKeyGenParameterSpec.F4));
      return new Stamper((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The stamp that was kept as PKCS #8. */
  static Stamper of(byte[] kept) throws GeneralSecurityException {
    return new Stamper(
        (RSAPrivateCrtKey)
            KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(kept)));
  }

  /** All of it, as PKCS #8. */
  byte[] kept() {
    return key.getEncoded();
  }

  /** By what stamps are known. */
  StampingKey publicHalf() {
    return publicHalf;
  }

  /**
   * The stamp under a blinded token: the same for the same token.
   *
   * @throws IllegalArgumentException if it is none that this key can stamp
   */
  byte[] stamp(byte[] blinded) {
    if (!publicHalf.canStamp(blinded)) {
      throw new IllegalArgumentException("A blinded token has the key's length and range");
    }
    try {
      // the JDK blinds the number anew before it raises it, so how long it takes tells nothing
      Cipher raw = Cipher.getInstance("RSA/ECB/NoPadding");
      raw.init(Cipher.DECRYPT_MODE, key);
      byte[] stamp = raw.doFinal(blinded);
      // a stamp that went wrong in one half of the computation gives the key away
      BigInteger undone =
          new BigInteger(1, stamp).modPow(key.getPublicExponent(), key.getModulus());
      if (!undone.equals(new BigInteger(1, blinded))) {
        throw new IllegalStateException("A stamp went wrong");
      }
      return stamp;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A stamp went wrong", e);
    }
  }
}
