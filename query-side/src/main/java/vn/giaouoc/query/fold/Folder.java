package vn.giaouoc.query.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.HistoryEvent;
import vn.giaouoc.shared.proceedings.HistoryEvent.DoubtRaised;
import vn.giaouoc.shared.proceedings.HistoryEvent.FactCorrected;
import vn.giaouoc.shared.proceedings.HistoryEvent.RecordWithdrawn;
import vn.giaouoc.shared.proceedings.HistoryEvent.SourceAdded;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsWithdrawn;

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

  private static final String UNREADABLE = "*";
  private static final Instant ALWAYS = Instant.parse("0001-01-01T00:00:00Z");

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Journal journal;
  private final KeyIndex index;
  private final Documents documents;
  private final Folds folds;
  private final Head head;
  private final int page;
  private boolean lookedAtUnreadable;

  Folder(
      @Qualifier("queryJdbcClient") JdbcClient jdbc,
      @Qualifier("queryTransactions") TransactionTemplate transactions,
      Journal journal,
      JournalWriter writer,
      KeyIndex index,
      Documents documents,
      Folds folds,
      Head head,
      QuerySettings settings) {
    super("folder", settings.journal().poll());
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.journal = journal;
    this.index = index;
    this.documents = documents;
    this.folds = folds;
    this.head = head;
    this.page = settings.journal().page();
    writer.onAppend(this::wake);
  }

  private record State(long folded, long head) {}

  @Override
  protected void follow() {
    if (!lookedAtUnreadable) {
      transactions.executeWithoutResult(status -> readAgain());
      lookedAtUnreadable = true;
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
      transactions.executeWithoutResult(status -> foldPage());
    }
  }

  /** Takes the turn to change documents, and tells up to where the journal is folded. */
  long lock() {
    return jdbc.sql("SELECT position FROM folded FOR UPDATE").query(Long.class).single();
  }

  private void foldPage() {
    List<Entry> entries = journal.between(lock(), Long.MAX_VALUE, page);
    if (!entries.isEmpty()) {
      long upTo = entries.getLast().position();
      fold(entries, upTo, false);
      jdbc.sql("UPDATE folded SET position = ?").param(upTo).update();
    }
  }

  /** Events that an older program could not read may be readable to this one. */
  private void readAgain() {
    long upTo = lock();
    List<Long> positions =
        jdbc.sql("SELECT position FROM parked WHERE fold = ? AND position <= ?")
            .params(UNREADABLE, upTo)
            .query(Long.class)
            .list();
    if (!positions.isEmpty()) {
      jdbc.sql("DELETE FROM parked WHERE fold = ?").param(UNREADABLE).update();
      // what concerned these events could not be related to their keys then, so it is looked at
      // again as well
      List<Entry> entries = new ArrayList<>(journal.at(positions));
      Set<String> streams = entries.stream().map(Entry::stream).collect(Collectors.toSet());
      journal.ofStreams(streams, upTo).stream()
          .filter(entry -> entry.type().startsWith("history."))
          .forEach(entries::add);
      entries.sort(Comparator.comparingLong(Entry::position));
      fold(entries, upTo, true);
    }
  }

  private void fold(List<Entry> entries, long upTo, boolean allAnew) {
    List<Visible.Read> readable = new ArrayList<>();
    TreeMap<Long, SortedSet<String>> keys = new TreeMap<>();
    for (Entry entry : entries) {
      Visible.Read read = Visible.Read.of(entry);
      if (read == null) {
        park(
            UNREADABLE, entry.stream(), entry.position(), "unknown or unreadable: " + entry.type());
        keys.put(entry.position(), new TreeSet<>(Set.of(entry.stream())));
      } else {
        readable.add(read);
        keys.put(entry.position(), Keys.of(entry.stream(), read.event(), read.envelope()));
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
          index.add(Map.of(position, concernedKeys));
          anew.addAll(concernedKeys);
        }
        default -> {
          Envelope.Told told = read.envelope().told();
          boolean notNew =
              allAnew
                  || (told != null
                      && firsts.getOrDefault(Keys.fact(stream, told.fact()), position) < position);
          for (String key : keys.getOrDefault(position, Collections.emptySortedSet())) {
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
    Map<Documents.Name, Documents.Stored> stored =
        documents.ofKeys(touched).stream()
            .collect(
                Collectors.toMap(
                    each -> new Documents.Name(each.fold(), each.key()), each -> each));
    Set<Documents.Name> stuck = new HashSet<>(parkedOf(touched));
    Set<Batch> withdrawn = withdrawn(upTo);
    List<Documents.Stored> written = new ArrayList<>();
    Map<Fold<?>, List<String>> refolded = new HashMap<>();
    for (String key : touched) {
      List<Fact> facts =
          Visible.facts(added.getOrDefault(key, List.of()), withdrawn, Reader.EVERYTHING);
      for (Fold<?> fold : folds.ofKind(Keys.kind(key))) {
        Documents.Name name = new Documents.Name(fold.name(), key);
        Documents.Stored present = stored.get(name);
        Documents.Stored next =
            present == null
                    || anew.contains(key)
                    || facts.isEmpty()
                    || stuck.contains(name)
                    || present.foldVersion() != fold.version()
                    || facts.getFirst().place().compareTo(present.last()) <= 0
                ? null
                : applied(fold, present, facts, upTo);
        if (next == null) {
          refolded.computeIfAbsent(fold, any -> new ArrayList<>()).add(key);
        } else {
          written.add(next);
        }
      }
    }
    documents.write(written);
    refold(refolded, withdrawn, upTo);
  }

  /**
   * Makes documents anew from the events of their keys; returns how many of them became other than
   * they were.
   */
  int refold(Map<Fold<?>, List<String>> keys, Set<Batch> withdrawn, long upTo) {
    Set<String> all = keys.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    if (all.isEmpty()) {
      return 0;
    }
    Map<String, List<Fact>> facts = new HashMap<>();
    index
        .read(all, upTo)
        .forEach(
            (key, reads) -> facts.put(key, Visible.facts(reads, withdrawn, Reader.EVERYTHING)));
    Map<Documents.Name, String> before =
        documents.ofKeys(all).stream()
            .collect(
                Collectors.toMap(
                    each -> new Documents.Name(each.fold(), each.key()), Documents.Stored::json));
    List<Documents.Stored> written = new ArrayList<>();
    List<Documents.Name> removed = new ArrayList<>();
    Set<Documents.Name> stuck = new HashSet<>(parkedOf(all));
    int changed = 0;
    for (Map.Entry<Fold<?>, List<String>> ofFold : keys.entrySet()) {
      for (String key : ofFold.getValue()) {
        Documents.Name name = new Documents.Name(ofFold.getKey().name(), key);
        List<Fact> ofKey = facts.getOrDefault(key, List.of());
        String was = before.get(name);
        if (ofKey.isEmpty()) {
          removed.add(name);
          unpark(name, stuck);
          changed += was == null ? 0 : 1;
        } else {
          Documents.Stored next = made(ofFold.getKey(), key, ofKey, upTo);
          if (next != null) {
            written.add(next);
            unpark(name, stuck);
            changed += next.json().equals(was) ? 0 : 1;
          }
        }
      }
    }
    documents.write(written);
    documents.remove(removed);
    return changed;
  }

  /** The batches that were withdrawn by a position. */
  Set<Batch> withdrawn(long upTo) {
    Set<Batch> batches = new HashSet<>();
    for (Entry entry : journal.withdrawals(upTo)) {
      Visible.Read read = Visible.Read.of(entry);
      if (read != null && read.event() instanceof ProceedingsWithdrawn withdrawn) {
        batches.add(new Batch(withdrawn.proceedings(), withdrawn.recording()));
      }
    }
    return batches;
  }

  private <S extends Record> Documents.@Nullable Stored applied(
      Fold<S> fold, Documents.Stored present, List<Fact> facts, long upTo) {
    try {
      return stored(
          fold,
          present.key(),
          Document.read(fold, present.json()),
          facts,
          present.wholeFrom(),
          present.madeOf(),
          present.knownTo(),
          upTo);
    } catch (RuntimeException e) {
      // made anew below, where it is parked if it fails again
      return null;
    }
  }

  private <S extends Record> Documents.@Nullable Stored made(
      Fold<S> fold, String key, List<Fact> facts, long upTo) {
    try {
      return stored(
          fold,
          key,
          Document.empty(fold, Keys.slug(key)),
          facts,
          ALWAYS,
          Documents.Stored.audiences(),
          Documents.Stored.audiences(),
          upTo);
    } catch (RuntimeException e) {
      park(fold.name(), key, facts.getLast().position(), e.toString());
      return null;
    }
  }

  private static <S extends Record> Documents.Stored stored(
      Fold<S> fold,
      String key,
      Document<S> before,
      List<Fact> facts,
      Instant wholeFrom,
      SortedSet<Audience> madeOf,
      SortedSet<Audience> knownTo,
      long upTo) {
    SortedSet<Audience> ofAll = new TreeSet<>(knownTo);
    SortedSet<Audience> ofAnswer = new TreeSet<>(madeOf);
    Document<S> document = before.after(fold, facts, fact -> ofAnswer.addAll(fact.audiences()));
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
    return new Documents.Stored(
        fold.name(),
        key,
        fold.version(),
        upTo,
        facts.getLast().place(),
        whole,
        ofAnswer,
        ofAll,
        document.json());
  }

  private void park(String fold, String key, long position, String cause) {
    jdbc.sql(
            "INSERT INTO parked (fold, key, position, cause) VALUES (?, ?, ?, ?) ON CONFLICT DO"
                + " NOTHING")
        .params(fold, key, position, cause)
        .update();
  }

  private void unpark(Documents.Name name, Set<Documents.Name> stuck) {
    if (!stuck.contains(name)) {
      return;
    }
    jdbc.sql("DELETE FROM parked WHERE fold = ? AND key = ?")
        .params(name.fold(), name.key())
        .update();
  }

  private List<Documents.Name> parkedOf(Collection<String> keys) {
    return jdbc.sql("SELECT fold, key FROM parked WHERE key = ANY(?) AND fold <> ?")
        .params(keys.toArray(String[]::new), UNREADABLE)
        .query(Documents.Name.class)
        .list();
  }
}
