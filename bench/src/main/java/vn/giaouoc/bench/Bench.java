package vn.giaouoc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.giaouoc.bench.Load.Rate;
import vn.giaouoc.query.fold.ByHand;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/** Runs the measurements, one after another, and writes down what came of them. */
@Command(
    name = "bench/run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures how fast it is, beside the limit of the same database in the same run.")
public final class Bench implements Callable<Integer> {

  static final String PGBENCH = "limit: pgbench";
  static final String BY_HAND = "limit: JDBC by hand";
  static final String GATEWAY = "command through the gateway";
  static final String HTTP = "command over HTTP";

  /** What can be measured. */
  enum Part {
    COMMANDS,
    FOLDS,
    START,
    APART,
    LAG,
    STANDING,
    POLL,
    DECADE
  }

  @Option(
      names = "--quick",
      description = "A minute or two, for a first look: few streams, short rounds.")
  private boolean quick;

  @Option(names = "--only", split = ",", description = "Some parts only: ${COMPLETION-CANDIDATES}")
  private Set<Part> only = EnumSet.allOf(Part.class);

  @Option(
      names = "--rounds",
      description = "How often each is measured; default: 5, quick: 2; of the lag: 3, quick: 1")
  private @Nullable Integer rounds;

  @Option(
      names = "--seconds",
      description =
          "How long each time; default: 6, quick: 3; of the lag: 20, quick: 5; of each read of the"
              + " decade: 3, quick: 1")
  private @Nullable Integer seconds;

  @Option(
      names = "--warm-up",
      description = "How many seconds before; default: 45, quick: 10; of the lag: 20, quick: 5")
  private @Nullable Integer warmUp;

  @Option(
      names = "--streams",
      description = "How many streams of ten events; default: 100000, quick: 10000")
  private @Nullable Integer streams;

  @Option(
      names = "--measures",
      split = ",",
      description = "Of the commands, only those whose name has one of these words in it")
  private List<String> measures = List.of("");

  @Option(
      names = "--callers",
      split = ",",
      description = "How many at once; default: ${DEFAULT-VALUE}",
      defaultValue = "1,8,32")
  private List<Integer> callers = List.of();

  @Option(
      names = "--rate",
      description = "Of the lag: how many commands come each second; default: ${DEFAULT-VALUE}",
      defaultValue = "200")
  private int rate;

  @Option(
      names = "--events",
      split = ",",
      description =
          "Of the decade: about how many; default: 1000000,10000000; quick: 200000. Takes gigabytes"
              + " of disk and memory")
  private List<Long> events = List.of();

  @Option(names = "--loop", hidden = true, description = "Does the work of the loop and ends.")
  private @Nullable String loop;

  @Option(
      names = "--database-url",
      description = "An empty PostgreSQL of your own instead of the embedded one.")
  private @Nullable String url;

  @Option(names = "--database-user", defaultValue = "postgres", description = "A superuser there.")
  private String user = "";

  @Option(names = "--database-password", defaultValue = "", description = "Its password.")
  private String password = "";

  @Option(
      names = "--program",
      defaultValue = "./giaouoc",
      description = "The program, as people start it; default: ${DEFAULT-VALUE}")
  private Path program = Path.of("");

  @Option(
      names = "--document",
      defaultValue = "docs/performance.md",
      description = "Where the tables go, between two marks; default: ${DEFAULT-VALUE}")
  private Path document = Path.of("");

  @Option(
      names = "--samples",
      defaultValue = "docs/performance/samples.json",
      description = "Where every sample goes; default: ${DEFAULT-VALUE}")
  private Path samples = Path.of("");

  private final Report report = new Report();

  private Bench() {}

  /** Measures. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (loop != null) {
      try (Connection connection =
          DriverManager.getConnection(
              loop, DatabaseSetup.QUERY_ROLE, System.getenv(Nationwide.PASSWORD))) {
        System.out.printf("%,d documents by hand%n", new ByHand(connection).run());
      }
      return 0;
    }
    Path work = Files.createTempDirectory("giaouoc-bench");
    try {
      report.environment(Machine.description());
      if (only.contains(Part.START)) {
        if (Files.exists(program)) {
          new Start(program, work.resolve("start"), report)
              .measure(quick ? 2 : 5, Duration.ofSeconds(10));
        } else {
          System.err.println("There is no " + program + ": the start is not measured");
        }
      }
      if (only.contains(Part.COMMANDS)) {
        onDatabase(work.resolve("database"));
      }
      if (only.contains(Part.FOLDS)) {
        folds(work.resolve("folds"));
      }
      if (only.contains(Part.APART)) {
        try (Lag lag = Lag.on(work.resolve("apart"), sources(), Lag.proxy(), report)) {
          lag.measure(rounds != null ? rounds : quick ? 2 : 5, quick ? 100 : 200);
        }
      }
      if (only.contains(Part.LAG)) {
        lag(work.resolve("lag"));
      }
      if (only.contains(Part.STANDING)) {
        try (Standings standings = Standings.on(work.resolve("standing"), report)) {
          standings.measure(rounds != null ? rounds : quick ? 2 : 5, quick ? 50 : 200);
        }
      }
      if (only.contains(Part.POLL)) {
        try (Polls polls = Polls.on(work.resolve("poll"), report, quick ? 500 : 5_000)) {
          polls.measure(rounds != null ? rounds : 2, 16);
        }
      }
      if (only.contains(Part.DECADE)) {
        for (long about :
            events.isEmpty()
                ? quick ? List.of(200_000L) : List.of(1_000_000L, 10_000_000L)
                : events) {
          try (Nationwide nation = Nationwide.on(work.resolve("decade-" + about), report, about)) {
            nation.measure(
                rounds != null ? rounds : 1,
                Duration.ofSeconds(seconds != null ? seconds : quick ? 1 : 3));
          }
          Target.delete(work.resolve("decade-" + about));
        }
      }
      return 0;
    } finally {
      // what was measured is not lost with what failed after it
      if (!report.isEmpty()) {
        write();
      }
      Target.delete(work);
    }
  }

  private void write() throws IOException {
    System.out.println();
    System.out.println(report.markdown());
    report.write(samples, document);
  }

  private Path sources() {
    return program.toAbsolutePath().resolveSibling(".").normalize();
  }

  private void lag(Path directory) throws Exception {
    LiveLag.Plan plan =
        new LiveLag.Plan(
            quick ? 2 : 8,
            rate,
            rounds != null ? rounds : quick ? 1 : 3,
            Duration.ofSeconds(seconds != null ? seconds : quick ? 5 : 20),
            Duration.ofSeconds(warmUp != null ? warmUp : quick ? 5 : 20));
    try (LiveLag lag = LiveLag.on(directory, report, plan)) {
      lag.standalone(program);
      lag.apart(sources(), Lag.proxy());
    }
  }

  private void onDatabase(Path directory) throws Exception {
    int count = streams != null ? streams : quick ? 10_000 : 100_000;
    try (Target target =
        url == null
            ? Target.embedded(directory, count)
            : Target.external(url, user, password, count)) {
      long start = System.nanoTime();
      target.fill();
      System.out.printf(
          "%,d streams of %d events, twice, in %d s%n",
          count, Target.EVENTS, Duration.ofNanos(System.nanoTime() - start).toSeconds());
      Map<String, String> facts = new LinkedHashMap<>();
      target.description().forEach((name, value) -> facts.put("PostgreSQL " + name, value));
      facts.put("streams of ten events", "%,d".formatted(count));
      report.environment(facts);
      commands(target, new Machine(target.postmaster()));
    }
  }

  private void folds(Path directory) throws Exception {
    if (url != null) {
      System.err.println("Folds are measured on the embedded PostgreSQL only");
      return;
    }
    int count = quick ? 2_000 : 20_000;
    try (Target target = Target.embedded(directory, count)) {
      target.fill();
      try (Folds folds = new Folds(target, report, new Machine(target.postmaster()))) {
        folds.measure(rounds != null ? rounds : quick ? 2 : 3);
      }
    }
    report.environment(
        Map.of("events in the log of the folds", "%,d".formatted((long) count * Target.EVENTS)));
  }

  /** One after another in every round, so that what changes with time changes for all of them. */
  private void commands(Target target, Machine machine) throws Exception {
    int times = rounds != null ? rounds : quick ? 2 : 5;
    Duration each = Duration.ofSeconds(seconds != null ? seconds : quick ? 3 : 6);
    Duration warm = Duration.ofSeconds(warmUp != null ? warmUp : quick ? 10 : 45);
    boolean pgbench = Limit.hasPgbench();
    if (!pgbench) {
      System.err.println("There is no pgbench: the limit is measured by hand only");
    }
    try (Limit limit = new Limit(target);
        Commands commands = new Commands(target)) {
      commands.gateway(8, warm);
      commands.http(8, warm);
      limit.byHand(8, warm.dividedBy(9));
      for (int round = 1; round <= times; round++) {
        for (int clients : callers) {
          if (pgbench) {
            one(PGBENCH, clients, round, machine, () -> limit.pgbench(clients, each));
          }
          one(GATEWAY, clients, round, machine, () -> commands.gateway(clients, each));
          one(BY_HAND, clients, round, machine, () -> limit.byHand(clients, each));
          one(HTTP, clients, round, machine, () -> commands.http(clients, each));
        }
      }
    }
    report.environment(Map.of("events in the log at the end", "%,d".formatted(target.events())));
  }

  private void one(String what, int clients, int round, Machine machine, Callable<Rate> measure)
      throws Exception {
    if (measures.stream().noneMatch(what::contains)) {
      return;
    }
    Machine.Moment before = machine.now();
    Rate rate = measure.call();
    Machine.Shares shares = machine.since(before);
    Map<String, Double> more = new LinkedHashMap<>();
    more.put("p50 µs", rate.median());
    if (Double.isFinite(rate.worst())) {
      more.put("p99 µs", rate.worst());
    }
    more.put("java µs", shares.java() / rate.perSecond() * 1e6);
    more.put("postgres µs", shares.postgres() / rate.perSecond() * 1e6);
    more.put("others", shares.others());
    report.add(new Report.Sample(what, clients, round, rate.perSecond(), "per second", more));
  }
}
