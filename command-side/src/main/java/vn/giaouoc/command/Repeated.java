package vn.giaouoc.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** What is done again and again, on a thread of its own, as long as the program runs. */
public abstract class Repeated implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);
  private static final Duration LONGEST_TIME = Duration.ofMinutes(2);
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private final boolean wanted;
  private final Duration pause;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name(getClass().getSimpleName()).factory());
  private volatile @Nullable ScheduledFuture<?> work;
  private volatile long done = System.nanoTime();
  private volatile boolean failed;

  /**
   * Something to be done.
   *
   * @param wanted whether it is done at all
   * @param pause between one time and the next
   */
  protected Repeated(boolean wanted, Duration pause) {
    this.wanted = wanted;
    this.pause = pause;
  }

  /**
   * Does it once. What it throws is logged, and it is done again all the same.
   *
   * @return whether all of it went well; why not is logged by then
   */
  protected abstract boolean once();

  /**
   * What is wrong with it: it failed the last time, or has not come to an end for much longer than
   * a pause. Nothing where it is not wanted.
   */
  final Optional<String> trouble() {
    Duration since = Duration.ofNanos(System.nanoTime() - done);
    return !isRunning()
        ? Optional.empty()
        : failed
            ? Optional.of("failed")
            : since.compareTo(pause.plus(LONGEST_TIME)) > 0
                ? Optional.of("overdue")
                : Optional.empty();
  }

  /** What it is called in health, figures and logs. */
  final String name() {
    return getClass().getSimpleName();
  }

  @Override
  public void start() {
    done = System.nanoTime();
    work =
        thread.scheduleWithFixedDelay(
            this::undisturbed, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void undisturbed() {
    // an error ends the thread, and so all further turns
    boolean well = false;
    try {
      well = once();
      done = System.nanoTime();
    } catch (RuntimeException e) {
      LOG.warn("{} will be tried again", name(), e);
    } finally {
      failed = !well;
    }
  }

  @Override
  public void stop() {
    work = null;
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isAutoStartup() {
    return wanted;
  }

  @Override
  public boolean isRunning() {
    return work != null;
  }
}
