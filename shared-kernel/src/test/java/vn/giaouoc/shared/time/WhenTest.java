package vn.giaouoc.shared.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.giaouoc.shared.time.When.Precision;

class WhenTest {

  @ParameterizedTest
  @CsvSource({
    "2019-08-02T14:00, MINUTE, 2019-08-02T07:00:00Z, 2019-08-02T07:00:59.999999999Z",
    "2020-01-08 afternoon, PART_OF_DAY, 2020-01-08T05:00:00Z, 2020-01-08T10:59:59.999999999Z",
    "2020-01-08 chiều, PART_OF_DAY, 2020-01-08T05:00:00Z, 2020-01-08T10:59:59.999999999Z",
    "2021-01-29, DAY, 2021-01-28T17:00:00Z, 2021-01-29T16:59:59.999999999Z",
    "2019-03, MONTH, 2019-02-28T17:00:00Z, 2019-03-31T16:59:59.999999999Z",
    "2019, YEAR, 2018-12-31T17:00:00Z, 2019-12-31T16:59:59.999999999Z",
    "2019-01-01/2019-03-31, INTERVAL, 2018-12-31T17:00:00Z, 2019-03-31T16:59:59.999999999Z"
  })
  void a_moment_is_as_long_as_it_is_coarse(
      String text, Precision precision, Instant earliest, Instant latest) {
    When when = When.of(text);
    assertThat(when.precision()).isEqualTo(precision);
    assertThat(when.earliest()).isEqualTo(earliest);
    assertThat(when.latest()).isEqualTo(latest);
  }

  @Test
  void of_an_unknown_moment_nothing_is_known() {
    assertThat(When.of("unknown").earliest()).isEqualTo(Instant.MIN);
    assertThat(When.of("unknown").latest()).isEqualTo(Instant.MAX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2019-02-30",
        "2019-13",
        "19",
        "02/05/2020",
        "2019-08-02T25:00",
        "2019-08-02 noon",
        "2019-03-31/2019-01-01",
        "hôm qua"
      })
  void what_is_no_moment_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> When.of(text))
        .withMessageContaining("'" + text);
  }

  @Property(tries = 500)
  void a_moment_is_read_back_as_it_is_written(@ForAll("moments") When when) {
    assertThat(When.of(when.text())).isEqualTo(when);
    assertThat(when.earliest()).isBefore(when.latest());
  }

  @Provide
  Arbitrary<When> moments() {
    Arbitrary<LocalDate> days =
        Arbitraries.integers().between(0, 40_000).map(LocalDate.of(1948, 6, 11)::plusDays);
    return Arbitraries.oneOf(
        days.map(day -> When.of(day.toString())),
        days.map(day -> When.of(day.toString().substring(0, 7))),
        days.map(day -> When.of(day.toString().substring(0, 4))),
        days.map(day -> When.of(day + " evening")),
        days.map(day -> When.of(day + "T07:45")),
        days.map(day -> When.of(day + "/" + day.plusDays(90))));
  }
}
