package vn.giaouoc.query.fold;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.shared.Code;

/**
 * Makes all documents of a fold anew from the journal while it is being folded. Key by key the new
 * document takes the place of the old one, a page of keys in a transaction; between pages the
 * folder has its turn. Readers see of each key one or the other. A fold whose version has changed
 * is rebuilt at start; until then a document of the old version is not read but reconstructed.
 */
@Component
public class Rebuilds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
  private static final int PAGE = 200;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Folder folder;
  private final KeyIndex index;
  private final Folds folds;
  private final Map<String, Rebuild> latest = new ConcurrentHashMap<>();
  private volatile boolean running;

  Rebuilds(
      @Qualifier("queryJdbcClient") JdbcClient jdbc,
      @Qualifier("queryTransactions") TransactionTemplate transactions,
      Folder folder,
      KeyIndex index,
      Folds folds) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.folder = folder;
    this.index = index;
    this.folds = folds;
  }

  /** How far a rebuild is. */
  public enum Stage implements Code {
    RUNNING,
    DONE,
    CANCELLED,
    FAILED
  }

  /**
   * The last rebuild of a fold on this node.
   *
   * @param stage how far it is
   * @param done how many keys are done
   * @param total how many there were when it began
   * @param changed how many documents became other than they were
   * @param perSecond keys a second so far
   * @param secondsLeft at this rate; absent when it is over, or has not begun to count
   */
  public record Progress(
      Stage stage,
      long done,
      long total,
      long changed,
      long perSecond,
      @Nullable Long secondsLeft) {}

  private static final class Rebuild {
    private final Instant began = Instant.now();
    private volatile Stage stage = Stage.RUNNING;
    private volatile Instant ended = Instant.MAX;
    private volatile long total;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong changed = new AtomicLong();

    private Progress progress() {
      Instant until = stage == Stage.RUNNING ? Instant.now() : ended;
      long millis = Math.max(1, Duration.between(began, until).toMillis());
      long counted = done.get();
      long perSecond = counted * 1000 / millis;
      Long left =
          stage != Stage.RUNNING || perSecond == 0
              ? null
              : Math.max(0, total - counted) / perSecond;
      return new Progress(stage, counted, total, changed.get(), perSecond, left);
    }
  }

  /**
   * Begins to rebuild a fold, unless that is under way.
   *
   * @return whether there is such a fold
   */
  public boolean begin(String name) {
    Optional<Fold<?>> fold = folds.named(name);
    fold.ifPresent(this::begin);
    return fold.isPresent();
  }

  /** Stops a rebuild after its present page; returns whether one was running. */
  public boolean cancel(String name) {
    Rebuild rebuild = latest.get(name);
    if (rebuild == null || rebuild.stage != Stage.RUNNING) {
      return false;
    }
    rebuild.stage = Stage.CANCELLED;
    return true;
  }

  /** The last rebuild of a fold, if this node did one. */
  public Optional<Progress> of(String name) {
    return Optional.ofNullable(latest.get(name)).map(Rebuild::progress);
  }

  @Override
  public void start() {
    running = true;
    Map<String, Integer> known = new HashMap<>();
    jdbc.sql("SELECT name, version FROM fold")
        .query((row, number) -> known.put(row.getString("name"), row.getInt("version")))
        .list();
    folds.all().stream()
        .filter(fold -> !Integer.valueOf(fold.version()).equals(known.get(fold.name())))
        .forEach(this::begin);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void begin(Fold<?> fold) {
    Rebuild rebuild = new Rebuild();
    Rebuild present =
        latest.merge(
            fold.name(), rebuild, (old, fresh) -> old.stage == Stage.RUNNING ? old : fresh);
    if (present == rebuild) {
      Thread.ofVirtual().name("rebuild-" + fold.name()).start(() -> run(fold, rebuild));
    }
  }

  private void run(Fold<?> fold, Rebuild rebuild) {
    try {
      rebuild.total = index.count(fold.kind());
      String after = "";
      while (rebuild.stage == Stage.RUNNING && running) {
        String from = after;
        List<String> keys =
            transactions.execute(
                status -> {
                  long upTo = folder.lock();
                  List<String> page = index.ofKind(fold.kind(), from, upTo, PAGE);
                  rebuild.changed.addAndGet(
                      folder.refold(Map.of(fold, page), folder.withdrawn(upTo), upTo));
                  return page;
                });
        if (keys == null || keys.isEmpty()) {
          jdbc.sql(
                  "INSERT INTO fold (name, version) VALUES (?, ?) ON CONFLICT (name) DO UPDATE"
                      + " SET version = excluded.version")
              .params(fold.name(), fold.version())
              .update();
          end(rebuild, Stage.DONE);
          return;
        }
        rebuild.done.addAndGet(keys.size());
        after = keys.getLast();
      }
      end(rebuild, Stage.CANCELLED);
    } catch (RuntimeException e) {
      LOG.warn(
          "The rebuild of {} has failed; its documents are right, some made by the rebuild, some"
              + " before",
          fold.name(),
          e);
      end(rebuild, Stage.FAILED);
    }
  }

  private static void end(Rebuild rebuild, Stage stage) {
    rebuild.ended = Instant.now();
    rebuild.stage = stage;
  }
}
