package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.TestDatabase;

/** A lived year replayed: nothing is found, and whatever is tampered with is found and named. */
class ReplayIT {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path directory;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  /** Numbers that somebody entered, and that nothing is made of: docs/adr/0022. */
  private static final Set<String> ENTERED =
      Set.of(
          "complaint.ComplaintLodged/about/version",
          "cycle.RegulationAdopted/regulation/scoring/maximum");

  private static Installation installation;
  private static String token;
  private static TestDatabase database;
  private static JdbcClient owner;
  private static List<String> cycles;

  @BeforeAll
  static void live() {
    TokenKey key = TokenKey.atOrNew(directory);
    database = TestDatabase.create();
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
    assertThat(replayed(cycles.getFirst()).checked("reckoned"))
        .as("events whose figures were worked out again: layers, rankings, polls, proposals, days")
        .isGreaterThan(20);
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

  /** Of each, what was done to the event is told at that event; nobody altered the log with it. */
  @Test
  void whatever_is_altered_is_found_where_it_stands() {
    List<Alteration> alterations =
        List.of(
            new Alteration(
                "a sheet that is frozen for another contest",
                "scoring.SheetFrozen",
                "payload",
                event -> event.put("contest", "group.1"),
                "otherwise"),
            new Alteration(
                "ranks that are swapped",
                "cycle.BlocScored",
                "payload",
                event -> {
                  ObjectNode first = (ObjectNode) event.path("settled").get(0);
                  ObjectNode second = (ObjectNode) event.path("settled").get(1);
                  JsonNode rank = first.get("rank");
                  first.set("rank", second.get("rank"));
                  second.set("rank", rank);
                },
                "otherwise"),
            new Alteration(
                "points that the sheets do not come to",
                "cycle.BlocScored",
                "payload",
                event -> ((ObjectNode) event.at("/settled/0")).put("points", "99.5"),
                "not-from-its-basis"),
            new Alteration(
                "a tally",
                "poll.PollClosed",
                "payload",
                event -> ((ObjectNode) event.at("/decided/0/counts")).put("valid", 1),
                "otherwise"),
            new Alteration(
                "an award beyond what was decided",
                "cycle.AwardsProposed",
                "payload",
                event -> {
                  ArrayNode proposals = (ArrayNode) event.path("proposals");
                  proposals.add(
                      ((ObjectNode) proposals.get(0)).deepCopy().put("award", "one-more"));
                },
                "refused"),
            new Alteration(
                "an actor without authority",
                "cycle.RegulationAdopted",
                "metadata",
                beside ->
                    ((ObjectNode) beside.path("actor")).put("office", "member").putNull("unit"),
                "refused"),
            new Alteration(
                "an audience that was widened",
                "scoring.SelfScoreEntered",
                "metadata",
                beside -> beside.put("audience", "public"),
                "otherwise"),
            new Alteration(
                "a total that its lines do not come to",
                "scoring.CrossChecked",
                "payload",
                event -> event.put("total", "12.25"),
                "not-from-its-basis"),
            new Alteration(
                "a signature that was late and is told as in time",
                "pledge.PromiseMade",
                "payload",
                event -> event.putObject("late").put("due", "2020-01-01").put("days", 3),
                "otherwise"));
    List<Restored> before = alterations.stream().map(ReplayIT::alter).toList();
    try {
      List<String> found = replayed(cycles.getFirst()).findings();
      for (int i = 0; i < alterations.size(); i++) {
        String at = before.get(i).entry().at() + " ";
        String kind = alterations.get(i).kind();
        assertThat(found)
            .as(alterations.get(i).what())
            .anyMatch(each -> each.startsWith(kind + " " + at))
            .anyMatch(each -> each.startsWith("not-as-in-the-log " + at));
      }
      assertThat(found)
          .as("the figure that is told and the one that is computed")
          .anyMatch(
              each -> each.contains("At /settled/0/points it tells \"99.5\"; from its basis"));
    } finally {
      before.reversed().forEach(Restored::restore);
    }
  }

  /**
   * One number of an event at a time, where the log and the documents would be altered with it: so
   * what is found is found by the rules, or from the basis.
   */
  @Test
  void a_number_that_is_altered_is_found_or_somebody_entered_it() {
    assertThat(undetected(6, 4)).isSubsetOf(ENTERED);
  }

  @Test
  @Tag("endurance")
  void a_number_that_is_altered_in_whatever_event_is_found_or_somebody_entered_it() {
    assertThat(undetected(22, Integer.MAX_VALUE)).isSubsetOf(ENTERED);
  }

  @Test
  void a_whole_bloc_is_replayed_as_its_years_are() {
    String bloc = cycles.getFirst().substring(0, cycles.getFirst().lastIndexOf('.'));
    Replayed replayed = Replayed.ofBloc(installation.url(), token, bloc);
    assertThat(replayed.findings()).isEmpty();
    assertThat(replayed.total())
        .isGreaterThanOrEqualTo(
            owner
                .sql("SELECT count(*) FROM read_model.journal WHERE stream LIKE 'cycle:%'")
                .query(Long.class)
                .single());
  }

  @Test
  void two_who_ask_join_the_same_replay_and_one_of_them_cancels_it() throws SQLException {
    String what = "cycles/" + cycles.getFirst();
    try (Connection blocking = database.owner().getConnection();
        Statement statement = blocking.createStatement()) {
      blocking.setAutoCommit(false);
      // documents are compared last: it cannot end before
      statement.execute("LOCK TABLE read_model.document IN ACCESS EXCLUSIVE MODE");
      JsonNode first = Replayed.ask("POST", installation.url(), token, what);
      JsonNode second = Replayed.ask("POST", installation.url(), token, what);
      assertThat(second.path("startedAt")).isEqualTo(first.path("startedAt"));
      assertThat(Replayed.ask("DELETE", installation.url(), token, what).path("state").asString())
          .isEqualTo("running");
      blocking.rollback();
      assertThat(
              Replayed.awaited(installation.url(), token, what, "cancelled")
                  .report()
                  .path("startedAt"))
          .isEqualTo(first.path("startedAt"));
    }
    assertThat(replayed(cycles.getFirst()).findings()).as("begun anew").isEmpty();
  }

  @Test
  void two_events_that_change_places_are_found() {
    Entry called = entry("poll.PollCalled");
    Entry opened = entry("poll.PollOpened");
    assertThat(opened.stream()).isEqualTo(called.stream());
    exchange(called, opened);
    try {
      assertThat(tellingOf(replayed(cycles.getFirst())))
          .anyMatch(each -> each.contains(" " + called.at() + " "));
    } finally {
      exchange(called, opened);
    }
  }

  @Test
  void an_event_that_was_deleted_from_the_middle_is_found() {
    Entry deleted = entry("scoring.SelfScoreEntered");
    owner
        .sql(
            "CREATE TABLE read_model.deleted AS SELECT * FROM read_model.journal WHERE position ="
                + " :position")
        .param("position", deleted.position())
        .update();
    owner
        .sql("DELETE FROM read_model.journal WHERE position = :position")
        .param("position", deleted.position())
        .update();
    try {
      assertThat(replayed(cycles.getFirst()).findings())
          .anyMatch(each -> each.startsWith("not-as-in-the-log " + deleted.at() + " "))
          .anyMatch(each -> each.startsWith("out-of-order " + deleted.stream() + "@"));
    } finally {
      owner.sql("INSERT INTO read_model.journal SELECT * FROM read_model.deleted").update();
      owner.sql("DROP TABLE read_model.deleted").update();
    }
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

  /**
   * What is done to the first event of a type.
   *
   * @param what in words
   * @param kind what is found at that event
   */
  private record Alteration(
      String what, String type, String column, Consumer<ObjectNode> change, String kind) {}

  private record Restored(Entry entry, String column) {

    void restore() {
      put(entry, column, entry.text());
    }
  }

  private static Restored alter(Alteration alteration) {
    Entry entry = entry(alteration.type(), alteration.column());
    ObjectNode changed = (ObjectNode) JSON.readTree(entry.text());
    alteration.change().accept(changed);
    put(entry, alteration.column(), changed.toString());
    return new Restored(entry, alteration.column());
  }

  private static void put(Entry entry, String column, String text) {
    owner
        .sql("UPDATE read_model.journal SET " + column + " = ? WHERE position = ?")
        .params(text, entry.position())
        .update();
  }

  private static void exchange(Entry one, Entry other) {
    owner
        .sql(
            "UPDATE read_model.journal j SET type = o.type, revision = o.revision, payload ="
                + " o.payload, metadata = o.metadata, audience = o.audience FROM"
                + " read_model.journal o WHERE (j.position, o.position) IN ((:one, :other),"
                + " (:other, :one))")
        .param("one", one.position())
        .param("other", other.position())
        .update();
  }

  /** What is found beside what the log and the documents tell. */
  private static List<String> tellingOf(Replayed replayed) {
    return replayed.findings().stream()
        .filter(
            each -> !each.startsWith("not-as-in-the-log ") && !each.startsWith("document-differs "))
        .toList();
  }

  /**
   * Which numbers can be altered without anything being found, one of each of so many types. What
   * is drawn of a type does not depend on which others there are.
   */
  private static List<String> undetected(int seed, int most) {
    List<String> undetected = new ArrayList<>();
    owner.sql("SELECT DISTINCT type FROM read_model.journal").query(String.class).list().stream()
        .sorted(Comparator.comparing(type -> new Random(seed + type.hashCode()).nextLong()))
        .filter(type -> !numbers(type).isEmpty())
        .limit(most)
        .forEach(
            type -> {
              Entry entry = entry(type);
              List<String> numbers = numbers(type);
              String at = numbers.get(new Random(seed + type.hashCode()).nextInt(numbers.size()));
              put(entry, "payload", withOneMore(JSON.readTree(entry.text()), at));
              try {
                if (tellingOf(replayed(cycles.getFirst())).isEmpty()) {
                  undetected.add(type + at.replaceAll("/[0-9]+", ""));
                }
              } finally {
                put(entry, "payload", entry.text());
              }
            });
    return undetected;
  }

  private static List<String> numbers(String type) {
    List<String> numbers = new ArrayList<>();
    numbers("", JSON.readTree(entry(type).text()), numbers);
    return numbers;
  }

  /** Where numbers stand in an event; points are texts. */
  private static void numbers(String at, JsonNode node, List<String> numbers) {
    if (node.isNumber() || (node.isString() && NUMBER.matcher(node.asString()).matches())) {
      numbers.add(at);
    }
    node.propertyNames().forEach(name -> numbers(at + "/" + name, node.get(name), numbers));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      numbers(at + "/" + i, node.get(i), numbers);
    }
  }

  private static String withOneMore(JsonNode event, String at) {
    JsonNode changed = event.deepCopy();
    int last = at.lastIndexOf('/');
    String name = at.substring(last + 1);
    JsonNode number = changed.at(at);
    BigDecimal more = new BigDecimal(number.asString()).add(BigDecimal.ONE);
    JsonNode instead =
        number.isNumber()
            ? IntNode.valueOf(more.intValueExact())
            : StringNode.valueOf(more.toPlainString());
    if (changed.at(at.substring(0, last)) instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), instead);
    } else {
      ((ObjectNode) changed.at(at.substring(0, last))).set(name, instead);
    }
    return changed.toString();
  }

  private static Replayed replayed(String cycle) {
    return Replayed.of(installation.url(), token, cycle);
  }
}
