package vn.giaouoc.command.ballot;

import java.nio.charset.StandardCharsets;
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
import vn.giaouoc.shared.poll.Answer.Mark;

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

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** How long every paper with these questions is. */
  static int length(List<Asked> questions) {
    Map<String, Answer> fullest = new LinkedHashMap<>();
    for (Asked asked : questions) {
      fullest.put(
          asked.question(),
          asked.form() == Asked.Form.MARK
              ? new Answer.Marked(
                  asked.options().stream()
                      .collect(Collectors.toMap(option -> option, option -> Mark.ABSTAIN)))
              : new Answer.Named(asked.options()));
    }
    int length = new Paper(fullest, false).written().length;
    return (length + STEP - 1) / STEP * STEP;
  }

  /** The paper without what fills it up. */
  byte[] written() {
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
        if (each.getValue().isNull()) {
          return Optional.empty();
        }
        answers.put(each.getKey(), JSON.treeToValue(each.getValue(), Answer.class));
      }
      return Optional.of(
          new Paper(answers, !Set.of("version", "answers").containsAll(tree.propertyNames())));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Paper[…]";
  }
}
