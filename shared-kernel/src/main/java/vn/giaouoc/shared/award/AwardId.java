package vn.giaouoc.shared.award;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/** Names one award, from its proposal to its end. */
public record AwardId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AwardId {
    Slug.checked(slug);
  }

  /** The id with this slug. */
  public static AwardId of(String slug) {
    return new AwardId(slug);
  }

  @Override
  public String kind() {
    return "award";
  }
}
