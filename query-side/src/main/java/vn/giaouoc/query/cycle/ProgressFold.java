package vn.giaouoc.query.cycle;

import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.query.fold.Remarked;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.report.ReportEvent;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;
import vn.giaouoc.shared.report.ReportEvent.ReportPresented;
import vn.giaouoc.shared.report.ReportEvent.StatementMade;

/** What was pledged in a cycle and reached of it, and the figures of its reports. */
@Component
class ProgressFold implements Fold<Progress> {

  @Override
  public String name() {
    return "progress";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public String kind() {
    return "cycle";
  }

  @Override
  public Class<Progress> answer() {
    return Progress.class;
  }

  @Override
  public Progress empty(String slug) {
    return Progress.unknown(slug);
  }

  @Override
  public Progress apply(Progress state, Fact fact) {
    return switch (fact.event()) {
      case ReportEvent event -> reported(state, event, fact);
      case PledgeEvent event -> state.pledged(event, fact);
      default -> state;
    };
  }

  private static Progress reported(Progress state, ReportEvent event, Fact fact) {
    return switch (event) {
      case ReportPresented presented -> state.presented(presented.report(), presented.stage());
      case StatementMade(var report, var cycle, var kind, var units, var content, var text) ->
          state.stated(new Progress.Statement(report, kind, units, content, text));
      case FigureReported(var report, var cycle, var unit, var content, var figure) ->
          state.reported(report, unit, content, figure, Remarked.own(fact));
      case ReportEvent.ReportDrafted _,
          ReportEvent.CountStated _,
          ReportEvent.ReportAmended _,
          ReportEvent.ReportFinalised _ ->
          state;
      case ReportEvent.ReportTabled tabled -> state.tabled(tabled);
    };
  }
}
