package vn.giaouoc.shared.spreadsheet;

import java.util.regex.Pattern;

/**
 * The apostrophe before a text that a spreadsheet program would take for a formula. What is given
 * out with it is read without it, whatever the text began with.
 */
public final class TextSign {

  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r]");

  private TextSign() {}

  /** The text as it is given out. */
  public static String with(String text) {
    return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }

  /** The text that was given out, or typed by somebody who knows the sign. */
  public static String without(String field) {
    return field.startsWith("'") && FORMULA.matcher(field).lookingAt() ? field.substring(1) : field;
  }
}
