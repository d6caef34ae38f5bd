package vn.giaouoc.command.unit;

import static vn.giaouoc.command.Answers.etag;
import static vn.giaouoc.command.Answers.required;

import java.time.Clock;
import java.util.Objects;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Acting;
import vn.giaouoc.command.Answers;
import vn.giaouoc.command.unit.UnitCommand.AddAlias;
import vn.giaouoc.command.unit.UnitCommand.RegisterUnit;
import vn.giaouoc.command.unit.UnitCommand.RenameUnit;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** Takes commands about units. */
@RestController
@RequestMapping("/api/units")
class UnitResource {

  private final CommandGateway commands;
  private final Acting acting;
  private final Clock clock;

  UnitResource(CommandGateway commands, Acting acting, @Qualifier("commandClock") Clock clock) {
    this.commands = commands;
    this.acting = acting;
    this.clock = clock;
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
    UnitId unit = required(body.id(), "id");
    return answer(
        HttpStatus.CREATED,
        unit,
        new RegisterUnit(
            unit,
            required(body.name(), "name"),
            required(body.kind(), "kind"),
            body.authority(),
            on(null)));
  }

  /** Gives a unit another official name, from a day on. */
  @PostMapping("/{unit}/names")
  ResponseEntity<Void> rename(
      @PathVariable UnitId unit,
      @RequestBody Name body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    long seen = Answers.seen(ifMatch, unit.stream());
    return answer(
        HttpStatus.NO_CONTENT,
        unit,
        new RenameUnit(unit, required(body.name(), "name"), on(body.from()), seen));
  }

  /** Notes another way in which papers write its name. */
  @PostMapping("/{unit}/aliases")
  ResponseEntity<Void> alias(@PathVariable UnitId unit, @RequestBody Alias body) {
    return answer(
        HttpStatus.NO_CONTENT, unit, new AddAlias(unit, required(body.alias(), "alias"), on(null)));
  }

  private ResponseEntity<Void> answer(HttpStatus status, UnitId unit, UnitCommand command) {
    Long version = commands.sendAndWait(command);
    return ResponseEntity.status(status)
        .eTag(etag(unit.stream(), Objects.requireNonNull(version)))
        .build();
  }

  private Envelope on(@Nullable When from) {
    return Envelope.firstHand(from == null ? Answers.today(clock) : from, acting.now());
  }
}
