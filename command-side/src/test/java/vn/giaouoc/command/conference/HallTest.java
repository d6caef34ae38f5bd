package vn.giaouoc.command.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.Lived.BLOC;
import static vn.giaouoc.command.Lived.CYCLE;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;
import static vn.giaouoc.command.Lived.STRANGER;
import static vn.giaouoc.command.Lived.by;
import static vn.giaouoc.command.Living.words;
import static vn.giaouoc.command.conference.ConferenceRejection.AGENDA_ITEM_ALREADY_BEGUN;
import static vn.giaouoc.command.conference.ConferenceRejection.AGENDA_ITEM_UNDER_WAY;
import static vn.giaouoc.command.conference.ConferenceRejection.AGENDA_UNUSABLE;
import static vn.giaouoc.command.conference.ConferenceRejection.ALREADY_WAITING;
import static vn.giaouoc.command.conference.ConferenceRejection.CONFERENCE_ADJOURNED;
import static vn.giaouoc.command.conference.ConferenceRejection.CONFERENCE_CLOSED;
import static vn.giaouoc.command.conference.ConferenceRejection.CONFERENCE_NOT_CONVENED;
import static vn.giaouoc.command.conference.ConferenceRejection.CONFERENCE_NOT_OPENED;
import static vn.giaouoc.command.conference.ConferenceRejection.FLOOR_TAKEN;
import static vn.giaouoc.command.conference.ConferenceRejection.HAS_THE_FLOOR;
import static vn.giaouoc.command.conference.ConferenceRejection.MINUTES_ALREADY_APPROVED;
import static vn.giaouoc.command.conference.ConferenceRejection.MINUTES_NOT_APPROVED;
import static vn.giaouoc.command.conference.ConferenceRejection.NOBODY_HAS_THE_FLOOR;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_ATTENDING;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_A_DRAFT;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_CHAIRING;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_RUNNING_THE_CONFERENCE;
import static vn.giaouoc.command.conference.ConferenceRejection.NOT_WAITING;
import static vn.giaouoc.command.conference.ConferenceRejection.NO_AGENDA_ITEM_UNDER_WAY;
import static vn.giaouoc.command.conference.ConferenceRejection.NO_SUCH_AGENDA_ITEM;
import static vn.giaouoc.command.conference.ConferenceRejection.UNIT_DOES_NOT_EXIST;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.conference.ConferenceCommand.AdjournConference;
import vn.giaouoc.command.conference.ConferenceCommand.ApproveMinutes;
import vn.giaouoc.command.conference.ConferenceCommand.BeginAgendaItem;
import vn.giaouoc.command.conference.ConferenceCommand.CloseConference;
import vn.giaouoc.command.conference.ConferenceCommand.EndAgendaItem;
import vn.giaouoc.command.conference.ConferenceCommand.EndFloor;
import vn.giaouoc.command.conference.ConferenceCommand.GiveFloor;
import vn.giaouoc.command.conference.ConferenceCommand.RecordEntry;
import vn.giaouoc.command.conference.ConferenceCommand.ReopenMinutes;
import vn.giaouoc.command.conference.ConferenceCommand.RequestFloor;
import vn.giaouoc.command.conference.ConferenceCommand.SetAgenda;
import vn.giaouoc.command.conference.ConferenceCommand.WithdrawFloorRequest;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.conference.ConferenceEvent.AgendaItem;
import vn.giaouoc.shared.conference.ConferenceEvent.AgendaItemBegun;
import vn.giaouoc.shared.conference.ConferenceEvent.AgendaItemEnded;
import vn.giaouoc.shared.conference.ConferenceEvent.AgendaSet;
import vn.giaouoc.shared.conference.ConferenceEvent.AttendanceRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceAdjourned;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceClosed;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceConvened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceOpened;
import vn.giaouoc.shared.conference.ConferenceEvent.DraftName;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryKind;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.FloorEnded;
import vn.giaouoc.shared.conference.ConferenceEvent.FloorGiven;
import vn.giaouoc.shared.conference.ConferenceEvent.FloorRequestWithdrawn;
import vn.giaouoc.shared.conference.ConferenceEvent.FloorRequested;
import vn.giaouoc.shared.conference.ConferenceEvent.MinutesApproved;
import vn.giaouoc.shared.conference.ConferenceEvent.MinutesReopened;
import vn.giaouoc.shared.conference.ConferenceEvent.PresidingRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.Role;
import vn.giaouoc.shared.conference.ConferenceEvent.Signing;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** The agenda, the floor, and minutes that are put right: a conference while it sits, and after. */
class HallTest {

  private static final ConferenceId HALL = ConferenceId.of("kien-giang.khoi-4.2026.mid-year");
  private static final AgendaItem REPORT = new AgendaItem("bao-cao", "Báo cáo sơ kết", DEPUTY);
  private static final AgendaItem DEBATE = new AgendaItem("thao-luan", "Thảo luận", null);
  private static final AgendaSet AGENDA = new AgendaSet(HALL, List.of(REPORT, DEBATE));
  private static final AgendaItemBegun BEGUN = new AgendaItemBegun(HALL, "bao-cao");
  private static final FloorGiven SPEAKS = new FloorGiven(HALL, MEMBER);
  private static final ConferenceClosed CLOSED = new ConferenceClosed(HALL);
  private static final ConferenceAdjourned ADJOURNED =
      new ConferenceAdjourned(HALL, null, words("mất điện"));
  private static final FileId FILE = FileId.of("aa11");
  private static final DraftName DRAFT = new DraftName(41, "ab".repeat(32));
  private static final List<UnitId> UNITS = List.of(LEADER, DEPUTY, MEMBER);

  private static Living convened() {
    return Lived.year()
        .given(
            new ConferenceConvened(
                HALL,
                BLOC,
                List.of(CYCLE),
                ConferenceKind.MID_YEAR,
                "Hội nghị sơ kết",
                When.of("2026-07-10T08:00"),
                null));
  }

  private static Living open(Object... more) {
    return convened()
        .given(
            new ConferenceOpened(HALL),
            present(LEADER),
            present(MEMBER),
            new PresidingRecorded(HALL, List.of(new Attendee(Role.HOST, DEPUTY, null, null))))
        .given(more);
  }

  private static AttendanceRecorded present(UnitId unit) {
    return new AttendanceRecorded(HALL, List.of(new Attendee(Role.MEMBER, unit, null, null)), null);
  }

  private static SetAgenda agenda(Envelope envelope, AgendaItem... items) {
    return new SetAgenda(HALL, List.of(items), envelope);
  }

  private static BeginAgendaItem begin(String item, UnitId by) {
    return new BeginAgendaItem(HALL, item, by(by));
  }

  private static RequestFloor ask(UnitId unit, UnitId by) {
    return new RequestFloor(HALL, unit, by(by));
  }

  private static GiveFloor give(UnitId unit, UnitId by) {
    return new GiveFloor(HALL, unit, by(by));
  }

  private static EndFloor end(boolean takenBack, UnitId by) {
    return new EndFloor(HALL, takenBack, by(by));
  }

  @Test
  void who_runs_a_conference_sets_its_agenda_before_it_or_during_it_and_not_after() {
    convened().when(agenda(by(LEADER), REPORT, DEBATE)).then(AGENDA);
    open().when(agenda(by(DEPUTY), REPORT, DEBATE)).then(AGENDA);
    open(AGENDA).when(agenda(by(LEADER), REPORT, DEBATE)).then();
    open(AGENDA)
        .when(agenda(by(LEADER), DEBATE, REPORT))
        .then(new AgendaSet(HALL, List.of(DEBATE, REPORT)));
    open().when(agenda(by(MEMBER), REPORT)).refused(NOT_RUNNING_THE_CONFERENCE);
    open(CLOSED).when(agenda(by(LEADER), REPORT)).refused(CONFERENCE_CLOSED);
    // one of which only papers tell has no session
    Lived.year()
        .when(new SetAgenda(Lived.SIGNING, List.of(REPORT), by(LEADER)))
        .refused(CONFERENCE_NOT_CONVENED);
  }

  @Test
  void an_agenda_has_items_each_with_a_title_and_a_key_of_its_own() {
    open().when(agenda(by(LEADER))).refused(AGENDA_UNUSABLE);
    open().when(agenda(by(LEADER), REPORT, REPORT)).refused(AGENDA_UNUSABLE);
    open().when(agenda(by(LEADER), new AgendaItem("a", " ", null))).refused(AGENDA_UNUSABLE);
    open().when(agenda(by(LEADER), new AgendaItem("", "A", null))).refused(AGENDA_UNUSABLE);
    open().when(agenda(by(LEADER), new AgendaItem("Ông C", "A", null))).refused(AGENDA_UNUSABLE);
    open()
        .when(agenda(by(LEADER), new AgendaItem("a", "A", UnitId.of("nobody-knows"))))
        .refused(UNIT_DOES_NOT_EXIST);
  }

  @Test
  void what_was_taken_up_stays_in_the_agenda() {
    open(AGENDA, BEGUN).when(agenda(by(LEADER), DEBATE)).refused(AGENDA_ITEM_ALREADY_BEGUN);
    open(AGENDA, BEGUN).when(agenda(by(LEADER), REPORT)).then(new AgendaSet(HALL, List.of(REPORT)));
  }

  @Test
  void the_chair_takes_up_one_item_after_the_other() {
    for (UnitId unit : List.of(LEADER, DEPUTY)) {
      open(AGENDA).when(begin("bao-cao", unit)).then(BEGUN);
    }
    open(AGENDA, BEGUN)
        .when(begin("thao-luan", DEPUTY))
        .then(new AgendaItemEnded(HALL), new AgendaItemBegun(HALL, "thao-luan"));
    open(AGENDA, BEGUN).when(begin("bao-cao", DEPUTY)).refused(AGENDA_ITEM_UNDER_WAY);
    // what was ended may be taken up again
    open(AGENDA, BEGUN, new AgendaItemEnded(HALL)).when(begin("bao-cao", DEPUTY)).then(BEGUN);
    open(AGENDA).when(begin("khac", DEPUTY)).refused(NO_SUCH_AGENDA_ITEM);
    open(AGENDA).when(begin("bao-cao", MEMBER)).refused(NOT_CHAIRING);
    open(AGENDA, ADJOURNED).when(begin("bao-cao", LEADER)).refused(CONFERENCE_ADJOURNED);
    convened().given(AGENDA).when(begin("bao-cao", LEADER)).refused(CONFERENCE_NOT_OPENED);

    EndAgendaItem ended = new EndAgendaItem(HALL, by(DEPUTY));
    open(AGENDA, BEGUN).when(ended).then(new AgendaItemEnded(HALL));
    open(AGENDA).when(ended).refused(NO_AGENDA_ITEM_UNDER_WAY);
    open(AGENDA, BEGUN).when(new EndAgendaItem(HALL, by(MEMBER))).refused(NOT_CHAIRING);
  }

  @Test
  void a_unit_that_attends_asks_for_the_floor_itself_or_the_secretary_notes_its_hand() {
    FloorRequested asked = new FloorRequested(HALL, MEMBER);
    open().when(ask(MEMBER, MEMBER)).then(asked);
    open().when(ask(MEMBER, LEADER)).then(asked);
    open().when(ask(DEPUTY, DEPUTY)).then(new FloorRequested(HALL, DEPUTY));
    open().when(ask(MEMBER, STRANGER)).refused(NOT_CHAIRING);
    open().when(ask(STRANGER, STRANGER)).refused(NOT_ATTENDING);
    open(asked).when(ask(MEMBER, MEMBER)).refused(ALREADY_WAITING);
    open(SPEAKS).when(ask(MEMBER, MEMBER)).refused(HAS_THE_FLOOR);
    open(ADJOURNED).when(ask(MEMBER, MEMBER)).refused(CONFERENCE_ADJOURNED);
    open(CLOSED).when(ask(MEMBER, MEMBER)).refused(CONFERENCE_CLOSED);
    // whoever had its turn may ask again
    open(SPEAKS, new FloorEnded(HALL, false)).when(ask(MEMBER, MEMBER)).then(asked);
  }

  @Test
  void who_asked_may_ask_no_more() {
    WithdrawFloorRequest withdraw = new WithdrawFloorRequest(HALL, MEMBER, by(MEMBER));
    open(new FloorRequested(HALL, MEMBER))
        .when(withdraw)
        .then(new FloorRequestWithdrawn(HALL, MEMBER));
    open().when(withdraw).refused(NOT_WAITING);
    open(new FloorRequested(HALL, MEMBER), SPEAKS).when(withdraw).refused(NOT_WAITING);
    open(new FloorRequested(HALL, MEMBER))
        .when(new WithdrawFloorRequest(HALL, MEMBER, by(STRANGER)))
        .refused(NOT_CHAIRING);
  }

  @Test
  void the_chair_gives_the_floor_to_one_at_a_time_and_may_take_it_back() {
    open().when(give(MEMBER, DEPUTY)).then(SPEAKS);
    open().when(give(MEMBER, MEMBER)).refused(NOT_CHAIRING);
    open().when(give(STRANGER, DEPUTY)).refused(NOT_ATTENDING);
    open(SPEAKS).when(give(LEADER, DEPUTY)).refused(FLOOR_TAKEN);
    open(SPEAKS).when(give(MEMBER, DEPUTY)).refused(HAS_THE_FLOOR);
    convened().when(give(MEMBER, DEPUTY)).refused(CONFERENCE_NOT_OPENED);

    open(SPEAKS).when(end(true, DEPUTY)).then(new FloorEnded(HALL, true));
    open(SPEAKS).when(end(false, DEPUTY)).then(new FloorEnded(HALL, false));
    open(SPEAKS).when(end(false, MEMBER)).then(new FloorEnded(HALL, false));
    // nobody takes it back from itself, and nobody but the chair from another
    open(SPEAKS).when(end(true, MEMBER)).refused(NOT_CHAIRING);
    open(SPEAKS).when(end(false, STRANGER)).refused(NOT_CHAIRING);
    open().when(end(false, DEPUTY)).refused(NOBODY_HAS_THE_FLOOR);
  }

  @Test
  void whoever_speaks_has_ended_when_the_conference_stops() {
    open(AGENDA, BEGUN, SPEAKS)
        .when(new AdjournConference(HALL, null, "mất điện", by(LEADER)))
        .then(new FloorEnded(HALL, false), ADJOURNED);
    open(AGENDA, BEGUN, SPEAKS)
        .when(new CloseConference(HALL, by(LEADER)))
        .then(new FloorEnded(HALL, false), new AgendaItemEnded(HALL), CLOSED);
  }

  @Test
  void an_entry_belongs_to_the_item_under_way_unless_another_is_named() {
    open(AGENDA, BEGUN).when(entry(null)).then(entered("bao-cao"));
    open(AGENDA).when(entry(null)).then(entered(null));
    open(AGENDA, BEGUN, new AgendaItemEnded(HALL)).when(entry(null)).then(entered(null));
    // written down afterwards
    open(AGENDA, CLOSED).when(entry("thao-luan")).then(entered("thao-luan"));
    open(AGENDA).when(entry("khac")).refused(NO_SUCH_AGENDA_ITEM);
  }

  private static RecordEntry entry(String item) {
    return new RecordEntry(
        HALL, EntryKind.COMMENT, MEMBER, List.of(), List.of(), "ý kiến", null, item, by(MEMBER));
  }

  private static EntryRecorded entered(String item) {
    return new EntryRecorded(
        HALL, EntryKind.COMMENT, MEMBER, null, List.of(), List.of(), words("ý kiến"), null, item);
  }

  @Test
  void an_approval_remembers_the_draft_that_the_minutes_were_made_from() {
    open(CLOSED)
        .when(new ApproveMinutes(HALL, FILE, Signing.CHAIR, DEPUTY, DRAFT, by(DEPUTY)))
        .then(new MinutesApproved(HALL, FILE, Signing.CHAIR, DEPUTY, DRAFT));
    for (DraftName wrong : List.of(new DraftName(0, DRAFT.digest()), new DraftName(41, "ab"))) {
      open(CLOSED)
          .when(new ApproveMinutes(HALL, FILE, Signing.CHAIR, DEPUTY, wrong, by(DEPUTY)))
          .refused(NOT_A_DRAFT);
    }
  }

  @Test
  void approved_minutes_change_only_once_reopened_with_a_reason_and_are_approved_anew() {
    Object[] approved = {
      CLOSED,
      new AttendanceRecorded(HALL, List.of(new Attendee(Role.SECRETARY, MEMBER, null, null)), null),
      new MinutesApproved(HALL, FILE, Signing.SECRETARY, MEMBER, DRAFT),
      new MinutesApproved(HALL, FILE, Signing.CHAIR, DEPUTY, DRAFT)
    };
    MinutesReopened reopened = new MinutesReopened(HALL, words("sai tên đơn vị"));
    open(approved).when(entry("thao-luan")).refused(MINUTES_ALREADY_APPROVED);
    for (UnitId unit : List.of(LEADER, DEPUTY, MEMBER)) {
      open(approved).when(new ReopenMinutes(HALL, "sai tên đơn vị", by(unit))).then(reopened);
    }
    open(approved)
        .when(new ReopenMinutes(HALL, "sai tên đơn vị", by(STRANGER)))
        .refused(NOT_CHAIRING);
    open(CLOSED)
        .when(new ReopenMinutes(HALL, "sai tên đơn vị", by(LEADER)))
        .refused(MINUTES_NOT_APPROVED);
    open(approved).given(reopened).when(entry(null)).then(entered(null));
    open(approved)
        .given(reopened)
        .when(new ApproveMinutes(HALL, FILE, Signing.CHAIR, DEPUTY, DRAFT, by(DEPUTY)))
        .then(new MinutesApproved(HALL, FILE, Signing.CHAIR, DEPUTY, DRAFT));
  }

  /** Whatever is asked in whatever order: what is accepted keeps the floor in order. */
  @Property(tries = 60)
  void one_unit_speaks_at_most_none_waits_twice_and_who_asked_first_stays_first(
      @ForAll @Size(max = 30) List<@IntRange(max = 11) Integer> wishes) {
    Living living = open();
    UnitId speaking = null;
    List<UnitId> waiting = new ArrayList<>();
    for (int wish : wishes) {
      UnitId unit = UNITS.get(wish % 3);
      living.when(
          switch (wish / 3) {
            case 0 -> ask(unit, unit);
            case 1 -> new WithdrawFloorRequest(HALL, unit, by(unit));
            case 2 -> give(unit, DEPUTY);
            default -> end(false, unit);
          });
      for (Event event : living.appended()) {
        switch (event) {
          case FloorRequested asked -> {
            assertThat(waiting).doesNotContain(asked.unit());
            assertThat(asked.unit()).isNotEqualTo(speaking);
            waiting.add(asked.unit());
          }
          case FloorRequestWithdrawn withdrawn ->
              assertThat(waiting.remove(withdrawn.unit())).isTrue();
          case FloorGiven given -> {
            assertThat(speaking).isNull();
            speaking = given.unit();
            waiting.remove(given.unit());
          }
          case FloorEnded _ -> {
            assertThat(speaking).isNotNull();
            speaking = null;
          }
          default -> throw new AssertionError(event);
        }
      }
    }
    Hall hall = new Hall();
    for (Event event : living.stream(HALL.stream())) {
      switch (event) {
        case FloorRequested asked -> hall.ask(asked.unit());
        case FloorRequestWithdrawn withdrawn -> hall.askNoMore(withdrawn.unit());
        case FloorGiven given -> hall.give(given.unit());
        case FloorEnded _ -> hall.endFloor();
        default -> {}
      }
    }
    assertThat(hall.waiting()).isEqualTo(waiting);
    assertThat(hall.speaking()).isEqualTo(speaking);
  }
}
