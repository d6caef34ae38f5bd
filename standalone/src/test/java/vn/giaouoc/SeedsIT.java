package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.shared.TestDatabase;

/**
 * The five recorded proceedings, asked for over HTTP: what each of them tells, at which moment it
 * is so, and that the order in which they are recorded changes nothing.
 */
class SeedsIT {

  static final List<String> IN_ORDER = List.of("002", "001", "000", "003", "004");
  private static final String KHOI_4 = "/api/blocs/kien-giang.khoi-4";
  private static final String YEAR_2018 = "/api/cycles/kien-giang.khoi-4.2018";
  private static final String YEAR_2019 = "/api/cycles/kien-giang.khoi-4.2019";
  private static final String BAC_KAN = "bac-kan.khoi-van-hoa-xa-hoi";
  private static final String MID_YEAR = "kien-giang.khoi-4.2019.mid-year";
  private static final String LABOUR = "kien-giang.so-lao-dong-thuong-binh-va-xa-hoi";
  private static final String TOURISM = "kien-giang.so-du-lich";
  private static final String SCIENCE = "kien-giang.so-khoa-hoc-va-cong-nghe";
  private static final String EDUCATION = "kien-giang.so-giao-duc-va-dao-tao";
  private static final String CULTURE = "kien-giang.so-van-hoa-va-the-thao";

  private static TestDatabase database;
  private static Installation installation;
  private static Api api;

  @BeforeAll
  static void record() {
    database = TestDatabase.create();
    installation = Installation.start(Api.on(database), 0);
    api = new Api(installation.url());
    IN_ORDER.forEach(api::record);
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  /** Facts of papers were decided by nobody; each bears the digest that its recording gave it. */
  @Test
  void the_recorded_years_replay_without_a_finding_until_a_fact_is_altered() {
    List<String> cycles =
        List.of(
            "kien-giang.khoi-4.2018",
            "kien-giang.khoi-4.2019",
            BAC_KAN + ".2019",
            "an-giang.khoi-3.2020");
    for (String cycle : cycles) {
      Replayed replayed = Replayed.of(api.url(), null, cycle);
      assertThat(replayed.findings()).isEmpty();
      assertThat(replayed.checked("recordedLater")).isPositive();
      assertThat(replayed.checked("reckoned")).isPositive();
    }
    assertThat(Replayed.ofBloc(api.url(), null, "kien-giang.khoi-4").findings())
        .as("nor are there other facts than the files told")
        .isEmpty();
    JdbcClient owner = JdbcClient.create(database.owner());
    long position =
        owner
            .sql(
                "SELECT position FROM read_model.journal WHERE type = 'cycle.RankingDecided' AND"
                    + " stream = 'cycle:kien-giang.khoi-4.2019' ORDER BY position LIMIT 1")
            .query(Long.class)
            .single();
    String exchange =
        "UPDATE read_model.journal SET payload = replace(payload, ?, ?) WHERE position = ?";
    assertThat(owner.sql(exchange).params("\"rank\":2", "\"rank\":20", position).update())
        .isEqualTo(1);
    try {
      assertThat(Replayed.of(api.url(), null, "kien-giang.khoi-4.2019").findings())
          .anyMatch(each -> each.startsWith("not-from-its-basis cycle:kien-giang.khoi-4.2019@"));
    } finally {
      owner.sql(exchange).params("\"rank\":20", "\"rank\":2", position).update();
    }
  }

  @Test
  void the_conferences_took_place_when_they_did() {
    assertThat(on("kien-giang.khoi-4.2018.pledge")).isEqualTo("2018-03-20T08:00");
    assertThat(on(MID_YEAR)).isEqualTo("2019-08-02T14:00");
    assertThat(on("kien-giang.khoi-4.2019.year-end")).isEqualTo("2020-02-05T08:00");
    assertThat(on(BAC_KAN + ".2019.year-end")).isEqualTo("2020-01-08 afternoon");
    assertThat(on("an-giang.khoi-3.2020.year-end")).isEqualTo("2021-01-29");
  }

  @Test
  void the_corrected_date_is_kept_as_it_was_printed_with_the_reason() {
    JsonNode body = api.get("/api/conferences/kien-giang.khoi-4.2019.year-end");
    assertThat(body.at("/answer/occurredOn/asWritten").asString()).contains("02/05/2020");
    assertThat(
            body.at("/texts")
                .path(body.at("/answer/occurredOn/because/words").asString())
                .asString())
        .isNotBlank();
    assertThat(about(body)).contains("date-corrected", "date-after-publication");
    assertThat(about(api.get("/api/conferences/" + BAC_KAN + ".2019.year-end")))
        .contains("date-inferred");
  }

  @Test
  void khoi_4_has_seven_members_in_2018_one_of_them_inferred_with_a_doubt() {
    JsonNode body = api.get(KHOI_4 + "?on=2018-04-01");
    assertThat(texts(body.at("/answer/roll"), "unit")).hasSize(7).contains(CULTURE);
    assertThat(
            stream(body.at("/answer/roll"))
                .filter(member -> member.at("/unit").asString().equals(CULTURE))
                .map(member -> member.at("/how").asString()))
        .containsExactly("inferred");
    assertThat(about(body)).contains("count-differs-from-list", "member-inferred", "name-mismatch");
  }

  @Test
  void the_standing_of_2018_is_not_recorded_which_is_not_empty() {
    assertThat(api.get(YEAR_2018 + "/standing").at("/answer/state").asString())
        .isEqualTo("not-recorded");
    assertThat(api.get(YEAR_2019 + "/standing").at("/answer/state").asString())
        .isEqualTo("recorded");
  }

  @Test
  void the_pledge_of_2018_has_six_contents_and_seven_signatories() {
    JsonNode cycle = api.get(YEAR_2018);
    assertThat(stream(cycle.at("/answer/pledgeContents/0/contents"))).hasSize(6);
    assertThat(stream(cycle.at("/answer/pledges"))).hasSize(7);
  }

  @Test
  void seeds_000_and_003_open_the_cycle_2020_of_their_bloc_and_004_opens_none() {
    for (String cycle : List.of("kien-giang.khoi-4.2020", BAC_KAN + ".2020")) {
      JsonNode body = api.get("/api/cycles/" + cycle);
      assertThat(stream(body.at("/answer/pledges"))).hasSize(cycle.startsWith("kien") ? 7 : 11);
      assertThat(
              stream(body.at("/answer/pledgeContents"))
                  .flatMap(contents -> stream(contents.at("/contents"))))
          .isEmpty();
    }
    assertThat(api.status("/api/cycles/an-giang.khoi-3.2021")).isEqualTo(404);
  }

  @Test
  void in_2019_science_leads_and_education_follows_both_proposed_by_consensus_after_deliberation() {
    JsonNode standing = api.get(YEAR_2019 + "/standing").at("/answer");
    assertThat(texts(standing.at("/contests/0/places"), "unit"))
        .containsExactly(SCIENCE, EDUCATION);
    String decidedBy = standing.at("/contests/0/decidedBy").asString();
    JsonNode decision =
        stream(standing.at("/decisions"))
            .filter(each -> each.at("/poll").asString().equals(decidedBy))
            .findFirst()
            .orElseThrow();
    assertThat(stream(decision.at("/methods")).map(JsonNode::asString))
        .containsExactly("deliberation", "consensus");
    Map<String, String> awards =
        awards("/api/awards?authority=kien-giang&year=2019&status=proposed");
    assertThat(awards)
        .containsEntry(SCIENCE, "flag annual")
        .containsEntry(EDUCATION, "certificate-of-merit annual")
        .hasSize(2);
    assertThat(awards("/api/awards?province=kien-giang&year=2019")).isEqualTo(awards);
  }

  @Test
  void bac_kan_decided_by_a_ballot_of_which_secrecy_electors_and_counts_are_not_stated() {
    JsonNode standing = api.get("/api/cycles/" + BAC_KAN + ".2019/standing").at("/answer");
    assertThat(texts(standing.at("/contests/0/places"), "unit"))
        .containsExactly("bac-kan.so-thong-tin-va-truyen-thong");
    JsonNode ballot =
        stream(standing.at("/decisions"))
            .filter(each -> each.at("/methods").toString().contains("ballot"))
            .findFirst()
            .orElseThrow();
    assertThat(ballot.has("secrecy")).isFalse();
    assertThat(ballot.has("electorate")).isFalse();
    assertThat(ballot.at("/counts/issued").isMissingNode()).isTrue();
    assertThat(ballot.at("/electorateAsWritten").asString()).contains("đại biểu");
    assertThat(awards("/api/awards?authority=bac-kan&year=2019")).hasSize(4);
    assertThat(
            stream(standing.at("/awards"))
                .filter(award -> award.at("/title").asString().startsWith("certificate"))
                .noneMatch(award -> award.has("decidedBy")))
        .isTrue();
  }

  @Test
  void bac_kan_commended_exemplary_cases_and_counted_thematic_movements_ambiguously() {
    JsonNode body = api.get("/api/cycles/" + BAC_KAN + ".2019");
    JsonNode cases = body.at("/answer/exemplaryCases/0");
    assertThat(cases.at("/collectives").asInt()).isEqualTo(8);
    assertThat(cases.at("/individuals").asInt()).isEqualTo(27);
    assertThat(cases.at("/ofWhich/0/collectives").asInt()).isEqualTo(5);
    assertThat(cases.at("/ofWhich/0/individuals").asInt()).isEqualTo(14);
    JsonNode movements = body.at("/answer/thematicMovements/0");
    assertThat(movements.at("/count").asInt()).isEqualTo(3);
    assertThat(stream(movements.at("/units"))).hasSize(2);
    assertThat(movements.has("perUnit")).isFalse();
    assertThat(about(body)).contains("ambiguous");
  }

  @Test
  void bac_kan_was_handed_over_to_a_leader_of_whom_it_is_not_stated_how_it_was_chosen() {
    JsonNode leadership =
        api.get("/api/blocs/" + BAC_KAN + "/leadership?effective=2020-02-01").at("/answer");
    assertThat(leadership.at("/inOffice/leader").asString())
        .isEqualTo("bac-kan.truong-cao-dang-nghe-dan-toc-noi-tru");
    assertThat(leadership.at("/handovers/0/from").asString()).isEqualTo("bac-kan.bao-hiem-xa-hoi");
    assertThat(leadership.at("/designations/0").has("mode")).isFalse();
  }

  @Test
  void an_giang_proposed_a_flag_without_a_rank_and_a_thematic_certificate_on_a_track_of_its_own() {
    Map<String, String> awards = awards("/api/awards?authority=an-giang&year=2020");
    assertThat(awards)
        .hasSize(5)
        .containsEntry("an-giang.truong-cao-dang-y-te", "flag annual")
        .containsEntry("an-giang.so-y-te", "certificate-of-merit thematic");
    assertThat(stream(api.get("/api/cycles/an-giang.khoi-3.2020/standing").at("/answer/contests")))
        .isEmpty();
  }

  @Test
  void
      an_giang_designated_a_leader_and_two_ranked_deputies_for_2021_and_who_led_in_2020_is_unknown() {
    JsonNode leadership = api.get("/api/blocs/an-giang.khoi-3/leadership").at("/answer");
    assertThat(leadership.has("inOffice")).isFalse();
    JsonNode designation = leadership.at("/designations/0");
    assertThat(designation.at("/term/from").asString()).isEqualTo("2021-01-01");
    assertThat(designation.at("/leader").asString()).isEqualTo("an-giang.so-y-te");
    assertThat(texts(designation.at("/deputies"), "rank")).containsExactly("1", "2");
  }

  @Test
  void the_mid_year_report_gives_fifteen_figures_of_which_seven_can_be_recomputed() {
    JsonNode rows = api.get(YEAR_2019 + "/progress").at("/answer/rows");
    assertThat(stream(rows)).hasSize(15);
    assertThat(stream(rows).filter(row -> row.at("/figure").has("recomputedPercent"))).hasSize(7);
    assertThat(stream(rows).map(row -> row.at("/figure/agreement").asString()))
        .doesNotContain("differs");
    assertThat(stream(rows).filter(row -> row.at("/figure/direction").asString().equals("mixed")))
        .hasSize(1);
    assertThat(stream(rows).filter(row -> row.at("/figure/direction").asString().equals("count")))
        .hasSize(3);
    JsonNode resolutions =
        stream(rows)
            .map(row -> row.at("/figure/items"))
            .filter(items -> items.size() > 0)
            .findFirst()
            .orElseThrow();
    assertThat(stream(resolutions))
        .hasSize(5)
        .allMatch(item -> item.at("/body").asString().contains("Hội đồng nhân dân"));
    JsonNode report = api.get(YEAR_2019).at("/answer/reports/0");
    assertThat(report.at("/draft").asBoolean()).isTrue();
    assertThat(report.at("/presentedBy").asString()).isEqualTo(TOURISM);
    assertThat(report.at("/capacity").asString()).isEqualTo("deputy");
  }

  @Test
  void the_mid_year_conference_asked_and_assigned_what_it_did() {
    JsonNode entries = api.get("/api/conferences/" + MID_YEAR).at("/answer/entries");
    assertThat(
            stream(entries)
                .filter(entry -> entry.at("/with").toString().contains("kien-giang.so-tu-phap")))
        .hasSize(1)
        .allMatch(entry -> entry.at("/to/0").asString().equals(SCIENCE));
    assertThat(
            stream(entries).filter(entry -> entry.at("/entryKind").asString().equals("assignment")))
        .anyMatch(entry -> entry.at("/to/0").asString().equals(TOURISM) && entry.has("due"));
    assertThat(stream(entries).map(entry -> entry.at("/entryKind").asString()))
        .contains("limitation");
  }

  @Test
  void on_2_august_2019_labour_led_with_tourism_as_deputy_and_nothing_was_proposed() {
    JsonNode leadership = api.get(KHOI_4 + "/leadership?effective=2019-08-02").at("/answer");
    assertThat(leadership.at("/inOffice/leader").asString()).isEqualTo(LABOUR);
    assertThat(texts(leadership.at("/inOffice/deputies"), "unit")).containsExactly(TOURISM);
    assertThat(leadership.at("/designations")).isEmpty();
    assertThat(
            api.get("/api/awards?effective=2019-08-02&authority=kien-giang")
                .at("/answer")
                .toString())
        .doesNotContain("flag");
    assertThat(api.get(YEAR_2019 + "/standing?effective=2019-08-02").at("/answer/state").asString())
        .isEqualTo("not-recorded");
  }

  @Test
  void on_1_march_2020_tourism_leads() {
    JsonNode leadership = api.get(KHOI_4 + "/leadership?effective=2020-03-01").at("/answer");
    assertThat(leadership.at("/inOffice/leader").asString()).isEqualTo(TOURISM);
    assertThat(leadership.at("/designations/0/mode").asString()).isEqualTo("agreed");
  }

  @Test
  void in_2018_culture_leads() {
    assertThat(
            api.get(KHOI_4 + "/leadership?effective=2018-06-01")
                .at("/answer/inOffice/leader")
                .asString())
        .isEqualTo(CULTURE);
  }

  @Test
  void before_a_batch_nothing_of_it_is_known() {
    for (String path :
        List.of(KHOI_4, YEAR_2019, "/api/units/" + SCIENCE, "/api/conferences/" + MID_YEAR)) {
      assertThat(api.status(path + "?asOf=0")).as(path).isEqualTo(404);
      assertThat(api.status(path + "?asOf=2020-01-01T00:00:00Z")).as(path).isEqualTo(404);
    }
  }

  @Test
  void no_fact_is_recorded_that_no_seed_tells() {
    String timeline =
        api.get(YEAR_2019 + "/timeline?limit=1000").toString()
            + api.get(YEAR_2018 + "/timeline?limit=1000");
    assertThat(timeline)
        .doesNotContain("2019-03-11", "2019-07-08", "QĐ 809", "QĐ 489", "2019-01-21");
  }

  @Test
  void any_other_order_of_recording_gives_the_same_answers() {
    Map<String, JsonNode> expected = answers(api);
    Random random = new Random(20261122);
    for (int i = 0; i < 2; i++) {
      List<String> shuffled = new ArrayList<>(IN_ORDER);
      if (i == 0) {
        Collections.reverse(shuffled);
      } else {
        Collections.shuffle(shuffled, random);
      }
      try (Api other = new Api()) {
        shuffled.forEach(other::record);
        same(answers(other), expected, "in the order " + shuffled);
      }
    }
  }

  @Test
  void withdrawing_001_leaves_000_standing_and_recording_it_again_restores_the_answers() {
    try (Api other = new Api()) {
      IN_ORDER.forEach(other::record);
      Map<String, JsonNode> before = answers(other);

      other.withdraw(MID_YEAR);
      assertThat(other.status("/api/conferences/" + MID_YEAR)).isEqualTo(404);
      assertThat(stream(other.get(YEAR_2019 + "/progress").at("/answer/rows"))).isEmpty();
      JsonNode leadership = other.get(KHOI_4 + "/leadership?effective=2019-08-02").at("/answer");
      assertThat(leadership.at("/inOffice/leader").asString()).isEqualTo(LABOUR);
      assertThat(leadership.at("/inOffice/deputies")).isEmpty();
      assertThat(texts(other.get(YEAR_2019 + "/standing").at("/answer/contests/0/places"), "unit"))
          .containsExactly(SCIENCE, EDUCATION);

      other.record("001");
      same(answers(other), before, "after recording it again");
    }
  }

  /**
   * Every read of every thing, now and at moments before, without what tells when it was recorded.
   */
  static Map<String, JsonNode> answers(Api api) {
    List<String> paths =
        new ArrayList<>(List.of("/api/blocs", "/api/units", "/api/awards", "/api/conferences"));
    for (String bloc : List.of("kien-giang.khoi-4", BAC_KAN, "an-giang.khoi-3")) {
      paths.add("/api/blocs/" + bloc);
      paths.add("/api/blocs/" + bloc + "/leadership");
    }
    for (String cycle :
        List.of(
            "kien-giang.khoi-4.2018",
            "kien-giang.khoi-4.2019",
            "kien-giang.khoi-4.2020",
            BAC_KAN + ".2019",
            BAC_KAN + ".2020",
            "an-giang.khoi-3.2020")) {
      paths.add("/api/cycles/" + cycle);
      paths.add("/api/cycles/" + cycle + "/standing");
      paths.add("/api/cycles/" + cycle + "/progress");
    }
    for (String unit : List.of(LABOUR, TOURISM, SCIENCE, EDUCATION, CULTURE, "an-giang.so-y-te")) {
      paths.add("/api/units/" + unit);
    }
    paths.add("/api/conferences/" + MID_YEAR);
    paths.add("/api/conferences/kien-giang.khoi-4.2019.year-end");
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    for (String path : paths) {
      for (String moment :
          List.of("", "?effective=2018-12-31", "?effective=2019-08-02", "?effective=2020-01-20")) {
        answers.put(path + moment, api.facts(path + moment));
      }
    }
    return answers;
  }

  static void same(Map<String, JsonNode> answers, Map<String, JsonNode> expected, String when) {
    expected.forEach(
        (path, answer) ->
            assertThat(answers.get(path).toPrettyString())
                .as(path + " " + when)
                .isEqualTo(answer.toPrettyString()));
  }

  private static String on(String conference) {
    return api.get("/api/conferences/" + conference).at("/answer/occurredOn/on").asString();
  }

  private static Map<String, String> awards(String path) {
    Map<String, String> awards = new LinkedHashMap<>();
    stream(api.get(path).at("/answer/awards"))
        .forEach(
            award ->
                awards.put(
                    award.at("/proposal/recipient").asString(),
                    award.at("/proposal/title").asString()
                        + " "
                        + award.at("/proposal/track").asString()));
    return awards;
  }

  private static List<String> about(JsonNode body) {
    return body.at("/answer").findValuesAsString("about");
  }

  private static List<String> texts(JsonNode list, String property) {
    return stream(list).map(each -> each.at("/" + property).asString()).toList();
  }

  private static Stream<JsonNode> stream(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }
}
