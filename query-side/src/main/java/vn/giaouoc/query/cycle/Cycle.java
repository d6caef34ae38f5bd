package vn.giaouoc.query.cycle;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContent;
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
 * What is known of an emulation year.
 *
 * @param cycle which one
 * @param bloc whose; absent where nobody opened it
 * @param year the year by which it is called
 * @param steps all steps of a year in their usual order; of what nobody tells the state is unknown
 * @param regulations the regulations that sources cite
 * @param pledgeContents what the pledge contains
 * @param pledges who signed the pledge
 * @param conferences its conferences
 * @param reports its reports
 * @param movements the movements that the bloc took part in
 * @param thematicMovements movements of which only the number is told
 * @param exemplaryCases the exemplary cases that were commended
 */
record Cycle(
    CycleId cycle,
    @Nullable BlocId bloc,
    @Nullable Integer year,
    List<StepInYear> steps,
    List<Regulation> regulations,
    List<PledgeContents> pledgeContents,
    List<Pledge> pledges,
    List<ConferenceInYear> conferences,
    List<Report> reports,
    List<MovementId> movements,
    List<ThematicMovements> thematicMovements,
    List<ExemplaryCases> exemplaryCases) {

  /** How far a step is known to be. */
  enum StepState implements Code {
    UNKNOWN,
    PLANNED,
    DUE,
    DONE,
    SKIPPED;

    static StepState of(CycleEvent.StepState told) {
      return switch (told) {
        case PLANNED -> PLANNED;
        case DUE -> DUE;
        case DONE -> DONE;
        case SKIPPED -> SKIPPED;
      };
    }
  }

  record StepInYear(
      CycleEvent.Step step,
      StepState state,
      @Nullable Dated on,
      @Nullable ConferenceId conference) {}

  record Regulation(
      @Nullable String number, String title, @Nullable Dated dated, boolean draft, Dated cited) {}

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

  static Cycle unknown(String slug) {
    return new Cycle(
        CycleId.of(slug),
        null,
        null,
        Arrays.stream(CycleEvent.Step.values())
            .map(step -> new StepInYear(step, StepState.UNKNOWN, null, null))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  Cycle opened(BlocId whose, int called) {
    return new Cycle(
        cycle,
        whose,
        called,
        steps,
        regulations,
        pledgeContents,
        pledges,
        conferences,
        reports,
        movements,
        thematicMovements,
        exemplaryCases);
  }

  Cycle step(StepInYear told) {
    return new Cycle(
        cycle,
        bloc,
        year,
        Lists.changed(steps, each -> each.step() == told.step(), each -> told),
        regulations,
        pledgeContents,
        pledges,
        conferences,
        reports,
        movements,
        thematicMovements,
        exemplaryCases);
  }

  Cycle cited(Regulation regulation) {
    return new Cycle(
        cycle,
        bloc,
        year,
        steps,
        Lists.withOnce(regulations, regulation),
        pledgeContents,
        pledges,
        conferences,
        reports,
        movements,
        thematicMovements,
        exemplaryCases);
  }

  Cycle contents(PledgeContents contents) {
    return new Cycle(
        cycle,
        bloc,
        year,
        steps,
        regulations,
        Lists.withOnce(pledgeContents, contents),
        pledges,
        conferences,
        reports,
        movements,
        thematicMovements,
        exemplaryCases);
  }

  Cycle signed(Pledge pledge) {
    return new Cycle(
        cycle,
        bloc,
        year,
        steps,
        regulations,
        pledgeContents,
        Lists.withOnce(pledges, pledge),
        conferences,
        reports,
        movements,
        thematicMovements,
        exemplaryCases);
  }

  Cycle held(ConferenceInYear conference) {
    return new Cycle(
        cycle,
        bloc,
        year,
        steps,
        regulations,
        pledgeContents,
        pledges,
        Lists.withOnce(conferences, conference),
        reports,
        movements,
        thematicMovements,
        exemplaryCases);
  }

  Cycle presented(Report report) {
    return new Cycle(
        cycle,
        bloc,
        year,
        steps,
        regulations,
        pledgeContents,
        pledges,
        conferences,
        Lists.withOnce(reports, report),
        movements,
        thematicMovements,
        exemplaryCases);
  }

  Cycle joined(MovementId movement) {
    return new Cycle(
        cycle,
        bloc,
        year,
        steps,
        regulations,
        pledgeContents,
        pledges,
        conferences,
        reports,
        Lists.withOnce(movements, movement),
        thematicMovements,
        exemplaryCases);
  }

  Cycle counted(ThematicMovements counted) {
    return new Cycle(
        cycle,
        bloc,
        year,
        steps,
        regulations,
        pledgeContents,
        pledges,
        conferences,
        reports,
        movements,
        Lists.withOnce(thematicMovements, counted),
        exemplaryCases);
  }

  Cycle commended(ExemplaryCases cases) {
    return new Cycle(
        cycle,
        bloc,
        year,
        steps,
        regulations,
        pledgeContents,
        pledges,
        conferences,
        reports,
        movements,
        thematicMovements,
        Lists.withOnce(exemplaryCases, cases));
  }
}
