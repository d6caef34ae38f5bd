package vn.giaouoc.command;

import vn.giaouoc.shared.Actor;

/**
 * The one place that knows who acts. Until identities come, everybody is the same named
 * administrator.
 */
public interface Acting {

  /** Who gives the present command. */
  Actor now();
}
