package vn.giaouoc.query.report;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.report.ReportId;

/** Reports of blocs. */
@RestController
class ReportResource {

  private final Reading reading;
  private final ReportFold reports;

  ReportResource(Reading reading, ReportFold reports) {
    this.reading = reading;
    this.reports = reports;
  }

  /** The report of a stage: {@code mid-year}, {@code nine-month}, {@code year-end}. */
  @GetMapping("/api/cycles/{cycle}/reports/{stage}")
  Answer<Document<Report>> one(
      @PathVariable CycleId cycle, @PathVariable("stage") ReportId stage, Moment moment) {
    ReportId report = ReportId.of(cycle.slug() + "." + stage.slug());
    return reading.at(moment, view -> view.answer(view.document(reports, report)));
  }
}
