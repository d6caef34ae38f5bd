package vn.giaouoc.command.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.giaouoc.command.correction.CorrectionRejection.ALREADY_CORRECTED;
import static vn.giaouoc.command.correction.CorrectionRejection.CHANGES_NOTHING;
import static vn.giaouoc.command.correction.CorrectionRejection.DOES_NOT_READ;
import static vn.giaouoc.command.correction.CorrectionRejection.IS_AN_OUTCOME;
import static vn.giaouoc.command.correction.CorrectionRejection.IS_THE_BEGINNING;
import static vn.giaouoc.command.correction.CorrectionRejection.LIES_AHEAD;
import static vn.giaouoc.command.correction.CorrectionRejection.NAMES_WHAT_IS_NOT_THERE;
import static vn.giaouoc.command.correction.CorrectionRejection.NOT_YOURS_TO_CORRECT;
import static vn.giaouoc.command.correction.CorrectionRejection.NO_SUCH_EVENT;
import static vn.giaouoc.command.correction.CorrectionRejection.OF_ANOTHER_STREAM;
import static vn.giaouoc.command.correction.CorrectionRejection.RECORDED_LATER;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.giaouoc.command.Answers;
import vn.giaouoc.command.Commands;
import vn.giaouoc.command.Expected;
import vn.giaouoc.command.Living;
import vn.giaouoc.command.RequestRejection;
import vn.giaouoc.command.bloc.Roll;
import vn.giaouoc.shared.Envelope;
import vn.giaouoc.shared.Event;
import vn.giaouoc.shared.bloc.BlocEvent;
import vn.giaouoc.shared.bloc.BlocEvent.BlocEstablished;
import vn.giaouoc.shared.bloc.BlocEvent.BlocMerged;
import vn.giaouoc.shared.bloc.BlocEvent.MemberAdmitted;
import vn.giaouoc.shared.bloc.BlocEvent.MemberReleased;
import vn.giaouoc.shared.bloc.BlocId;
import vn.giaouoc.shared.conference.ConferenceEvent.AttendanceRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.Attendee;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceClosed;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceConvened;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceKind;
import vn.giaouoc.shared.conference.ConferenceEvent.ConferenceOpened;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryKind;
import vn.giaouoc.shared.conference.ConferenceEvent.EntryRecorded;
import vn.giaouoc.shared.conference.ConferenceEvent.MinutesApproved;
import vn.giaouoc.shared.conference.ConferenceEvent.Role;
import vn.giaouoc.shared.conference.ConferenceEvent.Signing;
import vn.giaouoc.shared.conference.ConferenceId;
import vn.giaouoc.shared.cycle.CycleId;
import vn.giaouoc.shared.eventstore.Wire;
import vn.giaouoc.shared.file.FileId;
import vn.giaouoc.shared.leadership.LeadershipEvent.LeadershipInstalled;
import vn.giaouoc.shared.leadership.Term;
import vn.giaouoc.shared.proceedings.HistoryEvent.FactCorrected;
import vn.giaouoc.shared.proceedings.ProceedingsEvent.ProceedingsRecorded;
import vn.giaouoc.shared.proceedings.ProceedingsId;
import vn.giaouoc.shared.report.Figure;
import vn.giaouoc.shared.report.ReportEvent.FigureReported;
import vn.giaouoc.shared.report.ReportId;
import vn.giaouoc.shared.time.When;
import vn.giaouoc.shared.unit.UnitEvent.AliasAdded;
import vn.giaouoc.shared.unit.UnitEvent.UnitRegistered;
import vn.giaouoc.shared.unit.UnitEvent.UnitRenamed;
import vn.giaouoc.shared.unit.UnitId;
import vn.giaouoc.shared.unit.UnitKind;

/** Facts that were told wrongly, in any stream, and what stands in their place. */
class CorrectionTest {

  private static final String DAY = "2026-06-30";
  private static final BlocId BLOC = BlocId.of("kien-giang.khoi-4");
  private static final CycleId YEAR = CycleId.of("kien-giang.khoi-4.2026");
  private static final ConferenceId MID_YEAR = ConferenceId.of("kien-giang.khoi-4.2026.mid-year");
  private static final UnitId HEALTH = UnitId.of("kien-giang.so-y-te");
  private static final UnitId CULTURE = UnitId.of("kien-giang.so-van-hoa");
  private static final Envelope BOARD = Living.byTheBoard(DAY);
  private static final UnitRegistered REGISTERED =
      new UnitRegistered(HEALTH, "Sở Y tê", UnitKind.DEPARTMENT, null);

  private final Living living = Living.on(DAY).givenOn("2026-01-01", REGISTERED);

  @Test
  void what_is_right_stands_in_the_place_of_what_was_told_wrongly() {
    living
        .givenOn("2026-02-01", new UnitRenamed(HEALTH, "Sở Y tế và Dân số"))
        .when(correct(HEALTH.stream(), 0, right(REGISTERED, "name", "Sở Y tế")))
        .then(
            new FactCorrected(HEALTH.stream(), 0, Living.words("Gõ nhầm")),
            new UnitRegistered(HEALTH, "Sở Y tế", UnitKind.DEPARTMENT, null));
    assertThat(living.version()).isEqualTo(3);
  }

  @Test
  void a_wrong_click_is_taken_back_and_can_be_made_right_again_later() {
    living.given(new AliasAdded(HEALTH, "SYT")).when(correct(HEALTH.stream(), 1, null));
    living.then(new FactCorrected(HEALTH.stream(), 1, Living.words("Gõ nhầm")));
    living.when(correct(HEALTH.stream(), 1, null)).refused(ALREADY_CORRECTED);
    living
        .when(correct(HEALTH.stream(), 1, right(new AliasAdded(HEALTH, "SYT"), "alias", "Y tế")))
        .refused(ALREADY_CORRECTED);
  }

  @Test
  void what_stands_in_the_place_of_another_is_corrected_in_turn() {
    living
        .when(correct(HEALTH.stream(), 0, right(REGISTERED, "name", "Sở Ytế")))
        .when(correct(HEALTH.stream(), 2, right(REGISTERED, "name", "Sở Y tế")))
        .then(
            new FactCorrected(HEALTH.stream(), 2, Living.words("Gõ nhầm")),
            new UnitRegistered(HEALTH, "Sở Y tế", UnitKind.DEPARTMENT, null));
    living
        .when(correct(HEALTH.stream(), 0, right(REGISTERED, "name", "Sở khác")))
        .refused(ALREADY_CORRECTED);
  }

  @Test
  void a_date_is_corrected_without_telling_the_fact_again() {
    bloc(
        new BlocEstablished(BLOC, "Khối thi đua 4", "khối", null),
        new MemberAdmitted(BLOC, HEALTH));
    living
        .when(new Correct(BLOC.stream(), 1, "Sai ngày", null, When.of("2026-04-01"), BOARD))
        .then(
            new FactCorrected(BLOC.stream(), 1, Living.words("Sai ngày")),
            new MemberAdmitted(BLOC, HEALTH));
    Roll roll = living.streams().peek(Roll.class, BLOC.stream());
    assertThat(roll.membersOn(LocalDate.parse("2026-03-31"))).isEmpty();
    assertThat(roll.membersOn(LocalDate.parse("2026-04-01"))).containsExactly(HEALTH);
  }

  @Test
  void the_day_on_which_it_really_was_is_another_one_and_has_come() {
    living.given(new AliasAdded(HEALTH, "SYT"));
    living
        .when(new Correct(HEALTH.stream(), 1, "Sai ngày", null, When.of(DAY), BOARD))
        .refused(CHANGES_NOTHING);
    living
        .when(new Correct(HEALTH.stream(), 1, "Sai ngày", null, When.of("2026-07-01"), BOARD))
        .refused(LIES_AHEAD);
    living
        .when(new Correct(HEALTH.stream(), 1, "Sai ngày", null, When.of("2026-06-29"), BOARD))
        .then(
            new FactCorrected(HEALTH.stream(), 1, Living.words("Sai ngày")),
            new AliasAdded(HEALTH, "SYT"));
  }

  @Test
  void all_that_follows_rests_on_the_beginning() {
    living.when(correct(HEALTH.stream(), 0, null)).refused(IS_THE_BEGINNING);
    living.given(new AliasAdded(HEALTH, "SYT"));
    living.when(correct(HEALTH.stream(), 0, null)).refused(IS_THE_BEGINNING);
  }

  @Test
  void a_correction_changes_something_but_not_what_it_is_about() {
    living
        .when(correct(HEALTH.stream(), 0, right(REGISTERED, "name", "Sở Y tê")))
        .refused(CHANGES_NOTHING);
    living
        .given(new UnitRegistered(CULTURE, "Sở Văn hóa", UnitKind.DEPARTMENT, null))
        .when(correct(HEALTH.stream(), 0, right(REGISTERED, "unit", CULTURE.slug())))
        .refused(OF_ANOTHER_STREAM);
  }

  @Test
  void what_it_names_is_in_the_record() {
    living
        .when(correct(HEALTH.stream(), 0, right(REGISTERED, "authority", "kien-giang.ubnd")))
        .refused(NAMES_WHAT_IS_NOT_THERE);
    assertThat(living.subject()).isEqualTo("unit:kien-giang.ubnd");
    living
        .given(
            new UnitRegistered(
                UnitId.of("kien-giang.ubnd"), "UBND", UnitKind.PEOPLES_COMMITTEE, null))
        .when(correct(HEALTH.stream(), 0, right(REGISTERED, "authority", "kien-giang.ubnd")))
        .then(
            new FactCorrected(HEALTH.stream(), 0, Living.words("Gõ nhầm")),
            new UnitRegistered(
                HEALTH, "Sở Y tê", UnitKind.DEPARTMENT, UnitId.of("kien-giang.ubnd")));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"unit\": \"kien-giang.so-y-te\", \"unitKind\": \"department\"}', /name",
    "'{\"unit\": \"kien-giang.so-y-te\", \"name\": \"Sở\", \"unitKind\": \"circus\"}', /unitKind",
    "'{\"unit\": \"Sở Y tế\", \"name\": \"Sở\", \"unitKind\": \"department\"}', /unit",
    "'{\"unit\": \"kien-giang.so-y-te\", \"name\": \"Sở\", \"unitKind\": \"department\", \"x\":"
        + " 1}', /x",
    "'[]', /",
    "'\"x\"', /",
  })
  void what_cannot_be_read_is_refused_with_its_place(String right, String place) {
    living.when(correct(HEALTH.stream(), 0, Wire.mapper().readTree(right))).refused(DOES_NOT_READ);
    assertThat(living.subject()).isEqualTo(place);
  }

  @Test
  void a_record_of_the_past_is_withdrawn_and_not_corrected() {
    ProceedingsId paper = ProceedingsId.of("kien-giang.bai-1");
    living.given(
        new ProceedingsRecorded(
            paper, 1, "ab", "Tổng kết", null, When.of("2020"), List.of(), List.of(), 0, 0, 0));
    living.when(correct(paper.stream(), 0, null)).refused(RECORDED_LATER);
  }

  @Test
  void outcomes_are_not_corrected() {
    bloc(
        new BlocEstablished(BLOC, "Khối thi đua 4", "khối", null),
        new BlocMerged(BLOC, BlocId.of("kien-giang.khoi-5")));
    living.when(correct(BLOC.stream(), 1, null)).refused(IS_AN_OUTCOME);
  }

  @Test
  void history_is_withdrawn_with_its_record_and_not_corrected() {
    living
        .given(Expected.told(new AliasAdded(HEALTH, "SYT"), "kien-giang.mot-bai-bao", "2019-08-02"))
        .when(correct(HEALTH.stream(), 1, null))
        .refused(RECORDED_LATER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unit:kien-giang.so-y-te", "unit:khong-co", "khong:co", "khong-co"})
  void there_must_be_such_an_event(String stream) {
    living.when(correct(stream, 7, null)).refused(NO_SUCH_EVENT);
  }

  @Test
  void who_may_correct_nothing_does_not_learn_what_is_there() {
    Envelope member = Living.by(HEALTH, DAY);
    living
        .when(new Correct(HEALTH.stream(), 0, "Gõ nhầm", null, null, member))
        .refused(NOT_YOURS_TO_CORRECT);
    living
        .when(new Correct(HEALTH.stream(), 7, "Gõ nhầm", null, null, member))
        .refused(NOT_YOURS_TO_CORRECT);
  }

  @Test
  void a_correction_is_judged_once_under_its_key_and_only_if_the_stream_is_as_it_was_seen() {
    living.given(new AliasAdded(HEALTH, "SYT"));
    Map<String, Object> asked = Map.of(Commands.REQUEST, "key asked", Commands.SEEN, 1L);
    living.when(correct(HEALTH.stream(), 1, null), asked);
    assertThat(living.version()).isEqualTo(2);
    living.when(correct(HEALTH.stream(), 1, null), asked).then();
    assertThat(living.version()).isEqualTo(2);
    living
        .when(
            correct(HEALTH.stream(), 0, right(REGISTERED, "name", "A")), Map.of(Commands.SEEN, 1L))
        .refused(RequestRejection.STALE_VERSION);
  }

  @Test
  void who_runs_a_conference_corrects_its_record_until_the_minutes_are_approved() {
    AttendanceRecorded attendance = meeting();
    living.when(correctBy(CULTURE, MID_YEAR.stream(), 2, null)).refused(NOT_YOURS_TO_CORRECT);
    JsonNode asGuest =
        Wire.mapper()
            .valueToTree(new AttendanceRecorded(MID_YEAR, List.of(attendee(Role.GUEST)), null));
    living
        .when(correctBy(HEALTH, MID_YEAR.stream(), 2, asGuest))
        .then(
            new FactCorrected(MID_YEAR.stream(), 2, Living.words("Gõ nhầm")),
            new AttendanceRecorded(MID_YEAR, List.of(attendee(Role.GUEST)), null));
    living.given(
        new ConferenceClosed(MID_YEAR),
        new MinutesApproved(MID_YEAR, FileId.of("aa"), Signing.SECRETARY, HEALTH, null),
        new MinutesApproved(MID_YEAR, FileId.of("aa"), Signing.CHAIR, HEALTH, null));
    living
        .when(correctBy(HEALTH, MID_YEAR.stream(), 4, Wire.mapper().valueToTree(attendance)))
        .refused(NOT_YOURS_TO_CORRECT);
    living.when(correct(MID_YEAR.stream(), 4, Wire.mapper().valueToTree(attendance)));
    assertThat(living.appended()).hasSize(2);
  }

  @Test
  void a_unit_corrects_what_it_said_itself_and_its_new_words_are_kept_beside_the_log() {
    meeting();
    living.given(
        new EntryRecorded(
            MID_YEAR,
            EntryKind.COMMENT,
            CULTURE,
            null,
            List.of(),
            List.of(),
            Living.words("Ý kiến sai"),
            null,
            null));
    JsonNode right =
        Wire.mapper()
            .readTree(
                """
                {"conference": "%s", "entryKind": "comment", "by": "%s", "to": [], "with": [],
                 "text": {"text": "Ý kiến đúng"}}
                """
                    .formatted(MID_YEAR.slug(), CULTURE.slug()));
    living
        .when(correctBy(CULTURE, MID_YEAR.stream(), 3, right))
        .then(
            new FactCorrected(MID_YEAR.stream(), 3, Living.words("Gõ nhầm")),
            new EntryRecorded(
                MID_YEAR,
                EntryKind.COMMENT,
                CULTURE,
                null,
                List.of(),
                List.of(),
                Living.words("Ý kiến đúng"),
                null,
                null));
  }

  @Test
  void nobody_corrects_what_it_said_into_what_another_said() {
    meeting();
    EntryRecorded said = said(CULTURE, "Ý kiến sai");
    living.given(said);
    JsonNode right = Wire.mapper().valueToTree(said(HEALTH, "Ý kiến sai"));
    living.when(correctBy(CULTURE, MID_YEAR.stream(), 3, right)).refused(NOT_YOURS_TO_CORRECT);
    living
        .when(correctBy(HEALTH, MID_YEAR.stream(), 3, right))
        .then(
            new FactCorrected(MID_YEAR.stream(), 3, Living.words("Gõ nhầm")),
            said(HEALTH, "Ý kiến sai"));
  }

  private static EntryRecorded said(UnitId by, String text) {
    return new EntryRecorded(
        MID_YEAR,
        EntryKind.COMMENT,
        by,
        null,
        List.of(),
        List.of(),
        Living.words(text),
        null,
        null);
  }

  @Test
  void nobody_corrects_what_it_said_into_what_only_who_presides_says() {
    meeting();
    living.given(said(CULTURE, "Ý kiến"));
    ObjectNode right = Wire.mapper().valueToTree(said(CULTURE, "Ý kiến"));
    right.put("entryKind", "assignment").putArray("to").add(HEALTH.slug());
    living.when(correctBy(CULTURE, MID_YEAR.stream(), 3, right)).refused(NOT_YOURS_TO_CORRECT);
    living.given(
        new AttendanceRecorded(
            MID_YEAR, List.of(new Attendee(Role.MEMBER, CULTURE, null, null)), null));
    JsonNode host =
        Wire.mapper()
            .valueToTree(
                new AttendanceRecorded(
                    MID_YEAR, List.of(new Attendee(Role.HOST, CULTURE, null, null)), null));
    living.when(correctBy(CULTURE, MID_YEAR.stream(), 4, host)).refused(NOT_YOURS_TO_CORRECT);
    living.when(correctBy(CULTURE, MID_YEAR.stream(), 4, null));
    assertThat(living.appended()).hasSize(1);
  }

  @Test
  void what_is_right_holds_only_texts_and_numbers_that_a_request_could_bring() {
    for (String name : List.of(" ", "a\0b", "\ud800", "x".repeat(4001))) {
      assertThatThrownBy(
              () ->
                  AsTyped.read(
                      right(REGISTERED, "name", name), UnitRegistered.class, Living::words))
          .isInstanceOf(Answers.BadRequest.class)
          .hasMessageContaining("'/name'");
      ObjectNode said = Wire.mapper().valueToTree(said(CULTURE, "Ý kiến"));
      said.putObject("text").put("text", name);
      assertThatThrownBy(() -> AsTyped.read(said, EntryRecorded.class, Living::words))
          .isInstanceOf(Answers.BadRequest.class)
          .hasMessageContaining("'/text/text'");
    }
    ObjectNode figure = Wire.mapper().valueToTree(FIGURE);
    ((ObjectNode) figure.at("/figure/actual")).put("value", "1E+999999999");
    assertThatThrownBy(() -> AsTyped.read(figure, FigureReported.class, Living::words))
        .isInstanceOf(Answers.BadRequest.class)
        .hasMessageContaining("'/figure/actual/value'");
  }

  @Test
  void what_follows_from_the_figures_is_not_typed() {
    ObjectNode right = Wire.mapper().valueToTree(FIGURE);
    ((ObjectNode) right.at("/figure/actual")).put("value", "9");
    FigureReported read = AsTyped.read(right, FigureReported.class, Living::words);
    assertThat(read.figure().recomputedPercent()).isEqualTo("90");
    assertThat(read.figure().agreement()).isEqualTo(Figure.Agreement.DIFFERS);
  }

  private static final FigureReported FIGURE =
      new FigureReported(
          ReportId.of("kien-giang.khoi-4.2026.year-end"),
          YEAR,
          HEALTH,
          null,
          Figure.checked(
              "Số mô hình",
              "mô hình",
              Figure.Direction.HIGHER,
              new Figure.Amount(new BigDecimal("8"), Figure.Bound.EXACTLY),
              new Figure.Amount(new BigDecimal("10"), Figure.Bound.EXACTLY),
              new BigDecimal("80"),
              List.of(),
              null));

  /** Somebody comes or goes on a day. */
  private record Move(boolean comes, UnitId unit, String day) {

    static Move any(Random random) {
      return another(random, random.nextBoolean());
    }

    static Move another(Random random, boolean comes) {
      return new Move(
          comes,
          random.nextBoolean() ? HEALTH : CULTURE,
          LocalDate.parse("2026-01-02").plusDays(random.nextInt(150)).toString());
    }

    Event event() {
      return comes ? new MemberAdmitted(BLOC, unit) : new MemberReleased(BLOC, unit);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void told_wrongly_and_corrected_is_as_if_it_had_been_told_right(long seed) {
    Random random = new Random(seed);
    Living right = Living.on(DAY);
    Living wrong = Living.on(DAY);
    Map<Long, Move> toCorrect = new LinkedHashMap<>();
    List.of(right, wrong)
        .forEach(
            each ->
                each.givenOn(
                    "2026-01-01",
                    REGISTERED,
                    new UnitRegistered(CULTURE, "Sở Văn hóa", UnitKind.DEPARTMENT, null),
                    new BlocEstablished(BLOC, "Khối thi đua 4", "khối", null)));
    for (long version = 1; version <= 12; version++) {
      Move move = Move.any(random);
      Move told = random.nextInt(3) == 0 ? Move.another(random, move.comes()) : move;
      right.givenOn(move.day(), move.event());
      wrong.givenOn(told.day(), told.event());
      if (!told.equals(move)) {
        toCorrect.put(version, move);
      }
    }
    if (seed % 2 == 0) {
      // with history in the stream facts stand in the order in which they apply
      Object history =
          Expected.told(
              new BlocEvent.AliasAdded(BLOC, "Khối 4"), "kien-giang.mot-bai-bao", "2026-02-15");
      right.given(history);
      wrong.given(history);
    }
    toCorrect.forEach(
        (version, move) ->
            wrong.when(
                new Correct(
                    BLOC.stream(),
                    version,
                    "Gõ nhầm",
                    Wire.mapper().valueToTree(move.event()),
                    When.of(move.day()),
                    BOARD)));
    for (LocalDate day = LocalDate.parse("2026-01-01");
        day.isBefore(LocalDate.parse(DAY));
        day = day.plusDays(1)) {
      assertThat(membersOn(wrong, day)).as(day + ", seed " + seed).isEqualTo(membersOn(right, day));
    }
  }

  private static Set<UnitId> membersOn(Living living, LocalDate day) {
    return living.streams().peek(Roll.class, BLOC.stream()).membersOn(day);
  }

  private AttendanceRecorded meeting() {
    bloc(
        new BlocEstablished(BLOC, "Khối thi đua 4", "khối", null),
        new MemberAdmitted(BLOC, HEALTH),
        new MemberAdmitted(BLOC, CULTURE),
        new LeadershipInstalled(BLOC, Term.year(2026), HEALTH, List.of()));
    AttendanceRecorded attendance =
        new AttendanceRecorded(MID_YEAR, List.of(attendee(Role.MEMBER)), null);
    living.given(
        new ConferenceConvened(
            MID_YEAR,
            BLOC,
            List.of(YEAR),
            ConferenceKind.MID_YEAR,
            "Hội nghị sơ kết",
            When.of(DAY),
            null),
        new ConferenceOpened(MID_YEAR),
        attendance);
    return attendance;
  }

  private static Attendee attendee(Role role) {
    return new Attendee(role, HEALTH, null, null);
  }

  private void bloc(Event... events) {
    living.givenOn(
        "2026-01-01", new UnitRegistered(CULTURE, "Sở Văn hóa", UnitKind.DEPARTMENT, null));
    living.givenOn("2026-01-01", (Object[]) events);
  }

  private static Correct correct(String stream, long version, JsonNode right) {
    return new Correct(stream, version, "Gõ nhầm", right, null, BOARD);
  }

  private static Correct correctBy(UnitId unit, String stream, long version, JsonNode right) {
    return new Correct(stream, version, "Gõ nhầm", right, null, Living.by(unit, DAY));
  }

  private static JsonNode right(Event wrong, String part, String otherwise) {
    return Wire.mapper().<ObjectNode>valueToTree(wrong).put(part, otherwise);
  }
}
