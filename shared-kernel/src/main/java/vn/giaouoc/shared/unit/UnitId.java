package vn.giaouoc.shared.unit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/**
 * Names a unit: a public body that is a member of blocs, or the authority over them. Example:
 * {@code kien-giang.so-y-te}.
 */
public record UnitId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UnitId {
    Slug.chosen(slug);
  }

  /** The id with this slug. */
  public static UnitId of(String slug) {
    return new UnitId(slug);
  }

  @Override
  public String kind() {
    return "unit";
  }
}
