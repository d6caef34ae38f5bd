package vn.giaouoc.shared.unit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Correctable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.person.PersonId;

/** The life of a unit: its names, the authority over it, who acts for it, and what became of it. */
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
  @Correctable
  record UnitRegistered(UnitId unit, String name, UnitKind unitKind, @Nullable UnitId authority)
      implements UnitEvent {}

  /**
   * It bears another official name from now on.
   *
   * @param name the new name
   */
  @Correctable
  record UnitRenamed(UnitId unit, String name) implements UnitEvent {}

  /**
   * Papers write its name in another way.
   *
   * @param alias the name as they write it
   */
  @Correctable
  record AliasAdded(UnitId unit, String alias) implements UnitEvent {}

  /**
   * Another authority is over it from now on.
   *
   * @param authority the authority, a unit too; absent if there is none any more
   */
  @Correctable
  record UnitMoved(UnitId unit, @Nullable UnitId authority) implements UnitEvent {}

  /**
   * It went up into another unit, and exists no longer from then on.
   *
   * @param into the unit that carries on
   * @param decision the number of the decision, as written; absent where it is not stated
   */
  record UnitMerged(UnitId unit, UnitId into, @Nullable String decision) implements UnitEvent {}

  /**
   * It was dissolved, and exists no longer from then on.
   *
   * @param successors who took over what it did; nobody where that is not stated
   * @param decision the number of the decision, as written; absent where it is not stated
   */
  record UnitDissolved(UnitId unit, List<UnitId> successors, @Nullable String decision)
      implements UnitEvent {}

  /**
   * A person may act for it from now on.
   *
   * @param person the person, whose account bears the same id
   * @param office the person's office in the unit, in words
   * @param until the last day; absent where it is not limited
   * @param letter SHA-256 of the letter of authority (giấy giới thiệu, giấy ủy quyền), in
   *     hexadecimal; absent where there is none
   */
  @Correctable
  record RepresentativeAppointed(
      UnitId unit,
      PersonId person,
      String office,
      @Nullable LocalDate until,
      @Nullable String letter)
      implements UnitEvent {}

  /**
   * A person may act for it no longer from now on.
   *
   * @param person the person
   */
  @Correctable
  record RepresentationEnded(UnitId unit, PersonId person) implements UnitEvent {}
}
