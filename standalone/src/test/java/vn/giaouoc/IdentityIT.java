package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.shared.TestDatabase;

/** Both sides in one process, where people have to say who they are. */
class IdentityIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String BLOC =
      """
      {"name": "Khối thi đua 4", "kindWord": "khối"}
      """;

  @TempDir private static Path data;
  private static TestDatabase database;
  private static Installation installation;
  private static ECKey key;

  @BeforeAll
  static void start() throws Exception {
    TokenKey own = TokenKey.atOrNew(data);
    key = ECKey.parse(Files.readString(data.resolve("identity-key.json")));
    database = TestDatabase.create();
    installation =
        Installation.start(Api.on(database), 0, Map.of("giaouoc.identity.keys", own.keys()));
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  /** Tokens that are no good, each for one reason. */
  enum Broken {
    EXPIRED,
    WITHOUT_AN_END,
    OF_ANOTHER_KEY,
    OF_ANOTHER_KEY_WITH_THE_SAME_NAME,
    UNSIGNED,
    SIGNED_WITH_THE_PUBLIC_KEY_AS_A_SECRET,
    CHANGED,
    FOR_ANOTHER_AUDIENCE,
    FOR_NO_AUDIENCE,
    NOT_YET_VALID,
    OF_A_NAME,
    OF_AN_UNKNOWN_ROLE,
    OF_NO_UNIT,
    NO_TOKEN_AT_ALL;

    private String token() throws Exception {
      return switch (this) {
        case EXPIRED ->
            signed(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3600))));
        case WITHOUT_AN_END -> signed(claims -> claims.expirationTime(null));
        case OF_ANOTHER_KEY -> signed(new ECKeyGenerator(Curve.P_256).keyID("other").generate());
        case OF_ANOTHER_KEY_WITH_THE_SAME_NAME ->
            signed(new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate());
        case UNSIGNED -> new PlainJWT(claims().build()).serialize();
        case SIGNED_WITH_THE_PUBLIC_KEY_AS_A_SECRET ->
            signed(
                JWSAlgorithm.HS256,
                new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)),
                claims().build());
        case CHANGED -> {
          String[] parts = signed(claims -> claims).split("\\.");
          String[] others = signed(claims -> claims.claim("roles", List.of("board"))).split("\\.");
          yield parts[0] + "." + others[1] + "." + parts[2];
        }
        case FOR_ANOTHER_AUDIENCE -> signed(claims -> claims.audience("somebody-else"));
        case FOR_NO_AUDIENCE -> signed(claims -> claims.audience((String) null));
        case NOT_YET_VALID ->
            signed(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(3600))));
        case OF_A_NAME -> signed(claims -> claims.subject("Nguyễn Văn A"));
        case OF_AN_UNKNOWN_ROLE -> signed(claims -> claims.claim("roles", List.of("emperor")));
        case OF_NO_UNIT -> signed(claims -> claims.claim("unit", "Sở Y tế"));
        case NO_TOKEN_AT_ALL -> "abc";
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_broken_token_is_refused_on_either_side(Broken broken) throws Exception {
    String token = broken.token();
    for (HttpResponse<String> response :
        List.of(get("/api/blocs", token), post("/api/blocs/kg.broken", BLOC, token))) {
      assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
      assertThat(response.headers().firstValue("WWW-Authenticate"))
          .hasValue("Bearer error=\"invalid_token\"");
      refusal(response, "/problems/bad-token");
    }
    assertThat(get("/api/blocs/kg.broken", null).statusCode()).isEqualTo(404);
  }

  @Test
  void a_write_without_a_token_is_refused_and_a_read_is_everybodys() throws Exception {
    HttpResponse<String> write = post("/api/blocs/kg.nobodys", BLOC, null);
    assertThat(write.statusCode()).isEqualTo(401);
    assertThat(write.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(write.headers().map()).doesNotContainKey("set-cookie");
    refusal(write, "/problems/no-token");
    HttpResponse<String> read = get("/api/blocs", null);
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.headers().map()).doesNotContainKey("set-cookie");
    assertThat(read.headers().allValues("Vary")).contains("Authorization");
    assertThat(read.headers().firstValue("ETag")).isPresent();
  }

  @Test
  void what_describes_the_program_is_open() throws Exception {
    assertThat(get("/actuator/health", null).statusCode()).isEqualTo(200);
    assertThat(get("/v3/api-docs", null).statusCode()).isEqualTo(200);
    assertThat(get("/login", null).statusCode()).isEqualTo(404);
    assertThat(get("/logout", null).statusCode()).isEqualTo(404);
  }

  @Test
  void who_signed_in_is_who_acted() throws Exception {
    UUID account = UUID.randomUUID();
    String token =
        signed(
            claims ->
                claims
                    .subject(account.toString())
                    .claim("unit", "kg.ubnd")
                    .claim("roles", List.of("auditor", "administrator")));
    HttpResponse<String> recorded =
        send(
            HttpRequest.newBuilder(URI.create(installation.url() + "/api/proceedings"))
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofInputStream(() -> seed())),
            token);
    assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
    String actor =
        EmbeddedDatabaseIT.ask(
            database.owner(),
            "SELECT string_agg(DISTINCT meta_data::json ->> 'actor', ' ') FROM"
                + " event_store.domain_event_entry");
    assertThat(JSON.readTree(actor))
        .isEqualTo(
            JSON.readTree(
                "{\"person\":\""
                    + account
                    + "\",\"unit\":\"kg.ubnd\",\"office\":\"administrator\"}"));
  }

  @Test
  void only_those_who_keep_the_system_may_make_documents_anew() throws Exception {
    String rebuild = "/api/query/projections/bloc/rebuild";
    assertThat(post(rebuild, "", null).statusCode()).isEqualTo(401);
    HttpResponse<String> member =
        post(rebuild, "", signed(claims -> claims.claim("unit", "kg.so-y-te")));
    assertThat(member.statusCode()).isEqualTo(403);
    refusal(member, "/problems/not-yours");
    assertThat(
            post(rebuild, "", signed(claims -> claims.claim("roles", List.of("administrator"))))
                .statusCode())
        .isEqualTo(202);
  }

  @Test
  void the_command_line_prints_a_token_that_is_taken() throws Exception {
    StringWriter out = new StringWriter();
    int exit =
        Giaouoc.execute(
            new PrintWriter(out),
            new PrintWriter(out),
            "token",
            "--data",
            data.toString(),
            "--account",
            UUID.randomUUID().toString(),
            "--unit",
            "kg.so-y-te",
            "--role",
            "board",
            "--valid",
            "5m");
    assertThat(exit).isZero();
    assertThat(get("/api/projections", out.toString().strip()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--account nobody",
        "--account 00000000-0000-4000-8000-000000000001 --role emperor",
        "--account 00000000-0000-4000-8000-000000000001 --valid never",
        "--account 00000000-0000-4000-8000-000000000001 --valid -5m",
        "--account 00000000-0000-4000-8000-000000000001 --unit Sở"
      })
  void the_command_line_prints_no_token_that_would_not_be_taken(String arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] all = ("token --data " + data + " " + arguments).split(" ");
    assertThat(Giaouoc.execute(new PrintWriter(out), new PrintWriter(err), all)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).doesNotContain("\tat ");
  }

  @Test
  void there_is_no_token_without_a_key(@TempDir Path empty) {
    StringWriter err = new StringWriter();
    int exit =
        Giaouoc.execute(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "token",
            "--data",
            empty.toString(),
            "--account",
            UUID.randomUUID().toString());
    assertThat(exit).isEqualTo(StartRefused.FAILED);
    assertThat(err.toString()).contains("start --identity");
  }

  @Test
  void the_key_is_for_the_owner_of_the_program_only_and_stays_the_same() throws Exception {
    for (String file : List.of("identity-key.json", "identity-keys.json")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
          .isEqualTo("rw-------");
    }
    assertThat(Files.readString(data.resolve("identity-keys.json"))).doesNotContain("\"d\"");
    String before = Files.readString(data.resolve("identity-key.json"));
    TokenKey.atOrNew(data);
    assertThat(Files.readString(data.resolve("identity-key.json"))).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/blocs?q=[]{} HTTP/1.1",
        "GET /api/%zz HTTP/1.1",
        "GET /api/%2e%2e/%00 HTTP/1.1",
        "GET /api//blocs;a=b HTTP/1.1",
        "GET /api/\\blocs HTTP/1.1",
        "NONSENSE"
      })
  void what_the_server_refuses_by_itself_is_a_problem_document_too(String line) throws Exception {
    for (int port : List.of(installation.port(), Here.running().port())) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        socket
            .getOutputStream()
            .write(
                (line + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (answer.startsWith("HTTP/1.1 404") || answer.startsWith("HTTP/1.1 200")) {
          continue; // an address like any other where nobody looks at them closely
        }
        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer)
            .contains("application/problem+json")
            .contains("\"type\":\"/problems/bad-request\"")
            .contains("không đúng dạng")
            .contains("\"titleEn\":\"The address")
            .doesNotContain("\"properties\"")
            .doesNotContain("<html", "Tomcat");
      }
    }
  }

  private static java.io.InputStream seed() {
    try {
      return IdentityIT.class.getResourceAsStream("/proceedings/" + Demo.files().getFirst());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refusal(HttpResponse<String> response, String type) {
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("application/problem+json"));
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.at("/type").asString()).isEqualTo(type);
    assertThat(problem.at("/status").asInt()).isEqualTo(response.statusCode());
    assertThat(problem.at("/title").asString()).isNotBlank();
    assertThat(problem.at("/titleEn").asString()).isNotBlank();
    assertThat(response.body()).doesNotContain("Exception");
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .audience("giao-uoc")
        .subject(UUID.randomUUID().toString())
        .expirationTime(Date.from(Instant.now().plusSeconds(3600)));
  }

  private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
    return signed(JWSAlgorithm.ES256, new ECDSASigner(key), change.apply(claims()).build());
  }

  private static String signed(ECKey other) throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(other.getKeyID()).build(),
            claims().build());
    token.sign(new ECDSASigner(other));
    return token.serialize();
  }

  private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims)
      throws Exception {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
    token.sign(signer);
    return token.serialize();
  }

  private static HttpResponse<String> get(String path, @Nullable String token) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(installation.url() + path)).GET(), token);
  }

  private static HttpResponse<String> post(String path, String body, @Nullable String token)
      throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(installation.url() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)),
        token);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, @Nullable String token)
      throws Exception {
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
