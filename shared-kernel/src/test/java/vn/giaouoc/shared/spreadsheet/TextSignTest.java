package vn.giaouoc.shared.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What is given out with the sign is read without it. */
class TextSignTest {

  @Property
  void what_is_given_out_is_read_back_and_is_no_formula(
      @ForAll
          @Chars({'\'', '=', '+', '-', '@', '\t', '\r', ' '})
          @CharRange(from = 'a', to = 'c')
          @StringLength(max = 6)
          String text) {
    assertThat(TextSign.without(TextSign.with(text))).isEqualTo(text);
    assertThat(TextSign.with(text)).doesNotMatch("(?s)[=+\\-@\t\r].*");
  }

  @Test
  void a_tab_after_an_apostrophe_is_told_from_a_sign() {
    assertThat(TextSign.with("'\t=")).isEqualTo("''\t=");
    assertThat(TextSign.without("''\t=")).isEqualTo("'\t=");
    assertThat(TextSign.without("'nam'")).isEqualTo("'nam'");
  }
}
