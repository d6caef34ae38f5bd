package vn.giaouoc.command.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.giaouoc.command.document.YamlTree.FileError;
import vn.giaouoc.command.document.YamlTree.UnreadableFile;
import vn.giaouoc.command.regulation.RegulationReader.Document;
import vn.giaouoc.shared.eventstore.Wire;

/** Regulations as officers write them, and the slips they make, each told with its line. */
class RegulationReaderTest {

  private static final String MARK = "»";

  static String text(String name) {
    try (InputStream file =
        RegulationReaderTest.class.getResourceAsStream("/regulations/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Document read(String text) {
    return RegulationReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> shipped() {
    return text("index.txt").lines().toList();
  }

  static List<String> complete() {
    return shipped().stream().filter(name -> !name.startsWith("nguon-")).toList();
  }

  static List<String> told() {
    return shipped().stream().filter(name -> name.startsWith("nguon-")).toList();
  }

  /** It has a bit of everything that the page for officers explains. */
  @Test
  void a_scale_that_no_example_has_can_be_written() {
    Document document = read(text("chua-tung-gap.yaml"));
    assertThat(document.wrong()).isEmpty();
    assertThat(document.unknown()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("complete")
  void an_example_is_sound_and_leaves_nothing_unknown(String name) {
    Document document = read(text(name));
    assertThat(document.wrong()).isEmpty();
    assertThat(document.unknown()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("told")
  void what_a_source_tells_contradicts_nothing_but_is_too_little_to_be_adopted(String name) {
    Document document = read(text(name));
    assertThat(document.wrong()).isNotEmpty();
    assertThat(document.wrong())
        .extracting(FileError::path)
        .isSubsetOf("/number", "/title", "/validFrom");
  }

  @Test
  void of_khoi_4_in_2019_the_sums_are_known_and_the_criteria_are_not() {
    Document document = read(text("nguon-kien-giang-khoi-4-2019.yaml"));
    assertThat(document.wrong()).extracting(FileError::path).containsExactly("/validFrom");
    assertThat(document.unknown())
        .extracting(FileError::path)
        .contains(
            "/scale/contents/0/criteria",
            "/scale/contents/1/criteria",
            "/scale/contents/2/criteria",
            "/scale/rounding",
            "/scale/rank",
            "/scale/layers");
  }

  @ParameterizedTest
  @MethodSource("complete")
  void the_same_document_can_be_written_as_json(String name) throws Exception {
    Document document = read(text(name));
    String json = Wire.mapper().writeValueAsString(document.regulation());
    assertThat(read(json).regulation()).isEqualTo(document.regulation());
    assertThat(Wire.mapper().readValue(json, document.regulation().getClass()))
        .isEqualTo(document.regulation());
  }

  /** In the example of a thousand points: what is replaced, by what, and a word of the reason. */
  static Stream<Arguments> slips() {
    return Stream.of(
        slip("of the form: a word for no method", "{ type: pass-fail }", "{ »type: dat }", "dat"),
        slip("of the form: no such property", "digits: 2", "»digit: 2", "digit"),
        slip("of the form: a decimal comma", "maximum: 1000", "»maximum: 1.000,5", "số"),
        slip(
            "of the form: no calendar has it",
            "validFrom: 2026-01-20",
            "»validFrom: 20/1/2026",
            "ngày"),
        slip("of the form: left empty", "measure: chỉ tiêu", "»measure:", "trống"),
        slip("of the form: a word for no step", "step: pledge", "»step: ky-ket", "ky-ket"),
        slip("of the form: a property of another method", "perDay: 4,", "»perWeek: 4,", "perWeek"),
        slip("no number", "number: 01/QC-VIDU\n", "", "Thiếu"),
        slip("no clause", "clause: Phụ lục, mục I.4", "»clause: \" \"", "Thiếu"),
        slip("points that do not add up", "standard: 300", "standard: 310", "cộng các tiêu chí"),
        slip("contents that do not add up", "standard: 950", "»standard: 940", "cộng các nội dung"),
        slip("a maximum that is no sum", "maximum: 1000", "»maximum: 1100", "điểm chuẩn cộng"),
        slip("a cap beyond the one above it", "cap: 30", "»cap: 45", "Lớn hơn trần"),
        slip(
            "caps that are more than their parts", "bonusCap: 50", "»bonusCap: 60", "60|trần|tổng"),
        slip("the same number twice", "id: I.2", "»id: I.1", "hai lần"),
        slip("bands that overlap", "from: 80, below: 95", "»from: 79, below: 95", "chồng"),
        slip("bands with a hole", "from: 80, below: 95", "»from: 81, below: 95", "hở"),
        slip(
            "no band at the top",
            "from: 95, points: 200",
            "from: 95, »below: 99, points: 200",
            "hở"),
        slip("fewer points for more", "points: 150", "»points: 201", "Lớn hơn|ít điểm hơn"),
        slip("a tie by a content that is not there", "of: I,", "»of: IV,", "IV"),
        slip("figures after people", "{ by: chair, clause", "{ »by: bonus, clause", "số liệu"),
        slip(
            "a ballot though ranks may be shared",
            "equalRanks: false",
            "equalRanks: true",
            "đồng hạng"),
        slip(
            "not assigned is out, but ranked by points",
            "effect: standard-points",
            "»effect: out-of-maximum",
            "tỷ lệ"),
        slip(
            "a unit checks itself",
            "layer: cross-check, by: other-member",
            "layer: cross-check, »by: unit",
            "tự chấm"),
        slip(
            "a layer counts that nobody scores",
            "      - { layer: verified, by: board }\n",
            "",
            "không ai chấm"),
        slip("classes upside down", "from: 850", "»from: 960", "cao xuống thấp"),
        slip("a deadline before the one before it", "due: 2026-07-31", "»due: 2026-02-01", "trước"),
        slip(
            "a penalty with a sign",
            "each: 20 }\n    - id: III",
            "»each: -20 }\n    - id: III",
            "lớn hơn 0"),
        slip(
            "penalties with standard points",
            "clause: Phụ lục, mục II.3\n",
            "clause: Phụ lục, mục II.3\n          »standard: 10\n",
            "không có điểm chuẩn"));
  }

  private static Arguments slip(String name, String found, String written, String reason) {
    return arguments(name, found, written, reason);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slips")
  void a_slip_is_told_with_its_line(String name, String found, String written, String reason) {
    String example = text("vi-du-1000-diem.yaml");
    assertThat(example).contains(found);
    int at = example.indexOf(found);
    String marked = example.substring(0, at) + written + example.substring(at + found.length());
    List<FileError> errors = errors(marked.replace(MARK, ""));
    assertThat(errors).isNotEmpty();
    assertThat(errors)
        .anySatisfy(
            error -> {
              assertThat(error.message()).containsPattern(reason);
              assertThat(error.messageEn()).isNotBlank();
              if (marked.contains(MARK)) {
                String before = marked.substring(0, marked.indexOf(MARK));
                assertThat(error.line()).isEqualTo(1 + before.replaceAll("[^\n]", "").length());
              }
            });
  }

  private static List<FileError> errors(String text) {
    try {
      return read(text).wrong();
    } catch (UnreadableFile e) {
      return e.errors();
    }
  }

  @Test
  void what_is_no_document_at_all_is_refused() {
    assertThat(errors("")).isNotEmpty();
    assertThat(errors("- a")).isNotEmpty();
    assertThat(
            catchThrowableOfType(
                UnreadableFile.class, () -> RegulationReader.read(new byte[] {(byte) 0xff})))
        .isNotNull();
  }
}
