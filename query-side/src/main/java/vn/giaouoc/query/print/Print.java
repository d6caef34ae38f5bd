package vn.giaouoc.query.print;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper in words, from its head to its signatures. How it looks is the {@link Layout}'s.
 *
 * @param head who issues it, under which number, where and when
 * @param type its kind in words: BIÊN BẢN
 * @param about what it is about, in a line
 * @param sections its body
 * @param ending its last sentence
 * @param left who signs on the left
 * @param right who signs on the right
 */
public record Print(
    Head head,
    String type,
    String about,
    List<Section> sections,
    String ending,
    Signer left,
    Signer right) {

  /**
   * The head of a paper, beside the name of the country.
   *
   * @param above the body above the one that issues it
   * @param issuer the one that issues it
   * @param number its number and symbol, as far as they are known
   * @param placeAndDate where and on which day, as far as they are known
   */
  public record Head(String above, String issuer, String number, String placeAndDate) {}

  /**
   * A part of the body.
   *
   * @param heading its heading
   * @param paragraphs what it says
   * @param table what it says in figures, if it does
   */
  public record Section(String heading, List<String> paragraphs, @Nullable Table table) {}

  /** Figures, in rows under headings. */
  public record Table(List<String> headings, List<List<String>> rows) {}

  /** As what somebody signs. */
  public record Signer(String capacity) {}
}
