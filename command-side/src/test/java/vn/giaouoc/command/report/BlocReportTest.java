package vn.giaouoc.command.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.Lived.CYCLE;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;
import static vn.giaouoc.command.Lived.STRANGER;
import static vn.giaouoc.command.Lived.by;
import static vn.giaouoc.command.Living.words;
import static vn.giaouoc.command.file.FileRejection.FILE_NOT_KEPT;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER_OR_A_DEPUTY;
import static vn.giaouoc.command.report.ReportRejection.CONFERENCE_NOT_KNOWN;
import static vn.giaouoc.command.report.ReportRejection.COUNT_NOT_PLAUSIBLE;
import static vn.giaouoc.command.report.ReportRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.report.ReportRejection.PRESENTER_NOT_IN_OFFICE;
import static vn.giaouoc.command.report.ReportRejection.REPORT_ALREADY_DRAFTED;
import static vn.giaouoc.command.report.ReportRejection.REPORT_ALREADY_FINALISED;
import static vn.giaouoc.command.report.ReportRejection.REPORT_ALREADY_PRESENTED;
import static vn.giaouoc.command.report.ReportRejection.REPORT_NOT_PRESENTED;
import static vn.giaouoc.command.report.ReportRejection.REPORT_SAYS_NOTHING;
import static vn.giaouoc.command.report.ReportRejection.STATEMENT_SAYS_NOTHING;
import static vn.giaouoc.command.report.ReportRejection.STEP_SKIPPED;
import static vn.giaouoc.command.report.ReportRejection.SUBJECT_NOT_A_MEMBER;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.report.ReportCommand.AmendReport;
import vn.giaouoc.command.report.ReportCommand.DraftReport;
import vn.giaouoc.command.report.ReportCommand.FinaliseReport;
import vn.giaouoc.command.report.ReportCommand.MakeStatement;
import vn.giaouoc.command.report.ReportCommand.PresentReport;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepSkipped;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.Figure.Amount;
import vn.giaouoc.shared.report.Figure.Bound;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
import vn.giaouoc.shared.report.ReportEvent.Count;
import vn.giaouoc.shared.report.ReportEvent.CountStated;
import vn.giaouoc.shared.report.ReportEvent.Counted;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;
import vn.giaouoc.shared.report.ReportEvent.OfWhich;
import vn.giaouoc.shared.report.ReportEvent.ReportAmended;
import vn.giaouoc.shared.report.ReportEvent.ReportDrafted;
import vn.giaouoc.shared.report.ReportEvent.ReportFinalised;
import vn.giaouoc.shared.report.ReportEvent.ReportPresented;
import vn.giaouoc.shared.report.ReportEvent.ReportTabled;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.report.ReportEvent.Statement;
import vn.giaouoc.shared.report.ReportEvent.StatementKind;
import vn.giaouoc.shared.report.ReportEvent.StatementMade;
import vn.giaouoc.shared.report.ReportEvent.UnitFigure;
import vn.giaouoc.shared.report.ReportId;
import vn.giaouoc.shared.unit.UnitId;

class BlocReportTest {

  private static final Stage MID_YEAR = Stage.MID_YEAR;
  private static final ReportId REPORT = ReportEvent.idOf(CYCLE, MID_YEAR);
  private static final Figure EIGHT_OF_TEN =
      Figure.checked(
          "Lớp đào tạo",
          "lớp",
          Direction.HIGHER,
          new Amount(new BigDecimal("8"), Bound.EXACTLY),
          new Amount(new BigDecimal("10"), Bound.EXACTLY),
          new BigDecimal("80"),
          List.of(),
          null);
  private static final Count TWELVE_OF_WHICH_SEVEN =
      new Count("Tập thể lao động xuất sắc", 12, List.of(new OfWhich("khối huyện", 7)));
  private static final ReportDrafted DRAFTED = new ReportDrafted(REPORT, CYCLE, MID_YEAR);
  private static final StatementMade STATED =
      new StatementMade(
          REPORT, CYCLE, StatementKind.RESULT, List.of(MEMBER), 1, words("Hoàn thành tốt"));
  private static final ReportPresented PRESENTED =
      new ReportPresented(REPORT, CYCLE, MID_YEAR, true, DEPUTY, Capacity.DEPUTY, null);

  @Test
  void the_leadership_drafts_a_report_and_nobody_else_does() {
    for (UnitId unit : List.of(LEADER, DEPUTY)) {
      Lived.year().when(new DraftReport(CYCLE, MID_YEAR, by(unit))).then(DRAFTED);
    }
    Lived.year()
        .when(new DraftReport(CYCLE, MID_YEAR, by(MEMBER)))
        .refused(NOT_THE_LEADER_OR_A_DEPUTY);
  }

  @Test
  void a_report_is_drafted_once_in_an_open_year_at_a_step_that_is_held() {
    Lived.year()
        .given(DRAFTED)
        .when(new DraftReport(CYCLE, MID_YEAR, by(LEADER)))
        .refused(REPORT_ALREADY_DRAFTED);
    Lived.year()
        .given(PRESENTED)
        .when(new DraftReport(CYCLE, MID_YEAR, by(LEADER)))
        .refused(REPORT_ALREADY_PRESENTED);
    Living.on(Lived.TODAY)
        .when(new DraftReport(CYCLE, MID_YEAR, by(LEADER)))
        .refused(CYCLE_NOT_OPEN);
    Lived.year(Step.MID_YEAR_REVIEW)
        .given(
            new StepSkipped(
                CYCLE, Step.MID_YEAR_REVIEW, "01/QĐ-KTĐ4", "Điều 9", words("Không họp")))
        .when(new DraftReport(CYCLE, MID_YEAR, by(LEADER)))
        .refused(STEP_SKIPPED);
  }

  @Test
  void a_statement_has_words_figures_and_counts_with_their_parts() {
    Lived.year()
        .given(DRAFTED)
        .when(
            new MakeStatement(
                CYCLE,
                MID_YEAR,
                StatementKind.RESULT,
                List.of(MEMBER),
                1,
                "Hoàn thành tốt",
                List.of(new UnitFigure(MEMBER, 1, EIGHT_OF_TEN)),
                List.of(TWELVE_OF_WHICH_SEVEN),
                by(DEPUTY)))
        .then(
            STATED,
            new FigureReported(REPORT, CYCLE, MEMBER, 1, EIGHT_OF_TEN),
            new CountStated(REPORT, CYCLE, List.of(MEMBER), 1, TWELVE_OF_WHICH_SEVEN));
  }

  @Test
  void a_statement_says_something_of_members_and_counts_what_can_be() {
    Living year = Lived.year().given(DRAFTED);
    year.when(statement(List.of(), null)).refused(STATEMENT_SAYS_NOTHING);
    year.when(statement(List.of(STRANGER), "Tốt")).refused(SUBJECT_NOT_A_MEMBER);
    for (Count wrong :
        List.of(
            new Count("Tập thể", -1, List.of()),
            new Count("Tập thể", 3, List.of(new OfWhich("huyện", 4))),
            new Count("Tập thể", 3, List.of(new OfWhich("huyện", -1))))) {
      year.when(
              new MakeStatement(
                  CYCLE,
                  MID_YEAR,
                  StatementKind.RESULT,
                  List.of(),
                  null,
                  null,
                  List.of(),
                  List.of(wrong),
                  by(LEADER)))
          .refused(COUNT_NOT_PLAUSIBLE);
    }
  }

  @Test
  void what_was_presented_is_amended_and_not_drafted_on() {
    Living year = Lived.year().given(DRAFTED, STATED, PRESENTED);
    year.when(statement(List.of(), "Thêm")).refused(REPORT_ALREADY_PRESENTED);
    year.when(present(LEADER, null, null)).refused(REPORT_ALREADY_PRESENTED);
    year.when(new AmendReport(CYCLE, MID_YEAR, 1, "Bổ sung số liệu", by(LEADER)))
        .then(new ReportAmended(REPORT, CYCLE, 1, words("Bổ sung số liệu")));
  }

  @Test
  void the_deputy_may_present_and_the_members_see_all_of_it_then() {
    Living year =
        Lived.year()
            .given(
                DRAFTED,
                STATED,
                new FigureReported(REPORT, CYCLE, MEMBER, 1, EIGHT_OF_TEN),
                new CountStated(REPORT, CYCLE, List.of(), null, TWELVE_OF_WHICH_SEVEN));
    year.when(present(DEPUTY, null, null))
        .then(
            PRESENTED,
            new ReportTabled(
                REPORT,
                CYCLE,
                MID_YEAR,
                false,
                List.of(
                    new Statement(
                        StatementKind.RESULT, List.of(MEMBER), 1, words("Hoàn thành tốt"))),
                List.of(new UnitFigure(MEMBER, 1, EIGHT_OF_TEN)),
                List.of(new Counted(List.of(), null, TWELVE_OF_WHICH_SEVEN)),
                List.of(),
                null));
  }

  @Test
  void a_report_is_presented_by_who_is_in_office_and_says_something() {
    Living year = Lived.year().given(DRAFTED);
    year.when(present(LEADER, null, null)).refused(REPORT_SAYS_NOTHING);
    year.when(present(LEADER, null, FileId.of("not-kept"))).refused(FILE_NOT_KEPT);
    year.given(STATED).when(present(MEMBER, null, null)).refused(PRESENTER_NOT_IN_OFFICE);
    year.when(present(LEADER, ConferenceId.of("khong-co"), null)).refused(CONFERENCE_NOT_KNOWN);
    year.when(present(LEADER, Lived.SIGNING, null));
    assertThat(year.appended()).hasSize(2);
  }

  @Test
  void a_report_is_finalised_after_it_was_presented_and_once() {
    Lived.year().given(DRAFTED, STATED).when(finalise(LEADER)).refused(REPORT_NOT_PRESENTED);
    Living year = Lived.year().given(DRAFTED, STATED, PRESENTED);
    year.when(finalise(MEMBER)).refused(PRESENTER_NOT_IN_OFFICE);
    year.when(finalise(LEADER));
    assertThat(year.appended().getFirst())
        .isEqualTo(new ReportFinalised(REPORT, CYCLE, MID_YEAR, LEADER, Capacity.LEADER));
    assertThat(((ReportTabled) year.appended().getLast()).finalised()).isTrue();
    year.when(finalise(LEADER)).refused(REPORT_ALREADY_FINALISED);
    year.when(new AmendReport(CYCLE, MID_YEAR, null, "Sửa", by(LEADER)))
        .refused(REPORT_ALREADY_FINALISED);
  }

  @Test
  void a_draft_is_not_amended() {
    Lived.year()
        .given(DRAFTED)
        .when(new AmendReport(CYCLE, MID_YEAR, null, "Sửa", by(LEADER)))
        .refused(REPORT_NOT_PRESENTED);
  }

  private static MakeStatement statement(List<UnitId> units, String text) {
    return new MakeStatement(
        CYCLE, MID_YEAR, StatementKind.RESULT, units, null, text, List.of(), List.of(), by(LEADER));
  }

  private static PresentReport present(UnitId unit, ConferenceId conference, FileId file) {
    return new PresentReport(CYCLE, MID_YEAR, unit, conference, file, by(LEADER));
  }

  private static FinaliseReport finalise(UnitId unit) {
    return new FinaliseReport(CYCLE, MID_YEAR, unit, null, by(DEPUTY));
  }
}
