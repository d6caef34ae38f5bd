package vn.giaouoc.command.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.person.PersonId;
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

  /** Puts it under another authority. */
  record MoveUnit(UnitId unit, @Nullable UnitId authority, Envelope envelope)
      implements UnitCommand {}

  /** Lets it go up into another unit. */
  record MergeUnits(UnitId unit, UnitId into, @Nullable String decision, Envelope envelope)
      implements UnitCommand {}

  /** Ends it; others may carry on what it did. */
  record DissolveUnit(
      UnitId unit, List<UnitId> successors, @Nullable String decision, Envelope envelope)
      implements UnitCommand {}

  /** Lets a person act for it. The first appointment ends that any account may which claims to. */
  record AppointRepresentative(
      UnitId unit,
      PersonId person,
      String office,
      @Nullable LocalDate until,
      @Nullable String letter,
      Envelope envelope)
      implements UnitCommand {}

  /** Ends that a person may act for it. */
  record EndRepresentation(UnitId unit, PersonId person, Envelope envelope)
      implements UnitCommand {}
}
