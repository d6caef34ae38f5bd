package vn.giaouoc.query.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.query.fold.Lists;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;

/** The score sheets of a cycle, side by side. */
@Component
class SheetsFold implements Fold<Sheets> {

  @Override
  public String name() {
    return "sheets";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public String kind() {
    return "cycle";
  }

  @Override
  public Class<Sheets> answer() {
    return Sheets.class;
  }

  @Override
  public Sheets empty(String slug) {
    return new Sheets(CycleId.of(slug), List.of());
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(ScoreSheetEvent.class);
  }

  @Override
  public Sheets apply(Sheets state, Fact fact) {
    if (!(fact.event() instanceof ScoreSheetEvent event)) {
      return state;
    }
    Sheet before =
        state.sheets().stream()
            .filter(each -> each.sheet().equals(event.sheet()))
            .findFirst()
            .orElseGet(() -> Sheet.unknown(event.sheet()));
    List<Sheet> others =
        state.sheets().stream().filter(each -> !each.sheet().equals(event.sheet())).toList();
    return new Sheets(
        state.cycle(),
        Lists.with(others, before.after(event, fact)).stream()
            .sorted(Comparator.comparing((Sheet each) -> each.sheet().slug()))
            .toList());
  }
}
