package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the API accepted survives a kill at any instant; what was not accepted is there whole or not
 * at all.
 */
class AcceptedSurvivesIT {

  private final Path directory = Here.directory();

  @TempDir private Path folder;

  @Test
  void accepted_files_are_there_after_a_kill_and_nothing_is_there_by_half() throws Exception {
    Child child = Child.run("start", "--data", directory.toString(), "--port", "0");
    String url = child.awaitRunning();
    List<Integer> accepted = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> recording =
        CompletableFuture.runAsync(
            () -> {
              ProceedingsApi api = new ProceedingsApi(url);
              for (int number = 0; number < 10_000; number++) {
                try {
                  ProceedingsApi.Answer answer = api.record(yaml(number), false);
                  assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
                  accepted.add(number);
                } catch (IOException e) {
                  return;
                }
              }
            });
    while (accepted.size() < 15) {
      assertThat(recording).as("recording").isNotCompletedExceptionally();
      Thread.sleep(5);
    }
    child.kill();
    recording.join();

    try (Installation again = Installation.start(EmbeddedDatabase.open(directory), 0)) {
      ProceedingsApi api = new ProceedingsApi(again.url());
      for (int number : accepted) {
        ProceedingsApi.Answer answer = api.record(yaml(number), false);
        assertThat(answer.body().path("outcome").asString("")).isEqualTo("already-recorded");
      }
      // one transaction for each file that left a trace, and the record of the file is in it
      assertThat(
              EmbeddedDatabaseIT.ask(
                  again.database().owner(),
                  "SELECT count(DISTINCT transaction_id) - count(*) FILTER (WHERE payload_type ="
                      + " 'proceedings.ProceedingsRecorded') FROM"
                      + " event_store.domain_event_entry"))
          .isEqualTo("0");
      // the next one, which may have been on its way, is taken as new or as recorded
      assertThat(api.record(yaml(accepted.size()), false).status()).isIn(200, 201);
    }
  }

  @Test
  void a_file_goes_in_and_out_again_from_the_command_line() throws Exception {
    Path file = folder.resolve("bien-ban.yaml");
    Files.write(file, yaml(20_000));
    String url = Here.running().url();
    assertThat(run("record", "--dry-run", file.toString(), "--url", url)).contains("chưa ghi");
    assertThat(run("record", file.toString(), "--url", url)).contains("bien-ban.yaml: đã ghi;");
    assertThat(run("record", file.toString(), "--url", url)).contains("đã ghi từ trước");
    assertThat(run("withdraw", "kg.hoi-nghi-20000", "--reason", "Thử", "--url", url))
        .contains("đã rút");
    Files.writeString(file, "proceedings: [\n");
    StringWriter out = new StringWriter();
    assertThat(
            Giaouoc.execute(
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                "record",
                file.toString(),
                "--url",
                url))
        .isEqualTo(1);
    assertThat(out.toString()).contains("bien-ban.yaml:");
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    int exitCode =
        Giaouoc.execute(new PrintWriter(out, true), new PrintWriter(out, true), arguments);
    assertThat(exitCode).as(out.toString()).isZero();
    return out.toString();
  }

  private static byte[] yaml(int number) {
    return """
        proceedings: kg.hoi-nghi-%1$d
        source: {title: Một bài báo, published: 2019-08-05}
        units:
          kg: {name: Ủy ban nhân dân tỉnh, kind: peoples-committee}
          kg.y-te: {name: Sở Y tế, kind: department, authority: kg}
        bloc:
          id: kg.khoi-4
          name: Khối thi đua 4
          kind: khối
          authority: kg
        cycles:
        - id: kg.khoi-4.2019
          year: 2019
        conference:
          id: kg.hoi-nghi-%1$d
          kind: mid-year
          title: Hội nghị
          on: 2019-08-02T14:00
          place: Hội trường
        """
        .formatted(number)
        .getBytes(StandardCharsets.UTF_8);
  }
}
