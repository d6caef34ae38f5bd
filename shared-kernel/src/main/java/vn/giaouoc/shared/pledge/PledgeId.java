package vn.giaouoc.shared.pledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/** Names the pledge (giao ước) of one party in one cycle. */
public record PledgeId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PledgeId {
    Slug.checked(slug);
  }

  /** The id with this slug. */
  public static PledgeId of(String slug) {
    return new PledgeId(slug);
  }

  @Override
  public String kind() {
    return "pledge";
  }
}
