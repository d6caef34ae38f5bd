package vn.giaouoc.query.leadership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
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
 */
public record Leadership(
    BlocId bloc,
    @Nullable InOffice inOffice,
    List<Designation> designations,
    List<Handover> handovers,
    List<PastOffice> pastOffices) {

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
    TOOK_OVER
  }

  /**
   * A choice.
   *
   * @param mode how it was made; absent where it is not stated
   * @param on when
   * @param tookOffice when the chosen leader took office, if it is told
   */
  public record Designation(
      Term term,
      @Nullable UnitId leader,
      List<Deputy> deputies,
      @Nullable Mode mode,
      Dated on,
      @Nullable Dated tookOffice) {}

  /** A handover. */
  public record Handover(@Nullable UnitId from, UnitId to, Term term, Dated on) {}

  /** A leadership that is in office no longer. */
  public record PastOffice(
      @Nullable UnitId leader,
      List<Deputy> deputies,
      When since,
      When until,
      @Nullable Term term) {}

  static Leadership unknown(String slug) {
    return new Leadership(BlocId.of(slug), null, List.of(), List.of(), List.of());
  }

  Leadership designated(Designation designation) {
    return new Leadership(
        bloc, inOffice, Lists.withOnce(designations, designation), handovers, pastOffices);
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
        .tookOffice(term, leader, on);
  }

  /**
   * One side handed over, the other took over. Whoever is seen in office before is so since before.
   */
  Leadership handedOver(
      Term term, @Nullable UnitId outgoing, UnitId incoming, When from, Dated on) {
    InOffice present = inOffice;
    Leadership next;
    if (present != null && incoming.equals(present.leader())) {
      next = with(new InOffice(incoming, present.deputies(), present.since(), term, How.TOOK_OVER));
    } else if (present == null && outgoing != null) {
      next =
          past(new PastOffice(outgoing, List.of(), When.UNKNOWN, from, null))
              .with(new InOffice(incoming, List.of(), from, term, How.TOOK_OVER));
    } else {
      next = closed(from).with(new InOffice(incoming, List.of(), from, term, How.TOOK_OVER));
    }
    return new Leadership(
            bloc,
            next.inOffice,
            designations,
            Lists.withOnce(handovers, new Handover(outgoing, incoming, term, on)),
            next.pastOffices)
        .tookOffice(term, incoming, on);
  }

  private Leadership tookOffice(Term term, UnitId leader, Dated on) {
    return new Leadership(
        bloc,
        inOffice,
        Lists.changed(
            designations,
            each ->
                each.term().equals(term)
                    && leader.equals(each.leader())
                    && each.tookOffice() == null,
            each -> new Designation(term, leader, each.deputies(), each.mode(), each.on(), on)),
        handovers,
        pastOffices);
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
    return new Leadership(bloc, null, designations, handovers, Lists.with(pastOffices, office));
  }

  private Leadership with(InOffice next) {
    return new Leadership(bloc, next, designations, handovers, pastOffices);
  }

  /** A deputy who becomes leader is no deputy. */
  private static List<Deputy> besides(@Nullable UnitId leader, List<Deputy> deputies) {
    return deputies.stream().filter(deputy -> !deputy.unit().equals(leader)).toList();
  }
}
