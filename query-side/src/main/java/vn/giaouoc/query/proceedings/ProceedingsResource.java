package vn.giaouoc.query.proceedings;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.shared.proceedings.ProceedingsId;

/** Sources of history. */
@RestController
class ProceedingsResource {

  private final Reading reading;
  private final ProceedingsFold fold;

  ProceedingsResource(Reading reading, ProceedingsFold fold) {
    this.reading = reading;
    this.fold = fold;
  }

  /** All sources, by id. */
  record AllProceedings(List<Proceedings> proceedings) {}

  @GetMapping("/api/proceedings")
  Answer<AllProceedings> all(Moment moment) {
    return reading.at(
        moment,
        view ->
            view.answer(
                new AllProceedings(view.all(fold).stream().map(Document::answer).toList())));
  }

  @GetMapping("/api/proceedings/{proceedings}")
  Answer<Document<Proceedings>> one(@PathVariable ProceedingsId proceedings, Moment moment) {
    return reading.at(moment, view -> view.answer(view.document(fold, proceedings)));
  }
}
