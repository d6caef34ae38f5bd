package vn.giaouoc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL processes, looked at from outside. */
final class Servers {

  private Servers() {}

  /** The process that serves the data in a directory. */
  static long of(Path directory) throws IOException {
    return Long.parseLong(
        Files.readAllLines(directory.resolve("postgresql/postmaster.pid")).getFirst().strip());
  }

  /**
   * Whether a process is a running PostgreSQL: one that has ended but waits to be counted is not.
   */
  static boolean isServer(long process) {
    return ProcessHandle.of(process)
        .flatMap(handle -> handle.info().command())
        .filter(command -> command.endsWith("postgres"))
        .isPresent();
  }
}
