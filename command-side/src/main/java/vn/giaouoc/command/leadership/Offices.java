package vn.giaouoc.command.leadership;

import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_BOARD;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER_OR_A_DEPUTY;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_THE_LEADER_OR_THE_BOARD;
import static vn.giaouoc.command.leadership.OfficeRejection.NOT_YOUR_UNIT;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.bloc.Roll;
import vn.giaouoc.command.unit.Body;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who may do what today. It follows the record: the streams are asked at the moment of the
 * decision, so a handover moves the right to act in the same instant and a past leader can do
 * nothing more. Only the offices of the board and of an administrator come from the actor's token;
 * an administrator may act in everybody's place, and every event says that it was one.
 */
public final class Offices {

  private static final String ADMINISTRATOR = "administrator";
  private static final String BOARD = "board";

  private final Streams streams;
  private final Clock clock;

  /** Offices as these streams tell them, on the days of this clock. */
  public Offices(Streams streams, Clock clock) {
    this.streams = streams;
    this.clock = clock;
  }

  /** The day on which it is decided, in Vietnam. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Refuses unless the actor is the emulation board. */
  public void mustBeTheBoard(Actor actor) {
    NOT_THE_BOARD.unless(isTheBoard(actor), actor.office());
  }

  /** Refuses unless the actor acts for the leader of the bloc who is in office today. */
  public void mustLead(Actor actor, BlocId bloc) {
    NOT_THE_LEADER.unless(leads(actor, bloc), bloc.slug());
  }

  /** Refuses unless the actor is the board or acts for the leader who is in office today. */
  public void mustLeadOrBeTheBoard(Actor actor, BlocId bloc) {
    NOT_THE_LEADER_OR_THE_BOARD.unless(isTheBoard(actor) || leads(actor, bloc), bloc.slug());
  }

  /** Refuses unless the actor acts for the leader or a deputy of the bloc in office today. */
  public void mustLeadOrDeputise(Actor actor, BlocId bloc) {
    NOT_THE_LEADER_OR_A_DEPUTY.unless(leads(actor, bloc) || deputises(actor, bloc), bloc.slug());
  }

  /** Refuses unless the actor may act for this unit today. */
  public void mustActFor(Actor actor, UnitId unit) {
    NOT_YOUR_UNIT.unless(actsFor(actor, unit), unit.slug());
  }

  /** Whether the designation that a poll decided was declined or withdrawn. */
  public boolean gaveWay(BlocId bloc, PollId poll) {
    return inOffice(bloc).gaveWay(poll);
  }

  /** Whether nobody acts, but the program itself does what is set. */
  public static boolean isTheSystem(Actor actor) {
    return actor.equals(Actor.SYSTEM);
  }

  /** Whether the actor is the emulation board. */
  public boolean isTheBoard(Actor actor) {
    return actor.office().equals(BOARD) || isAdministrator(actor);
  }

  /** Whether the actor acts for the leader of the bloc who is in office today. */
  public boolean leads(Actor actor, BlocId bloc) {
    if (isAdministrator(actor)) {
      return true;
    }
    UnitId leader = inOffice(bloc).leaderOn(today());
    return actsFor(actor, leader) && !hasLeft(leader, bloc);
  }

  /** Whether the actor acts for a deputy of the bloc in office today. */
  public boolean deputises(Actor actor, BlocId bloc) {
    return isAdministrator(actor)
        || inOffice(bloc).deputiesOn(today()).stream()
            .map(Deputy::unit)
            .anyMatch(deputy -> actsFor(actor, deputy) && !hasLeft(deputy, bloc));
  }

  /** Whether the actor acts for a unit that is a member of the bloc today. */
  public boolean belongs(Actor actor, BlocId bloc) {
    return isAdministrator(actor)
        || (actor.unit() != null
            && actsFor(actor, actor.unit())
            && roll(bloc).membersOn(today()).contains(actor.unit()));
  }

  /** Whether the actor may act for this unit today. */
  public boolean actsFor(Actor actor, @Nullable UnitId unit) {
    if (isAdministrator(actor)) {
      return true;
    }
    if (unit == null || !unit.equals(actor.unit())) {
      return false;
    }
    Body body = streams.peek(Body.class, unit.stream());
    return body.existsOn(today()) && body.mayBeRepresentedBy(actor.person(), today());
  }

  /** Who is in office in a bloc. */
  public InOffice inOffice(BlocId bloc) {
    return streams.peek(InOffice.class, LeadershipEvent.streamOf(bloc));
  }

  /** Who belongs to a bloc. */
  public Roll roll(BlocId bloc) {
    return streams.peek(Roll.class, bloc.stream());
  }

  /** An office does not outlast the membership. */
  private boolean hasLeft(@Nullable UnitId unit, BlocId bloc) {
    return unit != null && roll(bloc).hasLeft(unit, today());
  }

  private static boolean isAdministrator(Actor actor) {
    return actor.office().equals(ADMINISTRATOR);
  }
}
