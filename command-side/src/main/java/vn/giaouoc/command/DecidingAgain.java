package vn.giaouoc.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import vn.giaouoc.command.ballot.OpenBoxes;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.proceedings.ProceedingsEvent;
import vn.giaouoc.shared.time.When;

/**
 * The whole command side on a past that somebody tells it: what it would have decided then, by the
 * rules that stood then. What it appends is caught and thrown away; it knows no log that it could
 * write to.
 *
 * <p>Texts are the digests that the record has of them, and every file counts as kept: what lies
 * beside the log is not replayed. Neither are the keys and versions that requests came with. One
 * thread at a time.
 */
public final class DecidingAgain implements AutoCloseable {

  private final Past past;
  private final List<DomainEventMessage<?>> appended = new ArrayList<>();
  private final Configuration axon;
  private Instant now = Instant.EPOCH;

  /** What stood in the log at the moment of a decision. */
  @FunctionalInterface
  public interface Past {

    /** The events of a stream that stood by then, in order, each with its number. */
    List<? extends DomainEventMessage<?>> of(String stream);
  }

  /** What came of a command. */
  public sealed interface Decision {

    /** These events would be appended, in this order. */
    record Appended(List<DomainEventMessage<?>> events) implements Decision {}

    /** A rule refuses it. */
    record Refused(Rejection.Rejected why) implements Decision {}

    /** It cannot be decided: nothing is there that it speaks of, or it cannot be read. */
    record Undecidable(RuntimeException why) implements Decision {}
  }

  /** Decides on this past. */
  public DecidingAgain(Past past) {
    this.past = past;
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureEventStore(
                _ -> EmbeddedEventStore.builder().storageEngine(new Caught()).build());
    CommandSideConfiguration.decisions(configurer, Words::new, new StandingClock(() -> now));
    configurer.registerComponent(Files.class, _ -> _ -> true);
    configurer.registerComponent(OpenBoxes.class, _ -> _ -> {});
    axon = configurer.start();
  }

  /**
   * What was asked when this event came of it, as the past tells.
   *
   * @param envelope what stands beside it
   * @param stored what is stored of the act beside it
   */
  public AskedFor askedFor(Event event, Envelope envelope, Stored stored) {
    return event instanceof ProceedingsEvent
        ? AskedFor.Not.RECORDED_LATER
        : axon.getComponent(Streams.class).peek(event.stream()).askedFor(event, envelope, stored);
  }

  /**
   * Decides a command again.
   *
   * @param at when it was decided
   */
  public Decision decide(Command command, Instant at) {
    now = at;
    appended.clear();
    try {
      axon.commandGateway().sendAndWait(new GenericCommandMessage<>(command));
      return new Decision.Appended(List.copyOf(appended));
    } catch (Rejection.Rejected refused) {
      return new Decision.Refused(refused);
    } catch (RuntimeException e) {
      return new Decision.Undecidable(e);
    }
  }

  @Override
  public void close() {
    axon.shutdown();
  }

  /** Reads the past, and keeps what is appended from going anywhere. */
  private final class Caught implements EventStorageEngine {

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
      events.forEach(event -> appended.add((DomainEventMessage<?>) event));
    }

    @Override
    public DomainEventStream readEvents(String stream, long from) {
      return DomainEventStream.of(
          past.of(stream).stream().filter(event -> event.getSequenceNumber() >= from));
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
      return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
      throw new UnsupportedOperationException("Aggregates are small, and have no snapshots");
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
        TrackingToken from, boolean mayBlock) {
      throw new UnsupportedOperationException("Nobody follows the past");
    }
  }

  /** Stands where it is put. */
  private static final class StandingClock extends Clock {

    private final Supplier<Instant> now;

    private StandingClock(Supplier<Instant> now) {
      this.now = now;
    }

    @Override
    public ZoneId getZone() {
      return When.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("Days are those of Vietnam");
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }
}
