package vn.giaouoc;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Kills one process after the other, at random moments, and starts it again: sometimes at once,
 * sometimes after a while, and sometimes it kills it once more while it starts.
 */
final class Kills implements Runnable {

  private static final int LONGEST_PEACE = 4000;
  private static final int LONGEST_ABSENCE = 2500;
  private static final int LONGEST_START = 8000;

  private final List<Victim> victims;
  private final int most;
  private final Random random;
  private final Map<String, Integer> counted = new TreeMap<>();
  private volatile int done;
  private volatile boolean ended;

  /**
   * A process.
   *
   * @param kill ends it as {@code kill -9} does
   * @param start starts it again, and returns when it is ready; throws if it ends before
   * @param alive whether it runs; null for one that starts too fast to be killed meanwhile
   */
  record Victim(String name, Runnable kill, Runnable start, @Nullable BooleanSupplier alive) {}

  /**
   * So many kills.
   *
   * @param seed which ones, and when: the same again for the same
   */
  Kills(List<Victim> victims, int most, long seed) {
    this.victims = victims;
    this.most = most;
    random = new Random(seed);
  }

  @Override
  public void run() {
    while (done < most && !ended) {
      pause(random.nextInt(LONGEST_PEACE));
      kill(victims.get(random.nextInt(victims.size())));
    }
  }

  /** Kills no more. */
  void end() {
    ended = true;
  }

  /** How many it has killed. */
  int done() {
    return done;
  }

  /** How often each was killed. */
  Map<String, Integer> counted() {
    return Map.copyOf(counted);
  }

  private void kill(Victim victim) {
    count(victim);
    victim.kill().run();
    boolean again = random.nextInt(4) == 0;
    int absence = random.nextInt(LONGEST_ABSENCE);
    int start = random.nextInt(LONGEST_START);
    pause(absence);
    BooleanSupplier alive = victim.alive();
    if (again && alive != null && done < most) {
      CompletableFuture<@Nullable Void> starting =
          CompletableFuture.runAsync(victim.start(), Thread::startVirtualThread)
              .exceptionally(killed -> null);
      pause(start);
      if (alive.getAsBoolean()) {
        count(victim);
        victim.kill().run();
      }
      starting.join();
      if (alive.getAsBoolean()) {
        return;
      }
    }
    victim.start().run();
  }

  private void count(Victim victim) {
    done++;
    counted.merge(victim.name(), 1, Integer::sum);
    System.out.println("kill " + done + ": " + victim.name());
  }

  private static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
