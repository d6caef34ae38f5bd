package vn.giaouoc.command.cycle;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.References;
import vn.giaouoc.command.Rejection.Rejected;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.cycle.CycleCommand.Remind;
import vn.giaouoc.command.reminder.DaysBefore;
import vn.giaouoc.command.reminder.DueSoon;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.cycle.CycleId;

/** Reminds of the steps of all years that are under way. */
@Component
class StepsDueSoon implements DueSoon {

  private static final Logger LOG = LoggerFactory.getLogger(StepsDueSoon.class);

  private final References references;
  private final Streams streams;
  private final Commands commands;

  StepsDueSoon(References references, Streams streams, Commands commands) {
    this.references = references;
    this.streams = streams;
    this.commands = commands;
  }

  @Override
  public void remind(LocalDate today, DaysBefore ahead) {
    for (String stream : references.speaking("cycle")) {
      Year year = streams.peek(Year.class, stream);
      if (year.isOpen()) {
        for (Step step : Step.values()) {
          remind(CycleId.of(stream.substring(stream.indexOf(':') + 1)), year, step, today, ahead);
        }
      }
    }
  }

  private void remind(CycleId cycle, Year year, Step step, LocalDate today, DaysBefore ahead) {
    LocalDate due = year.deadlineOf(step);
    StepState state = year.stateOf(step);
    if (due == null
        || !Duties.asksMembers(step)
        || state == StepState.DONE
        || state == StepState.SKIPPED) {
      return;
    }
    OptionalInt days = ahead.calledFor(today, due);
    if (days.isPresent()) {
      try {
        commands.give(
            new Remind(cycle, step, commands.ownAct()),
            "due:" + step.code() + ":" + due + ":" + days.getAsInt());
      } catch (Rejected meanwhile) {
        LOG.info("Nobody is reminded of {} in {}: {}", step, cycle, meanwhile.getMessage());
      }
    }
  }
}
