package vn.giaouoc.query.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.query.QuerySettings;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.query.journal.Follower;
import vn.giaouoc.query.journal.Journal;
import vn.giaouoc.query.journal.JournalWriter;
import vn.giaouoc.query.journal.Reader;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.HistoryEvent;
import vn.giaouoc.shared.proceedings.HistoryEvent.DoubtRaised;
import vn.giaouoc.shared.proceedings.HistoryEvent.FactCorrected;
import vn.giaouoc.shared.proceedings.HistoryEvent.RecordWithdrawn;
import vn.giaouoc.shared.proceedings.HistoryEvent.SourceAdded;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsWithdrawn;
import vn.giaouoc.shared.proceedings.ProceedingsId;

/**
 * Folds the journal into documents as it grows: a page of events, all folds, one transaction,
 * together with the position that is reached. A fact that sorts after all that its document is made
 * of is applied to it; everything else makes the document anew from the events of its key.
 *
 * <p>Whoever changes documents first locks the row of {@code folded}. So several nodes, and a
 * rebuild, take turns.
 */
@Component
public class Folder extends Follower {

  private static final int FAR = 10;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Journal journal;
  private final KeyIndex index;
  private final Documents documents;
  private final Unreadable unreadable;
  private final Folds folds;
  private final Head head;
  private final int page;
  private boolean triedAgain;

  Folder(
      @Qualifier("queryJdbcClient") JdbcClient jdbc,
      @Qualifier("queryTransactions") TransactionTemplate transactions,
      Journal journal,
      JournalWriter writer,
      KeyIndex index,
      Documents documents,
      Unreadable unreadable,
      Folds folds,
      Head head,
      QuerySettings settings) {
    super("folder", settings.journal().poll());
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.journal = journal;
    this.index = index;
    this.documents = documents;
    this.unreadable = unreadable;
    this.folds = folds;
    this.head = head;
    this.page = settings.journal().page();
    writer.onAppend(this::wake);
  }

  private record State(long folded, long head) {}

  @Override
  protected void follow() {
    if (!triedAgain) {
      readAgain();
      folds.all().forEach(this::tryAgain);
      triedAgain = true;
    }
    while (true) {
      State state =
          jdbc.sql(
                  "SELECT position AS folded, (SELECT coalesce(max(position), 0) FROM journal) AS"
                      + " head FROM folded")
              .query(State.class)
              .single();
      head.moved(state.folded());
      moved();
      if (state.folded() >= state.head() || !isRunning()) {
        return;
      }
      // far behind, more at once: a document is written once for a page, however much it grows
      int entries = state.head() - state.folded() > FAR * page ? FAR * page : page;
      transactions.executeWithoutResult(status -> foldPage(entries));
    }
  }

  /** Takes the turn to change documents, and tells up to where the journal is folded. */
  long lock() {
    return jdbc.sql("SELECT position FROM folded FOR UPDATE").query(Long.class).single();
  }

  private void foldPage(int most) {
    List<Entry> entries = journal.between(lock(), Long.MAX_VALUE, most);
    if (!entries.isEmpty()) {
      long upTo = entries.getLast().position();
      fold(entries, upTo, false);
      jdbc.sql("UPDATE folded SET position = ?").param(upTo).update();
    }
  }

  /**
   * Makes the parked documents of a fold once more; those that it still cannot make stay parked.
   */
  public void tryAgain(Fold<?> fold) {
    String after = "";
    while (true) {
      String from = after;
      List<String> keys =
          transactions.execute(
              status -> {
                long upTo = lock();
                List<String> parked =
                    documents
                        .without(
                            Documents.Shelf.SERVING,
                            fold.name(),
                            Documents.Stored.PARKED,
                            from,
                            page)
                        .stream()
                        .map(Documents.Stored::key)
                        .toList();
                refold(Documents.Shelf.SERVING, Map.of(fold, parked), withdrawn(upTo), upTo);
                return parked;
              });
      if (keys == null || keys.isEmpty()) {
        return;
      }
      after = keys.getLast();
    }
  }

  /**
   * Reads once more what could not be read: by an older program, or an older table of types. What
   * still cannot be read stays noted.
   */
  public void readAgain() {
    long after = 0;
    while (true) {
      long from = after;
      List<Long> positions = transactions.execute(status -> readAgain(from));
      if (positions == null || positions.isEmpty()) {
        return;
      }
      after = positions.getLast();
    }
  }

  private List<Long> readAgain(long after) {
    long upTo = lock();
    List<Long> positions = unreadable.positions(after, upTo, page);
    if (!positions.isEmpty()) {
      unreadable.forget(positions);
      // what concerned these events could not be related to their keys then, so it is looked at
      // again as well
      TreeMap<Long, Entry> entries = new TreeMap<>();
      journal.at(positions).forEach(entry -> entries.put(entry.position(), entry));
      Set<String> streams =
          entries.values().stream().map(Entry::stream).collect(Collectors.toSet());
      journal.ofStreams(streams, upTo).stream()
          .filter(entry -> entry.type().startsWith("history."))
          .forEach(entry -> entries.put(entry.position(), entry));
      fold(List.copyOf(entries.values()), upTo, true);
    }
    return positions;
  }

  private void fold(List<Entry> entries, long upTo, boolean allAnew) {
    List<Visible.Read> readable = new ArrayList<>();
    Map<Entry, SortedSet<String>> keys = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Visible.Read read = Visible.Read.of(entry);
      if (read == null) {
        unreadable.note(entry);
        keys.put(entry, new TreeSet<>(Set.of(entry.stream())));
      } else {
        readable.add(read);
        keys.put(entry, Keys.of(entry.stream(), read.event(), read.envelope()));
      }
    }
    index.add(keys);

    Map<String, List<Visible.Read>> added = new HashMap<>();
    Set<String> anew = new HashSet<>();
    Map<String, Long> firsts = index.firsts(factKeys(readable));
    for (Visible.Read read : readable) {
      long position = read.entry().position();
      String stream = read.entry().stream();
      switch (read.event()) {
        case HistoryEvent history -> {
          List<String> concerned =
              switch (history) {
                case SourceAdded told -> index.sharing(Keys.fact(stream, told.fact()), position);
                case DoubtRaised doubt -> index.sharing(Keys.fact(stream, doubt.fact()), position);
                case RecordWithdrawn withdrawn ->
                    index.sharing(Keys.told(stream, withdrawn.batch()), position);
                case FactCorrected corrected -> index.ofEvent(stream, corrected.version());
              };
          SortedSet<String> concernedKeys = new TreeSet<>(concerned);
          concernedKeys.add(stream);
          index.add(Map.of(read.entry(), concernedKeys));
          anew.addAll(concernedKeys);
        }
        default -> {
          Envelope.Told told = read.envelope().told();
          boolean notNew =
              allAnew
                  || (told != null
                      && firsts.getOrDefault(Keys.fact(stream, told.fact()), position) < position);
          for (String key : keys.getOrDefault(read.entry(), Collections.emptySortedSet())) {
            if (Keys.ofDocument(key)) {
              added.computeIfAbsent(key, any -> new ArrayList<>()).add(read);
              if (notNew) {
                anew.add(key);
              }
            }
          }
          if (read.event() instanceof ProceedingsWithdrawn withdrawn) {
            Batch batch = new Batch(withdrawn.proceedings(), withdrawn.recording());
            anew.addAll(index.sharing(Keys.restingOn(batch), upTo));
          }
        }
      }
    }
    Set<String> touched = new TreeSet<>(added.keySet());
    touched.addAll(anew);
    touched.removeIf(key -> folds.ofKind(Keys.kind(key)).isEmpty());
    bring(touched, added, anew, upTo);
  }

  private static Collection<String> factKeys(List<Visible.Read> reads) {
    Set<String> keys = new HashSet<>();
    for (Visible.Read read : reads) {
      Envelope.Told told = read.envelope().told();
      if (told != null) {
        keys.add(Keys.fact(read.entry().stream(), told.fact()));
      }
    }
    return keys;
  }

  private void bring(
      Set<String> touched, Map<String, List<Visible.Read>> added, Set<String> anew, long upTo) {
    if (touched.isEmpty()) {
      return;
    }
    Predicate<Batch> withdrawn = withdrawn(upTo);
    Map<Fold<?>, List<String>> refolded = new HashMap<>();
    Map<Documents.Name, List<Fact>> grown = new LinkedHashMap<>();
    for (String key : touched) {
      List<Fact> facts =
          Visible.facts(added.getOrDefault(key, List.of()), withdrawn, Reader.EVERYTHING);
      for (Fold<?> fold : folds.ofKind(Keys.kind(key))) {
        if (anew.contains(key)) {
          refolded.computeIfAbsent(fold, any -> new ArrayList<>()).add(key);
        } else {
          List<Fact> its = Fact.of(fold, facts);
          if (!its.isEmpty()) {
            grown.put(new Documents.Name(fold.name(), key), its);
          }
        }
      }
    }
    Map<Documents.Name, Documents.Stored> stored =
        documents.of(Documents.Shelf.SERVING, grown.keySet()).stream()
            .collect(
                Collectors.toMap(
                    each -> new Documents.Name(each.fold(), each.key()), each -> each));
    // then there was nothing before of which a document that is not there could be made
    Map<Fold<?>, Boolean> complete = new HashMap<>();
    List<Documents.Stored> written = new ArrayList<>();
    grown.forEach(
        (name, facts) -> {
          Fold<?> fold = folds.named(name.fold()).orElseThrow();
          Documents.Stored present = stored.get(name);
          Documents.Stored next =
              present == null
                  ? complete.computeIfAbsent(fold, documents::complete)
                      ? made(fold, name.key(), facts, upTo)
                      : null
                  : present.foldVersion() == fold.version()
                      ? applied(fold, present, facts, upTo)
                      : null;
          if (next == null) {
            refolded.computeIfAbsent(fold, any -> new ArrayList<>()).add(name.key());
          } else {
            written.add(next);
          }
        });
    documents.write(Documents.Shelf.SERVING, written);
    refold(Documents.Shelf.SERVING, refolded, withdrawn, upTo);
  }

  /** Makes documents anew from the events of their keys. */
  void refold(
      Documents.Shelf shelf,
      Map<Fold<?>, List<String>> keys,
      Predicate<Batch> withdrawn,
      long upTo) {
    List<Documents.Stored> written = new ArrayList<>();
    List<Documents.Name> removed = new ArrayList<>();
    keys.forEach(
        (fold, ofFold) -> {
          Map<String, List<Visible.Read>> reads = index.read(ofFold, fold.restsOn(), upTo);
          for (String key : ofFold) {
            List<Fact> ofKey =
                Fact.of(
                    fold,
                    Visible.facts(
                        reads.getOrDefault(key, List.of()), withdrawn, Reader.EVERYTHING));
            if (ofKey.isEmpty()) {
              removed.add(new Documents.Name(fold.name(), key));
            } else {
              written.add(made(fold, key, ofKey, upTo));
            }
          }
        });
    documents.write(shelf, written);
    documents.remove(shelf, removed);
  }

  /**
   * Whether a batch was withdrawn by a position. Few facts ask, and what was answered of the same
   * proceedings is not looked up again.
   */
  Predicate<Batch> withdrawn(long upTo) {
    Map<ProceedingsId, Set<Batch>> known = new HashMap<>();
    return batch ->
        known.computeIfAbsent(batch.proceedings(), id -> withdrawn(id, upTo)).contains(batch);
  }

  private Set<Batch> withdrawn(ProceedingsId proceedings, long upTo) {
    Set<Batch> batches = new HashSet<>();
    for (Entry entry : journal.withdrawals(proceedings.stream(), upTo)) {
      Visible.Read read = Visible.Read.of(entry);
      if (read != null && read.event() instanceof ProceedingsWithdrawn withdrawn) {
        batches.add(new Batch(withdrawn.proceedings(), withdrawn.recording()));
      }
    }
    return batches;
  }

  /** Nothing where it must be made anew, or cannot take one of the facts: that shows then. */
  private static <S extends Record> Documents.@Nullable Stored applied(
      Fold<S> fold, Documents.Stored present, List<Fact> facts, long upTo) {
    try {
      Growing<S> before = Growing.of(fold, present);
      return before.precedes(facts)
          ? before.after(fold, facts).stored(fold, present.key(), upTo)
          : null;
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static <S extends Record> Documents.Stored made(
      Fold<S> fold, String key, List<Fact> facts, long upTo) {
    try {
      return Growing.empty(fold, key).after(fold, facts).stored(fold, key, upTo);
    } catch (RuntimeException e) {
      return Documents.Stored.parked(fold, key, facts, e);
    }
  }
}
