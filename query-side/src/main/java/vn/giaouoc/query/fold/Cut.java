package vn.giaouoc.query.fold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.journal.Reader;

/**
 * A moment on both clocks, and who looks at it.
 *
 * @param position what was recorded by this position of the journal
 * @param atHead whether that is all that is folded
 * @param effective of which moment, if it was asked for
 * @param now the moment of asking, which counts where no effective one was asked for: the present,
 *     or that in the past from which it is asked
 * @param reader who looks, and so what can be seen
 */
public record Cut(
    long position, boolean atHead, @Nullable Instant effective, Instant now, Reader reader) {

  /** The moment by which facts must apply. */
  public Instant applying() {
    return effective == null ? now : effective;
  }
}
