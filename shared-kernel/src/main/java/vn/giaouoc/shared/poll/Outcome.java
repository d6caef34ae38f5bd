package vn.giaouoc.shared.poll;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What a poll decided, with its arithmetic: who needed how many voices of how many, and has how
 * many.
 *
 * @param result whether it decided
 * @param threshold the rule
 * @param total how many its base has
 * @param needed the fewest voices that are enough
 * @param seats how many may be chosen
 * @param votes what each option has, the most first; empty where nobody was counted
 * @param chosen the options that are chosen, in that order
 * @param tied the options between which it does not decide
 * @param units the units behind the chosen options
 */
public record Outcome(
    Result result,
    Threshold threshold,
    int total,
    int needed,
    int seats,
    List<Votes> votes,
    List<String> chosen,
    List<String> tied,
    List<UnitId> units) {

  /** Whether a poll decided. */
  public enum Result implements Code {
    /** Something is chosen; it may be fewer than there are seats. */
    DECIDED,
    /** Nothing has enough voices. */
    NOT_DECIDED,
    /** The voices are equal where they decide: a further poll or the chair does. */
    TIED
  }

  /** The outcome, with the units behind what it chose. */
  public Outcome of(List<UnitId> chosenUnits) {
    return new Outcome(result, threshold, total, needed, seats, votes, chosen, tied, chosenUnits);
  }

  /** What all agree on, since nobody objects. */
  public static Outcome agreed(List<String> options, Threshold threshold, int electorate) {
    return new Outcome(
        Result.DECIDED,
        threshold,
        electorate,
        electorate,
        options.size(),
        List.of(),
        List.copyOf(options),
        List.of(),
        List.of());
  }

  /**
   * What follows from counted voices.
   *
   * @param counted what each option has, in the order in which the options were called
   * @param threshold the rule
   * @param total how many its base has
   * @param seats how many may be chosen
   */
  public static Outcome counted(List<Votes> counted, Threshold threshold, int total, int seats) {
    int needed = threshold.needed(total);
    // the sort is stable: equal voices stay in the order of the paper
    List<Votes> sorted = new ArrayList<>(counted);
    sorted.sort(Comparator.comparingInt(Votes::inFavour).reversed());
    List<Votes> enough = sorted.stream().filter(each -> each.inFavour() >= needed).toList();
    List<String> tied = enough.isEmpty() ? tiedAtTheTop(sorted, seats) : tied(enough, seats);
    List<String> chosen =
        enough.stream()
            .limit(seats)
            .map(Votes::option)
            .filter(option -> !tied.contains(option))
            .toList();
    Result result =
        !tied.isEmpty() ? Result.TIED : chosen.isEmpty() ? Result.NOT_DECIDED : Result.DECIDED;
    return new Outcome(
        result, threshold, total, needed, seats, List.copyOf(sorted), chosen, tied, List.of());
  }

  /**
   * What follows from orders: so many places are given, the most points first. No threshold is
   * asked for.
   *
   * @param counted the points of each option, in the order in which the options were called
   * @param threshold the rule, told only
   * @param total how many its base has
   * @param seats how many places are given
   */
  public static Outcome ordered(List<Votes> counted, Threshold threshold, int total, int seats) {
    List<Votes> sorted = new ArrayList<>(counted);
    sorted.sort(Comparator.comparingInt(Votes::inFavour).reversed());
    List<String> tied = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Votes each = sorted.get(i);
      List<Votes> equal =
          sorted.stream().filter(other -> other.inFavour() == each.inFavour()).toList();
      if (equal.size() > 1 && sorted.indexOf(equal.getFirst()) < seats) {
        tied.add(each.option());
      }
    }
    boolean nobody = sorted.getFirst().inFavour() == 0;
    List<String> chosen =
        nobody || !tied.isEmpty()
            ? List.of()
            : sorted.stream().limit(seats).map(Votes::option).toList();
    Result result = nobody ? Result.NOT_DECIDED : tied.isEmpty() ? Result.DECIDED : Result.TIED;
    return new Outcome(
        result,
        threshold,
        total,
        1,
        seats,
        List.copyOf(sorted),
        chosen,
        nobody ? List.of() : List.copyOf(tied),
        List.of());
  }

  /**
   * All that are chosen, once those that are tied are told apart.
   *
   * @param asked the question
   * @param preferred those that are tied, the preferred first
   */
  public List<String> resolved(Question asked, List<String> preferred) {
    if (asked.form() == Question.Form.ORDER) {
      return votes.stream()
          .sorted(
              Comparator.comparingInt(Votes::inFavour)
                  .reversed()
                  .thenComparingInt(each -> preferred.indexOf(each.option())))
          .limit(seats)
          .map(Votes::option)
          .toList();
    }
    List<String> all = new ArrayList<>(chosen);
    preferred.stream().limit(seats - (long) chosen.size()).forEach(all::add);
    return List.copyOf(all);
  }

  /** Where nobody has enough: those with the most; of a single option, for and against. */
  private static List<String> tiedAtTheTop(List<Votes> sorted, int seats) {
    Votes first = sorted.getFirst();
    if (sorted.size() == 1) {
      boolean even = first.against() != null && first.inFavour() == first.against();
      return even && first.inFavour() > 0 ? List.of(first.option()) : List.of();
    }
    return tied(
        sorted.stream().filter(each -> each.inFavour() == first.inFavour()).toList(), seats);
  }

  /** Those with equal voices on both sides of the last seat. */
  private static List<String> tied(List<Votes> sorted, int seats) {
    if (sorted.size() <= seats) {
      return List.of();
    }
    int last = sorted.get(seats - 1).inFavour();
    if (last == 0 || sorted.get(seats).inFavour() != last) {
      return List.of();
    }
    return sorted.stream().filter(each -> each.inFavour() == last).map(Votes::option).toList();
  }
}
