package vn.giaouoc.shared.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.TestAxonServer;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.AliasAdded;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** What both engines must do alike: append, source, refuse, change old forms. */
class EngineContractIT {

  @Nested
  class OnPostgres extends Contract {

    @Override
    Configurer wiring(Upcasters upcasters) {
      return EventStoreConfiguration.onPostgres(
          command, new JdbcTransactionManager(command), upcasters);
    }

    @Override
    void write(String stream, long version, String type, String revision, String payload)
        throws Exception {
      try (Connection connection = command.getConnection()) {
        JdbcClient.create(command)
            .sql(
                "INSERT INTO event_store.domain_event_entry (event_identifier, aggregate_identifier,"
                    + " sequence_number, type, payload_type, payload_revision, payload, meta_data,"
                    + " time_stamp) VALUES (?, ?, ?, 'unit', ?, ?, ?, '{}', ?)")
            .params(
                UUID.randomUUID().toString(),
                stream,
                version,
                type,
                revision,
                payload,
                Instant.EPOCH.toString())
            .update();
      }
    }

    @Test
    void commands_stay_in_this_process() {
      assertThat(axon.commandBus()).isExactlyInstanceOf(SimpleCommandBus.class);
    }
  }

  @Nested
  class OnAxonServer extends Contract {

    private final Engine.AxonServer server = TestAxonServer.orSkip();

    /** A server comes to know who handles what a moment after the node has started. */
    @BeforeEach
    void untilItIsKnownWhoHandlesWhat() throws InterruptedException {
      for (int tried = 1; ; tried++) {
        try {
          axon.commandGateway().sendAndWait(new Ask(unit.stream(), "answer"));
          return;
        } catch (OutcomeUnknownException notYet) {
          if (tried == 100) {
            throw notYet;
          }
          TimeUnit.MILLISECONDS.sleep(50);
        }
      }
    }

    @Override
    Configurer wiring(Upcasters upcasters) {
      return EventStoreConfiguration.onAxonServer(
          server, command, new JdbcTransactionManager(command), new AsText(), upcasters);
    }

    @Override
    void write(String stream, long version, String type, String revision, String payload)
        throws Exception {
      axon.getComponent(AxonServerConnectionManager.class)
          .getConnection()
          .eventChannel()
          .appendEvents(
              Event.newBuilder()
                  .setMessageIdentifier(UUID.randomUUID().toString())
                  .setAggregateIdentifier(stream)
                  .setAggregateSequenceNumber(version)
                  .setAggregateType("unit")
                  .setPayload(
                      SerializedObject.newBuilder()
                          .setType(type)
                          .setRevision(revision)
                          .setData(ByteString.copyFromUtf8(payload)))
                  .build())
          .get();
    }

    @Test
    void the_log_is_followed_in_order_with_bytes_types_and_metadata_as_they_were_written() {
      try (AxonServerLog log = new AxonServerLog(server)) {
        long before = log.head();
        for (int i = 0; i < 250; i++) {
          append(i == 0 ? REGISTERED() : new AliasAdded(unit, "Tên " + i), i);
        }
        List<StoredEvent> read = new ArrayList<>();
        long after = before;
        while (read.size() < 250) {
          List<StoredEvent> page = log.after(after, 100);
          read.addAll(page);
          after = page.isEmpty() ? after : page.getLast().index();
        }
        assertThat(read).extracting(StoredEvent::version).isSorted().hasSize(250);
        assertThat(read).extracting(StoredEvent::index).isSorted().doesNotHaveDuplicates();
        assertThat(read).extracting(StoredEvent::stream).containsOnly(unit.stream());
        StoredEvent first = read.getFirst();
        assertThat(first.type()).isEqualTo("unit.UnitRegistered");
        assertThat(first.revision()).isEqualTo("1");
        assertThat(first.payload())
            .isEqualTo(
                "{\"unit\":\""
                    + unit.slug()
                    + "\",\"name\":\"Sở Y tế\",\"unitKind\":\"department\"}");
        assertThat(first.metadata())
            .isEqualTo(
                EventSerializer.create()
                    .serialize(Envelopes.metaData(ENVELOPE), String.class)
                    .getData());
        assertThat(log.head()).isEqualTo(read.getLast().index());
        assertThat(log.at(first.index())).isEqualTo(first);
        assertThat(log.at(read.getLast().index() + 1)).isNull();
      }
    }

    @Test
    void what_a_handler_throws_comes_back_as_the_same_refusal() {
      assertThatThrownBy(() -> axon.commandGateway().sendAndWait(new Ask(unit.stream(), "refuse")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("refused on purpose");
    }

    @Test
    void a_race_that_shows_when_the_log_is_written_comes_back_as_a_race() {
      append(REGISTERED(), 0);
      assertThatThrownBy(() -> axon.commandGateway().sendAndWait(new Ask(unit.stream(), "race")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("AXONIQ-2000");
    }

    @Test
    void nobody_for_a_command_is_an_unknown_outcome() {
      assertThatThrownBy(() -> axon.commandGateway().sendAndWait("nobody takes this"))
          .isInstanceOf(OutcomeUnknownException.class);
    }
  }

  /** What refusals are sent as here. */
  private static final class AsText implements Refusals {
    @Override
    public Object written(Throwable thrown) {
      return String.valueOf(thrown.getMessage());
    }

    @Override
    public RuntimeException read(Object written) {
      return new IllegalArgumentException((String) written);
    }
  }

  record Ask(@TargetAggregateIdentifier String stream, String what) {}

  abstract static class Contract {

    static final Envelope ENVELOPE =
        Envelope.firstHand(When.of("2019-08-02"), new Actor("somebody", null, "administrator"));

    private static final Upcasters UPCASTERS =
        new Upcasters(
            List.of(
                new Upcasters.Upcast(
                    "unit.UnitRegistered", "0", "1", old -> old.put("unitKind", "department"))));

    final UnitId unit = UnitId.of("test." + UUID.randomUUID());
    final TestDatabase database = TestDatabase.create();
    final DataSource command = database.as(DatabaseSetup.COMMAND_ROLE);
    Configuration axon;

    abstract Configurer wiring(Upcasters upcasters);

    abstract void write(String stream, long version, String type, String revision, String payload)
        throws Exception;

    @BeforeEach
    void start() {
      axon =
          wiring(UPCASTERS)
              .configureCorrelationDataProviders(
                  configuration -> List.of(new SimpleCorrelationDataProvider("request")))
              .registerCommandHandler(configuration -> new Handler(configuration))
              .start();
    }

    @AfterEach
    void stop() {
      axon.shutdown();
    }

    @Test
    void an_event_is_sourced_as_it_was_appended() {
      append(REGISTERED(), 0);

      DomainEventMessage<?> event = sourced().getFirst();
      assertThat(event.getPayload()).isEqualTo(REGISTERED());
      assertThat(Envelopes.of(event.getMetaData())).isEqualTo(ENVELOPE);
      assertThat(event.getSequenceNumber()).isZero();
    }

    @Test
    void whatever_stands_in_the_metadata_is_kept() {
      MetaData metaData =
          Envelopes.metaData(ENVELOPE)
              .and("request", "3f2c")
              .and("nested", Map.of("a", List.of(1, "b")));
      publish(REGISTERED(), 0, metaData);
      assertThat(sourced().getFirst().getMetaData()).isEqualTo(metaData);
    }

    @Test
    void what_a_command_bears_is_put_beside_each_event_that_comes_of_it() {
      axon.commandGateway()
          .sendAndWait(
              new GenericCommandMessage<>(
                  new Ask(unit.stream(), "race"), Map.of("request", "a-key a-digest")));
      assertThat(sourced().getFirst().getMetaData().get("request")).isEqualTo("a-key a-digest");
    }

    @Test
    void the_same_version_twice_is_a_race_and_changes_nothing() {
      append(REGISTERED(), 0);
      append(new AliasAdded(unit, "SYT"), 1);
      assertThatThrownBy(() -> append(new AliasAdded(unit, "Y tế"), 1)).satisfies(this::isRace);
      assertThatThrownBy(() -> append(REGISTERED(), 0)).satisfies(this::isRace);
      assertThat(sourced()).hasSize(2);
    }

    @Test
    void what_belongs_together_is_appended_together_or_not_at_all() {
      UnitId other = UnitId.of("test." + UUID.randomUUID());
      append(REGISTERED(), 0);
      assertThatThrownBy(
              () -> axon.commandGateway().sendAndWait(new Ask(unit.stream(), other.stream())))
          .isInstanceOf(RuntimeException.class);
      assertThat(axon.eventStore().readEvents(other.stream()).hasNext()).isFalse();
      assertThat(sourced()).hasSize(1);
    }

    @Test
    void an_old_form_is_read_in_its_present_one() throws Exception {
      write(
          unit.stream(),
          0,
          "unit.UnitRegistered",
          "0",
          "{\"unit\":\"" + unit.slug() + "\",\"name\":\"Sở Y tế\"}");
      assertThat(sourced().getFirst().getPayload()).isEqualTo(REGISTERED());
    }

    @Test
    void another_connection_sees_it_and_a_new_start_too() {
      append(REGISTERED(), 0);
      axon.shutdown();
      start();
      assertThat(sourced()).hasSize(1);
      append(new AliasAdded(unit, "SYT"), 1);
      assertThat(sourced()).hasSize(2);
    }

    @Test
    void an_answer_is_that_of_the_handler() {
      assertThat(axon.commandGateway().<Long>sendAndWait(new Ask(unit.stream(), "answer")))
          .isEqualTo(7L);
    }

    @Test
    void tokens_are_not_in_memory_and_transactions_are_springs() {
      assertThat(axon.getComponent(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
      assertThat(axon.getComponent(TransactionManager.class))
          .isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void nothing_is_sent_to_the_vendor() {
      assertThat(axon.getModules())
          .noneMatch(module -> module.getClass().getName().contains("UpdateCheck"));
      assertThat(axon.getComponent(org.axonframework.updates.UpdateChecker.class, () -> null))
          .isNull();
    }

    UnitRegistered REGISTERED() {
      return new UnitRegistered(unit, "Sở Y tế", UnitKind.DEPARTMENT, null);
    }

    void append(vn.giaouoc.shared.Event event, long version) {
      publish(event, version, Envelopes.metaData(ENVELOPE));
    }

    private void publish(vn.giaouoc.shared.Event event, long version, MetaData metaData) {
      axon.getComponent(TransactionManager.class)
          .executeInTransaction(
              () ->
                  axon.eventStore()
                      .publish(
                          new GenericDomainEventMessage<>(
                              "unit", unit.stream(), version, event, metaData)));
    }

    private List<? extends DomainEventMessage<?>> sourced() {
      return axon.eventStore().readEvents(unit.stream()).asStream().toList();
    }

    private void isRace(Throwable thrown) {
      assertThat(
              RoutedCommandBus.race(thrown) != null
                  || thrown instanceof org.axonframework.modelling.command.ConcurrencyException
                  || thrown
                      instanceof
                      org.axonframework.modelling.command.AggregateStreamCreationException)
          .as(thrown.toString())
          .isTrue();
    }

    /** Does what it is told. */
    static final class Handler {

      private final Configuration axon;

      Handler(Configuration axon) {
        this.axon = axon;
      }

      @CommandHandler
      long handle(Ask ask) {
        switch (ask.what()) {
          case "refuse" -> throw new IllegalStateException("refused on purpose");
          case "race" -> publish(ask.stream(), 0);
          case "answer" -> {
            return 7;
          }
          default -> {
            publish(ask.what(), 0);
            publish(ask.stream(), 0); // is there already
          }
        }
        return 0;
      }

      private void publish(String stream, long version) {
        UnitId unit = UnitId.of(stream.substring("unit:".length()));
        axon.eventStore()
            .publish(
                new GenericDomainEventMessage<>(
                    "unit",
                    stream,
                    version,
                    new UnitRegistered(unit, "Sở Y tế", UnitKind.DEPARTMENT, null),
                    Envelopes.metaData(ENVELOPE)));
      }
    }
  }
}
