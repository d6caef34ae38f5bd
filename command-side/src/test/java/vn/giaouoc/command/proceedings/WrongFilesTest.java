package vn.giaouoc.command.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.giaouoc.command.document.YamlTree.FileError;

/**
 * Files that are refused, each a small slip in the example of the manual. The sign » in what is
 * written instead marks the line on which the slip must be reported.
 */
class WrongFilesTest {

  private static final String MARK = "»";

  static Stream<Arguments> slips() {
    return Stream.of(
        // not YAML
        slip(
            "a quotation mark that is not closed",
            "words: Nguồn không",
            "words: »\"Nguồn",
            "thiếu dấu đóng ngoặc"),
        slip(
            "a bracket that is not closed",
            "written: [Sở TP]\n  t",
            "written: [Sở TP\n  »t",
            "thiếu dấu đóng ngoặc"),
        slip("a tab", "    written: [Sở TP]", "»\twritten: [Sở TP]", "dấu cách"),
        slip("a colon inside a text", "name: Sở Tư pháp", "»name: Sở: Tư pháp", "dấu hai chấm"),
        slip(
            "a line that is indented otherwise",
            "    name: Sở Tư pháp\n    k",
            "   name: Sở Tư pháp\n    »k",
            "lệch"),
        slip(
            "a key that is there twice",
            "name: Sở Tư pháp",
            "name: A\n    »name: B",
            "'name' được ghi hai lần"),
        slip(
            "an alias of a list",
            "written: [Sở TP]",
            "written: &a [Sở TP]\n    »remarks: *a",
            "bí danh"),
        slip(
            "an alias of a text",
            "name: Sở Tư pháp",
            "name: &a Sở Tư pháp\n    »authority: *a",
            "bí danh"),
        slip("an alias of nothing", "kind: khối", "»kind: *khoi", "bí danh"),
        slip(
            "a sign that no database keeps",
            "name: Sở Tư pháp",
            "name: »\"Sở\\0Tư pháp\"",
            "không thể lưu"),
        slip("two documents", "bloc:\n", "»---\nbloc:\n", "một tệp chỉ ghi một biên bản"),
        // not in the form of the schema
        slip("an unknown key", "year: 2024", "year: 2024\n    »yaer: 2024", "Không có mục 'yaer'"),
        slip("an unknown section", "leadership:", "»leaders:", "Không có mục 'leaders'"),
        slip("a telephone number", "written: [Sở TP]", "»tel: 123", "Không có mục 'tel'"),
        slip(
            "a missing title",
            "source:\n  title: Khối thi đua 2 tổng kết năm 2024",
            "»source:",
            "'title'"),
        slip(
            "a missing authority",
            "- title: flag\n",
            "- »title: flag\n",
            "    authority:\n      unit: tinh-mau\n      written: UBND tỉnh\n",
            "",
            "Thiếu mục bắt buộc 'authority'"),
        slip(
            "a section for one of several words",
            "kind: department",
            "»kind: {a: b}",
            "không phải là một trong các từ"),
        slip("a word for a number", "stated: 3", "»stated: ba", "Phải là số nguyên"),
        slip("a number that begins with zero", "stated: 3", "»stated: 03", "Phải là số nguyên"),
        slip("half a year", "year: 2024", "»year: 2024.5", "Phải là số nguyên"),
        slip("one for a list", "written: [Sở TP]", "»written: Sở TP", "Phải là danh sách"),
        slip(
            "a list for a section",
            "exemplary-cases:\n  collectives: 4",
            "»exemplary-cases: []\nx:",
            "một nhóm mục"),
        slip(
            "a word for yes",
            "draft: true\n      presented",
            "»draft: có\n      presented",
            "true hoặc false"),
        slip("a percentage with its sign", "percent: 90", "»percent: 90%", "Phải là số"),
        slip("a negative percentage", "percent: 90", "»percent: -5", "từ 0 trở lên"),
        slip("a decimal comma", "actual: 45", "»actual: 4,5", "'4,5' không phải là một số"),
        slip("a bound in words", "\"> 120\"", "»hơn 120", "> 4268"),
        slip("a required key left empty", "id: tinh-mau.khoi-2\n", "»id:\n", "để trống"),
        slip("an optional key left empty", "mode: elected", "»mode:", "để trống"),
        slip(
            "an id with diacritics",
            "id: tinh-mau.khoi-2\n",
            "»id: Tỉnh Mẫu\n",
            "'Tỉnh Mẫu' không phải là một mã"),
        slip(
            "a unit under no id",
            "  tinh-mau.so-tu-phap:\n",
            "»  Sở_Tư_pháp:\n",
            "'Sở_Tư_pháp' không phải là một mã"),
        slip(
            "a date as it is printed",
            "dated: 2024-02-20",
            "»dated: 20/02/2024",
            "không phải là ngày giờ đọc được"),
        slip(
            "an unknown part of the day",
            "08 afternoon",
            "08 noon»",
            "không phải là ngày giờ đọc được"),
        slip(
            "an unknown kind of conference",
            "kind: year-end",
            "»kind: tong-ket",
            "mid-year, nine-month, year-end"),
        slip(
            "an unknown mode",
            "mode: elected",
            "»mode: voted",
            "elected, agreed, rotated, appointed, acclaimed"),
        slip(
            "an unknown remark",
            "about: not-stated",
            "»about: khong-ro",
            "'khong-ro' không phải là một trong"),
        slip(
            "a year before there was emulation",
            "year: 2024",
            "»year: 1940",
            "Phải từ 1948 trở lên"),
        slip("a rank before the first", "rank: 2", "»rank: 0", "Phải từ 1 trở lên"),
        slip(
            "a title without end",
            "title: Báo cáo",
            "»title: " + "báo cáo ".repeat(100),
            "dài quá 500"),
        slip(
            "two statements under one dash",
            "- attested:",
            "- »attested:",
            "  - designated:",
            "    designated:",
            "chỉ ghi một mục"),
        slip(
            "a leadership without anybody",
            "attested:\n      term: 2024\n      leader: tinh-mau.so-cong-thuong",
            "»attested:\n      term: 2024",
            "ít nhất một trong các mục: leader, deputies"),
        slip(
            "an attendee who is nobody",
            "- unit: tinh-mau.so-y-te\n      - unit",
            "- »role: guest\n      - unit",
            "ít nhất một trong các mục: unit, person, capacity"),
        slip(
            "a decision about nothing",
            "subjects: [ranking, awards]",
            "»subjects: []",
            "không được để trống"),
        // what no calendar has
        slip(
            "the thirtieth of February",
            "dated: 2024-02-20",
            "»dated: 2019-02-30",
            "'2019-02-30' không có thật"),
        slip("an hour after midnight", "T09:30", "T25:30»", "không có thật"),
        slip("a thirteenth month", "on: 2024-03", "»on: 2024-13", "không có thật"),
        slip(
            "an interval that ends first",
            "on: 2024-03",
            "»on: 2024-03-31/2024-01-01",
            "khoảng kết thúc trước"),
        // against itself
        slip(
            "a recipient who is not declared",
            "awards:\n  - title: flag\n    recipient: tinh-mau.so-y-te",
            "awards:\n  - »title: flag\n    recipient: tinh-mau.x",
            "'tinh-mau.x' chưa được khai ở mục units"),
        slip(
            "a member who is not declared",
            "members:\n    stated: 3\n    named: [",
            "»members:\n    stated: 3\n" + "    named: [tinh-mau.x, ",
            "'tinh-mau.x' chưa được khai"),
        slip(
            "an authority who is not declared",
            "so-tu-phap:\n    name: Sở Tư pháp\n    kind: department\n" + "    authority: tinh-mau",
            "so-tu-phap»:\n    name: Sở Tư pháp\n    kind: department\n    authority: x",
            "'x' chưa được khai"),
        slip(
            "a unit over itself",
            "  tinh-mau:\n",
            "»  tinh-mau:\n    authority: tinh-mau\n",
            "của chính mình"),
        slip(
            "two units of one name",
            "so-tu-phap:\n    name: Sở Tư pháp",
            "so-tu-phap»:\n    name: Sở Y tế",
            "cùng một tên"),
        slip(
            "a member named twice",
            "members:\n    stated: 3\n    named: [",
            "»members:\n    stated: 3\n" + "    named: [tinh-mau.so-y-te, ",
            "Ghi hai lần thành viên: tinh-mau.so-y-te"),
        slip(
            "a year told twice",
            "- id: tinh-mau.khoi-2.2025\n    year: 2025",
            "- »id: tinh-mau.khoi-2.2025\n    year: 2024",
            "Ghi hai lần năm: 2024"),
        slip(
            "a step told twice",
            "steps:\n      - s",
            "steps:\n      - step: pledge\n        state: due\n      - »s",
            "bước"),
        slip(
            "more contents than stated",
            "pledge:\n      stated: 2",
            "»pledge:\n      stated: 1",
            "Nêu 1 nội dung"),
        slip(
            "a leader who is a deputy",
            "designated:\n      term: 2025\n      leader: tinh-mau.so-y-te\n"
                + "      deputies: [tinh-mau.so-tu-phap]",
            "»designated:\n      term: 2025\n      leader: tinh-mau.so-y-te\n"
                + "      deputies: [tinh-mau.so-y-te]",
            "không thể đồng thời là khối phó"),
        slip(
            "a handover to itself",
            "handed-over:\n      term: 2025\n      from: tinh-mau.so-cong-thuong",
            "»handed-over:\n      term: 2025\n      from: tinh-mau.so-y-te",
            "cùng một đơn vị"),
        slip(
            "a unit ranked twice",
            "- unit: tinh-mau.so-tu-phap\n      rank: 2",
            "- »unit: tinh-mau.so-y-te\n      rank: 2",
            "Ghi hai lần đơn vị xếp hạng"),
        slip(
            "a ranking by no decision",
            "ranking:\n  decision: ranking",
            "»ranking:\n  decision: vote",
            "'vote' không có"),
        slip(
            "papers that do not add up",
            "- id: ranking\n",
            "- »id: ranking\n",
            "invalid: 1",
            "invalid: 0",
            "bằng số phiếu"),
        slip(
            "more papers returned than issued",
            "- id: ranking\n",
            "- »id: ranking\n",
            "issued: 3",
            "issued: 2",
            "nhiều hơn số phiếu phát ra"),
        slip(
            "more valid papers than returned",
            "- id: ranking\n",
            "- »id: ranking\n",
            "valid: 2\n      invalid: 1",
            "valid: 4",
            "nhiều hơn số phiếu thu về"),
        slip(
            "a decision of a year that is not told",
            "- id: ranking\n",
            "- »id: ranking\n      cycle: x.2030\n",
            "x.2030 chưa được khai"),
        slip(
            "a count with a target",
            "figures:\n    - unit: tinh-mau.so-y-te",
            "figures:\n    - »unit: tinh-mau.so-y-te",
            "direction: higher\n      actual: 45",
            "direction: count\n      actual: 45",
            "không có chỉ tiêu"),
        slip(
            "a figure without a figure",
            "figures:\n    - unit: tinh-mau.so-y-te",
            "figures:\n    - »unit: tinh-mau.so-y-te",
            "actual: 45\n      target: 50\n      percent: 90",
            "target: 50",
            "phải có số thực hiện"),
        slip(
            "a part larger than the whole",
            "- theme: Cải cách hành chính\n      individuals: 3",
            "- »theme: Cải cách hành chính\n      individuals: 30",
            "'trong đó'"),
        slip(
            "an award proposed twice",
            "- title: certificate-of-merit\n    recipient: tinh-mau.so-tu-phap",
            "- »title: flag\n    recipient: tinh-mau.so-y-te",
            "Ghi hai lần đề nghị khen thưởng"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("slips")
  void a_slip_is_reported_on_its_line_in_words(String name, String wrong, String message) {
    int line = (int) wrong.substring(0, wrong.indexOf(MARK)).lines().count();
    line = wrong.charAt(wrong.indexOf(MARK) - 1) == '\n' ? line + 1 : line;
    byte[] bytes = wrong.replace(MARK, "").getBytes(StandardCharsets.UTF_8);

    List<FileError> errors = SourceFiles.errors(bytes);

    assertThat(errors).as(name).anySatisfy(error -> assertThat(error.message()).contains(message));
    assertThat(errors)
        .as(name)
        .filteredOn(error -> error.message().contains(message))
        .first()
        .extracting(FileError::line)
        .isEqualTo(line);
    assertThat(errors).allSatisfy(error -> assertThat(error.messageEn()).isNotBlank());
  }

  static Stream<Arguments> noFiles() {
    return Stream.of(
        arguments("an empty file", new byte[0], "Tệp không có nội dung"),
        arguments("nothing but a comment", utf8("# chưa viết\n"), "Tệp không có nội dung"),
        arguments("not UTF-8", SourceFiles.example().getBytes(StandardCharsets.UTF_16), "UTF-8"),
        arguments("a text", utf8("Hội nghị tổng kết"), "một nhóm mục"),
        arguments("a list", utf8("- a\n- b\n"), "một nhóm mục"),
        arguments("a file of another kind", utf8("%PDF-1.7\n"), "Không đúng cú pháp YAML"),
        arguments("nothing but an id", utf8("proceedings: a"), "Thiếu mục bắt buộc 'source'"),
        arguments("a list without end", utf8("a: " + "[".repeat(1000)), "Không đọc được tệp YAML"),
        arguments("a very long one", utf8("#" + "x".repeat(5_000_000)), "dài quá"),
        arguments("a sign that is none", utf8("proceedings: a\0b"), "Không đọc được tệp YAML"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noFiles")
  void what_is_no_file_is_refused_on_its_first_line(String name, byte[] bytes, String message) {
    assertThat(SourceFiles.errors(bytes))
        .as(name)
        .anySatisfy(error -> assertThat(error.message()).contains(message))
        .allSatisfy(error -> assertThat(error.line()).isEqualTo(1));
  }

  @Test
  void several_slips_are_reported_together() {
    String wrong =
        SourceFiles.example()
            .replace("dated: 2024-02-20", "dated: 2024-02-31")
            .replace("on: 2024-03", "on: 2024-13")
            .replace("T09:30", "T24:30");

    assertThat(SourceFiles.errors(utf8(wrong))).extracting(FileError::line).isSorted().hasSize(3);
  }

  @Test
  void the_ways_in_which_editors_save_a_file_are_no_slips() {
    String example = SourceFiles.example();

    assertThat(SourceFiles.errors(utf8("\uFEFF" + example))).isEmpty();
    assertThat(SourceFiles.errors(utf8(example.replace("\n", "\r\n")))).isEmpty();
  }

  private static Arguments slip(String name, String written, String instead, String message) {
    return slip(name, written, instead, "", "", message);
  }

  /**
   * A slip that is reported elsewhere than where it was made: the first replacement only marks the
   * place.
   */
  private static Arguments slip(
      String name, String marked, String mark, String written, String instead, String message) {
    return arguments(
        name, replaced(replaced(SourceFiles.example(), marked, mark), written, instead), message);
  }

  private static String replaced(String text, String written, String instead) {
    if (written.isEmpty()) {
      return text;
    }
    int at = text.indexOf(written);
    assertThat(at).as("'%s' is in the example", written).isNotNegative();
    return text.substring(0, at) + instead + text.substring(at + written.length());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void a_unit_may_be_called_as_the_reader_calls_the_line() {
    String file = SourceFiles.example().replace("tinh-mau.so-tu-phap", "line");

    assertThat(ProceedingsReader.read(utf8(file)).units()).containsKey("line");
  }
}
