package vn.giaouoc.command.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.Lived.BLOC;
import static vn.giaouoc.command.Lived.CYCLE;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;
import static vn.giaouoc.command.Lived.SIGNING;
import static vn.giaouoc.command.Lived.STRANGER;
import static vn.giaouoc.command.Lived.TODAY;
import static vn.giaouoc.command.Lived.by;
import static vn.giaouoc.command.Lived.byAdministrator;
import static vn.giaouoc.command.Lived.due;
import static vn.giaouoc.command.Living.words;
import static vn.giaouoc.command.file.FileRejection.FILE_NOT_KEPT;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_BOARD;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_YOUR_UNIT;
import static vn.giaouoc.command.pledge.PledgeRejection.ACT_LIES_AHEAD;
import static vn.giaouoc.command.pledge.PledgeRejection.ALREADY_SUBMITTED;
import static vn.giaouoc.command.pledge.PledgeRejection.CONFERENCE_NOT_KNOWN;
import static vn.giaouoc.command.pledge.PledgeRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.pledge.PledgeRejection.EARLIER_ACT_BY_THE_BOARD;
import static vn.giaouoc.command.pledge.PledgeRejection.FIGURE_NOT_REPORTED;
import static vn.giaouoc.command.pledge.PledgeRejection.NOTHING_TO_SIGN;
import static vn.giaouoc.command.pledge.PledgeRejection.NUMBER_NOT_PLAUSIBLE;
import static vn.giaouoc.command.pledge.PledgeRejection.OWN_TARGET_NEEDS_A_CONFERENCE;
import static vn.giaouoc.command.pledge.PledgeRejection.PARTY_GONE;
import static vn.giaouoc.command.pledge.PledgeRejection.PARTY_NOT_A_MEMBER;
import static vn.giaouoc.command.pledge.PledgeRejection.PLEDGE_ALREADY_DRAFTED;
import static vn.giaouoc.command.pledge.PledgeRejection.PLEDGE_ALREADY_SIGNED;
import static vn.giaouoc.command.pledge.PledgeRejection.PLEDGE_ENDED;
import static vn.giaouoc.command.pledge.PledgeRejection.PLEDGE_NOT_SIGNED;
import static vn.giaouoc.command.pledge.PledgeRejection.RESULT_DOES_NOT_FIT;
import static vn.giaouoc.command.pledge.PledgeRejection.STEP_SKIPPED;
import static vn.giaouoc.command.pledge.PledgeRejection.SUCCESSOR_NOT_SUITABLE;
import static vn.giaouoc.command.pledge.PledgeRejection.TARGETS_ARE_FROZEN;
import static vn.giaouoc.command.pledge.PledgeRejection.TARGET_DOES_NOT_FIT;
import static vn.giaouoc.command.pledge.PledgeRejection.TARGET_NOT_PROMISED;
import static vn.giaouoc.command.pledge.PledgeRejection.TARGET_REPORTED_TWICE;
import static vn.giaouoc.command.pledge.PledgeRejection.YEAR_END_ALREADY_REPORTED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Expected;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.cycle.Duty;
import vn.giaouoc.command.pledge.PledgeCommand.AmendTarget;
import vn.giaouoc.command.pledge.PledgeCommand.AttachEvidence;
import vn.giaouoc.command.pledge.PledgeCommand.DraftPledge;
import vn.giaouoc.command.pledge.PledgeCommand.DropTarget;
import vn.giaouoc.command.pledge.PledgeCommand.SetTarget;
import vn.giaouoc.command.pledge.PledgeCommand.SignPledge;
import vn.giaouoc.command.pledge.PledgeCommand.SubmitMidYearReview;
import vn.giaouoc.command.pledge.PledgeCommand.SubmitYearEndReport;
import vn.giaouoc.command.pledge.PledgeCommand.TransferPledge;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent.CycleClosed;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepSkipped;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.pledge.Late;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.EvidenceAttached;
import vn.giaouoc.shared.pledge.PledgeEvent.MidYearReviewSubmitted;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeDrafted;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeTransferred;
import vn.giaouoc.shared.pledge.PledgeEvent.PromiseMade;
import vn.giaouoc.shared.pledge.PledgeEvent.TargetAmended;
import vn.giaouoc.shared.pledge.PledgeEvent.TargetDropped;
import vn.giaouoc.shared.pledge.PledgeEvent.TargetSet;
import vn.giaouoc.shared.pledge.PledgeEvent.YearEndReportSubmitted;
import vn.giaouoc.shared.pledge.PledgeId;
import vn.giaouoc.shared.pledge.Result;
import vn.giaouoc.shared.pledge.Result.Reported;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.pledge.TargetId;
import vn.giaouoc.shared.report.Figure.Amount;
import vn.giaouoc.shared.report.Figure.Bound;
import vn.giaouoc.shared.report.Figure.Direction;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.unit.UnitId;

class PledgeTest {

  private static final PledgeId PLEDGE = PledgeEvent.idOf(CYCLE, MEMBER);
  private static final TargetId CLASSES = new TargetId("dao-tao");
  private static final TargetId PLAN = new TargetId("ke-hoach");
  private static final Target TEN = target(CLASSES, Direction.HIGHER, "10", null);
  private static final Target TWELVE = target(CLASSES, Direction.HIGHER, "12", null);
  private static final Target DONE = target(PLAN, Direction.DONE_OR_NOT, null, null);
  private static final FileId FILE = FileId.of("0a1b");
  private static final FileId NOT_KEPT = FileId.of("not-kept");

  private static final PledgeDrafted DRAFTED = new PledgeDrafted(PLEDGE, CYCLE, MEMBER, null);
  private static final TargetSet TEN_SET = new TargetSet(PLEDGE, CYCLE, MEMBER, TEN);
  private static final TargetSet DONE_SET = new TargetSet(PLEDGE, CYCLE, MEMBER, DONE);
  private static final PledgeSigned SIGNED = new PledgeSigned(PLEDGE, CYCLE, MEMBER, null, null);
  private static final Reported SIX = reported(CLASSES, "6");
  private static final MidYearReviewSubmitted REVIEWED =
      new MidYearReviewSubmitted(
          PLEDGE, CYCLE, MEMBER, List.of(Result.of(TEN, Stage.MID_YEAR, SIX)), null);
  private static final YearEndReportSubmitted REPORTED =
      new YearEndReportSubmitted(
          PLEDGE, CYCLE, MEMBER, List.of(Result.of(TEN, Stage.YEAR_END, SIX)), null);

  // drafting

  @Test
  void a_member_drafts_its_pledge_and_sets_its_targets() {
    Living year = Lived.year();
    year.when(new DraftPledge(CYCLE, MEMBER, null, by(MEMBER))).then(DRAFTED);
    year.when(new SetTarget(CYCLE, MEMBER, TEN, by(MEMBER))).then(TEN_SET);
    year.when(new SetTarget(CYCLE, MEMBER, TWELVE, by(MEMBER)))
        .then(new TargetSet(PLEDGE, CYCLE, MEMBER, TWELVE));
    year.when(new DropTarget(CYCLE, MEMBER, CLASSES, by(MEMBER)))
        .then(new TargetDropped(PLEDGE, CYCLE, MEMBER, CLASSES));
  }

  @Test
  void a_pledge_is_drafted_once() {
    Lived.year()
        .given(DRAFTED)
        .when(new DraftPledge(CYCLE, MEMBER, null, by(MEMBER)))
        .refused(PLEDGE_ALREADY_DRAFTED);
  }

  @Test
  void a_signed_pledge_is_not_drafted_again() {
    Lived.year()
        .given(SIGNED)
        .when(new DraftPledge(CYCLE, MEMBER, null, by(MEMBER)))
        .refused(PLEDGE_ALREADY_SIGNED);
  }

  @Test
  void targets_need_a_draft() {
    Lived.year()
        .given(DRAFTED)
        .when(new DropTarget(CYCLE, MEMBER, CLASSES, by(MEMBER)))
        .refused(TARGET_NOT_PROMISED);
  }

  @Test
  void signed_targets_are_frozen_by_the_clause_on_pledges() {
    Living year = Lived.year(Step.PLEDGE, Step.MID_YEAR_REVIEW).given(DRAFTED, TEN_SET, SIGNED);
    assertThat(
            year.when(new SetTarget(CYCLE, MEMBER, TWELVE, by(MEMBER)))
                .refused(TARGETS_ARE_FROZEN)
                .clause())
        .isEqualTo("Điều pledge");
    year.when(new DropTarget(CYCLE, MEMBER, CLASSES, by(MEMBER))).refused(TARGETS_ARE_FROZEN);
  }

  @Test
  void a_target_has_the_amounts_that_its_direction_needs() {
    Living year = Lived.year().given(DRAFTED);
    for (Target wrong :
        List.of(
            target(CLASSES, Direction.HIGHER, null, null),
            target(CLASSES, Direction.LOWER, "1", "2"),
            target(CLASSES, Direction.WITHIN, "1", null),
            target(CLASSES, Direction.WITHIN, "2", "1"),
            target(CLASSES, Direction.DONE_OR_NOT, "1", null),
            target(CLASSES, Direction.COUNT, "1", null),
            target(CLASSES, Direction.MIXED, "1", null))) {
      year.when(new SetTarget(CYCLE, MEMBER, wrong, by(MEMBER))).refused(TARGET_DOES_NOT_FIT);
    }
    for (Target right :
        List.of(
            target(CLASSES, Direction.LOWER, "0", null),
            target(CLASSES, Direction.WITHIN, "1", "1"),
            target(CLASSES, Direction.DONE_OR_NOT, null, null),
            target(CLASSES, Direction.COUNT, null, null))) {
      year.when(new SetTarget(CYCLE, MEMBER, right, by(MEMBER)))
          .then(new TargetSet(PLEDGE, CYCLE, MEMBER, right));
    }
  }

  @Test
  void a_number_is_such_as_people_write() {
    Living year = Lived.year().given(DRAFTED);
    for (String wrong : List.of("1E+99999999", "0.123456789", "123456789012345678901")) {
      year.when(
              new SetTarget(
                  CYCLE, MEMBER, target(CLASSES, Direction.HIGHER, wrong, null), by(MEMBER)))
          .refused(NUMBER_NOT_PLAUSIBLE);
    }
  }

  // who, and when

  @Test
  void nobody_pledges_for_another_unit() {
    Lived.year().when(new DraftPledge(CYCLE, MEMBER, null, by(DEPUTY))).refused(NOT_YOUR_UNIT);
  }

  @Test
  void who_is_no_member_does_not_pledge() {
    Lived.year()
        .when(new DraftPledge(CYCLE, STRANGER, null, by(STRANGER)))
        .refused(PARTY_NOT_A_MEMBER);
  }

  @Test
  void a_unit_that_has_just_left_signs_nothing_and_reports_nothing() {
    Living year =
        Lived.year().given(DRAFTED, TEN_SET).givenOn(TODAY, new MemberReleased(BLOC, MEMBER));
    year.when(sign(by(MEMBER))).refused(PARTY_NOT_A_MEMBER);
    year.when(new SubmitMidYearReview(CYCLE, MEMBER, List.of(SIX), by(MEMBER)))
        .refused(PARTY_NOT_A_MEMBER);
  }

  @Test
  void a_unit_that_is_not_there_does_not_pledge() {
    UnitId gone = UnitId.of("kien-giang.khong-co");
    Lived.year()
        .when(new DraftPledge(CYCLE, gone, null, byAdministrator(TODAY)))
        .refused(PARTY_GONE);
  }

  @Test
  void a_year_that_is_not_open_takes_no_pledge() {
    Living.on(TODAY)
        .when(new DraftPledge(CYCLE, MEMBER, null, byAdministrator(TODAY)))
        .refused(CYCLE_NOT_OPEN);
    Lived.year()
        .given(DRAFTED, TEN_SET, new CycleClosed(CYCLE, List.of()))
        .when(sign(by(MEMBER)))
        .refused(CYCLE_NOT_OPEN);
  }

  @Test
  void what_took_place_earlier_is_entered_by_the_board_only_and_nothing_lies_ahead() {
    Living year = Lived.year().given(DRAFTED, TEN_SET);
    year.when(sign(Living.by(MEMBER, "2026-03-20"))).refused(EARLIER_ACT_BY_THE_BOARD);
    year.when(sign(byAdministrator("2026-07-11"))).refused(ACT_LIES_AHEAD);
    year.when(sign(byAdministrator("2026-03-20")));
    assertThat(year.appended()).hasSize(2);
  }

  @Test
  void the_blocs_own_pledge_is_made_by_its_leader() {
    PledgeId own = PledgeEvent.idOf(CYCLE, null);
    Living year = Lived.year();
    year.when(new DraftPledge(CYCLE, null, null, by(MEMBER))).refused(NOT_THE_LEADER);
    year.when(new DraftPledge(CYCLE, null, null, by(DEPUTY))).refused(NOT_THE_LEADER);
    year.when(new DraftPledge(CYCLE, null, null, by(LEADER)))
        .then(new PledgeDrafted(own, CYCLE, null, null));
  }

  // signing

  @Test
  void signing_tells_everybody_that_and_the_members_what() {
    Lived.year()
        .given(DRAFTED, TEN_SET)
        .when(new SignPledge(CYCLE, MEMBER, SIGNING, "Chúng tôi cam kết", null, null, by(MEMBER)))
        .then(
            new PledgeSigned(PLEDGE, CYCLE, MEMBER, words("Chúng tôi cam kết").words(), SIGNING),
            new PromiseMade(
                PLEDGE,
                CYCLE,
                MEMBER,
                null,
                null,
                words("Chúng tôi cam kết"),
                null,
                List.of(TEN),
                null));
  }

  @Test
  void a_file_is_signed_if_it_was_handed_in() {
    Living year = Lived.year();
    year.when(new SignPledge(CYCLE, MEMBER, null, null, NOT_KEPT, null, by(MEMBER)))
        .refused(FILE_NOT_KEPT);
    year.when(new SignPledge(CYCLE, MEMBER, null, null, FILE, null, by(MEMBER)))
        .then(
            new PledgeSigned(PLEDGE, CYCLE, MEMBER, FILE.slug(), null),
            new PromiseMade(PLEDGE, CYCLE, MEMBER, null, null, null, FILE, List.of(), null));
  }

  @Test
  void nothing_is_not_signed() {
    Lived.year().when(sign(by(MEMBER))).refused(NOTHING_TO_SIGN);
  }

  @Test
  void a_pledge_is_signed_once_also_where_a_paper_told_of_it() {
    Lived.year()
        .given(DRAFTED, TEN_SET, SIGNED)
        .when(sign(by(MEMBER)))
        .refused(PLEDGE_ALREADY_SIGNED);
    Lived.year()
        .given(Expected.told(SIGNED, "a-record", "2026-03-20"))
        .when(new SignPledge(CYCLE, MEMBER, null, "Cam kết", null, null, by(MEMBER)))
        .refused(PLEDGE_ALREADY_SIGNED);
  }

  @Test
  void a_conference_at_which_it_is_signed_is_known() {
    Lived.year()
        .given(DRAFTED, TEN_SET)
        .when(
            new SignPledge(
                CYCLE, MEMBER, ConferenceId.of("khong-co"), null, null, null, by(MEMBER)))
        .refused(CONFERENCE_NOT_KNOWN);
  }

  @Test
  void after_the_deadline_it_is_signed_late_and_on_the_last_day_it_is_not() {
    assertThat(promise("2026-06-30").late()).isEqualTo(new Late(LocalDate.of(2026, 6, 30), 10));
    assertThat(promise(TODAY).late()).isNull();
  }

  @Test
  void a_step_that_was_skipped_is_not_taken() {
    Living year =
        Lived.year(Step.PLEDGE, Step.MID_YEAR_REVIEW).given(DRAFTED, TEN_SET, skipped(Step.PLEDGE));
    assertThat(year.when(sign(by(MEMBER))).refused(STEP_SKIPPED).clause()).isEqualTo("Điều pledge");
  }

  // amending

  @Test
  void the_leader_approves_an_amendment_of_a_member() {
    Lived.year()
        .given(DRAFTED, TEN_SET, SIGNED)
        .when(amend(MEMBER, TWELVE, null, by(LEADER)))
        .then(
            new TargetAmended(PLEDGE, CYCLE, MEMBER, TWELVE, words("Tăng kinh phí"), LEADER, null));
  }

  @Test
  void a_member_does_not_approve_its_own_amendment_but_a_conference_does() {
    Living year = Lived.year().given(DRAFTED, TEN_SET, SIGNED);
    year.when(amend(MEMBER, TWELVE, null, by(MEMBER))).refused(NOT_THE_LEADER);
    year.when(amend(MEMBER, TWELVE, ConferenceId.of("khong-co"), by(MEMBER)))
        .refused(CONFERENCE_NOT_KNOWN);
    year.when(amend(MEMBER, TWELVE, SIGNING, by(DEPUTY))).refused(NOT_YOUR_UNIT);
    year.when(amend(MEMBER, TWELVE, SIGNING, by(MEMBER)))
        .then(
            new TargetAmended(
                PLEDGE, CYCLE, MEMBER, TWELVE, words("Tăng kinh phí"), null, SIGNING));
  }

  @Test
  void a_leader_does_not_approve_its_own_amendment() {
    PledgeId own = PledgeEvent.idOf(CYCLE, LEADER);
    Lived.year()
        .given(
            new PledgeDrafted(own, CYCLE, LEADER, null),
            new TargetSet(own, CYCLE, LEADER, TEN),
            new PledgeSigned(own, CYCLE, LEADER, null, null))
        .when(amend(LEADER, TWELVE, null, by(LEADER)))
        .refused(OWN_TARGET_NEEDS_A_CONFERENCE);
  }

  @Test
  void only_a_signed_target_is_amended_and_only_before_the_year_end_report() {
    Lived.year()
        .given(DRAFTED, TEN_SET)
        .when(amend(MEMBER, TWELVE, null, by(LEADER)))
        .refused(PLEDGE_NOT_SIGNED);
    Lived.year()
        .given(DRAFTED, TEN_SET, SIGNED)
        .when(amend(MEMBER, DONE, null, by(LEADER)))
        .refused(TARGET_NOT_PROMISED);
    Lived.year()
        .given(DRAFTED, TEN_SET, SIGNED, REPORTED)
        .when(amend(MEMBER, TWELVE, null, by(LEADER)))
        .refused(YEAR_END_ALREADY_REPORTED);
  }

  // reporting

  @Test
  void a_review_has_a_result_for_every_target_and_what_is_missing_is_missing() {
    Lived.year()
        .given(DRAFTED, TEN_SET, DONE_SET, SIGNED)
        .when(new SubmitMidYearReview(CYCLE, MEMBER, List.of(SIX), by(MEMBER)))
        .then(
            new MidYearReviewSubmitted(
                PLEDGE,
                CYCLE,
                MEMBER,
                List.of(
                    Result.of(TEN, Stage.MID_YEAR, SIX),
                    Result.of(DONE, Stage.MID_YEAR, Reported.nothing(PLAN))),
                null));
  }

  @Test
  void a_review_is_held_against_the_target_as_amended() {
    Living year =
        Lived.year()
            .given(
                DRAFTED,
                TEN_SET,
                SIGNED,
                new TargetAmended(PLEDGE, CYCLE, MEMBER, TWELVE, words("Tăng"), LEADER, null));
    year.when(new SubmitYearEndReport(CYCLE, MEMBER, List.of(SIX), by(MEMBER)))
        .then(
            new YearEndReportSubmitted(
                PLEDGE, CYCLE, MEMBER, List.of(Result.of(TWELVE, Stage.YEAR_END, SIX)), null));
  }

  @Test
  void a_late_review_says_how_late() {
    Living year =
        Lived.year()
            .given(DRAFTED, TEN_SET, SIGNED)
            .givenOn("2026-01-10", due(Step.MID_YEAR_REVIEW, "2026-07-05"));
    year.when(new SubmitMidYearReview(CYCLE, MEMBER, List.of(SIX), by(MEMBER)));
    assertThat(((MidYearReviewSubmitted) year.appended().getFirst()).late())
        .isEqualTo(new Late(LocalDate.of(2026, 7, 5), 5));
  }

  @Test
  void a_report_is_submitted_once() {
    Living year = Lived.year(Step.PLEDGE, Step.MID_YEAR_REVIEW, Step.YEAR_END_REVIEW);
    year.given(DRAFTED, TEN_SET, SIGNED, REVIEWED);
    assertThat(
            year.when(new SubmitMidYearReview(CYCLE, MEMBER, List.of(SIX), by(MEMBER)))
                .refused(ALREADY_SUBMITTED)
                .clause())
        .isEqualTo("Điều mid-year-review");
    year.given(REPORTED)
        .when(new SubmitYearEndReport(CYCLE, MEMBER, List.of(SIX), by(MEMBER)))
        .refused(ALREADY_SUBMITTED);
  }

  @Test
  void the_pledge_comes_before_the_review_by_the_clause_or_by_custom() {
    SubmitMidYearReview review = new SubmitMidYearReview(CYCLE, MEMBER, List.of(), by(MEMBER));
    assertThat(
            Lived.year(Step.PLEDGE, Step.MID_YEAR_REVIEW)
                .given(DRAFTED)
                .when(review)
                .refused(PLEDGE_NOT_SIGNED)
                .clause())
        .isEqualTo("Điều pledge");
    assertThat(Lived.year().given(DRAFTED).when(review).refused(PLEDGE_NOT_SIGNED).clause())
        .isNull();
  }

  @Test
  void a_regulation_may_have_another_order_and_a_bloc_may_skip_the_signing() {
    SubmitMidYearReview review = new SubmitMidYearReview(CYCLE, MEMBER, List.of(), by(MEMBER));
    for (Living year :
        List.of(
            Lived.year(Step.MID_YEAR_REVIEW, Step.PLEDGE),
            Lived.year(Step.PLEDGE, Step.MID_YEAR_REVIEW).given(skipped(Step.PLEDGE)))) {
      year.given(DRAFTED)
          .when(review)
          .then(new MidYearReviewSubmitted(PLEDGE, CYCLE, MEMBER, List.of(), null));
    }
  }

  @Test
  void no_review_of_half_a_year_after_that_of_the_whole_nor_where_it_is_skipped() {
    SubmitMidYearReview review = new SubmitMidYearReview(CYCLE, MEMBER, List.of(SIX), by(MEMBER));
    assertThat(
            Lived.year(Step.PLEDGE, Step.MID_YEAR_REVIEW, Step.YEAR_END_REVIEW)
                .given(DRAFTED, TEN_SET, SIGNED, REPORTED)
                .when(review)
                .refused(YEAR_END_ALREADY_REPORTED)
                .clause())
        .isEqualTo("Điều year-end-review");
    Lived.year(Step.PLEDGE, Step.MID_YEAR_REVIEW)
        .given(DRAFTED, TEN_SET, SIGNED, skipped(Step.MID_YEAR_REVIEW))
        .when(review)
        .refused(STEP_SKIPPED);
  }

  @Test
  void a_result_belongs_to_a_target_comes_once_and_fits_it() {
    Living year = Lived.year().given(DRAFTED, TEN_SET, DONE_SET, SIGNED);
    year.when(review(reported(new TargetId("khac"), "1"))).refused(TARGET_NOT_PROMISED);
    year.when(review(SIX, SIX)).refused(TARGET_REPORTED_TWICE);
    year.when(review(reported(PLAN, "1"))).refused(RESULT_DOES_NOT_FIT);
    year.when(review(new Reported(CLASSES, null, null, true, List.of())))
        .refused(RESULT_DOES_NOT_FIT);
    year.when(review(reported(CLASSES, "1E+9"))).refused(NUMBER_NOT_PLAUSIBLE);
    year.when(review(SIX, new Reported(PLAN, null, null, true, List.of())));
    assertThat(year.appended()).hasSize(1);
  }

  // evidence

  @Test
  void evidence_is_put_beside_a_reported_figure_once() {
    Living year = Lived.year().given(DRAFTED, TEN_SET, SIGNED, REVIEWED);
    AttachEvidence attach =
        new AttachEvidence(CYCLE, MEMBER, CLASSES, Stage.MID_YEAR, FILE, by(MEMBER));
    year.when(attach)
        .then(new EvidenceAttached(PLEDGE, CYCLE, MEMBER, CLASSES, Stage.MID_YEAR, FILE));
    year.when(attach).then();
  }

  @Test
  void evidence_needs_a_figure_and_a_file() {
    Living year = Lived.year().given(DRAFTED, TEN_SET, SIGNED, REVIEWED);
    year.when(new AttachEvidence(CYCLE, MEMBER, CLASSES, Stage.YEAR_END, FILE, by(MEMBER)))
        .refused(FIGURE_NOT_REPORTED);
    year.when(new AttachEvidence(CYCLE, MEMBER, PLAN, Stage.MID_YEAR, FILE, by(MEMBER)))
        .refused(FIGURE_NOT_REPORTED);
    year.when(new AttachEvidence(CYCLE, MEMBER, CLASSES, Stage.MID_YEAR, NOT_KEPT, by(MEMBER)))
        .refused(FILE_NOT_KEPT);
  }

  // transfer

  @Test
  void a_successor_keeps_the_pledge_of_a_unit_that_is_no_more() {
    Living year =
        Lived.year()
            .given(DRAFTED, TEN_SET, SIGNED)
            .givenOn(TODAY, new MemberReleased(BLOC, MEMBER));
    year.when(new TransferPledge(CYCLE, MEMBER, DEPUTY, Living.byTheBoard(TODAY)))
        .then(new PledgeTransferred(PLEDGE, CYCLE, MEMBER, DEPUTY));
    year.when(new SubmitMidYearReview(CYCLE, MEMBER, List.of(SIX), by(MEMBER)))
        .refused(NOT_YOUR_UNIT);
    year.when(new SubmitMidYearReview(CYCLE, MEMBER, List.of(SIX), by(DEPUTY))).then(REVIEWED);
  }

  @Test
  void a_pledge_that_ended_takes_nothing_more() {
    Living year =
        Lived.year()
            .given(DRAFTED, TEN_SET, SIGNED, new PledgeTransferred(PLEDGE, CYCLE, MEMBER, null));
    year.when(review(SIX)).refused(PLEDGE_ENDED);
    year.when(new TransferPledge(CYCLE, MEMBER, DEPUTY, Living.byTheBoard(TODAY)))
        .refused(PLEDGE_ENDED);
  }

  @Test
  void the_board_alone_transfers_and_to_another_member_only() {
    Living year = Lived.year().given(DRAFTED);
    year.when(new TransferPledge(CYCLE, MEMBER, DEPUTY, by(LEADER))).refused(NOT_THE_BOARD);
    for (UnitId unsuitable : List.of(STRANGER, MEMBER)) {
      year.when(new TransferPledge(CYCLE, MEMBER, unsuitable, Living.byTheBoard(TODAY)))
          .refused(SUCCESSOR_NOT_SUITABLE);
    }
    year.when(new TransferPledge(CYCLE, DEPUTY, MEMBER, Living.byTheBoard(TODAY)));
    assertThat(year.appended()).isEmpty();
  }

  // what others ask

  @Test
  void a_pledge_says_which_duties_are_done() {
    Living year = Lived.year().given(DRAFTED, TEN_SET);
    assertThat(duty(year).done(Step.PLEDGE)).isFalse();
    assertThat(duty(year).isOpen()).isFalse();
    year.given(SIGNED);
    assertThat(duty(year).done(Step.PLEDGE)).isTrue();
    assertThat(duty(year).done(Step.MID_YEAR_REVIEW)).isFalse();
    assertThat(duty(year).isOpen()).isTrue();
    year.given(REVIEWED, REPORTED);
    assertThat(duty(year).done(Step.MID_YEAR_REVIEW)).isTrue();
    assertThat(duty(year).done(Step.YEAR_END_REVIEW)).isTrue();
    assertThat(duty(year).done(Step.RANKING)).isFalse();
    assertThat(duty(year).isOpen()).isFalse();
  }

  private static Duty duty(Living year) {
    return year.streams().peek(Duty.class, PLEDGE.stream());
  }

  private static PromiseMade promise(String deadline) {
    Living year =
        Lived.year()
            .given(DRAFTED, TEN_SET)
            .givenOn("2026-01-10", due(Step.PLEDGE, deadline))
            .when(sign(by(MEMBER)));
    return (PromiseMade) year.appended().getLast();
  }

  private static SignPledge sign(Envelope envelope) {
    return new SignPledge(CYCLE, MEMBER, null, null, null, null, envelope);
  }

  private static AmendTarget amend(
      UnitId party, Target target, ConferenceId conference, Envelope envelope) {
    return new AmendTarget(CYCLE, party, target, "Tăng kinh phí", conference, envelope);
  }

  private static SubmitMidYearReview review(Reported... results) {
    return new SubmitMidYearReview(CYCLE, MEMBER, List.of(results), by(MEMBER));
  }

  private static StepSkipped skipped(Step step) {
    return new StepSkipped(CYCLE, step, "01/QĐ-KTĐ4", "Điều 9", words("Không tổ chức"));
  }

  private static Reported reported(TargetId target, String actual) {
    return new Reported(
        target, new Amount(new BigDecimal(actual), Bound.EXACTLY), null, null, List.of());
  }

  private static Target target(TargetId id, Direction direction, String amount, String upTo) {
    return new Target(
        id,
        1,
        "Lớp đào tạo",
        "lớp",
        direction,
        Target.Kind.FLOW,
        amount == null ? null : new BigDecimal(amount),
        upTo == null ? null : new BigDecimal(upTo),
        null,
        List.of(),
        null,
        List.of());
  }
}
