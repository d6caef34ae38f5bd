package vn.giaouoc.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.EmbeddedDatabase;
import vn.giaouoc.Installation;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Scoring;
import vn.giaouoc.shared.regulation.Sheet;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A bloc of fourteen units with forty criteria, half of them held against the best of the bloc: how
 * long its standing takes, by the arithmetic alone, decided over HTTP, and previewed under a draft.
 */
final class Standings implements AutoCloseable {

  private static final int UNITS = 14;
  private static final int CONTENTS = 4;
  private static final int CRITERIA = 10;
  private static final int WARM = 200;

  private static final LocalDate TODAY = LocalDate.now(When.ZONE);
  private static final String BLOC = "bench.khoi-1";
  private static final String CYCLE = BLOC + "." + TODAY.getYear();

  private final Installation installation;
  private final Report report;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String last = "";

  private Standings(Installation installation, Report report) {
    this.installation = installation;
    this.report = report;
  }

  static Standings on(Path work, Report report) {
    return new Standings(
        Installation.start(EmbeddedDatabase.open(work.resolve("data")), 0), report);
  }

  /** Measures in rounds, each so many times. */
  void measure(int rounds, int times) throws Exception {
    found();
    Regulation regulation = Wire.mapper().readValue(regulation(), Regulation.class);
    List<Sheet> sheets = IntStream.range(0, UNITS).mapToObj(Standings::sheet).toList();
    String draft =
        "{\"regulation\":"
            + regulation().replace("\"perPercent\":\"1\"", "\"perPercent\":\"2\"")
            + "}";
    for (int i = 0; i < WARM; i++) {
      Scoring.of(regulation, sheets, List.of());
      send("/api/query/cycles/" + CYCLE + "/standing/draft", draft, null);
    }
    for (int round = 1; round <= rounds; round++) {
      measured(
          "scored by the arithmetic alone",
          round,
          times,
          () -> Scoring.of(regulation, sheets, List.of()));
      measured(
          "previewed under a draft, over HTTP",
          round,
          times,
          () -> send("/api/query/cycles/" + CYCLE + "/standing/draft", draft, null));
      measured(
          "ranked and its sheets frozen, over HTTP",
          round,
          Math.min(times, 20),
          () -> {
            send(
                "/api/cycles/" + CYCLE + "/sheets/bench.unit-1/reopenings",
                "{\"reason\":\"Đo\"}",
                seen(
                    "sheet:" + CYCLE + ".bench.unit-1",
                    "/api/score-sheets/" + CYCLE + ".bench.unit-1"));
            String seen = seen("cycle:" + CYCLE, "/api/cycles/" + CYCLE);
            return timed(
                () -> send("/api/cycles/" + CYCLE + "/rankings", "{\"reason\":\"Đo\"}", seen));
          });
      measured(
          "why: one unit's points worked out again, over HTTP",
          round,
          times,
          () -> get("/api/cycles/" + CYCLE + "/standing/bench.unit-3"));
    }
  }

  /** A measured act that says itself how long it took, where not all of it is to be measured. */
  private record Took(double micros) {}

  private static Took timed(Callable<?> act) throws Exception {
    long start = System.nanoTime();
    act.call();
    return new Took((System.nanoTime() - start) / 1e3);
  }

  private void measured(String what, int round, int times, Callable<?> act) throws Exception {
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      Object result = act.call();
      took.add(result instanceof Took own ? own.micros() : (System.nanoTime() - start) / 1e3);
    }
    double[] sorted = took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    String name = "bloc of 14 units and 40 criteria, " + what;
    report.add(new Report.Sample(name, 0, round, sorted[sorted.length / 2], "µs", Map.of()));
    report.add(
        new Report.Sample(
            name + ", 99 %", 0, round, sorted[sorted.length * 99 / 100], "µs", Map.of()));
  }

  private void found() throws Exception {
    send("/api/units", "{\"id\":\"bench\",\"name\":\"Tỉnh\",\"kind\":\"peoples-committee\"}", null);
    for (int unit = 0; unit < UNITS; unit++) {
      send(
          "/api/units",
          "{\"id\":\"bench.unit-%1$d\",\"name\":\"Đơn vị %1$d\",\"kind\":\"department\"}"
              .formatted(unit),
          null);
    }
    send("/api/blocs", "{\"id\":\"" + BLOC + "\",\"name\":\"Khối 1\"}", null);
    for (int unit = 0; unit < UNITS; unit++) {
      send(
          "/api/blocs/" + BLOC + "/members",
          "{\"unit\":\"bench.unit-" + unit + "\"}",
          seen("bloc:" + BLOC, "/api/blocs/" + BLOC));
    }
    send("/api/cycles", "{\"bloc\":\"%s\",\"year\":%d}".formatted(BLOC, TODAY.getYear()), null);
    send(
        "/api/cycles/" + CYCLE + "/regulations",
        "{\"regulation\":" + regulation() + "}",
        seen("cycle:" + CYCLE, "/api/cycles/" + CYCLE));
    for (int unit = 0; unit < UNITS; unit++) {
      Sheet sheet = sheet(unit);
      String lines =
          sheet.entries().entrySet().stream()
              .map(
                  each ->
                      "{\"criterion\":\"%s\",\"figure\":%s}"
                          .formatted(
                              each.getKey(),
                              Wire.mapper()
                                  .writerFor(Sheet.Entry.class)
                                  .writeValueAsString(each.getValue())))
              .collect(Collectors.joining(","));
      send(
          "/api/cycles/" + CYCLE + "/sheets/bench.unit-" + unit + "/self-scores",
          "{\"lines\":[" + lines + "]}",
          null);
    }
    send(
        "/api/cycles/" + CYCLE + "/rankings", "{}", seen("cycle:" + CYCLE, "/api/cycles/" + CYCLE));
  }

  private static Sheet sheet(int unit) {
    return new Sheet(
        UnitId.of("bench.unit-" + unit),
        IntStream.range(0, CONTENTS * CRITERIA)
            .boxed()
            .collect(
                Collectors.toMap(
                    Standings::criterion,
                    each ->
                        new Sheet.Measured(
                            BigDecimal.valueOf(80 + (unit * 7 + each * 13) % 41),
                            BigDecimal.valueOf(97),
                            null))));
  }

  private static String criterion(int number) {
    return (number / CRITERIA + 1) + "." + (number % CRITERIA + 1);
  }

  private static String regulation() {
    String contents =
        IntStream.range(0, CONTENTS)
            .mapToObj(
                content ->
                    """
                    {"id":"%1$d","name":"Nội dung %1$d","clause":"Phụ lục %1$d","standard":"250","bonusCap":"20",
                     "criteria":[%2$s]}"""
                        .formatted(
                            content + 1,
                            IntStream.range(0, CRITERIA)
                                .mapToObj(each -> criterion(content, each))
                                .collect(Collectors.joining(","))))
            .collect(Collectors.joining(","));
    return """
        {"number":"1","title":"Quy chế","validFrom":"%s",
         "scoring":{"maximum":"1080","equalRanks":true,"clause":"Điều 1"},
         "scale":{"clause":"Điều 2","standard":"1000","rounding":{"digits":2,"clause":"Điều 2"},
          "rank":{"by":"points","clause":"Điều 3"},"contents":[%s]}}"""
        .formatted(TODAY, contents);
  }

  private static String criterion(int content, int number) {
    String method =
        number % 2 == 0
            ? "\"method\":{\"type\":\"relative-to-best\",\"atTarget\":\"80\"}"
            : "\"method\":{\"type\":\"proportional\"},"
                + "\"over\":{\"counting\":\"whole-percent\",\"perPercent\":\"1\",\"cap\":\"2\"}";
    return """
        {"id":"%1$d.%2$d","name":"Tiêu chí %1$d.%2$d","clause":"Phụ lục %1$d.%2$d","standard":"25",
         "direction":"higher",%3$s}"""
        .formatted(content + 1, number + 1, method);
  }

  /** As {@code If-Match} takes it. */
  private String seen(String stream, String path) throws Exception {
    long version = Wire.mapper().readTree(get(path)).path("versions").path(stream).asLong();
    return "\"" + stream + "@" + version + "\"";
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest read =
        HttpRequest.newBuilder(
                URI.create(
                    installation.url()
                        + path
                        + "?after="
                        + URLEncoder.encode(last, StandardCharsets.UTF_8)))
            .build();
    return checked(http.send(read, BodyHandlers.ofString())).body();
  }

  private String send(String path, String body, @Nullable String seen)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(installation.url() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (seen != null) {
      request.header("If-Match", seen);
    }
    HttpResponse<String> response = checked(http.send(request.build(), BodyHandlers.ofString()));
    response
        .headers()
        .firstValue("ETag")
        .filter(tag -> tag.contains("@"))
        .ifPresent(tag -> last = tag.replace("\"", ""));
    return response.body();
  }

  private static HttpResponse<String> checked(HttpResponse<String> response) {
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return response;
  }

  @Override
  public void close() {
    installation.close();
  }
}
