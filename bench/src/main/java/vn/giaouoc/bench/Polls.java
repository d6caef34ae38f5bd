package vn.giaouoc.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.EmbeddedDatabase;
import vn.giaouoc.Installation;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.eventstore.Envelopes;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.poll.Voter;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/**
 * A congress votes secretly: how fast papers are issued and taken over HTTP, and how long it takes
 * to open and to count. The members are told to the log before; voters blind and seal beforehand,
 * as thousands of browsers would.
 */
final class Polls implements AutoCloseable {

  private static final String BLOC = "bench.dai-hoi";
  private static final LocalDate TODAY = LocalDate.now(When.ZONE);
  private static final String CYCLE = BLOC + "." + TODAY.getYear();
  private static final String CONFERENCE = CYCLE + ".year-end";

  private final Installation installation;
  private final Report report;
  private final int units;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private String last = "";

  private Polls(Installation installation, Report report, int units) {
    this.installation = installation;
    this.report = report;
    this.units = units;
  }

  static Polls on(Path work, Report report, int units) {
    return new Polls(
        Installation.start(
            EmbeddedDatabase.open(work.resolve("data")),
            0,
            Map.of("giaouoc.ballots.keys", work.resolve("keys").toString())),
        report,
        units);
  }

  /** Holds so many polls, with so many clients at once. */
  void measure(int rounds, int callers) throws Exception {
    found();
    for (int round = 1; round <= rounds; round++) {
      String poll = CYCLE + ".bau-" + round;
      send(
          "/api/polls",
          """
          {"id":"%s","cycle":"%s","conference":"%s","method":"secret-ballot",
           "questions":[{"key":"1","subjects":["texts"],"text":"Thông qua?","form":"choose",
            "options":[{"key":"a","text":"Một"},{"key":"b","text":"Hai"}]}]}"""
              .formatted(poll, CYCLE, CONFERENCE),
          null);
      double opened = seconds(() -> send("/api/polls/" + poll + "/opening", "{}", seen(poll)));
      JsonNode box = read("/api/polls/" + poll).at("/answer/box");
      List<Voter> voters = all(callers, unit -> Voter.of(poll, box));
      double issued =
          seconds(
              () ->
                  all(
                      callers,
                      unit -> {
                        String answer =
                            send(
                                "/api/polls/" + poll + "/papers",
                                "{\"unit\":\"%s\",\"blinded\":\"%s\"}"
                                    .formatted(id(unit), voters.get(unit).blinded()),
                                null);
                        voters
                            .get(unit)
                            .stamped(Wire.mapper().readTree(answer).path("stamp").asString());
                        return unit;
                      }));
      List<String> papers =
          all(
              callers,
              unit ->
                  voters.get(unit).paper(unit % 3 == 0 ? "{\"1\":[\"a\"]}" : "{\"1\":[\"b\"]}"));
      double cast =
          seconds(
              () ->
                  all(
                      callers,
                      unit -> send("/api/polls/" + poll + "/ballots", papers.get(unit), null)));
      double closed = seconds(() -> send("/api/polls/" + poll + "/closing", "{}", seen(poll)));
      JsonNode counted = read("/api/polls/" + poll).at("/answer/counted");
      if (counted.path("returned").asInt() != units || counted.path("issued").asInt() != units) {
        throw new IllegalStateException("Not all papers were counted: " + counted);
      }
      String name = "congress of %,d units, ".formatted(units);
      add(name + "opened: keys, box and electorate", round, opened * 1e3, "ms");
      add(name + "papers issued over HTTP", round, units / issued, "/s");
      add(name + "papers cast over HTTP", round, units / cast, "/s");
      add(name + "closed: sealed, counted, destroyed", round, closed * 1e3, "ms");
    }
  }

  private void add(String what, int round, double value, String measure) {
    report.add(new Report.Sample(what, 0, round, value, measure, Map.of()));
  }

  /** Does something. */
  private interface Act {
    void act() throws Exception;
  }

  /** Does something for a unit. */
  private interface ForUnit<T> {
    T act(int unit) throws Exception;
  }

  private static double seconds(Act act) throws Exception {
    long start = System.nanoTime();
    act.act();
    return (System.nanoTime() - start) / 1e9;
  }

  private <T> List<T> all(int callers, ForUnit<T> act) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(callers)) {
      List<Future<T>> asked = new ArrayList<>();
      for (int unit = 0; unit < units; unit++) {
        int each = unit;
        asked.add(clients.submit(() -> act.act(each)));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> each : asked) {
        answers.add(each.get());
      }
      return answers;
    }
  }

  private static String id(int unit) {
    return "bench.dai-bieu-" + unit;
  }

  private void found() throws Exception {
    Configuration axon = installation.context().getBean(Configuration.class);
    Envelope envelope =
        Envelope.firstHand(
            When.on(TODAY.minusYears(1)), new Actor("administrator", null, "administrator"));
    BlocId bloc = BlocId.of(BLOC);
    told(axon, envelope, 0, new BlocEstablished(bloc, "Đại hội", "khối", null));
    IntStream.range(0, units)
        .forEach(
            unit -> {
              UnitId id = UnitId.of(id(unit));
              told(axon, envelope, 0, new UnitRegistered(id, id(unit), UnitKind.DEPARTMENT, null));
              told(axon, envelope, unit + 1L, new MemberAdmitted(bloc, id));
            });
    send("/api/cycles", "{\"bloc\":\"%s\",\"year\":%d}".formatted(BLOC, TODAY.getYear()), null);
    send(
        "/api/conferences",
        """
        {"id":"%s","bloc":"%s","cycles":["%s"],"kind":"year-end","title":"Đại hội","planned":"%s"}"""
            .formatted(CONFERENCE, BLOC, CYCLE, TODAY),
        null);
    send(
        "/api/conferences/" + CONFERENCE + "/opening", "{}", "\"conference:" + CONFERENCE + "@0\"");
  }

  private static void told(Configuration axon, Envelope envelope, long number, Event event) {
    axon.eventStore()
        .publish(
            new GenericDomainEventMessage<>(
                event.stream().substring(0, event.stream().indexOf(':')),
                event.stream(),
                number,
                event,
                Envelopes.metaData(envelope)));
  }

  private String seen(String poll) throws Exception {
    long version = read("/api/polls/" + poll).path("versions").path("poll:" + poll).asLong(-1);
    return "\"poll:" + poll + "@" + version + "\"";
  }

  private JsonNode read(String path) throws IOException, InterruptedException {
    while (true) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(
                          installation.url()
                              + path
                              + "?after="
                              + last.replace(":", "%3A").replace("@", "%40")))
                  .timeout(Duration.ofMinutes(2))
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        return Wire.mapper().readTree(answer.body());
      }
      if (answer.statusCode() != 503) {
        throw new IllegalStateException(path + ": " + answer.body());
      }
    }
  }

  private String send(String path, String json, @Nullable String ifMatch)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(installation.url() + path))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofMinutes(10))
            .POST(BodyPublishers.ofString(json));
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    answer
        .headers()
        .firstValue("ETag")
        .map(tag -> tag.replace("\"", ""))
        .filter(tag -> tag.startsWith("poll:"))
        .ifPresent(tag -> last = tag);
    return answer.body();
  }

  @Override
  public void close() {
    installation.close();
  }
}
