package vn.giaouoc.shared.pledge;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.unit.UnitId;

/** What one party promised for a cycle. */
public sealed interface PledgeEvent extends Event {

  /** Which pledge. */
  PledgeId pledge();

  @Override
  default String stream() {
    return pledge().stream();
  }

  /** The pledge of this party in this cycle. */
  static PledgeId idOf(CycleId cycle, UnitId party) {
    return PledgeId.of(cycle.slug() + "." + party.slug());
  }

  /**
   * The pledge was signed.
   *
   * @param party who pledged
   * @param textDigest SHA-256 of the text that was signed; absent where only the signing is told
   * @param conference where, if at a conference
   */
  record PledgeSigned(
      PledgeId pledge,
      CycleId cycle,
      UnitId party,
      @Nullable String textDigest,
      @Nullable ConferenceId conference)
      implements PledgeEvent {}
}
