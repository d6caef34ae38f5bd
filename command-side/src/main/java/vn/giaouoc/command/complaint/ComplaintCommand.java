package vn.giaouoc.command.complaint;

import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.complaint.ComplaintEvent.About;
import vn.giaouoc.shared.complaint.ComplaintEvent.Effect;
import vn.giaouoc.shared.complaint.ComplaintEvent.Finding;
import vn.giaouoc.shared.complaint.ComplaintEvent.Handler;
import vn.giaouoc.shared.complaint.ComplaintId;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of a complaint. */
sealed interface ComplaintCommand extends Command {

  ComplaintId complaint();

  @Override
  default String stream() {
    return complaint().stream();
  }

  /** Complains of an event, for a unit. */
  record LodgeComplaint(
      ComplaintId complaint, BlocId bloc, About about, UnitId by, String text, Envelope envelope)
      implements ComplaintCommand {}

  /** Denounces an event. Nobody is asked who does. */
  record Denounce(ComplaintId complaint, BlocId bloc, About about, String text, Envelope envelope)
      implements ComplaintCommand {}

  /** Takes it up. */
  record AcceptComplaint(ComplaintId complaint, Envelope envelope) implements ComplaintCommand {}

  /** Does not take it up. */
  record DeclineComplaint(ComplaintId complaint, String reason, Envelope envelope)
      implements ComplaintCommand {}

  /** Suspends what the event brings about, until it is decided. */
  record SuspendEffect(ComplaintId complaint, Effect effect, String reason, Envelope envelope)
      implements ComplaintCommand {}

  /** Gives it to another to handle. */
  record TransferComplaint(ComplaintId complaint, Handler handler, String reason, Envelope envelope)
      implements ComplaintCommand {}

  /** Decides it. */
  record DecideComplaint(ComplaintId complaint, Finding finding, String reason, Envelope envelope)
      implements ComplaintCommand {}

  /** Complains no longer. */
  record WithdrawComplaint(ComplaintId complaint, Envelope envelope) implements ComplaintCommand {}
}
