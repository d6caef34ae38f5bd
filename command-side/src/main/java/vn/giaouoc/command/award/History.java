package vn.giaouoc.command.award;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.cycle.Duty;
import vn.giaouoc.command.cycle.Outcome;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.award.AwardStatus;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.Found;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.regulation.Condition;
import vn.giaouoc.shared.regulation.Condition.FoundByPeople;
import vn.giaouoc.shared.regulation.Condition.InClass;
import vn.giaouoc.shared.regulation.Condition.LeastIn;
import vn.giaouoc.shared.regulation.Condition.LeastPoints;
import vn.giaouoc.shared.regulation.Condition.NotAgain;
import vn.giaouoc.shared.regulation.Condition.PledgeSigned;
import vn.giaouoc.shared.regulation.Condition.PriorTitle;
import vn.giaouoc.shared.regulation.Condition.StepInTime;
import vn.giaouoc.shared.regulation.Proposals.Known;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What the record tells of conditions that points do not tell. What it does not tell is unknown.
 *
 * @param basis takes every stream that was asked, with its version
 */
record History(
    Streams streams,
    Offices offices,
    BlocId bloc,
    CycleId cycle,
    Year year,
    Map<UnitId, Map<String, Found>> findings,
    SortedMap<String, Long> basis) {

  /** Whether a unit fulfils a condition; unknown also where its points tell it. */
  Known of(UnitId unit, Condition condition) {
    return switch (condition) {
      case PledgeSigned(var inTime, _) ->
          inTime ? inTime(unit, Step.PLEDGE) : done(unit, Step.PLEDGE);
      case StepInTime(var step, _) -> inTime(unit, step);
      case PriorTitle(var title, var years, _) -> inEach(unit, title, years);
      case NotAgain(var title, var years, _) -> inNone(unit, title, years);
      case FoundByPeople(var id, _, _) -> {
        Found found = findings.getOrDefault(unit, Map.of()).get(id);
        yield found == null ? Known.UNKNOWN : found.met() ? Known.YES : Known.NO;
      }
      case LeastPoints _, LeastIn _, InClass _ -> Known.UNKNOWN;
    };
  }

  private Known done(UnitId unit, Step step) {
    return duty(unit, step).done(step) ? Known.YES : undone(step);
  }

  private Known inTime(UnitId unit, Step step) {
    Duty duty = duty(unit, step);
    return duty.done(step) || duty.inTime(step) != Known.UNKNOWN ? duty.inTime(step) : undone(step);
  }

  /** Where it is not told that it was done, it was not once it had to be. */
  private Known undone(Step step) {
    LocalDate due = year.deadlineOf(step);
    return year.stateOf(step) == StepState.DONE || (due != null && offices.today().isAfter(due))
        ? Known.NO
        : Known.UNKNOWN;
  }

  private Duty duty(UnitId unit, Step step) {
    String stream =
        step == Step.SCORING
            ? ScoreSheetId.of(cycle, unit).stream()
            : PledgeEvent.idOf(cycle, unit).stream();
    return asked(Duty.class, stream);
  }

  private Known inEach(UnitId unit, Title title, int years) {
    Known all = Known.YES;
    for (int back = 1; back <= years; back++) {
      Known one = held(unit, title, year.year() - back);
      if (one == Known.NO) {
        return Known.NO;
      }
      all = one == Known.UNKNOWN ? Known.UNKNOWN : all;
    }
    return all;
  }

  private Known inNone(UnitId unit, Title title, int years) {
    Known none = Known.YES;
    for (int back = 1; back <= years; back++) {
      Known one = held(unit, title, year.year() - back);
      if (one == Known.YES) {
        return Known.NO;
      }
      none = one == Known.UNKNOWN ? Known.UNKNOWN : none;
    }
    return none;
  }

  /**
   * Whether a unit got a title for a year: by an award that this bloc proposed then. That it did
   * not is known only where the bloc's year is over here and the unit was a member in it.
   */
  private Known held(UnitId unit, Title title, int merit) {
    CycleId then = CycleEvent.idOf(bloc, merit);
    Recordable<?> cycle = asked(then.stream());
    Set<AwardId> awards = new HashSet<>();
    for (AwardsProposed each : ((Outcome) cycle).proposals()) {
      if (each.title() == title && each.track() == Track.ANNUAL) {
        each.proposals().stream()
            .filter(proposal -> proposal.unit().equals(unit))
            .forEach(proposal -> awards.add(proposal.award()));
      }
    }
    // as a proceedings file calls an award that it gives no name
    awards.add(ProposalHandler.idOf(then, title, Track.ANNUAL, unit));
    boolean open = false;
    boolean decided = false;
    for (AwardId award : awards) {
      AwardStatus status = asked(Proposal.class, award.stream()).status();
      if (status == AwardStatus.GRANTED || status == AwardStatus.PRESENTED) {
        return Known.YES;
      }
      open |=
          status == AwardStatus.PROPOSED
              || status == AwardStatus.FORWARDED
              || status == AwardStatus.APPROVED;
      decided |= status != null;
    }
    Year past = (Year) cycle;
    boolean over = past.bloc() != null && !past.isOpen();
    return !open && (decided || (over && wasMember(unit, merit))) ? Known.NO : Known.UNKNOWN;
  }

  private boolean wasMember(UnitId unit, int merit) {
    return offices.roll(bloc).membersOn(LocalDate.of(merit, 12, 31)).contains(unit);
  }

  private <F> F asked(Class<F> face, String stream) {
    return face.cast(asked(stream));
  }

  private Recordable<?> asked(String stream) {
    Recordable<?> peeked = requireNonNull(streams.peek(stream));
    if (peeked.version() >= 0) {
      basis.put(stream, peeked.version());
    }
    return peeked;
  }
}
