package vn.giaouoc.command.cycle;

import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.regulation.Proposals.Known;

/**
 * What one unit owes to a year, as the aggregate tells that knows whether it is done: its pledge,
 * its score sheet. A year asks it before it reminds anybody.
 */
public interface Duty {

  /** Whether the unit has done what this step asks of it; false where this is not where to ask. */
  boolean done(Step step);

  /** Whether it was done in time; unknown where it is not done, or the record does not tell. */
  Known inTime(Step step);

  /** Whether something here must be transferred or ended before the year can end early. */
  boolean isOpen();
}
