package vn.giaouoc.shared.scoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.unit.UnitId;

/** Names the score sheet (bảng chấm điểm) of one unit in one cycle. */
public record ScoreSheetId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ScoreSheetId {
    Slug.checked(slug);
  }

  /** The id with this slug. */
  public static ScoreSheetId of(String slug) {
    return new ScoreSheetId(slug);
  }

  /** The sheet of this unit in this cycle. */
  public static ScoreSheetId of(CycleId cycle, UnitId unit) {
    return new ScoreSheetId(cycle.slug() + "." + unit.slug());
  }

  @Override
  public String kind() {
    return "sheet";
  }
}
