package vn.giaouoc.query.fold;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Audience;

/**
 * A document while facts are added to it.
 *
 * @param document what is known
 * @param last where the last of its facts stands; absent while there is none
 * @param wholeFrom from when on everything in it applies
 * @param madeOf whom the facts are for that it is made of, or that are not the same to everybody
 * @param knownTo whom the facts of its key are for
 */
record Growing<S extends Record>(
    Document<S> document,
    Fact.@Nullable Place last,
    Instant wholeFrom,
    SortedSet<Audience> madeOf,
    SortedSet<Audience> knownTo) {

  private static final Instant ALWAYS = Instant.parse("0001-01-01T00:00:00Z");

  /** Before any fact. */
  static <S extends Record> Growing<S> empty(Fold<S> fold, String key) {
    return new Growing<>(
        Document.empty(fold, Keys.slug(key)),
        null,
        ALWAYS,
        Documents.Stored.audiences(),
        Documents.Stored.audiences());
  }

  /**
   * As it is stored.
   *
   * @throws RuntimeException if this program cannot read it
   */
  static <S extends Record> Growing<S> of(Fold<S> fold, Documents.Stored stored) {
    return new Growing<>(
        Document.read(fold, stored.json()),
        stored.last(),
        stored.wholeFrom(),
        stored.madeOf(),
        stored.knownTo());
  }

  /** Whether these facts sort after all that it is made of; else it must be made anew. */
  boolean precedes(List<Fact> facts) {
    return last == null || facts.getFirst().place().compareTo(last) > 0;
  }

  /**
   * After further facts, in their order.
   *
   * @param facts at least one
   * @throws RuntimeException if the fold cannot take one of them
   */
  Growing<S> after(Fold<S> fold, List<Fact> facts) {
    SortedSet<Audience> ofAll = new TreeSet<>(knownTo);
    SortedSet<Audience> ofAnswer = new TreeSet<>(madeOf);
    Document<S> grown = document.after(fold, facts, fact -> ofAnswer.addAll(fact.audiences()));
    Instant whole = wholeFrom;
    for (Fact fact : facts) {
      ofAll.addAll(fact.audiences());
      if (fact.mixed()) {
        ofAnswer.addAll(fact.audiences());
      }
      Instant from = fact.appliesFrom().earliest();
      whole = from.isAfter(whole) ? from : whole;
      for (var remark : fact.remarks()) {
        if (remark.since() != null && remark.since().earliest().isAfter(whole)) {
          whole = remark.since().earliest();
        }
      }
    }
    return new Growing<>(grown, facts.getLast().place(), whole, ofAnswer, ofAll);
  }

  /** As it is to be stored, with the position that it stands at. */
  Documents.Stored stored(Fold<S> fold, String key, long position) {
    if (last == null) {
      throw new IllegalStateException("There is no fact of " + key);
    }
    return new Documents.Stored(
        fold.name(),
        key,
        fold.version(),
        position,
        last,
        wholeFrom,
        madeOf,
        knownTo,
        document.json());
  }
}
