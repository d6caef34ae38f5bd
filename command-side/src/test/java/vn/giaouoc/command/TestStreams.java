package vn.giaouoc.command;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** Other streams, for tests of one. */
public final class TestStreams {

  private TestStreams() {}

  /** Streams in which these exist. */
  public static Streams where(Set<? extends Id> existing) {
    return with(existing.stream().map(TestStreams::founding).toArray());
  }

  /** Streams in which these events stand: each an {@link Event}, or what {@link Expected} makes. */
  public static Streams with(Object... events) {
    return Living.on("2026-11-22").given(events).streams();
  }

  /** Who may do what on a day, as streams tell. */
  public static Offices offices(Streams streams, String day) {
    return new Offices(
        streams,
        Clock.fixed(LocalDate.parse(day).atTime(9, 0).atZone(When.ZONE).toInstant(), When.ZONE));
  }

  private static Event founding(Id id) {
    return switch (id) {
      case UnitId unit -> new UnitRegistered(unit, unit.slug(), UnitKind.DEPARTMENT, null);
      case BlocId bloc -> new BlocEstablished(bloc, bloc.slug(), "khối", null);
      default -> throw new IllegalArgumentException("No test needs " + id);
    };
  }
}
