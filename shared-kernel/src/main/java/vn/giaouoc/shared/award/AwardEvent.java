package vn.giaouoc.shared.award;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.unit.UnitId;

/** One award, from its proposal to its end. */
public sealed interface AwardEvent extends Event {

  /** Which award. */
  AwardId award();

  @Override
  default String stream() {
    return award().stream();
  }

  /** What is given. */
  enum Title implements Code {
    /** Cờ thi đua. */
    FLAG,
    /** Bằng khen. */
    CERTIFICATE_OF_MERIT,
    /** Giấy khen. */
    CERTIFICATE_OF_COMMENDATION
  }

  /** For what it is given; only annual awards are within a bloc's quota. */
  enum Track implements Code {
    ANNUAL,
    THEMATIC,
    URGENT
  }

  /**
   * Who gives it.
   *
   * @param unit the authority
   * @param asWritten as the source writes it: "UBND tỉnh", "Chủ tịch UBND tỉnh"
   */
  record Authority(UnitId unit, String asWritten) {}

  /**
   * A bloc proposed an award. A proposal is not an award.
   *
   * @param contest the contest whose quota it counts in
   * @param recipient for whom
   * @param yearOfMerit for which year's merit
   * @param conference where it was proposed
   * @param decidedBy the decision, where the source says that it was taken by one that is recorded
   */
  record AwardProposed(
      AwardId award,
      BlocId bloc,
      CycleId cycle,
      Title title,
      Authority authority,
      Track track,
      Contest contest,
      UnitId recipient,
      int yearOfMerit,
      @Nullable ConferenceId conference,
      @Nullable PollId decidedBy)
      implements AwardEvent {}
}
