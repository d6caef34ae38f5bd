package vn.giaouoc.query.fold;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.proceedings.ProceedingsId;

/**
 * An answer with where it comes from.
 *
 * @param <S> the answer
 * @param answer the answer; its properties are the document's own
 * @param sources the proceedings that tell something in it, sorted
 * @param remarks what is doubted, noted or normalised in what it is made of, in the order of the
 *     facts
 */
public record Document<S extends Record>(
    @JsonUnwrapped S answer, List<ProceedingsId> sources, List<Remarked> remarks) {

  /**
   * A remark that holds two sources against each other stands with both facts: it comes once, and
   * last.
   */
  private static final Comparator<Remarked> BY_WORDS =
      Comparator.comparing(remarked -> remarked.stream() + remarked.says());

  private record Provenance(List<ProceedingsId> sources, List<Remarked> remarks) {}

  static <S extends Record> Document<S> empty(Fold<S> fold, String slug) {
    return new Document<>(fold.empty(slug), List.of(), List.of());
  }

  static <S extends Record> Document<S> read(Fold<S> fold, String json) {
    S answer = Wire.mapper().readValue(json, fold.answer());
    Provenance provenance = Wire.mapper().readValue(json, Provenance.class);
    return new Document<>(answer, provenance.sources(), provenance.remarks());
  }

  static <S extends Record> Document<S> of(Fold<S> fold, String slug, Iterable<Fact> facts) {
    return empty(fold, slug).after(fold, facts, fact -> {});
  }

  /** An answer that is put together from documents, with where they come from. */
  public static <S extends Record> Document<S> joined(S answer, List<Document<?>> parts) {
    return new Document<>(
        answer,
        parts.stream()
            .flatMap(part -> part.sources().stream())
            .distinct()
            .sorted(Comparator.comparing(ProceedingsId::slug))
            .toList(),
        inOrder(parts.stream().flatMap(part -> part.remarks().stream()).toList()));
  }

  /**
   * The document after further facts.
   *
   * @param used is told each fact that says something about this question
   * @throws CannotFold if the fold fails at one of them
   */
  Document<S> after(Fold<S> fold, Iterable<Fact> facts, Consumer<Fact> used) {
    S state = answer;
    TreeMap<String, ProceedingsId> bySlug = new TreeMap<>(Comparator.naturalOrder());
    sources.forEach(source -> bySlug.put(source.slug(), source));
    List<Remarked> all = new ArrayList<>(remarks);
    for (Fact fact : facts) {
      S next = taken(fold, state, fact);
      if (next == state) {
        continue; // the fact says nothing about this question, and so do its remarks
      }
      state = next;
      used.accept(fact);
      Remarked.proceedings(fact).forEach(source -> bySlug.put(source.slug(), source));
      all.addAll(Remarked.of(fact));
    }
    return new Document<>(state, List.copyOf(bySlug.values()), inOrder(all));
  }

  private static List<Remarked> inOrder(List<Remarked> all) {
    return Stream.concat(
            all.stream().filter(remarked -> !remarked.acrossSources()),
            all.stream().filter(Remarked::acrossSources).distinct().sorted(BY_WORDS))
        .toList();
  }

  private static <S extends Record> S taken(Fold<S> fold, S state, Fact fact) {
    try {
      return fold.apply(state, fact);
    } catch (RuntimeException | StackOverflowError e) {
      throw new CannotFold(fold, fact, e);
    }
  }

  String json() {
    return Wire.mapper().writeValueAsString(this);
  }
}
