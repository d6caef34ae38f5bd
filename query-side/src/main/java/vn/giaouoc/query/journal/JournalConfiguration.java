package vn.giaouoc.query.journal;

import org.springframework.beans.factory.annotation.Qualifier;
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
      case Engine.AxonServer server -> new FollowingAxonServer(new AxonServerLog(server), page);
    };
  }
}
