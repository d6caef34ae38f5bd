package vn.giaouoc;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of the API by which history is recorded, seen from outside. */
final class ProceedingsApi {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI base;
  private final @Nullable String token;

  /**
   * An answer.
   *
   * @param status its HTTP status
   * @param body its JSON; an object without fields if it was none
   */
  record Answer(int status, JsonNode body) {

    boolean accepted() {
      return status / 100 == 2;
    }
  }

  /** By whoever the environment has a token of, if of anybody. */
  ProceedingsApi(String base) {
    this(base, System.getenv("GIAOUOC_TOKEN"));
  }

  /**
   * By whoever a token is of.
   *
   * @param token nothing where nobody is asked who they are
   */
  ProceedingsApi(String base, @Nullable String token) {
    this.token = token;
    this.base = URI.create(base.endsWith("/") ? base : base + "/");
  }

  /** Records a proceedings file, or only says what recording it would do. */
  Answer record(byte[] yaml, boolean dryRun) throws IOException {
    return post("api/proceedings" + (dryRun ? "?dryRun=true" : ""), "application/yaml", yaml);
  }

  /** Takes back everything that a proceedings file told. */
  Answer withdraw(String proceedings, String reason) throws IOException {
    String id = URLEncoder.encode(proceedings, StandardCharsets.UTF_8).replace("+", "%20");
    return post(
        "api/proceedings/" + id + "/withdrawal",
        "application/json",
        JSON.writeValueAsBytes(Map.of("reason", reason)));
  }

  private Answer post(String path, String type, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", type)
            .header("Accept", "application/json, application/problem+json")
            .timeout(Duration.ofMinutes(2))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), json(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static JsonNode json(byte[] body) {
    try {
      JsonNode node = JSON.readTree(body);
      return node.isObject() ? node : JSON.createObjectNode();
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }
}
