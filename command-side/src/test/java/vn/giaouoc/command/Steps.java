package vn.giaouoc.command;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.SteppedDatabase.Process;

/**
 * Several threads that take their steps on a database one at a time, in an order that a seed
 * decides: between any two statements of one, any of the others may be next. On a step a connection
 * may be lost, or a whole process end, either before the database does it or when it is done and
 * the answer is lost.
 *
 * <p>Whoever waits for a lock, of the database or within a process, is passed over until it has it.
 */
public final class Steps {

  private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);
  private static final ThreadLocal<@Nullable Actor> ACTING = new ThreadLocal<>();

  private final SteppedDatabase database;
  private final Random random;
  private final Consumer<Process> ended;
  private final List<Actor> actors = new ArrayList<>();
  private int troubles;
  private final double chance;
  private final double persistence;
  private int taken;

  /** A step on the database. */
  @FunctionalInterface
  interface Step<T> {
    T take() throws Exception;
  }

  /** What one of the threads does. */
  @FunctionalInterface
  public interface Act {
    /** Does it. */
    void now() throws Exception;
  }

  private enum Fate {
    DONE,
    CONNECTION_LOST_BEFORE,
    CONNECTION_LOST_AFTER,
    PROCESS_ENDS_BEFORE,
    PROCESS_ENDS_AFTER
  }

  private enum State {
    UNDER_WAY,
    WAITS_FOR_ITS_TURN,
    OVER
  }

  /**
   * A play.
   *
   * @param troubles how often at most something goes wrong
   * @param chance how likely on each step, from 0 to 1
   * @param ended is told of each process that ended, and puts another in its place
   */
  public Steps(
      SteppedDatabase database,
      Random random,
      int troubles,
      double chance,
      Consumer<Process> ended) {
    this.database = database;
    this.random = random;
    this.troubles = troubles;
    this.chance = chance;
    this.ended = ended;
    // in some plays one goes on for long while all others stand still, in some all alternate
    persistence = random.nextDouble();
  }

  /** Somebody who takes steps. */
  private final class Actor {

    private final String name;
    private final Thread thread;
    private State state = State.UNDER_WAY;
    private Fate fate = Fate.DONE;
    private @Nullable Throwable failure;
    private volatile int backend;

    private Actor(String name, Act act) {
      this.name = name;
      thread =
          Thread.ofPlatform()
              .daemon()
              .name(name)
              .unstarted(
                  () -> {
                    ACTING.set(this);
                    try {
                      await();
                      act.now();
                    } catch (Throwable e) {
                      failure = e;
                    }
                    become(State.OVER);
                  });
    }

    /** Waits for its turn, and tells what is to become of the step. */
    private Fate await() {
      synchronized (Steps.this) {
        become(State.WAITS_FOR_ITS_TURN);
        while (state == State.WAITS_FOR_ITS_TURN) {
          try {
            Steps.this.wait();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
        return fate;
      }
    }

    private void become(State next) {
      synchronized (Steps.this) {
        state = next;
        Steps.this.notifyAll();
      }
    }

    private <T> T take(Fate fate, SteppedDatabase.Link link, Step<T> step) throws Exception {
      if (fate == Fate.CONNECTION_LOST_BEFORE) {
        throw link.lost();
      }
      if (fate == Fate.PROCESS_ENDS_BEFORE) {
        throw endOf(link);
      }
      T done;
      backend = link.backend();
      try {
        done = step.take();
      } finally {
        backend = 0;
      }
      if (fate == Fate.CONNECTION_LOST_AFTER) {
        throw link.lost();
      }
      if (fate == Fate.PROCESS_ENDS_AFTER) {
        throw endOf(link);
      }
      return done;
    }

    private boolean isWaitingForALock() {
      return switch (thread.getState()) {
        case WAITING, TIMED_WAITING, BLOCKED -> {
          for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().contains("PessimisticLockFactory")) {
              yield true;
            }
          }
          yield false;
        }
        default -> backend != 0 && database.waitsForALock(backend);
      };
    }
  }

  /** Lets somebody act; may be called while others do. */
  public void add(String name, Act act) {
    Actor actor = new Actor(name, act);
    synchronized (this) {
      actors.add(actor);
    }
    actor.thread.start();
  }

  /** Lets others go first. */
  public void pause(int steps) {
    for (int i = 0; i < steps; i++) {
      requireNonNull(ACTING.get()).await();
    }
  }

  /** How many steps were taken so far. */
  public int taken() {
    return taken;
  }

  /** Goes on until all have done what they do. */
  public void run() throws Exception {
    List<Actor> ready = settled();
    Actor next = null;
    while (!ready.isEmpty()) {
      if (!ready.contains(next) || random.nextDouble() > persistence) {
        next = ready.get(random.nextInt(ready.size()));
      }
      Fate fate = Fate.DONE;
      if (troubles > 0 && random.nextDouble() < chance) {
        troubles--;
        fate = Fate.values()[1 + random.nextInt(Fate.values().length - 1)];
      }
      synchronized (this) {
        taken++;
        next.fate = fate;
        next.become(State.UNDER_WAY);
      }
      ready = settled();
    }
    synchronized (this) {
      for (Actor actor : actors) {
        if (actor.failure != null) {
          throw new AssertionError(actor.name, actor.failure);
        }
      }
      actors.clear();
    }
  }

  /** Those whose turn it may be, once nobody is under way; none when all is over. */
  private synchronized List<Actor> settled() throws InterruptedException {
    long end = System.nanoTime() + LONGEST;
    for (int looks = 0; ; looks++) {
      List<Actor> ready = in(State.WAITS_FOR_ITS_TURN);
      List<Actor> underWay = in(State.UNDER_WAY);
      if (underWay.isEmpty()
          || (looks > 2
              && !ready.isEmpty()
              && underWay.stream().allMatch(Actor::isWaitingForALock))) {
        return ready;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("Nobody can go on: " + underWay.getFirst().name);
      }
      wait(1);
    }
  }

  private List<Actor> in(State state) {
    return actors.stream().filter(actor -> actor.state == state).toList();
  }

  /** Takes a step when its turn has come; at once where nobody plays. */
  static <T> T step(SteppedDatabase.Link link, Step<T> step) throws Exception {
    Actor actor = ACTING.get();
    if (actor == null) {
      return step.take();
    }
    Fate fate = actor.await();
    link.mustBeThere();
    return actor.take(fate, link, step);
  }

  private SQLException endOf(SteppedDatabase.Link link) {
    Process process = link.process();
    process.end();
    ended.accept(process);
    return link.lost();
  }
}
