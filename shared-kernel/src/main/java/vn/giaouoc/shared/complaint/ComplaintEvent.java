package vn.giaouoc.shared.complaint;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.unit.UnitId;

/** What somebody complains of, and what comes of it. */
public sealed interface ComplaintEvent extends Event {

  /** Which complaint. */
  ComplaintId complaint();

  @Override
  default String stream() {
    return complaint().stream();
  }

  /**
   * The event that is complained of.
   *
   * @param subject the stream that it stands in
   * @param version its number there, from 0
   */
  record About(String subject, int version) {}

  /** Who handles a complaint. */
  enum Handler implements Code {
    LEADERSHIP,
    BOARD
  }

  /** What a complaint can suspend. */
  enum Effect implements Code {
    RANKING,
    SCORE,
    AWARD,
    POLL,
    LEADERSHIP,
    PAPER,
    OTHER
  }

  /** What a complaint comes to. */
  enum Finding implements Code {
    UPHELD,
    UPHELD_IN_PART,
    DISMISSED
  }

  /**
   * Somebody complained of an event.
   *
   * @param bloc whose year it concerns
   * @param by who complains; absent where somebody denounces, who is never named
   * @param of the unit complained of, if the event names one as its actor
   * @param handler who handles it
   */
  record ComplaintLodged(
      ComplaintId complaint,
      BlocId bloc,
      About about,
      @Nullable UnitId by,
      @Nullable UnitId of,
      Handler handler,
      Words text)
      implements ComplaintEvent {}

  /** It is taken up. */
  record ComplaintAccepted(ComplaintId complaint) implements ComplaintEvent {}

  /** It is not taken up. */
  record ComplaintDeclined(ComplaintId complaint, Words reason) implements ComplaintEvent {}

  /** Until it is decided, what it complains of has this effect no longer. */
  record EffectSuspended(ComplaintId complaint, About about, Effect effect, Words reason)
      implements ComplaintEvent {}

  /** Another handles it from now on. */
  record ComplaintTransferred(ComplaintId complaint, Handler handler, Words reason)
      implements ComplaintEvent {}

  /** It is decided. */
  record ComplaintDecided(ComplaintId complaint, Finding finding, Words reason)
      implements ComplaintEvent {}

  /** Who complained does so no longer. */
  record ComplaintWithdrawn(ComplaintId complaint) implements ComplaintEvent {}
}
