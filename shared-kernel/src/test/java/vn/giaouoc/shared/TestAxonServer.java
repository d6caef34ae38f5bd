package vn.giaouoc.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import vn.giaouoc.shared.eventstore.AxonServerLog;
import vn.giaouoc.shared.eventstore.Engine;

/**
 * A real Axon Server for tests. None comes with this program: two settings of the environment tell
 * where there is one, and without them the tests that need it are skipped, loudly.
 *
 * <ul>
 *   <li>{@code GIAOUOC_TEST_AXON_SERVER}: {@code host:port} of one that runs;
 *   <li>{@code GIAOUOC_TEST_AXON_SERVER_START}: a program that runs one until it is killed, given a
 *       folder for its data, a port for gRPC and one for HTTP. Tests that need an empty server, or
 *       one that they may stop, need this.
 * </ul>
 */
public final class TestAxonServer implements AutoCloseable {

  private static final @Nullable String RUNNING = System.getenv("GIAOUOC_TEST_AXON_SERVER");
  private static final @Nullable String START = System.getenv("GIAOUOC_TEST_AXON_SERVER_START");

  private static @Nullable TestAxonServer shared;
  private static boolean told;

  private final Path data;
  private final int grpc = freePort();
  private final int http = freePort();
  private @Nullable Process process;

  private TestAxonServer() {
    try {
      data = Files.createTempDirectory("axon-server");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    start();
  }

  /** A server that others have written to, too; skips the test where there is none. */
  public static synchronized Engine.AxonServer orSkip() {
    if (RUNNING != null) {
      return at(RUNNING);
    }
    if (shared == null) {
      shared = emptyOrSkip();
    }
    return shared.engine();
  }

  /** A new and empty server of one's own; skips the test where none can be started. */
  public static TestAxonServer emptyOrSkip() {
    if (START == null) {
      skip();
    }
    return new TestAxonServer();
  }

  /** How to reach it. */
  public Engine.AxonServer engine() {
    return at("127.0.0.1:" + grpc);
  }

  /** Runs it again, on the data it had. */
  public void start() {
    try {
      process =
          new ProcessBuilder(
                  String.valueOf(START),
                  data.toString(),
                  Integer.toString(grpc),
                  Integer.toString(http))
              .redirectErrorStream(true)
              .redirectOutput(data.resolve("output.log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (true) {
      try (AxonServerLog log = new AxonServerLog(engine())) {
        log.head();
        return;
      } catch (RuntimeException notYet) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("Axon Server does not start: " + data, notYet);
        }
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
      }
    }
  }

  /** Ends it as a power failure does. */
  public void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      try {
        running.waitFor(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    kill();
  }

  private static Engine.AxonServer at(String servers) {
    return new Engine.AxonServer(servers, "default", null, null);
  }

  private static synchronized void skip() {
    if (!told) {
      told = true;
      tell();
    }
    Assumptions.abort("No Axon Server: set GIAOUOC_TEST_AXON_SERVER_START");
  }

  private static void tell() {
    System.err.println(
        """

        ############################################################################
        #  NO AXON SERVER: THE TESTS OF THE SECOND ENGINE ARE SKIPPED.             #
        #  Set GIAOUOC_TEST_AXON_SERVER_START or GIAOUOC_TEST_AXON_SERVER;         #
        #  docs/operations.md says how.                                            #
        ############################################################################
        """);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
