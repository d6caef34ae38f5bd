import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds and tests what is written in TypeScript, with the Node that is installed; called by Maven. Does nothing if
 * nothing has changed since it last went well.
 */
class Build {

  private static final int OLDEST_NODE = 20;
  private static final Path MODULES = Path.of("node_modules");
  private static final Path TARGET = Path.of("target");
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

  public static void main(String[] arguments) throws Exception {
    String sources = digest(Path.of("."));
    Path done = TARGET.resolve("tested");
    if (is(done, sources)) {
      return;
    }
    mustHaveNode();
    String locked = digest(Path.of("package-lock.json"));
    Path installed = MODULES.resolve(".installed");
    if (!is(installed, locked)) {
      run("npm", "ci", "--prefer-offline");
      Files.writeString(installed, locked);
    }
    run("npm", "run", "--silent", "check");
    run("npm", "run", "--silent", "build");
    run("npm", "run", "--silent", "test");
    Files.writeString(done, sources);
  }

  private static void mustHaveNode() throws IOException, InterruptedException {
    int found = 0;
    try {
      Process node = new ProcessBuilder("node", "--version").start();
      String version = new String(node.getInputStream().readAllBytes());
      if (node.waitFor() == 0 && version.matches("v\\d+\\..*\\s*")) {
        found = Integer.parseInt(version.substring(1, version.indexOf('.')));
      }
    } catch (IOException e) {
      // there is none
    }
    if (found < OLDEST_NODE) {
      fail(
          "Cần Node.js từ bản "
              + OLDEST_NODE
              + " trở lên (kèm npm) để dựng phần chạy trong trình duyệt. (Node.js "
              + OLDEST_NODE
              + " or newer, with npm, is needed to build what runs in the browser; "
              + (found == 0 ? "there is none" : "there is " + found)
              + ".)");
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(command));
    if (WINDOWS) {
      line.addAll(0, List.of("cmd", "/c"));
    }
    try {
      if (new ProcessBuilder(line).inheritIO().start().waitFor() != 0) {
        fail(String.join(" ", command) + ": failed");
      }
    } catch (IOException e) {
      fail(command[0] + " cannot be run: " + e.getMessage());
    }
  }

  private static void fail(String why) {
    System.err.println(why);
    System.exit(1);
  }

  private static boolean is(Path file, String digest) throws IOException {
    return Files.exists(file) && Files.readString(file).equals(digest);
  }

  /** Of all files, with their names. */
  private static String digest(Path root) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file :
          files
              .map(Path::normalize)
              .filter(each -> !each.startsWith(MODULES) && !each.startsWith(TARGET))
              .filter(Files::isRegularFile)
              .sorted()
              .toList()) {
        sha256.update(file.toString().getBytes());
        sha256.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(sha256.digest());
  }
}
