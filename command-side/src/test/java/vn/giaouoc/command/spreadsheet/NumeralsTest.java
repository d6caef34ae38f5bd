package vn.giaouoc.command.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.giaouoc.command.spreadsheet.Numerals.Ambiguous;
import vn.giaouoc.command.spreadsheet.Numerals.Nothing;
import vn.giaouoc.command.spreadsheet.Numerals.Plain;

class NumeralsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "12|12",
        "007|7",
        "1.234,5|1234.5",
        "1.234.567|1234567",
        "1.234.567,89|1234567.89",
        "'1 234,5'|1234.5",
        "'1 234 567'|1234567",
        "'1\u00a0234,5'|1234.5",
        "'1\u202f234'|1234",
        "1234,5|1234.5",
        "1234.5|1234.5",
        "1234.567|1234.567",
        "1,5|1.5",
        "12.50|12.50",
        "0,125|0.125",
        "0.125|0.125",
        "1,2340|1.2340",
        "1,234.5|1234.5",
        "1,234,567|1234567",
        "-5|-5",
        "\u22125,5|-5.5",
        "+3|3"
      })
  void what_can_be_meant_one_way_is_read_that_way(String text, BigDecimal number) {
    assertThat(Numerals.of(text)).isEqualTo(new Plain(number, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"12,5 %|12.5", "12,5%|12.5", "100 %|100", "-3%|-3"})
  void a_percent_sign_is_told(String text, BigDecimal number) {
    assertThat(Numerals.of(text)).isEqualTo(new Plain(number, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234|1234|1.234",
        "1,234|1234|1.234",
        "12.345|12345|12.345",
        "123,456|123456|123.456",
        "-1.234|-1234|-1.234",
        "1.234 %|1234|1.234"
      })
  void what_can_be_meant_in_two_ways_is_never_guessed(
      String text, BigDecimal grouped, BigDecimal decimal) {
    assertThat(Numerals.of(text)).isEqualTo(new Ambiguous(grouped, decimal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "chín mươi",
        "1.23.4",
        "1,2,3",
        "1.234.56",
        "12 34",
        "1..2",
        "1e5",
        "=1+1",
        "%",
        "12a",
        "1.234,5.6",
        "--1",
        "١٢"
      })
  void what_is_no_number_is_none(String text) {
    assertThat(Numerals.of(text)).isEqualTo(new Nothing());
  }

  @Property
  void whatever_is_written_the_vietnamese_way_is_read_back_or_said_to_be_ambiguous(
      @ForAll @BigRange(min = "-99999999999", max = "99999999999") @Scale(4) BigDecimal number) {
    String plain = number.toPlainString().replace('.', ',');
    assertThat(Numerals.of(plain)).isEqualTo(new Plain(number, false));
    String[] parts = number.abs().toPlainString().split("\\.");
    String grouped = parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", ".") + "," + parts[1];
    assertThat(Numerals.of(grouped)).isEqualTo(new Plain(number.abs(), false));
  }
}
