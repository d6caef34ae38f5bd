package vn.giaouoc.command.unit;

import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.unit.UnitCommand.AddAlias;
import vn.giaouoc.command.unit.UnitCommand.AppointRepresentative;
import vn.giaouoc.command.unit.UnitCommand.DissolveUnit;
import vn.giaouoc.command.unit.UnitCommand.EndRepresentation;
import vn.giaouoc.command.unit.UnitCommand.MergeUnits;
import vn.giaouoc.command.unit.UnitCommand.MoveUnit;
import vn.giaouoc.command.unit.UnitCommand.RegisterUnit;
import vn.giaouoc.command.unit.UnitCommand.RenameUnit;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitEvent.AliasAdded;
import vn.giaouoc.shared.unit.UnitEvent.RepresentationEnded;
import vn.giaouoc.shared.unit.UnitEvent.RepresentativeAppointed;
import vn.giaouoc.shared.unit.UnitEvent.UnitDissolved;
import vn.giaouoc.shared.unit.UnitEvent.UnitMerged;
import vn.giaouoc.shared.unit.UnitEvent.UnitMoved;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;

/** What was asked of a unit. */
final class UnitAsked {

  private UnitAsked() {}

  static AskedFor of(UnitEvent event, Stored stored) {
    Envelope act = stored.act();
    return switch (event) {
      case UnitRegistered(var unit, var name, var kind, var authority) ->
          AskedFor.by(new RegisterUnit(unit, name, kind, authority, act));
      case UnitRenamed(var unit, var name) -> AskedFor.by(new RenameUnit(unit, name, act));
      case AliasAdded(var unit, var alias) -> AskedFor.by(new AddAlias(unit, alias, act));
      case UnitMoved(var unit, var authority) -> AskedFor.by(new MoveUnit(unit, authority, act));
      case UnitMerged(var unit, var into, var decision) ->
          AskedFor.by(new MergeUnits(unit, into, decision, act));
      case UnitDissolved(var unit, var successors, var decision) ->
          AskedFor.by(new DissolveUnit(unit, successors, decision, act));
      case RepresentativeAppointed(var unit, var person, var office, var until, var letter) ->
          AskedFor.by(new AppointRepresentative(unit, person, office, until, letter, act));
      case RepresentationEnded(var unit, var person) ->
          AskedFor.by(new EndRepresentation(unit, person, act));
    };
  }
}
