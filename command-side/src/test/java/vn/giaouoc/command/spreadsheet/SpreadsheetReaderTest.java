package vn.giaouoc.command.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.giaouoc.command.Rejection;
import vn.giaouoc.shared.spreadsheet.Column;
import vn.giaouoc.shared.spreadsheet.Form;

/** What is read of each kind of cell, and what is said of each that is wrong. */
class SpreadsheetReaderTest {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String HEADINGS =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Mã đơn vị</t></is></c><c r=\"B1\""
          + " t=\"inlineStr\"><is><t>Thực hiện</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>Mã"
          + " tiêu chí</t></is></c></row>";

  private final List<CellError> errors = new ArrayList<>();

  @Test
  void a_number_is_the_number_that_is_shown_whatever_its_binary_form() {
    assertThat(only("<c r=\"B2\"><v>0.30000000000000004</v></c>").number(Column.ACTUAL, false))
        .isEqualByComparingTo("0.3");
    assertThat(only("<c r=\"B2\"><v>1E3</v></c>").number(Column.ACTUAL, false))
        .isEqualByComparingTo("1000");
    assertThat(only("<c r=\"B2\"><v>0</v></c>").number(Column.ACTUAL, false))
        .isEqualByComparingTo("0");
    assertThat(errors).isEmpty();
  }

  @Test
  void nothing_is_missing_and_never_zero() {
    assertThat(only("").number(Column.ACTUAL, false)).isNull();
    assertThat(only("<c r=\"B2\" t=\"inlineStr\"><is><t> </t></is></c>").isEmptyIn(Column.ACTUAL))
        .isTrue();
    assertThat(errors).isEmpty();
  }

  @Test
  void a_percentage_is_one_only_where_there_is_one() {
    Row row = only("<c r=\"B2\" s=\"1\"><v>0.125</v></c>");
    assertThat(row.number(Column.ACTUAL, true)).isEqualByComparingTo("12.5");
    assertThat(errors).isEmpty();
    assertThat(row.number(Column.ACTUAL, false)).isNull();
    assertThat(said()).containsExactly("Tờ 1 B2 12,5 % not-a-percentage");
  }

  @Test
  void a_number_that_became_a_day_is_told_as_that() {
    Row row = only("<c r=\"B2\" s=\"2\"><v>46022</v></c>");
    assertThat(row.day(Column.ACTUAL)).isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(row.number(Column.ACTUAL, false)).isNull();
    assertThat(said()).containsExactly("Tờ 1 B2 31/12/2025 is-a-day");
  }

  @Test
  void of_a_formula_the_result_is_taken_that_was_seen_and_nothing_is_worked_out() {
    assertThat(only("<c r=\"B2\"><f>1+1</f><v>7</v></c>").number(Column.ACTUAL, false))
        .isEqualByComparingTo("7");
    assertThat(errors).isEmpty();
    only("<c r=\"B2\"><f>1+1</f></c>").number(Column.ACTUAL, false);
    only("<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>").number(Column.ACTUAL, false);
    only("<c r=\"B2\" t=\"e\"><v>#N/A</v></c>").text(Column.ACTUAL);
    assertThat(said())
        .containsExactly(
            "Tờ 1 B2 =1+1 formula-without-value",
            "Tờ 1 B2 #DIV/0! formula-failed",
            "Tờ 1 B2 #N/A formula-failed");
  }

  @Test
  void yes_and_no_are_read_as_offices_say_them() {
    assertThat(only("<c r=\"B2\" t=\"b\"><v>1</v></c>").truth(Column.ACTUAL)).isTrue();
    assertThat(only(text("Có")).truth(Column.ACTUAL)).isTrue();
    assertThat(only(text(" chưa đạt ")).truth(Column.ACTUAL)).isFalse();
    assertThat(only(text("không giao")).truth(Column.ACTUAL)).isNull();
    assertThat(only(text("Không  giao")).says(Column.ACTUAL, "không giao")).isTrue();
  }

  @Test
  void every_day_and_number_that_is_wrong_is_said_by_its_cell() {
    only(text("31/02/2026")).day(Column.ACTUAL);
    only(text("1.234")).number(Column.ACTUAL, false);
    only(text("nhiều")).number(Column.ACTUAL, false);
    only(text("2,5")).whole(Column.ACTUAL);
    only(text("0,123456789")).number(Column.ACTUAL, false);
    only(text("Sở Y tế")).id(Column.ACTUAL, vn.giaouoc.shared.unit.UnitId::of);
    only("").required(Column.ACTUAL);
    only(text("có lẽ")).choice(Column.ACTUAL, Map.of("có", 1));
    assertThat(said())
        .containsExactly(
            "Tờ 1 B2 31/02/2026 not-a-day",
            "Tờ 1 B2 1.234 ambiguous-number",
            "Tờ 1 B2 nhiều not-a-number",
            "Tờ 1 B2 2,5 not-a-whole-number",
            "Tờ 1 B2 0,123456789 number-too-long",
            "Tờ 1 B2 Sở Y tế not-an-id",
            "Tờ 1 B2  missing",
            "Tờ 1 B2 có lẽ not-a-word");
    assertThat(errors).allSatisfy(each -> assertThat(each.right()).isNotBlank());
  }

  @Test
  void headings_are_found_below_a_title_in_any_order_and_wrong_ones_are_said() {
    List<Row> rows =
        read(
            workbook(
                sheet -> {
                  sheet.value(0, 0, "BẢNG ĐIỂM");
                  sheet.value(3, 0, "Thực  hiện");
                  sheet.value(3, 1, "MÃ ĐƠN VỊ");
                  sheet.value(3, 2, "Nhận xét riêng");
                  sheet.value(3, 3, "Thực hiện");
                  sheet.value(4, 0, 5);
                  sheet.value(4, 1, "a");
                  sheet.value(4, 6, "ngoài");
                }));
    assertThat(rows).singleElement();
    assertThat(rows.getFirst().number(Column.ACTUAL, false)).isEqualByComparingTo("5");
    assertThat(rows.getFirst().text(Column.UNIT)).isEqualTo("a");
    assertThat(said())
        .containsExactly(
            "Tờ 1 C4 Nhận xét riêng unknown-column",
            "Tờ 1 D4 Thực hiện column-twice",
            "Tờ 1 G5 ngoài beside-the-table");
    errors.clear();
    SpreadsheetReader.read(
        workbook(sheet -> sheet.value(0, 0, "Mã đơn vị")), Form.MID_YEAR_REVIEW, errors::add);
    assertThat(errors)
        .extracting(CellError::right)
        .containsExactly("Thêm cột 'Mã chỉ tiêu'", "Thêm cột 'Thực hiện'");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t"})
  void a_csv_is_read_whatever_separates_it(String separator) {
    String text =
        "\uFEFF"
            + String.join(separator, "Mã đơn vị", "\"Thực hiện\"", "Ghi chú")
            + "\r\n"
            + String.join(separator, "a", "\"1.234,5\"", "\"Hai\ndòng, \"\"trích\"\"\"")
            + "\r\n\r\n"
            + String.join(separator, "b", "12.5", "'=1+1");
    List<Row> rows = read(text.getBytes(StandardCharsets.UTF_8));
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().number(Column.ACTUAL, false)).isEqualByComparingTo("1234.5");
    assertThat(rows.getFirst().text(Column.NOTE)).isEqualTo("Hai\ndòng, \"trích\"");
    assertThat(rows.getLast().text(Column.NOTE)).isEqualTo("=1+1");
    assertThat(rows.getLast().cell(Column.ACTUAL).reference()).isEqualTo("B4");
    assertThat(errors).isEmpty();
  }

  @Test
  void a_decimal_comma_that_splits_a_csv_is_said_and_not_taken_for_two_numbers() {
    read("Mã đơn vị,Thực hiện\na,1,5\n".getBytes(StandardCharsets.UTF_8));
    assertThat(said()).containsExactly("CSV C2 5 beside-the-table");
  }

  @Test
  void what_is_no_spreadsheet_or_no_harmless_one_is_refused_as_a_whole() throws IOException {
    refused("old-format", ole("Workbook"));
    refused("encrypted", ole("EncryptedPackage"));
    refused("not-utf-8", "Mã đơn vị;Thực hiện".getBytes(StandardCharsets.UTF_16));
    refused("no-headings", "a;b\n1;2".getBytes(StandardCharsets.UTF_8));
    refused("too-large", new byte[2 * 1024 * 1024 + 1]);
    refused("not-readable", new byte[] {'P', 'K', 3, 4, 0, 0});
    refused("not-a-spreadsheet", zip(Map.of("word/document.xml", "<w/>")));
    refused("has-macros", with("xl/vbaProject.bin", "x"));
    refused("has-external-links", with("xl/externalLinks/externalLink1.xml", "<x/>"));
    refused(
        "not-readable",
        with(
            "xl/worksheets/sheet1.xml",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet xmlns=\""
                + MAIN
                + "\"><sheetData/></worksheet>"));
    refused("too-large", with("xl/media/image1.png", "0".repeat(40 * 1024 * 1024)));
    StringBuilder wide = new StringBuilder("Mã đơn vị");
    wide.append(";x".repeat(100));
    refused("too-large", wide.toString().getBytes(StandardCharsets.UTF_8));
    refused(
        "too-large",
        ("Mã đơn vị;Thực hiện\n" + "a;1\n".repeat(5001)).getBytes(StandardCharsets.UTF_8));
    refused(
        "too-large",
        book(HEADINGS + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"XFD2\"><v>1</v></c></row>"));
  }

  @Test
  void whatever_is_damaged_in_a_file_it_is_refused_and_never_a_fault_of_the_program() {
    byte[] whole = book(HEADINGS + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>");
    for (int at = 0; at < whole.length; at += 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      try {
        SpreadsheetReader.read(damaged, Form.BLOC_SCORES, errors::add);
      } catch (Rejection.Rejected refused) {
        assertThat(refused.rejection().reason().status()).isBetween(400, 499);
      }
    }
  }

  private Row only(String cells) {
    return read(book(
            HEADINGS
                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a</t></is></c>"
                + cells
                + "</row>"))
        .getFirst();
  }

  private static String text(String text) {
    return "<c r=\"B2\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private List<Row> read(byte[] content) {
    return SpreadsheetReader.read(content, Form.BLOC_SCORES, errors::add);
  }

  private List<String> said() {
    return errors.stream()
        .map(each -> each.sheet() + " " + each.cell() + " " + each.value() + " " + each.type())
        .toList();
  }

  private void refused(String problem, byte[] content) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(
            Rejection.Rejected.class,
            refused -> assertThat(refused.rejection().problem()).isEqualTo(problem));
  }

  private static byte[] ole(String stream) {
    byte[] bytes = new byte[1024];
    byte[] magic = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    System.arraycopy(magic, 0, bytes, 0, magic.length);
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, bytes, 512, name.length);
    return bytes;
  }

  private static byte[] workbook(Consumer<Worksheet> fill) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      fill.accept(workbook.newWorksheet("Tờ 1"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] book(String rows) {
    return zip(parts(rows));
  }

  private static byte[] with(String part, String content) {
    Map<String, String> parts = parts("");
    parts.put(part, content);
    return zip(parts);
  }

  private static Map<String, String> parts(String rows) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "/content-types\"><Default Extension=\"xml\""
            + " ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
            + " PartName=\"/xl/styles.xml\""
            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Default"
            + " Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/></Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns=\""
            + PACKAGE
            + "/relationships\"><Relationship Id=\"r1\" Type=\""
            + OFFICE
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + OFFICE
            + "\"><sheets><sheet name=\"Tờ 1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\""
            + PACKAGE
            + "/relationships\"><Relationship Id=\"r1\" Type=\""
            + OFFICE
            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\""
            + OFFICE
            + "/styles\" Target=\"styles.xml\"/></Relationships>");
    parts.put(
        "xl/styles.xml",
        "<styleSheet xmlns=\""
            + MAIN
            + "\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf"
            + " numFmtId=\"14\"/></cellXfs></styleSheet>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    return parts;
  }

  private static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
