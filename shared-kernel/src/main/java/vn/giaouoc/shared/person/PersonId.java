package vn.giaouoc.shared.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Stands for a person in events. The name is in a directory beside the log and can be forgotten
 * there.
 */
public record PersonId(@JsonValue UUID id) {

  /** The person behind an opaque id. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PersonId {}
}
