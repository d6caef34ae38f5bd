package vn.giaouoc.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Recorder;
import vn.giaouoc.query.Recorder.Paper;
import vn.giaouoc.query.Recorder.Told;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Vocabulary;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.paper.PaperId;
import vn.giaouoc.shared.paper.PaperKind;
import vn.giaouoc.shared.paper.RegisterEvent;
import vn.giaouoc.shared.paper.RegisterId;
import vn.giaouoc.shared.proceedings.Batch;

/**
 * What was known and what was so are two clocks, at every address. That a new address is looked at
 * here too, {@link HiddenIT} sees to: both go through the same list.
 */
class TwoClocksIT {

  private static final TestDatabase WHOLE = TestDatabase.create();
  private static final TestDatabase EARLIER = TestDatabase.create();

  /**
   * A file is the same whenever it is looked at; that a paper was recorded is an act of the day on
   * which it was.
   */
  private static final Set<String> OF_ONE_CLOCK =
      Set.of("/api/files/{file}", "/api/proceedings", "/api/proceedings/{proceedings}");

  private static Running whole;
  private static Running earlier;

  private Log log;
  private Recorder recorder;

  @BeforeAll
  static void start() {
    whole = Running.withWeb(WHOLE);
    earlier = Running.withWeb(EARLIER);
  }

  @AfterAll
  static void stop() {
    whole.close();
    earlier.close();
  }

  @BeforeEach
  void nothing() {
    whole.reset();
    log = new Log(WHOLE);
    recorder = new Recorder(log);
  }

  /**
   * What somebody learns at a position is what there was when nothing behind it had been recorded.
   * The other record has the same events, with the same identifiers and times, and no more.
   */
  @ParameterizedTest
  @ValueSource(longs = 1)
  void as_of_a_position_is_the_record_that_ends_there(long seed) throws Exception {
    Random random = new Random(seed);
    List<Told> facts = new ArrayList<>(Vocabulary.everything(0));
    facts.addAll(Vocabulary.everything(1));
    Collections.shuffle(facts, random);
    List<Batch> standing = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      facts.stream().skip(i * 60).limit(30).forEach(fact -> log.happened(fact.on(), fact.event()));
      standing.add(
          recorder.record(
              new Paper("kien-giang-kept-" + i, "2021", facts.subList(i * 60 + 20, i * 60 + 60))));
      Told wrong = facts.get(random.nextInt(i * 60 + 30));
      log.correct(
          wrong.event().stream(),
          log.last(wrong.event().stream()),
          "2019-01-0" + (i + 1),
          Optional.of(wrong.event()));
      if (random.nextBoolean()) {
        recorder.withdraw(standing.remove(random.nextInt(standing.size())));
      }
    }
    whole.caughtUp();
    long head = head(whole);
    for (int i = 0; i < 3; i++) {
      long position = 1 + random.nextLong(head);
      cut(position);
      for (String effective : List.of("2018-12-31", "2019-08-02", "2020-02-05", "2999-12-31")) {
        for (String example : Addresses.EXAMPLES.values()) {
          assertThat(
                  withoutLinks(
                      read(whole, example, "asOf=" + position, "effective=" + effective), position))
              .as(example + " as of " + position + " on " + effective)
              .isEqualTo(withoutLinks(read(earlier, example, "effective=" + effective), position));
        }
      }
    }
  }

  /** What was so, what was known, and what we now know was so are told apart, at every address. */
  @Test
  void the_four_questions_have_four_answers() {
    // told first: half of what happened, by who was there
    record("2019-02-01", 0);
    Batch wrong =
        recorder.record(new Paper("kien-giang-wrong", "2019-02-02", Vocabulary.everything(2)));
    whole.caughtUp();
    long then = head(whole);
    String thenAt = whole.answer("/api/units").at("/asked/recordedAt").asString();
    // told later: what was so before that, what came after, and that a paper was wrong
    record("2018-04-01", 0);
    record("2018-05-01", 1);
    record("2021-03-01", 2);
    Told late = Vocabulary.facts().getFirst();
    log.correct(
        late.event().stream(), 0, "2018-01-01", Optional.of(Vocabulary.facts().getFirst().event()));
    recorder.withdraw(wrong);
    recorder.record(new Paper("kien-giang-kept", "2020-03-01", Vocabulary.everything(0)));
    whole.caughtUp();
    Map<String, Set<String>> same = new TreeMap<>();
    for (Map.Entry<String, String> address : Addresses.EXAMPLES.entrySet()) {
      Map<String, String> answers = new TreeMap<>();
      for (List<String> moment :
          List.of(
              List.<String>of(),
              List.of("asOf=" + then),
              List.of("effective=2018-12-31"),
              List.of("asOf=" + then, "effective=2018-12-31"))) {
        String answer = facts(read(whole, address.getValue(), moment.toArray(String[]::new)));
        String before = answers.put(answer, moment.toString());
        if (before != null) {
          same.computeIfAbsent(address.getKey(), key -> new TreeSet<>())
              .add(before + " = " + moment);
        }
      }
      // by the instant of a position, the same is known as by the position
      assertThat(withoutLinks(facts(read(whole, address.getValue(), "asOf=" + thenAt)), thenAt))
          .as(address.getKey())
          .isEqualTo(withoutLinks(facts(read(whole, address.getValue(), "asOf=" + then)), then));
    }
    assertThat(same.keySet()).as(same.toString()).isEqualTo(OF_ONE_CLOCK);
  }

  /**
   * The differences between any two moments of any answer lead from the one to the other, and there
   * are none between a moment and itself.
   */
  @Test
  void what_differs_between_two_moments_leads_from_the_one_to_the_other() {
    record("2019-02-01", 0);
    whole.caughtUp();
    long then = head(whole);
    record("2018-05-01", 1);
    Batch batch =
        recorder.record(new Paper("kien-giang-kept", "2020-03-01", Vocabulary.everything(2)));
    whole.caughtUp();
    long middle = head(whole);
    recorder.withdraw(batch);
    record("2021-03-01", 2);
    whole.caughtUp();
    long end = head(whole);
    Set<String> kinds = new TreeSet<>();
    for (String example : Addresses.EXAMPLES.values()) {
      if (example.startsWith("/api/files/")) {
        continue;
      }
      if (example.contains("format=")) {
        assertThat(whole.get(with(example, "comparedWith=1")).statusCode()).isEqualTo(400);
        continue;
      }
      for (List<String> moment :
          List.of(
              List.of("asOf=" + end, "comparedWith=" + then),
              List.of("asOf=" + end, "comparedWith=" + middle),
              List.of("asOf=" + then, "comparedWith=" + end),
              List.of("asOf=" + end, "effective=2020-06-30", "comparedEffective=2019-02-01"),
              List.of(
                  "asOf=" + end,
                  "effective=2018-12-31",
                  "comparedWith=" + then,
                  "comparedEffective=2020-06-30"))) {
        Map<String, String> asked = new TreeMap<>();
        moment.forEach(each -> asked.put(each.split("=")[0], each.split("=")[1]));
        String latter =
            read(
                whole,
                example,
                moment.stream()
                    .filter(each -> !each.startsWith("compared"))
                    .toArray(String[]::new));
        String compared = read(whole, example, moment.toArray(String[]::new));
        assertThat(facts(compared)).isEqualTo(facts(latter));
        if (!latter.startsWith("200")) {
          continue;
        }
        List<String> other = new ArrayList<>();
        other.add("asOf=" + asked.getOrDefault("comparedWith", asked.get("asOf")));
        String effective = asked.getOrDefault("comparedEffective", asked.get("effective"));
        if (effective != null) {
          other.add("effective=" + effective);
        }
        String former = read(whole, example, other.toArray(String[]::new));
        JsonNode body = Wire.mapper().readTree(compared.substring(4));
        JsonNode changes = body.at("/compared/changes");
        changes.forEach(change -> kinds.add(change.at("/kind").asString()));
        JsonNode made =
            Patch.apply(
                former.startsWith("200")
                    ? Wire.mapper().readTree(former.substring(4)).get("answer")
                    : null,
                changes);
        assertThat(normal(made.toString()))
            .as(example + moment)
            .isEqualTo(normal(body.get("answer").toString()));
      }
      JsonNode same =
          Wire.mapper()
              .readTree(whole.get(with(example, "asOf=" + end, "comparedWith=" + end)).body());
      assertThat(same.at("/compared/changes").isEmpty()).as(example).isTrue();
      assertThat(same.has("compared")).isTrue();
    }
    assertThat(kinds).containsExactly("added", "changed", "moved", "removed");
  }

  /** As the properties of objects have no order, and decimals no trailing zeros. */
  private static JsonNode normal(String json) {
    return Wire.mapper()
        .readTree(
            Pattern.compile("\"(-?\\d+)\\.(\\d*?)0*\"").matcher(json).replaceAll("\"$1.$2\""));
  }

  private void record(String on, int turn) {
    Vocabulary.everything(turn).forEach(fact -> log.happened(on, fact.event()));
    // the register of a year has no other events, and may not be the same whenever it is looked at
    log.happened(
        on,
        new RegisterEvent.NumberAllotted(
            RegisterId.of(Vocabulary.BLOC, 2019, PaperKind.BC),
            Vocabulary.BLOC,
            2019,
            PaperKind.BC,
            100 + turn,
            (100 + turn) + "/BC-KTĐ",
            PaperId.of("kien-giang.bao-cao-" + turn)));
    // of what is still to be done something must be left
    log.happened(on, new BlocEvent.MemberAdmitted(Vocabulary.BLOC, Vocabulary.HEALTH));
    log.happened(
        on,
        new ConferenceEvent.EntryRecorded(
            Vocabulary.YEAR_END,
            ConferenceEvent.EntryKind.ASSIGNMENT,
            null,
            null,
            List.of(Vocabulary.HEALTH),
            List.of(),
            new Words("assignment-" + turn),
            "2019-06-30",
            null));
  }

  private static long head(Running running) {
    return running.answer("/api/units").at("/asked/position").asLong();
  }

  /** What is said of the matter, without when it was asked and by whom it may be changed. */
  private static String facts(String read) {
    if (!read.startsWith("200 {")) {
      return read;
    }
    JsonNode body = Wire.mapper().readTree(read.substring(4));
    return body.path("answer").toString();
  }

  private static String read(Running running, String example, String... parameters) {
    HttpResponse<String> response = running.get(with(example, parameters));
    return response.statusCode() + " " + response.body();
  }

  /** Links in an answer tell as of which moment it was asked, which is not what it tells. */
  private static String withoutLinks(String read, Object asOf) {
    return read.replace(
        "asOf=" + URLEncoder.encode(asOf.toString(), StandardCharsets.UTF_8) + "&", "");
  }

  private static String with(String example, String... parameters) {
    return parameters.length == 0
        ? example
        : example + (example.contains("?") ? "&" : "?") + String.join("&", parameters);
  }

  /** The other record gets what the whole one has up to a position. */
  private static void cut(long position) throws Exception {
    earlier.reset();
    List<Object[]> rows =
        whole
            .owner()
            .sql(
                "SELECT e.* FROM event_store.domain_event_entry e JOIN read_model.journal j"
                    + " ON j.event_id = e.event_identifier WHERE j.position <= ? ORDER BY"
                    + " j.position")
            .param(position)
            .query(
                (row, number) ->
                    new Object[] {
                      row.getString("event_identifier"),
                      row.getString("aggregate_identifier"),
                      row.getLong("sequence_number"),
                      row.getString("payload_type"),
                      row.getString("payload_revision"),
                      row.getString("payload"),
                      row.getString("meta_data"),
                      row.getString("time_stamp")
                    })
            .list();
    Log other = new Log(EARLIER);
    try (Connection connection = other.open();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO event_store.domain_event_entry (event_identifier,"
                    + " aggregate_identifier, sequence_number, type, payload_type,"
                    + " payload_revision, payload, meta_data, time_stamp) VALUES (?, ?, ?, 'T', ?,"
                    + " ?, ?, ?, ?)")) {
      for (Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          insert.setObject(i + 1, row[i]);
        }
        insert.executeUpdate();
      }
      connection.commit();
    }
    earlier.caughtUp();
  }
}
