package vn.giaouoc.query.cycle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.query.bloc.BlocFold;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.scoring.ScoreSheetId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What is still missing of the sheets of a year. It is for those who see the sheets: to all others
 * everything would seem to be missing.
 */
@RestController
class MissingResource {

  private final Reading reading;
  private final CycleFold cycles;
  private final BlocFold blocs;

  MissingResource(Reading reading, CycleFold cycles, BlocFold blocs) {
    this.reading = reading;
    this.cycles = cycles;
    this.blocs = blocs;
  }

  /** What is missing of all members. */
  @GetMapping("/api/cycles/{cycle}/missing")
  Answer<Missing> all(@PathVariable CycleId cycle, Moment moment) {
    return reading.at(
        moment,
        view -> {
          Cycle known = seen(cycle, view);
          return view.answer(of(known, members(known, view), view));
        });
  }

  /** What is missing of one unit; nothing where it is not to be ranked. */
  @GetMapping("/api/cycles/{cycle}/missing/{unit}")
  Answer<Missing> one(@PathVariable CycleId cycle, @PathVariable UnitId unit, Moment moment) {
    return reading.at(
        moment,
        view -> {
          Cycle known = seen(cycle, view);
          return view.answer(of(known, List.of(unit), view));
        });
  }

  private Cycle seen(CycleId cycle, View view) {
    Cycle known = view.document(cycles, cycle).answer();
    BlocId bloc = known.bloc();
    if (bloc == null || !view.cut().reader().sees(Audience.bloc(bloc))) {
      throw Problem.notRecorded(cycle.stream());
    }
    return known;
  }

  private Missing of(Cycle known, List<UnitId> asked, View view) {
    LocalDate day = LocalDate.ofInstant(view.cut().applying(), When.ZONE);
    Cycle.Adopted inForce = Due.inForce(known, day);
    List<UnitId> members = members(known, view);
    return Missing.of(
        known,
        inForce == null ? null : inForce.regulation(),
        members,
        asked,
        view.factsOfStreams(
            members.stream().map(unit -> ScoreSheetId.of(known.cycle(), unit).stream()).toList()),
        day);
  }

  /** The members that are to be ranked. */
  private List<UnitId> members(Cycle known, View view) {
    BlocId bloc = known.bloc();
    return bloc == null
        ? List.of()
        : view.find(blocs, bloc.slug()).stream()
            .flatMap(document -> DueResource.members(document.answer()).stream())
            .filter(unit -> !known.course().excluded().contains(unit))
            .sorted(Comparator.comparing(UnitId::slug))
            .toList();
  }
}
