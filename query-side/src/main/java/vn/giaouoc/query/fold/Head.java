package vn.giaouoc.query.fold;

import java.time.Duration;
import java.util.function.LongPredicate;
import org.springframework.stereotype.Component;

/** Up to where this node knows the journal to be folded, for whoever waits for more. */
@Component
public class Head {

  private long position;

  /** The last position that is known to be folded. */
  public synchronized long position() {
    return position;
  }

  synchronized void moved(long to) {
    if (to != position) {
      position = to;
      notifyAll();
    }
  }

  /**
   * Waits until the head moves away from where the caller saw it, or the time is over.
   *
   * @return where it is then
   */
  public synchronized long awaitBeyond(long seen, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    for (long left = longest.toMillis();
        position <= seen && left > 0;
        left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    return position;
  }

  /**
   * Waits until something is true, asking whenever the head moved.
   *
   * @return whether it became true in time
   */
  public boolean await(LongPredicate arrived, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    long at = position();
    while (!arrived.test(at)) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      at = awaitBeyond(at, Duration.ofNanos(left));
    }
    return true;
  }
}
