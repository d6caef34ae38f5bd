package vn.giaouoc.query.pledge;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.pledge.PledgeId;

/** Pledges. */
@RestController
class PledgeResource {

  private final Reading reading;
  private final PledgeFold pledges;

  PledgeResource(Reading reading, PledgeFold pledges) {
    this.reading = reading;
    this.pledges = pledges;
  }

  /** The pledge of a unit in a year, or under {@code bloc} that of the bloc itself. */
  @GetMapping("/api/cycles/{cycle}/pledges/{party}")
  Answer<Document<Pledge>> one(
      @PathVariable CycleId cycle, @PathVariable("party") PledgeId party, Moment moment) {
    PledgeId pledge = PledgeId.of(cycle.slug() + "." + party.slug());
    return reading.at(moment, view -> view.answer(view.document(pledges, pledge)));
  }
}
