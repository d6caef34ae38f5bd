package vn.giaouoc.query.bloc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.bloc.Bloc.End;
import vn.giaouoc.query.bloc.Bloc.How;
import vn.giaouoc.query.bloc.Bloc.StatedSize;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.ConductEvent;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContentsStated;
import vn.giaouoc.shared.cycle.CycleEvent.ProposalsReasoned;
import vn.giaouoc.shared.cycle.CycleEvent.RankingDecided;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationCited;
import vn.giaouoc.shared.cycle.CycleEvent.StepRecorded;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** A bloc: its names, and who belongs to it when. */
@Component
public class BlocFold implements Fold<Bloc> {

  @Override
  public String name() {
    return "bloc";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String kind() {
    return "bloc";
  }

  @Override
  public Class<Bloc> answer() {
    return Bloc.class;
  }

  @Override
  public Bloc empty(String slug) {
    return Bloc.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(BlocEvent.class, CycleOpened.class);
  }

  @Override
  public Bloc apply(Bloc state, Fact fact) {
    return switch (fact.event()) {
      case BlocEvent event -> own(state, event, fact);
      case CycleEvent event ->
          switch (event) {
            case CycleOpened(var cycle, var bloc, var year) ->
                state.opened(new Bloc.Year(cycle, year));
            case StepRecorded step -> state;
            case RegulationCited regulation -> state;
            case PledgeContentsStated contents -> state;
            case ConductEvent conduct -> state;
            case RankingDecided decided -> state;
            case BlocScored scored -> state;
            case AwardsProposed proposed -> state;
            case ProposalsReasoned reasoned -> state;
          };
      default -> state;
    };
  }

  private static Bloc own(Bloc state, BlocEvent event, Fact fact) {
    When from = fact.appliesFrom();
    // a bloc is in the key of those that went up into it
    if (!event.bloc().equals(state.bloc())) {
      return event instanceof BlocEvent.BlocMerged ? state.joinedBy(event.bloc(), from) : state;
    }
    return switch (event) {
      case BlocEvent.BlocEstablished(var bloc, var name, var kindWord, var authority) ->
          state.established(name, kindWord, authority);
      case BlocEvent.AliasAdded(var bloc, var alias) -> state.alsoWritten(alias);
      case BlocEvent.MemberAdmitted(var bloc, var unit) -> state.member(unit, from, How.ADMITTED);
      case BlocEvent.MemberReleased(var bloc, var unit) -> state.ended(unit, from, End.RELEASED);
      case BlocEvent.RollAttested(var bloc, var named, var inferred, var stated, var complete) -> {
        Bloc next = state;
        for (UnitId unit : named) {
          next = next.member(unit, from, How.ATTESTED);
        }
        for (UnitId unit : inferred) {
          next = next.member(unit, from, How.INFERRED);
        }
        if (complete) {
          List<UnitId> all = new ArrayList<>(named);
          all.addAll(inferred);
          next = next.onlyThese(all, from);
        }
        yield next.stated(new StatedSize(stated, named.size(), inferred.size(), complete, from));
      }
      case BlocEvent.MemberPlaced(var bloc, var unit, var group, var memberKind) ->
          state.placed(new Bloc.Placement(unit, group, memberKind, from, null));
      case BlocEvent.BlocMerged(var bloc, var into) -> state.mergedInto(into, from);
      case BlocEvent.SupervisorAssigned(var bloc, var unit, var person) ->
          state.supervisedBy(unit, person, from);
      case BlocEvent.MemberAffairsTransferred(var bloc, var unit, var affairs, var reason) ->
          state.transferred(new Bloc.Transfer(unit, affairs, reason, fact.occurredOn()));
    };
  }
}
