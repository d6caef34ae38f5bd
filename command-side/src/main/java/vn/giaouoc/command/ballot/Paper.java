package vn.giaouoc.command.ballot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.shared.poll.Answer;
import vn.giaouoc.shared.poll.Question;

/**
 * What a voter writes: an answer for each question that it answers, by the question's key. As bytes
 * it is JSON, {@code {"version":1,"answers":{"first":["a","b"],"second":{"c":"yes"}}}}, followed by
 * spaces up to the length that all papers of the poll have.
 *
 * @param answers by the question's key
 * @param marked whether there is more on it than that
 */
record Paper(Map<String, Answer> answers, boolean marked) {

  /** How long a paper can be for its row to stay in one page of the database. */
  static final int LONGEST = 6 * 1024;

  /** Lengths are told apart by these steps only, so that they do not tell how many options are. */
  private static final int STEP = 256;

  private static final int VERSION = 1;
  private static final String YES = "yes";
  private static final String NO = "no";
  private static final String ABSTAIN = "abstain";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** How long every paper with these questions is. */
  static int length(List<Question> questions) {
    Map<String, Object> fullest = new LinkedHashMap<>();
    for (Question asked : questions) {
      fullest.put(
          asked.key(),
          asked.form() == Question.Form.JUDGE
              ? asked.keys().stream().collect(Collectors.toMap(key -> key, _ -> ABSTAIN))
              : asked.keys());
    }
    int length = written(fullest).length;
    return (length + STEP - 1) / STEP * STEP;
  }

  /** The paper without what fills it up. */
  byte[] written() {
    Map<String, Object> said = new LinkedHashMap<>();
    answers.forEach((question, answer) -> said.put(question, said(answer)));
    return written(said);
  }

  private static Object said(Answer answer) {
    if (answer.against().isEmpty()) {
      return answer.inFavour();
    }
    Map<String, String> marks = new LinkedHashMap<>();
    answer.inFavour().forEach(option -> marks.put(option, YES));
    answer.against().forEach(option -> marks.put(option, NO));
    return marks;
  }

  private static byte[] written(Map<String, Object> answers) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("version", VERSION);
    tree.put("answers", answers);
    return JSON.writeValueAsBytes(tree);
  }

  /**
   * The paper as long as all are.
   *
   * @throws IllegalArgumentException if there is more on it than fits
   */
  byte[] written(int length) {
    byte[] written = written();
    if (written.length > length) {
      throw new IllegalArgumentException("More than fits on a paper");
    }
    byte[] filled = Arrays.copyOf(written, length);
    Arrays.fill(filled, written.length, length, (byte) ' ');
    return filled;
  }

  /** What stands on a paper; nothing if it cannot be read. */
  static Optional<Paper> read(byte[] written) {
    try {
      JsonNode tree = JSON.readTree(new String(written, StandardCharsets.UTF_8));
      JsonNode version = tree.get("version");
      JsonNode answered = tree.get("answers");
      if (version == null
          || !version.isIntegralNumber()
          || version.asInt() != VERSION
          || answered == null
          || !answered.isObject()) {
        return Optional.empty();
      }
      Map<String, Answer> answers = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> each : answered.properties()) {
        answers.put(each.getKey(), answer(each.getKey(), each.getValue()));
      }
      return Optional.of(
          new Paper(answers, !Set.of("version", "answers").containsAll(tree.propertyNames())));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** An array of options, or an object that says yes, no or abstain to each. */
  private static Answer answer(String question, JsonNode json) {
    if (json.isArray()) {
      return new Answer(
          question,
          json.valueStream().map(option -> key(option.stringValue())).toList(),
          List.of());
    }
    if (!json.isObject()) {
      throw new IllegalArgumentException("An answer is an array or an object");
    }
    List<String> inFavour = new ArrayList<>();
    List<String> against = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : json.properties()) {
      switch (each.getValue().stringValue()) {
        case YES -> inFavour.add(key(each.getKey()));
        case NO -> against.add(key(each.getKey()));
        case ABSTAIN -> key(each.getKey());
        default -> throw new IllegalArgumentException("A mark is yes, no or abstain");
      }
    }
    return new Answer(question, inFavour, against);
  }

  private static String key(String option) {
    if (option.isEmpty()) {
      throw new IllegalArgumentException("An option is named by its key");
    }
    return option;
  }

  @Override
  public String toString() {
    return "Paper[…]";
  }
}
