package vn.giaouoc.shared.poll;

import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The one paper that a unit is issued in a secret poll. It is a stream of its own, so that
 * thousands can be issued at once without waiting for each other.
 */
public sealed interface VotingPaperEvent extends Event {

  /** In which poll. */
  PollId poll();

  /** To which unit. */
  UnitId unit();

  @Override
  default String stream() {
    return streamOf(poll(), unit());
  }

  /** The stream of the paper of a unit in a poll: no id has two full stops in a row. */
  static String streamOf(PollId poll, UnitId unit) {
    return "voting-paper:" + poll.slug() + ".." + unit.slug();
  }

  /**
   * A unit was issued its paper.
   *
   * @param blinded the digest of the blinded token that was stamped. The token itself is in
   *     nobody's hands but the voter's
   */
  record PaperIssued(PollId poll, UnitId unit, String blinded) implements VotingPaperEvent {}
}
