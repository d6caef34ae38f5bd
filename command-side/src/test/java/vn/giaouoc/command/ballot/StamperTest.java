package vn.giaouoc.command.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.poll.StampingKey;

/** Stamps, as RFC 9474 has them. */
class StamperTest {

  private static final Vectors RFC = Vectors.of("rfc9474");
  private static final Stamper STAMPER = ofTheRfc();
  private static final StampingKey KEY = STAMPER.publicHalf();

  private static Stamper ofTheRfc() {
    BigInteger p = RFC.number("p");
    BigInteger q = RFC.number("q");
    BigInteger d = RFC.number("d");
    try {
      return Stamper.of(
          KeyFactory.getInstance("RSA")
              .generatePrivate(
                  new RSAPrivateCrtKeySpec(
                      RFC.number("n"),
                      RFC.number("e"),
                      d,
                      p,
                      q,
                      d.mod(p.subtract(BigInteger.ONE)),
                      d.mod(q.subtract(BigInteger.ONE)),
                      q.modInverse(p)))
              .getEncoded());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void the_blind_stamp_is_that_of_the_rfc() {
    assertThat(STAMPER.stamp(RFC.bytes("blinded_msg"))).isEqualTo(RFC.bytes("blind_sig"));
  }

  @Test
  void the_stamp_of_the_rfc_is_known() {
    assertThat(KEY.hasStamped(RFC.bytes("input_msg"), RFC.bytes("sig"))).isTrue();
  }

  @Test
  void a_stamp_is_of_its_token_and_whole() {
    byte[] token = RFC.bytes("input_msg");
    byte[] stamp = RFC.bytes("sig");
    token[79] ^= 1;
    assertThat(KEY.hasStamped(token, stamp)).isFalse();
    token[79] ^= 1;
    stamp[511] ^= 1;
    assertThat(KEY.hasStamped(token, stamp)).isFalse();
    stamp[511] ^= 1;
    assertThat(KEY.hasStamped(token, Arrays.copyOf(stamp, 513))).isFalse();
    assertThat(KEY.hasStamped(token, Arrays.copyOf(stamp, 511))).isFalse();
    assertThat(KEY.hasStamped(token, new byte[0])).isFalse();
    // the number is the same, but greater than the modulus
    assertThat(
            KEY.hasStamped(
                token, bytes(new BigInteger(1, stamp).add(RFC.number("n")), stamp.length)))
        .isFalse();
    assertThat(KEY.hasStamped(token, stamp)).isTrue();
  }

  private static byte[] bytes(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    return Arrays.copyOfRange(signed, Math.max(0, signed.length - length), signed.length);
  }

  @Test
  void what_is_out_of_range_or_of_another_length_is_not_stamped() {
    BigInteger modulus = RFC.number("n");
    for (BigInteger number :
        new BigInteger[] {
          BigInteger.ZERO,
          BigInteger.ONE,
          modulus.subtract(BigInteger.ONE),
          modulus,
          modulus.add(BigInteger.TWO)
        }) {
      byte[] blinded = new byte[512];
      byte[] bytes = bytes(number, 512);
      System.arraycopy(bytes, 0, blinded, 512 - bytes.length, bytes.length);
      assertThat(KEY.canStamp(blinded)).as(number.toString(16)).isFalse();
      assertThatThrownBy(() -> STAMPER.stamp(blinded)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(KEY.canStamp(Arrays.copyOf(RFC.bytes("blinded_msg"), 511))).isFalse();
    assertThat(KEY.canStamp(new byte[0])).isFalse();
    byte[] longer = new byte[513];
    System.arraycopy(RFC.bytes("blinded_msg"), 0, longer, 1, 512);
    assertThat(KEY.canStamp(longer)).isFalse();
    assertThat(KEY.canStamp(RFC.bytes("blinded_msg"))).isTrue();
  }

  @Test
  void a_new_one_has_3072_bits_and_is_kept_whole() throws Exception {
    Stamper made = Stamper.make();
    assertThat(made.publicHalf().length()).isEqualTo(384);
    Stamper kept = Stamper.of(made.kept());
    assertThat(kept.publicHalf()).isEqualTo(made.publicHalf());
    byte[] blinded = new byte[384];
    Arrays.fill(blinded, 1, 384, (byte) 7);
    assertThat(kept.stamp(blinded)).isEqualTo(made.stamp(blinded));
  }

  @Test
  void a_short_key_is_none() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    RSAPublicKey shorter = (RSAPublicKey) generator.generateKeyPair().getPublic();
    assertThatThrownBy(() -> StampingKey.of(shorter)).hasMessageContaining("3072");
    assertThatThrownBy(() -> new StampingKey("AAAA")).isInstanceOf(IllegalArgumentException.class);
  }
}
