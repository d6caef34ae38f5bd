package vn.giaouoc.command.spreadsheet;

import java.util.List;
import java.util.Set;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.spreadsheet.Form;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What a file asks of one stream, and where it says so. It is asked of the aggregate itself, by the
 * handler that takes the same when it comes alone: no guard is anywhere else.
 *
 * @param cells the cells, by the target or criterion that a refusal names
 * @param sort the events after the last of which nothing is to be done if it is from the same file
 */
public record Asked(
    String stream, SequencedMap<String, List<Cell>> cells, Predicate<Event> sort, Act act) {

  /** Asks it of the aggregate. */
  @FunctionalInterface
  public interface Act {

    /**
     * Asks it.
     *
     * @param without targets or criteria to be left out, because they are refused already: so that
     *     the others are asked about too
     */
    void on(Recordable<?> aggregate, Set<String> without, Means means);
  }

  /** What the handlers of aggregates ask beside their own stream. */
  public record Means(
      Envelope envelope, Streams streams, Offices offices, Keeper keeper, Files files) {}

  /** One who makes of the rows of a form what is asked of streams. */
  public interface Asking {

    /** Whether a form is for this one. */
    boolean takes(Form form);

    /** What its rows ask. What is wrong with a row it says to the row. */
    List<Asked> asked(
        CycleId cycle, Form form, @Nullable UnitId by, List<Row> rows, Means means);
  }
}
