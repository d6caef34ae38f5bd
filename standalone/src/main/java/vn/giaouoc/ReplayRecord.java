package vn.giaouoc;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replays a year, or all years of a bloc, and says what is not as the rules make it. */
@Command(
    name = "replay",
    description = {
      "Phát lại một năm theo đúng quy tắc và phép tính của năm đó, rồi so với những gì đã lưu.",
      "(Replays a year through its rules and arithmetic, and compares it with what is stored.)"
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Kết thúc bằng 0 nếu không có gì sai, 1 nếu có điều phát hiện, 2 nếu không phát lại được.",
      "(Ends with 0 if all is right, 1 if something was found, 2 if it could not be replayed.)",
      "Nếu hệ thống đòi mã truy cập: đặt nó vào biến môi trường GIAOUOC_TOKEN.",
      "(A system that asks for tokens: put one into GIAOUOC_TOKEN.)"
    },
    synopsisHeading = "Cách dùng (usage): ",
    optionListHeading = "%nTùy chọn (options):%n")
final class ReplayRecord implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PAUSE = Duration.ofMillis(500);

  @Parameters(
      paramLabel = "NĂM",
      description = {
        "Mã của năm, như kien-giang.khoi-4.2019; hoặc mã của khối với --bloc.",
        "(the id of a cycle, or with --bloc of a bloc)"
      })
  private String subject = "";

  @Option(
      names = "--bloc",
      description = {"Mọi năm của một khối.", "(all years of a bloc)"})
  private boolean bloc;

  @Option(
      names = "--json",
      description = {"In báo cáo dưới dạng JSON.", "(the report as JSON)"})
  private boolean json;

  @Option(
      names = "--url",
      paramLabel = "ĐỊA_CHỈ",
      defaultValue = "http://127.0.0.1:8080",
      description = {"Địa chỉ của hệ thống.", "(where the system answers)"})
  private String url = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    try {
      JsonNode report = ask("POST");
      while (report.path("state").asString("").equals("running")) {
        err.print("\r" + report.path("done").asLong() + "/" + report.path("total").asLong());
        err.flush();
        Thread.sleep(PAUSE);
        report = ask("GET");
      }
      err.println();
      if (!report.path("state").asString("").equals("done")) {
        err.println(
            report.path("detail").asString(report.path("failure").asString("Đã hủy (cancelled)")));
        return 2;
      }
      print(report);
      return report.path("findings").isEmpty() ? 0 : 1;
    } catch (IOException e) {
      RecordProceedings.unreachable(spec, url, e);
      return 2;
    }
  }

  private void print(JsonNode report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
      return;
    }
    JsonNode checked = report.path("checked");
    out.printf(
        "%s: %d sự kiện (events), %d quyết định lại (decided again), %d kèm theo (with another), %d"
            + " ghi sau (recorded later), %d giữ kín (kept secret), %d tính lại (worked out again),"
            + " %d tài liệu (documents)%n",
        report.path("of").asString(),
        report.path("total").asLong(),
        checked.path("decided").asLong(),
        checked.path("comingWith").asLong(),
        checked.path("recordedLater").asLong(),
        checked.path("keptSecret").asLong(),
        checked.path("reckoned").asLong(),
        checked.path("documents").asLong());
    for (JsonNode finding : report.path("findings")) {
      out.printf(
          "%s %s%n  %s%n  (%s)%n",
          finding.path("position").isNull() ? "" : "#" + finding.path("position").asLong(),
          finding.path("at").asString(),
          finding.path("vietnamese").asString(),
          finding.path("english").asString());
      if (finding.hasNonNull("clause")) {
        out.println("  " + finding.path("clause").asString());
      }
    }
    if (report.path("more").asLong() > 0) {
      out.println("… +" + report.path("more").asLong());
    }
    if (report.path("findings").isEmpty()) {
      out.println("Không phát hiện điều gì sai. (Nothing was found.)");
    }
  }

  private JsonNode ask(String method) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    url
                        + "/api/query/"
                        + (bloc ? "blocs/" : "cycles/")
                        + URLEncoder.encode(subject, StandardCharsets.UTF_8)
                        + "/replay"))
            .timeout(Duration.ofMinutes(1))
            .method(method, HttpRequest.BodyPublishers.noBody());
    String token = System.getenv("GIAOUOC_TOKEN");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return JSON.readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    } catch (JacksonException e) {
      throw new IOException(e);
    }
  }
}
