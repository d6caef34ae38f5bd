package violations.pastreading.query.bloc;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.journal.Journal;

/** It asks who asks, and answers with something else. */
@RestController
class BlocResource {

  private final Reading reading;
  private final Journal journal;

  BlocResource(Reading reading, Journal journal) {
    this.reading = reading;
    this.journal = journal;
  }

  @GetMapping("/api/blocs")
  long blocs() {
    return reading.keeping(journal::head);
  }
}
