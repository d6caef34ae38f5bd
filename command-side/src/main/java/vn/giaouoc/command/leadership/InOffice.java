package vn.giaouoc.command.leadership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who may act for a bloc: what other contexts may ask of its leadership. Only first-hand events
 * count; history recorded later gives nobody authority.
 */
public interface InOffice {

  /** The leader in office on a day, or who acts in its place; nothing where nobody does. */
  @Nullable UnitId leaderOn(LocalDate day);

  /** The deputies in office on a day, in their order, without the one that acts as leader. */
  List<Deputy> deputiesOn(LocalDate day);

  /**
   * Whether a unit has led the bloc at some time from a day on. Here history counts too: it gives
   * nobody authority, but it tells who has led.
   */
  boolean ledSince(UnitId unit, LocalDate day);

  /** Whether the designation that a poll decided was declined or withdrawn: it is voted on anew. */
  boolean gaveWay(PollId poll);
}
