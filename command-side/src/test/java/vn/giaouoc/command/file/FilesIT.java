package vn.giaouoc.command.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.command.CommandSide;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.DatabaseSetup;
import vn.giaouoc.shared.file.FileId;

/** Files handed in over HTTP, on a real PostgreSQL. */
class FilesIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TEXT = "Giao ước thi đua\n".getBytes(StandardCharsets.UTF_8);
  private static final int MEGABYTE = 1024 * 1024;

  private static TestDatabase database;
  private static ConfigurableApplicationContext commandSide;
  private static String url;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    commandSide =
        new SpringApplicationBuilder(CommandSide.class)
            .run(
                "--spring.config.name=command-side",
                "--server.port=0",
                "--giaouoc.command.database.url=" + database.url(),
                "--giaouoc.command.database.user=" + DatabaseSetup.COMMAND_ROLE,
                "--giaouoc.command.database.password=test");
    url =
        "http://localhost:" + ((WebServerApplicationContext) commandSide).getWebServer().getPort();
  }

  @AfterAll
  static void stop() {
    commandSide.close();
  }

  @Test
  void a_file_is_kept_under_the_digest_of_salt_and_content() throws Exception {
    HttpResponse<String> answer = hand("Giao ước 2026.pdf", "application/pdf", PDF);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String digest = file(answer);
    assertThat(answer.headers().firstValue("Location")).hasValue("/api/files/" + digest);
    record Row(byte[] salt, byte[] content, String name, String type) {}
    Row row =
        JdbcClient.create(database.owner())
            .sql("SELECT salt, content, name, media_type FROM command_side.file WHERE digest = ?")
            .param(digest)
            .query(
                (found, number) ->
                    new Row(
                        found.getBytes(1),
                        found.getBytes(2),
                        found.getString(3),
                        found.getString(4)))
            .single();
    assertThat(row.content()).isEqualTo(PDF);
    assertThat(row.name()).isEqualTo("Giao ước 2026.pdf");
    assertThat(row.type()).isEqualTo("application/pdf");
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(row.salt());
    assertThat(HexFormat.of().formatHex(sha256.digest(row.content()))).isEqualTo(digest);
    assertThat(commandSide.getBean(FileStore.class).has(FileId.of(digest))).isTrue();
    assertThat(commandSide.getBean(FileStore.class).has(FileId.of("00"))).isFalse();
  }

  @Test
  void the_same_content_handed_in_by_two_is_two_files() {
    assertThat(file(hand("a.txt", "text/plain", TEXT)))
        .isNotEqualTo(file(hand("a.txt", "text/plain", TEXT)));
  }

  @Test
  void a_file_handed_in_twice_under_one_key_is_one_and_another_under_it_is_refused() {
    String first = file(hand("a.txt", "text/plain", TEXT, "Idempotency-Key", "k-1"));
    assertThat(file(hand("a.txt", "text/plain", TEXT, "Idempotency-Key", "k-1"))).isEqualTo(first);
    HttpResponse<String> other = hand("a.pdf", "application/pdf", PDF, "Idempotency-Key", "k-1");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(problem(other)).isEqualTo("/problems/key-used-for-another-request");
    assertThat(hand("a.txt", null, TEXT, "Idempotency-Key", "k 2").statusCode()).isEqualTo(400);
  }

  @Test
  void packages_of_office_programs_are_known_by_their_parts() throws IOException {
    byte[] docx = zip("[Content_Types].xml", "word/document.xml");
    byte[] xlsx = zip("[Content_Types].xml", "xl/workbook.xml");
    assertThat(hand("a.docx", null, docx).statusCode()).isEqualTo(201);
    assertThat(hand("a.xlsx", null, xlsx).statusCode()).isEqualTo(201);
    assertThat(hand("a.odt", null, odt()).statusCode()).isEqualTo(201);
    for (String name : new String[] {"a.xlsx", "a.odt", "a.pdf", "a.txt"}) {
      assertLie(hand(name, null, docx));
    }
    assertLie(
        hand(
            "a.docx",
            null,
            zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")));
    assertLie(hand("a.docx", null, zip("word/document.xml")));
    // a directory that points nowhere
    byte[] broken = docx.clone();
    broken[broken.length - 6] = 0x7f;
    broken[broken.length - 3] = 0x7f;
    assertLie(hand("a.docx", null, broken));
    assertLie(hand("a.docx", null, new byte[] {'P', 'K', 3, 4}));
  }

  @Test
  void a_file_that_lies_about_its_type_is_refused() {
    assertLie(hand("a.png", "image/png", PDF));
    assertLie(hand("a.pdf", "image/png", PDF));
    assertLie(hand("a.pdf", "no type at all", PDF));
    assertLie(hand("a.csv", "text/csv", new byte[] {'a', 0, 'b'}));
    assertLie(hand("a.txt", "text/plain", new byte[] {(byte) 0xff, (byte) 0xfe, 'a'}));
    assertLie(hand("a.jpg", "image/jpeg", "<html>".getBytes(StandardCharsets.US_ASCII)));
  }

  @ParameterizedTest
  @CsvSource({
    "a.html, 415, /problems/file-type-not-taken",
    "a.exe, 415, /problems/file-type-not-taken",
    "a.docm, 415, /problems/file-type-not-taken",
    "pdf, 422, /problems/file-is-not-what-it-says",
    "../a.txt, 422, /problems/file-name-not-usable",
    "'', 422, /problems/file-name-not-usable",
    "'a\u202etxt.txt', 422, /problems/file-name-not-usable"
  })
  void a_name_is_that_of_a_file_of_these_types(String name, int status, String type) {
    HttpResponse<String> answer = hand(name, null, TEXT);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(problem(answer)).isEqualTo(type);
  }

  @Test
  void what_is_too_large_is_refused_whether_or_not_it_says_so_and_so_is_nothing() {
    byte[] large = new byte[8 * MEGABYTE + 1];
    Arrays.fill(large, (byte) 'a');
    HttpResponse<String> stated = hand("a.txt", "text/plain", large);
    assertThat(stated.statusCode()).isEqualTo(413);
    HttpResponse<String> streamed =
        send(
            "a.txt",
            "text/plain",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
    assertThat(streamed.statusCode()).isEqualTo(413);
    assertThat(problem(streamed)).isEqualTo("/problems/file-too-large");
    assertThat(hand("a.txt", "text/plain", Arrays.copyOf(large, 8 * MEGABYTE)).statusCode())
        .isEqualTo(201);
    assertThat(problem(hand("a.txt", "text/plain", new byte[0])))
        .isEqualTo("/problems/file-is-empty");
  }

  @Test
  void the_limits_are_told_where_they_are_passed() {
    byte[] large = new byte[8 * MEGABYTE + 1];
    Arrays.fill(large, (byte) 'a');
    assertThat(hand("a.txt", "text/plain", large).body()).contains("8 MB");
    assertThat(hand("a.html", null, TEXT).body())
        .contains("pdf, docx, xlsx, odt, png, jpg, txt, csv");
  }

  @Test
  void other_limits_can_be_set_and_nonsense_cannot() {
    FileSettings settings = new FileSettings(DataSize.ofKilobytes(500), List.of("pdf", "png"));
    assertThat(settings.most()).isEqualTo("500 KB");
    assertThat(settings.taken()).isEqualTo("pdf, png");
    assertThat(settings.named("a.pdf")).contains(FileType.PDF);
    assertThat(settings.named("a.txt")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FileSettings(DataSize.ofMegabytes(1), List.of("exe")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FileSettings(DataSize.ofMegabytes(101), List.of("pdf")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FileSettings(DataSize.ofBytes(0), List.of("pdf")));
  }

  private static void assertLie(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(problem(answer)).isEqualTo("/problems/file-is-not-what-it-says");
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write('x');
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] odt() throws IOException {
    byte[] type = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      ZipEntry first = new ZipEntry("mimetype");
      first.setMethod(ZipEntry.STORED);
      first.setSize(type.length);
      CRC32 crc = new CRC32();
      crc.update(type);
      first.setCrc(crc.getValue());
      zip.putNextEntry(first);
      zip.write(type);
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write('x');
    }
    return bytes.toByteArray();
  }

  private static String file(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return new JsonMapper().readTree(answer.body()).at("/file").asString();
  }

  private static String problem(HttpResponse<String> answer) {
    return new JsonMapper().readTree(answer.body()).at("/type").asString();
  }

  private static HttpResponse<String> hand(
      String name, String type, byte[] content, String... headers) {
    return send(name, type, BodyPublishers.ofByteArray(content), headers);
  }

  private static HttpResponse<String> send(
      String name, String type, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    url + "/api/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8)))
            .POST(body);
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
