package vn.giaouoc.shared.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.poll.Outcome.Result;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.poll.Threshold.Base;

/** The arithmetic of polls. */
class OutcomeTest {

  private static final Threshold HALF_OF_RETURNED = new Threshold(Base.RETURNED, 1, 2, true, null);

  @Test
  void of_eighteen_papers_returned_a_winner_needs_ten() {
    assertThat(HALF_OF_RETURNED.needed(18)).isEqualTo(10);
    assertThat(HALF_OF_RETURNED.needed(17)).isEqualTo(9);
    assertThat(new Threshold(Base.ELECTORATE, 2, 3, false, null).needed(7)).isEqualTo(5);
    assertThat(new Threshold(Base.ELECTORATE, 90, 100, false, null).needed(15)).isEqualTo(14);
    assertThat(new Threshold(Base.ELECTORATE, 1, 1, false, null).needed(7)).isEqualTo(7);
  }

  @Property
  void needed_is_the_fewest_that_is_enough(
      @ForAll @IntRange(min = 0, max = 5000) int total,
      @ForAll @IntRange(min = 1, max = 100) int share,
      @ForAll @IntRange(max = 50) int more,
      @ForAll boolean moreThan) {
    Threshold threshold =
        new Threshold(Base.ELECTORATE, share, share + more + (moreThan ? 1 : 0), moreThan, null);
    assertThat(threshold.isAShare()).isTrue();
    int needed = threshold.needed(total);
    assertThat(enough(threshold, needed, total)).isTrue();
    assertThat(needed == 1 || !enough(threshold, needed - 1, total)).isTrue();
    assertThat(needed).isPositive();
  }

  private static boolean enough(Threshold threshold, int votes, int total) {
    long have = (long) votes * threshold.of();
    long want = (long) threshold.share() * total;
    return threshold.moreThan() ? have > want : have >= want;
  }

  @Property
  void an_outcome_chooses_no_more_than_there_are_seats_and_none_without_enough(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 9) Integer> voices,
      @ForAll @IntRange(min = 1, max = 8) int seatsAsked,
      @ForAll @IntRange(min = 1, max = 12) int total) {
    int seats = Math.min(seatsAsked, voices.size());
    List<Votes> votes = votes(voices);
    Outcome outcome = Outcome.counted(votes, HALF_OF_RETURNED, total, seats);

    assertThat(outcome.chosen()).hasSizeLessThanOrEqualTo(seats);
    for (Votes each : votes) {
      boolean chosen = outcome.chosen().contains(each.option());
      boolean tied = outcome.tied().contains(each.option());
      assertThat(chosen && tied).isFalse();
      if (chosen) {
        assertThat(each.inFavour()).isGreaterThanOrEqualTo(outcome.needed());
        // nobody with more voices is left out
        votes.stream()
            .filter(other -> other.inFavour() > each.inFavour())
            .forEach(other -> assertThat(outcome.chosen()).contains(other.option()));
      }
    }
    // the tied are equal, and there are more of them than seats left
    if (!outcome.tied().isEmpty()) {
      assertThat(outcome.result()).isEqualTo(Result.TIED);
      assertThat(
              votes.stream()
                  .filter(each -> outcome.tied().contains(each.option()))
                  .map(Votes::inFavour)
                  .distinct())
          .hasSize(1);
      assertThat(outcome.tied().size()).isGreaterThan(seats - outcome.chosen().size());
    } else {
      assertThat(outcome.result())
          .isEqualTo(outcome.chosen().isEmpty() ? Result.NOT_DECIDED : Result.DECIDED);
    }
  }

  @Property
  void whoever_has_enough_is_chosen_or_tied_as_long_as_there_are_seats(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 9) Integer> voices,
      @ForAll @IntRange(min = 1, max = 12) int total) {
    Outcome outcome = Outcome.counted(votes(voices), HALF_OF_RETURNED, total, voices.size());
    for (Votes each : votes(voices)) {
      assertThat(outcome.chosen().contains(each.option()))
          .isEqualTo(each.inFavour() >= outcome.needed());
    }
  }

  @Test
  void a_tie_at_the_last_seat_is_not_silent_and_leaves_the_seats_above_it_filled() {
    Outcome outcome = Outcome.counted(votes(List.of(7, 5, 5, 5)), HALF_OF_RETURNED, 8, 2);
    assertThat(outcome.result()).isEqualTo(Result.TIED);
    assertThat(outcome.chosen()).containsExactly("o0");
    assertThat(outcome.tied()).containsExactly("o1", "o2", "o3");
    // whoever has fewer than the tied does not come before them
    Outcome below = Outcome.counted(votes(List.of(9, 8, 8, 7)), HALF_OF_RETURNED, 9, 2);
    assertThat(below.chosen()).containsExactly("o0");
    assertThat(below.tied()).containsExactly("o1", "o2");
  }

  @Test
  void where_nobody_has_enough_only_those_with_the_most_are_tied() {
    Outcome top = Outcome.counted(votes(List.of(3, 3, 1)), HALF_OF_RETURNED, 7, 1);
    assertThat(top.result()).isEqualTo(Result.TIED);
    assertThat(top.tied()).containsExactly("o0", "o1");
    Outcome below = Outcome.counted(votes(List.of(3, 2, 2)), HALF_OF_RETURNED, 7, 2);
    assertThat(below.result()).isEqualTo(Result.NOT_DECIDED);
  }

  @Test
  void for_and_against_may_be_equal() {
    Outcome equal =
        Outcome.counted(List.of(new Votes("yes", 3, 3, 1)), Threshold.MORE_THAN_HALF, 7, 1);
    assertThat(equal.result()).isEqualTo(Result.TIED);
    Outcome missed =
        Outcome.counted(List.of(new Votes("yes", 3, 2, 2)), Threshold.MORE_THAN_HALF, 7, 1);
    assertThat(missed.result()).isEqualTo(Result.NOT_DECIDED);
    assertThat(missed.needed()).isEqualTo(4);
  }

  @Property
  void a_tally_is_refused_exactly_if_papers_were_made_or_lost(
      @ForAll @IntRange(max = 20) int issued,
      @ForAll @IntRange(max = 20) int returned,
      @ForAll @IntRange(max = 20) int valid,
      @ForAll @IntRange(max = 20) int invalid,
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 20) Integer> voices,
      @ForAll @IntRange(min = 1, max = 3) int choices) {
    PaperTally tally = new PaperTally(issued, returned, valid, invalid, votes(voices));
    assertThat(tally.returnedFitsIssued()).isEqualTo(returned <= issued);
    assertThat(tally.papersAddUp()).isEqualTo(valid + invalid == returned);
    int sum = voices.stream().mapToInt(Integer::intValue).sum();
    int most = voices.stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertThat(tally.votesFit(choices)).isEqualTo(most <= valid && sum <= valid * choices);
    List<Votes> reversed = new ArrayList<>(tally.votes()).reversed();
    assertThat(tally.saysTheSameAs(new PaperTally(issued, returned, valid, invalid, reversed)))
        .isTrue();
    assertThat(
            tally.saysTheSameAs(
                new PaperTally(issued + 1, returned, valid, invalid, tally.votes())))
        .isFalse();
  }

  private static List<Votes> votes(List<Integer> voices) {
    List<Votes> votes = new ArrayList<>();
    for (int voice : voices) {
      votes.add(new Votes("o" + votes.size(), voice, null, null));
    }
    return votes;
  }
}
