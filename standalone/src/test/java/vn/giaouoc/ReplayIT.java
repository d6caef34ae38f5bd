package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.TestDatabase;

/** A lived year replayed: nothing is found, and whatever is tampered with is found and named. */
class ReplayIT {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path directory;

  private static Installation installation;
  private static String token;
  private static JdbcClient owner;
  private static List<String> cycles;

  @BeforeAll
  static void live() {
    TokenKey key = TokenKey.atOrNew(directory);
    TestDatabase database = TestDatabase.create();
    installation =
        Installation.start(Api.on(database), 0, Map.of("giaouoc.identity.keys", key.keys()));
    owner = JdbcClient.create(database.owner());
    token = LivedYearIT.token(key, new Who(UUID.randomUUID(), null, "auditor"));
    new LivedYear(new Desk(installation::url, who -> LivedYearIT.token(key, who), false)).live();
    cycles =
        owner
            .sql(
                "SELECT substr(stream, 7) FROM read_model.journal WHERE type = 'cycle.CycleOpened'"
                    + " ORDER BY position")
            .query(String.class)
            .list();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void nothing_is_found_in_a_year_that_was_lived() {
    for (String cycle : cycles) {
      Replayed replayed = replayed(cycle);
      assertThat(replayed.findings()).isEmpty();
      assertThat(replayed.checked("decided") + replayed.checked("comingWith"))
          .as("events that were decided again: " + replayed.report().path("checked"))
          .isEqualTo(replayed.total());
      assertThat(replayed.checked("documents")).isPositive();
      assertThat(replayed.checked("inTheLog")).isEqualTo(replayed.total());
    }
  }

  @Test
  void who_asks_of_what_is_not_recorded_is_told_so() throws Exception {
    for (String method : List.of("POST", "GET", "DELETE")) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(installation.url() + "/api/query/cycles/khong-co/replay"))
                      .header("Authorization", "Bearer " + token)
                      .method(method, HttpRequest.BodyPublishers.noBody())
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(method + answer.body()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(JSON.readTree(answer.body()).path("detail").asString()).contains("khong-co");
    }
  }

  @Test
  void who_may_not_audit_learns_nothing() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            installation.url()
                                + "/api/query/cycles/"
                                + cycles.getFirst()
                                + "/replay"))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(JSON.readTree(answer.body()).path("type").asString())
        .isEqualTo("/problems/no-token");
  }

  @Test
  void a_sheet_that_is_frozen_for_another_contest_is_found() {
    tampered(
        "scoring.SheetFrozen", "payload", event -> event.put("contest", "group.1"), "otherwise");
  }

  @Test
  void swapped_ranks_are_found() {
    tampered(
        "cycle.BlocScored",
        "payload",
        event -> {
          ObjectNode first = (ObjectNode) event.path("settled").get(0);
          ObjectNode second = (ObjectNode) event.path("settled").get(1);
          JsonNode rank = first.get("rank");
          first.set("rank", second.get("rank"));
          second.set("rank", rank);
        },
        "otherwise");
  }

  @Test
  void a_changed_tally_is_found() {
    tampered(
        "poll.PollClosed",
        "payload",
        event -> ((ObjectNode) event.at("/decided/0/counts")).put("valid", 1),
        "otherwise");
  }

  @Test
  void an_award_beyond_what_was_decided_is_found() {
    tampered(
        "cycle.AwardsProposed",
        "payload",
        event -> {
          ArrayNode proposals = (ArrayNode) event.path("proposals");
          proposals.add(((ObjectNode) proposals.get(0)).deepCopy().put("award", "one-more"));
        },
        "refused");
  }

  @Test
  void an_actor_without_authority_is_found() {
    tampered(
        "cycle.RegulationAdopted",
        "metadata",
        beside -> ((ObjectNode) beside.path("actor")).put("office", "member").putNull("unit"),
        "refused");
  }

  @Test
  void an_audience_that_was_widened_is_found() {
    tampered(
        "scoring.SelfScoreEntered",
        "metadata",
        beside -> beside.put("audience", "public"),
        "otherwise");
  }

  @Test
  void a_signature_that_was_late_and_is_told_as_in_time_is_found() {
    tampered(
        "pledge.PromiseMade",
        "payload",
        event -> event.putObject("late").put("due", "2020-01-01").put("days", 3),
        "otherwise");
  }

  @Test
  void an_event_that_was_taken_out_is_found() {
    Entry taken = entry("pledge.PledgeSigned");
    owner
        .sql("UPDATE read_model.journal SET stream = 'pledge:taken.out' WHERE position = ?")
        .param(taken.position())
        .update();
    try {
      assertThat(replayed(cycles.getFirst()).kinds()).contains("of-no-act", "out-of-order");
    } finally {
      owner
          .sql("UPDATE read_model.journal SET stream = ? WHERE position = ?")
          .params(taken.stream(), taken.position())
          .update();
    }
  }

  @Test
  void a_document_that_was_changed_is_found() {
    String key = "cycle:" + cycles.getFirst();
    String stored =
        owner
            .sql("SELECT document FROM read_model.document WHERE fold = 'standing' AND key = ?")
            .param(key)
            .query(String.class)
            .single();
    String change =
        "UPDATE read_model.document SET document = ? WHERE fold = 'standing' AND key = ?";
    owner.sql(change).params(stored.replace("\"rank\":1,", "\"rank\":2,"), key).update();
    try {
      assertThat(replayed(cycles.getFirst()).findings())
          .singleElement()
          .asString()
          .startsWith("document-differs standing " + key);
    } finally {
      owner.sql(change).params(stored, key).update();
    }
  }

  private record Entry(long position, String stream, long version, String text) {
    String at() {
      return stream + "@" + version;
    }
  }

  private static Entry entry(String type) {
    return entry(type, "payload");
  }

  private static Entry entry(String type, String column) {
    return owner
        .sql(
            "SELECT position, stream, version, "
                + column
                + " AS text FROM read_model.journal WHERE type = ? ORDER BY position LIMIT 1")
        .param(type)
        .query(Entry.class)
        .single();
  }

  /** The first event of a type is changed in the journal; that is found there, and named. */
  private static void tampered(
      String type, String column, Consumer<ObjectNode> change, String kind) {
    Entry entry = entry(type, column);
    ObjectNode changed = (ObjectNode) JSON.readTree(entry.text());
    change.accept(changed);
    String update = "UPDATE read_model.journal SET " + column + " = ? WHERE position = ?";
    owner.sql(update).params(changed.toString(), entry.position()).update();
    try {
      List<String> found = replayed(cycles.getFirst()).findings();
      assertThat(found)
          .anyMatch(each -> each.startsWith(kind + " " + entry.at() + " "))
          .anyMatch(each -> each.startsWith("not-as-in-the-log " + entry.at() + " "));
    } finally {
      owner.sql(update).params(entry.text(), entry.position()).update();
    }
  }

  private static Replayed replayed(String cycle) {
    return Replayed.of(installation.url(), token, cycle);
  }
}
