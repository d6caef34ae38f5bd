package vn.giaouoc.command.scoring;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.cycle.Duties;
import vn.giaouoc.command.cycle.Duty.Fulfilled;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.regulation.Scale;
import vn.giaouoc.shared.regulation.Sheet.Delivered;
import vn.giaouoc.shared.regulation.Sheet.Done;
import vn.giaouoc.shared.regulation.Sheet.Entry;
import vn.giaouoc.shared.regulation.Sheet.Unassigned;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Recorded;
import vn.giaouoc.shared.time.When.Precision;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The figures that nobody enters because the record tells them: how late a unit was with a step of
 * the year, against the deadline as it was extended.
 *
 * @param year the year
 * @param today the day on which it is asked
 */
record OnRecord(CycleId cycle, Year year, LocalDate today) {

  /**
   * A line for each criterion of which the record tells something on this day.
   *
   * @param did when the unit did what a step asks of it
   */
  List<Line> of(UnitId unit, @Nullable Scale scale, Function<Step, @Nullable Fulfilled> did) {
    List<Line> lines = new ArrayList<>();
    if (scale != null) {
      scale
          .recorded()
          .forEach(
              (criterion, step) -> {
                Fulfilled done = did.apply(step);
                Entry figure = figure(step, done);
                if (figure != null) {
                  lines.add(
                      new Line(
                          criterion, null, null, figure, List.of(), recorded(step, unit, done)));
                }
              });
    }
    return lines;
  }

  private @Nullable Entry figure(Step step, @Nullable Fulfilled done) {
    if (year.stateOf(step) == StepState.SKIPPED) {
      return new Unassigned();
    }
    LocalDate due = year.deadlineOf(step);
    if (done == null) {
      // what can still come in time is not late
      boolean over = year.stateOf(step) == StepState.DONE || (due != null && today.isAfter(due));
      return over ? new Done(false) : null;
    }
    if (done.on().precision().compareTo(Precision.DAY) > 0) {
      return null;
    }
    // nobody is late for what has no day
    return new Delivered(
        due == null
            ? 0
            : Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(due, done.on().firstDay()))));
  }

  private Recorded recorded(Step step, UnitId unit, @Nullable Fulfilled done) {
    return new Recorded(
        step,
        year.deadlineOf(step),
        done == null ? null : done.on().firstDay(),
        done == null ? null : Duties.where(step, cycle, unit) + "@" + done.version());
  }
}
