package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, towards a system that answers what the test wants. */
class CommandLineTest {

  private static final String RECORDED =
      """
      {"proceedings": "000", "recording": 1, "outcome": "recorded",
       "facts": [
         {"line": 12, "stream": "bloc:kien-giang.khoi-4", "type": "bloc.RollAttested",
          "sentence": "Khối 4 có 9 đơn vị", "outcome": "new",
          "remarks": [{"kind": "doubt", "message": "nêu 9, kể 8", "messageEn": "9 stated, 8 named"}]},
         {"line": 20, "stream": "unit:x", "type": "unit.UnitAttested", "sentence": "Có Sở Y tế",
          "outcome": "confirmed", "remarks": []}],
       "counts": {"facts": 2, "new": 1, "confirmed": 1, "doubts": 1, "notes": 0,
                  "normalisations": 3}}
      """;

  private static final String REFUSED =
      """
      {"type": "/problems/proceedings-refused", "title": "Biên bản không hợp lệ", "status": 422,
       "errors": [
         {"line": 7, "column": 3, "path": "facts[0].bloc", "message": "chưa có khối này",
          "messageEn": "no such bloc"},
         {"line": 9, "column": 1, "path": "facts[1]", "message": "thiếu ngày",
          "messageEn": "no date"}]}
      """;

  private final List<String> requests = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private HttpServer server;
  private int status;
  private String answer;

  @TempDir private Path folder;

  @Test
  void who_audits_what_is_not_recorded_is_told_so_and_not_that_nothing_was_found() {
    status = 404;
    answer = "{\"type\": \"/problems/not-recorded\", \"status\": 404, \"detail\": \"Không có\"}";
    assertThat(run("replay", "khong co")).isEqualTo(2);
    assertThat(requests)
        .singleElement()
        .asString()
        .startsWith("POST /api/query/cycles/khong+co/replay");
    assertThat(err.toString()).contains("Không có");
    assertThat(out.toString()).isEmpty();
  }

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Content-Type")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void recording_tells_every_fact_and_its_doubts() throws IOException {
    respond(201, RECORDED);
    assertThat(run("record", file("000.yaml", "format: 1\n"))).isZero();
    assertThat(requests).containsExactly("POST /api/proceedings application/yaml format: 1\n");
    assertThat(out.toString())
        .contains("+ dòng 12: Khối 4 có 9 đơn vị")
        .contains("    nghi vấn: nêu 9, kể 8")
        .contains("= dòng 20: Có Sở Y tế")
        .contains(
            "000.yaml: đã ghi; 2 dữ kiện (mới 1, thêm nguồn 1), 1 điểm nghi vấn, 3 chỗ chuẩn hóa");
  }

  @Test
  void a_dry_run_asks_for_one() throws IOException {
    respond(200, RECORDED.replace("\"recorded\"", "\"would-be-recorded\""));
    assertThat(run("record", "--dry-run", file("a.yaml", "x"))).isZero();
    assertThat(requests.getFirst()).startsWith("POST /api/proceedings?dryRun=true ");
    assertThat(out.toString()).contains("chưa ghi");
  }

  @Test
  void a_refused_file_is_told_line_by_line_and_the_next_one_is_still_tried() throws IOException {
    respond(422, REFUSED);
    String file = file("bad.yaml", "x");
    assertThat(run("record", file, file)).isEqualTo(1);
    assertThat(requests).hasSize(2);
    assertThat(out.toString())
        .contains(file + ":7: chưa có khối này")
        .contains(file + ":9: thiếu ngày");
  }

  @Test
  void a_problem_without_places_is_told_as_it_is() throws IOException {
    respond(413, "{\"title\": \"Tệp quá lớn\", \"detail\": \"tối đa 1 MB\"}");
    assertThat(run("record", file("big.yaml", "x"))).isEqualTo(1);
    assertThat(out.toString()).contains("big.yaml: Tệp quá lớn – tối đa 1 MB");
    respond(502, "<html>");
    assertThat(run("record", file("big.yaml", "x"))).isEqualTo(1);
    assertThat(out.toString()).contains("big.yaml: HTTP 502");
  }

  @Test
  void no_file_and_no_system_are_told_apart_from_a_refusal() throws IOException {
    assertThat(run("record", folder.resolve("none.yaml").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("không đọc được tệp");
    String file = file("a.yaml", "x");
    server.stop(0);
    assertThat(run("record", file)).isEqualTo(2);
    assertThat(err.toString()).contains("Không có hệ thống nào chạy ở");
    assertThat(run("record")).isEqualTo(2);
  }

  @Test
  void proceedings_are_withdrawn_with_a_reason() {
    respond(200, "{}");
    assertThat(run("withdraw", "kien-giang.000", "--reason", "Nhầm nguồn")).isZero();
    assertThat(requests)
        .containsExactly(
            "POST /api/proceedings/kien-giang.000/withdrawal application/json"
                + " {\"reason\":\"Nhầm nguồn\"}");
    assertThat(out.toString()).contains("kien-giang.000: đã rút");
    respond(409, "{\"title\": \"Có việc khác dựa vào\"}");
    assertThat(run("withdraw", "kien-giang.000", "--reason", "x")).isEqualTo(1);
    assertThat(out.toString()).contains("Có việc khác dựa vào");
    assertThat(run("withdraw", "kien-giang.000")).isEqualTo(2);
  }

  @Test
  void help_and_version_are_there() {
    assertThat(Giaouoc.execute(writer(out), writer(err))).isZero();
    assertThat(Giaouoc.execute(writer(out), writer(err), "help", "start")).isZero();
    assertThat(Giaouoc.execute(writer(out), writer(err), "--version")).isZero();
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("Ghi các biên bản", "(Records proceedings files", "--demo", "Giao Ước 0.")
        .doesNotContain("@project.version@");
  }

  private void respond(int newStatus, String newAnswer) {
    status = newStatus;
    answer = newAnswer;
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--url");
    all.add("http://127.0.0.1:" + server.getAddress().getPort());
    return Giaouoc.execute(writer(out), writer(err), all.toArray(String[]::new));
  }

  private static PrintWriter writer(StringWriter text) {
    return new PrintWriter(text, true);
  }
}
