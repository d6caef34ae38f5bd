package vn.giaouoc.command.spreadsheet;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Rejection.Rejected;

/**
 * What is wrong with a cell.
 *
 * @param sheet what its sheet is called
 * @param cell its name there: {@code C7}
 * @param value what is written in it
 * @param type what is wrong, as a stable word: that of a problem where a decision refuses it
 * @param message what is wrong, in Vietnamese
 * @param messageEn the same in English
 * @param right what would be right, in Vietnamese; empty where the message says it
 * @param rightEn the same in English
 * @param clause the clause of the regulation that refuses it, if one does
 */
public record CellError(
    String sheet,
    String cell,
    String value,
    String type,
    String message,
    String messageEn,
    String right,
    String rightEn,
    @Nullable String clause) {

  /** That a decision refuses what is written in a cell. */
  static CellError of(Rejected refused, Cell cell) {
    return new CellError(
        cell.sheetName(),
        cell.reference(),
        cell.shown(),
        refused.rejection().problem(),
        refused.rejection().reason().vietnamese(),
        refused.rejection().reason().english(),
        "",
        "",
        refused.clause());
  }
}
