package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.time.When;

/** What offices do with spreadsheets: download a form, fill it in, look at it, hand it in. */
class SpreadsheetIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalDate TODAY = LocalDate.now(When.ZONE);
  private static final Who BOARD = new Who(UUID.randomUUID(), null, "board");

  @TempDir static Path directory;

  private static Installation installation;
  private static TokenKey key;
  private static Desk desk;

  private final HttpClient http = HttpClient.newHttpClient();
  private String province;
  private String bloc;
  private String cycle;
  private final Map<String, Who> units = new HashMap<>();

  @BeforeAll
  static void start() {
    key = TokenKey.atOrNew(directory);
    installation =
        Installation.start(
            Api.on(TestDatabase.create()), 0, Map.of("giaouoc.identity.keys", key.keys()));
    desk = new Desk(installation::url, who -> LivedYearIT.token(key, who), false);
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void the_scores_of_a_whole_bloc_are_one_file_that_is_looked_at_corrected_and_entered_once() {
    found("ca-khoi", "vi-du-1000-diem");
    HttpResponse<byte[]> template = template("a", "bloc-scores", "");
    keepToLookAt("bieu-mau", template);
    Filled form = new Filled(template.body());
    assertThat(form.row(form.headings()))
        .startsWith("Mã đơn vị", "Đơn vị", "Mã tiêu chí", "Tiêu chí", "Mã mục");
    assertThat(form.text("Tiêu chí", form.headings() + 1)).isNotBlank();
    fill(form, "b");
    fill(form, "c");
    int ambiguous = form.find("Mã đơn vị", id("b"), "Mã tiêu chí", "I.1");
    form.set("Thực hiện", ambiguous, "1.234");
    int word = form.find("Mã đơn vị", id("b"), "Mã tiêu chí", "I.3");
    form.set("Thực hiện", word, "chín mươi");
    int beyond = form.find("Mã đơn vị", id("c"), "Mã tiêu chí", "I.2");
    form.set("Thực hiện", beyond, 130);
    int unknown = form.find("Mã đơn vị", id("c"), "Mã tiêu chí", "I.1");
    form.set("Mã tiêu chí", unknown, "IX.9");
    int far = form.find("Mã đơn vị", id("c"), "Mã tiêu chí", "III.2");
    form.set("Thực hiện", far, "2,5");
    long before = head();

    JsonNode problem = refused(send("a", "bloc-scores", form.bytes(), "&dryRun=true"));

    assertThat(errors(problem))
        .containsExactlyInAnyOrder(
            form.cell("Thực hiện", ambiguous) + " 1.234 ambiguous-number",
            form.cell("Thực hiện", word) + " chín mươi not-a-number",
            form.cell("Mã tiêu chí", unknown) + " IX.9 not-a-criterion",
            form.cell("Thực hiện", far) + " 2,5 not-a-whole-number");
    assertThat(problem.toString())
        .contains("Viết 1234 nếu dấu ngăn cách hàng nghìn, viết 1,2340 nếu là số thập phân");
    assertThat(problem.path("errors").get(0).path("sheet").asString()).isEqualTo("Biểu mẫu");

    form.set("Thực hiện", ambiguous, "95,5").set("Thực hiện", word, "120,0");
    form.set("Thực hiện", beyond, "96 %").set("Mã tiêu chí", unknown, "I.1");
    form.set("Thực hiện", far, 0);
    HttpResponse<byte[]> preview = send("a", "bloc-scores", form.bytes(), "&dryRun=true");
    assertThat(preview.statusCode()).as(text(preview)).isEqualTo(200);
    JsonNode would = json(preview);
    assertThat(would.path("outcome").asString()).isEqualTo("would-be-recorded");
    assertThat(would.path("told")).hasSize(2);
    assertThat(would.path("told").get(0).path("event").path("total").asString()).isEqualTo("846.5");
    assertThat(head()).as("looking records nothing").isEqualTo(before);

    HttpResponse<byte[]> entered = send("a", "bloc-scores", form.bytes(), "");
    assertThat(entered.statusCode()).as(text(entered)).isEqualTo(201);
    assertThat(json(entered).path("told").get(1).path("event"))
        .isEqualTo(would.path("told").get(1).path("event"));
    assertThat(head()).isEqualTo(before + 2);
    assertThat(total("b", entered)).isEqualTo("846.5");
    assertThat(total("c", entered)).isEqualTo("905");

    HttpResponse<byte[]> again = send("a", "bloc-scores", form.bytes(), "");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again).path("outcome").asString()).isEqualTo("already-recorded");
    assertThat(json(again).path("unchanged")).hasSize(2);
    assertThat(head()).isEqualTo(before + 2);

    provenance(json(entered).path("file").asString(), form, ambiguous);
    oneOfThemAlone(form);
  }

  /** The file is kept for whoever may see what it told, and each value knows its cell. */
  private void provenance(String file, Filled form, int row) {
    JsonNode timeline = desk.page(units.get("b"), "/api/cycles/" + cycle + "/timeline?limit=200");
    JsonNode last = timeline.at("/answer/entries");
    JsonNode told = null;
    for (JsonNode entry : last) {
      if (entry.path("stream").asString().equals("sheet:" + cycle + "." + id("b"))) {
        told = entry;
      }
    }
    assertThat(told.at("/written/file").asString()).isEqualTo(file);
    assertThat(told.at("/written/cells").path("I.1").asString())
        .isEqualTo("1!" + form.cell("Chỉ tiêu giao", row) + " 1!" + form.cell("Thực hiện", row));
    assertThat(told.toString()).doesNotContain("bang-diem").doesNotContain("Biểu mẫu");
    assertThat(get(units.get("c"), "/api/files/" + file).statusCode()).isEqualTo(200);
    assertThat(get(null, "/api/files/" + file).statusCode()).isEqualTo(404);
  }

  /** What one changes in a file is another file; what it leaves as it was is entered again. */
  private void oneOfThemAlone(Filled form) {
    Filled own = new Filled(template("a", "bloc-scores", "&party=" + id("b")).body());
    int row = own.find("Mã đơn vị", id("b"), "Mã tiêu chí", "I.1");
    assertThat(own.text("Thực hiện", row)).as("the form holds what is recorded").isEqualTo("95.5");
    own.set("Thực hiện", row, new java.math.BigDecimal("100"));
    HttpResponse<byte[]> entered = send("a", "bloc-scores", own.bytes(), "");
    assertThat(entered.statusCode()).as(text(entered)).isEqualTo(201);
    assertThat(total("b", entered)).isEqualTo("860");
    assertThat(total("c", entered)).isEqualTo("905");
    // the first file says otherwise of b by now, and the same of c
    HttpResponse<byte[]> back = send("a", "bloc-scores", form.bytes(), "");
    assertThat(json(back).path("told")).hasSize(1);
    assertThat(json(back).path("unchanged").get(0).asString()).endsWith(id("c"));
    assertThat(total("b", back)).isEqualTo("846.5");
  }

  @Test
  void who_may_not_score_is_told_so_in_the_cells_and_nothing_is_kept() {
    found("khong-duoc", "vi-du-1000-diem");
    Filled form = new Filled(template("c", "bloc-scores", "").body());
    fill(form, "b");
    fill(form, "a");
    long before = head();
    JsonNode problem = refused(send("c", "bloc-scores", form.bytes(), ""));
    assertThat(errors(problem)).allMatch(each -> each.endsWith(" not-the-leader-or-a-deputy"));
    assertThat(errors(problem)).hasSize(2);
    // one unit that may not be scored leaves the other unscored too
    assertThat(errors(refused(send("a", "bloc-scores", form.bytes(), ""))))
        .singleElement()
        .asString()
        .endsWith(" own-sheet");
    assertThat(head()).isEqualTo(before);
  }

  @Test
  void a_unit_promises_reports_and_scores_itself_from_csv() {
    found("mot-don-vi", "vi-du-1000-diem");
    String csv = text(template("b", "targets", "&format=csv&party=" + id("b")));
    assertThat(csv).startsWith("\uFEFFMã đơn vị;Đơn vị;Mã chỉ tiêu;");
    String filled =
        csv.lines().findFirst().orElseThrow()
            + "\r\n"
            + id("b")
            + ";;;1;Giải quyết việc làm;lượt;tăng;cộng dồn cả năm;1.234.567;;\r\n"
            + ";;;1;'=Tỷ lệ hộ nghèo;%;giảm;tại thời điểm;2,5 %;;3,1%\r\n"
            + ";;;2;Xây dựng quy chế;;hoàn thành;tại thời điểm;;;\r\n";
    JsonNode problem = refused(send("b", "targets", filled.getBytes(StandardCharsets.UTF_8), ""));
    assertThat(errors(problem))
        .containsExactlyInAnyOrder("F4  missing", "G4 hoàn thành not-a-word");
    filled = filled.replace(";;hoàn thành;", ";văn bản;hoàn thành hay không;");
    HttpResponse<byte[]> promised =
        send("b", "targets", filled.getBytes(StandardCharsets.UTF_8), "");
    assertThat(promised.statusCode()).as(text(promised)).isEqualTo(201);
    JsonNode goals =
        read("b", after("/api/cycles/" + cycle + "/pledges/" + id("b"), promised))
            .findValue("goals");
    assertThat(goals).hasSize(3);
    assertThat(goals.get(0).at("/target/amount").asString()).isEqualTo("1234567");
    assertThat(goals.get(1).at("/target/indicator").asString()).isEqualTo("=Tỷ lệ hộ nghèo");
    assertThat(goals.get(1).at("/target/amount").asString()).isEqualTo("2.5");
    assertThat(text(template("b", "targets", "&format=csv&party=" + id("b"))))
        .as("what a program would take for a formula is a text")
        .contains(";'=Tỷ lệ hộ nghèo;")
        .contains(";1234567;");
    assertThat(
            json(send("b", "targets", filled.getBytes(StandardCharsets.UTF_8), ""))
                .path("outcome")
                .asString())
        .isEqualTo("already-recorded");

    desk.act(
        units.get("b"),
        "/api/cycles/" + cycle + "/pledges/" + id("b") + "/signature",
        "{\"text\":\"Giao ước\"}");
    report();
  }

  private void report() {
    Filled form = new Filled(template("b", "mid-year-review", "&party=" + id("b")).body());
    int jobs = form.find("Mã chỉ tiêu", "giai-quyet-viec-lam");
    int poverty = form.find("Mã chỉ tiêu", "ty-le-ho-ngheo");
    int rules = form.find("Mã chỉ tiêu", "xay-dung-quy-che");
    form.set("Thực hiện", jobs, "trên 600 000");
    form.set("Thực hiện", poverty, "2,4").set("Tỷ lệ %", poverty, "96 %");
    form.set("Thực hiện", rules, "3").set("Ngày báo cáo", rules, "31/02/2026");
    assertThat(errors(refused(send("b", "mid-year-review", form.bytes(), ""))))
        .containsExactlyInAnyOrder(
            form.cell("Thực hiện", rules) + " 3 result-does-not-fit",
            form.cell("Ngày báo cáo", rules) + " 31/02/2026 not-a-day");
    form.set("Thực hiện", rules, "Có").set("Ngày báo cáo", rules, null);
    HttpResponse<byte[]> reported = send("b", "mid-year-review", form.bytes(), "");
    assertThat(reported.statusCode()).as(text(reported)).isEqualTo(201);
    assertThat(json(send("b", "mid-year-review", form.bytes(), "")).path("outcome").asString())
        .isEqualTo("already-recorded");
    form.set("Thực hiện", poverty, "2,3");
    assertThat(errors(refused(send("b", "mid-year-review", form.bytes(), ""))))
        .singleElement()
        .asString()
        .endsWith(" already-submitted");

    Filled progress = new Filled(export("b", "/progress", reported));
    int heading = progress.headings("Chỉ tiêu", "Mức phấn đấu");
    assertThat(progress.row("Chỉ tiêu", heading + 1))
        .startsWith(id("b"), "1", "Giải quyết việc làm", "lượt", "1234567", "trên 600000");
    assertThat(progress.row("Chỉ tiêu", heading + 2)).contains("=Tỷ lệ hộ nghèo", "2.4", "96");
  }

  @Test
  void a_standing_and_its_explanation_say_on_paper_what_they_say_in_the_answer() {
    found("in-ra", "vi-du-1000-diem");
    for (String unit : List.of("a", "b", "c")) {
      Filled form = new Filled(template(unit, "self-scores", "&party=" + id(unit)).body());
      fill(form, unit);
      HttpResponse<byte[]> entered = send(unit, "self-scores", form.bytes(), "");
      assertThat(entered.statusCode()).as(text(entered)).isEqualTo(201);
    }
    for (String by : List.of("a", "b")) {
      Filled form = new Filled(template(by, "bloc-scores", "").body());
      (by.equals("a") ? List.of("b", "c") : List.of("a")).forEach(unit -> fill(form, unit));
      HttpResponse<byte[]> entered = send(by, "bloc-scores", form.bytes(), "");
      assertThat(entered.statusCode()).as(text(entered)).isEqualTo(201);
    }
    desk.actSeen(
        units.get("a"),
        "cycle:" + cycle,
        "/api/cycles/" + cycle,
        "/api/cycles/" + cycle + "/rankings",
        "{\"contest\":\"nhom-1\"}");
    desk.read(units.get("a"), "/api/cycles/" + cycle);

    HttpResponse<byte[]> file =
        get(units.get("b"), "/api/cycles/" + cycle + "/standing?format=xlsx");
    assertThat(file.headers().firstValue("Content-Type").orElseThrow()).contains("spreadsheetml");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("xep-hang-" + cycle + ".xlsx");
    keepToLookAt("xep-hang", file);
    Filled standing = new Filled(file.body());
    int heading = standing.headings("Xếp hạng 1", "Hạng");
    assertThat(standing.row(heading))
        .containsExactly(
            "Hạng",
            "Đơn vị",
            "Điểm",
            "Tỷ lệ %",
            "Xếp loại",
            "Tự chấm",
            "Chấm chéo",
            "Khối chấm",
            "Thẩm định",
            "Nội dung I",
            "Nội dung II",
            "Nội dung III");
    assertThat(standing.row(heading + 1))
        .startsWith("1", id("a"), "978")
        .contains("Xuất sắc")
        .endsWith("678", "190", "110");
    assertThat(standing.row(heading + 3)).startsWith("3", id("b"), "846.5");
    assertThat(standing.row(heading - 1).toString()).contains("Số liệu đến mục");

    // others see the rank, and not what is for the members: as in the answer
    Filled stranger =
        new Filled(get(null, "/api/cycles/" + cycle + "/standing?format=xlsx").body());
    assertThat(stranger.row(stranger.headings("Xếp hạng 1", "Hạng")))
        .contains("Hạng")
        .doesNotContain("Nội dung I");

    HttpResponse<byte[]> explained =
        get(units.get("b"), "/api/cycles/" + cycle + "/standing/" + id("a") + "?format=xlsx");
    keepToLookAt("giai-trinh", explained);
    Filled why = new Filled(explained.body());
    assertThat(why.names()).containsExactly("Cách tính điểm", "Căn cứ");
    int made = why.headings("Cách tính điểm", "Cách tính");
    assertThat(why.row("Cách tính điểm", made + 2)).startsWith("I.1").contains("106 / 100");
    assertThat(why.row("Căn cứ", why.headings("Căn cứ", "Loại") + 1).getLast())
        .contains("Bảng tính: ô");

    HttpResponse<byte[]> earlier =
        get(units.get("b"), "/api/cycles/" + cycle + "/standing?format=xlsx&asOf=" + (head() - 6));
    assertThat(new Filled(earlier.body()).names()).containsExactly("Bảng điểm");
    assertThat(get(null, "/api/cycles/" + cycle + "/standing?format=pdf").statusCode())
        .isEqualTo(400);
  }

  @Test
  void of_two_files_at_the_same_time_each_is_there_as_a_whole_or_not_at_all() throws Exception {
    found("cung-luc", "vi-du-1000-diem");
    List<byte[]> files = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Filled form = new Filled(template("a", "bloc-scores", "").body());
      for (String unit : List.of("b", "c")) {
        fill(form, unit);
        form.set("Ghi chú", form.find("Mã đơn vị", id(unit), "Mã tiêu chí", "I.1"), "Tệp " + i);
      }
      files.add(form.bytes());
    }
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<HttpResponse<byte[]>>> sent = new ArrayList<>();
      files.forEach(file -> sent.add(() -> send("a", "bloc-scores", file, "")));
      for (Future<HttpResponse<byte[]>> answer : many.invokeAll(sent)) {
        assertThat(answer.get().statusCode()).as(text(answer.get())).isIn(201, 409);
      }
    }
    Map<Long, Set<String>> filesOfRound = new HashMap<>();
    long round = 0;
    JsonNode entries =
        desk.page(units.get("a"), "/api/cycles/" + cycle + "/timeline?limit=200")
            .at("/answer/entries");
    Set<String> streams = new TreeSet<>();
    for (JsonNode entry : entries) {
      if (entry.path("type").asString().equals("scoring.BlocScoreEntered")) {
        streams.add(entry.path("stream").asString());
        filesOfRound
            .computeIfAbsent(round++ / 2, _ -> new TreeSet<>())
            .add(entry.at("/written/file").asString());
      }
    }
    assertThat(streams).hasSize(2);
    assertThat(filesOfRound.values())
        .as("two sheets of each file, side by side")
        .allMatch(each -> each.size() == 1);
  }

  @Test
  void what_is_no_spreadsheet_is_refused_with_what_to_do() {
    found("tep-la", "vi-du-1000-diem");
    assertThat(problem(send("a", "nonsense", new byte[] {1}, ""))).isEqualTo("404 no-such-form");
    byte[] old = new byte[600];
    old[0] = (byte) 0xd0;
    old[1] = (byte) 0xcf;
    old[2] = 0x11;
    old[3] = (byte) 0xe0;
    assertThat(problem(send("a", "bloc-scores", old, ""))).isEqualTo("415 old-format");
    assertThat(
            problem(send("a", "bloc-scores", "Tên;Điểm\na;1".getBytes(StandardCharsets.UTF_8), "")))
        .isEqualTo("422 no-headings");
    assertThat(problem(send("a", "bloc-scores", template("a", "bloc-scores", "").body(), "")))
        .isEqualTo("422 nothing-filled-in");
  }

  /** The figures of {@code ExampleYearsIT}, as an office writes them. */
  private void fill(Filled form, String unit) {
    switch (unit) {
      case "a" -> {
        set(form, unit, "I.1", 106, 100).set(form, unit, "I.2", 96, null);
        set(form, unit, "I.3", "90", "100").set(form, unit, "I.4", "có", null);
        set(form, unit, "II.1", 100, 100).set(form, unit, "II.2", "đạt", null);
        count(form, unit, "II.3", 1, 0).count(form, unit, "III.1", 2, 4);
        set(form, unit, "III.2", 0, null).count(form, unit, "III.3", 1, 0);
      }
      case "b" -> {
        set(form, unit, "I.1", "95,5", 100).set(form, unit, "I.2", 90, null);
        set(form, unit, "I.3", 120, 100).set(form, unit, "I.4", "x", null);
        set(form, unit, "II.1", 90, 100).set(form, unit, "II.2", "có", null);
        count(form, unit, "II.3", 0, 0).count(form, unit, "III.1", 1, 10);
        set(form, unit, "III.2", 3, null).count(form, unit, "III.3", 0, 0);
      }
      default -> {
        set(form, unit, "I.1", 100, 100).set(form, unit, "I.2", "96", null);
        set(form, unit, "I.3", 100, 100).set(form, unit, "I.4", "không", null);
        set(form, unit, "II.1", 100, 100).set(form, unit, "II.2", "có", null);
        count(form, unit, "II.3", 0, 0).count(form, unit, "III.1", 3, 0);
        set(form, unit, "III.2", 0, null).count(form, unit, "III.3", 0, 1);
      }
    }
  }

  private SpreadsheetIT set(
      Filled form, String unit, String criterion, Object actual, Object planned) {
    int row = form.find("Mã đơn vị", id(unit), "Mã tiêu chí", criterion);
    form.set("Thực hiện", row, actual).set("Chỉ tiêu giao", row, planned);
    return this;
  }

  private SpreadsheetIT count(Filled form, String unit, String criterion, int first, int second) {
    int row = form.find("Mã đơn vị", id(unit), "Mã tiêu chí", criterion);
    form.set("Thực hiện", row, first).set("Thực hiện", row + 1, second);
    return this;
  }

  private void found(String place, String regulation) {
    province = place;
    bloc = place + ".khoi-1";
    cycle = bloc + "." + TODAY.getYear();
    desk.act(
        BOARD,
        "/api/units",
        "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"peoples-committee\"}",
        place,
        place);
    for (String unit : List.of("a", "b", "c")) {
      units.put(unit, new Who(UUID.randomUUID(), id(unit), null));
      desk.act(
          BOARD,
          "/api/units",
          "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"department\"}",
          id(unit),
          id(unit));
    }
    desk.act(BOARD, "/api/blocs", "{\"id\":\"%s\",\"name\":\"Khối 1\"}", bloc);
    for (String unit : List.of("a", "b", "c")) {
      desk.actSeen(
          BOARD,
          "bloc:" + bloc,
          "/api/blocs/" + bloc,
          "/api/blocs/" + bloc + "/members",
          "{\"unit\":\"%s\",\"group\":\"Nhóm 1\"}",
          id(unit));
    }
    String term =
        "\"term\":{\"from\":\"%d-01-01\",\"to\":\"%d-12-31\"}"
            .formatted(TODAY.getYear(), TODAY.getYear());
    desk.act(
        BOARD,
        "/api/blocs/" + bloc + "/leadership/designations",
        "{%s,\"leader\":\"%s\",\"deputies\":[{\"unit\":\"%s\",\"rank\":1}],\"mode\":\"agreed\"}",
        term,
        id("a"),
        id("b"));
    desk.act(BOARD, "/api/blocs/" + bloc + "/leadership/installations", "{" + term + "}");
    desk.act(
        units.get("a"),
        "/api/cycles",
        "{\"bloc\":\"%s\",\"year\":%d,\"from\":\"%s\",\"to\":\"%s\"}",
        bloc,
        TODAY.getYear(),
        TODAY.minusMonths(3),
        TODAY.plusMonths(8));
    HttpResponse<byte[]> adopted =
        send(
            request(units.get("a"), "/api/cycles/" + cycle + "/regulations")
                .header("Content-Type", "application/yaml")
                .header(
                    "If-Match", desk.seen(units.get("a"), "/api/cycles/" + cycle, "cycle:" + cycle))
                .POST(BodyPublishers.ofString(yaml(regulation)))
                .build());
    assertThat(adopted.statusCode()).as(text(adopted)).isEqualTo(204);
    read("a", after("/api/cycles/" + cycle, adopted));
  }

  private HttpResponse<byte[]> template(String unit, String form, String parameters) {
    HttpResponse<byte[]> template =
        get(
            units.get(unit),
            "/api/cycles/" + cycle + "/spreadsheets/" + form + parameters.replaceFirst("&", "?"));
    assertThat(template.statusCode()).as(text(template)).isEqualTo(200);
    return template;
  }

  /** What people look at, with {@code -Dkeep-spreadsheets=<directory>}. */
  private static void keepToLookAt(String name, HttpResponse<byte[]> file) {
    String kept = System.getProperty("keep-spreadsheets");
    if (kept != null) {
      try {
        Files.write(Files.createDirectories(Path.of(kept)).resolve(name + ".xlsx"), file.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private byte[] export(String unit, String path, HttpResponse<byte[]> written) {
    HttpResponse<byte[]> file =
        get(units.get(unit), after("/api/cycles/" + cycle + path + "?format=xlsx", written));
    assertThat(file.statusCode()).as(text(file)).isEqualTo(200);
    keepToLookAt(path.replace("/", ""), file);
    return file.body();
  }

  private HttpResponse<byte[]> send(String unit, String form, byte[] content, String parameters) {
    boolean packed = content.length > 1 && content[0] == 'P' && content[1] == 'K';
    HttpResponse<byte[]> answer =
        send(
            request(
                    units.get(unit),
                    "/api/cycles/"
                        + cycle
                        + "/spreadsheets/"
                        + form
                        + "?name=bang-diem."
                        + (packed ? "xlsx" : "csv")
                        + parameters)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content))
                .build());
    answer
        .headers()
        .firstValue("ETag")
        .ifPresent(_ -> get(units.get(unit), after("/api/cycles/" + cycle, answer)));
    return answer;
  }

  private HttpResponse<byte[]> get(Who who, String path) {
    HttpResponse<byte[]> answer = send(request(who, path).GET().build());
    for (int i = 0; answer.statusCode() == 503 && i < 30; i++) {
      answer = send(request(who, path).GET().build());
    }
    return answer;
  }

  private HttpRequest.Builder request(Who who, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(installation.url() + path));
    return who == null
        ? request
        : request.header("Authorization", "Bearer " + LivedYearIT.token(key, who));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String after(String path, HttpResponse<byte[]> written) {
    return written == null
        ? path
        : path
            + (path.contains("?") ? "&" : "?")
            + "after="
            + URLEncoder.encode(
                written.headers().firstValue("ETag").orElseThrow().replace("\"", ""),
                StandardCharsets.UTF_8);
  }

  private String total(String unit, HttpResponse<byte[]> after) {
    JsonNode sheet =
        read(
            "a",
            after(
                "/api/cycles/" + cycle + "/sheets",
                after.headers().firstValue("ETag").isPresent() ? after : null));
    for (JsonNode each : sheet.findValue("sheets")) {
      if (each.path("unit").asString().equals(id(unit))) {
        for (JsonNode layer : each.path("layers")) {
          if (layer.path("layer").asString().equals("bloc")) {
            return layer.path("total").asString();
          }
        }
      }
    }
    throw new AssertionError(sheet.toString());
  }

  private JsonNode read(String unit, String path) {
    HttpResponse<byte[]> answer = get(units.get(unit), path);
    assertThat(answer.statusCode()).as(path + ": " + text(answer)).isEqualTo(200);
    return json(answer);
  }

  /** How far the journal is. */
  private long head() {
    return desk.page(BOARD, "/api/units").at("/asked/position").asLong();
  }

  private static JsonNode refused(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(422);
    JsonNode problem = json(answer);
    assertThat(problem.path("type").asString()).isEqualTo("/problems/spreadsheet-refused");
    return problem;
  }

  private static List<String> errors(JsonNode problem) {
    List<String> errors = new ArrayList<>();
    for (JsonNode error : problem.path("errors")) {
      errors.add(
          error.path("cell").asString()
              + " "
              + error.path("value").asString()
              + " "
              + error.path("type").asString());
    }
    return errors;
  }

  private static String problem(HttpResponse<byte[]> answer) {
    return answer.statusCode()
        + " "
        + json(answer).path("type").asString().replace("/problems/", "");
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return JSON.readTree(answer.body());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private String id(String unit) {
    return province + "." + unit;
  }

  private static String yaml(String example) {
    try (InputStream yaml =
        SpreadsheetIT.class.getResourceAsStream("/regulations/" + example + ".yaml")) {
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("(?m)^(dated|validFrom): .*$", "$1: " + TODAY)
          .replaceAll(", due: [0-9-]+", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
