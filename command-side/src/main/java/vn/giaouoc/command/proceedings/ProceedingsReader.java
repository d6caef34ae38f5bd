package vn.giaouoc.command.proceedings;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.command.proceedings.YamlTree.FileError;
import vn.giaouoc.command.proceedings.YamlTree.Place;
import vn.giaouoc.command.proceedings.YamlTree.UnreadableFile;
import vn.giaouoc.shared.eventstore.Wire;

/** Reads a proceedings file and refuses, with line and reason, what is not one. */
final class ProceedingsReader {

  private static final String SCHEMA = "/static/schemas/proceedings.schema.json";
  private static final Schema VIETNAMESE = schema(Locale.of("vi"));
  private static final Schema ENGLISH = schema(Locale.ENGLISH);

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
   * @throws UnreadableFile if it is not YAML, not in the form of the schema, or names what no calendar or id can be
   */
  static ProceedingsFile read(byte[] bytes) {
    YamlTree tree = YamlTree.read(text(bytes));
    List<FileError> errors = check(tree);
    if (!errors.isEmpty()) {
      throw new UnreadableFile(errors);
    }
    JsonNode root = tree.withLines();
    if (root.get("units") instanceof ObjectNode units) {
      units.remove("line");
    }
    widenDates(root);
    try {
      return Wire.mapper().treeToValue(root, ProceedingsFile.class);
    } catch (DatabindException e) {
      throw new UnreadableFile(List.of(unbindable(tree, e)));
    }
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableFile(
          List.of(
              FileError.at(
                  new Place(1, 1), "", "Tệp phải được lưu ở dạng UTF-8", "The file must be saved as UTF-8")));
    }
  }

  private static List<FileError> check(YamlTree tree) {
    List<Error> vietnamese = VIETNAMESE.validate(tree.root());
    List<Error> english = ENGLISH.validate(tree.root());
    List<FileError> errors = new ArrayList<>();
    for (int i = 0; i < vietnamese.size(); i++) {
      String path = vietnamese.get(i).getInstanceLocation().toString();
      String property = vietnamese.get(i).getProperty();
      boolean unknownKey = property != null && "additionalProperties".equals(vietnamese.get(i).getKeyword());
      Place place = tree.place(unknownKey ? path + "/" + property : path);
      errors.add(FileError.at(place, path, message(vietnamese.get(i)), message(english.get(i))));
    }
    errors.sort(Comparator.comparing(FileError::line).thenComparing(FileError::column));
    return errors;
  }

  /** The validator writes the place in front of the message; the place is told by itself here. */
  private static String message(Error error) {
    String message = error.getMessage();
    String prefix = error.getInstanceLocation() + ": ";
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }

  /** A date may be plain text; inside, it is always an object. */
  private static void widenDates(JsonNode node) {
    if (node instanceof ObjectNode object) {
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
          .append(step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName());
    }
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String why = cause instanceof JacksonException json ? json.getOriginalMessage() : String.valueOf(cause.getMessage());
    return FileError.at(tree.place(pointer.toString()), pointer.toString(), "Không đọc được: " + why, why);
  }

  private static Schema schema(Locale locale) {
    SchemaRegistryConfig config = SchemaRegistryConfig.builder().locale(locale).pathType(PathType.JSON_POINTER).build();
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
        .getSchema(schemaText(), InputFormat.JSON);
  }
}
