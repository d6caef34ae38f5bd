package vn.giaouoc.command.cycle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.Found;

/** What a year has come to: its rankings and its proposals, as other contexts may ask for them. */
public interface Outcome {

  /** The ranking of a contest that stands; nothing where none was made by points. */
  @Nullable BlocScored rankingOf(Contest contest);

  /** The rankings that stand, by the names of their contests. */
  List<BlocScored> rankings();

  /** All that was proposed, in the order in which it was; also what was taken back since. */
  List<AwardsProposed> proposals();

  /** What people found of units when they proposed; a later finding counts, not an earlier one. */
  List<Found> findings();
}
