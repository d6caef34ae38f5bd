package vn.giaouoc.command.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaouoc.command.ballot.Papers.asked;
import static vn.giaouoc.shared.poll.Question.Form.CHOOSE;
import static vn.giaouoc.shared.poll.Question.Form.JUDGE;
import static vn.giaouoc.shared.poll.Question.Form.ORDER;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaouoc.command.Digests;
import vn.giaouoc.shared.poll.Answer;
import vn.giaouoc.shared.poll.Flaw;
import vn.giaouoc.shared.poll.PollEvent.BoxAnswers;
import vn.giaouoc.shared.poll.PollEvent.Flawed;
import vn.giaouoc.shared.poll.PollEvent.SameAnswer;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.Voter;

/** What comes out of a box. */
class OpeningTest {

  private static final PollId POLL = PollId.of("an-giang.khoi-3.2026.year-end.leader");
  private static final PollKeys KEYS = PollKeys.make();
  private static final Question FLAG = asked("flag", CHOOSE, 2, "a", "b", "c");
  private static final Question RANKS = asked("order", ORDER, 3, "a", "b", "c");
  private static final Question MERITS = asked("merits", JUDGE, 2, "a", "b");
  private static final Question SOLE = asked("sole", CHOOSE, 1, "a");
  private static final List<Question> QUESTIONS = List.of(FLAG, RANKS, MERITS, SOLE);
  private static final int LENGTH = Paper.length(QUESTIONS);
  private static final SecretBallots.Prepared PREPARED =
      new SecretBallots.Prepared(
          KEYS.stamper().publicHalf(), Voter.base64(KEYS.box().publicHalf()), LENGTH);

  private static StampedPaper returned(byte[] written) {
    Voter voter =
        new Voter(POLL.slug(), PREPARED.stampingKey(), PREPARED.boxKey(), PREPARED.paperLength());
    Base64.Decoder base64 = Base64.getUrlDecoder();
    voter.stamped(Voter.base64(KEYS.stamper().stamp(base64.decode(voter.blinded()))));
    return new StampedPaper(
        base64.decode(voter.token()),
        base64.decode(voter.stamp()),
        base64.decode(voter.sealed(written)));
  }

  private static StampedPaper returned(String json) {
    byte[] written = json.getBytes(StandardCharsets.UTF_8);
    byte[] filled = Arrays.copyOf(written, LENGTH);
    Arrays.fill(filled, written.length, LENGTH, (byte) ' ');
    return returned(filled);
  }

  private static Opened opened(List<StampedPaper> box) {
    return opened(box, null);
  }

  private static Opened opened(List<StampedPaper> box, Boolean blankIsValid) {
    return Opening.of(
        POLL, QUESTIONS, blankIsValid, KEYS.stamper().publicHalf(), KEYS.box(), LENGTH, box);
  }

  private static Answer named(String question, String... options) {
    return Answer.of(question, options);
  }

  private static SameAnswer said(int papers, String... options) {
    return new SameAnswer(List.of(options), List.of(), papers);
  }

  private static int valid(BoxAnswers question) {
    return question.valid().stream().mapToInt(SameAnswer::papers).sum();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        // answers                                   | flag | order | merits | sole
        "{}                                          | blank | blank | valid | valid",
        "{\"flag\":[\"a\"]}                          | valid | blank | valid | valid",
        "{\"flag\":[\"c\",\"a\"]}                    | valid | blank | valid | valid",
        "{\"flag\":[\"a\",\"b\",\"c\"]}              | too-many | blank | valid | valid",
        "{\"flag\":[\"a\",\"d\"]}                    | outside-the-list | blank | valid | valid",
        "{\"flag\":[\"a\",\"a\"]}                    | unreadable | blank | valid | valid",
        "{\"flag\":{\"a\":\"yes\"}}                  | valid | blank | valid | valid",
        "{\"flag\":[],\"sole\":[]}                   | blank | blank | valid | valid",
        "{\"order\":[\"c\",\"a\",\"b\"]}             | blank | valid | valid | valid",
        "{\"order\":[\"c\"]}                         | blank | valid | valid | valid",
        "{\"merits\":{\"a\":\"yes\"}}                | blank | blank | valid | valid",
        "{\"merits\":{\"a\":\"yes\",\"b\":\"no\"}}   | blank | blank | valid | valid",
        "{\"merits\":{\"a\":\"yes\",\"c\":\"no\"}}   | blank | blank | outside-the-list | valid",
        "{\"merits\":[\"a\"]}                        | blank | blank | valid | valid",
        "{\"sole\":[\"b\"]}                          | blank | blank | valid | outside-the-list",
        "{\"from\":[\"khoi-3\"]}                     | signed-or-marked | signed-or-marked |"
            + " signed-or-marked | signed-or-marked",
        "{\"merits\":{\"a\":\"maybe\"}}              | unreadable | unreadable | unreadable |"
            + " unreadable",
        "{\"flag\":[1]}                              | unreadable | unreadable | unreadable |"
            + " unreadable",
        "{\"flag\":\"a\"}                            | unreadable | unreadable | unreadable |"
            + " unreadable",
        "{\"flag\":null}                             | unreadable | unreadable | unreadable |"
            + " unreadable",
        "{\"flag\":[\"a\"],\"flag\":[\"b\"]}         | unreadable | unreadable | unreadable |"
            + " unreadable",
      })
  void a_paper_is_valid_or_not_for_each_question(
      String answers, String flag, String order, String merits, String sole) {
    Opened opened = opened(List.of(returned("{\"version\":1,\"answers\":" + answers + "}")));
    List<String> found =
        opened.questions().stream()
            .map(each -> each.valid().isEmpty() ? each.invalid().getFirst().flaw().code() : "valid")
            .toList();
    assertThat(found).containsExactly(flag, order, merits, sole);
    assertThat(opened.questions())
        .allSatisfy(each -> assertThat(valid(each) + each.invalidPapers()).isEqualTo(1));
  }

  @Test
  void the_regulation_may_say_that_a_blank_paper_counts_or_not() {
    List<StampedPaper> box = List.of(returned("{\"version\":1,\"answers\":{}}"));
    assertThat(opened(box, true).questions()).allMatch(each -> valid(each) == 1);
    assertThat(opened(box, false).questions())
        .allSatisfy(each -> assertThat(each.invalid()).containsExactly(new Flawed(Flaw.BLANK, 1)));
  }

  @Test
  void what_is_no_paper_is_unreadable() {
    byte[] right = new Paper(Map.of("flag", named("flag", "a")), false).written(LENGTH);
    StampedPaper paper = returned(right);
    byte[] broken = paper.sealed().clone();
    broken[80] ^= 1;
    List<StampedPaper> box =
        List.of(
            returned(""),
            returned("{\"version\":2,\"answers\":{}}"),
            returned("{\"answers\":{}}"),
            returned("{\"version\":1}"),
            returned("{\"version\":1,\"answers\":[]}"),
            returned("{\"version\":1,\"answers\":{}} and more"),
            returned("[]"),
            returned("null"),
            returned(new byte[LENGTH]),
            returned(Arrays.copyOf(right, LENGTH - 1)),
            returned(Arrays.copyOf(right, LENGTH + 1)),
            returned("[".repeat(LENGTH)),
            new StampedPaper(paper.token(), paper.stamp(), broken));
    Opened opened = opened(box);
    assertThat(opened.papers()).hasSize(box.size());
    assertThat(opened.questions())
        .allSatisfy(
            each -> assertThat(each.invalid()).containsExactly(new Flawed(Flaw.UNREADABLE, 13)));
  }

  @Test
  void what_else_is_written_on_a_paper_marks_it() {
    Opened opened =
        opened(
            List.of(
                returned("{\"version\":1,\"answers\":{\"flag\":[\"a\"]},\"note\":\"Sở Y tế\"}")));
    assertThat(opened.questions())
        .allSatisfy(
            each ->
                assertThat(each.invalid()).containsExactly(new Flawed(Flaw.SIGNED_OR_MARKED, 1)));
  }

  @Test
  void what_was_not_stamped_counts_for_nothing() {
    StampedPaper right = returned("{\"version\":1,\"answers\":{\"flag\":[\"a\"]}}");
    StampedPaper other = returned("{\"version\":1,\"answers\":{\"flag\":[\"b\"]}}");
    Opened opened =
        opened(List.of(right, new StampedPaper(other.token(), right.stamp(), other.sealed())));
    assertThat(opened.foreign()).isEqualTo(1);
    assertThat(opened.papers()).hasSize(1);
    assertThat(opened.questions().getFirst().valid()).containsExactly(said(1, "a"));
  }

  @Test
  void in_whatever_order_papers_lie_the_result_is_the_same_and_joins_nothing() {
    List<StampedPaper> box = new ArrayList<>();
    String[] flags = {"[\"b\"]", "[\"a\",\"c\"]", "[\"c\",\"a\"]", "[\"a\"]", "[]"};
    for (int i = 0; i < 10; i++) {
      box.add(
          returned(
              "{\"version\":1,\"answers\":{\"flag\":"
                  + flags[i % 5]
                  + ",\"merits\":{\"b\":\"no\",\"a\":\""
                  + (i % 3 == 0 ? "yes" : "abstain")
                  + "\"}}}"));
    }
    Opened opened = opened(box);
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(box, random);
      assertThat(opened(box)).isEqualTo(opened);
    }
    assertThat(opened.papers())
        .isSortedAccordingTo(
            Comparator.comparing(
                paper -> Digests.sha256(Base64.getUrlDecoder().decode(paper.token()))));
    assertThat(opened.questions().getFirst().valid())
        .containsExactly(said(2, "a"), said(4, "a", "c"), said(2, "b"));
    assertThat(valid(opened.questions().get(2))).isEqualTo(10);
    assertThat(opened.questions().get(2).valid()).hasSize(2);
  }

  @Test
  void every_paper_with_the_same_questions_is_as_long() {
    assertThat(LENGTH % 256).isZero();
    assertThat(new Paper(Map.of(), false).written(LENGTH)).hasSize(LENGTH);
    Map<String, Answer> full =
        Map.of(
            "flag", named("flag", "a", "b", "c"),
            "order", named("order", "a", "b", "c"),
            "merits", new Answer("merits", List.of("a"), List.of("b")),
            "sole", named("sole", "a"));
    assertThat(Paper.read(new Paper(full, false).written(LENGTH)).orElseThrow().answers())
        .isEqualTo(full);
    assertThatThrownBy(() -> new Paper(full, false).written(64))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_printed_tells_nothing() {
    assertThat(returned("{}")).asString().isEqualTo("StampedPaper[…]");
    assertThat(opened(List.of())).asString().isEqualTo("Opened[…]");
    assertThat(KEYS).asString().isEqualTo("PollKeys[…]");
    assertThat(new Paper(Map.of(), false)).asString().isEqualTo("Paper[…]");
    assertThat(new BallotResource.Returned("token", "stamp", "sealed"))
        .asString()
        .isEqualTo("Returned[…]");
  }
}
