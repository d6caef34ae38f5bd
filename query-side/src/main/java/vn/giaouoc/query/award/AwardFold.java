package vn.giaouoc.query.award;

import org.springframework.stereotype.Component;
import vn.giaouoc.query.award.Award.Proposal;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.award.AwardEvent;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardId;

/** One award, from its proposal on. */
@Component
class AwardFold implements Fold<Award> {

  @Override
  public String name() {
    return "award";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String kind() {
    return "award";
  }

  @Override
  public Class<Award> answer() {
    return Award.class;
  }

  @Override
  public Award empty(String slug) {
    return new Award(AwardId.of(slug), null, null);
  }

  @Override
  public Award apply(Award state, Fact fact) {
    if (!(fact.event() instanceof AwardEvent event)) {
      return state;
    }
    return switch (event) {
      case AwardProposed proposed ->
          new Award(state.award(), "proposed", Proposal.of(proposed, fact.occurredOn()));
    };
  }
}
