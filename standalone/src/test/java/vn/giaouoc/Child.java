package vn.giaouoc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a process of its own. */
final class Child {

  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

  private final Process process;
  private final Path out;
  private final Path err;

  private Child(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Runs it with these arguments, on the class path of the tests. */
  static Child run(String... arguments) {
    return run(List.of(), System.getProperty("java.class.path"), arguments);
  }

  /** Runs it behind a command such as {@code runuser}. */
  static Child run(List<String> prefix, String classPath, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Ddisable-axoniq-console-message=true",
            "-cp",
            classPath,
            Giaouoc.class.getName()));
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile("giaouoc-child", ".out");
      Path err = Files.createTempFile("giaouoc-child", ".err");
      out.toFile().deleteOnExit();
      err.toFile().deleteOnExit();
      return new Child(
          new ProcessBuilder(command)
              .directory(Path.of("/").toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start(),
          out,
          err);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until it says that it runs, and returns its address. */
  String awaitRunning() throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!out().contains("Ctrl-C")) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("did not start:\n" + out() + err());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    Matcher url = URL.matcher(out());
    if (!url.find()) {
      throw new AssertionError("says no address:\n" + out());
    }
    return url.group();
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As {@code kill}, and returns what it ended with. */
  int end() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  /** What it ended with, once it has. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("does not end:\n" + out() + err());
    }
    return process.exitValue();
  }

  /** What it has printed. */
  String out() {
    return read(out);
  }

  /** What it has complained about. */
  String err() {
    return read(err);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
