package vn.giaouoc.command.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.Lived.BLOC;
import static vn.giaouoc.command.Lived.CYCLE;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.command.CommandSide;
import vn.giaouoc.command.Node;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** A conference with a poll, a paper and complaints over HTTP, on a real PostgreSQL. */
class MeetingOverHttpIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static ConfigurableApplicationContext commandSide;
  private static String url;

  @BeforeAll
  static void start() {
    TestDatabase database = TestDatabase.create();
    commandSide =
        new SpringApplicationBuilder(CommandSide.class)
            .run(
                "--spring.config.name=command-side",
                "--server.port=0",
                "--giaouoc.command.database.url=" + database.url(),
                "--giaouoc.command.database.user=" + DatabaseSetup.COMMAND_ROLE,
                "--giaouoc.command.database.password=test");
    url =
        "http://localhost:" + ((WebServerApplicationContext) commandSide).getWebServer().getPort();
    try (Node node = Node.on(database, "2026-07-10")) {
      for (UnitId unit : List.of(LEADER, DEPUTY, MEMBER)) {
        node.given("2020-01-01", new UnitRegistered(unit, "Sở", UnitKind.DEPARTMENT, null));
      }
      node.given(
          "2020-01-01",
          new BlocEstablished(BLOC, "Khối thi đua 4", "khối", null),
          new MemberAdmitted(BLOC, LEADER),
          new MemberAdmitted(BLOC, DEPUTY),
          new MemberAdmitted(BLOC, MEMBER));
      node.given(
          "2020-01-02",
          new LeadershipInstalled(
              BLOC, Term.year(2026), LEADER, List.of(new Deputy(DEPUTY, null))));
      node.given("2020-01-03", new CycleOpened(CYCLE, BLOC, 2026));
    }
  }

  @AfterAll
  static void stop() {
    commandSide.close();
  }

  @Test
  void a_conference_is_convened_opened_decides_and_closes() {
    String hall = "kien-giang.khoi-4.2026.year-end";
    String poll = hall + ".suy-ton";
    ok(201, convene(hall), "conference:" + hall, 0);
    ok(204, act("/api/conferences/" + hall + "/opening", "conference:" + hall, 0, "{}"), null, 1);
    String called =
        """
        {"id":"%s","cycle":"%s","conference":"%s","method":"ballot",
         "questions":[{"key":"1","subjects":["ranking"],"text":"Dẫn đầu?",
          "options":[{"key":"a","unit":"%s"},{"key":"b","unit":"%s"}],
          "threshold":{"base":"returned","share":1,"of":2,"moreThan":true,"clause":"Điều 14"}}],
         "tellers":["%s","%s"]}
        """
            .formatted(
                poll,
                CYCLE.slug(),
                hall,
                LEADER.slug(),
                MEMBER.slug(),
                DEPUTY.slug(),
                MEMBER.slug());
    ok(201, post("/api/polls", called), "poll:" + poll, 0);
    String at = "/api/polls/" + poll;
    ok(204, act(at + "/opening", "poll:" + poll, 0, "{}"), null, 1);
    String wrong = papers(3, 3, 2, 0, 2, 0, DEPUTY);
    refused(422, "papers-do-not-add-up", act(at + "/tally", "poll:" + poll, 1, wrong));
    String right = papers(3, 3, 3, 0, 2, 1, DEPUTY);
    ok(204, act(at + "/tally", "poll:" + poll, 1, right), null, 2);
    refused(409, "nothing-to-close-with", act(at + "/closing", "poll:" + poll, 2, null));
    refused(403, "same-teller", act(at + "/certification", "poll:" + poll, 2, right));
    String other = papers(3, 3, 3, 0, 2, 1, MEMBER);
    ok(204, act(at + "/certification", "poll:" + poll, 2, other), null, 3);
    ok(204, act(at + "/closing", "poll:" + poll, 3, null), null, 4);
    String resolution = "{\"text\":\"Suy tôn\",\"decidedBy\":\"%s\"}".formatted(poll);
    String conference = "/api/conferences/" + hall;
    ok(204, act(conference + "/resolutions", "conference:" + hall, 1, resolution), null, 2);
    refused(
        409,
        "already-resolved",
        act(conference + "/resolutions", "conference:" + hall, 2, resolution));
    ok(204, act(conference + "/closing", "conference:" + hall, 2, "{}"), null, 3);
    refused(409, "conference-closed", act(conference + "/closing", "conference:" + hall, 3, "{}"));
  }

  @Test
  void an_exclusive_command_wants_the_version_that_its_sender_has_seen() {
    String hall = "kien-giang.khoi-4.2026.extraordinary";
    ok(201, convene(hall), "conference:" + hall, 0);
    refused(409, "conference-already-convened", convene(hall));
    String opening = "/api/conferences/" + hall + "/opening";
    refused(428, "precondition-required", post(opening, "{}"));
    refused(412, "stale-version", act(opening, "conference:" + hall, 7, "{}"));
    // attendance does not
    ok(204, act(opening, "conference:" + hall, 0, "{}"), null, 1);
    String present = "{\"role\":\"member\",\"unit\":\"%s\"}".formatted(MEMBER.slug());
    ok(204, post("/api/conferences/" + hall + "/attendance", present), null, 2);
    refused(
        422,
        "nobody-named",
        post("/api/conferences/" + hall + "/attendance", "{\"role\":\"guest\"}"));
    refused(400, "bad-request", post("/api/conferences/" + hall + "/attendance", "{}"));
    refused(404, "not-found", act("/api/polls/khong.co/closing", "poll:khong.co", 0, null));
  }

  @Test
  void a_list_with_a_hole_is_told_and_is_no_fault_of_the_program() {
    String poll = "/api/polls/kien-giang.khoi-4.2026.lo-hong";
    for (String[] each :
        new String[][] {
          {"/api/polls", "{\"questions\":[null]}", "questions.0"},
          {"/api/polls", "{\"questions\":[{\"subjects\":[null]}]}", "questions.0.subjects.0"},
          {poll + "/votes", "{\"answers\":[{\"inFavour\":[null]}]}", "answers.0.inFavour.0"},
          {"/api/conferences", "{\"cycles\":[null]}", "cycles.0"}
        }) {
      HttpResponse<String> answer = post(each[0], each[1]);
      refused(400, "bad-request", answer);
      assertThat(answer.body()).as(each[1]).contains(each[2]);
    }
  }

  @Test
  void a_paper_is_numbered_signed_issued_and_sent_in_this_order() {
    String file = handIn();
    String id = "kien-giang.khoi-4.2026.bao-cao";
    String draft =
        "{\"id\":\"%s\",\"bloc\":\"%s\",\"year\":2026,\"type\":\"bc\",\"title\":\"Báo cáo\",\"file\":\"%s\"}"
            .formatted(id, BLOC.slug(), file);
    refused(422, "file-not-kept", post("/api/papers", draft.replace(file, "ab12")));
    ok(201, post("/api/papers", draft), "paper:" + id, 0);
    String at = "/api/papers/" + id;
    refused(409, "paper-not-numbered", act(at + "/issue", "paper:" + id, 0, null));
    ok(204, post(at + "/number", "{\"blocSymbol\":\"KTĐ4\"}"), null, 1);
    refused(409, "paper-not-signed", act(at + "/issue", "paper:" + id, 1, null));
    String signature =
        "{\"capacity\":\"kt\",\"form\":\"digital\",\"person\":\"00000000-0000-4000-8000-000000000001\"}";
    ok(204, act(at + "/signature", "paper:" + id, 1, signature), null, 2);
    String to = "{\"to\":[\"%s\"]}".formatted(MEMBER.slug());
    refused(409, "paper-not-issued", act(at + "/sendings", "paper:" + id, 2, to));
    ok(204, act(at + "/issue", "paper:" + id, 2, null), null, 3);
    ok(204, act(at + "/sendings", "paper:" + id, 3, to), null, 4);
    ok(204, post(at + "/receipts", "{\"by\":\"%s\"}".formatted(MEMBER.slug())), null, 5);
    refused(
        409,
        "already-received",
        post(at + "/receipts", "{\"by\":\"%s\"}".formatted(MEMBER.slug())));
  }

  @Test
  void a_complaint_is_lodged_and_handled_and_a_denunciation_names_nobody() {
    String id = "kien-giang.khoi-4.2026.khieu-nai";
    String about = "\"stream\":\"cycle:%s\",\"version\":0".formatted(CYCLE.slug());
    String lodging =
        "{\"id\":\"%s\",\"bloc\":\"%s\",%s,\"by\":\"%s\",\"text\":\"Chưa đúng\"}"
            .formatted(id, BLOC.slug(), about, MEMBER.slug());
    refused(422, "no-such-event", post("/api/complaints", lodging.replace("\":0", "\":99")));
    ok(201, post("/api/complaints", lodging), "complaint:" + id, 0);
    String at = "/api/complaints/" + id;
    ok(204, act(at + "/acceptance", "complaint:" + id, 0, null), null, 1);
    String decision = "{\"finding\":\"dismissed\",\"reason\":\"Không có căn cứ\"}";
    ok(204, act(at + "/decision", "complaint:" + id, 1, decision), null, 2);
    refused(409, "complaint-ended", act(at + "/withdrawal", "complaint:" + id, 2, null));

    String secret = "kien-giang.khoi-4.2026.to-cao";
    String denunciation =
        "{\"id\":\"%s\",\"bloc\":\"%s\",%s,\"text\":\"Khai khống\"}"
            .formatted(secret, BLOC.slug(), about);
    HttpResponse<String> first = keyed("/api/complaints", denunciation, "k1");
    ok(201, first, "complaint:" + secret, 0);
    // the same again under its key is answered the same
    ok(201, keyed("/api/complaints", denunciation, "k1"), "complaint:" + secret, 0);
    refused(
        409,
        "nobody-can-withdraw-it",
        act("/api/complaints/" + secret + "/withdrawal", "complaint:" + secret, 0, null));
  }

  private static HttpResponse<String> convene(String id) {
    return post(
        "/api/conferences",
        """
        {"id":"%s","bloc":"%s","cycles":["%s"],"kind":"year-end","title":"Hội nghị tổng kết",
         "planned":"%s"}
        """
            .formatted(id, BLOC.slug(), CYCLE.slug(), LocalDate.of(2026, 12, 20)));
  }

  private static String papers(
      int issued, int returned, int valid, int invalid, int a, int b, UnitId by) {
    return """
    {"issued":%d,"returned":%d,"by":"%s","questions":[{"question":"1","valid":%d,"invalid":%d,
     "votes":[{"option":"a","inFavour":%d},{"option":"b","inFavour":%d}]}]}
    """
        .formatted(issued, returned, by.slug(), valid, invalid, a, b);
  }

  private static String handIn() {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(url + "/api/files?name=bao-cao.txt"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("Báo cáo sơ kết\n")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Wire.mapper().readTree(answer.body()).at("/file").asString();
  }

  private static void ok(int status, HttpResponse<String> answer, String stream, int version) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).endsWith("@" + version + "\"");
    if (stream != null) {
      assertThat(tag).isEqualTo("\"" + stream + "@" + version + "\"");
    }
  }

  private static void refused(int status, String type, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
    JsonNode problem = Wire.mapper().readTree(answer.body());
    assertThat(problem.at("/type").asString()).isEqualTo("/problems/" + type);
    assertThat(problem.at("/title").asString()).isNotBlank();
    assertThat(problem.at("/titleEn").asString()).isNotBlank();
  }

  private static HttpResponse<String> act(String path, String stream, int seen, String body) {
    return send(request(path, body).header("If-Match", "\"" + stream + "@" + seen + "\""));
  }

  private static HttpResponse<String> keyed(String path, String body, String key) {
    return send(request(path, body).header("Idempotency-Key", key));
  }

  private static HttpResponse<String> post(String path, String body) {
    return send(request(path, body));
  }

  private static HttpRequest.Builder request(String path, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    return body == null
        ? request.POST(BodyPublishers.noBody())
        : request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
