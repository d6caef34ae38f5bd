package vn.giaouoc.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.bench.decade.Decade;
import vn.giaouoc.bench.decade.Tape;
import vn.giaouoc.query.QuerySide;
import vn.giaouoc.query.fold.Folder;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/**
 * A decade of a nation on the real query side: written, folded for the first time, rebuilt beside a
 * loop by hand that makes the same documents, and read at any moment.
 */
final class Nationwide implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long SEED = 2026;
  private static final String SERVED =
      "SELECT d.fold, d.key, d.document FROM read_model.document d JOIN read_model.fold f ON f.name ="
          + " d.fold AND f.serving = d.generation";

  /** In whose environment the loop finds the password of the role. */
  static final String PASSWORD = "GIAOUOC_BENCH_PASSWORD";

  private static final long SAY_EVERY = Duration.ofSeconds(10).toNanos();
  private static final Duration PATIENCE = Duration.ofMinutes(60);

  private final Path work;
  private final Target target;
  private final Report report;
  private final Machine machine;
  private final String size;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private long events;
  private @Nullable ConfigurableApplicationContext context;
  private String base = "";

  private Nationwide(Path work, Target target, Report report, long about) throws SQLException {
    this.work = work;
    this.target = target;
    this.report = report;
    size = about % 1_000_000 == 0 ? about / 1_000_000 + " M" : about / 1_000 + " k";
    machine = new Machine(target.postmaster());
  }

  /** Writes the decade, of about so many events. */
  static Nationwide on(Path work, Report report, long about) throws Exception {
    Nationwide nation =
        new Nationwide(work, Target.embedded(work.resolve("nation"), 0), report, about);
    nation.write(about);
    return nation;
  }

  private void write(long about) throws Exception {
    Decade decade = Decade.ofAbout(about, SEED);
    List<Tape> tapes;
    try (Target lived = Target.embedded(work.resolve("lived"), 0);
        Connection log = lived.owner().getConnection();
        Connection owner = target.owner().getConnection()) {
      say("living a few decades through the command side");
      tapes = decade.live(lived.settings("command", DatabaseSetup.COMMAND_ROLE), log);
      long start = System.nanoTime();
      events = decade.write(tapes, owner, so -> progress("written", so, about, start));
      double seconds = (System.nanoTime() - start) / 1e9;
      report.add(
          new Report.Sample(
              "decade of " + size + ": written", 0, 1, events / seconds, "events/s", Map.of()));
      words(log, owner);
    }
    target.execute("VACUUM (ANALYZE) event_store.domain_event_entry", "CHECKPOINT");
    report.environment(Map.of("events of the decade of " + size, "%,d".formatted(events)));
    try (Target again = Target.embedded(work.resolve("again"), 0);
        Connection anew = again.owner().getConnection();
        Connection written = target.owner().getConnection()) {
      say("acting one bloc's decade anew under its own name, to compare");
      long compared =
          decade.prove(
              again.settings("command", DatabaseSetup.COMMAND_ROLE),
              anew,
              written,
              1,
              System.nanoTime());
      report.environment(
          Map.of("events of the decade that were acted anew, and are the same", "" + compared));
    }
  }

  /** The words that were lived are those of all. */
  private static void words(Connection from, Connection to) throws SQLException {
    to.setAutoCommit(true);
    try (Statement statement = to.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS bench");
      statement.execute(
          "CREATE TABLE bench.words (digest text PRIMARY KEY, salt bytea NOT NULL, text text)");
    }
    try (Statement read = from.createStatement();
        ResultSet row = read.executeQuery("SELECT digest, salt, text FROM command_side.words");
        PreparedStatement write =
            to.prepareStatement(
                "INSERT INTO bench.words VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
      while (row.next()) {
        write.setString(1, row.getString(1));
        write.setBytes(2, row.getBytes(2));
        write.setString(3, row.getString(3));
        write.addBatch();
      }
      write.executeBatch();
    }
  }

  /** Folds it for the first time, rebuilds it, and reads it. */
  void measure(int rounds, Duration each) throws Exception {
    start();
    fold();
    rebuild(rounds);
    read(each);
  }

  private void start() {
    ConfigurableApplicationContext started =
        new SpringApplicationBuilder(QuerySide.class)
            .properties("spring.config.name=query-side", "spring.main.banner-mode=off")
            .initializers(
                starting ->
                    starting
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(
                            new MapPropertySource(
                                "bench", target.settings("query", DatabaseSetup.QUERY_ROLE))))
            .registerShutdownHook(false)
            .run();
    context = started;
    base = "http://127.0.0.1:" + started.getEnvironment().getProperty("local.server.port");
  }

  private <T> T bean(Class<T> type) {
    if (context == null) {
      throw new IllegalStateException("Not started");
    }
    return context.getBean(type);
  }

  private void fold() throws Exception {
    bean(Folder.class).stop();
    one(
        "log into the journal",
        1,
        () -> awaited("SELECT coalesce(max(position), 0) FROM read_model.journal"));
    target.execute("VACUUM (ANALYZE) read_model.journal", "CHECKPOINT");
    one(
        "journal into documents, the first time",
        1,
        () -> {
          bean(Folder.class).start();
          return awaited("SELECT position FROM read_model.folded");
        });
    target.execute(
        "VACUUM (ANALYZE) read_model.document",
        "VACUUM (ANALYZE) read_model.journal_key",
        "CHECKPOINT");
  }

  private void rebuild(int rounds) throws Exception {
    target.execute(
        "CREATE TABLE bench.document (fold text, key text, document text)",
        "GRANT USAGE ON SCHEMA bench TO " + DatabaseSetup.QUERY_ROLE,
        "GRANT SELECT, INSERT, TRUNCATE ON bench.document TO " + DatabaseSetup.QUERY_ROLE);
    for (int round = 1; round <= rounds; round++) {
      one("limit: the same documents by hand", round, this::byHand);
      if (round == 1) {
        same();
      }
      target.execute("CHECKPOINT");
      one("all folds rebuilt", round, this::rebuilt);
      target.execute("VACUUM (ANALYZE) read_model.document", "CHECKPOINT");
    }
  }

  /** In a process of its own: it may take all the memory it wants. */
  private Void byHand() throws Exception {
    String path = ManagementFactory.getRuntimeMXBean().getClassPath();
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + System.getProperty("giaouoc.bench.loop", "12g"),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(
        path.endsWith("giaouoc-bench.jar")
            ? List.of("-jar", path)
            : List.of("-cp", path, Bench.class.getName()));
    command.addAll(List.of("--loop", target.url()));
    ProcessBuilder loop = new ProcessBuilder(command).inheritIO();
    loop.environment().put(PASSWORD, target.password());
    if (loop.start().waitFor() != 0) {
      throw new IllegalStateException("The loop failed");
    }
    return null;
  }

  /** The documents of the loop are those of the program, byte for byte. */
  private void same() throws SQLException {
    long others =
        count(
            "SELECT count(*) FROM ("
                + SERVED
                + ") d FULL JOIN bench.document b USING (fold, key) WHERE d.document IS DISTINCT"
                + " FROM b.document");
    if (others > 0) {
      throw new IllegalStateException(others + " documents of the loop are other than those kept");
    }
    report.environment(
        Map.of(
            "documents of the decade of " + size + ", of the loop byte for byte the same",
            "%,d".formatted(count("SELECT count(*) FROM (" + SERVED + ") d"))));
  }

  private Void rebuilt() throws Exception {
    order("/api/query/projections/all/rebuild");
    long start = System.nanoTime();
    long said = start;
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      JsonNode rebuilds = get("/api/projections").path("folds");
      boolean all = true;
      for (JsonNode fold : rebuilds) {
        String stage = fold.at("/rebuild/stage").asString("");
        if (stage.equals("ready") || stage.equals("cancelled")) {
          throw new IllegalStateException("Rebuilt documents differ: " + fold);
        }
        all &= stage.equals("switched");
      }
      if (all) {
        return null;
      }
      if (System.nanoTime() - said > SAY_EVERY) {
        said = System.nanoTime();
        System.out.println(rebuilds.get(0).path("rebuild") + memory());
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new IllegalStateException("The rebuild did not come to an end");
  }

  private record Read(String what, String path, boolean one) {}

  private static final List<Read> READS =
      List.of(
          new Read("cycle", "/api/cycles/{cycle}", true),
          new Read("standing", "/api/cycles/{cycle}/standing", true),
          new Read("why", "/api/cycles/{cycle}/standing/{unit}", true),
          new Read("progress", "/api/cycles/{cycle}/progress", true),
          new Read("pledge", "/api/cycles/{cycle}/pledges/{unit}", true),
          new Read("sheets", "/api/cycles/{cycle}/sheets", true),
          new Read("conference", "/api/conferences/{cycle}.mid-year", true),
          new Read("timeline", "/api/cycles/{cycle}/timeline?limit=100", true),
          new Read("leadership", "/api/blocs/{bloc}/leadership", false),
          new Read("bloc", "/api/blocs/{bloc}", false),
          new Read("unit", "/api/units/{unit}", false),
          new Read("awards of a province", "/api/awards?authority={province}", false),
          new Read(
              "awards of a province in a year",
              "/api/awards?authority={province}&year={year}",
              false),
          new Read("units", "/api/units?q={province}", false),
          new Read("blocs", "/api/blocs?q={province}", false));

  private record Cycle(
      String bloc, String cycle, String province, List<String> units, int year, long from) {}

  private void read(Duration each) throws Exception {
    List<Cycle> cycles = cycles();
    long head = count("SELECT max(position) FROM read_model.journal");
    for (Read read : READS) {
      for (String when : List.of("now", "asOf", "effective")) {
        // a few to warm up, and because the first of a kind is not what anybody waits for
        Random random = new Random(SEED);
        for (int i = 0; i < 20; i++) {
          get(path(read, when, cycles.get(random.nextInt(cycles.size())), head, random));
        }
        List<Double> took = new ArrayList<>();
        long end = System.nanoTime() + each.toNanos();
        while (System.nanoTime() < end || took.size() < 5) {
          String path = path(read, when, cycles.get(random.nextInt(cycles.size())), head, random);
          long start = System.nanoTime();
          asked(path);
          took.add((System.nanoTime() - start) / 1e3);
        }
        double[] sorted = took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        report.add(
            new Report.Sample(
                "%s: %s, %s, %s"
                    .formatted(size, read.one() ? "one cycle" : "others", read.what(), when),
                0,
                1,
                sorted[sorted.length / 2],
                "µs",
                Map.of(
                    "p99 µs",
                    sorted[(sorted.length - 1) * 99 / 100],
                    "reads",
                    (double) sorted.length)));
      }
    }
  }

  /** Cycles drawn by chance; what is read of them there is there from some position on. */
  private List<Cycle> cycles() throws SQLException {
    List<Cycle> cycles = new ArrayList<>();
    try (Connection connection = target.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT j.payload::json ->> 'cycle', j.payload::json ->> 'bloc',"
                    + " (j.payload::json ->> 'year')::int, (SELECT min(k.position) FROM"
                    + " read_model.journal k WHERE k.stream = 'conference:' || (j.payload::json ->>"
                    + " 'cycle') || '.year-end'), (SELECT string_agg(substr(s.stream, 7 +"
                    + " length(j.payload::json ->> 'cycle') + 1), ' ') FROM read_model.journal s"
                    + " WHERE s.version = 0 AND s.stream > 'sheet:' || (j.payload::json ->> 'cycle')"
                    + " || '.' AND s.stream < 'sheet:' || (j.payload::json ->> 'cycle') || '/')"
                    + " FROM read_model.journal j WHERE j.type = 'cycle.CycleOpened' AND"
                    + " (j.payload::json ->> 'year')::int BETWEEN 2016 AND 2025 AND"
                    + " j.metadata NOT LIKE '%\"told\":{%' AND random() < 0.2 LIMIT 400")) {
      while (row.next()) {
        String bloc = row.getString(2);
        cycles.add(
            new Cycle(
                bloc,
                row.getString(1),
                bloc.substring(0, bloc.indexOf('.')),
                Arrays.asList(row.getString(5).split(" ")),
                row.getInt(3),
                row.getLong(4)));
      }
    }
    return cycles;
  }

  private static String path(Read read, String when, Cycle of, long head, Random random) {
    String unit = of.units().get(random.nextInt(of.units().size()));
    String path =
        read.path()
            .replace("{cycle}", of.cycle())
            .replace("{bloc}", of.bloc())
            .replace("{unit}", unit)
            .replace("{year}", String.valueOf(of.year()))
            .replace("{province}", of.province());
    String cut =
        switch (when) {
          case "asOf" -> "asOf=" + (of.from() + random.nextLong(Math.max(1, head - of.from())));
          case "effective" ->
              "effective=%d-%02d-%02d".formatted(of.year(), 12, 24 + random.nextInt(7));
          default -> "";
        };
    return cut.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + cut;
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(asked(path));
  }

  private String asked(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  private void order(String path) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            HttpRequest.newBuilder(URI.create(base + path)).POST(BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
    }
  }

  private void one(String what, int round, Callable<?> measure) throws Exception {
    say(what);
    Machine.Moment before = machine.now();
    long start = System.nanoTime();
    measure.call();
    double seconds = (System.nanoTime() - start) / 1e9;
    Machine.Shares shares = machine.since(before);
    Map<String, Double> more = new LinkedHashMap<>();
    more.put("java µs", shares.java() * seconds / events * 1e6);
    more.put("postgres µs", shares.postgres() * seconds / events * 1e6);
    more.put("others", shares.others());
    System.gc();
    more.put("heap MiB", Machine.heap());
    more.put("resident MiB", Machine.resident());
    report.add(
        new Report.Sample(
            "decade of " + size + ": " + what, 0, round, events / seconds, "events/s", more));
  }

  private Void awaited(String position) throws SQLException, InterruptedException {
    long start = System.nanoTime();
    long said = start;
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      long now = count(position);
      if (now >= events) {
        return null;
      }
      if (System.nanoTime() - said > SAY_EVERY) {
        said = System.nanoTime();
        progress("at", now, events, start);
        System.out.println(memory());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IllegalStateException("The query side did not come to an end");
  }

  private static String memory() {
    return " heap %.0f MiB, resident %.0f MiB".formatted(Machine.heap(), Machine.resident());
  }

  private static void progress(String what, long so, long all, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT, "%s %,d of about %,d, %,.0f a second%n", what, so, all, so / seconds);
  }

  private void say(String what) {
    System.out.println(size + ": " + what + " …");
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = target.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  @Override
  public void close() {
    http.close();
    if (context != null) {
      context.close();
    }
    target.close();
  }
}
