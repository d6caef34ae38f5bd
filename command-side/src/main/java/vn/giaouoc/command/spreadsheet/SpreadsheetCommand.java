package vn.giaouoc.command.spreadsheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.spreadsheet.Form;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked with a spreadsheet. */
sealed interface SpreadsheetCommand extends Command {

  /**
   * Enters what a file says, all of it or nothing.
   *
   * @param by the unit that scores, of the forms that say so; absent for that of who acts
   * @param name what the file is called
   * @param content the file, byte for byte
   * @param dryRun whether only to say what would be recorded
   */
  record EnterSpreadsheet(
      CycleId cycle,
      Form form,
      @Nullable UnitId by,
      String name,
      byte[] content,
      boolean dryRun,
      Envelope envelope)
      implements SpreadsheetCommand {

    /** No stream of its own: its node is that of the cycle. */
    @Override
    public String stream() {
      return cycle.stream();
    }
  }

  /** What became of a file. */
  enum Outcome implements Code {
    RECORDED,
    /** All of it stood already as this file tells it. */
    ALREADY_RECORDED,
    WOULD_BE_RECORDED
  }

  /**
   * What became of a file.
   *
   * @param file by which it is kept; absent where nothing was recorded
   * @param told what was recorded by it
   * @param unchanged the streams in which what this file tells stood already
   * @param versions the version of every stream that it is about
   */
  record Entered(
      Outcome outcome,
      @Nullable FileId file,
      List<Told> told,
      List<String> unchanged,
      Map<String, Long> versions) {}

  /**
   * An event.
   *
   * @param cells where it was written, by the target or criterion
   */
  record Told(String stream, String type, Map<String, String> cells, JsonNode event) {}
}
