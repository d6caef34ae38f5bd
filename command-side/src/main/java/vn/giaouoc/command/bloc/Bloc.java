package vn.giaouoc.command.bloc;

import static vn.giaouoc.command.bloc.BlocRejection.ALREADY_A_MEMBER;
import static vn.giaouoc.command.bloc.BlocRejection.ALREADY_TRANSFERRED;
import static vn.giaouoc.command.bloc.BlocRejection.BLOC_ALREADY_ESTABLISHED;
import static vn.giaouoc.command.bloc.BlocRejection.BLOC_HAS_MERGED;
import static vn.giaouoc.command.bloc.BlocRejection.BLOC_NOT_ESTABLISHED;
import static vn.giaouoc.command.bloc.BlocRejection.LEADER_IN_OFFICE;
import static vn.giaouoc.command.bloc.BlocRejection.MATTER_NOT_NAMED;
import static vn.giaouoc.command.bloc.BlocRejection.NEVER_A_MEMBER;
import static vn.giaouoc.command.bloc.BlocRejection.NOTHING_TO_TRANSFER;
import static vn.giaouoc.command.bloc.BlocRejection.NOT_A_MEMBER;
import static vn.giaouoc.command.bloc.BlocRejection.NOT_PLACED;
import static vn.giaouoc.command.bloc.BlocRejection.NO_SUCH_MATTER;
import static vn.giaouoc.command.bloc.BlocRejection.RECIPIENT_DOES_NOT_FIT;
import static vn.giaouoc.command.bloc.BlocRejection.STILL_A_MEMBER;
import static vn.giaouoc.command.bloc.BlocRejection.SUPERVISOR_NOT_NAMED;
import static vn.giaouoc.command.bloc.BlocRejection.UNIT_NOT_REGISTERED;
import static vn.giaouoc.command.bloc.BlocRejection.UNIT_NO_LONGER_EXISTS;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.bloc.BlocCommand.AdmitMember;
import vn.giaouoc.command.bloc.BlocCommand.AssignSupervisor;
import vn.giaouoc.command.bloc.BlocCommand.EstablishBloc;
import vn.giaouoc.command.bloc.BlocCommand.PlaceMember;
import vn.giaouoc.command.bloc.BlocCommand.ReleaseMember;
import vn.giaouoc.command.bloc.BlocCommand.Transfer;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.unit.Body;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.bloc.BlocEvent.Affair;
import vn.giaouoc.shared.bloc.BlocEvent.AliasAdded;
import vn.giaouoc.shared.bloc.BlocEvent.Becomes;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.BlocMerged;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAffairsTransferred;
import vn.giaouoc.shared.bloc.BlocEvent.MemberPlaced;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.bloc.BlocEvent.RollAttested;
import vn.giaouoc.shared.bloc.BlocEvent.SupervisorAssigned;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * An emulation bloc: units of like kind that are compared with each other. An authority establishes
 * it, admits and releases its members, has somebody supervise it, decides what becomes of what a
 * former member left open, and may let it go up into another bloc; a source recorded later may only
 * attest who the members were on a day.
 */
@AggregateRoot(type = "bloc")
class Bloc extends Recordable<BlocEvent> implements Roll {

  private @Nullable String name;
  private @Nullable LocalDate mergedFrom;
  private final Map<UnitId, NavigableMap<LocalDate, Boolean>> members = new LinkedHashMap<>();
  private final Map<UnitId, NavigableMap<LocalDate, Place>> places = new LinkedHashMap<>();
  private final Set<Settled> settled = new HashSet<>();

  /** A matter of a former member of which it is decided what becomes of it. */
  private record Settled(
      UnitId unit, BlocEvent.Matter matter, @Nullable CycleId cycle, @Nullable AwardId award) {

    private static Settled of(UnitId unit, Affair affair) {
      return new Settled(unit, affair.matter(), affair.cycle(), affair.award());
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(EstablishBloc command, Streams streams, Offices offices) {
    offices.mustBeTheBoard(command.envelope().actor());
    BLOC_ALREADY_ESTABLISHED.unless(!established(), command.stream());
    UNIT_NOT_REGISTERED.unless(
        command.authority() == null || streams.exists(command.authority()),
        command.authority() == null ? "" : command.authority().slug());
    tell(
        new BlocEstablished(
            command.bloc(), command.name(), command.kindWord(), command.authority()),
        command);
    return version();
  }

  @CommandHandler
  long handle(AdmitMember command, Streams streams, Offices offices) {
    mustStand(command, offices);
    UNIT_NOT_REGISTERED.unless(streams.exists(command.unit()), command.unit().slug());
    UNIT_NO_LONGER_EXISTS.unless(
        body(command.unit(), streams).existsOn(dayOf(command)), command.unit().slug());
    ALREADY_A_MEMBER.unless(!isMember(command.unit(), dayOf(command)), command.unit().slug());
    tell(new MemberAdmitted(command.bloc(), command.unit()), command);
    if (command.group() != null || command.memberKind() != null) {
      tell(
          new MemberPlaced(command.bloc(), command.unit(), command.group(), command.memberKind()),
          command);
    }
    return version();
  }

  @CommandHandler
  long handle(PlaceMember command, Offices offices) {
    mustStand(command, offices);
    NOT_A_MEMBER.unless(isMember(command.unit(), dayOf(command)), command.unit().slug());
    NOT_PLACED.unless(command.group() != null || command.memberKind() != null);
    tell(
        new MemberPlaced(command.bloc(), command.unit(), command.group(), command.memberKind()),
        command);
    return version();
  }

  @CommandHandler
  long handle(ReleaseMember command, Offices offices) {
    mustStand(command, offices);
    NOT_A_MEMBER.unless(isMember(command.unit(), dayOf(command)), command.unit().slug());
    LEADER_IN_OFFICE.unless(
        !command.unit().equals(offices.inOffice(command.bloc()).leaderOn(dayOf(command))),
        command.unit().slug());
    tell(new MemberReleased(command.bloc(), command.unit()), command);
    return version();
  }

  @CommandHandler
  long handle(AssignSupervisor command, Streams streams, Offices offices) {
    mustStand(command, offices);
    UnitId unit = command.unit();
    SUPERVISOR_NOT_NAMED.unless(unit != null || command.person() != null, command.stream());
    if (unit != null) {
      UNIT_NOT_REGISTERED.unless(streams.exists(unit), unit.slug());
      UNIT_NO_LONGER_EXISTS.unless(body(unit, streams).existsOn(dayOf(command)), unit.slug());
    }
    tell(new SupervisorAssigned(command.bloc(), unit, command.person()), command);
    return version();
  }

  /** A bloc that has merged has former members, too. */
  @CommandHandler
  long handle(Transfer command, Streams streams, Offices offices, Keeper words) {
    BLOC_NOT_ESTABLISHED.unless(established(), command.stream());
    offices.mustBeTheBoard(command.envelope().actor());
    UnitId unit = command.unit();
    LocalDate day = dayOf(command);
    NEVER_A_MEMBER.unless(members.containsKey(unit), unit.slug());
    STILL_A_MEMBER.unless(!isMember(unit, day) || !body(unit, streams).existsOn(day), unit.slug());
    NOTHING_TO_TRANSFER.unless(!command.affairs().isEmpty(), unit.slug());
    Set<Settled> now = new HashSet<>(settled);
    for (Affair affair : command.affairs()) {
      mustBeAMatter(affair, streams);
      UnitId to = affair.to();
      RECIPIENT_DOES_NOT_FIT.unless(
          (affair.becomes() == Becomes.TRANSFERRED) == (to != null), affair.matter().code());
      UNIT_NO_LONGER_EXISTS.unless(
          to == null || body(to, streams).existsOn(day), to == null ? null : to.slug());
      ALREADY_TRANSFERRED.unless(now.add(Settled.of(unit, affair)), affair.matter().code());
    }
    tell(
        new MemberAffairsTransferred(
            command.bloc(), unit, command.affairs(), words.words(command.reason())),
        command);
    return version();
  }

  private static void mustBeAMatter(Affair affair, Streams streams) {
    CycleId cycle = affair.cycle();
    AwardId award = affair.award();
    MATTER_NOT_NAMED.unless(
        switch (affair.matter()) {
          case PLEDGE, SCORE_SHEET -> cycle != null;
          case AWARD_PROPOSAL -> award != null;
          case OFFICE -> true;
        },
        affair.matter().code());
    NO_SUCH_MATTER.unless(
        cycle == null || streams.exists(cycle), cycle == null ? null : cycle.slug());
    NO_SUCH_MATTER.unless(
        award == null || streams.exists(award), award == null ? null : award.slug());
  }

  /** Refuses unless the board says it, of a bloc that is there and has not merged by then. */
  void mustStand(BlocCommand command, Offices offices) {
    BLOC_NOT_ESTABLISHED.unless(established(), command.stream());
    offices.mustBeTheBoard(command.envelope().actor());
    BLOC_HAS_MERGED.unless(standsOn(dayOf(command)), command.stream());
  }

  static LocalDate dayOf(BlocCommand command) {
    return command.envelope().appliesFrom().firstDay();
  }

  private static Body body(UnitId unit, Streams streams) {
    return streams.peek(Body.class, unit.stream());
  }

  /** Whether it is there on a day, and has not merged by then. */
  boolean standsOn(LocalDate day) {
    return established() && (mergedFrom == null || day.isBefore(mergedFrom));
  }

  private boolean isMember(UnitId unit, LocalDate day) {
    NavigableMap<LocalDate, Boolean> changes = members.get(unit);
    Map.Entry<LocalDate, Boolean> change = changes == null ? null : changes.floorEntry(day);
    return change != null && change.getValue();
  }

  private void member(UnitId unit, LocalDate from, boolean is) {
    members.computeIfAbsent(unit, _ -> new TreeMap<>()).put(from, is);
  }

  @Override
  public boolean established() {
    return name != null;
  }

  @Override
  public @Nullable String name() {
    return name;
  }

  @Override
  public Set<UnitId> membersOn(LocalDate day) {
    Set<UnitId> present = new LinkedHashSet<>();
    members.keySet().stream().filter(unit -> isMember(unit, day)).forEach(present::add);
    return present;
  }

  @Override
  public Place placeOn(UnitId unit, LocalDate day) {
    NavigableMap<LocalDate, Place> told = places.get(unit);
    Map.Entry<LocalDate, Place> last = told == null ? null : told.floorEntry(day);
    return last == null ? new Place(null, null) : last.getValue();
  }

  @Override
  public boolean hasLeft(UnitId unit, LocalDate day) {
    NavigableMap<LocalDate, Boolean> changes = members.get(unit);
    return changes != null && changes.floorEntry(day) != null && !isMember(unit, day);
  }

  @Override
  protected AskedFor asked(BlocEvent event, Stored stored) {
    return BlocAsked.of(event, stored);
  }

  @Override
  protected void reset() {
    name = null;
    mergedFrom = null;
    members.clear();
    places.clear();
    settled.clear();
  }

  @Override
  protected void evolve(BlocEvent event, Since since) {
    LocalDate from = since.from().firstDay();
    switch (event) {
      case BlocEstablished(_, var full, _, _) -> name = full;
      case MemberAdmitted(_, var unit) -> member(unit, from, true);
      case MemberReleased(_, var unit) -> member(unit, from, false);
      case RollAttested(_, var named, var inferred, _, var complete) -> {
        if (complete) {
          members.keySet().forEach(unit -> member(unit, from, false));
        }
        named.forEach(unit -> member(unit, from, true));
        inferred.forEach(unit -> member(unit, from, true));
      }
      case BlocMerged _ -> {
        mergedFrom = from;
        members.keySet().forEach(unit -> member(unit, from, false));
      }
      case MemberAffairsTransferred(_, var unit, var affairs, _) ->
          affairs.forEach(affair -> settled.add(Settled.of(unit, affair)));
      case MemberPlaced(_, var unit, var group, var kind) ->
          places.computeIfAbsent(unit, _ -> new TreeMap<>()).put(from, new Place(group, kind));
      case AliasAdded _, SupervisorAssigned _ -> {}
    }
  }
}
