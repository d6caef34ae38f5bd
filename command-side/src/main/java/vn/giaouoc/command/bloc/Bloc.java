package vn.giaouoc.command.bloc;

import static vn.giaouoc.command.bloc.BlocRejection.ALREADY_A_MEMBER;
import static vn.giaouoc.command.bloc.BlocRejection.BLOC_ALREADY_ESTABLISHED;
import static vn.giaouoc.command.bloc.BlocRejection.BLOC_NOT_ESTABLISHED;
import static vn.giaouoc.command.bloc.BlocRejection.NOT_A_MEMBER;
import static vn.giaouoc.command.bloc.BlocRejection.UNIT_NOT_REGISTERED;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.bloc.BlocCommand.AdmitMember;
import vn.giaouoc.command.bloc.BlocCommand.EstablishBloc;
import vn.giaouoc.command.bloc.BlocCommand.ReleaseMember;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.bloc.BlocEvent.AliasAdded;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.bloc.BlocEvent.RollAttested;
import vn.giaouoc.shared.unit.UnitId;

/**
 * An emulation bloc: units of like kind that are compared with each other. An authority establishes
 * it and admits and releases its members; a source recorded later may only attest who they were on
 * a day.
 */
@AggregateRoot(type = "bloc")
class Bloc extends Recordable<BlocEvent> implements Roll {

  private boolean established;
  private final Set<UnitId> members = new LinkedHashSet<>();
  private final NavigableMap<LocalDate, Set<UnitId>> rolls = new TreeMap<>();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(EstablishBloc command, Streams streams) {
    BLOC_ALREADY_ESTABLISHED.unless(!established, command.stream());
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
  long handle(AdmitMember command, Streams streams) {
    BLOC_NOT_ESTABLISHED.unless(established, command.stream());
    UNIT_NOT_REGISTERED.unless(streams.exists(command.unit()), command.unit().slug());
    ALREADY_A_MEMBER.unless(!members.contains(command.unit()), command.unit().slug());
    tell(new MemberAdmitted(command.bloc(), command.unit()), command);
    return version();
  }

  @CommandHandler
  long handle(ReleaseMember command) {
    BLOC_NOT_ESTABLISHED.unless(established, command.stream());
    NOT_A_MEMBER.unless(members.contains(command.unit()), command.unit().slug());
    tell(new MemberReleased(command.bloc(), command.unit()), command);
    return version();
  }

  @Override
  public boolean established() {
    return established;
  }

  @Override
  public Set<UnitId> membersOn(LocalDate day) {
    Map.Entry<LocalDate, Set<UnitId>> roll = rolls.floorEntry(day);
    return roll == null ? Set.of() : roll.getValue();
  }

  @Override
  protected void reset() {
    established = false;
    members.clear();
    rolls.clear();
  }

  @Override
  protected void evolve(BlocEvent event, Since since) {
    switch (event) {
      case BlocEstablished _ -> established = true;
      case AliasAdded _ -> {}
      case MemberAdmitted(_, var unit) -> members.add(unit);
      case MemberReleased(_, var unit) -> members.remove(unit);
      case RollAttested(_, var named, var inferred, _, var complete) -> {
        if (complete) {
          members.clear();
        }
        members.addAll(named);
        members.addAll(inferred);
      }
    }
    rolls.put(since.from().firstDay(), Set.copyOf(members));
  }
}
