package vn.giaouoc.command.conference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.unit.UnitId;

/** A decision that a resolution can rest on: what a conference asks of a poll. */
public interface Decision {

  /** Whose it is; nothing where nobody called it. */
  @Nullable BlocId decidedIn();

  /** Whether it has an outcome that stands: not tied, not missed, not void. */
  boolean isDecided();

  /**
   * The units that are chosen, in the order of the decision, also where a tie leaves further seats
   * open; empty where none is.
   */
  List<UnitId> chosen(Subject subject);

  /** Whether it was asked about this at all. */
  boolean asks(Subject subject);

  /** Whether it was asked about this and leaves nothing of it open. */
  boolean settles(Subject subject);

  /** The poll whose tie or missed majority it goes on with, if it is a further one. */
  @Nullable PollId after();

  /** Of which year it is; nothing where nobody called it. */
  @Nullable CycleId cycle();
}
