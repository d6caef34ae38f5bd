package vn.giaouoc.query.journal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.eventstore.Wire;

/**
 * Who reads: everything that they may see.
 *
 * @param everything whether that is everything, also what says of no audience that can be read
 * @param kinds of which kinds they may read every audience: {@code bloc} for all blocs
 * @param audiences which audiences they may read beside that
 */
public record Reader(boolean everything, Set<String> kinds, Set<Audience> audiences) {

  /** Sees everything: administrators, auditors, and the program itself. */
  public static final Reader EVERYTHING = new Reader(true, Set.of(), Set.of());

  /** Of whom nothing is known. */
  public static final Reader PUBLIC = new Reader(false, Set.of(), Set.of(Audience.PUBLIC));

  /** The condition by which SQL finds what a reader may see; takes {@link #parameters}. */
  static final String MAY_SEE =
      "(? OR j.audience = ANY(?) OR split_part(j.audience, ':', 1) = ANY(?))";

  /** The board: what the board, the blocs and their leaderships may see. */
  public Reader andBoard() {
    Set<String> more = new HashSet<>(kinds);
    more.addAll(Set.of("board", "bloc", "leadership"));
    return new Reader(everything, Set.copyOf(more), audiences);
  }

  /** The same, who may also read these. */
  public Reader and(Collection<Audience> others) {
    Set<Audience> more = new HashSet<>(audiences);
    more.addAll(others);
    return new Reader(everything, kinds, Set.copyOf(more));
  }

  /** Whether they may see what is for an audience. */
  public boolean sees(Audience audience) {
    return everything || kinds.contains(audience.kind()) || audiences.contains(audience);
  }

  /** Whether they may see an event. */
  public boolean sees(Entry entry) {
    Audience audience = entry.audience();
    return everything || (audience != null && sees(audience));
  }

  /** The parameters of {@link #MAY_SEE}, in their order. */
  List<Object> parameters() {
    return List.of(
        everything,
        audiences.stream().map(Audience::name).toArray(String[]::new),
        kinds.toArray(String[]::new));
  }

  /**
   * What stored metadata says of the audience, also where only a later program knows what that is;
   * nothing if it says nothing that can be kept.
   */
  static @Nullable String named(String metadata) {
    JsonNode name = part(metadata, "audience");
    return name.isString() && name.asString().indexOf('\0') < 0 ? name.asString() : null;
  }

  /** In place of which event of its stream an event stands; nothing if it stands for itself. */
  static @Nullable Long corrected(String metadata) {
    if (!metadata.contains("\"corrects\"")) {
      return null;
    }
    JsonNode version = part(metadata, "corrects");
    return version.isIntegralNumber() ? version.asLong() : null;
  }

  private static JsonNode part(String metadata, String name) {
    try {
      return Wire.mapper().readTree(metadata).path(name);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /** The audience of that name; nothing if there is none. */
  static @Nullable Audience audience(@Nullable String name) {
    try {
      return name == null ? null : Audience.of(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
