package vn.giaouoc.query.bloc;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What is known of a bloc.
 *
 * @param bloc which bloc
 * @param name its name in full; absent where nobody established it
 * @param aliases its name as papers write it
 * @param kindWord what it calls itself: khối, cụm, khu vực
 * @param authority who established it
 * @param roll who is and was a member
 * @param statedSizes how many members papers state, beside how many they name
 * @param cycles its emulation years, by year
 */
public record Bloc(
    BlocId bloc,
    @Nullable String name,
    List<String> aliases,
    @Nullable String kindWord,
    @Nullable UnitId authority,
    List<Membership> roll,
    List<StatedSize> statedSizes,
    List<Year> cycles) {

  /**
   * A membership.
   *
   * @param since from when it is known
   * @param until from when it is known to be over
   * @param how how it is known; absent where only its end is told
   * @param ended how it ended
   */
  public record Membership(
      UnitId unit, When since, @Nullable When until, @Nullable How how, @Nullable End ended) {}

  /** How a membership is known. */
  public enum How implements Code {
    ADMITTED,
    ATTESTED,
    INFERRED
  }

  /** How a membership ended. */
  public enum End implements Code {
    /** The unit was released. */
    RELEASED,
    /** A complete list of members does not have it. */
    CONTRADICTED
  }

  /**
   * What a paper says about the number of members.
   *
   * @param stated the number that it states
   * @param named how many it names
   * @param inferred how many follow from what it says
   * @param complete whether its list is the whole bloc
   * @param on of when
   */
  public record StatedSize(
      @Nullable Integer stated, int named, int inferred, boolean complete, When on) {}

  /** An emulation year. */
  public record Year(CycleId cycle, int year) {}

  static Bloc unknown(String slug) {
    return new Bloc(BlocId.of(slug), null, List.of(), null, null, List.of(), List.of(), List.of());
  }

  Bloc established(String full, String word, @Nullable UnitId by) {
    return new Bloc(bloc, full, aliases, word, by, roll, statedSizes, cycles);
  }

  Bloc alsoWritten(String alias) {
    return new Bloc(
        bloc, name, Lists.withOnce(aliases, alias), kindWord, authority, roll, statedSizes, cycles);
  }

  /**
   * A member from this moment, unless it is one already: what is attested later does not begin
   * later by it.
   */
  Bloc member(UnitId unit, When since, How how) {
    if (!isMember(unit)) {
      return withRoll(Lists.with(roll, new Membership(unit, since, null, how, null)));
    }
    return how == How.INFERRED
        ? this
        : withRoll(
            Lists.changed(
                roll,
                each -> open(each, unit) && each.how() == How.INFERRED,
                each -> new Membership(unit, each.since(), null, how, null)));
  }

  Bloc ended(UnitId unit, When until, End end) {
    return isMember(unit)
        ? withRoll(
            Lists.changed(
                roll,
                each -> open(each, unit),
                each -> new Membership(unit, each.since(), until, each.how(), end)))
        : withRoll(Lists.with(roll, new Membership(unit, When.UNKNOWN, until, null, end)));
  }

  /** Ends every membership of who is not in a complete list. */
  Bloc onlyThese(List<UnitId> members, When on) {
    Bloc next = this;
    for (Membership membership : roll) {
      if (membership.until() == null && !members.contains(membership.unit())) {
        next = next.ended(membership.unit(), on, End.CONTRADICTED);
      }
    }
    return next;
  }

  Bloc stated(StatedSize size) {
    return new Bloc(
        bloc, name, aliases, kindWord, authority, roll, Lists.withOnce(statedSizes, size), cycles);
  }

  Bloc opened(Year year) {
    List<Year> sorted =
        Lists.withOnce(cycles, year).stream()
            .sorted(Comparator.comparingInt(Year::year).thenComparing(each -> each.cycle().slug()))
            .toList();
    return new Bloc(bloc, name, aliases, kindWord, authority, roll, statedSizes, sorted);
  }

  private Bloc withRoll(List<Membership> next) {
    return new Bloc(bloc, name, aliases, kindWord, authority, next, statedSizes, cycles);
  }

  private boolean isMember(UnitId unit) {
    return roll.stream().anyMatch(each -> open(each, unit));
  }

  private static boolean open(Membership membership, UnitId unit) {
    return membership.unit().equals(unit) && membership.until() == null;
  }
}
