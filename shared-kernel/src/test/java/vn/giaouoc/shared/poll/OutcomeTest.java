package vn.giaouoc.shared.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.poll.Outcome.Result;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollEvent.Votes;
import vn.giaouoc.shared.poll.Question.Form;
import vn.giaouoc.shared.poll.Question.Option;
import vn.giaouoc.shared.poll.Threshold.Base;
import vn.giaouoc.shared.unit.UnitId;

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

  /** A council: 13 of 15 attend; of 23 nominees 21 are agreed to, of 53 others 51. */
  @Test
  void thirteen_of_fifteen_can_give_a_flag_and_ninety_per_cent_of_all_only_with_one_who_writes() {
    assertThat(new Threshold(Base.ELECTORATE, 1, 2, true, null).needed(15)).isEqualTo(8);
    Threshold ninety = new Threshold(Base.ELECTORATE, 90, 100, false, "Điều 45 khoản 8");
    assertThat(Outcome.counted(votes(List.of(13)), ninety, 15, 1).result())
        .isEqualTo(Result.NOT_DECIDED);
    assertThat(Outcome.counted(votes(List.of(14)), ninety, 15, 1).result())
        .isEqualTo(Result.DECIDED);
    for (int nominees : List.of(23, 53)) {
      List<Integer> voices = new ArrayList<>(Collections.nCopies(nominees - 2, 14));
      voices.addAll(List.of(13, 0));
      Outcome outcome = Outcome.counted(votes(voices), ninety, 15, nominees);
      assertThat(outcome.chosen()).hasSize(nominees - 2);
      assertThat(outcome.result()).isEqualTo(Result.DECIDED);
    }
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
    PaperTally tally = tally(issued, returned, valid, invalid, votes(voices));
    assertThat(tally.returnedFitsIssued()).isEqualTo(returned <= issued);
    assertThat(tally.papersAddUp()).isEqualTo(valid + invalid == returned);
    int sum = voices.stream().mapToInt(Integer::intValue).sum();
    int most = voices.stream().mapToInt(Integer::intValue).max().orElseThrow();
    Question asked = question(Form.CHOOSE, voices.size(), choices);
    assertThat(tally.questions().getFirst().votesFit(asked))
        .isEqualTo(most <= valid && sum <= valid * choices);
    List<Votes> reversed = votes(voices).reversed();
    assertThat(tally.saysTheSameAs(tally(issued, returned, valid, invalid, reversed))).isTrue();
    assertThat(tally.saysTheSameAs(tally(issued + 1, returned, valid, invalid, votes(voices))))
        .isFalse();
  }

  private static PaperTally tally(
      int issued, int returned, int valid, int invalid, List<Votes> votes) {
    return new PaperTally(issued, returned, List.of(new QuestionTally("1", valid, invalid, votes)));
  }

  private static Question question(Form form, int options, int choices) {
    return new Question(
        "1",
        List.of(Subject.AWARDS),
        Contest.WHOLE_BLOC,
        new Words("question"),
        form,
        IntStream.range(0, options)
            .mapToObj(i -> new Option("o" + i, null, new Words("text")))
            .toList(),
        choices,
        choices,
        HALF_OF_RETURNED,
        null,
        List.of());
  }

  @Test
  void nineteen_issued_eighteen_returned_sixteen_valid_a_winner_needs_ten_of_eighteen() {
    Question leader = question(Form.CHOOSE, 2, 1);
    List<@Nullable Answer> papers = new ArrayList<>();
    IntStream.range(0, 10).forEach(_ -> papers.add(Answer.of("1", "o0")));
    IntStream.range(0, 6).forEach(_ -> papers.add(Answer.of("1", "o1")));
    papers.add(Answer.of("1")); // blank
    papers.add(Answer.of("1", "o0", "o1")); // two where one may be chosen
    QuestionTally tally = QuestionTally.of(leader, papers, null);
    assertThat(tally.valid()).isEqualTo(16);
    assertThat(tally.invalid()).isEqualTo(2);
    Outcome outcome = Outcome.counted(tally.votes(), HALF_OF_RETURNED, papers.size(), 1);
    assertThat(outcome.needed()).isEqualTo(10);
    assertThat(outcome.chosen()).containsExactly("o0");
    Outcome one = Outcome.counted(votes(List.of(9, 7)), HALF_OF_RETURNED, 18, 1);
    assertThat(one.result()).isEqualTo(Result.NOT_DECIDED);
  }

  @Test
  void a_paper_counts_as_the_practice_of_ballots_says() {
    Question choose = question(Form.CHOOSE, 3, 2);
    assertThat(Answer.of("1", "o0").isValidFor(choose, null)).as("fewer").isTrue();
    assertThat(Answer.of("1", "o0", "o1").isValidFor(choose, null)).as("as many").isTrue();
    assertThat(Answer.of("1", "o0", "o1", "o2").isValidFor(choose, null)).as("more").isFalse();
    assertThat(Answer.of("1", "x").isValidFor(choose, null)).as("not on the list").isFalse();
    assertThat(Answer.of("1", "o0", "o0").isValidFor(choose, null)).as("twice").isFalse();
    assertThat(Answer.of("1").isValidFor(choose, null)).as("blank, several options").isFalse();
    assertThat(Answer.of("1").isValidFor(choose, true)).as("blank, by the rule").isTrue();
    Answer against = new Answer("1", List.of("o0"), List.of("o1"));
    assertThat(against.isValidFor(choose, null)).as("nobody asked who is against").isFalse();
    assertThat(against.isValidFor(question(Form.JUDGE, 3, 2), null)).isTrue();
    Answer both = new Answer("1", List.of("o0"), List.of("o0"));
    assertThat(both.isValidFor(question(Form.JUDGE, 3, 2), null)).as("yes and no").isFalse();
    Question single = question(Form.CHOOSE, 1, 1);
    assertThat(Answer.of("1").isValidFor(single, null)).as("blank, one option").isTrue();
    assertThat(Answer.of("1").isValidFor(single, false)).as("blank, by the rule").isFalse();
    assertThat(Answer.of("1", "o2", "o0").isValidFor(question(Form.ORDER, 3, 1), null)).isTrue();
  }

  @Test
  void an_order_gives_points_by_places_and_equal_points_are_a_tie_where_a_place_is_given() {
    Question order = question(Form.ORDER, 3, 2);
    QuestionTally tally =
        QuestionTally.of(
            order, List.of(Answer.of("1", "o2", "o0", "o1"), Answer.of("1", "o2", "o1")), null);
    assertThat(tally.votes()).extracting(Votes::inFavour).containsExactly(2, 3, 6);
    assertThat(tally.votesFit(order)).isTrue();
    Outcome outcome = Outcome.ordered(tally.votes(), HALF_OF_RETURNED, 2, 2);
    assertThat(outcome.chosen()).containsExactly("o2", "o1");
    Outcome tied = Outcome.ordered(votes(List.of(4, 4, 1)), HALF_OF_RETURNED, 3, 1);
    assertThat(tied.result()).isEqualTo(Result.TIED);
    assertThat(tied.tied()).containsExactly("o0", "o1");
    assertThat(tied.resolved(order(1), List.of("o1", "o0"))).containsExactly("o1");
    // equal below the last place is no tie
    assertThat(Outcome.ordered(votes(List.of(5, 2, 2)), HALF_OF_RETURNED, 3, 1).chosen())
        .containsExactly("o0");
  }

  private static Question order(int places) {
    return question(Form.ORDER, 3, places);
  }

  @Property
  void of_an_order_nobody_is_placed_before_one_with_more_points_and_no_tie_is_silent(
      @ForAll @Size(min = 1, max = 7) List<@IntRange(max = 6) Integer> points,
      @ForAll @IntRange(min = 1, max = 7) int seatsAsked) {
    int seats = Math.min(seatsAsked, points.size());
    Outcome outcome = Outcome.ordered(votes(points), HALF_OF_RETURNED, 7, seats);
    List<Integer> sorted = points.stream().sorted(Comparator.reverseOrder()).toList();
    boolean equal =
        IntStream.range(0, seats)
            .anyMatch(i -> i + 1 < sorted.size() && sorted.get(i).equals(sorted.get(i + 1)));
    boolean nobody = sorted.getFirst() == 0;
    assertThat(outcome.result())
        .isEqualTo(nobody ? Result.NOT_DECIDED : equal ? Result.TIED : Result.DECIDED);
    if (outcome.result() == Result.TIED) {
      assertThat(outcome.resolved(question(Form.ORDER, points.size(), seats), outcome.tied()))
          .hasSize(seats)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void lots_are_drawn_again_by_anybody_who_has_the_seeds() {
    // printf 'khoi-4.2026.suy-ton|1|kien-giang.so-y-te|0000…' | sha256sum, and so on
    String seed = "0".repeat(64);
    PollId poll = PollId.of("khoi-4.2026.suy-ton");
    UnitId health = UnitId.of("kien-giang.so-y-te");
    assertThat(Lots.commitment(poll, "1", health, seed))
        .isEqualTo("0d01d2a4be98218776d4a35c0dc436518af36d137a325b841d4ea07592a1b3dc");
    Map<UnitId, String> seeds =
        Map.of(health, seed, UnitId.of("kien-giang.so-du-lich"), "1".repeat(64));
    assertThat(Lots.drawn(List.of("a", "b", "c"), seeds)).containsExactly("c", "b", "a");
    assertThat(Lots.isWellFormed(seed)).isTrue();
    assertThat(Lots.isWellFormed("A".repeat(64))).isFalse();
  }

  @Property
  void a_lot_is_the_same_in_whatever_order_the_seeds_are_told_and_all_are_in_it(
      @ForAll long one, @ForAll long other) {
    UnitId first = UnitId.of("a.mot");
    UnitId second = UnitId.of("a.hai");
    String a = "%064x".formatted(one);
    String b = "%064x".formatted(other);
    Map<UnitId, String> forwards = new LinkedHashMap<>();
    forwards.put(first, a);
    forwards.put(second, b);
    Map<UnitId, String> backwards = new LinkedHashMap<>();
    backwards.put(second, b);
    backwards.put(first, a);
    List<String> drawn = Lots.drawn(List.of("x", "y", "z"), forwards);
    assertThat(drawn).isEqualTo(Lots.drawn(List.of("z", "x", "y"), backwards));
    assertThat(drawn).containsExactlyInAnyOrder("x", "y", "z");
  }

  private static List<Votes> votes(List<Integer> voices) {
    List<Votes> votes = new ArrayList<>();
    for (int voice : voices) {
      votes.add(new Votes("o" + votes.size(), voice, null, null));
    }
    return votes;
  }
}
