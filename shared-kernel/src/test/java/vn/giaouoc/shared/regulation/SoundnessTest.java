package vn.giaouoc.shared.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.shared.regulation.Examples.content;
import static vn.giaouoc.shared.regulation.Examples.criterion;
import static vn.giaouoc.shared.regulation.Examples.scale;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.regulation.Examples.Making;
import vn.giaouoc.shared.regulation.Finding.Kind;
import vn.giaouoc.shared.regulation.Method.Assessed;
import vn.giaouoc.shared.regulation.Method.Band;
import vn.giaouoc.shared.regulation.Method.ExternalAward;
import vn.giaouoc.shared.regulation.Method.Item;
import vn.giaouoc.shared.regulation.Method.Lateness;
import vn.giaouoc.shared.regulation.Method.OverFulfilment;
import vn.giaouoc.shared.regulation.Method.PassFail;
import vn.giaouoc.shared.regulation.Method.Penalties;
import vn.giaouoc.shared.regulation.Method.PerItem;
import vn.giaouoc.shared.regulation.Method.PlusMinus;
import vn.giaouoc.shared.regulation.Method.Proportional;
import vn.giaouoc.shared.regulation.Method.RelativeToBest;
import vn.giaouoc.shared.regulation.Method.Stepped;
import vn.giaouoc.shared.regulation.Regulation.StepRule;
import vn.giaouoc.shared.regulation.Regulation.WindowRule;
import vn.giaouoc.shared.regulation.Regulation.Within;
import vn.giaouoc.shared.regulation.Scale.Counting;
import vn.giaouoc.shared.regulation.Scale.Lower;
import vn.giaouoc.shared.regulation.Scale.TieBy;
import vn.giaouoc.shared.regulation.Scale.TieStep;
import vn.giaouoc.shared.report.Figure.Direction;

/** What is unsound is found, with its place; slips in a whole document: RegulationReaderTest. */
class SoundnessTest {

  private static final String CRITERION = "/scale/contents/0/criteria/0";

  private static void finds(Making criterion, Kind kind, String place) {
    assertThat(Soundness.of(scale(content("I", "5", criterion)).regulation()))
        .anySatisfy(
            finding -> {
              assertThat(finding.place()).isEqualTo(CRITERION + place);
              assertThat(finding.kind()).isEqualTo(kind);
              assertThat(finding.vietnamese()).isNotBlank();
              assertThat(finding.english()).isNotBlank();
            });
  }

  private static void findsNothing(Making criterion) {
    assertThat(Soundness.of(scale(content("I", "5", criterion)).regulation()))
        .filteredOn(finding -> finding.place().startsWith(CRITERION))
        .isEmpty();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  private static Item item(String id, String each) {
    return new Item(id, "Mục " + id, number(each), null);
  }

  @Test
  void a_method_that_needs_a_rate_needs_a_direction() {
    Making proportional = criterion("I.1", "10", new Proportional(null));
    findsNothing(proportional.direction(Direction.HIGHER));
    findsNothing(proportional.lower(Lower.MIRRORED));
    finds(proportional, Kind.UNKNOWN, "/direction");
    finds(proportional.direction(Direction.LOWER), Kind.UNKNOWN, "/lower");
    finds(proportional.direction(Direction.WITHIN), Kind.CONTRADICTORY, "/direction");
    finds(
        proportional.lower(Lower.MIRRORED).direction(Direction.HIGHER),
        Kind.CONTRADICTORY,
        "/lower");
    finds(proportional.withoutStandard(), Kind.UNKNOWN, "/standard");
    finds(
        criterion("I.1", "10", new RelativeToBest(number("101"))).direction(Direction.HIGHER),
        Kind.IMPOSSIBLE,
        "/method/atTarget");
    findsNothing(criterion("I.1", "10", new PassFail()));
    finds(
        criterion("I.1", "10", new PassFail()).direction(Direction.COUNT),
        Kind.CONTRADICTORY,
        "/direction");
    finds(criterion("I.1", "10", null), Kind.UNKNOWN, "/method");
    finds(criterion("I.1", "0", new PassFail()), Kind.IMPOSSIBLE, "/standard");
    finds(criterion("I.1", "1e99", new PassFail()), Kind.IMPOSSIBLE, "/standard");
  }

  @Test
  void a_bonus_for_over_fulfilment_needs_a_target_that_can_be_exceeded() {
    OverFulfilment over = new OverFulfilment(Counting.WHOLE_PERCENT, BigDecimal.ONE, null);
    Making proportional = criterion("I.1", "10", new Proportional(null));
    findsNothing(proportional.direction(Direction.HIGHER).over(over));
    finds(
        criterion("I.1", "10", new Assessed("Sở", Assessed.Combine.MEAN, 1)).over(over),
        Kind.CONTRADICTORY,
        "/over");
    finds(proportional.lower(Lower.MET_OR_NOT).over(over), Kind.CONTRADICTORY, "/over");
    finds(proportional.lower(Lower.TARGET_OVER_ACTUAL).over(over), Kind.UNKNOWN, "/over/cap");
    OverFulfilment much = new OverFulfilment(Counting.WHOLE_PERCENT, BigDecimal.ONE, number("6"));
    finds(proportional.direction(Direction.HIGHER).over(much), Kind.CONTRADICTORY, "/over/cap");
    finds(
        proportional.direction(Direction.HIGHER).over(new OverFulfilment(null, null, null)),
        Kind.UNKNOWN,
        "/over/counting");
  }

  @Test
  void bands_neither_overlap_nor_leave_holes_nor_reward_less() {
    findsNothing(bands(band(null, "80", "0"), band("80", null, "10")));
    finds(bands(), Kind.UNKNOWN, "/method/bands");
    finds(
        bands(band(null, "80", "0"), band("79", null, "10")),
        Kind.CONTRADICTORY,
        "/method/bands/1/from");
    finds(
        bands(band(null, "80", "0"), band("81", null, "10")),
        Kind.CONTRADICTORY,
        "/method/bands/1/from");
    finds(
        bands(band("10", "80", "0"), band("80", null, "10")),
        Kind.CONTRADICTORY,
        "/method/bands/0/from");
    finds(
        bands(band(null, "80", "0"), band("80", "100", "10")),
        Kind.CONTRADICTORY,
        "/method/bands/1/below");
    finds(
        bands(band(null, "80", "5"), band("80", null, "4")),
        Kind.CONTRADICTORY,
        "/method/bands/1/points");
    finds(
        bands(band(null, "80", "5"), band("80", null, "11")),
        Kind.CONTRADICTORY,
        "/method/bands/1/points");
    finds(
        bands(band(null, null, "5"), band("80", "80", "6")),
        Kind.IMPOSSIBLE,
        "/method/bands/1/below");
  }

  private static Band band(String from, String below, String points) {
    return new Band(Examples.number(from), Examples.number(below), number(points));
  }

  private static Making bands(Band... bands) {
    return criterion("I.1", "10", new Stepped(Stepped.Of.VALUE, List.of(bands)))
        .direction(Direction.HIGHER);
  }

  @Test
  void items_are_once_there_and_within_their_cap() {
    findsNothing(criterion("I.1", "10", new PerItem(List.of(item("a", "2"), item("b", "10")))));
    finds(criterion("I.1", "10", new PerItem(List.of())), Kind.UNKNOWN, "/method/items");
    finds(
        criterion("I.1", "10", new PerItem(List.of(item("a", "2"), item("a", "3")))),
        Kind.TWICE,
        "/method/items/1/id");
    finds(
        criterion("I.1", "10", new PerItem(List.of(item("a", "11")))),
        Kind.CONTRADICTORY,
        "/method/items/0/each");
    finds(
        criterion("I.1", "10", new PerItem(List.of(item("a", "-1")))),
        Kind.IMPOSSIBLE,
        "/method/items/0/each");
    Making penalties = criterion("I.1", "10", new Penalties(List.of(item("a", "2")), null));
    findsNothing(penalties.withoutStandard());
    finds(penalties, Kind.CONTRADICTORY, "/standard");
    finds(penalties.withoutStandard().asBonus(), Kind.CONTRADICTORY, "/counts");
    findsNothing(
        criterion("I.1", "1", new PlusMinus(List.of(item("a", "-2")), number("-4"), number("1")))
            .withoutStandard());
    finds(
        criterion("I.1", "1", new PlusMinus(List.of(item("a", "-2")), number("1"), number("1")))
            .withoutStandard(),
        Kind.CONTRADICTORY,
        "/method/cap");
  }

  @Test
  void the_other_methods_are_looked_at_too() {
    findsNothing(criterion("I.1", "10", new Lateness(number("1"), 2, number("1"))));
    finds(
        criterion("I.1", "10", new Lateness(number("0"), 2, null)),
        Kind.IMPOSSIBLE,
        "/method/perDay");
    finds(
        criterion("I.1", "10", new Lateness(number("1"), -1, null)),
        Kind.IMPOSSIBLE,
        "/method/grace");
    finds(
        criterion("I.1", "10", new Lateness(number("1"), 0, number("11"))),
        Kind.CONTRADICTORY,
        "/method/floor");
    finds(
        criterion("I.1", "10", new Assessed(" ", Assessed.Combine.MEAN, 0)),
        Kind.INCOMPLETE,
        "/method/by");
    finds(
        criterion("I.1", "10", new Assessed("Sở", Assessed.Combine.MEAN, 0)),
        Kind.IMPOSSIBLE,
        "/method/number");
    ExternalAward flag =
        new ExternalAward(List.of(item("a", "5")), ExternalAward.Several.HIGHEST_ONLY);
    findsNothing(criterion("I.1", "5", flag));
    finds(criterion("I.1", "4", flag), Kind.CONTRADICTORY, "/method/awards/0/each");
    finds(criterion("I.1", "6", flag), Kind.CONTRADICTORY, "/standard"); // the content's is 5
  }

  @Test
  void a_cascade_ends_with_a_decision_of_people_unless_ranks_may_be_shared() {
    Making criterion = criterion("I.1", "10", new PassFail());
    TieStep content = new TieStep(TieBy.CONTENT, "I", "Điều 1");
    TieStep ballot = new TieStep(TieBy.BALLOT, null, "Điều 1");
    TieStep lots = new TieStep(TieBy.LOTS, null, "Điều 1");
    assertThat(ties(scale(content("I", null, criterion)).ties(content, ballot, lots).regulation()))
        .isEmpty();
    assertThat(ties(scale(content("I", null, criterion)).ties(content).sharing().regulation()))
        .isEmpty();
    assertThat(ties(scale(content("I", null, criterion)).ties(content).regulation()))
        .containsExactly("UNKNOWN /scale/rank/ties");
    assertThat(ties(scale(content("I", null, criterion)).ties(ballot).sharing().regulation()))
        .containsExactly("CONTRADICTORY /scale/rank/ties/0/by");
    assertThat(ties(scale(content("I", null, criterion)).ties(lots, ballot).regulation()))
        .containsExactly("CONTRADICTORY /scale/rank/ties/1/by");
    assertThat(ties(scale(content("I", null, criterion)).ties(ballot, content).regulation()))
        .containsExactly("CONTRADICTORY /scale/rank/ties/1/by");
    assertThat(ties(scale(content("I", null, criterion)).ties(content, content, lots).regulation()))
        .containsExactly("TWICE /scale/rank/ties/1/by");
    assertThat(
            ties(
                scale(content("I", null, criterion))
                    .ties(new TieStep(TieBy.POINTS, "I", "Điều 1"), lots)
                    .regulation()))
        .containsExactly(
            "CONTRADICTORY /scale/rank/ties/0/of", "CONTRADICTORY /scale/rank/ties/0/by");
  }

  private static StepRule step(
      Step step, @Nullable String due, @Nullable String from, @Nullable Within within) {
    return new StepRule(
        step,
        "Điều 2",
        due == null ? null : LocalDate.parse(due),
        false,
        from == null ? null : LocalDate.parse(from),
        within);
  }

  private static List<String> calendar(List<StepRule> steps, WindowRule... windows) {
    Regulation regulation =
        new Regulation(
            "1",
            "Quy chế",
            null,
            LocalDate.of(2026, 1, 1),
            steps,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(windows));
    return Soundness.of(regulation).stream()
        .map(finding -> finding.kind() + " " + finding.place())
        .toList();
  }

  @Test
  void a_deadline_that_follows_from_a_step_follows_from_one_that_comes_before() {
    StepRule pledge = step(Step.PLEDGE, null, "2026-01-10", null);
    assertThat(
            calendar(
                List.of(
                    pledge, step(Step.MID_YEAR_REVIEW, null, null, new Within(30, Step.PLEDGE)))))
        .isEmpty();
    assertThat(calendar(List.of(step(Step.PLEDGE, null, null, new Within(30, Step.PLEDGE)))))
        .containsExactly("CONTRADICTORY /steps/0/within/after");
    assertThat(
            calendar(
                List.of(step(Step.PLEDGE, null, null, new Within(30, Step.REGULATION)), pledge)))
        .contains("CONTRADICTORY /steps/0/within/after");
    assertThat(
            calendar(
                List.of(
                    pledge, step(Step.SCORING, "2026-11-01", null, new Within(30, Step.PLEDGE)))))
        .containsExactly("CONTRADICTORY /steps/1/within");
    assertThat(
            calendar(List.of(pledge, step(Step.SCORING, null, null, new Within(0, Step.PLEDGE)))))
        .containsExactly("IMPOSSIBLE /steps/1/within/days");
    assertThat(
            calendar(List.of(pledge, step(Step.SCORING, null, null, new Within(366, Step.PLEDGE)))))
        .isEmpty();
    assertThat(
            calendar(List.of(pledge, step(Step.SCORING, null, null, new Within(367, Step.PLEDGE)))))
        .containsExactly("IMPOSSIBLE /steps/1/within/days");
  }

  @Test
  void a_step_does_not_begin_after_its_deadline() {
    assertThat(calendar(List.of(step(Step.PLEDGE, "2026-02-01", "2026-02-01", null)))).isEmpty();
    assertThat(calendar(List.of(step(Step.PLEDGE, "2026-02-01", "2026-02-02", null))))
        .containsExactly("IMPOSSIBLE /steps/0/from");
  }

  @Test
  void a_window_is_stated_once_with_its_days_and_its_clause() {
    WindowRule explain = new WindowRule(WindowRule.Act.EXPLAIN, 5, "Điều 7");
    assertThat(calendar(List.of(), explain, new WindowRule(WindowRule.Act.APPEAL, 10, "Điều 8")))
        .isEmpty();
    assertThat(calendar(List.of(), explain, explain)).containsExactly("TWICE /windows/1/act");
    assertThat(calendar(List.of(), new WindowRule(WindowRule.Act.APPEAL, 0, "")))
        .containsExactly("INCOMPLETE /windows/0/clause", "IMPOSSIBLE /windows/0/days");
    Regulation regulation = RandomScales.of(1).regulation();
    assertThat(regulation.window(WindowRule.Act.EXPLAIN, LocalDate.of(2026, 1, 1))).isNull();
  }

  @Test
  void days_that_the_record_tells_are_those_of_a_step_of_each_unit() {
    findsNothing(criterion("I.1", "10", new Lateness(number("1"), null, null, Step.PLEDGE)));
    finds(
        criterion("I.1", "10", new Lateness(number("1"), null, null, Step.RANKING)),
        Kind.IMPOSSIBLE,
        "/method/step");
    Regulation scaled =
        scale(
                content(
                    "I",
                    null,
                    criterion("I.1", "10", new Lateness(number("1"), null, null, Step.PLEDGE))))
            .regulation();
    Regulation listed =
        new Regulation(
            scaled.number(),
            scaled.title(),
            null,
            scaled.validFrom(),
            List.of(step(Step.SCORING, null, null, null)),
            List.of(),
            scaled.scoring(),
            scaled.scale());
    assertThat(Soundness.of(listed))
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Kind.CONTRADICTORY);
              assertThat(finding.place()).isEqualTo(CRITERION + "/method/step");
            });
  }

  private static List<String> ties(Regulation regulation) {
    return Soundness.of(regulation).stream()
        .filter(finding -> finding.place().startsWith("/scale/rank"))
        .map(finding -> finding.kind() + " " + finding.place())
        .toList();
  }

  @Property(tries = 1000)
  void a_document_of_which_anything_is_left_out_is_found_out_and_never_throws(
      @ForAll("seeds") long seed, @ForAll java.util.Random random) throws Exception {
    JsonNode document = Wire.mapper().valueToTree(RandomScales.of(seed).regulation());
    prune(document, random);
    Regulation pruned = Wire.mapper().treeToValue(document, Regulation.class);
    assertThat(Soundness.of(pruned)).isNotNull();
  }

  @net.jqwik.api.Provide
  net.jqwik.api.Arbitrary<Long> seeds() {
    return net.jqwik.api.Arbitraries.longs();
  }

  /** Leaves some properties out; not those that tell which method it is, nor plain numbers. */
  private static void prune(JsonNode node, java.util.Random random) {
    if (node instanceof tools.jackson.databind.node.ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.get(name);
        boolean needed = name.equals("type") || value.isNumber() || value.isBoolean();
        if (!needed && random.nextInt(12) == 0) {
          object.remove(name);
        }
      }
    }
    node.forEach(each -> prune(each, random));
  }
}
