package vn.giaouoc.shared.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** The log on a real PostgreSQL, and every trap of the stack that would be silent. */
class EventLogIT {

  private static final UnitId HEALTH = UnitId.of("kien-giang.so-y-te");
  private static final UnitRegistered REGISTERED =
      new UnitRegistered(HEALTH, "Sở Y tế", UnitKind.DEPARTMENT, null);
  private static final Envelope ENVELOPE =
      Envelope.firstHand(When.of("2019-08-02"), new Actor("somebody", null, "administrator"));

  private final TestDatabase database = TestDatabase.create();
  private final DataSource command = database.as(DatabaseSetup.COMMAND_ROLE);
  private final Configuration axon =
      EventStoreConfiguration.onPostgres(command, new JdbcTransactionManager(command))
          .buildConfiguration();

  @BeforeEach
  void start() {
    axon.start();
  }

  @AfterEach
  void stop() {
    axon.shutdown();
  }

  @Test
  void an_event_is_stored_under_the_domains_name_as_readable_json() {
    append(0);

    Map<String, Object> row =
        JdbcClient.create(database.owner())
            .sql(
                "SELECT payload_type, payload_revision, payload, meta_data FROM event_store.domain_event_entry")
            .query()
            .singleRow();
    assertThat(row)
        .containsEntry("payload_type", "unit.UnitRegistered")
        .containsEntry("payload_revision", "1")
        .containsEntry(
            "payload",
            "{\"unit\":\"kien-giang.so-y-te\",\"name\":\"Sở Y tế\",\"unitKind\":\"department\"}");
    assertThat(Envelopes.read((String) row.get("meta_data"))).isEqualTo(ENVELOPE);
  }

  @Test
  void an_event_is_sourced_as_it_was_appended() {
    append(0);

    var events = axon.eventStore().readEvents(HEALTH.stream()).asStream().toList();
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().getPayload()).isEqualTo(REGISTERED);
    assertThat(Envelopes.of(events.getFirst().getMetaData())).isEqualTo(ENVELOPE);
  }

  @Test
  void the_same_version_twice_is_a_conflict() {
    append(0);
    append(1);
    assertThatThrownBy(() -> append(1)).isInstanceOf(ConcurrencyException.class);
    assertThatThrownBy(() -> append(0)).isInstanceOf(AggregateStreamCreationException.class);
  }

  @Test
  void transactions_are_springs_and_a_rollback_leaves_no_event() {
    assertThat(axon.getComponent(TransactionManager.class))
        .isInstanceOf(SpringTransactionManager.class);
    assertThatThrownBy(
            () ->
                axon.getComponent(TransactionManager.class)
                    .executeInTransaction(
                        () -> {
                          publish(0);
                          throw new IllegalStateException("on purpose");
                        }))
        .hasMessage("on purpose");
    assertThat(axon.eventStore().readEvents(HEALTH.stream()).hasNext()).isFalse();
  }

  @Test
  void nothing_is_sent_to_the_vendor() {
    assertThat(axon.getModules())
        .noneMatch(module -> module.getClass().getName().contains("UpdateCheck"));
    assertThat(axon.getComponent(org.axonframework.updates.UpdateChecker.class, () -> null))
        .isNull();
  }

  @Test
  void tokens_are_not_in_memory() {
    assertThat(axon.getComponent(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
  }

  @Test
  void no_payload_is_a_large_object() {
    assertThat(
            JdbcClient.create(database.owner())
                .sql(
                    "SELECT count(*) FROM information_schema.columns WHERE data_type = 'oid' AND table_schema IN"
                        + " ('event_store', 'command_side', 'read_model')")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void no_role_of_the_program_can_alter_the_log() {
    append(0);
    for (String statement :
        List.of(
            "UPDATE event_store.domain_event_entry SET payload = '{}'",
            "DELETE FROM event_store.domain_event_entry",
            "TRUNCATE event_store.domain_event_entry")) {
      for (String role : List.of(DatabaseSetup.COMMAND_ROLE, DatabaseSetup.QUERY_ROLE)) {
        assertThatThrownBy(() -> JdbcClient.create(database.as(role)).sql(statement).update())
            .hasRootCauseMessage("ERROR: permission denied for table domain_event_entry");
      }
      assertThatThrownBy(() -> JdbcClient.create(database.owner()).sql(statement).update())
          .rootCause()
          .hasMessageContaining("The event log only grows");
    }
    assertThat(axon.eventStore().readEvents(HEALTH.stream()).hasNext()).isTrue();
  }

  @Test
  void the_query_role_cannot_append() {
    assertThatThrownBy(
            () ->
                JdbcClient.create(database.as(DatabaseSetup.QUERY_ROLE))
                    .sql(
                        "INSERT INTO event_store.domain_event_entry (event_identifier, aggregate_identifier,"
                            + " sequence_number, payload_type, payload_revision, payload, meta_data, time_stamp)"
                            + " VALUES ('e', 'a', 0, 't', '1', '{}', '{}', '')")
                    .update())
        .hasRootCauseMessage("ERROR: permission denied for table domain_event_entry");
  }

  private void append(long sequence) {
    axon.getComponent(TransactionManager.class).executeInTransaction(() -> publish(sequence));
  }

  private void publish(long sequence) {
    axon.eventStore()
        .publish(
            new GenericDomainEventMessage<>(
                "Unit", HEALTH.stream(), sequence, REGISTERED, Envelopes.metaData(ENVELOPE)));
  }
}
