package vn.giaouoc.command.leadership;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static vn.giaouoc.command.leadership.LeadershipRejection.ACTS_FOR_ITSELF;
import static vn.giaouoc.command.leadership.LeadershipRejection.ALREADY_ACTING;
import static vn.giaouoc.command.leadership.LeadershipRejection.ALREADY_DESIGNATED;
import static vn.giaouoc.command.leadership.LeadershipRejection.ALREADY_IN_OFFICE;
import static vn.giaouoc.command.leadership.LeadershipRejection.ALREADY_TENDERED;
import static vn.giaouoc.command.leadership.LeadershipRejection.ANOTHER_IN_OFFICE;
import static vn.giaouoc.command.leadership.LeadershipRejection.BLOC_NOT_ESTABLISHED;
import static vn.giaouoc.command.leadership.LeadershipRejection.DECIDED_FOR_ANOTHER_TERM;
import static vn.giaouoc.command.leadership.LeadershipRejection.DEPUTY_NAMED_TWICE;
import static vn.giaouoc.command.leadership.LeadershipRejection.ENDS_BEFORE_IT_BEGINS;
import static vn.giaouoc.command.leadership.LeadershipRejection.HANDOVER_TO_ITSELF;
import static vn.giaouoc.command.leadership.LeadershipRejection.LEADER_CANNOT_BE_DEPUTY;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOBODY_ACTS;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOBODY_IN_OFFICE;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOTHING_HANDED_OVER;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOT_A_DEPUTY;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOT_DECIDED_SO;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOT_DESIGNATED;
import static vn.giaouoc.command.leadership.LeadershipRejection.NOT_TENDERED;
import static vn.giaouoc.command.leadership.LeadershipRejection.NO_DECISION;
import static vn.giaouoc.command.leadership.LeadershipRejection.REPLACED_BY_ITSELF;
import static vn.giaouoc.command.leadership.LeadershipRejection.TERM_IS_OVER;
import static vn.giaouoc.command.leadership.LeadershipRejection.UNIT_HAS_LEFT_THE_BLOC;
import static vn.giaouoc.command.leadership.LeadershipRejection.UNIT_NOT_REGISTERED;
import static vn.giaouoc.command.leadership.LeadershipRejection.UNIT_NO_LONGER_EXISTS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.leadership.LeadershipCommand.AcceptHandover;
import vn.giaouoc.command.leadership.LeadershipCommand.AppointActing;
import vn.giaouoc.command.leadership.LeadershipCommand.DeclineDesignation;
import vn.giaouoc.command.leadership.LeadershipCommand.DesignateLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.EndActing;
import vn.giaouoc.command.leadership.LeadershipCommand.HandOverLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.InstallLeadership;
import vn.giaouoc.command.leadership.LeadershipCommand.ReplaceLeader;
import vn.giaouoc.command.leadership.LeadershipCommand.WithdrawDesignation;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.unit.Body;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.leadership.LeadershipEvent.ActingAppointed;
import vn.giaouoc.shared.leadership.LeadershipEvent.ActingEnded;
import vn.giaouoc.shared.leadership.LeadershipEvent.DesignationDeclined;
import vn.giaouoc.shared.leadership.LeadershipEvent.DesignationWithdrawn;
import vn.giaouoc.shared.leadership.LeadershipEvent.HandoverAccepted;
import vn.giaouoc.shared.leadership.LeadershipEvent.HandoverTendered;
import vn.giaouoc.shared.leadership.LeadershipEvent.Item;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeaderReplaced;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipAttested;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipDesignated;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipHandedOver;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.regulation.PollRule;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who leads a bloc. A leadership is first designated for a term, by whatever way the regulation
 * provides; the choice may be declined or withdrawn. The first one is installed. Every later one
 * takes office by a handover: the outgoing side hands over with an inventory, and in the instant in
 * which the incoming side accepts, it is in office and the other is not. Until then the outgoing
 * leader stays in office, even if its term is over. The board may replace a leader without an
 * election, and a deputy may act in its place; whoever acts, leads.
 *
 * <p>History recorded later may know a leader of whom nobody was told to have been designated; it
 * gives nobody the right to act today.
 */
@AggregateRoot(type = "leadership")
class Leadership extends Recordable<LeadershipEvent> implements InOffice {

  private final Map<Term, LeadershipDesignated> designated = new HashMap<>();
  private final Set<Term> inOffice = new HashSet<>();
  private final Map<Term, Tender> tendered = new HashMap<>();
  private final NavigableMap<LocalDate, Office> offices = new TreeMap<>();
  private final List<Stint> acting = new ArrayList<>();
  private final NavigableMap<LocalDate, UnitId> led = new TreeMap<>();

  private final Set<PollId> gaveWay = new HashSet<>();

  private record Office(Term term, UnitId leader, List<Deputy> deputies) {}

  private record Tender(UnitId outgoing, LocalDate from) {}

  /** Acting from a day on, and before another. */
  private record Stint(UnitId unit, LocalDate from, @Nullable LocalDate before) {

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (before == null || day.isBefore(before));
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(DesignateLeadership command, Streams streams, Offices offices) {
    BLOC_NOT_ESTABLISHED.unless(streams.exists(command.bloc()), command.bloc().slug());
    offices.mustLeadOrBeTheBoard(command.envelope().actor(), command.bloc());
    mustBeFit(command, command.leader(), command.deputies(), streams, offices);
    ALREADY_DESIGNATED.unless(!designated.containsKey(command.term()));
    List<UnitId> deputies = command.deputies().stream().map(Deputy::unit).toList();
    Candidacy candidacy = Candidacy.of(command.bloc(), this, streams, offices);
    candidacy.mustBeLawful(command.term(), command.leader(), deputies, command.mode());
    mustBeDecided(command, deputies, candidacy.regulation(), streams);
    tell(
        new LeadershipDesignated(
            command.bloc(),
            command.term(),
            command.leader(),
            command.deputies(),
            command.mode(),
            candidacy.number(),
            command.decidedBy()),
        command);
    return version();
  }

  /** What a poll decided is designated, and nothing else; without a rule nobody asks for one. */
  private void mustBeDecided(
      DesignateLeadership command,
      List<UnitId> deputies,
      @Nullable Regulation regulation,
      Streams streams) {
    PollId poll = command.decidedBy();
    PollRule rule = regulation == null ? null : regulation.poll(Subject.LEADERSHIP).orElse(null);
    boolean decides =
        command.mode() == Mode.ELECTED
            || command.mode() == Mode.AGREED
            || command.mode() == Mode.ACCLAIMED;
    NO_DECISION.unless(
        poll != null || rule == null || !decides, null, rule == null ? null : rule.clause());
    if (poll == null) {
      return;
    }
    Election election = new Election(poll, streams);
    NOT_DECIDED_SO.unless(
        command.bloc().equals(election.bloc())
            && election.chosen(Subject.LEADERSHIP).equals(Optional.of(List.of(command.leader())))
            && (!election.asks(Subject.DEPUTIES)
                || election.chosen(Subject.DEPUTIES).equals(Optional.of(deputies))),
        poll.slug());
    DECIDED_FOR_ANOTHER_TERM.unless(
        election.year() == command.term().from().getYear()
            || election.year() + 1 == command.term().from().getYear(),
        String.valueOf(election.year()));
    DECIDED_FOR_ANOTHER_TERM.unless(
        !gaveWay.contains(poll)
            && designated.values().stream().noneMatch(each -> poll.equals(each.decidedBy())),
        poll.slug());
  }

  /** Takes office where nobody hands over: the first of all, or one that is chosen again. */
  @CommandHandler
  long handle(InstallLeadership command, Streams streams, Offices offices) {
    offices.mustBeTheBoard(command.envelope().actor());
    LeadershipDesignated chosen = chosen(command.term());
    UnitId leader = requireNonNull(chosen.leader());
    ALREADY_IN_OFFICE.unless(!inOffice.contains(command.term()));
    Office present = officeOn(dayOf(command));
    ANOTHER_IN_OFFICE.unless(
        present == null || present.leader().equals(leader),
        present == null ? null : present.leader().slug());
    mustBeAround(leader, command, streams, offices);
    tell(
        new LeadershipInstalled(command.bloc(), command.term(), leader, chosen.deputies()),
        command);
    return version();
  }

  @CommandHandler
  long handle(DeclineDesignation command, Offices offices, Keeper words) {
    UnitId leader = requireNonNull(chosen(command.term()).leader());
    offices.mustActFor(command.envelope().actor(), leader);
    ALREADY_IN_OFFICE.unless(!inOffice.contains(command.term()));
    tell(
        new DesignationDeclined(
            command.bloc(), command.term(), leader, words.words(command.reason())),
        command);
    return version();
  }

  @CommandHandler
  long handle(WithdrawDesignation command, Offices offices, Keeper words) {
    NOT_DESIGNATED.unless(designated.containsKey(command.term()));
    offices.mustLeadOrBeTheBoard(command.envelope().actor(), command.bloc());
    ALREADY_IN_OFFICE.unless(!inOffice.contains(command.term()));
    tell(
        new DesignationWithdrawn(command.bloc(), command.term(), words.words(command.reason())),
        command);
    return version();
  }

  @CommandHandler
  long handle(HandOverLeadership command, Streams streams, Offices offices, Keeper words) {
    UnitId incoming = requireNonNull(chosen(command.term()).leader());
    ALREADY_IN_OFFICE.unless(!inOffice.contains(command.term()));
    Office present = officeOn(offices.today());
    NOBODY_IN_OFFICE.unless(present != null, command.bloc().slug());
    UnitId outgoing = requireNonNull(present).leader();
    offices.mustLead(command.envelope().actor(), command.bloc());
    HANDOVER_TO_ITSELF.unless(!outgoing.equals(incoming), outgoing.slug());
    ALREADY_TENDERED.unless(!tendered.containsKey(command.term()));
    TERM_IS_OVER.unless(!dayOf(command).isAfter(command.term().to()));
    mustBeAround(incoming, command, streams, offices);
    NOTHING_HANDED_OVER.unless(!command.inventory().isEmpty());
    List<Item> inventory =
        command.inventory().stream()
            .map(each -> new Item(each.thing(), words.words(each.what())))
            .toList();
    tell(
        new HandoverTendered(command.bloc(), command.term(), outgoing, incoming, inventory),
        command);
    return version();
  }

  @CommandHandler
  long handle(AcceptHandover command, Streams streams, Offices offices, Keeper words) {
    UnitId incoming = requireNonNull(chosen(command.term()).leader());
    offices.mustActFor(command.envelope().actor(), incoming);
    ALREADY_IN_OFFICE.unless(!inOffice.contains(command.term()));
    Tender tender = tendered.get(command.term());
    NOT_TENDERED.unless(tender != null && !dayOf(command).isBefore(tender.from()));
    TERM_IS_OVER.unless(!dayOf(command).isAfter(command.term().to()));
    mustBeAround(incoming, command, streams, offices);
    String reservations = command.reservations();
    tell(
        new HandoverAccepted(
            command.bloc(),
            command.term(),
            incoming,
            reservations == null ? null : words.words(reservations)),
        command);
    tell(
        new LeadershipHandedOver(
            command.bloc(), command.term(), requireNonNull(tender).outgoing(), incoming),
        command);
    return version();
  }

  @CommandHandler
  long handle(ReplaceLeader command, Streams streams, Offices offices, Keeper words) {
    offices.mustBeTheBoard(command.envelope().actor());
    Office present = officeOn(dayOf(command));
    NOBODY_IN_OFFICE.unless(present != null, command.bloc().slug());
    REPLACED_BY_ITSELF.unless(
        !requireNonNull(present).leader().equals(command.leader()), command.leader().slug());
    mustBeFit(command, command.leader(), command.deputies(), streams, offices);
    tell(
        new LeaderReplaced(
            command.bloc(),
            requireNonNullElse(command.term(), present.term()),
            present.leader(),
            command.leader(),
            command.deputies(),
            words.words(command.reason())),
        command);
    return version();
  }

  /** A bloc that nobody leads yet may have somebody act, too. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long handle(AppointActing command, Streams streams, Offices offices, Keeper words) {
    BLOC_NOT_ESTABLISHED.unless(streams.exists(command.bloc()), command.bloc().slug());
    Actor actor = command.envelope().actor();
    offices.mustLeadOrBeTheBoard(actor, command.bloc());
    LocalDate day = dayOf(command);
    Office present = officeOn(day);
    ACTS_FOR_ITSELF.unless(
        present == null || !present.leader().equals(command.unit()), command.unit().slug());
    ALREADY_ACTING.unless(acting.stream().noneMatch(stint -> stint.holdsOn(day)));
    NOT_A_DEPUTY.unless(
        deputiesOn(day).stream().anyMatch(deputy -> deputy.unit().equals(command.unit()))
            || (offices.isTheBoard(actor)
                && offices.roll(command.bloc()).membersOn(day).contains(command.unit())),
        command.unit().slug());
    mustBeAround(command.unit(), command, streams, offices);
    LocalDate until = command.until();
    ENDS_BEFORE_IT_BEGINS.unless(until == null || !until.isBefore(day));
    tell(
        new ActingAppointed(command.bloc(), command.unit(), until, words.words(command.reason())),
        command);
    return version();
  }

  /** The leader that comes back may end it, the one that acts, and the board. */
  @CommandHandler
  long handle(EndActing command, Offices offices) {
    Stint stint = actingOn(dayOf(command));
    NOBODY_ACTS.unless(stint != null);
    Office present = officeOn(offices.today());
    Actor actor = command.envelope().actor();
    if (present == null || !offices.actsFor(actor, present.leader())) {
      offices.mustLeadOrBeTheBoard(actor, command.bloc());
    }
    tell(new ActingEnded(command.bloc(), requireNonNull(stint).unit()), command);
    return version();
  }

  private LeadershipDesignated chosen(Term term) {
    LeadershipDesignated chosen = designated.get(term);
    NOT_DESIGNATED.unless(chosen != null && chosen.leader() != null);
    return requireNonNull(chosen);
  }

  private static void mustBeFit(
      LeadershipCommand command,
      UnitId leader,
      List<Deputy> named,
      Streams streams,
      Offices offices) {
    List<UnitId> deputies = named.stream().map(Deputy::unit).toList();
    mustBeAround(leader, command, streams, offices);
    deputies.forEach(deputy -> mustBeAround(deputy, command, streams, offices));
    LEADER_CANNOT_BE_DEPUTY.unless(!deputies.contains(leader), leader.slug());
    DEPUTY_NAMED_TWICE.unless(deputies.size() == new HashSet<>(deputies).size());
  }

  private static void mustBeAround(
      UnitId unit, LeadershipCommand command, Streams streams, Offices offices) {
    UNIT_NOT_REGISTERED.unless(streams.exists(unit), unit.slug());
    UNIT_NO_LONGER_EXISTS.unless(
        streams.peek(Body.class, unit.stream()).existsOn(dayOf(command)), unit.slug());
    UNIT_HAS_LEFT_THE_BLOC.unless(
        !offices.roll(command.bloc()).hasLeft(unit, dayOf(command)), unit.slug());
  }

  private static LocalDate dayOf(LeadershipCommand command) {
    return command.envelope().appliesFrom().firstDay();
  }

  /** Who is in office on a day, whether or not somebody acts in its place. */
  private @Nullable Office officeOn(LocalDate day) {
    Map.Entry<LocalDate, Office> office = offices.floorEntry(day);
    return office == null ? null : office.getValue();
  }

  private @Nullable Stint actingOn(LocalDate day) {
    return acting.stream().filter(stint -> stint.holdsOn(day)).findFirst().orElse(null);
  }

  @Override
  public @Nullable UnitId leaderOn(LocalDate day) {
    Stint stint = actingOn(day);
    Office office = officeOn(day);
    return stint != null ? stint.unit() : office == null ? null : office.leader();
  }

  @Override
  public List<Deputy> deputiesOn(LocalDate day) {
    Office office = officeOn(day);
    UnitId leader = leaderOn(day);
    return office == null
        ? List.of()
        : office.deputies().stream().filter(each -> !each.unit().equals(leader)).toList();
  }

  @Override
  public boolean ledSince(UnitId unit, LocalDate day) {
    LocalDate last = led.floorKey(day);
    return led.tailMap(last == null ? day : last, true).containsValue(unit);
  }

  @Override
  protected AskedFor asked(LeadershipEvent event, Stored stored) {
    return LeadershipAsked.of(event, stored);
  }

  @Override
  public boolean gaveWay(PollId poll) {
    return gaveWay.contains(poll);
  }

  @Override
  protected void reset() {
    led.clear();
    designated.clear();
    inOffice.clear();
    tendered.clear();
    offices.clear();
    acting.clear();
    gaveWay.clear();
  }

  @Override
  protected void evolve(LeadershipEvent event, Since since) {
    LocalDate from = since.from().firstDay();
    switch (event) {
      case LeadershipDesignated chosen -> designated.put(chosen.term(), chosen);
      case DesignationDeclined(_, var term, _, _) -> reopen(term);
      case DesignationWithdrawn(_, var term, _) -> reopen(term);
      case HandoverTendered(_, var term, var outgoing, _, _) ->
          tendered.put(term, new Tender(outgoing, from));
      case HandoverAccepted _ -> {}
      case LeadershipInstalled(_, var term, var leader, var deputies) ->
          takeOffice(new Office(term, leader, deputies), since);
      case LeadershipHandedOver(_, var term, _, var incoming) ->
          takeOffice(new Office(term, incoming, deputiesFor(term, incoming)), since);
      case LeaderReplaced(_, var term, _, var leader, var deputies, _) ->
          takeOffice(new Office(term, leader, deputies), since);
      case ActingAppointed(_, var unit, var until, _) -> {
        if (since.firstHand()) {
          acting.add(new Stint(unit, from, until == null ? null : until.plusDays(1)));
        }
      }
      case ActingEnded _ -> endActing(from);
      case LeadershipAttested(_, _, var leader, _) -> {
        if (leader != null) {
          led.put(from, leader);
        }
      }
    }
  }

  private void reopen(Term term) {
    LeadershipDesignated given = designated.remove(term);
    if (given != null && given.decidedBy() != null) {
      gaveWay.add(given.decidedBy());
    }
    tendered.remove(term);
  }

  /**
   * Whoever took office, nobody acts in the place of the one before, nor can that one hand over.
   */
  private void takeOffice(Office office, Since since) {
    inOffice.add(office.term());
    led.put(since.from().firstDay(), office.leader());
    if (since.firstHand()) {
      LocalDate from = since.from().firstDay();
      offices.put(from, office);
      endActing(from);
      tendered.clear();
    }
  }

  private void endActing(LocalDate from) {
    acting.replaceAll(
        stint -> stint.holdsOn(from) ? new Stint(stint.unit(), stint.from(), from) : stint);
  }

  private List<Deputy> deputiesFor(Term term, UnitId leader) {
    LeadershipDesignated chosen = designated.get(term);
    return chosen != null && leader.equals(chosen.leader()) ? chosen.deputies() : List.of();
  }
}
