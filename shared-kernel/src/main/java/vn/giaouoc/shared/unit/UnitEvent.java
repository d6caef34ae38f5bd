package vn.giaouoc.shared.unit;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Event;

/** The life of a unit: its names, and the authority over it. */
public sealed interface UnitEvent extends Event {

  /** Which unit. */
  UnitId unit();

  @Override
  default String stream() {
    return unit().stream();
  }

  /**
   * A body is known to the record.
   *
   * @param name its official name
   * @param unitKind what kind of body it is
   * @param authority the authority over it, a unit too; absent at the top
   */
  record UnitRegistered(UnitId unit, String name, UnitKind unitKind, @Nullable UnitId authority)
      implements UnitEvent {}

  /**
   * It bears another official name from now on.
   *
   * @param name the new name
   */
  record UnitRenamed(UnitId unit, String name) implements UnitEvent {}

  /**
   * Papers write its name in another way.
   *
   * @param alias the name as they write it
   */
  record AliasAdded(UnitId unit, String alias) implements UnitEvent {}
}
