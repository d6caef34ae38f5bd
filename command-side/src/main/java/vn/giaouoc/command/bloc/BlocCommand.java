package vn.giaouoc.command.bloc;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocId;
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

  /** Makes a unit a member. */
  record AdmitMember(BlocId bloc, UnitId unit, Envelope envelope) implements BlocCommand {}

  /** Ends a unit's membership. */
  record ReleaseMember(BlocId bloc, UnitId unit, Envelope envelope) implements BlocCommand {}
}
