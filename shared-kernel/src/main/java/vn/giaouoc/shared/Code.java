package vn.giaouoc.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A constant that is written as a word of small letters with hyphens wherever it leaves the
 * program.
 */
public interface Code {

  /** The name of the constant in the program. */
  String name();

  /** The constant as it is written in events, files and answers. */
  @JsonValue
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
