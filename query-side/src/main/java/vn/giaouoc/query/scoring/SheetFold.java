package vn.giaouoc.query.scoring;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.giaouoc.query.fold.Fact;
import vn.giaouoc.query.fold.Fold;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.scoring.ScoreSheetEvent;
import vn.giaouoc.shared.scoring.ScoreSheetId;

/** One score sheet, layer by layer. */
@Component
class SheetFold implements Fold<Sheet> {

  @Override
  public String name() {
    return "sheet";
  }

  @Override
  public int version() {
    return 3;
  }

  @Override
  public String kind() {
    return "sheet";
  }

  @Override
  public Class<Sheet> answer() {
    return Sheet.class;
  }

  @Override
  public Sheet empty(String slug) {
    return Sheet.unknown(ScoreSheetId.of(slug));
  }

  @Override
  public Set<Class<? extends Event>> restsOn() {
    return Set.of(ScoreSheetEvent.class);
  }

  @Override
  public Sheet apply(Sheet state, Fact fact) {
    return fact.event() instanceof ScoreSheetEvent event ? state.after(event, fact) : state;
  }
}
