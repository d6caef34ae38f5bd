package vn.giaouoc.query.cycle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What a year still asks for, of whom, and by when, on the day of asking.
 *
 * @param cycle which year
 * @param bloc whose
 * @param year the year by which it is called
 * @param day the day of asking
 * @param noRuleYet whether no regulation governs that day, so that no order is kept
 * @param over whether the year is over
 * @param mayFollow the steps that may be done though it is over
 * @param steps the steps that are neither done nor skipped, in their order
 */
record Due(
    CycleId cycle,
    @Nullable BlocId bloc,
    @Nullable Integer year,
    LocalDate day,
    boolean noRuleYet,
    boolean over,
    List<Step> mayFollow,
    List<DueStep> steps) {

  /** Of whom a step asks something. */
  enum Whose implements Code {
    LEADER,
    MEMBERS
  }

  /**
   * A step that is to be done.
   *
   * @param clause the clause that wants it
   * @param from the first day on which it may be done
   * @param due the last day on which it is in time
   * @param overdue whether that day is over
   * @param whose of whom it asks something
   * @param done the members that have done it, where it asks each of them
   * @param missing those that have not; who is excluded owes nothing
   */
  record DueStep(
      Step step,
      StepInYear.State state,
      @Nullable String clause,
      @Nullable LocalDate from,
      @Nullable LocalDate due,
      boolean overdue,
      Whose whose,
      List<UnitId> done,
      List<UnitId> missing) {}

  /** What is due of a year on a day, among those who are members then. */
  static Due of(Cycle cycle, Collection<UnitId> members, LocalDate day) {
    return new Due(
        cycle.cycle(),
        cycle.bloc(),
        cycle.year(),
        day,
        inForce(cycle, day) == null,
        cycle.course().over(),
        cycle.course().turns().isEmpty() ? List.of() : cycle.course().turns().getLast().pending(),
        cycle.steps().stream()
            .filter(StepInYear::toDo)
            .map(step -> of(step, cycle.course(), members, day))
            .toList());
  }

  private static DueStep of(
      StepInYear step, Cycle.Course course, Collection<UnitId> members, LocalDate day) {
    List<UnitId> owing =
        step.step().asksMembers()
            ? members.stream().filter(unit -> !course.excluded().contains(unit)).toList()
            : List.of();
    List<UnitId> done =
        course.submissions().stream()
            .filter(each -> each.step() == step.step())
            .map(Cycle.Submission::unit)
            .toList();
    return new DueStep(
        step.step(),
        step.state(),
        step.clause(),
        step.from(),
        step.due(),
        step.due() != null && day.isAfter(step.due()),
        step.step().asksMembers() ? Whose.MEMBERS : Whose.LEADER,
        owing.stream().filter(done::contains).toList(),
        owing.stream().filter(unit -> !done.contains(unit)).toList());
  }

  /** The version that governs a day; nothing where there is no rule yet. */
  static Cycle.@Nullable Adopted inForce(Cycle cycle, LocalDate day) {
    Cycle.Adopted inForce = null;
    for (Cycle.Adopted version : cycle.rules().adopted()) {
      if (!version.regulation().validFrom().isAfter(day)) {
        inForce = version;
      }
    }
    return inForce;
  }
}
