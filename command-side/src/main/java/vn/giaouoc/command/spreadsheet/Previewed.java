package vn.giaouoc.command.spreadsheet;

import vn.giaouoc.command.spreadsheet.SpreadsheetCommand.Entered;

/**
 * What would have been recorded: it was decided as if it were meant, and is taken back by this. So
 * a preview is refused by what would refuse the file itself.
 */
public final class Previewed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Entered entered;

  Previewed(Entered entered) {
    super("Only a preview");
    this.entered = entered;
  }

  Entered entered() {
    return entered;
  }

  /** What it says, to be sent to another node. */
  public Object written() {
    return entered;
  }

  /** What another node has sent. */
  public static Previewed read(Object written) {
    return new Previewed((Entered) written);
  }
}
