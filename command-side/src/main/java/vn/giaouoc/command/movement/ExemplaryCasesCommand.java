package vn.giaouoc.command.movement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Command;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.movement.ExemplaryCasesEvent.OfWhich;
import vn.giaouoc.shared.movement.ExemplaryCasesId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitId;

/** What can be asked about exemplary cases. */
sealed interface ExemplaryCasesCommand extends Command {

  CycleId cycle();

  default ExemplaryCasesId cases() {
    return ExemplaryCasesId.of(cycle().slug());
  }

  @Override
  default String stream() {
    return cases().stream();
  }

  /**
   * Commends the exemplary cases of a cycle.
   *
   * @param collectives how many collectives, if that is known
   * @param individuals how many persons, if that is known
   * @param units the collectives among them that are units of the record
   * @param persons the persons among them, by what stands for them
   */
  record CommendExemplaryCases(
      CycleId cycle,
      @Nullable Integer collectives,
      @Nullable Integer individuals,
      List<OfWhich> ofWhich,
      List<UnitId> units,
      List<PersonId> persons,
      Envelope envelope)
      implements ExemplaryCasesCommand {}
}
