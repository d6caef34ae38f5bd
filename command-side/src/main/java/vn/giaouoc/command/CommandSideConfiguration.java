package vn.giaouoc.command;

import com.fasterxml.jackson.annotation.Nulls;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.AggregateRoot;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.command.award.ProposalHandler;
import vn.giaouoc.command.ballot.BallotSettings;
import vn.giaouoc.command.ballot.OpenBoxes;
import vn.giaouoc.command.bloc.MergerHandler;
import vn.giaouoc.command.correction.CorrectionHandler;
import vn.giaouoc.command.file.FileSettings;
import vn.giaouoc.command.file.FileStore;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.mail.MailSettings;
import vn.giaouoc.command.mail.WhenRemindedThenMail;
import vn.giaouoc.command.pledge.PledgeSpreadsheets;
import vn.giaouoc.command.proceedings.RecordingHandler;
import vn.giaouoc.command.reminder.ReminderSettings;
import vn.giaouoc.command.scoring.RankingHandler;
import vn.giaouoc.command.scoring.ScoreSpreadsheets;
import vn.giaouoc.command.spreadsheet.SpreadsheetHandler;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.command.words.WordsStore;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.eventstore.Engine;
import vn.giaouoc.shared.eventstore.EventStoreConfiguration;
import vn.giaouoc.shared.eventstore.Pool;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.objectstore.ObjectStore;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.web.Account;
import vn.giaouoc.web.Asking;

/**
 * Wires the command side: its connections, Axon on the log, the aggregates, and the look-ups beside
 * them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  BallotSettings.class,
  FileSettings.class,
  MailSettings.class,
  ReminderSettings.class
})
class CommandSideConfiguration {

  /** In seconds. */
  private static final int ANSWER = 3;

  @Bean(destroyMethod = "close")
  HikariDataSource commandDataSource(
      @Value("${giaouoc.command.database.url}") String url,
      @Value("${giaouoc.command.database.user}") String user,
      @Value("${giaouoc.command.database.password}") String password,
      @Value("${giaouoc.command.database.connections}") int connections) {
    HikariDataSource dataSource = Pool.of("command", url, user, password);
    dataSource.setMaximumPoolSize(connections);
    return dataSource;
  }

  @Bean
  PlatformTransactionManager commandTransactionManager(
      @Qualifier("commandDataSource") DataSource dataSource) {
    Flyway.configure()
        .dataSource(dataSource)
        .schemas("command_side")
        .createSchemas(false)
        .locations("classpath:db/command")
        .load()
        .migrate();
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  TransactionTemplate commandTransactions(
      @Qualifier("commandTransactionManager") PlatformTransactionManager transactions) {
    return new TransactionTemplate(transactions);
  }

  @Bean
  JdbcClient commandJdbcClient(@Qualifier("commandDataSource") DataSource dataSource) {
    return JdbcClient.create(dataSource);
  }

  @Bean
  @ConditionalOnProperty(name = ObjectStore.SETTING, havingValue = ObjectStore.S3)
  ObjectStore commandObjects(Environment environment) {
    return ObjectStore.of(environment);
  }

  @Bean
  Clock commandClock() {
    return Clock.system(When.ZONE);
  }

  /** The wire format; a list that is sent has no holes, or the body cannot be read. */
  @Bean
  JsonMapperBuilderCustomizer commandJson() {
    return builder ->
        Wire.configure(builder).changeDefaultNullHandling(all -> all.withContentNulls(Nulls.FAIL));
  }

  /** Who signed in; where nobody is asked to, everybody is the same named administrator. */
  @Bean
  Acting acting(Asking asking) {
    Actor administrator = new Actor("administrator", null, "administrator");
    return () ->
        asking.identified()
            // no write comes here without one
            ? asking.account().map(CommandSideConfiguration::actor).orElseThrow()
            : administrator;
  }

  private static Actor actor(Account account) {
    return new Actor(account.id().toString(), account.unit(), account.office());
  }

  @Bean
  org.axonframework.config.Configuration axon(
      Environment environment,
      @Qualifier("commandDataSource") DataSource dataSource,
      @Qualifier("commandTransactionManager") PlatformTransactionManager transactions,
      WordsStore words,
      FileStore files,
      References references,
      WhenRemindedThenMail mail,
      OpenBoxes boxes,
      @Qualifier("commandClock") Clock clock) {
    Configurer engine =
        switch (Engine.of(environment)) {
          case Engine.Postgres _ ->
              references.noteWithAppend(
                  EventStoreConfiguration.onPostgres(dataSource, transactions));
          case Engine.AxonServer server ->
              references.noteAfterwards(
                  EventStoreConfiguration.onAxonServer(
                      server, dataSource, transactions, new WireRefusals()));
        };
    Configurer configurer = decisions(engine, words, clock);
    configurer.registerComponent(Files.class, configuration -> files);
    configurer.registerComponent(OpenBoxes.class, configuration -> boxes);
    configurer.registerCommandHandler(
        configuration ->
            new RecordingHandler(configuration.getComponent(Streams.class), words, references));
    configurer.registerCommandHandler(
        configuration ->
            new SpreadsheetHandler(
                List.of(new PledgeSpreadsheets(), new ScoreSpreadsheets()),
                configuration.getComponent(Streams.class),
                configuration.getComponent(Offices.class),
                words,
                files));
    mail.follow(configurer);
    return configurer.buildConfiguration();
  }

  @Bean
  SmartLifecycle axonLifecycle(org.axonframework.config.Configuration axon) {
    return new SmartLifecycle() {
      private volatile boolean running;

      @Override
      public void start() {
        axon.start();
        running = true;
      }

      @Override
      public void stop() {
        axon.shutdown();
        running = false;
      }

      @Override
      public boolean isRunning() {
        return running;
      }

      @Override
      public int getPhase() {
        return 0;
      }
    };
  }

  /** Whether Axon Server answers this node; without it no command can be taken. */
  @Bean
  @ConditionalOnProperty(name = "giaouoc.engine", havingValue = "axon-server")
  HealthIndicator axonServerHealthIndicator(org.axonframework.config.Configuration axon) {
    return new AbstractHealthIndicator() {
      @Override
      protected void doHealthCheck(Health.Builder health) {
        axon.eventStore().createHeadToken();
        health.up();
      }
    };
  }

  /** Whether all that is done again and again is done: mail, reminders, boxes of polls. */
  @Bean
  HealthIndicator repeatedHealthIndicator(List<Repeated> all) {
    return () -> {
      Health.Builder health = Health.up();
      all.forEach(
          each ->
              each.trouble()
                  .ifPresent(trouble -> health.outOfService().withDetail(each.name(), trouble)));
      return health.build();
    };
  }

  /** The same in figures. */
  @Bean
  MeterBinder repeatedFigures(List<Repeated> all) {
    return meters ->
        all.forEach(
            each ->
                Gauge.builder("giaouoc.repeated.failing", () -> each.trouble().isPresent() ? 1 : 0)
                    .tag("work", each.name())
                    .description("1 if what is done again and again fails, or is long overdue")
                    .register(meters));
  }

  /**
   * Whether the database takes what is recorded: one that stands by for another, or was closed to
   * writing, answers all the same.
   */
  @Bean
  HealthIndicator recordingHealthIndicator(@Qualifier("commandDataSource") DataSource dataSource) {
    JdbcTemplate database = new JdbcTemplate(dataSource);
    database.setQueryTimeout(ANSWER);
    return () -> {
      try {
        return "off".equals(database.queryForObject("SHOW transaction_read_only", String.class))
            ? Health.up().build()
            : Health.outOfService().withDetail("database", "is read-only").build();
      } catch (DataAccessException e) {
        return Health.down().withDetail("database", "does not answer").build();
      }
    };
  }

  /** Whether keys of secret polls can be made; nothing else depends on them. */
  @Bean
  HealthIndicator ballotKeysHealthIndicator(BallotSettings settings) {
    return () -> {
      Path keys = Path.of(settings.keys());
      if (settings.keys().isBlank()) {
        return Health.up().withDetail("keys", "no directory is set").build();
      }
      return java.nio.file.Files.isDirectory(keys) && java.nio.file.Files.isWritable(keys)
          ? Health.up().build()
          : Health.outOfService().withDetail("keys", "cannot be written").build();
    };
  }

  @Bean
  CommandGateway commandGateway(org.axonframework.config.Configuration axon) {
    return axon.commandGateway();
  }

  @Bean
  Streams streams(org.axonframework.config.Configuration axon) {
    return axon.getComponent(Streams.class);
  }

  @Bean
  Offices offices(org.axonframework.config.Configuration axon) {
    return axon.getComponent(Offices.class);
  }

  /** All that decides: the aggregates, and what their handlers ask beside their own stream. */
  static Configurer decisions(Configurer configurer, Keeper words, Clock clock) {
    // what stands beside an event is its envelope and its request, and nothing that joins events
    configurer.configureCorrelationDataProviders(
        configuration -> List.of(new SimpleCorrelationDataProvider(Commands.REQUEST)));
    List<Class<?>> aggregates = aggregates();
    for (Class<?> aggregate : aggregates) {
      configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(aggregate));
    }
    configurer.registerComponent(
        Streams.class, configuration -> streams(configuration, aggregates));
    configurer.registerComponent(Keeper.class, configuration -> words);
    configurer.registerComponent(
        Offices.class,
        configuration -> new Offices(configuration.getComponent(Streams.class), clock));
    configurer.registerCommandHandler(
        configuration ->
            new MergerHandler(
                configuration.getComponent(Streams.class),
                configuration.getComponent(Offices.class)));
    configurer.registerCommandHandler(
        configuration ->
            new CorrectionHandler(
                configuration.getComponent(Streams.class),
                configuration.getComponent(Offices.class),
                words,
                configuration.getComponent(Files.class)));
    configurer.registerCommandHandler(
        configuration ->
            new RankingHandler(
                configuration.getComponent(Streams.class),
                configuration.getComponent(Offices.class),
                words));
    configurer.registerCommandHandler(
        configuration ->
            new ProposalHandler(
                configuration.getComponent(Streams.class),
                configuration.getComponent(Offices.class),
                words,
                configuration.getComponent(Files.class)));
    return configurer;
  }

  private static List<Class<?>> aggregates() {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(AggregateRoot.class));
    return scanner.findCandidateComponents(CommandSide.class.getPackageName()).stream()
        .<Class<?>>map(found -> load(String.valueOf(found.getBeanClassName())))
        .toList();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Streams streams(
      org.axonframework.config.Configuration configuration, List<Class<?>> aggregates) {
    Map<String, Streams.Kind> kinds = new LinkedHashMap<>();
    for (Class<?> aggregate : aggregates) {
      kinds.put(
          aggregate.getAnnotation(AggregateRoot.class).type(),
          new Streams.Kind(begin(aggregate), () -> configuration.repository(aggregate)));
    }
    return new Streams(configuration::eventStore, kinds);
  }

  private static Callable<?> begin(Class<?> aggregate) {
    try {
      Constructor<?> constructor = aggregate.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor::newInstance;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
