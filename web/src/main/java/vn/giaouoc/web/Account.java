package vn.giaouoc.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who asks, as a token that was checked says. What they may do and see follows from the record;
 * only what cannot follow from it is a role.
 *
 * @param id the account, never a name
 * @param unit the unit that they act for, if any
 * @param roles what they are beside that
 * @param until when the token ends
 */
public record Account(UUID id, @Nullable UnitId unit, Set<Role> roles, Instant until) {

  /** What an account can be that the record does not tell. */
  public enum Role implements Code {
    /** The emulation board and its standing office: decides over blocs, sees what they do. */
    BOARD,
    /** Keeps the system, sees everything. */
    ADMINISTRATOR,
    /** Sees everything, does nothing. */
    AUDITOR;

    /**
     * The role of this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Role of(String code) {
      Role role = valueOf(code.toUpperCase(Locale.ROOT));
      if (!role.code().equals(code)) {
        throw new IllegalArgumentException("Not a role: '" + code + "'");
      }
      return role;
    }
  }

  /** Whether it has one of these roles. */
  public boolean isOneOf(Role... any) {
    for (Role role : any) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }

  /**
   * In which office it acts: the first of its roles, {@code member} where it only acts for a unit,
   * {@code none} where it does not even that.
   */
  public String office() {
    for (Role role : Role.values()) {
      if (roles.contains(role)) {
        return role.code();
      }
    }
    return unit == null ? "none" : "member";
  }
}
