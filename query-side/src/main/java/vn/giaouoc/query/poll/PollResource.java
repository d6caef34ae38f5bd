package vn.giaouoc.query.poll;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.shared.poll.PollId;

/** Polls. */
@RestController
class PollResource {

  private final Reading reading;
  private final PollFold fold;

  PollResource(Reading reading, PollFold fold) {
    this.reading = reading;
    this.fold = fold;
  }

  @GetMapping("/api/polls/{poll}")
  Answer<Document<Poll>> one(@PathVariable PollId poll, Moment moment) {
    return reading.at(moment, view -> view.answer(view.document(fold, poll)));
  }
}
