package vn.giaouoc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL that this program brings with it and keeps in one directory. What it has committed
 * is on the disk: it runs with all its guarantees on. It listens on loopback only and knows every
 * role by its password, so that other users of the machine stay outside.
 *
 * <p>The directory holds {@code postgresql/} (the data), {@code bin/} (the server's programs,
 * unpacked once), {@code owner-password}, {@code port}, {@code postgresql.log} and {@code lock}.
 * The lock is the program's own: it is let go when the program ends, however it ends. A server that
 * outlived a killed program is found by its {@code postmaster.pid} and stopped first; it then
 * recovers like after any crash.
 */
public final class EmbeddedDatabase implements Database {

  private static final String NAME = "giaouoc";
  private static final String OWNER = "postgres";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOG_LIMIT = 10_000_000;

  private final Path directory;
  private final Path data;
  private final int port;
  private final String password;
  private final FileChannel lock;
  private final EmbeddedPostgres server;

  private EmbeddedDatabase(Path directory) throws IOException {
    this.directory = directory;
    this.data = directory.resolve("postgresql");
    privately(directory);
    this.lock = lock(directory);
    try {
      refuseRootWithoutNamespaces();
      password = password();
      stopOrphan();
      setAsideWhatWasNeverFinished();
      port = port();
      server = start();
      finish();
    } catch (IOException | RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Starts the server of a directory; makes both if they are not there.
   *
   * @param directory where everything of it lies
   * @throws StartRefused if a running program holds the directory, or the server does not start
   */
  public static EmbeddedDatabase open(Path directory) {
    try {
      return new EmbeddedDatabase(directory.toAbsolutePath().normalize());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
  }

  @Override
  public DataSource owner() {
    return owner(NAME);
  }

  @Override
  public String place() {
    return directory.toString();
  }

  @Override
  public void close() {
    try {
      server.close();
      // the lock must not be let go before the server has really ended
      await(this::postmaster);
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataSource owner(String database) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database);
    dataSource.setUser(OWNER);
    dataSource.setPassword(password);
    return dataSource;
  }

  private static void privately(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, permissions(directory, "rwx------"));
    }
  }

  private static FileAttribute<?>[] permissions(Path path, String permissions) throws IOException {
    @Nullable Path existing = path;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null) {
      return new FileAttribute<?>[0];
    }
    FileStore store = Files.getFileStore(existing);
    return store.supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static FileChannel lock(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean mine = false;
    try {
      mine = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // held by this very process: the same as held by another
    }
    if (!mine) {
      channel.close();
      throw StartRefused.inUse(
          "Giao Ước đang chạy với thư mục dữ liệu này: " + directory,
          "Giao Ước is already running on this data directory: " + directory);
    }
    return channel;
  }

  private static void refuseRootWithoutNamespaces() {
    if ("root".equals(System.getProperty("user.name"))
        && System.getProperty("os.name", "").startsWith("Linux")
        && !LinuxUtils.isUnshareAvailable()) {
      throw StartRefused.failed(
          "PostgreSQL không chạy bằng quyền root trên máy này (không có user namespace). Hãy chạy bằng"
              + " người dùng thường, hoặc dùng --database-url.",
          "PostgreSQL refuses to run as root on this machine (no user namespaces). Run as an ordinary"
              + " user, or use --database-url.");
    }
  }

  private String password() throws IOException {
    Path file = directory.resolve("owner-password");
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    String fresh = Secrets.password();
    // complete or not there: half a password would shut the owner out
    Path unfinished =
        Files.createTempFile(directory, "owner-password", "", permissions(directory, "rw-------"));
    Files.writeString(unfinished, fresh);
    Files.move(unfinished, file);
    return fresh;
  }

  /** The server that holds the data now, if there is one and it is really that. */
  private Optional<ProcessHandle> postmaster() {
    Path file = data.resolve("postmaster.pid");
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() < 2 || !lines.get(1).equals(data.toString())) {
        return Optional.empty();
      }
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
          .filter(ProcessHandle::isAlive)
          .filter(this::servesThisData);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean servesThisData(ProcessHandle process) {
    String[] arguments = process.info().arguments().orElse(new String[0]);
    return process.info().command().filter(command -> command.endsWith("postgres")).isPresent()
        && List.of(arguments).contains(data.toString());
  }

  private void stopOrphan() throws IOException {
    Optional<ProcessHandle> orphan = postmaster();
    if (orphan.isEmpty()) {
      forgetStranger();
      return;
    }
    // SIGINT is the fast shutdown, which does not wait for clients; Java itself can only send
    // SIGTERM
    run("sh", "-c", "kill -INT " + orphan.get().pid());
    if (!await(this::postmaster)) {
      throw StartRefused.failed(
          "Không dừng được PostgreSQL còn lại của lần chạy trước (tiến trình "
              + orphan.get().pid()
              + ").",
          "The PostgreSQL left over from an earlier run does not stop (process "
              + orphan.get().pid()
              + ").");
    }
  }

  /**
   * After a restart of the machine the number in the file may belong to something else, which would
   * keep the server from starting. Only what is known to be no PostgreSQL counts: a file removed
   * under a live server costs the data.
   */
  private void forgetStranger() throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    try {
      long process = Long.parseLong(Files.readAllLines(file).getFirst().strip());
      if (ProcessHandle.of(process)
          .filter(ProcessHandle::isAlive)
          .flatMap(alive -> alive.info().command())
          .filter(command -> !command.contains("postgres"))
          .isPresent()) {
        Files.delete(file);
      }
    } catch (NumberFormatException | NoSuchElementException e) {
      // the server itself knows what to do with a file it cannot read
    }
  }

  private static boolean await(Supplier<Optional<ProcessHandle>> running) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (running.get().isPresent()) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private static void run(String... command) throws IOException {
    try {
      new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  /**
   * A program killed while it prepared the directory for the first time leaves pieces that look
   * whole.
   */
  private void setAsideWhatWasNeverFinished() throws IOException {
    if (Files.exists(finished())) {
      return;
    }
    if (Files.exists(data)) {
      Files.move(data, directory.resolve("postgresql.unfinished-" + System.currentTimeMillis()));
    }
    if (Files.exists(programs())) {
      try (Stream<Path> files = Files.walk(programs())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private Path finished() {
    return directory.resolve("finished");
  }

  private Path programs() {
    return directory.resolve("bin");
  }

  /**
   * The port of last time, so that tools find the server again; another one if something else took
   * it.
   */
  private int port() throws IOException {
    Path file = directory.resolve("port");
    int last = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    int free = Ports.isFree(last) ? last : 0;
    if (free == 0) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        free = socket.getLocalPort();
      }
      Files.writeString(file, Integer.toString(free));
    }
    return free;
  }

  private EmbeddedPostgres start() throws IOException {
    Path log = directory.resolve("postgresql.log");
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.delete(log);
    }
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setOverrideWorkingDirectory(programs().toFile())
          .setCleanDataDirectory(false)
          .setRegisterShutdownHook(false)
          .setPort(port)
          .setPGStartupWait(PATIENCE)
          // initdb: these come after the library's own "-A trust" and win
          .setLocaleConfig("auth", "scram-sha-256")
          .setLocaleConfig("pwfile", directory.resolve("owner-password").toString())
          .setLocaleConfig("locale", "C")
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("builtin-locale", "C.UTF-8")
          .setConnectConfig("password", password)
          // the library starts the server with fsync off, for tests; what follows its -F wins
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .setServerConfig("max_connections", "100")
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("unix_socket_directories", "")
          .setServerConfig("password_encryption", "scram-sha-256")
          .setOutputRedirector(Redirect.appendTo(log.toFile()))
          .setErrorRedirector(Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException | IllegalStateException e) {
      postmaster().ifPresent(ProcessHandle::destroy);
      throw StartRefused.failed(
          "PostgreSQL không khởi động được. Xem " + log,
          "PostgreSQL did not start. See " + log + " (" + e.getMessage() + ")");
    }
  }

  private void finish() throws IOException {
    try (Connection connection = owner(OWNER).getConnection();
        Statement statement = connection.createStatement()) {
      boolean there;
      try (ResultSet found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
        there = found.next();
      }
      if (!there) {
        statement.execute("CREATE DATABASE " + NAME);
      }
    } catch (SQLException e) {
      server.close();
      throw new IOException(e);
    }
    if (!Files.exists(finished())) {
      Files.createFile(finished());
    }
  }
}
