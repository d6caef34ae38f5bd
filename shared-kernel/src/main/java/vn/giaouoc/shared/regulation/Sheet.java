package vn.giaouoc.shared.regulation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.scoring.ScoreSheetEvent.Line;
import vn.giaouoc.shared.unit.UnitId;

/**
 * What is known of a unit when it is scored: for each criterion, by its id, a figure. A criterion
 * without an entry is missing, which is not zero.
 */
public record Sheet(UnitId unit, Map<String, Entry> entries) {

  private static final int DIGITS = 12;
  private static final int DECIMALS = 6;

  /** In the order of the ids. */
  public Sheet {
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
  }

  /** What the lines of a layer tell of a unit. */
  public static Sheet of(UnitId unit, List<Line> lines) {
    Map<String, Entry> entries = new TreeMap<>();
    for (Line line : lines) {
      if (line.figure() != null) {
        entries.put(line.criterion(), line.figure());
      }
    }
    return new Sheet(unit, entries);
  }

  /** What is known of one criterion. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Measured.class, name = "measured"),
    @JsonSubTypes.Type(value = Untargeted.class, name = "untargeted"),
    @JsonSubTypes.Type(value = Done.class, name = "done"),
    @JsonSubTypes.Type(value = Counted.class, name = "counted"),
    @JsonSubTypes.Type(value = Delivered.class, name = "delivered"),
    @JsonSubTypes.Type(value = Assessments.class, name = "assessments"),
    @JsonSubTypes.Type(value = Unassigned.class, name = "unassigned")
  })
  public sealed interface Entry {}

  /**
   * A figure that is held against a target.
   *
   * @param actual what was reached; absent where that is not known as a number
   * @param target what was to be reached by then; the lower end where it is a range
   * @param upTo the upper end, where it is a range
   */
  public record Measured(
      @Nullable BigDecimal actual, @Nullable BigDecimal target, @Nullable BigDecimal upTo)
      implements Entry {

    /** Refuses numbers that no figure is. */
    public Measured {
      checked(actual);
      checked(target);
      checked(upTo);
    }
  }

  /** A figure of a unit that expressly has no target; that is not a target nobody knows. */
  public record Untargeted(BigDecimal actual) implements Entry {

    /** Refuses what no figure is. */
    public Untargeted {
      Objects.requireNonNull(actual, "actual");
      checked(actual);
    }
  }

  /** Something done, or expressly not done. */
  public record Done(boolean done) implements Entry {}

  /**
   * How many of each item.
   *
   * @param counts by the item's id; one that is left out is missing, which is not zero
   */
  public record Counted(Map<String, BigDecimal> counts) implements Entry {

    /** Refuses numbers that no count is. */
    public Counted {
      counts = Collections.unmodifiableMap(new TreeMap<>(counts));
      counts.values().forEach(Sheet::checked);
    }
  }

  /**
   * Something came.
   *
   * @param daysLate days after the deadline; zero or less if in time
   */
  public record Delivered(int daysLate) implements Entry {}

  /** The points that assessors gave, one of each. */
  public record Assessments(List<BigDecimal> points) implements Entry {

    /** Refuses numbers that no points are. */
    public Assessments {
      points = List.copyOf(points);
      points.forEach(Sheet::checked);
    }
  }

  /** The criterion is not assigned to the unit. */
  public record Unassigned() implements Entry {}

  /** Whether the arithmetic takes a number: 12 digits before and 6 after the point at most. */
  static boolean isWellFormed(BigDecimal number) {
    return number.scale() <= DECIMALS
        && number.scale() >= -DIGITS
        && (long) number.precision() - number.scale() <= DIGITS;
  }

  private static void checked(@Nullable BigDecimal number) {
    if (number != null && !isWellFormed(number)) {
      throw new IllegalArgumentException(
          "More than " + DIGITS + " digits before or " + DECIMALS + " after the decimal point");
    }
  }
}
