package vn.giaouoc.command.correction;

import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Event;

/** A stream in which others than the board may correct what was told wrongly. */
public interface Corrects {

  /** Whether somebody may correct this fact of the stream today. */
  boolean mayCorrect(Event fact, Actor actor, Offices offices);
}
