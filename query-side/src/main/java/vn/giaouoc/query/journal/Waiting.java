package vn.giaouoc.query.journal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has yet to work off.
 *
 * @param events how many events
 * @param since when the oldest of them was recorded; absent where there is none
 */
public record Waiting(long events, @Nullable Instant since) {

  /** For how long the oldest of them has waited; nothing where none does. */
  public Duration age(Instant now) {
    return since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
  }
}
