package vn.giaouoc.query.cycle;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.conference.ConferenceEvent.FollowUpReminded;
import vn.giaouoc.shared.cycle.CycleEvent.ReminderSent;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.UnitExcluded;
import vn.giaouoc.shared.cycle.CycleEvent.UnitReadmitted;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.SheetReturned;
import vn.giaouoc.shared.unit.UnitId;

/** What a unit has to know. */
@Component
class NoticesFold implements Fold<Notices> {

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String kind() {
    return "unit";
  }

  @Override
  public Class<Notices> answer() {
    return Notices.class;
  }

  @Override
  public Notices empty(String slug) {
    return new Notices(UnitId.of(slug), List.of());
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(
        ReminderSent.class,
        FollowUpReminded.class,
        UnitExcluded.class,
        UnitReadmitted.class,
        SheetReturned.class);
  }

  @Override
  public Notices apply(Notices state, Fact fact) {
    return switch (fact.event()) {
      case ReminderSent(var cycle, var step, var due, var units) ->
          state.with(
              new Notices.Notice(
                  Notices.About.REMINDER, cycle, step, due, null, fact.occurredOn()));
      case FollowUpReminded(var conference, var assignment, var due, var units) ->
          state.with(
              new Notices.Notice(
                  Notices.About.ASSIGNMENT,
                  null,
                  null,
                  due,
                  null,
                  fact.occurredOn(),
                  conference,
                  assignment));
      case UnitExcluded(var cycle, var unit, var clause) ->
          state.with(
              new Notices.Notice(
                  Notices.About.EXCLUDED, cycle, null, null, clause, fact.occurredOn()));
      case UnitReadmitted(var cycle, var unit, var clause) ->
          state.with(
              new Notices.Notice(
                  Notices.About.READMITTED, cycle, null, null, clause, fact.occurredOn()));
      case SheetReturned(var sheet, var cycle, var unit, var reason) ->
          state.with(
              new Notices.Notice(
                  Notices.About.SHEET_RETURNED,
                  cycle,
                  Step.SCORING,
                  null,
                  null,
                  fact.occurredOn()));
      default -> state;
    };
  }
}
