package vn.giaouoc.query.answer;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finding and sorting by Vietnamese names. */
public final class Search {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private Search() {}

  /**
   * Whether one of the names contains what is looked for: as it is written where it has diacritics,
   * otherwise without regard to them. Nothing looked for is in every name.
   */
  public static boolean matches(@Nullable String lookedFor, Collection<String> names) {
    if (lookedFor == null || lookedFor.isBlank()) {
      return true;
    }
    String wanted = lower(lookedFor.strip());
    boolean bare = bare(wanted).equals(wanted);
    return names.stream()
        .map(Search::lower)
        .anyMatch(name -> (bare ? bare(name) : name).contains(wanted));
  }

  /** The order of a Vietnamese dictionary; what has no name comes last. */
  public static <T> Comparator<T> byName(Function<T, @Nullable String> name) {
    Collator collator = Collator.getInstance(VIETNAMESE);
    return Comparator.comparing(name, Comparator.nullsLast(collator::compare));
  }

  private static String lower(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(VIETNAMESE);
  }

  private static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd');
  }
}
