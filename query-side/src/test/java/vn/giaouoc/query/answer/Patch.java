package vn.giaouoc.query.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.shared.eventstore.Wire;

/** Makes a later answer from a former one and its differences, as anybody may. */
final class Patch {

  private static final Comparator<String> IN_PLACE = Patch::inPlace;

  private Patch() {}

  static JsonNode apply(JsonNode former, JsonNode changes) {
    ObjectNode root = Wire.mapper().createObjectNode();
    if (former != null) {
      root.set("root", former.deepCopy());
    }
    Map<String, JsonNode> moved = new HashMap<>();
    List<JsonNode> out = new ArrayList<>();
    List<JsonNode> in = new ArrayList<>();
    for (JsonNode change : changes) {
      switch (change.at("/kind").asString()) {
        case "added" -> in.add(change);
        case "removed" -> out.add(change);
        case "moved" -> {
          out.add(change);
          in.add(change);
        }
        default -> {}
      }
    }
    out.sort(
        Comparator.comparing((JsonNode each) -> each.at("/was").asString(), IN_PLACE.reversed()));
    in.sort(Comparator.comparing((JsonNode each) -> each.at("/path").asString(), IN_PLACE));
    for (JsonNode change : out) {
      String place = "/root" + change.at("/was").asString();
      JsonNode gone = root.at(place);
      if (gone.isMissingNode()) {
        throw new AssertionError("Nothing was at " + change);
      }
      if (change.has("path")) {
        moved.put(change.at("/path").asString(), gone);
      }
      JsonNode around = root.at(JsonPointer.compile(place).head());
      switch (around) {
        case ArrayNode list -> list.remove(Integer.parseInt(last(place)));
        case ObjectNode object -> object.remove(last(place));
        default -> throw new AssertionError(change);
      }
    }
    for (JsonNode change : in) {
      String path = change.at("/path").asString();
      put(root, path, moved.containsKey(path) ? moved.get(path) : change.get("after"), true);
    }
    for (JsonNode change : changes) {
      if (change.at("/kind").asString().equals("changed")) {
        put(root, change.at("/path").asString(), change.get("after"), false);
      }
    }
    return root.get("root");
  }

  private static void put(ObjectNode root, String path, JsonNode value, boolean insert) {
    String place = "/root" + path;
    switch (root.at(JsonPointer.compile(place).head())) {
      case ArrayNode list -> {
        int index = Integer.parseInt(last(place));
        if (insert) {
          list.insert(index, value);
        } else {
          list.set(index, value);
        }
      }
      case ObjectNode object -> object.set(last(place), value);
      default -> throw new AssertionError("There is no place for " + path);
    }
  }

  private static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  private static int inPlace(String one, String other) {
    List<String> parts = Arrays.asList(one.split("/"));
    List<String> others = Arrays.asList(other.split("/"));
    for (int i = 0; i < Math.min(parts.size(), others.size()); i++) {
      String part = parts.get(i);
      String another = others.get(i);
      int order =
          part.matches("\\d+") && another.matches("\\d+")
              ? Integer.compare(Integer.parseInt(part), Integer.parseInt(another))
              : part.compareTo(another);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(parts.size(), others.size());
  }
}
