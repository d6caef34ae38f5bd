package vn.giaouoc.command.conference;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.conference.ConferenceCommand.AdjournConference;
import vn.giaouoc.command.conference.ConferenceCommand.ApproveMinutes;
import vn.giaouoc.command.conference.ConferenceCommand.BeginAgendaItem;
import vn.giaouoc.command.conference.ConferenceCommand.CloseConference;
import vn.giaouoc.command.conference.ConferenceCommand.ConveneConference;
import vn.giaouoc.command.conference.ConferenceCommand.EndAgendaItem;
import vn.giaouoc.command.conference.ConferenceCommand.EndFloor;
import vn.giaouoc.command.conference.ConferenceCommand.GiveFloor;
import vn.giaouoc.command.conference.ConferenceCommand.OpenConference;
import vn.giaouoc.command.conference.ConferenceCommand.PostponeConference;
import vn.giaouoc.command.conference.ConferenceCommand.RecordAttendance;
import vn.giaouoc.command.conference.ConferenceCommand.RecordEntry;
import vn.giaouoc.command.conference.ConferenceCommand.RecordPresiding;
import vn.giaouoc.command.conference.ConferenceCommand.RemindOfAssignment;
import vn.giaouoc.command.conference.ConferenceCommand.ReopenMinutes;
import vn.giaouoc.command.conference.ConferenceCommand.ReportFollowUp;
import vn.giaouoc.command.conference.ConferenceCommand.RequestFloor;
import vn.giaouoc.command.conference.ConferenceCommand.Resolve;
import vn.giaouoc.command.conference.ConferenceCommand.ResumeConference;
import vn.giaouoc.command.conference.ConferenceCommand.SetAgenda;
import vn.giaouoc.command.conference.ConferenceCommand.TablePaper;
import vn.giaouoc.command.conference.ConferenceCommand.WithdrawFloorRequest;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.conference.ConferenceEvent.AgendaItemBegun;
import vn.giaouoc.shared.conference.ConferenceEvent.AgendaItemEnded;
import vn.giaouoc.shared.conference.ConferenceEvent.AgendaSet;
import vn.giaouoc.shared.conference.ConferenceEvent.AttendanceRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceAdjourned;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceClosed;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceConvened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceHeld;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceOpened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferencePostponed;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceResumed;
import vn.giaouoc.shared.conference.ConferenceEvent.DelegationPresented;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.FloorEnded;
import vn.giaouoc.shared.conference.ConferenceEvent.FloorGiven;
import vn.giaouoc.shared.conference.ConferenceEvent.FloorRequestWithdrawn;
import vn.giaouoc.shared.conference.ConferenceEvent.FloorRequested;
import vn.giaouoc.shared.conference.ConferenceEvent.FollowUpReminded;
import vn.giaouoc.shared.conference.ConferenceEvent.FollowUpReported;
import vn.giaouoc.shared.conference.ConferenceEvent.MinutesApproved;
import vn.giaouoc.shared.conference.ConferenceEvent.MinutesReopened;
import vn.giaouoc.shared.conference.ConferenceEvent.PaperTabled;
import vn.giaouoc.shared.conference.ConferenceEvent.PresidingRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.PresidingReplaced;
import vn.giaouoc.shared.conference.ConferenceEvent.Resolved;
import vn.giaouoc.shared.conference.ConferenceEvent.VersionTabled;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.file.FileId;

/** What was asked of a conference. */
final class ConferenceAsked {

  private ConferenceAsked() {}

  /**
   * What was asked.
   *
   * @param attendees who is known to be there
   */
  static AskedFor of(ConferenceEvent event, Stored stored, Collection<Attendee> attendees) {
    ConferenceId conference = event.conference();
    Envelope act = stored.act();
    return switch (event) {
      case ConferenceConvened(
              _,
              var bloc,
              var cycles,
              var kind,
              var title,
              var planned,
              var place) ->
          AskedFor.by(
              new ConveneConference(conference, bloc, cycles, kind, title, planned, place, act));
      case ConferencePostponed(_, var planned, var place, var reason) ->
          AskedFor.by(new PostponeConference(conference, planned, place, reason.words(), act));
      case ConferenceOpened _ -> AskedFor.by(new OpenConference(conference, act));
      case AttendanceRecorded(_, var present, _) ->
          present.size() == 1
              ? AskedFor.by(
                  new RecordAttendance(
                      conference, present.getFirst(), letter(present.getFirst(), stored), act))
              : AskedFor.Not.RECORDED_LATER;
      // presented by somebody whose attendance was recorded before
      case DelegationPresented(_, var unit, var person, var letter) ->
          attendees.stream()
              .filter(each -> unit.equals(each.unit()) && Objects.equals(person, each.person()))
              .findFirst()
              .<AskedFor>map(
                  each -> AskedFor.by(new RecordAttendance(conference, each, letter, act)))
              .orElse(AskedFor.Not.COMES_WITH_ANOTHER);
      case PresidingRecorded(_, var presiding) ->
          AskedFor.by(new RecordPresiding(conference, presiding, act));
      case PresidingReplaced(_, var presiding) ->
          AskedFor.by(new RecordPresiding(conference, presiding, act));
      case VersionTabled(
              _,
              var type,
              var title,
              var version,
              var file,
              var draft,
              var presentedBy,
              var capacity) ->
          AskedFor.by(
              new TablePaper(
                  conference, type, title, version, file, draft, presentedBy, capacity, act));
      case EntryRecorded(_, var kind, var by, _, var to, var with, var text, var due, var item) ->
          AskedFor.by(
              new RecordEntry(
                  conference,
                  kind,
                  by,
                  to,
                  with,
                  text.words(),
                  due == null ? null : LocalDate.parse(due),
                  item,
                  act));
      case FollowUpReported(_, var assignment, var by, var done, var report) ->
          AskedFor.by(new ReportFollowUp(conference, assignment, by, done, report.words(), act));
      case FollowUpReminded(_, var assignment, _, _) ->
          AskedFor.by(new RemindOfAssignment(conference, assignment, act));
      case Resolved(_, var text, var decidedBy) ->
          AskedFor.by(new Resolve(conference, text.words(), decidedBy, act));
      case ConferenceAdjourned(_, var until, var reason) ->
          AskedFor.by(new AdjournConference(conference, until, reason.words(), act));
      case ConferenceResumed _ -> AskedFor.by(new ResumeConference(conference, act));
      case ConferenceClosed _ -> AskedFor.by(new CloseConference(conference, act));
      case AgendaSet(_, var items) -> AskedFor.by(new SetAgenda(conference, items, act));
      case AgendaItemBegun(_, var item) -> AskedFor.by(new BeginAgendaItem(conference, item, act));
      case AgendaItemEnded _ ->
          endsWith(stored, AgendaItemBegun.class, ConferenceClosed.class)
              ? AskedFor.Not.COMES_WITH_ANOTHER
              : AskedFor.by(new EndAgendaItem(conference, act));
      case FloorRequested(_, var unit) -> AskedFor.by(new RequestFloor(conference, unit, act));
      case FloorRequestWithdrawn(_, var unit) ->
          AskedFor.by(new WithdrawFloorRequest(conference, unit, act));
      case FloorGiven(_, var unit) -> AskedFor.by(new GiveFloor(conference, unit, act));
      case FloorEnded(_, var takenBack) ->
          !takenBack && endsWith(stored, ConferenceAdjourned.class, ConferenceClosed.class)
              ? AskedFor.Not.COMES_WITH_ANOTHER
              : AskedFor.by(new EndFloor(conference, takenBack, act));
      case MinutesApproved(_, var minutes, var signing, var unit, var draft) ->
          AskedFor.by(new ApproveMinutes(conference, minutes, signing, unit, draft, act));
      case MinutesReopened(_, var reason) ->
          AskedFor.by(new ReopenMinutes(conference, reason.words(), act));
      case ConferenceHeld _, PaperTabled _ -> AskedFor.Not.RECORDED_LATER;
    };
  }

  private static @Nullable FileId letter(Attendee attendee, Stored stored) {
    DelegationPresented delegation = stored.next(DelegationPresented.class);
    return delegation != null
            && delegation.unit().equals(attendee.unit())
            && Objects.equals(delegation.person(), attendee.person())
        ? delegation.letter()
        : null;
  }

  /** Whether what ends here ends with what comes next, such as the close of the conference. */
  @SafeVarargs
  private static boolean endsWith(Stored stored, Class<? extends ConferenceEvent>... types) {
    return stored.following().stream()
        .map(Stored.Following::event)
        .filter(event -> !(event instanceof AgendaItemEnded))
        .findFirst()
        .filter(event -> Stream.of(types).anyMatch(type -> type.isInstance(event)))
        .isPresent();
  }
}
