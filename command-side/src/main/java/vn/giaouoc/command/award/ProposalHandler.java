package vn.giaouoc.command.award;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.award.AwardRejection.AWARD_ALREADY_PROPOSED;
import static vn.giaouoc.command.award.AwardRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.award.AwardRejection.LEADER_OF_THE_CONTEST_FIRST;
import static vn.giaouoc.command.award.AwardRejection.NOBODY_PROPOSED;
import static vn.giaouoc.command.award.AwardRejection.NOT_A_MEMBER_TODAY;
import static vn.giaouoc.command.award.AwardRejection.NOT_KNOWN;
import static vn.giaouoc.command.award.AwardRejection.QUOTA_EXCEEDED;
import static vn.giaouoc.command.award.AwardRejection.UNIT_ALREADY_PROPOSED;
import static vn.giaouoc.command.award.AwardRejection.UNIT_EXCLUDED;
import static vn.giaouoc.command.award.AwardRejection.UNRANKED_WITHOUT_REASON;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.award.AwardCommand.Candidate;
import vn.giaouoc.command.award.AwardCommand.ProposeAwards;
import vn.giaouoc.command.cycle.Outcome;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.award.AwardStatus;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.QuotaRule;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Proposes awards within the quota of a bloc. All proposals of a cycle stand in the cycle, which is
 * held, so that two that meet make a conflict of versions and never one flag too many. Each award
 * begins its own stream in the same unit of work.
 */
public final class ProposalHandler {

  private final Streams streams;
  private final Offices offices;
  private final Keeper keeper;

  /** A handler on these streams. */
  public ProposalHandler(Streams streams, Offices offices, Keeper keeper) {
    this.streams = streams;
    this.offices = offices;
    this.keeper = keeper;
  }

  @CommandHandler
  long handle(ProposeAwards command, CommandMessage<?> message) {
    Aggregate<Recordable<CycleEvent>> cycle = streams.hold(command.stream());
    Long before = cycle.invoke(root -> root.answered(message));
    if (before != null) {
      return before;
    }
    Year year = cycle.invoke(Year.class::cast);
    Outcome outcome = cycle.invoke(Outcome.class::cast);
    BlocId bloc = year.bloc();
    CYCLE_NOT_OPEN.unless(bloc != null, command.cycle().slug());
    offices.mustLead(command.envelope().actor(), requireNonNull(bloc));
    cycle.execute(root -> root.mustBeAsSeen(message));
    CYCLE_NOT_OPEN.unless(year.isOpen(), command.cycle().slug());
    Stream.<@Nullable Id>of(command.authority().unit(), command.conference(), command.decidedBy())
        .filter(Objects::nonNull)
        .forEach(id -> NOT_KNOWN.unless(streams.exists(requireNonNull(id)), id.stream()));

    SortedMap<String, Long> basis = new TreeMap<>();
    basis.put(command.stream(), cycle.invoke(Recordable::version));
    for (String peeked : List.of(bloc.stream(), LeadershipEvent.streamOf(bloc))) {
      basis.put(peeked, streams.peek(peeked).version());
    }
    Set<UnitId> proposed = standing(command, outcome, basis);
    Map<UnitId, Integer> ranks = ranks(outcome.rankingOf(command.contest()));
    mayBeProposed(command, year, bloc, ranks, proposed);
    Regulation regulation = year.regulationOn(offices.today());
    QuotaRule rule = quota(command, regulation);
    QUOTA_EXCEEDED.unless(
        rule == null || proposed.size() + command.candidates().size() <= rule.atMost(),
        rule == null ? null : String.valueOf(rule.atMost()),
        rule == null ? null : rule.clause());
    leaderFirst(command, year, bloc, ranks, proposed, rule);

    SortedMap<String, Aggregate<Award>> awards = new TreeMap<>();
    List<AwardId> ids = new ArrayList<>();
    for (Candidate candidate : command.candidates()) {
      AwardId id = idOf(command, candidate);
      AWARD_ALREADY_PROPOSED.unless(!ids.contains(id), id.slug());
      ids.add(id);
    }
    ids.stream()
        .map(AwardId::stream)
        .sorted()
        .forEach(stream -> awards.put(stream, streams.hold(stream)));
    ids.forEach(
        id ->
            AWARD_ALREADY_PROPOSED.unless(
                !requireNonNull(awards.get(id.stream())).<Boolean>invoke(Recordable::stands),
                id.slug()));
    propose(command, bloc, year.year(), ranks, regulation, basis, ids, cycle, awards);
    return cycle.invoke(Recordable::version);
  }

  private void propose(
      ProposeAwards command,
      BlocId bloc,
      int yearOfMerit,
      Map<UnitId, Integer> ranks,
      @Nullable Regulation regulation,
      SortedMap<String, Long> basis,
      List<AwardId> ids,
      Aggregate<Recordable<CycleEvent>> cycle,
      SortedMap<String, Aggregate<Award>> awards) {
    List<CycleEvent.Proposal> proposals = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Candidate candidate = command.candidates().get(i);
      proposals.add(
          new CycleEvent.Proposal(
              ids.get(i),
              candidate.unit(),
              ranks.get(candidate.unit()),
              candidate.reason() == null ? null : keeper.words(candidate.reason())));
    }
    AwardsProposed proposed =
        new AwardsProposed(
            command.cycle(),
            command.title(),
            command.authority(),
            command.track(),
            command.contest(),
            yearOfMerit,
            regulation == null ? null : regulation.number(),
            proposals,
            basis.entrySet().stream().map(each -> each.getKey() + "@" + each.getValue()).toList());
    cycle.execute(root -> root.append(proposed, command.envelope()));
    for (CycleEvent.Proposal each : proposals) {
      AwardProposed begun =
          new AwardProposed(
              each.award(),
              bloc,
              command.cycle(),
              command.title(),
              command.authority(),
              command.track(),
              command.contest(),
              each.unit(),
              yearOfMerit,
              command.conference(),
              command.decidedBy());
      requireNonNull(awards.get(each.award().stream()))
          .execute(root -> root.append(begun, command.envelope()));
    }
  }

  /**
   * Who is proposed for the same already, without what was taken back since. That a proposal is
   * taken back meanwhile makes room that is not seen yet, never a proposal too many.
   */
  private Set<UnitId> standing(
      ProposeAwards command, Outcome outcome, SortedMap<String, Long> basis) {
    Set<UnitId> standing = new HashSet<>();
    for (AwardsProposed earlier : outcome.proposals()) {
      if (earlier.title() == command.title()
          && earlier.track() == command.track()
          && earlier.contest().equals(command.contest())) {
        for (CycleEvent.Proposal each : earlier.proposals()) {
          String stream = each.award().stream();
          if (streams.peek(Proposal.class, stream).status() != AwardStatus.WITHDRAWN) {
            standing.add(each.unit());
          }
          basis.put(stream, streams.peek(stream).version());
        }
      }
    }
    return standing;
  }

  private void mayBeProposed(
      ProposeAwards command,
      Year year,
      BlocId bloc,
      Map<UnitId, Integer> ranks,
      Set<UnitId> proposed) {
    NOBODY_PROPOSED.unless(!command.candidates().isEmpty());
    Set<UnitId> roll = offices.roll(bloc).membersOn(offices.today());
    Set<UnitId> named = new HashSet<>(proposed);
    for (Candidate candidate : command.candidates()) {
      UnitId unit = candidate.unit();
      NOT_A_MEMBER_TODAY.unless(roll.contains(unit), unit.slug());
      UNIT_EXCLUDED.unless(
          !year.excluded().contains(unit), unit.slug(), year.clauseExcluding(unit));
      UNIT_ALREADY_PROPOSED.unless(named.add(unit), unit.slug());
      UNRANKED_WITHOUT_REASON.unless(
          ranks.containsKey(unit) || candidate.reason() != null, unit.slug());
    }
  }

  /**
   * The law gives the flag to the one that leads, of those that can get it; what else is proposed
   * comes after it.
   */
  private void leaderFirst(
      ProposeAwards command,
      Year year,
      BlocId bloc,
      Map<UnitId, Integer> ranks,
      Set<UnitId> proposed,
      @Nullable QuotaRule rule) {
    if (command.title() != Title.FLAG || command.track() != Track.ANNUAL) {
      return;
    }
    Map<UnitId, Integer> able = new TreeMap<>(Comparator.comparing(UnitId::slug));
    able.putAll(ranks);
    able.keySet().retainAll(offices.roll(bloc).membersOn(offices.today()));
    able.keySet().removeAll(year.excluded());
    int best = able.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    able.values().removeIf(rank -> rank != best);
    LEADER_OF_THE_CONTEST_FIRST.unless(
        able.isEmpty()
            || able.keySet().stream().anyMatch(proposed::contains)
            || command.candidates().stream().map(Candidate::unit).anyMatch(able::containsKey),
        able.keySet().stream().findFirst().map(UnitId::slug).orElse(null),
        rule == null ? null : rule.clause());
  }

  private static Map<UnitId, Integer> ranks(@Nullable BlocScored ranking) {
    Map<UnitId, Integer> ranks = new HashMap<>();
    if (ranking != null) {
      for (Settled each : ranking.settled()) {
        ranks.put(each.unit(), each.rank());
      }
    }
    return ranks;
  }

  /**
   * The rule for this title and track: what a thematic track gives does not count in the annual.
   */
  private static @Nullable QuotaRule quota(ProposeAwards command, @Nullable Regulation regulation) {
    return regulation == null
        ? null
        : regulation.quotas().stream()
            .filter(rule -> rule.title() == command.title() && rule.track() == command.track())
            .findFirst()
            .orElse(null);
  }

  /** As a proceedings file calls an award that it gives no name. */
  private static AwardId idOf(ProposeAwards command, Candidate candidate) {
    return candidate.award() != null
        ? candidate.award()
        : AwardId.of(
            String.join(
                ".",
                command.cycle().slug(),
                command.title().code(),
                command.track().code(),
                candidate.unit().slug()));
  }
}
