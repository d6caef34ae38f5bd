package vn.giaouoc.command.scoring;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.scoring.ScoringRejection.ALREADY_SCORED;
import static vn.giaouoc.command.scoring.ScoringRejection.CONTEST_NOT_PROVIDED;
import static vn.giaouoc.command.scoring.ScoringRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.scoring.ScoringRejection.MEMBER_NOT_PLACED;
import static vn.giaouoc.command.scoring.ScoringRejection.NOBODY_TO_RANK;
import static vn.giaouoc.command.scoring.ScoringRejection.NOTHING_REOPENED;
import static vn.giaouoc.command.scoring.ScoringRejection.NOT_IN_THE_CONTEST;
import static vn.giaouoc.command.scoring.ScoringRejection.NOT_ON_THE_ROLL;
import static vn.giaouoc.command.scoring.ScoringRejection.NO_REGULATION_IN_FORCE;
import static vn.giaouoc.command.scoring.ScoringRejection.RANKING_SKIPPED;
import static vn.giaouoc.command.scoring.ScoringRejection.UNIT_EXCLUDED;
import static vn.giaouoc.command.scoring.ScoringRejection.UNIT_NAMED_TWICE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.cycle.Outcome;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.scoring.RankingCommand.Given;
import vn.giaouoc.command.scoring.RankingCommand.ScoreBloc;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.Beyond;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.Excluded;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.cycle.CycleEvent.TieOrder;
import vn.giaouoc.shared.cycle.CycleEvent.Unranked;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.regulation.ContestRule;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.StepRule;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Ranks a bloc. It is a decision of the cycle that rests on the sheet of every unit that it ranks:
 * all of them are held, and each is frozen in the same unit of work, so that a score that is
 * entered meanwhile makes a conflict of versions and never a stale rank.
 */
public final class RankingHandler {

  private static final Comparator<UnitId> BY_SLUG = Comparator.comparing(UnitId::slug);

  private final Streams streams;
  private final Offices offices;
  private final Keeper keeper;

  /** A handler on these streams. */
  public RankingHandler(Streams streams, Offices offices, Keeper keeper) {
    this.streams = streams;
    this.offices = offices;
    this.keeper = keeper;
  }

  @CommandHandler
  long handle(ScoreBloc command, CommandMessage<?> message) {
    Aggregate<Recordable<CycleEvent>> cycle = streams.hold(command.stream());
    Long before = cycle.invoke(root -> root.answered(message));
    if (before != null) {
      return before;
    }
    Year year = cycle.invoke(Year.class::cast);
    BlocId bloc = year.bloc();
    CYCLE_NOT_OPEN.unless(bloc != null, command.cycle().slug());
    offices.mustLead(command.envelope().actor(), requireNonNull(bloc));
    CYCLE_NOT_OPEN.unless(year.isOpen(), command.cycle().slug());
    LocalDate today = offices.today();
    Regulation regulation = year.regulationOn(today);
    NO_REGULATION_IN_FORCE.unless(regulation != null, command.cycle().slug());
    RANKING_SKIPPED.unless(
        year.stateOf(Step.RANKING) != StepState.SKIPPED,
        command.cycle().slug(),
        clause(requireNonNull(regulation)));

    CONTEST_NOT_PROVIDED.unless(
        regulation.has(command.contest()), command.contest().name(), clause(regulation));
    ContestRule rule = regulation.contest(command.contest()).orElse(null);
    Entrants entrants = Entrants.of(command.contest(), rule, offices.roll(bloc), today);
    SortedMap<UnitId, @Nullable BigDecimal> contestants = contestants(command, entrants, year);
    SortedMap<UnitId, Aggregate<ScoreSheet>> sheets = new TreeMap<>(BY_SLUG);
    contestants
        .keySet()
        .forEach(
            unit ->
                sheets.put(unit, streams.hold(ScoreSheetId.of(command.cycle(), unit).stream())));
    BlocScored earlier = cycle.invoke(Outcome.class::cast).rankingOf(command.contest());
    mayBeMadeAgain(earlier, command, sheets, clause(regulation));

    List<UnitId> order = command.ties() == null ? List.of() : command.ties().order();
    Ranked ranked =
        regulation.scale() == null
            ? Ranked.byPoints(regulation, rule, contestants, sheets, order)
            : Ranked.byScale(regulation, rule, contestants, sheets, order);
    List<String> basis = basis(command, bloc, cycle, sheets);
    BlocScored scored =
        new BlocScored(
            command.cycle(),
            command.contest(),
            regulation.number(),
            ranked.settled(),
            excluded(year, entrants),
            command.unranked().stream()
                .map(each -> new Unranked(each.unit(), keeper.words(each.reason())))
                .toList(),
            dropped(earlier, contestants.keySet()),
            command.ties() == null
                ? null
                : new TieOrder(order, keeper.words(command.ties().decision())),
            command.reason() == null ? null : keeper.words(command.reason()),
            basis,
            rule,
            ranked.beyond());
    cycle.execute(root -> root.append(scored, command.envelope()));
    sheets.forEach(
        (unit, sheet) ->
            sheet.execute(
                root ->
                    root.append(
                        new SheetFrozen(
                            ScoreSheetId.of(command.cycle(), unit),
                            command.cycle(),
                            unit,
                            command.contest(),
                            ranked.marks().get(unit)),
                        command.envelope().forAudience(Audience.bloc(bloc)))));
    return cycle.invoke(Recordable::version);
  }

  /** Who is ranked, with the points that the bloc settled itself. */
  private static SortedMap<UnitId, @Nullable BigDecimal> contestants(
      ScoreBloc command, Entrants entrants, Year year) {
    Set<UnitId> named = new HashSet<>();
    Stream.concat(
            command.settled().stream().map(Given::unit),
            command.unranked().stream().map(RankingCommand.Unranked::unit))
        .forEach(
            unit -> {
              UNIT_NAMED_TWICE.unless(named.add(unit), unit.slug());
              NOT_ON_THE_ROLL.unless(entrants.roll().contains(unit), unit.slug());
              NOT_IN_THE_CONTEST.unless(
                  entrants.members().contains(unit), unit.slug(), entrants.clause());
              UNIT_EXCLUDED.unless(
                  !year.excluded().contains(unit), unit.slug(), year.clauseExcluding(unit));
            });
    SortedMap<UnitId, @Nullable BigDecimal> contestants = new TreeMap<>(BY_SLUG);
    command.settled().forEach(given -> contestants.put(given.unit(), given.points()));
    if (entrants.byItself()) {
      entrants.members().stream()
          .filter(unit -> !named.contains(unit) && !year.excluded().contains(unit))
          .forEach(unit -> contestants.put(unit, null));
    }
    entrants
        .notPlaced()
        .forEach(
            unit ->
                MEMBER_NOT_PLACED.unless(
                    year.excluded().contains(unit), unit.slug(), entrants.clause()));
    NOBODY_TO_RANK.unless(!contestants.isEmpty(), command.contest().name());
    return contestants;
  }

  private static void mayBeMadeAgain(
      @Nullable BlocScored earlier,
      ScoreBloc command,
      SortedMap<UnitId, Aggregate<ScoreSheet>> sheets,
      @Nullable String clause) {
    if (earlier == null) {
      return;
    }
    ALREADY_SCORED.unless(command.reason() != null, command.contest().name(), clause);
    Contest contest = command.contest();
    NOTHING_REOPENED.unless(
        !scored(earlier).collect(Collectors.toSet()).equals(sheets.keySet())
            || sheets.values().stream()
                .anyMatch(sheet -> !sheet.<Boolean>invoke(root -> root.isFrozenBy(contest))),
        command.contest().name(),
        clause);
  }

  /** Who has points in a ranking: those with a place, and those beyond the places. */
  private static Stream<UnitId> scored(BlocScored ranking) {
    return Stream.concat(
        ranking.settled().stream().map(Settled::unit), ranking.beyond().stream().map(Beyond::unit));
  }

  /** Who is shown as excluded in the contest that it would be in. */
  private static List<Excluded> excluded(Year year, Entrants entrants) {
    return entrants.byItself()
        ? year.excluded().stream()
            .filter(entrants.members()::contains)
            .sorted(BY_SLUG)
            .map(unit -> new Excluded(unit, year.clauseExcluding(unit)))
            .toList()
        : List.of();
  }

  private static List<UnitId> dropped(@Nullable BlocScored earlier, Set<UnitId> ranked) {
    return earlier == null
        ? List.of()
        : scored(earlier).filter(unit -> !ranked.contains(unit)).sorted(BY_SLUG).toList();
  }

  private List<String> basis(
      ScoreBloc command,
      BlocId bloc,
      Aggregate<Recordable<CycleEvent>> cycle,
      SortedMap<UnitId, Aggregate<ScoreSheet>> sheets) {
    SortedMap<String, Long> versions = new TreeMap<>();
    versions.put(command.stream(), cycle.invoke(Recordable::version));
    for (String peeked : List.of(bloc.stream(), LeadershipEvent.streamOf(bloc))) {
      versions.put(peeked, streams.peek(peeked).version());
    }
    sheets.forEach(
        (unit, sheet) ->
            versions.put(
                ScoreSheetId.of(command.cycle(), unit).stream(),
                sheet.invoke(Recordable::version)));
    return versions.entrySet().stream()
        .filter(each -> each.getValue() >= 0) // a sheet that only the ranking begins
        .map(each -> each.getKey() + "@" + each.getValue())
        .toList();
  }

  private static @Nullable String clause(Regulation regulation) {
    return regulation.steps().stream()
        .filter(rule -> rule.step() == Step.RANKING)
        .map(StepRule::clause)
        .findFirst()
        .orElse(null);
  }
}
