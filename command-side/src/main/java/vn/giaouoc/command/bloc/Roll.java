package vn.giaouoc.command.bloc;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.unit.UnitId;

/** Who belongs to a bloc: what other contexts may ask of it. */
public interface Roll {

  /** Whether the bloc is established. */
  boolean established();

  /** Its name in full; nothing where nobody established it. */
  @Nullable String name();

  /** The members on a day. */
  Set<UnitId> membersOn(LocalDate day);

  /** Where a unit stands within the bloc on a day. */
  Place placeOn(UnitId unit, LocalDate day);

  /**
   * Where a member stands.
   *
   * @param group its group; absent where none is told
   * @param memberKind what kind of member it is; absent where none is told
   */
  record Place(@Nullable String group, @Nullable String memberKind) {}

  /** Whether a unit was a member before a day and is none on it. */
  boolean hasLeft(UnitId unit, LocalDate day);
}
