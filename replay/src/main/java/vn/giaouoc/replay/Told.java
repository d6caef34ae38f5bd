package vn.giaouoc.replay;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.journal.Entry;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.eventstore.EventTypes;
import vn.giaouoc.shared.time.When;

/** An entry of the journal that can be read. */
record Told(Entry entry, Event event, Envelope envelope) {

  static @Nullable Told of(Entry entry) {
    try {
      Event event = entry.event();
      return event == null ? null : new Told(entry, event, entry.envelope());
    } catch (RuntimeException e) {
      return null;
    }
  }

  String at() {
    return entry.stream() + "@" + entry.version();
  }

  /** The day in Vietnam on which it was recorded. */
  LocalDate day() {
    return LocalDate.ofInstant(entry.recordedAt(), When.ZONE);
  }

  /** Whether it is written in an older form than today's, or under a name that is retired. */
  boolean older() {
    EventTypes.Type type = EventTypes.checkedIn().named(entry.type());
    return type == null || !type.revision().equals(entry.revision());
  }
}
