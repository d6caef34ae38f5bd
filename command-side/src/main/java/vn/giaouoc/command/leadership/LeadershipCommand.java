package vn.giaouoc.command.leadership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of the leadership of a bloc. */
sealed interface LeadershipCommand extends Command {

  BlocId bloc();

  @Override
  default String stream() {
    return LeadershipEvent.streamOf(bloc());
  }

  /** Chooses a leadership for a term; it does not take office by that. */
  record DesignateLeadership(
      BlocId bloc,
      Term term,
      UnitId leader,
      List<Deputy> deputies,
      @Nullable Mode mode,
      Envelope envelope)
      implements LeadershipCommand {}

  /** Lets the leadership designated for a term take office. */
  record InstallLeadership(BlocId bloc, Term term, Envelope envelope)
      implements LeadershipCommand {}
}
