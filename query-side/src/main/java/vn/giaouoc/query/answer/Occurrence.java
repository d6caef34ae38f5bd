package vn.giaouoc.query.answer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.proceedings.HistoryEvent.SourceAdded;
import vn.giaouoc.shared.proceedings.Remark;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;

/**
 * An event as the timeline and the feed show it.
 *
 * @param position its place in the journal
 * @param eventId its identifier
 * @param recordedAt when it was recorded
 * @param stream the stream that it belongs to
 * @param version its number there, from 0
 * @param type the name of its type
 * @param revision the revision of the payload
 * @param label what the type is called in Vietnamese
 * @param occurredOn when it occurred
 * @param appliesFrom from when the fact applies
 * @param manner whether it happened then or is attested then
 * @param sources who told it, as it was recorded
 * @param remarks what this telling doubts, notes or normalised
 * @param written in which spreadsheet it was handed in, and in which cells
 * @param payload the event as it is stored
 */
public record Occurrence(
    long position,
    String eventId,
    String recordedAt,
    String stream,
    long version,
    String type,
    String revision,
    String label,
    @Nullable Dated occurredOn,
    @Nullable When appliesFrom,
    Envelope.@Nullable Manner manner,
    List<Source> sources,
    List<Remark> remarks,
    Envelope.@Nullable Written written,
    @JsonRawValue String payload) {

  private static final Logger LOG = LoggerFactory.getLogger(Occurrence.class);

  /** The entry as it is shown; what cannot be read of it is absent. */
  public static Occurrence of(Entry entry) {
    Envelope envelope = null;
    try {
      envelope = entry.envelope();
    } catch (RuntimeException e) {
      LOG.debug("The envelope at position {} cannot be read", entry.position(), e);
    }
    List<Source> sources = List.of();
    List<Remark> remarks = List.of();
    if (envelope != null && envelope.told() != null) {
      sources = List.of(envelope.told().source());
      remarks = envelope.told().remarks();
    } else if (event(entry) instanceof SourceAdded added) {
      sources = List.of(added.source());
      remarks = added.remarks();
    }
    return new Occurrence(
        entry.position(),
        entry.eventId(),
        entry.recordedAt().toString(),
        entry.stream(),
        entry.version(),
        entry.type(),
        entry.revision(),
        Labels.of(entry.type()),
        envelope == null ? null : envelope.occurredOn(),
        envelope == null ? null : envelope.appliesFrom(),
        envelope == null ? null : envelope.manner(),
        sources,
        remarks,
        envelope == null ? null : envelope.written(),
        json(entry.payload()));
  }

  /** The payload byte for byte; in quotes if it is no JSON, lest it break what it is shown in. */
  private static String json(String payload) {
    try {
      Wire.mapper().readTree(payload);
      return payload;
    } catch (JacksonException e) {
      return Wire.mapper().writeValueAsString(payload);
    }
  }

  /** The event itself, for the names in it; nothing if it cannot be read. */
  public static @Nullable Event event(Entry entry) {
    try {
      return entry.event();
    } catch (RuntimeException e) {
      return null;
    }
  }
}
