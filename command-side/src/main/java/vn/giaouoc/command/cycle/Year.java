package vn.giaouoc.command.cycle;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.poll.Matter;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.unit.UnitId;

/** The emulation year of a bloc: what other contexts may ask of a cycle. */
public interface Year {

  /** Whose year it is; nothing where it was never opened. */
  @Nullable BlocId bloc();

  /** Whether it is under way: opened, and neither closed nor ended early. */
  boolean isOpen();

  /** The regulation that governs a day; nothing where there is no rule yet. */
  @Nullable Regulation regulationOn(LocalDate day);

  /** How far a step is; nothing where nobody has told. */
  @Nullable StepState stateOf(Step step);

  /** The last day on which a step is in time, as set or extended; nothing where there is none. */
  @Nullable LocalDate deadlineOf(Step step);

  /** The first day on which a step may be taken; nothing where it may be at any time. */
  @Nullable LocalDate firstDayOf(Step step);

  /** The units outside the bloc that the year appointed to assess. */
  Set<UnitId> assessors();

  /** The members that are excluded from this year's ranking and awards. */
  Set<UnitId> excluded();

  /** The clause by which a unit is excluded; nothing where it is not, or none is told. */
  default @Nullable String clauseExcluding(UnitId unit) {
    return null;
  }

  /** The poll that was called on a matter last, of those that the regulation has a rule for. */
  @Nullable PollId lastPollOn(Matter matter);

  /** The emulation year by which it is called; 0 where it was never opened. */
  int year();
}
