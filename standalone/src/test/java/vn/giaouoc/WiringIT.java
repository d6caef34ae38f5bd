package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/** Both sides in one process, and yet each with its own role. */
class WiringIT {

  private static final String APPEND =
      "INSERT INTO event_store.domain_event_entry (event_identifier, aggregate_identifier,"
          + " sequence_number, payload_type, payload_revision, payload, meta_data, time_stamp)"
          + " VALUES ('x', 'x', 0, 'x', '1', '{}', '{}', 'x')";

  private final ConfigurableListableBeanFactory beans = Here.running().context().getBeanFactory();

  @Test
  void each_side_has_its_own_role() throws Exception {
    Map<String, DataSource> sources = beans.getBeansOfType(DataSource.class);
    TreeSet<String> roles = new TreeSet<>();
    for (DataSource source : sources.values()) {
      roles.add(EmbeddedDatabaseIT.ask(source, "SELECT current_user"));
      assertThat(EmbeddedDatabaseIT.ask(source, "SELECT current_setting('is_superuser')"))
          .isEqualTo("off");
    }
    assertThat(sources).hasSize(2);
    assertThat(roles).containsExactly(DatabaseSetup.COMMAND_ROLE, DatabaseSetup.QUERY_ROLE);
  }

  @Test
  void each_side_has_its_own_transactions_and_nothing_is_primary() {
    assertThat(beans.getBeansOfType(PlatformTransactionManager.class)).hasSize(2);
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.getType(name);
      if (type != null
          && (DataSource.class.isAssignableFrom(type)
              || PlatformTransactionManager.class.isAssignableFrom(type)
              || type.getName().startsWith("vn.giaouoc."))) {
        assertThat(beans.getBeanDefinition(name).isPrimary()).as(name).isFalse();
      }
    }
  }

  @Test
  void the_query_side_cannot_write_an_event() {
    assertThatThrownBy(() -> EmbeddedDatabaseIT.execute(source(DatabaseSetup.QUERY_ROLE), APPEND))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  @Test
  void nobody_can_change_or_remove_an_event() {
    for (String sql :
        new String[] {
          "UPDATE event_store.domain_event_entry SET payload = '{}'",
          "DELETE FROM event_store.domain_event_entry",
          "TRUNCATE event_store.domain_event_entry"
        }) {
      for (String role : new String[] {DatabaseSetup.COMMAND_ROLE, DatabaseSetup.QUERY_ROLE}) {
        assertThatThrownBy(() -> EmbeddedDatabaseIT.execute(source(role), sql))
            .as(role + ": " + sql)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(() -> EmbeddedDatabaseIT.execute(Here.running().database().owner(), sql))
          .as("owner: " + sql)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("only grows");
    }
  }

  @Test
  void it_listens_on_loopback_only() {
    assertThat(Here.running().context().getEnvironment().getProperty("server.address"))
        .isEqualTo("127.0.0.1");
  }

  @Test
  void health_and_metrics_are_all_that_is_exposed() throws Exception {
    String url = Here.running().url() + "/actuator";
    assertThat(LifeCycleIT.get(url + "/health")).contains("UP");
    assertThat(LifeCycleIT.get(url + "/prometheus")).contains("jvm_memory_used_bytes");
    assertThat(LifeCycleIT.get(url)).doesNotContain("env", "beans", "heapdump", "shutdown");
  }

  private DataSource source(String role) throws SQLException {
    for (DataSource source : beans.getBeansOfType(DataSource.class).values()) {
      if (EmbeddedDatabaseIT.ask(source, "SELECT current_user").equals(role)) {
        return source;
      }
    }
    throw new AssertionError("nobody connects as " + role);
  }
}
