package vn.giaouoc.command.movement;

import java.util.List;
import vn.giaouoc.command.AskedFor;
import vn.giaouoc.command.Stored;
import vn.giaouoc.command.movement.ExemplaryCasesCommand.CommendExemplaryCases;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesCommended;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.ExemplaryCasesNamed;

/** What was asked of the exemplary cases of a year. */
final class ExemplaryCasesAsked {

  private ExemplaryCasesAsked() {}

  static AskedFor of(ExemplaryCasesEvent event, Stored stored) {
    return switch (event) {
      case ExemplaryCasesCommended(
              _,
              _,
              var cycle,
              var collectives,
              var individuals,
              var parts) -> {
        ExemplaryCasesNamed named = stored.next(ExemplaryCasesNamed.class);
        yield AskedFor.by(
            new CommendExemplaryCases(
                cycle,
                collectives,
                individuals,
                parts,
                named == null ? List.of() : named.collectives(),
                named == null ? List.of() : named.individuals(),
                stored.act()));
      }
      case ExemplaryCasesNamed _ -> AskedFor.Not.COMES_WITH_ANOTHER;
    };
  }
}
