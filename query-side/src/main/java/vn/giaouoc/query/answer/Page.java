package vn.giaouoc.query.answer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.query.journal.Entry;

/**
 * A page of events, in order of position.
 *
 * @param entries the events
 * @param next the position to go on after; absent at the end
 */
public record Page(List<Occurrence> entries, @Nullable Long next) {

  /** How many events a page has where nothing is said. */
  public static final String USUAL = "100";

  private static final int MOST = 1000;

  /**
   * The answer with the page that begins with these, and the names of what its events mention.
   * Where an effective moment is asked for, the page is without what applies only later, and so may
   * have fewer events than there is room for, though there are more behind it.
   *
   * @param entries one more than the page may have says that there are more
   */
  public static Answer<Page> answer(View view, List<Entry> entries, int limit) {
    List<Entry> read = entries.size() > limit ? entries.subList(0, limit) : entries;
    List<Entry> shown = read.stream().filter(view::applies).toList();
    return view.answer(
        new Page(
            shown.stream().map(Occurrence::of).toList(),
            entries.size() > limit ? Long.valueOf(read.getLast().position()) : null),
        shown.stream().map(Occurrence::event).filter(Objects::nonNull).toList());
  }

  /**
   * The number of events asked for.
   *
   * @throws Problem if it is none that a page can have
   */
  public static int limit(int asked) {
    if (asked < 1 || asked > MOST) {
      throw Problem.badParameter(
          "limit",
          "" + asked,
          "Cần một số từ 1 đến " + MOST + ".",
          "A number from 1 to " + MOST + " is expected.");
    }
    return asked;
  }

  /**
   * The position to go on after.
   *
   * @throws Problem if there is something else in its place
   */
  public static long after(Moment moment) {
    Long cursor = moment.cursor();
    return cursor == null ? 0 : cursor;
  }
}
