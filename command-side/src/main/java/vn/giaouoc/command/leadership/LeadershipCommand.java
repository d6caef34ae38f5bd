package vn.giaouoc.command.leadership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.LeadershipEvent.Thing;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of the leadership of a bloc. */
sealed interface LeadershipCommand extends Command {

  BlocId bloc();

  @Override
  default String stream() {
    return LeadershipEvent.streamOf(bloc());
  }

  /**
   * Chooses a leadership for a term; it does not take office by that.
   *
   * @param decidedBy the poll that decided it, if one did
   */
  record DesignateLeadership(
      BlocId bloc,
      Term term,
      UnitId leader,
      List<Deputy> deputies,
      @Nullable Mode mode,
      @Nullable PollId decidedBy,
      Envelope envelope)
      implements LeadershipCommand {}

  /** Lets the leadership designated for a term take office. */
  record InstallLeadership(BlocId bloc, Term term, Envelope envelope)
      implements LeadershipCommand {}

  /** Says for the designated leader that it will not take office. */
  record DeclineDesignation(BlocId bloc, Term term, String reason, Envelope envelope)
      implements LeadershipCommand {}

  /** Takes a choice back before it takes effect. */
  record WithdrawDesignation(BlocId bloc, Term term, String reason, Envelope envelope)
      implements LeadershipCommand {}

  /**
   * Hands over, for the outgoing side, with an inventory. The leadership passes when the incoming
   * side accepts.
   */
  record HandOverLeadership(BlocId bloc, Term term, List<Handed> inventory, Envelope envelope)
      implements LeadershipCommand {}

  /** One thing that is handed over, in the words of who hands it over. */
  record Handed(Thing thing, String what) {}

  /** Accepts a handover, for the incoming side, which is in office by that. */
  record AcceptHandover(BlocId bloc, Term term, @Nullable String reservations, Envelope envelope)
      implements LeadershipCommand {}

  /**
   * Puts another leader in office without an election.
   *
   * @param term for which term; absent for the rest of the present one
   */
  record ReplaceLeader(
      BlocId bloc,
      @Nullable Term term,
      UnitId leader,
      List<Deputy> deputies,
      String reason,
      Envelope envelope)
      implements LeadershipCommand {}

  /** Has a unit act in place of the leader. */
  record AppointActing(
      BlocId bloc, UnitId unit, @Nullable LocalDate until, String reason, Envelope envelope)
      implements LeadershipCommand {}

  /** Ends that a unit acts in place of the leader. */
  record EndActing(BlocId bloc, Envelope envelope) implements LeadershipCommand {}
}
