package vn.giaouoc.query.report;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.query.fold.Remarked;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.report.ReportEvent.CountStated;
import vn.giaouoc.shared.report.ReportEvent.Counted;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;
import vn.giaouoc.shared.report.ReportEvent.ReportAmended;
import vn.giaouoc.shared.report.ReportEvent.ReportDrafted;
import vn.giaouoc.shared.report.ReportEvent.ReportFinalised;
import vn.giaouoc.shared.report.ReportEvent.ReportPresented;
import vn.giaouoc.shared.report.ReportEvent.ReportTabled;
import vn.giaouoc.shared.report.ReportEvent.Statement;
import vn.giaouoc.shared.report.ReportEvent.StatementMade;

/** One report of a bloc, from its draft on. */
@Component
public class ReportFold implements Fold<Report> {

  @Override
  public String name() {
    return "report";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String kind() {
    return "report";
  }

  @Override
  public Class<Report> answer() {
    return Report.class;
  }

  @Override
  public Report empty(String slug) {
    return Report.unknown(slug);
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(ReportEvent.class);
  }

  @Override
  public Report apply(Report state, Fact fact) {
    if (!(fact.event() instanceof ReportEvent event)) {
      return state;
    }
    return switch (event) {
      case ReportDrafted(_, var cycle, var stage) -> state.drafted(cycle, stage);
      case ReportPresented(
              _,
              var cycle,
              var stage,
              var draft,
              var by,
              var capacity,
              var conference) ->
          state.presented(
              cycle, stage, draft, new Report.Act(by, capacity, conference, fact.occurredOn()));
      case ReportFinalised(_, var cycle, var stage, var by, var capacity) ->
          state.finalised(cycle, stage, new Report.Act(by, capacity, null, fact.occurredOn()));
      case StatementMade(_, _, var kind, var units, var content, var text) ->
          state.stated(new Statement(kind, units, content, text));
      case FigureReported(_, _, var unit, var content, var figure) ->
          state.figured(new Report.Figured(unit, content, figure, Remarked.own(fact)));
      case CountStated(_, _, var units, var content, var count) ->
          state.counted(new Counted(units, content, count));
      case ReportAmended amended -> state.amended(amended.text());
      case ReportTabled tabled -> state.tabled(tabled);
    };
  }
}
