package vn.giaouoc.query.fold;

import java.util.Arrays;

/** A fold cannot take a fact: a mistake of the program. */
final class CannotFold extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final long position;

  CannotFold(Fold<?> fold, Fact fact, Throwable cause) {
    super(fold.name() + " cannot take the event at position " + fact.position(), cause);
    position = fact.position();
  }

  /** Where the event is. */
  long position() {
    return position;
  }

  /**
   * The kind of the error that began it, and where in this program. Without its message, which
   * could tell what an event says.
   */
  static String inShort(Throwable error) {
    Throwable first = error;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first.getClass().getName()
        + Arrays.stream(first.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("vn.giaouoc."))
            .findFirst()
            .map(frame -> " at " + frame)
            .orElse("");
  }
}
