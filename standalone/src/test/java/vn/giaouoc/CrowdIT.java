package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/** More commands come at once than a process has room for, and none of them gets on. */
class CrowdIT {

  private static final int ROOM = 512;
  private static final int TOO_MANY = 40;

  @Test
  void whoever_comes_beyond_the_room_is_told_at_once_and_all_others_are_served() throws Exception {
    try (Database database = EmbeddedDatabase.open(Here.directory())) {
      DatabaseSetup.prepare(
          database.owner(),
          Map.of(DatabaseSetup.COMMAND_ROLE, "of-command", DatabaseSetup.QUERY_ROLE, "of-query"));
      try (ConfigurableApplicationContext side = start(database.url());
          Connection owner = database.owner().getConnection();
          Statement log = owner.createStatement()) {
        String url = "http://127.0.0.1:" + side.getEnvironment().getProperty("local.server.port");
        assertThat(register(url, 0).statusCode()).isEqualTo(201);

        BlockingQueue<HttpResponse<String>> answers = new LinkedBlockingQueue<>();
        owner.setAutoCommit(false);
        log.execute("LOCK TABLE event_store.domain_event_entry IN ACCESS EXCLUSIVE MODE");
        for (int i = 1; i <= ROOM + TOO_MANY; i++) {
          int number = i;
          Thread.startVirtualThread(() -> answers.add(register(url, number)));
        }

        for (int i = 0; i < TOO_MANY; i++) {
          HttpResponse<String> refused = next(answers);
          assertThat(refused.statusCode()).isEqualTo(503);
          assertThat(refused.body()).contains("/problems/busy").contains("quá đông");
          assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        }
        assertThat(get(url + "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(answers).isEmpty();

        owner.rollback();
        List<Integer> served = new ArrayList<>();
        for (int i = 0; i < ROOM; i++) {
          served.add(next(answers).statusCode());
        }
        assertThat(served).containsOnly(201);
        assertThat(register(url, ROOM + TOO_MANY + 1).statusCode()).isEqualTo(201);
      }
    }
  }

  private static ConfigurableApplicationContext start(String url) {
    return new SpringApplicationBuilder(Side.COMMAND.program())
        .properties("spring.config.name=command-side")
        .run(
            "--server.port=0",
            "--giaouoc.command.database.url=" + url,
            "--giaouoc.command.database.password=of-command");
  }

  private static HttpResponse<String> next(BlockingQueue<HttpResponse<String>> answers)
      throws InterruptedException {
    HttpResponse<String> answer = answers.poll(60, TimeUnit.SECONDS);
    assertThat(answer).as("an answer").isNotNull();
    return answer;
  }

  private static HttpResponse<String> register(String url, int number) {
    return send(
        HttpRequest.newBuilder(URI.create(url + "/api/units"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"id\":\"kien-giang.so-%d\",\"name\":\"Sở thứ %d\",\"kind\":\"department\"}"
                        .formatted(number, number))));
  }

  private static HttpResponse<String> get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    return Api.send(request.timeout(Duration.ofMinutes(1)).build());
  }
}
