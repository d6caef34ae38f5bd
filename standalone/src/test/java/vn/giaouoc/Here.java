package vn.giaouoc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One installation for all tests that only look at a running program, and places for those that
 * need their own.
 */
final class Here {

  private static @Nullable Installation running;

  private Here() {}

  /** The installation, started when first asked for; it ends with the tests. */
  static synchronized Installation running() {
    if (running == null) {
      Installation started = Installation.start(EmbeddedDatabase.open(directory()), 0);
      Runtime.getRuntime().addShutdownHook(new Thread(started::close));
      running = started;
    }
    return running;
  }

  /** A directory that is deleted when the tests end, as far as that goes. */
  static Path directory() {
    try {
      Path directory = Files.createTempDirectory("giaouoc-test");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      return directory.resolve("data");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The root of the source tree. */
  static Path sources() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("shared-kernel"))) {
      here = here.getParent();
    }
    return here;
  }

  private static void delete(Path directory) {
    // a server that still ends needs its files a moment longer, and so does whoever stops it: the
    // library unpacks the
    // server's programs once and uses them for all servers of this process
    for (int attempt = 0; attempt < 60; attempt++) {
      if (attempt < 40 && isInUse(directory)) {
        pause();
        continue;
      }
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
        return;
      } catch (IOException | UncheckedIOException e) {
        pause();
      }
    }
  }

  private static boolean isInUse(Path directory) {
    return ProcessHandle.allProcesses()
        .anyMatch(
            process ->
                process
                    .info()
                    .command()
                    .filter(command -> command.startsWith(directory.toString()))
                    .isPresent());
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
