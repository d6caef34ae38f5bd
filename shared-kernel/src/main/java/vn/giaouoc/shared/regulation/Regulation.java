package vn.giaouoc.shared.regulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Layer;

/**
 * The operating regulation (quy chế) of a bloc, as far as a year needs it: every rule with the
 * clause that a refusal cites. What it does not state is absent, and what is absent neither allows
 * nor forbids. A document that only tells what a source says may lack even number, title and first
 * day when it is read; {@link Soundness} says so, and it is never adopted.
 *
 * @param number its number and symbol: {@code 3387/QĐ-KTĐ4}
 * @param title what it is called
 * @param dated its date
 * @param validFrom the first day on which it governs; it never reaches back
 * @param steps the steps of the year, in the order in which they are taken
 * @param scoring the most points, and whether units may share a rank
 * @param scale how points are given and units ranked; absent where they are settled otherwise
 * @param contests who is held against whom; none listed: the whole bloc in one contest
 * @param awards the awards that the bloc may propose, in the order in which they are drawn
 * @param exclusions on what grounds a unit takes no part; none listed: not stated
 * @param polls how it is decided about what
 * @param leadership who may lead, and how that is settled
 * @param windows until when a unit may answer what was decided about it; what is not listed has no
 *     limit
 */
public record Regulation(
    String number,
    String title,
    @Nullable LocalDate dated,
    LocalDate validFrom,
    List<StepRule> steps,
    @Nullable ScoringRule scoring,
    @Nullable Scale scale,
    List<ContestRule> contests,
    List<AwardRule> awards,
    List<ExclusionRule> exclusions,
    List<PollRule> polls,
    @Nullable LeadershipRule leadership,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WindowRule> windows) {

  /** What a document does not list it does not state. */
  public Regulation {
    steps = steps == null ? List.of() : List.copyOf(steps);
    polls = polls == null ? List.of() : List.copyOf(polls);
    contests = contests == null ? List.of() : List.copyOf(contests);
    awards = awards == null ? List.of() : List.copyOf(awards);
    windows = windows == null ? List.of() : List.copyOf(windows);
    exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
  }

  /** A regulation that does not state how it is decided and who leads. */
  public Regulation(
      String number,
      String title,
      @Nullable LocalDate dated,
      LocalDate validFrom,
      List<StepRule> steps,
      @Nullable ScoringRule scoring,
      @Nullable Scale scale,
      List<ContestRule> contests,
      List<AwardRule> awards,
      List<ExclusionRule> exclusions) {
    this(
        number,
        title,
        dated,
        validFrom,
        steps,
        scoring,
        scale,
        contests,
        awards,
        exclusions,
        List.of(),
        null,
        List.of());
  }

  /** A regulation with one contest, of the whole bloc. */
  public Regulation(
      String number,
      String title,
      @Nullable LocalDate dated,
      LocalDate validFrom,
      List<StepRule> steps,
      List<AwardRule> awards,
      @Nullable ScoringRule scoring,
      @Nullable Scale scale) {
    this(number, title, dated, validFrom, steps, scoring, scale, List.of(), awards, List.of());
  }

  /** A regulation without a scale. */
  public Regulation(
      String number,
      String title,
      @Nullable LocalDate dated,
      LocalDate validFrom,
      List<StepRule> steps,
      List<AwardRule> awards,
      @Nullable ScoringRule scoring) {
    this(number, title, dated, validFrom, steps, awards, scoring, null);
  }

  /** The rule of a contest, if it states one. */
  public Optional<ContestRule> contest(Contest contest) {
    return contests.stream().filter(rule -> rule.id().equals(contest)).findFirst();
  }

  /** Whether there is such a contest: the whole bloc, where it lists none. */
  public boolean has(Contest contest) {
    return contests.isEmpty() || contest(contest).isPresent();
  }

  /**
   * The regulation as it ranks in a contest: in a track the scale has one content only, and no
   * classes, for those are of all points.
   */
  public Regulation in(Contest contest) {
    String track = contest(contest).map(ContestRule::content).orElse(null);
    return scale == null || track == null
        ? this
        : new Regulation(
            number,
            title,
            dated,
            validFrom,
            steps,
            scoring,
            scale.only(track),
            contests,
            awards,
            exclusions,
            polls,
            leadership,
            windows);
  }

  /** The rule about deciding on a subject, if it states one. */
  public Optional<PollRule> poll(Subject subject) {
    return polls.stream().filter(rule -> rule.subjects().contains(subject)).findFirst();
  }

  /** The rule about a step, if it states one. */
  public Optional<StepRule> rule(Step step) {
    return steps.stream().filter(rule -> rule.step() == step).findFirst();
  }

  /**
   * The window that opens for an act on a day.
   *
   * @return nothing where none is stated: then there is no limit
   */
  public @Nullable Window window(WindowRule.Act act, LocalDate opened) {
    return windows.stream()
        .filter(rule -> rule.act() == act)
        .findFirst()
        .map(rule -> new Window(opened.plusDays(rule.days()), rule.clause()))
        .orElse(null);
  }

  /**
   * The layer of a sheet that counts: the first that the regulation names and that is entered;
   * where it names none, the last that is.
   */
  public Optional<Layer> counting(Set<Layer> entered) {
    List<Layer> named =
        scale == null || scale.layers() == null ? List.of() : scale.layers().counts();
    return named.isEmpty()
        ? entered.stream().max(Comparator.naturalOrder())
        : named.stream().filter(entered::contains).findFirst();
  }

  /**
   * A step of the year.
   *
   * @param clause where the regulation says so
   * @param due the last day on which it is in time, if stated
   * @param optional whether the bloc may skip it
   * @param from the first day on which it may be taken, if stated
   * @param within by which it is in time, where that follows from another step
   */
  public record StepRule(
      Step step,
      String clause,
      @Nullable LocalDate due,
      boolean optional,
      @Nullable LocalDate from,
      @Nullable Within within) {

    /** A step that does not wait for a day or for another step. */
    public StepRule(Step step, String clause, @Nullable LocalDate due, boolean optional) {
      this(step, clause, due, optional, null, null);
    }
  }

  /**
   * A deadline that follows from another step: the last day in time is so many days after the day
   * on which that was done.
   */
  public record Within(int days, Step after) {}

  /**
   * How settled points become ranks.
   *
   * @param maximum the most points that a unit can get
   * @param equalRanks whether units with the same points may share a rank
   * @param clause where the regulation says so
   */
  public record ScoringRule(BigDecimal maximum, boolean equalRanks, String clause) {}

  /**
   * How long a unit may answer what was decided about it.
   *
   * @param act with what it answers
   * @param days so many days after the day of the decision; the last of them is still in time
   * @param clause where the regulation says so
   */
  public record WindowRule(Act act, int days, String clause) {

    /** With what a unit answers. */
    public enum Act implements Code {
      /** It explains itself (giải trình), after somebody else has scored its sheet. */
      EXPLAIN,
      /** It appeals (kiến nghị), after the ranking. */
      APPEAL
    }
  }

  /**
   * Until when something may be done.
   *
   * @param until the last day
   * @param clause where the regulation says so
   */
  public record Window(LocalDate until, String clause) {}
}
