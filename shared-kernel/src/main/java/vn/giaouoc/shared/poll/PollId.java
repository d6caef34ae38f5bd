package vn.giaouoc.shared.poll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Id;
import vn.giaouoc.shared.Slug;

/** Names one decision of a conference, in whatever mode it was taken. */
public record PollId(@JsonValue String slug) implements Id {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PollId {
    Slug.checked(slug);
  }

  /** The id with this slug. */
  public static PollId of(String slug) {
    return new PollId(slug);
  }

  @Override
  public String kind() {
    return "poll";
  }
}
