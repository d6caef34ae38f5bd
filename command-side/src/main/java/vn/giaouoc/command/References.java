package vn.giaouoc.command;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Ids;
import vn.giaouoc.shared.proceedings.HistoryEvent;
import vn.giaouoc.shared.proceedings.ProceedingsEvent;

/**
 * Which streams first-hand events speak of: a look-up of the command side. What such an event rests
 * on cannot be withdrawn.
 *
 * <p>On the PostgreSQL log it is written in the transaction of the append. On Axon Server it
 * follows the log, and whoever asks waits until it has come to where the log is at that moment.
 */
@Component
public class References {

  private static final String FOLLOWER = "references";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  /** Why there is no answer. */
  private enum Unknown implements Rejection {
    REFERENCES_NOT_YET_KNOWN;

    @Override
    public Reason reason() {
      return new Reason(
          503,
          "Chưa biết sự kiện nào khác dựa vào điều này; hãy thử lại sau ít phút",
          "It is not known yet what rests on this; try again in a few minutes");
    }
  }

  private final JdbcClient database;
  private volatile BooleanSupplier upToDate = () -> true;

  References(@Qualifier("commandJdbcClient") JdbcClient database) {
    this.database = database;
  }

  /**
   * Whether a first-hand event of another stream speaks of this one.
   *
   * @throws Rejection.Rejected if the look-up does not get to where the log is now
   */
  public boolean to(String stream) {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    boolean knows = upToDate.getAsBoolean();
    while (!knows && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      knows = upToDate.getAsBoolean();
    }
    Unknown.REFERENCES_NOT_YET_KNOWN.unless(knows);
    return database
        .sql("SELECT EXISTS (SELECT 1 FROM command_side.reference WHERE stream = ?)")
        .param(stream)
        .query(Boolean.class)
        .single();
  }

  /**
   * The streams of a kind in which something first-hand speaks of another, as far as it is noted: a
   * hint, to be asked what they are.
   *
   * @param kind the word in front of their identifiers
   */
  public List<String> speaking(String kind) {
    return database
        .sql(
            "SELECT DISTINCT of_stream FROM command_side.reference WHERE of_stream LIKE ? ORDER BY"
                + " of_stream")
        .param(kind + ":%")
        .query(String.class)
        .list();
  }

  /** Notes what events speak of as they are appended. */
  Configurer noteWithAppend(Configurer axon) {
    axon.onInitialize(
        configuration ->
            configuration.onStart(
                () ->
                    configuration.eventBus().subscribe(appended -> appended.forEach(this::note))));
    return axon;
  }

  /** Notes what events speak of as the log is followed; of several nodes one follows it. */
  Configurer noteAfterwards(Configurer axon) {
    axon.eventProcessing()
        .registerEventHandler(configuration -> new Noting())
        .assignHandlerTypesMatching(FOLLOWER, Noting.class::equals)
        .registerTrackingEventProcessor(
            FOLLOWER,
            Configuration::eventStore,
            configuration ->
                TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                    .andInitialTrackingToken(StreamableMessageSource::createTailToken));
    axon.onInitialize(
        configuration -> configuration.onStart(() -> upToDate = () -> followed(configuration)));
    return axon;
  }

  /** Whether the follower, on whichever node it runs, has come to where the log is now. */
  private boolean followed(Configuration axon) {
    TrackingToken head = axon.eventStore().createHeadToken();
    return head == null
        || database
            .sql(
                """
                SELECT coalesce(max((convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint), -1) >= ?
                FROM command_side.token_entry WHERE processor_name = ?
                """)
            .params(head.position().orElse(-1), FOLLOWER)
            .query(Boolean.class)
            .single();
  }

  /** What follows the log. */
  private final class Noting {

    @EventHandler
    void on(EventMessage<?> message) {
      note(message);
    }
  }

  private void note(EventMessage<?> message) {
    if (message instanceof DomainEventMessage<?> domain
        && message.getPayload() instanceof Event event) {
      spokenOf(event, domain.getMetaData().containsKey("told"))
          .forEach(other -> note(other, domain.getIdentifier(), event.stream()));
    }
  }

  /**
   * The other streams that an event speaks of first-hand.
   *
   * @param told whether a paper told it later
   */
  public static SortedSet<String> spokenOf(Event event, boolean told) {
    if (told || event instanceof ProceedingsEvent || event instanceof HistoryEvent) {
      return Collections.emptySortedSet();
    }
    SortedSet<String> others = Ids.in(event);
    others.remove(event.stream());
    return others;
  }

  private void note(String stream, String event, String ofStream) {
    database
        .sql(
            "INSERT INTO command_side.reference (stream, event_identifier, of_stream) VALUES (?, ?,"
                + " ?)"
                // a node may still follow while another has taken over from it, and the log may
                // have
                // come from the other engine
                + " ON CONFLICT DO NOTHING")
        .params(stream, event, ofStream)
        .update();
  }
}
