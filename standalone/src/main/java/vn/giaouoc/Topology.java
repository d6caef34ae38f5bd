package vn.giaouoc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.journal.JournalWriter;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/**
 * Both sides apart, by hand: several processes of each on one database, behind one address. All of
 * it listens on loopback, and ends when this is closed.
 *
 * <p>The directory holds the log of each process ({@code command-side-1.log}, {@code proxy.log}),
 * what the proxy needs, and meanwhile the passwords, each side's apart.
 */
public final class Topology implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Path directory;
  private final Database database;
  private final List<String> settings;
  private final Proxy proxies;
  private final Map<Side, List<String>> programs = new EnumMap<>(Side.class);
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  // whoever is impatient must not leave processes behind
  private final Thread atExit = new Thread(this::close, "close-topology");
  private Proxy.@Nullable Running proxy;
  private boolean closed;

  /**
   * What is to run.
   *
   * @param port of the one address; 0 for any free one
   * @param commandSides how many processes take commands
   * @param querySides how many processes answer
   * @param settings that all of them get, as {@code name=value}
   */
  public record Plan(int port, int commandSides, int querySides, List<String> settings) {}

  private static final class Node {
    private final String name;
    private final Side side;
    private final int port;
    private @Nullable Process process;

    private Node(String name, Side side, int port) {
      this.name = name;
      this.side = side;
      this.port = port;
    }
  }

  private Topology(Database database, Path directory, Plan plan, Programs programs, Proxy proxies) {
    this.database = database;
    this.proxies = proxies;
    this.directory = directory.toAbsolutePath().normalize();
    this.settings = List.copyOf(plan.settings());
    List<Integer> free = Ports.free(plan.commandSides() + plan.querySides() + 1);
    this.port = plan.port() == 0 ? free.getFirst() : plan.port();
    for (int i = 1; i <= plan.commandSides() + plan.querySides(); i++) {
      boolean commands = i <= plan.commandSides();
      Side side = commands ? Side.COMMAND : Side.QUERY;
      String name = side.node() + "-" + (commands ? i : i - plan.commandSides());
      nodes.put(name, new Node(name, side, free.get(i)));
    }
    for (Side side : Side.values()) {
      this.programs.put(side, programs.of(side));
    }
  }

  /**
   * Prepares a database, starts all processes at once, and waits until each is ready.
   *
   * @param database closed with the rest, or if that does not start
   * @param directory for logs and passwords; made if it is not there
   * @throws StartRefused if anything does not start
   */
  public static Topology start(
      Database database, Path directory, Plan plan, Programs programs, Proxy proxy) {
    Topology topology;
    try {
      topology = new Topology(database, directory, plan, programs, proxy);
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
    try {
      Runtime.getRuntime().addShutdownHook(topology.atExit);
      topology.prepare();
      topology.nodes.values().forEach(topology::launch);
      topology.nodes.values().forEach(topology::awaitReady);
      topology.launchProxy();
      return topology;
    } catch (IOException e) {
      topology.close();
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      topology.close();
      throw StartRefused.failed(
          "Không chuẩn bị được cơ sở dữ liệu: " + database.place(),
          "The database cannot be prepared: " + e.getMessage());
    } catch (RuntimeException | Error e) {
      topology.close();
      throw e;
    }
  }

  /** The one address. */
  public String url() {
    return "http://" + Installation.LOOPBACK + ":" + port;
  }

  /** The names of all nodes, such as {@code query-side-2}. */
  public List<String> names() {
    return List.copyOf(nodes.keySet());
  }

  /** The address of a node itself. */
  public String url(String name) {
    return url(node(name));
  }

  /** The process of a node, as it last ran. */
  public ProcessHandle process(String name) {
    return Objects.requireNonNull(node(name).process).toHandle();
  }

  /** What a node has written, over all its runs. */
  public String log(String name) {
    try {
      return Files.readString(logOf(node(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The node that writes the journal now; none in the moment in which another takes over. */
  public Optional<String> writer() {
    String holder =
        "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE"
            + " l.locktype = 'advisory' AND l.granted AND l.database = (SELECT oid FROM pg_database"
            + " WHERE datname = current_database()) AND l.classid = %d AND l.objid = %d"
                .formatted(JournalWriter.LOCK >>> 32, JournalWriter.LOCK & 0xFFFF_FFFFL);
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(holder)) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The database that all of them work on. */
  Database database() {
    return database;
  }

  /** Ends a node as {@code kill -9} does. */
  public void kill(String name) {
    Process process = Objects.requireNonNull(node(name).process);
    process.destroyForcibly();
    await(() -> !process.isAlive());
  }

  /** Starts nodes that have ended, at their old addresses, and waits until they are ready. */
  public void restart(String... names) {
    List<Node> ended = Stream.of(names).map(this::node).toList();
    ended.forEach(this::launch);
    ended.forEach(this::awaitReady);
  }

  /** Ends the proxy as {@code kill -9} does. */
  public void killProxy() {
    Objects.requireNonNull(proxy).kill();
  }

  /** Starts the proxy again, at its old address, and waits until it answers. */
  public void restartProxy() {
    try {
      launchProxy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the proxy first, then all nodes, then the database. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (database) {
      if (proxy != null) {
        proxy.close();
      }
      List<Process> running =
          nodes.values().stream().map(node -> node.process).filter(Objects::nonNull).toList();
      running.forEach(Process::destroy);
      long end = System.nanoTime() + GRACE.toNanos();
      for (Process process : running) {
        if (!process.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
          process.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      http.close();
      forgetPasswords();
      forgetExit();
    }
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // this is the exit
    }
  }

  private Node node(String name) {
    Node node = nodes.get(name);
    if (node == null) {
      throw new IllegalArgumentException("There is no " + name + ", only " + nodes.keySet());
    }
    return node;
  }

  private Path logOf(Node node) {
    return directory.resolve(node.name + ".log");
  }

  private Path secrets(Side side) {
    return directory.resolve("secrets-of-" + side.node());
  }

  private void prepare() throws IOException, SQLException {
    Files.createDirectories(directory);
    Map<String, String> passwords = new LinkedHashMap<>();
    for (Side side : Side.values()) {
      String password = Secrets.password();
      passwords.put(side.role(), password);
      Path folder = secrets(side);
      if (!Files.exists(folder)) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      Files.writeString(folder.resolve(side.database("password")), password);
    }
    DatabaseSetup.prepare(database.owner(), passwords);
  }

  private synchronized void launch(Node node) {
    if (closed) {
      throw new IllegalStateException("All of it is ending");
    }
    List<String> command = new ArrayList<>(programs.get(node.side));
    command.add("--server.port=" + node.port);
    command.add("--" + node.side.database("url") + "=" + urlFor(node));
    settings.forEach(setting -> command.add("--" + setting));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("GIAOUOC_SECRETS", secrets(node.side).toString());
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(logOf(node).toFile()));
    try {
      node.process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The database knows each node by its name. */
  private String urlFor(Node node) {
    String url = database.url();
    return url + (url.contains("?") ? "&" : "?") + "ApplicationName=" + node.name;
  }

  private synchronized Proxy.Running beginProxy() throws IOException {
    if (closed) {
      throw new IllegalStateException("All of it is ending");
    }
    Proxy.Running started = proxies.start(directory, port, ports(Side.COMMAND), ports(Side.QUERY));
    proxy = started;
    return started;
  }

  private void launchProxy() throws IOException {
    Proxy.Running started = beginProxy();
    if (!await(() -> !started.isAlive() || answers(url() + "/actuator/health/readiness"))
        || !started.isAlive()) {
      throw didNotStart("proxy", directory.resolve("proxy.log"));
    }
  }

  private List<Integer> ports(Side side) {
    return nodes.values().stream()
        .filter(node -> node.side == side)
        .map(node -> node.port)
        .toList();
  }

  private void awaitReady(Node node) {
    Process process = Objects.requireNonNull(node.process);
    String readiness = url(node) + "/actuator/health/readiness";
    if (!await(() -> !process.isAlive() || answers(readiness)) || !process.isAlive()) {
      throw didNotStart(node.name, logOf(node));
    }
  }

  private static String url(Node node) {
    return "http://" + Installation.LOOPBACK + ":" + node.port;
  }

  private static StartRefused didNotStart(String name, Path log) {
    return StartRefused.failed(
        name + " không khởi động được. Xem " + log, name + " did not start. See " + log);
  }

  private boolean answers(String address) {
    try {
      return http.send(
                  HttpRequest.newBuilder(URI.create(address))
                      .timeout(Duration.ofSeconds(10))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean await(BooleanSupplier arrived) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!arrived.getAsBoolean()) {
      if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
        return false;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return true;
  }

  private void forgetPasswords() {
    for (Side side : Side.values()) {
      Path folder = secrets(side);
      if (!Files.exists(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        // whoever can read them can read all of this user's files; the next start makes new ones
      }
    }
  }
}
