package vn.giaouoc.query.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.query.Vocabulary.BLOC;
import static vn.giaouoc.query.Vocabulary.CYCLE;
import static vn.giaouoc.query.Vocabulary.FLAG;
import static vn.giaouoc.query.Vocabulary.HEALTH;
import static vn.giaouoc.query.Vocabulary.PROVINCE;
import static vn.giaouoc.query.Vocabulary.SCIENCE;
import static vn.giaouoc.query.Vocabulary.TOURISM;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Tokens;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.award.AwardEvent;
import vn.giaouoc.shared.award.AwardEvent.About;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.Recipient;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.Excluded;
import vn.giaouoc.shared.cycle.CycleEvent.Proposal;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** A year that was scored, ranked, ranked again, and brought awards: as it is read. */
class ScoredYearIT {

  private static final Tokens TOKENS = new Tokens();
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Log LOG = new Log(DATABASE);
  private static final Authority AUTHORITY = new Authority(PROVINCE, "UBND tỉnh");
  private static final About ABOUT = new About(BLOC, CYCLE, Recipient.of(HEALTH));
  private static final AwardId URGENT = AwardId.of("kien-giang.2020.urgent");
  private static final AwardId HIGHER = AwardId.of("chinh-phu.2019.flag");
  private static Running running;

  @BeforeAll
  static void given() {
    running = Running.withSettings(DATABASE, TOKENS.setting());
    for (UnitId unit : List.of(PROVINCE, HEALTH, TOURISM, SCIENCE)) {
      LOG.happened(
          "2018-01-01",
          new UnitEvent.UnitRegistered(unit, "Sở " + unit.slug(), UnitKind.DEPARTMENT, null));
    }
    LOG.happened("2018-01-01", new BlocEvent.BlocEstablished(BLOC, "Khối thi đua 4", "khối", null));
    for (UnitId unit : List.of(HEALTH, TOURISM, SCIENCE)) {
      LOG.happened("2018-01-01", new BlocEvent.MemberAdmitted(BLOC, unit));
    }
    LOG.happened("2019-01-02", new CycleEvent.CycleOpened(CYCLE, BLOC, 2019));
    sheet(
        "2019-12-01",
        new ScoreSheetEvent.SelfScoreEntered(
            sheet(HEALTH),
            CYCLE,
            HEALTH,
            List.of(new Line("Nội dung 1", points("640.10"), new Words("11"))),
            points("640.10"),
            true));
    sheet(
        "2019-12-02",
        new ScoreSheetEvent.CrossChecked(
            sheet(HEALTH), CYCLE, HEALTH, SCIENCE, List.of(), points("630"), false));
    sheet(
        "2019-12-01",
        new ScoreSheetEvent.SelfScoreEntered(
            sheet(SCIENCE), CYCLE, SCIENCE, List.of(), points("700"), false));
    LOG.happened("2019-12-20", ranking(null, "640.10", "700", List.of()));
    freeze();
    sheet(
        "2019-12-21",
        new ScoreSheetEvent.AppealLodged(sheet(HEALTH), CYCLE, HEALTH, new Words("22")));
    sheet(
        "2019-12-22",
        new ScoreSheetEvent.AppealDecided(sheet(HEALTH), CYCLE, HEALTH, true, new Words("33")));
    sheet(
        "2019-12-23",
        new ScoreSheetEvent.SheetReopened(sheet(HEALTH), CYCLE, HEALTH, new Words("44")));
    sheet(
        "2019-12-24",
        new ScoreSheetEvent.Verified(
            sheet(HEALTH), CYCLE, HEALTH, List.of(), points("710.5"), false));
    LOG.happened(
        "2019-12-25",
        ranking(new Words("55"), "710.5", "700", List.of(new Excluded(TOURISM, "Điều 11"))));
    freeze();
    LOG.happened(
        "2019-12-26",
        new AwardsProposed(
            CYCLE,
            Title.FLAG,
            AUTHORITY,
            Track.ANNUAL,
            Contest.WHOLE_BLOC,
            2019,
            "3387/QĐ-KTĐ4",
            List.of(new Proposal(FLAG, HEALTH, 1, new Words("66"))),
            List.of("cycle:" + CYCLE.slug() + "@2")));
    LOG.happened(
        "2019-12-26",
        new AwardEvent.AwardProposed(
            FLAG,
            BLOC,
            CYCLE,
            Title.FLAG,
            AUTHORITY,
            Track.ANNUAL,
            Contest.WHOLE_BLOC,
            HEALTH,
            2019,
            null,
            null));
    LOG.happened("2020-01-02", new AwardEvent.Forwarded(FLAG, ABOUT, PROVINCE, "12/TTr-KTĐ4"));
    LOG.happened("2020-02-02", new AwardEvent.Approved(FLAG, ABOUT));
    LOG.happened(
        "2020-03-01",
        new AwardEvent.Granted(FLAG, ABOUT, "450/QĐ-UBND", LocalDate.of(2020, 2, 28), AUTHORITY));
    LOG.happened("2020-03-10", new AwardEvent.Presented(FLAG, ABOUT, null, "Lễ tuyên dương"));
    LOG.happened(
        "2020-04-01",
        new AwardEvent.Upgraded(
            FLAG, ABOUT, HIGHER, Title.FLAG, new Authority(PROVINCE, "Chính phủ")));
    LOG.happened(
        "2020-04-01",
        new AwardEvent.AwardRecorded(
            HIGHER,
            ABOUT,
            Title.FLAG,
            new Authority(PROVINCE, "Chính phủ"),
            Track.ANNUAL,
            2019,
            null));
    LOG.happened(
        "2020-05-01",
        new AwardEvent.AwardRecorded(
            URGENT,
            new About(null, null, new Recipient(HEALTH, null, "Phòng Nghiệp vụ Y", null, null)),
            Title.CERTIFICATE_OF_MERIT,
            AUTHORITY,
            Track.URGENT,
            2020,
            new Words("77")));
    running.caughtUp();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static BigDecimal points(String text) {
    return new BigDecimal(text);
  }

  private static ScoreSheetId sheet(UnitId unit) {
    return ScoreSheetId.of(CYCLE, unit);
  }

  private static void sheet(String on, ScoreSheetEvent event) {
    LOG.happened(on, Audience.bloc(BLOC), event);
  }

  private static void freeze() {
    for (UnitId unit : List.of(HEALTH, SCIENCE)) {
      sheet(
          "2019-12-25",
          new ScoreSheetEvent.SheetFrozen(sheet(unit), CYCLE, unit, Contest.WHOLE_BLOC));
    }
  }

  private static BlocScored ranking(
      @Nullable Words reason, String health, String science, List<Excluded> excluded) {
    boolean healthFirst = points(health).compareTo(points(science)) > 0;
    return new BlocScored(
        CYCLE,
        Contest.WHOLE_BLOC,
        "3387/QĐ-KTĐ4",
        List.of(
            new Settled(
                HEALTH,
                points(health),
                healthFirst ? 1 : 2,
                reason == null ? Layer.SELF : Layer.VERIFIED),
            new Settled(SCIENCE, points(science), healthFirst ? 2 : 1, Layer.SELF)),
        excluded,
        List.of(),
        List.of(),
        null,
        reason,
        List.of(sheet(HEALTH).stream() + "@1"));
  }

  private static JsonNode read(String path, @Nullable String token) {
    HttpResponse<String> response =
        token == null ? running.get(path) : running.get(path, "Authorization", "Bearer " + token);
    assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
    return Wire.mapper().readTree(response.body()).at("/answer");
  }

  private static JsonNode asMember(String path) {
    return read(path, TOKENS.of(TOURISM));
  }

  @Test
  void the_standing_has_ranks_points_by_layer_basis_and_what_became_of_awards() {
    JsonNode standing = asMember("/api/cycles/kien-giang.khoi-4.2019/standing");

    assertThat(standing.at("/contests").size()).isEqualTo(1);
    JsonNode ranking = standing.at("/contests/0");
    assertThat(ranking.at("/places/0/unit").asString()).isEqualTo(HEALTH.slug());
    assertThat(ranking.at("/places/0/rank").asInt()).isEqualTo(1);
    assertThat(ranking.at("/places/0/points").asString()).isEqualTo("710.5");
    assertThat(ranking.at("/places/0/layer").asString()).isEqualTo("verified");
    assertThat(ranking.at("/scoring/regulation").asString()).isEqualTo("3387/QĐ-KTĐ4");
    assertThat(ranking.at("/scoring/excluded/0/clause").asString()).isEqualTo("Điều 11");
    assertThat(ranking.at("/scoring/reason/words").asString()).isEqualTo("55");
    assertThat(ranking.at("/scoring/basis/0").asString()).isEqualTo(sheet(HEALTH).stream() + "@1");
    JsonNode scores = standing.at("/scores").values().stream().filter(of(HEALTH)).findFirst().get();
    assertThat(scores.at("/layers").values())
        .extracting(layer -> layer.at("/layer").asString() + " " + layer.at("/total").asString())
        .containsExactly("self 640.10", "cross-check 630", "verified 710.5");
    assertThat(scores.at("/layers/0/lines/0/criterion").asString()).isEqualTo("Nội dung 1");
    assertThat(scores.at("/frozen").asBoolean()).isTrue();
    JsonNode award = standing.at("/awards/0");
    assertThat(award.at("/award").asString()).isEqualTo(FLAG.slug());
    assertThat(award.at("/status").asString()).isEqualTo("presented");
    assertThat(award.at("/rank").asInt()).isEqualTo(1);
    assertThat(award.at("/reason/words").asString()).isEqualTo("66");
    assertThat(award.at("/yearOfMerit").asInt()).isEqualTo(2019);
  }

  @Test
  void a_sheet_shows_its_layers_side_by_side_and_what_was_said_of_it() {
    JsonNode sheet = asMember("/api/score-sheets/" + sheet(HEALTH).slug());

    assertThat(sheet.at("/unit").asString()).isEqualTo(HEALTH.slug());
    assertThat(sheet.at("/layers").size()).isEqualTo(3);
    assertThat(sheet.at("/layers/0/late").asBoolean()).isTrue();
    assertThat(sheet.at("/layers/1/by").asString()).isEqualTo(SCIENCE.slug());
    assertThat(sheet.at("/appeals/0/upheld").asBoolean()).isTrue();
    assertThat(sheet.at("/appeals/0/reason/words").asString()).isEqualTo("33");
    assertThat(sheet.at("/reopened/0/text/words").asString()).isEqualTo("44");
    assertThat(sheet.at("/frozen").asBoolean()).isTrue();
  }

  @Test
  void members_see_each_others_scores_and_the_public_sees_what_was_decided() {
    String sheets = "/api/cycles/kien-giang.khoi-4.2019/sheets";
    assertThat(asMember(sheets).at("/sheets").size()).isEqualTo(2);
    assertThat(read(sheets, TOKENS.of(null, "board")).at("/sheets").size()).isEqualTo(2);
    assertThat(read(sheets, null).at("/sheets").isEmpty()).isTrue();
    assertThat(running.get("/api/score-sheets/" + sheet(HEALTH).slug()).statusCode())
        .isEqualTo(404);
    JsonNode standing = read("/api/cycles/kien-giang.khoi-4.2019/standing", null);
    assertThat(standing.at("/scores").isEmpty()).isTrue();
    assertThat(standing.at("/contests/0/places/0/rank").asInt()).isEqualTo(1);
  }

  @Test
  void a_rank_explains_itself_down_to_the_events_of_the_sheet() {
    JsonNode why = asMember("/api/cycles/kien-giang.khoi-4.2019/standing/" + HEALTH.slug());

    assertThat(why.at("/says").asString())
        .isEqualTo(
            "Sở kien-giang.so-y-te được xếp thứ 1 với 710,5 điểm (thẩm định), theo quy chế số"
                + " 3387/QĐ-KTĐ4.");
    assertThat(why.at("/points").asString()).isEqualTo("recorded");
    assertThat(why.at("/grounds").values())
        .extracting(ground -> ground.at("/type").asString())
        .contains(
            "cycle.BlocScored",
            "scoring.SelfScoreEntered",
            "scoring.CrossChecked",
            "scoring.Verified",
            "award.Granted");
    assertThat(why.at("/grounds").values())
        .allSatisfy(ground -> assertThat(ground.at("/eventId").asString()).isNotBlank());
    JsonNode excluded = asMember("/api/cycles/kien-giang.khoi-4.2019/standing/" + TOURISM.slug());
    assertThat(excluded.at("/grounds/0/says").asString())
        .isEqualTo("Sở kien-giang.so-du-lich không được xét theo Điều 11.");
  }

  @Test
  void an_award_tells_its_way_step_by_step() {
    JsonNode award = read("/api/awards/" + FLAG.slug(), null);

    assertThat(award.at("/status").asString()).isEqualTo("presented");
    assertThat(award.at("/rank").asInt()).isEqualTo(1);
    assertThat(award.at("/became").values())
        .extracting(each -> each.at("/status").asString())
        .containsExactly("forwarded", "approved", "granted", "presented", "presented");
    assertThat(award.at("/became/0/number").asString()).isEqualTo("12/TTr-KTĐ4");
    assertThat(award.at("/became/2/decidedOn").asString()).isEqualTo("2020-02-28");
    assertThat(award.at("/became/4/higher").asString()).isEqualTo(HIGHER.slug());
    assertThat(read("/api/awards/" + HIGHER.slug(), null).at("/became").isEmpty()).isTrue();
  }

  @Test
  void awards_are_found_by_how_far_they_have_come() {
    assertThat(found("/api/awards?status=presented&year=2019")).containsExactly(FLAG.slug());
    assertThat(found("/api/awards?status=proposed")).containsExactly(HIGHER.slug(), URGENT.slug());
    assertThat(found("/api/awards?status=revoked")).isEmpty();
    JsonNode urgent = read("/api/awards/" + URGENT.slug(), null).at("/proposal");
    assertThat(urgent.at("/otherwise/collective").asString()).isEqualTo("Phòng Nghiệp vụ Y");
    assertThat(urgent.has("recipient")).isFalse();
  }

  @Test
  void a_unit_has_its_last_rank_with_points_and_its_awards_by_year() {
    JsonNode unit = read("/api/units/" + HEALTH.slug(), null);

    assertThat(unit.at("/ranks").size()).isEqualTo(1);
    assertThat(unit.at("/ranks/0/rank").asInt()).isEqualTo(1);
    assertThat(unit.at("/ranks/0/points").asString()).isEqualTo("710.5");
    assertThat(unit.at("/awards").values())
        .extracting(
            award ->
                award.at("/award").asString()
                    + " "
                    + award.at("/year").asInt()
                    + " "
                    + award.at("/status").asString())
        .containsExactly(FLAG.slug() + " 2019 presented", HIGHER.slug() + " 2019 proposed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/cycles/kien-giang.khoi-4.2019/standing",
        "/api/cycles/kien-giang.khoi-4.2019/sheets",
        "/api/score-sheets/kien-giang.khoi-4.2019.kien-giang.so-y-te",
        "/api/awards/kien-giang.khoi-4.2019.flag",
        "/api/units/kien-giang.so-y-te"
      })
  void what_is_reconstructed_at_the_head_is_what_is_live(String path) {
    long head =
        running.owner().sql("SELECT position FROM read_model.folded").query(Long.class).single();
    String board = TOKENS.of(null, "board");
    assertThat(read(path + "?asOf=" + head, board)).isEqualTo(read(path, board));
    assertThat(read(path + "?asOf=" + head, TOKENS.of(HEALTH)))
        .isEqualTo(read(path, TOKENS.of(HEALTH)));
  }

  private static List<String> found(String path) {
    return read(path, null).at("/awards").values().stream()
        .map(award -> award.at("/award").asString())
        .toList();
  }

  private static Predicate<JsonNode> of(UnitId unit) {
    return node -> node.at("/unit").asString().equals(unit.slug());
  }
}
