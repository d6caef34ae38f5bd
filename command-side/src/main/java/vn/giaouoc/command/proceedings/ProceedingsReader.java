package vn.giaouoc.command.proceedings;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.command.document.SchemaErrors;
import vn.giaouoc.command.document.YamlTree;
import vn.giaouoc.command.document.YamlTree.FileError;
import vn.giaouoc.command.document.YamlTree.UnreadableFile;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.time.When;

/** Reads a proceedings file and refuses, with line and reason, what is not one. */
final class ProceedingsReader {

  private static final String SCHEMA = "/static/schemas/proceedings.schema.json";
  private static final Set<String> MOMENTS = Set.of("published", "is", "on", "dated", "signed-on");
  private static final Schema VIETNAMESE = schema(Locale.of("vi"));
  private static final Schema ENGLISH = schema(Locale.ENGLISH);

  /** What is left out is false; what may not be left out, the schema requires. */
  private static final JsonMapper MAPPER =
      Wire.mapper().rebuild().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private ProceedingsReader() {}

  /** The published JSON Schema of the file. */
  static String schemaText() {
    try (InputStream schema = ProceedingsReader.class.getResourceAsStream(SCHEMA)) {
      if (schema == null) {
        throw new IllegalStateException("The JSON Schema of the proceedings file is missing");
      }
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableFile if it is not YAML, not in the form of the schema, or names what no
   *     calendar or id can be
   */
  static ProceedingsFile read(byte[] bytes) {
    YamlTree tree = YamlTree.read(bytes);
    List<FileError> errors = check(tree);
    if (!errors.isEmpty()) {
      throw new UnreadableFile(errors);
    }
    JsonNode root = tree.withLines();
    if (root.get("units") instanceof ObjectNode units && !tree.root().path("units").has("line")) {
      units.remove("line");
    }
    widenDates(root);
    try {
      return MAPPER.treeToValue(root, ProceedingsFile.class);
    } catch (DatabindException e) {
      throw new UnreadableFile(List.of(unbindable(tree, e)));
    }
  }

  private static List<FileError> check(YamlTree tree) {
    List<FileError> errors =
        SchemaErrors.of(tree, VIETNAMESE.validate(tree.root()), ENGLISH.validate(tree.root()));
    if (errors.isEmpty()) {
      checkMoments(tree, tree.root(), "", errors);
    }
    return errors;
  }

  private static void checkMoments(
      YamlTree tree, JsonNode node, String pointer, List<FileError> errors) {
    if (node instanceof ObjectNode object) {
      object.forEachEntry(
          (name, value) -> {
            String child = YamlTree.child(pointer, name);
            if (MOMENTS.contains(name) && value.isValueNode() && !isMoment(value.asString())) {
              errors.add(SchemaErrors.impossible(tree, child, value.asString()));
            }
            checkMoments(tree, value, child, errors);
          });
    } else {
      for (int i = 0; i < node.size(); i++) {
        checkMoments(tree, node.get(i), pointer + "/" + i, errors);
      }
    }
  }

  private static boolean isMoment(String text) {
    try {
      When.of(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * A year may be a number and a date plain text; inside, a moment is text and a date an object.
   */
  private static void widenDates(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : List.of("is", "published")) {
        if (object.get(name) instanceof JsonNode year && year.isNumber()) {
          object.put(name, year.asString());
        }
      }
      for (String name : List.of("on", "dated", "signed-on")) {
        JsonNode date = object.get(name);
        if (date != null && !date.isObject() && !date.isNull()) {
          ObjectNode wide = object.putObject(name);
          wide.put("line", object.path("line").asInt(0));
          wide.put("is", date.asString());
        }
      }
    }
    node.forEach(ProceedingsReader::widenDates);
  }

  private static FileError unbindable(YamlTree tree, DatabindException e) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      pointer
          .append('/')
          .append(
              step.getPropertyName() == null
                  ? String.valueOf(step.getIndex())
                  : step.getPropertyName());
    }
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String why =
        cause instanceof JacksonException json
            ? json.getOriginalMessage()
            : String.valueOf(cause.getMessage());
    return FileError.at(
        tree.place(pointer.toString()), pointer.toString(), "Không đọc được: " + why, why);
  }

  private static Schema schema(Locale locale) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().locale(locale).pathType(PathType.JSON_POINTER).build();
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
        .getSchema(schemaText(), InputFormat.JSON);
  }
}
