package vn.giaouoc.command.cycle;

import static vn.giaouoc.command.cycle.CycleRejection.STEP_ALREADY_DONE;
import static vn.giaouoc.command.cycle.CycleRejection.STEP_ALREADY_SKIPPED;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.StepRule;

/**
 * What a year has to go through: its rules from their days on, how far each step is, and until when
 * it is in time.
 */
final class Agenda {

  private final NavigableMap<LocalDate, Regulation> versions = new TreeMap<>();
  private final Map<Step, StepState> states = new EnumMap<>(Step.class);
  private final Map<Step, LocalDate> deadlines = new EnumMap<>(Step.class);
  private LocalDate lastTaken = LocalDate.MIN;

  void clear() {
    versions.clear();
    states.clear();
    deadlines.clear();
    lastTaken = LocalDate.MIN;
  }

  void adopted(Regulation regulation) {
    versions.put(regulation.validFrom(), regulation);
  }

  void due(Step step, LocalDate day) {
    deadlines.put(step, day);
  }

  void told(Step step, StepState state) {
    states.put(step, state);
  }

  void done(Step step, LocalDate day) {
    told(step, StepState.DONE);
    if (day.isAfter(lastTaken)) {
      lastTaken = day;
    }
  }

  /** All versions of the regulation, in the order in which they govern. */
  Iterable<Regulation> versions() {
    return versions.values();
  }

  /** The version that governs a day; nothing where there is no rule yet. */
  @Nullable Regulation on(LocalDate day) {
    Map.Entry<LocalDate, Regulation> version = versions.floorEntry(day);
    return version == null ? null : version.getValue();
  }

  /** The last day on which a step was taken. */
  LocalDate lastTaken() {
    return lastTaken;
  }

  @Nullable StepState state(Step step) {
    return states.get(step);
  }

  /** Until when a step is in time: as the bloc has set it, else as the newest rule states it. */
  @Nullable LocalDate deadline(Step step) {
    LocalDate set = deadlines.get(step);
    if (set != null) {
      return set;
    }
    for (Regulation version : versions.descendingMap().values()) {
      LocalDate due = version.rule(step).map(StepRule::due).orElse(null);
      if (due != null) {
        return due;
      }
    }
    return null;
  }

  /** The clause about a step in the version that governs a day, if there is one. */
  @Nullable String clause(Step step, LocalDate day) {
    Regulation regulation = on(day);
    return regulation == null ? null : regulation.rule(step).map(StepRule::clause).orElse(null);
  }

  /** Refuses, by the clause that governs today, unless a step is neither done nor skipped. */
  void mustBeToDo(Step step, LocalDate today) {
    STEP_ALREADY_DONE.unless(state(step) != StepState.DONE, step.code(), clause(step, today));
    STEP_ALREADY_SKIPPED.unless(state(step) != StepState.SKIPPED, step.code(), clause(step, today));
  }

  boolean isToDo(Step step) {
    return state(step) != StepState.DONE && state(step) != StepState.SKIPPED;
  }

  /** The steps that come before one in the order of a regulation and are still to do. */
  List<Step> toDoBefore(Step step, Regulation regulation) {
    List<Step> order = regulation.steps().stream().map(StepRule::step).toList();
    return order.subList(0, Math.max(order.indexOf(step), 0)).stream()
        .filter(this::isToDo)
        .toList();
  }

  /** The steps that a regulation wants and that are still to do, but for those that may follow. */
  Set<Step> toDo(Regulation regulation, Set<Step> mayFollow) {
    Set<Step> open = EnumSet.noneOf(Step.class);
    regulation.steps().stream()
        .map(StepRule::step)
        .filter(step -> isToDo(step) && !mayFollow.contains(step))
        .forEach(open::add);
    return open;
  }
}
