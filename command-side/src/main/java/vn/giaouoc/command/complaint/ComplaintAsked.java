package vn.giaouoc.command.complaint;

import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.complaint.ComplaintCommand.AcceptComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.DecideComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.DeclineComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.Denounce;
import vn.giaouoc.command.complaint.ComplaintCommand.LodgeComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.SuspendEffect;
import vn.giaouoc.command.complaint.ComplaintCommand.TransferComplaint;
import vn.giaouoc.command.complaint.ComplaintCommand.WithdrawComplaint;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.complaint.ComplaintEvent;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintAccepted;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintDecided;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintDeclined;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintLodged;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintTransferred;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintWithdrawn;
import vn.giaouoc.shared.complaint.ComplaintEvent.EffectSuspended;
import vn.giaouoc.shared.complaint.ComplaintId;

/** What was asked of a complaint. */
final class ComplaintAsked {

  private ComplaintAsked() {}

  static AskedFor of(ComplaintEvent event, Stored stored) {
    ComplaintId complaint = event.complaint();
    Envelope act = stored.act();
    return switch (event) {
      case ComplaintLodged(_, var bloc, var about, var by, _, _, var text) ->
          AskedFor.by(
              by == null
                  ? new Denounce(complaint, bloc, about, text.words(), act)
                  : new LodgeComplaint(complaint, bloc, about, by, text.words(), act));
      case ComplaintAccepted _ -> AskedFor.by(new AcceptComplaint(complaint, act));
      case ComplaintDeclined(_, var reason) ->
          AskedFor.by(new DeclineComplaint(complaint, reason.words(), act));
      case EffectSuspended(_, _, var effect, var reason) ->
          AskedFor.by(new SuspendEffect(complaint, effect, reason.words(), act));
      case ComplaintTransferred(_, var handler, var reason) ->
          AskedFor.by(new TransferComplaint(complaint, handler, reason.words(), act));
      case ComplaintDecided(_, var finding, var reason) ->
          AskedFor.by(new DecideComplaint(complaint, finding, reason.words(), act));
      case ComplaintWithdrawn _ -> AskedFor.by(new WithdrawComplaint(complaint, act));
    };
  }
}
