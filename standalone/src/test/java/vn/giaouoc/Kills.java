package vn.giaouoc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills one process after the other, at random moments, and starts it again after a while, as often
 * as it takes. One that still starts may be killed again, but not while it is the only one of its
 * side.
 */
final class Kills implements Runnable {

  private static final int LONGEST_PEACE = 8000;
  private static final int LONGEST_ABSENCE = 2500;

  private final List<Victim> victims;
  private final int most;
  private final Random random;
  private final Map<String, Integer> counted = new TreeMap<>();
  private final Map<Victim, CompletableFuture<Void>> starting = new HashMap<>();
  private final AtomicInteger failedStarts = new AtomicInteger();
  private volatile int done;
  private volatile boolean ended;

  /** A process that can be killed. */
  interface Victim {

    /** What it is called. */
    String name();

    /** What it has in common with those that can do its work meanwhile. */
    String side();

    /** Whether it is one of several, and runs. */
    boolean alive();

    /** Ends it as {@code kill -9} does. */
    void kill();

    /** Starts it again, and returns when it is ready; throws if it ends before. */
    void start();
  }

  /**
   * So many kills.
   *
   * @param seed which ones, and when, as far as that is not decided by how long each needs to start
   */
  Kills(List<Victim> victims, int most, long seed) {
    this.victims = victims;
    this.most = most;
    random = new Random(seed);
    victims.forEach(victim -> starting.put(victim, CompletableFuture.completedFuture(null)));
  }

  @Override
  public void run() {
    while (done < most && !ended) {
      pause(random.nextInt(LONGEST_PEACE));
      boolean starting = random.nextInt(4) == 0;
      List<Victim> possible =
          victims.stream().filter(victim -> mayBeKilled(victim, starting)).toList();
      if (!possible.isEmpty()) {
        kill(possible.get(random.nextInt(possible.size())));
      }
    }
    starting.values().forEach(CompletableFuture::join);
  }

  /** Kills no more. */
  void end() {
    ended = true;
  }

  /** What it has done, in words. */
  @Override
  public String toString() {
    return done
        + " kills "
        + counted
        + (failedStarts.get() == 0 ? "" : ", " + failedStarts + " starts in vain");
  }

  private boolean mayBeKilled(Victim victim, boolean whileStarting) {
    return (starting.get(victim).isDone() || (whileStarting && victim.alive()))
        && victims.stream()
            .filter(other -> !other.equals(victim) && other.side().equals(victim.side()))
            .allMatch(other -> starting.get(other).isDone());
  }

  private void kill(Victim victim) {
    done++;
    counted.merge(victim.name(), 1, Integer::sum);
    System.out.println("kill " + done + ": " + victim.name());
    victim.kill();
    int absence = random.nextInt(LONGEST_ABSENCE);
    starting.compute(
        victim,
        (killed, before) ->
            before.thenRunAsync(
                () -> {
                  pause(absence);
                  start(killed);
                },
                Thread::startVirtualThread));
  }

  /** As whatever watches over a process would. */
  private void start(Victim victim) {
    for (int tries = 1; !victim.alive(); tries++) {
      try {
        victim.start();
        return;
      } catch (StartRefused | AssertionError e) {
        failedStarts.incrementAndGet();
        System.out.println(victim.name() + " did not start: " + e.getMessage());
        if (tries == 20) {
          throw e;
        }
      }
    }
  }

  private static void pause(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
