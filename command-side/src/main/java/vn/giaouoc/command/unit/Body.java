package vn.giaouoc.command.unit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.unit.UnitId;

/** What other contexts may ask of a unit. */
public interface Body {

  /** Whether the body exists on a day: registered, and neither merged nor dissolved by then. */
  boolean existsOn(LocalDate day);

  /** Its official name as it is now; nothing where nobody registered it. */
  @Nullable String name();

  /** The authority over it. */
  @Nullable UnitId authority();

  /**
   * Whether an account may act for it on a day: one that is appointed then, or any that claims to
   * as long as nobody was ever appointed.
   *
   * @param account the account's id
   */
  boolean mayBeRepresentedBy(String account, LocalDate day);
}
