package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.poll.Voter;

/**
 * The closing of a secret poll is interrupted between any two of its steps, each time by a database
 * that refuses the next one, and taken up at the next start.
 */
class BoxSurvivesIT {

  private static final String VIEW = "CREATE VIEW public.stands_on AS SELECT token FROM ";

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @Test
  void what_was_interrupted_while_it_was_closing_is_taken_up_at_the_start() throws Exception {
    TokenKey key = TokenKey.atOrNew(directory);
    Hall hall;
    String poll;
    Set<String> cast = new HashSet<>();
    String late;
    Installation[] running = {start(key)};
    try {
      hall =
          new Hall(
              () -> running[0].url(), who -> LivedYearIT.token(key, who), "dung-giua-chung", 4);
      poll = hall.poll("mot");
      JsonNode box = hall.open("mot");
      for (Who unit : hall.units.subList(0, 3)) {
        Voter voter = hall.voter(unit, poll, box);
        assertThat(hall.cast(poll, voter.paper("{\"1\":[\"a\"]}")).statusCode()).isEqualTo(204);
        cast.add(voter.token());
      }
      late = hall.voter(hall.units.get(3), poll, box).paper("{\"1\":[\"b\"]}");
      // casting has ended; the box cannot be sealed, because something stands on its table
      execute(VIEW + table());
      String version = hall.desk.seen(hall.leader(), "/api/polls/" + poll, "poll:" + poll);
      Desk.Act closing = new Desk.Act(hall.leader(), "/api/polls/" + poll + "/closing", "{}", null);
      Thread.startVirtualThread(() -> ignore(() -> hall.desk.attempt(closing, version)));
      until("SELECT count(*) = 1 FROM " + events("poll.CastingEnded"));
      assertThat(state()).isEqualTo("open");
    } finally {
      running[0].close();
    }
    // sealed; the log does not take what was counted
    execute("DROP VIEW public.stands_on");
    refuse("poll.BoxCounted");
    running[0] = start(key);
    try {
      until("SELECT state = 'sealed' FROM command_side.ballot_box");
      untilBoxes(hall, "1.0");
      assertThat(hall.read(poll).path("state").asString()).isEqualTo("open");
      assertThat(hall.cast(poll, late).statusCode()).isEqualTo(409);
    } finally {
      running[0].close();
    }
    // counted; what was in the box cannot be destroyed
    execute("DROP TRIGGER refuse ON " + LOG);
    execute(VIEW + table());
    running[0] = start(key);
    try {
      until("SELECT count(*) = 1 FROM " + events("poll.PollClosed"));
      assertThat(state()).isEqualTo("sealed");
    } finally {
      running[0].close();
    }
    // destroyed; the log does not take that
    execute("DROP VIEW public.stands_on");
    refuse("poll.BoxDestroyed");
    running[0] = start(key);
    try {
      until("SELECT state = 'destroyed' FROM command_side.ballot_box");
    } finally {
      running[0].close();
    }
    execute("DROP TRIGGER refuse ON " + LOG);
    running[0] = start(key);
    try {
      until("SELECT state = 'told' FROM command_side.ballot_box");
      for (String once :
          new String[] {
            "poll.CastingEnded",
            "poll.PapersListed",
            "poll.BoxCounted",
            "poll.PollClosed",
            "poll.BoxDestroyed"
          }) {
        until("SELECT count(*) = 1 FROM " + events(once));
      }
      untilBoxes(hall, "0.0");
      JsonNode read = hall.read(poll);
      for (int i = 0; i < 100 && !read.path("boxDestroyed").asBoolean(); i++) {
        TimeUnit.MILLISECONDS.sleep(100);
        read = hall.read(poll);
      }
      assertThat(read.path("boxDestroyed").asBoolean()).isTrue();
      Set<String> told = new HashSet<>();
      read.path("papers").forEach(paper -> told.add(paper.path("token").asString()));
      assertThat(told).isEqualTo(cast);
      assertThat(read.at("/counted/issued").asInt()).isEqualTo(4);
      assertThat(read.at("/counted/returned").asInt()).isEqualTo(3);
      assertThat(hall.cast(poll, late).statusCode()).isEqualTo(409);
    } finally {
      running[0].close();
    }
  }

  private Installation start(TokenKey key) {
    return Installation.start(
        Api.on(database),
        0,
        Map.of(
            "giaouoc.identity.keys", key.keys(),
            "giaouoc.ballots.keys", directory.resolve("ballots").toString()));
  }

  private static void ignore(Runnable act) {
    try {
      act.run();
    } catch (RuntimeException | AssertionError e) {
      // nobody is there any more to answer
    }
  }

  private static final String LOG = "event_store.domain_event_entry";

  private static String events(String type) {
    return LOG + " WHERE payload_type = '" + type + "'";
  }

  private void refuse(String type) throws SQLException {
    execute(
        "CREATE OR REPLACE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS "
            + "$$ BEGIN RAISE EXCEPTION 'not now'; END $$");
    execute(
        "CREATE TRIGGER refuse BEFORE INSERT ON "
            + LOG
            + " FOR EACH ROW WHEN (NEW.payload_type = '"
            + type
            + "') EXECUTE FUNCTION public.refuse()");
  }

  private String table() throws SQLException {
    return one(
        "SELECT c.oid::regclass::text FROM pg_class c WHERE relname LIKE 'in\\_box\\_%'"
            + " AND relkind = 'r'");
  }

  private String state() throws SQLException {
    return one("SELECT state FROM command_side.ballot_box");
  }

  private void until(String condition) throws Exception {
    for (int i = 0; i < 600; i++) {
      if ("t".equals(one(condition))) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError(condition);
  }

  /** Waits until it is told that boxes cannot be followed, or can. */
  private static void untilBoxes(Hall hall, String failing) throws Exception {
    String line = "giaouoc_repeated_failing{work=\"Boxes\"} " + failing;
    for (int i = 0; !hall.desk.body(Hall.BOARD, "/actuator/prometheus").contains(line); i++) {
      assertThat(i).as(line).isLessThan(600);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String one(String sql) throws SQLException {
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
