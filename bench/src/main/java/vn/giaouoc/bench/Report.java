package vn.giaouoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a run: every sample as it came, and tables of their medians. */
final class Report {

  private static final String BEGIN = "<!-- figures: written by bench/run, not by hand -->";
  private static final String END = "<!-- end of figures -->";

  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<Sample> samples = new ArrayList<>();

  /**
   * One measurement.
   *
   * @param what what was measured
   * @param callers how many did it at once; 0 where that means nothing
   * @param round in which round
   * @param value the figure
   * @param unit its unit
   * @param more further figures of it, by name
   */
  record Sample(
      String what, int callers, int round, double value, String unit, Map<String, Double> more) {}

  void environment(Map<String, String> facts) {
    environment.putAll(facts);
  }

  boolean isEmpty() {
    return samples.isEmpty();
  }

  void add(Sample sample) {
    samples.add(sample);
    System.out.printf(
        Locale.ROOT,
        "%-32s callers %2d round %d: %,10.0f %s %s%n",
        sample.what,
        sample.callers,
        sample.round,
        sample.value,
        sample.unit,
        sample.more);
  }

  private double[] values(String what, int callers) {
    return samples.stream()
        .filter(sample -> sample.what.equals(what) && sample.callers == callers)
        .mapToDouble(Sample::value)
        .sorted()
        .toArray();
  }

  private double more(String what, int callers, String name) {
    double[] values =
        samples.stream()
            .filter(sample -> sample.what.equals(what) && sample.callers == callers)
            .mapToDouble(sample -> sample.more.getOrDefault(name, Double.NaN))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return median(values);
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length == 0
        ? Double.NaN
        : sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Each round's figure as a part of the limit in the same round; the median of these. */
  private double ratio(String what, String limit, int callers) {
    Map<Integer, Double> limits = new LinkedHashMap<>();
    samples.stream()
        .filter(sample -> sample.what.equals(limit) && sample.callers == callers)
        .forEach(sample -> limits.put(sample.round, sample.value));
    return median(
        samples.stream()
            .filter(sample -> sample.what.equals(what) && sample.callers == callers)
            .mapToDouble(sample -> sample.value / limits.getOrDefault(sample.round, Double.NaN))
            .filter(Double::isFinite)
            .sorted()
            .toArray());
  }

  /** The tables. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("| Environment | |\n|---|---|\n");
    environment.forEach(
        (name, value) -> text.append("| ").append(name).append(" | ").append(value).append(" |\n"));
    List<String> order = samples.stream().map(Sample::what).distinct().toList();
    List<String> rates =
        order.stream()
            .filter(what -> samples.stream().anyMatch(s -> s.what.equals(what) && s.callers > 0))
            .toList();
    if (!rates.isEmpty()) {
      text.append(
          "\n"
              + "| Measure | callers | median per second | lowest – highest | of pgbench | of JDBC"
              + " by hand | 50 % / 99 % took | processor time each: Java + PostgreSQL | others |\n"
              + "|---|---|---|---|---|---|---|---|---|\n");
      for (String what : rates) {
        samples.stream()
            .filter(sample -> sample.what.equals(what))
            .map(Sample::callers)
            .distinct()
            .sorted()
            .forEach(callers -> rate(text, what, callers));
      }
    }
    List<String> others = order.stream().filter(what -> !rates.contains(what)).toList();
    if (!others.isEmpty()) {
      text.append(
          "\n"
              + "| Measure | median | lowest – highest | processor time each: Java + PostgreSQL |"
              + " others |\n"
              + "|---|---|---|---|---|\n");
      for (String what : others) {
        double[] values = values(what, 0);
        String unit =
            samples.stream().filter(s -> s.what.equals(what)).findFirst().orElseThrow().unit;
        text.append(
            String.format(
                Locale.ROOT,
                "| %s | **%,.0f %s** | %,.0f – %,.0f | %s | %s |%n",
                what,
                median(values),
                unit,
                values[0],
                values[values.length - 1],
                used(more(what, 0, "java µs"), more(what, 0, "postgres µs")),
                share(more(what, 0, "others"))));
      }
    }
    return text.toString();
  }

  private void rate(StringBuilder text, String what, int callers) {
    double[] values = values(what, callers);
    double worst = more(what, callers, "p99 µs");
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %d | **%,.0f** | %,.0f – %,.0f | %s | %s | %.1f / %s ms | %.0f + %.0f µs | %s"
                + " |%n",
            what,
            callers,
            median(values),
            values[0],
            values[values.length - 1],
            percent(ratio(what, Bench.PGBENCH, callers)),
            percent(ratio(what, Bench.BY_HAND, callers)),
            more(what, callers, "p50 µs") / 1000,
            Double.isNaN(worst) ? "–" : String.format(Locale.ROOT, "%.1f", worst / 1000),
            more(what, callers, "java µs"),
            more(what, callers, "postgres µs"),
            share(more(what, callers, "others"))));
  }

  private static String used(double java, double postgres) {
    if (Double.isNaN(java)) {
      return "–";
    }
    return java < 1e5
        ? String.format(Locale.ROOT, "%.0f + %.0f µs", java, postgres)
        : String.format(Locale.ROOT, "%.1f + %.1f s", java / 1e6, postgres / 1e6);
  }

  private static String percent(double part) {
    return Double.isNaN(part) ? "–" : String.format(Locale.ROOT, "%.0f %%", part * 100);
  }

  /** As a part of one processor. */
  private static String share(double processors) {
    return Double.isNaN(processors)
        ? "–"
        : String.format(Locale.ROOT, "f = %.0f %%", processors * 100);
  }

  /** Writes all samples into one file, and the tables into another or between two marks in it. */
  void write(Path json, Path document) throws IOException {
    Files.createDirectories(json.toAbsolutePath().getParent());
    Files.writeString(
        json,
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(Map.of("environment", environment, "samples", lines()))
            + "\n");
    String figures = BEGIN + "\n" + markdown() + END;
    String present = Files.exists(document) ? Files.readString(document) : "";
    int begin = present.indexOf(BEGIN);
    int end = present.indexOf(END);
    Files.writeString(
        document,
        begin < 0 || end < begin
            ? present + figures + "\n"
            : present.substring(0, begin) + figures + present.substring(end + END.length()));
  }

  /** A sample a line, so that the file stays small and its changes can be read. */
  private List<String> lines() {
    return samples.stream()
        .map(
            sample ->
                String.join(
                    "; ",
                    Arrays.asList(
                        sample.what,
                        "callers " + sample.callers,
                        "round " + sample.round,
                        String.format(Locale.ROOT, "%.1f %s", sample.value, sample.unit),
                        sample.more.entrySet().stream()
                            .map(
                                each ->
                                    String.format(
                                        Locale.ROOT, "%s %.2f", each.getKey(), each.getValue()))
                            .reduce((a, b) -> a + "; " + b)
                            .orElse(""))))
        .toList();
  }
}
