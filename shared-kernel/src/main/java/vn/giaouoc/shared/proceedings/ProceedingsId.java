package vn.giaouoc.shared.proceedings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/** Names the record of one source: one proceedings file, one batch. */
public record ProceedingsId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProceedingsId {
    Slug.checked(slug);
  }

  /** The id with this slug. */
  public static ProceedingsId of(String slug) {
    return new ProceedingsId(slug);
  }

  @Override
  public String kind() {
    return "proceedings";
  }
}
