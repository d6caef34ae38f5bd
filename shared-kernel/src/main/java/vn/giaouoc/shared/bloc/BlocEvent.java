package vn.giaouoc.shared.bloc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Event;
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
  record BlocEstablished(BlocId bloc, String name, String kindWord, @Nullable UnitId authority)
      implements BlocEvent {}

  /**
   * Papers write its name in another way.
   *
   * @param alias the name as they write it
   */
  record AliasAdded(BlocId bloc, String alias) implements BlocEvent {}

  /**
   * A unit became a member.
   *
   * @param unit the unit
   */
  record MemberAdmitted(BlocId bloc, UnitId unit) implements BlocEvent {}

  /**
   * A unit is a member no longer.
   *
   * @param unit the unit
   */
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
}
