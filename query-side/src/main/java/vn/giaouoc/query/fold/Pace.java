package vn.giaouoc.query.fold;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast something goes on, by what was done of it lately. */
final class Pace {

  private static final Duration LATELY = Duration.ofSeconds(10);

  private record Mark(Instant at, long done) {}

  private final Deque<Mark> marks = new ArrayDeque<>();

  /** Notes how much is done at a moment; neither ever goes back. */
  void mark(Instant at, long done) {
    marks.addLast(new Mark(at, done));
    // one mark from before stays, so that the time spanned is never shorter while there is more
    while (marks.size() > 2
        && marks.stream().skip(1).findFirst().orElseThrow().at().isBefore(at.minus(LATELY))) {
      marks.removeFirst();
    }
  }

  /** How much is done in a second; 0 while that cannot be told. */
  long perSecond() {
    if (marks.size() < 2) {
      return 0;
    }
    long millis = Duration.between(marks.getFirst().at(), marks.getLast().at()).toMillis();
    return millis == 0 ? 0 : (marks.getLast().done() - marks.getFirst().done()) * 1000 / millis;
  }
}
