package vn.giaouoc.command.conference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.unit.UnitId;

/** A conference: what other contexts may ask of it. */
public interface Meeting {

  /** Whose it is; nothing where nobody convened it. */
  @Nullable BlocId bloc();

  /** The cycles it belongs to, the main one first. */
  List<CycleId> cycles();

  /** The day on which it began; nothing where it did not, or only papers tell of it. */
  @Nullable LocalDate openedOn();

  /** What it assigned and nobody has reported as done, by its text: the day on which it is due. */
  Map<Words, LocalDate> due();

  /** Whether it sits now: opened, and neither adjourned nor closed. */
  boolean inSession();

  /** The units that attend as members. */
  Set<UnitId> present();

  /** The units that preside now. */
  Set<UnitId> presiding();

  /** The units that keep its record. */
  Set<UnitId> secretaries();

  /** Whether the actor runs it: for the leader, a deputy, or a secretary of this conference. */
  default boolean isRunBy(Actor actor, Offices offices) {
    BlocId bloc = bloc();
    return bloc != null
        && (isLedBy(actor, bloc, offices)
            || secretaries().stream().anyMatch(unit -> offices.actsFor(actor, unit)));
  }

  /** Whether the actor acts for a unit that presides now. */
  default boolean isChairedBy(Actor actor, Offices offices) {
    return presiding().stream().anyMatch(unit -> offices.actsFor(actor, unit));
  }

  /**
   * Whether the actor acts for the leader or a deputy of the bloc; where nobody is in office yet,
   * whether it is the board.
   */
  static boolean isLedBy(Actor actor, BlocId bloc, Offices offices) {
    return offices.leads(actor, bloc)
        || offices.deputises(actor, bloc)
        || (offices.inOffice(bloc).leaderOn(offices.today()) == null && offices.isTheBoard(actor));
  }
}
