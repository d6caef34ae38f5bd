package vn.giaouoc.command;

import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.hamcrest.CustomMatcher;
import org.hamcrest.Matcher;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Envelope.Manner;
import vn.giaouoc.shared.Envelope.Told;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.proceedings.HistoryEvent.RecordWithdrawn;
import vn.giaouoc.shared.proceedings.ProceedingsId;
import vn.giaouoc.shared.proceedings.Source;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.time.When;

/** What tests of aggregates have in common. */
public final class Expected {

  private Expected() {}

  /** That a command is refused for this reason and no other. */
  public static Matcher<Object> refused(Rejection reason) {
    return new CustomMatcher<>("refused: " + reason) {
      @Override
      public boolean matches(Object thrown) {
        return thrown instanceof Rejected refused && refused.rejection() == reason;
      }
    };
  }

  /** History: a fact that one source told, and that was withdrawn with it. */
  public static List<?> withdrawn(Event event) {
    Source source = new Source(ProceedingsId.of("a-record"), 1, When.of("2019-08-05"), 1, 1);
    return List.of(
        message(event, new Told("digest", source, List.of())),
        message(new RecordWithdrawn(event.stream(), source.batch()), null));
  }

  /** An event that a source tells. */
  public static Object told(Event event, String proceedings, String from) {
    Source source = new Source(ProceedingsId.of(proceedings), 1, When.of("2019-08-05"), 1, 1);
    return message(event, from, new Told("digest of " + event + from, source, List.of()));
  }

  private static Object message(Event event, Told told) {
    return message(event, "2019-08-02", told);
  }

  private static Object message(Event event, String from, Told told) {
    Envelope envelope =
        new Envelope(
            Dated.on(When.of(from)),
            When.of(from),
            Manner.ATTESTED,
            new Actor("somebody", null, "administrator"),
            Audience.PUBLIC,
            told,
            null);
    return new GenericEventMessage<>(event, Envelopes.metaData(envelope));
  }
}
