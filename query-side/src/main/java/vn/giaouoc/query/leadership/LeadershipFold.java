package vn.giaouoc.query.leadership;

import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.query.leadership.Leadership.Designation;
import vn.giaouoc.shared.leadership.LeadershipEvent;

/** Who was designated, who is in office, and how it was handed over. */
@Component
public class LeadershipFold implements Fold<Leadership> {

  @Override
  public String name() {
    return "leadership";
  }

  @Override
  public int version() {
    return 1;
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
  public Leadership apply(Leadership state, Fact fact) {
    if (!(fact.event() instanceof LeadershipEvent event)) {
      return state;
    }
    return switch (event) {
      case LeadershipEvent.LeadershipDesignated(
              var bloc,
              var term,
              var leader,
              var deputies,
              var mode) ->
          state.designated(new Designation(term, leader, deputies, mode, fact.occurredOn(), null));
      case LeadershipEvent.LeadershipInstalled(var bloc, var term, var leader, var deputies) ->
          state.installed(term, leader, deputies, fact.appliesFrom(), fact.occurredOn());
      case LeadershipEvent.LeadershipAttested(var bloc, var term, var leader, var deputies) ->
          state.attested(term, leader, deputies, fact.appliesFrom());
      case LeadershipEvent.LeadershipHandedOver(var bloc, var term, var outgoing, var incoming) ->
          state.handedOver(term, outgoing, incoming, fact.appliesFrom(), fact.occurredOn());
    };
  }
}
