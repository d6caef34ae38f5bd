package vn.giaouoc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a side is started, up to its settings. */
@FunctionalInterface
public interface Programs {

  /** The command line. */
  List<String> of(Side side);

  /**
   * The executable jars that the build leaves in the source tree.
   *
   * @throws StartRefused if they are not there
   */
  static Programs built(Path root) {
    return side -> {
      Path jar = root.resolve(side.module()).resolve("target/giaouoc-" + side.node() + ".jar");
      if (!Files.exists(jar)) {
        throw StartRefused.failed(
            "Không có " + jar + ". Hãy chạy ./giaouoc apart trong cây mã nguồn đã dựng.",
            "There is no " + jar + ": run ./giaouoc apart in a source tree that is built.");
      }
      return java("-jar", jar.toString());
    };
  }

  /** The Java that runs this program, with its settings. */
  static List<String> java(String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                // of one whose memory is full nothing can be said; started again it can
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Ddisable-axoniq-console-message=true"));
    command.addAll(List.of(more));
    return command;
  }
}
