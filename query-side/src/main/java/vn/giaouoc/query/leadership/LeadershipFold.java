package vn.giaouoc.query.leadership;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.query.leadership.Leadership.Acting;
import vn.giaouoc.query.leadership.Leadership.Back;
import vn.giaouoc.query.leadership.Leadership.Designation;
import vn.giaouoc.query.leadership.Leadership.Handover;
import vn.giaouoc.query.leadership.Leadership.Replacement;
import vn.giaouoc.query.leadership.Leadership.TakenBack;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;

/** Who was designated, who is in office, and how it was handed over. */
@Component
public class LeadershipFold implements Fold<Leadership> {

  @Override
  public String name() {
    return "leadership";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public String kind() {
    return "bloc";
  }

  @Override
  public Class<Leadership> answer() {
    return Leadership.class;
  }

  @Override
  public Leadership empty(String slug) {
    return Leadership.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(LeadershipEvent.class);
  }

  @Override
  public Leadership apply(Leadership state, Fact fact) {
    if (!(fact.event() instanceof LeadershipEvent event)) {
      return state;
    }
    When from = fact.appliesFrom();
    Dated on = fact.occurredOn();
    return switch (event) {
      case LeadershipEvent.LeadershipDesignated(
              var bloc,
              var term,
              var leader,
              var deputies,
              var mode,
              var regulation,
              var decidedBy) ->
          state.designated(
              new Designation(term, leader, deputies, mode, regulation, decidedBy, on, null, null));
      case LeadershipEvent.LeadershipInstalled(var bloc, var term, var leader, var deputies) ->
          state.installed(term, leader, deputies, from, on);
      case LeadershipEvent.LeadershipAttested(var bloc, var term, var leader, var deputies) ->
          state.attested(term, leader, deputies, from);
      case LeadershipEvent.LeadershipHandedOver(var bloc, var term, var outgoing, var incoming) ->
          state.handedOver(
              term,
              outgoing,
              incoming,
              // a source that does not name deputies does not say that they took office
              fact.sources().isEmpty() ? state.deputiesFor(term, incoming) : List.of(),
              from,
              on);
      case LeadershipEvent.DesignationDeclined(var bloc, var term, var leader, var reason) ->
          state.takenBack(term, new TakenBack(Back.DECLINED, reason, on));
      case LeadershipEvent.DesignationWithdrawn(var bloc, var term, var reason) ->
          state.takenBack(term, new TakenBack(Back.WITHDRAWN, reason, on));
      case LeadershipEvent.HandoverTendered(
              var bloc,
              var term,
              var outgoing,
              var incoming,
              var inventory) ->
          state.tendered(new Handover(outgoing, incoming, term, on, inventory, null, null));
      case LeadershipEvent.HandoverAccepted(var bloc, var term, var incoming, var reservations) ->
          state.accepted(term, incoming, reservations);
      case LeadershipEvent.LeaderReplaced(
              var bloc,
              var term,
              var outgoing,
              var leader,
              var deputies,
              var reason) ->
          state.replaced(new Replacement(outgoing, leader, term, reason, on), deputies, from);
      case LeadershipEvent.ActingAppointed(var bloc, var unit, var until, var reason) ->
          state.actedBy(new Acting(unit, from, until, null, reason));
      case LeadershipEvent.ActingEnded(var bloc, var unit) -> state.actedNoLongerBy(unit, from);
    };
  }
}
