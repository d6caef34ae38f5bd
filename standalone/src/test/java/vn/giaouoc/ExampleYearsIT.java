package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The regulations that come as complete examples, each adopted as an officer writes it and lived to
 * the ranking, which is worked out by hand here. Every rank explains itself, and what is explained
 * is what was decided.
 */
class ExampleYearsIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalDate TODAY = LocalDate.now(vn.giaouoc.shared.time.When.ZONE);

  private static Api api;

  private final Map<String, Long> versions = new HashMap<>();
  private String last;
  private String province;
  private String cycle;

  @BeforeAll
  static void start() {
    api = new Api();
  }

  /** Each year, as it was lived, is what the rules and the arithmetic make of it. */
  @AfterEach
  void replay() {
    assertThat(Replayed.of(api.url(), null, cycle).findings()).isEmpty();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  /**
   * 1,000 = 950 + 50.
   *
   * <ul>
   *   <li>a: I.1 106 of 100 is the whole 300 and 6 × 1 % of 300 = 18 bonus points; I.2 96 % is in
   *       the highest band: 200; I.3 90 where 100 was the limit, mirrored: 110 %, so 100 and 10
   *       bonus; I.4 50. II 120 + 80 − 10 for one reprimand = 190. III 2 × 20 + 4 × 5 = 60, in time
   *       40, a flag 10. 940 + 38 = 978.
   *   <li>b: I 286.5 + 150 + 80 + 50 = 566.5. II 108 + 80 = 188. III 20 + 50, of which 40 count, at
   *       most 60; three days late, one forgiven: 32. 846.5.
   *   <li>c: I 300 + 200 + 100 + 0 = 600. II 200. III 60 + 40, a certificate 5. 900 + 5 = 905.
   * </ul>
   *
   * <p>a and c are group 1, b is group 2. In the track, content III alone counts, and there are two
   * places: a 110, c 105; b has 92 and none.
   *
   * <p>Awards of group 1: one flag, and a can get it: it signed the pledge, is in the highest
   * class, has 190 of 200 in II, 95 %, and the bloc finds that it has a new model. Certificates: 30
   * % of 2 members are 0.6, and parts do not count: none. Group 2: b is not in the highest class,
   * so it has no flag. The track gives one certificate, to a; it takes nothing from the annual
   * ones.
   */
  @Test
  void a_year_of_a_thousand_points() {
    adopt("vi-du-1000-diem", "mot-nghin");
    bloc(
        "a",
        "I.1",
        of("106", "100"),
        "I.2",
        of("96"),
        "I.3",
        of("90", "100"),
        "I.4",
        done(true),
        "II.1",
        of("100", "100"),
        "II.2",
        done(true),
        "II.3",
        counted("\"khien-trach\":\"1\",\"canh-cao\":\"0\""),
        "III.1",
        counted("\"cap-tinh\":\"2\",\"co-so\":\"4\""),
        "III.2",
        late(0),
        "III.3",
        counted("\"co-bo\":\"1\",\"bang-khen-bo\":\"0\""));
    bloc(
        "b",
        "I.1",
        of("95.5", "100"),
        "I.2",
        of("90"),
        "I.3",
        of("120", "100"),
        "I.4",
        done(true),
        "II.1",
        of("90", "100"),
        "II.2",
        done(true),
        "II.3",
        counted("\"khien-trach\":\"0\",\"canh-cao\":\"0\""),
        "III.1",
        counted("\"cap-tinh\":\"1\",\"co-so\":\"10\""),
        "III.2",
        late(3),
        "III.3",
        counted("\"co-bo\":\"0\",\"bang-khen-bo\":\"0\""));
    bloc(
        "c",
        "I.1",
        of("100", "100"),
        "I.2",
        of("96"),
        "I.3",
        of("100", "100"),
        "I.4",
        done(false),
        "II.1",
        of("100", "100"),
        "II.2",
        done(true),
        "II.3",
        counted("\"khien-trach\":\"0\",\"canh-cao\":\"0\""),
        "III.1",
        counted("\"cap-tinh\":\"3\",\"co-so\":\"0\""),
        "III.2",
        late(0),
        "III.3",
        counted("\"co-bo\":\"0\",\"bang-khen-bo\":\"1\""));

    rank("nhom-1", "points-missing", 409);
    check("a", "b", "c");
    rank("bloc", "contest-not-provided", 422);
    rank("nhom-1", null, 204);
    rank("nhom-2", null, 204);
    rank("thi-dua-khen-thuong", null, 204);

    assertThat(standing("nhom-1")).containsExactly("1 a 978 Xuất sắc", "2 c 905 Tốt");
    assertThat(standing("nhom-2")).containsExactly("1 b 846.5 Khá");
    assertThat(standing("thi-dua-khen-thuong")).containsExactly("1 a 110 110", "2 c 105 105");
    assertThat(contest("thi-dua-khen-thuong").at("/scoring/beyond").toString())
        .contains("mot-nghin.b", "\"92\"", "Điều 9 khoản 2");
    assertThat(why("b", "thi-dua-khen-thuong").at("/points").asString()).isEqualTo("92");
    JsonNode why = why("a", "nhom-1");
    assertThat(why.at("/points").asString()).isEqualTo("978");
    assertThat(why.at("/regulation/number").asString()).isEqualTo("01/QC-VIDU");
    JsonNode bonus = criterion(why, "I.1");
    assertThat(bonus.path("clause").asString()).isEqualTo("Phụ lục, mục I.1");
    assertThat(bonus.at("/figure/actual").asString()).isEqualTo("106");
    assertThat(bonus.path("steps").toString())
        .contains("thực hiện 106 ÷ chỉ tiêu 100 = 106 %")
        .contains("18");
    assertThat(criterion(why, "II.3").path("points").asString()).isEqualTo("-10");

    whatIf();
    awards();
    amend();
  }

  private void awards() {
    String flag = "\"title\":\"flag\",\"contest\":\"%s\"";
    propose(flag.formatted("nhom-1"), "nobody-drawn", 409);
    post("/api/cycles/" + cycle + "/pledges/" + id("a") + "/draft", "{}", 201);
    post(
        "/api/cycles/" + cycle + "/pledges/" + id("a") + "/signature",
        "{\"text\":\"Chúng tôi cam kết\"}",
        204);
    String found =
        ",\"findings\":[{\"unit\":\"%s\",\"condition\":\"mo-hinh-moi\",\"met\":true,"
                .formatted(id("a"))
            + "\"reason\":\"Mô hình một cửa lưu động\"}]";
    propose(flag.formatted("nhom-1") + found, null, 204);
    propose(flag.formatted("nhom-2"), "nobody-drawn", 409);
    String merit = "\"title\":\"certificate-of-merit\",";
    assertThat(propose(merit + "\"contest\":\"nhom-1\"", "nobody-drawn", 409)).isNotNull();
    propose(merit + "\"track\":\"thematic\",\"contest\":\"thi-dua-khen-thuong\"", null, 204);
    JsonNode drawings = read("/api/cycles/" + cycle + "/standing").at("/answer/drawings");
    assertThat(drawings.size()).isEqualTo(2);
    JsonNode first = drawings.get(0);
    assertThat(first.path("how").asString()).isEqualTo("drawn");
    assertThat(first.path("awards").toString()).contains("flag.annual.nhom-1.mot-nghin.a");
    assertThat(first.at("/count/0/says").asString()).isEqualTo("Được đề nghị nhiều nhất 1");
    assertThat(first.at("/findings/0/condition").asString()).isEqualTo("mo-hinh-moi");
    assertThat(drawings.get(1).path("clause").asString()).isEqualTo("Điều 12 khoản 5");
  }

  /** A second version, from tomorrow on: it changes one thing, and that is what is told of it. */
  private void amend() {
    String amended =
        yaml("vi-du-1000-diem")
            .replace("01/QC-VIDU", "01a/QC-VIDU")
            .replaceAll("(?m)^validFrom: .*$", "validFrom: " + TODAY.plusDays(1))
            .replace("perPercent: 1, cap: 30", "perPercent: 2, cap: 30");
    note(adopt(amended));
    JsonNode versions = read("/api/cycles/" + cycle + "/regulations").at("/answer/versions");
    assertThat(versions.get(0).path("changes")).isEmpty();
    List<String> changes = new ArrayList<>();
    for (JsonNode change : versions.get(1).path("changes")) {
      changes.add(
          change.path("place").asString()
              + ": "
              + change.path("before").asString()
              + " -> "
              + change.path("after").asString());
    }
    assertThat(changes)
        .containsExactly(
            "/number: 01/QC-VIDU -> 01a/QC-VIDU",
            "/scale/contents/I/criteria/I.1/over/perPercent: 1 -> 2",
            "/validFrom: " + TODAY + " -> " + TODAY.plusDays(1));
    // it never reaches back
    assertThat(standing("nhom-1").getFirst()).isEqualTo("1 a 978 Xuất sắc");
  }

  /** Without bonus points for I.1, a has 960: the draft says so, and the record stays as it is. */
  private void whatIf() {
    JsonNode inForce = draft("{\"contest\":\"nhom-1\"}");
    assertThat(inForce.path("inForce").asBoolean()).isTrue();
    inForce.path("units").forEach(unit -> assertThat(unit.path("differs").asBoolean()).isFalse());
    ObjectNode other = (ObjectNode) JSON.readTree(json("vi-du-1000-diem"));
    ((ObjectNode) other.at("/scale/contents/0/criteria/0")).remove("over");
    JsonNode draft = draft("{\"contest\":\"nhom-1\",\"regulation\":" + other + "}");
    List<String> lines = new ArrayList<>();
    for (JsonNode unit : draft.path("units")) {
      lines.add(
          unit.path("rank").asInt()
              + " "
              + name(unit)
              + " "
              + unit.path("points").asString()
              + (unit.path("differs").asBoolean() ? " differs" : ""));
    }
    assertThat(lines).containsExactly("1 a 960 differs", "2 c 905");
    assertThat(standing("nhom-1").getFirst()).isEqualTo("1 a 978 Xuất sắc");
    HttpResponse<String> unsound =
        api.post(
            "/api/query/cycles/" + cycle + "/standing/draft",
            "application/json",
            "{\"regulation\":{\"number\":\"x\",\"scale\":{\"contents\":[{}]}}}");
    assertThat(unsound.statusCode()).as(unsound.body()).isEqualTo(400);
  }

  /**
   * Held against the best of the bloc, ranked by rate.
   *
   * <ul>
   *   <li>a: A.1 150 of 100, the best: 40. A.2 reaches the limit of 10: 20. B 20 − 2. 78 of 100: 78
   *       %.
   *   <li>b: A.1 120: 20 + 20 × 20/50 = 28. A.2 8 where 10 was the limit, the best: 40. B 20. 88 %.
   *   <li>c: A.1 80 of 100: half of 40 times 0.8 = 16. A.2 is not assigned to it. B 20. 36 of 60:
   *       60 %.
   * </ul>
   */
  @Test
  void a_year_held_against_the_best() {
    adopt("vi-du-so-voi-don-vi-tot-nhat", "tot-nhat");
    String none = counted("\"hop-vang\":\"0\",\"khac-phuc\":\"0\"");
    bloc(
        "a",
        "A.1",
        of("150", "100"),
        "A.2",
        of("10", "10"),
        "B.1",
        done(true),
        "B.2",
        counted("\"hop-vang\":\"1\",\"khac-phuc\":\"0\""));
    bloc("b", "A.1", of("120", "100"), "A.2", of("8", "10"), "B.1", done(true), "B.2", none);
    bloc(
        "c",
        "A.1",
        of("80", "100"),
        "A.2",
        "{\"type\":\"unassigned\"}",
        "B.1",
        done(true),
        "B.2",
        none);
    check("a", "b", "c");
    rank(null, 204);
    assertThat(standing()).containsExactly("1 b 88 88", "2 a 78 78", "3 c 36 60");
    assertThat(criterion(why("c"), "A.2").path("assigned").asBoolean()).isFalse();
  }

  /**
   * Points of assessors from outside the bloc, and a flag.
   *
   * <ul>
   *   <li>a: the mean of 48, 45, 45 is 46; the lowest of 18, 16; the highest of 28, 30; a flag of
   *       the city 10. 102.
   *   <li>b: 149/3 = 49.666…; 20; 25. 94.666…, printed 94.7, which is not yet 95.
   *   <li>c: 40; 20; 30; of two flags the higher counts, 15. 105.
   * </ul>
   *
   * <p>Certificates of merit: a and c are in the highest class and have at least 80 % in 1.2 (16 of
   * 20, 20 of 20). 20 % of 2 is 0.4, rounded 0: nobody. The certificates of commendation are for
   * all the rest in the second class or a better one: c, a, b.
   */
  @Test
  void a_year_of_outside_assessors() {
    adopt("vi-du-nguoi-cham-ngoai-khoi", "ngoai-khoi");
    seen(
        "cycle:" + cycle,
        "/api/cycles/" + cycle,
        "/assessors",
        "{\"units\":[\"" + province + "\"]}",
        204);
    assessed("a", "48,45,45", "18,16", "28,30", "1", "0");
    assessed("b", "50,50,49", "20", "25", "0", "0");
    assessed("c", "40,40,40", "20", "30", "1", "1");
    rank(null, 204);
    assertThat(standing())
        .containsExactly("1 c 105 Xuất sắc", "2 a 102 Xuất sắc", "3 b 94.666666666667 Tốt");
    assertThat(why("b").path("shown").asString()).isEqualTo("94.7");
    propose("\"title\":\"certificate-of-merit\"", "nobody-drawn", 409);
    propose("\"title\":\"certificate-of-commendation\"", null, 204);
    assertThat(proposed()).containsExactly("1 c", "2 a", "3 b");
  }

  private void assessed(
      String unit, String first, String second, String third, String city, String government) {
    scores(
        "bloc-scores",
        unit,
        province,
        "1.1",
        points(first),
        "1.2",
        points(second),
        "2.1",
        points(third),
        "3.1",
        counted("\"co-thanh-pho\":\"%s\",\"co-chinh-phu\":\"%s\"".formatted(city, government)));
  }

  private static String points(String each) {
    return "{\"type\":\"assessments\",\"points\":[\"" + each.replace(",", "\",\"") + "\"]}";
  }

  /**
   * A school year, ranked by rate.
   *
   * <ul>
   *   <li>a: 98 % is in the middle band: 20; 25; 0.8 where 1 was the limit: 15. 20 + 10. 90 %.
   *   <li>b: 30; 20 of 25 pupils: 20; 2 where 1 was the limit: half of 15. 20 + 10 − 2 × 2 − 5.
   *       78.5 %.
   *   <li>c: 1.2 is not assigned to it: 30 + 15 + 20 + 10 = 75 of 75. 100 %.
   * </ul>
   *
   * <p>The flag is not for whoever had it the year before, and the record does not know that of c:
   * nobody is drawn, and the leader proposes c by hand and says why. The certificates are for the
   * second and the third with at least 80 %: a; b has 78.5 %.
   */
  @Test
  void a_school_year() {
    adopt("vi-du-nam-hoc", "nam-hoc");
    bloc(
        "a",
        "1.1",
        of("98", "100"),
        "1.2",
        of("25", "25"),
        "1.3",
        of("0.8", "1"),
        "2.1",
        done(true),
        "2.2",
        late(0),
        "2.3",
        counted("\"vi-pham\":\"0\""));
    bloc(
        "b",
        "1.1",
        of("100", "100"),
        "1.2",
        of("20", "25"),
        "1.3",
        of("2", "1"),
        "2.1",
        done(true),
        "2.2",
        late(2),
        "2.3",
        counted("\"vi-pham\":\"1\""));
    bloc(
        "c",
        "1.1",
        of("100", "100"),
        "1.2",
        "{\"type\":\"unassigned\"}",
        "1.3",
        of("1", "1"),
        "2.1",
        done(true),
        "2.2",
        late(0),
        "2.3",
        counted("\"vi-pham\":\"0\""));
    for (String unit : List.of("a", "b", "c")) {
      again("cross-checks", unit, unit.equals("a") ? "b" : "a");
    }
    rank(null, 204);
    assertThat(standing()).containsExactly("1 c 75 Xuất sắc", "2 a 90 Tốt", "3 b 78.5 Khá");
    propose("\"title\":\"flag\"", "nobody-drawn", 409);
    String byHand = "\"title\":\"flag\",\"recipients\":[{\"unit\":\"" + id("c") + "\"%s}]";
    propose(byHand.formatted(""), "departure-without-reason", 422);
    propose(byHand.formatted(",\"reason\":\"Năm học trước chưa được cờ\""), null, 204);
    propose("\"title\":\"certificate-of-merit\"", null, 204);
    assertThat(proposed()).containsExactly("1 c", "2 a");
    JsonNode drawings = read("/api/cycles/" + cycle + "/standing").at("/answer/drawings");
    assertThat(drawings.get(0).path("how").asString()).isEqualTo("by-hand");
    assertThat(drawings.get(1).at("/count/0/says").asString()).isEqualTo("Các hạng từ 2 đến 3: 2");
    assertThat(drawings.get(1).at("/passed/0/says").asString())
        .isEqualTo("Không đạt điều kiện: đạt từ 80 % (Điều 7 khoản 5)");
    assertThat(read("/api/cycles/" + cycle + "/standing/" + id("b")).at("/answer").toString())
        .contains("không được đề nghị khen thưởng: Không đạt điều kiện");
  }

  private final Map<String, String> entered = new HashMap<>();

  /** The unit enters its own figures. */
  private void bloc(String unit, String... figures) {
    scores("self-scores", unit, null, figures);
  }

  /** The leader scores all but itself, for the bloc; its own sheet a deputy. */
  private void check(String... units) {
    for (String unit : units) {
      again("bloc-scores", unit, unit.equals("a") ? "b" : "a");
    }
  }

  /** Somebody else finds the same figures. */
  private void again(String layer, String unit, String by) {
    post(
        sheet(unit, layer), "{\"by\":\"" + id(by) + "\",\"lines\":" + entered.get(unit) + "}", 204);
  }

  private void scores(String layer, String unit, String by, String... figures) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < figures.length; i += 2) {
      lines.add("{\"criterion\":\"" + figures[i] + "\",\"figure\":" + figures[i + 1] + "}");
    }
    entered.put(unit, "[" + String.join(",", lines) + "]");
    post(
        sheet(unit, layer),
        "{%s\"lines\":%s}".formatted(by == null ? "" : "\"by\":\"" + by + "\",", entered.get(unit)),
        204);
  }

  private static String of(String actual, String target) {
    return "{\"type\":\"measured\",\"actual\":\"" + actual + "\",\"target\":\"" + target + "\"}";
  }

  private static String of(String actual) {
    return "{\"type\":\"measured\",\"actual\":\"" + actual + "\"}";
  }

  private static String done(boolean done) {
    return "{\"type\":\"done\",\"done\":" + done + "}";
  }

  private static String counted(String counts) {
    return "{\"type\":\"counted\",\"counts\":{" + counts + "}}";
  }

  private static String late(int days) {
    return "{\"type\":\"delivered\",\"daysLate\":" + days + "}";
  }

  /** Founds a bloc of three with its leader, opens its year and adopts the regulation. */
  private void adopt(String example, String place) {
    province = place;
    String bloc = province + ".khoi-1";
    unit(province, "peoples-committee");
    for (String unit : List.of("a", "b", "c")) {
      unit(id(unit), "department");
    }
    post("/api/blocs", "{\"id\":\"%s\",\"name\":\"Khối 1\"}".formatted(bloc), 201);
    for (String unit : List.of("a", "b", "c")) {
      seen(
          "bloc:" + bloc,
          "/api/blocs/" + bloc,
          "/members",
          "{\"unit\":\"%s\",\"group\":\"%s\"}"
              .formatted(id(unit), unit.equals("b") ? "Nhóm 2" : "Nhóm 1"),
          204);
    }
    String term =
        "\"term\":{\"from\":\"%d-01-01\",\"to\":\"%d-12-31\"}"
            .formatted(TODAY.getYear(), TODAY.getYear());
    post(
        "/api/blocs/" + bloc + "/leadership/designations",
        "{%s,\"leader\":\"%s\",\"deputies\":[{\"unit\":\"%s\",\"rank\":1}],\"mode\":\"agreed\"}"
            .formatted(term, id("a"), id("b")),
        204);
    post("/api/blocs/" + bloc + "/leadership/installations", "{" + term + "}", 204);
    cycle = bloc + "." + TODAY.getYear();
    post(
        "/api/cycles",
        "{\"bloc\":\"%s\",\"year\":%d,\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(bloc, TODAY.getYear(), TODAY.minusMonths(3), TODAY.plusMonths(8)),
        201);
    note(adopt(yaml(example)));
  }

  private HttpResponse<String> adopt(String regulation) {
    String stream = "cycle:" + cycle;
    HttpResponse<String> adopted =
        api.post(
            "/api/cycles/" + cycle + "/regulations",
            "application/yaml",
            regulation,
            "If-Match",
            "\"" + stream + "@" + version(stream, "/api/cycles/" + cycle) + "\"");
    assertThat(adopted.statusCode()).as(adopted.body()).isEqualTo(204);
    return adopted;
  }

  private void unit(String id, String kind) {
    post(
        "/api/units",
        "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"%s\"}".formatted(id, id, kind),
        201);
  }

  private void rank(String problem, int status) {
    rank("bloc", problem, status);
  }

  private void rank(String contest, String problem, int status) {
    HttpResponse<String> answer =
        seen(
            "cycle:" + cycle,
            "/api/cycles/" + cycle,
            "/rankings",
            "{\"contest\":\"" + contest + "\"}",
            status);
    if (problem != null) {
      assertThat(answer.body()).contains("/problems/" + problem);
    }
  }

  /** Proposes who is drawn, where nobody is named. */
  private HttpResponse<String> propose(String what, String problem, int status) {
    HttpResponse<String> answer =
        post(
            "/api/cycles/" + cycle + "/award-proposals",
            "{%s,\"authority\":{\"unit\":\"%s\",\"asWritten\":\"UBND tỉnh\"}}"
                .formatted(what, province),
            status);
    if (problem != null) {
      assertThat(answer.body()).contains("/problems/" + problem);
    }
    return answer;
  }

  /** The awards that are proposed, in their order. */
  private List<String> proposed() {
    List<String> lines = new ArrayList<>();
    for (JsonNode each : read("/api/cycles/" + cycle + "/standing").at("/answer/awards")) {
      lines.add(
          each.path("rank").asInt()
              + " "
              + each.path("recipient").asString().substring(province.length() + 1));
    }
    return lines;
  }

  private JsonNode contest(String contest) {
    for (JsonNode each : read("/api/cycles/" + cycle + "/standing").at("/answer/contests")) {
      if (each.path("contest").asString().equals(contest)) {
        return each;
      }
    }
    throw new AssertionError("no contest " + contest);
  }

  private List<String> standing() {
    return standing("bloc");
  }

  /** Rank, unit, exact points, class; where there are no classes, the rate. */
  private List<String> standing(String contest) {
    List<String> lines = new ArrayList<>();
    for (JsonNode place : contest(contest).path("places")) {
      lines.add(
          place.path("rank").asInt()
              + " "
              + name(place)
              + " "
              + place.path("points").asString()
              + " "
              + place.path("grade").asString(place.path("rate").asString()));
    }
    return lines;
  }

  /** How the points of a unit came about; what was decided must come out again. */
  private JsonNode why(String unit) {
    return why(unit, "bloc");
  }

  private JsonNode why(String unit, String contest) {
    JsonNode reckoning =
        api.get(after("/api/cycles/" + cycle + "/standing/" + id(unit)) + "&contest=" + contest)
            .at("/answer/reckoning");
    assertThat(reckoning.path("reproduced").asBoolean()).as(reckoning.toString()).isTrue();
    assertThat(reckoning.at("/entered/stream").asString()).startsWith("sheet:");
    return reckoning;
  }

  private static JsonNode criterion(JsonNode why, String id) {
    for (JsonNode content : why.path("contents")) {
      for (JsonNode criterion : content.path("criteria")) {
        if (criterion.path("id").asString().equals(id)) {
          return criterion;
        }
      }
    }
    throw new AssertionError("no criterion " + id);
  }

  private JsonNode draft(String body) {
    HttpResponse<String> answer =
        api.post(after("/api/query/cycles/" + cycle + "/standing/draft"), "application/json", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).path("answer");
  }

  private String name(JsonNode place) {
    return place.path("unit").asString().substring(province.length() + 1);
  }

  private String id(String unit) {
    return province + "." + unit;
  }

  private String sheet(String unit, String layer) {
    return "/api/cycles/" + cycle + "/sheets/" + id(unit) + "/" + layer;
  }

  private HttpResponse<String> post(String path, String body, int status) {
    HttpResponse<String> answer = api.post(path, "application/json", body);
    assertThat(answer.statusCode()).as(path + " " + body + ": " + answer.body()).isEqualTo(status);
    note(answer);
    return answer;
  }

  private HttpResponse<String> seen(
      String stream, String path, String act, String body, int status) {
    HttpResponse<String> answer =
        api.post(
            path + act,
            "application/json",
            body,
            "If-Match",
            "\"" + stream + "@" + version(stream, path) + "\"");
    assertThat(answer.statusCode()).as(path + act + ": " + answer.body()).isEqualTo(status);
    note(answer);
    return answer;
  }

  private void note(HttpResponse<String> answer) {
    answer
        .headers()
        .firstValue("ETag")
        .map(tag -> tag.replace("\"", ""))
        .ifPresent(
            tag -> {
              last = tag;
              versions.put(
                  tag.substring(0, tag.indexOf('@')),
                  Long.parseLong(tag.substring(tag.indexOf('@') + 1)));
            });
  }

  private JsonNode read(String path) {
    return api.get(after(path));
  }

  private String after(String path) {
    return path + "?after=" + URLEncoder.encode(last, StandardCharsets.UTF_8);
  }

  private long version(String stream, String path) {
    Long version = versions.get(stream);
    return version != null ? version : read(path).path("versions").path(stream).asLong();
  }

  /** As it comes with the program, valid from today, and with no step due yet. */
  private static String yaml(String example) {
    try (InputStream yaml =
        ExampleYearsIT.class.getResourceAsStream("/regulations/" + example + ".yaml")) {
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("(?m)^(dated|validFrom): .*$", "$1: " + TODAY)
          .replaceAll(", due: [0-9-]+", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, as a program would send it. */
  private String json(String example) {
    HttpResponse<String> answer =
        api.post(
            "/api/cycles/" + cycle + "/regulations?dryRun=true", "application/yaml", yaml(example));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).path("regulation").toString();
  }
}
