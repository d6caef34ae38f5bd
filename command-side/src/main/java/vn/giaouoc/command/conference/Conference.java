package vn.giaouoc.command.conference;

import static vn.giaouoc.command.conference.ConferenceRejection.AGENDA_ITEM_ALREADY_BEGUN;
import static vn.giaouoc.command.conference.ConferenceRejection.AGENDA_ITEM_UNDER_WAY;
import static vn.giaouoc.command.conference.ConferenceRejection.AGENDA_UNUSABLE;
import static vn.giaouoc.command.conference.ConferenceRejection.ALREADY_RESOLVED;
import static vn.giaouoc.command.conference.ConferenceRejection.ALREADY_WAITING;
import static vn.giaouoc.command.conference.ConferenceRejection.ASSIGNMENT_ALREADY_DONE;
import static vn.giaouoc.command.conference.ConferenceRejection.BLOC_NOT_ESTABLISHED;
import static vn.giaouoc.command.conference.ConferenceRejection.CAPACITY_NOT_HELD;
import static vn.giaouoc.command.conference.ConferenceRejection.CONFERENCE_ADJOURNED;
import static vn.giaouoc.command.conference.ConferenceRejection.CONFERENCE_ALREADY_CONVENED;
import static vn.giaouoc.command.conference.ConferenceRejection.CONFERENCE_ALREADY_OPENED;
import static vn.giaouoc.command.conference.ConferenceRejection.CONFERENCE_CLOSED;
import static vn.giaouoc.command.conference.ConferenceRejection.CONFERENCE_NOT_ADJOURNED;
import static vn.giaouoc.command.conference.ConferenceRejection.CONFERENCE_NOT_CLOSED;
import static vn.giaouoc.command.conference.ConferenceRejection.CONFERENCE_NOT_CONVENED;
import static vn.giaouoc.command.conference.ConferenceRejection.CONFERENCE_NOT_OPENED;
import static vn.giaouoc.command.conference.ConferenceRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.conference.ConferenceRejection.CYCLE_OF_ANOTHER_BLOC;
import static vn.giaouoc.command.conference.ConferenceRejection.DUE_BEFORE_THE_CONFERENCE;
import static vn.giaouoc.command.conference.ConferenceRejection.FLOOR_TAKEN;
import static vn.giaouoc.command.conference.ConferenceRejection.GUESTS_DO_NOT_RESOLVE;
import static vn.giaouoc.command.conference.ConferenceRejection.HAS_THE_FLOOR;
import static vn.giaouoc.command.conference.ConferenceRejection.LETTER_WITHOUT_MEMBER;
import static vn.giaouoc.command.conference.ConferenceRejection.MINUTES_ALREADY_APPROVED;
import static vn.giaouoc.command.conference.ConferenceRejection.MINUTES_APPROVED_TWICE;
import static vn.giaouoc.command.conference.ConferenceRejection.MINUTES_DIFFER;
import static vn.giaouoc.command.conference.ConferenceRejection.MINUTES_NOT_APPROVED;
import static vn.giaouoc.command.conference.ConferenceRejection.NOBODY_HAS_THE_FLOOR;
import static vn.giaouoc.command.conference.ConferenceRejection.NOBODY_NAMED;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_ASSIGNED_TO_THIS_UNIT;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_ATTENDING;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_A_DRAFT;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_A_MEMBER_THEN;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_CHAIRING;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_DECIDED;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_LEADING_THE_BLOC;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_RUNNING_THE_CONFERENCE;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_THE_CHAIR;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_THE_SECRETARY;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_WAITING;
import static vn.giaouoc.command.conference.ConferenceRejection.NO_AGENDA_ITEM_UNDER_WAY;
import static vn.giaouoc.command.conference.ConferenceRejection.NO_CYCLE_NAMED;
import static vn.giaouoc.command.conference.ConferenceRejection.NO_SUCH_AGENDA_ITEM;
import static vn.giaouoc.command.conference.ConferenceRejection.NO_SUCH_ASSIGNMENT;
import static vn.giaouoc.command.conference.ConferenceRejection.POLL_OF_ANOTHER_BLOC;
import static vn.giaouoc.command.conference.ConferenceRejection.UNIT_DOES_NOT_EXIST;
import static vn.giaouoc.command.conference.ConferenceRejection.VERSION_ALREADY_TABLED;
import static vn.giaouoc.command.file.FileRejection.FILE_NOT_KEPT;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Command;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
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
import vn.giaouoc.command.correction.Corrects;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.command.leadership.InOffice;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.unit.Body;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Slug;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.conference.ConferenceEvent.AgendaItem;
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
import vn.giaouoc.shared.conference.ConferenceEvent.DraftName;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryKind;
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
import vn.giaouoc.shared.conference.ConferenceEvent.Role;
import vn.giaouoc.shared.conference.ConferenceEvent.Signing;
import vn.giaouoc.shared.conference.ConferenceEvent.VersionTabled;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * A conference. It is convened, may be postponed until it opens, and sits until it closes, with
 * adjournments in between. Papers are tabled and resolutions taken while it sits; who was there and
 * what was said may be written down afterwards, until secretary and chair have approved the same
 * minutes. What it assigned is followed up for as long as it takes. One that was only told later
 * has no session of its own. While it sits, it goes through its agenda, and one unit at a time has
 * the floor.
 */
@AggregateRoot(type = "conference")
class Conference extends Recordable<ConferenceEvent> implements Meeting, Corrects {

  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private record Tabled(String title, String version) {}

  private @Nullable BlocId bloc;
  private List<CycleId> cycles = List.of();
  private boolean convened;
  private @Nullable LocalDate openedOn;
  private boolean closed;
  private int adjournments;
  private int resumptions;
  private final Set<Attendee> attendees = new LinkedHashSet<>();
  private final Set<DelegationPresented> delegations = new HashSet<>();
  private List<Attendee> presiding = List.of();
  private final Set<Tabled> tabled = new HashSet<>();
  private final Map<Words, EntryRecorded> assignments = new HashMap<>();
  private final Set<Words> done = new HashSet<>();
  private final Set<PollId> resolved = new HashSet<>();
  private final Map<Signing, FileId> minutes = new EnumMap<>(Signing.class);
  private final Hall hall = new Hall();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(ConveneConference command, Streams streams, Offices offices) {
    CONFERENCE_ALREADY_CONVENED.unless(bloc == null, command.stream());
    BLOC_NOT_ESTABLISHED.unless(offices.roll(command.bloc()).established(), command.bloc().slug());
    List<CycleId> named = command.cycles();
    NO_CYCLE_NAMED.unless(
        !named.isEmpty() && named.size() <= 2 && new HashSet<>(named).size() == named.size());
    for (CycleId cycle : named) {
      Year year = streams.peek(Year.class, cycle.stream());
      CYCLE_NOT_OPEN.unless(year.isOpen(), cycle.slug());
      CYCLE_OF_ANOTHER_BLOC.unless(command.bloc().equals(year.bloc()), cycle.slug());
    }
    mustLead(command, command.bloc(), offices);
    tell(
        new ConferenceConvened(
            command.conference(),
            command.bloc(),
            named,
            command.conferenceKind(),
            command.title(),
            command.planned(),
            command.place()),
        command);
    return version();
  }

  @CommandHandler
  long handle(PostponeConference command, Offices offices, Keeper keeper) {
    mustLead(command, convened(command), offices);
    CONFERENCE_ALREADY_OPENED.unless(openedOn == null, command.stream());
    tell(
        new ConferencePostponed(
            command.conference(),
            command.planned(),
            command.place(),
            keeper.words(command.reason())),
        command);
    return version();
  }

  @CommandHandler
  long handle(OpenConference command, Streams streams, Offices offices) {
    mustLead(command, convened(command), offices);
    CONFERENCE_ALREADY_OPENED.unless(openedOn == null, command.stream());
    CycleId main = cycles.getFirst();
    CYCLE_NOT_OPEN.unless(streams.peek(Year.class, main.stream()).isOpen(), main.slug());
    tell(new ConferenceOpened(command.conference()), command);
    return version();
  }

  @CommandHandler
  long handle(RecordAttendance command, Streams streams, Offices offices, Files files) {
    BlocId whose = convened(command);
    LocalDate day = notApproved(command);
    Attendee attendee = command.attendee();
    UnitId unit = attendee.unit();
    Actor actor = command.envelope().actor();
    boolean itself = attendee.role() == Role.MEMBER && unit != null && offices.actsFor(actor, unit);
    NOT_RUNNING_THE_CONFERENCE.unless(itself || isRunBy(actor, offices), command.stream());
    NOBODY_NAMED.unless(unit != null || attendee.person() != null || attendee.capacity() != null);
    if (attendee.role() == Role.MEMBER) {
      NOT_A_MEMBER_THEN.unless(
          unit != null && offices.roll(whose).membersOn(day).contains(unit),
          unit == null ? null : unit.slug());
    }
    mustExist(unit, day, streams);
    LETTER_WITHOUT_MEMBER.unless(command.letter() == null || attendee.role() == Role.MEMBER);
    FILE_NOT_KEPT.unless(
        command.letter() == null || files.has(command.letter()),
        command.letter() == null ? null : command.letter().slug());
    if (!attendees.contains(attendee)) {
      tell(new AttendanceRecorded(command.conference(), List.of(attendee), null), command);
    }
    if (command.letter() != null) {
      DelegationPresented delegation =
          new DelegationPresented(
              command.conference(),
              Objects.requireNonNull(unit),
              attendee.person(),
              command.letter());
      if (!delegations.contains(delegation)) {
        tell(delegation, command);
      }
    }
    return version();
  }

  @CommandHandler
  long handle(RecordPresiding command, Streams streams, Offices offices) {
    mustRun(command, offices);
    LocalDate day = notApproved(command);
    NOBODY_NAMED.unless(!command.presiding().isEmpty());
    for (Attendee chair : command.presiding()) {
      NOBODY_NAMED.unless(chair.unit() != null || chair.person() != null);
      mustExist(chair.unit(), day, streams);
    }
    if (presiding.isEmpty()) {
      tell(new PresidingRecorded(command.conference(), command.presiding()), command);
    } else if (!presiding.equals(command.presiding())) {
      tell(new PresidingReplaced(command.conference(), command.presiding()), command);
    }
    return version();
  }

  @CommandHandler
  long handle(TablePaper command, Offices offices, Files files) {
    BlocId whose = mustRun(command, offices);
    LocalDate day = sitting(command);
    InOffice inOffice = offices.inOffice(whose);
    UnitId unit = command.presentedBy();
    boolean holds =
        switch (command.capacity()) {
          case LEADER -> unit.equals(inOffice.leaderOn(day));
          case DEPUTY -> inOffice.deputiesOn(day).stream().map(Deputy::unit).anyMatch(unit::equals);
          case MEMBER -> offices.roll(whose).membersOn(day).contains(unit);
        };
    CAPACITY_NOT_HELD.unless(holds, unit.slug());
    VERSION_ALREADY_TABLED.unless(
        !tabled.contains(new Tabled(command.title(), command.version())), command.version());
    FILE_NOT_KEPT.unless(files.has(command.file()), command.file().slug());
    append(
        new VersionTabled(
            command.conference(),
            command.paperType(),
            command.title(),
            command.version(),
            command.file(),
            command.draft(),
            unit,
            command.capacity()),
        command.envelope().forAudience(command.draft() ? Audience.bloc(whose) : Audience.PUBLIC));
    return version();
  }

  @CommandHandler
  long handle(RecordEntry command, Streams streams, Offices offices, Keeper keeper) {
    BlocId whose = convened(command);
    LocalDate day = notApproved(command);
    Actor actor = command.envelope().actor();
    boolean itsOwn =
        isSaidByAnybody(command.entryKind())
            && command.by() != null
            && offices.actsFor(actor, command.by());
    NOT_RUNNING_THE_CONFERENCE.unless(itsOwn || isRunBy(actor, offices), command.stream());
    mustExist(command.by(), day, streams);
    command.with().forEach(unit -> mustExist(unit, day, streams));
    command.to().forEach(unit -> mustExist(unit, day, streams));
    if (command.entryKind() == EntryKind.ASSIGNMENT) {
      Set<UnitId> members = offices.roll(whose).membersOn(day);
      command.to().forEach(unit -> NOT_A_MEMBER_THEN.unless(members.contains(unit), unit.slug()));
    }
    LocalDate due = command.due();
    DUE_BEFORE_THE_CONFERENCE.unless(due == null || !due.isBefore(day));
    NO_SUCH_AGENDA_ITEM.unless(
        command.item() == null || hall.provides(command.item()), command.item());
    append(
        new EntryRecorded(
            command.conference(),
            command.entryKind(),
            command.by(),
            null,
            command.to(),
            command.with(),
            keeper.words(command.text()),
            due == null ? null : due.toString(),
            command.item() == null ? hall.underWay() : command.item()),
        command.envelope().forAudience(Audience.bloc(whose)));
    return version();
  }

  @CommandHandler
  long handle(ReportFollowUp command, Offices offices, Keeper keeper) {
    CONFERENCE_NOT_CONVENED.unless(bloc != null, command.stream());
    BlocId whose = Objects.requireNonNull(bloc);
    List<UnitId> to = assigned(command.assignment()).to();
    Actor actor = command.envelope().actor();
    offices.mustActFor(actor, command.by());
    NOT_ASSIGNED_TO_THIS_UNIT.unless(
        to.contains(command.by())
            || (to.isEmpty() && offices.belongs(actor, whose))
            || isRunBy(actor, offices),
        command.by().slug());
    ASSIGNMENT_ALREADY_DONE.unless(!done.contains(command.assignment()));
    append(
        new FollowUpReported(
            command.conference(),
            command.assignment(),
            command.by(),
            command.done(),
            keeper.words(command.report())),
        command.envelope().forAudience(Audience.bloc(whose)));
    return version();
  }

  @CommandHandler
  long handle(RemindOfAssignment command, Streams streams, Offices offices) {
    CONFERENCE_NOT_CONVENED.unless(bloc != null, command.stream());
    BlocId whose = Objects.requireNonNull(bloc);
    Actor actor = command.envelope().actor();
    NOT_RUNNING_THE_CONFERENCE.unless(
        Offices.isTheSystem(actor) || isRunBy(actor, offices), command.stream());
    EntryRecorded assignment = assigned(command.assignment());
    ASSIGNMENT_ALREADY_DONE.unless(!done.contains(command.assignment()));
    LocalDate today = offices.today();
    List<UnitId> undone =
        offices.roll(whose).membersOn(today).stream()
            .filter(unit -> assignment.to().isEmpty() || assignment.to().contains(unit))
            .filter(unit -> streams.peek(Body.class, unit.stream()).existsOn(today))
            .sorted(Comparator.comparing(UnitId::slug))
            .toList();
    if (!undone.isEmpty()) {
      append(
          new FollowUpReminded(
              command.conference(), command.assignment(), dueOf(assignment), undone),
          command.envelope().forAudience(Audience.bloc(whose)));
    }
    return version();
  }

  private EntryRecorded assigned(Words assignment) {
    EntryRecorded entry = assignments.get(assignment);
    NO_SUCH_ASSIGNMENT.unless(entry != null, assignment.words());
    return Objects.requireNonNull(entry);
  }

  /** By when it is due, where that is a day; papers write it in many ways. */
  private static @Nullable LocalDate dueOf(EntryRecorded assignment) {
    try {
      return assignment.due() == null ? null : LocalDate.parse(assignment.due());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  @CommandHandler
  long handle(Resolve command, Streams streams, Offices offices, Keeper keeper) {
    UnitId unit = command.envelope().actor().unit();
    GUESTS_DO_NOT_RESOLVE.unless(
        unit == null || !units(Role.GUEST).contains(unit) || present().contains(unit),
        unit == null ? null : unit.slug());
    BlocId whose = mustRun(command, offices);
    sitting(command);
    Decision decision = streams.peek(Decision.class, command.decidedBy().stream());
    POLL_OF_ANOTHER_BLOC.unless(whose.equals(decision.decidedIn()), command.decidedBy().slug());
    NOT_DECIDED.unless(decision.isDecided(), command.decidedBy().slug());
    ALREADY_RESOLVED.unless(!resolved.contains(command.decidedBy()), command.decidedBy().slug());
    tell(
        new Resolved(command.conference(), keeper.words(command.text()), command.decidedBy()),
        command);
    return version();
  }

  @CommandHandler
  long handle(AdjournConference command, Offices offices, Keeper keeper) {
    mustRun(command, offices);
    sitting(command);
    endFloor(command);
    tell(
        new ConferenceAdjourned(
            command.conference(), command.until(), keeper.words(command.reason())),
        command);
    return version();
  }

  @CommandHandler
  long handle(ResumeConference command, Offices offices) {
    mustRun(command, offices);
    CONFERENCE_NOT_OPENED.unless(openedOn != null, command.stream());
    CONFERENCE_CLOSED.unless(!closed, command.stream());
    CONFERENCE_NOT_ADJOURNED.unless(isAdjourned(), command.stream());
    tell(new ConferenceResumed(command.conference()), command);
    return version();
  }

  @CommandHandler
  long handle(CloseConference command, Offices offices) {
    mustRun(command, offices);
    sitting(command);
    endFloor(command);
    endItem(command);
    tell(new ConferenceClosed(command.conference()), command);
    return version();
  }

  @CommandHandler
  long handle(ApproveMinutes command, Offices offices, Files files) {
    convened(command);
    offices.mustActFor(command.envelope().actor(), command.unit());
    switch (command.signing()) {
      case SECRETARY ->
          NOT_THE_SECRETARY.unless(secretaries().contains(command.unit()), command.unit().slug());
      case CHAIR ->
          NOT_THE_CHAIR.unless(presiding().contains(command.unit()), command.unit().slug());
    }
    CONFERENCE_NOT_CLOSED.unless(closed, command.stream());
    MINUTES_ALREADY_APPROVED.unless(!minutesApproved(), command.stream());
    MINUTES_APPROVED_TWICE.unless(!command.minutes().equals(minutes.get(command.signing())));
    for (FileId other : minutes.values()) {
      // whoever approved first may approve another text; the other side may not
      MINUTES_DIFFER.unless(
          other.equals(command.minutes()) || minutes.containsKey(command.signing()), other.slug());
    }
    FILE_NOT_KEPT.unless(files.has(command.minutes()), command.minutes().slug());
    DraftName draft = command.draft();
    NOT_A_DRAFT.unless(
        draft == null || (draft.position() > 0 && DIGEST.matcher(draft.digest()).matches()));
    tell(
        new MinutesApproved(
            command.conference(), command.minutes(), command.signing(), command.unit(), draft),
        command);
    return version();
  }

  @CommandHandler
  long handle(ReopenMinutes command, Offices offices, Keeper keeper) {
    convened(command);
    mustChair(command, offices);
    MINUTES_NOT_APPROVED.unless(minutesApproved(), command.stream());
    tell(new MinutesReopened(command.conference(), keeper.words(command.reason())), command);
    return version();
  }

  @CommandHandler
  long handle(SetAgenda command, Streams streams, Offices offices) {
    mustRun(command, offices);
    CONFERENCE_CLOSED.unless(!closed, command.stream());
    List<AgendaItem> items = command.items();
    Set<String> keys = new HashSet<>();
    AGENDA_UNUSABLE.unless(
        !items.isEmpty()
            && items.stream()
                .allMatch(
                    item ->
                        Slug.isChosen(item.key())
                            && !item.title().isBlank()
                            && keys.add(item.key())));
    items.forEach(item -> mustExist(item.presentedBy(), offices.today(), streams));
    AGENDA_ITEM_ALREADY_BEGUN.unless(hall.keepsWhatWasBegun(items));
    if (!items.equals(hall.agenda())) {
      tellBloc(new AgendaSet(command.conference(), items), command);
    }
    return version();
  }

  @CommandHandler
  long handle(BeginAgendaItem command, Offices offices) {
    convened(command);
    mustChair(command, offices);
    sitting(command);
    NO_SUCH_AGENDA_ITEM.unless(hall.provides(command.item()), command.item());
    AGENDA_ITEM_UNDER_WAY.unless(!command.item().equals(hall.underWay()), command.item());
    endItem(command);
    tellBloc(new AgendaItemBegun(command.conference(), command.item()), command);
    return version();
  }

  @CommandHandler
  long handle(EndAgendaItem command, Offices offices) {
    convened(command);
    mustChair(command, offices);
    sitting(command);
    NO_AGENDA_ITEM_UNDER_WAY.unless(hall.underWay() != null, command.stream());
    endItem(command);
    return version();
  }

  @CommandHandler
  long handle(RequestFloor command, Offices offices) {
    convened(command);
    mustAskFor(command, command.unit(), offices);
    sitting(command);
    mustAttend(command.unit());
    ALREADY_WAITING.unless(!hall.waits(command.unit()), command.unit().slug());
    HAS_THE_FLOOR.unless(!command.unit().equals(hall.speaking()), command.unit().slug());
    tellBloc(new FloorRequested(command.conference(), command.unit()), command);
    return version();
  }

  @CommandHandler
  long handle(WithdrawFloorRequest command, Offices offices) {
    convened(command);
    mustAskFor(command, command.unit(), offices);
    CONFERENCE_CLOSED.unless(!closed, command.stream());
    NOT_WAITING.unless(hall.waits(command.unit()), command.unit().slug());
    tellBloc(new FloorRequestWithdrawn(command.conference(), command.unit()), command);
    return version();
  }

  @CommandHandler
  long handle(GiveFloor command, Offices offices) {
    convened(command);
    mustChair(command, offices);
    sitting(command);
    mustAttend(command.unit());
    HAS_THE_FLOOR.unless(!command.unit().equals(hall.speaking()), command.unit().slug());
    FLOOR_TAKEN.unless(hall.speaking() == null, command.stream());
    tellBloc(new FloorGiven(command.conference(), command.unit()), command);
    return version();
  }

  @CommandHandler
  long handle(EndFloor command, Offices offices) {
    convened(command);
    UnitId speaking = hall.speaking();
    Actor actor = command.envelope().actor();
    boolean itself = speaking != null && !command.takenBack() && offices.actsFor(actor, speaking);
    if (!itself) {
      mustChair(command, offices);
    }
    sitting(command);
    NOBODY_HAS_THE_FLOOR.unless(speaking != null, command.stream());
    tellBloc(new FloorEnded(command.conference(), command.takenBack()), command);
    return version();
  }

  /** Whoever speaks has ended when the conference stops. */
  private void endFloor(ConferenceCommand command) {
    if (hall.speaking() != null) {
      tellBloc(new FloorEnded(command.conference(), false), command);
    }
  }

  private void endItem(ConferenceCommand command) {
    if (hall.underWay() != null) {
      tellBloc(new AgendaItemEnded(command.conference()), command);
    }
  }

  private void tellBloc(ConferenceEvent event, Command command) {
    append(event, command.envelope().forAudience(Audience.bloc(Objects.requireNonNull(bloc))));
  }

  /** Whoever presides keeps order, or whoever runs the conference notes it for them. */
  private void mustChair(Command command, Offices offices) {
    Actor actor = command.envelope().actor();
    NOT_CHAIRING.unless(isRunBy(actor, offices) || isChairedBy(actor, offices), command.stream());
  }

  private void mustAskFor(Command command, UnitId unit, Offices offices) {
    if (!offices.actsFor(command.envelope().actor(), unit)) {
      mustChair(command, offices);
    }
  }

  private void mustAttend(UnitId unit) {
    NOT_ATTENDING.unless(
        attendees.stream().anyMatch(each -> unit.equals(each.unit())) || presiding().contains(unit),
        unit.slug());
  }

  @Override
  public @Nullable BlocId bloc() {
    return bloc;
  }

  @Override
  public List<CycleId> cycles() {
    return cycles;
  }

  @Override
  public @Nullable LocalDate openedOn() {
    return openedOn;
  }

  @Override
  public Map<Words, LocalDate> due() {
    Map<Words, LocalDate> due = new HashMap<>();
    assignments.forEach(
        (text, assignment) -> {
          LocalDate day = done.contains(text) ? null : dueOf(assignment);
          if (day != null) {
            due.put(text, day);
          }
        });
    return due;
  }

  @Override
  public boolean inSession() {
    return openedOn != null && !closed && !isAdjourned();
  }

  @Override
  public Set<UnitId> present() {
    return units(Role.MEMBER);
  }

  @Override
  public Set<UnitId> presiding() {
    Set<UnitId> units = new LinkedHashSet<>();
    for (Attendee chair : presiding) {
      if (chair.unit() != null) {
        units.add(chair.unit());
      }
    }
    return units;
  }

  @Override
  public Set<UnitId> secretaries() {
    return units(Role.SECRETARY);
  }

  private Set<UnitId> units(Role role) {
    Set<UnitId> units = new LinkedHashSet<>();
    for (Attendee attendee : attendees) {
      if (attendee.role() == role && attendee.unit() != null) {
        units.add(attendee.unit());
      }
    }
    return units;
  }

  private boolean isAdjourned() {
    return adjournments > resumptions;
  }

  private boolean minutesApproved() {
    return minutes.size() == Signing.values().length && new HashSet<>(minutes.values()).size() == 1;
  }

  /** The bloc of a conference that somebody convened. */
  private BlocId convened(Command command) {
    CONFERENCE_NOT_CONVENED.unless(convened, command.stream());
    return Objects.requireNonNull(bloc);
  }

  private static void mustLead(Command command, BlocId bloc, Offices offices) {
    NOT_LEADING_THE_BLOC.unless(
        Meeting.isLedBy(command.envelope().actor(), bloc, offices), bloc.slug());
  }

  private BlocId mustRun(Command command, Offices offices) {
    BlocId whose = convened(command);
    NOT_RUNNING_THE_CONFERENCE.unless(
        isRunBy(command.envelope().actor(), offices), command.stream());
    return whose;
  }

  /** The day of a conference that sits now. */
  private LocalDate sitting(Command command) {
    CONFERENCE_NOT_OPENED.unless(openedOn != null, command.stream());
    CONFERENCE_CLOSED.unless(!closed, command.stream());
    CONFERENCE_ADJOURNED.unless(!isAdjourned(), command.stream());
    return Objects.requireNonNull(openedOn);
  }

  /** The day of a conference of which may still be written down what happened. */
  private LocalDate notApproved(Command command) {
    CONFERENCE_NOT_OPENED.unless(openedOn != null, command.stream());
    MINUTES_ALREADY_APPROVED.unless(!minutesApproved(), command.stream());
    return Objects.requireNonNull(openedOn);
  }

  /** Whether a unit may say it for itself, whoever runs the conference. */
  private static boolean isSaidByAnybody(EntryKind kind) {
    return kind == EntryKind.COMMENT || kind == EntryKind.REQUEST;
  }

  private static void mustExist(@Nullable UnitId unit, LocalDate day, Streams streams) {
    if (unit != null) {
      UNIT_DOES_NOT_EXIST.unless(
          streams.peek(Body.class, unit.stream()).existsOn(day), unit.slug());
    }
  }

  @Override
  public boolean mayCorrect(Event fact, Actor actor, Offices offices) {
    if (minutesApproved()) {
      return false;
    }
    UnitId whose =
        switch (fact) {
          case AttendanceRecorded attendance
              when attendance.attendees().size() == 1
                  && attendance.attendees().getFirst().role() == Role.MEMBER ->
              attendance.attendees().getFirst().unit();
          case DelegationPresented delegation -> delegation.unit();
          case EntryRecorded entry when isSaidByAnybody(entry.entryKind()) -> entry.by();
          case FollowUpReported report -> report.by();
          case FloorRequested request -> request.unit();
          default -> null;
        };
    return isRunBy(actor, offices) || (whose != null && offices.actsFor(actor, whose));
  }

  @Override
  protected AskedFor asked(ConferenceEvent event, Stored stored) {
    return ConferenceAsked.of(event, stored, attendees);
  }

  @Override
  protected void reset() {
    bloc = null;
    cycles = List.of();
    convened = false;
    openedOn = null;
    closed = false;
    adjournments = 0;
    resumptions = 0;
    attendees.clear();
    delegations.clear();
    presiding = List.of();
    tabled.clear();
    assignments.clear();
    done.clear();
    resolved.clear();
    minutes.clear();
    hall.clear();
  }

  // No event undoes another, and the flags say in which state that leaves it: a session that is
  // dated back to the hour at which it took place sorts in among what was written down that day.
  @Override
  protected void evolve(ConferenceEvent event, Since since) {
    switch (event) {
      case ConferenceHeld held -> {
        if (!convened) {
          bloc = held.bloc();
          cycles = held.cycles();
        }
      }
      case ConferenceConvened called -> {
        bloc = called.bloc();
        cycles = called.cycles();
        convened = true;
      }
      case ConferencePostponed _ -> {}
      case ConferenceOpened _ -> openedOn = since.from().firstDay();
      case AttendanceRecorded attendance -> attendees.addAll(attendance.attendees());
      case DelegationPresented delegation -> delegations.add(delegation);
      case PresidingRecorded recorded -> {
        List<Attendee> all = new ArrayList<>(presiding);
        all.addAll(recorded.presiding());
        presiding = List.copyOf(all);
      }
      case PresidingReplaced replaced -> presiding = replaced.presiding();
      case PaperTabled _ -> {}
      case VersionTabled paper -> tabled.add(new Tabled(paper.title(), paper.version()));
      case EntryRecorded entry -> {
        if (entry.entryKind() == EntryKind.ASSIGNMENT) {
          assignments.put(entry.text(), entry);
        }
      }
      case FollowUpReported report -> {
        if (report.done()) {
          done.add(report.assignment());
        }
      }
      case FollowUpReminded _ -> {}
      case Resolved resolution -> resolved.add(resolution.decidedBy());
      case ConferenceAdjourned _ -> adjournments++;
      case ConferenceResumed _ -> resumptions++;
      case ConferenceClosed _ -> closed = true;
      case MinutesApproved(_, var text, var signing, _, _) -> minutes.put(signing, text);
      case MinutesReopened _ -> minutes.clear();
      case AgendaSet(_, var items) -> hall.set(items);
      case AgendaItemBegun(_, var item) -> hall.begin(item);
      case AgendaItemEnded _ -> hall.endItem();
      case FloorRequested(_, var unit) -> hall.ask(unit);
      case FloorRequestWithdrawn(_, var unit) -> hall.askNoMore(unit);
      case FloorGiven(_, var unit) -> hall.give(unit);
      case FloorEnded _ -> hall.endFloor();
    }
  }
}
