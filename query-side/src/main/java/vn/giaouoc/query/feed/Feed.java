package vn.giaouoc.query.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.query.QuerySettings;
import vn.giaouoc.query.answer.Occurrence;
import vn.giaouoc.query.fold.Head;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.query.journal.Follower;
import vn.giaouoc.query.journal.Journal;

/**
 * Tells listeners what is folded: who asks a question after an event of the feed finds it in the
 * answer. One thread reads each event once, writes it down once, and hands it to every {@link Line}
 * that is up to date; none waits for another. A line that comes from an earlier position, that is
 * slow, or of which only the record tells what it may hear, catches up by itself, a few at a time,
 * and joins the others where they are.
 */
@Component
class Feed extends Follower {

  static final int AT_ONCE = 500;

  private static final Duration LONGEST_TURN = Duration.ofSeconds(1);
  private static final int CATCHING_UP_AT_ONCE = 4;

  private final Journal journal;
  private final Head head;
  private final Scopes scopes;
  private final JsonMapper json;
  private final Duration heartbeat;
  private final Duration turn;
  private final Counter cutOff;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final ExecutorService catchingUp =
      Executors.newFixedThreadPool(
          CATCHING_UP_AT_ONCE, Thread.ofVirtual().name("feed-behind-", 0).factory());
  private long read = -1;
  private long beaten = System.nanoTime();

  Feed(
      Journal journal,
      Head head,
      Scopes scopes,
      JsonMapper json,
      QuerySettings settings,
      MeterRegistry meters) {
    super("feed", Duration.ofMillis(1));
    this.journal = journal;
    this.head = head;
    this.scopes = scopes;
    this.json = json;
    heartbeat = settings.feed().heartbeat();
    turn = heartbeat.compareTo(LONGEST_TURN) < 0 ? heartbeat : LONGEST_TURN;
    Gauge.builder("giaouoc.feed.listeners", lines, Set::size)
        .description("Who listens to the feed on this node")
        .register(meters);
    Gauge.builder("giaouoc.feed.behind", () -> lines.stream().filter(Line::behind).count())
        .baseUnit("listeners")
        .description("Listeners that are not up to date: they have just come, or are slow")
        .register(meters);
    cutOff =
        Counter.builder("giaouoc.feed.cut.off")
            .description("Listeners that went away, or to whom nothing could be sent")
            .register(meters);
  }

  /**
   * An event, written down once for all.
   *
   * @param scope the blocs, cycles and conferences to which it belongs; empty where nobody asks
   */
  record Told(Entry entry, Set<String> scope, byte[] text) {}

  /** Where a listener begins who does not say. */
  long position() {
    return head.position();
  }

  /** Begins to tell somebody. */
  void add(Line line) {
    lines.add(line);
    catchUp(line);
  }

  /** Does not tell them any more. */
  void remove(Line line) {
    if (lines.remove(line)) {
      cutOff.increment();
    }
  }

  /** Has a line read what it has missed, when it is its turn. */
  void catchUp(Line line) {
    try {
      catchingUp.execute(line::catchUp);
    } catch (RejectedExecutionException e) {
      line.end();
    }
  }

  /** Whether who was told up to a position has missed nothing: then {@code join} is run. */
  synchronized boolean joins(long position, Runnable join) {
    if (read >= 0 && position >= read) {
      join.run();
      return true;
    }
    return false;
  }

  private synchronized void readUpTo(long position) {
    read = position;
  }

  /** Events as they are told. */
  List<Told> told(List<Entry> entries, boolean scoped) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Map<Long, Set<String>> keys =
        scoped
            ? journal.keys(entries.getFirst().position() - 1, entries.getLast().position())
            : Map.of();
    return entries.stream()
        .map(
            entry ->
                new Told(
                    entry,
                    scoped
                        ? scopes.of(entry, keys.getOrDefault(entry.position(), Set.of()))
                        : Set.of(),
                    text(entry)))
        .toList();
  }

  private byte[] text(Entry entry) {
    String data = json.writeValueAsString(Occurrence.of(entry)).replace("\n", "\ndata:");
    return "id:%d\nevent:%s\ndata:%s\n\n"
        .formatted(entry.position(), entry.type(), data)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void follow() throws InterruptedException {
    if (read < 0 || head.position() < read) {
      readUpTo(head.position());
    }
    long folded = head.awaitBeyond(read, turn);
    while (read < folded && isRunning()) {
      List<Entry> entries = journal.between(read, folded, AT_ONCE);
      if (entries.isEmpty()) {
        break;
      }
      List<Told> told = told(entries, lines.stream().anyMatch(Line::scoped));
      long upTo = entries.getLast().position();
      // first: who joins from now on has to know these
      readUpTo(upTo);
      lines.forEach(line -> line.hear(told, upTo));
      moved();
    }
    if (System.nanoTime() - beaten >= turn.toNanos()) {
      beaten = System.nanoTime();
      lines.forEach(line -> line.beat(heartbeat));
    }
  }

  /** Open lines would hold up the end of the program. */
  @Override
  public void stop() {
    super.stop();
    catchingUp.shutdown();
    lines.forEach(Line::end);
  }
}
