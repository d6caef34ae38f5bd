package vn.giaouoc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook as an officer has it open: read, filled in, saved. */
final class Filled {

  private final Map<String, Map<Integer, Map<Integer, Object>>> sheets = new LinkedHashMap<>();

  /** Opens a workbook. */
  Filled(byte[] xlsx) {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        Map<Integer, Map<Integer, Object>> rows = new TreeMap<>();
        sheets.put(sheet.getName(), rows);
        try (Stream<Row> stream = sheet.openStream()) {
          stream.forEach(
              row -> {
                Map<Integer, Object> cells = new TreeMap<>();
                rows.put(row.getRowNum(), cells);
                for (Cell cell : row) {
                  if (cell != null && cell.getValue() != null) {
                    cells.put(cell.getColumnIndex(), cell.getValue());
                  }
                }
              });
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its sheets are called. */
  List<String> names() {
    return List.copyOf(sheets.keySet());
  }

  /** The cells of a row of the first sheet, as texts. */
  List<String> row(int row) {
    return row(names().getFirst(), row);
  }

  /** The cells of a row, as texts. */
  List<String> row(String sheet, int row) {
    Map<Integer, Object> cells = sheets.get(sheet).getOrDefault(row, Map.of());
    List<String> texts = new ArrayList<>();
    int last = cells.keySet().stream().mapToInt(each -> each).max().orElse(-1);
    for (int column = 0; column <= last; column++) {
      Object cell = cells.get(column);
      texts.add(
          cell == null
              ? ""
              : cell instanceof BigDecimal number
                  ? number.stripTrailingZeros().toPlainString()
                  : cell.toString());
    }
    return texts;
  }

  /** The number of the row of the first sheet with the headings. */
  int headings() {
    return headings(names().getFirst(), "Mã đơn vị");
  }

  /** The number of the row in which a heading stands. */
  int headings(String sheet, String heading) {
    return sheets.get(sheet).entrySet().stream()
        .filter(row -> row.getValue().containsValue(heading))
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** The last row of the first sheet. */
  int last() {
    return sheets.get(names().getFirst()).keySet().stream().mapToInt(each -> each).max().orElse(0);
  }

  /**
   * The row of the first sheet in which these texts stand under these headings.
   *
   * @param where heading, text, heading, text …
   */
  int find(String... where) {
    for (int row = headings() + 1; row <= last(); row++) {
      boolean all = true;
      for (int i = 0; i < where.length; i += 2) {
        all &= where[i + 1].equals(text(where[i], row));
      }
      if (all) {
        return row;
      }
    }
    throw new AssertionError("no row with " + List.of(where));
  }

  /** The text under a heading of the first sheet. */
  String text(String heading, int row) {
    List<String> cells = row(row);
    int column = column(heading);
    return column < cells.size() ? cells.get(column) : "";
  }

  /** The name of the cell under a heading: {@code C7}. */
  String cell(String heading, int row) {
    return (char) ('A' + column(heading)) + "" + row;
  }

  /** Writes into the cell under a heading of the first sheet; nothing empties it. */
  Filled set(String heading, int row, Object value) {
    Map<Integer, Object> cells =
        sheets.get(names().getFirst()).computeIfAbsent(row, _ -> new TreeMap<>());
    if (value == null) {
      cells.remove(column(heading));
    } else {
      cells.put(column(heading), value);
    }
    return this;
  }

  private int column(String heading) {
    return row(headings()).indexOf(heading);
  }

  /** Saves it. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "An office", "1.0")) {
      sheets.forEach(
          (name, rows) -> {
            Worksheet sheet = workbook.newWorksheet(name);
            rows.forEach(
                (row, cells) ->
                    cells.forEach(
                        (column, value) -> {
                          if (value instanceof Number number) {
                            sheet.value(row - 1, column, number);
                          } else {
                            sheet.value(row - 1, column, value.toString());
                          }
                        }));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
