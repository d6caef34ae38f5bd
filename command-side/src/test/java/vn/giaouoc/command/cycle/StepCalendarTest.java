package vn.giaouoc.command.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.command.Lived.CYCLE;
import static vn.giaouoc.command.Lived.DEPUTY;
import static vn.giaouoc.command.Lived.LEADER;
import static vn.giaouoc.command.Lived.MEMBER;
import static vn.giaouoc.command.Lived.STRANGER;
import static vn.giaouoc.command.Lived.by;
import static vn.giaouoc.command.cycle.CycleRejection.ASSESSOR_IS_A_MEMBER;
import static vn.giaouoc.command.cycle.CycleRejection.ASSESSOR_NAMED_TWICE;
import static vn.giaouoc.command.cycle.CycleRejection.ASSESSOR_NOT_KNOWN;
import static vn.giaouoc.command.cycle.CycleRejection.CYCLE_CLOSED;
import static vn.giaouoc.command.cycle.CycleRejection.STEP_NOT_BEGUN;
import static vn.giaouoc.command.cycle.CycleRejection.TOO_MANY_ASSESSORS;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.command.Lived;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.cycle.CycleCommand.AdoptRegulation;
import vn.giaouoc.command.cycle.CycleCommand.AdvanceStep;
import vn.giaouoc.command.cycle.CycleCommand.AppointAssessors;
import vn.giaouoc.command.cycle.CycleCommand.ExtendDeadline;
import vn.giaouoc.command.cycle.CycleCommand.SetDeadline;
import vn.giaouoc.shared.cycle.CycleEvent.AssessorsAppointed;
import vn.giaouoc.shared.cycle.CycleEvent.CycleClosed;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineExtended;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineFollowed;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineSet;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationAdopted;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepAdvanced;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.StepRule;
import vn.giaouoc.shared.regulation.Regulation.Within;
import vn.giaouoc.shared.unit.UnitId;

/** The calendar of the regulation: deadlines that follow from other steps, and first days. */
class StepCalendarTest {

  private static final LocalDate TODAY = LocalDate.parse(Lived.TODAY);
  private static final LocalDate IN_A_MONTH = TODAY.plusDays(30);

  private static StepRule rule(
      Step step, @Nullable LocalDate due, @Nullable LocalDate from, @Nullable Within within) {
    return new StepRule(step, "Điều " + step.code(), due, false, from, within);
  }

  private static Regulation rules(String number, String from, StepRule... steps) {
    return new Regulation(
        number, "Quy chế", null, LocalDate.parse(from), List.of(steps), List.of(), null);
  }

  /** The mid-year review is due thirty days after the pledge. */
  private static final Regulation AFTER_PLEDGE =
      rules(
          "02",
          "2026-01-05",
          rule(Step.PLEDGE, null, null, null),
          rule(Step.MID_YEAR_REVIEW, null, null, new Within(30, Step.PLEDGE)));

  private static Living under(Regulation regulation) {
    return Lived.year().givenOn("2026-01-05", new RegulationAdopted(CYCLE, regulation));
  }

  private static AdvanceStep advance(Step step) {
    return new AdvanceStep(CYCLE, step, null, null, by(LEADER));
  }

  private static StepAdvanced done(Step step, @Nullable LocalDate due) {
    return new StepAdvanced(CYCLE, step, null, due, false, "02", "Điều " + step.code(), null);
  }

  private static DeadlineFollowed followed(LocalDate due, String regulation) {
    return new DeadlineFollowed(
        CYCLE,
        Step.MID_YEAR_REVIEW,
        due,
        Step.PLEDGE,
        regulation,
        "Điều " + Step.MID_YEAR_REVIEW.code());
  }

  private static @Nullable LocalDate deadline(Living living, Step step) {
    return living.streams().peek(Year.class, CYCLE.stream()).deadlineOf(step);
  }

  @Test
  void a_step_that_is_done_sets_the_deadline_of_the_one_that_follows_from_it() {
    Living living = under(AFTER_PLEDGE);
    assertThat(deadline(living, Step.MID_YEAR_REVIEW)).isNull();
    living.when(advance(Step.PLEDGE)).then(done(Step.PLEDGE, null), followed(IN_A_MONTH, "02"));
    assertThat(deadline(living, Step.MID_YEAR_REVIEW)).isEqualTo(IN_A_MONTH);
  }

  @Test
  void the_last_day_is_still_in_time_and_the_next_is_late() {
    Living living =
        under(AFTER_PLEDGE)
            .givenOn("2026-06-10", done(Step.PLEDGE, null))
            .givenOn("2026-06-10", followed(TODAY, "02"));
    living.when(advance(Step.MID_YEAR_REVIEW)).then(done(Step.MID_YEAR_REVIEW, TODAY));
    LocalDate yesterday = TODAY.minusDays(1);
    under(AFTER_PLEDGE)
        .givenOn("2026-06-09", done(Step.PLEDGE, null))
        .givenOn("2026-06-09", followed(yesterday, "02"))
        .when(advance(Step.MID_YEAR_REVIEW))
        .then(
            new StepAdvanced(
                CYCLE,
                Step.MID_YEAR_REVIEW,
                null,
                yesterday,
                true,
                "02",
                "Điều " + Step.MID_YEAR_REVIEW.code(),
                null));
  }

  @Test
  void what_the_bloc_sets_or_extends_itself_goes_before_it() {
    DeadlineSet set = new DeadlineSet(CYCLE, Step.MID_YEAR_REVIEW, LocalDate.of(2026, 7, 20));
    under(AFTER_PLEDGE).given(set).when(advance(Step.PLEDGE)).then(done(Step.PLEDGE, null));
    Living followed =
        under(AFTER_PLEDGE).given(done(Step.PLEDGE, null), followed(IN_A_MONTH, "02"));
    followed
        .when(new SetDeadline(CYCLE, Step.MID_YEAR_REVIEW, LocalDate.of(2026, 7, 20), by(LEADER)))
        .refused(CycleRejection.DEADLINE_ALREADY_SET);
    LocalDate later = IN_A_MONTH.plusDays(5);
    followed
        .when(new ExtendDeadline(CYCLE, Step.MID_YEAR_REVIEW, later, "bão", by(LEADER)))
        .then(
            new DeadlineExtended(
                CYCLE, Step.MID_YEAR_REVIEW, IN_A_MONTH, later, Living.words("bão")));
    assertThat(deadline(followed, Step.MID_YEAR_REVIEW)).isEqualTo(later);
  }

  @Test
  void a_version_that_is_adopted_after_the_step_lets_the_deadline_follow_from_its_day() {
    Regulation newer =
        rules(
            "03",
            Lived.TODAY,
            rule(Step.REGULATION, null, null, null),
            rule(Step.PLEDGE, null, null, null),
            rule(Step.MID_YEAR_REVIEW, null, null, new Within(60, Step.PLEDGE)));
    Living living =
        under(AFTER_PLEDGE)
            .givenOn("2026-01-06", done(Step.REGULATION, null))
            .givenOn("2026-06-10", done(Step.PLEDGE, null), followed(TODAY, "02"))
            .when(new AdoptRegulation(CYCLE, newer, null, by(LEADER)));
    LocalDate due = LocalDate.of(2026, 6, 10).plusDays(60);
    living.then(new RegulationAdopted(CYCLE, newer), followed(due, "03"));
    assertThat(deadline(living, Step.MID_YEAR_REVIEW)).isEqualTo(due);
  }

  @Test
  void a_deadline_may_follow_from_the_adoption_of_the_regulation_itself() {
    Regulation first =
        rules(
            "02",
            Lived.TODAY,
            rule(Step.REGULATION, null, null, null),
            rule(Step.PLEDGE, null, null, new Within(15, Step.REGULATION)));
    Lived.year()
        .when(new AdoptRegulation(CYCLE, first, null, by(LEADER)))
        .then(
            new RegulationAdopted(CYCLE, first),
            done(Step.REGULATION, null),
            new DeadlineFollowed(
                CYCLE,
                Step.PLEDGE,
                TODAY.plusDays(15),
                Step.REGULATION,
                "02",
                "Điều " + Step.PLEDGE.code()));
  }

  @Test
  void a_later_rule_does_not_change_the_deadline_of_a_step_that_was_done() {
    Living living =
        under(AFTER_PLEDGE)
            .givenOn("2026-06-10", done(Step.PLEDGE, LocalDate.of(2026, 6, 30)))
            .given(
                new RegulationAdopted(
                    CYCLE,
                    rules(
                        "03",
                        Lived.TODAY,
                        rule(Step.PLEDGE, LocalDate.of(2026, 8, 1), null, null))));
    assertThat(deadline(living, Step.PLEDGE)).isEqualTo(LocalDate.of(2026, 6, 30));
  }

  @Test
  void a_step_is_not_taken_before_its_first_day() {
    under(rules("02", "2026-01-05", rule(Step.PLEDGE, null, TODAY, null)))
        .when(advance(Step.PLEDGE))
        .then(done(Step.PLEDGE, null));
    Living early =
        under(rules("02", "2026-01-05", rule(Step.PLEDGE, null, TODAY.plusDays(1), null)))
            .when(advance(Step.PLEDGE))
            .refused(STEP_NOT_BEGUN);
    assertThat(early.subject()).isEqualTo("2026-07-11");
    assertThat(early.clause()).isEqualTo("Điều " + Step.PLEDGE.code());
  }

  @Test
  void the_leader_appoints_assessors_from_outside_the_bloc_and_a_later_list_replaces_it() {
    Living living =
        Lived.year()
            .when(new AppointAssessors(CYCLE, List.of(STRANGER), by(LEADER)))
            .then(new AssessorsAppointed(CYCLE, List.of(STRANGER)));
    assertThat(living.streams().peek(Year.class, CYCLE.stream()).assessors())
        .containsExactly(STRANGER);
    living
        .when(new AppointAssessors(CYCLE, List.of(), Living.byTheBoard(Lived.TODAY)))
        .then(new AssessorsAppointed(CYCLE, List.of()));
    assertThat(living.streams().peek(Year.class, CYCLE.stream()).assessors()).isEmpty();
  }

  @Test
  void assessors_are_known_units_outside_the_bloc_each_named_once() {
    Lived.year()
        .when(new AppointAssessors(CYCLE, List.of(MEMBER), by(LEADER)))
        .refused(ASSESSOR_IS_A_MEMBER)
        .when(new AppointAssessors(CYCLE, List.of(STRANGER, STRANGER), by(LEADER)))
        .refused(ASSESSOR_NAMED_TWICE)
        .when(new AppointAssessors(CYCLE, List.of(UnitId.of("kien-giang.so-la")), by(LEADER)))
        .refused(ASSESSOR_NOT_KNOWN)
        .when(
            new AppointAssessors(
                CYCLE,
                IntStream.range(0, 101).mapToObj(i -> UnitId.of("tinh.so-" + i)).toList(),
                by(LEADER)))
        .refused(TOO_MANY_ASSESSORS);
  }

  @Test
  void nobody_else_appoints_them_and_nobody_does_in_a_year_that_is_over() {
    AppointAssessors byDeputy = new AppointAssessors(CYCLE, List.of(STRANGER), by(DEPUTY));
    Lived.year().when(byDeputy).refused(NOT_THE_LEADER);
    Lived.year()
        .given(new CycleClosed(CYCLE, List.of()))
        .when(new AppointAssessors(CYCLE, List.of(STRANGER), by(LEADER)))
        .refused(CYCLE_CLOSED);
  }
}
