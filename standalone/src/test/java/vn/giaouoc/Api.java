package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.shared.TestDatabase;

/** An installation, spoken to over HTTP as any other program would. */
final class Api implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** What differs when the same is recorded in another order, or again. */
  private static final Set<String> OF_THE_RECORDING =
      Set.of(
          "asked",
          "versions",
          "position",
          "eventId",
          "recordedAt",
          "version",
          "recordings",
          "recording");

  private final String url;
  private final Runnable end;
  private String last = "";

  /** One that runs already, and goes on when this is closed. */
  Api(String url) {
    this.url = url;
    this.end = () -> {};
  }

  /** One on a database of its own. */
  Api() {
    TestDatabase database = TestDatabase.create();
    Installation installation = Installation.start(on(database), 0);
    url = installation.url();
    end = installation::close;
  }

  /** A database of a test, as an installation takes it. */
  static Database on(TestDatabase database) {
    return new Database() {
      @Override
      public DataSource owner() {
        return database.owner();
      }

      @Override
      public String url() {
        return database.url();
      }

      @Override
      public String place() {
        return "test";
      }

      @Override
      public void close() {}
    };
  }

  /** Records a file that comes with the program, and waits until it can be read. */
  JsonNode record(String seed) {
    String file =
        seedFiles().stream().filter(name -> name.startsWith(seed)).findFirst().orElseThrow();
    try (InputStream yaml = Api.class.getResourceAsStream("/proceedings/" + file)) {
      return recordText(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records a file, and waits until it can be read. */
  JsonNode recordText(String yaml) {
    HttpResponse<String> response = post("/api/proceedings", "application/yaml", yaml);
    assertThat(response.statusCode()).as(response.body()).isIn(200, 201);
    last = response.headers().firstValue("ETag").orElseThrow().replace("\"", "");
    JsonNode answer = JSON.readTree(response.body());
    get("/api/proceedings/" + answer.at("/proceedings").asString());
    return answer;
  }

  /** Withdraws a record, and waits until that can be seen. */
  void withdraw(String proceedings) {
    HttpResponse<String> response =
        post(
            "/api/proceedings/" + proceedings + "/withdrawal",
            "application/json",
            "{\"reason\": \"Thử rút lại\"}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    last = response.headers().firstValue("ETag").orElseThrow().replace("\"", "");
    get("/api/blocs");
  }

  /** Reads, after all that was written here. */
  JsonNode get(String path) {
    HttpResponse<String> response = response(path);
    assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  /** The status of a read. */
  int status(String path) {
    return response(path).statusCode();
  }

  /** Reads, without what only tells when something was recorded. */
  JsonNode facts(String path) {
    HttpResponse<String> response = response(path);
    JsonNode body = JSON.readTree(response.body());
    strip(body);
    return body;
  }

  HttpResponse<String> response(String path) {
    String after =
        last.isEmpty()
            ? ""
            : (path.contains("?") ? "&" : "?")
                + "after="
                + URLEncoder.encode(last, StandardCharsets.UTF_8);
    HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path + after)).GET().build();
    HttpResponse<String> response = send(request);
    // on a busy machine the reading side may ask for patience, more than once
    for (int i = 0; response.statusCode() == 503 && i < 30; i++) {
      response = send(request);
    }
    return response;
  }

  HttpResponse<String> post(String path, String contentType, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  String url() {
    return url;
  }

  static List<String> seedFiles() {
    try {
      return Demo.files();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    end.run();
  }

  static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Takes out what differs when the same is recorded again. */
  static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(OF_THE_RECORDING);
      // persons and texts have random references: what they say is compared, not what stands for it
      if (object.has("texts") && object.has("persons")) {
        resolve(object, object.get("texts"), object.get("persons"));
        object.remove(Set.of("texts", "persons"));
      }
    }
    node.forEach(Api::strip);
  }

  private static void resolve(JsonNode node, JsonNode texts, JsonNode persons) {
    if (node instanceof ObjectNode object) {
      if (object.path("words").isString()) {
        object.set("words", texts.path(object.get("words").asString()));
      }
      if (object.path("person").isString()) {
        object.set("person", persons.path(object.get("person").asString()));
      }
      object.forEach(child -> resolve(child, texts, persons));
    } else if (node instanceof ArrayNode array) {
      array.forEach(child -> resolve(child, texts, persons));
    }
  }
}
