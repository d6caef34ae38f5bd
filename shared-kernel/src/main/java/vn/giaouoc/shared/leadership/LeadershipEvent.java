package vn.giaouoc.shared.leadership;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who leads a bloc: designated first, in office later, and handed over by one side to the other.
 */
public sealed interface LeadershipEvent extends Event {

  /** Which bloc. */
  BlocId bloc();

  @Override
  default String stream() {
    return streamOf(bloc());
  }

  /** The stream in which the leadership of this bloc is told. */
  static String streamOf(BlocId bloc) {
    return "leadership:" + bloc.slug();
  }

  /** How a leadership came to be designated. */
  enum Mode implements Code {
    ELECTED,
    AGREED,
    ROTATED,
    APPOINTED,
    ACCLAIMED
  }

  /**
   * A leadership was chosen for a term; it is not in office by that.
   *
   * @param leader the leader unit, if known
   * @param deputies the deputy units, in their order
   * @param mode how; absent where it is not stated
   * @param regulation number and symbol of the regulation whose rules were kept; absent where it
   *     states none
   * @param decidedBy the poll that decided it, if one did
   */
  record LeadershipDesignated(
      BlocId bloc,
      Term term,
      @Nullable UnitId leader,
      List<Deputy> deputies,
      @Nullable Mode mode,
      @Nullable String regulation,
      @Nullable PollId decidedBy)
      implements LeadershipEvent {

    /** One of which no rule and no decision is told. */
    public LeadershipDesignated(
        BlocId bloc,
        Term term,
        @Nullable UnitId leader,
        List<Deputy> deputies,
        @Nullable Mode mode) {
      this(bloc, term, leader, deputies, mode, null, null);
    }
  }

  /** A leadership took office. */
  record LeadershipInstalled(BlocId bloc, Term term, UnitId leader, List<Deputy> deputies)
      implements LeadershipEvent {}

  /**
   * A source shows who is in office, not since when.
   *
   * @param term the term that it states, if any
   * @param leader the leader unit, if stated
   * @param deputies the deputies, if stated; a source that names none does not say that there are
   *     none
   */
  record LeadershipAttested(
      BlocId bloc, @Nullable Term term, @Nullable UnitId leader, List<Deputy> deputies)
      implements LeadershipEvent {}

  /**
   * The leadership passed from one unit to the next.
   *
   * @param term the term of the incoming leader
   * @param outgoing who handed over, if known
   * @param incoming who took over
   */
  record LeadershipHandedOver(BlocId bloc, Term term, @Nullable UnitId outgoing, UnitId incoming)
      implements LeadershipEvent {}

  /**
   * The designated leader will not take office, by its own word; the term is open again.
   *
   * @param leader who declined
   * @param reason why, in its words
   */
  record DesignationDeclined(BlocId bloc, Term term, UnitId leader, Words reason)
      implements LeadershipEvent {}

  /**
   * A choice no longer counts, because its leader merged away or for another reason; the term is
   * open again.
   *
   * @param reason why, in the words of who withdrew it
   */
  record DesignationWithdrawn(BlocId bloc, Term term, Words reason) implements LeadershipEvent {}

  /**
   * The outgoing side hands over. The incoming side is not in office before it accepts.
   *
   * @param term the term of the incoming leader
   * @param outgoing who hands over
   * @param incoming who is to take over
   * @param inventory what is handed over
   */
  record HandoverTendered(
      BlocId bloc, Term term, UnitId outgoing, UnitId incoming, List<Item> inventory)
      implements LeadershipEvent {}

  /**
   * The incoming side accepts what was handed over; in the same instant the leadership is handed
   * over.
   *
   * @param term the term of the incoming leader
   * @param incoming who takes over
   * @param reservations what it has reservations about, if anything
   */
  record HandoverAccepted(BlocId bloc, Term term, UnitId incoming, @Nullable Words reservations)
      implements LeadershipEvent {}

  /**
   * The board put another leader in office, without an election.
   *
   * @param term the term for which the new leader is in office
   * @param outgoing who was in office until then
   * @param leader who is in office from then on
   * @param deputies the deputies from then on
   * @param reason why, in the words of the board
   */
  record LeaderReplaced(
      BlocId bloc, Term term, UnitId outgoing, UnitId leader, List<Deputy> deputies, Words reason)
      implements LeadershipEvent {}

  /**
   * A unit acts in place of the leader from now on.
   *
   * @param unit who acts
   * @param until the last day; absent until it is ended or another leader takes office
   * @param reason why, in the words of who appointed it
   */
  record ActingAppointed(BlocId bloc, UnitId unit, @Nullable LocalDate until, Words reason)
      implements LeadershipEvent {}

  /**
   * A unit acts in place of the leader no longer.
   *
   * @param unit who acted
   */
  record ActingEnded(BlocId bloc, UnitId unit) implements LeadershipEvent {}

  /**
   * One thing that is handed over.
   *
   * @param thing what kind of thing it is
   * @param what which it is, in the words of who hands it over
   */
  record Item(Thing thing, Words what) {}

  /** What is handed over with a leadership. */
  enum Thing implements Code {
    /** A matter that is not finished. */
    OPEN_MATTER,
    /** Papers and files. */
    PAPERS,
    /** The pennant of office. */
    PENNANT,
    /** Keys, seals, accounts. */
    KEYS,
    OTHER
  }
}
