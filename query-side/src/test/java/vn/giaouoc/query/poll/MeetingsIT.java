package vn.giaouoc.query.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.query.Vocabulary.BLOC;
import static vn.giaouoc.query.Vocabulary.CYCLE;
import static vn.giaouoc.query.Vocabulary.HEALTH;
import static vn.giaouoc.query.Vocabulary.SCIENCE;
import static vn.giaouoc.query.Vocabulary.TOURISM;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Tokens;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.complaint.ComplaintEvent;
import vn.giaouoc.shared.complaint.ComplaintEvent.About;
import vn.giaouoc.shared.complaint.ComplaintEvent.Handler;
import vn.giaouoc.shared.complaint.ComplaintId;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.Role;
import vn.giaouoc.shared.conference.ConferenceEvent.Signing;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.paper.PaperEvent;
import vn.giaouoc.shared.paper.PaperId;
import vn.giaouoc.shared.paper.PaperKind;
import vn.giaouoc.shared.paper.RegisterEvent;
import vn.giaouoc.shared.paper.RegisterId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.poll.Outcome;
import vn.giaouoc.shared.poll.PaperTally;
import vn.giaouoc.shared.poll.PollEvent;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.QuestionTally;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** What is read of conferences, polls, papers and complaints, and by whom. */
class MeetingsIT {

  private static final Tokens TOKENS = new Tokens();
  private static final ConferenceId HALL = ConferenceId.of("kien-giang.khoi-4.2019.hall");
  private static final PollId POLL = PollId.of("kien-giang.khoi-4.2019.suy-ton");
  private static final PollId OPEN = PollId.of("kien-giang.khoi-4.2019.con-mo");
  private static final PaperId REPORT = PaperId.of("kien-giang.khoi-4.2019.bao-cao");
  private static final PaperId DRAFT = PaperId.of("kien-giang.khoi-4.2019.du-thao");
  private static final RegisterId REGISTER = RegisterId.of(BLOC, 2019, PaperKind.BC);
  private static final ComplaintId COMPLAINT = ComplaintId.of("kien-giang.khoi-4.2019.kn");
  private static final ComplaintId DENUNCIATION = ComplaintId.of("kien-giang.khoi-4.2019.tc");
  private static final FileId FILE = FileId.of("aa11");
  private static final String DAY = "2020-02-05";
  private static final String LATER = "2020-02-06";

  private static Running running;
  private static Log log;

  @BeforeAll
  static void given() {
    TestDatabase database = TestDatabase.create();
    log = new Log(database);
    running = Running.withSettings(database, TOKENS.setting());
    for (UnitId unit : List.of(HEALTH, TOURISM, SCIENCE)) {
      log.happened(
          "2018-01-01",
          new UnitEvent.UnitRegistered(unit, "Sở " + unit.slug(), UnitKind.DEPARTMENT, null));
    }
    log.happened("2018-01-01", new BlocEvent.BlocEstablished(BLOC, "Khối thi đua 4", "khối", null));
    for (UnitId unit : List.of(HEALTH, TOURISM)) {
      log.happened("2018-01-01", new BlocEvent.MemberAdmitted(BLOC, unit));
    }
    log.happened(
        "2019-01-01",
        new LeadershipEvent.LeadershipInstalled(BLOC, Term.year(2019), HEALTH, List.of()));
    log.happened("2019-01-02", new CycleEvent.CycleOpened(CYCLE, BLOC, 2019));
    conference();
    polls();
    papers();
    complaints();
    running.caughtUp();
  }

  private static void conference() {
    log.happened(
        "2020-01-20",
        new ConferenceEvent.ConferenceConvened(
            HALL,
            BLOC,
            List.of(CYCLE),
            ConferenceEvent.ConferenceKind.YEAR_END,
            "Hội nghị tổng kết",
            When.of("2020-01-31T08:00"),
            "Hội trường"));
    log.happened(
        "2020-01-28",
        new ConferenceEvent.ConferencePostponed(
            HALL, When.of("2020-02-05T08:00"), null, new Words("putoff")));
    // closed by the day, opened by the hour: of the same day, and not in this order by the clock
    log.happened("2020-02-05T08:00", new ConferenceEvent.ConferenceOpened(HALL));
    log.happened(
        DAY,
        new ConferenceEvent.AttendanceRecorded(
            HALL, List.of(new Attendee(Role.MEMBER, HEALTH, null, null)), null));
    log.happened(DAY, new ConferenceEvent.DelegationPresented(HALL, TOURISM, null, FILE));
    log.happened(
        DAY,
        new ConferenceEvent.PresidingRecorded(
            HALL, List.of(new Attendee(Role.HOST, HEALTH, null, null))));
    log.happened(
        DAY,
        new ConferenceEvent.PresidingReplaced(
            HALL, List.of(new Attendee(Role.HOST, TOURISM, null, null))));
    log.happened(
        DAY,
        new ConferenceEvent.VersionTabled(
            HALL,
            ConferenceEvent.PaperType.REPORT,
            "Báo cáo",
            "2",
            FILE,
            false,
            HEALTH,
            Capacity.LEADER));
    log.happened(
        DAY,
        Audience.bloc(BLOC),
        new ConferenceEvent.EntryRecorded(
            HALL,
            ConferenceEvent.EntryKind.ASSIGNMENT,
            HEALTH,
            null,
            List.of(TOURISM),
            List.of(),
            new Words("todo"),
            "2020-03-01",
            null));
    hall();
    log.happened(DAY, new ConferenceEvent.ConferenceAdjourned(HALL, null, new Words("dark")));
    log.happened(DAY, new ConferenceEvent.ConferenceResumed(HALL));
    log.happened(DAY, new ConferenceEvent.ConferenceClosed(HALL));
    log.happened(
        LATER, new ConferenceEvent.MinutesApproved(HALL, FILE, Signing.SECRETARY, TOURISM, null));
    log.happened(
        LATER, new ConferenceEvent.MinutesApproved(HALL, FILE, Signing.CHAIR, TOURISM, null));
    log.happened(
        "2020-02-20",
        Audience.bloc(BLOC),
        new ConferenceEvent.FollowUpReported(
            HALL, new Words("todo"), TOURISM, true, new Words("done")));
  }

  private static void hall() {
    for (ConferenceEvent event :
        List.of(
            new ConferenceEvent.AgendaSet(
                HALL,
                List.of(
                    new ConferenceEvent.AgendaItem("1", "Báo cáo", HEALTH),
                    new ConferenceEvent.AgendaItem("2", "Suy tôn", null))),
            new ConferenceEvent.AgendaItemBegun(HALL, "1"),
            new ConferenceEvent.FloorRequested(HALL, TOURISM),
            new ConferenceEvent.FloorRequested(HALL, HEALTH),
            new ConferenceEvent.FloorGiven(HALL, TOURISM),
            new ConferenceEvent.AgendaItemEnded(HALL),
            new ConferenceEvent.AgendaItemBegun(HALL, "2"))) {
      log.happened(DAY, Audience.bloc(BLOC), event);
    }
  }

  private static PollEvent.PollCalled called(PollId poll) {
    return new PollEvent.PollCalled(
        poll,
        BLOC,
        CYCLE,
        HALL,
        List.of(
            new Question(
                "1",
                List.of(Subject.RANKING),
                Contest.WHOLE_BLOC,
                new Words("question"),
                Question.Form.CHOOSE,
                List.of(
                    new Question.Option("a", HEALTH, null),
                    new Question.Option("b", TOURISM, null)),
                1,
                1,
                Threshold.MORE_THAN_HALF,
                null,
                List.of())),
        Method.BALLOT,
        List.of(HEALTH, TOURISM),
        List.of(),
        null,
        null,
        List.of(),
        null,
        true,
        1,
        null);
  }

  private static void polls() {
    PaperTally tally =
        new PaperTally(
            2,
            2,
            List.of(
                new QuestionTally(
                    "1",
                    2,
                    0,
                    List.of(new Votes("a", 2, null, null), new Votes("b", 0, null, null)))));
    for (PollId poll : List.of(POLL, OPEN)) {
      log.happened(DAY, called(poll));
      log.happened(
          DAY,
          new PollEvent.PollOpened(
              poll, List.of(HEALTH, TOURISM), List.of(), null, List.of(), List.of()));
      log.happened(DAY, Audience.tellers(poll), new PollEvent.TallyRecorded(poll, tally, HEALTH));
    }
    log.happened(DAY, Audience.tellers(POLL), new PollEvent.TallyCertified(POLL, tally, TOURISM));
    log.happened(
        DAY,
        new PollEvent.PollClosed(
            POLL,
            BLOC,
            CYCLE,
            HALL,
            List.of(Method.BALLOT),
            List.of(HEALTH, TOURISM),
            List.of(
                new PollEvent.Decided(
                    "1",
                    List.of(Subject.RANKING),
                    Contest.WHOLE_BLOC,
                    new PollEvent.Counts(2, 2, 2, 0),
                    Outcome.counted(
                            tally.questions().getFirst().votes(), Threshold.MORE_THAN_HALF, 2, 1)
                        .of(List.of(HEALTH))))));
    log.happened(DAY, new ConferenceEvent.Resolved(HALL, new Words("resolution"), POLL));
  }

  private static void papers() {
    log.happened(
        LATER,
        Audience.leadership(BLOC),
        new PaperEvent.PaperDrafted(REPORT, BLOC, 2019, PaperKind.BC, "Báo cáo", FILE));
    log.happened(
        LATER,
        Audience.leadership(BLOC),
        new PaperEvent.PaperDrafted(DRAFT, BLOC, 2019, PaperKind.BC, "Dự thảo", FILE));
    int number = 0;
    for (PaperId paper : List.of(DRAFT, REPORT)) {
      String symbol = PaperKind.BC.symbol(++number, "KTĐ4");
      log.happened(
          LATER,
          new RegisterEvent.NumberAllotted(
              REGISTER, BLOC, 2019, PaperKind.BC, number, symbol, paper));
      log.happened(LATER, new PaperEvent.NumberAssigned(paper, REGISTER, number, symbol));
    }
    log.happened(
        LATER, new RegisterEvent.NumberCancelled(REGISTER, 1, DRAFT, new Words("mistake")));
    log.happened(LATER, new PaperEvent.NumberVoided(DRAFT, REGISTER, 1, new Words("mistake")));
    log.happened(
        LATER,
        new PaperEvent.PaperSigned(
            REPORT,
            PaperEvent.SigningCapacity.TM,
            PaperEvent.Form.PAPER,
            new PersonId(new UUID(1, 2)),
            HEALTH));
    log.happened(
        LATER,
        new PaperEvent.PaperIssued(
            REPORT, BLOC, 2019, PaperKind.BC, "02/BC-KTĐ4", "Báo cáo", FILE, List.of()));
    log.happened(LATER, new PaperEvent.PaperSent(REPORT, List.of(SCIENCE)));
    log.happened(LATER, new PaperEvent.ReceiptRecorded(REPORT, SCIENCE));
  }

  private static void complaints() {
    About about = new About(CYCLE.stream(), 0);
    log.happened(
        LATER,
        Audience.bloc(BLOC),
        new ComplaintEvent.ComplaintLodged(
            COMPLAINT, BLOC, about, TOURISM, HEALTH, Handler.BOARD, new Words("wrong")));
    log.happened(LATER, Audience.bloc(BLOC), new ComplaintEvent.ComplaintAccepted(COMPLAINT));
    log.happened(
        LATER,
        Audience.BOARD,
        new ComplaintEvent.ComplaintLodged(
            DENUNCIATION, BLOC, about, null, HEALTH, Handler.BOARD, new Words("forged")));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void the_record_of_a_conference_tells_its_session_and_what_it_decided() {
    JsonNode all = read("/api/conferences/" + HALL.slug(), TOKENS.of(TOURISM));
    assertThat(all.at("/title").asString()).isEqualTo("Hội nghị tổng kết");
    JsonNode session = all.at("/session");
    assertThat(session.at("/state").asString()).isEqualTo("minutes-approved");
    assertThat(session.at("/planned").asString()).isEqualTo("2020-02-05T08:00");
    assertThat(session.at("/opened/on").asString()).isEqualTo("2020-02-05T08:00");
    assertThat(session.at("/postponements").size()).isEqualTo(1);
    assertThat(session.at("/adjournments").size()).isEqualTo(1);
    assertThat(session.at("/followUps/0/done").asBoolean()).isTrue();
    assertThat(session.at("/resolutions/0/decidedBy").asString()).isEqualTo(POLL.slug());
    assertThat(session.at("/presidedBefore/0/unit").asString()).isEqualTo(HEALTH.slug());
    assertThat(all.at("/presiding").size()).isEqualTo(1);
    assertThat(all.at("/presiding/0/unit").asString()).isEqualTo(TOURISM.slug());
    assertThat(all.at("/papers/0/version").asString()).isEqualTo("2");
    assertThat(all.at("/decisions/0/state").asString()).isEqualTo("closed");
    assertThat(all.at("/decisions/0/counts/issued").asInt()).isEqualTo(2);
    assertThat(all.at("/decisions/0/chosen/0").asString()).isEqualTo(HEALTH.slug());
    assertThat(all.at("/decisions/1/state").asString()).isEqualTo("called");
    assertThat(all.at("/entries").size()).isEqualTo(1);
  }

  @Test
  void what_was_said_in_a_conference_is_for_its_bloc() {
    JsonNode all = read("/api/conferences/" + HALL.slug(), null);
    assertThat(all.at("/entries").isEmpty()).isTrue();
    assertThat(all.at("/session/followUps").isEmpty()).isTrue();
    assertThat(all.at("/session/resolutions").size()).isEqualTo(1);
  }

  @Test
  void who_has_the_floor_and_who_waits_is_read_as_of_any_moment_by_the_bloc() {
    String path = "/api/conferences/" + HALL.slug();
    JsonNode over = read(path, TOKENS.of(TOURISM)).at("/session/hall");
    assertThat(over.has("speaking")).as("it has ended").isFalse();
    assertThat(over.at("/waiting").isEmpty()).isTrue();
    assertThat(over.at("/agenda").findValuesAsString("state")).containsExactly("done", "done");
    long given = positionOf("conference.FloorGiven");
    JsonNode then = read(path + "?asOf=" + given, TOKENS.of(TOURISM)).at("/session/hall");
    assertThat(then.at("/speaking").asString()).isEqualTo(TOURISM.slug());
    assertThat(then.at("/waiting").size()).isEqualTo(1);
    assertThat(then.at("/waiting/0").asString()).isEqualTo(HEALTH.slug());
    assertThat(then.at("/agenda").findValuesAsString("state"))
        .containsExactly("under-way", "planned");
    JsonNode before = read(path + "?asOf=" + (given - 1), TOKENS.of(TOURISM)).at("/session/hall");
    assertThat(before.at("/waiting/0").asString()).isEqualTo(TOURISM.slug());
    JsonNode outside = read(path + "?asOf=" + given, TOKENS.of(SCIENCE)).at("/session/hall");
    assertThat(outside.has("speaking")).isFalse();
    assertThat(outside.at("/agenda").isEmpty()).isTrue();
  }

  /** What a screen in the hall follows. */
  private static long positionOf(String type) {
    for (JsonNode entry : read("/api/journal?limit=1000", TOKENS.of(TOURISM)).at("/entries")) {
      if (entry.at("/type").asString().equals(type)) {
        return entry.at("/position").asLong();
      }
    }
    throw new AssertionError("no " + type);
  }

  @Test
  void the_minutes_are_drafted_from_what_the_reader_may_see() {
    String path = "/api/conferences/" + HALL.slug() + "/minutes";
    JsonNode draft = read(path, TOKENS.of(TOURISM));
    String text = draft.at("/paper").toString();
    assertThat(text)
        .contains("08 giờ 00 phút, ngày 05 tháng 02 năm 2020")
        .contains("có mặt: 01/02")
        .contains("vắng mặt: 01: Sở " + TOURISM.slug())
        .contains("Nội dung: Báo cáo")
        .contains("phiên bản 2")
        .contains("giao nhiệm vụ đối với Sở " + TOURISM.slug())
        .contains("thời hạn: 01/03/2020")
        .contains("Cần 2 trên 2 đơn vị có quyền biểu quyết; Sở " + HEALTH.slug() + " được 2")
        .contains("Chưa công bố kết quả");
    assertThat(draft.at("/draft/digest").asString()).hasSize(64);
    assertThat(draft.at("/approved").size()).isEqualTo(2);
    assertThat(draft.has("changedSince")).as("approved without a draft").isFalse();
    assertThat(read(path, null).at("/paper").toString())
        .doesNotContain("giao nhiệm vụ")
        .doesNotContain("Nội dung: Báo cáo")
        .contains("phiên bản 2");
    assertThat(read(path, TOKENS.of(HEALTH)).at("/draft/digest"))
        .as("the same to all members")
        .isEqualTo(draft.at("/draft/digest"));
  }

  @Test
  void the_record_of_a_count_is_there_once_it_is_announced_and_not_before() {
    JsonNode record = read("/api/polls/" + POLL.slug() + "/record", null);
    assertThat(record.at("/paper/type").asString()).isEqualTo("BIÊN BẢN KIỂM PHIẾU");
    assertThat(record.toString())
        .contains("bỏ phiếu kín")
        .contains("Ban kiểm phiếu: Sở " + HEALTH.slug())
        .contains("Số phiếu phát ra: 02; thu về: 02; hợp lệ: 02; không hợp lệ: 00")
        .contains("100,00%")
        .contains("Hội trường");
    for (String token : new String[] {null, TOKENS.of(TOURISM), TOKENS.of(null, "auditor")}) {
      HttpResponse<String> response = get("/api/polls/" + OPEN.slug() + "/record", token);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(404);
    }
    HttpResponse<String> page = get("/api/polls/" + POLL.slug() + "/record?format=html", null);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(page.body()).contains("margin: 20mm 20mm 20mm 30mm").contains("KIỂM PHIẾU");
    assertThat(get("/api/polls/" + POLL.slug() + "/record?format=docx", null).statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_conference_that_is_convened_is_in_its_year() {
    JsonNode year = read("/api/cycles/" + CYCLE.slug(), null);
    assertThat(year.toString()).contains(HALL.slug());
  }

  @Test
  void a_poll_tells_its_arithmetic_when_it_is_closed() {
    JsonNode poll = read("/api/polls/" + POLL.slug(), null);
    assertThat(poll.at("/state").asString()).isEqualTo("decided");
    assertThat(poll.at("/closed/decided/0/outcome/needed").asInt()).isEqualTo(2);
    assertThat(poll.at("/closed/decided/0/outcome/total").asInt()).isEqualTo(2);
    assertThat(poll.at("/closed/decided/0/outcome/votes/0/inFavour").asInt()).isEqualTo(2);
    assertThat(poll.at("/resolvedIn/0").asString()).isEqualTo(HALL.slug());
  }

  @Test
  void what_is_counted_is_for_the_tellers_until_the_poll_is_closed() {
    String open = "/api/polls/" + OPEN.slug();
    assertThat(read(open, null).has("tally")).isFalse();
    assertThat(read(open, TOKENS.of(SCIENCE)).has("tally")).isFalse();
    assertThat(read(open, TOKENS.of(null, "board")).has("tally")).isFalse();
    assertThat(read(open, TOKENS.of(TOURISM)).at("/tally/tally/issued").asInt()).isEqualTo(2);
    assertThat(read(open, null).at("/state").asString()).isEqualTo("open");
  }

  @Test
  void a_paper_is_read_by_everybody_once_issued_and_its_draft_by_the_leadership() {
    JsonNode issued = read("/api/papers/" + REPORT.slug(), null);
    assertThat(issued.at("/state").asString()).isEqualTo("sent");
    assertThat(issued.at("/symbol").asString()).isEqualTo("02/BC-KTĐ4");
    assertThat(issued.at("/title").asString()).isEqualTo("Báo cáo");
    assertThat(issued.at("/receivedBy/0").asString()).isEqualTo(SCIENCE.slug());
    assertThat(read("/api/papers/" + DRAFT.slug(), null).has("title")).isFalse();
    JsonNode draft = read("/api/papers/" + DRAFT.slug(), TOKENS.of(HEALTH));
    assertThat(draft.at("/state").asString()).isEqualTo("draft");
    assertThat(draft.at("/title").asString()).isEqualTo("Dự thảo");
    assertThat(draft.at("/voidedNumbers/0/number").asInt()).isEqualTo(1);
    assertThat(draft.has("symbol")).isFalse();
  }

  @Test
  void a_register_shows_all_numbers_of_a_year_the_voided_ones_too() {
    String path = "/api/blocs/" + BLOC.slug() + "/papers";
    JsonNode register = read(path + "?year=2019", null).at("/registers/0");
    assertThat(register.at("/paperKind").asString()).isEqualTo("bc");
    assertThat(register.at("/numbers").size()).isEqualTo(2);
    assertThat(register.at("/numbers/0/symbol").asString()).isEqualTo("01/BC-KTĐ4");
    assertThat(register.at("/numbers/0/cancelled/words").asString()).isEqualTo("mistake");
    assertThat(register.at("/numbers/1").has("cancelled")).isFalse();
    assertThat(read(path + "?year=2018", null).at("/registers").isEmpty()).isTrue();
    assertThat(read(path, null).at("/registers").size()).isEqualTo(1);
  }

  @Test
  void a_complaint_is_read_by_its_bloc_and_a_denunciation_by_the_board_alone() {
    String complaint = "/api/complaints/" + COMPLAINT.slug();
    assertThat(read(complaint, TOKENS.of(HEALTH)).at("/state").asString()).isEqualTo("accepted");
    assertThat(read(complaint, TOKENS.of(null, "board")).at("/handler").asString())
        .isEqualTo("board");
    assertThat(get(complaint, null).statusCode()).isEqualTo(404);
    assertThat(get(complaint, TOKENS.of(SCIENCE)).statusCode()).isEqualTo(404);

    String denunciation = "/api/complaints/" + DENUNCIATION.slug();
    assertThat(get(denunciation, TOKENS.of(HEALTH)).statusCode()).isEqualTo(404);
    assertThat(get(denunciation, TOKENS.of(TOURISM)).statusCode()).isEqualTo(404);
    JsonNode read = read(denunciation, TOKENS.of(null, "board"));
    assertThat(read.at("/state").asString()).isEqualTo("lodged");
    assertThat(read.at("/lodged").has("by")).isFalse();
  }

  @Test
  void what_is_not_there_is_a_problem_and_not_an_error() {
    for (String path :
        List.of("/api/polls/a.b", "/api/papers/a.b", "/api/complaints/a.b", "/api/polls/A")) {
      assertThat(get(path, null).statusCode()).as(path).isIn(400, 404);
    }
    assertThat(get("/api/blocs/" + BLOC.slug() + "/papers?year=x", null).statusCode())
        .isEqualTo(400);
  }

  private static HttpResponse<String> get(String path, @Nullable String token) {
    return token == null
        ? running.get(path)
        : running.get(path, "Authorization", "Bearer " + token);
  }

  private static JsonNode read(String path, @Nullable String token) {
    HttpResponse<String> response = get(path, token);
    assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
    return Wire.mapper().readTree(response.body()).at("/answer");
  }
}
