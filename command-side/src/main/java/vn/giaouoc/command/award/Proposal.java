package vn.giaouoc.command.award;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.award.AwardStatus;

/** How far an award has come: what other contexts may ask of it. */
public interface Proposal {

  /** How far it is; nothing where nobody proposed it. */
  @Nullable AwardStatus status();
}
