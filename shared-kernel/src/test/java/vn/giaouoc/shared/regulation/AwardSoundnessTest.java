package vn.giaouoc.shared.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.regulation.Finding.Kind;

/** What is unsound in contests, awards and exclusions is found, with its place. */
class AwardSoundnessTest {

  private static final String SCALE =
      """
      {"clause":"Điều 6","classes":{"by":"points","clause":"Điều 7",
        "classes":[{"name":"Tốt","from":"80"}]},
       "contents":[{"id":"I","name":"Một","clause":"Mục I","standard":"100",
        "criteria":[{"id":"I.1","name":"Một","clause":"Mục I.1","standard":"100",
         "method":{"type":"pass-fail"}}]}]}""";

  private static Regulation read(String parts) {
    ObjectNode document =
        (ObjectNode)
            Wire.mapper()
                .readTree(
                    """
                    {"number":"1/QĐ","title":"Quy chế","validFrom":"2026-01-01","steps":[],
                     "scoring":{"maximum":"100","equalRanks":true,"clause":"Điều 5"},
                     "scale":%s,"contests":[],"awards":[],"exclusions":[]}"""
                        .formatted(SCALE));
    document.setAll((ObjectNode) Wire.mapper().readTree("{" + parts + "}"));
    return Wire.mapper().treeToValue(document, Regulation.class);
  }

  private static List<String> found(String parts) {
    return Soundness.of(read(parts)).stream()
        .filter(each -> each.place().matches("/(contests|awards|exclusions).*"))
        .map(each -> each.kind().code() + " " + each.place())
        .toList();
  }

  private static void award(String parts, String... findings) {
    assertThat(
            found(
                "\"awards\":[{\"title\":\"flag\",\"track\":\"annual\",\"clause\":\"Điều 12\","
                    + parts
                    + "}]"))
        .containsExactly(findings);
  }

  private static void count(String rule, String... findings) {
    award("\"count\":" + rule, findings);
  }

  private static void condition(String rule, String... findings) {
    award("\"count\":{\"type\":\"fixed\",\"number\":1},\"conditions\":[" + rule + "]", findings);
  }

  @Test
  void contests_are_told_apart_and_name_what_there_is() {
    String contest = "{\"id\":\"nhom-1\",\"name\":\"Nhóm 1\",\"clause\":\"Điều 9\"%s}";
    assertThat(found("\"contests\":[" + contest.formatted(",\"group\":\"1\"") + "]")).isEmpty();
    assertThat(found("\"contests\":[" + contest.formatted(",\"content\":\"I\"") + "]")).isEmpty();
    assertThat(
            found(
                "\"contests\":[%s,%s]"
                    .formatted(
                        contest.formatted(",\"content\":\"IX\""),
                        contest.formatted(",\"places\":0"))))
        .containsExactly(
            "contradictory /contests/0/content",
            "twice /contests/1/id",
            "impossible /contests/1/places");
    assertThat(
            found(
                "\"contests\":[{\"id\":\"bloc\",\"name\":\"\",\"clause\":\"Điều 9\",\"group\":\"1\"}]"))
        .containsExactly("incomplete /contests/0/name", "contradictory /contests/0/id");
  }

  @Test
  void an_award_is_stated_once_and_in_contests_that_there_are() {
    count("{\"type\":\"fixed\",\"number\":1}");
    award("\"count\":null", "unknown /awards/0/count");
    award(
        "\"contests\":[\"nhom-9\"],\"count\":{\"type\":\"fixed\",\"number\":1}",
        "contradictory /awards/0/contests/0");
    String flag =
        "{\"title\":\"flag\",\"track\":\"annual\",\"clause\":\"Điều 12\",\"authority\":%s,"
            + "\"count\":{\"type\":\"fixed\",\"number\":1}}";
    assertThat(
            found("\"awards\":[%s,%s]".formatted(flag.formatted("null"), flag.formatted("null"))))
        .containsExactly("twice /awards/1/title");
    assertThat(
            found(
                "\"awards\":[%s,%s]"
                    .formatted(flag.formatted("\"Tỉnh\""), flag.formatted("\"Chính phủ\""))))
        .isEmpty();
  }

  @Test
  void every_count_rule_says_a_number_that_can_be() {
    count("{\"type\":\"fixed\",\"number\":-1}", "impossible /awards/0/count/number");
    count("{\"type\":\"ratio\",\"percent\":\"20\",\"of\":\"members\",\"parts\":\"down\"}");
    count(
        "{\"type\":\"ratio\",\"percent\":\"120\"}",
        "impossible /awards/0/count/percent",
        "incomplete /awards/0/count/of",
        "incomplete /awards/0/count/parts");
    count("{\"type\":\"ranks\",\"from\":2,\"to\":3}");
    count(
        "{\"type\":\"ranks\",\"from\":0,\"to\":-1}",
        "impossible /awards/0/count/from",
        "impossible /awards/0/count/to");
    count("{\"type\":\"the-rest\"}");
    count("{\"type\":\"across\",\"id\":\"chung\",\"blocs\":[\"x.1\",\"x.2\"],\"number\":2}");
    count(
        "{\"type\":\"across\",\"id\":\"CHUNG\",\"blocs\":[\"x.1\"],\"number\":2,"
            + "\"percent\":\"20\"}",
        "impossible /awards/0/count/id",
        "impossible /awards/0/count/blocs",
        "contradictory /awards/0/count",
        "incomplete /awards/0/count/parts");
  }

  @Test
  void every_condition_says_what_can_be_told() {
    condition("{\"type\":\"pledge-signed\",\"inTime\":true,\"clause\":\"Điều 3\"}");
    condition(
        "{\"type\":\"pledge-signed\",\"inTime\":true}", "incomplete /awards/0/conditions/0/clause");
    condition(
        "{\"type\":\"step-in-time\",\"step\":\"handover\",\"clause\":\"Điều 3\"}",
        "contradictory /awards/0/conditions/0/step");
    condition(
        "{\"type\":\"least-points\",\"by\":\"points\",\"from\":\"101\",\"clause\":\"Điều 3\"}",
        "contradictory /awards/0/conditions/0/from");
    condition("{\"type\":\"least-in\",\"of\":\"I.1\",\"percent\":\"90\",\"clause\":\"Điều 3\"}");
    condition(
        "{\"type\":\"least-in\",\"of\":\"II\",\"percent\":\"0\",\"clause\":\"Điều 3\"}",
        "contradictory /awards/0/conditions/0/of",
        "impossible /awards/0/conditions/0/percent");
    condition("{\"type\":\"class\",\"name\":\"Tốt\",\"clause\":\"Điều 3\"}");
    condition(
        "{\"type\":\"class\",\"name\":\"Kém\",\"clause\":\"Điều 3\"}",
        "contradictory /awards/0/conditions/0/name");
    condition(
        "{\"type\":\"prior-title\",\"title\":\"flag\",\"years\":0,\"clause\":\"Điều 3\"}",
        "impossible /awards/0/conditions/0/years");
    condition(
        "{\"type\":\"not-again\",\"years\":1,\"clause\":\"Điều 3\"}",
        "incomplete /awards/0/conditions/0/title");
    String people =
        "{\"type\":\"found-by-people\",\"id\":\"moi\",\"name\":\"Có mô hình mới\","
            + "\"clause\":\"Điều 3\"}";
    condition(people + "," + people, "twice /awards/0/conditions/1/id");
  }

  @Test
  void every_ground_for_exclusion_has_its_own_name() {
    assertThat(
            found(
                "\"exclusions\":[{\"id\":\"a\",\"name\":\"Một\",\"clause\":\"Điều 14\"},"
                    + "{\"id\":\"a\",\"name\":\"Hai\"}]"))
        .containsExactly("incomplete /exclusions/1/clause", "twice /exclusions/1/id");
  }

  @Test
  void a_number_that_is_not_stated_is_unknown_and_does_not_refuse() {
    assertThat(Kind.UNKNOWN.refuses()).isFalse();
  }
}
