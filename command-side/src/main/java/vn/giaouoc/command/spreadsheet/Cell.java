package vn.giaouoc.command.spreadsheet;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A cell that is not empty.
 *
 * @param sheet the number of its sheet, from 1
 * @param sheetName what its sheet is called
 * @param column the number of its column, from 0
 * @param row the number of its row, from 1
 */
public record Cell(int sheet, String sheetName, int column, int row, Content content) {

  /** What a cell holds. */
  public sealed interface Content {}

  /** Nothing: that is missing, and never zero. */
  public record Empty() implements Content {}

  /** A text, which may be a number as people write it. */
  public record Text(String text) implements Content {}

  /**
   * A number, whose meaning does not depend on how it is shown.
   *
   * @param percent whether it is shown as a percentage: then 0.125 is 12.5 %
   */
  public record Number(BigDecimal value, boolean percent) implements Content {}

  /** A number that is shown as a day. */
  public record Day(LocalDate day) implements Content {}

  /** Yes or no. */
  public record Truth(boolean value) implements Content {}

  /** What cannot be read. */
  public record Broken(String shown, Wrong why) implements Content {}

  /** Its name within its sheet: {@code C7}. */
  public String reference() {
    return letters(column) + row;
  }

  /** Its name within the file, by the number of its sheet: {@code 1!C7}. */
  public String place() {
    return sheet + "!" + reference();
  }

  /** What is written in it, as a person would say it. */
  public String shown() {
    return switch (content) {
      case Empty _ -> "";
      case Text(var text) -> text;
      case Number(var value, var percent) ->
          percent
              ? value.movePointRight(2).stripTrailingZeros().toPlainString().replace('.', ',')
                  + " %"
              : value.toPlainString().replace('.', ',');
      case Day(var day) ->
          "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
      case Truth(var value) -> value ? "TRUE" : "FALSE";
      case Broken(var shown, _) -> shown;
    };
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return content instanceof Empty || (content instanceof Text(var text) && text.isBlank());
  }

  private static String letters(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + column))
        : letters(column / 26 - 1) + (char) ('A' + column % 26);
  }
}
