package vn.giaouoc.command.cycle;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.CycleOpened;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContentsStated;
import vn.giaouoc.shared.cycle.CycleEvent.RankingDecided;
import vn.giaouoc.shared.cycle.CycleEvent.RegulationCited;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleEvent.StepRecorded;
import vn.giaouoc.shared.cycle.CycleEvent.StepState;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.unit.UnitId;

/**
 * The emulation year of a bloc. So far it only takes history: that it was opened, which steps were
 * taken, what its regulation and its pledge are said to be, and how the members were ranked.
 */
@AggregateRoot(type = "cycle")
class Cycle extends Recordable<CycleEvent> implements Year {

  private @Nullable BlocId bloc;
  private final Map<Step, StepState> steps = new EnumMap<>(Step.class);

  @Override
  public @Nullable BlocId bloc() {
    return bloc;
  }

  @Override
  public boolean isOpen() {
    return bloc != null;
  }

  @Override
  public @Nullable Regulation regulationOn(LocalDate day) {
    return null;
  }

  @Override
  public @Nullable StepState stateOf(Step step) {
    return steps.get(step);
  }

  @Override
  public @Nullable LocalDate deadlineOf(Step step) {
    return null;
  }

  @Override
  public Set<UnitId> excluded() {
    return Set.of();
  }

  @Override
  protected void reset() {
    bloc = null;
    steps.clear();
  }

  @Override
  protected void evolve(CycleEvent event, Since since) {
    switch (event) {
      case CycleOpened(_, var whose, _) -> bloc = whose;
      case StepRecorded(_, var step, var state, _) -> steps.put(step, state);
      case RegulationCited _, PledgeContentsStated _, RankingDecided _ -> {}
    }
  }
}
