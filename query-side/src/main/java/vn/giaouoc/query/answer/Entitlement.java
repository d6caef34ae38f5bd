package vn.giaouoc.query.answer;

import java.util.Set;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.unit.UnitId;

/** What may be read by who acts for a unit, because of what the record says of the unit. */
public interface Entitlement {

  /**
   * The audiences that a unit belongs to.
   *
   * @param record the record as it stands now, all of it
   */
  Set<Audience> of(UnitId unit, View record);
}
