package vn.giaouoc.query.paper;

import java.util.Comparator;
import java.util.List;
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
import vn.giaouoc.shared.paper.PaperId;

/** Papers. */
@RestController
class PaperResource {

  private final Reading reading;
  private final PaperFold papers;
  private final RegisterFold registers;

  PaperResource(Reading reading, PaperFold papers, RegisterFold registers) {
    this.reading = reading;
    this.papers = papers;
    this.registers = registers;
  }

  /** The registers of a bloc, by year and type. */
  record Registers(List<Register> registers) {}

  @GetMapping("/api/papers/{paper}")
  Answer<Document<Paper>> one(@PathVariable PaperId paper, Moment moment) {
    return reading.at(moment, view -> view.answer(view.document(papers, paper)));
  }

  @GetMapping("/api/blocs/{bloc}/papers")
  Answer<Registers> ofBloc(
      @PathVariable BlocId bloc,
      Moment moment,
      @RequestParam(required = false) @Nullable Integer year) {
    return reading.at(
        moment,
        view ->
            view.answer(
                new Registers(
                    view.all(registers).stream()
                        .map(Document::answer)
                        .filter(each -> bloc.equals(each.bloc()))
                        .filter(each -> year == null || year.equals(each.year()))
                        .sorted(Comparator.comparing(each -> each.register().slug()))
                        .toList())));
  }
}
