package vn.giaouoc.query.fold;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Ids;
import vn.giaouoc.shared.proceedings.Batch;
import vn.giaouoc.shared.proceedings.HistoryEvent.DoubtRaised;
import vn.giaouoc.shared.proceedings.HistoryEvent.FactCorrected;
import vn.giaouoc.shared.proceedings.HistoryEvent.RecordWithdrawn;
import vn.giaouoc.shared.proceedings.HistoryEvent.SourceAdded;
import vn.giaouoc.shared.proceedings.ProceedingsEvent;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.proceedings.Source;

/**
 * To which keys an event belongs. Besides those of documents, {@code kind:slug}, there are keys
 * that only serve to find events again when a later one concerns them; they have a space in them,
 * which no id has.
 */
final class Keys {

  private Keys() {}

  /**
   * All keys that the event names itself. What a {@code HistoryEvent} concerns is looked up by the
   * folder.
   */
  static SortedSet<String> of(String stream, Event event, Envelope envelope) {
    SortedSet<String> keys = new TreeSet<>();
    keys.add(stream);
    switch (event) {
      case SourceAdded added -> {
        keys.add(fact(stream, added.fact()));
        keys.add(told(stream, added.source()));
        addRests(added.remarks(), keys);
      }
      case DoubtRaised doubt -> {
        keys.add(fact(stream, doubt.fact()));
        addRests(List.of(doubt.remark()), keys);
      }
      case RecordWithdrawn withdrawn -> {}
      case FactCorrected corrected -> {}
      // that something was recorded about a bloc is nothing that the bloc did
      case ProceedingsEvent recording -> {}
      default -> {
        keys.addAll(Ids.in(event));
        if (envelope.written() != null) {
          keys.add(envelope.written().file().stream());
        }
        Envelope.Told told = envelope.told();
        if (told != null) {
          keys.add(fact(stream, told.fact()));
          keys.add(told(stream, told.source()));
          addRests(told.remarks(), keys);
        }
      }
    }
    return keys;
  }

  /** The events that are or tell this fact. */
  static String fact(String stream, String fact) {
    return "fact " + stream + " " + fact;
  }

  /** The events of a stream that a batch told. */
  static String told(String stream, Batch batch) {
    return "told " + stream + " " + named(batch);
  }

  /** The events that carry a remark resting on a batch. */
  static String restingOn(Batch batch) {
    return "rests " + named(batch);
  }

  /** Whether it is the key of a document. */
  static boolean ofDocument(String key) {
    return key.indexOf(' ') < 0;
  }

  /** The kind of a document's key. */
  static String kind(String key) {
    return key.substring(0, key.indexOf(':'));
  }

  /** The slug of a document's key. */
  static String slug(String key) {
    return key.substring(key.indexOf(':') + 1);
  }

  private static String told(String stream, Source source) {
    return told(stream, source.batch());
  }

  private static void addRests(Iterable<Remark> remarks, SortedSet<String> keys) {
    remarks.forEach(remark -> remark.restsOn().forEach(batch -> keys.add(restingOn(batch))));
  }

  private static String named(Batch batch) {
    return batch.proceedings().slug() + " " + batch.recording();
  }
}
