package vn.giaouoc;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** Tells a person what became of a proceedings file. */
final class Report {

  private final PrintWriter out;

  Report(PrintWriter out) {
    this.out = out;
  }

  /** One line: what was done, how many facts, how many doubts. */
  void line(String file, ProceedingsApi.Answer answer) {
    if (!answer.accepted()) {
      refusal(file, answer);
      return;
    }
    JsonNode counts = answer.body().path("counts");
    StringBuilder line = new StringBuilder();
    line.append(file).append(": ").append(outcome(answer.body().path("outcome").asString("")));
    line.append("; ").append(counts.path("facts").asInt(0)).append(" dữ kiện");
    int confirmed = counts.path("confirmed").asInt(0);
    if (confirmed > 0) {
      line.append(" (mới ").append(counts.path("new").asInt(0));
      line.append(", thêm nguồn ").append(confirmed).append(')');
    }
    line.append(", ").append(counts.path("doubts").asInt(0)).append(" điểm nghi vấn");
    append(line, counts.path("notes").asInt(0), " ghi chú");
    append(line, counts.path("normalisations").asInt(0), " chỗ chuẩn hóa");
    out.println(line);
  }

  /** Every fact with what is remarked on it, then the line. */
  void whole(String file, ProceedingsApi.Answer answer) {
    if (answer.accepted()) {
      for (JsonNode fact : answer.body().path("facts")) {
        String sign = "confirmed".equals(fact.path("outcome").asString("")) ? "=" : "+";
        out.println(
            sign
                + " dòng "
                + fact.path("line").asString("?")
                + ": "
                + fact.path("sentence").asString(fact.path("type").asString("")));
        for (JsonNode remark : fact.path("remarks")) {
          out.println(
              "    "
                  + kind(remark.path("kind").asString(""))
                  + ": "
                  + remark.path("message").asString(""));
        }
      }
    }
    line(file, answer);
  }

  /** Why something was refused, each error with its place. */
  void refusal(String file, ProceedingsApi.Answer answer) {
    JsonNode body = answer.body();
    JsonNode errors = body.path("errors");
    if (errors.isEmpty()) {
      String title = body.path("title").asString("HTTP " + answer.status());
      String detail = body.path("detail").asString("");
      out.println(file + ": " + title + (detail.isEmpty() ? "" : " – " + detail));
      return;
    }
    for (JsonNode error : errors) {
      String line = error.path("line").asString("");
      String message = error.path("message").asString(error.path("messageEn").asString(""));
      out.println(file + (line.isEmpty() ? "" : ":" + line) + ": " + message);
    }
  }

  private static void append(StringBuilder line, int count, String word) {
    if (count > 0) {
      line.append(", ").append(count).append(word);
    }
  }

  private static String outcome(String outcome) {
    return switch (outcome) {
      case "recorded" -> "đã ghi";
      case "already-recorded" -> "đã ghi từ trước, không thay đổi gì";
      case "would-be-recorded" -> "ghi được (mới thử, chưa ghi)";
      default -> outcome;
    };
  }

  private static String kind(String kind) {
    return switch (kind) {
      case "doubt" -> "nghi vấn";
      case "note" -> "ghi chú";
      case "normalisation" -> "chuẩn hóa";
      default -> kind;
    };
  }
}
