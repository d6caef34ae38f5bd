package violations.queryappends.query.bloc;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.event.Event;

/** A query side that appends to the log on a server. */
class Appender {
  void append(EventChannel log) {
    log.appendEvents(Event.getDefaultInstance());
  }
}
