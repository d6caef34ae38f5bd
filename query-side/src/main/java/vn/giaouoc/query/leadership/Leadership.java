package vn.giaouoc.query.leadership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent.Item;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who leads a bloc.
 *
 * @param bloc which bloc
 * @param inOffice who is in office; absent where nobody is known to be
 * @param designations who was chosen; that alone puts nobody in office
 * @param handovers what was handed over by whom to whom
 * @param pastOffices who was in office before
 * @param acting who acts and acted in place of the leader
 * @param replacements where the board put another leader in office
 */
public record Leadership(
    BlocId bloc,
    @Nullable InOffice inOffice,
    List<Designation> designations,
    List<Handover> handovers,
    List<PastOffice> pastOffices,
    List<Acting> acting,
    List<Replacement> replacements) {

  /**
   * The leadership in office.
   *
   * @param leader the leader unit, if known
   * @param deputies its deputies, as far as they are stated
   * @param since from when it is known to be in office
   * @param term for which term, if stated
   * @param how how it is known
   */
  public record InOffice(
      @Nullable UnitId leader, List<Deputy> deputies, When since, @Nullable Term term, How how) {}

  /** How a leadership is known to be in office. */
  public enum How implements Code {
    ATTESTED,
    INSTALLED,
    TOOK_OVER,
    /** The board put it in office without an election. */
    APPOINTED
  }

  /**
   * A choice.
   *
   * @param mode how it was made; absent where it is not stated
   * @param regulation by whose rules; absent where none states any
   * @param decidedBy the poll that decided it, if one is recorded
   * @param on when
   * @param tookOffice when the chosen leader took office, if it is told
   * @param takenBack that the choice no longer counts, if it does not
   */
  public record Designation(
      Term term,
      @Nullable UnitId leader,
      List<Deputy> deputies,
      @Nullable Mode mode,
      @Nullable String regulation,
      @Nullable PollId decidedBy,
      Dated on,
      @Nullable Dated tookOffice,
      @Nullable TakenBack takenBack) {}

  /** That a choice no longer counts. */
  public record TakenBack(Back how, Words reason, Dated on) {}

  /** How a choice can be taken back. */
  public enum Back implements Code {
    /** By the chosen leader. */
    DECLINED,
    /** By those who made it. */
    WITHDRAWN
  }

  /**
   * A handover, from the moment on which the outgoing side tenders it.
   *
   * @param tendered when the outgoing side handed over; absent where only the outcome is told
   * @param inventory what it handed over
   * @param reservations what the incoming side has reservations about
   * @param on when the leadership passed; absent as long as it has not
   */
  public record Handover(
      @Nullable UnitId from,
      UnitId to,
      Term term,
      @Nullable Dated tendered,
      List<Item> inventory,
      @Nullable Words reservations,
      @Nullable Dated on) {}

  /**
   * A unit that acts in place of the leader.
   *
   * @param until the last day that it is limited to
   * @param ended from when it was over otherwise
   */
  public record Acting(
      UnitId unit, When since, @Nullable LocalDate until, @Nullable When ended, Words reason) {

    private boolean holdsAt(When moment) {
      return ended == null && (until == null || !moment.firstDay().isAfter(until));
    }

    private Acting endedBy(When moment) {
      return new Acting(unit, since, until, moment, reason);
    }
  }

  /** A leader that the board put in the place of another. */
  public record Replacement(UnitId outgoing, UnitId leader, Term term, Words reason, Dated on) {}

  /** A leadership that is in office no longer. */
  public record PastOffice(
      @Nullable UnitId leader,
      List<Deputy> deputies,
      When since,
      When until,
      @Nullable Term term) {}

  static Leadership unknown(String slug) {
    return new Leadership(
        BlocId.of(slug), null, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  Leadership designated(Designation designation) {
    return designations(Lists.withOnce(designations, designation));
  }

  /**
   * Somebody was seen in office: the same leader as before is so since before, another one from now
   * on.
   */
  Leadership attested(
      @Nullable Term term, @Nullable UnitId leader, List<Deputy> deputies, When from) {
    InOffice present = inOffice;
    boolean same =
        present != null
            && (leader == null || present.leader() == null || leader.equals(present.leader()));
    if (present == null || !same) {
      return closed(from)
          .with(new InOffice(leader, besides(leader, deputies), from, term, How.ATTESTED));
    }
    UnitId known = leader == null ? present.leader() : leader;
    return with(
        new InOffice(
            known,
            besides(known, deputies.isEmpty() ? present.deputies() : deputies),
            present.since(),
            term == null ? present.term() : term,
            present.how()));
  }

  Leadership installed(Term term, UnitId leader, List<Deputy> deputies, When from, Dated on) {
    return closed(from)
        .with(new InOffice(leader, besides(leader, deputies), from, term, How.INSTALLED))
        .nobodyActs(from)
        .tookOffice(term, leader, on);
  }

  Leadership replaced(Replacement replacement, List<Deputy> deputies, When from) {
    UnitId leader = replacement.leader();
    Leadership next =
        closed(from)
            .with(
                new InOffice(
                    leader, besides(leader, deputies), from, replacement.term(), How.APPOINTED))
            .nobodyActs(from);
    return new Leadership(
        bloc,
        next.inOffice,
        next.designations,
        next.handovers,
        next.pastOffices,
        next.acting,
        Lists.withOnce(replacements, replacement));
  }

  Leadership takenBack(Term term, TakenBack how) {
    return designations(
            Lists.changed(
                designations,
                each -> each.term().equals(term) && each.takenBack() == null,
                each ->
                    new Designation(
                        term,
                        each.leader(),
                        each.deputies(),
                        each.mode(),
                        each.regulation(),
                        each.decidedBy(),
                        each.on(),
                        each.tookOffice(),
                        how)))
        .handovers(
            handovers.stream()
                .filter(each -> each.on() != null || !each.term().equals(term))
                .toList());
  }

  Leadership tendered(Handover handover) {
    return handovers(Lists.withOnce(handovers, handover));
  }

  Leadership accepted(Term term, UnitId incoming, @Nullable Words reservations) {
    return handovers(
        Lists.changed(
            handovers,
            each -> isOpen(each, term, incoming),
            each ->
                new Handover(
                    each.from(),
                    incoming,
                    term,
                    each.tendered(),
                    each.inventory(),
                    reservations,
                    null)));
  }

  Leadership actedBy(Acting stint) {
    return acting(Lists.withOnce(acting, stint));
  }

  Leadership actedNoLongerBy(UnitId unit, When from) {
    return acting(
        Lists.changed(
            acting,
            each -> each.unit().equals(unit) && each.holdsAt(from),
            each -> each.endedBy(from)));
  }

  /** Whoever takes office: nobody acts in the place of the one before. */
  private Leadership nobodyActs(When from) {
    return acting(Lists.changed(acting, each -> each.holdsAt(from), each -> each.endedBy(from)));
  }

  /** Who was designated to be deputy of this leader in this term, by a choice that still counts. */
  List<Deputy> deputiesFor(Term term, UnitId leader) {
    return designations.stream()
        .filter(
            each ->
                each.term().equals(term)
                    && leader.equals(each.leader())
                    && each.takenBack() == null)
        .findFirst()
        .map(Designation::deputies)
        .orElse(List.of());
  }

  /**
   * One side handed over, the other took over. Whoever is seen in office before is so since before.
   */
  Leadership handedOver(
      Term term,
      @Nullable UnitId outgoing,
      UnitId incoming,
      List<Deputy> deputies,
      When from,
      Dated on) {
    InOffice present = inOffice;
    Leadership next;
    if (present != null && incoming.equals(present.leader())) {
      next = with(new InOffice(incoming, present.deputies(), present.since(), term, How.TOOK_OVER));
    } else if (present == null && outgoing != null) {
      next =
          past(new PastOffice(outgoing, List.of(), When.UNKNOWN, from, null))
              .with(new InOffice(incoming, deputies, from, term, How.TOOK_OVER));
    } else {
      next = closed(from).with(new InOffice(incoming, deputies, from, term, How.TOOK_OVER));
    }
    boolean tendered = handovers.stream().anyMatch(each -> isOpen(each, term, incoming));
    return next.nobodyActs(from)
        .handovers(
            tendered
                ? Lists.changed(
                    handovers,
                    each -> isOpen(each, term, incoming),
                    each ->
                        new Handover(
                            outgoing,
                            incoming,
                            term,
                            each.tendered(),
                            each.inventory(),
                            each.reservations(),
                            on))
                : Lists.withOnce(
                    handovers, new Handover(outgoing, incoming, term, null, List.of(), null, on)))
        .tookOffice(term, incoming, on);
  }

  private static boolean isOpen(Handover handover, Term term, UnitId incoming) {
    return handover.on() == null && handover.term().equals(term) && handover.to().equals(incoming);
  }

  private Leadership tookOffice(Term term, UnitId leader, Dated on) {
    return designations(
        Lists.changed(
            designations,
            each ->
                each.term().equals(term)
                    && leader.equals(each.leader())
                    && each.tookOffice() == null
                    && each.takenBack() == null,
            each ->
                new Designation(
                    term,
                    leader,
                    each.deputies(),
                    each.mode(),
                    each.regulation(),
                    each.decidedBy(),
                    each.on(),
                    on,
                    null)));
  }

  private Leadership designations(List<Designation> next) {
    return new Leadership(bloc, inOffice, next, handovers, pastOffices, acting, replacements);
  }

  private Leadership handovers(List<Handover> next) {
    return new Leadership(bloc, inOffice, designations, next, pastOffices, acting, replacements);
  }

  private Leadership acting(List<Acting> next) {
    return new Leadership(bloc, inOffice, designations, handovers, pastOffices, next, replacements);
  }

  private Leadership closed(When until) {
    InOffice present = inOffice;
    return present == null
        ? this
        : past(
            new PastOffice(
                present.leader(), present.deputies(), present.since(), until, present.term()));
  }

  private Leadership past(PastOffice office) {
    return new Leadership(
        bloc, null, designations, handovers, Lists.with(pastOffices, office), acting, replacements);
  }

  private Leadership with(InOffice next) {
    return new Leadership(bloc, next, designations, handovers, pastOffices, acting, replacements);
  }

  /** A deputy who becomes leader is no deputy. */
  private static List<Deputy> besides(@Nullable UnitId leader, List<Deputy> deputies) {
    return deputies.stream().filter(deputy -> !deputy.unit().equals(leader)).toList();
  }
}
