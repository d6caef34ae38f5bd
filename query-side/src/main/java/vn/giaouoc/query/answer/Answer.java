package vn.giaouoc.query.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Remarked;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.time.When;

/**
 * What every question is answered with.
 *
 * @param <T> the answer
 * @param answer the answer, in ids and digests
 * @param names the names of what it mentions, at the same moment, by {@code kind:slug}
 * @param texts the texts behind the digests in it, as far as they were not redacted
 * @param persons the names of the persons in it, as far as they were not forgotten
 * @param asked of which moment it is
 * @param uncertain facts in it of which it cannot be told whether they applied by the effective
 *     moment
 * @param versions the last version of the streams that it is made of: what {@code If-Match} takes
 * @param parked keys that are missing in a list, or that are told without one of their events,
 *     because the program cannot take it
 * @param compared in what it differs from the answer of another moment, if one was asked for
 */
public record Answer<T>(
    T answer,
    SortedMap<String, String> names,
    SortedMap<String, String> texts,
    SortedMap<String, String> persons,
    Asked asked,
    List<Uncertain> uncertain,
    Map<String, Long> versions,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> parked,
    @Nullable Comparison compared) {

  /**
   * In what an answer differs from what it was at another moment.
   *
   * @param with of which moment the other was; absent where there was nothing to answer then
   * @param changes the differences; what is the same is not among them
   * @param names the names of what the other mentioned, as they were then
   * @param texts the texts behind its digests
   * @param persons the names of the persons in it
   */
  public record Comparison(
      @Nullable Asked with,
      List<Difference> changes,
      Map<String, String> names,
      Map<String, String> texts,
      Map<String, String> persons) {}

  /** The same, with in what it differs from another, if there was one. */
  Answer<T> comparedWith(@Nullable Answer<?> other) {
    return new Answer<>(
        answer,
        names,
        texts,
        persons,
        asked,
        uncertain,
        versions,
        parked,
        other == null
            ? new Comparison(null, Difference.between(null, answer), Map.of(), Map.of(), Map.of())
            : new Comparison(
                other.asked,
                Difference.between(other.answer, answer),
                other.names,
                other.texts,
                other.persons));
  }

  /** Another answer of the same moment, that mentions the same. */
  public <U> Answer<U> saying(U another) {
    return new Answer<>(
        another, names, texts, persons, asked, uncertain, versions, parked, compared);
  }

  /** How an answer is written: as the wire has it, and remarks in words too. */
  public static JsonMapper.Builder written(JsonMapper.Builder json) {
    return Wire.configure(json).addMixIn(Remarked.class, Remarked.InWords.class);
  }

  /** That there is nothing here that could be compared. */
  static Problem notComparable() {
    return new Problem(
        Problem.Kind.BAD_PARAMETER,
        "Chỉ so sánh được câu trả lời ở hai thời điểm, không so sánh được tệp.",
        "Answers of two moments can be compared, files cannot.");
  }

  /**
   * Of which moment an answer is.
   *
   * @param position by which position of the journal it was recorded
   * @param recordedAt when that position was recorded; absent at position 0
   * @param effective of which moment it was asked, if of any
   */
  public record Asked(long position, @Nullable String recordedAt, @Nullable String effective) {}

  /** A fact whose date is too coarse to decide. */
  public record Uncertain(String stream, String type, When appliesFrom) {

    static Uncertain of(Fact fact) {
      return new Uncertain(fact.stream(), fact.type(), fact.appliesFrom());
    }
  }
}
