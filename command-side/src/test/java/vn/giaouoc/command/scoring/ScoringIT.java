package vn.giaouoc.command.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.scoring.Scored.BLOC;
import static vn.giaouoc.command.scoring.Scored.DEPUTY;
import static vn.giaouoc.command.scoring.Scored.HEALTH;
import static vn.giaouoc.command.scoring.Scored.LABOUR;
import static vn.giaouoc.command.scoring.Scored.LEADER;
import static vn.giaouoc.command.scoring.Scored.PROVINCE;
import static vn.giaouoc.command.scoring.Scored.QUOTA;
import static vn.giaouoc.command.scoring.Scored.SCALE;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.command.CommandSide;
import vn.giaouoc.command.Node;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.unit.UnitId;

/** Scores, a ranking and awards over HTTP, on a real PostgreSQL, by the administrator. */
class ScoringIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final CycleId CYCLE = CycleId.of("kien-giang.khoi-4.2026");
  private static final String YEAR = "/api/cycles/" + CYCLE.slug();

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
    try (Node node = Node.on(database, Scored.DAY)) {
      Scored.founding().forEach(node::given);
      node.given(
          "2026-01-15",
          new CycleOpened(CYCLE, BLOC, 2026),
          new RegulationAdopted(CYCLE, Scored.regulation(false)));
    }
  }

  @AfterAll
  static void stop() {
    commandSide.close();
  }

  @Test
  void a_bloc_is_scored_ranked_and_its_first_is_given_the_flag() throws Exception {
    score(LEADER, "950");
    score(DEPUTY, "940.5");
    score(LABOUR, "0");
    HttpResponse<String> beyond =
        post(sheet(HEALTH, "/self-scores"), "{\"total\":\"1000.5\"}", null);
    assertThat(beyond.statusCode()).isEqualTo(422);
    assertThat(body(beyond).at("/type").asString()).isEqualTo("/problems/points-out-of-range");
    assertThat(body(beyond).at("/clause").asString()).isEqualTo(SCALE);
    assertThat(
            post(
                    sheet(HEALTH, "/self-scores"),
                    "{\"lines\":[{\"criterion\":\"Nội dung 1\",\"points\":\"930.10\","
                        + "\"note\":\"vượt chỉ tiêu\"},{\"criterion\":\"Điểm trừ\",\"points\":-1}]}",
                    null)
                .headers()
                .firstValue("ETag"))
        .hasValue("\"sheet:" + CYCLE.slug() + "." + HEALTH.slug() + "@0\"");

    assertThat(post(YEAR + "/rankings", "{}", null).statusCode()).isEqualTo(428);
    assertThat(post(YEAR + "/rankings", "{}", cycleAt(0)).statusCode()).isEqualTo(412);
    assertThat(post(YEAR + "/rankings", "{}", cycleAt(1)).statusCode()).isEqualTo(204);
    assertThat(post(sheet(HEALTH, "/self-scores"), "{\"total\":\"1\"}", null).statusCode())
        .isEqualTo(409);
    assertThat(body(post(YEAR + "/rankings", "{}", cycleAt(2))).at("/type").asString())
        .isEqualTo("/problems/already-scored");

    assertThat(post(YEAR + "/award-proposals", flags(LEADER), null).statusCode()).isEqualTo(204);
    HttpResponse<String> many =
        post(YEAR + "/award-proposals", flags(DEPUTY, HEALTH, LABOUR), null);
    assertThat(many.statusCode()).isEqualTo(409);
    assertThat(body(many).at("/clause").asString()).isEqualTo(QUOTA);
    assertThat(body(many).at("/title").asString()).isEqualTo("Vượt chỉ tiêu khen thưởng của khối");

    String slug = CYCLE.slug() + ".flag.annual." + LEADER.slug();
    String award = "/api/awards/" + slug;
    assertThat(
            post(
                    award + "/forwardings",
                    "{\"to\":\"" + PROVINCE.slug() + "\",\"paperNumber\":\"12/TTr-KTĐ4\"}",
                    "\"award:" + slug + "@0\"")
                .statusCode())
        .isEqualTo(204);
    String grant =
        "{\"decisionNumber\":\"450/QĐ-UBND\",\"decidedOn\":\"2026-01-20\",\"authority\":"
            + authority()
            + "}";
    HttpResponse<String> early = post(award + "/grants", grant, "\"award:" + slug + "@1\"");
    assertThat(body(early).at("/type").asString()).isEqualTo("/problems/not-approved");
    assertThat(post(award + "/approvals", "{}", "\"award:" + slug + "@1\"").statusCode())
        .isEqualTo(204);
    assertThat(post(award + "/approvals", "{}", null).statusCode()).isEqualTo(428);
  }

  @Test
  void what_is_missing_or_malformed_is_said_in_words() throws Exception {
    assertThat(post(sheet(HEALTH, "/cross-checks"), "{\"total\":\"1\"}", null).statusCode())
        .isEqualTo(400);
    assertThat(
            post(sheet(HEALTH, "/self-scores"), "{\"total\":\"1e999999999\"}", null).statusCode())
        .isEqualTo(422);
    assertThat(post(sheet(HEALTH, "/self-scores"), "{\"total\":\"nhiều\"}", null).statusCode())
        .isEqualTo(400);
    assertThat(post(sheet(HEALTH, "/self-scores"), "{\"lines\":[null]}", null).statusCode())
        .isEqualTo(400);
    assertThat(post(YEAR + "/award-proposals", "{\"title\":\"flag\"}", null).statusCode())
        .isEqualTo(400);
    assertThat(post("/api/awards/khong-co/approvals", "{}", "\"award:khong-co@0\"").statusCode())
        .isIn(404, 412);
    assertThat(post("/api/cycles/khong-co/rankings", "{}", "\"cycle:khong-co@0\"").statusCode())
        .isIn(409, 412);
  }

  private static void score(UnitId unit, String total) throws Exception {
    HttpResponse<String> answer =
        post(sheet(unit, "/self-scores"), "{\"total\":\"" + total + "\"}", null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private static String flags(UnitId... units) {
    StringBuilder recipients = new StringBuilder();
    for (UnitId unit : units) {
      recipients
          .append(recipients.isEmpty() ? "" : ",")
          .append("{\"unit\":\"")
          .append(unit.slug())
          .append("\"}");
    }
    return "{\"title\":\"flag\",\"authority\":"
        + authority()
        + ",\"recipients\":["
        + recipients
        + "]}";
  }

  private static String authority() {
    return "{\"unit\":\"" + PROVINCE.slug() + "\",\"asWritten\":\"UBND tỉnh\"}";
  }

  private static String sheet(UnitId unit, String act) {
    return YEAR + "/sheets/" + unit.slug() + act;
  }

  private static String cycleAt(int version) {
    return "\"cycle:" + CYCLE.slug() + "@" + version + "\"";
  }

  private static JsonNode body(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> post(String path, String body, @Nullable String ifMatch)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
