package vn.giaouoc.query.poll;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Problem;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.answer.View;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.print.Layout;
import vn.giaouoc.query.print.Occasion;
import vn.giaouoc.query.print.Print;
import vn.giaouoc.query.print.Said;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.poll.PollEvent.PollClosed;
import vn.giaouoc.shared.poll.PollEvent.PollRecorded;
import vn.giaouoc.shared.poll.PollId;

/** The record of a count (biên bản kiểm phiếu), once there is an outcome. */
@RestController
class RecordResource {

  private final Reading reading;
  private final PollFold fold;

  RecordResource(Reading reading, PollFold fold) {
    this.reading = reading;
    this.fold = fold;
  }

  /**
   * The record of a count, to be printed and signed.
   *
   * @param poll of which poll
   * @param paper what it says
   */
  record TallyRecord(PollId poll, Print paper) {}

  @GetMapping("/api/polls/{poll}/record")
  Answer<TallyRecord> counted(@PathVariable PollId poll, Moment moment) {
    return reading.at(moment, view -> record(poll, view));
  }

  @GetMapping(value = "/api/polls/{poll}/record", params = "format")
  ResponseEntity<byte[]> page(
      @PathVariable PollId poll, Moment moment, @RequestParam String format) {
    Layout.mustBeHtml(format);
    Print paper = reading.at(moment, view -> record(poll, view)).answer().paper();
    return Layout.file(format, "bien-ban-kiem-phieu-" + poll.slug(), paper);
  }

  private Answer<TallyRecord> record(PollId poll, View view) {
    view.document(fold, poll);
    List<Fact> facts =
        view.facts(poll).stream().filter(fact -> fact.stream().equals(poll.stream())).toList();
    PollPaper paper = new PollPaper(facts);
    if (!paper.hasOutcome()) {
      throw Problem.notRecorded("record:" + poll.slug());
    }
    List<Fact> conference = conference(facts, view);
    Said said =
        new Said(
            view.answer(
                poll, List.of(facts.stream().map(Fact::event).toList(), mentioned(conference))));
    return view.answer(new TallyRecord(poll, paper.record(new Occasion(conference), said)));
  }

  private static List<?> mentioned(List<Fact> conference) {
    return conference.stream().map(Fact::event).toList();
  }

  private static List<Fact> conference(List<Fact> facts, View view) {
    ConferenceId conference = null;
    for (Fact fact : facts) {
      conference =
          switch (fact.event()) {
            case PollClosed closed -> closed.conference();
            case PollRecorded recorded -> recorded.conference();
            default -> conference;
          };
    }
    ConferenceId held = conference;
    return held == null
        ? List.of()
        : view.facts(held).stream().filter(fact -> fact.stream().equals(held.stream())).toList();
  }
}
