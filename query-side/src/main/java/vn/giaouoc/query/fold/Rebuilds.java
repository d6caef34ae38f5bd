package vn.giaouoc.query.fold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.query.QuerySettings;
import vn.giaouoc.query.journal.Follower;
import vn.giaouoc.query.journal.Journal;
import vn.giaouoc.query.journal.SessionLock;
import vn.giaouoc.shared.Code;

/**
 * Builds the documents of folds anew beside those that are read: {@link Shadow} builds them, the
 * folder goes on with the others, {@link Comparison} holds the two against each other, and in one
 * transaction readers are given the new ones. The former ones are kept until the next rebuild, and
 * can be taken back.
 *
 * <p>What is to be done stands in the database, so that any node can be asked and one does it:
 * whoever holds the advisory lock. It goes on from its last checkpoint after an interruption, here
 * or on another node. A fold whose version has changed is rebuilt at start; until then a document
 * of the old version is not read but reconstructed.
 */
@Component
public class Rebuilds extends Follower {

  private static final long LOCK = 0x6769616F756F64L;
  private static final int COMPARED_AT_ONCE = 1_000;

  private final SessionLock lock;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Journal journal;
  private final KeyIndex index;
  private final Documents documents;
  private final Folder folder;
  private final Folds folds;
  private final Comparison comparison;
  private final Clock clock;
  private final QuerySettings.Rebuild settings;
  private boolean begun;

  Rebuilds(
      @Qualifier("queryDataSource") DataSource dataSource,
      @Qualifier("queryJdbcClient") JdbcClient jdbc,
      @Qualifier("queryTransactions") TransactionTemplate transactions,
      Journal journal,
      KeyIndex index,
      Documents documents,
      Folder folder,
      Folds folds,
      Comparison comparison,
      @Qualifier("queryClock") Clock clock,
      QuerySettings settings) {
    super("rebuilds", Duration.ofMillis(250));
    lock = new SessionLock(dataSource, LOCK);
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.journal = journal;
    this.index = index;
    this.documents = documents;
    this.folder = folder;
    this.folds = folds;
    this.comparison = comparison;
    this.clock = clock;
    this.settings = settings.rebuild();
  }

  /** How far a rebuild is. */
  public enum Stage implements Code {
    /** Asked for, and some node will begin. */
    WAITING,
    /** Goes through the journal. */
    BUILDING,
    /** Makes what could not be built in order. */
    REMAKING,
    /** Holds the documents against those that are read. */
    COMPARING,
    /** Built; somebody has to look at the differences and switch. */
    READY,
    /** Its documents are read. */
    SWITCHED,
    /** Stopped by somebody; what was built is kept until the next is asked for. */
    CANCELLED;

    /** Whether it is under way. */
    public boolean running() {
      return compareTo(READY) < 0;
    }
  }

  /**
   * The last rebuild of a fold.
   *
   * @param stage how far it is
   * @param done how many events are done, of the journal; while it compares, documents
   * @param total how many there are
   * @param perSecond how many a second lately
   * @param secondsLeft of this stage, at this rate; absent when it is over, or cannot be told
   * @param equal how many documents are as they were
   * @param differing how many are not
   * @param unexplained how many of these no other version of the fold explains
   */
  public record Progress(
      Stage stage,
      long done,
      long total,
      long perSecond,
      @Nullable Long secondsLeft,
      long equal,
      long differing,
      long unexplained) {

    private static Progress of(ResultSet row, int number) throws SQLException {
      Stage stage = Stage.valueOf(row.getString("stage"));
      long done = row.getLong("done");
      long total = row.getLong("total");
      long perSecond = row.getLong("per_second");
      return new Progress(
          stage,
          done,
          total,
          perSecond,
          stage.running() && perSecond > 0
              ? Math.ceilDiv(Math.max(0, total - done), perSecond)
              : null,
          row.getLong("equal"),
          row.getLong("differing"),
          row.getLong("unexplained"));
    }
  }

  /** Somebody else has taken it over, or has cancelled it. */
  private static final class NoLongerOurs extends RuntimeException {
    NoLongerOurs() {
      super(null, null, false, false);
    }
  }

  /** The last rebuild of each fold that had one. */
  public Map<String, Progress> all() {
    Map<String, Progress> all = new HashMap<>();
    jdbc.sql("SELECT * FROM rebuild")
        .query((row, number) -> all.put(row.getString("fold"), Progress.of(row, number)))
        .list();
    return all;
  }

  /** The last rebuild of a fold, if there was one. */
  public Optional<Progress> of(String fold) {
    return Optional.ofNullable(all().get(fold));
  }

  /** Some of what a rebuild made other than it was. */
  public List<Comparison.OtherDocument> differences(Fold<?> fold) {
    return comparison.samples(fold.name());
  }

  /**
   * Has folds built anew. One that is under way or ready is left alone, one that was cancelled goes
   * on.
   *
   * @param byItself whether to switch without being asked where nothing unexplained differs
   */
  public void begin(Collection<Fold<?>> some, boolean byItself) {
    transactions.executeWithoutResult(
        status -> {
          folder.lock();
          some.forEach(fold -> begin(fold, byItself));
        });
    wake();
  }

  /**
   * Has the generation before the present one brought up to date and read again.
   *
   * @return whether there is one of this version of the fold, and nothing is under way
   */
  public boolean takeBack(Fold<?> fold) {
    boolean begun =
        Boolean.TRUE.equals(
            transactions.execute(
                status -> {
                  folder.lock();
                  return takeBackLocked(fold);
                }));
    wake();
    return begun;
  }

  /** Has a fold switched to what is ready, whatever differs; returns whether something is. */
  public boolean switchTo(Fold<?> fold) {
    boolean ready =
        jdbc.sql(
                    "UPDATE rebuild SET stage = ?, by_itself = true, regardless = true WHERE fold ="
                        + " ? AND stage = ?")
                .params(Stage.WAITING.name(), fold.name(), Stage.READY.name())
                .update()
            == 1;
    wake();
    return ready;
  }

  /** Stops a rebuild, or puts aside one that is ready; returns whether there was one. */
  public boolean cancel(Fold<?> fold) {
    return jdbc.sql("UPDATE rebuild SET stage = ? WHERE fold = ? AND NOT stage = ANY(?)")
            .params(
                Stage.CANCELLED.name(),
                fold.name(),
                new String[] {Stage.SWITCHED.name(), Stage.CANCELLED.name()})
            .update()
        == 1;
  }

  private void begin(Fold<?> fold, boolean byItself) {
    Optional<Job> last = job(fold);
    if (last.isPresent()) {
      Stage stage = last.get().stage();
      if (stage.running() || stage == Stage.READY) {
        return;
      }
      if (stage == Stage.CANCELLED && last.get().version() == fold.version()) {
        jdbc.sql("UPDATE rebuild SET stage = ?, by_itself = ? WHERE fold = ?")
            .params(Stage.WAITING.name(), byItself, fold.name())
            .update();
        return;
      }
    }
    jdbc.sql(
            "UPDATE fold SET building = greatest(serving, building, former) + 1, former = NULL,"
                + " former_version = NULL, former_position = NULL WHERE name = ?")
        .param(fold.name())
        .update();
    note(fold, byItself, false, 0);
  }

  private boolean takeBackLocked(Fold<?> fold) {
    Optional<Job> last = job(fold);
    if (last.isPresent() && (last.get().stage().running() || last.get().stage() == Stage.READY)) {
      return false;
    }
    Optional<Long> position =
        jdbc.sql("SELECT former_position FROM fold WHERE name = ? AND former_version = ?")
            .params(fold.name(), fold.version())
            .query(Long.class)
            .optional();
    position.ifPresent(
        from -> {
          jdbc.sql("UPDATE fold SET building = former WHERE name = ?").param(fold.name()).update();
          note(fold, true, true, from);
        });
    return position.isPresent();
  }

  private void note(Fold<?> fold, boolean byItself, boolean regardless, long position) {
    jdbc.sql("DELETE FROM rebuild WHERE fold = ?").param(fold.name()).update();
    comparison.forget(fold.name());
    jdbc.sql(
            "INSERT INTO rebuild (fold, version, stage, by_itself, regardless, position) VALUES"
                + " (?, ?, ?, ?, ?, ?)")
        .params(fold.name(), fold.version(), Stage.WAITING.name(), byItself, regardless, position)
        .update();
  }

  /** What the table tells of one rebuild. */
  private record Job(
      String fold, int version, Stage stage, boolean byItself, boolean regardless, long position) {}

  private Optional<Job> job(Fold<?> fold) {
    return jobs().stream().filter(job -> job.fold().equals(fold.name())).findFirst();
  }

  private List<Job> jobs() {
    return jdbc.sql("SELECT fold, version, stage, by_itself, regardless, position FROM rebuild")
        .query(Job.class)
        .list();
  }

  /** A fold whose version is another than its documents' is built, or the former is taken back. */
  private void beginWhatChanged() {
    transactions.executeWithoutResult(
        status -> {
          long folded = folder.lock();
          for (Fold<?> fold : folds.all()) {
            jdbc.sql("INSERT INTO fold (name, version) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
                .params(fold.name(), folded == 0 ? fold.version() : 0)
                .update();
            int built =
                jdbc.sql("SELECT version FROM fold WHERE name = ?")
                    .param(fold.name())
                    .query(Integer.class)
                    .single();
            if (built != fold.version() && !takeBackLocked(fold)) {
              begin(fold, true);
            }
          }
        });
  }

  @Override
  protected void follow() throws SQLException {
    if (!begun) {
      beginWhatChanged();
      begun = true;
    }
    while (isRunning()) {
      List<Job> open =
          jobs().stream()
              .filter(
                  job ->
                      job.stage().running()
                          && folds
                              .named(job.fold())
                              .filter(fold -> fold.version() == job.version())
                              .isPresent())
              .toList();
      if (open.isEmpty()) {
        letGo();
        return;
      }
      if (!lock.take()) {
        return;
      }
      // those that stand at the same position go through the journal together
      long first = open.stream().mapToLong(Job::position).min().orElseThrow();
      new Run(open.stream().filter(job -> job.position() == first).toList(), first).run();
    }
  }

  @Override
  protected void letGo() {
    lock.release();
  }

  private long folded() {
    return jdbc.sql("SELECT position FROM folded").query(Long.class).single();
  }

  /** Some folds on their way through the journal, as long as this node may take them along. */
  private final class Run {

    private final String runner = UUID.randomUUID().toString();
    private final Map<Fold<?>, Job> jobs = new LinkedHashMap<>();
    private final String[] names;
    private final Shadow shadow;
    private Pace pace = new Pace();
    private long checkpoint;

    private Run(List<Job> some, long position) {
      some.forEach(job -> jobs.put(folds.named(job.fold()).orElseThrow(), job));
      names = some.stream().map(Job::fold).toArray(String[]::new);
      shadow =
          new Shadow(
              journal, index, documents, folder, settings, this::together, jobs.keySet(), position);
      checkpoint = position;
    }

    private void run() {
      jdbc.sql("UPDATE rebuild SET runner = ? WHERE fold = ANY(?)").params(runner, names).update();
      try {
        together(this::clear);
        build();
        if (isRunning()) {
          compare();
          together(this::end);
        }
      } catch (NoLongerOurs e) {
        // whoever is in charge of them now begins from the last checkpoint
      }
    }

    /** In one transaction, and only as long as nobody else does the same. */
    private void together(Runnable work) {
      transactions.executeWithoutResult(
          status -> {
            List<String> ours =
                jdbc.sql("SELECT fold FROM rebuild WHERE runner = ? FOR UPDATE")
                    .param(runner)
                    .query(String.class)
                    .list();
            if (ours.size() < names.length) {
              throw new NoLongerOurs();
            }
            work.run();
          });
    }

    /** What is left of earlier generations goes. */
    private void clear() {
      jdbc.sql(
              "DELETE FROM document d USING fold f WHERE f.name = d.fold AND f.name = ANY(?) AND"
                  + " d.generation NOT IN (f.serving, f.building)")
          .param(names)
          .update();
    }

    private void build() {
      long folded = folded();
      while (isRunning() && (shadow.page(folded) || shadow.position() < (folded = folded()))) {
        if (shadow.position() - checkpoint >= settings.checkpoint()) {
          checkpoint();
        }
        tell(Stage.BUILDING, shadow.position(), folded);
      }
      checkpoint();
      tell(Stage.REMAKING, shadow.position(), shadow.position());
      shadow.makeRest(
          () -> {
            tell(Stage.REMAKING, shadow.position(), shadow.position());
            return isRunning();
          });
    }

    private void checkpoint() {
      shadow.flush(
          () ->
              jdbc.sql("UPDATE rebuild SET position = ? WHERE runner = ?")
                  .params(shadow.position(), runner)
                  .update());
      checkpoint = shadow.position();
    }

    private void compare() {
      shadow.watch();
      pace = new Pace();
      jdbc.sql("UPDATE rebuild SET equal = 0, differing = 0, unexplained = 0 WHERE runner = ?")
          .param(runner)
          .update();
      jobs.keySet().forEach(fold -> comparison.forget(fold.name()));
      long total =
          jdbc.sql(
                  "SELECT count(*) FROM document d JOIN fold f ON f.name = d.fold AND f.serving ="
                      + " d.generation WHERE f.name = ANY(?)")
              .param(names)
              .query(Long.class)
              .single();
      long done = 0;
      for (Fold<?> fold : jobs.keySet()) {
        String after = "";
        while (after != null) {
          String from = after;
          Comparison.Page page =
              transactions.execute(
                  status -> {
                    catchUp();
                    return comparison.page(fold, from, COMPARED_AT_ONCE);
                  });
          done += page.equal() + page.differing();
          jdbc.sql(
                  "UPDATE rebuild SET equal = equal + ?, differing = differing + ?, unexplained ="
                      + " unexplained + ? WHERE fold = ? AND runner = ?")
              .params(page.equal(), page.differing(), page.unexplained(), fold.name(), runner)
              .update();
          tell(Stage.COMPARING, done, Math.max(done, total));
          after = isRunning() ? page.last() : null;
        }
      }
    }

    /** Both generations stand at the same position then, and do until the transaction ends. */
    private long catchUp() {
      long folded = folder.lock();
      while (shadow.page(folded)) {}
      shadow.flush(() -> {});
      shadow.makeRest(() -> true);
      return folded;
    }

    private void end() {
      if (!isRunning()) {
        return;
      }
      long folded = catchUp();
      checkpoint();
      jobs.forEach(
          (fold, job) -> {
            List<String> changed =
                shadow.touched().stream()
                    .filter(name -> name.fold().equals(fold.name()))
                    .map(Documents.Name::key)
                    .toList();
            long unexplained = comparison.unexplained(fold, changed);
            boolean now = end(fold, job, unexplained);
            if (now) {
              jdbc.sql(
                      "UPDATE fold SET former = serving, former_version = version, former_position"
                          + " = ?, serving = building, building = NULL, version = ? WHERE name = ?")
                  .params(folded, fold.version(), fold.name())
                  .update();
            }
          });
    }

    /** Whether it is switched to. */
    private boolean end(Fold<?> fold, Job job, long unexplained) {
      long all =
          jdbc.sql(
                  "UPDATE rebuild SET unexplained = unexplained + ? WHERE fold = ? RETURNING"
                      + " unexplained")
              .params(unexplained, fold.name())
              .query(Long.class)
              .single();
      boolean now = job.byItself() && (job.regardless() || all == 0);
      jdbc.sql("UPDATE rebuild SET stage = ? WHERE fold = ?")
          .params((now ? Stage.SWITCHED : Stage.READY).name(), fold.name())
          .update();
      return now;
    }

    /** Notes how far it is, and looks whether somebody has cancelled any of it. */
    private void tell(Stage stage, long done, long total) {
      moved();
      pace.mark(clock.instant(), done);
      int told =
          jdbc.sql(
                  "UPDATE rebuild SET stage = ?, done = ?, total = ?, per_second = ? WHERE runner ="
                      + " ? AND stage <> ?")
              .params(stage.name(), done, total, pace.perSecond(), runner, Stage.CANCELLED.name())
              .update();
      if (told < names.length) {
        checkpoint();
        throw new NoLongerOurs();
      }
    }
  }
}
