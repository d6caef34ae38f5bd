package vn.giaouoc.command.award;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.award.AwardRejection.CONDITION_NOT_MET;
import static vn.giaouoc.command.award.AwardRejection.CONTEST_NOT_PROVIDED;
import static vn.giaouoc.command.award.AwardRejection.DEPARTURE_WITHOUT_REASON;
import static vn.giaouoc.command.award.AwardRejection.FILE_NOT_KEPT;
import static vn.giaouoc.command.award.AwardRejection.FINDING_WITHOUT_GROUND;
import static vn.giaouoc.command.award.AwardRejection.LEADER_OF_THE_CONTEST_FIRST;
import static vn.giaouoc.command.award.AwardRejection.NOBODY_DRAWN;
import static vn.giaouoc.command.award.AwardRejection.NOT_FOR_PEOPLE_TO_FIND;
import static vn.giaouoc.command.award.AwardRejection.NOT_RANKED_YET;
import static vn.giaouoc.command.award.AwardRejection.NO_RULE_TO_DRAW_BY;
import static vn.giaouoc.command.award.AwardRejection.QUOTA_EXCEEDED;
import static vn.giaouoc.command.award.AwardRejection.RANKING_REOPENED;
import static vn.giaouoc.command.award.AwardRejection.RULES_OF_BLOCS_DIFFER;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_BOARD;
import static vn.giaouoc.command.scoring.Scored.BLOC;
import static vn.giaouoc.command.scoring.Scored.BY_BOARD;
import static vn.giaouoc.command.scoring.Scored.BY_LEADER;
import static vn.giaouoc.command.scoring.Scored.CYCLE;
import static vn.giaouoc.command.scoring.Scored.DEPUTY;
import static vn.giaouoc.command.scoring.Scored.HEALTH;
import static vn.giaouoc.command.scoring.Scored.LABOUR;
import static vn.giaouoc.command.scoring.Scored.LEADER;
import static vn.giaouoc.command.scoring.Scored.PROVINCE;
import static vn.giaouoc.command.scoring.Scored.frozen;
import static vn.giaouoc.command.scoring.Scored.self;
import static vn.giaouoc.command.scoring.Scored.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.award.AwardCommand.Candidate;
import vn.giaouoc.command.award.AwardCommand.Finding;
import vn.giaouoc.command.award.AwardCommand.ProposeAwards;
import vn.giaouoc.command.scoring.Scored;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.award.AllotmentEvent.ShareTaken;
import vn.giaouoc.shared.award.AllotmentId;
import vn.giaouoc.shared.award.AwardEvent.About;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.Granted;
import vn.giaouoc.shared.award.AwardEvent.ProposalWithdrawn;
import vn.giaouoc.shared.award.AwardEvent.Recipient;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.CycleClosed;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineSet;
import vn.giaouoc.shared.cycle.CycleEvent.How;
import vn.giaouoc.shared.cycle.CycleEvent.Proposal;
import vn.giaouoc.shared.cycle.CycleEvent.ProposalsReasoned;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.UnitExcluded;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.pledge.Late;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.pledge.PledgeEvent.PromiseMade;
import vn.giaouoc.shared.regulation.AwardRule;
import vn.giaouoc.shared.regulation.Condition;
import vn.giaouoc.shared.regulation.Condition.FoundByPeople;
import vn.giaouoc.shared.regulation.Condition.NotAgain;
import vn.giaouoc.shared.regulation.Condition.PriorTitle;
import vn.giaouoc.shared.regulation.Condition.StepInTime;
import vn.giaouoc.shared.regulation.ContestRule;
import vn.giaouoc.shared.regulation.CountRule;
import vn.giaouoc.shared.regulation.CountRule.Across;
import vn.giaouoc.shared.regulation.CountRule.Fixed;
import vn.giaouoc.shared.regulation.CountRule.Parts;
import vn.giaouoc.shared.regulation.CountRule.Ratio;
import vn.giaouoc.shared.regulation.Proposals.Why;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Working;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SelfScoreEntered;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReopened;
import vn.giaouoc.shared.unit.UnitId;

/** Proposals that the regulation draws from the ranking, and those that depart from it. */
class DrawnProposalTest {

  private static final Authority BY_PROVINCE = new Authority(PROVINCE, "UBND tỉnh");
  private static final CycleId BEFORE = CycleId.of("kien-giang.khoi-4.2025");
  private static final Condition IN_TIME = new Condition.PledgeSigned(true, "Điều 3");
  private static final FoundByPeople NEW = new FoundByPeople("moi", "Có mô hình mới", "Điều 4");

  private static Living ranked(CountRule count, Condition... conditions) {
    return ranked(
        new AwardRule(
            Title.FLAG, Track.ANNUAL, "Điều 12", null, List.of(), count, List.of(conditions)));
  }

  private static Living ranked(AwardRule... awards) {
    return ranked(
        settled(LEADER, 1), settled(DEPUTY, 2), settled(HEALTH, 3), settled(LABOUR, 4), awards);
  }

  private static Living ranked(
      Settled first, Settled second, Settled third, Settled fourth, AwardRule... awards) {
    return Scored.bloc(regulation(awards)).given(ranking(List.of(first, second, third, fourth)));
  }

  private static Regulation regulation(AwardRule... awards) {
    return new Regulation(
        "3387/QĐ-KTĐ4",
        "Quy chế hoạt động",
        null,
        LocalDate.of(2026, 1, 15),
        List.of(),
        List.of(awards),
        null);
  }

  private static BlocScored ranking(List<Settled> settled) {
    return new BlocScored(
        CYCLE,
        Contest.WHOLE_BLOC,
        "3387/QĐ-KTĐ4",
        settled,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        List.of());
  }

  private static Settled settled(UnitId unit, int rank) {
    return new Settled(unit, new BigDecimal(100 - rank), rank, null);
  }

  private static ProposeAwards draw() {
    return propose(List.of(), List.of(), BY_LEADER);
  }

  private static ProposeAwards byHand(@Nullable String reason, UnitId... units) {
    return propose(
        List.of(units).stream().map(unit -> new Candidate(unit, null, reason)).toList(),
        List.of(),
        BY_LEADER);
  }

  private static ProposeAwards propose(
      List<Candidate> candidates, List<Finding> findings, Envelope by) {
    return new ProposeAwards(
        CYCLE,
        Title.FLAG,
        BY_PROVINCE,
        Track.ANNUAL,
        Contest.WHOLE_BLOC,
        candidates,
        findings,
        null,
        null,
        by);
  }

  private static AwardsProposed proposed(Living living) {
    return living.appended().stream()
        .filter(AwardsProposed.class::isInstance)
        .map(AwardsProposed.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("not proposed: " + living.appended()));
  }

  private static List<UnitId> units(Living living) {
    return proposed(living).proposals().stream().map(Proposal::unit).toList();
  }

  private static List<String> passed(Living living) {
    return living.appended().stream()
        .filter(ProposalsReasoned.class::isInstance)
        .flatMap(each -> ((ProposalsReasoned) each).passed().stream())
        .map(each -> each.unit().slug() + " " + each.why().code())
        .toList();
  }

  private static Object[] signed(UnitId unit, @Nullable Late late) {
    var pledge = PledgeEvent.idOf(CYCLE, unit);
    return new Object[] {
      new PledgeSigned(pledge, CYCLE, unit, null, null),
      new PromiseMade(pledge, CYCLE, unit, null, null, null, null, List.of(), late)
    };
  }

  @Test
  void whom_the_ranking_gives_is_drawn_with_the_number_and_how_it_came_about() {
    Living living =
        ranked(new Ratio(new BigDecimal("70"), Ratio.Of.MEMBERS, Parts.DOWN)).when(draw());
    assertThat(units(living)).containsExactly(LEADER, DEPUTY);
    AwardsProposed proposed = proposed(living);
    assertThat(proposed.drawing().how()).isEqualTo(How.DRAWN);
    assertThat(proposed.drawing().number()).isEqualTo(2);
    assertThat(proposed.drawing().count())
        .extracting(Working::vietnamese)
        .containsExactly("70 % của 4 thành viên = 2,8", "2,8, bỏ phần lẻ: 2");
    assertThat(living.appended().stream().filter(AwardProposed.class::isInstance)).hasSize(2);
    living.when(draw()).refused(NOBODY_DRAWN);
  }

  @Test
  void a_tie_at_the_last_place_is_told_and_people_decide_it_with_a_reason() {
    AwardRule two = AwardRule.fixed(Title.FLAG, Track.ANNUAL, 2, "Điều 12");
    Living living =
        ranked(settled(LEADER, 1), settled(DEPUTY, 2), settled(HEALTH, 2), settled(LABOUR, 4), two)
            .when(draw());
    assertThat(units(living)).containsExactly(LEADER);
    assertThat(passed(living)).containsExactly(DEPUTY.slug() + " tie", HEALTH.slug() + " tie");
    living.when(draw()).refused(NOBODY_DRAWN);
    assertThat(living.subject()).contains(DEPUTY.slug() + ": Đồng hạng ở chỗ cuối cùng");
    living.when(byHand(null, HEALTH)).refused(DEPARTURE_WITHOUT_REASON);
    living.when(byHand("bỏ phiếu tại hội nghị", HEALTH));
    assertThat(proposed(living).drawing().how()).isEqualTo(How.BY_HAND);
    assertThat(passed(living)).containsExactly(DEPUTY.slug() + " tie");
    living.when(byHand("thêm", DEPUTY)).refused(QUOTA_EXCEEDED);
  }

  @Test
  void who_departs_from_the_drawing_says_why_and_who_was_better_is_told() {
    AwardRule merit = AwardRule.fixed(Title.CERTIFICATE_OF_MERIT, Track.ANNUAL, 1, "Điều 12");
    ProposeAwards second =
        new ProposeAwards(
            CYCLE,
            Title.CERTIFICATE_OF_MERIT,
            BY_PROVINCE,
            Track.ANNUAL,
            Contest.WHOLE_BLOC,
            List.of(new Candidate(DEPUTY, null, "thành tích đột xuất")),
            null,
            null,
            BY_LEADER);
    Living living = ranked(merit).when(second);
    assertThat(passed(living)).containsExactly(LEADER.slug() + " by-decision");
    ranked(merit)
        .when(
            new ProposeAwards(
                CYCLE,
                Title.CERTIFICATE_OF_MERIT,
                BY_PROVINCE,
                Track.ANNUAL,
                Contest.WHOLE_BLOC,
                List.of(new Candidate(DEPUTY, null, null)),
                null,
                null,
                BY_LEADER))
        .refused(DEPARTURE_WITHOUT_REASON);
    ranked(new Fixed(1)).when(byHand("vì", DEPUTY)).refused(LEADER_OF_THE_CONTEST_FIRST);
  }

  @Test
  void a_pledge_that_was_signed_late_passes_the_unit_over_and_one_in_time_does_not() {
    Living living =
        ranked(new Fixed(1), IN_TIME)
            .given(signed(LEADER, new Late(LocalDate.of(2026, 3, 31), 2)))
            .given(signed(DEPUTY, null));
    living.when(byHand("vẫn đề nghị", LEADER)).refused(CONDITION_NOT_MET);
    assertThat(living.clause()).isEqualTo("Điều 3");
    living.when(draw());
    assertThat(units(living)).containsExactly(DEPUTY);
    assertThat(passed(living)).containsExactly(LEADER.slug() + " condition-not-met");
  }

  @Test
  void a_pledge_of_which_nothing_is_told_is_unknown_until_it_had_to_be_signed() {
    Living unknown = ranked(new Fixed(1), IN_TIME).given(signed(DEPUTY, null));
    unknown.when(draw()).refused(NOBODY_DRAWN);
    assertThat(unknown.subject())
        .contains(LEADER.slug() + ": Chưa biết")
        .contains(DEPUTY.slug() + ": Tùy thuộc");
    Living late =
        ranked(new Fixed(1), IN_TIME)
            .given(new DeadlineSet(CYCLE, Step.PLEDGE, LocalDate.of(2026, 3, 31)))
            .given(signed(DEPUTY, null));
    assertThat(units(late.when(draw()))).containsExactly(DEPUTY);
  }

  @Test
  void what_is_unknown_a_person_decides_with_a_reason() {
    Living living = ranked(new Fixed(1), IN_TIME).given(signed(DEPUTY, null));
    living.when(byHand(null, LEADER)).refused(DEPARTURE_WITHOUT_REASON);
    assertThat(units(living.when(byHand("bản ký trên giấy, lưu tại khối", LEADER))))
        .containsExactly(LEADER);
    Living other = ranked(new Fixed(1), IN_TIME).given(signed(DEPUTY, null));
    other.when(byHand(null, DEPUTY)).refused(DEPARTURE_WITHOUT_REASON);
    assertThat(units(other.when(byHand("đơn vị dẫn đầu không ký giao ước", DEPUTY))))
        .containsExactly(DEPUTY);
  }

  @Test
  void a_step_is_in_time_by_the_sheet_of_the_unit() {
    Condition scoring = new StepInTime(Step.SCORING, "Điều 5");
    Living living =
        ranked(new Fixed(1), scoring)
            .given(
                new SelfScoreEntered(
                    sheet(LEADER), CYCLE, LEADER, List.of(), new BigDecimal("9"), true),
                self(DEPUTY, "8"))
            .when(draw());
    assertThat(units(living)).containsExactly(DEPUTY);
  }

  private static Object[] flagOf(UnitId unit, boolean granted) {
    AwardId award = ProposalHandler.idOf(BEFORE, Title.FLAG, Track.ANNUAL, unit);
    About about = new About(BLOC, BEFORE, Recipient.of(unit));
    List<Object> events = new ArrayList<>();
    events.add(
        new AwardProposed(
            award,
            BLOC,
            BEFORE,
            Title.FLAG,
            BY_PROVINCE,
            Track.ANNUAL,
            Contest.WHOLE_BLOC,
            unit,
            2025,
            null,
            null));
    if (granted) {
      events.add(new Granted(award, about, "12/QĐ-UBND", LocalDate.of(2026, 1, 5), BY_PROVINCE));
    }
    return events.toArray();
  }

  @Test
  void who_had_the_title_the_year_before_does_not_get_it_again() {
    NotAgain notAgain = new NotAgain(Title.FLAG, 1, "Điều 6");
    Living living =
        ranked(new Fixed(1), notAgain)
            .given(new CycleOpened(BEFORE, BLOC, 2025), new CycleClosed(BEFORE, List.of()))
            .given(flagOf(LEADER, true))
            .when(draw());
    assertThat(units(living)).containsExactly(DEPUTY);
    assertThat(passed(living)).containsExactly(LEADER.slug() + " condition-not-met");
  }

  @Test
  void where_the_year_before_is_not_recorded_here_it_is_unknown() {
    NotAgain notAgain = new NotAgain(Title.FLAG, 1, "Điều 6");
    ranked(new Fixed(1), notAgain).when(draw()).refused(NOBODY_DRAWN);
    // a proposal that is not decided tells nothing either
    ranked(new Fixed(1), notAgain)
        .given(new CycleOpened(BEFORE, BLOC, 2025), new CycleClosed(BEFORE, List.of()))
        .given(flagOf(LEADER, false))
        .when(draw())
        .refused(NOBODY_DRAWN);
  }

  @Test
  void a_prior_title_must_be_held_in_each_of_the_years() {
    PriorTitle once = new PriorTitle(Title.FLAG, 1, "Điều 7");
    Living living =
        ranked(new Fixed(1), once)
            .given(new CycleOpened(BEFORE, BLOC, 2025), new CycleClosed(BEFORE, List.of()))
            .given(flagOf(DEPUTY, true));
    assertThat(units(living.when(draw()))).containsExactly(DEPUTY);
    ranked(new Fixed(1), new PriorTitle(Title.FLAG, 2, "Điều 7"))
        .given(new CycleOpened(BEFORE, BLOC, 2025), new CycleClosed(BEFORE, List.of()))
        .given(flagOf(DEPUTY, true))
        .when(draw())
        .refused(NOBODY_DRAWN);
  }

  private static Finding found(UnitId unit, boolean met, @Nullable String reason, String... files) {
    return new Finding(unit, "moi", met, reason, List.of(files).stream().map(FileId::of).toList());
  }

  @Test
  void what_people_find_counts_with_a_reason_or_evidence_and_is_remembered() {
    Living living =
        ranked(new Fixed(2), NEW)
            .when(
                propose(
                    List.of(),
                    List.of(
                        found(LEADER, false, "chưa có mô hình nào"),
                        found(DEPUTY, true, null, "bao-cao")),
                    BY_LEADER));
    assertThat(units(living)).containsExactly(DEPUTY);
    assertThat(passed(living))
        .containsExactly(
            LEADER.slug() + " condition-not-met",
            HEALTH.slug() + " not-known",
            LABOUR.slug() + " not-known");
    living.when(propose(List.of(), List.of(found(HEALTH, true, "đã thẩm định")), BY_LEADER));
    assertThat(units(living)).containsExactly(HEALTH);
    assertThat(passed(living)).containsExactly(LEADER.slug() + " condition-not-met");
  }

  @Test
  void a_finding_needs_a_ground_and_something_that_is_left_to_people() {
    Living living = ranked(new Fixed(1), NEW);
    living
        .when(propose(List.of(), List.of(found(LEADER, true, null)), BY_LEADER))
        .refused(FINDING_WITHOUT_GROUND);
    living
        .when(propose(List.of(), List.of(found(LEADER, true, null, "not-kept")), BY_LEADER))
        .refused(FILE_NOT_KEPT);
    ranked(new Fixed(1), IN_TIME)
        .when(propose(List.of(), List.of(found(LEADER, true, "vì")), BY_LEADER))
        .refused(NOT_FOR_PEOPLE_TO_FIND);
  }

  @Test
  void an_authority_that_is_written_otherwise_than_in_the_document_evades_no_rule() {
    AwardRule one =
        new AwardRule(
            Title.FLAG, Track.ANNUAL, "Điều 12", "Bộ Nội vụ", List.of(), new Fixed(1), List.of());
    AwardRule other =
        new AwardRule(
            Title.FLAG, Track.ANNUAL, "Điều 13", "Chính phủ", List.of(), new Fixed(1), List.of());
    ranked(one, other).when(byHand("vì", LEADER)).refused(AwardRejection.WHICH_AWARD);
    AwardRule province =
        new AwardRule(
            Title.FLAG, Track.ANNUAL, "Điều 13", "UBND tỉnh", List.of(), new Fixed(1), List.of());
    assertThat(units(ranked(province, one).when(draw()))).containsExactly(LEADER);
  }

  @Test
  void nothing_is_drawn_without_a_rule_or_a_ranking_or_from_one_that_was_reopened() {
    ranked().when(draw()).refused(NO_RULE_TO_DRAW_BY);
    Scored.bloc(regulation(AwardRule.fixed(Title.FLAG, Track.ANNUAL, 1, "Điều 12")))
        .when(draw())
        .refused(NOT_RANKED_YET);
    Settled fromSheet = new Settled(LEADER, new BigDecimal("9"), 1, Layer.SELF);
    Living living =
        Scored.bloc(regulation(AwardRule.fixed(Title.FLAG, Track.ANNUAL, 1, "Điều 12")))
            .given(self(LEADER, "9"), ranking(List.of(fromSheet)), frozen(LEADER));
    living
        .given(new SheetReopened(sheet(LEADER), CYCLE, LEADER, Living.words("sai")))
        .when(draw())
        .refused(RANKING_REOPENED);
    assertThat(units(living.given(frozen(LEADER)).when(draw()))).containsExactly(LEADER);
  }

  @Test
  void an_excluded_unit_is_passed_over_with_its_clause() {
    Living living =
        ranked(new Fixed(1)).given(new UnitExcluded(CYCLE, LEADER, "Điều 14")).when(draw());
    assertThat(units(living)).containsExactly(DEPUTY);
    ProposalsReasoned reasoned =
        (ProposalsReasoned)
            living.appended().stream()
                .filter(ProposalsReasoned.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(reasoned.passed().getFirst().why()).isEqualTo(Why.EXCLUDED);
    assertThat(reasoned.passed().getFirst().clause()).isEqualTo("Điều 14");
  }

  @Test
  void a_contest_that_the_regulation_does_not_have_has_no_awards() {
    Regulation groups =
        new Regulation(
            "3387/QĐ-KTĐ4",
            "Quy chế hoạt động",
            null,
            LocalDate.of(2026, 1, 15),
            List.of(),
            null,
            null,
            List.of(
                new ContestRule(new Contest("nhom-1"), "Nhóm 1", "Điều 9", "1", null, null, null)),
            List.of(AwardRule.fixed(Title.FLAG, Track.ANNUAL, 1, "Điều 12")),
            List.of());
    Scored.bloc(groups).when(byHand("vì", LEADER)).refused(CONTEST_NOT_PROVIDED);
  }

  // one number for several blocs

  private static final BlocId OTHER = BlocId.of("kien-giang.khoi-5");
  private static final AllotmentId ALLOTMENT = AllotmentId.of("co-chinh-phu.2026");

  private static Across across(int number) {
    return new Across("co-chinh-phu", List.of(BLOC, OTHER), number, null, null);
  }

  private static ShareTaken taken(Across rule, AwardId award) {
    return new ShareTaken(
        ALLOTMENT, OTHER, CycleId.of("kien-giang.khoi-5.2026"), rule, 1, 0, List.of(award));
  }

  private static ProposeAwards byBoard(UnitId unit) {
    return propose(List.of(new Candidate(unit, null, null)), List.of(), BY_BOARD);
  }

  @Test
  void the_board_chooses_among_those_that_lead_and_takes_from_the_number_of_all() {
    Living living = ranked(across(1));
    living.when(byHand(null, LEADER)).refused(NOT_THE_BOARD);
    living.when(propose(List.of(), List.of(), BY_BOARD)).refused(NOBODY_DRAWN);
    living.when(byBoard(DEPUTY)).refused(DEPARTURE_WITHOUT_REASON);
    living.when(byBoard(LEADER));
    assertThat(units(living)).containsExactly(LEADER);
    assertThat(living.appended())
        .contains(
            new ShareTaken(
                ALLOTMENT,
                BLOC,
                CYCLE,
                across(1),
                1,
                0,
                List.of(AwardId.of(CYCLE.slug() + ".flag.annual.co-chinh-phu." + LEADER.slug()))));
  }

  @Test
  void what_another_bloc_took_is_gone_until_it_is_taken_back() {
    AwardId elsewhere = AwardId.of("kien-giang.khoi-5.2026.flag");
    UnitId other = UnitId.of("kien-giang.so-noi-vu");
    Living living =
        ranked(across(1))
            .given(
                taken(across(1), elsewhere),
                new AwardProposed(
                    elsewhere,
                    OTHER,
                    CycleId.of("kien-giang.khoi-5.2026"),
                    Title.FLAG,
                    BY_PROVINCE,
                    Track.ANNUAL,
                    Contest.WHOLE_BLOC,
                    other,
                    2026,
                    null,
                    null));
    living.when(byBoard(LEADER)).refused(QUOTA_EXCEEDED);
    living.given(
        new ProposalWithdrawn(
            elsewhere,
            new About(OTHER, CycleId.of("kien-giang.khoi-5.2026"), Recipient.of(other)),
            Living.words("rút")));
    assertThat(units(living.when(byBoard(LEADER)))).containsExactly(LEADER);
  }

  @Test
  void a_part_of_those_that_lead_counts_the_blocs_that_are_ranked() {
    Across half =
        new Across("co-chinh-phu", List.of(BLOC, OTHER), null, new BigDecimal("50"), Parts.DOWN);
    ranked(half).when(byBoard(LEADER)).refused(QUOTA_EXCEEDED);
    CycleId other = CycleId.of("kien-giang.khoi-5.2026");
    BlocScored elsewhere =
        new BlocScored(
            other,
            Contest.WHOLE_BLOC,
            "5/QĐ",
            List.of(settled(UnitId.of("kien-giang.so-noi-vu"), 1)),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of());
    Living living =
        ranked(half).given(new CycleOpened(other, OTHER, 2026), elsewhere).when(byBoard(LEADER));
    assertThat(proposed(living).drawing().count())
        .extracting(Working::vietnamese)
        .containsExactly(
            "50 % của 2 đơn vị dẫn đầu các khối = 1",
            "1, bỏ phần lẻ: 1", "Chung cho 2 khối: 1, đã đề nghị 0");
  }

  @Test
  void the_regulations_of_the_blocs_must_say_the_same_of_their_number() {
    ranked(across(2))
        .given(taken(across(1), AwardId.of("kien-giang.khoi-5.2026.flag")))
        .when(byBoard(LEADER))
        .refused(RULES_OF_BLOCS_DIFFER);
  }
}
