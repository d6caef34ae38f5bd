package vn.giaouoc.command.cycle;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.giaouoc.command.Commands;
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

  private final Streams streams;
  private final Commands commands;

  StepsDueSoon(Streams streams, Commands commands) {
    this.streams = streams;
    this.commands = commands;
  }

  @Override
  public String kind() {
    return "cycle";
  }

  @Override
  public void remind(String stream, LocalDate today, DaysBefore ahead) {
    Year year = streams.peek(Year.class, stream);
    CycleId cycle = CycleId.of(stream.substring(stream.indexOf(':') + 1));
    for (Step step : Step.values()) {
      LocalDate due = year.deadlineOf(step);
      LocalDate from = year.firstDayOf(step);
      if (due != null
          && (from == null || !today.isBefore(from))
          && year.isOpen()
          && step.asksMembers()
          && isToDo(year.stateOf(step))) {
        OptionalInt days = ahead.calledFor(today, due);
        if (days.isPresent()) {
          commands.give(
              new Remind(cycle, step, commands.ownAct()),
              "due:" + step.code() + ":" + due + ":" + days.getAsInt());
        }
      }
    }
  }

  private static boolean isToDo(@Nullable StepState state) {
    return state != StepState.DONE && state != StepState.SKIPPED;
  }
}
