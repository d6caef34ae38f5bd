package vn.giaouoc.command.spreadsheet;

import static vn.giaouoc.command.Answers.etag;
import static vn.giaouoc.command.spreadsheet.SpreadsheetRejection.NO_SUCH_FORM;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.spreadsheet.SpreadsheetCommand.EnterSpreadsheet;
import vn.giaouoc.command.spreadsheet.SpreadsheetCommand.Entered;
import vn.giaouoc.command.spreadsheet.SpreadsheetCommand.Outcome;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.spreadsheet.Form;
import vn.giaouoc.shared.unit.UnitId;

/** Takes forms back that were given out as spreadsheets. */
@RestController
class SpreadsheetResource {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Commands commands;

  SpreadsheetResource(Commands commands) {
    this.commands = commands;
  }

  /**
   * Enters a spreadsheet, all of it or nothing; with {@code dryRun} only says what would be
   * recorded. All that is wrong is said at once, by cell.
   *
   * @param by the unit that scores, where an administrator does so in its place
   */
  @PostMapping(
      value = "/api/cycles/{cycle}/spreadsheets/{form}",
      consumes = {XLSX, "text/csv", "application/octet-stream"})
  ResponseEntity<Entered> enter(
      @PathVariable CycleId cycle,
      @PathVariable String form,
      @RequestParam String name,
      @RequestParam(required = false) @Nullable UnitId by,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestBody byte[] content) {
    Optional<Form> known = Form.of(form);
    NO_SUCH_FORM.unless(known.isPresent(), form);
    Entered entered;
    try {
      entered =
          commands.ask(
              new EnterSpreadsheet(
                  cycle, known.orElseThrow(), by, name, content, dryRun, commands.act(null)));
    } catch (Previewed previewed) {
      entered = previewed.entered();
    }
    HttpStatus status = entered.outcome() == Outcome.RECORDED ? HttpStatus.CREATED : HttpStatus.OK;
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    if (entered.outcome() == Outcome.RECORDED) {
      // they are recorded together: who waits for the last waits for all
      String last = entered.told().getLast().stream();
      answer.eTag(etag(last, Objects.requireNonNull(entered.versions().get(last))));
    }
    return answer.body(entered);
  }
}
