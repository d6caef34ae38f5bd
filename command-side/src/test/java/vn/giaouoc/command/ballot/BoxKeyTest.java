package vn.giaouoc.command.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Voter;

/** Sealing, as RFC 9180 has it. */
class BoxKeyTest {

  private static final PollId POLL = PollId.of("an-giang.khoi-3.2026.year-end.leader");
  private static final byte[] TOKEN = {1, 2, 3};
  private static final byte[] PAPER = {4, 5, 6, 7};

  private final BoxKey key = BoxKey.make();

  @Test
  void what_is_opened_is_that_of_the_rfc() throws Exception {
    Vectors rfc = Vectors.of("rfc9180");
    HPKE hpke = BoxKey.hpke();
    AsymmetricCipherKeyPair pair = hpke.deserializePrivateKey(rfc.bytes("skRm"), rfc.bytes("pkRm"));
    assertThat(
            hpke.setupBaseR(rfc.bytes("enc"), pair, rfc.bytes("info"))
                .open(rfc.bytes("aad"), rfc.bytes("ct")))
        .isEqualTo(rfc.bytes("pt"));
  }

  @Test
  void what_is_sealed_is_that_of_the_rfc() throws Exception {
    Vectors rfc = Vectors.of("rfc9180");
    HPKE hpke = BoxKey.hpke();
    AsymmetricCipherKeyPair once = hpke.deserializePrivateKey(rfc.bytes("skEm"), rfc.bytes("enc"));
    assertThat(
            hpke.setupBaseS(hpke.deserializePublicKey(rfc.bytes("pkRm")), rfc.bytes("info"), once)
                .seal(rfc.bytes("aad"), rfc.bytes("pt")))
        .isEqualTo(rfc.bytes("ct"));
  }

  @Test
  void a_paper_opens_under_its_own_key_poll_and_token_only() {
    byte[] sealed = Voter.seal(key.publicHalf(), POLL.slug(), TOKEN, PAPER);
    assertThat(sealed).hasSize(PAPER.length + BoxKey.SEAL_BYTES);
    assertThat(key.open(POLL, TOKEN, sealed)).hasValue(PAPER);
    assertThat(BoxKey.of(key.kept()).open(POLL, TOKEN, sealed)).hasValue(PAPER);
    assertThat(key.open(PollId.of("another"), TOKEN, sealed)).isEmpty();
    assertThat(key.open(POLL, new byte[] {1, 2, 4}, sealed)).isEmpty();
    assertThat(BoxKey.make().open(POLL, TOKEN, sealed)).isEmpty();
  }

  @Test
  void a_paper_that_is_not_whole_does_not_open() {
    byte[] sealed = Voter.seal(key.publicHalf(), POLL.slug(), TOKEN, PAPER);
    for (int at = 0; at < sealed.length; at++) {
      byte[] other = sealed.clone();
      other[at] ^= 1;
      assertThat(key.open(POLL, TOKEN, other)).as("byte %s", at).isEmpty();
    }
    for (int length = 0; length < sealed.length; length++) {
      assertThat(key.open(POLL, TOKEN, Arrays.copyOf(sealed, length))).isEmpty();
    }
    assertThat(key.open(POLL, TOKEN, Arrays.copyOf(sealed, sealed.length + 1))).isEmpty();
    assertThat(key.open(POLL, TOKEN, new byte[sealed.length])).isEmpty();
  }

  @Test
  void what_is_no_key_is_refused() {
    assertThatThrownBy(() -> BoxKey.of(new byte[97])).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BoxKey.of(new byte[3])).isInstanceOf(IllegalArgumentException.class);
  }
}
