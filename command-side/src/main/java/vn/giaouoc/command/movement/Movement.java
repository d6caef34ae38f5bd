package vn.giaouoc.command.movement;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.movement.MovementRejection.ALREADY_JOINED;
import static vn.giaouoc.command.movement.MovementRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.movement.MovementRejection.LAUNCHER_NOT_KNOWN;
import static vn.giaouoc.command.movement.MovementRejection.MOVEMENT_ALREADY_LAUNCHED;
import static vn.giaouoc.command.movement.MovementRejection.MOVEMENT_CLOSED;
import static vn.giaouoc.command.movement.MovementRejection.MOVEMENT_NOT_LAUNCHED;
import static vn.giaouoc.command.movement.MovementRejection.NOT_JOINED;
import static vn.giaouoc.command.movement.MovementRejection.NOT_THE_LAUNCHER;
import static vn.giaouoc.command.movement.MovementRejection.UNIT_NOT_A_MEMBER;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.correction.Corrects;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.movement.MovementCommand.CloseMovement;
import vn.giaouoc.command.movement.MovementCommand.JoinMovement;
import vn.giaouoc.command.movement.MovementCommand.LaunchMovement;
import vn.giaouoc.command.movement.MovementCommand.ReportMovementResult;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.movement.MovementEvent;
import vn.giaouoc.shared.movement.MovementEvent.MovementClosed;
import vn.giaouoc.shared.movement.MovementEvent.MovementJoined;
import vn.giaouoc.shared.movement.MovementEvent.MovementLaunched;
import vn.giaouoc.shared.movement.MovementEvent.MovementResultReported;
import vn.giaouoc.shared.movement.MovementEvent.ThematicMovementsCounted;
import vn.giaouoc.shared.unit.UnitId;

/**
 * An emulation movement (phong trào thi đua): launched by somebody under a theme, joined by blocs
 * year by year, reported on, and ended.
 */
@AggregateRoot(type = "movement")
class Movement extends Recordable<MovementEvent> implements Corrects {

  private boolean launched;
  private boolean closed;
  private @Nullable UnitId launcher;
  private final Set<CycleId> joined = new HashSet<>();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(LaunchMovement command, Streams streams, Offices offices) {
    LAUNCHER_NOT_KNOWN.unless(streams.exists(command.by()), command.by().slug());
    Actor actor = command.envelope().actor();
    if (!offices.isTheBoard(actor)) {
      offices.mustActFor(actor, command.by());
    }
    MOVEMENT_ALREADY_LAUNCHED.unless(!launched, command.movement().slug());
    tell(
        new MovementLaunched(
            command.movement(), command.theme(), command.by(), null, command.period()),
        command);
    return version();
  }

  @CommandHandler
  long handle(JoinMovement command, Streams streams, Offices offices) {
    mustBeUnderWay(command);
    BlocId bloc = blocOf(command.cycle(), streams);
    offices.mustLead(command.envelope().actor(), bloc);
    ALREADY_JOINED.unless(!joined.contains(command.cycle()), command.cycle().slug());
    tell(new MovementJoined(command.movement(), bloc, command.cycle()), command);
    return version();
  }

  @CommandHandler
  long handle(ReportMovementResult command, Streams streams, Offices offices, Keeper keeper) {
    mustBeUnderWay(command);
    BlocId bloc = blocOf(command.cycle(), streams);
    UnitId unit = command.unit();
    if (unit == null) {
      offices.mustLeadOrDeputise(command.envelope().actor(), bloc);
    } else {
      UNIT_NOT_A_MEMBER.unless(
          offices.roll(bloc).membersOn(offices.today()).contains(unit), unit.slug());
      offices.mustActFor(command.envelope().actor(), unit);
    }
    NOT_JOINED.unless(joined.contains(command.cycle()), command.cycle().slug());
    append(
        new MovementResultReported(
            command.movement(),
            bloc,
            command.cycle(),
            unit,
            keeper.words(command.text()),
            command.figures()),
        command.envelope().forAudience(Audience.bloc(bloc)));
    return version();
  }

  @CommandHandler
  long handle(CloseMovement command, Offices offices, Keeper keeper) {
    mustBeUnderWay(command);
    Actor actor = command.envelope().actor();
    NOT_THE_LAUNCHER.unless(
        offices.isTheBoard(actor) || offices.actsFor(actor, launcher), command.movement().slug());
    tell(
        new MovementClosed(
            command.movement(), command.summary() == null ? null : keeper.words(command.summary())),
        command);
    return version();
  }

  private void mustBeUnderWay(MovementCommand command) {
    MOVEMENT_NOT_LAUNCHED.unless(launched, command.movement().slug());
    MOVEMENT_CLOSED.unless(!closed, command.movement().slug());
  }

  private static BlocId blocOf(CycleId cycle, Streams streams) {
    Year year = streams.peek(Year.class, cycle.stream());
    CYCLE_NOT_OPEN.unless(year.bloc() != null && year.isOpen(), cycle.slug());
    return requireNonNull(year.bloc());
  }

  @Override
  public boolean mayCorrect(Event fact, Actor actor, Offices offices) {
    return switch (fact) {
      case MovementLaunched(_, _, var by, _, _) -> offices.actsFor(actor, by);
      case MovementJoined(_, var bloc, _) -> offices.leads(actor, bloc);
      case MovementResultReported result ->
          result.unit() == null
              ? offices.leads(actor, result.bloc()) || offices.deputises(actor, result.bloc())
              : offices.actsFor(actor, result.unit());
      default -> false;
    };
  }

  @Override
  protected AskedFor asked(MovementEvent event, Stored stored) {
    return MovementAsked.of(event, stored);
  }

  @Override
  protected void reset() {
    launched = false;
    closed = false;
    launcher = null;
    joined.clear();
  }

  @Override
  protected void evolve(MovementEvent event, Since since) {
    switch (event) {
      case MovementLaunched begun -> {
        launched = true;
        launcher = begun.launchedBy();
      }
      case MovementJoined(_, _, var cycle) -> joined.add(cycle);
      case MovementClosed _ -> closed = true;
      case MovementResultReported _, ThematicMovementsCounted _ -> {}
    }
  }
}
