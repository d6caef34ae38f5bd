package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The embedded PostgreSQL, whose server can be killed and started again on its data. */
final class FallibleDatabase implements Database {

  private final EmbeddedDatabase database;
  private final Path directory;
  private final List<String> command = new ArrayList<>();
  private Process again;

  /** One in an empty directory. */
  FallibleDatabase(Path directory) {
    this.directory = directory;
    database = EmbeddedDatabase.open(directory);
    ProcessHandle.Info server = postmaster().info();
    if ("root".equals(System.getProperty("user.name"))) {
      // the server refuses to run as root: it is nobody in a namespace of its own, as at first
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(server.command().orElseThrow());
    command.addAll(List.of(server.arguments().orElseThrow()));
  }

  @Override
  public String url() {
    return database.url();
  }

  @Override
  public DataSource owner() {
    return database.owner();
  }

  @Override
  public String place() {
    return database.place();
  }

  /** Ends the server as {@code kill -9} does; what it began for its clients ends by itself. */
  void kill() {
    ProcessHandle server = postmaster();
    List<ProcessHandle> backends = server.descendants().toList();
    server.destroyForcibly();
    server.onExit().join();
    backends.forEach(backend -> backend.onExit().join());
  }

  /** Ends one process of the server; the others then start anew and recover. */
  void killOne(Random random) {
    List<ProcessHandle> backends = postmaster().children().toList();
    if (!backends.isEmpty()) {
      backends.get(random.nextInt(backends.size())).destroyForcibly();
    }
  }

  /** Starts the server again, and waits until it has recovered. */
  void start() {
    try {
      Path log = directory.resolve("postgresql.log");
      again =
          new ProcessBuilder(command)
              .redirectOutput(Redirect.appendTo(log.toFile()))
              .redirectError(Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer();
  }

  /** Waits until the server takes connections. */
  void awaitAnswer() {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (true) {
      try (Connection connection = owner().getConnection()) {
        return;
      } catch (SQLException e) {
        assertThat(System.nanoTime()).as("PostgreSQL: " + e.getMessage()).isLessThan(end);
        assertThat(again == null || again.isAlive()).as("PostgreSQL runs").isTrue();
      }
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    try {
      database.close();
    } finally {
      if (again != null) {
        again.destroyForcibly();
      }
    }
  }

  private ProcessHandle postmaster() {
    try {
      String pid = Files.readAllLines(directory.resolve("postgresql/postmaster.pid")).getFirst();
      return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
