package vn.giaouoc.command.award;

import static vn.giaouoc.command.award.AwardRejection.RULES_OF_BLOCS_DIFFER;
import static vn.giaouoc.command.award.AwardRejection.WHICH_AWARD;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.award.AwardCommand.ProposeAwards;
import vn.giaouoc.command.cycle.Outcome;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.scoring.Entrants;
import vn.giaouoc.command.scoring.Frozen;
import vn.giaouoc.shared.award.AllotmentEvent;
import vn.giaouoc.shared.award.AllotmentId;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.award.AwardStatus;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.Beyond;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.Found;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.regulation.AwardRule;
import vn.giaouoc.shared.regulation.Condition;
import vn.giaouoc.shared.regulation.CountRule.Across;
import vn.giaouoc.shared.regulation.Proposals;
import vn.giaouoc.shared.regulation.Proposals.Contender;
import vn.giaouoc.shared.regulation.Proposals.Drawn;
import vn.giaouoc.shared.regulation.Proposals.Known;
import vn.giaouoc.shared.regulation.Proposals.Shared;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Shares;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The room that there is for proposals in a contest of a year: what stands proposed, who is in the
 * contest with what is known of each, and what the regulation draws of that.
 *
 * @param basis takes every stream that was asked, with its version
 */
record Room(
    Streams streams,
    Offices offices,
    BlocId bloc,
    CycleId cycle,
    Contest contest,
    Year year,
    Outcome outcome,
    SortedMap<String, Long> basis) {

  /** What is about to be proposed. */
  record Draft(
      ProposeAwards command,
      Year year,
      @Nullable Regulation regulation,
      @Nullable AwardRule rule,
      List<CycleEvent.Proposal> proposals) {}

  /** The rule that a proposal is made by; nothing where the regulation has no such award. */
  static @Nullable AwardRule rule(Regulation regulation, ProposeAwards command) {
    AwardRule rule =
        rule(regulation, command.title(), command.track(), command.contest(), command.authority());
    // an authority that is written otherwise than in the document must not leave it without a rule
    WHICH_AWARD.unless(
        rule != null
            || regulation.awards().stream()
                .noneMatch(
                    each ->
                        each.title() == command.title()
                            && each.track() == command.track()
                            && each.isGivenIn(command.contest())),
        command.authority().asWritten());
    return rule;
  }

  /**
   * Title, track and contest tell it; where that leaves several, who gives it does. What a thematic
   * track gives does not count in the annual.
   */
  private static @Nullable AwardRule rule(
      Regulation regulation, Title title, Track track, Contest contest, Authority authority) {
    List<AwardRule> rules =
        regulation.awards().stream()
            .filter(each -> each.title() == title && each.track() == track)
            .filter(each -> each.isGivenIn(contest))
            .toList();
    return rules.stream()
        .filter(each -> authority.asWritten().equals(each.authority()))
        .findFirst()
        .or(() -> rules.stream().filter(each -> each.authority() == null).findFirst())
        .orElse(rules.size() == 1 ? rules.getFirst() : null);
  }

  /** The number that several blocs have together in the year. */
  static AllotmentId allotment(Across across, Year year) {
    return AllotmentEvent.idOf(across, year.year());
  }

  /** The sheet of a unit. */
  static Frozen sheet(Streams streams, CycleId cycle, UnitId unit) {
    return streams.peek(Frozen.class, ScoreSheetId.of(cycle, unit).stream());
  }

  /**
   * Who is proposed for the same already, without what was taken back since. That a proposal is
   * taken back meanwhile makes room that is not seen yet, never a proposal too many.
   */
  Set<UnitId> proposed(ProposeAwards command, @Nullable Regulation regulation) {
    AwardRule rule = regulation == null ? null : rule(regulation, command);
    Set<UnitId> proposed = new HashSet<>();
    for (AwardsProposed earlier : outcome.proposals()) {
      boolean same =
          earlier.title() == command.title()
              && earlier.track() == command.track()
              && earlier.contest().equals(command.contest());
      if (same && (rule == null || rule.equals(ruleOf(regulation, earlier)))) {
        standing(earlier).forEach(proposed::add);
      }
    }
    return proposed;
  }

  private static @Nullable AwardRule ruleOf(
      @Nullable Regulation regulation, AwardsProposed earlier) {
    return regulation == null
        ? null
        : rule(
            regulation, earlier.title(), earlier.track(), earlier.contest(), earlier.authority());
  }

  private Stream<UnitId> standing(AwardsProposed earlier) {
    return earlier.proposals().stream()
        .filter(each -> stands(each.award()))
        .map(CycleEvent.Proposal::unit);
  }

  private boolean stands(AwardId award) {
    basis.put(award.stream(), streams.peek(award.stream()).version());
    return streams.peek(Proposal.class, award.stream()).status() != AwardStatus.WITHDRAWN;
  }

  /**
   * What the regulation makes of the ranking for one of its awards.
   *
   * @param found what people find now
   * @param allotment the number that several blocs have together, where the award is of one
   */
  Drawn drawn(
      Regulation regulation,
      AwardRule rule,
      List<Found> found,
      @Nullable Aggregate<Allotment> allotment) {
    List<Proposals.Standing> standing = new ArrayList<>();
    Map<UnitId, Map<String, Found>> findings = new HashMap<>();
    for (AwardsProposed earlier : outcome.proposals()) {
      AwardRule by = ruleOf(regulation, earlier);
      if (by != null && earlier.contest().equals(contest)) {
        for (CycleEvent.Proposal each : earlier.proposals()) {
          standing.add(new Proposals.Standing(by, each.unit(), !stands(each.award())));
        }
      }
    }
    outcome.findings().forEach(each -> put(findings, each));
    found.forEach(each -> put(findings, each));
    Map<String, Shared> shared = new HashMap<>();
    if (allotment != null && rule.count() instanceof Across across) {
      shared.put(across.id(), shared(across, allotment));
    }
    History history = new History(streams, offices, bloc, cycle, year, findings, basis);
    return Proposals.draw(
            regulation, contest, field(regulation, history), standing, Map.copyOf(shared))
        .stream()
        .filter(each -> each.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static void put(Map<UnitId, Map<String, Found>> findings, Found found) {
    findings.computeIfAbsent(found.unit(), any -> new HashMap<>()).put(found.condition(), found);
  }

  /** Every member that the contest is for. */
  private List<Contender> field(Regulation regulation, History history) {
    Entrants entrants =
        Entrants.of(
            contest, regulation.contest(contest).orElse(null), offices.roll(bloc), offices.today());
    BlocScored ranking = outcome.rankingOf(contest);
    List<Condition> conditions =
        regulation.awards().stream()
            .filter(rule -> rule.isGivenIn(contest))
            .flatMap(rule -> rule.conditions().stream())
            .distinct()
            .toList();
    boolean parts = conditions.stream().anyMatch(Condition.LeastIn.class::isInstance);
    List<Contender> field = new ArrayList<>();
    for (UnitId unit : entrants.members()) {
      Map<Condition, Known> record = new HashMap<>();
      for (Condition condition : conditions) {
        Known known = history.of(unit, condition);
        if (known != Known.UNKNOWN) {
          record.put(condition, known);
        }
      }
      Map<String, BigDecimal> percents = parts ? percents(regulation, unit) : Map.of();
      field.add(contender(unit, ranking, percents, record));
    }
    return field;
  }

  private Map<String, BigDecimal> percents(Regulation regulation, UnitId unit) {
    String stream = ScoreSheetId.of(cycle, unit).stream();
    Recordable<?> sheet = streams.peek(stream);
    if (sheet.version() >= 0) {
      basis.put(stream, sheet.version());
    }
    return Shares.of(regulation, ((Frozen) sheet).marksIn(contest));
  }

  private Contender contender(
      UnitId unit,
      @Nullable BlocScored ranking,
      Map<String, BigDecimal> percents,
      Map<Condition, Known> record) {
    boolean excluded = year.excluded().contains(unit);
    String excludedBy = year.clauseExcluding(unit);
    for (Settled each : ranking == null ? List.<Settled>of() : ranking.settled()) {
      if (each.unit().equals(unit)) {
        return new Contender(
            unit,
            each.rank(),
            each.points(),
            each.rate(),
            each.grade(),
            excluded,
            excludedBy,
            percents,
            record);
      }
    }
    for (Beyond each : ranking == null ? List.<Beyond>of() : ranking.beyond()) {
      if (each.unit().equals(unit)) {
        return new Contender(
            unit,
            null,
            each.points(),
            each.rate(),
            each.grade(),
            excluded,
            excludedBy,
            percents,
            record);
      }
    }
    return new Contender(unit, null, null, null, null, excluded, excludedBy, percents, record);
  }

  /** What is taken of a number, and how many units lead the blocs that it is for, so far. */
  private Shared shared(Across across, Aggregate<Allotment> allotment) {
    Across first = allotment.<@Nullable Across>invoke(Allotment::rule);
    RULES_OF_BLOCS_DIFFER.unless(first == null || first.equals(across), across.id());
    long version = allotment.invoke(Recordable::version);
    if (version >= 0) {
      basis.put(allotment(across, year).stream(), version);
    }
    int taken = 0;
    for (AwardId award : allotment.invoke(Allotment::awards)) {
      taken += stands(award) ? 1 : 0;
    }
    Set<UnitId> leading = new HashSet<>();
    for (BlocId each : across.blocs()) {
      Recordable<?> other = streams.peek(CycleEvent.idOf(each, year.year()).stream());
      if (other.version() >= 0) {
        basis.put(CycleEvent.idOf(each, year.year()).stream(), other.version());
      }
      for (BlocScored ranking : ((Outcome) other).rankings()) {
        if (ranking.rule() == null || ranking.rule().content() == null) {
          ranking.settled().stream()
              .filter(settled -> settled.rank() == 1)
              .forEach(settled -> leading.add(settled.unit()));
        }
      }
    }
    return new Shared(leading.size(), taken);
  }
}
