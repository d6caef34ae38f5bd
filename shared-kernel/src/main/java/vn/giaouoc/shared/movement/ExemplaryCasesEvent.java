package vn.giaouoc.shared.movement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Correctable;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.person.PersonId;
import vn.giaouoc.shared.unit.UnitId;

/** The exemplary cases (điển hình tiên tiến) of a cycle. */
public sealed interface ExemplaryCasesEvent extends Event {

  /** Which cases. */
  ExemplaryCasesId cases();

  @Override
  default String stream() {
    return cases().stream();
  }

  /**
   * The units of a bloc commended exemplary cases.
   *
   * @param collectives how many collectives, if stated
   * @param individuals how many individuals, if stated
   * @param ofWhich parts of these numbers
   */
  @Correctable
  record ExemplaryCasesCommended(
      ExemplaryCasesId cases,
      BlocId bloc,
      CycleId cycle,
      @Nullable Integer collectives,
      @Nullable Integer individuals,
      List<OfWhich> ofWhich)
      implements ExemplaryCasesEvent {}

  /**
   * Who was commended, for the members of the bloc.
   *
   * @param collectives the collectives that are units of the record
   * @param individuals the persons, by what stands for them
   */
  @Correctable
  record ExemplaryCasesNamed(
      ExemplaryCasesId cases,
      BlocId bloc,
      CycleId cycle,
      List<UnitId> collectives,
      List<PersonId> individuals)
      implements ExemplaryCasesEvent {}

  /**
   * A part of the cases.
   *
   * @param theme in what they are exemplary
   */
  record OfWhich(String theme, @Nullable Integer collectives, @Nullable Integer individuals) {}
}
