package vn.giaouoc.query.cycle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContent;
import vn.giaouoc.shared.cycle.CycleEvent.Settlement;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.OfWhich;
import vn.giaouoc.shared.movement.ExemplaryCasesId;
import vn.giaouoc.shared.movement.MovementId;
import vn.giaouoc.shared.report.ReportEvent.Capacity;
import vn.giaouoc.shared.report.ReportEvent.Stage;
import vn.giaouoc.shared.report.ReportId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What is known of an emulation year. Its parts are kept apart here and stand side by side in
 * answers.
 *
 * @param cycle which one
 * @param bloc whose; absent where nobody opened it
 * @param year the year by which it is called
 * @param steps all steps of a year, in the order of its regulation where it has one
 * @param rules what governs it
 * @param promises what was pledged
 * @param held what was held in it
 * @param course how it went on
 */
record Cycle(
    CycleId cycle,
    @Nullable BlocId bloc,
    @Nullable Integer year,
    List<StepInYear> steps,
    @JsonUnwrapped Rules rules,
    @JsonUnwrapped Promises promises,
    @JsonUnwrapped Held held,
    @JsonUnwrapped Course course) {

  /**
   * What governs the year.
   *
   * @param regulations the regulations that sources cite
   * @param adopted the versions that the bloc adopted, in the order in which they govern
   */
  record Rules(List<Regulation> regulations, List<Adopted> adopted) {}

  record Regulation(
      @Nullable String number, String title, @Nullable Dated dated, boolean draft, Dated cited) {}

  /** A version of the regulation that the bloc adopted. */
  record Adopted(vn.giaouoc.shared.regulation.Regulation regulation, Dated on) {}

  /**
   * What was pledged.
   *
   * @param pledgeContents what the pledge contains, as sources tell and as it was adopted
   * @param pledges who signed the pledge
   */
  record Promises(List<PledgeContents> pledgeContents, List<Pledge> pledges) {}

  /** What a source tells of the contents: the number that it states, and those that it lists. */
  record PledgeContents(@Nullable Integer stated, List<PledgeContent> contents) {}

  /**
   * A signed pledge.
   *
   * @param party whose; absent where the bloc itself pledged
   * @param inferred whether no source names the party, and it follows from what one says
   */
  record Pledge(
      @Nullable UnitId party,
      Dated on,
      @Nullable ConferenceId conference,
      @Nullable String textDigest,
      boolean inferred) {}

  /**
   * What was held in it.
   *
   * @param conferences its conferences
   * @param reports its reports
   * @param movements the movements that the bloc took part in
   * @param thematicMovements movements of which only the number is told
   * @param exemplaryCases the exemplary cases that were commended
   */
  record Held(
      List<ConferenceInYear> conferences,
      List<Report> reports,
      List<MovementId> movements,
      List<ThematicMovements> thematicMovements,
      List<ExemplaryCases> exemplaryCases) {

    Held conference(ConferenceInYear conference) {
      return new Held(
          Lists.withOnce(conferences, conference),
          reports,
          movements,
          thematicMovements,
          exemplaryCases);
    }

    Held report(Report report) {
      return new Held(
          conferences,
          Lists.withOnce(reports, report),
          movements,
          thematicMovements,
          exemplaryCases);
    }

    Held joined(MovementId movement) {
      return new Held(
          conferences,
          reports,
          Lists.withOnce(movements, movement),
          thematicMovements,
          exemplaryCases);
    }

    Held counted(ThematicMovements counted) {
      return new Held(
          conferences,
          reports,
          movements,
          Lists.withOnce(thematicMovements, counted),
          exemplaryCases);
    }

    Held commended(ExemplaryCases cases) {
      return new Held(
          conferences,
          reports,
          movements,
          thematicMovements,
          Lists.withOnce(exemplaryCases, cases));
    }
  }

  record ConferenceInYear(
      ConferenceId conference, ConferenceKind conferenceKind, String title, Dated on) {}

  record Report(
      ReportId report,
      Stage stage,
      boolean draft,
      @Nullable UnitId presentedBy,
      @Nullable Capacity capacity,
      @Nullable ConferenceId conference,
      Dated on) {}

  record ThematicMovements(
      MovementId movement, List<UnitId> units, int count, @Nullable Boolean perUnit) {}

  record ExemplaryCases(
      ExemplaryCasesId cases,
      @Nullable Integer collectives,
      @Nullable Integer individuals,
      List<OfWhich> ofWhich,
      Dated on) {}

  /**
   * How it went on.
   *
   * @param period its first and last day, where it is not a calendar year
   * @param submissions which member has done what a step asks of each, and when
   * @param exclusions who was taken out of ranking and awards, and taken in again
   * @param reminders who was reminded of what
   * @param turns that it was closed, reopened, or ended early, in their order
   * @param assessors the units outside the bloc that were appointed to assess
   */
  record Course(
      @Nullable Period period,
      List<Submission> submissions,
      List<Exclusion> exclusions,
      List<Reminder> reminders,
      List<Turn> turns,
      List<UnitId> assessors) {

    Course period(Period set) {
      return new Course(set, submissions, exclusions, reminders, turns, assessors);
    }

    Course submitted(Submission submission) {
      boolean known =
          submissions.stream()
              .anyMatch(
                  each ->
                      each.step() == submission.step() && each.unit().equals(submission.unit()));
      return known
          ? this
          : new Course(
              period, Lists.with(submissions, submission), exclusions, reminders, turns, assessors);
    }

    Course exclusions(List<Exclusion> now) {
      return new Course(period, submissions, now, reminders, turns, assessors);
    }

    Course reminded(Reminder reminder) {
      return new Course(
          period, submissions, exclusions, Lists.with(reminders, reminder), turns, assessors);
    }

    Course turn(Turn turn) {
      return new Course(
          period, submissions, exclusions, reminders, Lists.with(turns, turn), assessors);
    }

    Course assessed(List<UnitId> by) {
      return new Course(period, submissions, exclusions, reminders, turns, by);
    }

    /** Who takes no part in ranking and awards. */
    List<UnitId> excluded() {
      return exclusions.stream()
          .filter(each -> each.readmitted() == null && each.on() != null)
          .map(Exclusion::unit)
          .toList();
    }

    /** Whether the year is over. */
    boolean over() {
      return !turns.isEmpty() && turns.getLast().kind() != TurnKind.REOPENED;
    }
  }

  record Period(LocalDate from, LocalDate to) {}

  /** What one member has done of what a step asks of each. */
  record Submission(Step step, UnitId unit, Dated on) {}

  /**
   * A unit that was taken out of ranking and awards.
   *
   * @param on from when; absent where the reader only sees why
   * @param clause the clause that excludes it
   * @param finding why, for those who may read it
   * @param readmitted when it was taken in again, if it was
   * @param readmittedBy the clause that allows that
   */
  record Exclusion(
      UnitId unit,
      @Nullable Dated on,
      @Nullable String clause,
      @Nullable Words finding,
      @Nullable Dated readmitted,
      @Nullable String readmittedBy) {}

  /** That members were reminded. */
  record Reminder(Step step, @Nullable LocalDate due, List<UnitId> units, Dated on) {}

  /** What happens to a year as a whole. */
  enum TurnKind implements Code {
    CLOSED,
    REOPENED,
    ENDED_EARLY
  }

  /**
   * A turn of the year as a whole.
   *
   * @param pending steps that may follow its end
   * @param into the bloc that goes on
   * @param settled what became of what was open
   */
  record Turn(
      TurnKind kind,
      Dated on,
      @Nullable Words reason,
      List<Step> pending,
      @Nullable BlocId into,
      List<Settlement> settled) {}

  static Cycle unknown(String slug) {
    return new Cycle(
        CycleId.of(slug),
        null,
        null,
        StepInYear.all(),
        new Rules(List.of(), List.of()),
        new Promises(List.of(), List.of()),
        new Held(List.of(), List.of(), List.of(), List.of(), List.of()),
        new Course(null, List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  Cycle opened(BlocId whose, int called) {
    return new Cycle(cycle, whose, called, steps, rules, promises, held, course);
  }

  Cycle steps(List<StepInYear> now) {
    return new Cycle(cycle, bloc, year, now, rules, promises, held, course);
  }

  /** A step as it is now, and the turn of the others that follows from it. */
  Cycle step(Step step, UnaryOperator<StepInYear> change) {
    return steps(
        StepInYear.planned(Lists.changed(steps, each -> each.step() == step, change), rules));
  }

  Cycle cited(Regulation regulation) {
    return rules(new Rules(Lists.withOnce(rules.regulations(), regulation), rules.adopted()));
  }

  Cycle adopted(Adopted version) {
    List<Adopted> inOrder =
        Lists.with(rules.adopted(), version).stream()
            .sorted(Comparator.comparing(each -> each.regulation().validFrom()))
            .toList();
    Cycle next = rules(new Rules(rules.regulations(), inOrder));
    return next.steps(StepInYear.planned(next.steps, next.rules));
  }

  private Cycle rules(Rules now) {
    return new Cycle(cycle, bloc, year, steps, now, promises, held, course);
  }

  Cycle contents(PledgeContents contents) {
    return promises(
        new Promises(Lists.withOnce(promises.pledgeContents(), contents), promises.pledges()));
  }

  Cycle signed(Pledge pledge) {
    return promises(
        new Promises(promises.pledgeContents(), Lists.withOnce(promises.pledges(), pledge)));
  }

  private Cycle promises(Promises now) {
    return new Cycle(cycle, bloc, year, steps, rules, now, held, course);
  }

  Cycle held(Held now) {
    return new Cycle(cycle, bloc, year, steps, rules, promises, now, course);
  }

  Cycle course(Course now) {
    return new Cycle(cycle, bloc, year, steps, rules, promises, held, now);
  }

  Cycle excluded(UnitId unit, Dated on, String clause) {
    return exclusion(unit, each -> new Exclusion(unit, on, clause, each.finding(), null, null));
  }

  Cycle reasoned(UnitId unit, Words finding) {
    return exclusion(
        unit,
        each ->
            new Exclusion(
                unit, each.on(), each.clause(), finding, each.readmitted(), each.readmittedBy()));
  }

  Cycle readmitted(UnitId unit, Dated on, String clause) {
    return exclusion(
        unit, each -> new Exclusion(unit, each.on(), each.clause(), each.finding(), on, clause));
  }

  /** Changes the present exclusion of a unit; a reader may not see every event of it. */
  private Cycle exclusion(UnitId unit, UnaryOperator<Exclusion> change) {
    boolean known =
        course.exclusions().stream()
            .anyMatch(each -> each.unit().equals(unit) && each.readmitted() == null);
    List<Exclusion> begun =
        known
            ? course.exclusions()
            : Lists.with(course.exclusions(), new Exclusion(unit, null, null, null, null, null));
    return course(
        course.exclusions(
            Lists.changed(
                begun, each -> each.unit().equals(unit) && each.readmitted() == null, change)));
  }
}
