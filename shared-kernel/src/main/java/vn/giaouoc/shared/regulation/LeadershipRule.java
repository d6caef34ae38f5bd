package vn.giaouoc.shared.regulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;

/**
 * Who may lead a bloc and how that is settled ({@code domain.md} §1.4).
 *
 * @param clause where the regulation says so
 * @param modes in which ways a leadership may be designated; empty: not stated
 * @param termMonths how many months a term has; absent: not stated
 * @param deputies how many deputies there are; absent: not stated
 * @param seats which offices are for units of some kind
 * @param barred who may not stand
 */
public record LeadershipRule(
    String clause,
    List<Mode> modes,
    @Nullable Integer termMonths,
    @Nullable Deputies deputies,
    List<Seat> seats,
    List<Barred> barred) {

  /** What it does not list it does not state. */
  public LeadershipRule {
    modes = modes == null ? List.of() : List.copyOf(modes);
    seats = seats == null ? List.of() : List.copyOf(seats);
    barred = barred == null ? List.of() : List.copyOf(barred);
  }

  /**
   * How many deputies there are.
   *
   * @param atLeast the fewest
   * @param atMost the most
   */
  public record Deputies(int atLeast, int atMost, String clause) {}

  /** An office. */
  public enum Office implements Code {
    LEADER,
    DEPUTY
  }

  /**
   * An office that only units of some kind can hold, or of which so many do.
   *
   * @param office which office
   * @param memberKind the kind of member, as the roll of the bloc names it
   * @param atLeast how many holders of that office must be of the kind; absent: all of them
   */
  public record Seat(Office office, String memberKind, @Nullable Integer atLeast, String clause) {}

  /**
   * Somebody who may not stand.
   *
   * @param who who
   * @param months how far back it is looked, where that matters
   */
  public record Barred(Who who, @Nullable Integer months, String clause) {

    /** Who may not stand. */
    public enum Who implements Code {
      /** A unit that is excluded from ranking and awards of the year. */
      EXCLUDED,
      /** The unit that leads the bloc now. */
      LEADS_NOW,
      /** A unit that led the bloc within so many months. */
      HAS_LED,
      /** A unit that has not been a member for so many months. */
      NEW_MEMBER
    }
  }
}
