package vn.giaouoc.command;

import vn.giaouoc.shared.Actor;

/**
 * The one place that knows who acts. It only establishes that: what they may do follows from the
 * record.
 */
public interface Acting {

  /** Who gives the present command. */
  Actor now();
}
