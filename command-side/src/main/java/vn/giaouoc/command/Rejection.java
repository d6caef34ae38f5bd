package vn.giaouoc.command;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a command is refused. Each constant of an implementing enum states the fact that stands in
 * the way.
 */
public interface Rejection {

  /** The constant's name, from which the problem's stable type derives. */
  String name();

  /** The HTTP status that goes with it. */
  int status();

  /** The fact in Vietnamese. */
  String vietnamese();

  /** The fact in English. */
  String english();

  /** The last part of the problem's type. */
  default String problem() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Refuses unless the condition holds. */
  default void unless(boolean condition) {
    unless(condition, null);
  }

  /**
   * Refuses unless the condition holds.
   *
   * @param subject the id that it is about, to be named in the problem
   */
  default void unless(boolean condition, @Nullable String subject) {
    if (!condition) {
      throw new Rejected(this, subject);
    }
  }

  /** A command was refused; nothing was changed. */
  final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Rejection rejection;
    private final @Nullable String subject;

    Rejected(Rejection rejection, @Nullable String subject) {
      super(rejection.english() + (subject == null ? "" : ": " + subject));
      this.rejection = rejection;
      this.subject = subject;
    }

    /** Why. */
    public Rejection rejection() {
      return rejection;
    }

    /** The id that it is about. */
    public @Nullable String subject() {
      return subject;
    }
  }
}
