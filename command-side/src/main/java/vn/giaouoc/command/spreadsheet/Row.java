package vn.giaouoc.command.spreadsheet;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Answers;
import vn.giaouoc.shared.spreadsheet.Column;
import vn.giaouoc.shared.spreadsheet.Say;

/**
 * A row of a table. What cannot be read is said by its cell and answered as nothing, so that all
 * that is wrong is said at once.
 */
public final class Row {

  private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
  private static final int LONGEST_TEXT = 4000;
  private static final int MOST_DIGITS = 20;
  private static final int MOST_DECIMALS = 8;

  private final Map<Column, Cell> cells;
  private final Consumer<CellError> wrong;

  Row(Map<Column, Cell> cells, Consumer<CellError> wrong) {
    this.cells = Map.copyOf(cells);
    this.wrong = wrong;
  }

  /** The cell in a column; an empty one of the same row where the table has no such column. */
  public Cell cell(Column column) {
    Cell cell = cells.get(column);
    if (cell != null) {
      return cell;
    }
    Cell first = requireNonNull(cells.get(Column.UNIT));
    return new Cell(
        first.sheet(), first.sheetName(), first.column(), first.row(), new Cell.Empty());
  }

  /** Whether nothing is written in any of these columns. */
  public boolean isEmptyIn(Column... columns) {
    for (Column column : columns) {
      if (!cell(column).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Says that something is wrong with a cell of this row. */
  public void complain(CellError error) {
    wrong.accept(error);
  }

  /** A text; nothing where the cell is empty, or cannot be read. */
  public @Nullable String text(Column column) {
    Cell cell = cell(column);
    if (cell.isEmpty()) {
      return null;
    }
    if (cell.content() instanceof Cell.Broken(_, var why)) {
      wrong.accept(why.in(cell));
      return null;
    }
    String text = cell.shown().strip();
    if (text.length() > LONGEST_TEXT || !Answers.canBeKept(text)) {
      wrong.accept(
          Wrong.NOT_A_WORD.in(
              cell, "Nhiều nhất 4000 ký tự thường", "At most 4000 ordinary characters"));
      return null;
    }
    return text;
  }

  /** A text that must be there. */
  public @Nullable String required(Column column) {
    if (cell(column).isEmpty()) {
      wrong.accept(Wrong.MISSING.in(cell(column)));
      return null;
    }
    return text(column);
  }

  /** An id; nothing where the cell is empty, or holds none. */
  public <T> @Nullable T id(Column column, Function<String, T> of) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    try {
      return of.apply(text);
    } catch (IllegalArgumentException e) {
      wrong.accept(Wrong.NOT_AN_ID.in(cell(column)));
      return null;
    }
  }

  /** One of these words, which must be there. */
  public <T> @Nullable T choice(Column column, Map<String, T> words) {
    String text = required(column);
    if (text == null) {
      return null;
    }
    T chosen = words.get(Say.plain(text));
    if (chosen == null) {
      String all = words.keySet().stream().collect(Collectors.joining("; "));
      wrong.accept(Wrong.NOT_A_WORD.in(cell(column), "Viết một trong: " + all, "One of: " + all));
    }
    return chosen;
  }

  /** Whether a cell says this word. */
  public boolean says(Column column, String word) {
    return cell(column).content() instanceof Cell.Text(var text) && Say.plain(text).equals(word);
  }

  /** Yes or no, in the words of offices; nothing where it is neither, and that is no mistake. */
  public @Nullable Boolean truth(Column column) {
    return switch (cell(column).content()) {
      case Cell.Truth(var value) -> value;
      case Cell.Text(var text) ->
          switch (Say.plain(text)) {
            case Say.YES, "x", "đạt", "hoàn thành", "đã hoàn thành" -> true;
            case Say.NO, "chưa", "không đạt", "chưa đạt", "chưa hoàn thành" -> false;
            default -> null;
          };
      default -> null;
    };
  }

  /**
   * A number; nothing where the cell is empty, or holds none.
   *
   * @param percentage whether it is a percentage: then 12.5 stands for 12.5 %, with or without sign
   */
  public @Nullable BigDecimal number(Column column, boolean percentage) {
    Cell cell = cell(column);
    return cell.isEmpty() ? null : number(cell, cell.content(), percentage);
  }

  /** Several numbers in one cell, separated by semicolons. */
  public @Nullable List<BigDecimal> numbers(Column column) {
    Cell cell = cell(column);
    if (!(cell.content() instanceof Cell.Text(var text))) {
      BigDecimal one = number(column, false);
      return one == null ? null : List.of(one);
    }
    List<BigDecimal> numbers = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      BigDecimal number = number(cell, new Cell.Text(part), false);
      if (number == null) {
        return null;
      }
      numbers.add(number);
    }
    return numbers;
  }

  /** A number behind a word, such as "trên 8"; the word must be at the beginning of the cell. */
  public @Nullable BigDecimal numberBehind(Column column, String word) {
    Cell cell = cell(column);
    return cell.content() instanceof Cell.Text(var text)
        ? number(cell, new Cell.Text(text.strip().substring(word.length())), false)
        : null;
  }

  /** Whether a cell begins with this word. */
  public boolean begins(Column column, String word) {
    return cell(column).content() instanceof Cell.Text(var text)
        && Say.plain(text).startsWith(word + " ");
  }

  /** A whole number; nothing where the cell is empty, or holds none. */
  public @Nullable Integer whole(Column column) {
    BigDecimal number = number(column, false);
    if (number == null) {
      return null;
    }
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      wrong.accept(Wrong.NOT_A_WHOLE_NUMBER.in(cell(column)));
      return null;
    }
  }

  /** A day; nothing where the cell is empty, or holds none. */
  public @Nullable LocalDate day(Column column) {
    Cell cell = cell(column);
    if (cell.isEmpty()) {
      return null;
    }
    if (cell.content() instanceof Cell.Day(var day)) {
      return day;
    }
    if (cell.content() instanceof Cell.Text(var text)) {
      Matcher matcher = DAY.matcher(text.strip());
      if (matcher.matches()) {
        try {
          return LocalDate.of(
              Integer.parseInt(matcher.group(3)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(1)));
        } catch (DateTimeException e) {
          // said below
        }
      }
    }
    wrong.accept(Wrong.NOT_A_DAY.in(cell));
    return null;
  }

  private @Nullable BigDecimal number(Cell cell, Cell.Content content, boolean percentage) {
    CellError error;
    switch (content) {
      case Cell.Number(var value, var percent) -> {
        if (!percent || percentage) {
          return plain(cell, percent ? value.movePointRight(2) : value);
        }
        error = Wrong.NOT_A_PERCENTAGE.in(cell);
      }
      case Cell.Text(var text) -> {
        switch (Numerals.of(text)) {
          case Numerals.Plain(var value, var percent) -> {
            if (!percent || percentage) {
              return plain(cell, value);
            }
            error = Wrong.NOT_A_PERCENTAGE.in(cell);
          }
          case Numerals.Ambiguous(var grouped, var decimal) ->
              error = ambiguous(cell, grouped, decimal);
          case Numerals.Nothing _ -> error = Wrong.NOT_A_NUMBER.in(cell);
        }
      }
      case Cell.Day _ -> error = Wrong.IS_A_DAY.in(cell);
      case Cell.Broken(_, var why) -> error = why.in(cell);
      case Cell.Truth _, Cell.Empty _ -> error = Wrong.NOT_A_NUMBER.in(cell);
    }
    wrong.accept(error);
    return null;
  }

  private @Nullable BigDecimal plain(Cell cell, BigDecimal number) {
    BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
    if (plain.precision() > MOST_DIGITS || plain.scale() > MOST_DECIMALS) {
      wrong.accept(Wrong.NUMBER_TOO_LONG.in(cell));
      return null;
    }
    return plain;
  }

  private static CellError ambiguous(Cell cell, BigDecimal grouped, BigDecimal decimal) {
    String one = grouped.toPlainString();
    String other = decimal.toPlainString().replace('.', ',') + "0";
    return Wrong.AMBIGUOUS_NUMBER.in(
        cell,
        "Viết " + one + " nếu dấu ngăn cách hàng nghìn, viết " + other + " nếu là số thập phân",
        "Write "
            + one
            + " if the mark separates thousands, "
            + other
            + " if it is the decimal mark");
  }
}
