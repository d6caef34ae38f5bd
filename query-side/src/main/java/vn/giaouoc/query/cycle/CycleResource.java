package vn.giaouoc.query.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Page;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.query.bloc.Bloc;
import vn.giaouoc.query.bloc.BlocFold;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.regulation.ContestRule;
import vn.giaouoc.shared.regulation.Finding;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Soundness;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** Emulation years. */
@RestController
class CycleResource {

  private final Reading reading;
  private final CycleFold cycles;
  private final StandingFold standings;
  private final Progresses progress;
  private final BlocFold blocs;

  CycleResource(
      Reading reading,
      CycleFold cycles,
      StandingFold standings,
      Progresses progress,
      BlocFold blocs) {
    this.reading = reading;
    this.blocs = blocs;
    this.cycles = cycles;
    this.standings = standings;
    this.progress = progress;
  }

  @GetMapping("/api/cycles/{cycle}")
  Answer<Document<Cycle>> one(@PathVariable CycleId cycle, Moment moment) {
    return reading.at(moment, view -> view.answer(view.document(cycles, cycle)));
  }

  @GetMapping("/api/cycles/{cycle}/standing")
  Answer<Document<Standing>> standing(@PathVariable CycleId cycle, Moment moment) {
    return reading.at(moment, view -> view.answer(view.document(standings, cycle)));
  }

  @GetMapping("/api/cycles/{cycle}/standing/{unit}")
  Answer<Why> why(
      @PathVariable CycleId cycle,
      @PathVariable UnitId unit,
      @RequestParam(required = false) @Nullable Contest contest,
      Moment moment) {
    return reading.at(
        moment,
        view -> {
          Document<Standing> standing = view.document(standings, cycle);
          List<Fact> facts = view.facts(cycle, Why.RESTS_ON);
          return view.answer(Why.of(cycle, unit, contest, standing.answer(), facts, view), facts);
        });
  }

  /** The versions of the regulation, each with what it changed. */
  @GetMapping("/api/cycles/{cycle}/regulations")
  Answer<Regulations> regulations(@PathVariable CycleId cycle, Moment moment) {
    return reading.at(
        moment, view -> view.answer(Regulations.of(view.document(cycles, cycle).answer())));
  }

  /**
   * A standing that nobody has decided.
   *
   * @param contest among whom; absent for the whole bloc
   * @param regulation a draft; absent for the regulation in force
   */
  record Asked(@Nullable Contest contest, @Nullable Regulation regulation) {}

  /** What the standing would be, as the sheets are, or under a draft; it records nothing. */
  @PostMapping("/api/query/cycles/{cycle}/standing/draft")
  Answer<Draft> draft(@PathVariable CycleId cycle, @RequestBody Asked asked, Moment moment) {
    if (asked.regulation() != null) {
      mustBeSound(asked.regulation());
    }
    return reading.at(
        moment,
        view -> {
          Regulation regulation =
              asked.regulation() == null ? inForce(cycle, view) : asked.regulation();
          Contest contest = asked.contest() == null ? Contest.WHOLE_BLOC : asked.contest();
          Draft draft =
              regulation == null || !regulation.has(contest)
                  ? null
                  : Draft.of(
                      cycle,
                      contest,
                      regulation,
                      asked.regulation() == null,
                      isFor(cycle, contest, regulation, view),
                      view.facts(cycle, Draft.RESTS_ON));
          if (draft == null) {
            throw Problem.notRecorded(cycle.stream());
          }
          return view.answer(draft);
        });
  }

  /** Whether a contest is for a unit, by where that stands in the bloc now. */
  private Predicate<UnitId> isFor(
      CycleId cycle, Contest contest, Regulation regulation, View view) {
    ContestRule rule = regulation.contest(contest).orElse(null);
    if (rule == null || !rule.asksWhereMembersStand()) {
      return unit -> true;
    }
    Set<UnitId> units =
        view
            .find(cycles, cycle.slug())
            .map(known -> known.answer().bloc())
            .flatMap(bloc -> view.find(blocs, bloc.slug()))
            .map(known -> known.answer().life().placements())
            .orElse(List.of())
            .stream()
            .filter(place -> place.until() == null)
            .filter(place -> rule.isFor(place.group(), place.memberKind()))
            .map(Bloc.Placement::unit)
            .collect(Collectors.toSet());
    return units::contains;
  }

  private @Nullable Regulation inForce(CycleId cycle, View view) {
    LocalDate day = LocalDate.ofInstant(view.cut().applying(), When.ZONE);
    return view.find(cycles, cycle.slug())
        .map(known -> Due.inForce(known.answer(), day))
        .map(Cycle.Adopted::regulation)
        .orElse(null);
  }

  private static void mustBeSound(Regulation draft) {
    for (Finding finding : Soundness.of(draft)) {
      if (finding.kind().refuses()) {
        throw Problem.badParameter(
            "regulation", finding.place(), finding.vietnamese(), finding.english());
      }
    }
  }

  @GetMapping("/api/cycles/{cycle}/progress")
  Answer<Document<Progress>> progress(@PathVariable CycleId cycle, Moment moment) {
    return reading.at(moment, view -> view.answer(progress.of(cycle, view)));
  }

  @GetMapping("/api/cycles/{cycle}/timeline")
  Answer<Page> timeline(
      @PathVariable CycleId cycle,
      Moment moment,
      @RequestParam(defaultValue = Page.USUAL) int limit) {
    int most = Page.limit(limit);
    return reading.from(
        moment,
        view -> {
          // what was recorded and taken back again stays in the timeline, though there is no cycle
          // any more
          var entries = view.entries(cycle, Page.after(moment), most + 1);
          if (entries.isEmpty() && view.entries(cycle, 0, 1).isEmpty()) {
            throw Problem.notRecorded(cycle.stream());
          }
          return Page.answer(view, entries, most);
        });
  }
}
