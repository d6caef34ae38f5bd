package vn.giaouoc.shared.regulation;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;

/**
 * Something about a regulation as a document.
 *
 * @param place where, as a JSON pointer into the document
 * @param kind what kind of thing
 * @param clause the clause that it is about, if one is stated there
 * @param vietnamese what it is and what would be right, in Vietnamese
 * @param english the same in English
 */
public record Finding(
    String place, Kind kind, @Nullable String clause, String vietnamese, String english) {

  /** What kind of thing it is. */
  public enum Kind implements Code {
    /** Something is missing without which a regulation cannot be adopted. */
    INCOMPLETE,
    /** The same is stated twice. */
    TWICE,
    /** A value that cannot be. */
    IMPOSSIBLE,
    /** A step is due before one that comes before it. */
    OUT_OF_ORDER,
    /** Two statements that cannot both hold. */
    CONTRADICTORY,
    /** Not stated: that is not wrong, but what needs it cannot score or decide. */
    UNKNOWN;

    /** Whether a regulation with such a finding cannot be adopted. */
    public boolean refuses() {
      return this != UNKNOWN;
    }
  }
}
