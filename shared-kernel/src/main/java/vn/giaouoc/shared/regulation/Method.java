package vn.giaouoc.shared.regulation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.regulation.Scale.Counting;
import vn.giaouoc.shared.regulation.Scale.Excess;

/**
 * How a figure becomes points ({@code design.md} §4, {@code domain.md} §2). The standard points
 * (điểm chuẩn) are those of the criterion. What a method does not state is unknown, unless it says
 * otherwise, and what is unknown cannot score.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Method.Proportional.class, name = "proportional"),
  @JsonSubTypes.Type(value = Method.PassFail.class, name = "pass-fail"),
  @JsonSubTypes.Type(value = Method.Stepped.class, name = "stepped"),
  @JsonSubTypes.Type(value = Method.PerItem.class, name = "per-item"),
  @JsonSubTypes.Type(value = Method.OverFulfilment.class, name = "over-fulfilment"),
  @JsonSubTypes.Type(value = Method.RelativeToBest.class, name = "relative-to-best"),
  @JsonSubTypes.Type(value = Method.Lateness.class, name = "lateness"),
  @JsonSubTypes.Type(value = Method.Assessed.class, name = "assessed"),
  @JsonSubTypes.Type(value = Method.ExternalAward.class, name = "external-award"),
  @JsonSubTypes.Type(value = Method.Penalties.class, name = "penalties"),
  @JsonSubTypes.Type(value = Method.PlusMinus.class, name = "plus-minus")
})
public sealed interface Method {

  /**
   * Standard points times the rate of achievement, at most the standard points.
   *
   * @param zeroBelow the rate in percent below which there are no points; absent if every bit
   *     counts
   */
  record Proportional(@Nullable BigDecimal zeroBelow) implements Method {}

  /** Standard points if it is reached or done, else none. */
  record PassFail() implements Method {}

  /**
   * Points by the band that the figure falls in.
   *
   * @param of what is looked up
   * @param bands together without overlap and without a hole
   */
  record Stepped(Of of, List<Band> bands) implements Method {

    /** What it does not list it does not state. */
    public Stepped {
      bands = bands == null ? List.of() : List.copyOf(bands);
    }

    /** What is looked up in the bands. */
    public enum Of implements Code {
      /** The rate of achievement in percent. */
      RATE,
      /** The figure itself. */
      VALUE
    }
  }

  /**
   * One band.
   *
   * @param from the least that is in it; absent: no limit
   * @param below the least that is above it; absent: no limit
   * @param points its points
   */
  record Band(@Nullable BigDecimal from, @Nullable BigDecimal below, BigDecimal points) {}

  /** So many points for each item; altogether at most the standard points. */
  record PerItem(List<Item> items) implements Method {

    /** What it does not list it does not state. */
    public PerItem {
      items = items == null ? List.of() : List.copyOf(items);
    }
  }

  /**
   * Something that is counted.
   *
   * @param id what it is called on a sheet
   * @param name what it is
   * @param each points for one; of a penalty the points taken away, written without a sign
   * @param atMost the most points for all of its kind; absent: no limit of its own
   */
  record Item(String id, String name, BigDecimal each, @Nullable BigDecimal atMost) {}

  /**
   * Nothing but bonus points for what is reached beyond the target: {@link Excess}. Where there are
   * points for reaching it too, the excess belongs to the criterion.
   */
  record OverFulfilment(
      @Nullable Counting counting, @Nullable BigDecimal perPercent, @Nullable BigDecimal cap)
      implements Method {

    /** The bonus that it is. */
    public Excess excess() {
      return new Excess(counting, perPercent, cap);
    }
  }

  /**
   * Held against the unit of the bloc that exceeded its target the most ({@code domain.md} §2.2).
   * Under the target: {@code atTarget} of the standard points times the rate; at the target: that
   * part; the best: all; between: in proportion of the excess. A unit that expressly has no target
   * is held against the best of such units and never is the measure of the others.
   *
   * @param atTarget percent of the standard points for exactly reaching the target
   */
  record RelativeToBest(BigDecimal atTarget) implements Method {}

  /**
   * Standard points less so many for each day after the deadline.
   *
   * @param perDay points for each day
   * @param grace days that are forgiven; absent: none
   * @param floor the least points, also if it never comes; absent: zero
   * @param step the step whose record tells the days; absent where they are entered by hand
   */
  record Lateness(
      BigDecimal perDay, @Nullable Integer grace, @Nullable BigDecimal floor, @Nullable Step step)
      implements Method {

    /** Days that are entered by hand. */
    public Lateness(BigDecimal perDay, @Nullable Integer grace, @Nullable BigDecimal floor) {
      this(perDay, grace, floor, null);
    }
  }

  /**
   * Points given by assessors, each from zero to the standard points.
   *
   * @param by who assesses, also from outside the bloc
   * @param combine how several become one
   * @param number how many there must be; absent: any number but none
   */
  record Assessed(String by, Combine combine, @Nullable Integer number) implements Method {

    /** How the points of several become one. */
    public enum Combine implements Code {
      MEAN,
      LOWEST,
      HIGHEST
    }
  }

  /**
   * Bonus points for awards from elsewhere: +10 for the flag of a city, +15 for that of the
   * Government ({@code domain.md} §2.3).
   *
   * @param awards the awards; the points of each in {@code each}
   * @param several what several awards of one unit are worth
   */
  record ExternalAward(List<Item> awards, Several several) implements Method {

    /** What it does not list it does not state. */
    public ExternalAward {
      awards = awards == null ? List.of() : List.copyOf(awards);
    }

    /** What several awards are worth. */
    public enum Several implements Code {
      HIGHEST_ONLY,
      ALL
    }
  }

  /**
   * Points taken away.
   *
   * @param items for what
   * @param atMost the most that is taken away altogether; absent: no limit of its own
   */
  record Penalties(List<Item> items, @Nullable BigDecimal atMost) implements Method {

    /** What it does not list it does not state. */
    public Penalties {
      items = items == null ? List.of() : List.copyOf(items);
    }
  }

  /**
   * Points added and taken away, between a floor and a cap.
   *
   * @param items for what, with a sign
   * @param floor the least; absent: no limit of its own
   * @param cap the most; absent: no limit of its own
   */
  record PlusMinus(List<Item> items, @Nullable BigDecimal floor, @Nullable BigDecimal cap)
      implements Method {

    /** What it does not list it does not state. */
    public PlusMinus {
      items = items == null ? List.of() : List.copyOf(items);
    }
  }
}
