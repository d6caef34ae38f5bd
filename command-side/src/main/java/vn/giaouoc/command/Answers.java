package vn.giaouoc.command;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.time.When;

/** What all resources of this side need to read a request and to answer it. */
public final class Answers {

  private static final Pattern IF_MATCH =
      Pattern.compile("\"?([a-z-]+:[a-z0-9.-]+)@(\\d{1,18})\"?");

  /** As long as a text in a proceedings file may be. */
  private static final int LONGEST = 4000;

  private Answers() {}

  /** The version of a stream, as an entity tag. */
  public static String etag(String stream, long version) {
    return "\"" + stream + "@" + version + "\"";
  }

  /**
   * The version that the sender of an exclusive command has seen.
   *
   * @throws PreconditionMissing if the header is not there
   * @throws BadRequest if it speaks of another stream or of none
   */
  public static long seen(@Nullable String ifMatch, String stream) {
    if (ifMatch == null) {
      throw new PreconditionMissing(stream);
    }
    Matcher matcher = IF_MATCH.matcher(ifMatch);
    if (!matcher.matches() || !matcher.group(1).equals(stream)) {
      throw new BadRequest(
          "If-Match phải có dạng \"" + stream + "@<phiên bản>\"",
          "If-Match must be \"" + stream + "@<version>\"");
    }
    return Long.parseLong(matcher.group(2));
  }

  /** Today, as the day of an act. */
  public static When today(Clock clock) {
    return When.on(LocalDate.now(clock));
  }

  /**
   * A value that the body must have.
   *
   * @throws BadRequest if it has not, or if it is a text that cannot be kept
   */
  public static <T> T required(@Nullable T value, String name) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      throw new BadRequest("Thiếu mục '" + name + "'", "'" + name + "' is missing");
    }
    if (value instanceof String text && text.length() > LONGEST) {
      throw new BadRequest(
          "Mục '" + name + "' dài quá " + LONGEST + " ký tự",
          "'" + name + "' is longer than " + LONGEST + " characters");
    }
    if (value instanceof String text && !canBeKept(text)) {
      throw new BadRequest(
          "Mục '" + name + "' có ký tự không thể lưu được",
          "'" + name + "' has a character that cannot be kept");
    }
    return value;
  }

  /**
   * A text that the body may have.
   *
   * @throws BadRequest if it is empty, or cannot be kept
   */
  public static @Nullable String optional(@Nullable String text, String name) {
    return text == null ? null : required(text, name);
  }

  /**
   * A number such as people write it; one with an exponent could grow beyond all memory.
   *
   * @throws BadRequest if it has more than 20 digits, more than 8 decimals, or an exponent
   */
  public static BigDecimal plain(BigDecimal number, String name) {
    if (number.precision() > 20 || number.scale() < 0 || number.scale() > 8) {
      throw new BadRequest(
          "Mục '" + name + "' có nhiều nhất 20 chữ số, trong đó nhiều nhất 8 chữ số thập phân",
          "'" + name + "' has at most 20 digits, at most 8 of them decimals");
    }
    return number;
  }

  /** Whether a text can be stored as it is: PostgreSQL knows no NUL, and UTF-8 no half signs. */
  public static boolean canBeKept(String text) {
    return text.codePoints()
        .noneMatch(sign -> sign == 0 || Character.getType(sign) == Character.SURROGATE);
  }

  /** A request that cannot be understood. */
  public static final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String vietnamese;

    BadRequest(String vietnamese, String english) {
      super(english);
      this.vietnamese = vietnamese;
    }

    /** What is wrong, in Vietnamese; the message says it in English. */
    public String vietnamese() {
      return vietnamese;
    }
  }

  /** An exclusive command came without the version that its sender has seen. */
  public static final class PreconditionMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PreconditionMissing(String stream) {
      super("If-Match: \"" + stream + "@<version>\" is required");
    }
  }
}
