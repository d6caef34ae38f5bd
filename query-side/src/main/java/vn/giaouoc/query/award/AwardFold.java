package vn.giaouoc.query.award;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.award.Award.Became;
import vn.giaouoc.query.award.Award.Proposal;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.award.AwardEvent;
import vn.giaouoc.shared.award.AwardEvent.Approved;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.AwardRecorded;
import vn.giaouoc.shared.award.AwardEvent.FateEvent;
import vn.giaouoc.shared.award.AwardEvent.Forwarded;
import vn.giaouoc.shared.award.AwardEvent.Granted;
import vn.giaouoc.shared.award.AwardEvent.Presented;
import vn.giaouoc.shared.award.AwardEvent.ProposalWithdrawn;
import vn.giaouoc.shared.award.AwardEvent.Refused;
import vn.giaouoc.shared.award.AwardEvent.Revoked;
import vn.giaouoc.shared.award.AwardEvent.Upgraded;
import vn.giaouoc.shared.award.AwardStatus;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.time.Dated;

/** One award, from its proposal to its end. */
@Component
class AwardFold implements Fold<Award> {

  @Override
  public String name() {
    return "award";
  }

  @Override
  public int version() {
    return 2;
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
    return Award.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(AwardEvent.class, AwardsProposed.class);
  }

  @Override
  public Award apply(Award state, Fact fact) {
    return switch (fact.event()) {
      // an award that is upgraded names the higher one, which is in its key by that
      case AwardEvent event when !event.award().equals(state.award()) -> state;
      case AwardEvent event ->
          switch (event) {
            case AwardProposed proposed ->
                state.proposed(Proposal.of(proposed, fact.occurredOn()), null);
            case AwardRecorded recorded ->
                state.proposed(Proposal.of(recorded, fact.occurredOn()), recorded.reason());
            case FateEvent fate -> state.became(became(state, fate, fact.occurredOn()));
          };
      case AwardsProposed proposed ->
          proposed.proposals().stream()
              .filter(each -> each.award().equals(state.award()))
              .findFirst()
              .map(each -> state.ranked(each.rank(), each.reason()))
              .orElse(state);
      default -> state;
    };
  }

  private static Became became(Award state, FateEvent event, Dated on) {
    AwardStatus status =
        (state.status() == null ? AwardStatus.PROPOSED : state.status()).after(event);
    return switch (event) {
      case Forwarded e ->
          new Became(status, on, e.to(), e.paperNumber(), null, null, null, null, null, null, null);
      case Approved _ ->
          new Became(status, on, null, null, null, null, null, null, null, null, null);
      case Refused e ->
          new Became(status, on, null, null, null, null, e.reason(), null, null, null, null);
      case Granted e ->
          new Became(
              status,
              on,
              null,
              e.decisionNumber(),
              e.decidedOn(),
              e.authority(),
              null,
              null,
              null,
              null,
              null);
      case Presented e ->
          new Became(
              status, on, null, null, null, null, null, e.conference(), e.ceremony(), null, null);
      case Upgraded e ->
          new Became(
              status, on, null, null, null, e.authority(), null, null, null, e.higher(), e.title());
      case Revoked e ->
          new Became(
              status, on, null, e.decisionNumber(), null, null, e.ground(), null, null, null, null);
      case ProposalWithdrawn e ->
          new Became(status, on, null, null, null, null, e.reason(), null, null, null, null);
    };
  }
}
