package vn.giaouoc.query.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.query.journal.Journal;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.time.When;

/**
 * What was known at any position of the journal, of any moment: the same folds over the events of
 * one key, cut twice. Everything is read within the caller's transaction.
 */
@Component
public class Reconstruction {

  private final Journal journal;
  private final KeyIndex index;
  private final Documents documents;
  private final Folder folder;

  Reconstruction(Journal journal, KeyIndex index, Documents documents, Folder folder) {
    this.journal = journal;
    this.index = index;
    this.documents = documents;
    this.folder = folder;
  }

  /**
   * A document at a moment.
   *
   * @param document what was known
   * @param uncertain the facts in it of which it cannot be told whether they applied by then
   */
  public record AtMoment<S extends Record>(Document<S> document, List<Fact> uncertain) {}

  /** The key of a document: {@code kind:slug}. */
  public static String key(String kind, String slug) {
    return kind + ":" + slug;
  }

  /** The slug in the key of a document. */
  public static String slug(String key) {
    return Keys.slug(key);
  }

  /**
   * The document of one key, if anything was known of it.
   *
   * @param moment at which position and of which moment
   */
  public <S extends Record> Optional<AtMoment<S>> find(Fold<S> fold, String slug, Cut moment) {
    String key = key(fold.kind(), slug);
    if (moment.atHead()) {
      Optional<Documents.Stored> stored = documents.find(fold.name(), key);
      if (stored.isEmpty()) {
        return Optional.empty();
      }
      if (whole(fold, stored.get(), moment)) {
        return Optional.of(new AtMoment<>(Document.read(fold, stored.get().json()), List.of()));
      }
    }
    return made(fold, key, facts(key, moment), moment);
  }

  /** The documents of all keys of a fold of which anything was known, by key. */
  public <S extends Record> List<AtMoment<S>> all(Fold<S> fold, Cut moment) {
    List<AtMoment<S>> all = new ArrayList<>();
    if (moment.atHead()) {
      for (Documents.Stored stored : documents.ofFold(fold.name())) {
        if (whole(fold, stored, moment)) {
          all.add(new AtMoment<>(Document.read(fold, stored.json()), List.of()));
        } else {
          made(fold, stored.key(), facts(stored.key(), moment), moment).ifPresent(all::add);
        }
      }
      return all;
    }
    Set<Batch> withdrawn = folder.withdrawn(moment.position());
    String after = "";
    while (true) {
      List<String> keys = index.ofKind(fold.kind(), after, moment.position(), 500);
      if (keys.isEmpty()) {
        return all;
      }
      Map<String, List<Visible.Read>> read = index.read(keys, moment.position());
      for (String key : keys) {
        List<Fact> facts =
            cut(Visible.facts(read.getOrDefault(key, List.of()), withdrawn), moment.applying());
        made(fold, key, facts, moment).ifPresent(all::add);
      }
      after = keys.getLast();
    }
  }

  /** The facts of a key, in their order. */
  public List<Fact> facts(String key, Cut moment) {
    List<Visible.Read> read =
        index.read(List.of(key), moment.position()).getOrDefault(key, List.of());
    return cut(Visible.facts(read, folder.withdrawn(moment.position())), moment.applying());
  }

  /**
   * The facts within each of these streams, in their order, whenever they apply; streams without
   * any are not in it.
   */
  public Map<String, List<Fact>> factsOfStreams(Collection<String> streams, Cut moment) {
    Map<String, List<Visible.Read>> read = new HashMap<>();
    for (Entry entry : journal.ofStreams(streams, moment.position())) {
      Visible.Read event = Visible.Read.of(entry);
      if (event != null) {
        read.computeIfAbsent(entry.stream(), stream -> new ArrayList<>()).add(event);
      }
    }
    Map<String, List<Fact>> facts = new HashMap<>();
    read.forEach((stream, events) -> facts.put(stream, Visible.facts(events, Set.of())));
    return facts;
  }

  /** Those of the facts that apply by the moment. */
  public static List<Fact> applying(List<Fact> facts, Cut moment) {
    return cut(facts, moment.applying());
  }

  /** The events of a key after a position, in order, as they are stored. */
  public List<Entry> entries(String key, long after, Cut moment, int limit) {
    return index.entries(key, after, moment.position(), limit);
  }

  /** The last version of every stream that has events of a key. */
  public Map<String, Long> versions(String key, Cut moment) {
    return index.versions(key, moment.position());
  }

  /**
   * Whether the stored document is the answer: of this version of the fold, and nothing in it lies
   * ahead.
   */
  private static boolean whole(Fold<?> fold, Documents.Stored stored, Cut moment) {
    return stored.foldVersion() == fold.version() && !stored.wholeFrom().isAfter(moment.applying());
  }

  private static <S extends Record> Optional<AtMoment<S>> made(
      Fold<S> fold, String key, List<Fact> facts, Cut moment) {
    if (facts.isEmpty()) {
      return Optional.empty();
    }
    List<Fact> uncertain =
        moment.effective() == null
            ? List.of()
            : facts.stream().filter(fact -> uncertain(fact, moment.applying())).toList();
    return Optional.of(new AtMoment<>(Document.of(fold, Keys.slug(key), facts), uncertain));
  }

  private static boolean uncertain(Fact fact, Instant at) {
    return fact.appliesFrom().precision() != When.Precision.UNKNOWN
        && at.isBefore(fact.appliesFrom().latest());
  }

  private static List<Fact> cut(List<Fact> facts, Instant at) {
    return facts.stream()
        .filter(fact -> !fact.appliesFrom().earliest().isAfter(at))
        .map(fact -> withRemarksKnownAt(fact, at))
        .toList();
  }

  private static Fact withRemarksKnownAt(Fact fact, Instant at) {
    List<Remark> known =
        fact.remarks().stream().filter(remark -> !ahead(remark.since(), at)).toList();
    return known.size() == fact.remarks().size()
        ? fact
        : new Fact(
            fact.event(),
            fact.envelope(),
            fact.position(),
            fact.eventId(),
            fact.recordedAt(),
            fact.stream(),
            fact.version(),
            fact.type(),
            fact.sources(),
            known);
  }

  private static boolean ahead(@Nullable When since, Instant at) {
    return since != null && since.earliest().isAfter(at);
  }
}
