package vn.giaouoc.command.proceedings;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.ProceedingsEvent;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsRecorded;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsWithdrawn;

/**
 * The record of one source. It is recorded as a whole, may be withdrawn as a whole, and recorded
 * again after that; each recording is a batch of its own.
 */
@AggregateRoot(type = "proceedings")
class Proceedings {

  @AggregateIdentifier private @Nullable String id;
  private int recordings;
  private @Nullable ProceedingsRecorded standing;

  /** The recording that stands, if one does. */
  @Nullable ProceedingsRecorded standing() {
    return standing;
  }

  /** The number of the next recording. */
  int nextRecording() {
    return recordings + 1;
  }

  /** The batch of a recording. */
  static Batch batchOf(ProceedingsRecorded recorded) {
    return new Batch(recorded.proceedings(), recorded.recording());
  }

  void tell(ProceedingsEvent event, Envelope envelope) {
    apply(event, Envelopes.metaData(envelope));
  }

  @EventSourcingHandler
  void on(ProceedingsEvent event) {
    id = event.stream();
    switch (event) {
      case ProceedingsRecorded recorded -> {
        standing = recorded;
        recordings = recorded.recording();
      }
      case ProceedingsWithdrawn _ -> standing = null;
    }
  }
}
