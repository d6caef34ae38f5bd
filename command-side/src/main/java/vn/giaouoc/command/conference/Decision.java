package vn.giaouoc.command.conference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.unit.UnitId;

/** A decision that a resolution can rest on: what a conference asks of a poll. */
public interface Decision {

  /** Whose it is; nothing where nobody called it. */
  @Nullable BlocId decidedIn();

  /** Whether it has an outcome that stands: not tied, not missed, not void. */
  boolean isDecided();

  /** The units chosen for what was decided, in the order of the decision; empty where none is. */
  List<UnitId> chosen(Subject subject);

  /** Whether it was asked about this at all. */
  boolean asks(Subject subject);
}
