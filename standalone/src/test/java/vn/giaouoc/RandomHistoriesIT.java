package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Random histories, told by files that agree, add to each other and contradict each other: the
 * order in which they are recorded changes no answer at any moment, withdrawing them all leaves
 * nothing, and withdrawing one and recording it again is neutral.
 */
class RandomHistoriesIT {

  private static final List<String> UNITS = List.of("tp.so-a", "tp.so-b", "tp.so-c", "tp.so-d");
  private static final List<String> DATES =
      List.of(
          "2019-02-01",
          "2019-08-02T14:00",
          "2019-12",
          "2020-01-08 afternoon",
          "2020-02-05T08:00",
          "2020-02-05T08:00");
  private static final List<String> MOMENTS =
      List.of("", "?effective=2019-03-01", "?effective=2019-12-15", "?effective=2020-02-05");

  private static Api api;

  @BeforeAll
  static void start() {
    api = new Api();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void the_order_of_recording_changes_no_answer_and_a_withdrawal_leaves_no_trace(long seed) {
    Random random = new Random(seed);
    Map<String, String> files = files(random);
    // a province of its own for each seed
    files.replaceAll((name, yaml) -> yaml.replaceAll("\\btp\\b", "tp" + seed));
    List<String> order = new ArrayList<>(files.keySet());

    order.forEach(name -> api.recordText(files.get(name)));
    Map<String, String> expected = answers(seed);

    String again = order.get(random.nextInt(order.size()));
    api.withdraw(in(again, seed));
    api.recordText(files.get(again));
    same(answers(seed), expected, "after " + again + " was withdrawn and recorded again");

    Collections.shuffle(order, random);
    order.forEach(name -> api.withdraw(in(name, seed)));
    for (String path :
        List.of("/api/blocs/tp.khoi-1", "/api/cycles/tp.khoi-1.2019", "/api/units/tp.so-a")) {
      assertThat(api.status(in(path, seed))).as(path + " after all was withdrawn").isEqualTo(404);
    }

    Collections.shuffle(order, random);
    order.forEach(name -> api.recordText(files.get(name)));
    same(answers(seed), expected, "in the order " + order);
    order.forEach(name -> api.withdraw(in(name, seed)));
  }

  private static String in(String id, long seed) {
    return id.replaceAll("\\btp\\b", "tp" + seed);
  }

  private static void same(Map<String, String> answers, Map<String, String> expected, String when) {
    expected.forEach(
        (path, answer) -> assertThat(answers.get(path)).as(path + " " + when).isEqualTo(answer));
  }

  private static Map<String, String> answers(long seed) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/api/blocs/tp.khoi-1",
            "/api/blocs/tp.khoi-1/leadership",
            "/api/cycles/tp.khoi-1.2019",
            "/api/cycles/tp.khoi-1.2019/standing",
            "/api/cycles/tp.khoi-1.2019/progress",
            "/api/units/tp.so-a",
            "/api/units/tp.so-b",
            "/api/awards?authority=tp",
            "/api/conferences/tp.khoi-1.2019.year-end",
            "/api/blocs")) {
      for (String at : MOMENTS) {
        String moment = path.contains("?") ? at.replace('?', '&') : at;
        JsonNode body = api.facts(in(path, seed) + moment);
        answers.put(path + moment, body.toPrettyString());
      }
    }
    return answers;
  }

  private static Map<String, String> files(Random random) {
    Map<String, String> files = new LinkedHashMap<>();
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      files.put("tp.record-" + i, file("tp.record-" + i, random));
    }
    return files;
  }

  static String file(String name, Random random) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("proceedings: ").append(name).append('\n');
    yaml.append("source: {title: Nguồn, published: 2020-0")
        .append(3 + random.nextInt(3))
        .append("-01}\n");
    yaml.append("units:\n  tp: {name: Ủy ban nhân dân tỉnh, kind: peoples-committee}\n");
    for (String unit : UNITS) {
      boolean differs = random.nextInt(6) == 0;
      yaml.append(
          "  %s: {name: \"%s\", kind: department, authority: tp%s}\n"
              .formatted(
                  unit,
                  "Sở " + unit.substring(6).toUpperCase(Locale.ROOT) + (differs ? " mới" : ""),
                  random.nextInt(3) == 0 ? ", written: [\"Sở viết khác\"]" : ""));
    }
    List<String> members = some(random, UNITS);
    yaml.append("bloc:\n  id: tp.khoi-1\n  name: Khối thi đua 1\n  kind: khối\n  authority: tp\n");
    yaml.append(
        "  members: {named: [%s]%s}\n"
            .formatted(
                String.join(", ", members),
                random.nextBoolean() ? ", stated: " + members.size() : ""));
    yaml.append(
        "cycles:\n- {id: tp.khoi-1.2019, year: 2019, pledge: {stated: 3, signed-by: [%s]}}\n"
            .formatted(String.join(", ", some(random, UNITS))));
    List<String> team = some(random, UNITS);
    yaml.append(
        "leadership:\n- attested: {leader: %s%s%s}\n"
            .formatted(
                team.getFirst(),
                team.size() > 1 ? ", deputies: [" + team.get(1) + "]" : "",
                random.nextBoolean() ? ", term: 2019" : ""));
    if (random.nextBoolean()) {
      yaml.append("- designated: {term: 2020, leader: %s, mode: agreed}\n".formatted(one(random)));
    }
    if (random.nextBoolean()) {
      yaml.append("- handed-over: {term: 2020, to: %s}\n".formatted(one(random)));
    }
    yaml.append(
        """
        conference:
          id: tp.khoi-1.2019.year-end
          kind: year-end
          title: Hội nghị tổng kết
          on: {is: %s, written: "ngày nào đó", because: "Suy ra lần %s"}
          entries:
          - {kind: comment, text: Ý kiến %s, to: [%s]}
          decisions:
          - {id: ranking, subjects: [ranking], methods: [deliberation, consensus]}
        """
            .formatted(
                DATES.get(random.nextInt(DATES.size())),
                random.nextInt(2),
                random.nextInt(2),
                one(random)));
    yaml.append("report:\n  stage: year-end\n  figures:\n");
    yaml.append(
        "  - {unit: tp.so-a, indicator: Chỉ tiêu, measure: lớp, direction: higher, actual: %s, target: 10, percent: %s}\n"
            .formatted(random.nextInt(3) + 8, random.nextInt(2) == 0 ? "80" : "90.0"));
    List<String> placed = some(random, UNITS);
    yaml.append("ranking:\n  decision: ranking\n  places:\n");
    for (int i = 0; i < placed.size(); i++) {
      yaml.append("  - {unit: %s, rank: %s}\n".formatted(placed.get(i), i + 1));
    }
    yaml.append(
        "awards:\n- {title: flag, recipient: %s, authority: {unit: tp, written: UBND tỉnh}}\n"
            .formatted(placed.getFirst()));
    return yaml.toString();
  }

  private static String one(Random random) {
    return UNITS.get(random.nextInt(UNITS.size()));
  }

  private static List<String> some(Random random, List<String> all) {
    List<String> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(all.size()));
  }
}
