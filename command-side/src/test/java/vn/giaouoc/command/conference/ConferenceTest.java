package vn.giaouoc.command.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.Lived.BLOC;
import static vn.giaouoc.command.Lived.CYCLE;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;
import static vn.giaouoc.command.Lived.STRANGER;
import static vn.giaouoc.command.Lived.TODAY;
import static vn.giaouoc.command.Lived.by;
import static vn.giaouoc.command.Living.byTheBoard;
import static vn.giaouoc.command.Living.words;
import static vn.giaouoc.command.conference.ConferenceRejection.ALREADY_RESOLVED;
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
import static vn.giaouoc.command.conference.ConferenceRejection.GUESTS_DO_NOT_RESOLVE;
import static vn.giaouoc.command.conference.ConferenceRejection.LETTER_WITHOUT_MEMBER;
import static vn.giaouoc.command.conference.ConferenceRejection.MINUTES_ALREADY_APPROVED;
import static vn.giaouoc.command.conference.ConferenceRejection.MINUTES_APPROVED_TWICE;
import static vn.giaouoc.command.conference.ConferenceRejection.MINUTES_DIFFER;
import static vn.giaouoc.command.conference.ConferenceRejection.NOBODY_NAMED;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_ASSIGNED_TO_THIS_UNIT;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_A_MEMBER_THEN;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_LEADING_THE_BLOC;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_RUNNING_THE_CONFERENCE;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_THE_CHAIR;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_THE_SECRETARY;
import static vn.giaouoc.command.conference.ConferenceRejection.NO_CYCLE_NAMED;
import static vn.giaouoc.command.conference.ConferenceRejection.NO_SUCH_ASSIGNMENT;
import static vn.giaouoc.command.conference.ConferenceRejection.POLL_OF_ANOTHER_BLOC;
import static vn.giaouoc.command.conference.ConferenceRejection.UNIT_DOES_NOT_EXIST;
import static vn.giaouoc.command.conference.ConferenceRejection.VERSION_ALREADY_TABLED;
import static vn.giaouoc.command.file.FileRejection.FILE_NOT_KEPT;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_YOUR_UNIT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.RequestRejection;
import vn.giaouoc.command.conference.ConferenceCommand.AdjournConference;
import vn.giaouoc.command.conference.ConferenceCommand.ApproveMinutes;
import vn.giaouoc.command.conference.ConferenceCommand.CloseConference;
import vn.giaouoc.command.conference.ConferenceCommand.ConveneConference;
import vn.giaouoc.command.conference.ConferenceCommand.OpenConference;
import vn.giaouoc.command.conference.ConferenceCommand.PostponeConference;
import vn.giaouoc.command.conference.ConferenceCommand.RecordAttendance;
import vn.giaouoc.command.conference.ConferenceCommand.RecordEntry;
import vn.giaouoc.command.conference.ConferenceCommand.RecordPresiding;
import vn.giaouoc.command.conference.ConferenceCommand.RemindOfAssignment;
import vn.giaouoc.command.conference.ConferenceCommand.ReportFollowUp;
import vn.giaouoc.command.conference.ConferenceCommand.Resolve;
import vn.giaouoc.command.conference.ConferenceCommand.ResumeConference;
import vn.giaouoc.command.conference.ConferenceCommand.TablePaper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.AttendanceRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceAdjourned;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceClosed;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceConvened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceOpened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferencePostponed;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceResumed;
import vn.giaouoc.shared.conference.ConferenceEvent.DelegationPresented;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryKind;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.FollowUpReminded;
import vn.giaouoc.shared.conference.ConferenceEvent.FollowUpReported;
import vn.giaouoc.shared.conference.ConferenceEvent.MinutesApproved;
import vn.giaouoc.shared.conference.ConferenceEvent.PaperType;
import vn.giaouoc.shared.conference.ConferenceEvent.PresidingRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.PresidingReplaced;
import vn.giaouoc.shared.conference.ConferenceEvent.Resolved;
import vn.giaouoc.shared.conference.ConferenceEvent.Role;
import vn.giaouoc.shared.conference.ConferenceEvent.Signing;
import vn.giaouoc.shared.conference.ConferenceEvent.VersionTabled;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.CycleClosed;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.UnitDissolved;
import vn.giaouoc.shared.unit.UnitEvent.UnitMerged;
import vn.giaouoc.shared.unit.UnitId;

class ConferenceTest {

  private static final ConferenceId HALL = ConferenceId.of("kien-giang.khoi-4.2026.mid-year");
  private static final CycleId NEXT = CycleId.of("kien-giang.khoi-4.2027");
  private static final PollId POLL = PollId.of("kien-giang.khoi-4.2026.texts");
  private static final When PLANNED = When.of("2026-07-10T08:00");
  private static final When LATER = When.of("2026-07-17T08:00");
  private static final FileId FILE = FileId.of("aa11");
  private static final FileId OTHER = FileId.of("bb22");
  private static final FileId LOST = FileId.of("not-kept");
  private static final ConferenceConvened CONVENED =
      new ConferenceConvened(
          HALL,
          BLOC,
          List.of(CYCLE),
          ConferenceKind.MID_YEAR,
          "Hội nghị sơ kết",
          PLANNED,
          "Hội trường Sở Y tế");
  private static final ConferenceOpened OPENED = new ConferenceOpened(HALL);
  private static final ConferenceClosed CLOSED = new ConferenceClosed(HALL);
  private static final ConferenceAdjourned ADJOURNED =
      new ConferenceAdjourned(HALL, null, words("mất điện"));
  private static final Attendee DEPUTY_PRESIDES =
      new Attendee(Role.HOST, DEPUTY, null, "Phó Giám đốc");
  private static final Attendee LEADER_PRESIDES = new Attendee(Role.HOST, LEADER, null, "Giám đốc");
  private static final AttendanceRecorded SECRETARY = present(Role.SECRETARY, MEMBER);
  private static final EntryRecorded ASSIGNED =
      new EntryRecorded(
          HALL,
          EntryKind.ASSIGNMENT,
          LEADER,
          null,
          List.of(MEMBER),
          List.of(STRANGER),
          words("phối hợp rà soát"),
          "2026-08-31",
          null);

  private static AttendanceRecorded present(Role role, UnitId unit) {
    return new AttendanceRecorded(HALL, List.of(new Attendee(role, unit, null, null)), null);
  }

  private static Living convened() {
    return Lived.year().given(CONVENED);
  }

  private static Living open(Object... more) {
    return convened().given(OPENED).given(more);
  }

  private static ConveneConference convene(Envelope envelope, CycleId... cycles) {
    return new ConveneConference(
        HALL,
        BLOC,
        List.of(cycles),
        ConferenceKind.MID_YEAR,
        "Hội nghị sơ kết",
        PLANNED,
        "Hội trường Sở Y tế",
        envelope);
  }

  private static RecordAttendance attend(Role role, UnitId unit, Envelope envelope) {
    return new RecordAttendance(HALL, new Attendee(role, unit, null, null), null, envelope);
  }

  private static PollRecorded decided(PollId poll, BlocId bloc) {
    return new PollRecorded(
        poll,
        bloc,
        CYCLE,
        Lived.SIGNING,
        List.of(Subject.TEXTS),
        Contest.WHOLE_BLOC,
        List.of(Method.CONSENSUS),
        null,
        null,
        null,
        Counts.NOT_STATED,
        List.of());
  }

  @Test
  void the_leader_or_a_deputy_convenes_a_conference_and_nobody_else_does() {
    for (UnitId unit : List.of(LEADER, DEPUTY)) {
      Lived.year().when(convene(by(unit), CYCLE)).then(CONVENED);
    }
    for (UnitId unit : List.of(MEMBER, STRANGER)) {
      Lived.year().when(convene(by(unit), CYCLE)).refused(NOT_LEADING_THE_BLOC);
    }
  }

  @Test
  void a_past_leader_convenes_nothing() {
    Living handedOver =
        Lived.year()
            .givenOn(
                "2026-07-01", new LeadershipInstalled(BLOC, Term.year(2027), MEMBER, List.of()));
    handedOver.when(convene(by(LEADER), CYCLE)).refused(NOT_LEADING_THE_BLOC);
    handedOver.when(convene(by(MEMBER), CYCLE)).then(CONVENED);
  }

  @Test
  void the_board_convenes_where_nobody_is_in_office_yet_and_not_where_somebody_is() {
    Lived.year().when(convene(byTheBoard(TODAY), CYCLE)).refused(NOT_LEADING_THE_BLOC);
    BlocId young = BlocId.of("kien-giang.khoi-5");
    CycleId year = CycleId.of("kien-giang.khoi-5.2026");
    Lived.year()
        .given(
            new BlocEstablished(young, "Khối thi đua 5", "khối", null),
            new CycleOpened(year, young, 2026))
        .when(
            new ConveneConference(
                HALL,
                young,
                List.of(year),
                ConferenceKind.PREPARATORY,
                "Hội nghị trù bị",
                PLANNED,
                null,
                byTheBoard(TODAY)))
        .then(
            new ConferenceConvened(
                HALL,
                young,
                List.of(year),
                ConferenceKind.PREPARATORY,
                "Hội nghị trù bị",
                PLANNED,
                null));
  }

  @Test
  void a_conference_is_not_convened_twice_nor_one_that_a_paper_tells_of() {
    convened().when(convene(by(LEADER), CYCLE)).refused(CONFERENCE_ALREADY_CONVENED);
    Lived.year()
        .when(
            new ConveneConference(
                Lived.SIGNING,
                BLOC,
                List.of(CYCLE),
                ConferenceKind.PLEDGE,
                "Hội nghị",
                PLANNED,
                null,
                by(LEADER)))
        .refused(CONFERENCE_ALREADY_CONVENED);
  }

  @Test
  void a_conference_belongs_to_one_open_year_of_its_bloc_or_to_two_the_main_one_first() {
    Living both = Lived.year().given(new CycleOpened(NEXT, BLOC, 2027));
    both.when(convene(by(LEADER), CYCLE, NEXT));
    assertThat(both.appended())
        .singleElement()
        .isInstanceOfSatisfying(
            ConferenceConvened.class,
            event -> assertThat(event.cycles()).containsExactly(CYCLE, NEXT));

    Lived.year().when(convene(by(LEADER))).refused(NO_CYCLE_NAMED);
    Lived.year().when(convene(by(LEADER), CYCLE, CYCLE)).refused(NO_CYCLE_NAMED);
    Lived.year().when(convene(by(LEADER), CYCLE, NEXT)).refused(CYCLE_NOT_OPEN);
    Lived.year()
        .given(new CycleClosed(CYCLE, List.of()))
        .when(convene(by(LEADER), CYCLE))
        .refused(CYCLE_NOT_OPEN);
    BlocId others = BlocId.of("kien-giang.khoi-5");
    Lived.year()
        .given(new CycleOpened(NEXT, others, 2027))
        .when(convene(by(LEADER), NEXT))
        .refused(CYCLE_OF_ANOTHER_BLOC);
  }

  @Test
  void a_conference_of_a_bloc_that_is_not_there_is_not_convened() {
    Lived.year()
        .when(
            new ConveneConference(
                HALL,
                BlocId.of("kien-giang.khoi-9"),
                List.of(CYCLE),
                ConferenceKind.MID_YEAR,
                "Hội nghị",
                PLANNED,
                null,
                by(LEADER)))
        .refused(BLOC_NOT_ESTABLISHED);
  }

  @Test
  void it_is_postponed_until_it_opens_and_not_after() {
    PostponeConference postpone =
        new PostponeConference(HALL, LATER, null, "trùng lịch", by(DEPUTY));
    convened().when(postpone).then(new ConferencePostponed(HALL, LATER, null, words("trùng lịch")));
    open().when(postpone).refused(CONFERENCE_ALREADY_OPENED);
    convened()
        .when(new PostponeConference(HALL, LATER, null, "trùng lịch", by(MEMBER)))
        .refused(NOT_LEADING_THE_BLOC);
  }

  @Test
  void it_opens_once_by_whoever_leads_and_only_if_it_was_convened_and_its_year_goes_on() {
    convened().when(new OpenConference(HALL, by(LEADER))).then(OPENED);
    open().when(new OpenConference(HALL, by(LEADER))).refused(CONFERENCE_ALREADY_OPENED);
    convened().when(new OpenConference(HALL, by(MEMBER))).refused(NOT_LEADING_THE_BLOC);
    convened()
        .given(new CycleClosed(CYCLE, List.of()))
        .when(new OpenConference(HALL, by(LEADER)))
        .refused(CYCLE_NOT_OPEN);
    // one that is only told from a paper has no session
    Lived.year()
        .when(new OpenConference(Lived.SIGNING, by(LEADER)))
        .refused(CONFERENCE_NOT_CONVENED);
  }

  @Test
  void a_request_under_the_same_key_opens_it_once() {
    Map<String, String> key = Map.of(Commands.REQUEST, "key digest");
    Living opening = convened().when(new OpenConference(HALL, by(LEADER)), key).then(OPENED);
    opening.when(new OpenConference(HALL, by(LEADER)), key).then();
    assertThat(opening.version()).isEqualTo(1);
    opening
        .when(new CloseConference(HALL, by(LEADER)), Map.of(Commands.SEEN, 0))
        .refused(RequestRejection.STALE_VERSION);
  }

  @Test
  void a_member_notes_its_own_attendance_and_whoever_runs_it_notes_everybodys() {
    open().when(attend(Role.MEMBER, MEMBER, by(MEMBER))).then(present(Role.MEMBER, MEMBER));
    open().when(attend(Role.MEMBER, MEMBER, by(LEADER))).then(present(Role.MEMBER, MEMBER));
    open().when(attend(Role.GUEST, STRANGER, by(DEPUTY))).then(present(Role.GUEST, STRANGER));
    open(SECRETARY)
        .when(attend(Role.GUEST, STRANGER, by(MEMBER)))
        .then(present(Role.GUEST, STRANGER));
    open().when(attend(Role.SECRETARY, MEMBER, by(MEMBER))).refused(NOT_RUNNING_THE_CONFERENCE);
    open().when(attend(Role.MEMBER, LEADER, by(MEMBER))).refused(NOT_RUNNING_THE_CONFERENCE);
  }

  @Test
  void attendance_is_noted_from_the_opening_until_the_minutes_are_approved() {
    RecordAttendance late = attend(Role.MEMBER, MEMBER, by(MEMBER));
    convened().when(late).refused(CONFERENCE_NOT_OPENED);
    open(CLOSED).when(late).then(present(Role.MEMBER, MEMBER));
    open(
            CLOSED,
            new MinutesApproved(HALL, FILE, Signing.SECRETARY, MEMBER, null),
            new MinutesApproved(HALL, FILE, Signing.CHAIR, DEPUTY, null))
        .when(late)
        .refused(MINUTES_ALREADY_APPROVED);
    open(CLOSED, new MinutesApproved(HALL, FILE, Signing.SECRETARY, MEMBER, null))
        .when(late)
        .then(present(Role.MEMBER, MEMBER));
  }

  @Test
  void the_same_attendance_noted_again_changes_nothing() {
    open(present(Role.MEMBER, MEMBER)).when(attend(Role.MEMBER, MEMBER, by(LEADER))).then();
  }

  @Test
  void a_unit_that_has_left_does_not_attend_as_a_member_and_one_that_merged_not_at_all() {
    Lived.year()
        .givenOn("2026-07-09", new MemberReleased(BLOC, MEMBER))
        .given(CONVENED, OPENED)
        .when(attend(Role.MEMBER, MEMBER, by(LEADER)))
        .refused(NOT_A_MEMBER_THEN);
    Lived.year()
        .givenOn("2026-07-09", new MemberReleased(BLOC, MEMBER))
        .given(CONVENED, OPENED)
        .when(attend(Role.GUEST, MEMBER, by(LEADER)))
        .then(present(Role.GUEST, MEMBER));
    Lived.year()
        .givenOn("2026-07-09", new UnitMerged(STRANGER, LEADER, null))
        .given(CONVENED, OPENED)
        .when(attend(Role.GUEST, STRANGER, by(LEADER)))
        .refused(UNIT_DOES_NOT_EXIST);
    // who leaves after the conference was there
    Lived.year()
        .givenOn("2026-07-08", CONVENED, OPENED)
        .givenOn("2026-07-09", new MemberReleased(BLOC, MEMBER))
        .when(attend(Role.MEMBER, MEMBER, by(LEADER)))
        .then(present(Role.MEMBER, MEMBER));
  }

  @Test
  void somebody_who_attends_is_somebody() {
    open()
        .when(
            new RecordAttendance(
                HALL, new Attendee(Role.GUEST, null, null, null), null, by(LEADER)))
        .refused(NOBODY_NAMED);
    Attendee named = new Attendee(Role.GUEST, null, null, "Phó Trưởng ban");
    open()
        .when(new RecordAttendance(HALL, named, null, by(LEADER)))
        .then(new AttendanceRecorded(HALL, List.of(named), null));
  }

  @Test
  void a_member_sends_somebody_with_a_letter_that_is_kept_and_a_guest_needs_none() {
    PersonId person = new PersonId(new UUID(1, 2));
    Attendee sent = new Attendee(Role.MEMBER, MEMBER, person, "Trưởng phòng");
    open()
        .when(new RecordAttendance(HALL, sent, FILE, by(MEMBER)))
        .then(
            new AttendanceRecorded(HALL, List.of(sent), null),
            new DelegationPresented(HALL, MEMBER, person, FILE));
    open().when(new RecordAttendance(HALL, sent, LOST, by(MEMBER))).refused(FILE_NOT_KEPT);
    open()
        .when(
            new RecordAttendance(
                HALL, new Attendee(Role.GUEST, STRANGER, null, null), FILE, by(LEADER)))
        .refused(LETTER_WITHOUT_MEMBER);
  }

  @Test
  void several_preside_and_others_take_their_place_during_the_meeting() {
    List<Attendee> two = List.of(DEPUTY_PRESIDES, LEADER_PRESIDES);
    open().when(new RecordPresiding(HALL, two, by(LEADER))).then(new PresidingRecorded(HALL, two));
    Living presided = open(new PresidingRecorded(HALL, two));
    presided
        .when(new RecordPresiding(HALL, List.of(LEADER_PRESIDES), by(LEADER)))
        .then(new PresidingReplaced(HALL, List.of(LEADER_PRESIDES)));
    presided.when(new RecordPresiding(HALL, List.of(LEADER_PRESIDES), by(LEADER))).then();
    open().when(new RecordPresiding(HALL, List.of(), by(LEADER))).refused(NOBODY_NAMED);
    open()
        .when(
            new RecordPresiding(
                HALL, List.of(new Attendee(Role.HOST, null, null, "Chủ trì")), by(LEADER)))
        .refused(NOBODY_NAMED);
    open().when(new RecordPresiding(HALL, two, by(MEMBER))).refused(NOT_RUNNING_THE_CONFERENCE);
  }

  @Test
  void a_paper_is_tabled_while_the_conference_sits_once_in_each_version() {
    open().when(table("1", LEADER, Capacity.LEADER)).then(tabled("1", LEADER, Capacity.LEADER));
    open(tabled("1", LEADER, Capacity.LEADER))
        .when(table("2", DEPUTY, Capacity.DEPUTY))
        .then(tabled("2", DEPUTY, Capacity.DEPUTY));
    open(tabled("1", LEADER, Capacity.LEADER))
        .when(table("1", LEADER, Capacity.LEADER))
        .refused(VERSION_ALREADY_TABLED);
    convened().when(table("1", LEADER, Capacity.LEADER)).refused(CONFERENCE_NOT_OPENED);
    open(ADJOURNED).when(table("1", LEADER, Capacity.LEADER)).refused(CONFERENCE_ADJOURNED);
    open(CLOSED).when(table("1", LEADER, Capacity.LEADER)).refused(CONFERENCE_CLOSED);
  }

  @Test
  void whoever_presents_a_paper_holds_the_office_in_which_it_does() {
    open().when(table("1", DEPUTY, Capacity.LEADER)).refused(CAPACITY_NOT_HELD);
    open().when(table("1", MEMBER, Capacity.DEPUTY)).refused(CAPACITY_NOT_HELD);
    open().when(table("1", STRANGER, Capacity.MEMBER)).refused(CAPACITY_NOT_HELD);
    open().when(table("1", MEMBER, Capacity.MEMBER)).then(tabled("1", MEMBER, Capacity.MEMBER));
    open()
        .when(
            new TablePaper(
                HALL,
                PaperType.REPORT,
                "Báo cáo",
                "1",
                LOST,
                true,
                LEADER,
                Capacity.LEADER,
                by(LEADER)))
        .refused(FILE_NOT_KEPT);
  }

  private static TablePaper table(String version, UnitId unit, Capacity capacity) {
    return new TablePaper(
        HALL, PaperType.REPORT, "Báo cáo", version, FILE, true, unit, capacity, by(LEADER));
  }

  private static VersionTabled tabled(String version, UnitId unit, Capacity capacity) {
    return new VersionTabled(
        HALL, PaperType.REPORT, "Báo cáo", version, FILE, true, unit, capacity);
  }

  @Test
  void a_member_keeps_its_own_comment_and_only_whoever_runs_it_keeps_an_assignment() {
    open()
        .when(entry(EntryKind.COMMENT, MEMBER, List.of(), null, by(MEMBER)))
        .then(
            new EntryRecorded(
                HALL,
                EntryKind.COMMENT,
                MEMBER,
                null,
                List.of(),
                List.of(),
                words("lời"),
                null,
                null));
    open()
        .when(entry(EntryKind.COMMENT, LEADER, List.of(), null, by(MEMBER)))
        .refused(NOT_RUNNING_THE_CONFERENCE);
    open()
        .when(entry(EntryKind.ASSIGNMENT, MEMBER, List.of(MEMBER), null, by(MEMBER)))
        .refused(NOT_RUNNING_THE_CONFERENCE);
    open()
        .when(entry(EntryKind.ASSIGNMENT, LEADER, List.of(MEMBER), "2026-07-10", by(LEADER)))
        .then(
            new EntryRecorded(
                HALL,
                EntryKind.ASSIGNMENT,
                LEADER,
                null,
                List.of(MEMBER),
                List.of(),
                words("lời"),
                "2026-07-10",
                null));
  }

  @Test
  void an_assignment_goes_to_members_and_is_not_due_before_it_is_made() {
    open()
        .when(entry(EntryKind.ASSIGNMENT, LEADER, List.of(STRANGER), null, by(LEADER)))
        .refused(NOT_A_MEMBER_THEN);
    open()
        .when(entry(EntryKind.ASSIGNMENT, LEADER, List.of(MEMBER), "2026-07-09", by(LEADER)))
        .refused(DUE_BEFORE_THE_CONFERENCE);
    open()
        .when(
            entry(
                EntryKind.DIRECTION, UnitId.of("kien-giang.khong-co"), List.of(), null, by(LEADER)))
        .refused(UNIT_DOES_NOT_EXIST);
    convened()
        .when(entry(EntryKind.COMMENT, MEMBER, List.of(), null, by(MEMBER)))
        .refused(CONFERENCE_NOT_OPENED);
  }

  private static RecordEntry entry(
      EntryKind kind, UnitId from, List<UnitId> to, String due, Envelope envelope) {
    return new RecordEntry(
        HALL,
        kind,
        from,
        to,
        List.of(),
        "lời",
        due == null ? null : LocalDate.parse(due),
        null,
        envelope);
  }

  @Test
  void whoever_an_assignment_was_given_to_reports_until_it_is_done() {
    FollowUpReported going =
        new FollowUpReported(HALL, words("phối hợp rà soát"), MEMBER, false, words("đang làm"));
    FollowUpReported done =
        new FollowUpReported(HALL, words("phối hợp rà soát"), MEMBER, true, words("xong"));
    Living closed = open(ASSIGNED, CLOSED);
    closed.when(followUp(MEMBER, false, "đang làm", by(MEMBER))).then(going);
    closed.when(followUp(MEMBER, true, "xong", by(MEMBER))).then(done);
    closed.when(followUp(MEMBER, true, "xong", by(MEMBER))).refused(ASSIGNMENT_ALREADY_DONE);
  }

  @Test
  void nobody_reports_for_another_nor_on_what_was_not_assigned() {
    open(ASSIGNED).when(followUp(MEMBER, true, "xong", by(STRANGER))).refused(NOT_YOUR_UNIT);
    open(ASSIGNED)
        .when(followUp(STRANGER, true, "xong", by(STRANGER)))
        .refused(NOT_ASSIGNED_TO_THIS_UNIT);
    open().when(followUp(MEMBER, true, "xong", by(MEMBER))).refused(NO_SUCH_ASSIGNMENT);
    // the leader tells of it in its own name, as after a merger
    open(ASSIGNED)
        .when(followUp(LEADER, true, "xong", by(LEADER)))
        .then(new FollowUpReported(HALL, words("phối hợp rà soát"), LEADER, true, words("xong")));
  }

  @Test
  void whoever_has_not_done_what_was_assigned_is_reminded_and_nobody_else() {
    FollowUpReminded reminded =
        new FollowUpReminded(
            HALL, words("phối hợp rà soát"), LocalDate.of(2026, 8, 31), List.of(MEMBER));
    for (UnitId unit : List.of(LEADER, DEPUTY)) {
      open(ASSIGNED, CLOSED).when(remind(by(unit))).then(reminded);
    }
    open(ASSIGNED).when(remind(Envelope.firstHand(When.of(TODAY), Actor.SYSTEM))).then(reminded);
    open(ASSIGNED, SECRETARY).when(remind(by(MEMBER))).then(reminded);
    open(ASSIGNED).when(remind(by(MEMBER))).refused(NOT_RUNNING_THE_CONFERENCE);
    open(ASSIGNED).when(remind(by(STRANGER))).refused(NOT_RUNNING_THE_CONFERENCE);
    open(ASSIGNED, report(false)).when(remind(by(LEADER))).then(reminded);
    open(ASSIGNED, report(true)).when(remind(by(LEADER))).refused(ASSIGNMENT_ALREADY_DONE);
    open().when(remind(by(LEADER))).refused(NO_SUCH_ASSIGNMENT);
  }

  @Test
  void what_was_assigned_to_all_is_asked_of_all_who_are_members_now() {
    EntryRecorded toAll =
        new EntryRecorded(
            HALL,
            EntryKind.ASSIGNMENT,
            LEADER,
            null,
            List.of(),
            List.of(),
            words("phối hợp rà soát"),
            "quý III",
            null);
    open(toAll)
        .when(remind(by(LEADER)))
        .then(
            new FollowUpReminded(
                HALL, words("phối hợp rà soát"), null, List.of(DEPUTY, MEMBER, LEADER)));
    open(toAll, new MemberReleased(BLOC, MEMBER))
        .when(remind(by(LEADER)))
        .then(new FollowUpReminded(HALL, words("phối hợp rà soát"), null, List.of(DEPUTY, LEADER)));
    open(ASSIGNED, new MemberReleased(BLOC, MEMBER)).when(remind(by(LEADER))).then();
    open(ASSIGNED, new UnitDissolved(MEMBER, List.of(), null)).when(remind(by(LEADER))).then();
  }

  private static RemindOfAssignment remind(Envelope envelope) {
    return new RemindOfAssignment(HALL, words("phối hợp rà soát"), envelope);
  }

  private static FollowUpReported report(boolean done) {
    return new FollowUpReported(HALL, words("phối hợp rà soát"), MEMBER, done, words("báo cáo"));
  }

  private static ReportFollowUp followUp(
      UnitId unit, boolean done, String text, Envelope envelope) {
    return new ReportFollowUp(HALL, words("phối hợp rà soát"), unit, done, text, envelope);
  }

  @Test
  void it_resolves_on_a_decision_of_its_bloc_wherever_that_was_taken_and_once() {
    Resolve resolve = new Resolve(HALL, "thông qua", POLL, by(DEPUTY));
    Resolved resolved = new Resolved(HALL, words("thông qua"), POLL);
    open(decided(POLL, BLOC)).when(resolve).then(resolved);
    open(decided(POLL, BLOC), resolved).when(resolve).refused(ALREADY_RESOLVED);
    open(decided(POLL, BlocId.of("kien-giang.khoi-5"))).when(resolve).refused(POLL_OF_ANOTHER_BLOC);
    open().when(resolve).refused(POLL_OF_ANOTHER_BLOC);
  }

  @Test
  void it_resolves_only_while_it_sits() {
    Resolve resolve = new Resolve(HALL, "thông qua", POLL, by(LEADER));
    Lived.year().given(CONVENED, decided(POLL, BLOC)).when(resolve).refused(CONFERENCE_NOT_OPENED);
    open(decided(POLL, BLOC), ADJOURNED).when(resolve).refused(CONFERENCE_ADJOURNED);
    open(decided(POLL, BLOC), ADJOURNED, new ConferenceResumed(HALL))
        .when(resolve)
        .then(new Resolved(HALL, words("thông qua"), POLL));
    open(decided(POLL, BLOC), CLOSED).when(resolve).refused(CONFERENCE_CLOSED);
  }

  @Test
  void guests_and_mere_members_do_not_resolve() {
    open(decided(POLL, BLOC), present(Role.GUEST, STRANGER))
        .when(new Resolve(HALL, "thông qua", POLL, by(STRANGER)))
        .refused(GUESTS_DO_NOT_RESOLVE);
    open(decided(POLL, BLOC))
        .when(new Resolve(HALL, "thông qua", POLL, by(MEMBER)))
        .refused(NOT_RUNNING_THE_CONFERENCE);
    open(decided(POLL, BLOC), SECRETARY)
        .when(new Resolve(HALL, "thông qua", POLL, by(MEMBER)))
        .then(new Resolved(HALL, words("thông qua"), POLL));
  }

  @Test
  void it_is_adjourned_resumed_and_closed_in_this_order() {
    AdjournConference adjourn = new AdjournConference(HALL, null, "mất điện", by(LEADER));
    ResumeConference resume = new ResumeConference(HALL, by(LEADER));
    CloseConference close = new CloseConference(HALL, by(LEADER));
    open().when(adjourn).then(ADJOURNED);
    convened().when(adjourn).refused(CONFERENCE_NOT_OPENED);
    open(ADJOURNED).when(adjourn).refused(CONFERENCE_ADJOURNED);
    open(CLOSED).when(adjourn).refused(CONFERENCE_CLOSED);

    open(ADJOURNED).when(resume).then(new ConferenceResumed(HALL));
    open().when(resume).refused(CONFERENCE_NOT_ADJOURNED);
    convened().when(resume).refused(CONFERENCE_NOT_OPENED);
    open(CLOSED).when(resume).refused(CONFERENCE_CLOSED);

    open().when(close).then(CLOSED);
    open(CLOSED).when(close).refused(CONFERENCE_CLOSED);
    open(ADJOURNED).when(close).refused(CONFERENCE_ADJOURNED);
    convened().when(close).refused(CONFERENCE_NOT_OPENED);
    open().when(new CloseConference(HALL, by(MEMBER))).refused(NOT_RUNNING_THE_CONFERENCE);
  }

  @Test
  void secretary_and_chair_approve_the_same_minutes_when_it_has_ended() {
    Living over = ended();
    over.when(approve(Signing.SECRETARY, MEMBER, FILE))
        .then(new MinutesApproved(HALL, FILE, Signing.SECRETARY, MEMBER, null));
    over.when(approve(Signing.CHAIR, DEPUTY, OTHER)).refused(MINUTES_DIFFER);
    over.when(approve(Signing.SECRETARY, MEMBER, FILE)).refused(MINUTES_APPROVED_TWICE);
    // whoever approved first may approve another text as long as the other side has not
    over.when(approve(Signing.SECRETARY, MEMBER, OTHER))
        .then(new MinutesApproved(HALL, OTHER, Signing.SECRETARY, MEMBER, null));
    over.when(approve(Signing.CHAIR, DEPUTY, OTHER))
        .then(new MinutesApproved(HALL, OTHER, Signing.CHAIR, DEPUTY, null));
    over.when(approve(Signing.CHAIR, DEPUTY, FILE)).refused(MINUTES_ALREADY_APPROVED);
  }

  @Test
  void minutes_are_approved_by_those_who_kept_and_presided_and_not_before_the_end() {
    ended().when(approve(Signing.SECRETARY, DEPUTY, FILE)).refused(NOT_THE_SECRETARY);
    ended().when(approve(Signing.CHAIR, MEMBER, FILE)).refused(NOT_THE_CHAIR);
    ended().when(approve(Signing.CHAIR, DEPUTY, LOST)).refused(FILE_NOT_KEPT);
    ended()
        .when(new ApproveMinutes(HALL, FILE, Signing.CHAIR, DEPUTY, null, by(MEMBER)))
        .refused(NOT_YOUR_UNIT);
    open(SECRETARY).when(approve(Signing.SECRETARY, MEMBER, FILE)).refused(CONFERENCE_NOT_CLOSED);
  }

  private static Living ended() {
    return open(SECRETARY, new PresidingRecorded(HALL, List.of(DEPUTY_PRESIDES)), CLOSED);
  }

  private static ApproveMinutes approve(Signing signing, UnitId unit, FileId file) {
    return new ApproveMinutes(HALL, file, signing, unit, null, by(unit));
  }
}
