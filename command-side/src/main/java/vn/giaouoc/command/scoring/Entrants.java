package vn.giaouoc.command.scoring;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.bloc.Roll;
import vn.giaouoc.command.bloc.Roll.Place;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.regulation.ContestRule;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who is in a contest on a day.
 *
 * @param roll the members of the bloc
 * @param members those whom the contest is for
 * @param notPlaced members of whom it is not told whether it is for them
 * @param byItself whether they are in it without being named
 * @param clause where the regulation says so
 */
public record Entrants(
    Set<UnitId> roll,
    Set<UnitId> members,
    Set<UnitId> notPlaced,
    boolean byItself,
    @Nullable String clause) {

  /**
   * The members in a contest.
   *
   * @param rule what the regulation says of it; absent where it lists no contests, and then who is
   *     in another than that of the whole bloc is named
   */
  public static Entrants of(Contest contest, @Nullable ContestRule rule, Roll roll, LocalDate day) {
    Set<UnitId> members = roll.membersOn(day);
    if (rule == null) {
      return new Entrants(members, members, Set.of(), contest.equals(Contest.WHOLE_BLOC), null);
    }
    Set<UnitId> in =
        members.stream()
            .filter(
                unit -> {
                  Place place = roll.placeOn(unit, day);
                  return rule.isFor(place.group(), place.memberKind());
                })
            .collect(Collectors.toSet());
    Set<UnitId> notPlaced =
        members.stream()
            .filter(unit -> isUnclear(rule, roll.placeOn(unit, day)))
            .collect(Collectors.toSet());
    return new Entrants(members, in, notPlaced, true, rule.clause());
  }

  private static boolean isUnclear(ContestRule rule, Place place) {
    return (rule.group() != null && place.group() == null)
        || (rule.memberKind() != null && place.memberKind() == null);
  }
}
