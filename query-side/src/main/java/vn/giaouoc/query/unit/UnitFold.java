package vn.giaouoc.query.unit;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.query.unit.Unit.How;
import vn.giaouoc.query.unit.Unit.Office;
import vn.giaouoc.query.unit.Unit.Post;
import vn.giaouoc.query.unit.Unit.Standing;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.award.AwardEvent;
import vn.giaouoc.shared.award.AwardEvent.AwardProposed;
import vn.giaouoc.shared.award.AwardEvent.AwardRecorded;
import vn.giaouoc.shared.award.AwardEvent.FateEvent;
import vn.giaouoc.shared.award.AwardEvent.Recipient;
import vn.giaouoc.shared.award.AwardStatus;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.bloc.BlocId;
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
import vn.giaouoc.shared.leadership.Deputy;
import vn.giaouoc.shared.leadership.LeadershipEvent;
import vn.giaouoc.shared.leadership.LeadershipEvent.Mode;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitId;

/** What is known of a unit, from all that names it. */
@Component
class UnitFold implements Fold<Unit> {

  @Override
  public String name() {
    return "unit";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String kind() {
    return "unit";
  }

  @Override
  public Class<Unit> answer() {
    return Unit.class;
  }

  @Override
  public Unit empty(String slug) {
    return Unit.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(
        UnitEvent.class,
        BlocEvent.class,
        LeadershipEvent.class,
        RankingDecided.class,
        BlocScored.class,
        AwardEvent.class,
        PledgeSigned.class);
  }

  @Override
  public Unit apply(Unit state, Fact fact) {
    return switch (fact.event()) {
      case UnitEvent event -> own(state, event, fact);
      case BlocEvent event -> inBloc(state, event, fact);
      case LeadershipEvent event -> inLeadership(state, event, fact);
      case CycleEvent event ->
          switch (event) {
            case RankingDecided decided ->
                decided.places().stream()
                    .filter(place -> place.unit().equals(state.unit()))
                    .findFirst()
                    .map(
                        place ->
                            state.ranked(
                                new Unit.Rank(
                                    decided.cycle(),
                                    decided.contest(),
                                    place.rank(),
                                    decided.decidedBy(),
                                    null,
                                    fact.occurredOn())))
                    .orElse(state);
            case CycleOpened opened -> state;
            case StepRecorded step -> state;
            case RegulationCited regulation -> state;
            case PledgeContentsStated contents -> state;
            case ConductEvent conduct -> state;
            case BlocScored scored -> scored(state, scored, fact);
            case AwardsProposed proposed -> state;
            case ProposalsReasoned reasoned -> state;
          };
      case AwardEvent event ->
          switch (event) {
            case AwardProposed proposed ->
                proposed.recipient().equals(state.unit())
                    ? state.proposedFor(
                        new Unit.Award(
                            proposed.award(),
                            proposed.title(),
                            proposed.authority(),
                            proposed.track(),
                            proposed.yearOfMerit(),
                            proposed.bloc(),
                            proposed.cycle(),
                            AwardStatus.PROPOSED,
                            fact.occurredOn()))
                    : state;
            case AwardRecorded recorded ->
                recorded.about().recipient().equals(Recipient.of(state.unit()))
                    ? state.proposedFor(
                        new Unit.Award(
                            recorded.award(),
                            recorded.title(),
                            recorded.authority(),
                            recorded.track(),
                            recorded.yearOfMerit(),
                            recorded.about().bloc(),
                            recorded.about().cycle(),
                            AwardStatus.PROPOSED,
                            fact.occurredOn()))
                    : state;
            case FateEvent fate ->
                fate.about().recipient().equals(Recipient.of(state.unit()))
                    ? state.became(fate)
                    : state;
          };
      case PledgeEvent event ->
          switch (event) {
            case PledgeSigned signed ->
                state.pledged(
                    new Unit.Pledge(signed.cycle(), signed.conference(), fact.occurredOn()));
            case PledgeEvent.PledgeDrafted _,
                PledgeEvent.TargetSet _,
                PledgeEvent.TargetDropped _,
                PledgeEvent.PromiseMade _,
                PledgeEvent.TargetAmended _,
                PledgeEvent.MidYearReviewSubmitted _,
                PledgeEvent.YearEndReportSubmitted _,
                PledgeEvent.EvidenceAttached _,
                PledgeEvent.PledgeTransferred _ ->
                state;
          };
      default -> state;
    };
  }

  private static Unit scored(Unit state, BlocScored scored, Fact fact) {
    return state.scored(
        scored.cycle(),
        scored.contest(),
        scored.settled().stream()
            .filter(each -> each.unit().equals(state.unit()))
            .findFirst()
            .map(
                each ->
                    new Unit.Rank(
                        scored.cycle(),
                        scored.contest(),
                        each.rank(),
                        null,
                        each.points(),
                        fact.occurredOn()))
            .orElse(null));
  }

  private static Unit own(Unit state, UnitEvent event, Fact fact) {
    When from = fact.appliesFrom();
    // a unit is in the key of those it is the authority of, or whose work it carries on
    if (!event.unit().equals(state.unit())) {
      return switch (event) {
        case UnitEvent.UnitMerged(var unit, var into, var decision)
            when into.equals(state.unit()) ->
            state.carriesOn(new Unit.Predecessor(unit, Unit.Ending.MERGED, from));
        case UnitEvent.UnitDissolved(var unit, var successors, var decision)
            when successors.contains(state.unit()) ->
            state.carriesOn(new Unit.Predecessor(unit, Unit.Ending.DISSOLVED, from));
        default -> state;
      };
    }
    return switch (event) {
      case UnitEvent.UnitRegistered(var unit, var name, var kind, var authority) ->
          state.registered(name, fact.appliesFrom(), kind, authority);
      case UnitEvent.UnitRenamed(var unit, var name) -> state.renamed(name, fact.appliesFrom());
      case UnitEvent.AliasAdded(var unit, var alias) -> state.alsoWritten(alias);
      case UnitEvent.UnitMoved(var unit, var authority) -> state.movedUnder(authority, from);
      case UnitEvent.UnitMerged(var unit, var into, var decision) ->
          state.ended(new Unit.End(Unit.Ending.MERGED, List.of(into), decision, from));
      case UnitEvent.UnitDissolved(var unit, var successors, var decision) ->
          state.ended(new Unit.End(Unit.Ending.DISSOLVED, successors, decision, from));
      case UnitEvent.RepresentativeAppointed(
              var unit,
              var person,
              var office,
              var until,
              var letter) ->
          state.representedBy(new Unit.Representative(person, office, from, until, null, letter));
      case UnitEvent.RepresentationEnded(var unit, var person) ->
          state.representedNoLongerBy(person, from);
    };
  }

  static Unit inBloc(Unit state, BlocEvent event, Fact fact) {
    return switch (event) {
      case BlocEvent.MemberAdmitted(var bloc, var unit) when !unit.equals(state.unit()) -> state;
      case BlocEvent.MemberReleased(var bloc, var unit) when !unit.equals(state.unit()) -> state;
      case BlocEvent.MemberAdmitted(var bloc, var unit) ->
          state.memberOf(bloc, fact.appliesFrom(), How.ADMITTED);
      case BlocEvent.MemberReleased(var bloc, var unit) ->
          state.releasedFrom(bloc, fact.appliesFrom());
      case BlocEvent.RollAttested(var bloc, var named, var inferred, var stated, var complete) ->
          attested(state, bloc, named, inferred, complete, fact.appliesFrom());
      case BlocEvent.BlocEstablished established -> state;
      case BlocEvent.AliasAdded alias -> state;
      // names no member, and so is known to whoever folds the facts of the bloc only
      case BlocEvent.BlocMerged merged ->
          state.memberOf(merged.bloc())
              ? state.releasedFrom(merged.bloc(), fact.appliesFrom())
              : state;
      case BlocEvent.MemberPlaced placed -> state;
      case BlocEvent.SupervisorAssigned assigned -> state;
      case BlocEvent.MemberAffairsTransferred transferred -> state;
    };
  }

  /**
   * A complete list that leaves the unit out does not name it, and so is no fact of its key: the
   * document cannot know of it. Whoever reads it folds the facts of its blocs through this once
   * more.
   */
  private static Unit attested(
      Unit state,
      BlocId bloc,
      List<UnitId> named,
      List<UnitId> inferred,
      boolean complete,
      When from) {
    if (named.contains(state.unit())) {
      return state.memberOf(bloc, from, How.ATTESTED);
    }
    if (inferred.contains(state.unit())) {
      return state.memberOf(bloc, from, How.INFERRED);
    }
    return complete && state.memberOf(bloc) ? state.releasedFrom(bloc, from) : state;
  }

  private static Unit inLeadership(Unit state, LeadershipEvent event, Fact fact) {
    return switch (event) {
      case LeadershipEvent.LeadershipDesignated(
              var bloc,
              var term,
              var leader,
              var deputies,
              var mode,
              var regulation,
              var decidedBy) ->
          offices(state, bloc, term, leader, deputies, Standing.DESIGNATED, mode, fact);
      case LeadershipEvent.LeadershipInstalled(var bloc, var term, var leader, var deputies) ->
          offices(state, bloc, term, leader, deputies, Standing.INSTALLED, null, fact);
      case LeadershipEvent.LeadershipAttested(var bloc, var term, var leader, var deputies) ->
          offices(state, bloc, term, leader, deputies, Standing.ATTESTED, null, fact);
      case LeadershipEvent.LeadershipHandedOver(var bloc, var term, var outgoing, var incoming) -> {
        Unit next = state;
        if (state.unit().equals(outgoing)) {
          next =
              next.inOffice(
                  new Office(
                      bloc,
                      Post.LEADER,
                      null,
                      null,
                      Standing.HANDED_OVER,
                      null,
                      fact.occurredOn()));
        }
        if (state.unit().equals(incoming)) {
          next =
              next.inOffice(
                  new Office(
                      bloc, Post.LEADER, null, term, Standing.TOOK_OVER, null, fact.occurredOn()));
        }
        yield next;
      }
      case LeadershipEvent.DesignationDeclined(var bloc, var term, var leader, var reason) ->
          leads(state, bloc, term, leader, Standing.DECLINED, fact);
      case LeadershipEvent.LeaderReplaced(
              var bloc,
              var term,
              var outgoing,
              var leader,
              var deputies,
              var reason) ->
          offices(
              leads(state, bloc, null, outgoing, Standing.REPLACED, fact),
              bloc,
              term,
              leader,
              deputies,
              Standing.APPOINTED,
              null,
              fact);
      case LeadershipEvent.ActingAppointed(var bloc, var unit, var until, var reason) ->
          leads(state, bloc, null, unit, Standing.ACTING, fact);
      case LeadershipEvent.DesignationWithdrawn withdrawn -> state;
      case LeadershipEvent.HandoverTendered tendered -> state;
      case LeadershipEvent.HandoverAccepted accepted -> state;
      case LeadershipEvent.ActingEnded ended -> state;
    };
  }

  private static Unit leads(
      Unit state, BlocId bloc, @Nullable Term term, UnitId leader, Standing standing, Fact fact) {
    return offices(state, bloc, term, leader, List.of(), standing, null, fact);
  }

  private static Unit offices(
      Unit state,
      BlocId bloc,
      @Nullable Term term,
      @Nullable UnitId leader,
      List<Deputy> deputies,
      Standing standing,
      @Nullable Mode mode,
      Fact fact) {
    Unit next = state;
    if (state.unit().equals(leader)) {
      next =
          next.inOffice(
              new Office(bloc, Post.LEADER, null, term, standing, mode, fact.occurredOn()));
    }
    for (Deputy deputy : deputies) {
      if (deputy.unit().equals(state.unit())) {
        next =
            next.inOffice(
                new Office(
                    bloc, Post.DEPUTY, deputy.rank(), term, standing, mode, fact.occurredOn()));
      }
    }
    return next;
  }
}
