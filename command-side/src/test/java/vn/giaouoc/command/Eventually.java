package vn.giaouoc.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waiting for what another thread or process is to bring about. */
public final class Eventually {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Eventually() {}

  /** Waits until something holds, and fails if it does not hold in time. */
  public static void eventually(Callable<Boolean> condition) {
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      while (!condition.call()) {
        assertThat(System.nanoTime()).as("in time").isLessThan(end);
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
