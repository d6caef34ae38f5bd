package vn.giaouoc.shared.time;

import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Words;

/**
 * When something occurred, and how its paper puts it.
 *
 * @param on the moment, normalised
 * @param asWritten the paper's own wording, where it matters
 * @param because why the moment is not simply what the paper prints
 */
public record Dated(When on, @Nullable String asWritten, @Nullable Words because) {

  /** A moment that needs no further words. */
  public static Dated on(When on) {
    return new Dated(on, null, null);
  }
}
