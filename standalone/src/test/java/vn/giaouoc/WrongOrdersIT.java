package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.Desk.Act;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.TestDatabase;

/**
 * The year in wrong orders: each act of it is tried before its stage, after it, and by everybody
 * else. What is refused leaves no trace, and says why; what is accepted is there once.
 */
class WrongOrdersIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String YEAR = "que";
  private static final String TRIED = "que-thu";
  private static final String EARLY = "too early";
  private static final String AGAIN = "again";

  /** What is refused because the regulation says so: never without its clause. */
  private static final Set<String> BY_THE_REGULATION =
      Set.of(
          "`step-out-of-order`",
          "`step-already-done`",
          "`step-already-skipped`",
          "`deadline-already-set`",
          "`deadline-not-later`",
          "`pledge-already-signed`",
          "`pledge-not-signed`",
          "`targets-are-frozen`",
          "`already-submitted`",
          "`sheet-frozen`",
          "`already-scored`",
          "`quota-exceeded`");

  @TempDir static Path directory;

  private static TokenKey key;
  private static Database database;
  private static SingleConnectionDataSource sql;
  private static Installation installation;
  private static Ledger ledger;

  /** The year as it goes right. */
  private static List<Step> rehearsed;

  /** An act of the year, and the stage that it belongs to. */
  private record Step(String stage, Act act) {

    /** What is tried once only, whoever it is done to or in whose name. */
    private String kind() {
      JsonNode step = JSON.readTree(act.json()).path("step");
      return act.path().replaceAll("/que[a-z0-9.-]*", "/…")
          + (step.isString() ? " (" + step.asString() + ")" : "");
    }
  }

  @BeforeAll
  static void rehearse() {
    key = TokenKey.atOrNew(directory);
    database = Api.on(TestDatabase.create());
    installation = Installation.start(database, 0, Map.of("giaouoc.identity.keys", key.keys()));
    sql = new SingleConnectionDataSource(connection(), true);
    ledger = new Ledger(sql, null);
    rehearsed = new ArrayList<>();
    Desk desk = desk();
    new LivedYear(desk, YEAR)
        .stages()
        .forEach(
            (stage, live) -> {
              desk.beforeEach(act -> rehearsed.add(new Step(stage, act)));
              live.run();
            });
  }

  @AfterAll
  static void stop() {
    sql.destroy();
    installation.close();
  }

  /**
   * While something is tried the log takes nothing. So what would be accepted fails there and the
   * year goes on as it was, and nothing that is refused has tried to append.
   */
  @Test
  void what_comes_too_early_too_late_or_from_another_is_refused_with_its_clause()
      throws IOException {
    execute(
        """
        CREATE FUNCTION closed() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN RAISE EXCEPTION ''closed''; END'""");
    execute(
        """
        CREATE TRIGGER closed BEFORE INSERT ON event_store.domain_event_entry
        EXECUTE FUNCTION closed()""");
    Tried tried = new Tried();
    Desk desk = desk();
    desk.beforeEach(tried::before);
    report(LogLevel.OFF);
    try {
      execute("ALTER TABLE event_store.domain_event_entry DISABLE TRIGGER closed");
      new LivedYear(desk, TRIED).live();
    } finally {
      report(LogLevel.ERROR);
    }
    assertThat(tried.next).as("all of the year").isEqualTo(rehearsed.size());
    Documents.check("docs/wrong-orders.md", tried.page());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void in_any_order_what_is_accepted_is_there_once_and_what_is_refused_is_not(long seed) {
    shuffled(seed);
  }

  @Tag("endurance")
  @ParameterizedTest
  @MethodSource("seeds")
  void in_many_orders_what_is_accepted_is_there_once_and_what_is_refused_is_not(long seed) {
    shuffled(seed);
  }

  static LongStream seeds() {
    long first = Long.getLong("endurance.seed", System.nanoTime());
    return LongStream.range(first, first + Integer.getInteger("endurance.orders", 100));
  }

  private static void shuffled(long seed) {
    String province = YEAR + "-" + seed;
    Random random = new Random(seed);
    List<Act> order = new ArrayList<>();
    rehearsed.forEach(step -> order.add(in(province, step.act())));
    for (int moves = 4 + random.nextInt(30); moves > 0; moves--) {
      Act moved = order.remove(random.nextInt(order.size()));
      order.add(random.nextInt(order.size() + 1), moved);
    }
    List<Who> people = order.stream().map(Act::who).distinct().toList();
    Desk desk = desk();
    int accepted = 0;
    for (Act act : order) {
      Who who = random.nextInt(10) == 0 ? people.get(random.nextInt(people.size())) : act.who();
      long before = ledger.size();
      HttpResponse<String> answer =
          attempt(desk, new Act(who, act.path(), act.json(), act.stream()));
      assertThat(answer.statusCode()).as(act + "\n" + answer.body()).isLessThan(500);
      if (answer.statusCode() < 300) {
        accepted++;
      } else {
        refused(act, answer);
        assertThat(ledger.size()).as("refused without a trace: " + act).isEqualTo(before);
      }
    }
    List<Ledger.Entry> journal = ledger.whole();
    ledger.holds(
        journal.stream()
            .filter(entry -> (entry.stream() + ".").contains(":" + province + "."))
            .toList(),
        List.of(desk));
    System.out.println("order " + seed + ": " + accepted + " of " + order.size() + " accepted");
  }

  private static HttpResponse<String> attempt(Desk desk, Act act) {
    return desk.attempt(
        act,
        act.stream() == null
            ? null
            : "\"%s@%d\"".formatted(act.stream(), Math.max(0, ledger.version(act.stream()))));
  }

  /** What an act was refused as, and by which clause. */
  private static String refused(Act act, HttpResponse<String> answer) {
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("type").asString()).as(act + answer.body()).startsWith("/problems/");
    assertThat(problem.path("title").asString()).as(answer.body()).isNotBlank();
    assertThat(problem.path("titleEn").asString()).as(answer.body()).isNotBlank();
    String clause = problem.path("clause").asString("");
    String type = problem.path("type").asString().substring("/problems/".length());
    return "`" + type + "`" + (clause.isEmpty() ? "" : " " + clause);
  }

  private static Act in(String province, Act act) {
    return new Act(
        in(province, act.who()),
        in(province, act.path()),
        in(province, act.json()),
        act.stream() == null ? null : in(province, act.stream()));
  }

  private static Who in(String province, Who who) {
    return new Who(who.account(), who.unit() == null ? null : in(province, who.unit()), who.role());
  }

  private static String in(String province, String text) {
    return text.replaceAll("\\b" + YEAR + "\\b(?!-)", province);
  }

  private static Desk desk() {
    return new Desk(installation::url, who -> LivedYearIT.token(key, who), false);
  }

  private static Connection connection() {
    try {
      return database.owner().getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(String statement) {
    JdbcClient.create(sql).sql(statement).update();
  }

  /** What fails at the closed log is what is asked for, and nothing to report. */
  private static void report(LogLevel level) {
    LoggingSystem logging = LoggingSystem.get(WrongOrdersIT.class.getClassLoader());
    logging.setLogLevel("vn.giaouoc.command.Problems", level);
    logging.setLogLevel("org.axonframework.modelling.command.AbstractRepository", level);
  }

  /** All that is tried in a year that goes right. */
  private static final class Tried {

    private final Desk desk = desk();
    private final Map<String, Step> lines = new HashMap<>();
    private final Map<Step, SequencedMap<String, SortedSet<String>>> table = new LinkedHashMap<>();
    private final Set<String> own = new HashSet<>();
    private int next;

    private Tried() {
      // in the order of the year, whichever of them is tried first
      rehearsed.forEach(this::told);
    }

    private void before(Act act) {
      Step now = rehearsed.get(next);
      assertThat(act).isEqualTo(in(TRIED, now.act()));
      execute("ALTER TABLE event_store.domain_event_entry ENABLE TRIGGER closed");
      if (next == 0 || !rehearsed.get(next - 1).stage().equals(now.stage())) {
        Set<String> kinds = new HashSet<>();
        for (Step earlier : rehearsed.subList(0, next).reversed()) {
          if (kinds.add(earlier.stage() + earlier.kind())) {
            attempt(AGAIN, earlier, earlier.act().who());
          }
        }
        for (Step later : rehearsed.subList(next, rehearsed.size())) {
          if (!later.stage().equals(now.stage()) && kinds.add(later.stage() + later.kind())) {
            attempt(EARLY, later, later.act().who());
          }
        }
      }
      if (own.add(now.stage() + " " + now.kind())) {
        others().forEach((name, who) -> attempt(name, now, who));
      }
      execute("ALTER TABLE event_store.domain_event_entry DISABLE TRIGGER closed");
      next++;
    }

    private SequencedMap<String, SortedSet<String>> told(Step step) {
      Step line = lines.computeIfAbsent(step.stage() + " " + step.kind(), any -> step);
      return table.computeIfAbsent(line, any -> new LinkedHashMap<>());
    }

    private static Map<String, Who> others() {
      Map<String, Who> others = new LinkedHashMap<>();
      others.put("board", new Who(LivedYear.account("board"), null, "board"));
      others.put("first leader", of("so-van-hoa"));
      others.put("deputy", of("so-y-te"));
      others.put("next leader", of("so-giao-duc"));
      others.put("member", of("so-lao-dong"));
      others.put("merged member", of("so-du-lich"));
      others.put("unit of elsewhere", of("so-o-noi-khac"));
      others.put("auditor", new Who(LivedYear.account("auditor"), null, "auditor"));
      others.put("nobody", new Who(LivedYear.account("nobody"), null, null));
      return others;
    }

    private static Who of(String unit) {
      return new Who(LivedYear.account(unit), YEAR + "." + unit, null);
    }

    private void attempt(String when, Step step, Who who) {
      if (others().containsKey(when) && who.equals(step.act().who())) {
        return;
      }
      Act act = in(TRIED, new Act(who, step.act().path(), step.act().json(), step.act().stream()));
      long before = ledger.size();
      long texts = ledger.texts();
      HttpResponse<String> answer = WrongOrdersIT.attempt(desk, act);
      assertThat(ledger.size()).as("without a trace: " + act).isEqualTo(before);
      assertThat(ledger.texts()).as("without a trace: " + act).isEqualTo(texts);
      String told =
          answer.statusCode() < 300
              ? "*nothing more*"
              : answer.statusCode() == 500 ? "*accepted*" : refused(act, answer);
      assertThat(BY_THE_REGULATION).as("refused by its clause: " + act).doesNotContain(told);
      told(step).computeIfAbsent(when, any -> new TreeSet<>()).add(told);
    }

    private String page() {
      StringBuilder page =
          new StringBuilder(
              """
              # The year in wrong orders

              Generated by `WrongOrdersIT` (`-Dwrite-docs`): each act of [the year](../standalone/src/test/java/vn/giaouoc/LivedYear.java), tried at the beginning of every stage before its own, of every stage after it, and at its own time by everybody else. What is refused appended nothing and kept no text;
              the clause is that of the regulation. *Accepted*: may be done then too. *Nothing more*: is so already, and is answered as if done.
              """);
      String stage = "";
      for (Map.Entry<Step, SequencedMap<String, SortedSet<String>>> line : table.entrySet()) {
        if (!line.getKey().stage().equals(stage)) {
          stage = line.getKey().stage();
          page.append("\n## ").append(stage).append("\n\n");
          page.append("| Act | Too early | Again | By another |\n|---|---|---|---|\n");
        }
        SequencedMap<String, SortedSet<String>> told = line.getValue();
        page.append("| `%s`".formatted(line.getKey().kind()));
        for (String when : List.of(EARLY, AGAIN)) {
          page.append(" | ")
              .append(String.join(", ", told.getOrDefault(when, Collections.emptySortedSet())));
        }
        Map<String, List<String>> others = new TreeMap<>();
        others().keySet().stream()
            .filter(told::containsKey)
            .forEach(
                other ->
                    others
                        .computeIfAbsent(told.get(other).first(), any -> new ArrayList<>())
                        .add(other));
        page.append(" | ");
        page.append(
            others.entrySet().stream()
                .map(each -> each.getKey() + ": " + String.join(", ", each.getValue()))
                .collect(Collectors.joining("; ")));
        page.append(" |\n");
      }
      return page.toString();
    }
  }
}
