package vn.giaouoc.shared.cycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/** Names the emulation year of a bloc. Example: {@code kien-giang.khoi-4.2019}. */
public record CycleId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CycleId {
    Slug.chosen(slug);
  }

  /** The id with this slug. */
  public static CycleId of(String slug) {
    return new CycleId(slug);
  }

  @Override
  public String kind() {
    return "cycle";
  }
}
