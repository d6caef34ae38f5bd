package vn.giaouoc.command.unit;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** What can be asked of a unit. */
sealed interface UnitCommand extends Command {

  UnitId unit();

  @Override
  default String stream() {
    return unit().stream();
  }

  /** Makes a body known to the record. */
  record RegisterUnit(
      UnitId unit, String name, UnitKind unitKind, @Nullable UnitId authority, Envelope envelope)
      implements UnitCommand {}

  /** Gives it another official name. */
  record RenameUnit(UnitId unit, String name, Envelope envelope) implements UnitCommand {}

  /**
   * Notes another way in which papers write its name. Order does not matter, so no version is asked
   * for.
   */
  record AddAlias(UnitId unit, String alias, Envelope envelope) implements UnitCommand {}
}
