package vn.giaouoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Linux tells of processes; zeros where there is no {@code /proc}. */
final class Processes {

  private static final Path PROC = Path.of("/proc");

  /**
   * Linux counts in hundredths of a second towards programs, whatever the kernel's own clock is.
   */
  static final double TICKS_PER_SECOND = 100;

  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int CHILDREN_SYSTEM = 14;

  private Processes() {}

  /** One line of a process's numbers, from its state on. */
  private static String @Nullable [] stat(long process) {
    try {
      String line = Files.readString(PROC.resolve(process + "/stat"));
      // the name may have spaces and brackets in it
      return line.substring(line.lastIndexOf(')') + 2).split(" ");
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** The process that started another; 0 if unknown. */
  static long parent(long process) {
    String[] stat = stat(process);
    return stat == null ? 0 : Long.parseLong(stat[PARENT]);
  }

  /** A process and all that it started and that still run. */
  static List<Long> family(long root) {
    List<Long> family = new ArrayList<>(List.of(root));
    List<long[]> all = new ArrayList<>();
    try (Stream<Path> entries = Files.list(PROC)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (name.chars().allMatch(Character::isDigit)) {
          long process = Long.parseLong(name);
          all.add(new long[] {process, parent(process)});
        }
      }
    } catch (IOException e) {
      return family;
    }
    for (int i = 0; i < family.size(); i++) {
      long parent = family.get(i);
      all.stream().filter(each -> each[1] == parent).forEach(each -> family.add(each[0]));
    }
    return family;
  }

  /** The processor time, in seconds, that a family has used, its ended members included. */
  static double seconds(List<Long> family) {
    double ticks = 0;
    for (long process : family) {
      String[] stat = stat(process);
      for (int i = USER; stat != null && i <= CHILDREN_SYSTEM; i++) {
        ticks += Double.parseDouble(stat[i]);
      }
    }
    return ticks / TICKS_PER_SECOND;
  }

  /**
   * A number of a process's memory in MiB: {@code VmRSS}, or {@code Pss}, its fair share of what is
   * shared.
   */
  static double mebibytes(long process, String name) {
    Path file = PROC.resolve(process + (name.equals("Pss") ? "/smaps_rollup" : "/status"));
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(name + ":"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
          .sum();
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }
}
