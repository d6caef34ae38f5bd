package vn.giaouoc.query.cycle;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.Place;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Secrecy;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who stands where in a cycle, and how that was decided. That nothing is recorded says nothing
 * about what was decided.
 *
 * @param cycle which cycle
 * @param state whether a ranking, a choice or a proposal is recorded
 * @param contests the rankings, each as it was decided
 * @param decisions how the bloc decided, whatever it decided
 * @param awards the awards that were proposed; a proposal is not an award
 */
record Standing(
    CycleId cycle,
    State state,
    List<Ranking> contests,
    List<Decision> decisions,
    List<Proposal> awards) {

  enum State implements Code {
    NOT_RECORDED,
    RECORDED
  }

  /**
   * A ranking.
   *
   * @param places who was placed, by rank; others are not ranked by it
   * @param decidedBy the decision, if it is recorded
   */
  record Ranking(Contest contest, List<Place> places, @Nullable PollId decidedBy, Dated on) {}

  /** A decision; what its source does not state is absent. */
  record Decision(
      PollId poll,
      ConferenceId conference,
      List<Subject> subjects,
      Contest contest,
      List<Method> methods,
      @Nullable Secrecy secrecy,
      @Nullable List<UnitId> electorate,
      @Nullable String electorateAsWritten,
      Counts counts,
      List<UnitId> chosen,
      Dated on) {}

  record Proposal(
      AwardId award,
      Title title,
      Authority authority,
      Track track,
      Contest contest,
      UnitId recipient,
      int yearOfMerit,
      String status,
      @Nullable PollId decidedBy,
      Dated on) {}

  static Standing unknown(String slug) {
    return new Standing(CycleId.of(slug), State.NOT_RECORDED, List.of(), List.of(), List.of());
  }

  Standing ranked(Contest contest, List<Place> places, @Nullable PollId decidedBy, Dated on) {
    List<Place> byRank =
        places.stream()
            .sorted(
                Comparator.comparingInt(Place::rank).thenComparing(place -> place.unit().slug()))
            .toList();
    Ranking ranking = new Ranking(contest, byRank, decidedBy, on);
    return new Standing(
        cycle, State.RECORDED, Lists.withOnce(contests, ranking), decisions, awards);
  }

  /** The chair decided a tie. */
  Standing tieDecided(PollId poll, List<UnitId> chosen) {
    return new Standing(
        cycle,
        state,
        contests,
        Lists.changed(
            decisions,
            each -> each.poll().equals(poll),
            each ->
                new Decision(
                    each.poll(),
                    each.conference(),
                    each.subjects(),
                    each.contest(),
                    each.methods(),
                    each.secrecy(),
                    each.electorate(),
                    each.electorateAsWritten(),
                    each.counts(),
                    chosen,
                    each.on())),
        awards);
  }

  /** A poll does not count. */
  Standing voided(PollId poll) {
    List<Decision> others = decisions.stream().filter(each -> !each.poll().equals(poll)).toList();
    return new Standing(cycle, state, contests, others, awards);
  }

  Standing decided(Decision decision) {
    boolean standing =
        decision.subjects().contains(Subject.RANKING)
            || decision.subjects().contains(Subject.AWARDS);
    return new Standing(
        cycle,
        standing ? State.RECORDED : state,
        contests,
        Lists.withOnce(decisions, decision),
        awards);
  }

  Standing proposed(Proposal proposal) {
    return new Standing(
        cycle, State.RECORDED, contests, decisions, Lists.withOnce(awards, proposal));
  }
}
