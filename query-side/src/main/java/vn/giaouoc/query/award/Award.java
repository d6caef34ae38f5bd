package vn.giaouoc.query.award;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/**
 * An award, and how far it has come. A proposal is not an award.
 *
 * @param award which one
 * @param status how far it is; the word for a proposal is the same wherever awards are told
 * @param proposal what was proposed
 */
record Award(AwardId award, @Nullable String status, @Nullable Proposal proposal) {

  /** What a bloc proposed. */
  record Proposal(
      BlocId bloc,
      CycleId cycle,
      Title title,
      Authority authority,
      Track track,
      Contest contest,
      UnitId recipient,
      int yearOfMerit,
      @Nullable ConferenceId conference,
      @Nullable PollId decidedBy,
      Dated on) {

    static Proposal of(AwardProposed event, Dated on) {
      return new Proposal(
          event.bloc(),
          event.cycle(),
          event.title(),
          event.authority(),
          event.track(),
          event.contest(),
          event.recipient(),
          event.yearOfMerit(),
          event.conference(),
          event.decidedBy(),
          on);
    }
  }
}
