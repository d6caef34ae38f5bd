package vn.giaouoc.query.bloc;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.time.Dated;
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
 * @param life who supervised it, where its members stood, and what became of it and of them
 */
public record Bloc(
    BlocId bloc,
    @Nullable String name,
    List<String> aliases,
    @Nullable String kindWord,
    @Nullable UnitId authority,
    List<Membership> roll,
    List<StatedSize> statedSizes,
    List<Year> cycles,
    Life life) {

  /**
   * What happened to the bloc beside who belongs to it.
   *
   * @param supervisors who of the board supervised it, one after the other
   * @param placements in which group and as what kind its members stood
   * @param transfers what became of what former members left open
   * @param merger that it went up into another bloc, if it did
   * @param joined the blocs that went up into it
   */
  public record Life(
      List<Supervisor> supervisors,
      List<Placement> placements,
      List<Transfer> transfers,
      @Nullable Merger merger,
      List<Merger> joined) {

    private static final Life NOTHING_KNOWN =
        new Life(List.of(), List.of(), List.of(), null, List.of());

    private Life supervisedBy(@Nullable UnitId unit, @Nullable PersonId person, When since) {
      List<Supervisor> closed =
          Lists.changed(
              supervisors,
              each -> each.until() == null,
              each -> new Supervisor(each.unit(), each.person(), each.since(), since));
      return new Life(
          Lists.with(closed, new Supervisor(unit, person, since, null)),
          placements,
          transfers,
          merger,
          joined);
    }

    private Life placed(Placement placement) {
      List<Placement> closed =
          Lists.changed(
              placements,
              each -> each.unit().equals(placement.unit()) && each.until() == null,
              each ->
                  new Placement(
                      each.unit(),
                      each.group(),
                      each.memberKind(),
                      each.since(),
                      placement.since()));
      return new Life(supervisors, Lists.with(closed, placement), transfers, merger, joined);
    }

    private Life transferred(Transfer transfer) {
      return new Life(supervisors, placements, Lists.withOnce(transfers, transfer), merger, joined);
    }

    private Life merged(Merger into) {
      return new Life(supervisors, placements, transfers, into, joined);
    }

    private Life joinedBy(Merger other) {
      return new Life(supervisors, placements, transfers, merger, Lists.withOnce(joined, other));
    }
  }

  /** Who of the board supervises it: a unit, a person, or both. */
  public record Supervisor(
      @Nullable UnitId unit, @Nullable PersonId person, When since, @Nullable When until) {}

  /** Where a member stands. */
  public record Placement(
      UnitId unit,
      @Nullable String group,
      @Nullable String memberKind,
      When since,
      @Nullable When until) {}

  /** What becomes of what a former member left open. */
  public record Transfer(UnitId unit, List<BlocEvent.Affair> affairs, Words reason, Dated on) {}

  /**
   * A merger of two blocs.
   *
   * @param bloc the other one
   */
  public record Merger(BlocId bloc, When since) {}

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
    CONTRADICTED,
    /** The bloc went up into another. */
    MERGED
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
    return new Bloc(
        BlocId.of(slug),
        null,
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        Life.NOTHING_KNOWN);
  }

  Bloc established(String full, String word, @Nullable UnitId by) {
    return new Bloc(bloc, full, aliases, word, by, roll, statedSizes, cycles, life);
  }

  Bloc alsoWritten(String alias) {
    return new Bloc(
        bloc,
        name,
        Lists.withOnce(aliases, alias),
        kindWord,
        authority,
        roll,
        statedSizes,
        cycles,
        life);
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
        bloc,
        name,
        aliases,
        kindWord,
        authority,
        roll,
        Lists.withOnce(statedSizes, size),
        cycles,
        life);
  }

  Bloc opened(Year year) {
    List<Year> sorted =
        Lists.withOnce(cycles, year).stream()
            .sorted(Comparator.comparingInt(Year::year).thenComparing(each -> each.cycle().slug()))
            .toList();
    return new Bloc(bloc, name, aliases, kindWord, authority, roll, statedSizes, sorted, life);
  }

  Bloc supervisedBy(@Nullable UnitId unit, @Nullable PersonId person, When since) {
    return with(life.supervisedBy(unit, person, since));
  }

  Bloc placed(Placement placement) {
    return with(life.placed(placement));
  }

  Bloc transferred(Transfer transfer) {
    return with(life.transferred(transfer));
  }

  Bloc mergedInto(BlocId into, When since) {
    Bloc next = with(life.merged(new Merger(into, since)));
    for (Membership membership : roll) {
      if (membership.until() == null) {
        next = next.ended(membership.unit(), since, End.MERGED);
      }
    }
    return next;
  }

  Bloc joinedBy(BlocId other, When since) {
    return with(life.joinedBy(new Merger(other, since)));
  }

  private Bloc with(Life next) {
    return new Bloc(bloc, name, aliases, kindWord, authority, roll, statedSizes, cycles, next);
  }

  private Bloc withRoll(List<Membership> next) {
    return new Bloc(bloc, name, aliases, kindWord, authority, next, statedSizes, cycles, life);
  }

  private boolean isMember(UnitId unit) {
    return roll.stream().anyMatch(each -> open(each, unit));
  }

  private static boolean open(Membership membership, UnitId unit) {
    return membership.unit().equals(unit) && membership.until() == null;
  }
}
