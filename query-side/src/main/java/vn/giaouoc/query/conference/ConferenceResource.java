package vn.giaouoc.query.conference;

import java.time.Instant;
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
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.time.Dated;

/** Conferences. */
@RestController
class ConferenceResource {

  private final Reading reading;
  private final ConferenceFold fold;

  ConferenceResource(Reading reading, ConferenceFold fold) {
    this.reading = reading;
    this.fold = fold;
  }

  /** Conferences, by date. */
  record Conferences(List<Listed> conferences) {}

  /** A conference in a list. */
  record Listed(
      ConferenceId conference,
      @Nullable String title,
      @Nullable ConferenceKind conferenceKind,
      @Nullable BlocId bloc,
      List<CycleId> cycles,
      @Nullable Dated occurredOn) {

    private Instant earliest() {
      return occurredOn == null ? Instant.MIN : occurredOn.on().earliest();
    }
  }

  @GetMapping("/api/conferences")
  Answer<Conferences> all(
      Moment moment,
      @RequestParam(required = false) @Nullable BlocId bloc,
      @RequestParam(required = false) @Nullable CycleId cycle) {
    Id narrowest = cycle == null ? bloc : cycle;
    return reading.at(
        moment,
        view ->
            view.answer(
                new Conferences(
                    (narrowest == null ? view.all(fold) : view.all(fold, narrowest))
                        .stream()
                            .map(Document::answer)
                            .filter(each -> bloc == null || bloc.equals(each.bloc()))
                            .filter(each -> cycle == null || each.cycles().contains(cycle))
                            .map(
                                each ->
                                    new Listed(
                                        each.conference(),
                                        each.title(),
                                        each.conferenceKind(),
                                        each.bloc(),
                                        each.cycles(),
                                        each.occurredOn()))
                            .sorted(
                                Comparator.comparing(Listed::earliest)
                                    .thenComparing(each -> each.conference().slug()))
                            .toList())));
  }

  @GetMapping("/api/conferences/{conference}")
  Answer<Document<Conference>> one(@PathVariable ConferenceId conference, Moment moment) {
    return reading.at(moment, view -> view.answer(view.document(fold, conference)));
  }
}
