package vn.giaouoc.query.unit;

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
import vn.giaouoc.query.answer.View;
import vn.giaouoc.query.fold.Document;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** Units. */
@RestController
class UnitResource {

  private final Reading reading;
  private final UnitFold fold;

  UnitResource(Reading reading, UnitFold fold) {
    this.reading = reading;
    this.fold = fold;
  }

  /** Units, by name. */
  record Units(List<Listed> units) {}

  /**
   * A unit in a list.
   *
   * @param end that it was no longer, if it was so
   */
  record Listed(
      UnitId unit,
      @Nullable String name,
      @Nullable UnitKind unitKind,
      @Nullable UnitId authority,
      Unit.@Nullable End end) {}

  @GetMapping("/api/units")
  Answer<Units> all(Moment moment, @RequestParam(required = false) @Nullable String q) {
    return reading.at(
        moment,
        view ->
            view.answer(
                new Units(
                    view.allOfTheirOwn(fold).stream()
                        .map(Document::answer)
                        .filter(unit -> Search.matches(q, called(unit)))
                        .map(
                            unit ->
                                new Listed(
                                    unit.unit(),
                                    unit.name(),
                                    unit.unitKind(),
                                    unit.authority(),
                                    unit.life().end()))
                        .sorted(Search.byName(Listed::name))
                        .toList())));
  }

  @GetMapping("/api/units/{unit}")
  Answer<Document<Unit>> one(@PathVariable UnitId unit, Moment moment) {
    return reading.at(
        moment,
        view -> {
          Document<Unit> document = view.document(fold, unit);
          Unit member = document.answer().withBlocs(memberships(document.answer(), view));
          return view.answer(new Document<>(member, document.sources(), document.remarks()));
        });
  }

  /**
   * Where a unit can be written to.
   *
   * @param address of a mailbox
   */
  record Contact(UnitId unit, String address) {}

  /** Where a unit can be written to, today; for the unit itself and the board. */
  @GetMapping("/api/units/{unit}/contact")
  Contact contact(@PathVariable UnitId unit) {
    return reading.at(Moment.NOW, view -> new Contact(unit, view.contact(unit)));
  }

  /** From the blocs' own facts: only they tell that a complete list leaves the unit out. */
  private static List<Unit.Membership> memberships(Unit unit, View view) {
    Unit member = Unit.unknown(unit.unit().slug());
    List<String> blocs =
        unit.blocs().stream().map(each -> each.bloc().stream()).distinct().toList();
    for (Fact fact : view.factsOfStreams(blocs)) {
      if (fact.event() instanceof BlocEvent event) {
        member = UnitFold.inBloc(member, event, fact);
      }
    }
    return member.blocs();
  }

  private static List<String> called(Unit unit) {
    List<String> names = new ArrayList<>(unit.aliases());
    unit.names().forEach(name -> names.add(name.name()));
    return names;
  }
}
