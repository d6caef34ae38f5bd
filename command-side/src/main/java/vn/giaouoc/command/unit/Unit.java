package vn.giaouoc.command.unit;

import static vn.giaouoc.command.unit.UnitRejection.ALREADY_REPRESENTS_IT;
import static vn.giaouoc.command.unit.UnitRejection.ALREADY_UNDER_THIS_AUTHORITY;
import static vn.giaouoc.command.unit.UnitRejection.AUTHORITY_IS_BELOW_IT;
import static vn.giaouoc.command.unit.UnitRejection.AUTHORITY_NOT_REGISTERED;
import static vn.giaouoc.command.unit.UnitRejection.DOES_NOT_REPRESENT_IT;
import static vn.giaouoc.command.unit.UnitRejection.ENDS_BEFORE_IT_BEGINS;
import static vn.giaouoc.command.unit.UnitRejection.NOT_A_DIGEST;
import static vn.giaouoc.command.unit.UnitRejection.SUCCEEDS_ITSELF;
import static vn.giaouoc.command.unit.UnitRejection.SUCCESSOR_DOES_NOT_EXIST;
import static vn.giaouoc.command.unit.UnitRejection.SUCCESSOR_NAMED_TWICE;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_ALREADY_REGISTERED;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_ALREADY_SO_NAMED;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_NOT_REGISTERED;
import static vn.giaouoc.command.unit.UnitRejection.UNIT_NO_LONGER_EXISTS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.unit.UnitCommand.AddAlias;
import vn.giaouoc.command.unit.UnitCommand.AppointRepresentative;
import vn.giaouoc.command.unit.UnitCommand.DissolveUnit;
import vn.giaouoc.command.unit.UnitCommand.EndRepresentation;
import vn.giaouoc.command.unit.UnitCommand.MergeUnits;
import vn.giaouoc.command.unit.UnitCommand.MoveUnit;
import vn.giaouoc.command.unit.UnitCommand.RegisterUnit;
import vn.giaouoc.command.unit.UnitCommand.RenameUnit;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitEvent.AliasAdded;
import vn.giaouoc.shared.unit.UnitEvent.RepresentationEnded;
import vn.giaouoc.shared.unit.UnitEvent.RepresentativeAppointed;
import vn.giaouoc.shared.unit.UnitEvent.UnitDissolved;
import vn.giaouoc.shared.unit.UnitEvent.UnitMerged;
import vn.giaouoc.shared.unit.UnitEvent.UnitMoved;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A public body. It becomes known by being registered, under the official name that it has then; it
 * may be renamed or put under another authority, and papers may write it in further ways. Persons
 * are appointed to act for it. It ends by going up into another unit or by being dissolved, and its
 * id is never used again.
 *
 * <p>Being registered says that the record knows it, not since when it exists; so it counts as
 * existing before, too.
 */
@AggregateRoot(type = "unit")
class Unit extends Recordable<UnitEvent> implements Body {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private @Nullable String name;
  private @Nullable UnitId authority;
  private @Nullable LocalDate goneFrom;
  private final Set<String> aliases = new HashSet<>();
  private final List<Appointment> appointments = new ArrayList<>();

  /** From a day on, and before another. */
  private record Appointment(PersonId person, LocalDate from, @Nullable LocalDate before) {

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (before == null || day.isBefore(before));
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(RegisterUnit command, Streams streams, Offices offices) {
    offices.mustBeTheBoard(command.envelope().actor());
    UNIT_ALREADY_REGISTERED.unless(name == null, command.stream());
    known(command.authority(), streams);
    tell(
        new UnitRegistered(command.unit(), command.name(), command.unitKind(), command.authority()),
        command);
    return version();
  }

  @CommandHandler
  long handle(RenameUnit command, Offices offices) {
    mustExist(command);
    offices.mustBeTheBoard(command.envelope().actor());
    UNIT_ALREADY_SO_NAMED.unless(!command.name().equals(name), command.name());
    tell(new UnitRenamed(command.unit(), command.name()), command);
    return version();
  }

  /** Papers may write of a unit that is gone, too. */
  @CommandHandler
  long handle(AddAlias command, Offices offices) {
    UNIT_NOT_REGISTERED.unless(name != null, command.stream());
    mustBeItselfOrTheBoard(command.envelope().actor(), command.unit(), offices);
    if (!aliases.contains(command.alias())) {
      tell(new AliasAdded(command.unit(), command.alias()), command);
    }
    return version();
  }

  @CommandHandler
  long handle(MoveUnit command, Streams streams, Offices offices) {
    mustExist(command);
    offices.mustBeTheBoard(command.envelope().actor());
    ALREADY_UNDER_THIS_AUTHORITY.unless(
        !Objects.equals(command.authority(), authority), command.stream());
    known(command.authority(), streams);
    Set<UnitId> passed = new HashSet<>(); // corrections may have made a circle
    for (UnitId above = command.authority();
        above != null && passed.add(above);
        above = over(above, streams)) {
      AUTHORITY_IS_BELOW_IT.unless(!above.equals(command.unit()), command.stream());
    }
    tell(new UnitMoved(command.unit(), command.authority()), command);
    return version();
  }

  @CommandHandler
  long handle(MergeUnits command, Streams streams, Offices offices) {
    mustExist(command);
    offices.mustBeTheBoard(command.envelope().actor());
    mustCarryOn(command.into(), command, streams);
    tell(new UnitMerged(command.unit(), command.into(), command.decision()), command);
    return version();
  }

  @CommandHandler
  long handle(DissolveUnit command, Streams streams, Offices offices) {
    mustExist(command);
    offices.mustBeTheBoard(command.envelope().actor());
    List<UnitId> successors = command.successors();
    successors.forEach(successor -> mustCarryOn(successor, command, streams));
    SUCCESSOR_NAMED_TWICE.unless(successors.size() == new HashSet<>(successors).size());
    tell(new UnitDissolved(command.unit(), successors, command.decision()), command);
    return version();
  }

  @CommandHandler
  long handle(AppointRepresentative command, Offices offices) {
    mustExist(command);
    mustBeItselfOrTheBoard(command.envelope().actor(), command.unit(), offices);
    LocalDate from = dayOf(command);
    LocalDate until = command.until();
    String letter = command.letter();
    ENDS_BEFORE_IT_BEGINS.unless(until == null || !until.isBefore(from), command.stream());
    NOT_A_DIGEST.unless(letter == null || DIGEST.matcher(letter).matches(), letter);
    ALREADY_REPRESENTS_IT.unless(!represents(command.person(), from), command.stream());
    tell(
        new RepresentativeAppointed(
            command.unit(), command.person(), command.office(), until, letter),
        command);
    return version();
  }

  @CommandHandler
  long handle(EndRepresentation command, Offices offices) {
    UNIT_NOT_REGISTERED.unless(name != null, command.stream());
    mustBeItselfOrTheBoard(command.envelope().actor(), command.unit(), offices);
    DOES_NOT_REPRESENT_IT.unless(represents(command.person(), dayOf(command)), command.stream());
    tell(new RepresentationEnded(command.unit(), command.person()), command);
    return version();
  }

  private void mustExist(UnitCommand command) {
    UNIT_NOT_REGISTERED.unless(name != null, command.stream());
    UNIT_NO_LONGER_EXISTS.unless(existsOn(dayOf(command)), command.stream());
  }

  private static void mustCarryOn(UnitId successor, UnitCommand command, Streams streams) {
    SUCCEEDS_ITSELF.unless(!successor.equals(command.unit()), successor.slug());
    SUCCESSOR_DOES_NOT_EXIST.unless(
        streams.peek(Body.class, successor.stream()).existsOn(dayOf(command)), successor.slug());
  }

  private static void mustBeItselfOrTheBoard(Actor actor, UnitId unit, Offices offices) {
    if (!offices.isTheBoard(actor)) {
      offices.mustActFor(actor, unit);
    }
  }

  private static void known(@Nullable UnitId authority, Streams streams) {
    AUTHORITY_NOT_REGISTERED.unless(
        authority == null || streams.exists(authority), authority == null ? "" : authority.slug());
  }

  private static @Nullable UnitId over(UnitId unit, Streams streams) {
    return streams.peek(Body.class, unit.stream()).authority();
  }

  private static LocalDate dayOf(UnitCommand command) {
    return command.envelope().appliesFrom().firstDay();
  }

  private boolean represents(PersonId person, LocalDate day) {
    return appointments.stream()
        .anyMatch(each -> each.person().equals(person) && each.holdsOn(day));
  }

  @Override
  public boolean existsOn(LocalDate day) {
    return name != null && (goneFrom == null || day.isBefore(goneFrom));
  }

  @Override
  public @Nullable String name() {
    return name;
  }

  @Override
  public @Nullable UnitId authority() {
    return authority;
  }

  @Override
  public boolean mayBeRepresentedBy(String account, LocalDate day) {
    return appointments.isEmpty()
        || appointments.stream()
            .anyMatch(each -> each.person().id().toString().equals(account) && each.holdsOn(day));
  }

  @Override
  protected AskedFor asked(UnitEvent event, Stored stored) {
    return UnitAsked.of(event, stored);
  }

  @Override
  protected void reset() {
    name = null;
    authority = null;
    goneFrom = null;
    aliases.clear();
    appointments.clear();
  }

  @Override
  protected void evolve(UnitEvent event, Since since) {
    LocalDate from = since.from().firstDay();
    switch (event) {
      case UnitRegistered(_, var first, _, var over) -> {
        name = first;
        authority = over;
      }
      case UnitRenamed(_, var next) -> name = next;
      case AliasAdded(_, var alias) -> aliases.add(alias);
      case UnitMoved(_, var over) -> authority = over;
      case UnitMerged _, UnitDissolved _ -> goneFrom = from;
      case RepresentativeAppointed(_, var person, _, var until, _) -> {
        if (since.firstHand()) {
          appointments.add(new Appointment(person, from, until == null ? null : until.plusDays(1)));
        }
      }
      case RepresentationEnded(_, var person) ->
          appointments.replaceAll(
              each ->
                  each.person().equals(person) && each.holdsOn(from)
                      ? new Appointment(person, each.from(), from)
                      : each);
    }
  }
}
