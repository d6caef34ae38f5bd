package vn.giaouoc.command;

import java.util.List;
import java.util.SortedSet;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.Ids;
import vn.giaouoc.shared.proceedings.HistoryEvent;
import vn.giaouoc.shared.proceedings.ProceedingsEvent;

/**
 * Which streams first-hand events speak of: a look-up of the command side, written in the
 * transaction of the append. What such an event rests on cannot be withdrawn.
 */
@Component
public class References {

  private final JdbcClient database;

  References(@Qualifier("commandJdbcClient") JdbcClient database) {
    this.database = database;
  }

  /** Whether a first-hand event of another stream speaks of this one. */
  public boolean to(String stream) {
    return database
        .sql("SELECT EXISTS (SELECT 1 FROM command_side.reference WHERE stream = ?)")
        .param(stream)
        .query(Boolean.class)
        .single();
  }

  /** Notes what events speak of, as they are appended. */
  void note(List<? extends EventMessage<?>> appended) {
    for (EventMessage<?> message : appended) {
      if (message instanceof DomainEventMessage<?> domain
          && message.getPayload() instanceof Event event
          && !(event instanceof ProceedingsEvent || event instanceof HistoryEvent)
          && !domain.getMetaData().containsKey("told")) {
        SortedSet<String> others = Ids.in(event);
        others.remove(event.stream());
        others.forEach(other -> note(other, domain.getIdentifier(), event.stream()));
      }
    }
  }

  private void note(String stream, String event, String ofStream) {
    database
        .sql(
            "INSERT INTO command_side.reference (stream, event_identifier, of_stream) VALUES (?, ?, ?)")
        .params(stream, event, ofStream)
        .update();
  }
}
