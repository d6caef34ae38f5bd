package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.giaouoc.Desk.Who;
import vn.giaouoc.shared.poll.Voter;
import vn.giaouoc.shared.time.When;

/** A bloc that sits in conference and can vote secretly, all over HTTP. */
final class Hall {

  static final Who BOARD = new Who(UUID.randomUUID(), null, "board");

  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalDate TODAY = LocalDate.now(When.ZONE);

  private final Supplier<String> url;
  private final Function<Who, String> token;
  final Desk desk;
  final String bloc;
  final String cycle;
  final String conference;
  final List<Who> units = new ArrayList<>();

  /** Founds a bloc of so many units, the first of which leads it, and opens a conference. */
  Hall(Supplier<String> url, Function<Who, String> token, String place, int size) {
    this.url = url;
    this.token = token;
    desk = new Desk(url, token, false);
    bloc = place + ".khoi-1";
    cycle = bloc + "." + TODAY.getYear();
    conference = cycle + ".year-end";
    unit(place, "peoples-committee");
    desk.act(BOARD, "/api/blocs", "{\"id\":\"%s\",\"name\":\"Khối 1\"}", bloc);
    for (int i = 0; i < size; i++) {
      String unit = place + ".don-vi-" + i;
      unit(unit, "department");
      units.add(new Who(UUID.randomUUID(), unit, null));
      desk.actSeen(
          BOARD,
          "bloc:" + bloc,
          "/api/blocs/" + bloc,
          "/api/blocs/" + bloc + "/members",
          "{\"unit\":\"%s\"}",
          unit);
    }
    String term =
        "\"term\":{\"from\":\"%d-01-01\",\"to\":\"%d-12-31\"}"
            .formatted(TODAY.getYear(), TODAY.getYear());
    desk.act(
        BOARD,
        "/api/blocs/" + bloc + "/leadership/designations",
        "{%s,\"leader\":\"%s\",\"mode\":\"agreed\"}",
        term,
        leader().unit());
    desk.act(BOARD, "/api/blocs/" + bloc + "/leadership/installations", "{" + term + "}");
    desk.act(
        leader(),
        "/api/cycles",
        "{\"bloc\":\"%s\",\"year\":%d,\"from\":\"%s\",\"to\":\"%s\"}",
        bloc,
        TODAY.getYear(),
        TODAY.minusMonths(3),
        TODAY.plusMonths(8));
    desk.act(
        leader(),
        "/api/conferences",
        """
        {"id":"%s","bloc":"%s","cycles":["%s"],"kind":"year-end","title":"Hội nghị tổng kết","planned":"%s","place":"Hội trường"}""",
        conference,
        bloc,
        cycle,
        TODAY);
    desk.actSeen(
        leader(),
        "conference:" + conference,
        "/api/conferences/" + conference,
        "/api/conferences/" + conference + "/opening",
        "{}");
  }

  Who leader() {
    return units.getFirst();
  }

  private void unit(String id, String kind) {
    desk.act(BOARD, "/api/units", "{\"id\":\"%s\",\"name\":\"%s\",\"kind\":\"%s\"}", id, id, kind);
  }

  /** Calls a poll on one question with the options a and b. */
  String call(String name, String method) {
    return call(name, method, "a", "b");
  }

  /** Calls a poll on one question with these options. */
  String call(String name, String method, String... options) {
    String poll = cycle + "." + name;
    desk.act(
        leader(),
        "/api/polls",
        """
        {"id":"%s","cycle":"%s","conference":"%s","method":"%s",
         "questions":[{"key":"1","subjects":["texts"],"text":"Chọn phương án nào?","form":"choose",
          "options":[%s]}]}""",
        poll,
        cycle,
        conference,
        method,
        Stream.of(options)
            .map("{\"key\":\"%s\",\"text\":\"Một phương án\"}"::formatted)
            .collect(Collectors.joining(",")));
    return poll;
  }

  /** Calls a secret poll and opens it; returns what voters must know of its box. */
  JsonNode open(String name) {
    String poll = call(name, "secret-ballot");
    act(poll, "/opening", "{}");
    return box(poll);
  }

  String poll(String name) {
    return cycle + "." + name;
  }

  JsonNode box(String poll) {
    return read(poll).path("box");
  }

  /** The poll, as the leader reads it. */
  JsonNode read(String poll) {
    return desk.read(leader(), "/api/polls/" + poll).path("answer");
  }

  /** The poll, as anybody reads it who has not signed in. */
  JsonNode readByAnybody(String poll) {
    read(poll); // what was done can be read by now
    HttpResponse<String> answer =
        Api.send(HttpRequest.newBuilder(URI.create(url.get() + "/api/polls/" + poll)).build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).path("answer");
  }

  /** Something that the leader does with a poll as it stands. */
  void act(String poll, String path, String body) {
    desk.actSeen(leader(), "poll:" + poll, "/api/polls/" + poll, "/api/polls/" + poll + path, body);
  }

  /** Asks for the paper of a unit. */
  HttpResponse<String> issue(Who who, String poll, String unit, Voter voter) {
    return post(
        "/api/polls/" + poll + "/papers",
        "{\"unit\":\"%s\",\"blinded\":\"%s\"}".formatted(unit, voter.blinded()),
        "Authorization",
        "Bearer " + token.apply(who));
  }

  /** Has the paper of a unit issued to it. */
  Voter voter(Who who, String poll, JsonNode box) {
    Voter voter = Voter.of(poll, box);
    HttpResponse<String> answer = issue(who, poll, who.unit(), voter);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    voter.stamped(JSON.readTree(answer.body()).path("stamp").asString());
    return voter;
  }

  /** Returns a paper, as nobody. */
  HttpResponse<String> cast(String poll, String paper) {
    return post("/api/polls/" + poll + "/ballots", paper);
  }

  HttpResponse<String> post(String path, String json, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url.get() + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return Api.send(request.build());
  }
}
