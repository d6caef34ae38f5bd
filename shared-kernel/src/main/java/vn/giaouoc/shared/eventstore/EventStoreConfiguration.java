package vn.giaouoc.shared.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The only wiring of Axon: the PostgreSQL log or Axon Server, transactions, the serializer. It is
 * done by hand, through Axon's configuration API: the auto-configuration chooses silently (no
 * transactions, tokens in memory, XStream, a call to the vendor at start), and every one of these
 * choices would be wrong here.
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
    return onPostgres(dataSource, transactions, Upcasters.all());
  }

  static Configurer onPostgres(
      DataSource dataSource, PlatformTransactionManager transactions, Upcasters upcasters) {
    EventSerializer serializer = EventSerializer.create();
    TransactionManager transactionManager = new SpringTransactionManager(transactions);
    SpringDataSourceConnectionProvider connections =
        new SpringDataSourceConnectionProvider(dataSource);
    return onAnyEngine(serializer, transactionManager, connections)
        .configureEventStore(
            configuration ->
                EmbeddedEventStore.builder()
                    // whoever follows reads for itself: a thread that reads for all outlives the
                    // pool
                    .optimizeEventConsumption(false)
                    .storageEngine(
                        new PostgresLog(
                            JdbcEventStorageEngine.builder()
                                .eventSerializer(serializer)
                                .snapshotSerializer(serializer)
                                .upcasterChain(upcasters.chain())
                                .connectionProvider(connections)
                                .transactionManager(transactionManager)
                                .persistenceExceptionResolver(duplicateKeys())
                                .dataType(String.class)
                                .schema(schema())))
                    .build());
  }

  /**
   * Axon on Axon Server, which has the log and hands commands to their nodes; without aggregates
   * and handlers.
   *
   * <p>No transaction of a database spans an append here. What a handler writes elsewhere stays
   * written even if the events are refused; and what events rest on must be written, in a
   * transaction of its own, before they are appended.
   *
   * @param dataSource connections of the command side, for its tokens
   * @param transactions their transactions
   * @param refusals how what a command ends with crosses from node to node
   * @throws IllegalStateException if the log there is a part of one
   */
  public static Configurer onAxonServer(
      Engine.AxonServer server,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Refusals refusals) {
    return onAxonServer(server, dataSource, transactions, refusals, Upcasters.all());
  }

  static Configurer onAxonServer(
      Engine.AxonServer server,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      Refusals refusals,
      Upcasters upcasters) {
    try (Connection connection = dataSource.getConnection()) {
      ImportUnderWay.refuse(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer", e);
    }
    EventSerializer serializer = EventSerializer.create();
    AxonServerConfiguration settings = Connections.settings(server, "giaouoc-command-side");
    return onAnyEngine(
            serializer,
            new SpringTransactionManager(transactions),
            new SpringDataSourceConnectionProvider(dataSource))
        .registerComponent(AxonServerConfiguration.class, configuration -> settings)
        .registerComponent(
            AxonServerConnectionManager.class, configuration -> Connections.open(settings))
        .configureEventStore(
            configuration ->
                new InOneRequest()
                    .configuration(settings)
                    .platformConnectionManager(
                        configuration.getComponent(AxonServerConnectionManager.class))
                    .eventSerializer(serializer)
                    .snapshotSerializer(serializer)
                    .upcasterChain(upcasters.chain())
                    .build())
        .configureCommandBus(
            configuration ->
                new RoutedCommandBus(
                    AxonServerCommandBus.builder()
                        .configuration(settings)
                        .axonServerConnectionManager(
                            configuration.getComponent(AxonServerConnectionManager.class))
                        .localSegment(here(configuration, refusals))
                        .serializer(serializer)
                        // a command names its stream; one that names none may go anywhere
                        .routingStrategy(AnnotationRoutingStrategy.defaultStrategy()),
                    refusals));
  }

  /** What Axon's own bus does by itself: what is to stand beside every event is put there. */
  private static CommandBus here(Configuration configuration, Refusals refusals) {
    CommandBus here = new RoutedCommandBus.Here(SimpleCommandBus.builder(), refusals);
    here.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
    return here;
  }

  /**
   * Without a filter of snapshots the server sends a snapshot and the events after it when asked
   * once; with one, which is otherwise asked for, each sourcing asks it twice.
   */
  private static final class InOneRequest extends AxonServerEventStore.Builder {

    @Override
    protected void validate() {}
  }

  private static Configurer onAnyEngine(
      EventSerializer serializer,
      TransactionManager transactionManager,
      SpringDataSourceConnectionProvider connections) {
    return DefaultConfigurer.defaultConfiguration(false)
        .configureTransactionManager(configuration -> transactionManager)
        .configureSerializer(configuration -> serializer)
        .configureEventSerializer(configuration -> serializer)
        .configureMessageSerializer(configuration -> serializer)
        .registerComponent(
            TokenStore.class,
            configuration ->
                JdbcTokenStore.builder()
                    .connectionProvider(connections)
                    .serializer(serializer)
                    .schema(tokens())
                    .contentType(byte[].class)
                    .build());
  }

  private static TokenSchema tokens() {
    return TokenSchema.builder()
        .setTokenTable("command_side.token_entry")
        .setProcessorNameColumn("processor_name")
        .setTokenTypeColumn("token_type")
        .build();
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
