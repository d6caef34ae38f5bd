package vn.giaouoc.query.leadership;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.shared.bloc.BlocId;

/** Who leads a bloc. */
@RestController
class LeadershipResource {

  private final Reading reading;
  private final LeadershipFold fold;

  LeadershipResource(Reading reading, LeadershipFold fold) {
    this.reading = reading;
    this.fold = fold;
  }

  @GetMapping("/api/blocs/{bloc}/leadership")
  Answer<Document<Leadership>> one(
      @PathVariable BlocId bloc,
      Moment moment,
      @RequestParam(required = false) @Nullable String on) {
    return reading.at(moment.on(on), view -> view.answer(view.document(fold, bloc)));
  }
}
