package vn.giaouoc.query.pledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.pledge.Late;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.pledge.PledgeEvent.EvidenceAttached;
import vn.giaouoc.shared.pledge.PledgeEvent.MidYearReviewSubmitted;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeDrafted;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeSigned;
import vn.giaouoc.shared.pledge.PledgeEvent.PledgeTransferred;
import vn.giaouoc.shared.pledge.PledgeEvent.PromiseMade;
import vn.giaouoc.shared.pledge.PledgeEvent.TargetAmended;
import vn.giaouoc.shared.pledge.PledgeEvent.TargetDropped;
import vn.giaouoc.shared.pledge.PledgeEvent.TargetSet;
import vn.giaouoc.shared.pledge.PledgeEvent.YearEndReportSubmitted;
import vn.giaouoc.shared.pledge.PledgeId;
import vn.giaouoc.shared.pledge.Result;
import vn.giaouoc.shared.pledge.Target;
import vn.giaouoc.shared.pledge.TargetId;
import vn.giaouoc.shared.report.Figure.Agreement;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What one party promised for a cycle, and how far it has come.
 *
 * @param pledge which pledge
 * @param cycle of which cycle
 * @param party who pledged; absent where the bloc itself did
 * @param term the years for which it is pledged, where that is not the year of the cycle
 * @param signing the signature; absent while it is a draft
 * @param goals the targets with what was reached of them
 * @param submissions the reports that were submitted
 * @param transfer what became of it, if the party is no more
 */
public record Pledge(
    PledgeId pledge,
    @Nullable CycleId cycle,
    @Nullable UnitId party,
    @Nullable Term term,
    @Nullable Signing signing,
    List<Goal> goals,
    List<Submission> submissions,
    @Nullable Transfer transfer) {

  /**
   * A signature.
   *
   * @param late if it came after the deadline
   */
  public record Signing(
      Dated on,
      @Nullable ConferenceId conference,
      @Nullable String textDigest,
      @Nullable Words text,
      @Nullable FileId file,
      @Nullable PersonId signatory,
      @Nullable Late late) {}

  /**
   * A report that was submitted.
   *
   * @param late if it came after the deadline
   */
  public record Submission(Stage stage, Dated on, @Nullable Late late) {}

  /**
   * What became of a pledge.
   *
   * @param to who keeps it; absent where it ended
   */
  public record Transfer(UnitId from, @Nullable UnitId to, Dated on) {}

  /** That nothing is known yet of a pledge. */
  public static Pledge unknown(String slug) {
    return new Pledge(PledgeId.of(slug), null, null, null, null, List.of(), List.of(), null);
  }

  /** What is known after one more fact. */
  public Pledge after(PledgeEvent event, Fact fact) {
    return switch (event) {
      case PledgeDrafted(_, var of, var who, var years) ->
          new Pledge(pledge, of, who, years, signing, goals, submissions, transfer);
      case TargetSet(_, _, _, var target) ->
          withGoals(
              goals.stream().anyMatch(goal -> goal.is(target.id()))
                  ? Lists.changed(goals, goal -> goal.is(target.id()), goal -> Goal.of(target))
                  : Lists.with(goals, Goal.of(target)));
      case TargetDropped(_, _, _, var target) ->
          withGoals(goals.stream().filter(goal -> !goal.is(target)).toList());
      case PledgeSigned(_, var of, var who, var digest, var conference) ->
          new Pledge(
              pledge,
              of,
              who,
              term,
              new Signing(fact.occurredOn(), conference, digest, null, null, null, null),
              goals,
              submissions,
              transfer);
      case PromiseMade promise -> promised(promise, fact);
      case TargetAmended(_, _, _, var target, var reason, var by, var conference) ->
          withGoals(
              Lists.changed(
                  goals,
                  goal -> goal.is(target.id()),
                  goal ->
                      goal.amended(
                          target,
                          new Goal.Amendment(
                              goal.target(), reason, by, conference, fact.occurredOn()))));
      case MidYearReviewSubmitted(_, _, _, var results, var late) ->
          reported(Stage.MID_YEAR, results, late, fact);
      case YearEndReportSubmitted(_, _, _, var results, var late) ->
          reported(Stage.YEAR_END, results, late, fact);
      case EvidenceAttached(_, _, _, var target, var stage, var file) ->
          withGoals(
              Lists.changed(
                  goals,
                  goal -> goal.is(target),
                  goal -> goal.shown(new Goal.Evidence(stage, file))));
      case PledgeTransferred(_, _, var from, var to) ->
          new Pledge(
              pledge,
              cycle,
              party,
              term,
              signing,
              goals,
              submissions,
              new Transfer(from, to, fact.occurredOn()));
    };
  }

  private Pledge promised(PromiseMade promise, Fact fact) {
    ConferenceId conference = signing == null ? null : signing.conference();
    String digest = signing == null ? null : signing.textDigest();
    return new Pledge(
        pledge,
        promise.cycle(),
        promise.party(),
        promise.term(),
        new Signing(
            fact.occurredOn(),
            conference,
            digest,
            promise.text(),
            promise.file(),
            promise.signatory(),
            promise.late()),
        promise.targets().stream().map(Goal::of).toList(),
        submissions,
        transfer);
  }

  private Pledge reported(Stage stage, List<Result> results, @Nullable Late late, Fact fact) {
    return new Pledge(
        pledge,
        cycle,
        party,
        term,
        signing,
        goals.stream().map(goal -> goal.reported(stage, results, late != null)).toList(),
        Lists.with(submissions, new Submission(stage, fact.occurredOn(), late)),
        transfer);
  }

  private Pledge withGoals(List<Goal> others) {
    return new Pledge(pledge, cycle, party, term, signing, others, submissions, transfer);
  }

  /**
   * A target, and what was reached of it.
   *
   * @param target as it is now
   * @param amendments what it was before, oldest first
   * @param results what was reached, by stage
   * @param evidence the files that show it
   * @param flags what is to be noticed about it
   */
  public record Goal(
      Target target,
      List<Amendment> amendments,
      List<Reached> results,
      List<Evidence> evidence,
      List<Flag> flags) {

    /** What is to be noticed about a target. */
    public enum Flag implements Code {
      /** It was reported on after the deadline. */
      LATE,
      /** A report says nothing of it. */
      MISSING,
      /** It was changed after it was signed. */
      AMENDED,
      /** Less was reached than should have been by then. */
      BEHIND,
      /** The reported percentage does not follow from its figures. */
      PERCENT_DIFFERS
    }

    /** What a target was before it was changed, and by whose approval. */
    public record Amendment(
        Target before,
        Words reason,
        @Nullable UnitId approvedBy,
        @Nullable ConferenceId conference,
        Dated on) {}

    /** What was reached by a stage. */
    public record Reached(Stage stage, Result result) {}

    /** A file that shows what was reached by a stage. */
    public record Evidence(Stage stage, FileId file) {}

    static Goal of(Target target) {
      return new Goal(target, List.of(), List.of(), List.of(), List.of());
    }

    boolean is(TargetId id) {
      return target.id().equals(id);
    }

    Goal amended(Target next, Amendment amendment) {
      return new Goal(next, Lists.with(amendments, amendment), results, evidence, flags)
          .flagged(Flag.AMENDED, true);
    }

    Goal shown(Evidence file) {
      return new Goal(target, amendments, results, Lists.withOnce(evidence, file), flags);
    }

    Goal reported(Stage stage, List<Result> all, boolean late) {
      Goal next = this;
      for (Result result : all) {
        if (is(result.target())) {
          next =
              new Goal(
                      target,
                      amendments,
                      Lists.with(results, new Reached(stage, result)),
                      evidence,
                      flags)
                  .flagged(Flag.LATE, late)
                  .flagged(Flag.MISSING, result.missing())
                  .flagged(Flag.BEHIND, Boolean.FALSE.equals(result.onTrack()))
                  .flagged(Flag.PERCENT_DIFFERS, result.figure().agreement() == Agreement.DIFFERS);
        }
      }
      return next;
    }

    private Goal flagged(Flag flag, boolean holds) {
      return holds
          ? new Goal(target, amendments, results, evidence, Lists.withOnce(flags, flag))
          : this;
    }
  }
}
