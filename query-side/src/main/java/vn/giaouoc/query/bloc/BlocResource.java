package vn.giaouoc.query.bloc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.query.answer.Answer;
import vn.giaouoc.query.answer.Moment;
import vn.giaouoc.query.answer.Reading;
import vn.giaouoc.query.answer.Search;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.unit.UnitId;

/** Blocs. */
@RestController
class BlocResource {

  private final Reading reading;
  private final BlocFold fold;

  BlocResource(Reading reading, BlocFold fold) {
    this.reading = reading;
    this.fold = fold;
  }

  /** Blocs, by name. */
  record Blocs(List<Listed> blocs) {}

  /**
   * A bloc in a list.
   *
   * @param members how many members are known at the moment; the bloc may have more
   * @param merger that it had gone up into another bloc, if it had
   */
  record Listed(
      BlocId bloc,
      @Nullable String name,
      @Nullable String kindWord,
      @Nullable UnitId authority,
      long members,
      List<Bloc.Year> cycles,
      Bloc.@Nullable Merger merger) {

    private static Listed of(Bloc bloc) {
      return new Listed(
          bloc.bloc(),
          bloc.name(),
          bloc.kindWord(),
          bloc.authority(),
          bloc.roll().stream().filter(membership -> membership.until() == null).count(),
          bloc.cycles(),
          bloc.life().merger());
    }
  }

  @GetMapping("/api/blocs")
  Answer<Blocs> all(
      Moment moment,
      @RequestParam(required = false) @Nullable String on,
      @RequestParam(required = false) @Nullable String q) {
    return reading.at(
        moment.on(on),
        view ->
            view.answer(
                new Blocs(
                    view.all(fold).stream()
                        .map(Document::answer)
                        .filter(bloc -> Search.matches(q, called(bloc)))
                        .map(Listed::of)
                        .sorted(Search.byName(Listed::name))
                        .toList())));
  }

  @GetMapping("/api/blocs/{bloc}")
  Answer<Document<Bloc>> one(
      @PathVariable BlocId bloc,
      Moment moment,
      @RequestParam(required = false) @Nullable String on) {
    return reading.at(moment.on(on), view -> view.answer(view.document(fold, bloc)));
  }

  private static List<String> called(Bloc bloc) {
    List<String> names = new ArrayList<>(bloc.aliases());
    if (bloc.name() != null) {
      names.add(bloc.name());
    }
    return names;
  }
}
