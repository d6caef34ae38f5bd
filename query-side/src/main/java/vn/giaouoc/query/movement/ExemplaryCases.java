package vn.giaouoc.query.movement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.OfWhich;
import vn.giaouoc.shared.movement.ExemplaryCasesId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.time.Dated;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The exemplary cases of a cycle.
 *
 * @param cases which ones
 * @param commendations how many were commended, each time
 * @param named who was commended, each time it is told
 */
record ExemplaryCases(ExemplaryCasesId cases, List<Commendation> commendations, List<Named> named) {

  record Commendation(
      @Nullable Integer collectives,
      @Nullable Integer individuals,
      List<OfWhich> ofWhich,
      Dated on) {}

  record Named(List<UnitId> collectives, List<PersonId> individuals, Dated on) {}

  static ExemplaryCases unknown(String slug) {
    return new ExemplaryCases(ExemplaryCasesId.of(slug), List.of(), List.of());
  }

  ExemplaryCases commended(Commendation commendation) {
    return new ExemplaryCases(cases, Lists.with(commendations, commendation), named);
  }

  ExemplaryCases named(Named list) {
    return new ExemplaryCases(cases, commendations, Lists.with(named, list));
  }
}
