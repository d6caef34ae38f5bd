package vn.giaouoc.command.movement;

import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.Answers.optional;
import static vn.giaouoc.command.Answers.plain;
import static vn.giaouoc.command.Answers.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.movement.ExemplaryCasesCommand.CommendExemplaryCases;
import vn.giaouoc.command.movement.MovementCommand.CloseMovement;
import vn.giaouoc.command.movement.MovementCommand.JoinMovement;
import vn.giaouoc.command.movement.MovementCommand.LaunchMovement;
import vn.giaouoc.command.movement.MovementCommand.ReportMovementResult;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.OfWhich;
import vn.giaouoc.shared.movement.MovementId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.Figure.Amount;
import vn.giaouoc.shared.report.Figure.Bound;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about emulation movements and exemplary cases. */
@RestController
class MovementResource {

  private final Commands commands;

  MovementResource(Commands commands) {
    this.commands = commands;
  }

  record Launch(
      @Nullable MovementId id,
      @Nullable String theme,
      @Nullable UnitId by,
      @Nullable String period,
      @Nullable When on) {}

  record Joining(@Nullable CycleId cycle) {}

  record ResultBody(
      @Nullable CycleId cycle,
      @Nullable UnitId unit,
      @Nullable String text,
      @Nullable List<@Nullable FigureBody> figures) {}

  record FigureBody(
      @Nullable String indicator,
      @Nullable String measure,
      @Nullable BigDecimal value,
      @Nullable Bound bound) {

    Figure figure() {
      return Figure.checked(
          required(indicator, "figures.indicator"),
          required(measure, "figures.measure"),
          Direction.COUNT,
          new Amount(
              plain(required(value, "figures.value"), "figures.value"),
              requireNonNullElse(bound, Bound.EXACTLY)),
          null,
          null,
          List.of(),
          null);
    }
  }

  record Closing(@Nullable String summary) {}

  record Commendation(
      @Nullable Integer collectives,
      @Nullable Integer individuals,
      @Nullable List<@Nullable PartBody> ofWhich,
      @Nullable List<@Nullable UnitId> units,
      @Nullable List<@Nullable PersonId> persons) {}

  record PartBody(
      @Nullable String theme, @Nullable Integer collectives, @Nullable Integer individuals) {}

  /** Launches a movement. */
  @PostMapping("/api/movements")
  ResponseEntity<Void> launch(@RequestBody Launch body) {
    return commands.send(
        HttpStatus.CREATED,
        new LaunchMovement(
            required(body.id(), "id"),
            required(body.theme(), "theme"),
            required(body.by(), "by"),
            optional(body.period(), "period"),
            commands.act(body.on())));
  }

  /** Lets a bloc take part in it in a year. */
  @PostMapping("/api/movements/{movement}/blocs")
  ResponseEntity<Void> join(@PathVariable MovementId movement, @RequestBody Joining body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new JoinMovement(movement, required(body.cycle(), "cycle"), commands.act(null)));
  }

  /** Tells what came of it, in a unit or in the bloc. */
  @PostMapping("/api/movements/{movement}/results")
  ResponseEntity<Void> report(@PathVariable MovementId movement, @RequestBody ResultBody body) {
    List<Figure> figures = new ArrayList<>();
    for (FigureBody each : requireNonNullElse(body.figures(), List.<@Nullable FigureBody>of())) {
      figures.add(required(each, "figures").figure());
    }
    return commands.send(
        HttpStatus.NO_CONTENT,
        new ReportMovementResult(
            movement,
            required(body.cycle(), "cycle"),
            body.unit(),
            required(body.text(), "text"),
            figures,
            commands.act(null)));
  }

  /** Ends a movement. */
  @PostMapping("/api/movements/{movement}/closing")
  ResponseEntity<Void> close(@PathVariable MovementId movement, @RequestBody Closing body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new CloseMovement(movement, optional(body.summary(), "summary"), commands.act(null)));
  }

  /** Commends exemplary cases. */
  @PostMapping("/api/cycles/{cycle}/exemplary-cases")
  ResponseEntity<Void> commend(@PathVariable CycleId cycle, @RequestBody Commendation body) {
    List<OfWhich> parts = new ArrayList<>();
    for (PartBody each : requireNonNullElse(body.ofWhich(), List.<@Nullable PartBody>of())) {
      parts.add(
          new OfWhich(
              required(required(each, "ofWhich").theme(), "ofWhich.theme"),
              each.collectives(),
              each.individuals()));
    }
    List<UnitId> units = new ArrayList<>();
    for (UnitId each : requireNonNullElse(body.units(), List.<@Nullable UnitId>of())) {
      units.add(required(each, "units"));
    }
    List<PersonId> persons = new ArrayList<>();
    for (PersonId each : requireNonNullElse(body.persons(), List.<@Nullable PersonId>of())) {
      persons.add(required(each, "persons"));
    }
    return commands.send(
        HttpStatus.CREATED,
        new CommendExemplaryCases(
            cycle,
            body.collectives(),
            body.individuals(),
            parts,
            units,
            persons,
            commands.act(null)));
  }
}
