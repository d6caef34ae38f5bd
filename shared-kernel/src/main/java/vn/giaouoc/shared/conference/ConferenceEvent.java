package vn.giaouoc.shared.conference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
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
   */
  record EntryRecorded(
      ConferenceId conference,
      EntryKind entryKind,
      @Nullable UnitId by,
      @Nullable String byAsWritten,
      List<UnitId> to,
      List<UnitId> with,
      Words text,
      @Nullable String due)
      implements ConferenceEvent {}
}
