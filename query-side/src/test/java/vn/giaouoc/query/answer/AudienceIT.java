package vn.giaouoc.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.query.Vocabulary.BLOC;
import static vn.giaouoc.query.Vocabulary.CYCLE;
import static vn.giaouoc.query.Vocabulary.HEALTH;
import static vn.giaouoc.query.Vocabulary.SCIENCE;
import static vn.giaouoc.query.Vocabulary.TOURISM;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Tokens;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** Who may see what, as it follows from the record on the day on which they ask. */
@Timeout(60)
class AudienceIT {

  private static final Tokens TOKENS = new Tokens();
  private static final Term TERM = Term.year(2026);

  private final TestDatabase database = TestDatabase.create();
  private final Log log = new Log(database);
  private Running running;

  @BeforeEach
  void given() {
    running =
        Running.withSettings(database, TOKENS.setting(), "--giaouoc.query.feed.heartbeat=50ms");
    for (UnitId unit : List.of(HEALTH, TOURISM, SCIENCE)) {
      log.happened(
          "2018-01-01",
          new UnitEvent.UnitRegistered(unit, "Sở " + unit.slug(), UnitKind.DEPARTMENT, null));
    }
    log.happened("2018-01-01", new BlocEvent.BlocEstablished(BLOC, "Khối thi đua 4", "khối", null));
    log.happened("2018-01-01", new BlocEvent.MemberAdmitted(BLOC, HEALTH));
    log.happened("2018-01-01", new BlocEvent.MemberAdmitted(BLOC, TOURISM));
    log.happened("2026-01-02", new CycleEvent.CycleOpened(CYCLE, BLOC, 2026));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void a_document_is_made_of_what_its_reader_may_see() {
    log.happened(
        "2026-01-03",
        Audience.bloc(BLOC),
        new CycleEvent.RankingDecided(
            CYCLE, Contest.WHOLE_BLOC, List.of(new CycleEvent.Place(HEALTH, 1)), null));
    running.caughtUp();
    String standing = "/api/cycles/kien-giang.khoi-4.2019/standing";

    assertThat(read(standing, null).at("/answer/state").asString()).isEqualTo("not-recorded");
    assertThat(read(standing, TOKENS.of(SCIENCE)).at("/answer/state").asString())
        .isEqualTo("not-recorded");
    assertThat(read(standing, TOKENS.of(TOURISM)).at("/answer/state").asString())
        .isEqualTo("recorded");
    assertThat(read(standing, TOKENS.of(null, "board")).at("/answer/state").asString())
        .isEqualTo("recorded");
    String why = standing + "/kien-giang.so-y-te";
    assertThat(read(why, null).at("/answer/grounds").isEmpty()).isTrue();
    assertThat(read(why, TOKENS.of(TOURISM)).at("/answer/grounds").size()).isEqualTo(1);
    assertThat(read("/api/units/kien-giang.so-y-te", null).at("/answer/ranks").isEmpty()).isTrue();
    assertThat(read("/api/units/kien-giang.so-y-te", TOKENS.of(HEALTH)).at("/answer/ranks").size())
        .isEqualTo(1);
  }

  @Test
  void a_name_that_is_not_for_everybody_is_not_told_to_everybody() {
    log.happened(
        "2026-01-03", Audience.unit(HEALTH), new UnitEvent.UnitRenamed(HEALTH, "Tên còn kín"));
    running.caughtUp();
    String bloc = "/api/blocs/kien-giang.khoi-4";
    assertThat(read(bloc, null).at("/names").path("unit:kien-giang.so-y-te").asString())
        .isEqualTo("Sở kien-giang.so-y-te");
    assertThat(
            read(bloc, TOKENS.of(HEALTH)).at("/names").path("unit:kien-giang.so-y-te").asString())
        .isEqualTo("Tên còn kín");
    // drafts are for the unit alone, not for the board
    assertThat(read("/api/units?q=kín", TOKENS.of(null, "board")).at("/answer/units").isEmpty())
        .isTrue();
    assertThat(read("/api/units?q=kín", TOKENS.of(HEALTH)).at("/answer/units").size()).isEqualTo(1);
  }

  @Test
  void a_version_that_is_not_for_everybody_is_told_to_who_may_write() {
    log.happened("2026-01-03", Audience.BOARD, new BlocEvent.MemberReleased(BLOC, TOURISM));
    running.caughtUp();
    String bloc = "/api/blocs/kien-giang.khoi-4";
    String stream = "bloc:kien-giang.khoi-4";
    assertThat(read(bloc, null).at("/versions").path(stream).asLong()).isEqualTo(2);
    assertThat(read(bloc, TOKENS.of(HEALTH)).at("/versions").path(stream).asLong()).isEqualTo(3);
    assertThat(read(bloc, TOKENS.of(HEALTH)).at("/answer/roll/1").has("until")).isFalse();
    assertThat(read(bloc, TOKENS.of(null, "board")).at("/answer/roll/1").has("until")).isTrue();
  }

  @Test
  void a_former_member_still_sees_what_is_for_the_bloc() {
    log.happened("2026-01-03", new BlocEvent.MemberReleased(BLOC, TOURISM));
    log.happened("2026-02-01", Audience.bloc(BLOC), new BlocEvent.AliasAdded(BLOC, "Kín"));
    running.caughtUp();
    assertThat(aliases(TOKENS.of(TOURISM))).isEqualTo(1);
    assertThat(aliases(TOKENS.of(SCIENCE))).isZero();
  }

  @Test
  void what_is_for_the_leadership_moves_with_the_office_and_at_once() {
    log.happened("2026-01-03", Audience.leadership(BLOC), new BlocEvent.AliasAdded(BLOC, "Kín"));
    running.caughtUp();
    assertThat(aliases(TOKENS.of(HEALTH))).isZero();
    assertThat(aliases(TOKENS.of(null, "board"))).isEqualTo(1);

    log.happened(
        "2026-01-04",
        new LeadershipEvent.LeadershipInstalled(
            BLOC, TERM, HEALTH, List.of(new Deputy(TOURISM, 1))));
    running.caughtUp();
    assertThat(aliases(TOKENS.of(HEALTH))).isEqualTo(1);
    assertThat(aliases(TOKENS.of(TOURISM))).isEqualTo(1);
    assertThat(aliases(TOKENS.of(SCIENCE))).isZero();

    log.happened(
        "2026-01-05", new LeadershipEvent.LeadershipHandedOver(BLOC, TERM, HEALTH, SCIENCE));
    running.caughtUp();
    long then = read("/api/blocs", null).at("/asked/position").asLong() - 1;
    assertThat(aliases(TOKENS.of(HEALTH))).isZero();
    assertThat(aliases(TOKENS.of(TOURISM))).isZero();
    assertThat(aliases(TOKENS.of(SCIENCE))).isEqualTo(1);
    // who was in office then does not look at that time with the eyes of then
    String past = "/api/blocs/kien-giang.khoi-4?asOf=" + then;
    assertThat(read(past, TOKENS.of(HEALTH)).at("/answer/aliases").isEmpty()).isTrue();
    assertThat(read(past, TOKENS.of(SCIENCE)).at("/answer/aliases").size()).isEqualTo(1);
  }

  @Test
  void what_a_paper_tells_of_an_office_opens_nothing() {
    log.happened("2026-01-03", Audience.leadership(BLOC), new BlocEvent.AliasAdded(BLOC, "Kín"));
    log.told(
        Log.source("paper", 1, "2026-02-01", 1),
        "2026-01-04",
        new LeadershipEvent.LeadershipAttested(BLOC, TERM, HEALTH, List.of()));
    running.caughtUp();
    assertThat(
            read("/api/blocs/kien-giang.khoi-4/leadership", null)
                .at("/answer/inOffice/leader")
                .asString())
        .isEqualTo(HEALTH.slug());
    assertThat(aliases(TOKENS.of(HEALTH))).isZero();
  }

  @Test
  void an_office_that_begins_tomorrow_opens_nothing_today() {
    log.happened("2026-01-03", Audience.leadership(BLOC), new BlocEvent.AliasAdded(BLOC, "Kín"));
    log.happened(
        "2999-01-01", new LeadershipEvent.LeadershipInstalled(BLOC, TERM, HEALTH, List.of()));
    running.caughtUp();
    assertThat(aliases(TOKENS.of(HEALTH))).isZero();
  }

  @Test
  void an_event_that_says_nothing_of_its_audience_is_for_who_sees_everything() throws Exception {
    try (var connection = log.open()) {
      log.append(connection, "unit:strange", 0, "unit.FromTheFuture", "{\"secret\":1}", "{}");
      log.append(
          connection,
          "unit:strange",
          1,
          "unit.FromTheFuture",
          "{\"secret\":2}",
          "{\"audience\":\"jury:of-the-future\"}");
      log.append(connection, "unit:strange", 2, "unit.FromTheFuture", "{\"secret\":3}", "not json");
      connection.commit();
    }
    running.caughtUp();
    assertThat(read("/api/journal?limit=1000", null).toString()).doesNotContain("secret");
    assertThat(read("/api/journal?limit=1000", TOKENS.of(null, "board")).toString())
        .doesNotContain("secret");
    assertThat(read("/api/journal?limit=1000", TOKENS.of(null, "auditor")).toString())
        .contains("\"secret\":1", "\"secret\":2", "\"secret\":3");
  }

  @Test
  void each_reader_has_tags_of_their_own_and_asking_for_the_head_tells_the_same() {
    log.happened("2026-01-03", Audience.BOARD, new BlocEvent.AliasAdded(BLOC, "Kín"));
    running.caughtUp();
    String bloc = "/api/blocs/kien-giang.khoi-4";
    String everybody = running.get(bloc).headers().firstValue("ETag").orElseThrow();
    String board = TOKENS.of(null, "board");
    String boards =
        running
            .get(bloc, "Authorization", "Bearer " + board)
            .headers()
            .firstValue("ETag")
            .orElseThrow();
    assertThat(boards).isNotEqualTo(everybody);
    assertThat(
            running
                .get(bloc, "If-None-Match", everybody, "Authorization", "Bearer " + board)
                .statusCode())
        .isEqualTo(200);
    HttpResponse<String> head =
        running.send(
            HttpRequest.newBuilder(URI.create(running.url(bloc)))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("ETag")).hasValue(everybody);
    assertThat(head.body()).isEmpty();
    HttpResponse<String> known =
        running.send(
            HttpRequest.newBuilder(URI.create(running.url(bloc)))
                .header("If-None-Match", everybody)
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.headers().allValues("Vary")).contains("Authorization");
  }

  @Test
  void the_feed_passes_over_what_is_for_others_and_its_positions_go_on() throws Exception {
    for (int i = 0; i < 1200; i++) {
      log.happened("2026-02-01", Audience.BOARD, new BlocEvent.AliasAdded(BLOC, "Kín " + i));
    }
    running.caughtUp();
    long hidden = read("/api/blocs", null).at("/asked/position").asLong();
    try (Feed feed = new Feed("0", null)) {
      List<String> first = feed.until(line -> line.equals("id:" + hidden));
      assertThat(first).anyMatch(line -> line.equals("id:7"));
      assertThat(first.toString()).doesNotContain("Kín");
      log.happened("2026-03-01", new BlocEvent.AliasAdded(BLOC, "Cho mọi người"));
      List<String> then = feed.until(line -> line.contains("Cho mọi người"));
      assertThat(then).contains("id:" + (hidden + 1));
    }
    // where it broke off among what is for others, it goes on behind it
    try (Feed feed = new Feed(Long.toString(hidden), null)) {
      assertThat(feed.until(line -> line.startsWith("data:")).toString()).contains("Cho mọi người");
    }
    try (Feed feed = new Feed("7", TOKENS.of(null, "board"))) {
      assertThat(feed.until(line -> line.startsWith("data:")).toString()).contains("Kín 0");
    }
  }

  @Test
  void a_listener_hears_what_is_for_the_leadership_only_while_in_office() throws Exception {
    log.happened(
        "2026-01-04", new LeadershipEvent.LeadershipInstalled(BLOC, TERM, HEALTH, List.of()));
    running.caughtUp();
    long from = read("/api/blocs", null).at("/asked/position").asLong();
    try (Feed feed = new Feed(Long.toString(from), TOKENS.of(HEALTH))) {
      log.happened("2026-01-05", Audience.leadership(BLOC), new BlocEvent.AliasAdded(BLOC, "Một"));
      feed.until(line -> line.contains("Một"));
      log.happened(
          "2026-01-06", new LeadershipEvent.LeadershipHandedOver(BLOC, TERM, HEALTH, TOURISM));
      running.caughtUp();
      log.happened("2026-01-07", Audience.leadership(BLOC), new BlocEvent.AliasAdded(BLOC, "Hai"));
      log.happened("2026-01-08", new BlocEvent.AliasAdded(BLOC, "Ba"));
      assertThat(feed.until(line -> line.contains("Ba")).toString()).doesNotContain("Hai");
    }
  }

  @Test
  void a_listener_to_whom_nothing_is_said_hears_that_nothing_is_said() throws Exception {
    running.caughtUp();
    try (Feed feed = new Feed("7", null)) {
      feed.until(line -> line.equals(":heartbeat"));
      feed.until(line -> line.equals(":heartbeat"));
    }
  }

  @Test
  void a_feed_ends_with_the_token_that_it_was_asked_for_with() throws Exception {
    running.caughtUp();
    // the clocks of two machines may differ a little, so the token is taken though it has just
    // ended
    String ended = TOKENS.lasting(Duration.ofSeconds(-2), null, "board");
    try (Feed feed = new Feed("7", ended)) {
      assertThat(feed.until(line -> false)).doesNotContain("data:");
    }
  }

  private int aliases(String token) {
    return read("/api/blocs/kien-giang.khoi-4", token).at("/answer/aliases").size();
  }

  private JsonNode read(String path, @Nullable String token) {
    HttpResponse<String> response =
        token == null ? running.get(path) : running.get(path, "Authorization", "Bearer " + token);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Wire.mapper().readTree(response.body());
  }

  /** The feed as a listener hears it, line by line. */
  private final class Feed implements AutoCloseable {

    private final BufferedReader lines;

    Feed(String lastEventId, @Nullable String token) throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(running.url("/api/journal")))
              .header("Accept", "text/event-stream")
              .header("Last-Event-ID", lastEventId);
      if (token != null) {
        request.header("Authorization", "Bearer " + token);
      }
      HttpResponse<InputStream> response =
          running.http().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(response.statusCode()).isEqualTo(200);
      lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** All lines up to the first that meets the condition, or to the end. */
    List<String> until(Predicate<String> last) throws IOException {
      List<String> heard = new ArrayList<>();
      String line;
      while ((line = lines.readLine()) != null) {
        heard.add(line);
        if (last.test(line)) {
          break;
        }
      }
      return heard;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
