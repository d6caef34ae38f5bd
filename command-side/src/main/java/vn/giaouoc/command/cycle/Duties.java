package vn.giaouoc.command.cycle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.bloc.Roll;
import vn.giaouoc.command.unit.Body;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.unit.UnitId;

/** What the members of a bloc owe to a year, and where it is told whether they have done it. */
public final class Duties {

  private static final BiFunction<CycleId, UnitId, String> PLEDGE =
      (cycle, unit) -> PledgeEvent.idOf(cycle, unit).stream();

  private static final Map<Step, BiFunction<CycleId, UnitId, String>> WHERE =
      Map.of(
          Step.PLEDGE, PLEDGE,
          Step.MID_YEAR_REVIEW, PLEDGE,
          Step.SCORING, (cycle, unit) -> ScoreSheetId.of(cycle, unit).stream(),
          Step.YEAR_END_REVIEW, PLEDGE);

  private Duties() {}

  /**
   * The stream that tells whether a unit has done what a step asks of it.
   *
   * @param step one that asks something of each member
   */
  public static String where(Step step, CycleId cycle, UnitId unit) {
    return requireNonNull(WHERE.get(step)).apply(cycle, unit);
  }

  /** The members of a day that have not done what a step asks, by their ids. */
  static List<UnitId> undone(
      Step step, CycleId cycle, Roll roll, Set<UnitId> excluded, LocalDate day, Streams streams) {
    BiFunction<CycleId, UnitId, String> where = WHERE.getOrDefault(step, PLEDGE);
    return roll.membersOn(day).stream()
        .filter(unit -> !excluded.contains(unit))
        .filter(unit -> streams.peek(Body.class, unit.stream()).existsOn(day))
        .filter(unit -> !done(step, where.apply(cycle, unit), streams))
        .sorted(Comparator.comparing(UnitId::slug))
        .toList();
  }

  /** What is open of everybody who was a member in a time, by their streams. */
  static SortedSet<String> open(CycleId cycle, Roll roll, Stream<LocalDate> days, Streams streams) {
    SortedSet<String> open = new TreeSet<>();
    days.flatMap(day -> roll.membersOn(day).stream())
        .distinct()
        .flatMap(unit -> WHERE.values().stream().map(where -> where.apply(cycle, unit)))
        .distinct()
        .filter(stream -> streams.peek(stream) instanceof Duty duty && duty.isOpen())
        .forEach(open::add);
    return open;
  }

  private static boolean done(Step step, String stream, Streams streams) {
    return streams.peek(stream) instanceof Duty duty && duty.done(step);
  }
}
