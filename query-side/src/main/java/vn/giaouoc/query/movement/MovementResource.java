package vn.giaouoc.query.movement;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.movement.ExemplaryCasesId;
import vn.giaouoc.shared.movement.MovementId;

/** Emulation movements and exemplary cases. */
@RestController
class MovementResource {

  private final Reading reading;
  private final MovementFold movements;
  private final ExemplaryCasesFold cases;

  MovementResource(Reading reading, MovementFold movements, ExemplaryCasesFold cases) {
    this.reading = reading;
    this.movements = movements;
    this.cases = cases;
  }

  record All(List<Movement> movements) {}

  @GetMapping("/api/movements")
  Answer<All> all(Moment moment) {
    return reading.at(
        moment,
        view -> view.answer(new All(view.all(movements).stream().map(Document::answer).toList())));
  }

  @GetMapping("/api/movements/{movement}")
  Answer<Document<Movement>> one(@PathVariable MovementId movement, Moment moment) {
    return reading.at(moment, view -> view.answer(view.document(movements, movement)));
  }

  @GetMapping("/api/cycles/{cycle}/exemplary-cases")
  Answer<Document<ExemplaryCases>> exemplary(@PathVariable CycleId cycle, Moment moment) {
    return reading.at(
        moment, view -> view.answer(view.document(cases, ExemplaryCasesId.of(cycle.slug()))));
  }
}
