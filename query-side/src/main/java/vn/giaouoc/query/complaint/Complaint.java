package vn.giaouoc.query.complaint;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintDecided;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintDeclined;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintLodged;
import vn.giaouoc.shared.complaint.ComplaintEvent.ComplaintTransferred;
import vn.giaouoc.shared.complaint.ComplaintEvent.EffectSuspended;
import vn.giaouoc.shared.complaint.ComplaintEvent.Handler;
import vn.giaouoc.shared.complaint.ComplaintId;

/**
 * A complaint, as far as it has come.
 *
 * @param complaint which one
 * @param state how far it is
 * @param lodged what is complained of, and by whom; nobody where it is a denunciation
 * @param handler who handles it now
 * @param accepted whether it is taken up
 * @param suspended what it suspends
 * @param transfers how it was given on
 * @param declined why it is not taken up
 * @param decided what it came to
 * @param withdrawn whether it was withdrawn
 */
record Complaint(
    ComplaintId complaint,
    State state,
    @Nullable ComplaintLodged lodged,
    @Nullable Handler handler,
    boolean accepted,
    List<EffectSuspended> suspended,
    List<ComplaintTransferred> transfers,
    @Nullable ComplaintDeclined declined,
    @Nullable ComplaintDecided decided,
    boolean withdrawn) {

  /** How far a complaint is. */
  enum State implements Code {
    /** Nothing is known but that something refers to it. */
    UNKNOWN,
    LODGED,
    ACCEPTED,
    DECLINED,
    DECIDED,
    WITHDRAWN
  }

  static Complaint unknown(String slug) {
    return new Complaint(
        ComplaintId.of(slug),
        State.UNKNOWN,
        null,
        null,
        false,
        List.of(),
        List.of(),
        null,
        null,
        false);
  }

  /** The whole while a fact changes one part of it. */
  static final class Parts {
    @Nullable ComplaintLodged lodged;
    @Nullable Handler handler;
    boolean accepted;
    List<EffectSuspended> suspended;
    List<ComplaintTransferred> transfers;
    @Nullable ComplaintDeclined declined;
    @Nullable ComplaintDecided decided;
    boolean withdrawn;

    private Parts(Complaint whole) {
      lodged = whole.lodged;
      handler = whole.handler;
      accepted = whole.accepted;
      suspended = whole.suspended;
      transfers = whole.transfers;
      declined = whole.declined;
      decided = whole.decided;
      withdrawn = whole.withdrawn;
    }

    void lodged(ComplaintLodged complaint) {
      lodged = complaint;
      handler = complaint.handler();
    }

    void transferred(ComplaintTransferred transfer) {
      transfers = Lists.with(transfers, transfer);
      handler = transfer.handler();
      accepted = false;
    }

    void suspended(EffectSuspended suspension) {
      suspended = Lists.with(suspended, suspension);
    }

    private State state() {
      if (withdrawn) {
        return State.WITHDRAWN;
      }
      if (decided != null) {
        return State.DECIDED;
      }
      if (declined != null) {
        return State.DECLINED;
      }
      return accepted ? State.ACCEPTED : lodged == null ? State.UNKNOWN : State.LODGED;
    }

    private Complaint of(ComplaintId complaint) {
      return new Complaint(
          complaint, state(), lodged, handler, accepted, suspended, transfers, declined, decided,
          withdrawn);
    }
  }

  Complaint with(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.of(complaint);
  }
}
