package vn.giaouoc.command.award;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.award.AwardRejection.AWARD_ALREADY_PROPOSED;
import static vn.giaouoc.command.award.AwardRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.award.AwardRejection.LEADER_OF_THE_CONTEST_FIRST;
import static vn.giaouoc.command.award.AwardRejection.NOT_A_MEMBER_TODAY;
import static vn.giaouoc.command.award.AwardRejection.NOT_KNOWN;
import static vn.giaouoc.command.award.AwardRejection.QUOTA_EXCEEDED;
import static vn.giaouoc.command.award.AwardRejection.UNIT_ALREADY_PROPOSED;
import static vn.giaouoc.command.award.AwardRejection.UNIT_EXCLUDED;
import static vn.giaouoc.command.award.AwardRejection.UNRANKED_WITHOUT_REASON;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER;
import static vn.giaouoc.command.scoring.Scored.BLOC;
import static vn.giaouoc.command.scoring.Scored.BY_LEADER;
import static vn.giaouoc.command.scoring.Scored.CYCLE;
import static vn.giaouoc.command.scoring.Scored.DAY;
import static vn.giaouoc.command.scoring.Scored.DEPUTY;
import static vn.giaouoc.command.scoring.Scored.HEALTH;
import static vn.giaouoc.command.scoring.Scored.LABOUR;
import static vn.giaouoc.command.scoring.Scored.LEADER;
import static vn.giaouoc.command.scoring.Scored.PROVINCE;
import static vn.giaouoc.command.scoring.Scored.QUOTA;
import static vn.giaouoc.command.scoring.Scored.STRANGER;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.award.AwardCommand.Candidate;
import vn.giaouoc.command.award.AwardCommand.ProposeAwards;
import vn.giaouoc.command.scoring.Scored;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.award.AwardEvent.About;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.ProposalWithdrawn;
import vn.giaouoc.shared.award.AwardEvent.Recipient;
import vn.giaouoc.shared.award.AwardEvent.Refused;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.CycleClosed;
import vn.giaouoc.shared.cycle.CycleEvent.Drawing;
import vn.giaouoc.shared.cycle.CycleEvent.How;
import vn.giaouoc.shared.cycle.CycleEvent.Proposal;
import vn.giaouoc.shared.cycle.CycleEvent.ProposalsReasoned;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.cycle.CycleEvent.UnitExcluded;
import vn.giaouoc.shared.regulation.Proposals.Passed;
import vn.giaouoc.shared.regulation.Proposals.Why;
import vn.giaouoc.shared.regulation.Working;
import vn.giaouoc.shared.unit.UnitId;

class ProposalTest {

  private static final Authority BY_PROVINCE = new Authority(PROVINCE, "UBND tỉnh");
  private static final BlocScored RANKED =
      new BlocScored(
          CYCLE,
          Contest.WHOLE_BLOC,
          "3387/QĐ-KTĐ4",
          List.of(
              new Settled(LEADER, new BigDecimal("4"), 1, null),
              new Settled(DEPUTY, new BigDecimal("3"), 2, null),
              new Settled(HEALTH, new BigDecimal("2"), 3, null),
              new Settled(LABOUR, new BigDecimal("1"), 4, null)),
          List.of(),
          List.of(),
          List.of(),
          null,
          null,
          List.of());

  private static Living ranked() {
    return Scored.bloc().given(RANKED);
  }

  private static ProposeAwards flags(UnitId... units) {
    return propose(Title.FLAG, Track.ANNUAL, BY_LEADER, units);
  }

  private static ProposeAwards propose(Title title, Track track, Envelope by, UnitId... units) {
    return propose(
        title,
        track,
        by,
        List.of(units).stream().map(unit -> new Candidate(unit, null, null)).toList());
  }

  private static ProposeAwards propose(
      Title title, Track track, Envelope by, List<Candidate> candidates) {
    return new ProposeAwards(
        CYCLE, title, BY_PROVINCE, track, Contest.WHOLE_BLOC, candidates, null, null, by);
  }

  private static AwardId flag(UnitId unit) {
    return AwardId.of(CYCLE.slug() + ".flag.annual." + unit.slug());
  }

  private static AwardProposed begun(UnitId unit) {
    return new AwardProposed(
        flag(unit),
        BLOC,
        CYCLE,
        Title.FLAG,
        BY_PROVINCE,
        Track.ANNUAL,
        Contest.WHOLE_BLOC,
        unit,
        2026,
        null,
        null);
  }

  private static AwardsProposed proposed(@Nullable Integer rank, UnitId unit) {
    return new AwardsProposed(
        CYCLE,
        Title.FLAG,
        BY_PROVINCE,
        Track.ANNUAL,
        Contest.WHOLE_BLOC,
        2026,
        "3387/QĐ-KTĐ4",
        List.of(new Proposal(flag(unit), unit, rank, null)),
        List.of());
  }

  private static Living threeFlags() {
    return ranked()
        .given(
            proposed(1, LEADER),
            begun(LEADER),
            proposed(2, DEPUTY),
            begun(DEPUTY),
            proposed(3, HEALTH),
            begun(HEALTH));
  }

  @Test
  void the_bloc_proposes_its_leader_for_the_flag_and_the_award_begins_in_the_same_decision() {
    ranked()
        .when(flags(LEADER))
        .then(
            new AwardsProposed(
                CYCLE,
                Title.FLAG,
                BY_PROVINCE,
                Track.ANNUAL,
                Contest.WHOLE_BLOC,
                2026,
                "3387/QĐ-KTĐ4",
                List.of(new Proposal(flag(LEADER), LEADER, 1, null)),
                List.of(
                    "bloc:kien-giang.khoi-4@4",
                    "cycle:kien-giang.khoi-4.2026@2",
                    "leadership:kien-giang.khoi-4@1"),
                new Drawing(
                    How.BY_HAND,
                    QUOTA,
                    3,
                    List.of(
                        new Working(
                            Working.Rule.NUMBER_FIXED, null, Map.of(), new BigDecimal("3"))),
                    0)),
            begun(LEADER));
  }

  @Test
  void the_third_flag_is_proposed_and_the_fourth_is_refused_with_the_clause() {
    Living two =
        ranked().given(proposed(1, LEADER), begun(LEADER), proposed(2, DEPUTY), begun(DEPUTY));
    assertThat(two.when(flags(HEALTH)).appended()).hasSize(2);
    Living four = threeFlags().when(flags(LABOUR)).refused(QUOTA_EXCEEDED);
    assertThat(four.clause()).isEqualTo(QUOTA);
    ranked().when(flags(LEADER, DEPUTY, HEALTH, LABOUR)).refused(QUOTA_EXCEEDED);
  }

  @Test
  void a_thematic_award_does_not_count_in_the_annual_quota_nor_one_of_another_title() {
    assertThat(threeFlags().when(propose(Title.FLAG, Track.THEMATIC, BY_LEADER, LABOUR)).appended())
        .hasSize(2);
    assertThat(
            threeFlags()
                .when(propose(Title.CERTIFICATE_OF_MERIT, Track.ANNUAL, BY_LEADER, LABOUR))
                .appended())
        .hasSize(2);
  }

  @Test
  void a_proposal_that_was_taken_back_makes_room_and_one_that_was_refused_does_not() {
    About about = new About(BLOC, CYCLE, Recipient.of(HEALTH));
    assertThat(
            threeFlags()
                .given(new ProposalWithdrawn(flag(HEALTH), about, Living.words("vì")))
                .when(flags(LABOUR))
                .appended())
        .as("with why not the one that ranks better")
        .hasSize(3);
    threeFlags()
        .given(new Refused(flag(HEALTH), about, Living.words("vì")))
        .when(flags(LABOUR))
        .refused(QUOTA_EXCEEDED);
  }

  @Test
  void the_flag_is_first_for_the_unit_that_leads() {
    ranked().when(flags(DEPUTY)).refused(LEADER_OF_THE_CONTEST_FIRST);
    assertThat(ranked().when(flags(DEPUTY, LEADER)).appended()).hasSize(3);
    assertThat(ranked().given(proposed(1, LEADER), begun(LEADER)).when(flags(DEPUTY)).appended())
        .hasSize(2);
  }

  @Test
  void where_the_unit_that_leads_is_excluded_the_next_leads() {
    assertThat(
            ranked()
                .given(new UnitExcluded(CYCLE, LEADER, "Điều 11"))
                .when(flags(DEPUTY))
                .appended())
        .hasSize(3)
        .contains(
            new ProposalsReasoned(
                CYCLE,
                List.of(flag(DEPUTY)),
                List.of(new Passed(LEADER, null, Why.EXCLUDED, null, "Điều 11")),
                List.of()));
  }

  @Test
  void an_excluded_unit_is_refused_with_its_clause() {
    Living living = ranked().given(new UnitExcluded(CYCLE, HEALTH, "Điều 11"));
    living.when(flags(LEADER, HEALTH)).refused(UNIT_EXCLUDED);
    assertThat(living.clause()).isEqualTo("Điều 11");
  }

  @Test
  void a_unit_that_is_not_ranked_is_proposed_for_a_reason_only() {
    Scored.bloc().when(flags(HEALTH)).refused(UNRANKED_WITHOUT_REASON);
    Living living =
        Scored.bloc()
            .when(
                propose(
                    Title.FLAG,
                    Track.ANNUAL,
                    BY_LEADER,
                    List.of(new Candidate(HEALTH, null, "thống nhất suy tôn"))));
    assertThat(((AwardsProposed) living.appended().getFirst()).proposals())
        .containsExactly(
            new Proposal(flag(HEALTH), HEALTH, null, Living.words("thống nhất suy tôn")));
  }

  @Test
  void a_stranger_is_not_proposed_and_nobody_twice() {
    ranked().when(flags(LEADER, STRANGER)).refused(NOT_A_MEMBER_TODAY);
    ranked().when(flags(LEADER, LEADER)).refused(UNIT_ALREADY_PROPOSED);
    ranked()
        .given(proposed(1, LEADER), begun(LEADER))
        .when(flags(LEADER))
        .refused(UNIT_ALREADY_PROPOSED);
  }

  @Test
  void an_award_that_began_already_does_not_begin_again() {
    ranked().given(begun(LEADER)).when(flags(LEADER)).refused(AWARD_ALREADY_PROPOSED);
  }

  @Test
  void only_the_leader_proposes_and_only_in_an_open_year() {
    ranked()
        .when(propose(Title.FLAG, Track.ANNUAL, Living.by(DEPUTY, DAY), LEADER))
        .refused(NOT_THE_LEADER);
    ranked().given(new CycleClosed(CYCLE, List.of())).when(flags(LEADER)).refused(CYCLE_NOT_OPEN);
  }

  @Test
  void an_authority_must_be_known() {
    ranked()
        .when(
            new ProposeAwards(
                CYCLE,
                Title.FLAG,
                new Authority(UnitId.of("khong-co"), "UBND tỉnh"),
                Track.ANNUAL,
                Contest.WHOLE_BLOC,
                List.of(new Candidate(LEADER, null, null)),
                null,
                null,
                BY_LEADER))
        .refused(NOT_KNOWN);
  }
}
