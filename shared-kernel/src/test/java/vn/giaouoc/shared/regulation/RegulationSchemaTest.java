package vn.giaouoc.shared.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.shared.Code;
import vn.giaouoc.shared.eventstore.Wire;

/**
 * The published JSON Schema of a regulation is made of the records that it is read into, and what
 * each property means; {@code -Dwrite-docs} writes it.
 */
class RegulationSchemaTest {

  private static final Path SCHEMA =
      Path.of("src/main/resources/static/schemas/regulation.schema.json");
  private static final Path MEANINGS =
      Path.of("src/test/resources/regulation-schema-descriptions.txt");

  /** A document may be read without these; it cannot be adopted then, which is told otherwise. */
  private static final Set<String> MAY_BE_UNKNOWN = Set.of("number", "title", "validFrom");

  private final Map<String, ObjectNode> definitions = new TreeMap<>();
  private final Map<String, String> meanings = new LinkedHashMap<>();
  private final Set<String> used = new LinkedHashSet<>();

  @Test
  void the_published_schema_is_that_of_the_records() throws Exception {
    for (String line : Files.readAllLines(MEANINGS)) {
      if (!line.isBlank()) {
        String[] parts = line.split(" = ", 2);
        meanings.put(parts[0], parts[1]);
      }
    }
    ObjectNode root = node();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Giao Ước: quy chế (regulation)");
    root.setAll(record(Regulation.class, null));
    ObjectNode all = root.putObject("$defs");
    all.set(
        "decimal",
        node()
            .put("description", "số, dấu thập phân là dấu chấm")
            .put("pattern", "^-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?$")
            .set("type", Wire.mapper().createArrayNode().add("number").add("string")));
    all.set(
        "date",
        node()
            .put("type", "string")
            .put("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"));
    definitions.forEach(all::set);
    assertThat(meanings.keySet()).as("meanings of what is not there").isEqualTo(used);
    String written = Wire.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    if (System.getProperty("write-docs") != null) {
      Files.writeString(SCHEMA, written);
    }
    assertThat(Files.readString(SCHEMA)).isEqualTo(written);
  }

  private ObjectNode record(Class<?> type, @Nullable String tag) {
    ObjectNode schema = node().put("type", "object").put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = Wire.mapper().createArrayNode();
    if (tag != null) {
      properties.set("type", node().put("const", tag));
    }
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      String key = type.getSimpleName() + "." + name;
      used.add(key);
      ObjectNode property = schema(component.getAnnotatedType(), component.getType());
      property.put("description", meanings.getOrDefault(key, "?"));
      assertThat(meanings).as("the meaning of " + key).containsKey(key);
      properties.set(name, property);
      boolean optional =
          isNullable(component.getAnnotatedType())
              || component.getType() == List.class
              || component.getType() == boolean.class
              || type == Regulation.class && MAY_BE_UNKNOWN.contains(name);
      if (!optional) {
        required.add(name);
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  private ObjectNode schema(AnnotatedType annotated, Class<?> type) {
    if (type == List.class) {
      AnnotatedType element =
          ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
      ObjectNode array = node().put("type", "array");
      array.set("items", schema(element, (Class<?>) element.getType()));
      return array;
    }
    if (type == String.class) {
      return node().put("type", "string").put("minLength", 1).put("maxLength", 500);
    }
    if (type == BigDecimal.class) {
      return node().put("$ref", "#/$defs/decimal");
    }
    if (type == LocalDate.class) {
      return node().put("$ref", "#/$defs/date");
    }
    if (type == int.class || type == Integer.class) {
      return node().put("type", "integer").put("minimum", 0).put("maximum", 100000);
    }
    if (type == boolean.class || type == Boolean.class) {
      return node().put("type", "boolean");
    }
    if (type.isEnum()) {
      ObjectNode words = node();
      ArrayNode codes = words.putArray("enum");
      Arrays.stream(type.getEnumConstants()).forEach(each -> codes.add(((Code) each).code()));
      return words;
    }
    if (isName(type)) {
      return node().put("type", "string").put("pattern", "^[a-z0-9]+([.-][a-z0-9]+)*$");
    }
    String name = type.getSimpleName();
    if (!definitions.containsKey(name)) {
      definitions.put(name, node()); // it may contain itself
      definitions.put(name, type.isSealed() ? oneOf(type) : record(type, null));
    }
    return node().put("$ref", "#/$defs/" + name);
  }

  /** Told by its type, so that an error is about that one and not about all of them. */
  private ObjectNode oneOf(Class<?> type) {
    ObjectNode schema = node().put("type", "object");
    ObjectNode tag = schema.putObject("properties").putObject("type");
    ArrayNode tags = tag.putArray("enum");
    schema.putArray("required").add("type");
    ArrayNode all = schema.putArray("allOf");
    for (JsonSubTypes.Type each : type.getAnnotation(JsonSubTypes.class).value()) {
      tags.add(each.name());
      ObjectNode condition = all.addObject();
      ObjectNode when = condition.putObject("if");
      when.putObject("properties").putObject("type").put("const", each.name());
      when.putArray("required").add("type");
      String name = each.value().getSimpleName() + type.getSimpleName();
      definitions.put(name, record(each.value(), each.name()));
      condition.putObject("then").put("$ref", "#/$defs/" + name);
    }
    assertThat(
            Arrays.stream(type.getAnnotation(JsonSubTypes.class).value())
                .map(each -> each.value().getName()))
        .as("every permitted type has a name")
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(type.getPermittedSubclasses()).map(Class::getName).toList());
    return schema;
  }

  /** Something that is written as its slug. */
  private static boolean isName(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static ObjectNode node() {
    return Wire.mapper().createObjectNode();
  }
}
