package vn.giaouoc.query.award;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.AwardRecorded;
import vn.giaouoc.shared.award.AwardEvent.Recipient;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.award.AwardStatus;
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
 * @param status how far it is; absent where nobody proposed it
 * @param proposal what was proposed
 * @param rank the rank that its recipient had when the bloc proposed it, if any
 * @param reason why it was proposed, if that was said
 * @param became what became of it, step by step
 */
record Award(
    AwardId award,
    @Nullable AwardStatus status,
    @Nullable Proposal proposal,
    @Nullable Integer rank,
    @Nullable Words reason,
    List<Became> became) {

  /**
   * What was proposed, by a bloc or without one.
   *
   * @param recipient the unit, where it is for a unit
   * @param otherwise for whom, where it is for somebody else
   */
  record Proposal(
      @Nullable BlocId bloc,
      @Nullable CycleId cycle,
      Title title,
      Authority authority,
      Track track,
      @Nullable Contest contest,
      @Nullable UnitId recipient,
      @Nullable Recipient otherwise,
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
          null,
          event.yearOfMerit(),
          event.conference(),
          event.decidedBy(),
          on);
    }

    static Proposal of(AwardRecorded event, Dated on) {
      Recipient recipient = event.about().recipient();
      UnitId unit = recipient.unit();
      boolean isUnit = unit != null && recipient.equals(Recipient.of(unit));
      return new Proposal(
          event.about().bloc(),
          event.about().cycle(),
          event.title(),
          event.authority(),
          event.track(),
          null,
          isUnit ? unit : null,
          isUnit ? null : recipient,
          event.yearOfMerit(),
          null,
          null,
          on);
    }
  }

  /**
   * One thing that became of it.
   *
   * @param status how far it was by that
   * @param to to whom it was sent
   * @param number number and symbol of the submission, or of the decision
   * @param decidedOn the date of the decision
   * @param authority who gave it, or who is asked for the higher one
   * @param reason why it was refused, revoked or taken back
   * @param conference where it was handed over
   * @param ceremony the other occasion where it was
   * @param higher the higher award that is sought
   * @param title which
   */
  record Became(
      AwardStatus status,
      Dated on,
      @Nullable UnitId to,
      @Nullable String number,
      @Nullable LocalDate decidedOn,
      @Nullable Authority authority,
      @Nullable Words reason,
      @Nullable ConferenceId conference,
      @Nullable String ceremony,
      @Nullable AwardId higher,
      @Nullable Title title) {}

  static Award unknown(String slug) {
    return new Award(AwardId.of(slug), null, null, null, null, List.of());
  }

  Award proposed(Proposal what, @Nullable Words why) {
    return new Award(
        award,
        status == null ? AwardStatus.PROPOSED : status,
        what,
        rank,
        why == null ? reason : why,
        became);
  }

  Award ranked(@Nullable Integer place, @Nullable Words why) {
    return new Award(award, status, proposal, place, why, became);
  }

  Award became(Became next) {
    return new Award(award, next.status(), proposal, rank, reason, Lists.with(became, next));
  }
}
