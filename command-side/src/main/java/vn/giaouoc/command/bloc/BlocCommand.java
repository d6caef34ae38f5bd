package vn.giaouoc.command.bloc;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateVersion;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of a bloc. */
sealed interface BlocCommand {

  BlocId bloc();

  @TargetAggregateIdentifier
  default String stream() {
    return bloc().stream();
  }

  /** Establishes it. */
  record EstablishBloc(
      BlocId bloc, String name, String kindWord, @Nullable UnitId authority, Envelope envelope)
      implements BlocCommand {}

  /** Makes a unit a member. */
  record AdmitMember(
      BlocId bloc, UnitId unit, Envelope envelope, @TargetAggregateVersion Long version)
      implements BlocCommand {}

  /** Ends a unit's membership. */
  record ReleaseMember(
      BlocId bloc, UnitId unit, Envelope envelope, @TargetAggregateVersion Long version)
      implements BlocCommand {}
}
