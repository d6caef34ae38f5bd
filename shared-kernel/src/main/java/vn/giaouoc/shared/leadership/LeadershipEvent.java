package vn.giaouoc.shared.leadership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who leads a bloc: designated first, in office later, and handed over by one side to the other.
 */
public sealed interface LeadershipEvent extends Event {

  /** Which bloc. */
  BlocId bloc();

  @Override
  default String stream() {
    return streamOf(bloc());
  }

  /** The stream in which the leadership of this bloc is told. */
  static String streamOf(BlocId bloc) {
    return "leadership:" + bloc.slug();
  }

  /** How a leadership came to be designated. */
  enum Mode implements Code {
    ELECTED,
    AGREED,
    ROTATED,
    APPOINTED,
    ACCLAIMED
  }

  /**
   * A leadership was chosen for a term; it is not in office by that.
   *
   * @param leader the leader unit, if known
   * @param deputies the deputy units, in their order
   * @param mode how; absent where it is not stated
   */
  record LeadershipDesignated(
      BlocId bloc, Term term, @Nullable UnitId leader, List<Deputy> deputies, @Nullable Mode mode)
      implements LeadershipEvent {}

  /** A leadership took office. */
  record LeadershipInstalled(BlocId bloc, Term term, UnitId leader, List<Deputy> deputies)
      implements LeadershipEvent {}

  /**
   * A source shows who is in office, not since when.
   *
   * @param term the term that it states, if any
   * @param leader the leader unit, if stated
   * @param deputies the deputies, if stated; a source that names none does not say that there are
   *     none
   */
  record LeadershipAttested(
      BlocId bloc, @Nullable Term term, @Nullable UnitId leader, List<Deputy> deputies)
      implements LeadershipEvent {}

  /**
   * The leadership passed from one unit to the next.
   *
   * @param term the term of the incoming leader
   * @param outgoing who handed over, if known
   * @param incoming who took over
   */
  record LeadershipHandedOver(BlocId bloc, Term term, @Nullable UnitId outgoing, UnitId incoming)
      implements LeadershipEvent {}
}
