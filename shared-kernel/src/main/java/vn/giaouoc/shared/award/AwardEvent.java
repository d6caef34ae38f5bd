package vn.giaouoc.shared.award;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Correctable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.person.PersonId;
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

  /**
   * For whom an award is, where it is not simply a unit: a unit, a bloc, a collective below a unit,
   * a person, or a number of people who are not named.
   *
   * @param unit the unit itself, or the one that the collective, the person or the number belongs
   *     to
   * @param bloc the bloc, if it is one
   * @param collective what the collective is called
   * @param individual who the person is
   * @param count how many, where they are not named
   */
  record Recipient(
      @Nullable UnitId unit,
      @Nullable BlocId bloc,
      @Nullable String collective,
      @Nullable PersonId individual,
      @Nullable Integer count) {

    /** A unit. */
    public static Recipient of(UnitId unit) {
      return new Recipient(unit, null, null, null, null);
    }

    /** Whether it is one of these and no mixture; a collective has its unit. */
    @JsonIgnore
    public boolean isOne() {
      long more = Stream.of(bloc, collective, individual, count).filter(Objects::nonNull).count();
      return more == 0
          ? unit != null
          : more == 1
              && (bloc == null || unit == null)
              && (collective == null || unit != null)
              && (count == null || count > 0);
    }
  }

  /**
   * What every later event of an award repeats, so that whoever asks for the unit, the bloc or the
   * year finds it.
   *
   * @param bloc the bloc that proposed it, if one did
   * @param cycle the year in which, if any
   * @param recipient for whom
   */
  record About(@Nullable BlocId bloc, @Nullable CycleId cycle, Recipient recipient) {}

  /**
   * The board recorded an award that no bloc proposed within its quota: an urgent one, one that an
   * authority gives directly, or a higher one for which an award was forwarded. It is not given by
   * that.
   *
   * @param yearOfMerit for which year's merit
   * @param reason for what
   */
  record AwardRecorded(
      AwardId award,
      About about,
      Title title,
      Authority authority,
      Track track,
      int yearOfMerit,
      @Nullable Words reason)
      implements AwardEvent {}

  /** What became of an award that was proposed. */
  sealed interface FateEvent extends AwardEvent {

    /** Whose award it is. */
    About about();
  }

  /**
   * The proposal was sent on.
   *
   * @param to to whom
   * @param paperNumber number and symbol of the submission (tờ trình)
   */
  @Correctable
  record Forwarded(AwardId award, About about, UnitId to, @Nullable String paperNumber)
      implements FateEvent {}

  /** The board agreed to it. It is not given by that. */
  record Approved(AwardId award, About about) implements FateEvent {}

  /** The board did not agree to it. */
  record Refused(AwardId award, About about, Words reason) implements FateEvent {}

  /**
   * It was given.
   *
   * @param decisionNumber number and symbol of the decision
   * @param decidedOn its date
   * @param authority who gave it, as the decision writes it
   */
  @Correctable
  record Granted(
      AwardId award, About about, String decisionNumber, LocalDate decidedOn, Authority authority)
      implements FateEvent {}

  /**
   * It was handed over.
   *
   * @param conference at which conference, if at one that is recorded
   * @param ceremony at which other occasion
   */
  @Correctable
  record Presented(
      AwardId award, About about, @Nullable ConferenceId conference, @Nullable String ceremony)
      implements FateEvent {}

  /**
   * A higher award is sought for its holder; that one has a stream of its own, which begins at the
   * same time.
   *
   * @param higher which one
   * @param title what is sought
   * @param authority from whom
   */
  record Upgraded(AwardId award, About about, AwardId higher, Title title, Authority authority)
      implements FateEvent {}

  /**
   * It was taken back; that it was given stays in the record.
   *
   * @param ground why
   * @param decisionNumber number and symbol of the decision to do so
   */
  record Revoked(AwardId award, About about, Words ground, String decisionNumber)
      implements FateEvent {}

  /** The bloc took its proposal back, which no longer counts in its quota. */
  record ProposalWithdrawn(AwardId award, About about, Words reason) implements FateEvent {}
}
