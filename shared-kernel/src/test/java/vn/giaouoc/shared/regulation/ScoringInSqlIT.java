package vn.giaouoc.shared.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.regulation.RandomScales.Case;
import vn.giaouoc.shared.regulation.Scale.Content;
import vn.giaouoc.shared.regulation.Standing.Amounts;
import vn.giaouoc.shared.regulation.Standing.ContentScore;
import vn.giaouoc.shared.regulation.Standing.CriterionScore;
import vn.giaouoc.shared.regulation.Standing.NotAssigned;
import vn.giaouoc.shared.regulation.Standing.Outcome;
import vn.giaouoc.shared.regulation.Standing.Scored;
import vn.giaouoc.shared.regulation.Standing.Tie;
import vn.giaouoc.shared.regulation.Standing.UnitScore;
import vn.giaouoc.shared.regulation.Standing.Unknown;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Everything is worked out a second time, in SQL with PostgreSQL's numeric: {@code scoring.sql}.
 * Points of every criterion, sums, caps, rates, ranks, ties, classes and what is shown must be the
 * same.
 */
class ScoringInSqlIT {

  private static final int CASES = 2000;

  private static SingleConnectionDataSource connection;
  private static JdbcClient database;

  @BeforeAll
  static void create() throws Exception {
    connection =
        new SingleConnectionDataSource(TestDatabase.create().owner().getConnection(), true);
    database = JdbcClient.create(connection); // one connection: it plans the large query once
    try (InputStream sql = ScoringInSqlIT.class.getResourceAsStream("/scoring.sql")) {
      database
          .sql(new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8))
          .update();
    }
  }

  @AfterAll
  static void close() {
    connection.destroy();
  }

  @Test
  void both_get_the_same_for_every_random_regulation_and_bloc() {
    Map<String, Integer> seen = new HashMap<>();
    for (long seed = 1; seed <= CASES; seed++) {
      Case given = RandomScales.of(seed);
      Standing standing = Scoring.of(given.regulation(), given.sheets(), given.order());
      Map<String, JsonNode> inSql = inSql(given);
      assertThat(inSql.keySet())
          .containsExactlyInAnyOrderElementsOf(
              standing.units().stream().map(each -> each.unit().slug()).toList());
      for (UnitScore unit : standing.units()) {
        JsonNode inJava = inJava(standing, unit);
        assertThat(inSql.get(unit.unit().slug()))
            .as("seed %d, %s", seed, unit.unit().slug())
            .isEqualTo(inJava);
        count(seen, "known " + inJava.get("known"));
        count(seen, "tie " + inJava.get("tie").asString());
        count(seen, "shown " + inJava.has("shown"));
      }
    }
    // that they agree says something only where there was something to agree on
    assertThat(seen.keySet())
        .contains("tie shared", "tie open", "tie by-decision", "tie alone", "known false");
    assertThat(seen.get("known true")).isGreaterThan(CASES);
    assertThat(seen.get("shown true")).isGreaterThan(CASES);
  }

  /**
   * A track of a group: some of the units, by the points of one content. In SQL the document is cut
   * down to that content before anything is computed.
   */
  @Test
  void both_get_the_same_ranks_in_a_track_of_a_group() {
    Map<String, Integer> seen = new HashMap<>();
    Contest track = new Contest("chuyen-de");
    for (long seed = 1; seed <= CASES / 4; seed++) {
      Case given = RandomScales.of(seed);
      Scale scale = given.regulation().scale();
      if (scale == null || scale.contents().isEmpty()) {
        continue;
      }
      Content content = scale.contents().getLast();
      List<Sheet> group = new ArrayList<>(given.sheets());
      group.removeIf(sheet -> Math.floorMod(sheet.unit().slug().hashCode(), 3) == 0);
      Regulation whole =
          new Regulation(
              given.regulation().number(),
              given.regulation().title(),
              null,
              given.regulation().validFrom(),
              List.of(),
              given.regulation().scoring(),
              scale,
              List.of(
                  new ContestRule(track, "Chuyên đề", "Điều 9", null, null, content.id(), null)),
              List.of(),
              List.of());
      Standing standing = Scoring.of(whole.in(track), group, given.order());
      ObjectNode cut = (ObjectNode) Wire.mapper().readTree(json(given.regulation()));
      ObjectNode narrowed = (ObjectNode) cut.get("scale");
      narrowed.putNull("standard").putNull("floor").putNull("classes");
      ArrayNode contents = (ArrayNode) narrowed.get("contents");
      while (contents.size() > 1) {
        contents.remove(0);
      }
      Map<String, JsonNode> inSql = inSql(cut.toString(), json(group), given);
      assertThat(inSql).hasSize(group.size());
      for (UnitScore unit : standing.units()) {
        assertThat(inSql.get(unit.unit().slug()))
            .as("seed %d, %s", seed, unit.unit().slug())
            .isEqualTo(inJava(standing, unit));
        count(seen, "ranked " + (unit.rank() != null));
      }
    }
    assertThat(seen.get("ranked true")).isGreaterThan(CASES / 4);
  }

  private static void count(Map<String, Integer> seen, String what) {
    seen.merge(what, 1, Integer::sum);
  }

  private static Map<String, JsonNode> inSql(Case given) {
    return inSql(json(given.regulation()), json(given.sheets()), given);
  }

  private static Map<String, JsonNode> inSql(String regulation, String sheets, Case given) {
    Map<String, JsonNode> results = new HashMap<>();
    database
        .sql(
            "SELECT unit, jsonb_strip_nulls(result)::text FROM standing(?::jsonb, ?::jsonb,"
                + " ?::jsonb)")
        .params(regulation, sheets, json(given.order().stream().map(UnitId::slug).toList()))
        .query(
            (row, number) ->
                results.put(row.getString(1), Wire.mapper().readTree(row.getString(2))))
        .list();
    return results;
  }

  private static String json(Object value) {
    return Wire.mapper().writeValueAsString(value);
  }

  /** The result of the program in the form of that in SQL. */
  private static JsonNode inJava(Standing standing, UnitScore unit) {
    ObjectNode json = Wire.mapper().createObjectNode();
    json.put("known", unit.outcome() instanceof Scored);
    if (unit.outcome() instanceof Scored scored) {
      json.put("points", plain(scored.exact().points()));
      json.put("bonus", plain(scored.exact().bonus()));
      json.put("total", plain(scored.exact().total()));
    }
    putIfThere(json, "maximum", unit.maximum());
    putIfThere(json, "rate", unit.rate());
    if (unit.rank() != null) {
      json.put("rank", unit.rank());
    }
    json.put("tie", tie(standing, unit));
    if (unit.grade() != null) {
      json.put("grade", unit.grade());
    }
    List<CriterionScore> criteria =
        unit.contents().stream().flatMap(content -> content.criteria().stream()).toList();
    if (!criteria.isEmpty()) {
      ArrayNode marks = json.putArray("criteria");
      criteria.forEach(each -> marks.add(mark(each)));
    }
    if (unit.outcome() instanceof Scored scored && scored.shown() != null) {
      ArrayNode shown = json.putArray("shown");
      shown(unit, scored.shown()).forEach(each -> shown.add(plain(each)));
    }
    return Wire.mapper().readTree(json.toString());
  }

  private static JsonNode mark(CriterionScore score) {
    ArrayNode mark = Wire.mapper().createArrayNode().add(score.criterion());
    Outcome outcome = score.outcome();
    mark.add(
        switch (outcome) {
          case Scored _ -> "scored";
          case NotAssigned _ -> "not-assigned";
          case Unknown _ -> "unknown";
        });
    if (outcome instanceof Scored scored) {
      return mark.add(plain(scored.exact().points())).add(plain(scored.exact().bonus()));
    }
    return mark.addNull().addNull();
  }

  /** What became of the unit in the end: where it stands in a tie that is not told apart. */
  private static String tie(Standing standing, UnitScore unit) {
    return standing.ties().stream()
        .filter(each -> each.units().contains(unit.unit()) && each.how() != Tie.How.BY_FIGURES)
        .map(each -> each.how().code())
        .findFirst()
        .orElse("alone");
  }

  /** Every part that is shown, in the order of the scale; then the contents, and what was cut. */
  private static List<BigDecimal> shown(UnitScore unit, Amounts whole) {
    List<BigDecimal> leaves = new ArrayList<>();
    List<BigDecimal> tops = new ArrayList<>();
    for (ContentScore content : unit.contents()) {
      for (CriterionScore criterion : content.criteria()) {
        Amounts part =
            criterion.outcome() instanceof Scored scored
                ? Objects.requireNonNull(scored.shown())
                : null;
        leaves.add(part == null ? BigDecimal.ZERO : part.points());
        leaves.add(part == null ? BigDecimal.ZERO : part.bonus());
      }
      Amounts shown = Objects.requireNonNull(((Scored) content.outcome()).shown());
      leaves.add(shown.pointsCut());
      leaves.add(shown.bonusCut());
      tops.add(shown.total());
    }
    return Stream.of(leaves, tops, List.of(whole.pointsCut(), whole.bonusCut(), whole.totalCut()))
        .flatMap(List::stream)
        .toList();
  }

  private static void putIfThere(ObjectNode json, String name, @Nullable BigDecimal value) {
    if (value != null) {
      json.put(name, plain(value));
    }
  }

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.setScale(12, RoundingMode.HALF_UP).stripTrailingZeros();
    return stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
  }
}
