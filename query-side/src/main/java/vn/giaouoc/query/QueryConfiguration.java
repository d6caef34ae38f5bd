package vn.giaouoc.query;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.shared.eventstore.Pool;
import vn.giaouoc.shared.objectstore.ObjectStore;
import vn.giaouoc.shared.time.When;

/**
 * The connections of this side. Nothing is primary: in standalone the other side has its own, in
 * the same context.
 */
@Configuration(proxyBeanMethods = false)
class QueryConfiguration {

  @Bean
  HikariDataSource queryDataSource(QuerySettings settings) {
    QuerySettings.Database database = settings.database();
    HikariDataSource dataSource =
        Pool.of("query", database.url(), database.user(), database.password());
    dataSource.setSchema("read_model");
    return dataSource;
  }

  @Bean(initMethod = "migrate")
  Flyway queryFlyway(@Qualifier("queryDataSource") DataSource dataSource) {
    return Flyway.configure()
        .dataSource(dataSource)
        .schemas("read_model")
        .createSchemas(false)
        .locations("classpath:db/query")
        .load();
  }

  /** Takes the migration along, so that nobody gets a client before there are tables. */
  @Bean
  JdbcClient queryJdbcClient(
      @Qualifier("queryDataSource") DataSource dataSource,
      @Qualifier("queryFlyway") Flyway migrated) {
    return JdbcClient.create(dataSource);
  }

  @Bean
  JdbcTransactionManager queryTransactionManager(
      @Qualifier("queryDataSource") DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  TransactionTemplate queryTransactions(
      @Qualifier("queryTransactionManager") PlatformTransactionManager transactionManager) {
    return new TransactionTemplate(transactionManager);
  }

  /** One snapshot for all that an answer is put together from. */
  @Bean
  TransactionTemplate querySnapshots(
      @Qualifier("queryTransactionManager") PlatformTransactionManager transactionManager) {
    TransactionTemplate template = new TransactionTemplate(transactionManager);
    template.setReadOnly(true);
    template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return template;
  }

  @Bean
  @ConditionalOnProperty(name = ObjectStore.SETTING, havingValue = ObjectStore.S3)
  ObjectStore queryObjects(Environment environment) {
    return ObjectStore.of(environment);
  }

  @Bean
  Clock queryClock() {
    return Clock.system(When.ZONE);
  }

  /** Answers are written as events are; in standalone the other side says the same. */
  @Bean
  JsonMapperBuilderCustomizer queryWireFormat() {
    return Answer::written;
  }
}
