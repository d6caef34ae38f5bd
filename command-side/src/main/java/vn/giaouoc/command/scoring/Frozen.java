package vn.giaouoc.command.scoring;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Marks;

/**
 * A score sheet as rankings rest on it: what other contexts may ask of it. Several contests of a
 * year rest on the same sheet; when it is reopened, none of them does any more.
 */
public interface Frozen {

  /** Whether the ranking of a contest rests on what is in it. */
  boolean isFrozenBy(Contest contest);

  /** What the points in a contest are made of; nothing where no scale made them. */
  @Nullable Marks marksIn(Contest contest);
}
