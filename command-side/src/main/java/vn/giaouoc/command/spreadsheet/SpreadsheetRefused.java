package vn.giaouoc.command.spreadsheet;

import java.util.List;

/** A file is wrong in these cells; nothing was recorded. */
public final class SpreadsheetRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<CellError> errors;

  /** A file that is wrong in these cells. */
  public SpreadsheetRefused(List<CellError> errors) {
    super("Wrong in " + errors.size() + " cells");
    this.errors = List.copyOf(errors);
  }

  /** All that is wrong. */
  public List<CellError> errors() {
    return errors;
  }
}
