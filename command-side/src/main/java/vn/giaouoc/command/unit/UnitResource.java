package vn.giaouoc.command.unit;

import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.Answers.optional;
import static vn.giaouoc.command.Answers.required;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import vn.giaouoc.command.unit.UnitCommand.AddAlias;
import vn.giaouoc.command.unit.UnitCommand.AppointRepresentative;
import vn.giaouoc.command.unit.UnitCommand.DissolveUnit;
import vn.giaouoc.command.unit.UnitCommand.EndRepresentation;
import vn.giaouoc.command.unit.UnitCommand.MergeUnits;
import vn.giaouoc.command.unit.UnitCommand.MoveUnit;
import vn.giaouoc.command.unit.UnitCommand.RegisterUnit;
import vn.giaouoc.command.unit.UnitCommand.RenameUnit;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** Takes commands about units. */
@RestController
@RequestMapping("/api/units")
class UnitResource {

  private final Commands commands;

  UnitResource(Commands commands) {
    this.commands = commands;
  }

  record Registration(
      @Nullable UnitId id,
      @Nullable String name,
      @Nullable UnitKind kind,
      @Nullable UnitId authority) {}

  record Name(@Nullable String name, @Nullable When from) {}

  record Alias(@Nullable String alias) {}

  record Move(@Nullable UnitId authority, @Nullable When from) {}

  record Merger(@Nullable UnitId into, @Nullable String decision, @Nullable When from) {}

  record Dissolution(
      @Nullable List<@Nullable UnitId> successors,
      @Nullable String decision,
      @Nullable When from) {}

  record Appointment(
      @Nullable PersonId person,
      @Nullable String office,
      @Nullable LocalDate until,
      @Nullable String letter,
      @Nullable When from) {}

  record End(@Nullable PersonId person, @Nullable When from) {}

  /** Registers a unit. */
  @PostMapping
  ResponseEntity<Void> register(@RequestBody Registration body) {
    return commands.send(
        HttpStatus.CREATED,
        new RegisterUnit(
            required(body.id(), "id"),
            required(body.name(), "name"),
            required(body.kind(), "kind"),
            body.authority(),
            commands.act(null)));
  }

  /** Gives a unit another official name, from a day on. */
  @PostMapping("/{unit}/names")
  ResponseEntity<Void> rename(
      @PathVariable UnitId unit,
      @RequestBody Name body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RenameUnit(unit, required(body.name(), "name"), commands.act(body.from())),
        ifMatch);
  }

  /** Notes another way in which papers write its name. */
  @PostMapping("/{unit}/aliases")
  ResponseEntity<Void> alias(@PathVariable UnitId unit, @RequestBody Alias body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AddAlias(unit, required(body.alias(), "alias"), commands.act(null)));
  }

  /** Puts a unit under another authority, or under none, from a day on. */
  @PostMapping("/{unit}/authorities")
  ResponseEntity<Void> move(
      @PathVariable UnitId unit,
      @RequestBody Move body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new MoveUnit(unit, body.authority(), commands.act(body.from())),
        ifMatch);
  }

  /** Lets a unit go up into another, from a day on. */
  @PostMapping("/{unit}/merger")
  ResponseEntity<Void> merge(
      @PathVariable UnitId unit,
      @RequestBody Merger body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new MergeUnits(
            unit,
            required(body.into(), "into"),
            optional(body.decision(), "decision"),
            commands.act(body.from())),
        ifMatch);
  }

  /** Dissolves a unit, from a day on. */
  @PostMapping("/{unit}/dissolution")
  ResponseEntity<Void> dissolve(
      @PathVariable UnitId unit,
      @RequestBody Dissolution body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    List<UnitId> successors = new ArrayList<>();
    for (UnitId successor : requireNonNullElse(body.successors(), List.<@Nullable UnitId>of())) {
      successors.add(required(successor, "successors"));
    }
    return commands.send(
        HttpStatus.NO_CONTENT,
        new DissolveUnit(
            unit, successors, optional(body.decision(), "decision"), commands.act(body.from())),
        ifMatch);
  }

  /** Lets a person act for a unit, from a day on. */
  @PostMapping("/{unit}/representatives")
  ResponseEntity<Void> appoint(@PathVariable UnitId unit, @RequestBody Appointment body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AppointRepresentative(
            unit,
            required(body.person(), "person"),
            required(body.office(), "office"),
            body.until(),
            body.letter(),
            commands.act(body.from())));
  }

  /** Ends that a person may act for a unit, from a day on. */
  @PostMapping("/{unit}/representation-ends")
  ResponseEntity<Void> end(@PathVariable UnitId unit, @RequestBody End body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new EndRepresentation(unit, required(body.person(), "person"), commands.act(body.from())));
  }
}
