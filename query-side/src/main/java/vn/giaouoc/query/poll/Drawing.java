package vn.giaouoc.query.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.poll.PollEvent.LotCommitted;
import vn.giaouoc.shared.poll.PollEvent.LotRevealed;
import vn.giaouoc.shared.poll.PollEvent.LotsAbandoned;
import vn.giaouoc.shared.poll.PollEvent.LotsCalled;

/**
 * Lots, as they were drawn: with what is told here anybody can draw them again.
 *
 * @param called between which options, by whom
 * @param committed who committed itself to what
 * @param revealed the seeds
 * @param abandoned why they were given up, if they were
 */
record Drawing(
    LotsCalled called,
    List<LotCommitted> committed,
    List<LotRevealed> revealed,
    @Nullable LotsAbandoned abandoned) {

  Drawing(LotsCalled called) {
    this(called, List.of(), List.of(), null);
  }

  /** Whether these are the lots for this question that are still being drawn. */
  boolean isFor(String question) {
    return abandoned == null && called.question().equals(question);
  }

  Drawing and(LotCommitted lot) {
    return new Drawing(called, Lists.with(committed, lot), revealed, abandoned);
  }

  Drawing and(LotRevealed lot) {
    return new Drawing(called, committed, Lists.with(revealed, lot), abandoned);
  }

  Drawing and(LotsAbandoned end) {
    return new Drawing(called, committed, revealed, end);
  }
}
