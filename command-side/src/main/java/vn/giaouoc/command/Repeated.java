package vn.giaouoc.command;

import java.time.Duration;
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

  /** Does it once. What it throws is logged, and it is done again all the same. */
  protected abstract void once();

  /**
   * Whether it is wanted and has not been done for much longer than a pause: it fails, or hangs.
   */
  final boolean overdue() {
    Duration since = Duration.ofNanos(System.nanoTime() - done);
    return isRunning() && since.compareTo(pause.plus(LONGEST_TIME)) > 0;
  }

  @Override
  public void start() {
    done = System.nanoTime();
    work =
        thread.scheduleWithFixedDelay(
            this::undisturbed, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void undisturbed() {
    try {
      once();
      done = System.nanoTime();
    } catch (RuntimeException e) {
      LOG.warn("{} will be tried again", getClass().getSimpleName(), e);
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
