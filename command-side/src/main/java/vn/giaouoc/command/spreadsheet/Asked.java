package vn.giaouoc.command.spreadsheet;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.command.Streams;
import vn.giaouoc.command.file.Files;
import vn.giaouoc.command.leadership.Offices;
import vn.giaouoc.command.proceedings.Recordable;
import vn.giaouoc.command.words.Keeper;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.spreadsheet.Form;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What a file asks of one stream, and where it says so. It is asked of the aggregate itself, by the
 * handler that takes the same when it comes alone: no guard is anywhere else.
 *
 * @param cells the cells, by the target or criterion that a refusal names
 * @param stands whether all of it is so already: then nothing is asked
 */
public record Asked(String stream, SequencedMap<String, List<Cell>> cells, Stands stands, Act act) {

  /** Looks whether something is so already. */
  @FunctionalInterface
  public interface Stands {

    /** Whether all that the file says stands in the aggregate. */
    boolean in(Recordable<?> aggregate, Means means);
  }

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

  /**
   * What the handlers of aggregates ask beside their own stream.
   *
   * @param said the text that stands behind a reference; nothing where it was redacted
   */
  public record Means(
      Envelope envelope,
      Streams streams,
      Offices offices,
      Keeper keeper,
      Files files,
      Function<Words, Optional<String>> said) {

    /** The same for an act that is told otherwise. */
    Means with(Envelope otherwise) {
      return new Means(otherwise, streams, offices, keeper, files, said);
    }
  }

  /** One who makes of the rows of a form what is asked of streams. */
  public interface Asking {

    /** Whether a form is for this one. */
    boolean takes(Form form);

    /** What its rows ask. What is wrong with a row it says to the row. */
    List<Asked> asked(CycleId cycle, Form form, @Nullable UnitId by, List<Row> rows, Means means);
  }
}
