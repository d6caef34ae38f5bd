package vn.giaouoc.shared.regulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.award.AwardEvent.Title;
import vn.giaouoc.shared.award.AwardEvent.Track;
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
 * @param quotas how many awards of which kind the bloc may propose
 * @param scoring the most points, and whether units may share a rank
 * @param scale how points are given and units ranked; absent where they are settled otherwise
 * @param polls how it is decided about what
 * @param leadership who may lead, and how that is settled
 */
public record Regulation(
    String number,
    String title,
    @Nullable LocalDate dated,
    LocalDate validFrom,
    List<StepRule> steps,
    List<QuotaRule> quotas,
    @Nullable ScoringRule scoring,
    @Nullable Scale scale,
    List<PollRule> polls,
    @Nullable LeadershipRule leadership) {

  /** What a document does not list it does not state. */
  public Regulation {
    steps = steps == null ? List.of() : List.copyOf(steps);
    quotas = quotas == null ? List.of() : List.copyOf(quotas);
    polls = polls == null ? List.of() : List.copyOf(polls);
  }

  /** A regulation without a scale. */
  public Regulation(
      String number,
      String title,
      @Nullable LocalDate dated,
      LocalDate validFrom,
      List<StepRule> steps,
      List<QuotaRule> quotas,
      @Nullable ScoringRule scoring) {
    this(number, title, dated, validFrom, steps, quotas, scoring, null);
  }

  /** A regulation that does not state how it is decided and who leads. */
  public Regulation(
      String number,
      String title,
      @Nullable LocalDate dated,
      LocalDate validFrom,
      List<StepRule> steps,
      List<QuotaRule> quotas,
      @Nullable ScoringRule scoring,
      @Nullable Scale scale) {
    this(number, title, dated, validFrom, steps, quotas, scoring, scale, List.of(), null);
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
   */
  public record StepRule(Step step, String clause, @Nullable LocalDate due, boolean optional) {}

  /**
   * How many awards the bloc may propose in each contest.
   *
   * @param atMost the number
   * @param clause where the regulation says so
   */
  public record QuotaRule(Title title, Track track, int atMost, String clause) {}

  /**
   * How settled points become ranks.
   *
   * @param maximum the most points that a unit can get
   * @param equalRanks whether units with the same points may share a rank
   * @param clause where the regulation says so
   */
  public record ScoringRule(BigDecimal maximum, boolean equalRanks, String clause) {}
}
