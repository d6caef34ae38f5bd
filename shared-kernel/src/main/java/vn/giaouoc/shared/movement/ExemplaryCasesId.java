package vn.giaouoc.shared.movement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/** Names the exemplary cases (điển hình tiên tiến) commended in one cycle. */
public record ExemplaryCasesId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ExemplaryCasesId {
    Slug.checked(slug);
  }

  /** The id with this slug. */
  public static ExemplaryCasesId of(String slug) {
    return new ExemplaryCasesId(slug);
  }

  @Override
  public String kind() {
    return "exemplary";
  }
}
