package vn.giaouoc.command.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.regulation.RegulationReader.Document;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Scoring;
import vn.giaouoc.shared.regulation.Sheet;
import vn.giaouoc.shared.regulation.Sheet.Assessments;
import vn.giaouoc.shared.regulation.Sheet.Counted;
import vn.giaouoc.shared.regulation.Sheet.Delivered;
import vn.giaouoc.shared.regulation.Sheet.Done;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.regulation.Sheet.Measured;
import vn.giaouoc.shared.regulation.Sheet.Unassigned;
import vn.giaouoc.shared.regulation.Sheet.Untargeted;
import vn.giaouoc.shared.regulation.Standing;
import vn.giaouoc.shared.regulation.Standing.Scored;
import vn.giaouoc.shared.regulation.Standing.Unknown;
import vn.giaouoc.shared.unit.UnitId;

/** Each complete example, with a small bloc worked out by hand. */
class ExampleRegulationsTest {

  private static final UnitId A = UnitId.of("tinh.so-a");
  private static final UnitId B = UnitId.of("tinh.so-b");
  private static final UnitId C = UnitId.of("tinh.so-c");

  private static Standing standing(String name, Sheet... sheets) {
    Regulation regulation = RegulationReaderTest.read(RegulationReaderTest.text(name)).regulation();
    return Scoring.of(regulation, List.of(sheets), List.of());
  }

  private static Sheet sheet(UnitId unit, Object... entries) {
    Map<String, Entry> byCriterion = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      byCriterion.put((String) entries[i], (Entry) entries[i + 1]);
    }
    return new Sheet(unit, byCriterion);
  }

  private static Measured measured(String actual, String target) {
    return new Measured(
        new BigDecimal(actual), target == null ? null : new BigDecimal(target), null);
  }

  private static Counted counted(Object... counts) {
    Map<String, BigDecimal> byItem = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i += 2) {
      byItem.put((String) counts[i], BigDecimal.valueOf((int) counts[i + 1]));
    }
    return new Counted(byItem);
  }

  private static Assessments given(String... points) {
    return new Assessments(Arrays.stream(points).map(BigDecimal::new).toList());
  }

  /** "1 tinh.so-a 947 Tốt", the best first. */
  private static List<String> table(Standing standing) {
    return standing.units().stream()
        .map(
            each ->
                each.rank()
                    + " "
                    + each.unit().slug()
                    + " "
                    + ((Scored) each.outcome()).shown().total().stripTrailingZeros().toPlainString()
                    + (each.grade() == null ? "" : " " + each.grade()))
        .toList();
  }

  @Test
  void a_thousand_is_950_and_50() {
    Standing standing =
        standing(
            "vi-du-1000-diem.yaml",
            // I 300 + 200 + 100 + 50 = 650, bonus 4 % × 300 + 8 % × 100 = 20
            // II 120 + 80 − 10 = 190; III 20 + 6 × 5 = 50, 40 − 2 × 4 = 32, bonus 5
            // 650 + 190 + 82 = 922, + 25 = 947
            sheet(
                A,
                "I.1",
                measured("104.5", "100"),
                "I.2",
                measured("96", null),
                "I.3",
                measured("920", "1000"),
                "I.4",
                new Done(true),
                "II.1",
                measured("100", "100"),
                "II.2",
                new Done(true),
                "II.3",
                counted("khien-trach", 1, "canh-cao", 0),
                "III.1",
                counted("cap-tinh", 1, "co-so", 6),
                "III.2",
                new Delivered(3),
                "III.3",
                counted("co-bo", 0, "bang-khen-bo", 1)),
            // I 300 + 150 + 100 + 0 = 550, bonus 50 → 30, 30 → 20, together 50 → 40
            // II 108 + 80 = 188; III 3 × 20 = 60, 40, bonus 10
            // 550 + 188 + 100 = 838, + 50 = 888
            sheet(
                B,
                "I.1",
                measured("150", "100"),
                "I.2",
                measured("94.9", null),
                "I.3",
                measured("700", "1000"),
                "I.4",
                new Done(false),
                "II.1",
                measured("90", "100"),
                "II.2",
                new Done(true),
                "II.3",
                counted("khien-trach", 0, "canh-cao", 0),
                "III.1",
                counted("cap-tinh", 3, "co-so", 0),
                "III.2",
                new Delivered(0),
                "III.3",
                counted("co-bo", 1, "bang-khen-bo", 0)));
    assertThat(table(standing)).containsExactly("1 tinh.so-a 947 Tốt", "2 tinh.so-b 888 Tốt");
    assertThat(((Scored) standing.of(B).outcome()).exact().bonus()).isEqualByComparingTo("50");
  }

  @Test
  void relative_to_the_best_of_the_bloc_and_ranked_by_rate() {
    Standing standing =
        standing(
            "vi-du-so-voi-don-vi-tot-nhat.yaml",
            // A.1 over by 20 of 50: 40 × (50 + 50 × 20 ÷ 50) % = 28; A.2 10 ÷ 8, the best: 40
            // B 20 − 2 × 2 + 1 = 17; 85 of 100
            sheet(
                A,
                "A.1",
                measured("120", "100"),
                "A.2",
                measured("8", "10"),
                "B.1",
                new Done(true),
                "B.2",
                counted("hop-vang", 2, "khac-phuc", 1)),
            // A.1 the best: 40; A.2 at the target: 20; B 20; 80 of 100
            sheet(
                B,
                "A.1",
                measured("150", "100"),
                "A.2",
                measured("10", "10"),
                "B.1",
                new Done(true),
                "B.2",
                counted("hop-vang", 0, "khac-phuc", 0)),
            // A.1 the only one without a target: 40; A.2 not assigned; B 20 (+3 → 0); 60 of 60
            sheet(
                C,
                "A.1",
                new Untargeted(new BigDecimal("30")),
                "A.2",
                new Unassigned(),
                "B.1",
                new Done(true),
                "B.2",
                counted("hop-vang", 0, "khac-phuc", 3)));
    assertThat(table(standing))
        .containsExactly("1 tinh.so-c 60", "2 tinh.so-a 85", "3 tinh.so-b 80");
    assertThat(standing.of(C).maximum()).isEqualByComparingTo("60");
    assertThat(standing.of(C).rate()).isEqualByComparingTo("100");
  }

  @Test
  void assessors_from_outside_and_97_and_10_is_107() {
    Standing standing =
        standing(
            "vi-du-nguoi-cham-ngoai-khoi.yaml",
            // mean 48, lowest 19, highest 30: 97; + 10
            sheet(
                A,
                "1.1",
                given("48", "49", "47"),
                "1.2",
                given("19", "20"),
                "2.1",
                given("30"),
                "3.1",
                counted("co-thanh-pho", 1, "co-chinh-phu", 0)),
            // 50 + 18 + 29 = 97; + 15, the higher of two
            sheet(
                B,
                "1.1",
                given("50", "50", "50"),
                "1.2",
                given("18"),
                "2.1",
                given("29", "28"),
                "3.1",
                counted("co-thanh-pho", 1, "co-chinh-phu", 1)),
            sheet(
                C,
                "1.1",
                given("50", "50", "50"),
                "1.2",
                given("20"),
                "2.1",
                given("30"),
                "3.1",
                counted("co-thanh-pho", 0, "co-chinh-phu", 0)));
    assertThat(table(standing))
        .containsExactly(
            "1 tinh.so-b 112 Xuất sắc", "2 tinh.so-a 107 Xuất sắc", "3 tinh.so-c 100 Xuất sắc");
  }

  @Test
  void a_school_year() {
    Standing standing =
        standing(
            "vi-du-nam-hoc.yaml",
            // 99 %: 20; 20 ÷ 25 × 25 = 20; 1 ÷ 2 × 15 = 7.5; 20; 10 − 2 = 8: 75.5 of 100
            sheet(
                A,
                "1.1",
                measured("99", "100"),
                "1.2",
                measured("20", "25"),
                "1.3",
                measured("2", "1"),
                "2.1",
                new Done(true),
                "2.2",
                new Delivered(1),
                "2.3",
                counted("vi-pham", 0)),
            // 30; not assigned; 15; 20; 10; − 5: 70 of 75 = 93.33 %
            sheet(
                B,
                "1.1",
                measured("100", "100"),
                "1.2",
                new Unassigned(),
                "1.3",
                measured("0.5", "1"),
                "2.1",
                new Done(true),
                "2.2",
                new Delivered(0),
                "2.3",
                counted("vi-pham", 1)));
    assertThat(table(standing)).containsExactly("1 tinh.so-b 70 Tốt", "2 tinh.so-a 75.5 Khá");
    assertThat(standing.of(B).rate()).isEqualByComparingTo("93.333333333333");
  }

  @Test
  void the_template_scores_as_it_is() {
    Standing standing =
        standing(
            "mau-trung-tinh.yaml",
            sheet(A, "I.1", measured("9", "10"), "II.1", new Done(true)), // 54 + 40
            sheet(B, "I.1", measured("10", "10"), "II.1", new Done(false))); // 60
    assertThat(table(standing)).containsExactly("1 tinh.so-a 94", "2 tinh.so-b 60");
  }

  /** The page for officers ends with a regulation and a table; the table is what comes out. */
  @Test
  void the_example_of_the_manual_comes_out_as_the_manual_says() throws Exception {
    String page = Files.readString(Path.of("../docs/regulation.md"));
    String start = "```yaml\nnumber: ";
    int from = page.indexOf(start) + "```yaml\n".length();
    Document document = RegulationReaderTest.read(page.substring(from, page.indexOf("```", from)));
    assertThat(document.wrong()).isEmpty();
    assertThat(document.unknown()).isEmpty();
    Standing standing =
        Scoring.of(
            document.regulation(),
            List.of(
                sheet(C, "1.1", measured("80", "100"), "1.2", new Delivered(0)),
                sheet(B, "1.1", new Unassigned(), "1.2", new Delivered(1)),
                sheet(A, "1.1", measured("108", "100"), "1.2", new Delivered(2))),
            List.of());
    assertThat(table(standing))
        .containsExactly("1 tinh.so-a 99", "2 tinh.so-b 27", "3 tinh.so-c 86");
    assertThat(standing.units())
        .extracting(each -> each.rate().toPlainString())
        .containsExactly("99", "90", "86");
  }

  @Test
  void by_what_the_sources_tell_nobody_can_be_scored() {
    for (String name : RegulationReaderTest.told()) {
      Standing standing = standing(name, sheet(A), sheet(B));
      assertThat(standing.units())
          .as(name)
          .allMatch(each -> each.outcome() instanceof Unknown && each.rank() == null);
    }
  }
}
