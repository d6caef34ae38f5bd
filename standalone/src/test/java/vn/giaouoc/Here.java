package vn.giaouoc;

import java.io.IOException;
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
    // a server that still ends needs its files a moment longer
    for (int attempt = 0; attempt < 20; attempt++) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
        return;
      } catch (IOException | java.io.UncheckedIOException e) {
        try {
          Thread.sleep(250);
        } catch (InterruptedException interrupted) {
          return;
        }
      }
    }
  }
}
