package vn.giaouoc.query.cycle;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.StepRule;
import vn.giaouoc.shared.regulation.Regulation.Within;
import vn.giaouoc.shared.time.Dated;

/**
 * A step of a year, as far as it is known.
 *
 * @param on when it was done, skipped, or told
 * @param conference at which one
 * @param due the last day on which it is, or would have been, in time
 * @param late whether it was done after that
 * @param regulation the number of the version that governed it
 * @param clause the clause of the step, or the one by which it was skipped
 * @param reorderedBy the clause by which it was taken out of its usual order
 * @param reason why it was skipped
 * @param deadlines its deadlines as they were set and extended
 * @param from the first day on which it may be taken
 * @param within so many days after which other step it is due, where its deadline follows from one
 * @param followed the deadline that followed from another step; absent until that is done
 */
record StepInYear(
    Step step,
    State state,
    @Nullable Dated on,
    @Nullable ConferenceId conference,
    @Nullable LocalDate due,
    @Nullable Boolean late,
    @Nullable String regulation,
    @Nullable String clause,
    @Nullable String reorderedBy,
    @Nullable Words reason,
    List<Deadline> deadlines,
    @Nullable LocalDate from,
    @Nullable Within within,
    @Nullable Followed followed) {

  /** How far a step is known to be. */
  enum State implements Code {
    UNKNOWN,
    PLANNED,
    DUE,
    DONE,
    SKIPPED;

    static State of(CycleEvent.StepState told) {
      return switch (told) {
        case PLANNED -> PLANNED;
        case DUE -> DUE;
        case DONE -> DONE;
        case SKIPPED -> SKIPPED;
      };
    }
  }

  /**
   * A deadline.
   *
   * @param set when it was set
   * @param reason why it was put off, where it was
   */
  record Deadline(LocalDate due, Dated set, @Nullable Words reason) {}

  /** A deadline that followed from another step, and the number of the version that says so. */
  record Followed(LocalDate due, String regulation) {}

  static List<StepInYear> all() {
    return Arrays.stream(Step.values())
        .map(
            step ->
                new StepInYear(
                    step,
                    State.UNKNOWN,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    null))
        .toList();
  }

  /** Whether it is neither done nor skipped. */
  boolean toDo() {
    return state != State.DONE && state != State.SKIPPED;
  }

  StepInYear told(CycleEvent.StepState told, Dated when, @Nullable ConferenceId where) {
    return new StepInYear(
        step,
        State.of(told),
        when,
        where,
        due,
        late,
        regulation,
        clause,
        reorderedBy,
        reason,
        deadlines,
        from,
        within,
        followed);
  }

  StepInYear done(CycleEvent.StepAdvanced advanced, Dated when) {
    return new StepInYear(
        step,
        State.DONE,
        when,
        advanced.conference(),
        advanced.due(),
        advanced.late(),
        advanced.regulation(),
        advanced.clause(),
        advanced.reorderedBy(),
        null,
        deadlines,
        from,
        within,
        followed);
  }

  StepInYear skipped(CycleEvent.StepSkipped skipped, Dated when) {
    return new StepInYear(
        step,
        State.SKIPPED,
        when,
        null,
        due,
        null,
        skipped.regulation(),
        skipped.clause(),
        null,
        skipped.reason(),
        deadlines,
        from,
        within,
        followed);
  }

  StepInYear due(LocalDate day, Dated set, @Nullable Words why) {
    return new StepInYear(
        step,
        state == State.UNKNOWN ? State.PLANNED : state,
        on,
        conference,
        toDo() ? day : due,
        late,
        regulation,
        clause,
        reorderedBy,
        reason,
        Lists.with(deadlines, new Deadline(day, set, why)),
        from,
        within,
        followed);
  }

  StepInYear followed(CycleEvent.DeadlineFollowed deadline) {
    return new StepInYear(
        step,
        state,
        on,
        conference,
        due,
        late,
        regulation,
        clause,
        reorderedBy,
        reason,
        deadlines,
        from,
        within,
        new Followed(deadline.due(), deadline.regulation()));
  }

  /**
   * The steps in the order of the newest version, with what it says of those that are to do: whose
   * turn it is, which come later, and when they are due unless the bloc has set that itself.
   */
  static List<StepInYear> planned(List<StepInYear> steps, Cycle.Rules rules) {
    if (rules.adopted().isEmpty()) {
      return steps;
    }
    Regulation newest = rules.adopted().getLast().regulation();
    List<Step> order = newest.steps().stream().map(StepRule::step).toList();
    Step turn =
        order.stream()
            .filter(step -> steps.stream().anyMatch(each -> each.step() == step && each.toDo()))
            .findFirst()
            .orElse(null);
    return steps.stream()
        .map(each -> newest.rule(each.step()).map(rule -> each.by(rule, newest, turn)).orElse(each))
        .sorted(
            Comparator.comparingInt(
                    (StepInYear each) ->
                        order.contains(each.step()) ? order.indexOf(each.step()) : order.size())
                .thenComparing(StepInYear::step))
        .toList();
  }

  private StepInYear by(StepRule rule, Regulation version, @Nullable Step turn) {
    return toDo()
        ? new StepInYear(
            step,
            step == turn ? State.DUE : State.PLANNED,
            on,
            conference,
            deadlines.isEmpty() ? due(rule, version) : due,
            late,
            version.number(),
            rule.clause(),
            reorderedBy,
            reason,
            deadlines,
            rule.from(),
            rule.within(),
            followed)
        : this;
  }

  private @Nullable LocalDate due(StepRule rule, Regulation version) {
    if (rule.within() != null) {
      return followed != null && followed.regulation().equals(version.number())
          ? followed.due()
          : null;
    }
    return rule.due() == null ? due : rule.due();
  }
}
