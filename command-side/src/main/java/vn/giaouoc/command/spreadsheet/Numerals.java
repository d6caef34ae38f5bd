package vn.giaouoc.command.spreadsheet;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as Vietnamese offices write them: {@code 1.234,5}, {@code 1 234,5}, {@code 1234,5}. What
 * can only be meant one way is taken, also {@code 1234.5}. What could be meant two ways, such as
 * {@code 1.234}, is never guessed.
 */
final class Numerals {

  private static final Pattern WHOLE = Pattern.compile("\\d+");
  private static final Pattern SPACED = Pattern.compile("\\d{1,3}( \\d{3})+([,.]\\d+)?");
  private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d+");
  private static final Pattern DOTTED_WHOLE = Pattern.compile("\\d{1,3}(\\.\\d{3}){2,}");
  private static final Pattern COMMAED = Pattern.compile("\\d{1,3}(,\\d{3})+\\.\\d+");
  private static final Pattern COMMAED_WHOLE = Pattern.compile("\\d{1,3}(,\\d{3}){2,}");
  private static final Pattern ONE_MARK = Pattern.compile("(\\d+)([,.])(\\d+)");

  private Numerals() {}

  /** What a text says. */
  sealed interface Said {}

  /**
   * A number.
   *
   * @param percent whether a percent sign stands behind it
   */
  record Plain(BigDecimal value, boolean percent) implements Said {}

  /**
   * One of two numbers.
   *
   * @param grouped what it is if its mark separates thousands
   * @param decimal what it is if its mark is the decimal one
   */
  record Ambiguous(BigDecimal grouped, BigDecimal decimal) implements Said {}

  /** No number. */
  record Nothing() implements Said {}

  /** What a text says. */
  static Said of(String text) {
    String plain = text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip().replace('\u2212', '-');
    boolean percent = plain.endsWith("%");
    if (percent) {
      plain = plain.substring(0, plain.length() - 1).strip();
    }
    boolean negative = plain.startsWith("-");
    if (negative || plain.startsWith("+")) {
      plain = plain.substring(1).strip();
    }
    return switch (unsigned(plain)) {
      case Plain(var value, _) -> new Plain(negative ? value.negate() : value, percent);
      case Ambiguous(var grouped, var decimal) ->
          new Ambiguous(
              negative ? grouped.negate() : grouped, negative ? decimal.negate() : decimal);
      case Nothing nothing -> nothing;
    };
  }

  private static Said unsigned(String text) {
    if (WHOLE.matcher(text).matches()) {
      return plain(text);
    }
    if (SPACED.matcher(text).matches()) {
      return plain(text.replace(" ", "").replace(',', '.'));
    }
    if (DOTTED.matcher(text).matches()) {
      return plain(text.replace(".", "").replace(',', '.'));
    }
    if (COMMAED.matcher(text).matches()) {
      return plain(text.replace(",", ""));
    }
    if (DOTTED_WHOLE.matcher(text).matches() || COMMAED_WHOLE.matcher(text).matches()) {
      return plain(text.replace(".", "").replace(",", ""));
    }
    Matcher one = ONE_MARK.matcher(text);
    if (!one.matches()) {
      return new Nothing();
    }
    String whole = one.group(1);
    String rest = one.group(3);
    BigDecimal decimal = new BigDecimal(whole + "." + rest);
    boolean couldBeThousands = rest.length() == 3 && whole.length() <= 3 && !whole.startsWith("0");
    return couldBeThousands
        ? new Ambiguous(new BigDecimal(whole + rest), decimal)
        : new Plain(decimal, false);
  }

  private static Said plain(String digits) {
    return new Plain(new BigDecimal(digits), false);
  }
}
