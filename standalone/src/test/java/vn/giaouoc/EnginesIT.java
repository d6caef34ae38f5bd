package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.command.CommandSide;
import vn.giaouoc.query.QuerySide;
import vn.giaouoc.shared.TestAxonServer;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.eventstore.DatabaseSetup;

/**
 * Two nodes that take commands and two that answer, on each engine: what is asked of one is done as
 * if there were no others.
 */
class EnginesIT {

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class OnPostgres extends Contract {

    @Override
    List<String> engine() {
      return List.of("--giaouoc.engine=postgres");
    }

    @Test
    void a_request_cannot_be_guessed_from_the_log() {
      String unit = newUnit();
      List<String> keys = Stream.generate(() -> UUID.randomUUID().toString()).limit(3).toList();
      post(commands.get(0), "/api/units", unit(unit), "Idempotency-Key", keys.get(0));
      // the same asked again under a key of its own
      for (int i = 1; i < 3; i++) {
        rename(commands.get(0), unit, "Lý do ngắn", 2 * i - 2, "Idempotency-Key", keys.get(i));
        rename(commands.get(0), unit, "Sở Y tế", 2 * i - 1);
      }

      List<String> requests =
          owner
              .sql(
                  "SELECT meta_data::json ->> 'request' FROM event_store.domain_event_entry WHERE"
                      + " aggregate_identifier = ? AND meta_data::json ->> 'request' IS NOT NULL")
              .param("unit:" + unit)
              .query(String.class)
              .list();

      assertThat(requests).hasSize(3).doesNotHaveDuplicates();
      assertThat(requests.stream().map(request -> request.split(" ")[1]).distinct()).hasSize(3);
      assertThat(requests)
          .noneMatch(request -> keys.stream().anyMatch(key -> request.contains(key)));
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class OnAxonServer extends Contract {

    private TestAxonServer server;

    @Override
    List<String> engine() {
      server = TestAxonServer.emptyOrSkip();
      return List.of(
          "--giaouoc.engine=axon-server",
          "--giaouoc.axon-server.servers=" + server.engine().servers());
    }

    @AfterAll
    void stopServer() {
      if (server != null) {
        server.close();
      }
    }

    @Test
    void the_commands_of_a_stream_go_to_one_node_whoever_was_asked() {
      Map<String, String> handledBy = new HashMap<>();
      for (int i = 0; i < 12; i++) {
        String unit = newUnit();
        handled.clear();
        assertThat(register(commands.get(i % 2), unit).statusCode()).isEqualTo(201);
        for (int j = 0; j < 4; j++) {
          assertThat(alias(commands.get(j % 2), unit, "Tên " + j).statusCode()).isEqualTo(204);
        }
        List<String> nodes = handled.stream().distinct().toList();
        assertThat(handled).hasSize(5);
        assertThat(nodes).hasSize(1);
        handledBy.put(unit, nodes.getFirst());
      }
      assertThat(handledBy.values()).as("each node has its share").contains("0", "1");
    }

    @Test
    void what_was_acknowledged_outlives_a_power_failure_of_the_server() {
      String unit = newUnit();
      assertThat(register(commands.get(0), unit).statusCode()).isEqualTo(201);
      assertThat(health("")).containsOnly(200);
      server.kill();
      eventually(() -> health("").stream().allMatch(status -> status == 503));
      assertThat(health("/readiness")).as("reads go on").containsExactly(503, 503, 200, 200);
      assertThat(health("/liveness")).containsOnly(200);
      assertThat(read(unit, 0).toString()).contains("Sở Y tế");
      HttpResponse<String> meanwhile = alias(commands.get(0), unit, "SYT");
      assertThat(meanwhile.statusCode()).as(meanwhile.body()).isEqualTo(503);
      assertThat(meanwhile.headers().firstValue("Retry-After")).isPresent();
      server.start();
      eventually(() -> alias(commands.get(1), unit, "SYT KG").statusCode() == 204);
      eventually(() -> alias(commands.get(0), unit, "Sở").statusCode() == 204);
      eventually(() -> health("").stream().allMatch(status -> status == 200));
      assertThat(health("/readiness")).containsOnly(200);
      JsonNode read = read(unit, 2);
      assertThat(read.toString()).contains("SYT KG").contains("Sở");
      complete();
    }
  }

  private static String etag(String unit, long version) {
    return "\"unit:" + unit + "@" + version + "\"";
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElse("none");
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Contract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestDatabase database = TestDatabase.create();
    final JdbcClient owner = JdbcClient.create(database.owner());
    private List<String> engine = List.of();
    private int names;

    final List<ConfigurableApplicationContext> commands = new ArrayList<>();
    final List<ConfigurableApplicationContext> queries = new ArrayList<>();

    /** By which node a command was handled, in order. */
    final Queue<String> handled = new ConcurrentLinkedQueue<>();

    abstract List<String> engine();

    @BeforeAll
    void start() {
      engine = engine();
      for (int i = 0; i < 2; i++) {
        commands.add(commandSide(Integer.toString(i)));
        queries.add(querySide());
      }
    }

    @AfterAll
    void stop() {
      commands.forEach(ConfigurableApplicationContext::close);
      queries.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void every_node_answers_alike_whichever_handled_it() {
      for (int i = 0; i < 8; i++) {
        String unit = newUnit();
        assertThat(register(commands.get(i % 2), unit).statusCode()).isEqualTo(201);
        List<HttpResponse<String>> refused =
            commands.stream().map(node -> register(node, unit)).toList();
        assertThat(refused).extracting(HttpResponse::statusCode).containsOnly(409);
        assertThat(refused).extracting(HttpResponse::body).containsOnly(refused.get(0).body());
        assertThat(JSON.readTree(refused.get(0).body()).at("/type").asString())
            .isEqualTo("/problems/unit-already-registered");
        assertThat(JSON.readTree(refused.get(0).body()).at("/detail").asString())
            .isEqualTo("unit:" + unit);

        List<HttpResponse<String>> stale =
            commands.stream().map(node -> rename(node, unit, "Tên khác", 7)).toList();
        assertThat(stale).extracting(HttpResponse::statusCode).containsOnly(412);
        assertThat(stale).extracting(HttpResponse::body).containsOnly(stale.get(0).body());

        List<HttpResponse<String>> missing =
            commands.stream().map(node -> rename(node, "khong-co", "Tên", 0)).toList();
        assertThat(missing).extracting(HttpResponse::statusCode).containsOnly(404);
        assertThat(missing).extracting(HttpResponse::body).containsOnly(missing.get(0).body());
      }
    }

    @Test
    void of_those_who_create_the_same_at_once_one_does() throws Exception {
      for (int round = 0; round < 5; round++) {
        String unit = newUnit();
        List<Integer> statuses = atOnce(8, i -> register(commands.get(i % 2), unit).statusCode());
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses).allMatch(status -> status == 201 || status == 409);
      }
    }

    @Test
    void of_those_who_saw_the_same_version_one_changes_it() throws Exception {
      String unit = newUnit();
      register(commands.get(0), unit);
      for (int round = 0; round < 5; round++) {
        int version = round;
        List<Integer> statuses =
            atOnce(
                8,
                i ->
                    rename(commands.get(i % 2), unit, "Tên " + version + " " + i, version)
                        .statusCode());
        assertThat(statuses).containsOnlyOnce(204);
        assertThat(statuses).allMatch(status -> status == 204 || status == 409 || status == 412);
      }
      assertThat(read(unit, 5).at("/versions").toString()).contains("5");
    }

    @Test
    void a_request_is_judged_once_by_whichever_node_and_after_a_restart() {
      String unit = newUnit();
      String key = UUID.randomUUID().toString();
      String another = UUID.randomUUID().toString();
      for (ConfigurableApplicationContext node : commands) {
        assertThat(post(node, "/api/units", unit(unit), "Idempotency-Key", key))
            .returns(201, HttpResponse::statusCode)
            .returns(etag(unit, 0), EnginesIT::etag);
        // what was seen the first time is not seen as stale the second time
        assertThat(rename(node, unit, "Sở Y tế KG", 0, "Idempotency-Key", another))
            .returns(204, HttpResponse::statusCode)
            .returns(etag(unit, 1), EnginesIT::etag);
      }

      commands.removeFirst().close();
      commands.addFirst(commandSide("0"));

      for (ConfigurableApplicationContext node : commands) {
        eventually(
            () -> {
              HttpResponse<String> again =
                  post(node, "/api/units", unit(unit), "Idempotency-Key", key);
              return again.statusCode() == 201 && etag(again).equals(etag(unit, 0));
            });
        assertThat(rename(node, unit, "Sở Y tế KG", 0, "Idempotency-Key", another))
            .returns(204, HttpResponse::statusCode)
            .returns(etag(unit, 1), EnginesIT::etag);
        HttpResponse<String> other = rename(node, unit, "Sở khác", 1, "Idempotency-Key", another);
        assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
        assertThat(other.body()).contains("/problems/key-used-for-another-request");
        assertThat(rename(node, unit, "Sở khác", 0).statusCode()).isEqualTo(412);
      }
      assertThat(read(unit, 1).at("/versions/unit:" + unit).asLong()).isOne();
    }

    @Test
    void what_one_writes_both_read_at_once() {
      for (int i = 0; i < 10; i++) {
        String unit = newUnit();
        register(commands.get(i % 2), unit);
        assertThat(read(unit, 0).toString()).contains("Sở");
      }
    }

    @Test
    void history_is_recorded_and_what_others_rest_on_is_not_withdrawn() {
      String province = "tinh-" + (++names);
      HttpResponse<String> recorded =
          post(
              commands.get(0),
              "/api/proceedings",
              """
              proceedings: %1$s.khoi-4.2019.mid-year
              source: {title: Một bài báo, published: 2019-08-05}
              units:
                %1$s: {name: Ủy ban nhân dân tỉnh, kind: peoples-committee}
                %1$s.y-te: {name: Sở Y tế, kind: department, authority: %1$s}
                %1$s.du-lich: {name: Sở Du lịch, kind: department, authority: %1$s}
              bloc:
                id: %1$s.khoi-4
                name: Khối thi đua 4
                kind: khối
                authority: %1$s
                members:
                  stated: 2
                  named: [%1$s.y-te, %1$s.du-lich]
              cycles:
              - id: %1$s.khoi-4.2019
                year: 2019
              conference:
                id: %1$s.khoi-4.2019.mid-year
                kind: mid-year
                title: Hội nghị
                on: 2019-08-02T14:00
                place: Hội trường
                entries:
                - {kind: comment, text: Một ý kiến %1$s}
                attendance:
                  present: [{role: guest, capacity: đại diện}]
                presiding:
                - {person: Nguyễn Văn Thử}
              """
                  .formatted(province),
              "Content-Type",
              "application/yaml");
      assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
      assertThat(
              owner
                  .sql("SELECT count(*) FROM command_side.words WHERE text = ?")
                  .param("Một ý kiến " + province)
                  .query(Long.class)
                  .single())
          .isOne();

      assertThat(
              post(
                      commands.get(1),
                      "/api/blocs",
                      "{\"id\": \"%1$s.khoi-9\", \"name\": \"Khối 9\", \"authority\": \"%1$s.y-te\"}"
                          .formatted(province))
                  .statusCode())
          .isEqualTo(201);
      String withdrawal = "/api/proceedings/" + province + ".khoi-4.2019.mid-year/withdrawal";
      for (ConfigurableApplicationContext node : commands) {
        HttpResponse<String> refused = post(node, withdrawal, "{\"reason\": \"Nhập nhầm\"}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(JSON.readTree(refused.body()).at("/detail").asString())
            .isEqualTo("unit:" + province + ".y-te");
      }
    }

    @Test
    void how_far_a_policy_has_come_is_kept_in_the_database() {
      Configuration axon = commands.get(0).getBean(Configuration.class);
      TokenStore tokens = axon.getComponent(TokenStore.class);
      TransactionManager transactions = axon.getComponent(TransactionManager.class);
      transactions.executeInTransaction(
          () -> {
            tokens.initializeTokenSegments("policy", 1);
            tokens.storeToken(new GlobalSequenceTrackingToken(7), "policy", 0);
          });
      assertThat(transactions.fetchInTransaction(() -> tokens.fetchToken("policy", 0)))
          .isEqualTo(new GlobalSequenceTrackingToken(7));
    }

    @Test
    void nodes_come_and_go_and_nothing_is_lost_or_twice() throws Exception {
      List<String> units = IntStream.range(0, 20).mapToObj(i -> newUnit()).toList();
      units.subList(0, 10).forEach(unit -> register(commands.get(0), unit));

      commands.removeFirst().close();
      queries.removeFirst().close();
      eventually(() -> register(commands.get(0), units.get(10)).statusCode() == 201);
      units.subList(11, 20).forEach(unit -> register(commands.get(0), unit));
      for (String unit : units) {
        read(unit, 0);
      }
      commands.addFirst(commandSide("0"));
      queries.addFirst(querySide());
      for (String unit : units) {
        eventually(() -> alias(commands.get(0), unit, "Tên khác").statusCode() == 204);
        read(unit, 1);
      }
      complete();
    }

    /** The journal is dense and keeps the order of every stream. */
    final void complete() {
      assertThat(
              owner
                  .sql(
                      "SELECT count(*) = max(position) AND min(position) = 1 AND count(DISTINCT"
                          + " event_id) = count(*) FROM read_model.journal")
                  .query(Boolean.class)
                  .single())
          .isTrue();
      assertThat(
              owner
                  .sql(
                      "SELECT count(*) FROM (SELECT version, row_number() OVER (PARTITION BY stream"
                          + " ORDER BY position) - 1 AS expected FROM read_model.journal) v WHERE"
                          + " version <> expected")
                  .query(Long.class)
                  .single())
          .isZero();
      assertThat(
              owner
                  .sql(
                      "SELECT count(*) FROM read_model.journal a JOIN read_model.journal b ON"
                          + " b.position = a.position + 1 AND b.recorded_at < a.recorded_at")
                  .query(Long.class)
                  .single())
          .isZero();
    }

    final String newUnit() {
      return "kg.don-vi-" + (++names);
    }

    /** What each node says of its health, the command sides first. */
    final List<Integer> health(String group) {
      return Stream.concat(commands.stream(), queries.stream())
          .map(node -> URI.create(url(node) + "/actuator/health" + group))
          .map(uri -> send(HttpRequest.newBuilder(uri)).statusCode())
          .toList();
    }

    final HttpResponse<String> register(ConfigurableApplicationContext node, String unit) {
      return post(node, "/api/units", unit(unit));
    }

    static String unit(String unit) {
      return "{\"id\": \"%s\", \"name\": \"Sở Y tế\", \"kind\": \"department\"}".formatted(unit);
    }

    final HttpResponse<String> alias(
        ConfigurableApplicationContext node, String unit, String alias) {
      return post(node, "/api/units/" + unit + "/aliases", "{\"alias\": \"" + alias + "\"}");
    }

    final HttpResponse<String> rename(
        ConfigurableApplicationContext node,
        String unit,
        String name,
        long seen,
        String... headers) {
      return post(
          node,
          "/api/units/" + unit + "/names",
          "{\"name\": \"" + name + "\"}",
          Stream.concat(Stream.of("If-Match", etag(unit, seen)), Stream.of(headers))
              .toArray(String[]::new));
    }

    /** The unit as both nodes tell it, not before a version. */
    final JsonNode read(String unit, long version) {
      String after = URLEncoder.encode("unit:" + unit + "@" + version, StandardCharsets.UTF_8);
      List<String> answers = new ArrayList<>();
      for (ConfigurableApplicationContext node : queries) {
        HttpResponse<String> answer =
            send(
                HttpRequest.newBuilder(
                    URI.create(url(node) + "/api/units/" + unit + "?after=" + after)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        answers.add(answer.body());
      }
      return JSON.readTree(answers.getLast());
    }

    final HttpResponse<String> post(
        ConfigurableApplicationContext node, String path, String body, String... headers) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url(node) + path))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body));
      for (int i = 0; i < headers.length; i += 2) {
        request.setHeader(headers[i], headers[i + 1]);
      }
      return send(request);
    }

    final void eventually(Callable<Boolean> condition) {
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      try {
        while (!condition.call()) {
          assertThat(System.nanoTime()).as("in time").isLessThan(end);
          LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private interface Doing {
      int at(int i);
    }

    private static List<Integer> atOnce(int many, Doing doing) throws Exception {
      List<Integer> results = new ArrayList<>();
      try (ExecutorService together = Executors.newFixedThreadPool(many)) {
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
          int n = i;
          all.add(() -> doing.at(n));
        }
        for (Future<Integer> each : together.invokeAll(all)) {
          results.add(each.get());
        }
      }
      return results;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        return HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private static String url(ConfigurableApplicationContext node) {
      return "http://127.0.0.1:" + node.getEnvironment().getProperty("local.server.port");
    }

    private ConfigurableApplicationContext commandSide(String name) {
      ConfigurableApplicationContext node =
          run(CommandSide.class, "command", DatabaseSetup.COMMAND_ROLE, "command-side");
      node.getBean(Configuration.class)
          .commandBus()
          .registerHandlerInterceptor(
              (unitOfWork, chain) -> {
                handled.add(name);
                return chain.proceed();
              });
      return node;
    }

    private ConfigurableApplicationContext querySide() {
      return run(QuerySide.class, "query", DatabaseSetup.QUERY_ROLE, "query-side");
    }

    private ConfigurableApplicationContext run(
        Class<?> side, String prefix, String role, String settings) {
      List<String> arguments = new ArrayList<>(engine);
      arguments.addAll(
          List.of(
              "--spring.config.name=" + settings,
              "--server.port=0",
              "--server.address=127.0.0.1",
              "--server.shutdown=immediate",
              "--giaouoc." + prefix + ".database.url=" + database.url(),
              "--giaouoc." + prefix + ".database.user=" + role,
              "--giaouoc." + prefix + ".database.password=test"));
      return new SpringApplicationBuilder(side)
          .web(WebApplicationType.SERVLET)
          .run(arguments.toArray(String[]::new));
    }
  }
}
