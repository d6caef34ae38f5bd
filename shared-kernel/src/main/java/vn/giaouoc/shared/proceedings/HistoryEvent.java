package vn.giaouoc.shared.proceedings;

import java.util.List;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Words;

/** What can happen in any stream to what was told there before. */
public sealed interface HistoryEvent extends Event {

  /** The stream that it speaks of, in which it stands. */
  String subject();

  @Override
  default String stream() {
    return subject();
  }

  /**
   * A fact that was recorded before is told by a further source.
   *
   * @param fact the digest of the fact
   * @param source who tells it too
   * @param remarks what the recording doubts, notes or normalised in this telling
   */
  record SourceAdded(String subject, String fact, Source source, List<Remark> remarks)
      implements HistoryEvent {}

  /**
   * A fact that was recorded before is doubted, because another source tells it otherwise. That
   * source's own fact carries the same remark, so that whoever reads either of them sees it.
   *
   * @param fact the digest of the fact
   * @param remark the doubt
   */
  record DoubtRaised(String subject, String fact, Remark remark) implements HistoryEvent {}

  /**
   * All that one batch told in this stream no longer counts. What another source tells as well
   * stands.
   *
   * @param batch the batch
   */
  record RecordWithdrawn(String subject, Batch batch) implements HistoryEvent {}

  /**
   * A first-hand fact of this stream was told wrongly, and no longer counts. What is right instead,
   * if anything is, is the next event; its envelope says that it stands in this one's place.
   *
   * @param version the number of the corrected event in the stream
   */
  record FactCorrected(String subject, long version, Words reason) implements HistoryEvent {}
}
