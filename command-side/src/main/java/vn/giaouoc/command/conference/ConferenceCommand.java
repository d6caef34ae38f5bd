package vn.giaouoc.command.conference;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.AgendaItem;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.DraftName;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryKind;
import vn.giaouoc.shared.conference.ConferenceEvent.PaperType;
import vn.giaouoc.shared.conference.ConferenceEvent.Signing;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of a conference. */
sealed interface ConferenceCommand extends Command {

  ConferenceId conference();

  @Override
  default String stream() {
    return conference().stream();
  }

  /** Calls a conference; the main cycle first where it belongs to two. */
  record ConveneConference(
      ConferenceId conference,
      BlocId bloc,
      List<CycleId> cycles,
      ConferenceKind conferenceKind,
      String title,
      When planned,
      @Nullable String place,
      Envelope envelope)
      implements ConferenceCommand {}

  /** Puts it off, before it has begun. */
  record PostponeConference(
      ConferenceId conference,
      When planned,
      @Nullable String place,
      String reason,
      Envelope envelope)
      implements ConferenceCommand {}

  /** Lets it begin. */
  record OpenConference(ConferenceId conference, Envelope envelope) implements ConferenceCommand {}

  /**
   * Notes who attends. Order does not matter, so no version is asked for.
   *
   * @param letter the written authority of whoever attends in place of the unit's head
   */
  record RecordAttendance(
      ConferenceId conference, Attendee attendee, @Nullable FileId letter, Envelope envelope)
      implements ConferenceCommand {}

  /** Notes who presides; the second time, in place of whoever did. */
  record RecordPresiding(ConferenceId conference, List<Attendee> presiding, Envelope envelope)
      implements ConferenceCommand {}

  /** Lays a version of a paper before the conference. */
  record TablePaper(
      ConferenceId conference,
      PaperType paperType,
      String title,
      String version,
      FileId file,
      boolean draft,
      UnitId presentedBy,
      Capacity capacity,
      Envelope envelope)
      implements ConferenceCommand {}

  /**
   * Keeps what was said.
   *
   * @param item to which item of the agenda it belongs; the one under way where nothing is said
   */
  record RecordEntry(
      ConferenceId conference,
      EntryKind entryKind,
      @Nullable UnitId by,
      List<UnitId> to,
      List<UnitId> with,
      String text,
      @Nullable LocalDate due,
      @Nullable String item,
      Envelope envelope)
      implements ConferenceCommand {}

  /** Reports what became of an assignment, at the conference or long after it. */
  record ReportFollowUp(
      ConferenceId conference,
      Words assignment,
      UnitId by,
      boolean done,
      String report,
      Envelope envelope)
      implements ConferenceCommand {}

  /**
   * Reminds those to whom something was assigned that is not done yet; nobody where they are
   * members no more. Whoever runs the conference does, or the program itself some days before.
   */
  record RemindOfAssignment(ConferenceId conference, Words assignment, Envelope envelope)
      implements ConferenceCommand {}

  /** Resolves on a decision, or announces one that another conference took. */
  record Resolve(ConferenceId conference, String text, PollId decidedBy, Envelope envelope)
      implements ConferenceCommand {}

  /** Interrupts it. */
  record AdjournConference(
      ConferenceId conference, @Nullable When until, String reason, Envelope envelope)
      implements ConferenceCommand {}

  /** Lets it go on. */
  record ResumeConference(ConferenceId conference, Envelope envelope)
      implements ConferenceCommand {}

  /** Ends it. */
  record CloseConference(ConferenceId conference, Envelope envelope) implements ConferenceCommand {}

  /** Sets the agenda, or another one; what was taken up already stays in it. */
  record SetAgenda(ConferenceId conference, List<AgendaItem> items, Envelope envelope)
      implements ConferenceCommand {}

  /** Takes up an item of the agenda; the one under way ends by it. */
  record BeginAgendaItem(ConferenceId conference, String item, Envelope envelope)
      implements ConferenceCommand {}

  /** Ends the item that is under way. */
  record EndAgendaItem(ConferenceId conference, Envelope envelope) implements ConferenceCommand {}

  /** Asks for the floor. Who asks first waits first. */
  record RequestFloor(ConferenceId conference, UnitId unit, Envelope envelope)
      implements ConferenceCommand {}

  /** Asks for it no more. */
  record WithdrawFloorRequest(ConferenceId conference, UnitId unit, Envelope envelope)
      implements ConferenceCommand {}

  /** Gives a unit the floor, whether it waits or not: whom, the chair decides. */
  record GiveFloor(ConferenceId conference, UnitId unit, Envelope envelope)
      implements ConferenceCommand {}

  /**
   * Ends the turn of whoever has the floor.
   *
   * @param takenBack whether the chair takes it back, rather than the unit having ended
   */
  record EndFloor(ConferenceId conference, boolean takenBack, Envelope envelope)
      implements ConferenceCommand {}

  /**
   * Approves the minutes from one side.
   *
   * @param draft the draft that they were made from, as it was read; nothing where without one
   */
  record ApproveMinutes(
      ConferenceId conference,
      FileId minutes,
      Signing signing,
      UnitId unit,
      @Nullable DraftName draft,
      Envelope envelope)
      implements ConferenceCommand {}

  /** Reopens minutes that both sides approved, so that they can be put right and approved anew. */
  record ReopenMinutes(ConferenceId conference, String reason, Envelope envelope)
      implements ConferenceCommand {}
}
