package vn.giaouoc.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.Database;
import vn.giaouoc.EmbeddedDatabase;
import vn.giaouoc.Programs;
import vn.giaouoc.Proxy;
import vn.giaouoc.Topology;
import vn.giaouoc.bench.decade.Decade;
import vn.giaouoc.bench.decade.Tape;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.time.When;

/**
 * Commands come by the clock, so many a second, whether those before are answered or not: how long
 * after the answer to each what it did can be read, and is heard on the feed. On the log of a small
 * nation of which some years were lived; once with the program as people start it, and once with
 * both sides apart.
 */
final class LiveLag implements AutoCloseable {

  private static final int BLOCS = 5;
  private static final int YEARS = 2;
  private static final int TARGETS = 20;

  /** In so many the rate rises before it is measured. */
  private static final int STEPS = 10;

  /** Everything is listened for; one in so many commands is followed by a read as well. */
  private static final int READ_EVERY = 4;

  private static final long SEED = 2026;
  private static final int YEAR = LocalDate.now(When.ZONE).getYear();
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final JsonMapper JSON = new JsonMapper();

  private final Path work;
  private final Path data;
  private final Report report;
  private final Plan plan;
  private final List<Pledge> pledges = new ArrayList<>();
  private final Random random = new Random(SEED);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private boolean drafted;
  private int number;

  /**
   * What is to come.
   *
   * @param provinces how many, of five blocs each
   * @param rate commands a second
   * @param rounds how often it is measured
   * @param each how long each time
   * @param warmUp how long before
   */
  record Plan(int provinces, int rate, int rounds, Duration each, Duration warmUp) {}

  /** A pledge of a unit in its bloc's present year. */
  private record Pledge(String bloc, String unit) {

    private String address() {
      return "/api/cycles/%s.%d/pledges/%s".formatted(bloc, YEAR, unit);
    }
  }

  /** A command, and what is read of what it changed. */
  private record Order(String address, String body, String read) {}

  /**
   * What became of a command.
   *
   * @param event its event, {@code stream@version}
   * @param took from the moment it was due until its answer, in µs
   * @param answered when it was answered, by {@link System#nanoTime}
   * @param read from then until the answer to a read that waits for it, in µs; NaN without one
   */
  private record Done(String event, double took, long answered, double read) {}

  private LiveLag(Path work, Report report, Plan plan) {
    this.work = work;
    this.data = work.resolve("data");
    this.report = report;
    this.plan = plan;
  }

  /** Writes the log. */
  static LiveLag on(Path work, Report report, Plan plan) throws Exception {
    LiveLag lag = new LiveLag(work, report, plan);
    lag.write();
    return lag;
  }

  private void write() throws Exception {
    Decade decade = new Decade(plan.provinces, BLOCS, YEARS, 2, SEED);
    Map<String, String> passwords =
        Map.of(DatabaseSetup.COMMAND_ROLE, "unused", DatabaseSetup.QUERY_ROLE, "unused");
    try (Target lived = Target.embedded(work.resolve("lived"), 0);
        Connection log = lived.owner().getConnection();
        Database nation = EmbeddedDatabase.open(data)) {
      List<Tape> tapes = decade.live(lived.settings("command", DatabaseSetup.COMMAND_ROLE), log);
      DatabaseSetup.prepare(nation.owner(), passwords);
      try (Connection owner = nation.owner().getConnection()) {
        long events = decade.write(tapes, owner, so -> {});
        report.environment(Map.of("events in the log of the lag", "%,d".formatted(events)));
        signed(owner, decade.lastYear());
      }
    }
  }

  /** Whoever signed a pledge in the last year makes one in this. */
  private void signed(Connection owner, int year) throws SQLException {
    Pattern stream = Pattern.compile("pledge:(.+)\\.%d\\.(.+)".formatted(year));
    try (Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT aggregate_identifier FROM event_store.domain_event_entry WHERE type ="
                    + " 'pledge' AND sequence_number = 0 ORDER BY 1")) {
      while (row.next()) {
        Matcher matcher = stream.matcher(row.getString(1));
        if (matcher.matches()) {
          pledges.add(new Pledge(matcher.group(1), matcher.group(2)));
        }
      }
    }
  }

  /** The program as people start it. */
  void standalone(Path program) throws Exception {
    int port = Start.freePort();
    String url = "http://127.0.0.1:" + port;
    Process process =
        new ProcessBuilder(
                program.toString(), "start", "--data", data.toString(), "--port", "" + port)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(work.resolve("standalone.log").toFile()))
            .start();
    Thread atExit = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      await("the program", () -> ready(process, url));
      measure("standalone", url, List.of(url));
    } finally {
      process.destroy();
      process.waitFor();
      Runtime.getRuntime().removeShutdownHook(atExit);
    }
  }

  /** Two command-side and two query-side processes behind a proxy; each of the latter is heard. */
  void apart(Path sources, Proxy proxy) throws Exception {
    try (Topology topology =
        Topology.start(
            EmbeddedDatabase.open(data),
            work.resolve("apart"),
            new Topology.Plan(0, 2, 2, List.of()),
            Programs.built(sources),
            proxy)) {
      measure(
          "apart",
          topology.url(),
          topology.names().stream()
              .filter(name -> name.startsWith("query"))
              .map(topology::url)
              .toList());
    }
  }

  private void measure(String how, String url, List<String> nodes) throws Exception {
    String last = draft(url);
    for (String node : nodes) {
      await("the documents", () -> get(node + last).statusCode() == 200);
    }
    List<Listener> listeners = new ArrayList<>();
    try {
      for (String node : nodes) {
        listeners.add(new Listener(node));
      }
      warmUp(url);
      Path postmaster = data.resolve("postgresql").resolve("postmaster.pid");
      Machine machine =
          new Machine(Long.parseLong(Files.readAllLines(postmaster).getFirst().strip()));
      for (int round = 1; round <= plan.rounds; round++) {
        Machine.Moment before = machine.now();
        List<Done> all = load(url, plan.each, plan.rate);
        for (Listener listener : listeners) {
          await("the events", () -> all.stream().allMatch(listener::heard));
        }
        tell(
            "%s, %d commands a second: ".formatted(how, plan.rate),
            round,
            all,
            listeners,
            machine.since(before));
      }
    } finally {
      listeners.forEach(Listener::close);
    }
  }

  private void tell(
      String how, int round, List<Done> all, List<Listener> listeners, Machine.Shares shares) {
    Map<String, Double> used =
        Map.of(
            "java µs", shares.java() / plan.rate * 1e6,
            "postgres µs", shares.postgres() / plan.rate * 1e6,
            "others", shares.others());
    add(how + "a command, from when it was due to its answer", round, all, Done::took, used);
    add(how + "from there to the answer of a read after it", round, all, Done::read, Map.of());
    add(
        how + "from there to the last listener who hears of it",
        round,
        all,
        done -> listeners.stream().mapToDouble(each -> each.after(done)).max().orElseThrow(),
        Map.of());
  }

  private void add(
      String what,
      int round,
      List<Done> all,
      ToDoubleFunction<Done> figure,
      Map<String, Double> more) {
    double[] sorted =
        all.stream().mapToDouble(figure).filter(each -> !Double.isNaN(each)).sorted().toArray();
    report.add(new Report.Sample(what, 0, round, sorted[sorted.length / 2], "µs", more));
    report.add(
        new Report.Sample(
            what + ", 99 %", 0, round, sorted[(sorted.length - 1) * 99 / 100], "µs", Map.of()));
    report.add(
        new Report.Sample(what + ", most", 0, round, sorted[sorted.length - 1], "µs", Map.of()));
  }

  /** Opens the present year of each bloc, once; returns an address that shows the last of it. */
  private String draft(String url) throws Exception {
    if (!drafted) {
      for (String bloc : pledges.stream().map(Pledge::bloc).distinct().toList()) {
        post(
            url,
            new Order("/api/cycles", "{\"bloc\":\"%s\",\"year\":%d}".formatted(bloc, YEAR), ""));
      }
      for (Pledge pledge : pledges) {
        post(url, new Order(pledge.address() + "/draft", "{}", ""));
      }
      drafted = true;
    }
    Pledge last = pledges.getLast();
    return last.address() + "?after=pledge:%s.%d.%s@0".formatted(last.bloc, YEAR, last.unit);
  }

  /** Slowly at first: who starts cold takes ten times as long for each. */
  private void warmUp(String url) throws Exception {
    for (int step = 1; step <= STEPS; step++) {
      load(url, plan.warmUp.dividedBy(STEPS), Math.max(1, plan.rate * step / STEPS));
    }
  }

  /** Has so many commands a second come for so long. */
  private List<Done> load(String url, Duration time, int rate) throws Exception {
    long gap = TimeUnit.SECONDS.toNanos(1) / rate;
    List<Future<Done>> sent = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      for (long due = start; due < start + time.toNanos(); due += gap) {
        long at = due;
        Order order = order();
        boolean read = random.nextInt(READ_EVERY) == 0;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        sent.add(callers.submit(() -> once(url, order, at, read)));
      }
    }
    List<Done> all = new ArrayList<>();
    for (Future<Done> each : sent) {
      all.add(each.get());
    }
    return all;
  }

  /** A target is put into a draft, or changed there; or a unit is also known by another name. */
  private Order order() {
    Pledge pledge = pledges.get(random.nextInt(pledges.size()));
    number++;
    return random.nextInt(4) == 0
        ? new Order(
            "/api/units/" + pledge.unit + "/aliases",
            "{\"alias\":\"Cách viết %d\"}".formatted(number),
            "/api/units/" + pledge.unit)
        : new Order(
            pledge.address() + "/targets",
            """
            {"id":"chi-tieu-%d","content":1,"indicator":"Hồ sơ giải quyết đúng hạn","measure":"hồ sơ",
             "direction":"higher","kind":"flow","amount":"%d"}
            """
                .formatted(random.nextInt(TARGETS), number),
            pledge.address());
  }

  private Done once(String url, Order order, long due, boolean read) throws Exception {
    String event = post(url, order);
    long answered = System.nanoTime();
    double took = (answered - due) / 1e3;
    if (!read) {
      return new Done(event, took, answered, Double.NaN);
    }
    HttpResponse<String> answer = get(url + order.read + "?after=" + event);
    while (answer.statusCode() == 503) {
      // it waits for two seconds only; the clock goes on
      answer = get(url + order.read + "?after=" + event);
    }
    double after = (System.nanoTime() - answered) / 1e3;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return new Done(event, took, answered, after);
  }

  private String post(String url, Order order) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url + order.address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order.body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          order.address + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
  }

  private HttpResponse<String> get(String address) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean ready(Process process, String url) {
    if (!process.isAlive()) {
      throw new IllegalStateException("It ended; see " + work.resolve("standalone.log"));
    }
    try {
      return get(url + "/actuator/health/readiness").statusCode() == 200;
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  private static void await(String what, BooleanSupplier there) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(what + " never came");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** Hears the feed of a node. */
  private final class Listener implements AutoCloseable {

    private final Map<String, Long> events = new ConcurrentHashMap<>();
    private final InputStream feed;

    private Listener(String node) throws Exception {
      feed =
          http.send(
                  HttpRequest.newBuilder(URI.create(node + "/api/journal"))
                      .header("Accept", "text/event-stream")
                      .build(),
                  BodyHandlers.ofInputStream())
              .body();
      Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(feed, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("data:")) {
            long now = System.nanoTime();
            JsonNode told = JSON.readTree(line.substring("data:".length()));
            events.put(told.path("stream").asString() + "@" + told.path("version").asLong(), now);
          }
        }
      } catch (IOException ended) {
        // whoever waits for an event that never comes will say so
      }
    }

    private boolean heard(Done done) {
      return events.containsKey(done.event);
    }

    /** How long after the answer, in µs; it may have been heard before. */
    private double after(Done done) {
      return Math.max(0, events.getOrDefault(done.event, Long.MAX_VALUE) - done.answered) / 1e3;
    }

    @Override
    public void close() {
      try {
        feed.close();
      } catch (IOException e) {
        // it is over all the same
      }
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
