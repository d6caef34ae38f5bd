package vn.giaouoc.command.conference;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.conference.ConferenceCommand.RemindOfAssignment;
import vn.giaouoc.command.reminder.DaysBefore;
import vn.giaouoc.command.reminder.DueSoon;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.conference.ConferenceId;

/** Reminds of what conferences assigned. */
@Component
class AssignmentsDueSoon implements DueSoon {

  private final Streams streams;
  private final Commands commands;

  AssignmentsDueSoon(Streams streams, Commands commands) {
    this.streams = streams;
    this.commands = commands;
  }

  @Override
  public String kind() {
    return "conference";
  }

  @Override
  public void remind(String stream, LocalDate today, DaysBefore ahead) {
    Meeting meeting = streams.peek(Meeting.class, stream);
    if (meeting.bloc() != null) {
      ConferenceId conference = ConferenceId.of(stream.substring(stream.indexOf(':') + 1));
      meeting.due().forEach((assignment, due) -> remind(conference, assignment, due, today, ahead));
    }
  }

  private void remind(
      ConferenceId conference, Words assignment, LocalDate due, LocalDate today, DaysBefore ahead) {
    OptionalInt days = ahead.calledFor(today, due);
    if (days.isPresent()) {
      commands.give(
          new RemindOfAssignment(conference, assignment, commands.ownAct()),
          "due:" + assignment.words() + ":" + due + ":" + days.getAsInt());
    }
  }
}
