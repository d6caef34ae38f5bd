package vn.giaouoc.shared.cycle;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.Slug;

/**
 * What is contested by whom within a cycle: the whole bloc, unless the regulation has tracks or
 * groups.
 *
 * @param name its name within the cycle
 */
public record Contest(@JsonValue String name) {

  /** All members against each other. */
  public static final Contest WHOLE_BLOC = new Contest("bloc");

  /** A contest of this name. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Contest {
    Slug.checked(name);
  }
}
