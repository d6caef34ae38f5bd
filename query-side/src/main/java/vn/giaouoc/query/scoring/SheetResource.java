package vn.giaouoc.query.scoring;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.scoring.ScoreSheetId;

/** Score sheets. */
@RestController
class SheetResource {

  private final Reading reading;
  private final SheetFold sheet;
  private final SheetsFold sheets;

  SheetResource(Reading reading, SheetFold sheet, SheetsFold sheets) {
    this.reading = reading;
    this.sheet = sheet;
    this.sheets = sheets;
  }

  @GetMapping("/api/score-sheets/{id}")
  Answer<Document<Sheet>> one(@PathVariable ScoreSheetId id, Moment moment) {
    return reading.at(moment, view -> view.answer(view.document(sheet, id)));
  }

  @GetMapping("/api/cycles/{cycle}/sheets")
  Answer<Document<Sheets>> all(@PathVariable CycleId cycle, Moment moment) {
    return reading.at(moment, view -> view.answer(view.document(sheets, cycle)));
  }
}
