package vn.giaouoc.query.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.ser.std.StdSerializer;
import vn.giaouoc.shared.Code;

/**
 * One thing in which an answer differs from what it was at another moment.
 *
 * <p>Who has the former answer gets the latter by taking away what was removed or moved, from the
 * last place to the first; putting in what was added or moved, from the first place to the last;
 * and setting what was changed.
 *
 * @param kind what became of it
 * @param path where it is in the answer, as a JSON pointer; absent where it is there no longer
 * @param was where it was in the former answer; absent where it was not there
 * @param called what the field is called, where that is known
 * @param of of which elements of lists it is a part, by what tells them apart
 * @param before what it was; absent where it was not there
 * @param after what it is; absent where it is no longer there, or was only moved
 */
public record Difference(
    Kind kind,
    @Nullable String path,
    @Nullable String was,
    Fields.@Nullable Label called,
    Map<String, JsonNode> of,
    @Nullable JsonNode before,
    @Nullable JsonNode after) {

  /** What became of a part of an answer. */
  public enum Kind implements Code {
    ADDED,
    REMOVED,
    CHANGED,
    /** It is the same, but stands elsewhere among the elements of its list. */
    MOVED
  }

  /** Where there are several things of a kind, what tells one from the other, in this order. */
  private static final List<String> IDENTITY =
      List.of(
          "key",
          "id",
          "eventId",
          "contest",
          "unit",
          "cycle",
          "bloc",
          "conference",
          "poll",
          "award",
          "pledge",
          "party",
          "paper",
          "register",
          "movement",
          "report",
          "proceedings",
          "person",
          "step",
          "stage",
          "layer",
          "criterion",
          "content",
          "question",
          "option",
          "target",
          "indicator",
          "number",
          "stream",
          "version",
          "year",
          "term",
          "file",
          "since",
          "on",
          "name",
          "text");

  /** Before a decimal in a tree, where no text has it: the log keeps no such character. */
  private static final char DECIMAL = '\0';

  private static final JsonMapper TREES =
      Answer.written(JsonMapper.builder())
          .addModule(
              new SimpleModule()
                  .addSerializer(
                      BigDecimal.class,
                      new StdSerializer<>(BigDecimal.class) {
                        @Override
                        public void serialize(
                            BigDecimal value, JsonGenerator out, SerializationContext context) {
                          out.writeString(DECIMAL + value.toPlainString());
                        }
                      }))
          .build();

  /**
   * In what an answer differs from a former one. Elements of lists are found again by what tells
   * them apart, decimals are compared as numbers.
   *
   * @param former absent where there was none
   */
  static List<Difference> between(@Nullable Object former, Object latter) {
    JsonNode after = tree(latter);
    Comparing comparing = new Comparing();
    if (former == null) {
      comparing.add(Kind.ADDED, "", null, Map.of(), null, after);
    } else {
      comparing.compare("", "", tree(former), after, Map.of());
    }
    return List.copyOf(comparing.found);
  }

  private static JsonNode tree(Object answer) {
    // by way of the text, as an event in an answer is a text already
    return TREES.readTree(TREES.writeValueAsString(answer));
  }

  private static final class Comparing {

    private final List<Difference> found = new ArrayList<>();

    private void add(
        Kind kind,
        @Nullable String path,
        @Nullable String was,
        Map<String, JsonNode> of,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {
      found.add(
          new Difference(
              kind,
              path,
              was,
              label(Objects.requireNonNull(path == null ? was : path)),
              of,
              before == null ? null : plain(before),
              after == null ? null : plain(after)));
    }

    private void compare(
        String path, String was, JsonNode before, JsonNode after, Map<String, JsonNode> of) {
      if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
        Set<String> fields = new TreeSet<>(one.propertyNames());
        fields.addAll(other.propertyNames());
        for (String field : fields) {
          JsonNode then = one.get(field);
          JsonNode now = other.get(field);
          String at = "/" + field.replace("~", "~0").replace("/", "~1");
          if (then == null) {
            add(Kind.ADDED, path + at, null, of, null, now);
          } else if (now == null) {
            add(Kind.REMOVED, null, was + at, of, then, null);
          } else {
            compare(path + at, was + at, then, now, of);
          }
        }
      } else if (before instanceof ArrayNode one && after instanceof ArrayNode other) {
        compareElements(path, was, one, other, of);
      } else if (!same(before, after)) {
        add(Kind.CHANGED, path, was, of, before, after);
      }
    }

    private void compareElements(
        String path, String was, ArrayNode before, ArrayNode after, Map<String, JsonNode> of) {
      List<String> identity = identity(before, after);
      Map<String, Integer> places = new HashMap<>();
      List<String> formerKeys = keys(before, identity);
      List<String> latterKeys = keys(after, identity);
      for (int i = 0; i < before.size(); i++) {
        places.put(formerKeys.get(i), i);
      }
      Set<String> kept = new HashSet<>(latterKeys);
      for (int i = 0; i < before.size(); i++) {
        if (!kept.contains(formerKeys.get(i))) {
          JsonNode gone = before.get(i);
          add(Kind.REMOVED, null, was + "/" + i, with(of, gone, identity), gone, null);
        }
      }
      Set<Integer> inPlace =
          inOrder(latterKeys.stream().map(places::get).filter(Objects::nonNull).toList());
      for (int i = 0; i < after.size(); i++) {
        Integer then = places.get(latterKeys.get(i));
        Map<String, JsonNode> element = with(of, after.get(i), identity);
        if (then == null) {
          add(Kind.ADDED, path + "/" + i, null, element, null, after.get(i));
        } else {
          if (!inPlace.contains(then)) {
            add(Kind.MOVED, path + "/" + i, was + "/" + then, element, null, null);
          }
          compare(path + "/" + i, was + "/" + then, before.get(then), after.get(i), element);
        }
      }
    }
  }

  /** By which fields the elements of both lists can be told apart; none if there are none. */
  private static List<String> identity(ArrayNode before, ArrayNode after) {
    List<String> identity = new ArrayList<>();
    for (String field : IDENTITY) {
      if (anyHas(before, field) || anyHas(after, field)) {
        identity.add(field);
        if (apart(before, identity) && apart(after, identity)) {
          return identity;
        }
      }
    }
    return List.of();
  }

  private static boolean anyHas(ArrayNode list, String field) {
    return list.valueStream().anyMatch(element -> element.has(field));
  }

  private static boolean apart(ArrayNode list, List<String> identity) {
    Set<String> keys = new HashSet<>();
    return list.valueStream()
        .allMatch(element -> element.isObject() && keys.add(key(element, identity)));
  }

  private static String key(JsonNode element, List<String> identity) {
    StringBuilder key = new StringBuilder();
    for (String field : identity) {
      key.append(element.path(field)).append('\n');
    }
    return key.toString();
  }

  /** What stands for each element; where nothing tells them apart, all of it and which of these. */
  private static List<String> keys(ArrayNode list, List<String> identity) {
    Map<String, Integer> times = new HashMap<>();
    List<String> keys = new ArrayList<>();
    for (JsonNode element : list) {
      String key = identity.isEmpty() ? normal(element).toString() : key(element, identity);
      keys.add(key + times.merge(key, 1, Integer::sum));
    }
    return keys;
  }

  private static Map<String, JsonNode> with(
      Map<String, JsonNode> of, JsonNode element, List<String> identity) {
    Map<String, JsonNode> parts = new LinkedHashMap<>(of);
    for (String field : identity) {
      if (element.has(field)) {
        parts.put(field, plain(element.get(field)));
      }
    }
    return parts;
  }

  /** As many of these places as can stay where they are, if the others are moved. */
  private static Set<Integer> inOrder(List<Integer> places) {
    int[] length = new int[places.size()];
    int[] previous = new int[places.size()];
    int last = -1;
    for (int i = 0; i < places.size(); i++) {
      length[i] = 1;
      previous[i] = -1;
      for (int j = 0; j < i; j++) {
        if (places.get(j) < places.get(i) && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          previous[i] = j;
        }
      }
      if (last < 0 || length[i] > length[last]) {
        last = i;
      }
    }
    Set<Integer> kept = new HashSet<>();
    for (int i = last; i >= 0; i = previous[i]) {
      kept.add(places.get(i));
    }
    return kept;
  }

  private static boolean same(JsonNode before, JsonNode after) {
    return normal(before).equals(normal(after));
  }

  /** The same for the same number, however many zeros it is written with. */
  private static JsonNode normal(JsonNode node) {
    return rewritten(
        node, text -> text.isEmpty() || text.charAt(0) != DECIMAL ? text : normal(text));
  }

  private static String normal(String decimal) {
    return DECIMAL + new BigDecimal(decimal.substring(1)).stripTrailingZeros().toPlainString();
  }

  /** As answers are written. */
  private static JsonNode plain(JsonNode node) {
    return rewritten(
        node, text -> text.isEmpty() || text.charAt(0) != DECIMAL ? text : text.substring(1));
  }

  private static JsonNode rewritten(JsonNode node, UnaryOperator<String> rewrite) {
    return switch (node) {
      case StringNode text -> StringNode.valueOf(rewrite.apply(text.asString()));
      case ArrayNode list -> {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        list.forEach(element -> all.add(rewritten(element, rewrite)));
        yield all;
      }
      case ObjectNode object -> {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(each -> all.set(each.getKey(), rewritten(each.getValue(), rewrite)));
        yield all;
      }
      default -> node;
    };
  }

  private static Fields.@Nullable Label label(String path) {
    String[] parts = path.split("/");
    for (int i = parts.length - 1; i > 0; i--) {
      if (!parts[i].matches("\\d+")) {
        return Fields.label(parts[i]);
      }
    }
    return null;
  }
}
