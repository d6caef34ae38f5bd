package vn.giaouoc.command.unit;

import static vn.giaouoc.command.Answers.required;

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
import vn.giaouoc.command.unit.UnitCommand.RegisterUnit;
import vn.giaouoc.command.unit.UnitCommand.RenameUnit;
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
}
