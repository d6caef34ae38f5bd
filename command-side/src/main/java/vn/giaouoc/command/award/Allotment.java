package vn.giaouoc.command.award;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.award.AllotmentEvent;
import vn.giaouoc.shared.award.AllotmentEvent.ShareTaken;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.regulation.CountRule.Across;

/** The number of awards that several blocs have together in one year, and what is taken of it. */
@AggregateRoot(type = "allotment")
class Allotment extends Recordable<AllotmentEvent> {

  private @Nullable Across rule;
  private final List<AwardId> awards = new ArrayList<>();

  /** What the regulation that took first says; the others must say the same. */
  @Nullable Across rule() {
    return rule;
  }

  /** The awards that were proposed from it, also what was taken back since. */
  List<AwardId> awards() {
    return List.copyOf(awards);
  }

  @Override
  protected AskedFor asked(AllotmentEvent event, Stored stored) {
    return AskedFor.Not.COMES_WITH_ANOTHER;
  }

  @Override
  protected void reset() {
    rule = null;
    awards.clear();
  }

  @Override
  protected void evolve(AllotmentEvent event, Since since) {
    switch (event) {
      case ShareTaken taken -> {
        rule = rule == null ? taken.rule() : rule;
        awards.addAll(taken.awards());
      }
    }
  }
}
