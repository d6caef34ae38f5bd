package vn.giaouoc.query.journal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread that follows something: works off what is there, waits a little, looks again. It
 * survives every error: the first of a row is logged, and it tries again ever more slowly.
 */
public abstract class Follower implements SmartLifecycle {

  private static final Duration LONGEST_REST = Duration.ofSeconds(2);

  private final Logger log = LoggerFactory.getLogger(getClass());
  private final String name;
  private final Duration poll;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Throwable trouble;
  private volatile long moved = System.nanoTime();

  /**
   * A follower that does not run yet.
   *
   * @param name of its thread
   * @param poll how long it waits for news
   */
  protected Follower(String name, Duration poll) {
    this.name = name;
    this.poll = poll;
  }

  /**
   * Works off what is there; leaves nothing half done. Is called again after a wait, or at once
   * when woken.
   */
  protected abstract void follow() throws Exception;

  /** Lets go of whatever is held between two turns. */
  protected void letGo() {}

  /** Ends the present wait. */
  public void wake() {
    LockSupport.unpark(thread);
  }

  /** Says that a piece of a long turn is done. */
  protected final void moved() {
    moved = System.nanoTime();
  }

  /** What it is called, in logs and figures. */
  public String name() {
    return name;
  }

  /** Whether its thread runs. One that has died does not come back by itself. */
  public boolean alive() {
    Thread running = thread;
    return running != null && running.isAlive();
  }

  /**
   * For how long it has neither ended a turn without trouble nor done a piece of one: it hangs, is
   * in trouble, or is dead.
   */
  public Duration silence() {
    return Duration.ofNanos(System.nanoTime() - moved);
  }

  /** What keeps it from working, if anything does. */
  public @Nullable Throwable trouble() {
    return trouble;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      moved();
      Thread next = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
      thread = next;
      next.start();
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    thread = null;
    LockSupport.unpark(running);
    try {
      running.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  @SuppressWarnings("ReferenceEquality")
  private boolean mayRun() {
    return thread == Thread.currentThread();
  }

  private void run() {
    Duration rest = poll;
    while (mayRun()) {
      try {
        follow();
        moved();
        if (trouble != null) {
          log.info("{} goes on", name);
          trouble = null;
        }
        rest = poll;
      } catch (Throwable e) { // memory that ran out for a moment, too
        if (trouble == null) {
          log.warn("{} cannot go on, and tries again until it can", name, e);
        }
        trouble = e;
        letGo();
        rest =
            rest.multipliedBy(2).compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest.multipliedBy(2);
      }
      if (mayRun()) {
        LockSupport.parkNanos(this, rest.toNanos());
      }
    }
    letGo();
  }
}
