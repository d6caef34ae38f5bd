package vn.giaouoc.query.complaint;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.shared.complaint.ComplaintId;

/** Complaints. */
@RestController
class ComplaintResource {

  private final Reading reading;
  private final ComplaintFold fold;

  ComplaintResource(Reading reading, ComplaintFold fold) {
    this.reading = reading;
    this.fold = fold;
  }

  @GetMapping("/api/complaints/{complaint}")
  Answer<Document<Complaint>> one(@PathVariable ComplaintId complaint, Moment moment) {
    return reading.at(moment, view -> view.answer(view.document(fold, complaint)));
  }
}
