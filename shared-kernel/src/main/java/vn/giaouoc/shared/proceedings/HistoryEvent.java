package vn.giaouoc.shared.proceedings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import vn.giaouoc.shared.Event;

/** What can happen to the history recorded in any stream. */
public sealed interface HistoryEvent extends Event {

  /**
   * A fact that was recorded before is told by a further source.
   *
   * @param stream the stream of the fact
   * @param fact the digest of the fact
   * @param source who tells it too
   * @param remarks what the recording doubts, notes or normalised in this telling
   */
  record SourceAdded(
      @JsonProperty("stream") @Override String stream, String fact, Source source, List<Remark> remarks)
      implements HistoryEvent {}

  /**
   * All that one batch told in this stream no longer counts. What another source tells as well stands.
   *
   * @param stream the stream
   * @param batch the batch
   */
  record RecordWithdrawn(@JsonProperty("stream") @Override String stream, Batch batch) implements HistoryEvent {}
}
