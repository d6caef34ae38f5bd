package vn.giaouoc.query.cycle;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.cycle.Reckoning.Said;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.query.scoring.Sheet;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.FateEvent;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.award.AwardStatus;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.AwardsProposed;
import vn.giaouoc.shared.cycle.CycleEvent.Beyond;
import vn.giaouoc.shared.cycle.CycleEvent.BlocScored;
import vn.giaouoc.shared.cycle.CycleEvent.Drawing;
import vn.giaouoc.shared.cycle.CycleEvent.Excluded;
import vn.giaouoc.shared.cycle.CycleEvent.Found;
import vn.giaouoc.shared.cycle.CycleEvent.How;
import vn.giaouoc.shared.cycle.CycleEvent.Place;
import vn.giaouoc.shared.cycle.CycleEvent.ProposalsReasoned;
import vn.giaouoc.shared.cycle.CycleEvent.TieOrder;
import vn.giaouoc.shared.cycle.CycleEvent.Unranked;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.poll.PollEvent.Counts;
import vn.giaouoc.shared.poll.PollEvent.Method;
import vn.giaouoc.shared.poll.PollEvent.Secrecy;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollEvent.TieDecided;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.regulation.ContestRule;
import vn.giaouoc.shared.regulation.Proposals;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetFrozen;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReopened;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who stands where in a cycle, and how that was decided. That nothing is recorded says nothing
 * about what was decided.
 *
 * @param cycle which cycle
 * @param state whether a ranking, a choice or a proposal is recorded
 * @param contests the rankings, each as it was decided
 * @param scores what the score sheets hold, by unit
 * @param decisions how the bloc decided, whatever it decided
 * @param awards the awards that were proposed; a proposal is not an award
 * @param drawings how proposals came about, where the regulation provides for the award
 */
record Standing(
    CycleId cycle,
    State state,
    List<Ranking> contests,
    List<UnitScores> scores,
    List<Decision> decisions,
    List<Proposal> awards,
    List<Drawn> drawings) {

  enum State implements Code {
    NOT_RECORDED,
    RECORDED
  }

  /**
   * A ranking.
   *
   * @param places who was placed, by rank; others are not ranked by it
   * @param decidedBy the decision, if it is recorded
   * @param scoring how it was made by points; absent where it is told without any
   */
  record Ranking(
      Contest contest,
      List<Placed> places,
      @Nullable PollId decidedBy,
      Dated on,
      @Nullable Scoring scoring) {}

  /**
   * A place.
   *
   * @param points the points that count
   * @param layer the layer of the score sheet that they are from; absent where the bloc settled
   *     them itself, or nothing is told of points
   * @param shown the points as they are printed, where a scale made them
   * @param rate the points in percent of what was assigned to the unit
   * @param grade its class
   */
  record Placed(
      UnitId unit,
      int rank,
      @Nullable BigDecimal points,
      @Nullable Layer layer,
      @Nullable BigDecimal shown,
      @Nullable BigDecimal rate,
      @Nullable String grade) {}

  /**
   * How points became ranks.
   *
   * @param regulation by which regulation
   * @param excluded who was left out, with the clause
   * @param unranked who is not ranked, and why
   * @param ties how units with the same points were told apart
   * @param reason why it was made again
   * @param basis every stream that it was decided from, as {@code <stream>@<version>}
   * @param rule what the regulation says of the contest; absent where it lists none
   * @param beyond who has points but no place, where the contest has only so many
   */
  record Scoring(
      String regulation,
      List<Excluded> excluded,
      List<Unranked> unranked,
      @Nullable TieOrder ties,
      @Nullable Words reason,
      List<String> basis,
      @Nullable ContestRule rule,
      List<Beyond> beyond) {}

  /**
   * What was entered in the score sheet of a unit.
   *
   * @param layers its scores, side by side
   * @param frozen whether a ranking was made with it, and nobody reopened it
   */
  record UnitScores(UnitId unit, ScoreSheetId sheet, List<Sheet.Score> layers, boolean frozen) {

    static UnitScores empty(ScoreSheetEvent event) {
      return new UnitScores(event.unit(), event.sheet(), List.of(), false);
    }

    UnitScores after(ScoreSheetEvent event, Dated on) {
      Sheet.Score score = Sheet.Score.of(event, on);
      boolean still =
          switch (event) {
            case SheetFrozen _ -> true;
            case SheetReopened _ -> false;
            default -> frozen;
          };
      return new UnitScores(unit, sheet, score == null ? layers : score.among(layers), still);
    }
  }

  /**
   * A decision; what its source does not state is absent.
   *
   * @param question the question of the poll; absent where it is told from a paper
   */
  record Decision(
      PollId poll,
      @Nullable String question,
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
      AwardStatus status,
      @Nullable Integer rank,
      @Nullable Words reason,
      @Nullable PollId decidedBy,
      Dated on) {

    Proposal become(AwardStatus next) {
      return new Proposal(
          award,
          title,
          authority,
          track,
          contest,
          recipient,
          yearOfMerit,
          next,
          rank,
          reason,
          decidedBy,
          on);
    }

    Proposal because(@Nullable Integer place, @Nullable Words why) {
      return new Proposal(
          award,
          title,
          authority,
          track,
          contest,
          recipient,
          yearOfMerit,
          status,
          place,
          why,
          decidedBy,
          on);
    }
  }

  /**
   * How proposals came about.
   *
   * @param awards which ones
   * @param how whether they were drawn from the ranking or made by hand
   * @param clause where the regulation provides for the award
   * @param number how many may be proposed altogether; absent where it does not say
   * @param count how that number came about, in words
   * @param before how many were proposed before
   * @param passed who was not proposed, and why; for those who may see it
   * @param findings what people found of units; likewise
   */
  record Drawn(
      List<AwardId> awards,
      Title title,
      Track track,
      Contest contest,
      How how,
      String clause,
      @Nullable Integer number,
      List<Said> count,
      int before,
      List<PassedOver> passed,
      List<Found> findings) {

    static @Nullable Drawn of(AwardsProposed event) {
      Drawing drawing = event.drawing();
      return drawing == null
          ? null
          : new Drawn(
              event.proposals().stream().map(CycleEvent.Proposal::award).toList(),
              event.title(),
              event.track(),
              event.contest(),
              drawing.how(),
              drawing.clause(),
              drawing.number(),
              Said.of(drawing.count()),
              drawing.before(),
              List.of(),
              List.of());
    }

    private Drawn because(ProposalsReasoned reasoned) {
      return new Drawn(
          awards,
          title,
          track,
          contest,
          how,
          clause,
          number,
          count,
          before,
          reasoned.passed().stream()
              .map(
                  each ->
                      new PassedOver(
                          each.unit(),
                          each.rank(),
                          each.why(),
                          each.clause(),
                          each.vietnamese(),
                          each.english()))
              .toList(),
          reasoned.findings());
    }
  }

  /**
   * Who was not proposed.
   *
   * @param why what kind of reason
   * @param says the reason in words
   */
  record PassedOver(
      UnitId unit,
      @Nullable Integer rank,
      Proposals.Why why,
      @Nullable String clause,
      String says,
      String saysEn) {}

  static Standing unknown(String slug) {
    return new Standing(
        CycleId.of(slug),
        State.NOT_RECORDED,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The regulation made proposals of the ranking. */
  Standing drawn(@Nullable Drawn drawn) {
    return drawn == null ? this : with(awards, Lists.with(drawings, drawn));
  }

  /** It is told why others were not proposed. */
  Standing reasoned(ProposalsReasoned reasoned) {
    return with(
        awards,
        Lists.changed(
            drawings,
            each -> each.awards().equals(reasoned.awards()),
            each -> each.because(reasoned)));
  }

  private Standing with(List<Proposal> proposed, List<Drawn> drawn) {
    return new Standing(cycle, State.RECORDED, contests, scores, decisions, proposed, drawn);
  }

  Standing ranked(Contest contest, List<Place> places, @Nullable PollId decidedBy, Dated on) {
    List<Placed> byRank =
        places.stream()
            .sorted(
                Comparator.comparingInt(Place::rank).thenComparing(place -> place.unit().slug()))
            .map(place -> new Placed(place.unit(), place.rank(), null, null, null, null, null))
            .toList();
    return with(Lists.withOnce(contests, new Ranking(contest, byRank, decidedBy, on, null)));
  }

  /** A ranking by points replaces the earlier one of its contest, and none that is only told. */
  Standing scored(BlocScored scored, Dated on) {
    List<Placed> places =
        scored.settled().stream()
            .map(
                each ->
                    new Placed(
                        each.unit(),
                        each.rank(),
                        each.points(),
                        each.layer(),
                        each.shown(),
                        each.rate(),
                        each.grade()))
            .toList();
    Scoring scoring =
        new Scoring(
            scored.regulation(),
            scored.excluded(),
            scored.unranked(),
            scored.ties(),
            scored.reason(),
            scored.basis(),
            scored.rule(),
            scored.beyond());
    List<Ranking> others =
        contests.stream()
            .filter(each -> each.scoring() == null || !each.contest().equals(scored.contest()))
            .toList();
    return with(Lists.with(others, new Ranking(scored.contest(), places, null, on, scoring)));
  }

  private Standing with(List<Ranking> rankings) {
    return new Standing(cycle, State.RECORDED, rankings, scores, decisions, awards, drawings);
  }

  Standing entered(ScoreSheetEvent event, Dated on) {
    UnitScores before =
        scores.stream()
            .filter(each -> each.sheet().equals(event.sheet()))
            .findFirst()
            .orElseGet(() -> UnitScores.empty(event));
    List<UnitScores> others =
        scores.stream().filter(each -> !each.sheet().equals(event.sheet())).toList();
    return new Standing(
        cycle,
        state,
        contests,
        Lists.with(others, before.after(event, on)).stream()
            .sorted(Comparator.comparing((UnitScores each) -> each.unit().slug()))
            .toList(),
        decisions,
        awards,
        drawings);
  }

  /** The chair decided a tie. */
  Standing tieDecided(TieDecided tie) {
    return new Standing(
        cycle,
        state,
        contests,
        scores,
        Lists.changed(
            decisions,
            each ->
                each.poll().equals(tie.poll()) && Objects.equals(each.question(), tie.question()),
            each ->
                new Decision(
                    each.poll(),
                    each.question(),
                    each.conference(),
                    each.subjects(),
                    each.contest(),
                    each.methods(),
                    each.secrecy(),
                    each.electorate(),
                    each.electorateAsWritten(),
                    each.counts(),
                    tie.units(),
                    each.on())),
        awards,
        drawings);
  }

  /** A poll does not count. */
  Standing voided(PollId poll) {
    List<Decision> others = decisions.stream().filter(each -> !each.poll().equals(poll)).toList();
    return new Standing(cycle, state, contests, scores, others, awards, drawings);
  }

  Standing decided(Decision decision) {
    boolean standing =
        decision.subjects().contains(Subject.RANKING)
            || decision.subjects().contains(Subject.AWARDS);
    return new Standing(
        cycle,
        standing ? State.RECORDED : state,
        contests,
        scores,
        Lists.withOnce(decisions, decision),
        awards,
        drawings);
  }

  Standing proposed(Proposal proposal) {
    return awarded(
        Lists.with(
            awards.stream().filter(each -> !each.award().equals(proposal.award())).toList(),
            awards.stream()
                .filter(each -> each.award().equals(proposal.award()))
                .findFirst()
                .map(each -> proposal.because(each.rank(), each.reason()).become(each.status()))
                .orElse(proposal)));
  }

  Standing became(FateEvent event) {
    return awarded(
        Lists.changed(
            awards,
            each -> each.award().equals(event.award()),
            each -> each.become(each.status().after(event))));
  }

  private Standing awarded(List<Proposal> all) {
    return with(all, drawings);
  }
}
