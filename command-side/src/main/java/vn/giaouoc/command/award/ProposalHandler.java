package vn.giaouoc.command.award;

import static java.util.Objects.requireNonNull;
import static vn.giaouoc.command.award.AwardRejection.AWARD_ALREADY_PROPOSED;
import static vn.giaouoc.command.award.AwardRejection.CONDITION_NOT_MET;
import static vn.giaouoc.command.award.AwardRejection.CONTEST_NOT_PROVIDED;
import static vn.giaouoc.command.award.AwardRejection.CYCLE_NOT_OPEN;
import static vn.giaouoc.command.award.AwardRejection.DEPARTURE_WITHOUT_REASON;
import static vn.giaouoc.command.award.AwardRejection.FILE_NOT_KEPT;
import static vn.giaouoc.command.award.AwardRejection.FINDING_WITHOUT_GROUND;
import static vn.giaouoc.command.award.AwardRejection.LEADER_OF_THE_CONTEST_FIRST;
import static vn.giaouoc.command.award.AwardRejection.NOBODY_DRAWN;
import static vn.giaouoc.command.award.AwardRejection.NOBODY_PROPOSED;
import static vn.giaouoc.command.award.AwardRejection.NOT_A_MEMBER_TODAY;
import static vn.giaouoc.command.award.AwardRejection.NOT_FOR_PEOPLE_TO_FIND;
import static vn.giaouoc.command.award.AwardRejection.NOT_KNOWN;
import static vn.giaouoc.command.award.AwardRejection.NOT_RANKED_YET;
import static vn.giaouoc.command.award.AwardRejection.NO_RULE_TO_DRAW_BY;
import static vn.giaouoc.command.award.AwardRejection.QUOTA_EXCEEDED;
import static vn.giaouoc.command.award.AwardRejection.RANKING_REOPENED;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.award.AwardCommand.Candidate;
import vn.giaouoc.command.award.AwardCommand.Finding;
import vn.giaouoc.command.award.AwardCommand.ProposeAwards;
import vn.giaouoc.command.award.Room.Draft;
import vn.giaouoc.command.cycle.Outcome;
import vn.giaouoc.command.cycle.Year;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.award.AllotmentEvent.ShareTaken;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.Drawing;
import vn.giaouoc.shared.cycle.CycleEvent.Found;
import vn.giaouoc.shared.cycle.CycleEvent.How;
import vn.giaouoc.shared.cycle.CycleEvent.ProposalsReasoned;
import vn.giaouoc.shared.cycle.CycleEvent.Settled;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.regulation.AwardRule;
import vn.giaouoc.shared.regulation.Condition.FoundByPeople;
import vn.giaouoc.shared.regulation.CountRule.Across;
import vn.giaouoc.shared.regulation.CountRule.TheRest;
import vn.giaouoc.shared.regulation.Proposals.Drawn;
import vn.giaouoc.shared.regulation.Proposals.Passed;
import vn.giaouoc.shared.regulation.Proposals.Why;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Proposes awards within the quota of a bloc: those that are drawn from the ranking, or by hand.
 * All proposals of a cycle stand in the cycle, which is held, so that two that meet make a conflict
 * of versions and never one flag too many; a number that several blocs have together is held
 * likewise. Each award begins its own stream in the same unit of work.
 */
public final class ProposalHandler {

  private final Streams streams;
  private final Offices offices;
  private final Keeper keeper;
  private final Files files;

  /** A handler on these streams. */
  public ProposalHandler(Streams streams, Offices offices, Keeper keeper, Files files) {
    this.streams = streams;
    this.offices = offices;
    this.keeper = keeper;
    this.files = files;
  }

  @CommandHandler
  long handle(ProposeAwards command, CommandMessage<?> message) {
    Aggregate<Recordable<CycleEvent>> cycle = streams.hold(command.stream());
    Long answered = cycle.invoke(root -> root.answered(message));
    if (answered != null) {
      return answered;
    }
    Year year = cycle.invoke(Year.class::cast);
    Outcome outcome = cycle.invoke(Outcome.class::cast);
    CYCLE_NOT_OPEN.unless(year.bloc() != null, command.cycle().slug());
    BlocId bloc = requireNonNull(year.bloc());
    Regulation regulation = year.regulationOn(offices.today());
    AwardRule rule = regulation == null ? null : Room.rule(regulation, command);
    if (rule != null && rule.isAcross()) {
      offices.mustBeTheBoard(command.envelope().actor());
    } else {
      offices.mustLead(command.envelope().actor(), bloc);
    }
    CYCLE_NOT_OPEN.unless(year.isOpen(), command.cycle().slug());
    CONTEST_NOT_PROVIDED.unless(
        regulation == null || regulation.has(command.contest()), command.contest().name());
    Stream.<@Nullable Id>of(command.authority().unit(), command.conference(), command.decidedBy())
        .filter(Objects::nonNull)
        .forEach(id -> NOT_KNOWN.unless(streams.exists(requireNonNull(id)), id.stream()));

    SortedMap<String, Long> basis = new TreeMap<>();
    basis.put(command.stream(), cycle.invoke(Recordable::version));
    for (String peeked : List.of(bloc.stream(), LeadershipEvent.streamOf(bloc))) {
      basis.put(peeked, streams.peek(peeked).version());
    }
    Aggregate<Allotment> allotment =
        rule != null && rule.count() instanceof Across across
            ? streams.hold(Room.allotment(across, year).stream())
            : null;
    List<Found> findings = findings(command, rule);
    Room room =
        new Room(streams, offices, bloc, command.cycle(), command.contest(), year, outcome, basis);
    Set<UnitId> standing = room.proposed(command, regulation);
    Map<UnitId, Integer> ranks = ranks(outcome.rankingOf(command.contest()));
    Drawn drawn =
        regulation == null || rule == null
            ? null
            : room.drawn(regulation, rule, findings, allotment);
    List<Candidate> candidates =
        command.candidates().isEmpty()
            ? drawn(command, rule, drawn, outcome.rankingOf(command.contest()))
            : byHand(command, year, bloc, ranks, standing, rule, drawn);

    List<AwardId> ids = new ArrayList<>();
    for (Candidate candidate : candidates) {
      AwardId id = idOf(command, rule, candidate);
      AWARD_ALREADY_PROPOSED.unless(!ids.contains(id), id.slug());
      ids.add(id);
    }
    SortedMap<String, Aggregate<Award>> awards = new TreeMap<>();
    ids.stream()
        .map(AwardId::stream)
        .sorted()
        .forEach(stream -> awards.put(stream, streams.hold(stream)));
    ids.forEach(
        id ->
            AWARD_ALREADY_PROPOSED.unless(
                !requireNonNull(awards.get(id.stream())).<Boolean>invoke(Recordable::stands),
                id.slug()));
    List<CycleEvent.Proposal> proposals = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Candidate candidate = candidates.get(i);
      proposals.add(
          new CycleEvent.Proposal(
              ids.get(i),
              candidate.unit(),
              ranks.get(candidate.unit()),
              candidate.reason() == null ? null : keeper.words(candidate.reason())));
    }
    Draft draft = new Draft(command, year, regulation, rule, proposals);
    append(draft, drawing(command, drawn), basis, cycle, awards);
    List<Passed> passed = passed(candidates, drawn, ranks);
    if (!passed.isEmpty() || !findings.isEmpty()) {
      ProposalsReasoned reasoned = new ProposalsReasoned(command.cycle(), ids, passed, findings);
      cycle.execute(
          root -> root.append(reasoned, command.envelope().forAudience(Audience.bloc(bloc))));
    }
    if (allotment != null && drawn != null && rule != null) {
      takeShare(draft, bloc, rule, drawn, allotment);
    }
    return cycle.invoke(Recordable::version);
  }

  // who

  /** Who is drawn; a drawing that comes to nothing says why. */
  private List<Candidate> drawn(
      ProposeAwards command,
      @Nullable AwardRule rule,
      @Nullable Drawn drawn,
      @Nullable BlocScored ranking) {
    NO_RULE_TO_DRAW_BY.unless(rule != null && drawn != null, command.title().code());
    NOT_RANKED_YET.unless(ranking != null, command.contest().name());
    mustStillRest(command, requireNonNull(ranking));
    requireNonNull(drawn);
    NOBODY_DRAWN.unless(
        !drawn.proposed().isEmpty(),
        drawn.passed().stream()
            .map(each -> each.unit().slug() + ": " + each.vietnamese())
            .collect(Collectors.joining("; ")),
        requireNonNull(rule).clause());
    return drawn.proposed().stream().map(unit -> new Candidate(unit, null, null)).toList();
  }

  /** A ranking of sheets that were reopened since is not what the sheets come to. */
  private void mustStillRest(ProposeAwards command, BlocScored ranking) {
    for (Settled each : ranking.settled()) {
      if (each.layer() != null) {
        RANKING_REOPENED.unless(
            Room.sheet(streams, command.cycle(), each.unit()).isFrozenBy(command.contest()),
            each.unit().slug());
      }
    }
  }

  private List<Candidate> byHand(
      ProposeAwards command,
      Year year,
      BlocId bloc,
      Map<UnitId, Integer> ranks,
      Set<UnitId> standing,
      @Nullable AwardRule rule,
      @Nullable Drawn drawn) {
    mayBeProposed(command, year, bloc, ranks, standing);
    String clause = rule == null ? null : rule.clause();
    if (rule != null && drawn != null) {
      Integer number = drawn.number();
      QUOTA_EXCEEDED.unless(
          number == null
              || rule.count() instanceof TheRest
              || drawn.before() + command.candidates().size() <= number,
          String.valueOf(number),
          clause);
      command.candidates().forEach(each -> mustFulfil(each, drawn));
    }
    if (rule == null || !rule.isAcross()) {
      leaderFirst(command, year, bloc, ranks, standing, drawn, clause);
    }
    if (drawn != null) {
      command.candidates().forEach(each -> mustSayWhy(each, command, ranks, drawn, clause));
    }
    return command.candidates();
  }

  private static void mustFulfil(Candidate candidate, Drawn drawn) {
    for (Passed not : drawn.passed()) {
      CONDITION_NOT_MET.unless(
          not.why() != Why.CONDITION_NOT_MET || !not.unit().equals(candidate.unit()),
          candidate.unit().slug() + ": " + not.vietnamese(),
          not.clause());
    }
  }

  /** Whoever proposes another one than is drawn, or passes over a better one, says why. */
  private static void mustSayWhy(
      Candidate candidate,
      ProposeAwards command,
      Map<UnitId, Integer> ranks,
      Drawn drawn,
      @Nullable String clause) {
    boolean chosen =
        drawn.passed().stream()
            .anyMatch(each -> each.why() == Why.CHOICE && each.unit().equals(candidate.unit()));
    boolean passesOver =
        drawn.proposed().stream()
            .filter(
                unit -> command.candidates().stream().noneMatch(each -> each.unit().equals(unit)))
            .anyMatch(unit -> isBetter(unit, candidate.unit(), ranks));
    DEPARTURE_WITHOUT_REASON.unless(
        candidate.reason() != null
            || chosen
            || (drawn.proposed().contains(candidate.unit()) && !passesOver),
        candidate.unit().slug(),
        clause);
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
   * comes after it. Who does not fulfil a condition cannot get it, and of whom that is not known
   * people decide, and say why.
   */
  private void leaderFirst(
      ProposeAwards command,
      Year year,
      BlocId bloc,
      Map<UnitId, Integer> ranks,
      Set<UnitId> proposed,
      @Nullable Drawn drawn,
      @Nullable String clause) {
    if (command.title() != Title.FLAG || command.track() != Track.ANNUAL) {
      return;
    }
    Map<UnitId, Integer> able = new TreeMap<>(Comparator.comparing(UnitId::slug));
    able.putAll(ranks);
    able.keySet().retainAll(offices.roll(bloc).membersOn(offices.today()));
    able.keySet().removeAll(year.excluded());
    if (drawn != null) {
      drawn.passed().stream()
          .filter(each -> each.why() == Why.CONDITION_NOT_MET || each.why() == Why.NOT_KNOWN)
          .forEach(each -> able.remove(each.unit()));
    }
    int best = able.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    able.values().removeIf(rank -> rank != best);
    LEADER_OF_THE_CONTEST_FIRST.unless(
        able.isEmpty()
            || able.keySet().stream().anyMatch(proposed::contains)
            || command.candidates().stream().map(Candidate::unit).anyMatch(able::containsKey),
        able.keySet().stream().findFirst().map(UnitId::slug).orElse(null),
        clause);
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

  /** What people find now, with evidence or a reason, where the regulation leaves it to them. */
  private List<Found> findings(ProposeAwards command, @Nullable AwardRule rule) {
    Set<String> left =
        rule == null
            ? Set.of()
            : rule.conditions().stream()
                .filter(FoundByPeople.class::isInstance)
                .map(each -> ((FoundByPeople) each).id())
                .collect(Collectors.toSet());
    List<Found> findings = new ArrayList<>();
    for (Finding each : command.findings()) {
      NOT_FOR_PEOPLE_TO_FIND.unless(
          left.contains(each.condition()), each.condition(), rule == null ? null : rule.clause());
      FINDING_WITHOUT_GROUND.unless(
          each.reason() != null || !each.evidence().isEmpty(), each.unit().slug());
      each.evidence().forEach(file -> FILE_NOT_KEPT.unless(files.has(file), file.slug()));
      findings.add(
          new Found(
              each.unit(),
              each.condition(),
              each.met(),
              each.reason() == null ? null : keeper.words(each.reason()),
              each.evidence()));
    }
    return findings;
  }

  // what is told of it

  private static @Nullable Drawing drawing(ProposeAwards command, @Nullable Drawn drawn) {
    return drawn == null
        ? null
        : new Drawing(
            command.candidates().isEmpty() ? How.DRAWN : How.BY_HAND,
            drawn.rule().clause(),
            drawn.number(),
            drawn.count(),
            drawn.before());
  }

  /** Who was passed over: by the regulation, or by who chose another one. */
  private static List<Passed> passed(
      List<Candidate> candidates, @Nullable Drawn drawn, Map<UnitId, Integer> ranks) {
    if (drawn == null) {
      return List.of();
    }
    Set<UnitId> named = candidates.stream().map(Candidate::unit).collect(Collectors.toSet());
    Stream<Passed> instead =
        drawn.proposed().stream()
            .filter(unit -> !named.contains(unit))
            .filter(unit -> named.stream().anyMatch(other -> isBetter(unit, other, ranks)))
            .map(
                unit ->
                    new Passed(
                        unit, ranks.get(unit), Why.BY_DECISION, null, drawn.rule().clause()));
    return Stream.concat(
            drawn.passed().stream().filter(each -> !named.contains(each.unit())), instead)
        .toList();
  }

  private static boolean isBetter(UnitId unit, UnitId other, Map<UnitId, Integer> ranks) {
    Integer rank = ranks.get(unit);
    Integer others = ranks.get(other);
    return rank != null && (others == null || rank < others);
  }

  private static void append(
      Draft draft,
      @Nullable Drawing drawing,
      SortedMap<String, Long> basis,
      Aggregate<Recordable<CycleEvent>> cycle,
      SortedMap<String, Aggregate<Award>> awards) {
    ProposeAwards command = draft.command();
    BlocId bloc = requireNonNull(draft.year().bloc());
    AwardsProposed proposed =
        new AwardsProposed(
            command.cycle(),
            command.title(),
            command.authority(),
            command.track(),
            command.contest(),
            draft.year().year(),
            draft.regulation() == null ? null : draft.regulation().number(),
            draft.proposals(),
            basis.entrySet().stream().map(each -> each.getKey() + "@" + each.getValue()).toList(),
            drawing);
    int yearOfMerit = draft.year().year();
    cycle.execute(root -> root.append(proposed, command.envelope()));
    for (CycleEvent.Proposal each : draft.proposals()) {
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

  private static void takeShare(
      Draft draft, BlocId bloc, AwardRule rule, Drawn drawn, Aggregate<Allotment> allotment) {
    Across across = (Across) requireNonNull(rule.count());
    ShareTaken taken =
        new ShareTaken(
            Room.allotment(across, draft.year()),
            bloc,
            draft.command().cycle(),
            across,
            requireNonNull(drawn.number()),
            drawn.before(),
            draft.proposals().stream().map(CycleEvent.Proposal::award).toList());
    allotment.execute(root -> root.append(taken, draft.command().envelope()));
  }

  /** As a proceedings file calls an award that it gives no name. */
  static AwardId idOf(CycleId cycle, Title title, Track track, UnitId unit) {
    return AwardId.of(String.join(".", cycle.slug(), title.code(), track.code(), unit.slug()));
  }

  /** In another contest, or of a number that several blocs have, its name tells that too. */
  private static AwardId idOf(
      ProposeAwards command, @Nullable AwardRule rule, Candidate candidate) {
    if (candidate.award() != null) {
      return candidate.award();
    }
    String more =
        (command.contest().equals(Contest.WHOLE_BLOC) ? "" : command.contest().name() + ".")
            + (rule != null && rule.count() instanceof Across across ? across.id() + "." : "");
    return AwardId.of(
        String.join(
            ".",
            command.cycle().slug(),
            command.title().code(),
            command.track().code(),
            more + candidate.unit().slug()));
  }
}
