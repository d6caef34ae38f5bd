package vn.giaouoc.shared.eventstore;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The only wiring of Axon: the PostgreSQL log, its transactions, its serializer. It is done by
 * hand, through Axon's configuration API: the auto-configuration chooses silently (no transactions,
 * tokens in memory, XStream, a call to the vendor at start), and every one of these choices would
 * be wrong here.
 */
public final class EventStoreConfiguration {

  /** The schema of the log. */
  public static final String SCHEMA = "event_store";

  private static final String UNIQUE_VIOLATION = "23505";

  private EventStoreConfiguration() {}

  /**
   * Axon on the PostgreSQL log, without aggregates and handlers.
   *
   * @param dataSource connections of the role that may append
   * @param transactions their transactions
   */
  public static Configurer onPostgres(
      DataSource dataSource, PlatformTransactionManager transactions) {
    EventSerializer serializer = EventSerializer.create();
    TransactionManager transactionManager = new SpringTransactionManager(transactions);
    SpringDataSourceConnectionProvider connections =
        new SpringDataSourceConnectionProvider(dataSource);
    return DefaultConfigurer.defaultConfiguration(false)
        .configureTransactionManager(configuration -> transactionManager)
        .configureSerializer(configuration -> serializer)
        .configureEventSerializer(configuration -> serializer)
        .configureMessageSerializer(configuration -> serializer)
        .registerComponent(
            org.axonframework.eventhandling.tokenstore.TokenStore.class,
            configuration ->
                JdbcTokenStore.builder()
                    .connectionProvider(connections)
                    .serializer(serializer)
                    .schema(TokenSchema.builder().setTokenTable("command_side.token_entry").build())
                    .contentType(byte[].class)
                    .build())
        .configureEventStore(
            configuration ->
                EmbeddedEventStore.builder()
                    .storageEngine(
                        new PostgresLog(
                            JdbcEventStorageEngine.builder()
                                .eventSerializer(serializer)
                                .snapshotSerializer(serializer)
                                .upcasterChain(Upcasters.all().chain())
                                .connectionProvider(connections)
                                .transactionManager(transactionManager)
                                .persistenceExceptionResolver(duplicateKeys())
                                .dataType(String.class)
                                .schema(schema())))
                    .build());
  }

  private static EventSchema schema() {
    return EventSchema.builder()
        .eventTable(SCHEMA + ".domain_event_entry")
        .snapshotTable(SCHEMA + ".snapshot_event_entry")
        .globalIndexColumn("global_index")
        .eventIdentifierColumn("event_identifier")
        .aggregateIdentifierColumn("aggregate_identifier")
        .sequenceNumberColumn("sequence_number")
        .typeColumn("type")
        .timestampColumn("time_stamp")
        .payloadTypeColumn("payload_type")
        .payloadRevisionColumn("payload_revision")
        .payloadColumn("payload")
        .metaDataColumn("meta_data")
        .build();
  }

  /** PostgreSQL's driver tells a violated key by its state, not by the class of its exception. */
  static PersistenceExceptionResolver duplicateKeys() {
    return exception -> {
      for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
          return true;
        }
      }
      return false;
    };
  }
}
