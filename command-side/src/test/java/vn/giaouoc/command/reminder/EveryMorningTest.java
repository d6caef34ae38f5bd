package vn.giaouoc.command.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.time.When;

class EveryMorningTest {

  private static final LocalDate DUE = LocalDate.of(2026, 12, 20);

  private final List<String> reminded = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private String broken = "";

  private final EveryMorning morning =
      new EveryMorning(
          new ReminderSettings(List.of(7), LocalTime.of(7, 0), Duration.ofMinutes(10)),
          List.of(
              new DueSoon() {
                @Override
                public String kind() {
                  return "cycle";
                }

                @Override
                public void remind(String stream, LocalDate today, DaysBefore ahead) {
                  if (stream.equals(broken)) {
                    throw new IllegalStateException("It cannot be read");
                  }
                  reminded.add(stream + " " + today);
                }
              }),
          kind -> List.of(kind + ":a", kind + ":b"),
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneId getZone() {
              return When.ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              throw new UnsupportedOperationException();
            }
          });

  private boolean at(String dateTime) {
    now = Instant.parse(dateTime + "+07:00");
    return morning.once();
  }

  @Test
  void it_looks_once_a_day_and_not_at_night() {
    at("2026-12-13T00:30:00");
    at("2026-12-13T06:59:59");
    assertThat(reminded).isEmpty();
    at("2026-12-13T07:00:00");
    at("2026-12-13T07:10:00");
    at("2026-12-13T23:59:00");
    assertThat(reminded).containsExactly("cycle:a 2026-12-13", "cycle:b 2026-12-13");
    reminded.clear();
    at("2026-12-14T00:10:00");
    at("2026-12-14T12:00:00");
    assertThat(reminded).containsExactly("cycle:a 2026-12-14", "cycle:b 2026-12-14");
  }

  @Test
  void what_cannot_be_read_keeps_no_other_waiting_and_is_looked_at_again() {
    broken = "cycle:a";
    assertThat(at("2026-12-13T07:00:00")).isFalse();
    assertThat(reminded).containsExactly("cycle:b 2026-12-13");
    broken = "";
    assertThat(at("2026-12-13T07:10:00")).isTrue();
    at("2026-12-13T07:20:00");
    assertThat(reminded)
        .containsExactly("cycle:b 2026-12-13", "cycle:a 2026-12-13", "cycle:b 2026-12-13");
  }

  @Test
  void a_reminder_is_called_for_on_its_day_and_made_up_for_until_the_next() {
    DaysBefore ahead = new DaysBefore(List.of(1, 7));
    assertThat(ahead.calledFor(DUE.minusDays(8), DUE)).isEmpty();
    assertThat(ahead.calledFor(DUE.minusDays(7), DUE)).hasValue(7);
    assertThat(ahead.calledFor(DUE.minusDays(2), DUE)).hasValue(7);
    assertThat(ahead.calledFor(DUE.minusDays(1), DUE)).hasValue(1);
    assertThat(ahead.calledFor(DUE, DUE)).hasValue(1);
    assertThat(ahead.calledFor(DUE.plusDays(1), DUE)).isEmpty();
    assertThat(new DaysBefore(List.of()).calledFor(DUE, DUE)).isEmpty();
    assertThat(new DaysBefore(List.of(0)).calledFor(DUE.minusDays(1), DUE)).isEmpty();
    assertThat(new DaysBefore(List.of(0)).calledFor(DUE, DUE)).hasValue(0);
  }

  @Test
  void nobody_is_reminded_after_the_day_on_purpose() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ReminderSettings(List.of(7, -1), LocalTime.NOON, Duration.ofMinutes(1)));
  }
}
