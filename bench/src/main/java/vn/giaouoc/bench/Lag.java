package vn.giaouoc.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.giaouoc.EmbeddedDatabase;
import vn.giaouoc.Nginx;
import vn.giaouoc.Programs;
import vn.giaouoc.Proxy;
import vn.giaouoc.Topology;

/**
 * Two command-side and two query-side processes behind a proxy: how long after the answer to a
 * command a read that waits for it ({@code after=}) is answered, by the node that writes the
 * journal, by the one that does not, and by whichever the proxy takes.
 */
final class Lag implements AutoCloseable {

  private static final int UNITS = 50;
  private static final int WARM = 300;

  private final Topology topology;
  private final Report report;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger sent = new AtomicInteger();

  private Lag(Topology topology, Report report) {
    this.topology = topology;
    this.report = report;
  }

  static Lag on(Path work, Path sources, Proxy proxy, Report report) {
    return new Lag(
        Topology.start(
            EmbeddedDatabase.open(work.resolve("data")),
            work.resolve("apart"),
            new Topology.Plan(0, 2, 2, List.of()),
            Programs.built(sources),
            proxy),
        report);
  }

  /** The proxy that it is measured with. */
  static Proxy proxy() {
    return Nginx.installed()
        .orElseThrow(
            () -> new IllegalStateException("There is no nginx: nothing apart to measure"));
  }

  /** Measures in rounds, so many commands for each place in each of them. */
  void measure(int rounds, int commands) throws Exception {
    for (int unit = 0; unit < UNITS; unit++) {
      post(
          "/api/units",
          "{\"id\": \"bench.unit-%d\", \"name\": \"Đơn vị %d\", \"kind\": \"department\"%s}"
              .formatted(unit, unit, unit == 0 ? "" : ", \"authority\": \"bench.unit-0\""));
    }
    String writer = topology.writer().orElseThrow();
    Map<String, String> places = new LinkedHashMap<>();
    places.put("on the node that writes the journal", topology.url(writer));
    topology.names().stream()
        .filter(name -> name.startsWith("query") && !name.equals(writer))
        .findFirst()
        .ifPresent(other -> places.put("on the other node", topology.url(other)));
    places.put("through the proxy", topology.url());
    for (int i = 0; i < WARM; i++) {
      for (String place : places.values()) {
        once(place);
      }
    }
    for (int round = 1; round <= rounds; round++) {
      for (Map.Entry<String, String> place : places.entrySet()) {
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < commands; i++) {
          took.add(once(place.getValue()));
        }
        double[] sorted = took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        String what =
            "apart: answer of a command to the answer of a read after it, " + place.getKey();
        report.add(new Report.Sample(what, 0, round, sorted[sorted.length / 2], "µs", Map.of()));
        report.add(
            new Report.Sample(
                what + ", 99 %", 0, round, sorted[sorted.length * 99 / 100], "µs", Map.of()));
      }
    }
  }

  /** From the answer to a command until the answer to a read that waits for it, in µs. */
  private double once(String place) throws IOException, InterruptedException {
    int number = sent.incrementAndGet();
    String unit = "bench.unit-" + number % UNITS;
    String version =
        post("/api/units/" + unit + "/aliases", "{\"alias\": \"Tên %d\"}".formatted(number));
    HttpRequest read =
        HttpRequest.newBuilder(
                URI.create(
                    place
                        + "/api/units/"
                        + unit
                        + "?after="
                        + URLEncoder.encode(version, StandardCharsets.UTF_8)))
            .build();
    long answered = System.nanoTime();
    HttpResponse<String> response = http.send(read, BodyHandlers.ofString());
    double took = (System.nanoTime() - answered) / 1e3;
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return took;
  }

  private String post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(topology.url() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return response.headers().firstValue("ETag").orElseThrow().replace("\"", "");
  }

  @Override
  public void close() {
    topology.close();
  }
}
