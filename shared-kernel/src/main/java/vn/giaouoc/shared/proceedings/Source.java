package vn.giaouoc.shared.proceedings;

import java.util.Comparator;
import vn.giaouoc.shared.time.When;

/**
 * One telling of a fact.
 *
 * @param proceedings the record that tells it
 * @param recording which recording of it, counted from 1: a record that was withdrawn may be
 *     recorded again
 * @param published when the source was published
 * @param line the line of the proceedings file
 * @param number which of the facts of the file it is, counted from 1
 */
public record Source(ProceedingsId proceedings, int recording, When published, int line, int number)
    implements Comparable<Source> {

  private static final Comparator<Source> ORDER =
      Comparator.comparing((Source s) -> s.published().earliest())
          .thenComparing(s -> s.proceedings().slug())
          .thenComparing(Source::number)
          .thenComparing(Source::recording);

  /**
   * Earlier papers first, whenever they were recorded: the order of recording changes no answer.
   */
  @Override
  public int compareTo(Source other) {
    return ORDER.compare(this, other);
  }

  /** The batch that it came in. */
  public Batch batch() {
    return new Batch(proceedings, recording);
  }
}
