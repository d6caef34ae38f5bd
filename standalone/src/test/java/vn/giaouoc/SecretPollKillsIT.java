package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.TestAxonServer;
import vn.giaouoc.shared.poll.Voter;

/**
 * Secret polls are held one after the other in two processes of each side behind one address, while
 * one process after the other is killed at random moments, before, during and after closing. Each
 * unit votes from two devices at once; whoever gets no answer sends the same again. What was
 * acknowledged is counted once, nothing else is, no unit has two papers stamped, and neither boxes
 * nor keys are left.
 *
 * <p>{@code ./mvnw -Pendurance verify}; {@code -Dendurance.kills}, {@code -Dendurance.seed} as in
 * {@link EnduranceIT}.
 */
@Tag("endurance")
class SecretPollKillsIT {

  private static final int KILLS = Integer.getInteger("endurance.kills", 100);
  private static final long SEED = Long.getLong("endurance.seed", System.nanoTime());
  private static final int UNITS = 6;
  private static final int LONGEST_PAUSE = 8_000;
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);
  private static final JsonMapper JSON = new JsonMapper();

  /** What a device is told when it comes too late, or the unit has voted on another. */
  private static final Set<String> TOO_LATE =
      Set.of(
          "/problems/another-token",
          "/problems/casting-ended",
          "/problems/poll-closed",
          "/problems/box-sealed",
          "/problems/keys-missing");

  @TempDir Path directory;

  private final Random random = new Random(SEED);

  /**
   * What came of one device.
   *
   * @param token of its paper; null where it was stamped none
   * @param acknowledged whether the paper was taken
   * @param unsure whether an answer was lost before it was told that it came too late
   */
  private record Device(
      String unit, @Nullable String token, String choice, boolean acknowledged, boolean unsure) {}

  /** An answer, and whether earlier ones to the same were lost. */
  private record Answer(HttpResponse<String> told, boolean lostBefore) {

    private String problem() {
      return JSON.readTree(told.body()).path("type").asString();
    }
  }

  @Test
  void of_secret_polls_during_which_any_process_is_killed_what_was_acknowledged_is_counted()
      throws Exception {
    hold("postgresql", null);
  }

  @Test
  void the_same_on_axon_server() throws Exception {
    try (TestAxonServer server = TestAxonServer.emptyOrSkip()) {
      hold("axon-server", server);
    }
  }

  private void hold(String engine, @Nullable TestAxonServer server) throws Exception {
    TokenKey key = TokenKey.atOrNew(directory);
    Path ballots = directory.resolve("ballots");
    List<String> settings =
        new ArrayList<>(
            List.of("giaouoc.identity.keys=" + key.keys(), "giaouoc.ballots.keys=" + ballots));
    settings.addAll(Apart.engine(server));
    Path logs =
        Here.sources().resolve("standalone/target/secret-poll-kills-" + engine + "-" + SEED);
    System.out.println("secret polls on " + engine + ", seed " + SEED + ", logs in " + logs);
    FallibleDatabase database = new FallibleDatabase(Here.directory());
    try (Topology topology = Apart.start(database, logs, settings.toArray(String[]::new))) {
      Hall hall = new Hall(topology::url, who -> LivedYearIT.token(key, who), "giua-chung", UNITS);
      Kills kills = new Kills(Victims.of(topology, database, server, SEED), KILLS, SEED);
      CompletableFuture<Void> killed =
          CompletableFuture.runAsync(kills, Thread::startVirtualThread);
      List<List<Device>> polls = new ArrayList<>();
      try {
        while (!killed.isDone()) {
          polls.add(held(hall, "lan-" + polls.size()));
        }
      } finally {
        kills.end();
      }
      killed.join();
      int counted = 0;
      for (int i = 0; i < polls.size(); i++) {
        counted += holds(hall, hall.poll("lan-" + i), polls.get(i));
      }
      System.out.println(kills + ", " + polls.size() + " polls, " + counted + " papers counted");
      assertThat(counted).isPositive();
      assertThat(
              rows(
                  database,
                  "SELECT type, count(*) FROM read_model.journal WHERE type IN"
                      + " ('poll.CastingEnded', 'poll.BoxCounted', 'poll.PollClosed',"
                      + " 'poll.BoxDestroyed') GROUP BY 1"))
          .as("each step of closing once")
          .hasSize(4)
          .allMatch(row -> row.endsWith(" " + polls.size()), "once for each poll");
      assertThat(rows(database, "SELECT DISTINCT state, '' FROM command_side.ballot_box"))
          .containsExactly("told ");
      assertThat(
              rows(
                  database,
                  "SELECT relname, '' FROM pg_class WHERE relname LIKE 'in\\_box\\_%' AND relkind ="
                      + " 'r'"))
          .isEmpty();
      try (Stream<Path> left = Files.list(ballots)) {
        assertThat(left).isEmpty();
      }
    }
  }

  /** One poll, from the call to the destruction of its box. */
  private List<Device> held(Hall hall, String name) throws Exception {
    JsonNode box = hall.open(name);
    String poll = hall.poll(name);
    // closed when so many devices are through; most others come too late, or just in time
    int awaited = random.nextInt(UNITS / 2);
    List<Future<Device>> voting = new ArrayList<>();
    List<Device> all = new ArrayList<>();
    try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Who unit : hall.units) {
        for (String choice : List.of("a", "b")) {
          int pause = random.nextInt(LONGEST_PAUSE);
          voting.add(
              devices.submit(
                  () -> {
                    TimeUnit.MILLISECONDS.sleep(pause);
                    return vote(hall, poll, box, unit, choice);
                  }));
        }
      }
      for (Future<Device> each : voting.subList(0, awaited)) {
        each.get();
      }
      hall.act(poll, "/closing", "{}");
      for (Future<Device> each : voting) {
        all.add(each.get());
      }
    }
    long end = System.nanoTime() + PATIENCE;
    while (!hall.read(poll).path("boxDestroyed").asBoolean()) {
      assertThat(System.nanoTime()).as("the box of " + poll + " still stands").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return all;
  }

  private static Device vote(Hall hall, String poll, JsonNode box, Who unit, String choice) {
    Voter voter = Voter.of(poll, box);
    Answer issued = persist(() -> hall.issue(unit, poll, unit.unit(), voter));
    if (issued.told().statusCode() != 200) {
      assertThat(issued.problem()).as(issued.told().body()).isIn(TOO_LATE);
      return new Device(unit.unit(), null, choice, false, false);
    }
    voter.stamped(JSON.readTree(issued.told().body()).path("stamp").asString());
    String paper = voter.paper("{\"1\":[\"" + choice + "\"]}");
    Answer cast = persist(() -> hall.cast(poll, paper));
    boolean taken = cast.told().statusCode() == 204;
    if (!taken) {
      assertThat(cast.problem()).as(cast.told().body()).isEqualTo("/problems/box-sealed");
    }
    return new Device(unit.unit(), voter.token(), choice, taken, !taken && cast.lostBefore());
  }

  /** Sends the same until there is an answer. */
  private static Answer persist(Supplier<HttpResponse<String>> request) {
    long end = System.nanoTime() + PATIENCE;
    for (boolean lost = false; ; lost = true) {
      String trouble;
      try {
        Answer answer = new Answer(request.get(), lost);
        int status = answer.told().statusCode();
        boolean again =
            status == 502
                || status == 504
                || (status == 503 && !answer.told().body().contains("/problems/keys-missing"))
                || (status == 409 && answer.problem().equals("/problems/concurrent-change"));
        if (!again) {
          return answer;
        }
        trouble = answer.told().body();
      } catch (UncheckedIOException e) {
        trouble = e.toString();
      }
      assertThat(System.nanoTime()).as("no answer: " + trouble).isLessThan(end);
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Holds what was counted against what devices were told; returns how many papers there were. */
  private static int holds(Hall hall, String poll, List<Device> devices) {
    JsonNode read = hall.read(poll);
    Map<String, Device> stamped = new HashMap<>();
    Set<String> units = new HashSet<>();
    Set<String> acknowledged = new HashSet<>();
    for (Device device : devices) {
      if (device.token() != null) {
        assertThat(units.add(device.unit())).as(device.unit() + " in " + poll).isTrue();
        stamped.put(device.token(), device);
        if (device.acknowledged()) {
          acknowledged.add(device.token());
        }
      }
    }
    List<String> counted = new ArrayList<>();
    read.path("papers").forEach(paper -> counted.add(paper.path("token").asString()));
    assertThat(counted).as("papers of " + poll).doesNotHaveDuplicates();
    assertThat(counted).as("papers of " + poll).containsAll(acknowledged);
    Map<String, Integer> choices = new HashMap<>();
    for (String token : counted) {
      Device device = stamped.get(token);
      assertThat(device).as("who returned " + token).isNotNull();
      assertThat(device.acknowledged() || device.unsure()).as(device.toString()).isTrue();
      choices.merge(device.choice(), 1, Integer::sum);
    }
    assertThat(read.at("/counted/returned").asInt()).isEqualTo(counted.size());
    assertThat(read.at("/counted/issued").asInt()).isBetween(units.size(), UNITS);
    assertThat(read.at("/counted/foreign").asInt()).isZero();
    Map<String, Integer> said = new HashMap<>();
    read.at("/counted/questions/0/valid")
        .forEach(same -> said.put(same.at("/inFavour/0").asString(), same.path("papers").asInt()));
    assertThat(said).as(poll).isEqualTo(choices);
    return counted.size();
  }

  private static List<String> rows(Database database, String sql) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getString(1) + " " + rows.getString(2));
      }
      return all;
    }
  }
}
