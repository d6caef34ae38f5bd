package vn.giaouoc.query.fold;

import java.util.Set;
import vn.giaouoc.shared.Event;

/**
 * A question that is answered by going through the facts of one key in their order. Pure: the same
 * facts give the same answer, whenever and however often they are folded.
 *
 * @param <S> the answer: a record, stored and read back as JSON. It holds ids and digests, never
 *     names or texts, and nothing that depends on when a fact was recorded: no position, no event
 *     id.
 */
public interface Fold<S extends Record> {

  /** Its name in the database and in addresses; never changed. */
  String name();

  /** Counted from 1; raised whenever the same facts give another answer than before. */
  int version();

  /** Of what kind the keys are: {@code unit}, {@code bloc}, … */
  String kind();

  /** The class of the answer. */
  Class<S> answer();

  /** What is known of a key before any fact. */
  S empty(String slug);

  /**
   * Which events may say something about this question; with a class all that extend it. After any
   * other, {@link #apply} returns the very state that it was given. A document is made of these
   * alone, and there is none where there are none.
   */
  Set<Class<? extends Event>> restsOn();

  /** Whether an event is one of these. */
  default boolean restsOn(Event event) {
    for (Class<? extends Event> any : restsOn()) {
      if (any.isInstance(event)) {
        return true;
      }
    }
    return false;
  }

  /** What is known after one more fact. */
  S apply(S state, Fact fact);
}
