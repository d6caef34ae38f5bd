package vn.giaouoc.shared.award;

import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.award.AwardEvent.Approved;
import vn.giaouoc.shared.award.AwardEvent.FateEvent;
import vn.giaouoc.shared.award.AwardEvent.Forwarded;
import vn.giaouoc.shared.award.AwardEvent.Granted;
import vn.giaouoc.shared.award.AwardEvent.Presented;
import vn.giaouoc.shared.award.AwardEvent.ProposalWithdrawn;
import vn.giaouoc.shared.award.AwardEvent.Refused;
import vn.giaouoc.shared.award.AwardEvent.Revoked;
import vn.giaouoc.shared.award.AwardEvent.Upgraded;

/** How far an award has come. */
public enum AwardStatus implements Code {
  /** Proposed; a proposal is not an award. */
  PROPOSED,
  /** Sent on to who decides. */
  FORWARDED,
  /** Agreed to, and not yet given. */
  APPROVED,
  /** Not agreed to. */
  REFUSED,
  /** Given by a decision. */
  GRANTED,
  /** Given and handed over. */
  PRESENTED,
  /** Given, and taken back later. */
  REVOKED,
  /** Taken back by who proposed it, before anything was decided. */
  WITHDRAWN;

  /** How far it is after an event; that a higher one is sought for its holder changes nothing. */
  public AwardStatus after(FateEvent event) {
    return switch (event) {
      case Forwarded _ -> FORWARDED;
      case Approved _ -> APPROVED;
      case Refused _ -> REFUSED;
      case Granted _ -> GRANTED;
      case Presented _ -> PRESENTED;
      case Upgraded _ -> this;
      case Revoked _ -> REVOKED;
      case ProposalWithdrawn _ -> WITHDRAWN;
    };
  }
}
