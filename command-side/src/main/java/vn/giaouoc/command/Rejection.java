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

  /** What stands in the way. */
  Reason reason();

  /**
   * What stands in the way of a command.
   *
   * @param status the HTTP status that goes with it
   * @param vietnamese the fact in Vietnamese
   * @param english the fact in English
   */
  record Reason(int status, String vietnamese, String english) {}

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
    unless(condition, subject, null);
  }

  /**
   * Refuses unless the condition holds.
   *
   * @param subject the id that it is about, to be named in the problem
   * @param clause the clause of the regulation that says so
   */
  default void unless(boolean condition, @Nullable String subject, @Nullable String clause) {
    if (!condition) {
      throw new Rejected(this, subject, clause);
    }
  }

  /** A command was refused; nothing was changed. */
  final class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Rejection rejection;
    private final @Nullable String subject;
    private final @Nullable String clause;

    Rejected(Rejection rejection, @Nullable String subject, @Nullable String clause) {
      super(rejection.reason().english() + (subject == null ? "" : ": " + subject));
      this.rejection = rejection;
      this.subject = subject;
      this.clause = clause;
    }

    /** Why. */
    public Rejection rejection() {
      return rejection;
    }

    /** The id that it is about. */
    public @Nullable String subject() {
      return subject;
    }

    /** The clause of the regulation that refuses, where a regulation does. */
    public @Nullable String clause() {
      return clause;
    }
  }
}
