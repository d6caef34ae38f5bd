package vn.giaouoc.query.fold;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.proceedings.ProceedingsId;
import vn.giaouoc.shared.proceedings.Remark;

/**
 * A remark, and the fact that it is made about.
 *
 * @param kind doubt, note or normalisation
 * @param about what it is about
 * @param says what the source says, and what it is held against
 * @param words the recorder's own words, if any
 * @param stream the stream of the fact
 * @param type the name of the fact's type
 * @param sources who tells the fact
 */
public record Remarked(
    Remark.Kind kind,
    Remark.About about,
    Map<String, String> says,
    @Nullable Words words,
    String stream,
    String type,
    List<ProceedingsId> sources) {

  /** The remarks of a fact, each once. */
  public static List<Remarked> of(Fact fact) {
    List<ProceedingsId> sources = proceedings(fact);
    return fact.remarks().stream()
        .map(
            remark ->
                new Remarked(
                    remark.kind(),
                    remark.about(),
                    remark.says(),
                    remark.words(),
                    fact.stream(),
                    fact.type(),
                    remark.about() == Remark.About.SOURCES_DIFFER ? named(remark) : sources))
        .distinct()
        .toList();
  }

  /**
   * How a remark is written in answers: in words too. Documents keep what the words are made of.
   * The order is stated, because that of methods differs from one process to another, and with it
   * the validator of an answer would.
   */
  @JsonPropertyOrder({
    "kind",
    "about",
    "says",
    "words",
    "stream",
    "type",
    "sources",
    "message",
    "messageEn"
  })
  public interface InWords {

    /** The remark in Vietnamese. */
    @JsonProperty("message")
    String vietnamese();

    /** The remark in English. */
    @JsonProperty("messageEn")
    String english();
  }

  /** What it says in Vietnamese, without the recorder's own words. */
  public String vietnamese() {
    return remark().vietnamese();
  }

  /** What it says in English, without the recorder's own words. */
  public String english() {
    return remark().english();
  }

  private Remark remark() {
    return new Remark(kind, about, says, words, List.of(), null);
  }

  /** The remarks that are made about a fact alone. */
  public static List<Remarked> own(Fact fact) {
    return of(fact).stream().filter(remarked -> !remarked.acrossSources()).toList();
  }

  /** Whether it is made about what several sources tell, and so about none of their facts alone. */
  boolean acrossSources() {
    return about == Remark.About.SOURCES_DIFFER;
  }

  /** A remark that holds one source against another names both. */
  private static List<ProceedingsId> named(Remark remark) {
    return remark.says().keySet().stream().sorted().map(ProceedingsId::of).toList();
  }

  /** The proceedings that tell a fact, each once, in the order of its sources. */
  public static List<ProceedingsId> proceedings(Fact fact) {
    return fact.sources().stream().map(source -> source.proceedings()).distinct().toList();
  }
}
