package vn.giaouoc.shared.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.shared.regulation.Drawings.award;
import static vn.giaouoc.shared.regulation.Drawings.contender;
import static vn.giaouoc.shared.regulation.Drawings.draw;
import static vn.giaouoc.shared.regulation.Drawings.excluded;
import static vn.giaouoc.shared.regulation.Drawings.flag;
import static vn.giaouoc.shared.regulation.Drawings.merit;
import static vn.giaouoc.shared.regulation.Drawings.names;
import static vn.giaouoc.shared.regulation.Drawings.passed;
import static vn.giaouoc.shared.regulation.Drawings.ranked;
import static vn.giaouoc.shared.regulation.Drawings.regulation;
import static vn.giaouoc.shared.regulation.Drawings.told;
import static vn.giaouoc.shared.regulation.Drawings.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.regulation.Condition.FoundByPeople;
import vn.giaouoc.shared.regulation.Condition.InClass;
import vn.giaouoc.shared.regulation.Condition.LeastIn;
import vn.giaouoc.shared.regulation.Condition.LeastPoints;
import vn.giaouoc.shared.regulation.Condition.NotAgain;
import vn.giaouoc.shared.regulation.Condition.PledgeSigned;
import vn.giaouoc.shared.regulation.Condition.PriorTitle;
import vn.giaouoc.shared.regulation.Condition.StepInTime;
import vn.giaouoc.shared.regulation.CountRule.Across;
import vn.giaouoc.shared.regulation.CountRule.Fixed;
import vn.giaouoc.shared.regulation.CountRule.Parts;
import vn.giaouoc.shared.regulation.CountRule.Places;
import vn.giaouoc.shared.regulation.CountRule.Ratio;
import vn.giaouoc.shared.regulation.CountRule.TheRest;
import vn.giaouoc.shared.regulation.Proposals.Contender;
import vn.giaouoc.shared.regulation.Proposals.Drawn;
import vn.giaouoc.shared.regulation.Proposals.Known;
import vn.giaouoc.shared.regulation.Proposals.Shared;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.ClassRule;
import vn.giaouoc.shared.regulation.Scale.Grade;

/** Who is drawn from a ranking, who is not, and why; by each rule from both sides. */
class ProposalsTest {

  private static final Condition PLEDGE = new PledgeSigned(true, "Điều 3");

  private static Drawn only(CountRule count, List<Contender> field) {
    return draw(regulation(flag(count)), field).getFirst();
  }

  private static CountRule ratio(String percent, Ratio.Of of, Parts parts) {
    return new Ratio(new BigDecimal(percent), of, parts);
  }

  private static List<String> count(Drawn drawn) {
    return drawn.count().stream().map(Working::vietnamese).toList();
  }

  // how many

  @Test
  void a_fixed_number_goes_down_the_ranking_and_ends_there() {
    assertThat(names(only(new Fixed(2), ranked(3, 1, 2)))).containsExactly("b", "c");
    assertThat(names(only(new Fixed(0), ranked(1, 2)))).isEmpty();
    assertThat(names(only(new Fixed(9), ranked(2, 1)))).containsExactly("b", "a");
  }

  @Test
  void a_part_of_the_units_is_rounded_as_the_regulation_says() {
    List<Contender> fourteen = ranked(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    Drawn down = only(ratio("20", Ratio.Of.MEMBERS, Parts.DOWN), fourteen);
    assertThat(count(down)).containsExactly("20 % của 14 thành viên = 2,8", "2,8, bỏ phần lẻ: 2");
    assertThat(names(down)).containsExactly("a", "b");
    assertThat(only(ratio("20", Ratio.Of.MEMBERS, Parts.UP), fourteen).number()).isEqualTo(3);
    assertThat(only(ratio("20", Ratio.Of.MEMBERS, Parts.HALF_UP), fourteen).number()).isEqualTo(3);
    assertThat(only(ratio("17", Ratio.Of.MEMBERS, Parts.HALF_UP), fourteen).number())
        .as("2.38")
        .isEqualTo(2);
    assertThat(only(ratio("50", Ratio.Of.MEMBERS, Parts.UP), fourteen).number())
        .as("seven is whole")
        .isEqualTo(7);
  }

  @Test
  void members_ranked_and_eligible_units_are_counted_apart() {
    List<Contender> field = new ArrayList<>(ranked(1, 2, 3, 4, 0, 0));
    field.set(5, excluded(field.get(5), "Điều 14"));
    field.replaceAll(each -> told(each, PLEDGE, Known.YES));
    field.set(0, told(field.getFirst(), PLEDGE, Known.NO));
    AwardRule members = flag(ratio("50", Ratio.Of.MEMBERS, Parts.DOWN), PLEDGE);
    AwardRule ranked = flag(ratio("50", Ratio.Of.RANKED, Parts.DOWN), PLEDGE);
    AwardRule eligible = flag(ratio("50", Ratio.Of.ELIGIBLE, Parts.DOWN), PLEDGE);
    assertThat(draw(regulation(members), field).getFirst().number()).isEqualTo(3);
    assertThat(draw(regulation(ranked), field).getFirst().number()).isEqualTo(2);
    assertThat(draw(regulation(eligible), field).getFirst().number()).isEqualTo(1);
    assertThat(passed(draw(regulation(members), field).getFirst()))
        .containsExactly("f excluded", "a condition-not-met");
  }

  @Test
  void ranks_are_those_and_nobody_comes_in_the_place_of_one() {
    Regulation rule = regulation(merit(new Places(2, 3), PLEDGE));
    List<Contender> field = new ArrayList<>(ranked(1, 2, 3, 4));
    field.replaceAll(each -> told(each, PLEDGE, Known.YES));
    assertThat(names(draw(rule, field).getFirst())).containsExactly("b", "c");
    field.set(1, told(field.get(1), PLEDGE, Known.NO));
    assertThat(names(draw(rule, field).getFirst())).containsExactly("c");
  }

  @Test
  void the_rest_is_every_eligible_unit_that_no_earlier_award_takes() {
    AwardRule rest = award(Title.CERTIFICATE_OF_COMMENDATION, new TheRest(), PLEDGE);
    List<Contender> field = new ArrayList<>(ranked(1, 2, 3, 4, 0));
    field.replaceAll(each -> told(each, PLEDGE, Known.YES));
    field.set(3, told(field.get(3), PLEDGE, Known.NO));
    List<Drawn> drawn = draw(regulation(flag(new Fixed(1)), merit(new Fixed(1)), rest), field);
    assertThat(names(drawn.get(0))).containsExactly("a");
    assertThat(names(drawn.get(1))).containsExactly("b");
    assertThat(names(drawn.get(2))).containsExactly("c");
    assertThat(passed(drawn.get(2)))
        .containsExactly(
            "a proposed-otherwise", "b proposed-otherwise", "d condition-not-met", "e not-ranked");
  }

  @Test
  void a_number_for_several_blocs_draws_nobody_and_tells_who_may_be_chosen() {
    Across across =
        new Across(
            "co-chinh-phu",
            List.of(BlocId.of("x.1"), BlocId.of("x.2")),
            null,
            new BigDecimal("20"),
            Parts.DOWN);
    List<Drawn> drawn =
        Proposals.draw(
            regulation(flag(new Fixed(1)), award(Title.CERTIFICATE_OF_MERIT, across)),
            Contest.WHOLE_BLOC,
            ranked(1, 2),
            List.of(),
            Map.of("co-chinh-phu", new Shared(14, 1)));
    assertThat(names(drawn.get(0))).containsExactly("a");
    assertThat(drawn.get(1).number()).isEqualTo(2);
    assertThat(drawn.get(1).before()).isEqualTo(1);
    assertThat(count(drawn.get(1)))
        .containsExactly(
            "20 % của 14 đơn vị dẫn đầu các khối = 2,8",
            "2,8, bỏ phần lẻ: 2", "Chung cho 2 khối: 2, đã đề nghị 1");
    assertThat(names(drawn.get(1))).isEmpty();
    assertThat(passed(drawn.get(1))).containsExactly("a choice");
  }

  @Test
  void without_a_number_nobody_is_drawn_and_it_is_told() {
    Drawn drawn = draw(regulation(award(Title.FLAG, null)), ranked(1, 2)).getFirst();
    assertThat(drawn.number()).isNull();
    assertThat(drawn.proposed()).isEmpty();
    assertThat(passed(drawn)).containsExactly("a number-not-stated", "b number-not-stated");
  }

  // what is not clear

  @Test
  void a_tie_at_the_last_place_is_left_to_people_and_one_that_fits_is_not() {
    Drawn drawn = only(new Fixed(2), ranked(1, 2, 2, 4));
    assertThat(names(drawn)).containsExactly("a");
    assertThat(passed(drawn)).containsExactly("b tie", "c tie");
    assertThat(names(only(new Fixed(3), ranked(1, 2, 2, 4)))).containsExactly("a", "b", "c");
  }

  @Test
  void of_equal_units_one_that_cannot_get_it_leaves_no_tie() {
    List<Contender> field = new ArrayList<>(ranked(1, 1, 3));
    field.replaceAll(each -> told(each, PLEDGE, Known.YES));
    field.set(0, told(field.getFirst(), PLEDGE, Known.NO));
    Drawn drawn = draw(regulation(flag(new Fixed(1), PLEDGE)), field).getFirst();
    assertThat(names(drawn)).containsExactly("b");
    assertThat(passed(drawn)).containsExactly("a condition-not-met");
  }

  @Test
  void what_is_not_known_keeps_its_place_and_whoever_depends_on_it_waits() {
    List<Contender> field = new ArrayList<>(ranked(1, 2, 3, 4));
    field.replaceAll(each -> told(each, PLEDGE, Known.YES));
    field.set(0, told(field.getFirst(), PLEDGE, Known.UNKNOWN));
    Drawn one = draw(regulation(flag(new Fixed(1), PLEDGE)), field).getFirst();
    assertThat(names(one)).isEmpty();
    assertThat(passed(one)).containsExactly("a not-known", "b waits");
    Drawn two = draw(regulation(flag(new Fixed(2), PLEDGE)), field).getFirst();
    assertThat(names(two)).containsExactly("b");
    assertThat(passed(two)).containsExactly("a not-known", "c waits");
  }

  @Test
  void a_later_award_waits_for_an_earlier_one_that_is_not_decided() {
    List<Drawn> drawn = draw(regulation(flag(new Fixed(1)), merit(new Fixed(1))), ranked(1, 1, 3));
    assertThat(passed(drawn.get(0))).containsExactly("a tie", "b tie");
    assertThat(names(drawn.get(1))).isEmpty();
    assertThat(passed(drawn.get(1))).containsExactly("a waits", "b waits", "c waits");
  }

  @Test
  void what_stands_proposed_takes_its_place_and_is_not_drawn_again() {
    AwardRule flag = flag(new Fixed(2));
    AwardRule merit = merit(new Fixed(1));
    List<Drawn> drawn =
        Proposals.draw(
            regulation(flag, merit),
            Contest.WHOLE_BLOC,
            ranked(1, 2, 3, 4),
            List.of(
                new Proposals.Standing(flag, unit("b")), new Proposals.Standing(merit, unit("a"))),
            Map.of());
    assertThat(drawn.get(0).before()).isEqualTo(1);
    assertThat(names(drawn.get(0))).containsExactly("c");
    assertThat(passed(drawn.get(0))).containsExactly("a proposed-otherwise");
    assertThat(names(drawn.get(1))).isEmpty();
  }

  @Test
  void another_track_takes_nothing_away() {
    AwardRule thematic =
        new AwardRule(
            Title.CERTIFICATE_OF_MERIT,
            Track.THEMATIC,
            "Điều 13",
            null,
            List.of(),
            new Fixed(1),
            List.of());
    List<Drawn> drawn = draw(regulation(flag(new Fixed(1)), thematic), ranked(1, 2));
    assertThat(names(drawn.get(0))).containsExactly("a");
    assertThat(names(drawn.get(1))).containsExactly("a");
  }

  @Test
  void an_award_is_drawn_in_its_contests_only() {
    Regulation rule =
        contests(new ContestRule(new Contest("nhom-1"), "Nhóm 1", "Điều 9", "1", null, null, null));
    assertThat(Proposals.draw(rule, new Contest("nhom-1"), ranked(1), List.of(), Map.of()))
        .hasSize(1);
    assertThat(Proposals.draw(rule, new Contest("nhom-2"), ranked(1), List.of(), Map.of()))
        .isEmpty();
  }

  private static Regulation contests(ContestRule... contests) {
    return new Regulation(
        "1/QĐ",
        "Quy chế",
        null,
        LocalDate.of(2026, 1, 1),
        List.of(),
        null,
        null,
        List.of(contests),
        List.of(
            new AwardRule(
                Title.FLAG,
                Track.ANNUAL,
                "Điều 12",
                null,
                List.of(new Contest("nhom-1")),
                new Fixed(1),
                List.of())),
        List.of());
  }

  // conditions

  private static Known known(Condition condition, Contender unit) {
    return Proposals.known(scaled(), unit, condition);
  }

  private static Regulation scaled() {
    Scale scale =
        new Scale(
            "Điều 6",
            null,
            null,
            null,
            null,
            null,
            null,
            new ClassRule(
                By.POINTS,
                "Điều 11",
                List.of(
                    new Grade("Xuất sắc", new BigDecimal("90")),
                    new Grade("Tốt", new BigDecimal("80")),
                    new Grade("Khá", new BigDecimal("70")))),
            null,
            List.of());
    return new Regulation(
        "1/QĐ", "Quy chế", null, LocalDate.of(2026, 1, 1), List.of(), List.of(), null, scale);
  }

  private static Contender with(
      @Nullable String points,
      @Nullable String rate,
      @Nullable String grade,
      Map<String, BigDecimal> percents) {
    return new Contender(
        unit("a"),
        1,
        points == null ? null : new BigDecimal(points),
        rate == null ? null : new BigDecimal(rate),
        grade,
        false,
        null,
        percents,
        Map.of());
  }

  @Test
  void points_and_rates_reach_the_least_or_not_or_are_not_known() {
    Condition points = new LeastPoints(By.POINTS, new BigDecimal("80"), "Điều 1");
    Condition rate = new LeastPoints(By.RATE, new BigDecimal("80"), "Điều 1");
    assertThat(known(points, with("80.0", null, null, Map.of()))).isEqualTo(Known.YES);
    assertThat(known(points, with("79.999", "99", null, Map.of()))).isEqualTo(Known.NO);
    assertThat(known(points, with(null, "99", null, Map.of()))).isEqualTo(Known.UNKNOWN);
    assertThat(known(rate, with("1", "80", null, Map.of()))).isEqualTo(Known.YES);
    assertThat(known(rate, with("99", "79.9", null, Map.of()))).isEqualTo(Known.NO);
    assertThat(known(rate, with("99", null, null, Map.of()))).isEqualTo(Known.UNKNOWN);
  }

  @Test
  void a_content_reaches_the_least_percent_or_not_or_is_not_known() {
    Condition least = new LeastIn("II", new BigDecimal("90"), "Điều 1");
    assertThat(known(least, with("1", null, null, Map.of("II", new BigDecimal("90")))))
        .isEqualTo(Known.YES);
    assertThat(known(least, with("1", null, null, Map.of("II", new BigDecimal("89.99")))))
        .isEqualTo(Known.NO);
    assertThat(known(least, with("1", null, null, Map.of("I", new BigDecimal("99")))))
        .isEqualTo(Known.UNKNOWN);
  }

  @Test
  void a_class_is_that_or_a_better_one() {
    Condition good = new InClass("Tốt", "Điều 1");
    assertThat(known(good, with("95", null, "Xuất sắc", Map.of()))).isEqualTo(Known.YES);
    assertThat(known(good, with("85", null, "Tốt", Map.of()))).isEqualTo(Known.YES);
    assertThat(known(good, with("75", null, "Khá", Map.of()))).isEqualTo(Known.NO);
    assertThat(known(good, with("5", null, null, Map.of()))).as("in none").isEqualTo(Known.NO);
    assertThat(known(good, with(null, null, null, Map.of()))).isEqualTo(Known.UNKNOWN);
    assertThat(Proposals.known(regulation(), with("95", null, null, Map.of()), good))
        .as("there are no classes")
        .isEqualTo(Known.UNKNOWN);
  }

  @Test
  void what_the_record_and_people_tell_is_taken_as_told() {
    for (Condition condition :
        List.of(
            new PledgeSigned(false, "Điều 3"),
            new StepInTime(Step.SCORING, "Điều 4"),
            new PriorTitle(Title.FLAG, 2, "Điều 5"),
            new NotAgain(Title.FLAG, 1, "Điều 6"),
            new FoundByPeople("moi", "Có mô hình mới", "Điều 7"))) {
      Contender unit = contender("a", 1, "99");
      assertThat(known(condition, unit)).isEqualTo(Known.UNKNOWN);
      assertThat(known(condition, told(unit, condition, Known.YES))).isEqualTo(Known.YES);
      assertThat(known(condition, told(unit, condition, Known.NO))).isEqualTo(Known.NO);
    }
  }

  @Test
  void every_reason_is_told_in_words_with_the_clause() throws Exception {
    List<Condition> all =
        List.of(
            new PledgeSigned(true, "Điều 3"),
            new StepInTime(Step.SCORING, "Điều 4"),
            new LeastPoints(By.RATE, new BigDecimal("80.50"), "Điều 4"),
            new LeastIn("II", new BigDecimal("90"), "Điều 4"),
            new InClass("Tốt", "Điều 4"),
            new PriorTitle(Title.FLAG, 2, "Điều 5"),
            new NotAgain(Title.FLAG, 1, "Điều 6"),
            new FoundByPeople("moi", "có mô hình mới", "Điều 7"));
    List<String> sentences = new ArrayList<>();
    for (Condition condition : all) {
      String json = Wire.mapper().writerFor(Condition.class).writeValueAsString(condition);
      assertThat(Wire.mapper().readValue(json, Condition.class)).isEqualTo(condition);
      Contender unit = told(contender("a", 1, null), condition, Known.NO);
      Drawn drawn = draw(regulation(flag(new Fixed(1), condition)), List.of(unit)).getFirst();
      assertThat(drawn.passed().getFirst().english()).contains(condition.clause());
      sentences.add(drawn.passed().getFirst().vietnamese());
    }
    assertThat(sentences)
        .containsExactly(
            "Không đạt điều kiện: ký giao ước thi đua đúng hạn (Điều 3)",
            "Không đạt điều kiện: tự chấm điểm đúng hạn (Điều 4)",
            "Chưa biết có đạt điều kiện không: đạt từ 80,5 % (Điều 4)",
            "Chưa biết có đạt điều kiện không: đạt từ 90 % điểm chuẩn của II (Điều 4)",
            "Chưa biết có đạt điều kiện không: xếp loại Tốt trở lên (Điều 4)",
            "Không đạt điều kiện: đã được tặng cờ thi đua 2 năm liền trước (Điều 5)",
            "Không đạt điều kiện: chưa được tặng cờ thi đua trong 1 năm trước (Điều 6)",
            "Không đạt điều kiện: có mô hình mới (Điều 7)");
  }

  @Test
  void every_count_rule_is_written_and_read_back() throws Exception {
    for (CountRule rule :
        List.of(
            new Fixed(1),
            ratio("20.5", Ratio.Of.RANKED, Parts.HALF_UP),
            new Places(2, 3),
            new TheRest(),
            new Across("so-chung", List.of(BlocId.of("x.1")), 2, null, null))) {
      String json = Wire.mapper().writerFor(CountRule.class).writeValueAsString(rule);
      assertThat(Wire.mapper().readValue(json, CountRule.class)).isEqualTo(rule);
    }
  }
}
