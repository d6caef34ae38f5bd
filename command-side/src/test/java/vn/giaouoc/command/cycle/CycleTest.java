package vn.giaouoc.command.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.cycle.CycleRejection.*;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_BOARD;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER_OR_A_DEPUTY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.giaouoc.command.Expected;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.cycle.CycleCommand.AdoptPledgeContents;
import vn.giaouoc.command.cycle.CycleCommand.AdoptRegulation;
import vn.giaouoc.command.cycle.CycleCommand.AdvanceStep;
import vn.giaouoc.command.cycle.CycleCommand.CloseCycle;
import vn.giaouoc.command.cycle.CycleCommand.EndEarly;
import vn.giaouoc.command.cycle.CycleCommand.ExcludeUnit;
import vn.giaouoc.command.cycle.CycleCommand.ExtendDeadline;
import vn.giaouoc.command.cycle.CycleCommand.OpenCycle;
import vn.giaouoc.command.cycle.CycleCommand.ReadmitUnit;
import vn.giaouoc.command.cycle.CycleCommand.Remind;
import vn.giaouoc.command.cycle.CycleCommand.ReopenCycle;
import vn.giaouoc.command.cycle.CycleCommand.SetDeadline;
import vn.giaouoc.command.cycle.CycleCommand.SkipStep;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceHeld;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent.CycleClosed;
import vn.giaouoc.shared.cycle.CycleEvent.CycleEndedEarly;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.CycleReopened;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineExtended;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineSet;
import vn.giaouoc.shared.cycle.CycleEvent.ExclusionReasoned;
import vn.giaouoc.shared.cycle.CycleEvent.Outcome;
import vn.giaouoc.shared.cycle.CycleEvent.PeriodSet;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContent;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContentsStated;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.cycle.CycleEvent.ReminderSent;
import vn.giaouoc.shared.cycle.CycleEvent.Settlement;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepAdvanced;
import vn.giaouoc.shared.cycle.CycleEvent.StepRecorded;
import vn.giaouoc.shared.cycle.CycleEvent.StepSkipped;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.cycle.CycleEvent.UnitExcluded;
import vn.giaouoc.shared.cycle.CycleEvent.UnitReadmitted;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.regulation.AwardRule;
import vn.giaouoc.shared.regulation.ExclusionRule;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.ScoringRule;
import vn.giaouoc.shared.regulation.Regulation.StepRule;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

class CycleTest {

  private static final String TODAY = "2027-03-10";
  private static final BlocId BLOC = BlocId.of("kien-giang.khoi-4");
  private static final BlocId OTHER = BlocId.of("an-giang-2025.khoi-7");
  private static final CycleId YEAR = CycleId.of("kien-giang.khoi-4.2027");
  private static final UnitId HEALTH = UnitId.of("kien-giang.so-y-te");
  private static final UnitId CULTURE = UnitId.of("kien-giang.so-van-hoa");
  private static final UnitId TOURISM = UnitId.of("kien-giang.so-du-lich");
  private static final UnitId FORMER = UnitId.of("kien-giang.so-tai-chinh");
  private static final ConferenceId LAST_YEAR_END =
      ConferenceId.of("kien-giang.khoi-4.2026.year-end");
  private static final Envelope BOARD = Living.byTheBoard(TODAY);
  private static final Envelope LEADER = Living.by(HEALTH, TODAY);
  private static final Envelope DEPUTY = Living.by(CULTURE, TODAY);
  private static final Envelope MEMBER = Living.by(TOURISM, TODAY);
  private static final Envelope PAST_LEADER = Living.by(FORMER, TODAY);
  private static final CycleOpened OPENED = new CycleOpened(YEAR, BLOC, 2027);
  private static final LocalDate DUE = LocalDate.of(2027, 3, 31);

  private static final Regulation RULES =
      rules(
          "12/QC-K4",
          "2027-03-10",
          rule(Step.REGULATION, "Điều 4", null, false),
          rule(Step.PLEDGE, "Điều 5", DUE, false),
          rule(Step.MID_YEAR_REVIEW, "Điều 6", LocalDate.of(2027, 7, 31), true),
          rule(Step.YEAR_END_REVIEW, "Điều 7", null, false),
          rule(Step.HANDOVER, "Điều 9", null, false));

  private static Regulation rules(String number, String from, StepRule... steps) {
    return new Regulation(
        number, "Quy chế hoạt động", null, LocalDate.parse(from), List.of(steps), List.of(), null);
  }

  private static StepRule rule(Step step, String clause, LocalDate due, boolean optional) {
    return new StepRule(step, clause, due, optional);
  }

  private static UnitRegistered unit(UnitId unit) {
    return new UnitRegistered(unit, unit.slug(), UnitKind.DEPARTMENT, null);
  }

  /** A bloc of three led by the department of health, with culture as its deputy. */
  private static Living bloc() {
    return Living.on(TODAY)
        .givenOn(
            "2026-01-05",
            unit(HEALTH),
            unit(CULTURE),
            unit(TOURISM),
            unit(FORMER),
            new BlocEstablished(BLOC, "Khối thi đua 4", "khối", null),
            new BlocEstablished(OTHER, "Khối thi đua 7", "khối", null),
            new MemberAdmitted(BLOC, HEALTH),
            new MemberAdmitted(BLOC, CULTURE),
            new MemberAdmitted(BLOC, TOURISM),
            new MemberAdmitted(BLOC, FORMER),
            new LeadershipInstalled(BLOC, Term.year(2026), FORMER, List.of()))
        .givenOn(
            "2027-02-01",
            new LeadershipInstalled(BLOC, Term.year(2027), HEALTH, List.of(new Deputy(CULTURE, 1))),
            new MemberReleased(BLOC, FORMER));
  }

  private static Living year(Object... events) {
    return bloc().givenOn("2027-02-02", OPENED).given(events);
  }

  private static Living governed(Object... events) {
    return year(new RegulationAdopted(YEAR, RULES), done(Step.REGULATION)).given(events);
  }

  private static StepAdvanced done(Step step) {
    return new StepAdvanced(YEAR, step, null, null, false, "12/QC-K4", null, null);
  }

  private static Living over(Object... events) {
    return governed(
            done(Step.PLEDGE),
            done(Step.MID_YEAR_REVIEW),
            done(Step.YEAR_END_REVIEW),
            new CycleClosed(YEAR, List.of(Step.HANDOVER)))
        .given(events);
  }

  private static PledgeSigned signed(UnitId unit) {
    return new PledgeSigned(PledgeEvent.idOf(YEAR, unit), YEAR, unit, null, null);
  }

  private static AdvanceStep advance(Step step, Envelope by) {
    return new AdvanceStep(YEAR, step, null, null, by);
  }

  // opening

  @Test
  void the_leader_in_office_or_the_board_opens_the_year_and_nobody_else() {
    bloc().when(open(LEADER)).then(OPENED);
    bloc().when(open(BOARD)).then(OPENED);
    for (Envelope other : List.of(DEPUTY, MEMBER, PAST_LEADER)) {
      bloc().when(open(other)).refused(NOT_THE_LEADER);
    }
  }

  @Test
  void a_year_is_opened_once_also_where_history_tells_of_it() {
    year().when(open(LEADER)).refused(CYCLE_ALREADY_OPENED);
    bloc()
        .given(Expected.told(OPENED, "a-record", "2027-01-20"))
        .when(open(LEADER))
        .refused(CYCLE_ALREADY_OPENED);
    bloc().given(Expected.withdrawn(OPENED).toArray()).when(open(LEADER)).then(OPENED);
  }

  @Test
  void a_year_is_one_of_an_established_bloc_and_called_by_it() {
    Living.on(TODAY).when(open(BOARD)).refused(BLOC_NOT_ESTABLISHED);
    bloc()
        .when(new OpenCycle(CycleId.of("khac.2027"), BLOC, 2027, null, null, LEADER))
        .refused(CYCLE_MISNAMED);
  }

  @Test
  void a_year_can_be_the_next_and_not_the_one_after_nor_one_before_emulation_began() {
    bloc()
        .when(new OpenCycle(CycleId.of("kien-giang.khoi-4.2028"), BLOC, 2028, null, null, LEADER))
        .then(new CycleOpened(CycleId.of("kien-giang.khoi-4.2028"), BLOC, 2028));
    for (int year : List.of(2029, 1947, -1)) {
      bloc().when(new OpenCycle(YEAR, BLOC, year, null, null, LEADER)).refused(YEAR_CANNOT_BE);
    }
  }

  @Test
  void a_school_year_has_its_own_first_and_last_day() {
    LocalDate from = LocalDate.of(2027, 9, 1);
    LocalDate to = LocalDate.of(2028, 5, 31);
    bloc()
        .when(new OpenCycle(YEAR, BLOC, 2027, from, to, LEADER))
        .then(OPENED, new PeriodSet(YEAR, from, to));
    bloc().when(new OpenCycle(YEAR, BLOC, 2027, from, null, LEADER)).refused(PERIOD_CANNOT_BE);
    bloc().when(new OpenCycle(YEAR, BLOC, 2027, null, to, LEADER)).refused(PERIOD_CANNOT_BE);
    bloc().when(new OpenCycle(YEAR, BLOC, 2027, to, from, LEADER)).refused(PERIOD_CANNOT_BE);
    bloc()
        .when(new OpenCycle(YEAR, BLOC, 2027, from, from.plusMonths(19), LEADER))
        .refused(PERIOD_CANNOT_BE);
  }

  // the regulation

  @Test
  void a_regulation_is_adopted_and_that_step_is_done_by_it() {
    year()
        .when(adopt(RULES, LEADER))
        .then(
            new RegulationAdopted(YEAR, RULES),
            new StepAdvanced(YEAR, Step.REGULATION, null, null, false, "12/QC-K4", "Điều 4", null));
  }

  @Test
  void only_the_leader_or_the_board_adopts_it() {
    year().when(adopt(RULES, DEPUTY)).refused(NOT_THE_LEADER);
    year().when(adopt(RULES, PAST_LEADER)).refused(NOT_THE_LEADER);
    assertThat(year().when(adopt(RULES, BOARD)).appended()).hasSize(2);
  }

  @Test
  void a_regulation_does_not_reach_back_before_its_adoption_or_a_step_that_was_taken() {
    year().when(adopt(rules("1", "2027-03-09"), LEADER)).refused(REGULATION_REACHES_BACK);
    assertThat(year().when(adopt(rules("1", "2027-03-09"), on("2027-03-09"))).appended())
        .hasSize(2);
    year(done(Step.PLEDGE))
        .when(adopt(rules("1", "2027-03-09"), on("2027-03-09")))
        .refused(REGULATION_REACHES_BACK);
  }

  @Test
  void a_newer_version_governs_from_a_later_day_under_another_number() {
    governed()
        .when(adopt(rules("13/QC-K4", "2027-05-01"), LEADER))
        .then(new RegulationAdopted(YEAR, rules("13/QC-K4", "2027-05-01")));
    governed().when(adopt(rules("13/QC-K4", "2027-03-10"), LEADER)).refused(REGULATION_OVERLAPS);
    governed().when(adopt(rules("12/QC-K4", "2027-05-01"), LEADER)).refused(REGULATION_NUMBER_USED);
  }

  @Test
  void a_version_governs_from_its_first_day() {
    Living living = governed(new RegulationAdopted(YEAR, rules("13/QC-K4", "2027-05-01")));
    Year year = living.streams().peek(Year.class, YEAR.stream());
    assertThat(year.regulationOn(LocalDate.of(2027, 3, 9))).isNull();
    assertThat(year.regulationOn(LocalDate.of(2027, 4, 30)).number()).isEqualTo("12/QC-K4");
    assertThat(year.regulationOn(LocalDate.of(2027, 5, 1)).number()).isEqualTo("13/QC-K4");
  }

  @Test
  void a_broken_regulation_is_refused_with_its_place() {
    StepRule pledge = rule(Step.PLEDGE, "Điều 5", DUE, false);
    broken(rules(" ", "2027-03-10"), REGULATION_INCOMPLETE, "/number");
    broken(
        new Regulation("1", "Quy chế", null, null, null, null, null),
        REGULATION_INCOMPLETE,
        "/validFrom");
    broken(
        rules("1", "2027-03-10", rule(null, "Điều 5", null, false)),
        REGULATION_INCOMPLETE,
        "/steps/0/step");
    broken(
        rules("1", "2027-03-10", pledge, rule(Step.HANDOVER, "", null, false)),
        REGULATION_INCOMPLETE,
        "/steps/1/clause");
    broken(rules("1", "2027-03-10", pledge, pledge), REGULATION_STATES_TWICE, "/steps/1/step");
    broken(
        rules(
            "1",
            "2027-03-10",
            pledge,
            rule(Step.MID_YEAR_REVIEW, "Điều 6", DUE.minusDays(1), false)),
        REGULATION_DEADLINES_OUT_OF_ORDER,
        "/steps/1/due");
    AwardRule flag = AwardRule.fixed(Title.FLAG, Track.ANNUAL, 1, "Điều 8");
    broken(awards(flag, flag), REGULATION_STATES_TWICE, "/awards/1/title");
    broken(
        awards(AwardRule.fixed(Title.FLAG, Track.ANNUAL, -1, "Điều 8")),
        REGULATION_VALUE_CANNOT_BE,
        "/awards/0/count/number");
    broken(
        new Regulation(
            "1",
            "Quy chế",
            null,
            LocalDate.parse(TODAY),
            null,
            null,
            new ScoringRule(BigDecimal.ZERO, true, "Điều 8")),
        REGULATION_VALUE_CANNOT_BE,
        "/scoring/maximum");
  }

  private static Regulation awards(AwardRule... awards) {
    return new Regulation(
        "1", "Quy chế", null, LocalDate.parse(TODAY), List.of(), List.of(awards), null);
  }

  private static void broken(Regulation regulation, CycleRejection reason, String place) {
    assertThat(year().when(adopt(regulation, LEADER)).refused(reason).subject()).isEqualTo(place);
  }

  // contents of the pledge

  @Test
  void contents_are_adopted_until_the_pledge_is_signed() {
    AdoptPledgeContents command =
        new AdoptPledgeContents(YEAR, List.of("Phát triển kinh tế", "Xây dựng Đảng"), LEADER);
    year()
        .when(command)
        .then(
            new PledgeContentsStated(
                YEAR,
                null,
                List.of(
                    new PledgeContent(1, Living.words("Phát triển kinh tế")),
                    new PledgeContent(2, Living.words("Xây dựng Đảng")))));
    year(done(Step.PLEDGE)).when(command).refused(STEP_ALREADY_DONE);
    year().when(new AdoptPledgeContents(YEAR, List.of(), LEADER)).refused(NO_CONTENTS);
    year().when(new AdoptPledgeContents(YEAR, List.of("a"), DEPUTY)).refused(NOT_THE_LEADER);
  }

  // deadlines

  @Test
  void a_deadline_is_set_once_and_a_deputy_may() {
    SetDeadline command = new SetDeadline(YEAR, Step.SCORING, DUE, DEPUTY);
    year().when(command).then(new DeadlineSet(YEAR, Step.SCORING, DUE));
    year(new DeadlineSet(YEAR, Step.SCORING, DUE)).when(command).refused(DEADLINE_ALREADY_SET);
    year()
        .when(new SetDeadline(YEAR, Step.SCORING, DUE, MEMBER))
        .refused(NOT_THE_LEADER_OR_A_DEPUTY);
    year()
        .when(new SetDeadline(YEAR, Step.SCORING, DUE, PAST_LEADER))
        .refused(NOT_THE_LEADER_OR_A_DEPUTY);
  }

  @Test
  void what_the_regulation_sets_is_only_extended_and_its_clause_is_cited() {
    Living living =
        governed()
            .when(new SetDeadline(YEAR, Step.PLEDGE, DUE, LEADER))
            .refused(DEADLINE_ALREADY_SET);
    assertThat(living.clause()).isEqualTo("Điều 5");
    living
        .when(extend(Step.PLEDGE, DUE.plusDays(9)))
        .then(
            new DeadlineExtended(
                YEAR, Step.PLEDGE, DUE, DUE.plusDays(9), Living.words("Chờ hướng dẫn")));
  }

  @Test
  void a_deadline_is_today_or_later_and_near_the_year() {
    year()
        .when(new SetDeadline(YEAR, Step.SCORING, LocalDate.parse(TODAY), LEADER))
        .then(new DeadlineSet(YEAR, Step.SCORING, LocalDate.parse(TODAY)));
    year()
        .when(new SetDeadline(YEAR, Step.SCORING, LocalDate.of(2027, 3, 9), LEADER))
        .refused(DEADLINE_PASSED);
    year()
        .when(new SetDeadline(YEAR, Step.SCORING, LocalDate.of(2072, 3, 31), LEADER))
        .refused(DEADLINE_CANNOT_BE);
  }

  @Test
  void an_extension_is_later_than_what_it_extends() {
    year().when(extend(Step.SCORING, DUE)).refused(NO_DEADLINE);
    DeadlineSet set = new DeadlineSet(YEAR, Step.SCORING, DUE);
    year(set).when(extend(Step.SCORING, DUE)).refused(DEADLINE_NOT_LATER);
    year(set)
        .when(extend(Step.SCORING, DUE.plusDays(1)))
        .then(
            new DeadlineExtended(
                YEAR, Step.SCORING, DUE, DUE.plusDays(1), Living.words("Chờ hướng dẫn")));
    year(set, done(Step.SCORING))
        .when(extend(Step.SCORING, DUE.plusDays(1)))
        .refused(STEP_ALREADY_DONE);
  }

  // steps

  @Test
  void a_step_in_its_order_is_done_in_time() {
    governed()
        .when(advance(Step.PLEDGE, DEPUTY))
        .then(new StepAdvanced(YEAR, Step.PLEDGE, null, DUE, false, "12/QC-K4", "Điều 5", null));
  }

  @Test
  void a_late_step_is_taken_and_flagged() {
    LocalDate past = LocalDate.of(2027, 3, 1);
    year(new DeadlineSet(YEAR, Step.PLEDGE, past))
        .when(advance(Step.PLEDGE, LEADER))
        .then(new StepAdvanced(YEAR, Step.PLEDGE, null, past, true, null, null, null));
    year(new DeadlineSet(YEAR, Step.PLEDGE, past))
        .when(advance(Step.PLEDGE, on("2027-03-01")))
        .then(new StepAdvanced(YEAR, Step.PLEDGE, null, past, false, null, null, null));
  }

  @Test
  void before_any_regulation_no_order_is_kept_and_none_is_said_to_govern() {
    year()
        .when(advance(Step.YEAR_END_REVIEW, LEADER))
        .then(new StepAdvanced(YEAR, Step.YEAR_END_REVIEW, null, null, false, null, null, null));
    year().when(advance(Step.REGULATION, LEADER)).refused(NO_RULE_YET);
  }

  @Test
  void a_step_out_of_order_needs_the_clause_that_allows_it() {
    Living living =
        governed().when(advance(Step.YEAR_END_REVIEW, LEADER)).refused(STEP_OUT_OF_ORDER);
    assertThat(living.clause()).isEqualTo("Điều 7");
    assertThat(living.subject()).isEqualTo("pledge, mid-year-review");
    living
        .when(new AdvanceStep(YEAR, Step.YEAR_END_REVIEW, null, "Điều 7 khoản 3", LEADER))
        .then(
            new StepAdvanced(
                YEAR,
                Step.YEAR_END_REVIEW,
                null,
                null,
                false,
                "12/QC-K4",
                "Điều 7",
                "Điều 7 khoản 3"));
  }

  @Test
  void a_step_is_done_once_also_where_history_told_of_it() {
    year(done(Step.PLEDGE)).when(advance(Step.PLEDGE, LEADER)).refused(STEP_ALREADY_DONE);
    assertThat(
            governed(done(Step.PLEDGE))
                .when(advance(Step.PLEDGE, LEADER))
                .refused(STEP_ALREADY_DONE)
                .clause())
        .isEqualTo("Điều 5");
    year(Expected.told(
            new StepRecorded(YEAR, Step.PLEDGE, StepState.DONE, null), "a-record", "2027-03-01"))
        .when(advance(Step.PLEDGE, LEADER))
        .refused(STEP_ALREADY_DONE);
  }

  @Test
  void a_step_of_this_year_is_done_at_the_conference_that_ended_the_last() {
    year(new ConferenceHeld(
            LAST_YEAR_END,
            BLOC,
            List.of(CycleId.of("kien-giang.khoi-4.2026")),
            ConferenceKind.YEAR_END,
            "Hội nghị tổng kết",
            null))
        .when(new AdvanceStep(YEAR, Step.PLEDGE, LAST_YEAR_END, null, LEADER))
        .then(new StepAdvanced(YEAR, Step.PLEDGE, LAST_YEAR_END, null, false, null, null, null));
    year()
        .when(new AdvanceStep(YEAR, Step.PLEDGE, LAST_YEAR_END, null, LEADER))
        .refused(CONFERENCE_NOT_KNOWN);
  }

  @Test
  void the_day_of_an_act_is_exact_and_has_come() {
    year().when(advance(Step.PLEDGE, on("2027-03-11"))).refused(DAY_HAS_NOT_COME);
    year().when(advance(Step.PLEDGE, on("2027-02"))).refused(DAY_NOT_EXACT);
    year().when(advance(Step.PLEDGE, on("unknown"))).refused(DAY_NOT_EXACT);
  }

  @Test
  void neither_a_member_nor_a_past_leader_advances_a_step() {
    for (Envelope other : List.of(MEMBER, PAST_LEADER)) {
      year().when(advance(Step.PLEDGE, other)).refused(NOT_THE_LEADER_OR_A_DEPUTY);
    }
  }

  @Test
  void only_what_the_regulation_leaves_to_the_bloc_is_skipped() {
    governed()
        .when(skip(Step.MID_YEAR_REVIEW))
        .then(
            new StepSkipped(
                YEAR,
                Step.MID_YEAR_REVIEW,
                "12/QC-K4",
                "Điều 6 khoản 2",
                Living.words("Dịch bệnh")));
    assertThat(governed().when(skip(Step.PLEDGE)).refused(STEP_NOT_OPTIONAL).clause())
        .isEqualTo("Điều 5");
    governed().when(skip(Step.SCORING)).refused(STEP_NOT_OPTIONAL);
    year().when(skip(Step.MID_YEAR_REVIEW)).refused(NO_RULE_YET);
  }

  @Test
  void a_skipped_step_is_neither_skipped_again_nor_done() {
    StepSkipped skipped =
        new StepSkipped(YEAR, Step.MID_YEAR_REVIEW, "12/QC-K4", "Điều 6", Living.words("x"));
    Living again = governed(skipped).when(skip(Step.MID_YEAR_REVIEW)).refused(STEP_ALREADY_SKIPPED);
    assertThat(again.clause()).isEqualTo("Điều 6");
    governed(skipped).when(advance(Step.MID_YEAR_REVIEW, LEADER)).refused(STEP_ALREADY_SKIPPED);
  }

  // reminders

  @Test
  void those_who_have_not_signed_are_reminded_and_nobody_else() {
    governed(signed(HEALTH), signed(FORMER))
        .when(new Remind(YEAR, Step.PLEDGE, DEPUTY))
        .then(new ReminderSent(YEAR, Step.PLEDGE, DUE, List.of(TOURISM, CULTURE)));
  }

  @Test
  void nobody_is_reminded_where_all_have_done_it() {
    governed(signed(HEALTH), signed(CULTURE), signed(TOURISM))
        .when(new Remind(YEAR, Step.PLEDGE, LEADER))
        .then();
  }

  @Test
  void who_is_excluded_or_has_left_is_not_reminded() {
    governed(
            signed(HEALTH),
            new UnitExcluded(YEAR, CULTURE, "Điều 8"),
            new MemberReleased(BLOC, TOURISM))
        .when(new Remind(YEAR, Step.PLEDGE, LEADER))
        .then();
  }

  @Test
  void scoring_is_asked_of_the_sheets_and_reviews_of_the_pledges() {
    for (Step step : List.of(Step.SCORING, Step.MID_YEAR_REVIEW, Step.YEAR_END_REVIEW)) {
      assertThat(year().when(new Remind(YEAR, step, LEADER)).appended())
          .containsExactly(new ReminderSent(YEAR, step, null, List.of(TOURISM, CULTURE, HEALTH)));
    }
  }

  @Test
  void nobody_is_reminded_of_what_is_done_or_of_what_only_the_leader_does() {
    year(done(Step.PLEDGE)).when(new Remind(YEAR, Step.PLEDGE, LEADER)).refused(STEP_ALREADY_DONE);
    year().when(new Remind(YEAR, Step.RANKING, LEADER)).refused(NOTHING_ASKED_OF_MEMBERS);
    year().when(new Remind(YEAR, Step.PLEDGE, MEMBER)).refused(NOT_THE_LEADER_OR_A_DEPUTY);
    year().when(new Remind(YEAR, Step.PLEDGE, PAST_LEADER)).refused(NOT_THE_LEADER_OR_A_DEPUTY);
  }

  @Test
  void the_program_itself_reminds_and_does_nothing_else() {
    Envelope system = Envelope.firstHand(When.of(TODAY), Actor.SYSTEM);
    Envelope impostor = Envelope.firstHand(When.of(TODAY), new Actor("x", null, "system"));
    governed(signed(HEALTH))
        .when(new Remind(YEAR, Step.PLEDGE, system))
        .then(new ReminderSent(YEAR, Step.PLEDGE, DUE, List.of(TOURISM, CULTURE)));
    governed(signed(HEALTH), signed(CULTURE), signed(TOURISM))
        .when(new Remind(YEAR, Step.PLEDGE, system))
        .then();
    year(done(Step.PLEDGE)).when(new Remind(YEAR, Step.PLEDGE, system)).refused(STEP_ALREADY_DONE);
    year().when(new Remind(YEAR, Step.PLEDGE, impostor)).refused(NOT_THE_LEADER_OR_A_DEPUTY);
    year()
        .when(new SetDeadline(YEAR, Step.MID_YEAR_REVIEW, DUE, system))
        .refused(NOT_THE_LEADER_OR_A_DEPUTY);
  }

  // exclusion

  @Test
  void an_exclusion_says_its_clause_to_all_and_its_finding_to_the_leadership() {
    year()
        .when(exclude(TOURISM, LEADER))
        .then(
            new UnitExcluded(YEAR, TOURISM, "Điều 8"),
            new ExclusionReasoned(YEAR, TOURISM, Living.words("Có kết luận vi phạm")));
  }

  @Test
  void only_a_member_is_excluded_and_only_once() {
    year().when(exclude(FORMER, LEADER)).refused(NOT_A_MEMBER);
    year(new UnitExcluded(YEAR, TOURISM, "Điều 8"))
        .when(exclude(TOURISM, LEADER))
        .refused(ALREADY_EXCLUDED);
    year().when(exclude(TOURISM, DEPUTY)).refused(NOT_THE_LEADER);
    year().when(exclude(TOURISM, PAST_LEADER)).refused(NOT_THE_LEADER);
  }

  @Test
  void an_excluded_unit_is_readmitted_while_it_is_a_member() {
    ReadmitUnit command = new ReadmitUnit(YEAR, TOURISM, "Điều 8 khoản 3", LEADER);
    UnitExcluded excluded = new UnitExcluded(YEAR, TOURISM, "Điều 8");
    UnitReadmitted readmitted = new UnitReadmitted(YEAR, TOURISM, "Điều 8 khoản 3");
    year(excluded).when(command).then(readmitted);
    year().when(command).refused(NOT_EXCLUDED);
    year(excluded, readmitted).when(command).refused(NOT_EXCLUDED);
    year(excluded, new MemberReleased(BLOC, TOURISM)).when(command).refused(NOT_A_MEMBER);
    assertThat(year(excluded, readmitted).when(exclude(TOURISM, LEADER)).appended()).hasSize(2);
  }

  // the end

  @Test
  void a_year_is_closed_when_all_is_done_or_skipped_but_the_handover() {
    governed(
            done(Step.PLEDGE),
            new StepSkipped(YEAR, Step.MID_YEAR_REVIEW, "12/QC-K4", "Điều 6", Living.words("x")),
            done(Step.YEAR_END_REVIEW))
        .when(new CloseCycle(YEAR, LEADER))
        .then(new CycleClosed(YEAR, List.of(Step.HANDOVER)));
  }

  @Test
  void a_year_with_open_steps_is_not_closed_and_they_are_named() {
    Living living =
        governed(done(Step.PLEDGE)).when(new CloseCycle(YEAR, LEADER)).refused(STEPS_OPEN);
    assertThat(living.subject()).isEqualTo("mid-year-review, year-end-review");
    assertThat(living.clause()).isEqualTo("Điều 6");
    year().when(new CloseCycle(YEAR, LEADER)).refused(NO_RULE_YET);
    governed().when(new CloseCycle(YEAR, DEPUTY)).refused(NOT_THE_LEADER);
  }

  @Test
  void nothing_is_done_in_a_closed_year_but_the_handover_once() {
    over()
        .when(advance(Step.HANDOVER, LEADER))
        .then(new StepAdvanced(YEAR, Step.HANDOVER, null, null, false, "12/QC-K4", "Điều 9", null));
    over(done(Step.HANDOVER)).when(advance(Step.HANDOVER, LEADER)).refused(STEP_ALREADY_DONE);
    over().when(advance(Step.SCORING, LEADER)).refused(CYCLE_CLOSED);
    over().when(adopt(rules("13", "2027-12-01"), LEADER)).refused(CYCLE_CLOSED);
    over().when(new AdoptPledgeContents(YEAR, List.of("a"), LEADER)).refused(CYCLE_CLOSED);
    over().when(new SetDeadline(YEAR, Step.SCORING, DUE, LEADER)).refused(CYCLE_CLOSED);
    over().when(extend(Step.SCORING, DUE)).refused(CYCLE_CLOSED);
    over().when(skip(Step.SCORING)).refused(CYCLE_CLOSED);
    over().when(new Remind(YEAR, Step.SCORING, LEADER)).refused(CYCLE_CLOSED);
    over().when(exclude(TOURISM, LEADER)).refused(CYCLE_CLOSED);
    over().when(new ReadmitUnit(YEAR, TOURISM, "Điều 8", LEADER)).refused(CYCLE_CLOSED);
    over().when(new CloseCycle(YEAR, LEADER)).refused(CYCLE_CLOSED);
    over().when(end(List.of())).refused(CYCLE_CLOSED);
  }

  @Test
  void the_board_alone_reopens_what_is_closed() {
    ReopenCycle command = new ReopenCycle(YEAR, "Có khiếu nại", BOARD);
    over().when(command).then(new CycleReopened(YEAR, Living.words("Có khiếu nại")));
    over().when(new ReopenCycle(YEAR, "Có khiếu nại", LEADER)).refused(NOT_THE_BOARD);
    year().when(command).refused(CYCLE_NOT_CLOSED);
    over(new CycleReopened(YEAR, Living.words("x"))).when(command).refused(CYCLE_NOT_CLOSED);
    over(new CycleReopened(YEAR, Living.words("x")))
        .when(new CloseCycle(YEAR, LEADER))
        .then(new CycleClosed(YEAR, List.of(Step.HANDOVER)));
  }

  @Test
  void a_merger_ends_the_year_when_all_that_is_open_is_settled() {
    Settlement ofHealth =
        new Settlement(PledgeEvent.idOf(YEAR, HEALTH).stream(), Outcome.TRANSFERRED);
    Settlement ofFormer = new Settlement(PledgeEvent.idOf(YEAR, FORMER).stream(), Outcome.ENDED);
    Living living = year(signed(HEALTH), signed(FORMER));
    living.when(end(List.of(ofHealth))).refused(STILL_OPEN);
    assertThat(living.subject()).isEqualTo(ofFormer.stream());
    living
        .when(end(List.of(ofHealth, ofFormer, new Settlement("pledge:khac", Outcome.ENDED))))
        .refused(NOTHING_OPEN);
    living
        .when(end(List.of(ofHealth, ofFormer)))
        .then(
            new CycleEndedEarly(
                YEAR, OTHER, Living.words("Sáp nhập khối"), List.of(ofHealth, ofFormer)));
  }

  @Test
  void only_the_board_ends_a_year_early_into_another_bloc_and_that_is_final() {
    year()
        .when(new EndEarly(YEAR, OTHER, "Sáp nhập khối", List.of(), LEADER))
        .refused(NOT_THE_BOARD);
    year().when(new EndEarly(YEAR, BLOC, "Sáp nhập khối", List.of(), BOARD)).refused(INTO_ITSELF);
    year()
        .when(new EndEarly(YEAR, BlocId.of("khong-co"), "Sáp nhập khối", List.of(), BOARD))
        .refused(BLOC_NOT_ESTABLISHED);
    CycleEndedEarly ended = new CycleEndedEarly(YEAR, OTHER, Living.words("x"), List.of());
    year(ended).when(advance(Step.PLEDGE, LEADER)).refused(CYCLE_CLOSED);
    year(ended).when(end(List.of())).refused(CYCLE_CLOSED);
    year(ended).when(new ReopenCycle(YEAR, "x", BOARD)).refused(CYCLE_NOT_CLOSED);
  }

  @Test
  void nothing_is_done_in_a_year_whose_only_record_was_withdrawn() {
    bloc()
        .given(Expected.withdrawn(OPENED).toArray())
        .when(advance(Step.PLEDGE, LEADER))
        .refused(CYCLE_NOT_OPENED);
  }

  @Test
  void where_the_regulation_lists_grounds_a_unit_is_excluded_by_one_of_them_only() {
    Regulation listed =
        new Regulation(
            "12/QC-K4",
            "Quy chế",
            null,
            LocalDate.parse("2027-02-02"),
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            List.of(new ExclusionRule("khong-giao-uoc", "Không ký giao ước", "Điều 14 khoản 1")));
    Living living = year(new RegulationAdopted(YEAR, listed));
    living.when(exclude(TOURISM, LEADER)).refused(NOT_A_GROUND_FOR_EXCLUSION);
    assertThat(living.subject()).isEqualTo("khong-giao-uoc");
    living.when(new ExcludeUnit(YEAR, TOURISM, "khong-giao-uoc", "Có biên bản kèm theo", LEADER));
    assertThat(living.appended().getFirst())
        .isEqualTo(new UnitExcluded(YEAR, TOURISM, "Điều 14 khoản 1"));
  }

  @ParameterizedTest
  @EnumSource(CycleRejection.class)
  void every_refusal_is_in_both_languages(CycleRejection reason) {
    assertThat(reason.reason().vietnamese()).isNotBlank();
    assertThat(reason.reason().english()).isNotBlank().isNotEqualTo(reason.reason().vietnamese());
  }

  private static OpenCycle open(Envelope by) {
    return new OpenCycle(YEAR, BLOC, 2027, null, null, by);
  }

  private static AdoptRegulation adopt(Regulation regulation, Envelope by) {
    return new AdoptRegulation(YEAR, regulation, null, by);
  }

  private static ExtendDeadline extend(Step step, LocalDate due) {
    return new ExtendDeadline(YEAR, step, due, "Chờ hướng dẫn", LEADER);
  }

  private static SkipStep skip(Step step) {
    return new SkipStep(YEAR, step, "Điều 6 khoản 2", "Dịch bệnh", LEADER);
  }

  private static ExcludeUnit exclude(UnitId unit, Envelope by) {
    return new ExcludeUnit(YEAR, unit, "Điều 8", "Có kết luận vi phạm", by);
  }

  private static EndEarly end(List<Settlement> settled) {
    return new EndEarly(YEAR, OTHER, "Sáp nhập khối", settled, BOARD);
  }

  private static Envelope on(String day) {
    return Living.by(HEALTH, day);
  }
}
