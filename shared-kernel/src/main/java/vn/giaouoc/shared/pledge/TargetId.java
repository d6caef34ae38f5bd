package vn.giaouoc.shared.pledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Slug;

/** Names a target within its pledge. Example: {@code dao-tao}. */
public record TargetId(@JsonValue String name) {

  /** Refuses what has not the form of a {@link Slug}. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TargetId {
    Slug.checked(name);
  }
}
