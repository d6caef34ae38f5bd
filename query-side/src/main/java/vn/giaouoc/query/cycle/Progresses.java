package vn.giaouoc.query.cycle;

import org.springframework.stereotype.Component;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.query.pledge.PledgeFold;
import vn.giaouoc.query.report.ReportFold;
import vn.giaouoc.shared.cycle.CycleId;

/** Puts together what was promised in a cycle and reached of it. */
@Component
class Progresses {

  private final PledgeFold pledges;
  private final ReportFold reports;

  Progresses(PledgeFold pledges, ReportFold reports) {
    this.pledges = pledges;
    this.reports = reports;
  }

  /**
   * The progress of a cycle.
   *
   * @throws vn.giaouoc.query.answer.Problem if nothing is recorded of the cycle
   */
  Document<Progress> of(CycleId cycle, View view) {
    view.recorded(cycle);
    return Progress.of(
        cycle, view.ofStreamsNaming(reports, cycle), view.ofStreamsNaming(pledges, cycle));
  }
}
