package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A cycle replayed over HTTP, to the end.
 *
 * @param report what came of it
 */
record Replayed(JsonNode report) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final long PAUSE = 20_000_000;

  /**
   * Replays a cycle.
   *
   * @param token of an auditor; null where nobody is asked who they are
   */
  static Replayed of(String url, String token, String cycle) {
    return ended(url, token, "cycles/" + cycle);
  }

  /** Replays a whole bloc. */
  static Replayed ofBloc(String url, String token, String bloc) {
    return ended(url, token, "blocs/" + bloc);
  }

  /** Begins or joins a replay and waits for its end. */
  private static Replayed ended(String url, String token, String what) {
    ask("POST", url, token, what);
    return awaited(url, token, what, "done");
  }

  /** Waits for the end of a replay that has begun. */
  static Replayed awaited(String url, String token, String what, String state) {
    JsonNode report = ask("GET", url, token, what);
    while (report.path("state").asString().equals("running")) {
      LockSupport.parkNanos(PAUSE);
      report = ask("GET", url, token, what);
    }
    assertThat(report.path("state").asString("")).as(report.toString()).isEqualTo(state);
    return new Replayed(report);
  }

  /** The findings, each in a few lines: kind, where, what, stored, expected. */
  List<String> findings() {
    List<String> told = new ArrayList<>();
    for (JsonNode each : report.path("findings")) {
      told.add(
          each.path("kind").asString()
              + " "
              + each.path("at").asString()
              + " "
              + each.path("english").asString()
              + "\n   stored "
              + each.path("stored").asString("")
              + "\n expected "
              + each.path("expected").asString("")
              + "\n");
    }
    return told;
  }

  /** The kinds of the findings. */
  List<String> kinds() {
    return findings().stream().map(each -> each.substring(0, each.indexOf(' '))).toList();
  }

  /** How many of a kind were checked, such as {@code decided}. */
  long checked(String kind) {
    return report.path("checked").path(kind).asLong();
  }

  long total() {
    return report.path("total").asLong();
  }

  /** Asks for a replay, of {@code cycles/…} or {@code blocs/…}, as it is now. */
  static JsonNode ask(String method, String url, String token, String what) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + "/api/query/" + what + "/replay"))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return JSON.readTree(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
