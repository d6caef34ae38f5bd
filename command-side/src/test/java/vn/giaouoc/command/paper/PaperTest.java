package vn.giaouoc.command.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.Lived.BLOC;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;
import static vn.giaouoc.command.Lived.STRANGER;
import static vn.giaouoc.command.Lived.TODAY;
import static vn.giaouoc.command.Lived.by;
import static vn.giaouoc.command.Living.byTheBoard;
import static vn.giaouoc.command.Living.words;
import static vn.giaouoc.command.file.FileRejection.FILE_NOT_KEPT;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_BOARD;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER_OR_A_DEPUTY;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_YOUR_UNIT;
import static vn.giaouoc.command.paper.PaperRejection.ALREADY_RECEIVED;
import static vn.giaouoc.command.paper.PaperRejection.ALREADY_SENT_TO;
import static vn.giaouoc.command.paper.PaperRejection.BLOC_NOT_ESTABLISHED;
import static vn.giaouoc.command.paper.PaperRejection.NOBODY_TO_SEND_TO;
import static vn.giaouoc.command.paper.PaperRejection.NOT_SENT;
import static vn.giaouoc.command.paper.PaperRejection.NOT_SENT_TO_THIS_UNIT;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_ALREADY_DRAFTED;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_ISSUED;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_NOT_ISSUED;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_NOT_NUMBERED;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_NOT_SIGNED;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_NUMBERED;
import static vn.giaouoc.command.paper.PaperRejection.PAPER_SIGNED;
import static vn.giaouoc.command.paper.PaperRejection.SIGNS_AS_DEPUTY;
import static vn.giaouoc.command.paper.PaperRejection.SIGNS_AS_LEADER;
import static vn.giaouoc.command.paper.PaperRejection.SYMBOL_UNUSABLE;
import static vn.giaouoc.command.paper.PaperRejection.UNIT_DOES_NOT_EXIST;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.paper.PaperCommand.AddAnnex;
import vn.giaouoc.command.paper.PaperCommand.AssignNumber;
import vn.giaouoc.command.paper.PaperCommand.DraftPaper;
import vn.giaouoc.command.paper.PaperCommand.IssuePaper;
import vn.giaouoc.command.paper.PaperCommand.RecordReceipt;
import vn.giaouoc.command.paper.PaperCommand.ReturnForSupplement;
import vn.giaouoc.command.paper.PaperCommand.RevisePaper;
import vn.giaouoc.command.paper.PaperCommand.SendPaper;
import vn.giaouoc.command.paper.PaperCommand.SignPaper;
import vn.giaouoc.command.paper.PaperCommand.VoidNumber;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.paper.PaperEvent.Annex;
import vn.giaouoc.shared.paper.PaperEvent.AnnexAdded;
import vn.giaouoc.shared.paper.PaperEvent.Form;
import vn.giaouoc.shared.paper.PaperEvent.NumberAssigned;
import vn.giaouoc.shared.paper.PaperEvent.NumberVoided;
import vn.giaouoc.shared.paper.PaperEvent.PaperDrafted;
import vn.giaouoc.shared.paper.PaperEvent.PaperIssued;
import vn.giaouoc.shared.paper.PaperEvent.PaperRevised;
import vn.giaouoc.shared.paper.PaperEvent.PaperSent;
import vn.giaouoc.shared.paper.PaperEvent.PaperSigned;
import vn.giaouoc.shared.paper.PaperEvent.ReceiptRecorded;
import vn.giaouoc.shared.paper.PaperEvent.SigningCapacity;
import vn.giaouoc.shared.paper.PaperEvent.SupplementRequested;
import vn.giaouoc.shared.paper.PaperId;
import vn.giaouoc.shared.paper.PaperKind;
import vn.giaouoc.shared.paper.RegisterEvent.NumberAllotted;
import vn.giaouoc.shared.paper.RegisterEvent.NumberCancelled;
import vn.giaouoc.shared.paper.RegisterId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitEvent.UnitDissolved;
import vn.giaouoc.shared.unit.UnitId;

class PaperTest {

  private static final PaperId REPORT = PaperId.of("kien-giang.khoi-4.2026.bao-cao-so-ket");
  private static final RegisterId REGISTER = RegisterId.of(BLOC, 2026, PaperKind.BC);
  private static final FileId FILE = FileId.of("aa11");
  private static final FileId OTHER = FileId.of("bb22");
  private static final FileId LOST = FileId.of("not-kept");
  private static final PersonId PERSON = new PersonId(new UUID(1, 2));
  private static final PaperDrafted DRAFTED = drafted(REPORT);
  private static final NumberAllotted FIRST = allotted(1, REPORT);
  private static final NumberAssigned NUMBERED =
      new NumberAssigned(REPORT, REGISTER, 1, "01/BC-KTĐ4");
  private static final PaperSigned SIGNED =
      new PaperSigned(REPORT, SigningCapacity.TM, Form.PAPER, PERSON, LEADER);
  private static final PaperIssued ISSUED =
      new PaperIssued(
          REPORT, BLOC, 2026, PaperKind.BC, "01/BC-KTĐ4", "Sơ kết 6 tháng", FILE, List.of());
  private static final PaperSent SENT = new PaperSent(REPORT, List.of(STRANGER));

  private static PaperDrafted drafted(PaperId paper) {
    return new PaperDrafted(paper, BLOC, 2026, PaperKind.BC, "Sơ kết 6 tháng", FILE);
  }

  private static NumberAllotted allotted(int number, PaperId paper) {
    return new NumberAllotted(
        REGISTER, BLOC, 2026, PaperKind.BC, number, PaperKind.BC.symbol(number, "KTĐ4"), paper);
  }

  private static Living given(Object... events) {
    return Lived.year().given(events);
  }

  private static DraftPaper draft(BlocId bloc, FileId file, UnitId unit) {
    return new DraftPaper(REPORT, bloc, 2026, PaperKind.BC, "Sơ kết 6 tháng", file, by(unit));
  }

  private static SignPaper sign(SigningCapacity capacity, UnitId unit) {
    return new SignPaper(REPORT, capacity, Form.PAPER, PERSON, by(unit));
  }

  @Test
  void the_leadership_drafts_a_paper_once() {
    given().when(draft(BLOC, FILE, LEADER)).then(DRAFTED);
    given().when(draft(BLOC, FILE, DEPUTY)).then(DRAFTED);
    given().when(draft(BLOC, FILE, MEMBER)).refused(NOT_THE_LEADER_OR_A_DEPUTY);
    given(DRAFTED).when(draft(BLOC, FILE, LEADER)).refused(PAPER_ALREADY_DRAFTED);
    given().when(draft(BLOC, LOST, LEADER)).refused(FILE_NOT_KEPT);
    given().when(draft(BlocId.of("kien-giang.khoi-9"), FILE, LEADER)).refused(BLOC_NOT_ESTABLISHED);
  }

  @Test
  void a_draft_is_revised_and_annexed_until_it_is_signed() {
    given(DRAFTED)
        .when(new RevisePaper(REPORT, "Sơ kết", OTHER, by(DEPUTY)))
        .then(new PaperRevised(REPORT, "Sơ kết", OTHER));
    given(DRAFTED)
        .when(new AddAnnex(REPORT, "Bảng điểm", OTHER, by(LEADER)))
        .then(new AnnexAdded(REPORT, new Annex("Bảng điểm", OTHER)));
    given(DRAFTED, new AnnexAdded(REPORT, new Annex("Bảng điểm", OTHER)))
        .when(new AddAnnex(REPORT, "Bảng điểm", OTHER, by(LEADER)))
        .then();
    given(DRAFTED, SIGNED)
        .when(new RevisePaper(REPORT, "Sơ kết", OTHER, by(LEADER)))
        .refused(PAPER_SIGNED);
    given(DRAFTED, SIGNED)
        .when(new AddAnnex(REPORT, "Bảng điểm", OTHER, by(LEADER)))
        .refused(PAPER_SIGNED);
    given(DRAFTED)
        .when(new RevisePaper(REPORT, "Sơ kết", OTHER, by(MEMBER)))
        .refused(NOT_THE_LEADER_OR_A_DEPUTY);
    given(DRAFTED).when(new RevisePaper(REPORT, "Sơ kết", LOST, by(LEADER))).refused(FILE_NOT_KEPT);
  }

  @Test
  void a_number_is_taken_from_the_register_once_a_paper_is_drafted() {
    given(DRAFTED).when(new AssignNumber(REPORT, "KTĐ4", by(LEADER))).then(FIRST, NUMBERED);
    given(DRAFTED, FIRST, NUMBERED)
        .when(new AssignNumber(REPORT, "KTĐ4", by(LEADER)))
        .refused(PAPER_NUMBERED);
    given(DRAFTED)
        .when(new AssignNumber(REPORT, "KTĐ4", by(MEMBER)))
        .refused(NOT_THE_LEADER_OR_A_DEPUTY);
    for (String symbol : List.of("", "ktđ4", "KTĐ 4", "-KTĐ4")) {
      given(DRAFTED).when(new AssignNumber(REPORT, symbol, by(LEADER))).refused(SYMBOL_UNUSABLE);
    }
  }

  @Test
  void numbers_run_by_bloc_year_and_type_and_below_ten_have_two_digits() {
    PaperId tenth = PaperId.of("kien-giang.khoi-4.2026.bao-cao-10");
    Living register = given(drafted(tenth));
    for (int number = 1; number <= 9; number++) {
      register.given(allotted(number, PaperId.of("kien-giang.khoi-4.2026.bao-cao-" + number)));
    }
    register
        .when(new AssignNumber(tenth, "KTĐ4", by(LEADER)))
        .then(allotted(10, tenth), new NumberAssigned(tenth, REGISTER, 10, "10/BC-KTĐ4"));
    // another type begins at one
    PaperId submission = PaperId.of("kien-giang.khoi-4.2026.to-trinh");
    RegisterId submissions = RegisterId.of(BLOC, 2026, PaperKind.TTR);
    register
        .given(new PaperDrafted(submission, BLOC, 2026, PaperKind.TTR, "Đề nghị khen", FILE))
        .when(new AssignNumber(submission, "KTĐ4", by(LEADER)));
    assertThat(register.stream(submissions.stream()))
        .singleElement()
        .isInstanceOfSatisfying(
            NumberAllotted.class, event -> assertThat(event.symbol()).isEqualTo("01/TTr-KTĐ4"));
  }

  @Test
  void the_series_goes_on_under_the_next_leader_and_the_past_one_numbers_nothing() {
    PaperId second = PaperId.of("kien-giang.khoi-4.2026.bao-cao-2");
    Living next =
        given(DRAFTED, FIRST, NUMBERED, drafted(second))
            .given(new LeadershipInstalled(BLOC, Term.year(2027), MEMBER, List.of()));
    next.when(new AssignNumber(second, "KTĐ4", by(LEADER))).refused(NOT_THE_LEADER_OR_A_DEPUTY);
    next.when(new AssignNumber(second, "KTĐ4", by(MEMBER)))
        .then(allotted(2, second), new NumberAssigned(second, REGISTER, 2, "02/BC-KTĐ4"));
  }

  @Test
  void a_voided_number_is_never_used_again() {
    NumberVoided voided = new NumberVoided(REPORT, REGISTER, 1, words("nhầm loại"));
    NumberCancelled cancelled = new NumberCancelled(REGISTER, 1, REPORT, words("nhầm loại"));
    given(DRAFTED, FIRST, NUMBERED)
        .when(new VoidNumber(REPORT, "nhầm loại", by(LEADER)))
        .then(cancelled, voided);
    given(DRAFTED, FIRST, NUMBERED, cancelled, voided)
        .when(new AssignNumber(REPORT, "KTĐ4", by(LEADER)))
        .then(allotted(2, REPORT), new NumberAssigned(REPORT, REGISTER, 2, "02/BC-KTĐ4"));
    given(DRAFTED)
        .when(new VoidNumber(REPORT, "nhầm loại", by(LEADER)))
        .refused(PAPER_NOT_NUMBERED);
    given(DRAFTED, FIRST, NUMBERED, SIGNED, ISSUED)
        .when(new VoidNumber(REPORT, "nhầm loại", by(LEADER)))
        .refused(PAPER_ISSUED);
    given(DRAFTED, FIRST, NUMBERED)
        .when(new VoidNumber(REPORT, "nhầm loại", by(MEMBER)))
        .refused(NOT_THE_LEADER_OR_A_DEPUTY);
    // what was signed bore the number
    given(DRAFTED, FIRST, NUMBERED, SIGNED, cancelled, voided)
        .when(sign(SigningCapacity.TM, LEADER))
        .then(SIGNED);
  }

  @Test
  void the_leader_signs_on_behalf_of_the_bloc_a_deputy_in_its_place_and_either_by_order() {
    given(DRAFTED).when(sign(SigningCapacity.TM, LEADER)).then(SIGNED);
    given(DRAFTED).when(sign(SigningCapacity.TM, DEPUTY)).refused(SIGNS_AS_LEADER);
    given(DRAFTED)
        .when(sign(SigningCapacity.KT, DEPUTY))
        .then(new PaperSigned(REPORT, SigningCapacity.KT, Form.PAPER, PERSON, DEPUTY));
    given(DRAFTED).when(sign(SigningCapacity.KT, LEADER)).refused(SIGNS_AS_DEPUTY);
    given(DRAFTED)
        .when(sign(SigningCapacity.TL, LEADER))
        .then(new PaperSigned(REPORT, SigningCapacity.TL, Form.PAPER, PERSON, LEADER));
    given(DRAFTED).when(sign(SigningCapacity.TL, MEMBER)).refused(NOT_THE_LEADER_OR_A_DEPUTY);
    given(DRAFTED, SIGNED).when(sign(SigningCapacity.TM, LEADER)).refused(PAPER_SIGNED);
  }

  @Test
  void a_paper_is_issued_once_it_is_numbered_and_signed() {
    IssuePaper issue = new IssuePaper(REPORT, by(LEADER));
    given(DRAFTED, FIRST, NUMBERED, SIGNED).when(issue).then(ISSUED);
    given(DRAFTED, SIGNED).when(issue).refused(PAPER_NOT_NUMBERED);
    given(DRAFTED, FIRST, NUMBERED).when(issue).refused(PAPER_NOT_SIGNED);
    given(DRAFTED, FIRST, NUMBERED, SIGNED, ISSUED).when(issue).refused(PAPER_ISSUED);
    given(DRAFTED, FIRST, NUMBERED, SIGNED)
        .when(new IssuePaper(REPORT, by(MEMBER)))
        .refused(NOT_THE_LEADER_OR_A_DEPUTY);
  }

  @Test
  void a_paper_is_sent_once_issued_and_to_each_once_and_to_nobody_who_is_no_more() {
    SendPaper send = new SendPaper(REPORT, List.of(STRANGER), by(LEADER));
    issued().when(send).then(SENT);
    given(DRAFTED, FIRST, NUMBERED, SIGNED).when(send).refused(PAPER_NOT_ISSUED);
    issued(SENT).when(send).refused(ALREADY_SENT_TO);
    issued(SENT)
        .when(new SendPaper(REPORT, List.of(MEMBER), by(LEADER)))
        .then(new PaperSent(REPORT, List.of(MEMBER)));
    issued().when(new SendPaper(REPORT, List.of(), by(LEADER))).refused(NOBODY_TO_SEND_TO);
    issued(new UnitDissolved(STRANGER, List.of(), null)).when(send).refused(UNIT_DOES_NOT_EXIST);
  }

  private static Living issued(Object... more) {
    return given(DRAFTED, FIRST, NUMBERED, SIGNED, ISSUED).given(more);
  }

  @Test
  void whoever_it_was_sent_to_notes_its_receipt_once() {
    RecordReceipt receipt = new RecordReceipt(REPORT, STRANGER, by(STRANGER));
    issued(SENT).when(receipt).then(new ReceiptRecorded(REPORT, STRANGER));
    issued(SENT)
        .when(new RecordReceipt(REPORT, STRANGER, byTheBoard(TODAY)))
        .then(new ReceiptRecorded(REPORT, STRANGER));
    issued(SENT).when(new RecordReceipt(REPORT, STRANGER, by(LEADER))).refused(NOT_YOUR_UNIT);
    issued(SENT).when(new RecordReceipt(REPORT, MEMBER, by(MEMBER))).refused(NOT_SENT_TO_THIS_UNIT);
    issued(SENT, new ReceiptRecorded(REPORT, STRANGER)).when(receipt).refused(ALREADY_RECEIVED);
    given().givenOn(TODAY, DRAFTED).when(receipt).refused(NOT_SENT_TO_THIS_UNIT);
  }

  @Test
  void the_board_sends_a_paper_back_and_it_is_a_draft_again_with_its_number() {
    ReturnForSupplement back =
        new ReturnForSupplement(REPORT, "thiếu bảng điểm", byTheBoard(TODAY));
    SupplementRequested requested = new SupplementRequested(REPORT, words("thiếu bảng điểm"));
    Living returned = issued(SENT).when(back).then(requested);
    returned.when(back).refused(NOT_SENT);
    issued().when(back).refused(NOT_SENT);
    issued(SENT)
        .when(new ReturnForSupplement(REPORT, "thiếu bảng điểm", by(LEADER)))
        .refused(NOT_THE_BOARD);
    returned.when(new IssuePaper(REPORT, by(LEADER))).refused(PAPER_NOT_SIGNED);
    returned
        .when(new AddAnnex(REPORT, "Bảng điểm", OTHER, by(LEADER)))
        .then(new AnnexAdded(REPORT, new Annex("Bảng điểm", OTHER)));
    returned.when(sign(SigningCapacity.TM, LEADER)).then(SIGNED);
    returned.when(new VoidNumber(REPORT, "khác", by(LEADER))).refused(PAPER_ISSUED);
    returned
        .when(new IssuePaper(REPORT, by(LEADER)))
        .then(
            new PaperIssued(
                REPORT,
                BLOC,
                2026,
                PaperKind.BC,
                "01/BC-KTĐ4",
                "Sơ kết 6 tháng",
                FILE,
                List.of(new Annex("Bảng điểm", OTHER))));
  }
}
