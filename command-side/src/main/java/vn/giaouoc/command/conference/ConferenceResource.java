package vn.giaouoc.command.conference;

import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.Answers.required;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.command.Commands;
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
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.AgendaItem;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.DraftName;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryKind;
import vn.giaouoc.shared.conference.ConferenceEvent.PaperType;
import vn.giaouoc.shared.conference.ConferenceEvent.Role;
import vn.giaouoc.shared.conference.ConferenceEvent.Signing;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** Takes commands about conferences. */
@RestController
@RequestMapping("/api/conferences")
class ConferenceResource {

  private final Commands commands;

  ConferenceResource(Commands commands) {
    this.commands = commands;
  }

  record Calling(
      @Nullable ConferenceId id,
      @Nullable BlocId bloc,
      @Nullable List<CycleId> cycles,
      @Nullable ConferenceKind kind,
      @Nullable String title,
      @Nullable When planned,
      @Nullable String place) {}

  record Postponement(@Nullable When planned, @Nullable String place, @Nullable String reason) {}

  /** When it took place; today where nothing is said. */
  record Moment(@Nullable When on) {}

  record Attending(
      @Nullable Role role,
      @Nullable UnitId unit,
      @Nullable PersonId person,
      @Nullable String capacity,
      @Nullable FileId letter) {

    private Attendee attendee() {
      return new Attendee(required(role, "role"), unit, person, capacity);
    }
  }

  record Presiding(@Nullable List<Attending> presiding) {}

  record Tabling(
      @Nullable PaperType type,
      @Nullable String title,
      @Nullable String version,
      @Nullable FileId file,
      @Nullable Boolean draft,
      @Nullable UnitId presentedBy,
      @Nullable Capacity capacity) {}

  record Entry(
      @Nullable EntryKind kind,
      @Nullable UnitId by,
      @Nullable List<UnitId> to,
      @Nullable List<UnitId> with,
      @Nullable String text,
      @Nullable LocalDate due,
      @Nullable String item) {}

  /** A follow-up; the assignment is named by what stands for its text. */
  record FollowUp(
      @Nullable String assignment,
      @Nullable UnitId by,
      @Nullable Boolean done,
      @Nullable String report) {}

  /** Of what is reminded: what stands for the text of the assignment. */
  record Reminder(@Nullable String assignment) {}

  record Resolution(@Nullable String text, @Nullable PollId decidedBy) {}

  record Adjournment(@Nullable When until, @Nullable String reason) {}

  record Agenda(@Nullable List<AgendaLine> items) {}

  record AgendaLine(@Nullable String key, @Nullable String title, @Nullable UnitId presentedBy) {

    private AgendaItem item() {
      return new AgendaItem(
          required(key, "items.key"), required(title, "items.title"), presentedBy);
    }
  }

  record AgendaStart(@Nullable String item) {}

  record FloorTurn(@Nullable UnitId unit) {}

  record TurnEnded(@Nullable Boolean takenBack) {}

  /** The draft that minutes were made from: the position and the digest that it was read with. */
  record Drafted(@Nullable Long position, @Nullable String digest) {

    private DraftName draft() {
      return new DraftName(required(position, "draft.position"), required(digest, "draft.digest"));
    }
  }

  record Minutes(
      @Nullable FileId minutes,
      @Nullable Signing signing,
      @Nullable UnitId unit,
      @Nullable Drafted draft) {}

  record MinutesReopening(@Nullable String reason) {}

  /** Calls a conference. */
  @PostMapping
  ResponseEntity<Void> convene(@RequestBody Calling body) {
    return commands.send(
        HttpStatus.CREATED,
        new ConveneConference(
            required(body.id(), "id"),
            required(body.bloc(), "bloc"),
            required(body.cycles(), "cycles"),
            required(body.kind(), "kind"),
            required(body.title(), "title"),
            required(body.planned(), "planned"),
            body.place(),
            commands.act(null)));
  }

  /** Puts it off. */
  @PostMapping("/{conference}/postponements")
  ResponseEntity<Void> postpone(
      @PathVariable ConferenceId conference,
      @RequestBody Postponement body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new PostponeConference(
            conference,
            required(body.planned(), "planned"),
            body.place(),
            required(body.reason(), "reason"),
            commands.act(null)),
        ifMatch);
  }

  /** Opens it. */
  @PostMapping("/{conference}/opening")
  ResponseEntity<Void> open(
      @PathVariable ConferenceId conference,
      @RequestBody Moment body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT, new OpenConference(conference, commands.act(body.on())), ifMatch);
  }

  /** Notes who attends. */
  @PostMapping("/{conference}/attendance")
  ResponseEntity<Void> attend(@PathVariable ConferenceId conference, @RequestBody Attending body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RecordAttendance(conference, body.attendee(), body.letter(), commands.act(null)));
  }

  /** Notes who presides, from now on. */
  @PostMapping("/{conference}/presiding")
  ResponseEntity<Void> preside(
      @PathVariable ConferenceId conference,
      @RequestBody Presiding body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RecordPresiding(
            conference,
            required(body.presiding(), "presiding").stream().map(Attending::attendee).toList(),
            commands.act(null)),
        ifMatch);
  }

  /** Tables a version of a paper. */
  @PostMapping("/{conference}/papers")
  ResponseEntity<Void> table(@PathVariable ConferenceId conference, @RequestBody Tabling body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new TablePaper(
            conference,
            required(body.type(), "type"),
            required(body.title(), "title"),
            required(body.version(), "version"),
            required(body.file(), "file"),
            required(body.draft(), "draft"),
            required(body.presentedBy(), "presentedBy"),
            required(body.capacity(), "capacity"),
            commands.act(null)));
  }

  /** Keeps what was said. */
  @PostMapping("/{conference}/entries")
  ResponseEntity<Void> enter(@PathVariable ConferenceId conference, @RequestBody Entry body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RecordEntry(
            conference,
            required(body.kind(), "kind"),
            body.by(),
            requireNonNullElse(body.to(), List.of()),
            requireNonNullElse(body.with(), List.of()),
            required(body.text(), "text"),
            body.due(),
            body.item(),
            commands.act(null)));
  }

  /** Reports what became of an assignment. */
  @PostMapping("/{conference}/follow-ups")
  ResponseEntity<Void> followUp(@PathVariable ConferenceId conference, @RequestBody FollowUp body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new ReportFollowUp(
            conference,
            new Words(required(body.assignment(), "assignment")),
            required(body.by(), "by"),
            required(body.done(), "done"),
            required(body.report(), "report"),
            commands.act(null)));
  }

  /** Reminds those to whom something was assigned that is not done yet, and nobody else. */
  @PostMapping("/{conference}/follow-up-reminders")
  ResponseEntity<Void> remind(@PathVariable ConferenceId conference, @RequestBody Reminder body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RemindOfAssignment(
            conference, new Words(required(body.assignment(), "assignment")), commands.act(null)));
  }

  /** Resolves on a decision. */
  @PostMapping("/{conference}/resolutions")
  ResponseEntity<Void> resolve(
      @PathVariable ConferenceId conference,
      @RequestBody Resolution body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new Resolve(
            conference,
            required(body.text(), "text"),
            required(body.decidedBy(), "decidedBy"),
            commands.act(null)),
        ifMatch);
  }

  /** Adjourns it. */
  @PostMapping("/{conference}/adjournments")
  ResponseEntity<Void> adjourn(
      @PathVariable ConferenceId conference,
      @RequestBody Adjournment body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new AdjournConference(
            conference, body.until(), required(body.reason(), "reason"), commands.act(null)),
        ifMatch);
  }

  /** Resumes it. */
  @PostMapping("/{conference}/resumptions")
  ResponseEntity<Void> resume(
      @PathVariable ConferenceId conference,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT, new ResumeConference(conference, commands.act(null)), ifMatch);
  }

  /** Closes it. */
  @PostMapping("/{conference}/closing")
  ResponseEntity<Void> close(
      @PathVariable ConferenceId conference,
      @RequestBody Moment body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT, new CloseConference(conference, commands.act(body.on())), ifMatch);
  }

  /** Approves its minutes from one side. */
  @PostMapping("/{conference}/minutes")
  ResponseEntity<Void> approve(
      @PathVariable ConferenceId conference,
      @RequestBody Minutes body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new ApproveMinutes(
            conference,
            required(body.minutes(), "minutes"),
            required(body.signing(), "signing"),
            required(body.unit(), "unit"),
            body.draft() == null ? null : body.draft().draft(),
            commands.act(null)),
        ifMatch);
  }

  /** Reopens approved minutes, so that they can be put right. */
  @PostMapping("/{conference}/minutes/reopening")
  ResponseEntity<Void> reopen(
      @PathVariable ConferenceId conference,
      @RequestBody MinutesReopening body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new ReopenMinutes(conference, required(body.reason(), "reason"), commands.act(null)),
        ifMatch);
  }

  /** Sets the agenda, in place of any before. */
  @PostMapping("/{conference}/agenda")
  ResponseEntity<Void> agenda(
      @PathVariable ConferenceId conference,
      @RequestBody Agenda body,
      @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new SetAgenda(
            conference,
            required(body.items(), "items").stream().map(AgendaLine::item).toList(),
            commands.act(null)),
        ifMatch);
  }

  /** Takes up an item of the agenda. */
  @PostMapping("/{conference}/agenda/beginnings")
  ResponseEntity<Void> begin(@PathVariable ConferenceId conference, @RequestBody AgendaStart body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new BeginAgendaItem(conference, required(body.item(), "item"), commands.act(null)));
  }

  /** Ends the item that is under way. */
  @PostMapping("/{conference}/agenda/endings")
  ResponseEntity<Void> endItem(@PathVariable ConferenceId conference) {
    return commands.send(HttpStatus.NO_CONTENT, new EndAgendaItem(conference, commands.act(null)));
  }

  /** Asks for the floor. */
  @PostMapping("/{conference}/floor/requests")
  ResponseEntity<Void> ask(@PathVariable ConferenceId conference, @RequestBody FloorTurn body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new RequestFloor(conference, required(body.unit(), "unit"), commands.act(null)));
  }

  /** Asks for it no more. */
  @PostMapping("/{conference}/floor/withdrawals")
  ResponseEntity<Void> askNoMore(
      @PathVariable ConferenceId conference, @RequestBody FloorTurn body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new WithdrawFloorRequest(conference, required(body.unit(), "unit"), commands.act(null)));
  }

  /** Gives a unit the floor. */
  @PostMapping("/{conference}/floor/turns")
  ResponseEntity<Void> give(@PathVariable ConferenceId conference, @RequestBody FloorTurn body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new GiveFloor(conference, required(body.unit(), "unit"), commands.act(null)));
  }

  /** Ends the turn of whoever has the floor, or takes it back. */
  @PostMapping("/{conference}/floor/endings")
  ResponseEntity<Void> endFloor(
      @PathVariable ConferenceId conference, @RequestBody TurnEnded body) {
    return commands.send(
        HttpStatus.NO_CONTENT,
        new EndFloor(conference, requireNonNullElse(body.takenBack(), false), commands.act(null)));
  }
}
