package vn.giaouoc.command.report;

import org.axonframework.modelling.command.AggregateRoot;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.report.ReportEvent;

/**
 * A bloc's report at one stage of a cycle. So far it only takes history: who presented it, and what
 * it says.
 */
@AggregateRoot(type = "report")
class BlocReport extends Recordable<ReportEvent> {

  @Override
  protected void reset() {}

  @Override
  protected void evolve(ReportEvent event, Since since) {}
}
