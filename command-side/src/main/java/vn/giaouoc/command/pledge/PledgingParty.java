package vn.giaouoc.command.pledge;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Slug;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A party as an address names it: by the slug of its unit, or {@code bloc} for the bloc itself.
 * Public, because what reads addresses makes it by {@link #of}.
 *
 * @param name the last part of the address
 */
public record PledgingParty(String name) {

  private static final String BLOC = "bloc";

  /** Refuses what has not the form of a {@link Slug}. */
  public PledgingParty {
    Slug.checked(name);
  }

  /** The party of this name. */
  public static PledgingParty of(String name) {
    return new PledgingParty(name);
  }

  /** The unit; nothing for the bloc itself. */
  @Nullable UnitId unit() {
    return name.equals(BLOC) ? null : UnitId.of(name);
  }
}
