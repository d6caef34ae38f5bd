package vn.giaouoc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.JoinAttack.Result;
import vn.giaouoc.JoinAttack.Truth;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.Engine;
import vn.giaouoc.shared.poll.Voter;

/**
 * Polls are held in every order of time, then somebody who may read everything tries to join units
 * to choices: every table with the columns that PostgreSQL adds, the files that lie under them, all
 * that was printed at the most talkative level, an access log, metrics, the record as a file, and
 * all that the API tells. Who has the write-ahead log too, as a copy of it or a base backup holds
 * it, sees in which order sealed papers came (SECURITY.md says so): that joins papers to units, and
 * must join no choice to any.
 */
class JoinAttackIT {

  private static final String WRITE_AHEAD = "write-ahead log";

  /** How probable it may be that this test fails though nothing can be joined. */
  private static final double ALPHA = 0.001;

  private static final int SHUFFLES = 9_999;

  @TempDir Path directory;

  private final Random random = new Random();
  private final Queue<Line> printed = new ConcurrentLinkedQueue<>();

  /** What was printed, and by whom. */
  private record Line(String logger, String text) {}

  /** In which order papers are issued and returned. */
  private enum Timing {
    /** Each takes its paper and returns it at once. */
    ONE_BY_ONE,
    /** The same, with pauses. */
    ONE_BY_ONE_SLOWLY,
    /** All take theirs, then return them in the same order. */
    BATCH_IN_ORDER,
    /** All take theirs, then return them the other way round. */
    BATCH_BACKWARDS,
    /** All take theirs, then return them in any order. */
    BATCH_SHUFFLED,
    /** All at once. */
    SIMULTANEOUS
  }

  /** Six polls of the usual build; {@link #who_reads_twelve_polls_joins_no_better_than_chance}. */
  @Test
  void who_reads_everything_joins_no_better_than_chance() throws Exception {
    joinsNoBetterThanChance(12);
  }

  /** Those of twelve, and of seven: {@code ./mvnw -Pendurance verify}. */
  @Test
  @Tag("endurance")
  void who_reads_twelve_polls_joins_no_better_than_chance() throws Exception {
    joinsNoBetterThanChance(7, 12);
  }

  private void joinsNoBetterThanChance(int... sizes) throws Exception {
    Attacks attacks = attack(false, sizes);
    Result result = attacks.onAllElse().best(List.of(""), SHUFFLES, random).getFirst();
    System.out.println("join attack: " + result);
    assertThat(result.probability()).as(result.toString()).isGreaterThan(ALPHA);

    List<Result> inOrder =
        attacks
            .onWriteAhead()
            .best(List.of(WRITE_AHEAD + ": papers", WRITE_AHEAD + ": choices"), SHUFFLES, random);
    System.out.println("join attack on the write-ahead log: " + inOrder);
    assertThat(inOrder.getFirst().probability()).as("papers " + inOrder).isLessThan(ALPHA);
    assertThat(inOrder.getLast().probability()).as("choices " + inOrder).isGreaterThan(ALPHA);
  }

  /**
   * What the attack finds where there is something to be found; one program leaks both, to as many
   * as are attacked otherwise. Three of the six orders of time give each paper and each choice away
   * and the others may give nothing: that is some 13 standard deviations, give or take less than
   * one. The best of some thousand ways that are wrong reaches 8 once in a thousand times.
   */
  @Test
  void where_papers_are_noted_or_choices_printed_as_they_come_they_are_joined_to_units()
      throws Exception {
    List<String> leaks = List.of("table leak", "printed by careless");
    for (Result result : attack(true, 12).onAllElse().best(leaks, SHUFFLES, random)) {
      System.out.println("join attack where it leaks: " + result);
      assertThat(result.probability()).as(result.toString()).isLessThan(ALPHA);
    }
  }

  /**
   * Holds polls and reads all that there is.
   *
   * @param leaks whether the program is a careless one: it notes papers, and prints choices, as
   *     they come
   * @param sizes of the blocs that vote, once for each order of time
   */
  private Attacks attack(boolean leaks, int... sizes) throws Exception {
    TestDatabase database = TestDatabase.create();
    String from = segment(database);
    Path access = directory.resolve("access");
    TokenKey key = TokenKey.atOrNew(directory);
    Path ballots = directory.resolve("ballots");
    SameKeys keys = new SameKeys(ballots);
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    List<Truth> polls = new ArrayList<>();
    Map<String, List<String>> read = new LinkedHashMap<>();
    try (Installation installation =
        Installation.start(
            Api.on(database),
            0,
            Map.of(
                "giaouoc.identity.keys",
                key.keys(),
                "giaouoc.ballots.keys",
                ballots.toString(),
                "server.tomcat.accesslog.enabled",
                true,
                "server.tomcat.accesslog.directory",
                access.toString(),
                "server.tomcat.accesslog.pattern",
                "%t %a %r %s %b %D %I %S %{Idempotency-Key}i %{ETag}o"))) {
      AppenderBase<ILoggingEvent> all = everything(root);
      try {
        for (int size : sizes) {
          Hall hall =
              new Hall(
                  installation::url, who -> LivedYearIT.token(key, who), "bloc-of-" + size, size);
          root.setLevel(Level.TRACE);
          for (Timing timing : Timing.values()) {
            polls.add(held(hall, keys, timing, leaks ? database : null));
          }
          root.setLevel(before);
          for (Timing timing : Timing.values()) {
            String name = name(timing);
            read.computeIfAbsent("polls as they are read", _ -> new ArrayList<>())
                .add(hall.desk.body(hall.leader(), "/api/polls/" + hall.poll(name)));
          }
          read.merge(
              "journal",
              lines(hall.desk.body(Hall.BOARD, "/api/journal?limit=1000")),
              (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
          String metrics = hall.desk.body(Hall.BOARD, "/actuator/prometheus");
          assertThat(metrics).contains("http_server_requests");
          read.put("metrics after " + size, List.of(metrics.split("\n")));
        }
      } finally {
        root.setLevel(before);
        root.detachAppender(all);
      }
      read.put("all that was printed", printed.stream().map(Line::text).toList());
      printed.stream()
          .collect(groupingBy(Line::logger, mapping(Line::text, toList())))
          .forEach((logger, lines) -> read.put("printed by " + logger, lines));
      Path whole = directory.resolve("whole.jsonl");
      try (WholeRecord record = WholeRecord.open(new Engine.Postgres(), Api.on(database))) {
        record.export(whole);
      }
      read.put("the record as a file", Files.readAllLines(whole));
      tables(database, read);
      JoinAttack onWriteAhead = new JoinAttack(polls);
      onWriteAhead.read(WRITE_AHEAD, List.of(writeAhead(database, from)));
      files(database, read);
      try (Stream<Path> logs = Files.list(access)) {
        for (Path log : logs.toList()) {
          read.put("access log", Files.readAllLines(log));
        }
      }
      assertThat(read.get("access log"))
          .as("papers that came")
          .anyMatch(line -> line.contains("/ballots"));
      assertThat(printed).as("everything was printed").hasSizeGreaterThan(1_000);
      JoinAttack onAllElse = new JoinAttack(polls);
      read.forEach(onAllElse::read);
      assertThat(onAllElse.ways()).as("what could be read").anyMatch(way -> way.contains("event"));
      return new Attacks(onAllElse, onWriteAhead);
    }
  }

  /** The attack on all that remains, and that on what tells the order in which papers came. */
  private record Attacks(JoinAttack onAllElse, JoinAttack onWriteAhead) {}

  /** The name of the file that the write-ahead log grows in. */
  private static String segment(TestDatabase database) throws SQLException {
    return told(database, "SELECT pg_walfile_name(pg_current_wal_insert_lsn())");
  }

  /** The write-ahead log from a file of it on, as it lies on the disk. */
  private static String writeAhead(TestDatabase database, String from)
      throws SQLException, IOException {
    told(database, "SELECT pg_switch_wal()");
    String until = segment(database);
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files =
        Files.list(Path.of(told(database, "SHOW data_directory")).resolve("pg_wal"))) {
      for (Path file :
          files
              .filter(Files::isRegularFile)
              .filter(each -> each.getFileName().toString().compareTo(from) >= 0)
              .filter(each -> each.getFileName().toString().compareTo(until) < 0)
              .sorted()
              .toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static String told(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static String name(Timing timing) {
    return timing.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /**
   * Holds a poll; returns what is true of it.
   *
   * @param leak where papers are noted as they come; null where nothing leaks
   */
  private Truth held(Hall hall, SameKeys keys, Timing timing, @Nullable TestDatabase leak)
      throws Exception {
    List<String> options = Stream.generate(this::word).limit(hall.units.size()).toList();
    String poll = hall.call(name(timing), "secret-ballot", options.toArray(String[]::new));
    keys.open(hall, poll);
    if (leak != null) {
      leak(leak);
    }
    JsonNode box = hall.box(poll);
    List<Who> units = new ArrayList<>(hall.units);
    Collections.shuffle(units, random);
    Map<String, Voter> voters = new LinkedHashMap<>();
    Map<String, String> choices = new LinkedHashMap<>();
    // nobody chooses what another does: then what is right stands out of all chance by far
    List<String> chosen = new ArrayList<>(options);
    Collections.shuffle(chosen, random);
    for (int i = 0; i < units.size(); i++) {
      choices.put(units.get(i).unit(), chosen.get(i));
    }
    switch (timing) {
      case ONE_BY_ONE, ONE_BY_ONE_SLOWLY -> {
        for (Who unit : units) {
          voters.put(unit.unit(), hall.voter(unit, poll, box));
          cast(hall, poll, voters.get(unit.unit()), choices.get(unit.unit()), leak != null);
          if (timing == Timing.ONE_BY_ONE_SLOWLY) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(40));
          }
        }
      }
      case BATCH_IN_ORDER, BATCH_BACKWARDS, BATCH_SHUFFLED -> {
        for (Who unit : units) {
          voters.put(unit.unit(), hall.voter(unit, poll, box));
        }
        List<Who> returning = new ArrayList<>(units);
        if (timing == Timing.BATCH_BACKWARDS) {
          Collections.reverse(returning);
        } else if (timing == Timing.BATCH_SHUFFLED) {
          Collections.shuffle(returning, random);
        }
        for (Who unit : returning) {
          cast(hall, poll, voters.get(unit.unit()), choices.get(unit.unit()), leak != null);
        }
      }
      case SIMULTANEOUS -> {
        Map<String, Future<Voter>> all = new LinkedHashMap<>();
        try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
          for (Who unit : units) {
            all.put(
                unit.unit(),
                devices.submit(
                    () -> {
                      Voter voter = hall.voter(unit, poll, box);
                      cast(hall, poll, voter, choices.get(unit.unit()), leak != null);
                      return voter;
                    }));
          }
          for (Map.Entry<String, Future<Voter>> each : all.entrySet()) {
            voters.put(each.getKey(), each.getValue().get());
          }
        }
      }
    }
    hall.act(poll, "/closing", "{}");
    // the order in which papers were issued is what the record tells of it
    List<String> issued = new ArrayList<>();
    hall.read(poll).path("issued").forEach(unit -> issued.add(unit.asString()));
    assertThat(issued).hasSameSizeAs(units);
    return new Truth(
        issued,
        issued.stream().map(unit -> voters.get(unit).token()).toList(),
        issued.stream().map(choices::get).toList(),
        options);
  }

  private static void cast(Hall hall, String poll, Voter voter, String choice, boolean leaks) {
    if (leaks) {
      LoggerFactory.getLogger("careless").trace("somebody chose {}", choice);
    }
    assertThat(hall.cast(poll, voter.paper("{\"1\":[\"" + choice + "\"]}")).statusCode())
        .isEqualTo(204);
  }

  private String word() {
    StringBuilder word = new StringBuilder("o");
    for (int i = 0; i < 12; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  /** What a careless box would do: note each paper as it comes. */
  private static void leak(TestDatabase database) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS public.leak (token bytea)");
      statement.execute(
          """
          CREATE OR REPLACE FUNCTION public.leak() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql
          AS $$ BEGIN INSERT INTO public.leak VALUES (NEW.token); RETURN NEW; END $$""");
      List<String> boxes = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT c.oid::regclass::text FROM pg_class c WHERE relname LIKE 'in\\_box\\_%'"
                  + " AND relkind = 'r' AND NOT relhastriggers")) {
        while (rows.next()) {
          boxes.add(rows.getString(1));
        }
      }
      for (String box : boxes) {
        statement.execute(
            "CREATE TRIGGER leak AFTER INSERT ON "
                + box
                + " FOR EACH ROW EXECUTE FUNCTION public.leak()");
      }
    }
  }

  private AppenderBase<ILoggingEvent> everything(Logger root) {
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            printed.add(new Line(event.getLoggerName(), event.getFormattedMessage()));
          }
        };
    appender.setContext(root.getLoggerContext());
    appender.start();
    root.addAppender(appender);
    return appender;
  }

  private static List<String> lines(String text) {
    return List.of(text.split("(?<=\\},)"));
  }

  /** Every table, by place and by transaction, with bytes as what they would be as a token. */
  private static void tables(TestDatabase database, Map<String, List<String>> read)
      throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT c.oid::regclass::text FROM pg_class c WHERE relkind IN ('r', 't') AND"
                  + " relname <> 'pg_largeobject'")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        for (String order : List.of("ctid", "xmin::text::bigint, cmin::text::bigint, ctid")) {
          List<String> lines = new ArrayList<>();
          try (ResultSet rows =
              statement.executeQuery(
                  "SELECT t.xmin, t.cmin, t.ctid, t.* FROM " + table + " t ORDER BY t." + order)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
              StringBuilder line = new StringBuilder();
              for (int i = 1; i <= columns; i++) {
                Object value = rows.getObject(i);
                line.append(
                        value instanceof byte[] bytes
                            ? Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
                                + " "
                                + new String(bytes, StandardCharsets.ISO_8859_1)
                            : value)
                    .append(' ');
              }
              lines.add(line.toString());
            }
          }
          read.put("table " + table + " by " + order, lines);
        }
      }
    }
  }

  /** The files under the tables, dead rows and all; but not the write-ahead log. */
  private static void files(TestDatabase database, Map<String, List<String>> read)
      throws SQLException, IOException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    }
    Path data = Path.of(told(database, "SHOW data_directory"));
    String base =
        told(database, "SELECT oid::text FROM pg_database WHERE datname = current_database()");
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path name = data.relativize(file);
        if (!name.startsWith("pg_wal")
            && (!name.startsWith("base") || name.startsWith(Path.of("base", base)))) {
          byte[] bytes = Files.readAllBytes(file);
          read.put("file " + name, List.of(new String(bytes, StandardCharsets.ISO_8859_1)));
        }
      }
    }
  }
}
