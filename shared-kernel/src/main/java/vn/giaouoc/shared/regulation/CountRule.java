package vn.giaouoc.shared.regulation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.bloc.BlocId;

/** How many awards may be proposed in a contest ({@code domain.md} §1.5). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CountRule.Fixed.class, name = "fixed"),
  @JsonSubTypes.Type(value = CountRule.Ratio.class, name = "ratio"),
  @JsonSubTypes.Type(value = CountRule.Places.class, name = "ranks"),
  @JsonSubTypes.Type(value = CountRule.TheRest.class, name = "the-rest"),
  @JsonSubTypes.Type(value = CountRule.Across.class, name = "across")
})
public sealed interface CountRule {

  /** So many at most. */
  record Fixed(int number) implements CountRule {}

  /**
   * A part of the units.
   *
   * @param percent of them
   * @param of of which
   * @param parts what becomes of a part of a unit
   */
  record Ratio(BigDecimal percent, Of of, Parts parts) implements CountRule {

    /** Of which units. */
    public enum Of implements Code {
      /** Of the members that the contest is for, also of those that are excluded. */
      MEMBERS,
      /** Of the units that are ranked. */
      RANKED,
      /** Of the units that can get the award. */
      ELIGIBLE
    }
  }

  /** What becomes of a part of a unit. */
  enum Parts implements Code {
    DOWN,
    UP,
    HALF_UP
  }

  /**
   * Those with these ranks, and nobody in the place of one that cannot get it.
   *
   * @param from the first of these ranks
   * @param to the last
   */
  record Places(int from, int to) implements CountRule {}

  /** Every unit that can get it and that no earlier award of the document takes. */
  record TheRest() implements CountRule {}

  /**
   * One number for several blocs together, of the units that lead them; the board chooses. Who
   * proposes in one of the blocs takes it from what all have: no two at the same time can take the
   * last.
   *
   * @param id what the number is called, the same in the regulations of all these blocs
   * @param blocs which blocs
   * @param number how many; or
   * @param percent what part of the units that lead a bloc
   * @param parts what becomes of a part of a unit
   */
  record Across(
      String id,
      List<BlocId> blocs,
      @Nullable Integer number,
      @Nullable BigDecimal percent,
      @Nullable Parts parts)
      implements CountRule {

    /** What it does not list it does not state. */
    public Across {
      blocs = blocs == null ? List.of() : List.copyOf(blocs);
    }
  }
}
