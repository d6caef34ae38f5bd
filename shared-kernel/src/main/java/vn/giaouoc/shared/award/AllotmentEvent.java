package vn.giaouoc.shared.award;

import java.util.List;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.regulation.CountRule.Across;

/**
 * The number of awards that several blocs have together in one year. Whoever proposes in one of
 * them takes from it, so that no two at the same time can take the last.
 */
public sealed interface AllotmentEvent extends Event {

  /** Which number. */
  AllotmentId allotment();

  @Override
  default String stream() {
    return allotment().stream();
  }

  /** The number that a rule speaks of, for a year. */
  static AllotmentId idOf(Across rule, int year) {
    return AllotmentId.of(rule.id() + "." + year);
  }

  /**
   * A bloc took from it.
   *
   * @param cycle the year of which bloc
   * @param rule what its regulation says of the number
   * @param number how many there were altogether
   * @param before how many of them were taken before
   * @param awards the awards that it proposed
   */
  record ShareTaken(
      AllotmentId allotment,
      BlocId bloc,
      CycleId cycle,
      Across rule,
      int number,
      int before,
      List<AwardId> awards)
      implements AllotmentEvent {}
}
