package vn.giaouoc.command.cycle;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.cycle.CycleRejection.STEP_ALREADY_DONE;
import static vn.giaouoc.command.cycle.CycleRejection.STEP_ALREADY_SKIPPED;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.cycle.CycleEvent.DeadlineFollowed;
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
  private final Map<Step, DeadlineFollowed> followed = new EnumMap<>(Step.class);
  private final Map<Step, Taken> taken = new EnumMap<>(Step.class);
  private LocalDate lastTaken = LocalDate.MIN;

  /** When a step was done, and by when it would have been in time: no later rule changes that. */
  private record Taken(LocalDate on, @Nullable LocalDate due) {}

  /** A version that says something of a step, and what. */
  record Ruled(Regulation regulation, StepRule rule) {}

  void clear() {
    versions.clear();
    states.clear();
    deadlines.clear();
    followed.clear();
    taken.clear();
    lastTaken = LocalDate.MIN;
  }

  void adopted(Regulation regulation) {
    versions.put(regulation.validFrom(), regulation);
  }

  void due(Step step, LocalDate day) {
    deadlines.put(step, day);
  }

  void followed(DeadlineFollowed deadline) {
    followed.put(deadline.step(), deadline);
  }

  void told(Step step, StepState state) {
    states.put(step, state);
  }

  void done(Step step, LocalDate day, @Nullable LocalDate due) {
    told(step, StepState.DONE);
    taken.put(step, new Taken(day, due));
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

  /**
   * Until when a step is in time: as it was when it was done, else as the bloc has set it, else as
   * the newest rule that speaks of a deadline states it, or lets it follow from another step.
   */
  @Nullable LocalDate deadline(Step step) {
    Taken done = taken.get(step);
    if (done != null) {
      return done.due();
    }
    LocalDate set = deadlines.get(step);
    Ruled newest = timed(step);
    if (set != null || newest == null) {
      return set;
    }
    return hasFollowed(newest) ? requireNonNull(followed.get(step)).due() : newest.rule().due();
  }

  /** The first day on which a step may be taken, by the newest version that has the step. */
  @Nullable LocalDate firstDay(Step step) {
    for (Regulation version : versions.descendingMap().values()) {
      StepRule rule = version.rule(step).orElse(null);
      if (rule != null) {
        return rule.from();
      }
    }
    return null;
  }

  /** On which day a step was done; nothing where it was not, or no exact day is told. */
  @Nullable LocalDate doneOn(Step step) {
    Taken done = taken.get(step);
    return done == null ? null : done.on();
  }

  /** The steps that get a deadline once this one is done: the bloc has not set one itself. */
  List<Ruled> following(Step done) {
    return Stream.of(Step.values())
        .filter(step -> isToDo(step) && !deadlines.containsKey(step))
        .map(this::timed)
        .filter(Objects::nonNull)
        .filter(newest -> newest.rule().within() != null)
        .filter(newest -> requireNonNull(newest.rule().within()).after() == done)
        .filter(newest -> !hasFollowed(newest))
        .toList();
  }

  /** The newest version that speaks of the deadline of a step. */
  private @Nullable Ruled timed(Step step) {
    for (Regulation version : versions.descendingMap().values()) {
      StepRule rule = version.rule(step).orElse(null);
      if (rule != null && (rule.due() != null || rule.within() != null)) {
        return new Ruled(version, rule);
      }
    }
    return null;
  }

  private boolean hasFollowed(Ruled newest) {
    DeadlineFollowed deadline = followed.get(newest.rule().step());
    return deadline != null && deadline.regulation().equals(newest.regulation().number());
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
