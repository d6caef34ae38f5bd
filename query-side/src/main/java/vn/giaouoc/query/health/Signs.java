package vn.giaouoc.query.health;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Rebuilds;
import vn.giaouoc.query.journal.Waiting;

/**
 * What was seen in one look at log, journal and documents.
 *
 * @param taken when, by {@link System#nanoTime}
 * @param position the last position of the journal
 * @param unread what is in the log and not in the journal; absent where the log did not answer
 * @param writer whether any node holds the lock of the one that writes the journal
 * @param folded the last position that is folded
 * @param unfolded what is in the journal and not folded
 * @param unreadable how many events this program cannot read
 * @param parked how many documents cannot be made, of each fold that has such
 * @param rebuilds the last rebuild of each fold that had one
 */
record Signs(
    long taken,
    long position,
    @Nullable Waiting unread,
    boolean writer,
    long folded,
    Waiting unfolded,
    long unreadable,
    Map<String, Long> parked,
    Map<String, Rebuilds.Progress> rebuilds) {

  /** How old this is. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - taken);
  }
}
