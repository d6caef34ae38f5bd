package vn.giaouoc.command.leadership;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.Lived.BLOC;
import static vn.giaouoc.command.Lived.CYCLE;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;
import static vn.giaouoc.command.Lived.by;
import static vn.giaouoc.command.leadership.LeadershipRejection.CANDIDATE_BARRED;
import static vn.giaouoc.command.leadership.LeadershipRejection.DECIDED_FOR_ANOTHER_TERM;
import static vn.giaouoc.command.leadership.LeadershipRejection.DEPUTIES_NOT_THE_RULE;
import static vn.giaouoc.command.leadership.LeadershipRejection.KIND_NOT_THE_RULE;
import static vn.giaouoc.command.leadership.LeadershipRejection.MODE_NOT_PROVIDED;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOT_DECIDED_SO;
import static vn.giaouoc.command.leadership.LeadershipRejection.NO_DECISION;
import static vn.giaouoc.command.leadership.LeadershipRejection.TERM_NOT_THE_RULE;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.leadership.LeadershipCommand.DeclineDesignation;
import vn.giaouoc.command.leadership.LeadershipCommand.DesignateLeadership;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocEvent.MemberPlaced;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.cycle.CycleEvent.UnitExcluded;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipAttested;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipDesignated;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.poll.Outcome;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.Decided;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.PollCalled;
import vn.giaouoc.shared.poll.PollEvent.PollClosed;
import vn.giaouoc.shared.poll.PollEvent.PollVoided;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.Question.Form;
import vn.giaouoc.shared.poll.Question.Option;
import vn.giaouoc.shared.poll.Threshold;
import vn.giaouoc.shared.regulation.LeadershipRule;
import vn.giaouoc.shared.regulation.LeadershipRule.Barred;
import vn.giaouoc.shared.regulation.LeadershipRule.Barred.Who;
import vn.giaouoc.shared.regulation.LeadershipRule.Deputies;
import vn.giaouoc.shared.regulation.LeadershipRule.Office;
import vn.giaouoc.shared.regulation.LeadershipRule.Seat;
import vn.giaouoc.shared.regulation.PollRule;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.unit.UnitId;

/** Who may lead is what the regulation says, and who was elected is who is designated. */
class CandidacyTest {

  private static final Term NEXT = Term.year(2027);
  private static final PollId POLL = PollId.of("kien-giang.khoi-4.2026.bau");
  private static final PollId RUN_OFF = PollId.of("kien-giang.khoi-4.2026.bau-lai");
  private static final ConferenceId HALL = ConferenceId.of("kien-giang.khoi-4.2026.year-end");

  private static LeadershipRule rule(
      List<Mode> modes,
      @Nullable Integer months,
      @Nullable Deputies deputies,
      List<Seat> seats,
      Barred... barred) {
    return new LeadershipRule("Điều 16", modes, months, deputies, seats, List.of(barred));
  }

  private static LeadershipRule barring(Who who, @Nullable Integer months) {
    return rule(List.of(), null, null, List.of(), new Barred(who, months, "Điều 17"));
  }

  private static Living under(@Nullable LeadershipRule rule, PollRule... polls) {
    return Lived.year()
        .givenOn(
            "2026-01-05",
            new RegulationAdopted(
                CYCLE,
                new Regulation(
                    "01/QĐ-KTĐ4",
                    "Quy chế hoạt động",
                    null,
                    LocalDate.of(2026, 1, 5),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(polls),
                    rule,
                    List.of())));
  }

  private static DesignateLeadership designate(UnitId leader, UnitId... deputies) {
    return designate(NEXT, Mode.ELECTED, null, leader, deputies);
  }

  private static DesignateLeadership designate(
      Term term,
      @Nullable Mode mode,
      @Nullable PollId decidedBy,
      UnitId leader,
      UnitId... deputies) {
    return new DesignateLeadership(
        BLOC,
        term,
        leader,
        IntStream.range(0, deputies.length).mapToObj(i -> new Deputy(deputies[i], i + 1)).toList(),
        mode,
        decidedBy,
        by(LEADER));
  }

  private static void refused(
      LeadershipRule rule, DesignateLeadership command, LeadershipRejection why, String clause) {
    Living living = under(rule).when(command).refused(why);
    assertThat(living.clause()).isEqualTo(clause);
  }

  private static void designated(Living living) {
    assertThat(living.appended()).hasSize(1).first().isInstanceOf(LeadershipDesignated.class);
  }

  @Test
  void the_way_the_term_and_the_number_of_deputies_are_those_of_the_regulation() {
    LeadershipRule elected = rule(List.of(Mode.ELECTED), null, null, List.of());
    refused(elected, designate(NEXT, Mode.ROTATED, null, DEPUTY), MODE_NOT_PROVIDED, "Điều 16");
    refused(elected, designate(NEXT, null, null, DEPUTY), MODE_NOT_PROVIDED, "Điều 16");
    Living living = under(elected).when(designate(DEPUTY));
    designated(living);
    assertThat(((LeadershipDesignated) living.appended().getFirst()).regulation())
        .isEqualTo("01/QĐ-KTĐ4");

    LeadershipRule year = rule(List.of(), 12, null, List.of());
    Term half = new Term(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 6, 30));
    refused(year, designate(half, null, null, DEPUTY), TERM_NOT_THE_RULE, "Điều 16");
    designated(under(year).when(designate(DEPUTY)));

    LeadershipRule two = rule(List.of(), null, new Deputies(2, 2, "Điều 18"), List.of());
    refused(two, designate(DEPUTY, MEMBER), DEPUTIES_NOT_THE_RULE, "Điều 18");
    designated(under(two).when(designate(DEPUTY, MEMBER, LEADER)));
  }

  @Test
  void an_office_that_is_kept_for_a_kind_of_unit_goes_to_no_other() {
    Seat leader = new Seat(Office.LEADER, "sở", null, "Điều 19");
    Seat one = new Seat(Office.DEPUTY, "ngành dọc", 1, "Điều 20");
    LeadershipRule rule = rule(List.of(), null, null, List.of(leader, one));
    refused(rule, designate(DEPUTY, MEMBER), KIND_NOT_THE_RULE, "Điều 19");
    MemberPlaced department = new MemberPlaced(BLOC, DEPUTY, null, "sở");
    Living without = under(rule).given(department).when(designate(DEPUTY, MEMBER, LEADER));
    without.refused(KIND_NOT_THE_RULE);
    assertThat(without.clause()).isEqualTo("Điều 20");
    designated(
        under(rule)
            .given(department, new MemberPlaced(BLOC, LEADER, null, "ngành dọc"))
            .when(designate(DEPUTY, MEMBER, LEADER)));
  }

  @Test
  void whoever_is_barred_does_not_stand_by_the_clause_that_says_so() {
    LeadershipRule excluded = barring(Who.EXCLUDED, null);
    Living out =
        under(excluded)
            .given(new UnitExcluded(CYCLE, MEMBER, "Điều 9"))
            .when(designate(DEPUTY, MEMBER))
            .refused(CANDIDATE_BARRED);
    assertThat(out.clause()).isEqualTo("Điều 17");
    designated(under(excluded).when(designate(DEPUTY, MEMBER)));

    refused(barring(Who.LEADS_NOW, null), designate(LEADER), CANDIDATE_BARRED, "Điều 17");
    designated(under(barring(Who.LEADS_NOW, null)).when(designate(DEPUTY, LEADER)));
    designated(under(null).when(designate(LEADER)));
  }

  @Test
  void who_has_led_is_known_from_history_too_and_only_as_far_back_as_the_rule_looks() {
    LeadershipAttested led = new LeadershipAttested(BLOC, Term.year(2024), MEMBER, List.of());
    Living recent =
        under(barring(Who.HAS_LED, 36)).givenOn("2024-02-01", led).when(designate(MEMBER));
    recent.refused(CANDIDATE_BARRED);
    // it led until another took office on the first day of 2026
    designated(under(barring(Who.HAS_LED, 6)).givenOn("2024-02-01", led).when(designate(MEMBER)));
    designated(under(barring(Who.HAS_LED, 36)).when(designate(MEMBER)));
  }

  @Test
  void a_new_member_does_not_stand_before_its_time() {
    Living fresh =
        under(barring(Who.NEW_MEMBER, 12))
            .givenOn("2025-06-01", new MemberReleased(BLOC, MEMBER))
            .givenOn("2026-02-01", new MemberAdmitted(BLOC, MEMBER))
            .when(designate(MEMBER));
    fresh.refused(CANDIDATE_BARRED);
    designated(under(barring(Who.NEW_MEMBER, 12)).when(designate(MEMBER)));
  }

  private static PollCalled called() {
    return new PollCalled(
        POLL,
        BLOC,
        CYCLE,
        HALL,
        List.of(question("leader", Subject.LEADERSHIP), question("deputies", Subject.DEPUTIES)),
        Method.BALLOT,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        null,
        true,
        1,
        null);
  }

  private static Question question(String key, Subject subject) {
    return new Question(
        key,
        List.of(subject),
        Contest.WHOLE_BLOC,
        new Words("question"),
        Form.CHOOSE,
        List.of(new Option("d", DEPUTY, null), new Option("m", MEMBER, null)),
        1,
        1,
        Threshold.MORE_THAN_HALF,
        null,
        List.of());
  }

  private static PollClosed elected(String leader, String deputy) {
    return new PollClosed(
        POLL,
        BLOC,
        CYCLE,
        HALL,
        List.of(Method.BALLOT),
        List.of(),
        List.of(decided("leader", leader), decided("deputies", deputy)));
  }

  private static Decided decided(String question, String option) {
    return new Decided(
        question,
        List.of(Subject.LEADERSHIP),
        Contest.WHOLE_BLOC,
        Counts.NOT_STATED,
        Outcome.agreed(List.of(option), Threshold.MORE_THAN_HALF, 3));
  }

  @Test
  void who_was_elected_is_designated_and_nobody_else() {
    Living living = under(null).given(called(), elected("d", "m"));
    living.when(designate(NEXT, Mode.ELECTED, POLL, MEMBER, DEPUTY)).refused(NOT_DECIDED_SO);
    living.when(designate(NEXT, Mode.ELECTED, POLL, DEPUTY)).refused(NOT_DECIDED_SO);
    living.when(designate(NEXT, Mode.ELECTED, POLL, DEPUTY, MEMBER));
    designated(living);
    assertThat(((LeadershipDesignated) living.appended().getFirst()).decidedBy()).isEqualTo(POLL);

    under(null)
        .given(called())
        .when(designate(NEXT, Mode.ELECTED, POLL, DEPUTY, MEMBER))
        .refused(NOT_DECIDED_SO);
    under(null)
        .given(
            called(), elected("d", "m"), new PollVoided(POLL, BLOC, CYCLE, HALL, new Words("void")))
        .when(designate(NEXT, Mode.ELECTED, POLL, DEPUTY, MEMBER))
        .refused(NOT_DECIDED_SO);
  }

  /** The deputies' seat is tied between two and goes to a run-off. */
  private static Living withRunOff(boolean held) {
    PollClosed tied =
        new PollClosed(
            POLL,
            BLOC,
            CYCLE,
            HALL,
            List.of(Method.BALLOT),
            List.of(),
            List.of(
                decided("leader", "d"),
                new Decided(
                    "deputies",
                    List.of(Subject.DEPUTIES),
                    Contest.WHOLE_BLOC,
                    Counts.NOT_STATED,
                    new Outcome(
                        Outcome.Result.TIED,
                        Threshold.MORE_THAN_HALF,
                        3,
                        2,
                        1,
                        List.of(),
                        List.of(),
                        List.of("d", "m"),
                        List.of()))));
    PollCalled again =
        new PollCalled(
            RUN_OFF,
            BLOC,
            CYCLE,
            HALL,
            List.of(question("deputies", Subject.DEPUTIES)),
            Method.BALLOT,
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            null,
            true,
            2,
            POLL);
    Living living = under(null).given(called(), tied, again);
    return held
        ? living.given(
            new PollClosed(
                RUN_OFF,
                BLOC,
                CYCLE,
                HALL,
                List.of(Method.BALLOT),
                List.of(),
                List.of(decided("deputies", "m"))))
        : living;
  }

  @Test
  void who_was_elected_in_a_run_off_is_designated_with_who_was_elected_before() {
    withRunOff(false)
        .when(designate(NEXT, Mode.ELECTED, POLL, DEPUTY, MEMBER))
        .refused(NOT_DECIDED_SO);
    withRunOff(false)
        .when(designate(NEXT, Mode.ELECTED, RUN_OFF, DEPUTY, MEMBER))
        .refused(NOT_DECIDED_SO);
    withRunOff(true)
        .when(designate(NEXT, Mode.ELECTED, POLL, DEPUTY, MEMBER))
        .refused(NOT_DECIDED_SO);
    withRunOff(true).when(designate(NEXT, Mode.ELECTED, RUN_OFF, DEPUTY)).refused(NOT_DECIDED_SO);
    designated(withRunOff(true).when(designate(NEXT, Mode.ELECTED, RUN_OFF, DEPUTY, MEMBER)));
  }

  @Test
  void an_election_decides_for_one_term_and_for_no_other() {
    Living living = under(null).given(called(), elected("d", "m"));
    living
        .when(designate(Term.year(2028), Mode.ELECTED, POLL, DEPUTY, MEMBER))
        .refused(DECIDED_FOR_ANOTHER_TERM);
    living
        .when(designate(Term.year(2025), Mode.ELECTED, POLL, DEPUTY, MEMBER))
        .refused(DECIDED_FOR_ANOTHER_TERM);
    designated(living.when(designate(NEXT, Mode.ELECTED, POLL, DEPUTY, MEMBER)));
    Term half = new Term(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 12, 31));
    living
        .when(designate(half, Mode.ELECTED, POLL, DEPUTY, MEMBER))
        .refused(DECIDED_FOR_ANOTHER_TERM);
  }

  @Test
  void who_declines_is_not_designated_again_by_the_same_election_and_the_bloc_may_elect_anew() {
    Living living = under(null).given(called(), elected("d", "m"));
    living.when(designate(NEXT, Mode.ELECTED, POLL, DEPUTY, MEMBER));
    InOffice before = living.streams().peek(InOffice.class, LeadershipEvent.streamOf(BLOC));
    assertThat(before.gaveWay(POLL)).isFalse();
    living.when(new DeclineDesignation(BLOC, NEXT, "Thiếu người", by(DEPUTY)));
    InOffice after = living.streams().peek(InOffice.class, LeadershipEvent.streamOf(BLOC));
    assertThat(after.gaveWay(POLL)).isTrue();
    living
        .when(designate(NEXT, Mode.ELECTED, POLL, DEPUTY, MEMBER))
        .refused(DECIDED_FOR_ANOTHER_TERM);
  }

  @Test
  void where_the_regulation_has_it_voted_nobody_is_elected_without_a_vote() {
    PollRule vote =
        new PollRule(
            List.of(Subject.LEADERSHIP),
            "Điều 21",
            List.of(Method.BALLOT),
            null,
            null,
            null,
            List.of(),
            null,
            List.of(),
            null);
    Living living = under(null, vote).when(designate(DEPUTY)).refused(NO_DECISION);
    assertThat(living.clause()).isEqualTo("Điều 21");
    // an appointment is none of the bloc's votes
    designated(under(null, vote).when(designate(NEXT, Mode.APPOINTED, null, DEPUTY)));
  }
}
