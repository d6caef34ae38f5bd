package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The program in a process of its own: starting, ending, being killed. */
class LifeCycleIT {

  private final Path directory = Here.directory();

  @Test
  void it_starts_answers_refuses_a_second_one_and_ends_cleanly() throws Exception {
    Child child = Child.run("start", "--data", directory.toString(), "--port", "0");
    String url = child.awaitRunning();
    assertThat(get(url + "/actuator/health")).contains("UP");
    assertThat(child.out())
        .contains("Chỉ máy này truy cập được", "một quản trị viên duy nhất", directory.toString());

    Child second = Child.run("start", "--data", directory.toString(), "--port", "0");
    assertThat(second.exitCode()).isEqualTo(StartRefused.IN_USE);
    assertThat(second.err()).contains("đang chạy với thư mục dữ liệu này", "already running");
    assertThat(get(url + "/actuator/health")).contains("UP");

    String port = url.substring(url.lastIndexOf(':') + 1);
    Child third = Child.run("start", "--data", Here.directory().toString(), "--port", port);
    assertThat(third.exitCode()).isEqualTo(StartRefused.IN_USE);
    assertThat(third.err()).contains("Cổng " + port);

    long server = Servers.of(directory);
    child.end();
    assertThat(Servers.isServer(server)).isFalse();
    assertThat(child.err()).doesNotContain("WARN ", "ERROR ");
  }

  @Test
  void what_was_committed_before_a_kill_is_there_after_it() throws Exception {
    Child child = Child.run("start", "--data", directory.toString(), "--port", "0");
    child.awaitRunning();
    AtomicInteger committed = new AtomicInteger();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> append(owner(directory), committed));
    while (committed.get() < 200) {
      Thread.sleep(5);
    }
    long orphan = Servers.of(directory);
    child.kill();
    assertThat(Servers.isServer(orphan)).as("a server outlives its killed program").isTrue();

    try (Installation again = Installation.start(EmbeddedDatabase.open(directory), 0)) {
      writer.handle((nothing, failure) -> nothing).join();
      assertThat(Servers.isServer(orphan)).isFalse();
      assertThat(get(again.url() + "/actuator/health")).contains("UP");
      int found =
          Integer.parseInt(
              EmbeddedDatabaseIT.ask(
                  again.database().owner(),
                  "SELECT count(*) FROM event_store.domain_event_entry"
                      + " WHERE aggregate_identifier = 'test:kill'"));
      // the last one may have been committed without the writer hearing of it
      assertThat(found).isBetween(committed.get(), committed.get() + 1);
    }
  }

  @Test
  void a_kill_of_program_and_server_at_once_is_recovered_from() throws Exception {
    Child child = Child.run("start", "--data", directory.toString(), "--port", "0");
    child.awaitRunning();
    AtomicInteger committed = new AtomicInteger();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> append(owner(directory), committed));
    while (committed.get() < 200) {
      Thread.sleep(5);
    }
    ProcessHandle server = ProcessHandle.of(Servers.of(directory)).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(server.descendants().toList());
    all.add(server);
    child.kill();
    all.forEach(ProcessHandle::destroyForcibly);
    writer.handle((nothing, failure) -> nothing).join();
    Assumptions.assumeTrue(
        gone(server), "the first process of this machine counts no ended processes");

    Child again = Child.run("start", "--data", directory.toString(), "--port", "0");
    assertThat(get(again.awaitRunning() + "/actuator/health")).contains("UP");
    int found =
        Integer.parseInt(
            EmbeddedDatabaseIT.ask(
                owner(directory),
                "SELECT count(*) FROM event_store.domain_event_entry"
                    + " WHERE aggregate_identifier = 'test:kill'"));
    assertThat(found).isBetween(committed.get(), committed.get() + 1);
    again.end();
  }

  @Test
  void it_runs_as_an_ordinary_user() throws Exception {
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "these tests are not run by root: all of them show it");
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/sbin/runuser")),
        "there is no runuser: cannot become an ordinary user");
    Path open = Files.createTempDirectory("giaouoc-open");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    // what belongs to root may not be readable for others
    String classPath = copyClassPath(open.resolve("class-path"));
    Path data = open.resolve("data");
    List<String> asNobody = List.of("/usr/sbin/runuser", "-u", "nobody", "--");
    Child child = Child.run(asNobody, classPath, "start", "--data", data.toString(), "--port", "0");
    try {
      String url = child.awaitRunning();
      assertThat(get(url + "/actuator/health")).contains("UP");
      long server = Servers.of(data);
      assertThat(ProcessHandle.of(server).orElseThrow().info().user()).contains("nobody");
      // runuser hands the signal on
      child.end();
      for (int i = 0; i < 200 && Servers.isServer(server); i++) {
        Thread.sleep(50);
      }
      assertThat(Servers.isServer(server)).isFalse();
    } finally {
      child.kill();
      new ProcessBuilder("rm", "-rf", open.toString()).start().waitFor();
    }
  }

  private static boolean gone(ProcessHandle process) throws InterruptedException {
    for (int i = 0; i < 40 && process.isAlive(); i++) {
      Thread.sleep(50);
    }
    return !process.isAlive();
  }

  private static String copyClassPath(Path target) throws IOException {
    Files.createDirectories(target);
    List<String> copies = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path source = Path.of(entry);
      if (!Files.exists(source)) {
        continue;
      }
      Path copy = target.resolve(copies.size() + "-" + source.getFileName());
      try (Stream<Path> files = Files.walk(source)) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(source.relativize(file).toString()).normalize());
        }
      }
      copies.add(copy.toString());
    }
    new ProcessBuilder("chmod", "-R", "a+rX", target.toString()).inheritIO().start();
    return String.join(File.pathSeparator, copies);
  }

  private static DataSource owner(Path directory) {
    try {
      PGSimpleDataSource dataSource = new PGSimpleDataSource();
      dataSource.setUrl(
          "jdbc:postgresql://127.0.0.1:"
              + Files.readString(directory.resolve("port"))
              + "/giaouoc");
      dataSource.setUser("postgres");
      dataSource.setPassword(Files.readString(directory.resolve("owner-password")));
      return dataSource;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Appends one event after another, each in a transaction of its own, until the server is gone.
   */
  private static void append(DataSource dataSource, AtomicInteger committed) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO event_store.domain_event_entry (event_identifier,"
                    + " aggregate_identifier, sequence_number, type, payload_type,"
                    + " payload_revision, payload, meta_data, time_stamp) VALUES (?, 'test:kill',"
                    + " ?, 'test', 'test.Written', '1', '{}', '{}', '2020-01-01T00:00:00Z')")) {
      while (true) {
        insert.setString(1, "kill-" + committed.get());
        insert.setLong(2, committed.get());
        insert.executeUpdate();
        committed.incrementAndGet();
      }
    } catch (SQLException e) {
      // that is the end of it
    }
  }

  static String get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
