package vn.giaouoc.command.report;

import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.Answers.optional;
import static vn.giaouoc.command.Answers.plain;
import static vn.giaouoc.command.Answers.required;
import static vn.giaouoc.command.RequestRejection.NOT_FOUND;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.report.ReportCommand.AmendReport;
import vn.giaouoc.command.report.ReportCommand.DraftReport;
import vn.giaouoc.command.report.ReportCommand.FinaliseReport;
import vn.giaouoc.command.report.ReportCommand.MakeStatement;
import vn.giaouoc.command.report.ReportCommand.PresentReport;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.Figure.Amount;
import vn.giaouoc.shared.report.Figure.Bound;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.report.ReportEvent.Count;
import vn.giaouoc.shared.report.ReportEvent.OfWhich;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.report.ReportEvent.StatementKind;
import vn.giaouoc.shared.report.ReportEvent.UnitFigure;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about a bloc's report: {@code mid-year}, {@code nine-month}, {@code year-end}. */
@RestController
@RequestMapping("/api/cycles/{cycle}/reports")
class ReportResource {

  private final Commands commands;

  ReportResource(Commands commands) {
    this.commands = commands;
  }

  record Draft(@Nullable Stage stage) {}

  record StatementBody(
      @Nullable Stage stage,
      @Nullable StatementKind kind,
      @Nullable List<@Nullable UnitId> units,
      @Nullable Integer content,
      @Nullable String text,
      @Nullable List<@Nullable FigureBody> figures,
      @Nullable List<@Nullable CountBody> counts) {}

  record FigureBody(
      @Nullable UnitId unit,
      @Nullable Integer content,
      @Nullable String indicator,
      @Nullable String measure,
      @Nullable Direction direction,
      @Nullable AmountBody actual,
      @Nullable AmountBody target,
      @Nullable BigDecimal percent) {

    UnitFigure figure() {
      return new UnitFigure(
          required(unit, "figures.unit"),
          content,
          Figure.checked(
              required(indicator, "figures.indicator"),
              required(measure, "figures.measure"),
              required(direction, "figures.direction"),
              amount(actual, "figures.actual"),
              amount(target, "figures.target"),
              percent == null ? null : plain(percent, "figures.percent"),
              List.of(),
              null));
    }
  }

  record AmountBody(@Nullable BigDecimal value, @Nullable Bound bound) {}

  record CountBody(
      @Nullable String what, @Nullable Integer number, @Nullable List<@Nullable PartBody> ofWhich) {

    Count count() {
      List<OfWhich> parts = new ArrayList<>();
      for (PartBody each : requireNonNullElse(ofWhich, List.<@Nullable PartBody>of())) {
        parts.add(
            new OfWhich(
                required(required(each, "counts.ofWhich").what(), "counts.ofWhich.what"),
                required(each.number(), "counts.ofWhich.number")));
      }
      return new Count(required(what, "counts.what"), required(number, "counts.number"), parts);
    }
  }

  record PartBody(@Nullable String what, @Nullable Integer number) {}

  record Presentation(
      @Nullable UnitId by, @Nullable ConferenceId conference, @Nullable FileId file) {}

  record Amendment(@Nullable Integer content, @Nullable String text) {}

  record Finalisation(@Nullable UnitId by, @Nullable FileId file) {}

  /** Begins the report of a stage. */
  @PostMapping
  ResponseEntity<Void> draft(@PathVariable CycleId cycle, @RequestBody Draft body) {
    return commands.send(
        HttpStatus.CREATED,
        new DraftReport(cycle, required(body.stage(), "stage"), commands.act(null)));
  }

  /** Lets the draft say something. */
  @PostMapping("/statements")
  ResponseEntity<Void> state(@PathVariable CycleId cycle, @RequestBody StatementBody body) {
    List<UnitId> units = new ArrayList<>();
    for (UnitId each : requireNonNullElse(body.units(), List.<@Nullable UnitId>of())) {
      units.add(required(each, "units"));
    }
    List<UnitFigure> figures = new ArrayList<>();
    for (FigureBody each : requireNonNullElse(body.figures(), List.<@Nullable FigureBody>of())) {
      figures.add(required(each, "figures").figure());
    }
    List<Count> counts = new ArrayList<>();
    for (CountBody each : requireNonNullElse(body.counts(), List.<@Nullable CountBody>of())) {
      counts.add(required(each, "counts").count());
    }
    return commands.send(
        HttpStatus.NO_CONTENT,
        new MakeStatement(
            cycle,
            required(body.stage(), "stage"),
            required(body.kind(), "kind"),
            units,
            body.content(),
            optional(body.text(), "text"),
            figures,
            counts,
            commands.act(null)));
  }

  /** Presents the draft. */
  @PostMapping("/{stage}/presentation")
  ResponseEntity<Void> present(
      @PathVariable CycleId cycle,
      @PathVariable String stage,
      @RequestBody Presentation body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new PresentReport(
            cycle,
            stage(stage),
            required(body.by(), "by"),
            body.conference(),
            body.file(),
            commands.act(null)),
        ifMatch);
  }

  /** Changes what was presented. */
  @PostMapping("/{stage}/amendments")
  ResponseEntity<Void> amend(
      @PathVariable CycleId cycle, @PathVariable String stage, @RequestBody Amendment body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AmendReport(
            cycle,
            stage(stage),
            body.content(),
            required(body.text(), "text"),
            commands.act(null)));
  }

  /** Ends the work on it. */
  @PostMapping("/{stage}/finalisation")
  ResponseEntity<Void> finalise(
      @PathVariable CycleId cycle,
      @PathVariable String stage,
      @RequestBody Finalisation body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new FinaliseReport(
            cycle, stage(stage), required(body.by(), "by"), body.file(), commands.act(null)),
        ifMatch);
  }

  private static Stage stage(String code) {
    Stage found = null;
    for (Stage each : Stage.values()) {
      found = each.code().equals(code) ? each : found;
    }
    NOT_FOUND.unless(found != null, code);
    return Objects.requireNonNull(found);
  }

  private static @Nullable Amount amount(@Nullable AmountBody body, String name) {
    return body == null
        ? null
        : new Amount(
            plain(required(body.value(), name), name),
            requireNonNullElse(body.bound(), Bound.EXACTLY));
  }
}
