package vn.giaouoc.query.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Instant BEGIN = Instant.parse("2026-11-28T00:00:00Z");

  @Test
  void it_is_what_was_done_lately_and_not_since_the_beginning() {
    Pace pace = new Pace();
    assertThat(pace.perSecond()).isZero();
    pace.mark(BEGIN, 0);
    assertThat(pace.perSecond()).isZero();
    for (int second = 1; second <= 60; second++) {
      pace.mark(BEGIN.plusSeconds(second), second * 100L);
      assertThat(pace.perSecond()).isEqualTo(100);
    }
    for (int second = 61; second <= 80; second++) {
      pace.mark(BEGIN.plusSeconds(second), 6000 + (second - 60) * 10L);
    }
    assertThat(pace.perSecond()).isEqualTo(10);
  }

  @Test
  void after_a_long_silence_it_spans_the_silence() {
    Pace pace = new Pace();
    pace.mark(BEGIN, 0);
    pace.mark(BEGIN.plusSeconds(100), 50);
    assertThat(pace.perSecond()).isZero();
    pace.mark(BEGIN.plusSeconds(100), 200);
    assertThat(pace.perSecond()).isEqualTo(2);
  }
}
