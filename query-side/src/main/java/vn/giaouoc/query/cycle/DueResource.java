package vn.giaouoc.query.cycle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.query.bloc.Bloc;
import vn.giaouoc.query.bloc.BlocFold;
import vn.giaouoc.query.conference.Assignments;
import vn.giaouoc.query.conference.Assignments.Assignment;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.query.unit.Units;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitId;

/** What is due, and what governs it. */
@RestController
class DueResource {

  private static final Comparator<Task> BY_DAY =
      Comparator.comparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(task -> task.cycle().slug())
          .thenComparing(Task::step);

  private final Reading reading;
  private final CycleFold cycles;
  private final BlocFold blocs;
  private final NoticesFold notices;
  private final Units units;
  private final Assignments assignments;

  DueResource(
      Reading reading,
      CycleFold cycles,
      BlocFold blocs,
      NoticesFold notices,
      Units units,
      Assignments assignments) {
    this.reading = reading;
    this.cycles = cycles;
    this.blocs = blocs;
    this.notices = notices;
    this.units = units;
    this.assignments = assignments;
  }

  /**
   * The regulation of a year.
   *
   * @param day the day of asking
   * @param noRuleYet whether nothing that the bloc adopted governs that day
   * @param inForce the version that governs it
   * @param versions all versions that the bloc adopted, in the order in which they govern
   * @param cited the regulations that sources cite; what they provide is not known by that
   */
  record Rules(
      CycleId cycle,
      LocalDate day,
      boolean noRuleYet,
      Cycle.@Nullable Adopted inForce,
      List<Cycle.Adopted> versions,
      List<Cycle.Regulation> cited) {}

  /**
   * What is due of one unit.
   *
   * @param tasks what the years of its blocs still ask of it, as they become due
   * @param assignments what conferences of its blocs assigned to it and is not done, likewise
   */
  record UnitDue(UnitId unit, LocalDate day, List<Task> tasks, List<Assignment> assignments) {}

  /** One thing that a year asks of a unit. */
  record Task(
      CycleId cycle,
      BlocId bloc,
      Step step,
      StepInYear.State state,
      @Nullable String clause,
      @Nullable LocalDate due,
      boolean overdue) {}

  /** The regulation of a year: all its versions, and the one in force on a day. */
  @GetMapping("/api/cycles/{cycle}/regulation")
  Answer<Rules> regulation(
      @PathVariable CycleId cycle,
      Moment moment,
      @RequestParam(required = false) @Nullable String on) {
    return reading.at(
        moment.on(on),
        view -> {
          Cycle known = view.document(cycles, cycle).answer();
          LocalDate day = day(view);
          Cycle.Adopted inForce = Due.inForce(known, day);
          return view.answer(
              new Rules(
                  cycle,
                  day,
                  inForce == null,
                  inForce,
                  known.rules().adopted(),
                  known.rules().regulations()));
        });
  }

  /** What a year still asks for, of whom, and by when. */
  @GetMapping("/api/cycles/{cycle}/due")
  Answer<Due> due(@PathVariable CycleId cycle, Moment moment) {
    return reading.at(
        moment,
        view -> {
          Cycle known = view.document(cycles, cycle).answer();
          return view.answer(Due.of(known, members(known, view), day(view)));
        });
  }

  /** What the years of its blocs, and their conferences, still ask of a unit. */
  @GetMapping("/api/units/{unit}/due")
  Answer<UnitDue> dueOf(@PathVariable UnitId unit, Moment moment) {
    return reading.at(
        moment,
        view -> {
          LocalDate day = day(view);
          List<Cycle> years =
              units.blocsOf(unit, view).stream()
                  .flatMap(bloc -> view.find(blocs, bloc.slug()).stream())
                  .map(Document::answer)
                  .filter(bloc -> members(bloc).contains(unit))
                  .flatMap(bloc -> bloc.cycles().stream())
                  .flatMap(year -> view.find(cycles, year.cycle().slug()).stream())
                  .map(Document::answer)
                  .toList();
          List<Task> tasks =
              years.stream()
                  .map(year -> Due.of(year, List.of(unit), day))
                  .filter(due -> !due.over())
                  .flatMap(DueResource::tasks)
                  .sorted(BY_DAY)
                  .toList();
          Set<ConferenceId> conferences =
              years.stream()
                  .flatMap(year -> year.held().conferences().stream())
                  .map(Cycle.ConferenceInYear::conference)
                  .collect(Collectors.toSet());
          return view.answer(
              new UnitDue(unit, day, tasks, assignments.open(unit, conferences, day, view)));
        });
  }

  /** What concerns a unit: reminders, and what was decided about it. */
  @GetMapping("/api/units/{unit}/notices")
  Answer<Document<Notices>> notices(@PathVariable UnitId unit, Moment moment) {
    return reading.at(moment, view -> view.answer(view.document(notices, unit)));
  }

  private static Stream<Task> tasks(Due due) {
    BlocId bloc = due.bloc();
    return bloc == null
        ? Stream.empty()
        : due.steps().stream()
            .filter(step -> !step.missing().isEmpty())
            .map(
                step ->
                    new Task(
                        due.cycle(),
                        bloc,
                        step.step(),
                        step.state(),
                        step.clause(),
                        step.due(),
                        step.overdue()));
  }

  private Collection<UnitId> members(Cycle cycle, View view) {
    return cycle.bloc() == null
        ? List.of()
        : view.find(blocs, cycle.bloc().slug())
            .map(document -> members(document.answer()))
            .orElse(List.of());
  }

  /** Who is a member of a bloc. */
  static List<UnitId> members(Bloc bloc) {
    return bloc.roll().stream()
        .filter(membership -> membership.until() == null)
        .map(Bloc.Membership::unit)
        .toList();
  }

  private static LocalDate day(View view) {
    return LocalDate.ofInstant(view.cut().applying(), When.ZONE);
  }
}
