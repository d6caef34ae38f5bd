package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.command.Digests;

/**
 * Where the people of a bloc sit: it sends what they do over HTTP, as any other program would, and
 * remembers what was acknowledged. Whatever ends a connection, it sends the same again under the
 * same key until there is an answer.
 */
final class Desk {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Set<Integer> TRY_AGAIN = Set.of(502, 503, 504);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Supplier<String> url;
  private final Function<Who, String> token;
  private final boolean twice;
  private final List<Answered> answered = new ArrayList<>();
  private Consumer<Act> before = act -> {};
  private String last = "";

  /**
   * An account.
   *
   * @param unit the unit that it acts for; null where for none
   * @param role {@code board}, {@code auditor}; null where the record says what it may do
   */
  record Who(UUID account, String unit, String role) {}

  /**
   * Something that is done, or tried.
   *
   * @param stream which its sender must have seen as it is; null where that does not matter
   */
  record Act(Who who, String path, String json, String stream) {}

  /**
   * What came of it.
   *
   * @param key what stands in the log for the key under which it was sent
   * @param tag {@code <stream>@<version>} where it was accepted; null otherwise
   */
  record Answered(Act act, String key, int status, String tag) {}

  /**
   * A desk before a running installation.
   *
   * @param url its address, asked anew for every request
   * @param token the token of an account
   * @param twice whether everything is sent twice
   */
  Desk(Supplier<String> url, Function<Who, String> token, boolean twice) {
    this.url = url;
    this.token = token;
    this.twice = twice;
  }

  /** Does something; it must be accepted. Returns {@code <stream>@<version>}. */
  String act(Who who, String path, String body, Object... values) {
    Act act = new Act(who, path, body.formatted(values), null);
    before.accept(act);
    return accepted(act, attempt(act, null));
  }

  /** Does something for which the stream must be as it was seen: it is looked at first. */
  String actSeen(Who who, String stream, String read, String path, String body, Object... values) {
    Act act = new Act(who, path, body.formatted(values), stream);
    before.accept(act);
    return accepted(act, attempt(act, seen(who, read, stream)));
  }

  /** Has something done before each thing that is done here; not before what must be refused. */
  void beforeEach(Consumer<Act> then) {
    before = then;
  }

  /**
   * Sends something, whatever comes of it.
   *
   * @param ifMatch what its sender has seen; null for nothing
   */
  HttpResponse<String> attempt(Act act, String ifMatch) {
    String key = UUID.randomUUID().toString();
    HttpResponse<String> answer = send(act.who(), act.path(), act.json(), key, ifMatch);
    answered.add(
        new Answered(
            act,
            Digests.sha256(key.getBytes(StandardCharsets.UTF_8)),
            answer.statusCode(),
            answer.statusCode() < 300 ? tag(answer) : null));
    return answer;
  }

  /** Orders something of the query side; it must be accepted. */
  void order(Who who, String path) {
    HttpResponse<String> answer =
        persist(request(who, path, "", UUID.randomUUID().toString(), null));
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(202);
  }

  /** Tries something that must be refused, as this problem. */
  JsonNode refused(
      Who who, int status, String problem, String path, String body, Object... values) {
    return refusedSeen(who, null, status, problem, path, body, values);
  }

  /** The same where the sender says what it has seen. */
  JsonNode refusedSeen(
      Who who,
      String ifMatch,
      int status,
      String problem,
      String path,
      String body,
      Object... values) {
    Act act = new Act(who, path, body.formatted(values), null);
    HttpResponse<String> answer = attempt(act, ifMatch);
    assertThat(answer.statusCode()).as(act + "\n" + answer.body()).isEqualTo(status);
    JsonNode told = JSON.readTree(answer.body());
    assertThat(told.path("type").asString()).as(answer.body()).isEqualTo("/problems/" + problem);
    assertThat(told.path("title").asString()).isNotBlank();
    assertThat(told.path("titleEn").asString()).isNotBlank();
    return told;
  }

  /** Hands in a text as a file; returns the name by which commands call it. */
  String file(Who who, String name, String text) {
    HttpResponse<String> answer =
        persist(
            HttpRequest.newBuilder(URI.create(url.get() + "/api/files?name=" + name))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "text/plain")
                .header("Authorization", "Bearer " + token.apply(who))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(text))
                .build());
    assertThat(answer.statusCode()).as(name + "\n" + answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body()).path("file").asString();
  }

  /** Reads, after all that was done here. */
  JsonNode read(Who who, String path) {
    HttpResponse<String> answer = get(who, path);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** What somebody sees of a stream in what they read, as {@code If-Match} takes it. */
  String seen(Who who, String path, String stream) {
    long version = read(who, path).path("versions").path(stream).asLong(-1);
    assertThat(version).as(path + " tells the version of " + stream).isGreaterThanOrEqualTo(0);
    return "\"" + stream + "@" + version + "\"";
  }

  /** A page of what can be paged, whose {@code after} is a position. */
  JsonNode page(Who who, String path) {
    HttpResponse<String> answer = persist(reading(who, path));
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** What is answered to a read, whatever it is. */
  String body(Who who, String path) {
    return get(who, path).body();
  }

  /** What was acknowledged: {@code <stream>@<version>}, in order. */
  List<String> acknowledged() {
    return answered.stream().map(Answered::tag).filter(Objects::nonNull).toList();
  }

  /** All that was sent here and what came of it, in order. */
  List<Answered> answered() {
    return List.copyOf(answered);
  }

  private HttpResponse<String> send(Who who, String path, String json, String key, String ifMatch) {
    HttpResponse<String> first = persist(request(who, path, json, key, ifMatch));
    if (twice) {
      HttpResponse<String> second = persist(request(who, path, json, key, ifMatch));
      assertThat(second.statusCode()).as("sent twice: " + path).isEqualTo(first.statusCode());
      assertThat(second.headers().firstValue("ETag"))
          .as("sent twice: " + path + " " + json)
          .isEqualTo(first.headers().firstValue("ETag"));
    }
    return first;
  }

  private HttpRequest request(Who who, String path, String json, String key, String ifMatch) {
    String method = path.startsWith("PUT ") ? "PUT" : "POST";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url.get() + path.replace("PUT ", "")))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token.apply(who))
            .header("Idempotency-Key", key)
            .method(method, BodyPublishers.ofString(json));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.build();
  }

  private HttpResponse<String> get(Who who, String path) {
    String after =
        last.isEmpty()
            ? ""
            : (path.contains("?") ? "&" : "?")
                + "after="
                + URLEncoder.encode(last, StandardCharsets.UTF_8);
    return persist(reading(who, path + after));
  }

  private HttpRequest reading(Who who, String path) {
    return HttpRequest.newBuilder(URI.create(url.get() + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token.apply(who))
        .GET()
        .build();
  }

  private HttpResponse<String> persist(HttpRequest request) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String trouble;
      try {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        boolean race =
            answer.statusCode() == 409 && answer.body().contains("/problems/concurrent-change");
        if (!race && !TRY_AGAIN.contains(answer.statusCode())) {
          return answer;
        }
        trouble = answer.statusCode() + " " + answer.body();
      } catch (IOException e) {
        trouble = e.toString();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      assertThat(System.nanoTime())
          .as("no answer to " + request.method() + " " + request.uri() + ": " + trouble)
          .isLessThan(end);
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String accepted(Act act, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(act + "\n" + answer.body()).isIn(200, 201, 204);
    last = tag(answer);
    return last;
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow().replace("\"", "");
  }
}
