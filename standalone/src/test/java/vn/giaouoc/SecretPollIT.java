package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.command.ballot.SecretBallots;
import vn.giaouoc.shared.TestAxonServer;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Voter;

/** A secret ballot from the call to the destruction of its box, as units and officers meet it. */
class SecretPollIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String A = "{\"1\":[\"a\"]}";
  private static final String B = "{\"1\":[\"b\"]}";

  @Nested
  class OnPostgres extends Contract {

    @Override
    Map<String, String> engine() {
      return Map.of();
    }
  }

  @Nested
  class OnAxonServer extends Contract {

    private @Nullable TestAxonServer server;

    @Override
    Map<String, String> engine() {
      server = TestAxonServer.emptyOrSkip();
      return Map.of(
          "giaouoc.engine",
          "axon-server",
          "giaouoc.axon-server.servers",
          server.engine().servers());
    }

    @Override
    void stopEngine() {
      if (server != null) {
        server.close();
      }
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Contract {

    private Installation installation;
    private Hall hall;
    private SameKeys keys;
    private String auditor;

    /** The settings of the engine. */
    abstract Map<String, String> engine();

    /** Ends what was started for it. */
    void stopEngine() {}

    @BeforeAll
    void start(@TempDir Path directory) {
      TokenKey key = TokenKey.atOrNew(directory);
      Map<String, Object> settings = new HashMap<>(engine());
      settings.put("giaouoc.identity.keys", key.keys());
      Path ballots = directory.resolve("ballots");
      settings.put("giaouoc.ballots.keys", ballots.toString());
      keys = new SameKeys(ballots);
      installation = Installation.start(Api.on(TestDatabase.create()), 0, settings);
      auditor = LivedYearIT.token(key, new Who(UUID.randomUUID(), null, "auditor"));
      hall = new Hall(installation::url, who -> LivedYearIT.token(key, who), "phieu-kin", 5);
    }

    /** Whatever was done here, the rules let it be done, and each paper bears its stamp. */
    @AfterAll
    void replay_and_stop() {
      try {
        if (installation != null) {
          Replayed replayed = Replayed.of(installation.url(), auditor, hall.cycle);
          assertThat(replayed.findings()).isEmpty();
          assertThat(replayed.checked("papers")).isPositive();
          assertThat(replayed.checked("keptSecret")).as("papers that were issued").isPositive();
        }
      } finally {
        if (installation != null) {
          installation.close();
        }
        stopEngine();
      }
    }

    private static String problem(HttpResponse<String> answer) {
      return answer.statusCode() + " " + JSON.readTree(answer.body()).path("type").asString();
    }

    @Test
    void units_vote_secretly_and_each_finds_its_paper_in_the_box() {
      JsonNode box = hall.open("mot");
      String poll = hall.poll("mot");
      List<Voter> voters = new ArrayList<>();
      for (Who unit : hall.units.subList(0, 4)) {
        voters.add(hall.voter(unit, poll, box));
      }
      for (int i = 0; i < 3; i++) {
        String paper = voters.get(i).paper(i == 0 ? A : B);
        assertThat(hall.cast(poll, paper).statusCode()).isEqualTo(204);
        assertThat(hall.cast(poll, paper).statusCode()).as("the answer was lost").isEqualTo(204);
        assertThat(problem(hall.cast(poll, voters.get(i).paper(A))))
            .isEqualTo("409 /problems/another-paper-returned");
      }
      JsonNode open = hall.read(poll);
      assertThat(open.path("state").asString()).isEqualTo("open");
      assertThat(open.path("issued")).hasSize(4);
      assertThat(open.path("papers")).isEmpty();
      assertThat(open.hasNonNull("counted")).isFalse();
      JsonNode forAll = hall.readByAnybody(poll);
      assertThat(forAll.at("/box/boxKey").asString()).isNotBlank();
      assertThat(forAll.path("issued")).as("who has a paper is for the bloc").isEmpty();

      hall.act(poll, "/closing", "{}");
      JsonNode closed = hall.read(poll);
      assertThat(closed.path("state").asString()).isEqualTo("not-decided");
      JsonNode counted = closed.path("counted");
      assertThat(counted.path("issued").asInt()).isEqualTo(4);
      assertThat(counted.path("returned").asInt()).isEqualTo(3);
      assertThat(counted.path("foreign").asInt()).isZero();
      assertThat(counted.path("questions").get(0).path("valid").toString())
          .isEqualTo(
              "[{\"inFavour\":[\"a\"],\"against\":[],\"papers\":1},"
                  + "{\"inFavour\":[\"b\"],\"against\":[],\"papers\":2}]");
      JsonNode counts = closed.at("/closed/decided/0/counts");
      assertThat(counts.path("issued").asInt()).isEqualTo(4);
      assertThat(counts.path("valid").asInt()).isEqualTo(3);
      assertThat(counts.path("invalid").asInt()).isZero();
      assertThat(closed.path("boxDestroyed").asBoolean()).isTrue();
      Set<String> tokens = new HashSet<>();
      closed.path("papers").forEach(paper -> tokens.add(paper.path("token").asString()));
      assertThat(tokens)
          .containsExactlyInAnyOrder(
              voters.get(0).token(), voters.get(1).token(), voters.get(2).token());
      assertThat(problem(hall.cast(poll, voters.get(3).paper(A))))
          .isEqualTo("409 /problems/box-sealed");
      SecretBallots ballots = installation.context().getBean(SecretBallots.class);
      assertThat(ballots.stands(PollId.of(poll))).isFalse();
    }

    @Test
    void a_unit_is_issued_one_paper_and_nobody_takes_it_in_its_place() {
      String called = hall.call("hai", "secret-ballot");
      Who unit = hall.units.get(1);
      hall.act(called, "/opening", "{}");
      JsonNode box = hall.box(called);
      Voter voter = Voter.of(called, box);
      HttpResponse<String> first = hall.issue(unit, called, unit.unit(), voter);
      assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
      HttpResponse<String> again = hall.issue(unit, called, unit.unit(), voter);
      assertThat(again.body()).as("the answer was lost").isEqualTo(first.body());
      assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
      assertThat(problem(hall.issue(unit, called, unit.unit(), Voter.of(called, box))))
          .as("another device of the same unit")
          .isEqualTo("409 /problems/another-token");
      Who other = hall.units.get(2);
      assertThat(problem(hall.issue(other, called, unit.unit(), Voter.of(called, box))))
          .isEqualTo("403 /problems/not-your-unit");
      assertThat(problem(hall.issue(Hall.BOARD, called, "phieu-kin", Voter.of(called, box))))
          .isEqualTo("422 /problems/not-in-the-electorate");
      Voter forger = Voter.of(called, box);
      forger.stamped(JSON.readTree(first.body()).path("stamp").asString());
      assertThat(problem(hall.cast(called, forger.paper(A))))
          .isEqualTo("422 /problems/not-stamped");
      JsonNode elsewhere = hall.open("hai-b");
      Voter stranger = hall.voter(unit, hall.poll("hai-b"), elsewhere);
      assertThat(problem(hall.cast(called, stranger.paper(A))))
          .as("a paper of another poll")
          .isEqualTo("422 /problems/not-stamped");
      assertThat(
              problem(
                  hall.post(
                      "/api/polls/" + called + "/ballots",
                      stranger.paper(A),
                      "Idempotency-Key",
                      "k")))
          .isEqualTo("400 /problems/not-anonymous");
    }

    @Test
    void a_void_poll_destroys_what_was_in_its_box_uncounted() {
      JsonNode box = hall.open("ba");
      String poll = hall.poll("ba");
      Voter voter = hall.voter(hall.leader(), poll, box);
      String paper = voter.paper(A);
      assertThat(hall.cast(poll, paper).statusCode()).isEqualTo(204);
      hall.act(poll, "/voiding", "{\"reason\":\"Gọi nhầm\"}");
      JsonNode read = hall.read(poll);
      assertThat(read.path("state").asString()).isEqualTo("void");
      assertThat(read.path("boxDestroyed").asBoolean()).isTrue();
      assertThat(read.path("papers")).isEmpty();
      assertThat(problem(hall.cast(poll, paper))).isEqualTo("409 /problems/box-sealed");
      assertThat(problem(hall.issue(hall.units.get(1), poll, hall.units.get(1).unit(), voter)))
          .isEqualTo("409 /problems/poll-void");
    }

    @Test
    void an_objection_to_consensus_can_lead_to_a_secret_ballot() {
      String poll = hall.call("bon", "consensus");
      hall.act(poll, "/opening", "{}");
      hall.desk.act(
          hall.leader(), "/api/polls/" + poll + "/objections", "{\"method\":\"secret-ballot\"}");
      JsonNode box = hall.box(poll);
      for (Who unit : hall.units) {
        assertThat(hall.cast(poll, hall.voter(unit, poll, box).paper(A)).statusCode())
            .isEqualTo(204);
      }
      hall.act(poll, "/closing", "{}");
      JsonNode read = hall.read(poll);
      assertThat(read.path("state").asString()).isEqualTo("decided");
      assertThat(read.at("/closed/decided/0/outcome/chosen/0").asString()).isEqualTo("a");
    }

    /**
     * Devices race, answers are lost, papers come late: what was acknowledged is what is counted.
     */
    @Test
    void what_was_acknowledged_is_what_is_counted() throws Exception {
      for (int round = 0; round < 5; round++) {
        String poll = hall.call("nam-" + round, "secret-ballot");
        keys.open(hall, poll);
        JsonNode box = hall.box(poll);
        Set<String> acknowledged = new HashSet<>();
        List<Future<String>> cast = new ArrayList<>();
        try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
          for (Who unit : hall.units) {
            for (int device = 0; device < 2; device++) {
              cast.add(devices.submit(() -> vote(poll, box, unit)));
            }
          }
          int some = round * 2;
          devices.submit(
              () -> {
                for (Future<String> each : cast.subList(0, some)) {
                  each.get();
                }
                hall.act(poll, "/closing", "{}");
                return null;
              });
          for (Future<String> each : cast) {
            String token = each.get();
            if (token != null) {
              acknowledged.add(token);
            }
          }
        }
        JsonNode read = hall.read(poll);
        Set<String> tokens = new HashSet<>();
        read.path("papers").forEach(paper -> tokens.add(paper.path("token").asString()));
        assertThat(tokens).isEqualTo(acknowledged);
        assertThat(read.at("/counted/returned").asInt()).isEqualTo(acknowledged.size());
        assertThat(read.at("/counted/issued").asInt()).isBetween(acknowledged.size(), 5);
      }
    }

    /** The token of a paper that was acknowledged; null if none was. */
    private String vote(String poll, JsonNode box, Who unit) {
      Voter voter = Voter.of(poll, box);
      HttpResponse<String> issued = hall.issue(unit, poll, unit.unit(), voter);
      if (issued.statusCode() != 200) {
        assertThat(problem(issued))
            .isIn(
                "409 /problems/another-token",
                "409 /problems/casting-ended",
                "409 /problems/poll-closed",
                "409 /problems/box-sealed",
                "409 /problems/concurrent-change",
                "503 /problems/keys-missing");
        return null;
      }
      voter.stamped(JSON.readTree(issued.body()).path("stamp").asString());
      String paper = voter.paper(A);
      HttpResponse<String> first = hall.cast(poll, paper);
      HttpResponse<String> again = hall.cast(poll, paper);
      if (first.statusCode() == 204) {
        assertThat(again.statusCode() == 204 || problem(again).equals("409 /problems/box-sealed"))
            .as(again.body())
            .isTrue();
        return voter.token();
      }
      assertThat(problem(first)).isEqualTo("409 /problems/box-sealed");
      return null;
    }
  }
}
