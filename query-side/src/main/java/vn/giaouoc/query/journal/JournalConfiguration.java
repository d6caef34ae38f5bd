package vn.giaouoc.query.journal;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.query.QuerySettings;
import vn.giaouoc.shared.eventstore.AxonServerLog;
import vn.giaouoc.shared.eventstore.Engine;

/** Which log the journal is a copy of. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

  @Bean(destroyMethod = "close")
  Following following(
      Environment environment,
      QuerySettings settings,
      @Qualifier("queryJdbcClient") JdbcClient jdbc) {
    int page = settings.journal().page();
    return switch (Engine.of(environment)) {
      case Engine.Postgres _ -> new FollowingPostgres(jdbc, page);
      case Engine.AxonServer server ->
          new FollowingAxonServer(new AxonServerLog(server), jdbc, page);
    };
  }

  /** Whether Axon Server answers this node; without it there is no news, and reads go on. */
  @Bean
  @ConditionalOnProperty(name = "giaouoc.engine", havingValue = "axon-server")
  HealthIndicator axonServerJournalHealthIndicator(Following following) {
    return new AbstractHealthIndicator() {
      @Override
      protected void doHealthCheck(Health.Builder health) {
        following.reach();
        health.up();
      }
    };
  }
}
