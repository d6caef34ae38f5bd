package vn.giaouoc.shared.regulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.cycle.Contest;

/**
 * An award that the bloc may propose. Awards are drawn in the order of the document, and who is
 * proposed for one is not drawn for a later one of the same track.
 *
 * @param title what is given
 * @param track for what
 * @param clause where the regulation says so
 * @param authority who gives it, as the regulation writes it
 * @param contests the contests in each of which it is given; none listed: in each
 * @param count how many; absent: not stated, so that nobody can be drawn
 * @param conditions what a unit must fulfil
 */
public record AwardRule(
    Title title,
    Track track,
    String clause,
    @Nullable String authority,
    List<Contest> contests,
    @Nullable CountRule count,
    List<Condition> conditions) {

  /** What it does not list it does not state. */
  public AwardRule {
    contests = contests == null ? List.of() : List.copyOf(contests);
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }

  /** So many in each contest, and no conditions. */
  public static AwardRule fixed(Title title, Track track, int number, String clause) {
    return new AwardRule(
        title, track, clause, null, List.of(), new CountRule.Fixed(number), List.of());
  }

  /** Whether it is given in a contest. */
  public boolean isGivenIn(Contest contest) {
    return contests.isEmpty() || contests.contains(contest);
  }

  /** Whether its number is for several blocs together. */
  public boolean isAcross() {
    return count instanceof CountRule.Across;
  }
}
