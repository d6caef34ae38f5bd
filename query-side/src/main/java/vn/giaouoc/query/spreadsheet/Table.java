package vn.giaouoc.query.spreadsheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table on pages of its own.
 *
 * @param name what its sheet is called
 * @param title what stands over it
 * @param says what stands between title and headings, line by line
 * @param columns its columns
 * @param rows its rows: a text, a number, or nothing in each column
 */
public record Table(
    String name,
    String title,
    List<String> says,
    List<Col> columns,
    List<List<@Nullable Object>> rows) {

  /**
   * A column.
   *
   * @param width in signs
   * @param choices what may be filled in; any if there are none
   */
  public record Col(String heading, int width, Collection<String> choices) {

    /** A column into which anything may be filled. */
    public Col(String heading, int width) {
      this(heading, width, List.of());
    }
  }

  /** Takes the rows as they are: cells may be empty. */
  public Table {
    says = List.copyOf(says);
    columns = List.copyOf(columns);
    rows = Collections.unmodifiableList(new ArrayList<>(rows));
  }

  /** A row of these cells. */
  public static List<@Nullable Object> row(@Nullable Object... cells) {
    List<@Nullable Object> row = new ArrayList<>();
    Collections.addAll(row, cells);
    return row;
  }
}
