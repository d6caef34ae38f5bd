package vn.giaouoc.shared.poll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.giaouoc.shared.Code;

/**
 * What a paper says to one question. It stands without the paper that it was on: two answers that
 * say the same are the same.
 */
public sealed interface Answer extends Comparable<Answer> {

  /**
   * Options by their keys: those chosen, or all that were ranked, the best first.
   *
   * @param options none of them is a blank
   */
  record Named(@JsonValue List<String> options) implements Answer {

    /** Keeps the options as they are. */
    public Named {
      options = List.copyOf(options);
    }

    @Override
    public String text() {
      return String.join(" ", options);
    }
  }

  /**
   * A mark for each of some options.
   *
   * @param marks by the option's key; none of them is a blank
   */
  record Marked(@JsonValue Map<String, Mark> marks) implements Answer {

    /** Keeps the marks in the order of the keys. */
    public Marked {
      marks = Collections.unmodifiableMap(new TreeMap<>(marks));
    }

    @Override
    public String text() {
      return marks.entrySet().stream()
          .map(each -> each.getKey() + "=" + each.getValue().code())
          .collect(Collectors.joining(" "));
    }
  }

  /** What can be marked beside an option. */
  enum Mark implements Code {
    YES,
    NO,
    ABSTAIN;

    private static Mark of(Object code) {
      for (Mark mark : values()) {
        if (mark.code().equals(code)) {
          return mark;
        }
      }
      throw new IllegalArgumentException("A mark is yes, no or abstain");
    }
  }

  /** The answer as a line of text, by which answers are put in order. */
  String text();

  @Override
  default int compareTo(Answer other) {
    return text().compareTo(other.text());
  }

  /**
   * Reads what JSON has for it: an array of keys, or an object of marks by keys.
   *
   * @throws IllegalArgumentException if it is neither
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Answer of(Object json) {
    if (json instanceof List<?> keys) {
      List<String> options = new ArrayList<>();
      for (Object key : keys) {
        options.add(key(key));
      }
      return new Named(options);
    }
    if (json instanceof Map<?, ?> keys) {
      Map<String, Mark> marks = new TreeMap<>();
      keys.forEach((key, mark) -> marks.put(key(key), Mark.of(mark)));
      return new Marked(marks);
    }
    throw new IllegalArgumentException("An answer is an array or an object");
  }

  private static String key(Object json) {
    if (json instanceof String key && !key.isEmpty()) {
      return key;
    }
    throw new IllegalArgumentException("An option is named by its key");
  }
}
