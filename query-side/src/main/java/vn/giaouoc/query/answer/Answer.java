package vn.giaouoc.query.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Fact;
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
 * @param parked keys that are missing in a list because the program cannot take one of their events
 */
public record Answer<T>(
    T answer,
    SortedMap<String, String> names,
    SortedMap<String, String> texts,
    SortedMap<String, String> persons,
    Asked asked,
    List<Uncertain> uncertain,
    Map<String, Long> versions,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> parked) {

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
