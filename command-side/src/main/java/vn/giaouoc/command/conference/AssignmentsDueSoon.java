package vn.giaouoc.command.conference;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.References;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.conference.ConferenceCommand.RemindOfAssignment;
import vn.giaouoc.command.reminder.DaysBefore;
import vn.giaouoc.command.reminder.DueSoon;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.conference.ConferenceId;

/** Reminds of what conferences assigned. */
@Component
class AssignmentsDueSoon implements DueSoon {

  private static final Logger LOG = LoggerFactory.getLogger(AssignmentsDueSoon.class);

  private final References references;
  private final Streams streams;
  private final Commands commands;

  AssignmentsDueSoon(References references, Streams streams, Commands commands) {
    this.references = references;
    this.streams = streams;
    this.commands = commands;
  }

  @Override
  public void remind(LocalDate today, DaysBefore ahead) {
    for (String stream : references.speaking("conference")) {
      ConferenceId conference = ConferenceId.of(stream.substring(stream.indexOf(':') + 1));
      streams
          .peek(Meeting.class, stream)
          .due()
          .forEach((assignment, due) -> remind(conference, assignment, due, today, ahead));
    }
  }

  private void remind(
      ConferenceId conference, Words assignment, LocalDate due, LocalDate today, DaysBefore ahead) {
    OptionalInt days = ahead.calledFor(today, due);
    if (days.isPresent()) {
      try {
        commands.give(
            new RemindOfAssignment(conference, assignment, commands.ownAct()),
            "due:" + assignment.words() + ":" + due + ":" + days.getAsInt());
      } catch (Rejected meanwhile) {
        LOG.info("Nobody is reminded of what {} assigned: {}", conference, meanwhile.getMessage());
      }
    }
  }
}
