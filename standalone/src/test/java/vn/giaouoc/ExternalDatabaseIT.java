package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that somebody else runs. */
class ExternalDatabaseIT {

  private final Path directory = Here.directory();

  @Test
  void it_is_prepared_and_worked_on_by_one_program_at_a_time() throws Exception {
    try (EmbeddedDatabase server = EmbeddedDatabase.open(directory)) {
      String password = Files.readString(directory.resolve("owner-password"));
      // an owner that is no superuser is enough
      EmbeddedDatabaseIT.execute(
          server.owner(), "CREATE ROLE office LOGIN CREATEROLE PASSWORD 'office'");
      EmbeddedDatabaseIT.execute(server.owner(), "CREATE DATABASE office OWNER office");
      String url = server.url().replace("/giaouoc", "/office");
      ExternalDatabase database = ExternalDatabase.open(url, "office", "office");
      try (Installation installation = Installation.start(database, 0)) {
        assertThat(LifeCycleIT.get(installation.url() + "/actuator/health")).contains("UP");
        // what is recorded can be read: the journal is written here too
        new Api(installation.url()).record("002");
        assertThatThrownBy(() -> ExternalDatabase.open(url, "office", "office"))
            .isInstanceOfSatisfying(
                StartRefused.class,
                refused -> assertThat(refused.exitCode()).isEqualTo(StartRefused.IN_USE));
      }
      ExternalDatabase.open(url, "office", "office").close();
      assertThatThrownBy(() -> ExternalDatabase.open(url, "office", password))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("Không kết nối được");
    }
  }

  @Test
  void what_is_missing_or_wrong_is_said() {
    StringWriter err = new StringWriter();
    int exitCode =
        Giaouoc.execute(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "start",
            "--port",
            "0",
            "--database-url",
            "jdbc:postgresql://127.0.0.1:1/x");
    assertThat(exitCode).isEqualTo(StartRefused.FAILED);
    assertThat(err.toString()).contains("cần đủ ba mục", "needs three settings");
    assertThatThrownBy(() -> ExternalDatabase.open("postgres://x", "x", "x"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("jdbc:postgresql://");
  }
}
