package vn.giaouoc.query.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.giaouoc.query.Vocabulary.BLOC;
import static vn.giaouoc.query.Vocabulary.HEALTH;
import static vn.giaouoc.query.Vocabulary.SCIENCE;
import static vn.giaouoc.query.Vocabulary.TOURISM;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.giaouoc.query.Log;
import vn.giaouoc.query.Running;
import vn.giaouoc.query.Tokens;
import vn.giaouoc.shared.Audience;
import vn.giaouoc.shared.TestDatabase;
import vn.giaouoc.shared.Words;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.conference.ConferenceEvent;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleEvent;
import vn.giaouoc.shared.cycle.CycleEvent.Step;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.pledge.PledgeEvent;
import vn.giaouoc.shared.regulation.Regulation;
import vn.giaouoc.shared.regulation.Regulation.StepRule;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** A year as it is read while it is lived. */
class CycleIT {

  private static final Tokens TOKENS = new Tokens();
  private static final CycleId YEAR = CycleId.of("kien-giang.khoi-4.2025");
  private static final String PATH = "/api/cycles/" + YEAR.slug();
  private static final ConferenceId HALL = ConferenceId.of("kien-giang.khoi-4.2025.mid-year");
  private static final UnitId GONE = UnitId.of("kien-giang.so-van-hoa");
  private static final LocalDate DUE = LocalDate.of(2025, 3, 31);

  private static Running running;

  @BeforeAll
  static void given() {
    TestDatabase database = TestDatabase.create();
    running = Running.withSettings(database, TOKENS.setting());
    Log log = new Log(database);
    for (UnitId unit : List.of(HEALTH, TOURISM, SCIENCE)) {
      log.happened(
          "2018-01-01",
          new UnitEvent.UnitRegistered(unit, "Sở " + unit.slug(), UnitKind.DEPARTMENT, null));
    }
    log.happened("2018-01-01", new BlocEvent.BlocEstablished(BLOC, "Khối thi đua 4", "khối", null));
    for (UnitId unit : List.of(HEALTH, TOURISM, SCIENCE)) {
      log.happened("2018-01-01", new BlocEvent.MemberAdmitted(BLOC, unit));
    }
    log.happened("2018-01-01", new BlocEvent.MemberAdmitted(BLOC, GONE));
    log.happened("2025-04-01", new BlocEvent.MemberReleased(BLOC, GONE));
    log.happened("2025-01-02", new CycleEvent.CycleOpened(YEAR, BLOC, 2025));
    log.happened(
        "2025-01-10",
        new PledgeEvent.PledgeSigned(PledgeEvent.idOf(YEAR, HEALTH), YEAR, HEALTH, null, null));
    log.happened(
        "2025-02-01", new CycleEvent.RegulationAdopted(YEAR, rules("12/QC", "2025-02-01")));
    log.happened(
        "2025-02-01",
        new CycleEvent.StepAdvanced(
            YEAR, Step.REGULATION, null, null, false, "12/QC", "Điều 4", null));
    log.happened(
        "2025-02-02", new CycleEvent.RegulationAdopted(YEAR, rules("13/QC", "2025-06-01")));
    log.happened(
        "2025-03-01",
        Audience.bloc(BLOC),
        new CycleEvent.ReminderSent(YEAR, Step.PLEDGE, DUE, List.of(TOURISM, SCIENCE)));
    log.happened(
        "2025-03-02",
        new CycleEvent.DeadlineExtended(YEAR, Step.PLEDGE, DUE, DUE.plusDays(10), new Words("aa")));
    log.happened("2025-03-03", new CycleEvent.UnitExcluded(YEAR, SCIENCE, "Điều 8"));
    log.happened(
        "2025-03-03",
        Audience.leadership(BLOC),
        new CycleEvent.ExclusionReasoned(YEAR, SCIENCE, new Words("bb")));
    log.happened(
        "2025-07-01",
        new ConferenceEvent.ConferenceConvened(
            HALL,
            BLOC,
            List.of(YEAR),
            ConferenceEvent.ConferenceKind.MID_YEAR,
            "Hội nghị sơ kết",
            When.of("2025-07-10"),
            null));
    assigned(log, "to tourism", List.of(TOURISM), "2025-08-31");
    assigned(log, "to all", List.of(), "2025-09-30");
    assigned(log, "to health", List.of(HEALTH), "2025-08-31");
    assigned(log, "on no day", List.of(TOURISM), "quý III");
    assigned(log, "done", List.of(TOURISM), "2025-08-15");
    log.happened(
        "2025-08-01",
        new ConferenceEvent.FollowUpReported(
            HALL, new Words("done"), TOURISM, true, new Words("x")));
    log.happened(
        "2025-08-01",
        new ConferenceEvent.FollowUpReported(
            HALL, new Words("to tourism"), TOURISM, false, new Words("y")));
    log.happened(
        "2025-08-24",
        Audience.bloc(BLOC),
        new ConferenceEvent.FollowUpReminded(
            HALL, new Words("to tourism"), LocalDate.of(2025, 8, 31), List.of(TOURISM)));
    running.caughtUp();
  }

  private static void assigned(Log log, String text, List<UnitId> to, String due) {
    log.happened(
        "2025-07-10",
        new ConferenceEvent.EntryRecorded(
            HALL,
            ConferenceEvent.EntryKind.ASSIGNMENT,
            HEALTH,
            null,
            to,
            List.of(),
            new Words(text),
            due,
            null));
  }

  private static Regulation rules(String number, String from) {
    return new Regulation(
        number,
        "Quy chế hoạt động",
        null,
        LocalDate.parse(from),
        List.of(
            new StepRule(Step.REGULATION, "Điều 4", null, false),
            new StepRule(Step.PLEDGE, "Điều 5", DUE, false),
            new StepRule(Step.YEAR_END_REVIEW, "Điều 7", null, false)),
        List.of(),
        null);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void steps_stand_in_the_order_of_the_regulation_with_whose_turn_it_is() {
    JsonNode steps = read(PATH, null).at("/answer/steps");
    assertThat(steps.at("/0/step").asString()).isEqualTo("regulation");
    assertThat(steps.at("/0/state").asString()).isEqualTo("done");
    assertThat(steps.at("/0/regulation").asString()).isEqualTo("12/QC");
    assertThat(steps.at("/1/step").asString()).isEqualTo("pledge");
    assertThat(steps.at("/1/state").asString()).isEqualTo("due");
    assertThat(steps.at("/1/due").asString()).isEqualTo("2025-04-10");
    assertThat(steps.at("/1/deadlines/0/due").asString()).isEqualTo("2025-04-10");
    assertThat(steps.at("/2/step").asString()).isEqualTo("year-end-review");
    assertThat(steps.at("/2/state").asString()).isEqualTo("planned");
    assertThat(steps.at("/3/state").asString()).isEqualTo("unknown");
  }

  @Test
  void the_regulation_in_force_is_that_of_the_day_and_before_any_there_is_no_rule_yet() {
    assertThat(read(PATH + "/regulation?on=2025-01-15", null).at("/answer/noRuleYet").asBoolean())
        .isTrue();
    assertThat(inForce("2025-03-15")).isEqualTo("12/QC");
    assertThat(inForce("2025-06-01")).isEqualTo("13/QC");
    assertThat(read(PATH + "/regulation", null).at("/answer/versions").size()).isEqualTo(2);
  }

  private static String inForce(String day) {
    return read(PATH + "/regulation?on=" + day, null)
        .at("/answer/inForce/regulation/number")
        .asString();
  }

  @Test
  void what_is_due_names_who_has_done_it_and_who_has_not() {
    JsonNode pledge = read(PATH + "/due?effective=2025-04-10", null).at("/answer/steps/0");
    assertThat(pledge.at("/step").asString()).isEqualTo("pledge");
    assertThat(pledge.at("/whose").asString()).isEqualTo("members");
    assertThat(pledge.at("/overdue").asBoolean()).isFalse();
    assertThat(pledge.at("/done").toString()).isEqualTo("[\"kien-giang.so-y-te\"]");
    assertThat(pledge.at("/missing").toString()).isEqualTo("[\"kien-giang.so-du-lich\"]");
  }

  @Test
  void overdue_is_a_matter_of_the_moment_of_asking() {
    assertThat(
            read(PATH + "/due?effective=2025-04-11", null)
                .at("/answer/steps/0/overdue")
                .asBoolean())
        .isTrue();
    assertThat(read(PATH + "/due?effective=2025-03-01", null).at("/answer/steps/0/due").asString())
        .isEqualTo("2025-03-31");
  }

  @Test
  void a_unit_sees_what_is_due_of_it() {
    JsonNode tasks =
        read("/api/units/kien-giang.so-du-lich/due?effective=2025-04-20", null).at("/answer/tasks");
    assertThat(tasks.at("/0/step").asString()).isEqualTo("pledge");
    assertThat(tasks.at("/0/overdue").asBoolean()).isTrue();
    JsonNode done =
        read("/api/units/kien-giang.so-y-te/due?effective=2025-04-20", null).at("/answer/tasks");
    assertThat(done.toString()).doesNotContain("\"pledge\"");
  }

  @Test
  void a_unit_sees_what_conferences_assigned_to_it_or_to_all_until_it_is_done() {
    assertThat(assignments(TOURISM, "2025-08-01"))
        .isEqualTo("to tourism 2025-08-31 false, to all 2025-09-30 false");
    assertThat(assignments(TOURISM, "2025-09-01"))
        .isEqualTo("to tourism 2025-08-31 true, to all 2025-09-30 false");
    assertThat(assignments(TOURISM, "2025-07-20"))
        .as("before it was done")
        .isEqualTo("done 2025-08-15 false, to tourism 2025-08-31 false, to all 2025-09-30 false");
    assertThat(assignments(HEALTH, "2025-08-01"))
        .isEqualTo("to health 2025-08-31 false, to all 2025-09-30 false");
    assertThat(assignments(UnitId.of("an-giang.so-y-te"), "2025-08-01")).isEmpty();
  }

  private static String assignments(UnitId unit, String day) {
    return read("/api/units/" + unit.slug() + "/due?effective=" + day, null)
        .at("/answer/assignments")
        .valueStream()
        .map(
            each ->
                each.at("/text/words").asString(each.at("/text").asString(""))
                    + " "
                    + each.at("/due").asString()
                    + " "
                    + each.at("/overdue").asBoolean())
        .collect(Collectors.joining(", "));
  }

  @Test
  void a_unit_that_has_left_its_bloc_owes_it_nothing() {
    assertThat(
            read("/api/units/kien-giang.so-du-lich/due?effective=2030-01-02", null)
                .at("/answer/tasks")
                .size())
        .isPositive();
    assertThat(
            read("/api/units/" + GONE.slug() + "/due?effective=2025-04-20", null)
                .at("/answer/tasks")
                .size())
        .isZero();
    assertThat(
            read("/api/units/" + GONE.slug() + "/due?effective=2025-03-01", null)
                .at("/answer/tasks")
                .size())
        .isPositive();
  }

  @Test
  void a_unit_is_reminded_of_what_was_assigned_to_it() {
    JsonNode last =
        read("/api/units/kien-giang.so-du-lich/notices", TOKENS.of(TOURISM))
            .at("/answer/notices/1");
    assertThat(last.at("/about").asString()).isEqualTo("assignment");
    assertThat(last.at("/conference").asString()).isEqualTo(HALL.slug());
    assertThat(last.at("/due").asString()).isEqualTo("2025-08-31");
    assertThat(last.toString()).contains("to tourism");
  }

  @Test
  void a_unit_sees_its_reminders_and_who_has_done_it_has_none() {
    JsonNode notices =
        read("/api/units/kien-giang.so-du-lich/notices", TOKENS.of(TOURISM)).at("/answer/notices");
    assertThat(notices.at("/0/about").asString()).isEqualTo("reminder");
    assertThat(notices.at("/0/step").asString()).isEqualTo("pledge");
    assertThat(notices.at("/0/due").asString()).isEqualTo("2025-03-31");
    assertThat(
            read("/api/units/kien-giang.so-y-te/notices", TOKENS.of(HEALTH))
                .at("/answer/notices")
                .size())
        .isZero();
    assertThat(read("/api/units/kien-giang.so-du-lich/notices", null).at("/answer/notices").size())
        .isZero();
  }

  @Test
  void everybody_sees_the_clause_of_an_exclusion_and_the_board_its_finding() {
    JsonNode open = read(PATH, null).at("/answer/exclusions/0");
    assertThat(open.at("/clause").asString()).isEqualTo("Điều 8");
    assertThat(open.has("finding")).isFalse();
    JsonNode full = read(PATH, TOKENS.of(null, "board")).at("/answer/exclusions/0");
    assertThat(full.at("/clause").asString()).isEqualTo("Điều 8");
    assertThat(full.has("finding")).isTrue();
  }

  @Test
  void a_draft_that_cannot_be_read_is_refused_with_its_place() {
    for (String body :
        List.of(
            "",
            "null",
            "[]",
            "{\"contest\":",
            "{\"contest\": \"Không phải mã\"}",
            "{\"regulation\": {\"validFrom\": \"hôm nay\"}}",
            "{\"regulation\": {\"steps\": [null]}}",
            "{\"regulation\": {\"scale\": {\"rank\": {\"by\": \"luck\"}}}}",
            "{\"regulation\": {\"scoring\": {\"maximum\": 1e999999999}}}",
            "{\"regulation\": {\"scale\": {\"contents\": [{\"criteria\": [{}]}]}}}")) {
      var response = draft(body);
      assertThat(response.statusCode()).as(body + ": " + response.body()).isEqualTo(400);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/problem+json");
    }
  }

  private static HttpResponse<String> draft(String body) {
    return running.send(
        HttpRequest.newBuilder(
                URI.create(running.url("/api/query/cycles/" + YEAR.slug() + "/standing/draft")))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + TOKENS.of(HEALTH))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static JsonNode read(String path, String token) {
    var response =
        token == null ? running.get(path) : running.get(path, "Authorization", "Bearer " + token);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Wire.mapper().readTree(response.body());
  }
}
