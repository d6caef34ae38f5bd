package vn.giaouoc.command;

import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** Other streams, for tests of one: in each something stands. */
public final class TestStreams {

  private TestStreams() {}

  /** Streams in which these exist. */
  public static Streams where(Set<? extends Id> existing) {
    InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    existing.forEach(
        id ->
            log.appendEvents(
                new GenericDomainEventMessage<>(id.kind(), id.stream(), 0, founding(id))));
    EventStore store = EmbeddedEventStore.builder().storageEngine(log).build();
    Streams.Kind any =
        new Streams.Kind(
            Anything::new,
            () -> {
              throw new UnsupportedOperationException("A test only peeks");
            });
    return new Streams(() -> store, Map.of("unit", any, "bloc", any));
  }

  private static Event founding(Id id) {
    return switch (id) {
      case UnitId unit -> new UnitRegistered(unit, unit.slug(), UnitKind.DEPARTMENT, null);
      case BlocId bloc -> new BlocEstablished(bloc, bloc.slug(), "khối", null);
      default -> throw new IllegalArgumentException("No test needs " + id);
    };
  }

  private static final class Anything extends Recordable<Event> {

    @Override
    protected void reset() {}

    @Override
    protected void evolve(Event event) {}
  }
}
