package vn.giaouoc.command.bloc;

import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.bloc.BlocCommand.AdmitMember;
import vn.giaouoc.command.bloc.BlocCommand.AssignSupervisor;
import vn.giaouoc.command.bloc.BlocCommand.EstablishBloc;
import vn.giaouoc.command.bloc.BlocCommand.MergeBlocs;
import vn.giaouoc.command.bloc.BlocCommand.PlaceMember;
import vn.giaouoc.command.bloc.BlocCommand.ReleaseMember;
import vn.giaouoc.command.bloc.BlocCommand.Transfer;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.bloc.BlocEvent.AliasAdded;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.BlocMerged;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAffairsTransferred;
import vn.giaouoc.shared.bloc.BlocEvent.MemberPlaced;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.bloc.BlocEvent.RollAttested;
import vn.giaouoc.shared.bloc.BlocEvent.SupervisorAssigned;

/** What was asked of a bloc. */
final class BlocAsked {

  private BlocAsked() {}

  static AskedFor of(BlocEvent event, Stored stored) {
    Envelope act = stored.act();
    return switch (event) {
      case BlocEstablished(var bloc, var name, var kindWord, var authority) ->
          AskedFor.by(new EstablishBloc(bloc, name, kindWord, authority, act));
      case MemberAdmitted(var bloc, var unit) -> {
        MemberPlaced placed = stored.next(MemberPlaced.class);
        yield AskedFor.by(
            placed != null && placed.unit().equals(unit)
                ? new AdmitMember(bloc, unit, placed.group(), placed.memberKind(), act)
                : new AdmitMember(bloc, unit, act));
      }
      case MemberReleased(var bloc, var unit) -> AskedFor.by(new ReleaseMember(bloc, unit, act));
      case MemberPlaced(var bloc, var unit, var group, var memberKind) ->
          AskedFor.by(new PlaceMember(bloc, unit, group, memberKind, act));
      case BlocMerged(var bloc, var into) -> AskedFor.by(new MergeBlocs(bloc, into, act));
      case SupervisorAssigned(var bloc, var unit, var person) ->
          AskedFor.by(new AssignSupervisor(bloc, unit, person, act));
      case MemberAffairsTransferred(var bloc, var unit, var affairs, var reason) ->
          AskedFor.by(new Transfer(bloc, unit, affairs, reason.words(), act));
      case AliasAdded _, RollAttested _ -> AskedFor.Not.RECORDED_LATER;
    };
  }
}
