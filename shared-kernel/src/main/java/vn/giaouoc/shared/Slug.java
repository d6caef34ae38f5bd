package vn.giaouoc.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form of every id: words of small letters and digits joined by hyphens, parts joined by full
 * stops.
 */
public final class Slug {

  /** Also printed in the JSON Schema of the proceedings file. */
  public static final String FORM = "[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)*";

  /**
   * As long as the id of a unit, a bloc or a cycle may be: those of other things are made of them.
   */
  private static final int LONGEST_CHOSEN = 150;

  private static final int LONGEST = 400;

  private Slug() {}

  /**
   * Returns the slug if it has the form of one.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static String checked(String slug) {
    return checked(slug, LONGEST);
  }

  /**
   * Returns the slug if it has the form of one, and is short enough for others to be made of it.
   *
   * @throws IllegalArgumentException if it has not
   */
  public static String chosen(String slug) {
    return checked(slug, LONGEST_CHOSEN);
  }

  /** Whether it has the form of a slug, and is short enough for others to be made of it. */
  public static boolean isChosen(String slug) {
    return slug != null && slug.length() <= LONGEST_CHOSEN && hasForm(slug);
  }

  private static String checked(String slug, int longest) {
    if (slug.length() > longest || !hasForm(slug)) {
      throw new IllegalArgumentException(
          "Not an id: '"
              + slug
              + "'. Small letters and digits, joined by '-' and '.', at most "
              + longest
              + ".");
    }
    return slug;
  }

  /** The same as {@link #FORM}, by hand: each event has a dozen ids, and a year thousands. */
  private static boolean hasForm(String text) {
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        inWord = true;
      } else if (inWord && (c == '-' || c == '.')) {
        inWord = false;
      } else {
        return false;
      }
    }
    return inWord;
  }

  /**
   * Makes one part of a slug of a Vietnamese name: without diacritics, đ becomes d, all else a
   * hyphen.
   */
  public static String of(String name) {
    String bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return bare.replace('đ', 'd')
        .replace('Đ', 'd')
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
