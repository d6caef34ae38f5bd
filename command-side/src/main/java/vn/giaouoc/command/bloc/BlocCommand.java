package vn.giaouoc.command.bloc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocEvent.Affair;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of a bloc. */
sealed interface BlocCommand extends Command {

  BlocId bloc();

  @Override
  default String stream() {
    return bloc().stream();
  }

  /** Establishes it. */
  record EstablishBloc(
      BlocId bloc, String name, String kindWord, @Nullable UnitId authority, Envelope envelope)
      implements BlocCommand {}

  /** Makes a unit a member, and places it within the bloc where a group or kind is named. */
  record AdmitMember(
      BlocId bloc,
      UnitId unit,
      @Nullable String group,
      @Nullable String memberKind,
      Envelope envelope)
      implements BlocCommand {

    /** A bloc without groups and kinds of members. */
    AdmitMember(BlocId bloc, UnitId unit, Envelope envelope) {
      this(bloc, unit, null, null, envelope);
    }
  }

  /** Tells where a member stands within the bloc. */
  record PlaceMember(
      BlocId bloc,
      UnitId unit,
      @Nullable String group,
      @Nullable String memberKind,
      Envelope envelope)
      implements BlocCommand {}

  /** Ends a unit's membership. */
  record ReleaseMember(BlocId bloc, UnitId unit, Envelope envelope) implements BlocCommand {}

  /** Lets it go up into another bloc, which its members join. */
  record MergeBlocs(BlocId bloc, BlocId into, Envelope envelope) implements BlocCommand {}

  /** Has somebody of the board supervise it. */
  record AssignSupervisor(
      BlocId bloc, @Nullable UnitId unit, @Nullable PersonId person, Envelope envelope)
      implements BlocCommand {}

  /** Decides what becomes of what a former member left open. */
  record Transfer(BlocId bloc, UnitId unit, List<Affair> affairs, String reason, Envelope envelope)
      implements BlocCommand {}
}
