package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.giaouoc.command.spreadsheet.CellError;
import vn.giaouoc.command.spreadsheet.Row;
import vn.giaouoc.command.spreadsheet.SpreadsheetReader;
import vn.giaouoc.query.spreadsheet.Format;
import vn.giaouoc.query.spreadsheet.Table;
import vn.giaouoc.shared.spreadsheet.Column;
import vn.giaouoc.shared.spreadsheet.Form;

/** What one side gives out the other reads as it was. */
class SpreadsheetPropertiesTest {

  @Property(tries = 300)
  void what_is_given_out_is_read_back_the_same(
      @ForAll Format format, @ForAll("lines") List<Line> lines) {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : lines) {
      rows.add(Table.row("a", line.number(), line.text()));
    }
    byte[] file =
        format
            .file(
                "bang",
                List.of(
                    new Table(
                        "Tờ",
                        "BẢNG ĐIỂM",
                        List.of("Một dòng"),
                        List.of(
                            new Table.Col(Column.UNIT.heading(), 10),
                            new Table.Col(Column.ACTUAL.heading(), 10),
                            new Table.Col(Column.NOTE.heading(), 20)),
                        rows)))
            .getBody();
    List<CellError> errors = new ArrayList<>();
    List<Row> read = SpreadsheetReader.read(file, Form.BLOC_SCORES, errors::add);
    assertThat(read).hasSameSizeAs(lines);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(read.get(i).number(Column.ACTUAL, false))
          .isEqualByComparingTo(lines.get(i).number());
      assertThat(read.get(i).text(Column.NOTE)).isEqualTo(lines.get(i).text());
    }
    assertThat(errors).isEmpty();
  }

  /** A number and a text. */
  record Line(BigDecimal number, String text) {}

  @Provide
  Arbitrary<List<Line>> lines() {
    Arbitrary<BigDecimal> numbers =
        Combinators.combine(
                Arbitraries.longs().between(-999_999_999_999L, 999_999_999_999L),
                Arbitraries.integers().between(0, 6))
            .as(BigDecimal::valueOf);
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withChars("=+-@'\";,\t\n&<% .01aĐệ")
            .ofMinLength(1)
            .ofMaxLength(12)
            .map(String::strip)
            .filter(text -> !text.isEmpty());
    return Combinators.combine(numbers, texts).as(Line::new).list().ofMinSize(1).ofMaxSize(6);
  }
}
