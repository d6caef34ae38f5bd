package vn.giaouoc.shared;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/**
 * A real PostgreSQL for tests: one server for all tests of a module, a prepared database of its own
 * for whoever asks.
 */
public final class TestDatabase {

  private static final String TEMPLATE = "giaouoc_template";
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** A new database with roles, schemas and an empty log. */
  public static TestDatabase create() {
    TestDatabase database = new TestDatabase("test_" + COUNT.incrementAndGet());
    execute(
        SERVER.getPostgresDatabase(), "CREATE DATABASE " + database.name + " TEMPLATE " + TEMPLATE);
    return database;
  }

  /** Its address for the driver. */
  public String url() {
    return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name;
  }

  /** Connections of its owner, who is a superuser. */
  public DataSource owner() {
    return as("postgres");
  }

  /** Connections of a role. */
  public DataSource as(String role) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url());
    dataSource.setUser(role);
    dataSource.setPassword("test");
    return dataSource;
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_buffers", "128MB")
              .start();
      execute(server.getPostgresDatabase(), "CREATE DATABASE " + TEMPLATE);
      PGSimpleDataSource template = new PGSimpleDataSource();
      template.setUrl("jdbc:postgresql://localhost:" + server.getPort() + "/" + TEMPLATE);
      template.setUser("postgres");
      DatabaseSetup.prepare(
          template, Map.of(DatabaseSetup.COMMAND_ROLE, "test", DatabaseSetup.QUERY_ROLE, "test"));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(DataSource dataSource, String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
