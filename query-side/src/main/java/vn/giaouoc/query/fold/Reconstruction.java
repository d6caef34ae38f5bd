package vn.giaouoc.query.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.query.journal.Journal;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.time.When;

/**
 * What was known at any position of the journal, of any moment: the same folds over the events of
 * one key, cut twice. Everything is read within the caller's transaction.
 */
@Component
public class Reconstruction {

  private static final int AT_ONCE = 500;

  private final Journal journal;
  private final KeyIndex index;
  private final Documents documents;
  private final Folder folder;
  private final Unreadable unreadable;

  Reconstruction(
      Journal journal, KeyIndex index, Documents documents, Folder folder, Unreadable unreadable) {
    this.journal = journal;
    this.index = index;
    this.documents = documents;
    this.folder = folder;
    this.unreadable = unreadable;
  }

  /**
   * A document at a moment.
   *
   * @param document what was known
   * @param uncertain the facts in it of which it cannot be told whether they applied by then
   */
  public record AtMoment<S extends Record>(Document<S> document, List<Fact> uncertain) {}

  /** A fold cannot take an event of a key, so there is no document of it. */
  public static final class Parked extends RuntimeException {

    private final String fold;
    private final String key;

    Parked(String fold, String key, RuntimeException cause) {
      super(fold + " " + key, cause);
      this.fold = fold;
      this.key = key;
    }

    /** The name of the fold. */
    public String fold() {
      return fold;
    }

    /** The key of the document. */
    public String key() {
      return key;
    }
  }

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
    List<Fact> facts = List.of();
    Optional<Documents.Stored> stored =
        asStored(moment) ? documents.find(fold.name(), key) : Optional.empty();
    if (stored.isPresent() && whole(fold, stored.get(), moment)) {
      return Optional.of(new AtMoment<>(Document.read(fold, stored.get().json()), List.of()));
    }
    boolean nothing =
        stored.isPresent()
            ? hidden(stored.get(), moment)
            : asStored(moment) && documents.complete(fold);
    if (!nothing) {
      facts = facts(key, fold.restsOn(), moment);
    }
    return facts.isEmpty()
        ? known(key, moment)
            ? Optional.of(new AtMoment<>(Document.empty(fold, slug), List.of()))
            : Optional.empty()
        : made(fold, key, facts, moment);
  }

  /** Whether anything is known of a key, whatever it says. */
  public boolean known(String key, Cut moment) {
    if (!journal.has(key, moment.position(), moment.reader())) {
      return false;
    }
    return !factsOf(index.firstOf(key, moment.position()), moment).isEmpty()
        || !facts(key, moment).isEmpty();
  }

  /**
   * What follows for one key from first-hand facts alone.
   *
   * @throws Parked if the fold cannot take one of them
   */
  public <S extends Record> S firstHand(Fold<S> fold, String slug, Cut moment) {
    String key = key(fold.kind(), slug);
    List<Fact> facts =
        facts(key, fold.restsOn(), moment).stream()
            .filter(fact -> fact.sources().isEmpty())
            .toList();
    return made(fold, key, facts, moment)
        .map(at -> at.document().answer())
        .orElseGet(() -> fold.empty(slug));
  }

  /**
   * Whether the stream of a key has an event that this program cannot read, and the reader may know
   * of: then what is told of the key lacks it.
   */
  public boolean lacking(String key, Cut moment) {
    List<Long> positions = unreadable.ofStream(key, moment.position());
    return !positions.isEmpty() && journal.at(positions).stream().anyMatch(moment.reader()::sees);
  }

  /**
   * The documents of all keys of a fold of which anything was known, by key.
   *
   * @param parked is told the keys of those that cannot be made
   */
  public <S extends Record> List<AtMoment<S>> all(
      Fold<S> fold, Cut moment, Consumer<String> parked) {
    SortedMap<String, AtMoment<S>> all = new TreeMap<>();
    if (asStored(moment) && documents.complete(fold)) {
      List<String> others = kept(fold, documents.ofFold(fold.name()), moment, all);
      inPieces(others, keys -> all.putAll(made(fold, keys, moment, parked)));
    } else {
      ofAllKeys(fold, moment, keys -> all.putAll(made(fold, keys, moment, parked)));
    }
    return List.copyOf(all.values());
  }

  /**
   * The same; but what is not stored because it is of another moment is told as far as the events
   * of each key's own stream tell, and where these tell nothing, as far as all do. What others say
   * of it may be lacking: a list of very many does not ask for that, and would take long to read
   * it.
   */
  public <S extends Record> List<AtMoment<S>> allOfTheirOwn(
      Fold<S> fold, Cut moment, Consumer<String> parked) {
    if (asStored(moment)) {
      return all(fold, moment, parked);
    }
    SortedMap<String, AtMoment<S>> all = new TreeMap<>();
    ofAllKeys(
        fold,
        moment,
        keys -> {
          all.putAll(made(fold, factsOfStreams(keys, moment), moment, parked));
          List<String> others = keys.stream().filter(key -> !all.containsKey(key)).toList();
          all.putAll(made(fold, others, moment, parked));
        });
    return List.copyOf(all.values());
  }

  private void ofAllKeys(Fold<?> fold, Cut moment, Consumer<List<String>> some) {
    List<String> keys = index.ofKind(fold.kind(), "", moment.position(), AT_ONCE);
    while (!keys.isEmpty()) {
      some.accept(keys);
      keys = index.ofKind(fold.kind(), keys.getLast(), moment.position(), AT_ONCE);
    }
  }

  /**
   * The documents of those keys only that have an event in common with another key: some event
   * names both. What it costs depends on that other key, and not on how many there are of the fold.
   */
  public <S extends Record> List<AtMoment<S>> sharing(
      Fold<S> fold, String key, Cut moment, Consumer<String> parked) {
    return some(fold, index.sharing(key, fold.kind(), moment.position()), moment, parked);
  }

  private <S extends Record> List<AtMoment<S>> some(
      Fold<S> fold, List<String> keys, Cut moment, Consumer<String> parked) {
    SortedMap<String, AtMoment<S>> all = new TreeMap<>();
    if (asStored(moment) && documents.complete(fold)) {
      List<Documents.Name> names =
          keys.stream().map(each -> new Documents.Name(fold.name(), each)).toList();
      keys = kept(fold, documents.of(Documents.Shelf.SERVING, names), moment, all);
    }
    inPieces(keys, some -> all.putAll(made(fold, some, moment, parked)));
    return List.copyOf(all.values());
  }

  /**
   * The same, of those streams only that have an event of another key, where a document's key is
   * that of a stream.
   */
  public <S extends Record> List<AtMoment<S>> ofStreams(
      Fold<S> fold, String key, Cut moment, Consumer<String> parked) {
    return some(fold, index.streams(key, fold.kind(), moment.position()), moment, parked);
  }

  /** Takes those documents that are the answer as they are; returns the keys of the others. */
  private static <S extends Record> List<String> kept(
      Fold<S> fold,
      List<Documents.Stored> documents,
      Cut moment,
      SortedMap<String, AtMoment<S>> all) {
    List<String> others = new ArrayList<>();
    for (Documents.Stored stored : documents) {
      if (whole(fold, stored, moment)) {
        all.put(stored.key(), new AtMoment<>(Document.read(fold, stored.json()), List.of()));
      } else if (!hidden(stored, moment)) {
        others.add(stored.key());
      }
    }
    return others;
  }

  private static void inPieces(List<String> keys, Consumer<List<String>> make) {
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      make.accept(keys.subList(from, Math.min(from + AT_ONCE, keys.size())));
    }
  }

  private <S extends Record> Map<String, AtMoment<S>> made(
      Fold<S> fold, List<String> keys, Cut moment, Consumer<String> parked) {
    return made(
        fold, visible(index.read(keys, fold.restsOn(), moment.position()), moment), moment, parked);
  }

  private static <S extends Record> Map<String, AtMoment<S>> made(
      Fold<S> fold, Map<String, List<Fact>> facts, Cut moment, Consumer<String> parked) {
    Map<String, AtMoment<S>> made = new ConcurrentHashMap<>();
    Set<String> failed = ConcurrentHashMap.newKeySet();
    facts.entrySet().parallelStream()
        .forEach(
            each -> {
              String key = each.getKey();
              try {
                made(fold, key, cut(Fact.of(fold, each.getValue()), moment.applying()), moment)
                    .ifPresent(document -> made.put(key, document));
              } catch (Parked e) {
                failed.add(key);
              }
            });
    failed.forEach(parked);
    return made;
  }

  private Map<String, List<Fact>> visible(Map<String, List<Visible.Read>> read, Cut moment) {
    Predicate<Batch> withdrawn = folder.withdrawn(moment.position());
    Map<String, List<Fact>> facts = new HashMap<>();
    read.forEach((key, all) -> facts.put(key, Visible.facts(all, withdrawn, moment.reader())));
    return facts;
  }

  /** The facts of a key, in their order. */
  public List<Fact> facts(String key, Cut moment) {
    return factsOf(
        index.read(List.of(key), moment.position()).getOrDefault(key, List.of()), moment);
  }

  /**
   * Those of the facts of a key that are events of these classes, in their order.
   *
   * @param events classes of events, or what they have in common
   */
  public List<Fact> facts(String key, Collection<Class<? extends Event>> events, Cut moment) {
    List<Visible.Read> read =
        index.read(List.of(key), events, moment.position()).getOrDefault(key, List.of());
    return factsOf(read, moment).stream()
        .filter(fact -> events.stream().anyMatch(any -> any.isInstance(fact.event())))
        .toList();
  }

  /**
   * The facts within each of these streams, in their order, whenever they apply; streams without
   * any are not in it.
   */
  public Map<String, List<Fact>> factsOfStreams(Collection<String> streams, Cut moment) {
    return factsIn(journal.ofStreams(streams, moment.position()), moment);
  }

  /** The same, of events of these types only, as far as nothing was recorded later about them. */
  public Map<String, List<Fact>> factsOfStreams(
      Collection<String> streams, Collection<String> types, Cut moment) {
    return factsIn(journal.ofStreams(streams, types, moment.position()), moment);
  }

  private Map<String, List<Fact>> factsIn(List<Entry> entries, Cut moment) {
    Map<Long, Visible.Read> read = Visible.Read.all(entries);
    return visible(
        entries.stream()
            .map(entry -> read.get(entry.position()))
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(event -> event.entry().stream())),
        moment);
  }

  private List<Fact> factsOf(List<Visible.Read> read, Cut moment) {
    return cut(
        Visible.facts(read, folder.withdrawn(moment.position()), moment.reader()),
        moment.applying());
  }

  /** Those of the facts that apply by the moment. */
  public static List<Fact> applying(List<Fact> facts, Cut moment) {
    return cut(facts, moment.applying());
  }

  /** The events of a key after a position, in order, as they are stored. */
  public List<Entry> entries(String key, long after, Cut moment, int limit) {
    return journal.ofKey(key, after, moment.position(), limit, moment.reader());
  }

  /** The events of these streams, in order, as they are stored. */
  public List<Entry> entriesOfStreams(Collection<String> streams, Cut moment) {
    return journal.ofStreams(streams, moment.position()).stream()
        .filter(moment.reader()::sees)
        .toList();
  }

  /** All events after a position, in order, as they are stored. */
  public List<Entry> entries(long after, Cut moment, int limit) {
    return journal.between(after, moment.position(), limit, moment.reader());
  }

  /** The last version of every stream that has events of a key. */
  public Map<String, Long> versions(String key, Cut moment) {
    return journal.versions(key, moment.position(), moment.reader());
  }

  /** Whether what is stored may be the answer: it is of the head, and of the present. */
  private static boolean asStored(Cut moment) {
    return moment.atHead() && moment.effective() == null;
  }

  /**
   * Whether the stored document is the answer: of this version of the fold, nothing in it lies
   * ahead, and the reader may see all that it is made of. It does not tell what in it is too coarse
   * to decide, which who asks of an effective moment is told.
   */
  private static boolean whole(Fold<?> fold, Documents.Stored stored, Cut moment) {
    return stored.foldVersion() == fold.version()
        && !stored.wholeFrom().isAfter(moment.applying())
        && stored.madeOf().stream().allMatch(moment.reader()::sees)
        && !hidden(stored, moment);
  }

  /** Whether there is nothing of its key that the reader may see. */
  private static boolean hidden(Documents.Stored stored, Cut moment) {
    return stored.knownTo().stream().noneMatch(moment.reader()::sees);
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
    try {
      return Optional.of(new AtMoment<>(Document.of(fold, Keys.slug(key), facts), uncertain));
    } catch (RuntimeException e) {
      throw new Parked(fold.name(), key, e);
    }
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
    return known.size() == fact.remarks().size() ? fact : fact.remarked(known);
  }

  private static boolean ahead(@Nullable When since, Instant at) {
    return since != null && since.earliest().isAfter(at);
  }
}
