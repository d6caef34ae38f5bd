package vn.giaouoc.command.cycle;

import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.Answers.optional;
import static vn.giaouoc.command.Answers.required;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.cycle.CycleCommand.AdoptPledgeContents;
import vn.giaouoc.command.cycle.CycleCommand.AdoptRegulation;
import vn.giaouoc.command.cycle.CycleCommand.AdvanceStep;
import vn.giaouoc.command.cycle.CycleCommand.AppointAssessors;
import vn.giaouoc.command.cycle.CycleCommand.CloseCycle;
import vn.giaouoc.command.cycle.CycleCommand.EndEarly;
import vn.giaouoc.command.cycle.CycleCommand.ExcludeUnit;
import vn.giaouoc.command.cycle.CycleCommand.ExtendDeadline;
import vn.giaouoc.command.cycle.CycleCommand.OpenCycle;
import vn.giaouoc.command.cycle.CycleCommand.ReadmitUnit;
import vn.giaouoc.command.cycle.CycleCommand.Remind;
import vn.giaouoc.command.cycle.CycleCommand.ReopenCycle;
import vn.giaouoc.command.cycle.CycleCommand.SetDeadline;
import vn.giaouoc.command.cycle.CycleCommand.SkipStep;
import vn.giaouoc.command.document.YamlTree.FileError;
import vn.giaouoc.command.document.YamlTree.UnreadableFile;
import vn.giaouoc.command.regulation.RegulationReader;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.Outcome;
import vn.giaouoc.shared.cycle.CycleEvent.Settlement;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about emulation years. */
@RestController
@RequestMapping("/api/cycles")
class CycleResource {

  private static final String IF_MATCH = "If-Match";

  private final Commands commands;

  CycleResource(Commands commands) {
    this.commands = commands;
  }

  /**
   * A year to open.
   *
   * @param id the id of the bloc, a full stop and the year; it may be left out
   * @param from its first day, where it is not a calendar year
   * @param to its last day, likewise
   */
  record Opening(
      @Nullable CycleId id,
      @Nullable BlocId bloc,
      @Nullable Integer year,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  /**
   * A version of the regulation.
   *
   * @param on the day of its adoption; today if left out
   */
  record Adoption(
      @Nullable Regulation regulation, @Nullable ConferenceId conference, @Nullable When on) {}

  record Appointment(@Nullable List<@Nullable UnitId> units) {}

  record Contents(@Nullable List<@Nullable String> contents) {}

  record Deadline(@Nullable LocalDate due) {}

  record Extension(@Nullable LocalDate due, @Nullable String reason) {}

  record Advance(
      @Nullable Step step,
      @Nullable ConferenceId conference,
      @Nullable String reorderedBy,
      @Nullable When on) {}

  record Skip(@Nullable Step step, @Nullable String clause, @Nullable String reason) {}

  record Reminder(@Nullable Step step) {}

  record Exclusion(@Nullable UnitId unit, @Nullable String clause, @Nullable String finding) {}

  record Readmission(@Nullable UnitId unit, @Nullable String clause) {}

  record Settled(@Nullable String stream, @Nullable Outcome outcome) {}

  record Ending(
      @Nullable BlocId into, @Nullable String reason, @Nullable List<@Nullable Settled> settled) {}

  record Reopening(@Nullable String reason) {}

  /** Opens the emulation year of a bloc. */
  @PostMapping
  ResponseEntity<Void> open(@RequestBody Opening body) {
    BlocId bloc = required(body.bloc(), "bloc");
    int year = required(body.year(), "year");
    CycleId cycle = requireNonNullElse(body.id(), CycleEvent.idOf(bloc, Math.max(year, 0)));
    return commands.send(
        HttpStatus.CREATED,
        new OpenCycle(cycle, bloc, year, body.from(), body.to(), commands.act(null)));
  }

  /** Adopts a version of the regulation. */
  @PostMapping(path = "/{cycle}/regulations", consumes = "application/json")
  ResponseEntity<Void> adoptRegulation(
      @PathVariable CycleId cycle,
      @RequestBody Adoption body,
      @RequestHeader(value = IF_MATCH, required = false) @Nullable String ifMatch) {
    return send(
        new AdoptRegulation(
            cycle,
            required(body.regulation(), "regulation"),
            body.conference(),
            commands.act(body.on())),
        ifMatch);
  }

  /** What is to be said of a regulation that can be adopted. */
  record Read(Regulation regulation, List<FileError> unknown) {}

  /**
   * Adopts a version of the regulation as an officer writes it; with {@code dryRun} only reads it,
   * and says what it does not state.
   */
  @PostMapping(
      path = "/{cycle}/regulations",
      consumes = {"application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
  ResponseEntity<?> adoptRegulation(
      @PathVariable CycleId cycle,
      @RequestBody byte[] body,
      @RequestParam(required = false) @Nullable ConferenceId conference,
      @RequestParam(required = false) @Nullable When on,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(value = IF_MATCH, required = false) @Nullable String ifMatch) {
    RegulationReader.Document document = RegulationReader.read(body);
    if (!document.wrong().isEmpty()) {
      throw new UnreadableFile(document.wrong());
    }
    return dryRun
        ? ResponseEntity.ok(new Read(document.regulation(), document.unknown()))
        : send(
            new AdoptRegulation(cycle, document.regulation(), conference, commands.act(on)),
            ifMatch);
  }

  /** Appoints who assesses in the year, in the place of those who were appointed before. */
  @PostMapping("/{cycle}/assessors")
  ResponseEntity<Void> appointAssessors(
      @PathVariable CycleId cycle,
      @RequestBody Appointment body,
      @RequestHeader(value = IF_MATCH, required = false) @Nullable String ifMatch) {
    List<UnitId> units = new ArrayList<>();
    for (UnitId unit : required(body.units(), "units")) {
      units.add(required(unit, "units[" + units.size() + "]"));
    }
    return send(new AppointAssessors(cycle, units, commands.act(null)), ifMatch);
  }

  /** Adopts what the members will pledge. */
  @PostMapping("/{cycle}/pledge-contents")
  ResponseEntity<Void> adoptContents(
      @PathVariable CycleId cycle,
      @RequestBody Contents body,
      @RequestHeader(value = IF_MATCH, required = false) @Nullable String ifMatch) {
    List<String> contents = new ArrayList<>();
    for (String content : required(body.contents(), "contents")) {
      contents.add(required(content, "contents[" + contents.size() + "]"));
    }
    return send(new AdoptPledgeContents(cycle, contents, commands.act(null)), ifMatch);
  }

  /** Gives a step a deadline. */
  @PostMapping("/{cycle}/steps/{step}/deadline")
  ResponseEntity<Void> setDeadline(
      @PathVariable CycleId cycle,
      @PathVariable String step,
      @RequestBody Deadline body,
      @RequestHeader(value = IF_MATCH, required = false) @Nullable String ifMatch) {
    return send(
        new SetDeadline(cycle, step(step), required(body.due(), "due"), commands.act(null)),
        ifMatch);
  }

  /** Puts off the deadline of a step. */
  @PostMapping("/{cycle}/steps/{step}/extensions")
  ResponseEntity<Void> extendDeadline(
      @PathVariable CycleId cycle,
      @PathVariable String step,
      @RequestBody Extension body,
      @RequestHeader(value = IF_MATCH, required = false) @Nullable String ifMatch) {
    return send(
        new ExtendDeadline(
            cycle,
            step(step),
            required(body.due(), "due"),
            required(body.reason(), "reason"),
            commands.act(null)),
        ifMatch);
  }

  /** Tells that a step was done. */
  @PostMapping("/{cycle}/advances")
  ResponseEntity<Void> advance(
      @PathVariable CycleId cycle,
      @RequestBody Advance body,
      @RequestHeader(value = IF_MATCH, required = false) @Nullable String ifMatch) {
    return send(
        new AdvanceStep(
            cycle,
            required(body.step(), "step"),
            body.conference(),
            optional(body.reorderedBy(), "reorderedBy"),
            commands.act(body.on())),
        ifMatch);
  }

  /** Leaves out a step that the regulation leaves to the bloc. */
  @PostMapping("/{cycle}/skips")
  ResponseEntity<Void> skip(
      @PathVariable CycleId cycle,
      @RequestBody Skip body,
      @RequestHeader(value = IF_MATCH, required = false) @Nullable String ifMatch) {
    return send(
        new SkipStep(
            cycle,
            required(body.step(), "step"),
            required(body.clause(), "clause"),
            required(body.reason(), "reason"),
            commands.act(null)),
        ifMatch);
  }

  /** Reminds the members that have not done what a step asks of them, and nobody else. */
  @PostMapping("/{cycle}/reminders")
  ResponseEntity<Void> remind(@PathVariable CycleId cycle, @RequestBody Reminder body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Remind(cycle, required(body.step(), "step"), commands.act(null)));
  }

  /** Takes a unit out of ranking and awards. */
  @PostMapping("/{cycle}/exclusions")
  ResponseEntity<Void> exclude(
      @PathVariable CycleId cycle,
      @RequestBody Exclusion body,
      @RequestHeader(value = IF_MATCH, required = false) @Nullable String ifMatch) {
    return send(
        new ExcludeUnit(
            cycle,
            required(body.unit(), "unit"),
            required(body.clause(), "clause"),
            required(body.finding(), "finding"),
            commands.act(null)),
        ifMatch);
  }

  /** Takes an excluded unit in again. */
  @PostMapping("/{cycle}/readmissions")
  ResponseEntity<Void> readmit(
      @PathVariable CycleId cycle,
      @RequestBody Readmission body,
      @RequestHeader(value = IF_MATCH, required = false) @Nullable String ifMatch) {
    return send(
        new ReadmitUnit(
            cycle,
            required(body.unit(), "unit"),
            required(body.clause(), "clause"),
            commands.act(null)),
        ifMatch);
  }

  /** Ends the year before its time because the bloc was merged. */
  @PostMapping("/{cycle}/early-end")
  ResponseEntity<Void> endEarly(
      @PathVariable CycleId cycle,
      @RequestBody Ending body,
      @RequestHeader(value = IF_MATCH, required = false) @Nullable String ifMatch) {
    List<Settlement> settled = new ArrayList<>();
    for (Settled each : requireNonNullElse(body.settled(), List.<@Nullable Settled>of())) {
      Settled one = required(each, "settled");
      settled.add(
          new Settlement(
              required(one.stream(), "settled.stream"),
              required(one.outcome(), "settled.outcome")));
    }
    return send(
        new EndEarly(
            cycle,
            required(body.into(), "into"),
            required(body.reason(), "reason"),
            settled,
            commands.act(null)),
        ifMatch);
  }

  /** Ends the year. */
  @PostMapping("/{cycle}/close")
  ResponseEntity<Void> close(
      @PathVariable CycleId cycle,
      @RequestHeader(value = IF_MATCH, required = false) @Nullable String ifMatch) {
    return send(new CloseCycle(cycle, commands.act(null)), ifMatch);
  }

  /** Lets a year that was closed go on. */
  @PostMapping("/{cycle}/reopen")
  ResponseEntity<Void> reopen(
      @PathVariable CycleId cycle,
      @RequestBody Reopening body,
      @RequestHeader(value = IF_MATCH, required = false) @Nullable String ifMatch) {
    return send(
        new ReopenCycle(cycle, required(body.reason(), "reason"), commands.act(null)), ifMatch);
  }

  private ResponseEntity<Void> send(Command command, @Nullable String ifMatch) {
    return commands.send(HttpStatus.NO_CONTENT, command, ifMatch);
  }

  private static Step step(String code) {
    Step named =
        Arrays.stream(Step.values())
            .filter(step -> step.code().equals(code))
            .findFirst()
            .orElse(null);
    CycleRejection.STEP_NOT_KNOWN.unless(named != null, code);
    return Objects.requireNonNull(named);
  }

  @ExceptionHandler
  ProblemDetail on(UnreadableFile unreadable) {
    return unreadable.problem(
        "regulation-refused",
        "Quy chế có %d chỗ chưa đúng; chưa được ban hành",
        "The regulation is wrong in %d places; it was not adopted");
  }
}
