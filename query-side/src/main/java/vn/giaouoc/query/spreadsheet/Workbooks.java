package vn.giaouoc.query.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;
import vn.giaouoc.shared.spreadsheet.TextSign;

/**
 * Writes tables as XLSX that prints on A4 as papers of offices do ({@code domain.md} §3: Times New
 * Roman, the number of the page above, 20 mm of margin and 30 mm at the left), and as CSV.
 */
final class Workbooks {

  private static final float INCH = 25.4f;
  private static final int WIDEST_UPRIGHT = 90;
  private static final String FONT = "Times New Roman";
  private static final int FONT_SIZE = 12;
  private static final double LINE = 16.5;
  private static final int DECIMALS_SHOWN = 4;
  private static final int MOST_LINES = 24;
  private static final int DIGITS_OF_A_NUMBER = 15;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** With the signs of a text before it, so that these are read back as they were. */
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

  private Workbooks() {}

  static byte[] xlsx(List<Table> tables) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Giao Uoc", "1.0")) {
      // smaller than any text: some programs show the very same font as one of their own
      workbook.setGlobalDefaultFont(FONT, FONT_SIZE - 1);
      for (Table table : tables) {
        Worksheet sheet = workbook.newWorksheet(table.name());
        write(table, sheet);
        sheet.finish();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(Table table, Worksheet sheet) {
    int last = table.columns().size() - 1;
    sheet.value(0, 0, table.title());
    sheet.range(0, 0, 0, last).merge();
    sheet.style(0, 0).bold().fontSize(14).horizontalAlignment("center").wrapText(true).set();
    int row = 1;
    for (String line : table.says()) {
      sheet.value(row, 0, line);
      sheet.range(row, 0, row, last).merge();
      sheet
          .style(row, 0)
          .italic()
          .fontSize(FONT_SIZE)
          .wrapText(true)
          .verticalAlignment("top")
          .set();
      int width = table.columns().stream().mapToInt(Table.Col::width).sum();
      sheet.rowHeight(row, LINE * (1 + line.length() / Math.max(1, width)));
      row++;
    }
    int heading = row;
    sheet.rowHeight(heading, 2 * LINE);
    for (int column = 0; column <= last; column++) {
      Table.Col col = table.columns().get(column);
      sheet.width(column, col.width());
      sheet.value(heading, column, col.heading());
      sheet
          .style(heading, column)
          .bold()
          .fontSize(FONT_SIZE)
          .horizontalAlignment("center")
          .verticalAlignment("center")
          .wrapText(true)
          .fillColor("E7E6E6")
          .borderStyle(BorderStyle.THIN)
          .set();
      if (!col.choices().isEmpty() && !table.rows().isEmpty()) {
        sheet
            .range(heading + 1, column, heading + table.rows().size(), column)
            .validateWithListByFormula("\"" + String.join(",", col.choices()) + "\"");
      }
    }
    for (List<@Nullable Object> cells : table.rows()) {
      row++;
      sheet.rowHeight(row, LINE * lines(cells, table.columns()));
      for (int column = 0; column <= last; column++) {
        cell(sheet, row, column, cells.get(column));
      }
    }
    sheet.freezePane(0, heading + 1);
    print(table, sheet, heading);
  }

  private static void cell(Worksheet sheet, int row, int column, @Nullable Object cell) {
    StyleSetter style = sheet.style(row, column);
    style
        .fontName(FONT)
        .fontSize(FONT_SIZE)
        .borderStyle(BorderStyle.THIN)
        .verticalAlignment("top")
        .wrapText(true);
    switch (cell) {
      case null -> {}
      case BigDecimal number when number.precision() <= DIGITS_OF_A_NUMBER -> {
        sheet.value(row, column, number);
        // the marks are those of who opens it: in Vietnam 1.234,5
        int decimals = Math.min(number.scale(), DECIMALS_SHOWN);
        style.format(decimals <= 0 ? "#,##0" : "#,##0." + "0".repeat(decimals));
      }
      case BigDecimal number -> sheet.value(row, column, text(number));
      case Integer number -> sheet.value(row, column, number);
      // a text is stored as one: it is no formula, whatever it begins with, also when it is edited
      default -> {
        sheet.value(row, column, cell.toString());
        style.format("@");
      }
    }
    style.set();
  }

  private static void print(Table table, Worksheet sheet, int heading) {
    int width = table.columns().stream().mapToInt(Table.Col::width).sum();
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation(width > WIDEST_UPRIGHT ? "landscape" : "portrait");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(heading, heading);
    sheet.topMargin(20 / INCH);
    sheet.bottomMargin(20 / INCH);
    sheet.leftMargin(30 / INCH);
    sheet.rightMargin(20 / INCH);
    sheet.headerMargin(10 / INCH);
    sheet.footerMargin(10 / INCH);
    sheet.header("&P", Position.CENTER);
    if (!table.says().isEmpty()) {
      // of which moment it is stands on every page
      sheet.footer(table.says().getLast().replace("&", "&&"), Position.LEFT);
    }
  }

  /** How many lines the fullest cell of a row takes: no program looks for that by itself. */
  private static int lines(List<@Nullable Object> cells, List<Table.Col> columns) {
    int most = 1;
    for (int column = 0; column < columns.size(); column++) {
      if (cells.get(column) instanceof String text) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
          lines += 1 + line.length() / columns.get(column).width();
        }
        most = Math.max(most, lines);
      }
    }
    return Math.min(most, MOST_LINES);
  }

  /** The headings and rows alone, separated by semicolons as Vietnamese machines read it. */
  static byte[] csv(Table table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns().stream().map(Table.Col::heading).toList());
    for (List<@Nullable Object> row : table.rows()) {
      lines.add(row.stream().map(Workbooks::field).toList());
    }
    String text =
        CSV.writer(CsvSchema.emptySchema().withColumnSeparator(';').withLineSeparator("\r\n"))
            .writeValueAsString(lines);
    return (BYTE_ORDER_MARK + text).getBytes(StandardCharsets.UTF_8);
  }

  private static String field(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case BigDecimal number -> text(number);
      case Integer number -> number.toString();
      default -> TextSign.with(cell.toString());
    };
  }

  /** With a decimal comma, and so that it cannot be read in two ways. */
  private static String text(BigDecimal number) {
    boolean couldBeThousands =
        number.scale() == 3
            && number.abs().compareTo(BigDecimal.ONE) >= 0
            && number.precision() - number.scale() <= 3;
    BigDecimal written = couldBeThousands ? number.setScale(4) : number;
    return written.toPlainString().replace('.', ',');
  }
}
