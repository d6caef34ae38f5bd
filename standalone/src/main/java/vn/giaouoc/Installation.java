package vn.giaouoc;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.giaouoc.command.CommandSide;
import vn.giaouoc.query.QuerySide;
import vn.giaouoc.replay.ReplayConfiguration;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.web.Asking;

/** Both sides at work on one database, until it is closed. */
public final class Installation implements AutoCloseable {

  /** Nobody outside this machine may reach the program. */
  static final String LOOPBACK = "127.0.0.1";

  private final Database database;
  private final ConfigurableApplicationContext context;

  private Installation(Database database, ConfigurableApplicationContext context) {
    this.database = database;
    this.context = context;
  }

  /**
   * Prepares the database and starts both sides, each with a role and a password of its own. The
   * passwords are new at every start and are kept nowhere.
   *
   * @param database closed with the installation, or if it does not start
   * @param port where the API answers; 0 for any free one
   */
  public static Installation start(Database database, int port) {
    return start(database, port, Map.of());
  }

  /**
   * The same with settings of its own.
   *
   * @param more by their names, such as {@code giaouoc.identity.keys}
   */
  public static Installation start(Database database, int port, Map<String, Object> more) {
    try {
      String command = Secrets.password();
      String query = Secrets.password();
      DatabaseSetup.prepare(
          database.owner(),
          Map.of(DatabaseSetup.COMMAND_ROLE, command, DatabaseSetup.QUERY_ROLE, query));
      Map<String, Object> settings = new HashMap<>(more);
      settings.put("server.address", LOOPBACK);
      settings.put("server.port", port);
      if (database instanceof EmbeddedDatabase) {
        // the disk that can be full is the one that the log grows on
        settings.put("management.health.diskspace.path", database.place());
        settings.put("management.metrics.system.diskspace.paths", database.place());
      }
      access(settings, "command", database.url(), DatabaseSetup.COMMAND_ROLE, command);
      access(settings, "query", database.url(), DatabaseSetup.QUERY_ROLE, query);
      return new Installation(database, run(settings));
    } catch (SQLException e) {
      database.close();
      throw StartRefused.failed(
          "Không chuẩn bị được cơ sở dữ liệu: " + database.place(),
          "The database cannot be prepared: " + e.getMessage());
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  private static void access(
      Map<String, Object> settings, String side, String url, String role, String password) {
    String prefix = "giaouoc." + side + ".database.";
    settings.put(prefix + "url", url);
    settings.put(prefix + "user", role);
    settings.put(prefix + "password", password);
  }

  private static ConfigurableApplicationContext run(Map<String, Object> settings) {
    return new SpringApplicationBuilder(
            CommandSide.class, QuerySide.class, ReplayConfiguration.class, Standalone.class)
        .web(WebApplicationType.SERVLET)
        .properties("spring.config.name=command-side,query-side,standalone")
        .initializers(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("start", settings)))
        // the database must outlive the context: whoever starts an installation closes it
        .registerShutdownHook(false)
        .run();
  }

  /** Where the API answers. */
  public int port() {
    return Integer.parseInt(
        Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
  }

  /** The address of the API. */
  public String url() {
    return "http://" + LOOPBACK + ":" + port();
  }

  /** The parts of it, for tests of the wiring. */
  public ConfigurableApplicationContext context() {
    return context;
  }

  /** Whether people have to say who they are. */
  boolean identified() {
    return context.getBean(Asking.class).identified();
  }

  /** The database it works on. */
  Database database() {
    return database;
  }

  /** Ends requests first, then both sides, then the database. */
  @Override
  public void close() {
    try {
      context.close();
    } finally {
      database.close();
    }
  }
}
