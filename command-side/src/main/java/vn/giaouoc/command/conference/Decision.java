package vn.giaouoc.command.conference;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.bloc.BlocId;

/** A decision that a resolution can rest on: what a conference asks of a poll. */
public interface Decision {

  /** Whose it is; nothing where nobody called it. */
  @Nullable BlocId decidedIn();

  /** Whether it has an outcome that stands: not tied, not missed, not void. */
  boolean isDecided();
}
