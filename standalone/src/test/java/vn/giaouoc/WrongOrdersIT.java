package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.Desk.Act;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.TestDatabase;

/**
 * The year in wrong orders: every act of it is tried before its time, after it, and by those who
 * may not. What is refused leaves no trace, and says why; what is accepted is there once.
 */
class WrongOrdersIT {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path directory;

  private static TokenKey key;
  private static Installation installation;
  private static Ledger ledger;
  private static List<Step> rehearsed;

  /** An act of the year, and the stage that it belongs to. */
  private record Step(String stage, Act act) {}

  @BeforeAll
  static void rehearse() {
    key = TokenKey.atOrNew(directory);
    Database database = Api.on(TestDatabase.create());
    installation = Installation.start(database, 0, Map.of("giaouoc.identity.keys", key.keys()));
    ledger = new Ledger(database.owner(), null);
    rehearsed = new ArrayList<>();
    Desk desk = desk();
    new LivedYear(desk, "que")
        .stages()
        .forEach(
            (stage, live) -> {
              desk.beforeEach(act -> rehearsed.add(new Step(stage, act)));
              live.run();
            });
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void what_comes_too_early_too_late_or_from_another_is_refused_with_its_clause()
      throws IOException {
    Trial trial = new Trial(desk(), "que-sai");
    Desk desk = desk();
    desk.beforeEach(trial::before);
    try {
      new LivedYear(desk, "que-sai").live();
    } finally {
      System.out.println(trial.table());
    }
    assertThat(trial.step).as("all of the year").isEqualTo(rehearsed.size());
    ledger.holds(ledger.whole().stream().filter(entry -> false).toList(), List.of());
    Documents.check("docs/wrong-orders.md", trial.table());
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
    long first = Long.getLong("endurance.seed", 1000);
    return LongStream.range(first, first + Integer.getInteger("endurance.orders", 100));
  }

  private void shuffled(long seed) {
    String province = "que-" + seed;
    Random random = new Random(seed);
    List<Act> order =
        new ArrayList<>(rehearsed.stream().map(step -> in(province, step.act())).toList());
    for (int moves = 4 + random.nextInt(30); moves > 0; moves--) {
      Act moved = order.remove(random.nextInt(order.size()));
      order.add(random.nextInt(order.size() + 1), moved);
    }
    List<Who> people = order.stream().map(Act::who).distinct().toList();
    Desk desk = desk();
    Trial trial = new Trial(desk, province);
    int accepted = 0;
    for (Act act : order) {
      Who who = random.nextInt(10) == 0 ? people.get(random.nextInt(people.size())) : act.who();
      accepted += trial.tried(new Act(who, act.path(), act.json(), act.stream())) ? 1 : 0;
    }
    List<Ledger.Entry> journal = ledger.whole();
    ledger.holds(
        journal.stream()
            .filter(
                entry ->
                    entry.stream().contains(":" + province + ".")
                        || entry.stream().endsWith(":" + province))
            .toList(),
        List.of(desk));
    System.out.println("seed " + seed + ": " + accepted + " of " + order.size() + " accepted");
  }

  private static Act in(String province, Act act) {
    Who who = act.who();
    return new Act(
        new Who(who.account(), who.unit() == null ? null : in(province, who.unit()), who.role()),
        in(province, act.path()),
        in(province, act.json()),
        act.stream() == null ? null : in(province, act.stream()));
  }

  private static String in(String province, String text) {
    return text.replaceAll("\\bque\\b(?!-)", province);
  }

  private static Desk desk() {
    return new Desk(installation::url, who -> LivedYearIT.token(key, who), false);
  }

  /** Tries what must not be, and tells as what it was refused. */
  private static final class Trial {

    private final Desk desk;
    private final String province;
    private final Map<String, SortedMap<String, SortedSet<String>>> table = new LinkedHashMap<>();
    private int step;
    private String answer = "";

    private Trial(Desk desk, String province) {
      this.desk = desk;
      this.province = province;
    }

    private void before(Act next) {
      Step now = rehearsed.get(step);
      assertThat(next).isEqualTo(in(province, now.act()));
      if (step == 0 || !rehearsed.get(step - 1).stage().equals(now.stage())) {
        for (int other = 0; other < rehearsed.size(); other++) {
          Step tried = rehearsed.get(other);
          if (other < step) {
            try_("again", tried.act());
          } else if (!tried.stage().equals(now.stage())) {
            try_("too early", tried.act());
          }
        }
      }
      others()
          .forEach(
              (name, who) -> {
                if (!who.equals(next.who())) {
                  Act act = new Act(who, now.act().path(), now.act().json(), now.act().stream());
                  try_("by " + name, act);
                }
              });
      step++;
    }

    private Map<String, Who> others() {
      String stage = rehearsed.get(step).stage();
      Map<String, Who> others = new LinkedHashMap<>();
      return others;
    }

    private void try_(String when, Act act) {
      String line = kind(act);
      table.computeIfAbsent(line, any -> new TreeMap<>());
      boolean accepted = tried(in(province, act));
      if (accepted) {
        System.out.println(
            "ACCEPTED at " + step + " " + rehearsed.get(step).stage() + ": " + when + " " + act);
      }
      table.get(line).computeIfAbsent(when, any -> new TreeSet<>()).add(answer);
    }

    /** Returns whether it was accepted. */
    private boolean tried(Act act) {
      long before = ledger.size();
      long texts = ledger.texts();
      String seen = null;
      if (act.stream() != null) {
        seen = "\"" + act.stream() + "@" + Math.max(0, ledger.version(act.stream())) + "\"";
      }
      HttpResponse<String> response = desk.attempt(act, seen);
      assertThat(response.statusCode()).as(act + "\n" + response.body()).isLessThan(500);
      if (response.statusCode() < 300) {
        answer = ledger.size() == before ? "nothing to do" : "accepted";
        return ledger.size() != before;
      }
      assertThat(ledger.size()).as("refused without a trace: " + act).isEqualTo(before);
      assertThat(ledger.texts()).as("refused without a trace: " + act).isEqualTo(texts);
      JsonNode problem = JSON.readTree(response.body());
      assertThat(problem.path("type").asString()).as(response.body()).startsWith("/problems/");
      assertThat(problem.path("title").asString()).isNotBlank();
      assertThat(problem.path("titleEn").asString()).isNotBlank();
      String clause = problem.path("clause").asString("");
      answer =
          problem.path("type").asString().substring("/problems/".length())
              + (clause.isEmpty() ? "" : " (" + clause + ")");
      return false;
    }

    /** What an act is called in the table: its path without the names in it. */
    private static String kind(Act act) {
      String path = act.path().replaceAll("/que[a-z0-9.-]*", "/…");
      JsonNode step = JSON.readTree(act.json()).path("step");
      return path + (step.isString() ? " " + step.asString() : "");
    }

    private String table() {
      StringBuilder text = new StringBuilder();
      table.forEach(
          (line, whens) -> {
            text.append(line).append('\n');
            whens.forEach(
                (when, answers) ->
                    text.append("  ")
                        .append(when)
                        .append(": ")
                        .append(String.join(", ", answers))
                        .append('\n'));
          });
      return text.toString();
    }
  }
}
