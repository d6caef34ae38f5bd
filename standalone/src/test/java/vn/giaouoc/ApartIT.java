package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two processes that take commands and two that answer, on the PostgreSQL log, behind one address.
 */
class ApartIT {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String AUTHORITY = "ha-giang";

  private static final String WAITING =
      "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation ="
          + " 'event_store.domain_event_entry'::regclass";

  private static Topology topology;

  @BeforeAll
  static void start() throws Exception {
    topology = Apart.start();
    assertThat(
            post(
                topology.url(),
                "/api/units",
                "{\"id\": \"ha-giang\", \"name\": \"Ủy ban nhân dân tỉnh Hà Giang\", \"kind\":"
                    + " \"peoples-committee\"}"))
        .isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    topology.close();
  }

  @Test
  void the_recorded_proceedings_read_the_same_as_in_one_process() {
    Api apart = new Api(topology.url());
    SeedsIT.IN_ORDER.forEach(apart::record);
    try (Api together = new Api()) {
      together.record("002");
      SeedsIT.IN_ORDER.stream().skip(1).forEach(together::record);
      // what another test has recorded here is no part of the comparison
      var expected = SeedsIT.answers(together);
      expected
          .keySet()
          .removeIf(path -> path.startsWith("/api/units?") || path.equals("/api/units"));
      SeedsIT.same(SeedsIT.answers(apart), expected, "apart");
    }
  }

  @Test
  void every_address_leads_to_the_side_that_it_belongs_to() throws Exception {
    assertThat(get("/v3/api-docs").body()).contains("\"openapi\"", "/api/proceedings");
    assertThat(get("/actuator/health").body()).contains("UP");
    assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(404);
    assertThat(post(topology.url(), "/api/query/projections/unit/rebuild", "")).isEqualTo(202);
    // whoever asks how far it is asks the node that does it
    for (int i = 0; i < 4; i++) {
      assertThat(get("/api/projections").body()).contains("\"rebuild\"");
    }
    assertThat(get("/api/nothing").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    for (String name : topology.names()) {
      for (String probe : List.of("health/liveness", "health/readiness", "prometheus")) {
        assertThat(get(topology.url(name), "/actuator/" + probe).statusCode())
            .as(name + " " + probe)
            .isEqualTo(200);
      }
    }
  }

  @Test
  void of_two_commands_that_meet_on_two_nodes_and_exclude_each_other_one_is_told_so()
      throws Exception {
    String unit = AUTHORITY + ".so-gap-nhau";
    String path = "/api/units/" + unit + "/names";
    assertThat(
            post(
                topology.url(),
                "/api/units",
                "{\"id\": \"%s\", \"name\": \"Sở A\", \"kind\": \"department\", \"authority\": \"%s\"}"
                    .formatted(unit, AUTHORITY)))
        .isEqualTo(201);
    String seen = "\"unit:" + unit + "@0\"";
    String one = "{\"name\": \"Sở Một\"}";
    String two = "{\"name\": \"Sở Hai\"}";
    assertThat(meeting(path, one, two, "If-Match", seen)).containsExactly(204, 409);
    // who was too late has seen what is no longer so
    assertThat(post(topology.url(), path, two, "If-Match", seen)).isEqualTo(412);
    // whichever of the two was first, a third name is right once the present version is seen
    String three = "{\"name\": \"Sở Ba\"}";
    assertThat(post(topology.url(), path, three, "If-Match", seen.replace("@0", "@1")))
        .isEqualTo(204);
  }

  @Test
  void of_two_commands_that_meet_on_two_nodes_and_do_not_exclude_each_other_both_are_accepted()
      throws Exception {
    assertThat(
            meeting(
                "/api/units/" + AUTHORITY + "/aliases",
                "{\"alias\": \"UBND tỉnh\"}",
                "{\"alias\": \"Tỉnh Hà Giang\"}"))
        .containsExactly(204, 204);
    // one of them lost the race, and its node decided again on what the other had changed
    assertThat(
            number(
                "SELECT count(*) FROM event_store.domain_event_entry WHERE payload_type ="
                    + " 'unit.AliasAdded' AND aggregate_identifier = 'unit:ha-giang'"))
        .isEqualTo(2);
  }

  @Test
  void what_was_accepted_survives_any_node_and_the_feed_resumes_through_another() throws Exception {
    long from = position();
    List<String> accepted = new CopyOnWriteArrayList<>();
    List<Long> heard = new CopyOnWriteArrayList<>();
    ConcurrentSkipListSet<String> stop = new ConcurrentSkipListSet<>();
    CompletableFuture<Void> listening = CompletableFuture.runAsync(() -> listen(from, heard, stop));
    CompletableFuture<Void> recording =
        CompletableFuture.runAsync(
            () -> {
              for (int number = 0; !stop.contains("recording"); number++) {
                String unit = AUTHORITY + ".so-" + number;
                int status = untilAnswered(unit);
                assertThat(status).isIn(201, 409);
                accepted.add(unit);
              }
            });

    await(() -> accepted.size() > 10);
    String writer = topology.writer().orElseThrow();
    topology.kill(writer);
    topology.kill("command-side-1");
    await(() -> topology.writer().filter(next -> !next.equals(writer)).isPresent());
    int before = accepted.size();
    await(() -> accepted.size() > before + 10);
    topology.restart("command-side-1", writer);
    stop.add("recording");
    recording.join();

    for (String unit : accepted) {
      assertThat(get("/api/units/" + unit + "?after=unit:" + unit + "@0").statusCode())
          .as(unit)
          .isEqualTo(200);
    }
    long head = position();
    await(() -> heard.contains(head));
    stop.add("listening");
    assertThat(heard)
        .as("each event once, in order")
        .startsWith(LongStream.rangeClosed(from + 1, head).boxed().toArray(Long[]::new));
    assertThat(
            number(
                "SELECT count(*) FROM event_store.domain_event_entry e WHERE NOT EXISTS (SELECT 1"
                    + " FROM read_model.journal j WHERE j.event_id = e.event_identifier)"))
        .isZero();
    listening.cancel(true);
  }

  /** Registers a unit, again if it is not known whether that was done. */
  private static int untilAnswered(String unit) {
    while (true) {
      try {
        int status =
            post(
                topology.url(),
                "/api/units",
                "{\"id\": \"%s\", \"name\": \"Sở %s\", \"kind\": \"department\", \"authority\": \"%s\"}"
                    .formatted(unit, unit, AUTHORITY));
        if (status != 503 && status != 502) {
          return status;
        }
      } catch (IOException e) {
        // sent, and no answer: it may be there or not, and the next answer tells
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Follows the feed through the one address, and comes back whenever it is cut off. */
  private static void listen(long from, List<Long> heard, ConcurrentSkipListSet<String> stop) {
    String last = Long.toString(from);
    while (!stop.contains("listening")) {
      try {
        HttpResponse<java.io.InputStream> feed =
            HTTP.send(
                HttpRequest.newBuilder(URI.create(topology.url() + "/api/journal"))
                    .header("Accept", "text/event-stream")
                    .header("Last-Event-ID", last)
                    .build(),
                BodyHandlers.ofInputStream());
        if (feed.statusCode() != 200) {
          continue;
        }
        try (BufferedReader lines =
            new BufferedReader(new InputStreamReader(feed.body(), StandardCharsets.UTF_8))) {
          String id = last;
          for (String line = lines.readLine();
              line != null && !stop.contains("listening");
              line = lines.readLine()) {
            if (line.startsWith("id:")) {
              id = line.substring(3).strip();
            } else if (line.startsWith("data:")) {
              heard.add(Long.parseLong(id));
            } else if (line.isEmpty()) {
              // only what has come whole is behind us
              last = id;
            }
          }
        }
      } catch (IOException e) {
        // cut off
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static long position() throws Exception {
    await(
        () ->
            number("SELECT position FROM read_model.folded")
                == number("SELECT count(*) FROM event_store.domain_event_entry"));
    return number("SELECT position FROM read_model.folded");
  }

  private static long number(String sql) {
    return Long.parseLong(ask(sql));
  }

  private static String ask(String sql) {
    try (Connection connection = topology.database().owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends one command to each node in such a way that both decide before either appends, and tells
   * the answers in order.
   */
  private static List<Integer> meeting(String path, String first, String second, String... headers)
      throws Exception {
    List<CompletableFuture<Integer>> answers;
    try (Connection connection = topology.database().owner().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // reading goes on, appending waits
      statement.execute("LOCK TABLE event_store.domain_event_entry IN SHARE MODE");
      answers =
          List.of(
              command("command-side-1", path, first, headers),
              command("command-side-2", path, second, headers));
      await(() -> number(WAITING) == 2);
      connection.rollback();
    }
    return answers.stream().map(CompletableFuture::join).sorted().toList();
  }

  private static CompletableFuture<Integer> command(
      String node, String path, String body, String... headers) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return post(topology.url(node), path, body, headers);
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static int post(String url, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(60))
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return get(topology.url(), path);
  }

  private static HttpResponse<String> get(String url, String path)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60)).build(),
        BodyHandlers.ofString());
  }

  /** Waits for something that will come; the bound only keeps a broken build from hanging. */
  private static void await(BooleanSupplier arrived) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!arrived.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      Thread.sleep(20);
    }
  }
}
