package vn.giaouoc.shared.conference;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Correctable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** A conference: who was there, what was tabled, said and assigned. */
public sealed interface ConferenceEvent extends Event {

  /** Which conference. */
  ConferenceId conference();

  @Override
  default String stream() {
    return conference().stream();
  }

  /** What a conference is held for. */
  enum ConferenceKind implements Code {
    PLEDGE,
    MID_YEAR,
    NINE_MONTH,
    YEAR_END,
    PREPARATORY,
    EXTRAORDINARY
  }

  /** As what somebody was there. None of these need be the leader. */
  enum Role implements Code {
    MEMBER,
    HOST,
    SECRETARY,
    GUEST,
    PRESENTER
  }

  /** What kind of paper was tabled. */
  enum PaperType implements Code {
    REGULATION,
    PLEDGE,
    SCORING_SCALE,
    REPORT,
    OTHER
  }

  /** What kind of contribution an entry is. */
  enum EntryKind implements Code {
    COMMENT,
    INSTRUCTION,
    ASSIGNMENT,
    REQUEST,
    LIMITATION,
    DIRECTION
  }

  /**
   * A conference took place.
   *
   * @param cycles the cycles it belongs to, the main one first
   * @param title what the source calls it
   * @param place where, if stated
   */
  record ConferenceHeld(
      ConferenceId conference,
      BlocId bloc,
      List<CycleId> cycles,
      ConferenceKind conferenceKind,
      String title,
      @Nullable String place)
      implements ConferenceEvent {}

  /**
   * Who attended, as far as it is told.
   *
   * @param unitsStated the number of units that the source states
   */
  @Correctable
  record AttendanceRecorded(
      ConferenceId conference, List<Attendee> attendees, @Nullable Integer unitsStated)
      implements ConferenceEvent {}

  /**
   * Somebody who attended.
   *
   * @param unit of which unit, where it is a known one
   * @param person which person, where one is named
   * @param capacity in which capacity, as the source writes
   */
  record Attendee(
      Role role, @Nullable UnitId unit, @Nullable PersonId person, @Nullable String capacity) {}

  /** Who presided; several may. */
  record PresidingRecorded(ConferenceId conference, List<Attendee> presiding)
      implements ConferenceEvent {}

  /**
   * A paper was laid before the conference.
   *
   * @param draft whether as a draft
   * @param presentedBy the unit that presented it, if stated
   * @param capacity as what
   */
  record PaperTabled(
      ConferenceId conference,
      PaperType paperType,
      String title,
      boolean draft,
      @Nullable UnitId presentedBy,
      @Nullable Capacity capacity)
      implements ConferenceEvent {}

  /**
   * Something was said that the record keeps.
   *
   * @param entryKind what kind of contribution
   * @param by the unit it came from, where it is a known one
   * @param byAsWritten from whom, as the source writes, without a name
   * @param to to whom it is addressed; empty where to all
   * @param with whom they should work with
   * @param text in words
   * @param due by when, as the source writes
   * @param item the agenda item that was under way; absent where none was, or it is not known
   */
  @Correctable
  record EntryRecorded(
      ConferenceId conference,
      EntryKind entryKind,
      @Nullable UnitId by,
      @Nullable String byAsWritten,
      List<UnitId> to,
      List<UnitId> with,
      Words text,
      @Nullable String due,
      @Nullable String item)
      implements ConferenceEvent {}

  /**
   * A conference was called.
   *
   * @param cycles the cycles it belongs to, the main one first
   * @param title what it is called in the invitation
   * @param planned when it is to be held
   * @param place where, if it is settled
   */
  record ConferenceConvened(
      ConferenceId conference,
      BlocId bloc,
      List<CycleId> cycles,
      ConferenceKind conferenceKind,
      String title,
      When planned,
      @Nullable String place)
      implements ConferenceEvent {}

  /**
   * It is to be held at another time.
   *
   * @param planned when
   * @param place where, if it is settled
   * @param reason why
   */
  record ConferencePostponed(
      ConferenceId conference, When planned, @Nullable String place, Words reason)
      implements ConferenceEvent {}

  /** It began. */
  record ConferenceOpened(ConferenceId conference) implements ConferenceEvent {}

  /**
   * Somebody who attends was sent by a unit in place of its head (ủy quyền).
   *
   * @param unit who sent them
   * @param person whom, where one is named
   * @param letter the written authority
   */
  @Correctable
  record DelegationPresented(
      ConferenceId conference, UnitId unit, @Nullable PersonId person, FileId letter)
      implements ConferenceEvent {}

  /**
   * Others preside from now on.
   *
   * @param presiding who does, in place of all who did
   */
  record PresidingReplaced(ConferenceId conference, List<Attendee> presiding)
      implements ConferenceEvent {}

  /**
   * One version of a paper was laid before the conference.
   *
   * @param version which version of it
   * @param file its text
   * @param draft whether as a draft
   * @param presentedBy the unit that presented it
   * @param capacity as what
   */
  record VersionTabled(
      ConferenceId conference,
      PaperType paperType,
      String title,
      String version,
      FileId file,
      boolean draft,
      UnitId presentedBy,
      Capacity capacity)
      implements ConferenceEvent {}

  /**
   * What became of an assignment.
   *
   * @param assignment the text of the assignment
   * @param by who reports
   * @param done whether it is done by that
   * @param report in words
   */
  @Correctable
  record FollowUpReported(
      ConferenceId conference, Words assignment, UnitId by, boolean done, Words report)
      implements ConferenceEvent {}

  /**
   * Those to whom something was assigned were reminded of it.
   *
   * @param assignment the text of the assignment
   * @param due the last day on which it is in time, if there is one
   * @param units those who had not done it then, and nobody else
   */
  record FollowUpReminded(
      ConferenceId conference, Words assignment, @Nullable LocalDate due, List<UnitId> units)
      implements ConferenceEvent {}

  /**
   * The conference resolved, or announced what another had decided.
   *
   * @param text the resolution
   * @param decidedBy the decision that it rests on
   */
  record Resolved(ConferenceId conference, Words text, PollId decidedBy)
      implements ConferenceEvent {}

  /**
   * It was interrupted.
   *
   * @param until when it is to go on, if that is settled
   */
  record ConferenceAdjourned(ConferenceId conference, @Nullable When until, Words reason)
      implements ConferenceEvent {}

  /** It goes on. */
  record ConferenceResumed(ConferenceId conference) implements ConferenceEvent {}

  /** It ended. */
  record ConferenceClosed(ConferenceId conference) implements ConferenceEvent {}

  /** As what the minutes are approved: both must. */
  enum Signing implements Code {
    SECRETARY,
    CHAIR
  }

  /**
   * What the agenda provides for.
   *
   * @param key its short name within the agenda
   * @param title what it is about
   * @param presentedBy the unit that presents it, if one is to
   */
  record AgendaItem(String key, String title, @Nullable UnitId presentedBy) {}

  /**
   * The agenda was set, in place of any before.
   *
   * @param items in their order
   */
  record AgendaSet(ConferenceId conference, List<AgendaItem> items) implements ConferenceEvent {}

  /**
   * An item of the agenda was taken up.
   *
   * @param item its short name
   */
  @Correctable
  record AgendaItemBegun(ConferenceId conference, String item) implements ConferenceEvent {}

  /** The item that was under way is done with. */
  record AgendaItemEnded(ConferenceId conference) implements ConferenceEvent {}

  /** A unit asked for the floor. */
  @Correctable
  record FloorRequested(ConferenceId conference, UnitId unit) implements ConferenceEvent {}

  /** It does not ask for it any more. */
  record FloorRequestWithdrawn(ConferenceId conference, UnitId unit) implements ConferenceEvent {}

  /** The chair gave a unit the floor, whether it had asked or not. */
  @Correctable
  record FloorGiven(ConferenceId conference, UnitId unit) implements ConferenceEvent {}

  /**
   * Whoever had the floor has it no more.
   *
   * @param takenBack whether the chair took it back; otherwise the unit had ended
   */
  record FloorEnded(ConferenceId conference, boolean takenBack) implements ConferenceEvent {}

  /**
   * What names a draft that the program made of what is recorded.
   *
   * @param position the position of the journal up to which it was made
   * @param digest what names the events that it was made of: SHA-256 in small hexadecimal figures
   */
  record DraftName(long position, String digest) {}

  /**
   * The minutes were approved from one side. They stand when both sides approved the same.
   *
   * @param minutes their text
   * @param signing as what
   * @param unit of which unit
   * @param draft the draft that the text was made from; absent where it was made without one
   */
  record MinutesApproved(
      ConferenceId conference,
      FileId minutes,
      Signing signing,
      UnitId unit,
      @Nullable DraftName draft)
      implements ConferenceEvent {}

  /**
   * Minutes that both sides had approved are to be put right (đính chính): what they approved stays
   * to be read, and they approve anew.
   *
   * @param reason what was wrong
   */
  record MinutesReopened(ConferenceId conference, Words reason) implements ConferenceEvent {}
}
