package vn.giaouoc.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.ballot.OpenBoxes;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The whole command side on a log in memory: given what stands in any streams, when a command is
 * sent, then these events are appended, or it is refused. For decisions that span streams; a
 * decision within one has its fixture.
 */
public final class Living {

  private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
  private final Map<String, Long> versions = new HashMap<>();
  private final List<Event> appended = new ArrayList<>();
  private final Configuration axon;
  private final String day;
  private Throwable refusal;
  private Long version;

  private Living(String day) {
    this.day = day;
    Clock clock =
        Clock.fixed(LocalDate.parse(day).atTime(9, 0).atZone(When.ZONE).toInstant(), When.ZONE);
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureEventStore(c -> EmbeddedEventStore.builder().storageEngine(log).build());
    CommandSideConfiguration.decisions(configurer, Living::words, clock);
    configurer.registerComponent(OpenBoxes.class, c -> poll -> {});
    configurer.registerComponent(Files.class, c -> file -> !file.slug().equals("not-kept"));
    axon = configurer.start();
    axon.eventBus()
        .subscribe(events -> events.forEach(event -> appended.add((Event) event.getPayload())));
  }

  /** An empty log on a day. */
  public static Living on(String day) {
    return new Living(day);
  }

  /** What stands for a text in tests. */
  public static Words words(String text) {
    return new Words("words of " + text);
  }

  /** An act of an account for a unit on a day. */
  public static Envelope by(UnitId unit, String day) {
    return Envelope.firstHand(When.of(day), new Actor("account of " + unit.slug(), unit, "member"));
  }

  /** An act of the emulation board on a day. */
  public static Envelope byTheBoard(String day) {
    return Envelope.firstHand(When.of(day), new Actor("account of the board", null, "board"));
  }

  /** Given these events, first-hand and applying from the day, or messages with their metadata. */
  public Living given(Object... events) {
    return givenOn(day, events);
  }

  /** Given these events, applying from another day. */
  public Living givenOn(String from, Object... events) {
    Envelope envelope =
        Envelope.firstHand(When.of(from), new Actor("somebody", null, "administrator"));
    for (Object each : events) {
      EventMessage<?> message =
          each instanceof EventMessage<?> told
              ? told
              : new GenericEventMessage<>(each, Envelopes.metaData(envelope));
      Event event = (Event) message.getPayload();
      long number = versions.merge(event.stream(), 0L, (before, one) -> before + 1);
      log.appendEvents(
          new GenericDomainEventMessage<>(
              event.stream().substring(0, event.stream().indexOf(':')),
              event.stream(),
              number,
              message.getPayload(),
              message.getMetaData()));
    }
    return this;
  }

  /** When this is asked. */
  public Living when(Command command) {
    return when(command, Map.of());
  }

  /** When this is asked under a key, by a sender who has seen a version. */
  public Living when(Command command, Map<String, ?> metaData) {
    appended.clear();
    refusal = null;
    version = null;
    try {
      version = axon.commandGateway().sendAndWait(new GenericCommandMessage<>(command, metaData));
    } catch (RuntimeException e) {
      refusal = e;
    }
    return this;
  }

  /** Whether it was done; whatever keeps it from that must be a refusal. */
  public boolean accepted() {
    if (refusal != null && !(refusal instanceof Rejected)) {
      throw new AssertionError("It was neither done nor refused", refusal);
    }
    return refusal == null;
  }

  /** Then these events are appended, in any streams, in this order, and no others. */
  public Living then(Event... events) {
    if (refusal != null) {
      throw new AssertionError("It was refused", refusal);
    }
    assertThat(appended).containsExactly(events);
    return this;
  }

  /** Then it is refused for this reason, and nothing is appended. */
  public Living refused(Rejection reason) {
    assertThat(refusal).as("appended: " + appended).isInstanceOf(Rejected.class);
    assertThat((Object) ((Rejected) refusal).rejection()).isEqualTo(reason);
    assertThat(appended).isEmpty();
    return this;
  }

  /** What the refusal is about. */
  public String subject() {
    return ((Rejected) refusal).subject();
  }

  /** The clause by which it was refused. */
  public String clause() {
    return ((Rejected) refusal).clause();
  }

  /** The events that the last command appended. */
  public List<Event> appended() {
    return List.copyOf(appended);
  }

  /** The version that the last command was answered with. */
  public Long version() {
    return version;
  }

  /** The streams as they stand. */
  public Streams streams() {
    return axon.getComponent(Streams.class);
  }

  /** All that stands in a stream. */
  public List<Event> stream(String stream) {
    return log.readEvents(stream, 0).asStream().map(Living::event).toList();
  }

  private static Event event(DomainEventMessage<?> message) {
    return (Event) message.getPayload();
  }
}
