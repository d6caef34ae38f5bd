package vn.giaouoc.query.fold;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.query.journal.Reader;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.HistoryEvent;
import vn.giaouoc.shared.proceedings.HistoryEvent.FactCorrected;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsWithdrawn;

/**
 * What a program would do that has only this one thing to do: one pass through the journal in
 * order, each event decoded once, the documents kept in memory as objects however many they are,
 * those that cannot be had in one pass made anew at the end from the index that is there, and every
 * document written once, by {@code COPY}, into a table without indexes. Nobody reads meanwhile,
 * nothing can be resumed, and nothing is compared. It lies beside the folds because it calls the
 * same ones.
 */
public final class ByHand {

  private static final int PAGE = 5_000;
  private static final int BUFFER = 1 << 18;

  private final List<Fold<?>> folds;
  private final Connection connection;

  /** The loop over a journal, with a connection that may read it and owns {@code bench}. */
  public ByHand(Connection connection) {
    this.connection = connection;
    this.folds = folds();
  }

  private static List<Fold<?>> folds() {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
      scanner.addIncludeFilter(new AssignableTypeFilter(Fold.class));
      scanner.scan("vn.giaouoc.query");
      context.refresh();
      List<Fold<?>> folds = new ArrayList<>();
      context.getBeansOfType(Fold.class).values().forEach(fold -> folds.add((Fold<?>) fold));
      return folds;
    }
  }

  private record Name(String fold, String key) {}

  private static final class State<S extends Record> {
    private final Fold<S> fold;
    private Document<S> document;
    private Fact.@Nullable Place last;

    private State(Fold<S> fold, String key) {
      this.fold = fold;
      document = Document.empty(fold, Keys.slug(key));
    }

    private boolean apply(List<Fact> facts) {
      Fact.Place place = facts.getFirst().place();
      if (last != null && place.compareTo(last) <= 0) {
        return false;
      }
      document = document.after(fold, facts, fact -> {});
      last = facts.getLast().place();
      return true;
    }
  }

  /**
   * Makes all documents, into {@code bench.document (fold, key, document)}.
   *
   * @return how many there are
   */
  public long run() throws SQLException {
    connection.setAutoCommit(false);
    Map<Name, State<?>> states = new HashMap<>();
    Set<String> anew = new HashSet<>();
    Set<Batch> withdrawn = new HashSet<>();
    Map<String, List<Fold<?>>> byKind = new HashMap<>();
    folds.forEach(fold -> byKind.computeIfAbsent(fold.kind(), any -> new ArrayList<>()).add(fold));
    try (PreparedStatement read =
        connection.prepareStatement(
            "SELECT " + Entry.COLUMNS + " FROM read_model.journal j ORDER BY j.position")) {
      read.setFetchSize(PAGE);
      try (ResultSet rows = read.executeQuery()) {
        while (rows.next()) {
          Visible.Read event = Visible.Read.of(Entry.of(rows, 0));
          if (event == null) {
            continue;
          }
          String stream = event.entry().stream();
          Envelope.Told told = event.envelope().told();
          SortedSet<String> keys = new TreeSet<>(Keys.of(stream, event.event(), event.envelope()));
          if (event.event() instanceof FactCorrected corrected) {
            keys.addAll(keysOf(stream, corrected.version()));
          }
          if (event.event() instanceof ProceedingsWithdrawn away) {
            withdrawn.add(new Batch(away.proceedings(), away.recording()));
          }
          if (told != null || event.event() instanceof HistoryEvent) {
            // seldom: what papers tell
            anew.addAll(keys);
            continue;
          }
          List<Fact> facts = List.of();
          for (String key : keys) {
            if (!Keys.ofDocument(key)) {
              continue;
            }
            for (Fold<?> fold : byKind.getOrDefault(Keys.kind(key), List.of())) {
              if (!fold.restsOn(event.event())) {
                continue;
              }
              if (facts.isEmpty()) {
                facts = Visible.facts(List.of(event), withdrawn::contains, Reader.EVERYTHING);
              }
              if (!states
                  .computeIfAbsent(new Name(fold.name(), key), name -> new State<>(fold, key))
                  .apply(facts)) {
                anew.add(key);
              }
            }
          }
        }
      }
    }
    Map<Name, String> made = new HashMap<>();
    for (String key : anew) {
      List<Fold<?>> ofKind =
          Keys.ofDocument(key) ? byKind.getOrDefault(Keys.kind(key), List.of()) : List.of();
      if (ofKind.isEmpty()) {
        continue;
      }
      List<Fact> facts = Visible.facts(eventsOf(key), withdrawn::contains, Reader.EVERYTHING);
      for (Fold<?> fold : ofKind) {
        states.remove(new Name(fold.name(), key));
        List<Fact> its = Fact.of(fold, facts);
        if (!its.isEmpty()) {
          made.put(new Name(fold.name(), key), Document.of(fold, Keys.slug(key), its).json());
        }
      }
    }
    // nothing else can be asked on a connection while rows are copied
    Writer writer = new Writer(connection);
    for (Map.Entry<Name, String> document : made.entrySet()) {
      writer.write(document.getKey().fold(), document.getKey().key(), document.getValue());
    }
    for (Map.Entry<Name, State<?>> state : states.entrySet()) {
      writer.write(state.getKey().fold(), state.getKey().key(), state.getValue().document.json());
    }
    return writer.end();
  }

  private List<String> keysOf(String stream, long version) throws SQLException {
    try (PreparedStatement read =
        connection.prepareStatement(
            "SELECT k.key FROM read_model.journal j JOIN read_model.journal_key k USING (position)"
                + " WHERE j.stream = ? AND j.version = ?")) {
      read.setString(1, stream);
      read.setLong(2, version);
      List<String> keys = new ArrayList<>();
      try (ResultSet rows = read.executeQuery()) {
        while (rows.next()) {
          keys.add(rows.getString(1));
        }
      }
      return keys;
    }
  }

  private List<Visible.Read> eventsOf(String key) throws SQLException {
    try (PreparedStatement read =
        connection.prepareStatement(
            "SELECT "
                + Entry.COLUMNS
                + " FROM read_model.journal_key k JOIN read_model.journal j USING (position)"
                + " WHERE k.key = ? ORDER BY position")) {
      read.setString(1, key);
      List<Visible.Read> events = new ArrayList<>();
      try (ResultSet rows = read.executeQuery()) {
        while (rows.next()) {
          Visible.Read event = Visible.Read.of(Entry.of(rows, 0));
          if (event != null) {
            events.add(event);
          }
        }
      }
      return events;
    }
  }

  private static final class Writer {
    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER * 2);
    private long written;

    private Writer(Connection connection) throws SQLException {
      this.connection = connection;
      try (Statement statement = connection.createStatement()) {
        statement.execute("TRUNCATE bench.document");
      }
      copy =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("COPY bench.document (fold, key, document) FROM STDIN");
    }

    private void write(String fold, String key, String json) throws SQLException {
      buffer.append(fold).append('\t').append(key).append('\t');
      buffer.append(json.replace("\\", "\\\\")).append('\n');
      written++;
      if (buffer.length() >= BUFFER) {
        flush();
      }
    }

    private void flush() throws SQLException {
      byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      buffer.setLength(0);
    }

    private long end() throws SQLException {
      flush();
      copy.endCopy();
      connection.commit();
      return written;
    }
  }
}
