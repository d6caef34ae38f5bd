package vn.giaouoc.shared.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Prepares a database: the two roles, the schema of each side, and the event log. The owner of the
 * database does this; the sides then connect with their own roles. The command side may append to
 * the log and never change it; the query side may only read it.
 */
public final class DatabaseSetup {

  /** The role of the command side. */
  public static final String COMMAND_ROLE = "giaouoc_command";

  /** The role of the query side. */
  public static final String QUERY_ROLE = "giaouoc_query";

  private DatabaseSetup() {}

  /**
   * Brings a database to the present form; does nothing that was done before. The roles get their
   * passwords last: a side that was started too early waits at the door until all is ready.
   *
   * @param owner connections of a role that may create roles and schemas
   * @param passwords the password that each of the two roles gets, by name of the role
   */
  public static void prepare(DataSource owner, Map<String, String> passwords) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      for (String role : passwords.keySet()) {
        role(statement, role);
      }
      schema(statement, "command_side", COMMAND_ROLE);
      schema(statement, "read_model", QUERY_ROLE);
      statement.execute("GRANT USAGE ON SCHEMA command_side TO " + QUERY_ROLE);
    }
    Flyway.configure()
        .dataSource(owner)
        .schemas(EventStoreConfiguration.SCHEMA)
        .locations("classpath:db/event_store")
        .load()
        .migrate();
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> role : passwords.entrySet()) {
        statement.execute(
            "ALTER ROLE "
                + role.getKey()
                + " LOGIN PASSWORD '"
                + role.getValue().replace("'", "''")
                + "'");
      }
    }
  }

  private static void role(Statement statement, String role) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
      if (!found.next()) {
        statement.execute("CREATE ROLE " + role + " NOSUPERUSER NOCREATEDB NOCREATEROLE");
      }
    }
    // an owner that is not a superuser may only give schemas to roles it belongs to
    statement.execute("GRANT " + role + " TO CURRENT_USER");
  }

  private static void schema(Statement statement, String schema, String owner) throws SQLException {
    statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION " + owner);
  }
}
