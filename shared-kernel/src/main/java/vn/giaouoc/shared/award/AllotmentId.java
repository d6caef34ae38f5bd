package vn.giaouoc.shared.award;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/** Names the number of awards that several blocs have together in one year. */
public record AllotmentId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AllotmentId {
    Slug.checked(slug);
  }

  /** The id with this slug. */
  public static AllotmentId of(String slug) {
    return new AllotmentId(slug);
  }

  @Override
  public String kind() {
    return "allotment";
  }
}
