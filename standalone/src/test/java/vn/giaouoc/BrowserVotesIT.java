package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.command.ballot.Opened;
import vn.giaouoc.command.ballot.SecretBallots;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.cycle.Contest;
import vn.giaouoc.shared.poll.PollEvent.ReturnedPaper;
import vn.giaouoc.shared.poll.PollEvent.SameAnswer;
import vn.giaouoc.shared.poll.PollEvent.Subject;
import vn.giaouoc.shared.poll.PollId;
import vn.giaouoc.shared.poll.Question;
import vn.giaouoc.shared.poll.Threshold;

/**
 * Units vote with a real browser: what it sends has nothing that tells whose it is, and what it is
 * answered, and all that the program could print meanwhile, nothing of the paper.
 */
class BrowserVotesIT {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final PollId POLL = PollId.of("an-giang.khoi-3.2026.year-end.leader");
  private static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "leader",
              List.of(Subject.LEADERSHIP),
              Contest.WHOLE_BLOC,
              new Words("0".repeat(64)),
              Question.Form.CHOOSE,
              Stream.of("a", "b", "c").map(key -> new Question.Option(key, null, null)).toList(),
              1,
              1,
              Threshold.MORE_THAN_HALF,
              null,
              List.of()));
  private static final String PAGE =
      """
      <!doctype html><meta charset="utf-8"><title>Phiếu kín</title>
      <script type="module">
        import { Voter } from '/voter.js';
        document.cookie = 'session=somebody';
        window.voter = async () => new Voter(await (await fetch('/ballot')).json());
        window.issue = async (blinded) =>
          (await fetch('/issue', { method: 'POST', body: blinded, headers: { Authorization: 'Bearer unit' } })).text();
      </script>
      """;

  @TempDir private Path keys;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Paper> papers = Collections.synchronizedList(new ArrayList<>());
  private Installation installation;
  private HttpServer front;

  /** A paper on its way from the browser, and what it was answered. */
  private record Paper(
      Map<String, List<String>> headers, String body, HttpResponse<String> answer) {}

  @AfterEach
  void stop() {
    if (front != null) {
      front.stop(0);
    }
    if (installation != null) {
      installation.close();
    }
  }

  @Test
  void units_vote_with_a_browser() throws Exception {
    Optional<Path> chromium = chromium();
    // whoever builds it by hand need not have one
    assumeTrue(
        chromium.isPresent() || System.getenv("CI") != null,
        "There is no Chromium: nobody has voted with a browser");
    installation =
        Installation.start(
            Api.on(TestDatabase.create()),
            0,
            Map.of("giaouoc.ballots.keys", keys.resolve("keys").toString()));
    SecretBallots ballots = installation.context().getBean(SecretBallots.class);
    SecretBallots.Prepared prepared = ballots.prepare(POLL, QUESTIONS);
    String url = front(ballots, prepared);

    ListAppender<ILoggingEvent> printed = printEverything();
    try {
      vote(url, chromium.orElseThrow());
    } finally {
      ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
      printed.stop();
    }

    Opened opened = ballots.open(POLL, QUESTIONS, null);
    assertThat(opened.papers()).hasSize(2);
    assertThat(opened.questions().getFirst().valid())
        .containsExactly(
            new SameAnswer(List.of("a"), List.of(), 1), new SameAnswer(List.of("b"), List.of(), 1));
    // the answer to the first was lost
    assertThat(papers)
        .extracting(paper -> paper.answer().statusCode())
        .containsExactly(204, 204, 204, 409);
    assertThat(papers.get(1).body()).isEqualTo(papers.get(0).body());
    for (Paper paper : papers) {
      assertThat(paper.headers())
          .doesNotContainKeys(
              "Cookie", "Authorization", "Referer", "Idempotency-key", "If-match", "If-none-match");
      assertThat(paper.answer().headers().map())
          .doesNotContainKeys("etag", "set-cookie", "location", "last-modified");
    }
    assertThat(papers)
        .extracting(paper -> JSON.readTree(paper.body()).get("sealed").asString().length())
        .containsOnly(sealedLength(prepared));
    assertThat(printed.list).as("nothing was printed, so nothing was seen").isNotEmpty();
    Stream<String> parts =
        papers.stream()
            .flatMap(paper -> JSON.readTree(paper.body()).valueStream())
            .map(JsonNode::asString)
            .distinct();
    String all = String.join("\n", printed.list.stream().map(BrowserVotesIT::text).toList());
    assertThat(parts).allSatisfy(part -> assertThat(all).doesNotContain(part.substring(0, 40)));
  }

  private static int sealedLength(SecretBallots.Prepared prepared) {
    int bytes = 65 + prepared.paperLength() + 16;
    return (bytes * 4 + 2) / 3;
  }

  private static String text(ILoggingEvent event) {
    return event.getLoggerName()
        + " "
        + event.getFormattedMessage()
        + " "
        + (event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage());
  }

  /** As somebody does who wants to know what the program does; the program's own settings stay. */
  private static ListAppender<ILoggingEvent> printEverything() {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> printed = new ListAppender<>();
    printed.setContext(root.getLoggerContext());
    printed.start();
    root.detachAndStopAllAppenders();
    root.addAppender(printed);
    root.setLevel(Level.TRACE);
    return printed;
  }

  private static void vote(String url, Path chromium) throws Exception {
    Path module = Here.sources().resolve("voter");
    Process node =
        new ProcessBuilder("node", "browser/vote.mjs", url, chromium.toString())
            .directory(module.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(node.exitValue()).as(said).isZero();
  }

  private static Optional<Path> chromium() {
    return Stream.of(
            Objects.requireNonNullElse(System.getenv("CHROMIUM"), ""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(place -> !place.isEmpty())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A page, who issues papers, and in front of the program a proxy that loses an answer. */
  private String front(SecretBallots ballots, SecretBallots.Prepared prepared) throws IOException {
    front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    front.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    front.createContext("/", exchange -> answer(exchange, 200, "text/html", PAGE));
    front.createContext(
        "/voter.js",
        exchange -> {
          try (InputStream script =
              Objects.requireNonNull(
                  BrowserVotesIT.class.getResourceAsStream("/vn/giaouoc/voter/voter.js"))) {
            answer(
                exchange,
                200,
                "text/javascript",
                new String(script.readAllBytes(), StandardCharsets.UTF_8));
          }
        });
    front.createContext(
        "/ballot",
        exchange ->
            answer(
                exchange,
                200,
                "application/json",
                JSON.writeValueAsString(
                    Map.of(
                        "poll", POLL.slug(),
                        "stampingKey", prepared.stampingKey().encoded(),
                        "boxKey", prepared.boxKey(),
                        "paperLength", prepared.paperLength()))));
    front.createContext(
        "/issue",
        exchange -> answer(exchange, 200, "text/plain", ballots.stamp(POLL, body(exchange))));
    front.createContext(
        "/seal",
        exchange -> {
          ballots.seal(POLL);
          answer(exchange, 204, "text/plain", "");
        });
    front.createContext(
        "/box",
        exchange ->
            answer(
                exchange,
                200,
                "application/json",
                JSON.writeValueAsString(
                    ballots.open(POLL, QUESTIONS, null).papers().stream()
                        .map(ReturnedPaper::token)
                        .toList())));
    front.createContext("/api/", this::pass);
    front.start();
    return "http://localhost:" + front.getAddress().getPort();
  }

  private void pass(HttpExchange exchange) throws IOException {
    String body = body(exchange);
    HttpResponse<String> answer;
    try {
      answer =
          client.send(
              HttpRequest.newBuilder(URI.create(installation.url() + exchange.getRequestURI()))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    papers.add(new Paper(Map.copyOf(exchange.getRequestHeaders()), body, answer));
    if (papers.size() == 1) {
      // the answer is lost
      exchange.close();
      return;
    }
    answer(exchange, answer.statusCode(), "application/problem+json", answer.body());
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
