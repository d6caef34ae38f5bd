package vn.giaouoc.command.document;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.command.document.YamlTree.FileError;
import vn.giaouoc.command.document.YamlTree.Place;

/** What the schema finds wrong, in words for somebody who does not know what a schema is. */
public final class SchemaErrors {

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "chữ",
          "integer", "số nguyên, không có số 0 đứng đầu",
          "number", "số, dấu thập phân là dấu chấm",
          "boolean", "true hoặc false",
          "array", "danh sách, mỗi dòng bắt đầu bằng '- '",
          "object", "một nhóm mục, mỗi mục một dòng 'tên: giá trị'");

  private record Message(String vietnamese, String english) {}

  private SchemaErrors() {}

  /** The errors by place; of alternatives of which one would do, one error. */
  public static List<FileError> of(YamlTree tree, List<Error> vietnamese, List<Error> english) {
    List<FileError> errors = new ArrayList<>();
    Set<String> alternatives = new HashSet<>();
    for (int i = 0; i < vietnamese.size(); i++) {
      Error error = vietnamese.get(i);
      String path = error.getInstanceLocation().toString();
      boolean alternative = error.getEvaluationPath().toString().contains("/anyOf/");
      if (alternative && !alternatives.add(path)) {
        continue;
      }
      Message message =
          alternative
              ? oneOf(
                  vietnamese.stream()
                      .filter(each -> path.equals(each.getInstanceLocation().toString()))
                      .toList())
              : message(error, english.get(i));
      errors.add(
          FileError.at(place(tree, error, path), path, message.vietnamese(), message.english()));
    }
    errors.sort(Comparator.comparing(FileError::line).thenComparing(FileError::column));
    return errors;
  }

  private static Place place(YamlTree tree, Error error, String path) {
    return switch (error.getKeyword()) {
      case "additionalProperties", "propertyNames" ->
          tree.place(YamlTree.child(path, property(error)));
      default -> tree.place(path);
    };
  }

  private static Message message(Error error, Error english) {
    JsonNode found = error.getInstanceNode();
    if (found != null && found.isNull()) {
      return new Message(
          "Mục này để trống; hãy điền giá trị hoặc bỏ cả dòng",
          "This is empty; fill it in or leave the line out");
    }
    return switch (error.getKeyword()) {
      case "additionalProperties" ->
          new Message(
              "Không có mục '" + property(error) + "' ở đây",
              "There is no '" + property(error) + "' here");
      case "required" ->
          new Message(
              "Thiếu mục bắt buộc '" + property(error) + "'",
              "'" + property(error) + "' is missing");
      case "propertyNames" -> noId(property(error));
      case "pattern" -> pattern(error, text(found));
      case "enum" -> {
        String allowed = words(error.getSchemaNode());
        String text = text(found);
        yield new Message(
            "'" + text + "' không phải là một trong các từ: " + allowed,
            "'" + text + "' is none of: " + allowed);
      }
      case "type" -> {
        String expected = String.valueOf(error.getArguments()[1]);
        yield new Message(
            "Phải là " + TYPES.getOrDefault(expected, expected), "Must be: " + expected);
      }
      case "minimum" ->
          new Message("Phải từ " + limit(error) + " trở lên", "Must be at least " + limit(error));
      case "maximum" ->
          new Message("Không được quá " + limit(error), "Must not be more than " + limit(error));
      case "maxLength" ->
          new Message(
              "Không được dài quá " + limit(error) + " ký tự",
              "Must not be longer than " + limit(error));
      case "maxProperties" ->
          new Message("Mỗi dấu '-' ở đây chỉ ghi một mục", "Each '-' here takes one key only");
      case "minItems" -> new Message("Danh sách không được để trống", "The list must not be empty");
      default -> new Message(plain(error), plain(english));
    };
  }

  private static Message pattern(Error error, String text) {
    String where = error.getSchemaLocation().toString();
    if (where.contains("/moment/")) {
      return notAMoment(text);
    }
    if (where.contains("/amount/")) {
      return new Message(
          "'" + text + "' không phải là một số. Viết 17893, 13.1, \"> 4268\" hoặc \"< 5\"",
          "'" + text + "' is not an amount. Write 17893, 13.1, \"> 4268\" or \"< 5\"");
    }
    if (where.contains("/decimal/")) {
      return new Message(
          "'" + text + "' không phải là một số. Viết 17893 hoặc 13.1",
          "'" + text + "' is not a number. Write 17893 or 13.1");
    }
    if (where.contains("/date/")) {
      return new Message(
          "'" + text + "' không phải là một ngày. Viết 2026-03-20",
          "'" + text + "' is not a date. Write 2026-03-20");
    }
    return noId(text);
  }

  private static Message noId(String text) {
    return new Message(
        "'"
            + text
            + "' không phải là một mã. Mã viết bằng chữ thường không dấu và chữ số, nối bằng '-' và"
            + " '.'",
        "'"
            + text
            + "' is not an id. Small letters and digits without diacritics, joined by '-' and '.'");
  }

  private static Message notAMoment(String text) {
    String forms =
        "2019-08-02T14:00, 2020-01-08 afternoon, 2021-01-29, 2019-03, 2019, 2019-01-01/2019-03-31";
    return new Message(
        "'" + text + "' không phải là ngày giờ đọc được. Viết " + forms + " hoặc unknown",
        "'" + text + "' is not a moment. Write " + forms + " or unknown");
  }

  /** A moment in the right form that no calendar has. */
  public static FileError impossible(YamlTree tree, String pointer, String text) {
    return FileError.at(
        tree.place(pointer),
        pointer,
        "'"
            + text
            + "' không có thật: ngày hoặc giờ không có trong lịch, hoặc khoảng kết thúc trước khi"
            + " bắt đầu",
        "'"
            + text
            + "' cannot be: no calendar has that day or hour, or the interval ends before it"
            + " begins");
  }

  private static Message oneOf(List<Error> errors) {
    String names =
        errors.stream().map(SchemaErrors::property).distinct().collect(Collectors.joining(", "));
    return new Message(
        "Phải có ít nhất một trong các mục: " + names,
        "At least one of these must be there: " + names);
  }

  private static String property(Error error) {
    String property = error.getProperty();
    return property != null ? property : String.valueOf(error.getArguments()[0]);
  }

  private static String text(@Nullable JsonNode found) {
    return found == null || found.isContainer() ? "" : found.asString();
  }

  private static String limit(Error error) {
    return String.valueOf(error.getArguments()[0]);
  }

  private static String words(@Nullable JsonNode allowed) {
    return allowed == null
        ? ""
        : allowed.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
  }

  /** The validator writes the place in front of the message; the place is told by itself here. */
  private static String plain(Error error) {
    String message = error.getMessage();
    String prefix = error.getInstanceLocation() + ": ";
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }
}
