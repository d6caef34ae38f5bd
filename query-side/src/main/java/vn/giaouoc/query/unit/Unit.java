package vn.giaouoc.query.unit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.FateEvent;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.award.AwardStatus;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/**
 * What is known of a unit.
 *
 * @param unit which unit
 * @param name its official name; absent where nobody registered it
 * @param names its official names, one after the other
 * @param aliases its name as papers write it
 * @param unitKind what kind of body it is
 * @param authority the authority over it
 * @param blocs where it is a member
 * @param offices what it was chosen for, and what it was seen or installed as
 * @param ranks its places in rankings
 * @param awards the awards that were proposed for it
 * @param pledges the pledges that it signed
 * @param life who was over it and acted for it, and what became of it
 */
record Unit(
    UnitId unit,
    @Nullable String name,
    List<Name> names,
    List<String> aliases,
    @Nullable UnitKind unitKind,
    @Nullable UnitId authority,
    List<Membership> blocs,
    List<Office> offices,
    List<Rank> ranks,
    List<Award> awards,
    List<Pledge> pledges,
    Life life) {

  /**
   * What happened to the body itself.
   *
   * @param authorities who was over it, one after the other
   * @param representatives who may and might act for it
   * @param end that it is no longer, if it is so
   * @param predecessors whose work it carries on
   */
  record Life(
      List<Over> authorities,
      List<Representative> representatives,
      @Nullable End end,
      List<Predecessor> predecessors) {

    private static final Life NOTHING_KNOWN = new Life(List.of(), List.of(), null, List.of());

    private Life under(@Nullable UnitId authority, When since) {
      List<Over> closed =
          Lists.changed(
              authorities,
              each -> each.until() == null,
              each -> new Over(each.authority(), each.since(), since));
      return new Life(
          authority == null ? closed : Lists.with(closed, new Over(authority, since, null)),
          representatives,
          end,
          predecessors);
    }

    private Life representedBy(Representative another) {
      return new Life(authorities, Lists.withOnce(representatives, another), end, predecessors);
    }

    private Life representedNoLongerBy(PersonId person, When from) {
      return new Life(
          authorities,
          Lists.changed(
              representatives,
              each -> each.person().equals(person) && each.ended() == null,
              each ->
                  new Representative(
                      person, each.office(), each.since(), each.until(), from, each.letter())),
          end,
          predecessors);
    }

    private Life ended(End how) {
      return new Life(authorities, representatives, how, predecessors);
    }

    private Life carriesOn(Predecessor predecessor) {
      return new Life(authorities, representatives, end, Lists.withOnce(predecessors, predecessor));
    }
  }

  /** An authority over it. */
  record Over(UnitId authority, When since, @Nullable When until) {}

  /**
   * A person who may act for it.
   *
   * @param office the person's office in it, in words
   * @param since from when
   * @param until the last day that the appointment is limited to
   * @param ended from when it was ended
   * @param letter SHA-256 of the letter of authority
   */
  record Representative(
      PersonId person,
      String office,
      When since,
      @Nullable LocalDate until,
      @Nullable When ended,
      @Nullable String letter) {}

  /** How it ended, and who carries on. */
  record End(Ending how, List<UnitId> successors, @Nullable String decision, When since) {}

  /** A unit whose work it carries on. */
  record Predecessor(UnitId unit, Ending how, When since) {}

  /** How a unit can end. */
  enum Ending implements Code {
    MERGED,
    DISSOLVED
  }

  record Name(String name, When since) {}

  /**
   * A membership in a bloc.
   *
   * @param since from when it is known
   * @param until from when it is known to be over
   * @param how how it is known; absent where only its end is told
   */
  record Membership(BlocId bloc, When since, @Nullable When until, @Nullable How how) {}

  /** How something is known. */
  enum How implements Code {
    ADMITTED,
    ATTESTED,
    INFERRED
  }

  /** What a unit can be in a leadership. */
  enum Post implements Code {
    LEADER,
    DEPUTY
  }

  /** How it came to be known in an office. */
  enum Standing implements Code {
    DESIGNATED,
    ATTESTED,
    INSTALLED,
    TOOK_OVER,
    HANDED_OVER,
    /** It was chosen, and declined. */
    DECLINED,
    /** The board put it in office without an election. */
    APPOINTED,
    /** The board put another in its place. */
    REPLACED,
    /** It acts in place of the leader. */
    ACTING
  }

  record Office(
      BlocId bloc,
      Post post,
      @Nullable Integer rank,
      @Nullable Term term,
      Standing standing,
      @Nullable Mode mode,
      Dated on) {}

  /**
   * A place in a ranking.
   *
   * @param points the points it has; absent where a ranking is told without any
   */
  record Rank(
      CycleId cycle,
      Contest contest,
      int rank,
      @Nullable PollId decidedBy,
      @Nullable BigDecimal points,
      Dated on) {}

  record Award(
      AwardId award,
      Title title,
      Authority authority,
      Track track,
      int year,
      @Nullable BlocId bloc,
      @Nullable CycleId cycle,
      AwardStatus status,
      Dated on) {

    Award become(AwardStatus next) {
      return new Award(award, title, authority, track, year, bloc, cycle, next, on);
    }
  }

  record Pledge(CycleId cycle, @Nullable ConferenceId conference, Dated on) {}

  static Unit unknown(String slug) {
    return new Unit(
        UnitId.of(slug),
        null,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Life.NOTHING_KNOWN);
  }

  Unit registered(String official, When since, UnitKind kind, @Nullable UnitId over) {
    return new Unit(
        unit,
        official,
        named(official, since),
        aliases,
        kind,
        over,
        blocs,
        offices,
        ranks,
        awards,
        pledges,
        Objects.equals(over, authority) ? life : life.under(over, since));
  }

  Unit renamed(String official, When since) {
    return new Unit(
        unit,
        official,
        named(official, since),
        aliases,
        unitKind,
        authority,
        blocs,
        offices,
        ranks,
        awards,
        pledges,
        life);
  }

  Unit alsoWritten(String alias) {
    return new Unit(
        unit,
        name,
        names,
        Lists.withOnce(aliases, alias),
        unitKind,
        authority,
        blocs,
        offices,
        ranks,
        awards,
        pledges,
        life);
  }

  /**
   * A member from this moment, unless it is known as one already; that does not begin later by it.
   */
  Unit memberOf(BlocId bloc, When since, How how) {
    List<Membership> next =
        blocs.stream().anyMatch(each -> each.bloc().equals(bloc) && each.until() == null)
            ? Lists.changed(
                blocs,
                each ->
                    each.bloc().equals(bloc) && each.until() == null && each.how() == How.INFERRED,
                each -> new Membership(bloc, each.since(), null, how))
            : Lists.with(blocs, new Membership(bloc, since, null, how));
    return withBlocs(next);
  }

  boolean memberOf(BlocId bloc) {
    return blocs.stream().anyMatch(each -> each.bloc().equals(bloc) && each.until() == null);
  }

  Unit releasedFrom(BlocId bloc, When until) {
    boolean member =
        blocs.stream().anyMatch(each -> each.bloc().equals(bloc) && each.until() == null);
    return withBlocs(
        member
            ? Lists.changed(
                blocs,
                each -> each.bloc().equals(bloc) && each.until() == null,
                each -> new Membership(bloc, each.since(), until, each.how()))
            : Lists.with(blocs, new Membership(bloc, When.UNKNOWN, until, null)));
  }

  Unit withBlocs(List<Membership> memberships) {
    return new Unit(
        unit,
        name,
        names,
        aliases,
        unitKind,
        authority,
        memberships,
        offices,
        ranks,
        awards,
        pledges,
        life);
  }

  Unit inOffice(Office office) {
    return new Unit(
        unit,
        name,
        names,
        aliases,
        unitKind,
        authority,
        blocs,
        Lists.withOnce(offices, office),
        ranks,
        awards,
        pledges,
        life);
  }

  Unit ranked(Rank rank) {
    return new Unit(
        unit,
        name,
        names,
        aliases,
        unitKind,
        authority,
        blocs,
        offices,
        Lists.withOnce(ranks, rank),
        awards,
        pledges,
        life);
  }

  /** Ranked by points, once more if need be: it replaces the earlier place in the same contest. */
  Unit scored(CycleId cycle, Contest contest, @Nullable Rank rank) {
    List<Rank> others =
        ranks.stream()
            .filter(
                each ->
                    each.points() == null
                        || !each.cycle().equals(cycle)
                        || !each.contest().equals(contest))
            .toList();
    return with(rank == null ? others : Lists.with(others, rank), awards);
  }

  Unit proposedFor(Award award) {
    return with(ranks, Lists.withOnce(awards, award));
  }

  Unit became(FateEvent event) {
    return with(
        ranks,
        Lists.changed(
            awards,
            each -> each.award().equals(event.award()),
            each -> each.become(each.status().after(event))));
  }

  private Unit with(List<Rank> places, List<Award> all) {
    return new Unit(
        unit, name, names, aliases, unitKind, authority, blocs, offices, places, all, pledges,
        life);
  }

  Unit pledged(Pledge pledge) {
    return new Unit(
        unit,
        name,
        names,
        aliases,
        unitKind,
        authority,
        blocs,
        offices,
        ranks,
        awards,
        Lists.withOnce(pledges, pledge),
        life);
  }

  Unit movedUnder(@Nullable UnitId over, When since) {
    return with(over, life.under(over, since));
  }

  Unit representedBy(Representative another) {
    return with(authority, life.representedBy(another));
  }

  Unit representedNoLongerBy(PersonId person, When from) {
    return with(authority, life.representedNoLongerBy(person, from));
  }

  Unit ended(End how) {
    return with(authority, life.ended(how));
  }

  Unit carriesOn(Predecessor predecessor) {
    return with(authority, life.carriesOn(predecessor));
  }

  private Unit with(@Nullable UnitId over, Life next) {
    return new Unit(
        unit, name, names, aliases, unitKind, over, blocs, offices, ranks, awards, pledges, next);
  }

  private List<Name> named(String official, When since) {
    return official.equals(name) ? names : Lists.with(names, new Name(official, since));
  }
}
