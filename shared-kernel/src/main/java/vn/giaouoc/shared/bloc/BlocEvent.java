package vn.giaouoc.shared.bloc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Correctable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitId;

/** A bloc, its names, and who belongs to it when. */
public sealed interface BlocEvent extends Event {

  /** Which bloc. */
  BlocId bloc();

  @Override
  default String stream() {
    return bloc().stream();
  }

  /**
   * There is a bloc.
   *
   * @param name its name in full
   * @param kindWord what it calls itself: khối, cụm, khu vực
   * @param authority who established it
   */
  @Correctable
  record BlocEstablished(BlocId bloc, String name, String kindWord, @Nullable UnitId authority)
      implements BlocEvent {}

  /**
   * Papers write its name in another way.
   *
   * @param alias the name as they write it
   */
  @Correctable
  record AliasAdded(BlocId bloc, String alias) implements BlocEvent {}

  /**
   * A unit became a member.
   *
   * @param unit the unit
   */
  @Correctable
  record MemberAdmitted(BlocId bloc, UnitId unit) implements BlocEvent {}

  /**
   * A unit is a member no longer.
   *
   * @param unit the unit
   */
  @Correctable
  record MemberReleased(BlocId bloc, UnitId unit) implements BlocEvent {}

  /**
   * A source tells who the members are.
   *
   * @param named the members that it names, in its order
   * @param inferred members that it does not name but that follow from what it says
   * @param stated the number of members that it states
   * @param complete whether the list is the whole bloc: the number is stated and the list has as
   *     many. Only then does it say that others are not members.
   */
  record RollAttested(
      BlocId bloc,
      List<UnitId> named,
      List<UnitId> inferred,
      @Nullable Integer stated,
      boolean complete)
      implements BlocEvent {}

  /**
   * It is told where a member stands within the bloc.
   *
   * @param unit the member
   * @param group the group that it is compared within, as named; absent where there are no groups
   * @param memberKind what kind of member it is, as named; absent where there are no kinds
   */
  @Correctable
  record MemberPlaced(BlocId bloc, UnitId unit, @Nullable String group, @Nullable String memberKind)
      implements BlocEvent {}

  /**
   * It went up into another bloc, and has no members from then on; they were admitted there in the
   * same decision.
   *
   * @param into the bloc that carries on
   */
  record BlocMerged(BlocId bloc, BlocId into) implements BlocEvent {}

  /**
   * The board has somebody supervise the bloc from now on.
   *
   * @param unit the unit that supervises, if it is one
   * @param person the person of the board who supervises, if it is one
   */
  @Correctable
  record SupervisorAssigned(BlocId bloc, @Nullable UnitId unit, @Nullable PersonId person)
      implements BlocEvent {}

  /**
   * It was decided what becomes of what a member left open, which merged, was dissolved or left.
   *
   * @param unit the former member
   * @param affairs each open matter, and what becomes of it
   * @param reason why, in the words of who decided
   */
  record MemberAffairsTransferred(BlocId bloc, UnitId unit, List<Affair> affairs, Words reason)
      implements BlocEvent {}

  /**
   * One open matter of a former member.
   *
   * @param matter what it is
   * @param cycle the year that it belongs to; absent for an office
   * @param award which proposal, where it is one
   * @param becomes what becomes of it
   * @param to to whom it goes, if it goes to somebody
   */
  record Affair(
      Matter matter,
      @Nullable CycleId cycle,
      @Nullable AwardId award,
      Becomes becomes,
      @Nullable UnitId to) {}

  /** What a member can leave open. */
  enum Matter implements Code {
    PLEDGE,
    SCORE_SHEET,
    AWARD_PROPOSAL,
    OFFICE
  }

  /** What can become of an open matter. */
  enum Becomes implements Code {
    /** Another unit carries it on. */
    TRANSFERRED,
    /** It is over. */
    ENDED,
    /** It stands as it is, in the name of the former member. */
    STAYS
  }
}
