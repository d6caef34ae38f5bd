package vn.giaouoc.command.spreadsheet;

import static vn.giaouoc.command.spreadsheet.SpreadsheetRejection.ENCRYPTED;
import static vn.giaouoc.command.spreadsheet.SpreadsheetRejection.NOT_READABLE;
import static vn.giaouoc.command.spreadsheet.SpreadsheetRejection.NOT_UTF_8;
import static vn.giaouoc.command.spreadsheet.SpreadsheetRejection.NO_HEADINGS;
import static vn.giaouoc.command.spreadsheet.SpreadsheetRejection.OLD_FORMAT;
import static vn.giaouoc.command.spreadsheet.SpreadsheetRejection.TOO_LARGE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.shared.spreadsheet.Column;
import vn.giaouoc.shared.spreadsheet.Form;
import vn.giaouoc.shared.spreadsheet.TextSign;

/**
 * Reads what an office has filled in: XLSX or CSV. Nothing is evaluated; of a formula the result is
 * taken that the office program saw last.
 */
public final class SpreadsheetReader {

  private static final int LARGEST = 2 * 1024 * 1024;
  private static final int MOST_ROWS = 5000;
  private static final int MOST_COLUMNS = 60;
  private static final int HEADINGS_WITHIN = 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** As many digits of a binary number as mean something; a spreadsheet shows no more either. */
  private static final MathContext AS_SHOWN = new MathContext(15);

  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  private SpreadsheetReader() {}

  private record RawRow(int number, SortedMap<Integer, Cell> cells) {}

  private record RawSheet(int number, String name, List<RawRow> rows) {}

  /**
   * The rows of a form that hold something, of all sheets that have its headings.
   *
   * @param wrong is told of every cell that is wrong
   * @throws Rejected if it cannot be read as a whole
   */
  public static List<Row> read(byte[] content, Form form, Consumer<CellError> wrong) {
    TOO_LARGE.unless(content.length <= LARGEST);
    List<RawSheet> sheets =
        begins(content, 'P', 'K', 3, 4)
            ? workbook(XlsxPackage.checked(content))
            : List.of(text(content));
    List<Row> rows = new ArrayList<>();
    boolean found = false;
    for (RawSheet sheet : sheets) {
      for (int i = 0; i < Math.min(HEADINGS_WITHIN, sheet.rows().size()); i++) {
        if (isHeading(sheet.rows().get(i))) {
          found = true;
          rows.addAll(table(sheet, i, form, wrong));
          break;
        }
      }
    }
    NO_HEADINGS.unless(found, form.title());
    return rows;
  }

  private static boolean begins(byte[] content, int... signs) {
    for (int i = 0; i < signs.length; i++) {
      if (content.length <= i || (content[i] & 0xff) != signs[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHeading(RawRow row) {
    return row.cells().values().stream()
        .anyMatch(cell -> Column.under(cell.shown()).filter(Column.UNIT::equals).isPresent());
  }

  private static List<Row> table(
      RawSheet sheet, int heading, Form form, Consumer<CellError> wrong) {
    SortedMap<Integer, Column> columns = new TreeMap<>();
    RawRow headings = sheet.rows().get(heading);
    for (Cell cell : headings.cells().values()) {
      Column column = Column.under(cell.shown()).filter(form.columns()::contains).orElse(null);
      if (column == null) {
        wrong.accept(Wrong.UNKNOWN_COLUMN.in(cell));
      } else if (columns.containsValue(column)) {
        wrong.accept(Wrong.COLUMN_TWICE.in(cell));
      } else {
        columns.put(cell.column(), column);
      }
    }
    for (Column needed : form.needed()) {
      if (!columns.containsValue(needed)) {
        wrong.accept(
            Wrong.COLUMN_MISSING.in(
                new Cell(sheet.number(), sheet.name(), 0, headings.number(), new Cell.Empty()),
                "Thêm cột '" + needed.heading() + "'",
                "Add the column '" + needed.heading() + "'"));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (RawRow raw : sheet.rows().subList(heading + 1, sheet.rows().size())) {
      Map<Column, Cell> cells = new EnumMap<>(Column.class);
      columns.forEach(
          (number, column) ->
              cells.put(
                  column,
                  raw.cells()
                      .getOrDefault(
                          number,
                          new Cell(
                              sheet.number(),
                              sheet.name(),
                              number,
                              raw.number(),
                              new Cell.Empty()))));
      raw.cells().values().stream()
          .filter(cell -> !headings.cells().containsKey(cell.column()))
          .forEach(cell -> wrong.accept(Wrong.BESIDE_THE_TABLE.in(cell)));
      if (cells.containsKey(Column.UNIT) && cells.values().stream().anyMatch(c -> !c.isEmpty())) {
        rows.add(new Row(cells, wrong));
      }
    }
    return rows;
  }

  private static List<RawSheet> workbook(byte[] content) {
    List<RawSheet> sheets = new ArrayList<>();
    int cells = 0;
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, false))) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        RawSheet read = sheet(sheet, sheets.size() + 1);
        cells += read.rows().size();
        TOO_LARGE.unless(cells <= MOST_ROWS);
        sheets.add(read);
      }
    } catch (Rejected refused) {
      throw refused;
    } catch (IOException | RuntimeException e) {
      // whatever the library makes of a file that is damaged on purpose or by chance
      NOT_READABLE.unless(false);
    }
    return sheets;
  }

  private static RawSheet sheet(Sheet sheet, int number) throws IOException {
    List<RawRow> rows = new ArrayList<>();
    try (Stream<org.dhatim.fastexcel.reader.Row> stream = sheet.openStream()) {
      Iterator<org.dhatim.fastexcel.reader.Row> each = stream.iterator();
      while (each.hasNext()) {
        org.dhatim.fastexcel.reader.Row row = each.next();
        SortedMap<Integer, Cell> cells = new TreeMap<>();
        for (org.dhatim.fastexcel.reader.@Nullable Cell cell : row) {
          if (cell != null) {
            Cell read =
                new Cell(
                    number, sheet.getName(), cell.getColumnIndex(), row.getRowNum(), content(cell));
            if (!read.isEmpty()) {
              TOO_LARGE.unless(cell.getColumnIndex() < MOST_COLUMNS, read.reference());
              cells.put(cell.getColumnIndex(), read);
            }
          }
        }
        if (!cells.isEmpty()) {
          TOO_LARGE.unless(rows.size() < MOST_ROWS);
          rows.add(new RawRow(row.getRowNum(), cells));
        }
      }
    }
    return new RawSheet(number, sheet.getName(), rows);
  }

  private static Cell.Content content(org.dhatim.fastexcel.reader.Cell cell) {
    String raw = cell.getRawValue();
    boolean formula = cell.getType() == CellType.FORMULA;
    if (cell.getType() == CellType.ERROR || (formula && raw != null && raw.startsWith("#"))) {
      return new Cell.Broken(String.valueOf(raw), Wrong.FORMULA_FAILED);
    }
    return switch (cell.getValue()) {
      case null ->
          formula
              ? new Cell.Broken("=" + cell.getFormula(), Wrong.FORMULA_WITHOUT_VALUE)
              : new Cell.Empty();
      case BigDecimal number -> number(cell, number);
      case Boolean truth -> new Cell.Truth(truth);
      case Object other -> new Cell.Text(String.valueOf(other));
    };
  }

  private static Cell.Content number(org.dhatim.fastexcel.reader.Cell cell, BigDecimal number) {
    String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
    // what stands in quotes or brackets is shown, and says nothing of the number
    String pattern = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").toLowerCase();
    if (pattern.matches(".*[dy].*|.*m.*m.*")) {
      return new Cell.Day(cell.asDate().toLocalDate());
    }
    BigDecimal shown = number.round(AS_SHOWN).stripTrailingZeros();
    return new Cell.Number(shown.scale() < 0 ? shown.setScale(0) : shown, pattern.contains("%"));
  }

  private static RawSheet text(byte[] content) {
    if (begins(content, 0xd0, 0xcf, 0x11, 0xe0)) {
      ENCRYPTED.unless(
          !new String(content, StandardCharsets.UTF_16LE).contains("EncryptedPackage"));
      OLD_FORMAT.unless(false);
    }
    String text = decoded(content);
    char separator = separator(text);
    List<RawRow> rows = new ArrayList<>();
    try (MappingIterator<String[]> lines =
        CSV.readerFor(String[].class)
            .with(CsvSchema.emptySchema().withColumnSeparator(separator))
            .readValues(text)) {
      for (int number = 1; lines.hasNext(); number++) {
        String[] line = lines.next();
        SortedMap<Integer, Cell> cells = new TreeMap<>();
        for (int column = 0; column < line.length; column++) {
          if (line[column] != null && !line[column].isBlank()) {
            TOO_LARGE.unless(column < MOST_COLUMNS && rows.size() < MOST_ROWS);
            cells.put(column, new Cell(1, "CSV", column, number, field(line[column].strip())));
          }
        }
        if (!cells.isEmpty()) {
          rows.add(new RawRow(number, cells));
        }
      }
    } catch (JacksonException e) {
      NOT_READABLE.unless(false);
    }
    return new RawSheet(1, "CSV", rows);
  }

  private static Cell.Content field(String field) {
    return new Cell.Text(TextSign.without(field));
  }

  private static String decoded(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      NOT_READABLE.unless(text.chars().noneMatch(sign -> sign == 0));
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      NOT_UTF_8.unless(false);
      throw new IllegalStateException(e);
    }
  }

  /** The sign by which the line with the headings falls into the most of them. */
  private static char separator(String text) {
    char best = ';';
    long most = 0;
    for (char sign : new char[] {';', ',', '\t'}) {
      String between = String.valueOf(sign);
      long known =
          text.lines()
              .limit(HEADINGS_WITHIN)
              .mapToLong(
                  line ->
                      Arrays.stream(line.split(between, -1))
                          .map(each -> each.replace("\"", ""))
                          .filter(each -> Column.under(each).isPresent())
                          .count())
              .max()
              .orElse(0);
      if (known > most) {
        most = known;
        best = sign;
      }
    }
    return best;
  }
}
