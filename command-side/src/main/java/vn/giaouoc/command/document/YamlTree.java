package vn.giaouoc.command.document;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.ProblemDetail;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.command.Answers;
import vn.giaouoc.command.Problems;

/**
 * A YAML text as a tree that knows the line of each of its nodes. Scalars stay what their author
 * wrote: a number keeps its digits, and a date is text.
 */
public final class YamlTree {

  private static final JsonNodeFactory JSON = new JsonNodeFactory();
  private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})\\.[0-9]{1,12}");
  private static final int LARGEST = 2_000_000;
  private static final int DEEPEST = 20;

  private final JsonNode root;
  private final Map<String, Place> places = new HashMap<>();
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** A place in the file, counted from 1. */
  public record Place(int line, int column) {}

  private YamlTree(String text) {
    if (text.length() > LARGEST) { // the parser takes very long before it finds that out
      throw new UnreadableFile(
          List.of(
              FileError.at(
                  new Place(1, 1),
                  "",
                  "Tệp dài quá " + LARGEST + " ký tự",
                  "The file is longer than " + LARGEST + " characters")));
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(
        Integer.MAX_VALUE); // none is followed: convert refuses every one
    List<FileError> errors = new ArrayList<>();
    try {
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node == null) {
        throw new UnreadableFile(
            List.of(
                FileError.at(new Place(1, 1), "", "Tệp không có nội dung", "The file is empty")));
      }
      root = convert(node, "", errors);
    } catch (MarkedYAMLException e) {
      // what is never closed is wrong where it was opened, not where the file ends
      boolean unclosed =
          String.valueOf(e.getProblem()).contains("end of stream") && e.getContextMark() != null;
      Mark mark = unclosed ? e.getContextMark() : e.getProblemMark();
      Place place =
          mark == null ? new Place(1, 1) : new Place(mark.getLine() + 1, mark.getColumn() + 1);
      throw new UnreadableFile(
          List.of(
              FileError.at(
                  place,
                  "",
                  "Không đúng cú pháp YAML: " + inVietnamese(e),
                  "Not YAML: " + e.getProblem())));
    } catch (YAMLException e) {
      throw new UnreadableFile(
          List.of(
              FileError.at(
                  new Place(1, 1),
                  "",
                  "Không đọc được tệp YAML: " + e.getMessage(),
                  "Not readable as YAML: " + e.getMessage())));
    }
    if (!errors.isEmpty()) {
      throw new UnreadableFile(errors);
    }
  }

  /**
   * Reads a text.
   *
   * @throws UnreadableFile if it is not YAML, names a key twice or uses an alias
   */
  public static YamlTree read(String text) {
    return new YamlTree(text);
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableFile if it is not UTF-8, or what a text may not be
   */
  public static YamlTree read(byte[] bytes) {
    try {
      return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new UnreadableFile(
          List.of(
              FileError.at(
                  new Place(1, 1),
                  "",
                  "Tệp phải được lưu ở dạng UTF-8",
                  "The file must be saved as UTF-8")));
    }
  }

  /** The commonest slips in words; the parser's own words for the others. */
  private static String inVietnamese(MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("TAB")) {
      return "thụt dòng bằng dấu cách, không dùng phím Tab";
    }
    if (problem.contains("mapping values are not allowed")) {
      return "thụt dòng lệch, hoặc chữ có dấu hai chấm thì phải đặt trong ngoặc kép";
    }
    if (problem.contains("alias")) {
      return "không dùng bí danh (*); chữ bắt đầu bằng dấu * thì phải đặt trong ngoặc kép";
    }
    if (problem.contains("another document")) {
      return "một tệp chỉ ghi một biên bản hay quy chế, không có dòng ---";
    }
    if (problem.contains("',' or ']'") || problem.contains("end of stream")) {
      return "thiếu dấu đóng ngoặc hoặc ngoặc kép";
    }
    return problem;
  }

  /** The tree. */
  public JsonNode root() {
    return root;
  }

  /**
   * The place of a node, by its JSON pointer; that of the nearest node above it, if it is not
   * there.
   */
  public Place place(String pointer) {
    for (String at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
      Place place = places.get(at);
      if (place != null) {
        return place;
      }
      if (at.isEmpty()) {
        return new Place(1, 1);
      }
    }
  }

  /** The same tree, in which every object tells its line. */
  public JsonNode withLines() {
    return withLines(root, "");
  }

  private JsonNode withLines(JsonNode node, String pointer) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JSON.objectNode();
        copy.put("line", place(pointer).line());
        object.forEachEntry(
            (name, value) -> copy.set(name, withLines(value, child(pointer, name))));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JSON.arrayNode();
        for (int i = 0; i < array.size(); i++) {
          copy.add(withLines(array.get(i), pointer + "/" + i));
        }
        yield copy;
      }
      default -> node;
    };
  }

  private JsonNode convert(Node node, String pointer, List<FileError> errors) {
    Place place = new Place(node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
    if (!seen.add(node)) { // the node that an alias stands for, again
      errors.add(
          FileError.at(
              place(pointer),
              pointer,
              "Không dùng bí danh YAML (*)",
              "YAML aliases are not used here"));
      return JSON.nullNode();
    }
    places.putIfAbsent(pointer, place);
    return switch (node) {
      case MappingNode mapping -> {
        ObjectNode object = JSON.objectNode();
        Set<String> names = new HashSet<>();
        for (NodeTuple entry : mapping.getValue()) {
          Mark mark = entry.getKeyNode().getStartMark();
          Place at = new Place(mark.getLine() + 1, mark.getColumn() + 1);
          String name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
          if (!names.add(name)) {
            errors.add(
                FileError.at(
                    at,
                    pointer,
                    "Mục '" + name + "' được ghi hai lần",
                    "'" + name + "' is there twice"));
          }
          String child = child(pointer, name);
          places.put(child, at);
          object.set(name, convert(entry.getValueNode(), child, errors));
        }
        yield object;
      }
      case SequenceNode sequence -> {
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < sequence.getValue().size(); i++) {
          array.add(convert(sequence.getValue().get(i), pointer + "/" + i, errors));
        }
        yield array;
      }
      case ScalarNode scalar -> {
        if (!Answers.canBeKept(scalar.getValue())) {
          errors.add(
              FileError.at(
                  place,
                  pointer,
                  "Có ký tự không thể lưu được",
                  "There is a character that cannot be kept"));
        }
        yield scalar(scalar);
      }
      default -> throw new IllegalStateException("Unknown node " + node.getNodeId());
    };
  }

  private static JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    if (!node.isPlain()) {
      return JSON.stringNode(text);
    }
    if (INTEGER.matcher(text).matches()) {
      return JSON.numberNode(Long.parseLong(text));
    }
    if (DECIMAL.matcher(text).matches()) {
      return JSON.numberNode(new BigDecimal(text));
    }
    return switch (text) {
      case "true" -> JSON.booleanNode(true);
      case "false" -> JSON.booleanNode(false);
      case "", "~", "null" -> JSON.nullNode();
      default -> JSON.stringNode(text);
    };
  }

  /** The pointer of a member of an object. */
  public static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /**
   * Something is wrong in a file.
   *
   * @param path where, as a JSON pointer
   * @param message what, and what would be right, in Vietnamese
   * @param messageEn the same in English
   */
  public record FileError(int line, int column, String path, String message, String messageEn) {

    /** An error at a place. */
    public static FileError at(Place place, String path, String message, String messageEn) {
      return new FileError(place.line(), place.column(), path, message, messageEn);
    }
  }

  /** A file cannot be recorded as it is; nothing was. */
  public static final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<FileError> errors;

    /** A file with these errors. */
    public UnreadableFile(List<FileError> errors) {
      super(errors.size() + " errors, the first: " + errors.getFirst());
      this.errors = errors;
    }

    /** What is wrong, each with its place. */
    public List<FileError> errors() {
      return errors;
    }

    /**
     * As a problem document with every place that is wrong.
     *
     * @param type its stable type
     * @param vietnamese what is wrong and what came of it, with {@code %d} for how many places
     * @param english the same in English
     */
    public ProblemDetail problem(String type, String vietnamese, String english) {
      ProblemDetail problem =
          Problems.problem(
              422, type, vietnamese.formatted(errors.size()), english.formatted(errors.size()));
      problem.setProperty("errors", errors);
      return problem;
    }
  }
}
