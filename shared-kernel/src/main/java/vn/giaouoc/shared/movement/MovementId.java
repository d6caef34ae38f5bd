package vn.giaouoc.shared.movement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/** Names an emulation movement (phong trào thi đua). */
public record MovementId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MovementId {
    Slug.checked(slug);
  }

  /** The id with this slug. */
  public static MovementId of(String slug) {
    return new MovementId(slug);
  }

  @Override
  public String kind() {
    return "movement";
  }
}
