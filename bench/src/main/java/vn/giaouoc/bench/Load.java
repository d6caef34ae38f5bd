package vn.giaouoc.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Callers that do the same thing again and again, each waiting for its answer, for a stated time.
 */
final class Load {

  private Load() {}

  /** One thing to be done. */
  interface Operation {

    /** Does it once, on the caller's thread. */
    void run(Random random) throws Exception;
  }

  /** Makes callers. */
  interface Callers {

    /** What one more caller does. */
    Operation next() throws Exception;
  }

  /**
   * What came of it.
   *
   * @param perSecond operations per second, all callers together
   * @param median what one took in the middle, in microseconds
   * @param worst what all but one in a hundred stayed below, in microseconds
   */
  record Rate(double perSecond, double median, double worst) {}

  /** Has so many callers work for so long. */
  static Rate run(int callers, Duration duration, Callers source) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Operation> operations = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        operations.add(source.next());
      }
      long start = System.nanoTime();
      long end = start + duration.toNanos();
      List<Future<long[]>> futures = new ArrayList<>();
      for (Operation operation : operations) {
        futures.add(threads.submit(() -> work(operation, end)));
      }
      long[] all = new long[0];
      for (Future<long[]> future : futures) {
        long[] one = future.get();
        int before = all.length;
        all = Arrays.copyOf(all, before + one.length);
        System.arraycopy(one, 0, all, before, one.length);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      Arrays.sort(all);
      return new Rate(all.length / seconds, at(all, 0.5), at(all, 0.99));
    } catch (ExecutionException e) {
      throw new IllegalStateException("A caller failed", e.getCause());
    }
  }

  private static long[] work(Operation operation, long end) throws Exception {
    Random random = new Random();
    long[] took = new long[1024];
    int count = 0;
    long now = System.nanoTime();
    while (now < end) {
      operation.run(random);
      long then = System.nanoTime();
      if (count == took.length) {
        took = Arrays.copyOf(took, count * 2);
      }
      took[count++] = then - now;
      now = then;
    }
    return Arrays.copyOf(took, count);
  }

  private static double at(long[] sorted, double part) {
    return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * part)] / 1e3;
  }
}
