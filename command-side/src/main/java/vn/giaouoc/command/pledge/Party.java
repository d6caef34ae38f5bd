package vn.giaouoc.command.pledge;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.pledge.PledgeRejection.ACT_LIES_AHEAD;
import static vn.giaouoc.command.pledge.PledgeRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.pledge.PledgeRejection.EARLIER_ACT_BY_THE_BOARD;
import static vn.giaouoc.command.pledge.PledgeRejection.PARTY_GONE;
import static vn.giaouoc.command.pledge.PledgeRejection.PARTY_NOT_A_MEMBER;
import static vn.giaouoc.command.pledge.PledgeRejection.STEP_NOT_BEGUN;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.unit.Body;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.pledge.Late;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.StepRule;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who pledges in a year, on the day of an act.
 *
 * @param unit the unit that keeps the pledge; nothing where the bloc itself pledges
 * @param bloc whose year it is
 * @param year the year
 * @param actor who acts for it
 * @param day the day of the act
 */
record Party(@Nullable UnitId unit, BlocId bloc, Year year, Actor actor, LocalDate day) {

  /**
   * The party of a command: of an open year, and on the day of the act a member of its bloc.
   *
   * @param unit who keeps the pledge by now
   */
  static Party of(PledgeCommand command, @Nullable UnitId unit, Streams streams, Offices offices) {
    Party cycle = ofCycle(command, streams, offices);
    if (unit != null) {
      PARTY_GONE.unless(streams.peek(Body.class, unit.stream()).existsOn(cycle.day()), unit.slug());
      PARTY_NOT_A_MEMBER.unless(
          offices.roll(cycle.bloc()).membersOn(cycle.day()).contains(unit), unit.slug());
    }
    return new Party(unit, cycle.bloc(), cycle.year(), cycle.actor(), cycle.day());
  }

  /** The same, whether or not it is a member. */
  static Party ofCycle(PledgeCommand command, Streams streams, Offices offices) {
    Year year = streams.peek(Year.class, command.cycle().stream());
    CYCLE_NOT_OPEN.unless(year.bloc() != null && year.isOpen(), command.cycle().slug());
    BlocId bloc = requireNonNull(year.bloc());
    Actor actor = command.envelope().actor();
    LocalDate day = command.envelope().appliesFrom().firstDay();
    LocalDate today = offices.today();
    ACT_LIES_AHEAD.unless(!day.isAfter(today), day.toString());
    // otherwise whoever is late would say that it was earlier
    EARLIER_ACT_BY_THE_BOARD.unless(day.equals(today) || offices.isTheBoard(actor), day.toString());
    return new Party(command.party(), bloc, year, actor, day);
  }

  /** Refuses unless the actor may act for it today. */
  void mustAct(Offices offices) {
    if (unit == null) {
      offices.mustLead(actor, bloc);
    } else {
      offices.mustActFor(actor, unit);
    }
  }

  /** Whether a unit is a member of the bloc on that day. */
  boolean isMember(UnitId other, Offices offices) {
    return offices.roll(bloc).membersOn(day).contains(other);
  }

  boolean skipped(Step step) {
    return year.stateOf(step) == StepState.SKIPPED;
  }

  /** Refuses what is done before the first day of a step. */
  void mustHaveBegun(Step step) {
    LocalDate from = year.firstDayOf(step);
    STEP_NOT_BEGUN.unless(from == null || !day.isBefore(from), "" + from, clause(step));
  }

  /** How late a step is that is taken on that day. */
  @Nullable Late late(Step step) {
    return Late.on(day, year.deadlineOf(step));
  }

  /** Where the regulation in force provides for a step; nothing where there is none yet. */
  @Nullable String clause(Step step) {
    Regulation regulation = year.regulationOn(day);
    return regulation == null ? null : regulation.rule(step).map(StepRule::clause).orElse(null);
  }

  /**
   * Whether one step has to come before another: in the order of the regulation, in the usual one
   * before there is a regulation, and not if it was skipped.
   */
  boolean mustComeBefore(Step first, Step second) {
    if (skipped(first)) {
      return false;
    }
    Regulation regulation = year.regulationOn(day);
    if (regulation == null) {
      return first.compareTo(second) < 0;
    }
    List<Step> order = regulation.steps().stream().map(StepRule::step).toList();
    return order.contains(first)
        && (!order.contains(second) || order.indexOf(first) < order.indexOf(second));
  }
}
