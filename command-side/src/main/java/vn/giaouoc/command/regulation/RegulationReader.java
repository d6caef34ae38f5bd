package vn.giaouoc.command.regulation;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.command.document.SchemaErrors;
import vn.giaouoc.command.document.YamlTree;
import vn.giaouoc.command.document.YamlTree.FileError;
import vn.giaouoc.command.document.YamlTree.UnreadableFile;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.regulation.Finding;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Soundness;

/**
 * Reads a regulation as an officer writes it, in YAML or JSON; {@code docs/regulation.md} explains
 * it to them.
 */
public final class RegulationReader {

  private static final String SCHEMA = "/static/schemas/regulation.schema.json";
  private static final Schema VIETNAMESE = schema(Locale.of("vi"));
  private static final Schema ENGLISH = schema(Locale.ENGLISH);

  /** What is left out is false; what may not be left out, the schema requires. */
  private static final JsonMapper MAPPER =
      Wire.mapper().rebuild().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private RegulationReader() {}

  /**
   * A document that was read.
   *
   * @param regulation what it says; its number, title and first day may be missing while {@code
   *     wrong} says so
   * @param wrong why it cannot be adopted as it is, by line
   * @param unknown what it does not state; what needs that cannot score or decide
   */
  public record Document(Regulation regulation, List<FileError> wrong, List<FileError> unknown) {}

  /**
   * Reads a document.
   *
   * @throws UnreadableFile if it is neither YAML nor JSON, or not in the form of the schema
   */
  public static Document read(byte[] bytes) {
    YamlTree tree = YamlTree.read(bytes);
    List<FileError> errors =
        SchemaErrors.of(tree, VIETNAMESE.validate(tree.root()), ENGLISH.validate(tree.root()));
    if (!errors.isEmpty()) {
      throw new UnreadableFile(errors);
    }
    Regulation regulation = bound(tree);
    List<FileError> wrong = new ArrayList<>();
    List<FileError> unknown = new ArrayList<>();
    for (Finding finding : Soundness.of(regulation)) {
      (finding.kind().refuses() ? wrong : unknown)
          .add(
              FileError.at(
                  tree.place(finding.place()),
                  finding.place(),
                  finding.vietnamese(),
                  finding.english()));
    }
    return new Document(regulation, List.copyOf(wrong), List.copyOf(unknown));
  }

  private static Regulation bound(YamlTree tree) {
    try {
      return MAPPER.treeToValue(tree.root(), Regulation.class);
    } catch (DatabindException e) {
      StringBuilder pointer = new StringBuilder();
      for (JacksonException.Reference step : e.getPath()) {
        pointer
            .append('/')
            .append(
                step.getPropertyName() == null
                    ? String.valueOf(step.getIndex())
                    : step.getPropertyName());
      }
      String place = pointer.toString();
      throw new UnreadableFile(
          List.of(
              FileError.at(
                  tree.place(place),
                  place,
                  "Không đọc được: " + e.getOriginalMessage(),
                  e.getOriginalMessage())));
    }
  }

  private static Schema schema(Locale locale) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().locale(locale).pathType(PathType.JSON_POINTER).build();
    try (InputStream schema = RegulationReader.class.getResourceAsStream(SCHEMA)) {
      if (schema == null) {
        throw new IllegalStateException("The JSON Schema of the regulation is missing");
      }
      String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
