package vn.giaouoc.query.fold;

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

  /** What is known after one more fact. */
  S apply(S state, Fact fact);
}
