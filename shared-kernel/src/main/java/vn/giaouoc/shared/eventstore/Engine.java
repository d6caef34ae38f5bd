package vn.giaouoc.shared.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * What keeps the log. One setting says it, and both sides must be told the same: {@code
 * giaouoc.engine}, which is {@code postgres} unless it is {@code axon-server}.
 */
public sealed interface Engine {

  /** The log is a table in the database of the command side. */
  record Postgres() implements Engine {}

  /**
   * The log is on Axon Server, which also hands each command to the node that is responsible for
   * its stream.
   *
   * @param servers {@code host:port} of its gRPC, several with commas between them
   * @param context the context on it that holds this log, and nothing else
   * @param tokenFile a file with the token by which it knows this program; none if it controls no
   *     access
   * @param certificateFile the certificate of who signed the server's; none for connections in
   *     clear
   */
  record AxonServer(
      String servers, String context, @Nullable Path tokenFile, @Nullable Path certificateFile)
      implements Engine {

    /** The token, read anew each time. */
    @Nullable String token() {
      try {
        return tokenFile == null ? null : Files.readString(tokenFile).strip();
      } catch (IOException e) {
        throw new UncheckedIOException("The file of the token cannot be read: " + tokenFile, e);
      }
    }
  }

  /**
   * The engine that is set: {@code giaouoc.engine} and, for Axon Server, {@code
   * giaouoc.axon-server.servers}, {@code .context}, {@code .token-file} and {@code
   * .certificate-file}.
   *
   * @throws IllegalStateException if no such engine is known
   */
  static Engine of(Environment settings) {
    String engine = settings.getProperty("giaouoc.engine", "postgres");
    return switch (engine) {
      case "postgres" -> new Postgres();
      case "axon-server" ->
          new AxonServer(
              settings.getProperty("giaouoc.axon-server.servers", "127.0.0.1:8124"),
              settings.getProperty("giaouoc.axon-server.context", "default"),
              file(settings, "giaouoc.axon-server.token-file"),
              file(settings, "giaouoc.axon-server.certificate-file"));
      default ->
          throw new IllegalStateException(
              "giaouoc.engine must be postgres or axon-server, not " + engine);
    };
  }

  private static @Nullable Path file(Environment settings, String name) {
    String path = Objects.requireNonNullElse(settings.getProperty(name), "");
    return path.isBlank() ? null : Path.of(path);
  }
}
