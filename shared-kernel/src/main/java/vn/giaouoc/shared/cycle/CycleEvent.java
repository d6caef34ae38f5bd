package vn.giaouoc.shared.cycle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.award.AwardEvent.Authority;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
import vn.giaouoc.shared.award.AwardId;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.poll.Matter;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.regulation.ContestRule;
import vn.giaouoc.shared.regulation.Proposals.Passed;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Working;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/** The emulation year of a bloc. */
public sealed interface CycleEvent extends Event {

  /** Which cycle. */
  CycleId cycle();

  @Override
  default String stream() {
    return cycle().stream();
  }

  /** The steps of a year, in their usual order. A regulation may order them otherwise. */
  enum Step implements Code {
    REGULATION,
    PLEDGE,
    MID_YEAR_REVIEW,
    SCORING,
    YEAR_END_REVIEW,
    RANKING,
    AWARD_PROPOSAL,
    DESIGNATION,
    HANDOVER;

    /** Whether it asks something of each member, whose own stream tells that it has done it. */
    public boolean asksMembers() {
      return switch (this) {
        case PLEDGE, MID_YEAR_REVIEW, SCORING, YEAR_END_REVIEW -> true;
        case REGULATION, RANKING, AWARD_PROPOSAL, DESIGNATION, HANDOVER -> false;
      };
    }
  }

  /** How far a step is. What nobody has told is unknown, and no event. */
  enum StepState implements Code {
    PLANNED,
    DUE,
    DONE,
    SKIPPED
  }

  /**
   * A cycle began.
   *
   * @param bloc whose
   * @param year the emulation year by which it is called
   */
  record CycleOpened(CycleId cycle, BlocId bloc, int year) implements CycleEvent {}

  /**
   * A step was told to be so.
   *
   * @param conference where it was taken, if known
   */
  record StepRecorded(CycleId cycle, Step step, StepState state, @Nullable ConferenceId conference)
      implements CycleEvent {}

  /**
   * A source cites the regulation of the cycle. What it provides is not known by that.
   *
   * @param number its number and symbol, if any
   * @param title its title
   * @param dated its date, if any
   * @param draft whether it was still being discussed
   */
  record RegulationCited(
      CycleId cycle, @Nullable String number, String title, @Nullable Dated dated, boolean draft)
      implements CycleEvent {}

  /**
   * What the pledges of the cycle contain, as the bloc adopted it or a source lists it.
   *
   * @param stated the number of contents that a source states; absent where it states none
   * @param contents the contents that it lists
   */
  record PledgeContentsStated(CycleId cycle, @Nullable Integer stated, List<PledgeContent> contents)
      implements CycleEvent {}

  /** One content (nội dung) of the pledge. */
  record PledgeContent(int number, Words text) {}

  /**
   * A ranking was decided.
   *
   * @param contest among whom
   * @param places the units that were placed; others are not ranked by it
   * @param decidedBy the decision, if it is recorded
   */
  record RankingDecided(
      CycleId cycle, Contest contest, List<Place> places, @Nullable PollId decidedBy)
      implements CycleEvent {}

  /**
   * A place in a ranking.
   *
   * @param rank 1 is first
   */
  record Place(UnitId unit, int rank) {}

  /**
   * The bloc settled the points and ranked its members by them. It replaces an earlier one of the
   * same contest.
   *
   * @param contest among whom
   * @param regulation number and symbol of the regulation by which it was done
   * @param settled the points and the rank of each ranked unit, the best first
   * @param excluded who is left out by the regulation
   * @param unranked who is not ranked, and why
   * @param dropped who was ranked before and takes no part any more
   * @param ties how units with the same points were told apart, if they were
   * @param reason why it was done again; absent the first time
   * @param basis every stream that it was decided from, as {@code <stream>@<version>}
   * @param rule what the regulation says of the contest; absent where it lists none
   * @param beyond who has points but no place, where the contest has only so many
   */
  record BlocScored(
      CycleId cycle,
      Contest contest,
      String regulation,
      List<Settled> settled,
      List<Excluded> excluded,
      List<Unranked> unranked,
      List<UnitId> dropped,
      @Nullable TieOrder ties,
      @Nullable Words reason,
      List<String> basis,
      @Nullable ContestRule rule,
      List<Beyond> beyond)
      implements CycleEvent {

    /** A ranking in which nobody is beyond the places. */
    public BlocScored(
        CycleId cycle,
        Contest contest,
        String regulation,
        List<Settled> settled,
        List<Excluded> excluded,
        List<Unranked> unranked,
        List<UnitId> dropped,
        @Nullable TieOrder ties,
        @Nullable Words reason,
        List<String> basis) {
      this(
          cycle,
          contest,
          regulation,
          settled,
          excluded,
          unranked,
          dropped,
          ties,
          reason,
          basis,
          null,
          List.of());
    }
  }

  /**
   * A unit that has points, but is beyond the places of the contest: {@link Settled} without rank.
   *
   * @param clause where the regulation says that there are no more places
   */
  record Beyond(
      UnitId unit,
      BigDecimal points,
      @Nullable Layer layer,
      @Nullable BigDecimal shown,
      @Nullable BigDecimal rate,
      @Nullable String grade,
      String clause) {}

  /**
   * Points that count.
   *
   * @param rank 1 is first
   * @param layer the layer of the score sheet that they are from; absent where the bloc settled
   *     them itself
   * @param shown the points as they are printed; absent where the regulation has no scale, or it
   *     does not say how to round
   * @param rate the points in percent of the standard points of what was assigned to the unit
   * @param grade its class; absent where it is in none
   */
  record Settled(
      UnitId unit,
      BigDecimal points,
      int rank,
      @Nullable Layer layer,
      @Nullable BigDecimal shown,
      @Nullable BigDecimal rate,
      @Nullable String grade) {

    /** Points that no scale made. */
    public Settled(UnitId unit, BigDecimal points, int rank, @Nullable Layer layer) {
      this(unit, points, rank, layer, null, null, null);
    }
  }

  /**
   * A unit that takes no part.
   *
   * @param clause where the regulation says so
   */
  record Excluded(UnitId unit, @Nullable String clause) {}

  /** A unit that is not ranked. */
  record Unranked(UnitId unit, Words reason) {}

  /**
   * How a tie was resolved.
   *
   * @param order the units with the same points, the better first
   * @param decision how that was decided
   */
  record TieOrder(List<UnitId> order, Words decision) {}

  /**
   * The bloc proposed awards for members, within its quota. Each begins a stream of its own at the
   * same time.
   *
   * @param contest the contest whose quota they count in
   * @param yearOfMerit for which year's merit
   * @param regulation number and symbol of the regulation whose quota was kept; absent where there
   *     was none
   * @param proposals for whom
   * @param basis every stream that it was decided from, as {@code <stream>@<version>}
   * @param drawing what the regulation makes of the ranking; absent where it has no such award
   */
  record AwardsProposed(
      CycleId cycle,
      Title title,
      Authority authority,
      Track track,
      Contest contest,
      int yearOfMerit,
      @Nullable String regulation,
      List<Proposal> proposals,
      List<String> basis,
      @Nullable Drawing drawing)
      implements CycleEvent {

    /** What no regulation draws. */
    public AwardsProposed(
        CycleId cycle,
        Title title,
        Authority authority,
        Track track,
        Contest contest,
        int yearOfMerit,
        @Nullable String regulation,
        List<Proposal> proposals,
        List<String> basis) {
      this(
          cycle, title, authority, track, contest, yearOfMerit, regulation, proposals, basis, null);
    }
  }

  /**
   * How proposals came about. Who was passed over is told apart, to those whom it concerns: {@link
   * ProposalsReasoned}.
   *
   * @param how whether they were drawn from the ranking or made by hand
   * @param clause where the regulation provides for the award
   * @param number how many may be proposed altogether; absent where it does not say
   * @param count how that number came about
   * @param before how many were proposed before
   */
  record Drawing(
      How how, String clause, @Nullable Integer number, List<Working> count, int before) {}

  /**
   * Why others were not proposed, and what people found; it does not leave the bloc.
   *
   * @param awards the awards that were proposed instead
   * @param passed who was not, though it does not rank worse than the last who was, and why
   * @param findings what people found of units
   */
  record ProposalsReasoned(
      CycleId cycle, List<AwardId> awards, List<Passed> passed, List<Found> findings)
      implements CycleEvent {}

  /** How it came about who is proposed. */
  enum How implements Code {
    DRAWN,
    BY_HAND
  }

  /**
   * What people found of a unit.
   *
   * @param condition the id of the condition that it is about
   * @param met whether the unit fulfils it
   * @param reason why they find so, if they say
   * @param evidence what shows it
   */
  record Found(
      UnitId unit, String condition, boolean met, @Nullable Words reason, List<FileId> evidence) {}

  /**
   * One of several proposals.
   *
   * @param rank the unit's rank in the contest; absent where it is not ranked
   * @param reason why this unit; always there if it is not ranked
   */
  record Proposal(AwardId award, UnitId unit, @Nullable Integer rank, @Nullable Words reason) {}

  /** The cycle of a bloc for a year: there is one at most. */
  static CycleId idOf(BlocId bloc, int year) {
    return CycleId.of(bloc.slug() + "." + year);
  }

  /** What the bloc itself does to run its year, first-hand. */
  sealed interface ConductEvent extends CycleEvent {}

  /**
   * The year does not run from January to December, such as a school year.
   *
   * @param from its first day
   * @param to its last day
   */
  record PeriodSet(CycleId cycle, LocalDate from, LocalDate to) implements ConductEvent {}

  /**
   * A version of the operating regulation was adopted. It governs from its own first day and never
   * reaches back.
   */
  record RegulationAdopted(CycleId cycle, Regulation regulation) implements ConductEvent {}

  /**
   * A step got a deadline.
   *
   * @param due the last day on which it is in time
   */
  record DeadlineSet(CycleId cycle, Step step, LocalDate due) implements ConductEvent {}

  /**
   * A deadline was put off.
   *
   * @param before the last day until now
   * @param due the last day from now on
   */
  record DeadlineExtended(CycleId cycle, Step step, LocalDate before, LocalDate due, Words reason)
      implements ConductEvent {}

  /**
   * A step got a deadline because another was done. One that the bloc sets itself goes before it.
   *
   * @param due the last day on which it is in time
   * @param after the step that was done
   * @param regulation the number of the version that says so
   * @param clause the clause of the step in that version
   */
  record DeadlineFollowed(
      CycleId cycle, Step step, LocalDate due, Step after, String regulation, String clause)
      implements ConductEvent {}

  /**
   * Who assesses in the year was appointed; it takes the place of who was appointed before.
   *
   * @param units units outside the bloc; none: nobody any more
   */
  record AssessorsAppointed(CycleId cycle, List<UnitId> units) implements ConductEvent {}

  /**
   * A step was done.
   *
   * @param conference at which one, if at any; it may be one of another year
   * @param due the last day on which it would have been in time, if there was one
   * @param late whether it was done after that
   * @param regulation the number of the version that governed it; absent where there was no rule
   *     yet
   * @param clause the clause of the step in that version
   * @param reorderedBy the clause by which it was taken before steps that usually come first;
   *     absent where the order was kept
   */
  record StepAdvanced(
      CycleId cycle,
      Step step,
      @Nullable ConferenceId conference,
      @Nullable LocalDate due,
      boolean late,
      @Nullable String regulation,
      @Nullable String clause,
      @Nullable String reorderedBy)
      implements ConductEvent {}

  /**
   * A step will not be held.
   *
   * @param regulation the number of the version that leaves it to the bloc
   * @param clause the clause by which it is left out
   */
  record StepSkipped(CycleId cycle, Step step, String regulation, String clause, Words reason)
      implements ConductEvent {}

  /**
   * A unit takes no part in ranking and awards of the year. Why is told apart, to those whom it
   * concerns: {@link ExclusionReasoned}.
   *
   * @param clause the clause that excludes it
   */
  record UnitExcluded(CycleId cycle, UnitId unit, String clause) implements ConductEvent {}

  /** The finding behind an exclusion; it does not leave the leadership of the bloc. */
  record ExclusionReasoned(CycleId cycle, UnitId unit, Words finding) implements ConductEvent {}

  /**
   * A unit that was excluded takes part again.
   *
   * @param clause the clause that allows it
   */
  record UnitReadmitted(CycleId cycle, UnitId unit, String clause) implements ConductEvent {}

  /**
   * Members were reminded of what they have not done.
   *
   * @param due the last day on which it is in time, if there is one
   * @param units those who had not done it then, and nobody else
   */
  record ReminderSent(CycleId cycle, Step step, @Nullable LocalDate due, List<UnitId> units)
      implements ConductEvent {}

  /**
   * A poll was called on matters for which the regulation has a rule. Whoever votes on one of them
   * again does so after this poll, so that its rounds count on and its tie is not forgotten.
   */
  record MattersPutToVote(CycleId cycle, PollId poll, List<Matter> matters)
      implements ConductEvent {}

  /**
   * The year ended before its time because the bloc was merged.
   *
   * @param into the bloc that goes on
   * @param settled what became of everything that was open
   */
  record CycleEndedEarly(CycleId cycle, BlocId into, Words reason, List<Settlement> settled)
      implements ConductEvent {}

  /** What became of something that was open when the year ended early. */
  record Settlement(String stream, Outcome outcome) {}

  /** What becomes of what is open. */
  enum Outcome implements Code {
    /** It goes on in the bloc that goes on. */
    TRANSFERRED,
    /** It is over. */
    ENDED
  }

  /**
   * The year is over.
   *
   * @param pending steps that may follow all the same, in their order: the handover
   */
  record CycleClosed(CycleId cycle, List<Step> pending) implements ConductEvent {}

  /** A year that was over goes on. */
  record CycleReopened(CycleId cycle, Words reason) implements ConductEvent {}
}
