package vn.giaouoc.query.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Recorder;
import vn.giaouoc.query.Recorder.Paper;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Vocabulary;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceClosed;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceOpened;
import vn.giaouoc.shared.cycle.CycleEvent.PeriodSet;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContent;
import vn.giaouoc.shared.cycle.CycleEvent.PledgeContentsStated;
import vn.giaouoc.shared.cycle.CycleEvent.UnitExcluded;
import vn.giaouoc.shared.eventstore.EventTypes;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;

/** A year and a conference, step by step. */
class PlayerIT {

  private static final String YEAR = "/api/cycles/kien-giang.khoi-4.2019/moments";
  private static final String CONFERENCE =
      "/api/conferences/kien-giang.khoi-4.2019.year-end/moments";

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Log LOG = new Log(DATABASE);
  private static Running running;
  private static long excluded;

  @BeforeAll
  static void given() throws Exception {
    running = Running.withWeb(DATABASE);
    new Recorder(LOG).record(new Paper("kien-giang-kept", "2020-02-13", Vocabulary.facts()));
    // one request, of two events
    together(
        "request-1 digest",
        "2020-03-01",
        new PeriodSet(
            Vocabulary.CYCLE, When.of("2019-01-01").firstDay(), When.of("2019-12-31").firstDay()),
        new PledgeContentsStated(
            Vocabulary.CYCLE, null, List.of(new PledgeContent(1, new Words("aa")))));
    LOG.happened("2020-03-02", new UnitExcluded(Vocabulary.CYCLE, Vocabulary.SCIENCE, "Điều 5"));
    excluded = LOG.last(Vocabulary.CYCLE.stream());
    // told late, and taken back
    LOG.happened("2019-01-15", new UnitExcluded(Vocabulary.CYCLE, Vocabulary.HEALTH, "Điều 6"));
    LOG.correct(Vocabulary.CYCLE.stream(), excluded, "", Optional.empty());
    LOG.happened("2020-02-05T09:00", new ConferenceOpened(Vocabulary.YEAR_END));
    LOG.happened("2020-02-05T11:00", new ConferenceClosed(Vocabulary.YEAR_END));
    LOG.happened("2021-01-01", new UnitRenamed(Vocabulary.HEALTH, "Sở Y tế mới"));
    running.caughtUp();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void a_step_is_an_act_with_a_sentence_for_each_event() {
    List<JsonNode> steps = steps(YEAR);
    assertThat(steps.getFirst().at("/happened").size())
        .as("a paper is recorded in one act")
        .isGreaterThan(10);
    JsonNode request = steps.get(1);
    assertThat(request.at("/happened").size()).isEqualTo(2);
    assertThat(request.at("/by").asString()).isEqualTo("kien-giang.so-y-te");
    assertThat(request.at("/happened/0/vietnamese").asString())
        .isEqualTo("Năm thi đua tính từ 01/01/2019 đến 31/12/2019.");
    assertThat(request.at("/happened/0/english").asString())
        .isEqualTo("The emulation year runs from 1 January 2019 to 31 December 2019.");
    assertThat(steps.get(2).at("/happened/0/vietnamese").asString())
        .isEqualTo("Không xét thi đua đối với Sở Khoa học và Công nghệ theo Điều 5.");
    assertThat(steps.get(4).at("/happened/0/type").asString()).isEqualTo("history.FactCorrected");
    // all of its conference belongs to the year
    assertThat(steps.get(5).at("/happened/0/english").asString())
        .isEqualTo("The conference was opened.");
    assertThat(steps.size()).isEqualTo(7);
  }

  @Test
  void as_it_held_is_another_order_without_what_was_taken_back() {
    List<JsonNode> steps = steps(YEAR + "?order=held");
    String last = "";
    List<String> said = new ArrayList<>();
    for (JsonNode step : steps) {
      String from = step.at("/happened/0/appliesFrom").asString();
      assertThat(from.substring(0, 4)).isGreaterThanOrEqualTo(last);
      last = from.equals("unknown") ? "" : from.substring(0, 4);
      step.at("/happened").forEach(each -> said.add(each.at("/vietnamese").asString()));
    }
    assertThat(said)
        .contains("Không xét thi đua đối với Sở Y tế mới theo Điều 6.")
        .doesNotContain("Không xét thi đua đối với Sở Khoa học và Công nghệ theo Điều 5.")
        .containsSubsequence(
            "Không xét thi đua đối với Sở Y tế mới theo Điều 6.",
            "Khai mạc hội nghị.",
            "Bế mạc hội nghị.",
            "Năm thi đua tính từ 01/01/2019 đến 31/12/2019.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        YEAR + "?limit=1",
        YEAR + "?limit=1&order=held",
        YEAR + "?limit=2&order=held",
        CONFERENCE + "?limit=1"
      })
  void from_step_to_step_there_and_back(String first) {
    String whole = first.replaceAll("limit=\\d", "limit=1000");
    List<Integer> all = new ArrayList<>();
    steps(whole).forEach(step -> all.add(step.at("/number").asInt()));
    List<Integer> there = new ArrayList<>();
    String page = first;
    String last = page;
    while (page != null) {
      last = page;
      steps(page).forEach(step -> there.add(step.at("/number").asInt()));
      page = link(page, "next");
    }
    assertThat(there).isEqualTo(all);
    List<Integer> back = new ArrayList<>();
    page = last;
    while (page != null) {
      List<JsonNode> steps = steps(page);
      Collections.reverse(steps);
      steps.forEach(step -> back.add(step.at("/number").asInt()));
      page = link(page, "previous");
    }
    assertThat(new ArrayList<>(new TreeSet<>(back))).isEqualTo(all);
    assertThat(steps(link(first, "last")).getLast().at("/number").asInt()).isEqualTo(all.getLast());
    assertThat(steps(link(first, "first")).getFirst().at("/number").asInt()).isEqualTo(1);
  }

  @Test
  void a_jump_lands_on_the_step_that_stands_at_the_moment() {
    List<JsonNode> steps = steps(YEAR);
    for (JsonNode step : steps) {
      long position = step.at("/position").asLong();
      assertThat(at(YEAR + "?at=" + position)).isEqualTo(step.at("/number").asInt());
      assertThat(at(YEAR + "?at=" + step.at("/recordedAt").asString()))
          .isGreaterThanOrEqualTo(step.at("/number").asInt());
    }
    for (JsonNode step : steps(YEAR + "?order=held")) {
      assertThat(at(YEAR + "?order=held&at=" + step.at("/position").asLong()))
          .isEqualTo(step.at("/number").asInt());
    }
    assertThat(at(YEAR + "?at=2001-01-01")).isEqualTo(1);
    JsonNode held = steps(YEAR + "?order=held&at=2020-02-05T10:00&limit=1").getFirst();
    assertThat(held.at("/happened/0/english").asString()).isEqualTo("The conference was opened.");
  }

  @Test
  void the_state_at_a_step_and_what_it_changed_are_read_where_it_says() {
    JsonNode step = steps(YEAR).get(3);
    JsonNode state = running.answer(step.at("/state/cycle").asString()).get("answer");
    assertThat(state.toString()).contains("Điều 5").contains("Điều 6");
    JsonNode changed = running.answer(step.at("/changed").asString()).at("/compared/changes");
    assertThat(changed.toString()).contains("Điều 6").doesNotContain("Điều 5");
    JsonNode corrected = running.answer(steps(YEAR).get(4).at("/changed").asString());
    assertThat(corrected.at("/compared/changes").toString()).contains("removed").contains("Điều 5");
    JsonNode renamed =
        running.answer(
            "/api/units/kien-giang.so-y-te?effective=2021-02-01&comparedEffective=2020-12-31");
    JsonNode name = change(renamed, "/name");
    assertThat(name.at("/before").asString()).isEqualTo("Sở Y tế");
    assertThat(name.at("/after").asString()).isEqualTo("Sở Y tế mới");
    assertThat(name.at("/called/vietnamese").asString()).isEqualTo("tên");
    assertThat(renamed.at("/compared/names").path("unit:kien-giang.so-y-te").asString())
        .isEqualTo("Sở Y tế");
  }

  @Test
  void a_year_of_which_less_was_known_has_fewer_steps() {
    long then = steps(YEAR).get(1).at("/position").asLong();
    assertThat(steps(YEAR + "?asOf=" + then).size()).isEqualTo(2);
    assertThat(running.get(YEAR + "?asOf=0").statusCode()).isEqualTo(404);
    for (String wrong :
        List.of("?order=other", "?at=3&before=4", "?order=held&at=999999", "?at=x")) {
      assertThat(running.get(YEAR + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  private static JsonNode change(JsonNode body, String path) {
    for (JsonNode change : body.at("/compared/changes")) {
      if (change.at("/path").asString().equals(path)) {
        return change;
      }
    }
    throw new AssertionError(path + " is not among " + body.at("/compared/changes"));
  }

  private static int at(String question) {
    return steps(question + "&limit=1").getFirst().at("/number").asInt();
  }

  private static List<JsonNode> steps(String question) {
    List<JsonNode> steps = new ArrayList<>();
    running.answer(question).at("/answer/steps").forEach(steps::add);
    return steps;
  }

  private static String link(String page, String to) {
    JsonNode link = running.answer(page).at("/answer/links/" + to);
    return link.isMissingNode() ? null : link.asString();
  }

  private static void together(String request, String on, Event... events) throws Exception {
    ObjectNode metadata =
        (ObjectNode)
            Wire.mapper()
                .readTree(
                    Wire.mapper()
                        .writeValueAsString(
                            Envelope.firstHand(
                                When.of(on), new Actor("somebody", Vocabulary.HEALTH, "leader"))));
    metadata.put("request", request);
    try (Connection connection = LOG.open()) {
      for (Event event : events) {
        LOG.append(
            connection,
            event.stream(),
            LOG.last(event.stream()) + 1,
            EventTypes.checkedIn().of(event.getClass()).name(),
            Wire.mapper().writeValueAsString(event),
            metadata.toString());
        LOG.skip(event.stream());
      }
      connection.commit();
    }
  }
}
