package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.TestAxonServer;
import vn.giaouoc.shared.eventstore.AxonServerLog;

/**
 * Years are lived one after the other in two processes of each side behind one address, while one
 * process after the other is killed at random moments. What was acknowledged is there once, nothing
 * else is, whoever listens has heard all of it, and each year is the one in which nobody was
 * killed.
 *
 * <p>Takes half an hour; {@code ./mvnw -Pendurance verify}. {@code -Dendurance.kills} says how many
 * kills, {@code -Dendurance.seed} which (a run tells its seed; what was under way when a process
 * was killed is not the same again).
 */
@Tag("endurance")
class EnduranceIT {

  private static final int KILLS = Integer.getInteger("endurance.kills", 100);
  private static final long SEED = Long.getLong("endurance.seed", System.nanoTime());
  private static final Who AUDITOR = new Who(LivedYear.account("auditor"), null, "auditor");

  @TempDir Path directory;

  private final List<Desk> desks = new ArrayList<>();
  private TokenKey key;
  private Topology topology;
  private FallibleDatabase database;

  @Test
  void years_in_which_any_process_is_killed_are_the_years_that_nobody_disturbs_on_postgres() {
    live("postgres", null);
  }

  @Test
  void years_in_which_any_process_is_killed_are_the_years_that_nobody_disturbs_on_axon_server() {
    try (TestAxonServer server = TestAxonServer.emptyOrSkip()) {
      live("axon-server", server);
    }
  }

  private void live(String engine, @Nullable TestAxonServer server) {
    key = TokenKey.atOrNew(directory);
    List<String> settings = new ArrayList<>(List.of("giaouoc.identity.keys=" + key.keys()));
    settings.addAll(Apart.engine(server));
    Path logs = Here.sources().resolve("standalone/target/endurance-" + engine + "-" + SEED);
    System.out.println("endurance on " + engine + ", seed " + SEED + ", logs in " + logs);
    database = new FallibleDatabase(Here.directory());
    try (Topology started = Apart.start(database, logs, settings.toArray(String[]::new));
        Ear ear = new Ear(started.url(), () -> LivedYearIT.token(key, AUDITOR))) {
      topology = started;
      Ledger ledger =
          new Ledger(database.owner(), server == null ? null : new AxonServerLog(server.engine()));
      Desk quiet = desk();
      LivedYear undisturbed = new LivedYear(quiet, "tinh-0");
      undisturbed.live();
      Map<String, String> expected = read(undisturbed, "tinh-0");

      Kills kills = new Kills(Victims.of(topology, database, server, SEED), KILLS, SEED);
      List<Desk> disturbed = new ArrayList<>();
      CompletableFuture<Void> killed =
          CompletableFuture.runAsync(kills, Thread::startVirtualThread);
      try {
        while (!killed.isDone()) {
          disturbed.add(year(disturbed.size() + 1));
        }
      } finally {
        kills.end();
      }
      killed.join();
      System.out.println(kills + ", " + disturbed.size() + " years");

      List<Ledger.Entry> journal = ledger.whole();
      ledger.holds(journal, desks);
      ledger.textsAreKept(journal);
      Map<String, List<String>> told = Ledger.told(journal, quiet, naming("tinh-0"));
      for (int number = 1; number <= disturbed.size(); number++) {
        String province = "tinh-" + number;
        assertThat(Ledger.told(journal, disturbed.get(number - 1), naming(province)))
            .as("the year of " + province)
            .isEqualTo(told);
        same(read(new LivedYear(disturbed.get(number - 1), province), province), expected);
      }
      same(read(undisturbed, "tinh-0"), expected);
      heard(ear, journal);
      assertThat(undisturbed.rebuild()).as("documents that a rebuild changes").isZero();
      System.out.println(
          journal.size() + " events, the feed was cut off " + ear.cutOff() + " times");
    }
  }

  /** One year, beside neighbours; returns the desk at which it was lived. */
  private Desk year(int number) {
    Desk desk = desk();
    Neighbours neighbours = new Neighbours(this::desk, "lang-gieng-" + number);
    CompletableFuture<Void> busy = neighbours.begin();
    try {
      new LivedYear(desk, "tinh-" + number).live();
    } finally {
      neighbours.end();
      busy.join();
    }
    System.out.println("year " + number + " is over");
    return desk;
  }

  private synchronized Desk desk() {
    Desk desk = new Desk(topology::url, who -> LivedYearIT.token(key, who), false);
    desks.add(desk);
    return desk;
  }

  private static Function<String, String> naming(String province) {
    return text -> text.replaceAll("\\b" + province + "\\b", "tinh");
  }

  private Map<String, String> read(LivedYear year, String province) {
    Map<String, String> answers = new LinkedHashMap<>();
    Desk desk = desk();
    Function<String, String> naming = naming(province);
    for (String path : year.reads()) {
      JsonNode answer = desk.read(AUDITOR, path);
      Api.strip(answer);
      answers.put(naming.apply(path), Ledger.withoutLots(naming.apply(answer.toPrettyString())));
    }
    return answers;
  }

  private static void same(Map<String, String> answers, Map<String, String> expected) {
    expected.forEach((path, answer) -> assertThat(answers.get(path)).as(path).isEqualTo(answer));
  }

  private static void heard(Ear ear, List<Ledger.Entry> journal) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (ear.heard().size() < journal.size()) {
      assertThat(System.nanoTime()).as("heard " + ear.heard().size()).isLessThan(end);
      pause();
    }
    List<Ear.Heard> heard = ear.heard();
    assertThat(heard.stream().map(Ear.Heard::position))
        .as("every position once, in order")
        .isEqualTo(LongStream.rangeClosed(1, journal.size()).boxed().toList());
    for (int i = 0; i < journal.size(); i++) {
      assertThat(heard.get(i))
          .isEqualTo(new Ear.Heard(i + 1, journal.get(i).id(), journal.get(i).tag()));
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
