package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class EmbeddedDatabaseIT {

  private final Path directory = Here.directory();

  @Test
  void it_runs_with_all_guarantees_and_keeps_strangers_out() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory)) {
      assertThat(ask(database.owner(), "SHOW fsync")).isEqualTo("on");
      assertThat(ask(database.owner(), "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(database.owner(), "SHOW full_page_writes")).isEqualTo("on");
      assertThat(ask(database.owner(), "SHOW data_checksums")).isEqualTo("on");
      assertThat(ask(database.owner(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(database.owner(), "SHOW unix_socket_directories")).isEmpty();
      assertThat(
              ask(
                  database.owner(),
                  "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
      assertThat(ask(database.owner(), "SELECT lower('ĐƯỜNG')")).isEqualTo("đường");
      assertThatThrownBy(() -> ask(owner(database, "postgres"), "SELECT 1"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThatThrownBy(() -> ask(owner(database, ""), "SELECT 1"))
          .isInstanceOf(SQLException.class);
      assertThat(permissions(directory)).isEqualTo("rwx------");
      assertThat(permissions(directory.resolve("owner-password"))).isEqualTo("rw-------");
    }
  }

  @Test
  void it_keeps_its_data_and_its_port_between_two_starts_and_leaves_nothing_running()
      throws Exception {
    String url;
    long first;
    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory)) {
      url = database.url();
      first = Servers.of(directory);
      execute(database.owner(), "CREATE TABLE kept AS SELECT 42 AS answer");
    }
    assertThat(Servers.isServer(first)).isFalse();
    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory)) {
      assertThat(database.url()).isEqualTo(url);
      assertThat(ask(database.owner(), "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void a_second_program_on_the_same_directory_is_refused() {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory)) {
      assertThatThrownBy(() -> EmbeddedDatabase.open(directory))
          .isInstanceOfSatisfying(
              StartRefused.class,
              refused -> {
                assertThat(refused.exitCode()).isEqualTo(StartRefused.IN_USE);
                assertThat(refused).hasMessageContaining(directory.toString());
              });
      assertThat(database.url()).startsWith("jdbc:postgresql://127.0.0.1:");
    }
  }

  @Test
  void what_a_killed_first_start_left_is_set_aside() throws Exception {
    Files.createDirectories(directory.resolve("postgresql"));
    Files.writeString(directory.resolve("postgresql/postgresql.conf"), "");
    Files.createDirectories(directory.resolve("bin/PG-half"));
    Files.writeString(directory.resolve("bin/PG-half/postgres"), "half");
    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory)) {
      assertThat(ask(database.owner(), "SELECT 1")).isEqualTo("1");
    }
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("postgresql.unfinished-"));
    }
    assertThat(directory.resolve("bin/PG-half")).doesNotExist();
  }

  @Test
  void a_process_number_that_belongs_to_a_stranger_by_now_does_not_matter() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory)) {
      assertThat(ask(database.owner(), "SELECT 1")).isEqualTo("1");
    }
    Files.writeString(
        directory.resolve("postgresql/postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + directory.resolve("postgresql") + "\n0\n1\n\n\n");
    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory)) {
      assertThat(ask(database.owner(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void another_program_on_its_port_only_means_another_port() throws Exception {
    String url;
    try (EmbeddedDatabase database = EmbeddedDatabase.open(directory)) {
      url = database.url();
    }
    int port = Integer.parseInt(Files.readString(directory.resolve("port")));
    try (var taken =
        new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress())) {
      try (EmbeddedDatabase database = EmbeddedDatabase.open(directory)) {
        assertThat(taken.isBound()).isTrue();
        assertThat(database.url()).isNotEqualTo(url);
        assertThat(ask(database.owner(), "SELECT 1")).isEqualTo("1");
      }
    }
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static DataSource owner(Database database, String password) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser("postgres");
    dataSource.setPassword(password);
    return dataSource;
  }

  static String ask(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }

  static void execute(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
