package vn.giaouoc.command.cycle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent.Settlement;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked of an emulation year. */
sealed interface CycleCommand extends Command {

  CycleId cycle();

  @Override
  default String stream() {
    return cycle().stream();
  }

  /**
   * Begins it.
   *
   * @param from its first day, where it is not a calendar year
   * @param to its last day, likewise
   */
  record OpenCycle(
      CycleId cycle,
      BlocId bloc,
      int year,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Envelope envelope)
      implements CycleCommand {}

  /**
   * Adopts a version of the regulation, on the day of the act.
   *
   * @param conference at which one, if at any
   */
  record AdoptRegulation(
      CycleId cycle, Regulation regulation, @Nullable ConferenceId conference, Envelope envelope)
      implements CycleCommand {}

  /** Adopts what the members will pledge. */
  record AdoptPledgeContents(CycleId cycle, List<String> contents, Envelope envelope)
      implements CycleCommand {}

  /** Gives a step that has none a deadline. */
  record SetDeadline(CycleId cycle, Step step, LocalDate due, Envelope envelope)
      implements CycleCommand {}

  /** Puts off the deadline of a step. */
  record ExtendDeadline(CycleId cycle, Step step, LocalDate due, String reason, Envelope envelope)
      implements CycleCommand {}

  /**
   * Tells that a step was done, on the day of the act.
   *
   * @param conference at which one, if at any
   * @param reorderedBy the clause by which it is taken out of its usual order
   */
  record AdvanceStep(
      CycleId cycle,
      Step step,
      @Nullable ConferenceId conference,
      @Nullable String reorderedBy,
      Envelope envelope)
      implements CycleCommand {}

  /**
   * Leaves out a step.
   *
   * @param clause the clause that leaves it to the bloc
   */
  record SkipStep(CycleId cycle, Step step, String clause, String reason, Envelope envelope)
      implements CycleCommand {}

  /**
   * Reminds the members that have not done what a step asks of them: the leader or a deputy does,
   * or the program itself some days before. Nobody is reminded where all have; order does not
   * matter, so no version is asked for.
   */
  record Remind(CycleId cycle, Step step, Envelope envelope) implements CycleCommand {}

  /**
   * Takes a unit out of ranking and awards.
   *
   * @param clause the clause that excludes it, or the id of the ground, where the regulation lists
   *     them
   */
  record ExcludeUnit(CycleId cycle, UnitId unit, String clause, String finding, Envelope envelope)
      implements CycleCommand {}

  /** Takes it in again. */
  record ReadmitUnit(CycleId cycle, UnitId unit, String clause, Envelope envelope)
      implements CycleCommand {}

  /**
   * Ends the year before its time because the bloc was merged.
   *
   * @param into the bloc that goes on
   * @param settled what becomes of everything that is open
   */
  record EndEarly(
      CycleId cycle, BlocId into, String reason, List<Settlement> settled, Envelope envelope)
      implements CycleCommand {}

  /** Ends the year. */
  record CloseCycle(CycleId cycle, Envelope envelope) implements CycleCommand {}

  /** Lets a year that was closed go on. */
  record ReopenCycle(CycleId cycle, String reason, Envelope envelope) implements CycleCommand {}
}
