package vn.giaouoc.query.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import vn.giaouoc.query.QuerySettings;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.query.journal.Journal;
import vn.giaouoc.query.journal.Reader;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.HistoryEvent;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsWithdrawn;

/**
 * The documents of some folds while they are built beside those that are read. Goes through the
 * journal once, in order and in large pages, for all of them: an event is read once, however many
 * keys it has. Documents stay in memory while they grow and are written when others need the room,
 * so that it takes no more memory for a longer journal.
 *
 * <p>Only what can be added to the end of a document is added here. Where an event sorts before
 * what its document is made of, or was told by a paper, or concerns others, the document is noted
 * as {@link Documents.Stored#ANEW} and made from all events of its key at the end.
 *
 * <p>Every written document tells at which position it stands, and takes no event twice; so what
 * was written before an interruption is right, and is gone on with.
 */
final class Shadow {

  private static final int MADE_AT_ONCE = 200;
  private static final int WRITTEN_AT_ONCE = 1_000;

  private final Journal journal;
  private final KeyIndex index;
  private final Documents documents;
  private final Folder folder;
  private final QuerySettings.Rebuild settings;
  private final Consumer<Runnable> inTransaction;
  private final Collection<Fold<?>> folds;
  private final Map<String, List<Fold<?>>> ofKind = new HashMap<>();
  private final Map<String, Fold<?>> byName = new HashMap<>();
  private final LinkedHashMap<Documents.Name, Held<?>> held =
      new LinkedHashMap<>(1024, 0.75f, true);
  private final Set<Documents.Name> touched = new HashSet<>();
  private long position;
  private long weight;
  private boolean watched;

  /**
   * Nothing in memory yet.
   *
   * @param settings how much at once, and how much room there is
   * @param inTransaction has something written, together
   * @param folds what is built
   * @param position up to which position all of them are built and written
   */
  Shadow(
      Journal journal,
      KeyIndex index,
      Documents documents,
      Folder folder,
      QuerySettings.Rebuild settings,
      Consumer<Runnable> inTransaction,
      Collection<Fold<?>> folds,
      long position) {
    this.journal = journal;
    this.index = index;
    this.documents = documents;
    this.folder = folder;
    this.settings = settings;
    this.inTransaction = inTransaction;
    this.folds = folds;
    this.position = position;
    for (Fold<?> fold : folds) {
      ofKind.computeIfAbsent(fold.kind(), kind -> new ArrayList<>()).add(fold);
      byName.put(fold.name(), fold);
    }
  }

  /** A document in memory. */
  private static final class Held<S extends Record> {
    private final Fold<S> fold;
    private final String key;
    private Growing<S> growing;
    private boolean anew;
    private boolean unwritten;
    private long position;
    private int weight = 1;

    private Held(Fold<S> fold, String key) {
      this.fold = fold;
      this.key = key;
      growing = Growing.empty(fold, key);
    }

    private static <S extends Record> Held<S> of(Fold<S> fold, Documents.Stored stored) {
      Held<S> held = new Held<>(fold, stored.key());
      held.position = stored.position();
      if (stored.foldVersion() == fold.version()) {
        held.growing = Growing.of(fold, stored);
        held.weight = 1 + stored.json().length() / 200;
      } else {
        // of another version, or noted as such: and it is unwritten, lest that be forgotten
        held.makeAnew();
      }
      return held;
    }

    private void makeAnew() {
      if (!anew) {
        anew = true;
        unwritten = true;
        growing = Growing.empty(fold, key);
      }
    }

    private void add(List<Visible.Read> reads) {
      if (anew) {
        return;
      }
      List<Visible.Read> later =
          reads.getFirst().entry().position() > position
              ? reads
              : reads.stream().filter(read -> read.entry().position() > position).toList();
      if (later.isEmpty()) {
        return;
      }
      List<Fact> facts = Visible.facts(later, batch -> false, Reader.EVERYTHING);
      try {
        if (growing.precedes(facts)) {
          growing = growing.after(fold, facts);
          position = later.getLast().entry().position();
          unwritten = true;
          weight += facts.size();
        } else {
          makeAnew();
        }
      } catch (RuntimeException e) {
        // tried once more at the end, where it is parked
        makeAnew();
      }
    }

    private Documents.Stored stored() {
      return anew ? Documents.Stored.anew(fold, key) : growing.stored(fold, key, position);
    }
  }

  /** Up to where it goes. */
  long position() {
    return position;
  }

  /**
   * Takes the next page of the journal.
   *
   * @param upTo the last position that the folder has done: it has related events to keys
   * @return whether there was one
   */
  boolean page(long upTo) {
    List<Entry> entries = journal.between(position, upTo, settings.page());
    if (entries.isEmpty()) {
      return false;
    }
    Map<Documents.Name, List<Visible.Read>> added = new LinkedHashMap<>();
    Set<String> anew = new HashSet<>();
    List<Long> concerning = new ArrayList<>();
    for (Entry entry : entries) {
      Visible.Read read = Visible.Read.of(entry);
      if (read == null) {
        continue; // the folder has noted it
      }
      if (read.event() instanceof HistoryEvent) {
        concerning.add(entry.position());
        continue;
      }
      boolean told = read.envelope().told() != null;
      for (String key : Keys.of(entry.stream(), read.event(), read.envelope())) {
        if (!Keys.ofDocument(key)) {
          continue;
        }
        if (told) {
          anew.add(key);
        }
        for (Fold<?> fold : of(key)) {
          if (fold.restsOn(read.event())) {
            added
                .computeIfAbsent(new Documents.Name(fold.name(), key), any -> new ArrayList<>())
                .add(read);
          }
        }
      }
      if (read.event() instanceof ProceedingsWithdrawn withdrawn) {
        Batch batch = new Batch(withdrawn.proceedings(), withdrawn.recording());
        anew.addAll(index.sharing(Keys.restingOn(batch), entry.position()));
      }
    }
    anew.addAll(index.at(concerning));
    for (String key : anew) {
      for (Fold<?> fold : of(key)) {
        added.put(new Documents.Name(fold.name(), key), List.of());
      }
    }
    hold(added.keySet());
    added.forEach(this::add);
    position = entries.getLast().position();
    makeRoom();
    return true;
  }

  /** Without reads it is to be made anew. */
  private void add(Documents.Name name, List<Visible.Read> reads) {
    Held<?> document = Objects.requireNonNull(held.get(name));
    int before = document.weight;
    if (reads.isEmpty()) {
      document.makeAnew();
    } else {
      document.add(reads);
    }
    weight += document.weight - before;
    if (watched) {
      touched.add(name);
    }
  }

  /** The folds to which a key belongs. */
  private List<Fold<?>> of(String key) {
    return ofKind.getOrDefault(Keys.kind(key), List.of());
  }

  /** Fetches what is not in memory. */
  private void hold(Collection<Documents.Name> names) {
    List<Documents.Name> missing = names.stream().filter(name -> !held.containsKey(name)).toList();
    Map<Documents.Name, Documents.Stored> stored = new HashMap<>();
    documents
        .of(Documents.Shelf.BUILDING, missing)
        .forEach(each -> stored.put(new Documents.Name(each.fold(), each.key()), each));
    for (Documents.Name name : missing) {
      Fold<?> fold = Objects.requireNonNull(byName.get(name.fold()));
      Documents.Stored present = stored.get(name);
      hold(name, present == null ? new Held<>(fold, name.key()) : Held.of(fold, present));
    }
  }

  private void hold(Documents.Name name, Held<?> document) {
    held.put(name, document);
    weight += document.weight;
  }

  /** Writes what was used longest ago, until there is room again. */
  private void makeRoom() {
    if (weight <= settings.facts()) {
      return;
    }
    List<Held<?>> leaving = new ArrayList<>();
    Iterator<Held<?>> oldest = held.values().iterator();
    while (weight > settings.facts() * 9L / 10 && oldest.hasNext()) {
      Held<?> document = oldest.next();
      oldest.remove();
      weight -= document.weight;
      leaving.add(document);
    }
    inTransaction.accept(() -> write(leaving));
  }

  /** Writes all that is not written, and something else with it. */
  void flush(Runnable alongside) {
    inTransaction.accept(
        () -> {
          write(held.values());
          alongside.run();
        });
  }

  private void write(Collection<Held<?>> some) {
    List<Documents.Stored> written = new ArrayList<>();
    for (Held<?> document : some) {
      if (document.unwritten) {
        written.add(document.stored());
        document.unwritten = false;
        if (written.size() == WRITTEN_AT_ONCE) {
          documents.write(Documents.Shelf.BUILDING, written);
          written.clear();
        }
      }
    }
    documents.write(Documents.Shelf.BUILDING, written);
  }

  /**
   * Makes those documents that must be made from all events of their keys; what is in memory is
   * written.
   *
   * @param goOn asked between two pages
   */
  void makeRest(BooleanSupplier goOn) {
    for (Fold<?> fold : folds) {
      List<String> keys = rest(fold);
      while (!keys.isEmpty() && goOn.getAsBoolean()) {
        List<String> page = keys;
        inTransaction.accept(
            () ->
                folder.refold(
                    Documents.Shelf.BUILDING,
                    Map.of(fold, page),
                    folder.withdrawn(position),
                    position));
        for (String key : page) {
          Held<?> document = held.remove(new Documents.Name(fold.name(), key));
          weight -= document == null ? 0 : document.weight;
        }
        keys = rest(fold);
      }
    }
  }

  private List<String> rest(Fold<?> fold) {
    return documents
        .without(Documents.Shelf.BUILDING, fold.name(), Documents.Stored.ANEW, "", MADE_AT_ONCE)
        .stream()
        .map(Documents.Stored::key)
        .toList();
  }

  /** Begins to note which documents change. */
  void watch() {
    watched = true;
  }

  /** Which documents changed since it began to note them. */
  List<Documents.Name> touched() {
    return List.copyOf(touched);
  }
}
