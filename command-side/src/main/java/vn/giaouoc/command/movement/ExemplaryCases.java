package vn.giaouoc.command.movement;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.movement.MovementRejection.CASE_NAMED_TWICE;
import static vn.giaouoc.command.movement.MovementRejection.COUNT_NOT_PLAUSIBLE;
import static vn.giaouoc.command.movement.MovementRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.movement.MovementRejection.NOBODY_COMMENDED;
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
import vn.giaouoc.command.movement.ExemplaryCasesCommand.CommendExemplaryCases;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesCommended;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesNamed;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The exemplary cases (điển hình tiên tiến) of a cycle, as the leadership commends them: numbers
 * for everybody, names for the members of the bloc. It may commend several times in a year.
 */
@AggregateRoot(type = "exemplary")
class ExemplaryCases extends Recordable<ExemplaryCasesEvent> implements Corrects {

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(CommendExemplaryCases command, Streams streams, Offices offices) {
    Year year = streams.peek(Year.class, command.cycle().stream());
    CYCLE_NOT_OPEN.unless(year.bloc() != null && year.isOpen(), command.cycle().slug());
    BlocId bloc = requireNonNull(year.bloc());
    offices.mustLeadOrDeputise(command.envelope().actor(), bloc);
    Integer collectives = whole(command.collectives(), command.units().size());
    Integer individuals = whole(command.individuals(), command.persons().size());
    NOBODY_COMMENDED.unless(collectives != null || individuals != null);
    mustBePlausible(command, collectives, individuals);
    CASE_NAMED_TWICE.unless(
        command.units().size() == new HashSet<>(command.units()).size()
            && command.persons().size() == new HashSet<>(command.persons()).size());
    Set<UnitId> members = offices.roll(bloc).membersOn(offices.today());
    command.units().forEach(unit -> UNIT_NOT_A_MEMBER.unless(members.contains(unit), unit.slug()));
    tell(
        new ExemplaryCasesCommended(
            command.cases(), bloc, command.cycle(), collectives, individuals, command.ofWhich()),
        command);
    if (!command.units().isEmpty() || !command.persons().isEmpty()) {
      append(
          new ExemplaryCasesNamed(
              command.cases(), bloc, command.cycle(), command.units(), command.persons()),
          command.envelope().forAudience(Audience.bloc(bloc)));
    }
    return version();
  }

  /** A list without a number has as many as it has; nothing at all is not zero. */
  private static @Nullable Integer whole(@Nullable Integer stated, int listed) {
    return stated == null && listed > 0 ? Integer.valueOf(listed) : stated;
  }

  private static void mustBePlausible(
      CommendExemplaryCases command, @Nullable Integer collectives, @Nullable Integer individuals) {
    COUNT_NOT_PLAUSIBLE.unless(
        fits(command.units().size(), collectives)
            && fits(command.persons().size(), individuals)
            && command.ofWhich().stream()
                .allMatch(
                    part ->
                        fits(part.collectives(), collectives)
                            && fits(part.individuals(), individuals)));
  }

  /** Whether a part, if there is one, can be part of a whole that may be unknown. */
  private static boolean fits(@Nullable Integer part, @Nullable Integer whole) {
    return (part == null || part >= 0)
        && (whole == null || (whole >= 0 && (part == null || part <= whole)));
  }

  @Override
  public boolean mayCorrect(Event fact, Actor actor, Offices offices) {
    return switch (fact) {
      case ExemplaryCasesCommended(_, var bloc, _, _, _, _) -> runs(actor, bloc, offices);
      case ExemplaryCasesNamed(_, var bloc, _, _, _) -> runs(actor, bloc, offices);
      default -> false;
    };
  }

  private static boolean runs(Actor actor, BlocId bloc, Offices offices) {
    return offices.leads(actor, bloc) || offices.deputises(actor, bloc);
  }

  @Override
  protected AskedFor asked(ExemplaryCasesEvent event, Stored stored) {
    return ExemplaryCasesAsked.of(event, stored);
  }

  @Override
  protected void reset() {}

  @Override
  protected void evolve(ExemplaryCasesEvent event, Since since) {}
}
