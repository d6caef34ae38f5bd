package vn.giaouoc.command.correction;

import static vn.giaouoc.command.correction.CorrectionRejection.DOES_NOT_READ;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.command.Answers;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.report.Figure;

/** Reads an event as a person typed it: strictly, and with its new texts still in it. */
final class AsTyped {

  private static final ObjectReader READER =
      Wire.mapper().reader(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final JsonMapper CHECKING =
      Wire.mapper().rebuild().addMixIn(Figure.class, Checked.class).build();

  /** What follows from the numbers of a figure is worked out, whatever is typed of it. */
  @JsonIgnoreProperties({"recomputedPercent", "agreement"})
  private abstract static class Checked {

    @JsonCreator
    static Figure checked(
        @JsonProperty("indicator") String indicator,
        @JsonProperty("measure") String measure,
        @JsonProperty("direction") Figure.Direction direction,
        @JsonProperty("actual") Figure.@Nullable Amount actual,
        @JsonProperty("target") Figure.@Nullable Amount target,
        @JsonProperty("reportedPercent") @Nullable BigDecimal reportedPercent,
        @JsonProperty("items") List<Figure.Item> items,
        @JsonProperty("asWritten") @Nullable String asWritten) {
      throw new UnsupportedOperationException("that of the figure is called");
    }
  }

  private AsTyped() {}

  /**
   * The event.
   *
   * @param keep what stands for a text in it
   * @throws vn.giaouoc.command.Rejection.Rejected naming the part that is missing or cannot be read
   * @throws Answers.BadRequest naming the text or number that cannot be kept
   */
  static <E> E read(JsonNode typed, Class<E> type, Function<String, Words> keep) {
    texts(typed, "");
    JsonNode kept = kept(typed, keep);
    E event;
    try {
      event = READER.forType(type).readValue(kept);
    } catch (DatabindException e) {
      DOES_NOT_READ.unless(false, path(e));
      throw e;
    } catch (JacksonException e) {
      DOES_NOT_READ.unless(false, null);
      throw e;
    }
    String missing = missing((Record) event, "");
    DOES_NOT_READ.unless(missing == null, missing);
    return CHECKING.treeToValue(kept, type);
  }

  /** Refuses a text that no request could have brought in. */
  private static void texts(JsonNode typed, String at) {
    switch (typed) {
      case ObjectNode object -> object.forEachEntry((name, value) -> texts(value, at + "/" + name));
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          texts(array.get(i), at + "/" + i);
        }
      }
      default -> {
        if (typed.isString()) {
          Answers.required(typed.asString(), at);
        }
      }
    }
  }

  private static JsonNode kept(JsonNode typed, Function<String, Words> keep) {
    if (typed instanceof ObjectNode object) {
      JsonNode text = object.size() == 1 ? object.get("text") : null;
      if (text != null && text.isString()) {
        return Wire.mapper().valueToTree(keep.apply(text.asString()));
      }
      ObjectNode copy = object.objectNode();
      object.forEachEntry((name, value) -> copy.set(name, kept(value, keep)));
      return copy;
    }
    if (typed instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(value -> copy.add(kept(value, keep)));
      return copy;
    }
    return typed;
  }

  private static String path(DatabindException e) {
    return e.getPath().stream()
        .map(
            at ->
                at.getPropertyName() == null
                    ? Integer.toString(at.getIndex())
                    : at.getPropertyName())
        .collect(Collectors.joining("/", "/", ""));
  }

  /** The first part that must be there and is not. */
  private static @Nullable String missing(Record record, String at) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = read(component, record);
      String path = at + "/" + component.getName();
      String missing =
          switch (value) {
            case null ->
                component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? null : path;
            case Record part -> missing(part, path);
            case Collection<?> parts -> missing(parts, path);
            case BigDecimal number -> {
              Answers.plain(number, path);
              yield null;
            }
            default -> null;
          };
      if (missing != null) {
        return missing;
      }
    }
    return null;
  }

  private static @Nullable String missing(Collection<?> parts, String at) {
    int number = 0;
    for (Object part : parts) {
      String path = at + "/" + number++;
      String missing =
          part == null ? path : part instanceof Record record ? missing(record, path) : null;
      if (missing != null) {
        return missing;
      }
    }
    return null;
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }
}
