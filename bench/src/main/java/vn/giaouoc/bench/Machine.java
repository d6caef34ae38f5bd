package vn.giaouoc.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.giaouoc.shared.time.When;

/** The machine that everything runs on, and what others do on it meanwhile. */
final class Machine {

  private static final Path STAT = Path.of("/proc/stat");

  /** user, nice, system, idle, iowait, irq, softirq, steal: what follows is contained in these. */
  private static final int KINDS = 8;

  private static final int IDLE = 3;
  private static final int WAITING = 4;

  private final long postmaster;

  Machine(long postmaster) {
    this.postmaster = postmaster;
  }

  /**
   * A moment.
   *
   * @param nanos when
   * @param all the processor time that the machine has used, in seconds
   * @param java what this process has used of it, and all that it started, but for the database
   * @param postgres what the database has used of it
   */
  record Moment(long nanos, double all, double java, double postgres) {}

  /**
   * Who used the processors between two moments, in processors: 2.0 is two that had no rest.
   *
   * @param java this process, and what it started: pgbench, nodes and their proxy
   * @param postgres the database
   * @param others everybody else, the machine's other guests included
   */
  record Shares(double java, double postgres, double others) {}

  /** Now. */
  Moment now() {
    List<Long> database = postmaster == 0 ? List.of() : Processes.family(postmaster);
    List<Long> own = Processes.family(ProcessHandle.current().pid());
    own.removeAll(database);
    return new Moment(
        System.nanoTime(), busy(), Processes.seconds(own), Processes.seconds(database));
  }

  /** Who used the processors since a moment. */
  Shares since(Moment start) {
    Moment end = now();
    double seconds = (end.nanos - start.nanos) / 1e9;
    double java = (end.java - start.java) / seconds;
    double postgres = (end.postgres - start.postgres) / seconds;
    return new Shares(
        java, postgres, Math.max(0, (end.all - start.all) / seconds - java - postgres));
  }

  private static double busy() {
    try {
      String[] cells = Files.readAllLines(STAT).getFirst().split(" +");
      double ticks = 0;
      for (int i = 0; i < KINDS; i++) {
        if (i != IDLE && i != WAITING) {
          ticks += Double.parseDouble(cells[i + 1]);
        }
      }
      return ticks / Processes.TICKS_PER_SECOND;
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }

  /** What it is. */
  static Map<String, String> description() {
    Map<String, String> description = new LinkedHashMap<>();
    description.put(
        "date",
        ZonedDateTime.now(When.ZONE).format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx")));
    description.put("commit", commit());
    description.put("cpu", first(Path.of("/proc/cpuinfo"), "model name"));
    description.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    description.put("memory", first(Path.of("/proc/meminfo"), "MemTotal"));
    description.put(
        "system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    description.put(
        "java",
        System.getProperty("java.vm.vendor")
            + " "
            + Runtime.version()
            + ", "
            + collector()
            + ", at most "
            + Runtime.getRuntime().maxMemory() / 1024 / 1024
            + " MiB");
    return description;
  }

  private static String collector() {
    return String.join(
        " + ",
        java.lang.management.ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(java.lang.management.MemoryManagerMXBean::getName)
            .toList());
  }

  private static String first(Path file, String name) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("?");
    } catch (IOException e) {
      return "?";
    }
  }

  private static String commit() {
    String head = said("git", "rev-parse", "--short=12", "HEAD");
    return head.isEmpty()
        ? "?"
        : said("git", "status", "--porcelain", "--untracked-files=no").isEmpty()
            ? head
            : head + " with changes";
  }

  /** What lives in the heap of this process, in MiB. */
  static double heap() {
    return java.lang.management.ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
        / 1048576.0;
  }

  /** What this process holds of the machine's memory, in MiB. */
  static double resident() {
    String[] words = first(Path.of("/proc/self/status"), "VmRSS").split(" +");
    return words[0].equals("?") ? Double.NaN : Double.parseDouble(words[0]) / 1024;
  }

  /** What a program says, if it is there. */
  static String said(String... command) {
    try {
      Process process = new ProcessBuilder(new ArrayList<>(Arrays.asList(command))).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? said.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
