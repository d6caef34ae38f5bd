package vn.giaouoc.command.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaouoc.command.file.FileRejection.FILE_NOT_KEPT;
import static vn.giaouoc.command.scoring.Scored.BY_LEADER;
import static vn.giaouoc.command.scoring.Scored.CYCLE;
import static vn.giaouoc.command.scoring.Scored.DAY;
import static vn.giaouoc.command.scoring.Scored.DEPUTY;
import static vn.giaouoc.command.scoring.Scored.HEALTH;
import static vn.giaouoc.command.scoring.Scored.LABOUR;
import static vn.giaouoc.command.scoring.Scored.LEADER;
import static vn.giaouoc.command.scoring.Scored.MEMBERS;
import static vn.giaouoc.command.scoring.Scored.STRANGER;
import static vn.giaouoc.command.scoring.Scored.sheet;
import static vn.giaouoc.command.scoring.ScoringRejection.EQUAL_POINTS;
import static vn.giaouoc.command.scoring.ScoringRejection.FIGURE_DOES_NOT_FIT;
import static vn.giaouoc.command.scoring.ScoringRejection.LAYER_NOT_PROVIDED;
import static vn.giaouoc.command.scoring.ScoringRejection.NOTHING_ENTERED;
import static vn.giaouoc.command.scoring.ScoringRejection.NOT_A_CRITERION;
import static vn.giaouoc.command.scoring.ScoringRejection.NO_SCALE;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_ARE_COMPUTED;
import static vn.giaouoc.command.scoring.ScoringRejection.POINTS_UNKNOWN;
import static vn.giaouoc.command.scoring.ScoringRejection.RANK_RULE_UNKNOWN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DatabindException;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.Rejection;
import vn.giaouoc.command.scoring.RankingCommand.Given;
import vn.giaouoc.command.scoring.RankingCommand.ScoreBloc;
import vn.giaouoc.command.scoring.RankingCommand.Ties;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Enter;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Points;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Reopen;
import vn.giaouoc.command.scoring.ScoreSheetCommand.Scores;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.regulation.Method;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Scale.By;
import vn.giaouoc.shared.regulation.Scale.ClassRule;
import vn.giaouoc.shared.regulation.Scale.Content;
import vn.giaouoc.shared.regulation.Scale.Criterion;
import vn.giaouoc.shared.regulation.Scale.Grade;
import vn.giaouoc.shared.regulation.Scale.LayerRule;
import vn.giaouoc.shared.regulation.Scale.RankRule;
import vn.giaouoc.shared.regulation.Scale.Rounding;
import vn.giaouoc.shared.regulation.Scale.Scorer;
import vn.giaouoc.shared.regulation.Scale.TieBy;
import vn.giaouoc.shared.regulation.Scale.TieStep;
import vn.giaouoc.shared.regulation.Scale.Who;
import vn.giaouoc.shared.regulation.Sheet.Counted;
import vn.giaouoc.shared.regulation.Sheet.Done;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.regulation.Sheet.Measured;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Mark;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SelfScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A bloc that is ranked by the scale of its regulation: 40 points in proportion, 20 for what is
 * done or not, and 40 held against the best of the bloc, of which reaching the target gives four
 * fifths.
 */
class ScaledRankingTest {

  private static final String SCALE = "Điều 9";
  private static final String TIES = "Điều 11";

  private static Living bloc() {
    return Scored.bloc(regulation(rankRule()));
  }

  private static RankRule rankRule() {
    return new RankRule(
        By.POINTS,
        "Điều 10",
        List.of(new TieStep(TieBy.CRITERION, "II.1", TIES), new TieStep(TieBy.CHAIR, null, TIES)));
  }

  private static Regulation regulation(@Nullable RankRule rank) {
    return new Regulation(
        "3387/QĐ-KTĐ4",
        "Quy chế hoạt động",
        LocalDate.of(2026, 1, 15),
        LocalDate.of(2026, 1, 15),
        List.of(),
        List.of(),
        new ScoringRule(new BigDecimal("100"), false, SCALE),
        new vn.giaouoc.shared.regulation.Scale(
            SCALE,
            new BigDecimal("100"),
            null,
            null,
            new Rounding(2, SCALE),
            null,
            rank,
            new ClassRule(
                By.POINTS,
                "Điều 12",
                List.of(
                    new Grade("Xuất sắc", new BigDecimal("90")),
                    new Grade("Tốt", new BigDecimal("75")))),
            new LayerRule(
                "Điều 8",
                List.of(
                    new Scorer(Layer.SELF, Who.UNIT),
                    new Scorer(Layer.CROSS_CHECK, Who.OTHER_MEMBER),
                    new Scorer(Layer.CROSS_CHECK, Who.ASSESSORS)),
                List.of(Layer.SELF)),
            List.of(
                new Content(
                    "I",
                    "Nhiệm vụ chuyên môn",
                    "Điều 9 khoản 1",
                    new BigDecimal("60"),
                    null,
                    null,
                    List.of(
                        criterion("I.1", "40", new Method.Proportional(null)),
                        criterion("I.2", "20", new Method.PassFail()))),
                new Content(
                    "II",
                    "Phong trào thi đua",
                    "Điều 9 khoản 2",
                    new BigDecimal("40"),
                    null,
                    null,
                    List.of(
                        criterion(
                            "II.1", "40", new Method.RelativeToBest(new BigDecimal("80"))))))));
  }

  private static Criterion criterion(String id, String standard, @Nullable Method method) {
    return new Criterion(
        id,
        "Tiêu chí " + id,
        "Điều 9, mục " + id,
        new BigDecimal(standard),
        method,
        null,
        null,
        Direction.HIGHER,
        null,
        null,
        null);
  }

  private static Entry of100(String actual) {
    return new Measured(new BigDecimal(actual), new BigDecimal("100"), null);
  }

  private static Enter enter(UnitId unit, Points... lines) {
    return new Enter(
        CYCLE, unit, Layer.SELF, null, new Scores(List.of(lines), null), Living.by(unit, DAY));
  }

  private static Points figure(String criterion, @Nullable Entry figure) {
    return new Points(criterion, null, null, figure, List.of());
  }

  private static Enter enter(UnitId unit, String first, boolean second, String third) {
    return enter(
        unit,
        figure("I.1", of100(first)),
        figure("I.2", new Done(second)),
        figure("II.1", of100(third)));
  }

  private static final ScoreBloc RANK = rank(List.of(), null, null);

  private static ScoreBloc rank(List<Given> settled, @Nullable Ties ties, @Nullable String reason) {
    return new ScoreBloc(CYCLE, Contest.WHOLE_BLOC, settled, List.of(), ties, reason, BY_LEADER);
  }

  private static Living allEntered() {
    return bloc()
        .when(enter(LEADER, "90", true, "120"))
        .when(enter(DEPUTY, "100", false, "110"))
        .when(enter(HEALTH, "50", true, "100"))
        .when(enter(LABOUR, "100", true, "50"));
  }

  private static BlocScored scored(Living living) {
    return (BlocScored)
        living.appended().stream()
            .filter(BlocScored.class::isInstance)
            .findFirst()
            .orElseThrow(() -> new AssertionError("not ranked"));
  }

  /** Unit, rank, points, class. */
  private static List<String> told(BlocScored scored) {
    List<String> told = new ArrayList<>();
    for (Settled each : scored.settled()) {
      told.add(
          each.rank()
              + " "
              + each.unit().slug()
              + " "
              + each.points().stripTrailingZeros().toPlainString()
              + " "
              + each.grade());
    }
    return told;
  }

  @Test
  void points_are_made_of_figures_and_those_that_depend_on_others_are_not_told_yet() {
    bloc()
        .when(enter(LEADER, "90", true, "120"))
        .then(
            new SelfScoreEntered(
                sheet(LEADER),
                CYCLE,
                LEADER,
                List.of(
                    // 90 of 100 is nine tenths of 40 points
                    line("I.1", "36", of100("90")),
                    line("I.2", "20", new Done(true)),
                    line("II.1", null, of100("120"))),
                null,
                false));
  }

  private static Line line(String criterion, @Nullable String points, Entry figure) {
    return new Line(
        criterion, points == null ? null : new BigDecimal(points), null, figure, List.of());
  }

  @Test
  void a_figure_without_its_number_is_none() {
    for (String figure :
        List.of(
            "{\"type\": \"untargeted\"}",
            "{\"type\": \"counted\"}",
            "{\"type\": \"delivered\"}",
            "{\"type\": \"done\"}",
            "{\"type\": \"assessments\", \"points\": [null]}")) {
      assertThatThrownBy(() -> Wire.mapper().readValue(figure, Entry.class))
          .as(figure)
          .isInstanceOf(DatabindException.class);
    }
  }

  @Test
  void the_bloc_is_ranked_as_worked_out_by_hand() {
    // the best exceeds its target by 20 per cent and gets 40; ten per cent are half the way from
    // 32 to 40, so 36; the target itself gives 32; half the target four fifths of 40 times one
    // half,
    // so 16
    Living living = allEntered().when(RANK);
    assertThat(told(scored(living)))
        .containsExactly(
            "1 kien-giang.so-du-lich 96 Xuất sắc", // 36 + 20 + 40
            "2 kien-giang.so-khcn 76 Tốt", // 40 + 0 + 36: more in II.1 than the next
            "3 kien-giang.so-ldtbxh 76 Tốt", // 40 + 20 + 16
            "4 kien-giang.so-y-te 72 null"); // 20 + 20 + 32
    SheetFrozen frozen =
        living.appended().stream()
            .filter(SheetFrozen.class::isInstance)
            .map(SheetFrozen.class::cast)
            .filter(each -> each.unit().equals(DEPUTY))
            .findFirst()
            .orElseThrow();
    assertThat(frozen.marks().criteria())
        .extracting(mark -> mark.of() + " " + mark.points().stripTrailingZeros().toPlainString())
        .containsExactly("I.1 40", "I.2 0", "II.1 36");
    assertThat(frozen.marks().contents()).extracting(Mark::of).containsExactly("I", "II");
  }

  @Test
  void when_a_figure_of_the_best_is_corrected_the_whole_bloc_is_scored_again_and_it_says_why() {
    Living living = allEntered().when(RANK);
    living
        .when(new Reopen(CYCLE, LEADER, "Số liệu chưa đúng", BY_LEADER))
        .when(enter(LEADER, "90", true, "140"))
        .when(rank(List.of(), null, "Đính chính số liệu của đơn vị dẫn đầu"));
    BlocScored again = scored(living);
    assertThat(again.reason()).isEqualTo(Living.words("Đính chính số liệu của đơn vị dẫn đầu"));
    assertThat(told(again))
        .containsExactly(
            "1 kien-giang.so-du-lich 96 Xuất sắc",
            "2 kien-giang.so-ldtbxh 76 Tốt",
            "3 kien-giang.so-khcn 74 null", // a quarter of the way: 40 + 0 + 34
            "4 kien-giang.so-y-te 72 null");
  }

  @Test
  void missing_is_not_zero_and_zero_is_not_missing() {
    Living living =
        bloc()
            .when(enter(LEADER, "90", true, "120"))
            .when(enter(DEPUTY, figure("I.1", of100("100")), figure("I.2", new Done(true))))
            .when(enter(HEALTH, "0", false, "100"))
            .when(enter(LABOUR, "100", true, "50"));
    living.when(RANK).refused(POINTS_UNKNOWN);
    assertThat(living.subject()).contains(DEPUTY.slug()).contains("II.1");
    assertThat(living.clause()).isEqualTo(SCALE);
    living.when(enter(DEPUTY, "100", true, "0")).when(RANK);
    assertThat(told(scored(living)))
        .containsExactly(
            "1 kien-giang.so-du-lich 96 Xuất sắc",
            "2 kien-giang.so-ldtbxh 76 Tốt",
            "3 kien-giang.so-khcn 60 null",
            "4 kien-giang.so-y-te 32 null");
  }

  @Test
  void what_figures_do_not_tell_apart_the_chair_does_as_the_cascade_says() {
    Living living =
        bloc()
            .when(enter(LEADER, "90", true, "120"))
            .when(enter(DEPUTY, "100", true, "100"))
            .when(enter(HEALTH, "100", true, "100"))
            .when(enter(LABOUR, "0", false, "50"));
    living.when(RANK).refused(EQUAL_POINTS);
    assertThat(living.clause()).isEqualTo(TIES);
    living.when(rank(List.of(), new Ties(List.of(HEALTH, DEPUTY), "Khối trưởng quyết định"), null));
    assertThat(told(scored(living)))
        .containsExactly(
            "1 kien-giang.so-du-lich 96 Xuất sắc",
            "2 kien-giang.so-y-te 92 Xuất sắc",
            "3 kien-giang.so-khcn 92 Xuất sắc",
            "4 kien-giang.so-ldtbxh 16 null");
    allEntered()
        .when(rank(List.of(), new Ties(List.of(HEALTH, LEADER), "Tùy tiện"), null))
        .refused(ScoringRejection.ORDER_OF_UNEQUALS);
  }

  @Test
  void points_by_hand_go_around_no_scale() {
    refused(
        POINTS_ARE_COMPUTED,
        "Điều 9, mục I.1",
        enter(LEADER, new Points("I.1", BigDecimal.TEN, null)));
    refused(
        POINTS_ARE_COMPUTED,
        SCALE,
        new Enter(
            CYCLE,
            LEADER,
            Layer.SELF,
            null,
            new Scores(List.of(), new BigDecimal("90")),
            BY_LEADER));
    allEntered()
        .when(rank(List.of(new Given(LEADER, BigDecimal.TEN)), null, null))
        .refused(POINTS_ARE_COMPUTED);
  }

  @Test
  void a_figure_is_of_a_criterion_of_the_scale_and_of_its_kind() {
    refused(NOT_A_CRITERION, SCALE, enter(LEADER, figure("III.1", of100("1"))));
    refused(FIGURE_DOES_NOT_FIT, "Điều 9, mục I.1", enter(LEADER, figure("I.1", new Done(true))));
    refused(NOTHING_ENTERED, "Điều 9, mục I.1", enter(LEADER, figure("I.1", null)));
  }

  @Test
  void where_there_is_no_scale_there_are_points_and_no_figures() {
    Scored.bloc().when(enter(LEADER, figure("I.1", of100("90")))).refused(NO_SCALE);
  }

  @Test
  void what_shows_a_figure_is_kept() {
    Points line = new Points("I.1", null, null, of100("90"), List.of(FileId.of("not-kept")));
    bloc().when(enter(LEADER, line)).refused(FILE_NOT_KEPT);
    Points kept = new Points("I.1", null, null, of100("90"), List.of(FileId.of("aa")));
    Living living = bloc().when(enter(LEADER, kept));
    assertThat(((SelfScoreEntered) living.appended().getFirst()).lines().getFirst().evidence())
        .containsExactly(FileId.of("aa"));
  }

  @Test
  void who_scores_and_whose_points_count_is_as_the_regulation_says() {
    Living living = allEntered();
    living
        .when(
            new Enter(
                CYCLE,
                LEADER,
                Layer.VERIFIED,
                null,
                new Scores(List.of(figure("I.1", of100("10"))), null),
                Scored.BY_BOARD))
        .refused(LAYER_NOT_PROVIDED);
    assertThat(living.clause()).isEqualTo("Điều 8");
    // somebody from outside the bloc may check, and does not count
    living.when(
        new Enter(
            CYCLE,
            LEADER,
            Layer.CROSS_CHECK,
            STRANGER,
            new Scores(List.of(figure("I.1", of100("10"))), null),
            Living.by(STRANGER, DAY)));
    assertThat(living.appended()).hasSize(1);
    assertThat(scored(living.when(RANK)).settled())
        .extracting(Settled::layer)
        .containsOnly(Layer.SELF);
  }

  @Test
  void what_is_counted_is_what_the_scale_counts_and_no_text_of_its_own() {
    Method items =
        new Method.PerItem(
            List.of(new Method.Item("bang-khen", "Bằng khen", BigDecimal.ONE, null)));
    Regulation rules = counting(criterion("I.1", "40", items));
    Scored.bloc(rules)
        .when(enter(LEADER, figure("I.1", new Counted(Map.of("bang-khen", BigDecimal.TWO)))))
        .then(
            new SelfScoreEntered(
                sheet(LEADER),
                CYCLE,
                LEADER,
                List.of(line("I.1", "2", new Counted(Map.of("bang-khen", BigDecimal.TWO)))),
                BigDecimal.TWO,
                false));
    for (Regulation each : List.of(rules, counting(criterion("I.1", "40", null)))) {
      Scored.bloc(each)
          .when(
              enter(
                  LEADER,
                  figure(
                      "I.1",
                      new Counted(
                          Map.of("bang-khen", BigDecimal.TWO, "Nguyễn Văn A", BigDecimal.ONE)))))
          .refused(FIGURE_DOES_NOT_FIT);
    }
  }

  private static Regulation counting(Criterion criterion) {
    return new Regulation(
        "1/QC",
        "Quy chế",
        null,
        LocalDate.of(2026, 1, 15),
        List.of(),
        List.of(),
        null,
        new vn.giaouoc.shared.regulation.Scale(
            SCALE,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(new Content("I", "Nội dung", SCALE, null, null, null, List.of(criterion)))));
  }

  @Test
  void only_whom_the_regulation_names_scores_a_layer() {
    Living living =
        Scored.bloc(
                scoredBy(
                    new Scorer(Layer.SELF, Who.UNIT),
                    new Scorer(Layer.CROSS_CHECK, Who.ASSESSORS),
                    new Scorer(Layer.BLOC, Who.LEADER),
                    new Scorer(Layer.VERIFIED, Who.ASSESSORS)))
            .when(enter(HEALTH, "50", true, "100"))
            .when(enter(LEADER, "90", true, "120"));
    for (Enter refused :
        List.of(
            enter(HEALTH, Layer.CROSS_CHECK, LABOUR, Living.by(LABOUR, DAY)),
            enter(HEALTH, Layer.BLOC, DEPUTY, Living.by(DEPUTY, DAY)),
            enter(HEALTH, Layer.VERIFIED, null, Scored.BY_BOARD))) {
      living.when(refused).refused(LAYER_NOT_PROVIDED);
      assertThat(living.clause()).isEqualTo("Điều 8");
    }
    for (Enter entered :
        List.of(
            enter(HEALTH, Layer.CROSS_CHECK, STRANGER, Living.by(STRANGER, DAY)),
            enter(HEALTH, Layer.BLOC, LEADER, BY_LEADER),
            // nobody scores its own sheet
            enter(LEADER, Layer.BLOC, DEPUTY, Living.by(DEPUTY, DAY)))) {
      assertThat(living.when(entered).appended()).as(entered.toString()).hasSize(1);
    }
    Scored.bloc(scoredBy(new Scorer(Layer.SELF, Who.UNIT), new Scorer(Layer.BLOC, Who.ASSESSORS)))
        .when(enter(HEALTH, "50", true, "100"))
        .when(enter(HEALTH, Layer.BLOC, LEADER, BY_LEADER))
        .refused(LAYER_NOT_PROVIDED);
  }

  private static Enter enter(UnitId unit, Layer layer, @Nullable UnitId by, Envelope envelope) {
    return new Enter(
        CYCLE, unit, layer, by, new Scores(List.of(figure("I.1", of100("10"))), null), envelope);
  }

  private static Regulation scoredBy(Scorer... scorers) {
    Regulation rules = regulation(rankRule());
    vn.giaouoc.shared.regulation.Scale scale = rules.scale();
    return new Regulation(
        rules.number(),
        rules.title(),
        rules.dated(),
        rules.validFrom(),
        rules.steps(),
        rules.awards(),
        rules.scoring(),
        new vn.giaouoc.shared.regulation.Scale(
            SCALE,
            scale.standard(),
            scale.bonusCap(),
            scale.floor(),
            scale.rounding(),
            scale.notAssigned(),
            scale.rank(),
            scale.classes(),
            new LayerRule("Điều 8", List.of(scorers), List.of(Layer.SELF)),
            scale.contents()));
  }

  @Test
  void a_scale_that_does_not_say_how_to_rank_does_not_rank() {
    Living living = Scored.bloc(regulation(null));
    for (UnitId unit : MEMBERS) {
      living.when(enter(unit, "90", true, "100"));
    }
    living.when(RANK).refused(RANK_RULE_UNKNOWN);
  }

  private static void refused(Rejection reason, String clause, Enter command) {
    Living living = bloc().when(command).refused(reason);
    assertThat(living.clause()).isEqualTo(clause);
  }
}
