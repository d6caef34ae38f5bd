package vn.giaouoc.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.unit.UnitId;

/**
 * Who may read an event. It names those it is for and not who they are today: that follows from the
 * record whenever somebody reads.
 *
 * <table>
 *   <caption>Audiences</caption>
 *   <tr><td>{@code public}</td><td>everybody</td></tr>
 *   <tr><td>{@code board}</td><td>the emulation board</td></tr>
 *   <tr><td>{@code bloc:<slug>}</td><td>the members of the bloc, its leadership, the board</td></tr>
 *   <tr><td>{@code leadership:<slug of a bloc>}</td><td>its leader and deputies in office, the board</td></tr>
 *   <tr><td>{@code unit:<slug>}</td><td>who acts for the unit: its drafts</td></tr>
 *   <tr><td>{@code tellers:<slug of a poll>}</td><td>those who count it</td></tr>
 * </table>
 *
 * @param name how it is written in the log
 */
public record Audience(@JsonValue String name) {

  /** Everybody. */
  public static final Audience PUBLIC = new Audience("public");

  /** The emulation board (Hội đồng Thi đua - Khen thưởng) and its standing office. */
  public static final Audience BOARD = new Audience("board");

  /**
   * Refuses what is no audience: an event that does not say whom it is for must not be written, nor
   * shown if it was.
   *
   * @throws IllegalArgumentException if it is none
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Audience {
    int colon = name.indexOf(':') + 1;
    switch (name.substring(0, colon)) {
      case "bloc:", "leadership:", "unit:", "tellers:" -> Slug.checked(name.substring(colon));
      default -> {
        if (!name.equals("public") && !name.equals("board")) {
          throw new IllegalArgumentException("Not an audience: '" + name + "'");
        }
      }
    }
  }

  /**
   * The audience of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Audience of(String name) {
    return new Audience(name);
  }

  /** The members of a bloc, its leadership, and the board. */
  public static Audience bloc(BlocId bloc) {
    return new Audience("bloc:" + bloc.slug());
  }

  /** The leader and the deputies of a bloc that are in office, and the board. */
  public static Audience leadership(BlocId bloc) {
    return new Audience("leadership:" + bloc.slug());
  }

  /** Who acts for a unit. */
  public static Audience unit(UnitId unit) {
    return new Audience("unit:" + unit.slug());
  }

  /** Those who count a poll. */
  public static Audience tellers(PollId poll) {
    return new Audience("tellers:" + poll.slug());
  }

  /** Whether everybody may read it. */
  public boolean isPublic() {
    return name.equals("public");
  }

  /** The first word of the name: {@code public}, {@code board}, {@code bloc}, … */
  public String kind() {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }
}
