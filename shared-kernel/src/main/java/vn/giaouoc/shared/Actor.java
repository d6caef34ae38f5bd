package vn.giaouoc.shared;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who acts.
 *
 * @param person an account, never a name
 * @param unit the unit acted for, if any
 * @param office in which office: {@code administrator}, {@code leader}, {@code teller}, …; {@code
 *     system} where nobody does
 */
public record Actor(String person, @Nullable UnitId unit, String office) {

  /** The program itself, where it does by itself what somebody has set. No token can say so. */
  public static final Actor SYSTEM = new Actor("system", null, "system");
}
