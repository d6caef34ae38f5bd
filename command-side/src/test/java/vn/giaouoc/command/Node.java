package vn.giaouoc.command;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import vn.giaouoc.command.ballot.OpenBoxes;
import vn.giaouoc.command.ballot.TestBallots;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.eventstore.EventStoreConfiguration;
import vn.giaouoc.shared.time.When;

/**
 * One command side of several on one PostgreSQL: what it decides meets what others decide only in
 * the log, and a race is not run again.
 */
public final class Node implements AutoCloseable {

  private final Configuration axon;
  private final Clock clock;
  private final Map<String, Long> given = new HashMap<>();

  private Node(DataSource dataSource, String day, Keeper keeper) {
    clock = Clock.fixed(LocalDate.parse(day).atTime(9, 0).atZone(When.ZONE).toInstant(), When.ZONE);
    axon =
        CommandSideConfiguration.decisions(
                EventStoreConfiguration.onPostgres(
                    dataSource, new JdbcTransactionManager(dataSource)),
                keeper,
                clock)
            .registerComponent(Files.class, configuration -> file -> true)
            .registerComponent(OpenBoxes.class, configuration -> TestBallots.node("", dataSource))
            .start();
  }

  /** A node on a day. */
  public static Node on(TestDatabase database, String day) {
    return on(database, day, Living::words);
  }

  /** A node on a day, with these connections. */
  public static Node on(DataSource connections, String day) {
    return new Node(connections, day, Living::words);
  }

  /** A node whose keeper of texts is used to do something in the middle of a decision. */
  public static Node on(TestDatabase database, String day, Keeper keeper) {
    return new Node(database.as(DatabaseSetup.COMMAND_ROLE), day, keeper);
  }

  /** Appends what stands, applying from a day. */
  public void given(String from, Event... events) {
    Envelope envelope =
        Envelope.firstHand(When.of(from), new Actor("somebody", null, "administrator"));
    for (Event event : events) {
      long number = given.merge(event.stream(), 0L, (before, one) -> before + 1);
      axon.eventStore()
          .publish(
              new GenericDomainEventMessage<>(
                  event.stream().substring(0, event.stream().indexOf(':')),
                  event.stream(),
                  number,
                  event,
                  Envelopes.metaData(envelope)));
    }
  }

  /**
   * Sends a command once.
   *
   * @return the new version
   */
  public long send(Command command) {
    return axon.commandGateway().<Long>sendAndWait(new GenericCommandMessage<>(command));
  }

  /** What resources send their commands with, for whoever acts. */
  public Commands commands(Acting acting) {
    return new Commands(axon.commandGateway(), acting, clock, new SimpleMeterRegistry());
  }

  /** The status with which a failure of a request is answered. */
  public static int status(Exception failure) {
    Method answer =
        requireNonNull(new ExceptionHandlerMethodResolver(Problems.class).resolveMethod(failure));
    try {
      Object told = answer.invoke(new Problems(), failure);
      return told instanceof ResponseEntity<?> response
          ? response.getStatusCode().value()
          : ((ProblemDetail) told).getStatus();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** All that stands in a stream. */
  public List<Event> stream(String stream) {
    return axon.eventStore().readEvents(stream).asStream().map(Node::event).toList();
  }

  private static Event event(DomainEventMessage<?> message) {
    return (Event) message.getPayload();
  }

  @Override
  public void close() {
    axon.shutdown();
  }
}
