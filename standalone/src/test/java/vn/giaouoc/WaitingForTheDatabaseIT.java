package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/** A side that is started before its database, and one whose database goes away. */
class WaitingForTheDatabaseIT {

  private final Path directory = Here.directory();

  @TempDir private Path secrets;

  @Test
  void a_side_waits_for_its_database_takes_its_password_from_a_file_and_is_not_ready_without_it()
      throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.open(directory);
    String url = database.url();
    Files.writeString(secrets.resolve("giaouoc.query.database.password"), "of-the-file");
    // there, but not prepared: nobody can log in yet
    CompletableFuture<ConfigurableApplicationContext> starting =
        CompletableFuture.supplyAsync(() -> start(url));
    DatabaseSetup.prepare(
        database.owner(),
        Map.of(DatabaseSetup.COMMAND_ROLE, "another", DatabaseSetup.QUERY_ROLE, "of-the-file"));
    try (ConfigurableApplicationContext side = starting.join()) {
      String health = "http://127.0.0.1:" + side.getEnvironment().getProperty("local.server.port");
      assertThat(get(health + "/actuator/health/readiness")).isEqualTo(200);

      database.close();
      assertThat(get(health + "/actuator/health/readiness")).isEqualTo(503);
      assertThat(get(health + "/actuator/health/liveness")).isEqualTo(200);
      assertThat(get(health + "/api/blocs")).isEqualTo(503);

      database = EmbeddedDatabase.open(directory);
      assertThat(get(health + "/actuator/health/readiness")).isEqualTo(200);
      assertThat(get(health + "/api/blocs")).isEqualTo(200);
    } finally {
      database.close();
    }
  }

  private ConfigurableApplicationContext start(String url) {
    return new SpringApplicationBuilder(Side.QUERY.program())
        .properties("spring.config.name=query-side")
        .run(
            "--server.port=0",
            "--giaouoc.secrets=" + secrets,
            "--giaouoc.query.database.url=" + url);
  }

  private static int get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofMinutes(1)).build(),
              BodyHandlers.ofString());
      return response.statusCode();
    }
  }
}
