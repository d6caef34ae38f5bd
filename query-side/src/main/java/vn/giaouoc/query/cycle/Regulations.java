package vn.giaouoc.query.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.regulation.Regulation;

/**
 * The versions of the regulation of a cycle, in the order in which they govern, each with what it
 * changed.
 */
record Regulations(CycleId cycle, List<Version> versions) {

  /** By what the parts of a list are told apart, where they are not only numbered. */
  private static final List<String> NAMES = List.of("id", "step", "title", "layer", "name");

  /**
   * A version.
   *
   * @param changes what is other than in the version before; nothing for the first
   */
  record Version(Regulation regulation, List<Change> changes) {}

  /**
   * Something that is other than before.
   *
   * @param place where in the document; parts of a list are named by their id
   * @param before what was stated; absent where nothing was
   * @param after what is stated; absent where nothing is any more
   */
  record Change(String place, @Nullable String before, @Nullable String after) {}

  static Regulations of(Cycle known) {
    List<Version> versions = new ArrayList<>();
    Map<String, String> before = Map.of();
    for (Cycle.Adopted adopted : known.rules().adopted()) {
      Regulation regulation = adopted.regulation();
      Map<String, String> after = new TreeMap<>();
      state("", Wire.mapper().valueToTree(regulation), after);
      versions.add(
          new Version(regulation, versions.isEmpty() ? List.of() : changes(before, after)));
      before = after;
    }
    return new Regulations(known.cycle(), versions);
  }

  private static List<Change> changes(Map<String, String> before, Map<String, String> after) {
    TreeSet<String> places = new TreeSet<>(before.keySet());
    places.addAll(after.keySet());
    return places.stream()
        .filter(place -> !Objects.equals(before.get(place), after.get(place)))
        .map(place -> new Change(place, before.get(place), after.get(place)))
        .toList();
  }

  private static void state(String place, JsonNode node, Map<String, String> statements) {
    if (node.isObject()) {
      node.forEachEntry((name, value) -> state(place + "/" + name, value, statements));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        state(place + "/" + name(node.get(i), i), node.get(i), statements);
      }
    } else {
      statements.put(place, node.asString());
    }
  }

  /** A title alone does not tell two quotas apart, nor a layer two scorers. */
  private static String name(JsonNode part, int index) {
    String name =
        NAMES.stream()
            .map(each -> part.path(each).asString(""))
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse(String.valueOf(index + 1));
    return Stream.of(part.path("track").asString(""), part.path("by").asString(""))
        .filter(each -> !each.isEmpty())
        .findFirst()
        .map(each -> name + " " + each)
        .orElse(name);
  }
}
